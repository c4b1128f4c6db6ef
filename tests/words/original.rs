//! What is about consent or safety, in a language nobody has reviewed: the reader's whole screen first, and below it the
//! whole of it in the programme's language. Never a line of another language among her own.

use lazo::domain::join::JoinLetter;
use lazo::domain::letter::Letter;
use lazo::domain::person::Role;
use lazo::words::{Words, embedded};

use crate::screens::{cards, hers, reads, text};
use crate::shelf::{none, tags, words};

/// What stands between the two.
const BELOW: &str = "\n\n———\n";

/// Whether a screen is anything else than the reader's own, perhaps with the whole original below it.
fn mixes(seen: &str, (own, original): (&str, &str)) -> bool {
    seen != own && seen != format!("{own}{BELOW}{original}")
}

fn check(words: &Words, letters: &[Letter]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags().iter().filter(|tag| *tag != "en") {
        for letter in letters {
            let [own, original] =
                [(&**tag, &**tag), ("en", "en")].map(|who| text(words, letter, &reads(who)));
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
    let consent: Letter = JoinLetter::Consent { role: Role::Mentee, new: false }.into();
    let seen = text(&words, &consent, &reads(("ar", "en")));
    let (own, original) = seen.split_once(BELOW).unwrap();
    assert!(own.contains("لا نحفظ رسائلك") && original.contains("We do not keep your messages"), "{seen}");
}

#[test]
fn what_a_programme_reads_in_its_own_language_has_no_original() {
    let words = words(&embedded());
    for letter in hers() {
        assert!(!text(&words, &letter, &reads(("ar", "ar"))).contains(BELOW));
        assert!(!text(&words, &letter, &reads(("en", "es"))).contains(BELOW));
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
