//! A text that says how long something lasts says what the rule says, in every language.

use chrono::TimeDelta;
use lazo::domain::pause::{HELD_DAYS, WEEKS};
use lazo::domain::trace::deletable;
use lazo::words::{Words, embedded};

use crate::shelf::{complains, filling, moment, none, planted, reader, tags, whole_registry, words};

/// For how many hours Telegram lets bots delete.
fn deletable_hours() -> i64 {
    let still = |hours: &i64| deletable(moment(), moment() + TimeDelta::hours(*hours));
    (1..1_000).find(|hours| !still(hours)).unwrap_or_default()
}

/// What is said where, and the rule's number.
fn said() -> [(&'static str, Option<&'static str>, i64); 6] {
    [
        ("relay-any-undo-how", None, deletable_hours()),
        ("removal-coord-stays", None, deletable_hours()),
        ("relay-coord-blocked", None, HELD_DAYS),
        ("help-any-pause", Some("week"), WEEKS[0]),
        ("help-any-pause", Some("fortnight"), WEEKS[1]),
        ("help-any-pause", Some("month"), WEEKS[2]),
    ]
}

/// The same where a language says it in a word.
const IN_WORDS: [(&str, &str, &str); 5] = [
    ("en", "safety-any-cleared-lately", "last two days"),
    ("es", "safety-any-cleared-lately", "últimos dos días"),
    ("ar", "safety-any-cleared-lately", "اليومين"),
    ("ar", "help-any-pause", "أسبوع"),
    ("ar", "help-any-pause", "أسبوعان"),
];

fn check(words: &Words) -> Vec<String> {
    let mut complaints = Vec::new();
    let table = whole_registry();
    for tag in tags() {
        let voice = reader(words, &tag);
        for (id, attr, number) in said() {
            let entry = table.iter().find(|it| it.id == id && it.attr == attr).expect("it is in the table");
            let text = voice.render(entry, filling("Ana", 5));
            let digits = |c: char| !c.is_ascii_digit();
            let in_digits = text.split(digits).any(|it| it.parse() == Ok(number));
            let in_words = number < 3
                && IN_WORDS.iter().any(|(of, what, word)| *of == tag && *what == id && text.contains(word));
            if !in_digits && !in_words {
                complaints.push(format!("{tag} {id}: not {number}: {text:?}"));
            }
        }
        let lately =
            table.iter().find(|it| it.id == "safety-any-cleared-lately").expect("it is in the table");
        let text = voice.render(lately, filling("Ana", 5));
        let says =
            IN_WORDS.iter().any(|(of, id, word)| *of == tag && *id == lately.id && text.contains(word));
        if !says || deletable_hours() != 48 {
            complaints.push(format!("{tag} {}: not two days: {text:?}", lately.id));
        }
    }
    complaints
}

#[test]
fn what_a_text_says_of_hours_days_and_weeks_is_what_the_rules_say() {
    none(&check(&words(&embedded())));
}

#[test]
fn another_number_than_the_rules_is_noticed() {
    let files = planted("es", "relay.ftl", "7 días", "8 días");
    complains(&check(&words(&files)), "es relay-coord-blocked: not 7");
}
