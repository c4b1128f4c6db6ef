//! L7: in a right-to-left locale every line runs from right to left, whatever the names in it.

use lazo::words::{Entry, File, Shape, Words, embedded};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

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
        for entry in table {
            let name = format!("{tag} {} {}", entry.id, entry.attr.unwrap_or_default());
            for text in ["Marta", "مارتا", "+34 600 000 000", "https://t.me/lazo"] {
                complaints.extend(lines(&name, &visible(entry, voice.render(entry, filling(text, 7)))));
            }
            let shown = visible(entry, voice.render(entry, filling("116 111", 7)));
            complaints.extend(astray(&name, &shown));
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

/// Commands, Latin words and numbers of a text that do not stand as they are read, by the order in which a screen shows
/// its lines (UAX #9).
fn astray(name: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let shown = BidiInfo::new(line, Some(Level::rtl()));
        let shown: String =
            shown.paragraphs.iter().map(|it| shown.reorder_line(it, it.range.clone())).collect();
        let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '@' | '_' | ' ');
        let runs = line.split(|c| !inside(c)).map(|run| run.trim_matches(' '));
        let runs = runs.filter(|run| run.contains(|c: char| c.is_ascii_alphanumeric()));
        complaints.extend(
            runs.filter(|run| !shown.contains(run))
                .map(|run| format!("{name}: {run} stands astray: {shown:?}")),
        );
    }
    complaints
}

#[test]
fn every_line_runs_from_right_to_left_even_with_latin_names() {
    let words = words(&embedded());
    assert!(tags().iter().any(|tag| reader(&words, tag).is_rtl()), "no locale runs from right to left");
    none(&check(&words, &whole_registry()));
}

#[test]
fn a_command_whose_slash_would_stand_on_the_wrong_side_is_noticed() {
    assert_eq!(astray("right", "بالأمر \u{2068}/menu\u{2069} الآن"), [""; 0]);
    assert!(!astray("wrong", "بالأمر /menu الآن").is_empty());
    assert!(!astray("wrong", "الأرقام 116 111 الآن").is_empty());
}

/// What a file says is isolated when it is written, so no file has marks that nobody sees.
#[test]
fn no_file_has_a_mark_that_nobody_sees() {
    let unseen = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}');
    let marked = |files: &[File]| -> Vec<String> {
        files
            .iter()
            .filter(|file| file.ftl.contains(unseen))
            .map(|file| format!("{} {}", file.tag, file.name))
            .collect()
    };
    none(&marked(&embedded()));
    complains(&marked(&planted("ar", "mail.ftl", "قراءة", "\u{200F}قراءة")), "ar mail.ftl");
}

#[test]
fn a_line_that_starts_in_latin_or_an_open_isolate_is_noticed() {
    let files = planted("ar", "join.ftl", "    هذا البرنامج يدعوك إلى", "    Lazo يدعوك إلى");
    complains(&check(&words(&files), &whole_registry()), "ar join-any-consent : starts in Latin");
    let files = with_message("ar", "planted = \u{2068}مرحبا");
    let table = registry_and(planted_entry(Shape::Html, &[]));
    complains(&check(&words(&files), &table), "ar planted : isolates are not balanced");
    complains(&lines("a lone name", "\u{2068}Marta\u{2069}"), "runs from left to right");
    complains(&lines("two marks", "\u{200F}\u{200F}مرحبا"), "Telegram deletes");
}
