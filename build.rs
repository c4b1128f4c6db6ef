//! Rebuilds the crate when files that are embedded into it change.

fn main() {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=src/stage/page");
}
