//! What people write and send, held against the leak guard: the files of `tests/data/leaks`, read as Telegram would send
//! them, and how the guard did on them, by form and by language.

use lazo::domain::heard::{Kind, Written};
use lazo::domain::leak::{Shown, shown};
use lazo::telegram::read;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The forms in which a way to reach somebody is written, and whether README promises that it is seen.
pub(crate) const FORMS: [(&str, bool, &str); 26] = [
    ("plus", true, "a number with + or 00 before it"),
    ("written", true, "a number as its country writes it"),
    ("cued", true, "seven digits or more beside a word for a phone"),
    ("bare", true, "nine digits or more with no sign between"),
    ("strewn", true, "signs, emoji or line breaks between the digits"),
    ("shapes", true, "digits of other scripts and shapes"),
    ("letters", true, "O and l for 0 and 1"),
    ("beside", true, "a number beside days, money, books"),
    ("messenger", true, "a messenger's link"),
    ("page", true, "a page of a person on a network"),
    ("meeting", true, "a room to meet in, a calendar, a purse"),
    ("short", true, "a short link"),
    ("behind", true, "a link behind words, or of a preview"),
    ("ported", true, "a link with a port, a dot, %2E, wide letters"),
    ("number-link", true, "phone=, tel=, number= in a link"),
    ("sign", true, "an @name"),
    ("place", true, "a name beside the place where it is one"),
    ("mail", true, "a mail address"),
    ("card", true, "a contact card, also as a file"),
    ("profile", true, "the mention of a profile"),
    ("map", true, "a place on a map"),
    ("file", true, "a file's name, a title, a performer"),
    ("spelled", false, "an address in words: t dot me, at gmail"),
    ("joined", false, "digits with letters or words between"),
    ("words", false, "digits as words"),
    ("called", false, "an order number that one may call"),
];

/// A line of the corpus.
pub(crate) struct Line {
    pub(crate) language: String,
    pub(crate) form: String,
    /// What it shows; `None` if nothing.
    pub(crate) wanted: Option<Shown>,
    /// As it stands in the file.
    text: String,
    message: Written,
}

impl Line {
    /// What is written in it.
    pub(crate) fn words(&self) -> &str {
        &self.message.content.words
    }

    /// What the guard says about it.
    pub(crate) fn found(&self) -> Option<Shown> {
        shown(self.message.kind, &self.message.content)
    }
}

/// A file's lines.
pub(crate) fn lines(file: &str) -> Vec<Line> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/leaks").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

/// Language, form, what is shown, words, and what else the message holds.
fn line(text: &str) -> Line {
    let fields: Vec<&str> = text.split('\t').collect();
    let [language, form, wanted, words, marks @ ..] = fields.as_slice() else {
        panic!("fields are missing: {text}")
    };
    let mark = unescaped(marks.first().copied().unwrap_or_default());
    let wanted = (*wanted != "-").then(|| Shown::parse(wanted).unwrap_or_else(|| panic!("{wanted}: {text}")));
    assert!(wanted.is_none() || FORMS.iter().any(|(name, ..)| name == form), "{form} is no form: {text}");
    Line {
        language: (*language).to_owned(),
        form: (*form).to_owned(),
        wanted,
        text: text.to_owned(),
        message: message(&unescaped(words), &mark),
    }
}

/// A message as Telegram sends it, read as the bot reads it. What a mark stands for:
/// - `link:word=address`, `profile:word`: behind a word; `preview:address`: the preview of another page
/// - `contact`, `location`; `photo`, `document`: with the words below
/// - `file:name`, `vcard`, `title:…`, `performer:…`: a document, a document that says it is a card, music
pub(crate) fn message(words: &str, mark: &str) -> Written {
    let (name, value) = mark.split_once(':').unwrap_or((mark, ""));
    let file = json!({ "file_id": "f", "file_unique_id": "u", "duration": 1 });
    let with = |more: Value| merged(&file, &more);
    let content = match name {
        "contact" => json!({ "contact": { "phone_number": "1", "first_name": "A" } }),
        "location" => json!({ "location": { "latitude": 1.5, "longitude": 2.5 } }),
        "photo" => json!({ "photo": [file], "caption": words }),
        "document" => json!({ "document": file, "caption": words }),
        "file" => json!({ "document": with(json!({ "file_name": value })), "caption": words }),
        "vcard" => json!({ "document": with(json!({ "mime_type": "text/x-vcard" })), "caption": words }),
        "title" | "performer" => json!({ "audio": with(json!({ name: value })), "caption": words }),
        "preview" => json!({ "text": words, "link_preview_options": { "url": value } }),
        "link" | "profile" => json!({ "text": words, "entities": [entity(words, name, value)] }),
        "" => json!({ "text": words }),
        other => panic!("{other} is no mark"),
    };
    let envelope =
        json!({ "message_id": 1, "date": 1, "chat": { "id": 1, "type": "private" }, "from": { "id": 1 } });
    heard(&merged(&envelope, &content))
}

/// A raw message, read as the bot reads it.
pub(crate) fn heard(message: &Value) -> Written {
    let update = json!({ "update_id": 1, "message": message }).to_string();
    let raw = RawValue::from_string(update).unwrap();
    let what = read::update(&raw).unwrap().what;
    let lazo::domain::heard::What::Wrote(written) = what else { panic!("{what:?}") };
    written
}

fn merged(a: &Value, b: &Value) -> Value {
    let both = [a, b].into_iter().flat_map(|it| it.as_object().unwrap());
    Value::Object(both.map(|(key, value)| (key.clone(), value.clone())).collect())
}

fn entity(words: &str, name: &str, value: &str) -> Value {
    let (part, link) = value.split_once('=').unwrap_or((value, ""));
    let at = words.find(part).unwrap_or_else(|| panic!("{part} is not in {words}"));
    let (offset, length) = (words[..at].encode_utf16().count(), part.encode_utf16().count());
    match name {
        "profile" => {
            json!({ "type": "text_mention", "offset": offset, "length": length, "user": { "id": 5 } })
        }
        _ => json!({ "type": "text_link", "offset": offset, "length": length, "url": link }),
    }
}

/// `\n` and `\u{200B}` as the characters they stand for.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = if let Some(after) = after.strip_prefix('n') {
            plain.push('\n');
            after
        } else if let Some((code, after)) = after.strip_prefix("u{").and_then(|after| after.split_once('}')) {
            plain.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap());
            after
        } else {
            plain.push('\\');
            after
        };
    }
    plain + rest
}

/// How many of how many.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share {
    pub(crate) part: usize,
    pub(crate) of: usize,
}

impl Share {
    fn add(&mut self, is: bool) {
        self.part += usize::from(is);
        self.of += 1;
    }

    pub(crate) fn percent(self) -> f64 {
        100.0 * f64::from(u32::try_from(self.part).unwrap())
            / f64::from(u32::try_from(self.of.max(1)).unwrap())
    }
}

/// How the guard did on some lines.
#[derive(Default)]
pub(crate) struct Score {
    /// Attempts that were seen, by form and language.
    cells: BTreeMap<(usize, String), Share>,
    /// Look-alikes that were taken for attempts.
    pub(crate) alarms: Share,
}

impl Score {
    /// Looks at every line, and prints what went wrong.
    pub(crate) fn of(files: &[&str]) -> Self {
        let mut score = Self::default();
        for (file, line) in
            files.iter().flat_map(|file| lines(file).into_iter().map(move |line| (file, line)))
        {
            let found = line.found();
            match (line.wanted, found) {
                (Some(wanted), found) => {
                    let form = FORMS.iter().position(|(name, ..)| *name == line.form).unwrap();
                    score.cells.entry((form, line.language.clone())).or_default().add(found.is_some());
                    if found != Some(wanted) {
                        let how = found.map_or("missed".to_owned(), |found| format!("{found:?}"));
                        println!("{file}: {how}: {}", line.text);
                    }
                }
                (None, found) => {
                    score.alarms.add(found.is_some());
                    if let Some(found) = found {
                        println!("{file}: false alarm, {found:?}: {}", line.text);
                    }
                }
            }
        }
        score
    }

    fn sum(&self, counts: impl Fn(usize, &str) -> bool) -> Share {
        let shares = self.cells.iter().filter(|((form, language), _)| counts(*form, language));
        shares.fold(Share::default(), |sum, (_, it)| Share { part: sum.part + it.part, of: sum.of + it.of })
    }

    /// Attempts of the promised forms.
    pub(crate) fn promised(&self) -> Share {
        self.sum(|form, _| FORMS[form].1)
    }

    /// All attempts.
    pub(crate) fn all(&self) -> Share {
        self.sum(|_, _| true)
    }

    /// Promised forms, whole and by language, with ten lines or more, of which less than nine in ten were seen.
    pub(crate) fn holes(&self) -> Vec<String> {
        let whole = (0..FORMS.len()).map(|form| (form, "", self.sum(|it, _| it == form)));
        let cells = self.cells.iter().map(|((form, language), share)| (*form, language.as_str(), *share));
        let short = whole
            .chain(cells)
            .filter(|(form, _, share)| FORMS[*form].1 && share.of >= 10 && share.percent() < 90.0);
        short
            .map(|(form, language, it)| format!("{} {language}: {} of {}", FORMS[form].0, it.part, it.of))
            .collect()
    }

    /// The table of README: a row a form, a column a language.
    pub(crate) fn table(&self) -> String {
        let languages = ["en", "es", "ar", "fr", "uk", "fa"];
        let mut text =
            format!("| form | {} | others | all |\n|---|{}\n", languages.join(" | "), "---|".repeat(8));
        for (form, (name, promised, what)) in FORMS.iter().enumerate() {
            let mut cells: Vec<Share> = languages
                .iter()
                .map(|language| self.sum(|it, other| it == form && other == *language))
                .collect();
            cells.push(self.sum(|it, other| it == form && !languages.contains(&other)));
            cells.push(self.sum(|it, _| it == form));
            let cells: Vec<String> = cells
                .iter()
                .map(|it| if it.of == 0 { String::new() } else { format!("{}/{}", it.part, it.of) })
                .collect();
            let star = if *promised { "" } else { " *" };
            writeln!(text, "| {name}: {what}{star} | {} |", cells.join(" | ")).unwrap();
        }
        let (promised, all, alarms) = (self.promised(), self.all(), self.alarms);
        for (name, it) in [("promised", promised), ("all ways out", all), ("false alarms", alarms)] {
            writeln!(text, "{name}: {} of {}, {:.1} %", it.part, it.of, it.percent()).unwrap();
        }
        text
    }
}

/// What is said about nothing but words.
pub(crate) fn said(words: &str) -> Option<Shown> {
    let content = lazo::domain::heard::Content { words: words.to_owned(), ..Default::default() };
    shown(Kind::Text, &content)
}
