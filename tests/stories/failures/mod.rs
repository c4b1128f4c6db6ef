//! What went wrong in other bots, row by row of the relay's specification (relay §8): each row is a fact about Lazo.

mod events;
mod lanes;
mod ledger;
mod restarts;
mod shape;

use lazo::demo::{Fault, Rule};
use std::path::{Path, PathBuf};

/// The project's files below a folder, each with its text.
fn files(folder: &str) -> Vec<(String, String)> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { below(&path, found) } else { found.push(path) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    below(&root.join(folder), &mut paths);
    assert!(!paths.is_empty(), "{folder} is empty");
    let named = |path: &PathBuf| path.strip_prefix(root).unwrap().display().to_string();
    paths.iter().map(|path| (named(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The files below a folder, outside the emulated Telegram, that have these words.
fn that_have(folder: &str, words: &str) -> Vec<String> {
    let all = files(folder).into_iter().filter(|(path, _)| !path.starts_with("src/demo"));
    all.filter(|(_, text)| text.contains(words)).map(|(path, _)| path).collect()
}

/// Telegram refuses, every time.
fn refusal(code: u16, description: &str) -> Rule {
    Rule::new(Fault::Refuse { code, description: description.to_owned(), parameters: None })
}

/// Telegram asks for patience.
fn too_many(seconds: u64) -> Rule {
    Rule::new(Fault::TooMany { seconds: Some(seconds) })
}

#[test]
fn every_row_from_1_to_42_is_a_test_here() {
    let mut rows: Vec<u32> = Vec::new();
    for (path, text) in files("tests/stories/failures") {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(row) = line.strip_prefix("/// Row ").and_then(|rest| rest.split('.').next()) else {
                continue;
            };
            let test = lines[at..].iter().find(|line| !line.starts_with("///")).copied().unwrap_or_default();
            assert!(test.starts_with("#[test]") || test.starts_with("#[tokio::test"), "{path}: {line}");
            rows.push(row.parse().unwrap());
        }
    }
    rows.sort_unstable();
    assert_eq!(rows, (1..=42).collect::<Vec<u32>>());
}
