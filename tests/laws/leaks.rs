//! The leak guard, held against what mentors and mentees write: attempts it must see, and look-alikes it must let pass.

use lazo::domain::heard::{Content, Entity, Kind, Mark};
use lazo::domain::leak::{Shown, shown};
use proptest::prelude::*;
use std::path::Path;

/// A line of the corpus.
struct Line {
    language: String,
    /// What it shows; `None` if nothing.
    wanted: Option<Shown>,
    kind: Kind,
    content: Content,
}

/// How the guard did on a file.
struct Score {
    attempts: usize,
    seen: usize,
    innocent: usize,
    alarms: usize,
}

impl Score {
    /// Attempts that were seen, in percent.
    fn caught(&self) -> f64 {
        percent(self.seen, self.attempts)
    }

    /// Look-alikes that were taken for attempts, in percent.
    fn false_alarms(&self) -> f64 {
        percent(self.alarms, self.innocent)
    }
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(of.max(1)).unwrap())
}

fn lines(file: &str) -> Vec<Line> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/leaks").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

/// Language, what is shown, words, and what Telegram says about a part of them: `profile:Word`, `link:Word=address`, or
/// `contact`, `location` for what has no words.
fn line(text: &str) -> Line {
    let fields: Vec<&str> = text.split('\t').collect();
    let [language, wanted, words, marks @ ..] = fields.as_slice() else {
        panic!("fields are missing: {text}")
    };
    let words = unescaped(words);
    let mark = marks.first().copied().unwrap_or_default();
    let kind = match mark {
        "contact" => Kind::Contact,
        "location" => Kind::Location,
        "photo" => Kind::Photo,
        "document" => Kind::Document,
        _ => Kind::Text,
    };
    let wanted = (*wanted != "-").then(|| Shown::parse(wanted).unwrap_or_else(|| panic!("{wanted}: {text}")));
    let entities = entity(&words, mark).into_iter().collect();
    let content = Content { words, entities, ..Content::default() };
    Line { language: (*language).to_owned(), wanted, kind, content }
}

fn entity(words: &str, mark: &str) -> Option<Entity> {
    let (what, part) = mark.split_once(':')?;
    let (part, link) =
        part.split_once('=').map_or((part, None), |(part, link)| (part, Some(link.to_owned())));
    let at = words.find(part).unwrap_or_else(|| panic!("{part} is not in {words}"));
    let what = match what {
        "profile" => Mark::Profile,
        "link" => Mark::Link,
        other => panic!("{other} is no mark"),
    };
    let from = words[..at].encode_utf16().count();
    Some(Entity { what, from, len: part.encode_utf16().count(), link })
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

/// Looks at every line, prints what went wrong and the figures.
fn score(file: &str) -> Score {
    let mut score = Score { attempts: 0, seen: 0, innocent: 0, alarms: 0 };
    for line in lines(file) {
        let found = shown(line.kind, &line.content);
        let words = &line.content.words;
        match (line.wanted, found) {
            (Some(wanted), found) => {
                score.attempts += 1;
                score.seen += usize::from(found.is_some());
                match found {
                    None => println!("{file}: missed {wanted:?} ({}): {words:?}", line.language),
                    Some(found) if found != wanted => {
                        println!("{file}: {found:?} instead of {wanted:?} ({}): {words:?}", line.language);
                    }
                    Some(_) => {}
                }
            }
            (None, found) => {
                score.innocent += 1;
                score.alarms += usize::from(found.is_some());
                if let Some(found) = found {
                    println!("{file}: false alarm, {found:?} ({}): {words:?}", line.language);
                }
            }
        }
    }
    println!(
        "{file}: {} of {} attempts seen ({:.1} %), {} false alarms in {} look-alikes ({:.1} %)",
        score.seen,
        score.attempts,
        score.caught(),
        score.alarms,
        score.innocent,
        score.false_alarms()
    );
    score
}

#[test]
fn what_was_written_before_the_rule_is_seen_as_well() {
    let score = score("held_out.tsv");
    assert!(score.attempts >= 60 && score.innocent >= 60);
    assert!(score.caught() >= 97.0, "{:.1} % seen", score.caught());
    assert!(score.false_alarms() <= 2.0, "{:.1} % false alarms", score.false_alarms());
}

#[test]
fn attempts_are_seen_and_everyday_numbers_pass() {
    let (attempts, lookalikes) = (score("attempts.tsv"), score("lookalikes.tsv"));
    assert!(attempts.attempts >= 300 && lookalikes.innocent >= 300);
    assert!(attempts.caught() >= 97.0, "{:.1} % seen", attempts.caught());
    assert!(lookalikes.false_alarms() <= 2.0, "{:.1} % false alarms", lookalikes.false_alarms());
}

proptest! {
    #[test]
    fn whatever_is_written_is_looked_through_without_a_fault(words in "\\PC{0,80}|[0-9 .,:/()+@a-zA-Z٠-٩\n-]{0,200}") {
        shown(Kind::Text, &Content { words, ..Content::default() });
    }

    #[test]
    fn a_number_is_seen_whatever_stands_between_its_parts(
        signs in proptest::collection::vec(prop_oneof![Just(" "), Just("-"), Just("."), Just("/"), Just(""), Just("\u{200B}"), Just("·"), Just(" - ")], 3)
    ) {
        let words = format!("612{}34{}56{}78", signs[0], signs[1], signs[2]);
        let found = shown(Kind::Text, &Content { words: words.clone(), ..Content::default() });
        prop_assert_eq!(found, Some(Shown::Phone), "{}", words);
    }
}

#[test]
fn the_longest_message_takes_no_time() {
    for part in ["123.", "1 2 ", "@ ", " .", "t.me ", "12/", "612345678\n", "a1_", "+"] {
        let words = part.repeat(4096 / part.len());
        let began = std::time::Instant::now();
        shown(Kind::Text, &Content { words, ..Content::default() });
        assert!(began.elapsed().as_secs() < 2, "{part:?} took {:?}", began.elapsed());
    }
}
