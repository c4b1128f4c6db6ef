//! Source files as the rules read them: code without comments and without what stands in literals, and the literals.

use std::path::{Path, PathBuf};

/// One source file.
pub(crate) struct Source {
    /// Its path from the project's folder.
    pub(crate) path: String,
    /// Its text as it is.
    pub(crate) text: String,
    /// The text with comments and the contents of string literals blanked; lines stay where they are.
    pub(crate) code: String,
    /// The string literals, as written.
    pub(crate) literals: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let (code, literals) = split(text);
        Self { path: path.to_owned(), text: text.to_owned(), code, literals }
    }

    /// The top module it belongs to: `store` for `src/store/people.rs`.
    pub(crate) fn module(&self) -> &str {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inner.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// Every place where the code has this word, as `path:line`.
    pub(crate) fn places(&self, word: &str) -> Vec<String> {
        let found = self.code.lines().enumerate().filter(|(_, line)| has(line, word));
        found.map(|(number, _)| format!("{}:{} has {word}", self.path, number + 1)).collect()
    }
}

/// Whether a line has a word (or path) as a whole.
fn has(line: &str, word: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].ends_with(part) && word.starts_with(part);
        let after = line[at + word.len()..].starts_with(part) && word.ends_with(part);
        !before && !after
    })
}

/// Parts code from comments and literals.
fn split(text: &str) -> (String, Vec<String>) {
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            raw(rest).inspect(|length| literals.push(rest[..*length].to_owned())).unwrap_or(1)
        } else if first == '"' {
            let length = quoted(rest);
            literals.push(rest[1..length - 1].to_owned());
            length
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest.find("\"'").unwrap() + 2
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        code.extend(rest[..length].chars().map(|char| if char == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    (code, literals)
}

/// The length of the string literal a text begins with.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    panic!("a literal without an end: {text:.60}")
}

/// The same for a raw one; `None` if it is a raw identifier.
fn raw(text: &str) -> Option<usize> {
    let hashes = text[1..].chars().take_while(|char| *char == '#').count();
    let body = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(2 + hashes + body.find(&end)? + end.len())
}

/// All Rust files of a folder of the project.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in files(&root.join(folder)) {
        if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push(Source::new(&name, &std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(!found.is_empty(), "{folder} has sources");
    found
}

/// All files below a folder, sorted.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> =
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    found.sort();
    found
}

/// No complaint, or all of them.
pub(crate) fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn comments_and_literals_are_no_code() {
    let text =
        "a // tokio\nlet b = \"sqlx \\\" x\"; '\"' \"c\"\n/// sqlx\nr#\"d\"e\"# f::sqlx r\"g\" Some('\\\"')";
    let source = Source::new("src/x/y.rs", text);
    assert_eq!(source.literals, ["sqlx \\\" x", "c", "r#\"d\"e\"#", "r\"g\""]);
    assert_eq!(source.places("sqlx"), ["src/x/y.rs:4 has sqlx"]);
    assert_eq!(source.places("sql"), Vec::<String>::new());
    assert_eq!((source.module(), source.code.lines().count()), ("x", 4));
}
