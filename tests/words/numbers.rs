//! A text that says how long something lasts says what the rule says, in every language.

use chrono::TimeDelta;
use lazo::domain::answers::Question;
use lazo::domain::case::NUDGED;
use lazo::domain::clocks::Settings;
use lazo::domain::invite::WRONG_LINK_COUNTS;
use lazo::domain::on_call::AHEAD;
use lazo::domain::pause::{HELD_DAYS, WEEKS};
use lazo::domain::settings::HOLDS_DAYS;
use lazo::domain::silence::Rhythm;
use lazo::domain::supervised::{KEPT, REFUSALS};
use lazo::domain::talk::Side;
use lazo::domain::trace::deletable;
use lazo::words::{File, Words, embedded};

use crate::shelf::{
    Line, complains, filling, lines, moment, none, planted, reader, tags, whole_registry, words,
};

/// For how many hours Telegram lets bots delete.
fn deletable_hours() -> i64 {
    let still = |hours: &i64| deletable(moment(), moment() + TimeDelta::hours(*hours));
    (1..1_000).find(|hours| !still(hours)).unwrap_or_default()
}

/// What is said where, and the rule's number.
fn said() -> Vec<(&'static str, Option<&'static str>, i64)> {
    vec![
        ("relay-any-undo-how", None, deletable_hours()),
        ("removal-coord-stays", None, deletable_hours()),
        ("relay-coord-blocked", None, HELD_DAYS),
        ("help-any-pause", Some("week"), WEEKS[0]),
        ("help-any-pause", Some("fortnight"), WEEKS[1]),
        ("help-any-pause", Some("month"), WEEKS[2]),
        ("supervised-coord-group-delete", None, KEPT.num_days()),
        ("desk-coord-fortnightly", None, Rhythm::Fortnightly.days() / 7),
        ("setup-coord-rhythm", Some("fortnight"), Rhythm::Fortnightly.days() / 7),
        ("settings-coord-uncovered", None, AHEAD.num_days()),
        ("settings-coord-trial", None, Settings::default().contact_minutes),
    ]
}

/// The same where a language says it in a word.
const IN_WORDS: [(&str, &str, &str); 7] = [
    ("en", "safety-any-cleared-lately", "last two days"),
    ("es", "safety-any-cleared-lately", "últimos dos días"),
    ("ar", "safety-any-cleared-lately", "اليومين"),
    ("ar", "help-any-pause", "أسبوع"),
    ("ar", "help-any-pause", "أسبوعان"),
    ("ar", "desk-coord-fortnightly", "أسبوعين"),
    ("ar", "setup-coord-rhythm", "أسبوعين"),
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

/// Numbers that are no promise: what everybody dials, ages, steps of a list, how long a case can rest (its buttons), the
/// number in an example.
fn is_none(id: &str, number: i64) -> bool {
    let ages = [16, 17, 18].contains(&number);
    let steps = ["setup-coord-ready", "help-coord-link", "help-coord-link-safe"].contains(&id);
    number == 112
        || ages
        || steps
        || ["case-coord-rest", "setup-coord-helplines", "setup-coord-helplines-unclear"].contains(&id)
}

/// Numbers in a text of the source that no constant stands behind.
fn without_rule(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    let source = files.iter().filter(|file| file.tag == "en");
    for Line { id, said, .. } in source.flat_map(|file| lines(&file.ftl)) {
        let numbers = said.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse::<i64>().ok());
        for number in numbers.filter(|number| !is_none(id, *number)) {
            if !said_rows().iter().any(|(known, held)| *known == id && *held == number) {
                complaints.push(format!("{id}: no rule says {number}: {said}"));
            }
        }
    }
    complaints
}

fn said_rows() -> Vec<(&'static str, i64)> {
    said().into_iter().map(|(id, _, number)| (id, number)).collect()
}

/// The word in which each language says a rule's number.
const RULES_IN_WORDS: [(&str, [(&str, &str); 3]); 6] = [
    ("join-any-link-wait", [("en", "one hour"), ("es", "una hora"), ("ar", "ساعة واحدة")]),
    ("settings-coord-holds", [("en", "half year"), ("es", "medio año"), ("ar", "نصف سنة")]),
    ("settings-coord-held", [("en", "half a year"), ("es", "medio año"), ("ar", "نصف سنة")]),
    (
        "case-coord-toast-nudged-before",
        [("en", "less than a day"), ("es", "menos de un día"), ("ar", "أقل من يوم")],
    ),
    ("case-coord-contacts", [("en", "twice"), ("es", "dos veces"), ("ar", "مرتين")]),
    ("checkin-any-hello", [("en", "three"), ("es", "tres"), ("ar", "ثلاثة")]),
];

#[test]
fn what_a_text_says_in_words_stands_in_it_and_is_what_the_rule_says() {
    assert_eq!(WRONG_LINK_COUNTS, TimeDelta::hours(1));
    assert_eq!(HOLDS_DAYS, 182, "26 weeks");
    assert!(NUDGED < TimeDelta::days(1));
    assert_eq!([Side::Mentee, Side::Mentor].map(|side| Question::of(side).len()), [3, 3]);
    let words = words(&embedded());
    let table = whole_registry();
    for (id, said) in RULES_IN_WORDS {
        assert_eq!(said.len(), tags().len());
        for (tag, word) in said {
            let entry = table.iter().find(|it| it.id == id && it.attr.is_none()).expect("it is in the table");
            let text = reader(&words, tag).render(entry, filling("Ana", 5)).to_lowercase();
            assert!(text.contains(word), "{tag} {id}: not {word}: {text}");
        }
    }
}

/// Numbers that texts say in words: whoever changes the rule changes the words.
#[test]
fn what_texts_say_in_words_is_what_the_rules_say() {
    let pulse = lazo::domain::pulse::Settings::default();
    assert_eq!((pulse.missed, REFUSALS), (3, 2), "case-coord-missed: three; case-coord-contacts: twice");
    assert_eq!(lazo::domain::guardian::DAYS_FOR_ANSWER, 7, "guardian-any-of-18-again comes a week later");
}

#[test]
fn no_text_has_a_number_without_a_rule() {
    none(&without_rule(&embedded()));
    let days = planted("en", "relay.ftl", "Your team knows.", "Your team knows. It lasts 5 days.");
    complains(&without_rule(&days), "relay-any-waiting: no rule says 5");
}

#[test]
fn another_number_than_the_rules_is_noticed() {
    let files = planted("es", "relay.ftl", "7 días", "8 días");
    complains(&check(&words(&files)), "es relay-coord-blocked: not 7");
}
