//! The locales as embedded, or with one fault planted into them.

use chrono::{DateTime, TimeZone, Utc};
use lazo::domain::lang::Lang;
use lazo::domain::zone::Tz;
use lazo::words::{Entry, File, Filling, Kind, Shape, Voice, Words, embedded, embedded_status, registry};

/// The tags of all locales.
pub(crate) fn tags() -> Vec<String> {
    let mut tags: Vec<_> = embedded().into_iter().map(|file| file.tag).collect();
    tags.dedup();
    tags
}

/// All files with one text replaced in one of them. The text must be there.
pub(crate) fn planted(tag: &str, name: &str, from: &str, to: &str) -> Vec<File> {
    let mut files = embedded();
    let file = files.iter_mut().find(|file| file.tag == tag && file.name == name).expect("the file exists");
    assert!(file.ftl.contains(from), "{from} is not in {tag}/{name}: plant another fault");
    file.ftl = file.ftl.replacen(from, to, 1).into();
    files
}

/// All files with one more message in a locale.
pub(crate) fn with_message(tag: &str, ftl: &str) -> Vec<File> {
    let mut files = embedded();
    files.push(File { tag: tag.to_owned(), name: "planted.ftl".into(), ftl: format!("{ftl}\n").into() });
    files
}

/// A message that only a test knows.
pub(crate) fn planted_entry(shape: Shape, args: &'static [(&'static str, Kind)]) -> Entry {
    Entry { id: "planted", attr: None, shape, args }
}

pub(crate) fn words(files: &[File]) -> Words {
    Words::read(&embedded_status(), files).expect("the locales can be read")
}

/// A reader of one locale, in a programme that speaks English, in Athens.
pub(crate) fn reader<'w>(words: &'w Words, tag: &str) -> Voice<'w> {
    words.voice(&Lang::new(tag), &Lang::source(), Tz::known("Europe/Athens"))
}

pub(crate) fn filling(text: &str, count: i64) -> Filling<'_> {
    Filling { text, count, at: moment() }
}

/// Tuesday 5 March 2024, 18:05 in Athens.
pub(crate) fn moment() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 3, 5, 16, 5, 0).unwrap()
}

/// The registry and one planted message.
pub(crate) fn registry_and(entry: Entry) -> Vec<Entry> {
    registry().copied().chain([entry]).collect()
}

pub(crate) fn whole_registry() -> Vec<Entry> {
    registry().copied().collect()
}

/// Fails with every complaint on its own line.
pub(crate) fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Fails unless some complaint speaks of the planted fault.
pub(crate) fn complains(complaints: &[String], about: &str) {
    assert!(complaints.iter().any(|c| c.contains(about)), "nobody noticed {about}: {complaints:?}");
}

/// A line of a text in a file.
pub(crate) struct Line<'a> {
    /// Its message.
    pub(crate) id: &'a str,
    /// The button it is, if it is one.
    pub(crate) attr: Option<&'a str>,
    /// It is one of several variants.
    pub(crate) is_variant: bool,
    /// What stands there.
    pub(crate) said: &'a str,
}

/// The lines of a file's texts, without comments; what stands behind a name is a line, also if that is nothing.
pub(crate) fn lines(ftl: &str) -> Vec<Line<'_>> {
    let (mut id, mut attr, mut found) = ("", None, Vec::new());
    for line in ftl.lines().filter(|line| !line.starts_with('#')) {
        let trimmed = line.trim();
        let mut is_variant = false;
        let said = if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, said) = line.split_once(" =").unwrap_or((line, ""));
            (id, attr) = (name, None);
            said
        } else if let Some((name, said)) = trimmed.strip_prefix('.').and_then(|it| it.split_once(" =")) {
            attr = Some(name);
            said
        } else if let Some((_, said)) =
            trimmed.trim_start_matches('*').strip_prefix('[').and_then(|it| it.split_once("] "))
        {
            is_variant = true;
            said
        } else {
            trimmed
        };
        found.push(Line { id, attr, is_variant, said: said.trim() });
    }
    found
}

#[test]
fn a_file_is_read_line_by_line() {
    let ftl = "# no\na-b =\n    { $n ->\n        [one] One.\n       *[other] Two.\n    }\n    .yes = No.\n\nc = C\n";
    let read: Vec<_> = lines(ftl).into_iter().map(|it| (it.id, it.attr, it.is_variant, it.said)).collect();
    let yes = Some("yes");
    let expected = [
        ("a-b", None, false, ""),
        ("a-b", None, false, "{ $n ->"),
        ("a-b", None, true, "One."),
        ("a-b", None, true, "Two."),
        ("a-b", None, false, "}"),
        ("a-b", yes, false, "No."),
        ("a-b", yes, false, ""),
        ("c", None, false, "C"),
    ];
    assert_eq!(read, expected);
}
