//! Labels are known by what they mean: in whatever case, with whatever spaces and invisible marks, a label is that label,
//! and with a word more it is a message.

use lazo::domain::id::ConversationId;
use lazo::domain::lang::Lang;
use lazo::domain::which::{Switcher, apart, named};
use lazo::domain::zone::Tz;
use lazo::words::{Control, Controls, Filling, Words, registry};
use proptest::prelude::*;
use std::sync::LazyLock;

/// What keyboards, phones and fingers put between characters and nobody sees, or takes for another sign.
const UNSEEN: [char; 26] = [
    ' ',
    '\t',
    '\n',
    '\u{A0}',
    '\u{2003}',
    '\u{202F}',
    '\u{3000}',
    '\u{FE0E}',
    '\u{FE0F}',
    '\u{E0101}',
    '\u{200B}',
    '\u{200C}',
    '\u{200D}',
    '\u{200E}',
    '\u{200F}',
    '\u{61C}',
    '\u{2066}',
    '\u{2068}',
    '\u{2069}',
    '\u{202B}',
    '\u{2060}',
    '\u{FEFF}',
    '\u{AD}',
    '\u{34F}',
    '\u{1F3FB}',
    '\u{1F3FF}',
];

const NAMES: [&str; 8] =
    ["Amina", "María José", "نازنین‌زهرا", "أمينة", "Ма́рия", "Amina (2)", "👩🏽 Ali", "İpek ß"];

/// Labels of every language, and what each asks for.
fn labels() -> Vec<(String, Control)> {
    let words = Words::load().unwrap();
    let mut labels = Vec::new();
    for language in words.languages() {
        let voice = words.voice(&language.lang, &Lang::source(), Tz::UTC);
        for (id, control) in [
            ("common-any-sos", Control::Safety),
            ("common-any-menu", Control::Menu),
            ("common-any-undo", Control::Undo),
        ] {
            let entry = registry().find(|entry| entry.id == id && entry.attr.is_none()).unwrap();
            let filling = Filling { text: "", count: 0, at: chrono::DateTime::UNIX_EPOCH };
            labels.push((voice.render(entry, filling), control));
        }
    }
    labels
}

static LABELS: LazyLock<Vec<(String, Control)>> = LazyLock::new(labels);
static CONTROLS: LazyLock<Controls> = LazyLock::new(|| Words::load().unwrap().controls());

/// A text in another case, with marks in places.
fn disturbed(text: &str, case: u8, marks: &[(usize, char)]) -> String {
    let text = match case {
        0 => text.to_owned(),
        1 => text.to_uppercase(),
        _ => text.to_lowercase(),
    };
    let mut chars: Vec<char> = text.chars().collect();
    for (at, mark) in marks {
        chars.insert(at % (chars.len() + 1), *mark);
    }
    chars.into_iter().collect()
}

fn marks() -> impl Strategy<Value = Vec<(usize, char)>> {
    prop::collection::vec((0..64_usize, prop::sample::select(&UNSEEN[..])), 0..12)
}

/// A word that is somebody's own: letters of some script, or a number.
fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,9}", "[а-я]{1,9}", "[ء-غ]{1,9}", "[0-9]{1,3}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_label_is_that_label_however_it_is_written(which in 0..9_usize, case in 0..3_u8, marks in marks()) {
        let (label, control) = &LABELS[which % LABELS.len()];
        prop_assert_eq!(CONTROLS.find(&disturbed(label, case, &marks)), Some(*control));
    }

    #[test]
    fn the_sign_of_a_label_alone_is_that_label(which in 0..9_usize, times in 1..4_usize, marks in marks()) {
        let (label, control) = &LABELS[which % LABELS.len()];
        let sign: String = label.chars().find(|c| !UNSEEN.contains(c)).into_iter().collect();
        prop_assert_eq!(CONTROLS.find(&disturbed(&sign.repeat(times), 0, &marks)), Some(*control));
    }

    #[test]
    fn a_label_with_a_word_more_is_a_message(which in 0..9_usize, before: bool, word in word(), marks in marks()) {
        let (label, _) = &LABELS[which % LABELS.len()];
        let text = if before { format!("{word} {label}") } else { format!("{label} {word}") };
        prop_assert_eq!(CONTROLS.find(&disturbed(&text, 0, &marks)), None);
    }

    #[test]
    fn the_name_of_a_conversation_is_that_conversation_however_it_is_written(
        which in 0..NAMES.len(), case in 0..3_u8, current: bool, marks in marks(),
    ) {
        let names = NAMES.iter().zip(1..).map(|(name, id)| (ConversationId(id), (*name).to_owned()));
        let id = ConversationId(1 + i64::try_from(which).unwrap());
        let switcher = Switcher { names: apart(names), current: current.then_some(id) };
        let label = switcher.labels().nth(which).unwrap();
        let typed = disturbed(&label, case, &marks);
        prop_assert_eq!(named(&typed).and_then(|name| switcher.find(name)), Some(id), "{:?}", typed);
    }

    #[test]
    fn a_name_with_a_word_more_names_nobody(which in 0..NAMES.len(), word in word(), marks in marks()) {
        let names = NAMES.iter().zip(1..).map(|(name, id)| (ConversationId(id), (*name).to_owned()));
        let switcher = Switcher { names: apart(names), current: None };
        let label = switcher.labels().nth(which).unwrap();
        let typed = disturbed(&format!("{label} {word}"), 0, &marks);
        prop_assert_eq!(named(&typed).and_then(|name| switcher.find(name)), None, "{:?}", typed);
    }

    #[test]
    fn names_that_look_the_same_are_told_apart_so_that_none_is_taken_for_another(
        marks in prop::collection::vec(marks(), 5), cases in prop::collection::vec(0..3_u8, 5),
    ) {
        let names = marks.iter().zip(&cases).map(|(marks, case)| disturbed("Ana María", *case, marks));
        let names = apart((1..).map(ConversationId).zip(names));
        let switcher = Switcher { names: names.clone(), current: None };
        for (id, name) in names {
            prop_assert_eq!(switcher.find(&name), Some(id));
            prop_assert_eq!(switcher.find(&name.to_uppercase()), Some(id));
        }
    }
}
