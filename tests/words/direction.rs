//! L7: in a right-to-left locale every line runs from right to left, whatever the names in it.

use lazo::words::{Entry, Shape, Words, embedded};
use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

use crate::markup::parse;
use crate::shelf::{
    complains, filling, none, planted, planted_entry, reader, registry_and, tags, whole_registry,
    with_message, words,
};

const RLM: char = '\u{200F}';

/// What is wrong with the lines of a text that should run from right to left.
fn lines(name: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let paragraph = BidiInfo::new(line, None);
        let first = line.chars().map(bidi_class).find(|class| is_strong(*class));
        if first == Some(BidiClass::L) || paragraph.paragraphs.iter().any(|p| p.level.is_ltr()) {
            complaints.push(format!("{name}: runs from left to right: {line:?}"));
        }
        let count = |c| line.chars().filter(|&d| d == c).count();
        if count('\u{2068}') != count('\u{2069}') {
            complaints.push(format!("{name}: isolates are not balanced: {line:?}"));
        }
        if line.contains("\u{200F}\u{200F}") || line.contains(|c| ('\u{202A}'..='\u{202E}').contains(&c)) {
            complaints.push(format!("{name}: Telegram deletes some of {line:?}"));
        }
    }
    complaints
}

fn is_strong(class: BidiClass) -> bool {
    matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL)
}

fn visible(entry: &Entry, text: String) -> String {
    if entry.shape.is_html() { parse(&text).map(|parsed| parsed.text).unwrap_or(text) } else { text }
}

fn check(words: &Words, table: &[Entry]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        let voice = reader(words, &tag);
        if !voice.is_rtl() {
            continue;
        }
        // The original that follows a consent text is in the programme's language; here both are the same.
        let voice = words.voice(&tag_lang(&tag), &tag_lang(&tag), voice.zone());
        for entry in table {
            let name = format!("{tag} {} {}", entry.id, entry.attr.unwrap_or_default());
            for text in ["Marta", "مارتا", "+34 600 000 000", "https://t.me/lazo"] {
                complaints.extend(lines(&name, &visible(entry, voice.render(entry, filling(text, 7)))));
            }
            let own = visible(entry, voice.render(entry, filling("مارتا", 7))).replace(RLM, "");
            let latin = |line: &&str| {
                let first = line.chars().find(|c| c.is_alphabetic());
                first.is_some_and(|c| bidi_class(c) == BidiClass::L)
            };
            complaints
                .extend(own.lines().filter(latin).map(|line| format!("{name}: starts in Latin: {line}")));
        }
    }
    complaints
}

fn tag_lang(tag: &str) -> lazo::domain::lang::Lang {
    lazo::domain::lang::Lang::new(tag)
}

#[test]
fn every_line_runs_from_right_to_left_even_with_latin_names() {
    let words = words(&embedded());
    assert!(tags().iter().any(|tag| reader(&words, tag).is_rtl()), "no locale runs from right to left");
    none(&check(&words, &whole_registry()));
}

#[test]
fn a_line_that_starts_in_latin_or_an_open_isolate_is_noticed() {
    let files = planted("ar", "join.ftl", "لازو يصلك", "Lazo يصلك");
    complains(&check(&words(&files), &whole_registry()), "ar join-any-consent : starts in Latin");
    let files = with_message("ar", "planted = \u{2068}مرحبا");
    let table = registry_and(planted_entry(Shape::Html, &[]));
    complains(&check(&words(&files), &table), "ar planted : isolates are not balanced");
    complains(&lines("a lone name", "\u{2068}Marta\u{2069}"), "runs from left to right");
    complains(&lines("two marks", "\u{200F}\u{200F}مرحبا"), "Telegram deletes");
}
