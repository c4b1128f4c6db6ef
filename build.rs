//! Rebuilds the crate when files that are embedded into it change, and has the program linked so that it starts lean.

use std::env::var;

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its target in the environment")]
fn main() {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=src/stage/page");
    // Relative relocations, packed: 1.5 MB that would be read once and stay in memory are 30 kB (glibc from 2.36).
    let of_target = |name: &str| var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if of_target("OS") == "linux" && of_target("ENV") == "gnu" {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
