//! Rebuilds the crate when files that are embedded into it change, and links it as small as this machine can start it.

use std::env::var;
use std::process::Command;

/// The first glibc that reads packed relocations (<https://sourceware.org/glibc/wiki/Release/2.36>).
const PACKS_FROM: (u32, u32) = (2, 36);

#[expect(clippy::disallowed_methods, reason = "a build script is told by its environment what it builds")]
fn main() {
    for embedded in ["locales", "migrations", "src/stage/page"] {
        println!("cargo:rerun-if-changed={embedded}");
    }
    // The addresses that the program fills in at its start take 1.4 MiB less. An older system could not start it, so it is
    // done only where it will run on the system it is built on, and that one can.
    let here = var("HOST") == var("TARGET") && glibc().is_some_and(|version| version >= PACKS_FROM);
    if here {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The system's own glibc: `None` where it has another library.
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
}
