//! What is about consent or safety, in a language nobody has reviewed: the reader's whole screen first, and below it the
//! whole of it in the programme's language. Never a line of another language among her own.

use lazo::domain::join::JoinLetter;
use lazo::domain::letter::Letter;
use lazo::domain::on_call::Promise;
use lazo::domain::person::Role;
use lazo::domain::safety::{Reached, SafetyLetter};
use lazo::words::{Words, embedded, embedded_status};

use crate::screens::{cards, hers, reads, text};
use crate::shelf::{moment, none, tags, words};

const MACHINE: &str = "[es]\nreview = \"machine\"";
const REVIEWED: &str = "[es]\nreview = \"reviewed\"";

/// What stands between the two.
const BELOW: &str = "\n\n———\n";

/// A screen without its original.
pub(crate) fn alone(seen: &str) -> String {
    seen.split_once(BELOW).map_or(seen, |(own, _)| own).to_owned()
}

/// Whether a screen is anything else than the reader's own, perhaps with the whole original below it.
fn mixes(seen: &str, (own, original): (&str, &str)) -> bool {
    seen != own && seen != format!("{own}{BELOW}{original}")
}

fn check(words: &Words, letters: &[Letter]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags().iter().filter(|tag| *tag != "en") {
        for letter in letters {
            let [own, original] =
                [(&**tag, &**tag), ("en", "en")].map(|who| alone(&text(words, letter, &reads(who))));
            let seen = text(words, letter, &reads((tag, "en")));
            if mixes(&seen, (&own, &original)) {
                complaints.push(format!("{tag}: {seen:?}"));
            }
        }
    }
    complaints
}

#[test]
fn no_screen_mixes_languages_and_the_original_of_a_screen_about_safety_is_whole() {
    let words = words(&embedded());
    // Seven has nothing in common with what the cards are composed of: all of it is met.
    let letters: Vec<Letter> = hers().into_iter().chain(cards().into_iter().step_by(7)).collect();
    none(&check(&words, &letters));
    let solemn = letters.iter().filter(|letter| text(&words, letter, &reads(("ar", "en"))).contains(BELOW));
    assert!(solemn.count() > letters.len() / 2, "what is about safety has its original");
}

#[test]
fn a_consent_text_nobody_reviewed_is_followed_by_the_programmes_original() {
    let words = words(&embedded());
    let consent: Letter =
        JoinLetter::Consent { role: Role::Mentee, new: false, part: 3, reads: false }.into();
    let seen = text(&words, &consent, &reads(("ar", "en")));
    let (own, original) = seen.split_once(BELOW).unwrap();
    assert!(own.contains("لا نحفظ أبدًا رسائلك") && original.contains("We never keep your messages"), "{seen}");
}

#[test]
fn what_nobody_has_reviewed_has_the_nearest_original_that_somebody_has() {
    let (english, reviewed) = (words(&embedded()), embedded_status().replace(MACHINE, REVIEWED));
    assert!(reviewed.contains(REVIEWED));
    let spanish = Words::read(&reviewed, &embedded()).unwrap();
    let below = |words: &Words, who| {
        let seen = text(words, &SafetyLetter::SomebodyHasIt.into(), &reads(who));
        seen.split_once(BELOW).map(|(_, original)| original.to_owned())
    };
    let somebody =
        |words: &Words, tag| Some(text(words, &SafetyLetter::SomebodyHasIt.into(), &reads((tag, tag))));
    // The programme's own language is unreviewed itself: the source stands below, for its own readers too.
    assert_eq!(below(&english, ("es", "es")), somebody(&english, "en"));
    assert_eq!(below(&english, ("ar", "es")), somebody(&english, "en"));
    // It is reviewed: it stands below what is not, and nothing below itself.
    assert_eq!(below(&spanish, ("ar", "es")), somebody(&spanish, "es"));
    assert_eq!(below(&spanish, ("es", "es")), None);
    assert_eq!(below(&english, ("en", "es")), None);
}

/// L17: dates of the original are its own language's.
#[test]
fn an_original_has_its_own_dates() {
    let words = words(&embedded());
    let promise = Promise::Before(moment());
    let noted: Letter =
        SafetyLetter::Noted { case: None, how: Reached::Call, promise, joined: true, open: Vec::new() }
            .into();
    for programme in ["en", "es", "ar"] {
        let seen = text(&words, &noted, &reads(("ar", programme)));
        let (own, original) = seen.split_once(BELOW).unwrap();
        assert!(own.contains("الثلاثاء") && !own.contains("Tuesday"), "{seen}");
        assert!(original.contains("Tuesday 5 March, 18:05") && !original.contains("الثلاثاء"), "{seen}");
    }
}

#[test]
fn a_screen_with_a_line_of_another_language_in_it_is_noticed() {
    let whole = format!("¿Qué?\nLlama.{BELOW}What?\nCall.");
    assert!(!mixes(&whole, ("¿Qué?\nLlama.", "What?\nCall.")));
    assert!(!mixes("¿Qué?\nLlama.", ("¿Qué?\nLlama.", "What?\nCall.")));
    for mixed in ["¿Qué?\n\nWhat?\nLlama.\n\nCall.", &format!("¿Qué?\nLlama.{BELOW}What?\nLlama.")] {
        assert!(mixes(mixed, ("¿Qué?\nLlama.", "What?\nCall.")), "{mixed}");
    }
}
