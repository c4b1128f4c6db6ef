//! The image is built from a part of the repository, and that part is enough; and what the README begins with is there.

use std::fs::read_to_string;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

/// What `.dockerignore` lets through.
fn context() -> Vec<String> {
    let text = read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".dockerignore")).unwrap();
    text.lines().filter_map(|line| line.strip_prefix('!')).map(str::to_owned).collect()
}

#[test]
fn the_image_is_built_from_all_that_the_build_reads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    for name in context() {
        assert!(root.join(&name).exists(), "{name} is let through, but there is none");
        symlink(root.join(&name), folder.path().join(&name)).unwrap();
    }
    // Whatever the manifest names must be there, even what is not built; nothing is fetched that is not here already.
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(rustc.stdout).unwrap();
    let target = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["fetch", "--locked", "--offline", "--target", target]).current_dir(folder.path());
    let said = cargo.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let script = read_to_string(root.join("build.rs")).unwrap();
    let embedded = script.split('"').filter(|path| !path.is_empty() && root.join(path).exists());
    for path in embedded.chain([".cargo/config.toml"]) {
        assert!(folder.path().join(path).exists(), "the build reads {path}, but it is not let through");
    }
}

#[test]
fn the_image_copies_nothing_that_is_not_let_through() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = read_to_string(root.join("Dockerfile")).unwrap();
    let copies =
        file.lines().filter_map(|line| line.strip_prefix("COPY ")).filter(|it| !it.starts_with("--from"));
    let named: Vec<_> = copies.flat_map(|it| it.rsplit_once(' ').unwrap().0.split(' ')).collect();
    let let_through = context();
    let wrong: Vec<_> =
        named.iter().filter(|it| **it != "." && !let_through.iter().any(|name| name == *it)).collect();
    assert!(named.len() > 4 && wrong.is_empty(), "{wrong:?} of {named:?}");
}

#[test]
fn the_readme_begins_with_a_command_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(read_to_string(root.join("README.md")).unwrap().contains("\ncargo demo "));
    let list = Command::new(env!("CARGO")).arg("--list").current_dir(root).output().unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let demo = list.lines().find_map(|line| line.trim().strip_prefix("demo "));
    assert_eq!(demo.map(str::trim), Some("alias: run --profile try -- demo"));
    assert!(read_to_string(root.join("Cargo.toml")).unwrap().contains("[profile.try]\ninherits"));
}
