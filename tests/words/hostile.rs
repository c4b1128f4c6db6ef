//! L4: whatever people call themselves, a message keeps exactly its own markup.

use lazo::words::{Entry, Words, embedded};
use proptest::prelude::*;
use proptest::sample::select;

use crate::markup::parse;
use crate::shelf::{complains, filling, none, planted, reader, tags, whole_registry, words};

/// Pieces that names can be made of to do harm.
const PIECES: [&str; 20] = [
    "<b>",
    "</b>",
    "<a href=\"tg://user?id=1\">x</a>",
    "&",
    "&amp;",
    "\"",
    "'",
    "\u{202E}",
    "\u{2068}",
    "\u{2069}",
    "\u{200F}\u{200F}",
    "\n",
    "\0",
    "{ $x }",
    "%s",
    "_*[`",
    "👩‍👩‍👧",
    "مرحبا",
    "Marta",
    "e\u{301}\u{301}",
];

/// What is wrong with a message when its arguments are hostile, told by how it is written with harmless ones.
fn harmed(name: &str, harmless: &str, hostile: &str) -> Option<String> {
    let tags = |html| parse(html).map(|parsed| parsed.tags);
    match (tags(harmless), tags(hostile)) {
        (Ok(wanted), Ok(got)) if wanted == got => None,
        (Ok(wanted), Ok(got)) => Some(format!("{name}: tags {got:?} instead of {wanted:?}")),
        (Err(why), _) | (_, Err(why)) => Some(format!("{name}: {why}")),
    }
}

fn check(words: &Words, table: &[Entry], text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        let voice = reader(words, &tag);
        for entry in table.iter().filter(|entry| entry.shape.is_html()) {
            let harmless = voice.render(entry, filling("Ana", 5));
            let hostile = voice.render(entry, filling(text, 5));
            complaints.extend(harmed(&format!("{tag} {}", entry.id), &harmless, &hostile));
            if hostile.contains(['\0', '\u{202E}']) {
                complaints.push(format!("{tag} {}: a control character came through", entry.id));
            }
        }
    }
    complaints
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_name_can_add_markup_to_any_message(pieces in prop::collection::vec(select(&PIECES[..]), 0..8)) {
        let complaints = check(&words(&embedded()), &whole_registry(), &pieces.concat());
        prop_assert!(complaints.is_empty(), "{complaints:?}");
    }
}

#[test]
fn ten_thousand_characters_are_cut_and_stay_inert() {
    for piece in PIECES {
        none(&check(&words(&embedded()), &whole_registry(), &piece.repeat(10_000 / piece.len())));
    }
}

#[test]
fn broken_markup_and_unescaped_names_are_noticed() {
    let files = planted("es", "join.ftl", "<b>{ $programme }</b>", "<b>{ $programme }<b>");
    complains(&check(&words(&files), &whole_registry(), "Ana"), "es join-any-consent");
    let written = |name: &str| format!("<b>{name}</b>");
    for piece in ["<b>", "</b>", "&", "\"", "<i>x</i>"] {
        assert!(harmed("a format! without the hook", &written("Ana"), &written(piece)).is_some(), "{piece}");
    }
}
