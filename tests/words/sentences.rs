//! Screens as people read them: what the bot composes of several messages has at most three sentences, in every language
//! (`languages.md`, right to left and low literacy; L12). Lines that only name somebody, a day or a number are none; nor are
//! buttons. What only the team reads (cards, digests) is not written for this reader.

use lazo::domain::answers::Question;
use lazo::domain::checkin::{Ask, CheckinLetter, Turn};
use lazo::domain::id::CheckinId;
use lazo::domain::join::{JoinLetter, Responsible, parts};
use lazo::domain::letter::Letter;
use lazo::domain::person::Role;
use lazo::domain::privacy;
use lazo::domain::talk::Side;
use lazo::words::{File, Words, embedded};
use std::collections::BTreeSet;

use crate::markup::parse;
use crate::original::alone;
use crate::screens::{hers, kept, reads, text};
use crate::shelf::{complains, lines, moment, none, planted, tags, words};

const MOST: usize = 3;

/// How many sentences a text has: marks at the end of a word, and a colon at a line's end, behind at least one word.
fn sentences(text: &str) -> usize {
    text.lines().map(in_line).sum()
}

fn in_line(line: &str) -> usize {
    let is_seen = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    let line: String = line.chars().filter(is_seen).collect();
    let ends = |word: &str| {
        let word = word.trim_end_matches(['»', '”', '"', ')']);
        word.ends_with(['.', '!', '?', '؟', '…'])
    };
    let inside = line.split_whitespace().filter(|word| ends(word)).count();
    inside + usize::from(line.trim_end().ends_with(':'))
}

fn check(words: &Words, letters: &[Letter]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        for letter in letters {
            let shown = text(words, letter, &reads((&tag, &tag)));
            let shown = alone(&shown);
            let shown = parse(&shown).map(|parsed| parsed.text).unwrap_or(shown);
            let count = sentences(&shown);
            if count > MOST {
                complaints.push(format!("{tag}: {count} sentences: {shown:?}"));
            }
        }
    }
    complaints
}

#[test]
fn no_screen_about_danger_a_case_a_break_or_a_stop_has_more_than_three_sentences() {
    none(&check(&words(&embedded()), &hers()));
}

/// Each part of the consent text is a screen of its own.
#[test]
fn no_part_of_the_consent_text_has_more_than_three_sentences() {
    let roles = [Role::Mentee, Role::Coordinator, Role::Lead];
    let part = |role, new, part| JoinLetter::Consent { role, new, part, reads: false }.into();
    let mut letters: Vec<Letter> = vec![JoinLetter::News.into()];
    for role in roles {
        letters.extend((0..parts(role)).map(|at| part(role, role == Role::Lead, at)));
    }
    assert_eq!(letters.len(), 12);
    none(&check(&words(&embedded()), &letters));
}

/// `/privacy` too, for whoever takes part, works in a team, does both, or is nobody here, in one programme or several.
#[test]
fn no_part_of_privacy_has_more_than_three_sentences() {
    let who = |said: &[bool]| {
        let one = |said: &bool| {
            let who = said.then(|| "Casa Ana, data@casaana.example".to_owned());
            Responsible { programme: "Casa Ana".to_owned(), who }
        };
        said.iter().map(one).collect::<Vec<_>>()
    };
    let mut letters: Vec<Letter> = Vec::new();
    for (takes_part, works) in [(false, false), (true, false), (false, true), (true, true)] {
        let about = privacy::parts(takes_part, works);
        for said in [&[][..], &[true], &[false], &[false, true, false, false]] {
            let part = |part| {
                let (programmes, about) = (who(said), about.clone());
                JoinLetter::Privacy { programmes, lang: None, team: takes_part, about, part }.into()
            };
            letters.extend((0..about.len()).map(part));
        }
    }
    none(&check(&words(&embedded()), &letters));
    let long = planted("en", "join.ftl", "and we do not keep them.", "and we do not keep them. Never. No.");
    complains(&check(&words(&long), &letters), "en: ");
}

/// Every screen of a check-in: each question as it comes first, next and again, the thanks with what they promise, the tips.
fn checkins() -> Vec<Letter> {
    let partner = |alone: bool| alone.then(|| "Tomás".to_owned());
    let mut letters: Vec<Letter> = vec![
        CheckinLetter::Tips.into(),
        CheckinLetter::Guidance.into(),
        CheckinLetter::Later { at: moment() }.into(),
    ];
    for alone in [true, false] {
        letters.push(CheckinLetter::OnlyTeam { partner: partner(alone) }.into());
        for promise in kept().map(Some).into_iter().chain([None]) {
            letters.push(CheckinLetter::Thanks { partner: partner(alone), promise }.into());
        }
        for side in [Side::Mentee, Side::Mentor] {
            for (question, silent) in Question::of(side).into_iter().flat_map(|it| [(it, false), (it, true)])
            {
                let (checkin, since) = (CheckinId(1), moment());
                letters.extend([Turn::First, Turn::Next, Turn::Again].map(|turn| {
                    let partner = partner(alone);
                    CheckinLetter::Ask(Ask { checkin, side, question, partner, since, silent, turn }).into()
                }));
            }
        }
    }
    letters
}

#[test]
fn no_screen_of_a_check_in_has_more_than_three_sentences() {
    let letters = checkins();
    assert_eq!(letters.len(), 89);
    none(&check(&words(&embedded()), &letters));
    let long = planted("en", "checkin.ftl", "❓ Three short", "❓ Now. Three short");
    complains(&check(&words(&long), &letters), "en: 4 sentences");
}

/// Whether only the team reads a message.
fn is_of_team(id: &str) -> bool {
    id.contains("-coord-")
}

/// The sentences of each message without its buttons; of variants the longest counts.
fn by_message(ftl: &str) -> Vec<(&str, usize)> {
    let mut all: Vec<(&str, usize, usize)> = Vec::new();
    for line in lines(ftl).into_iter().filter(|line| line.attr.is_none()) {
        if all.last().is_none_or(|(id, ..)| *id != line.id) {
            all.push((line.id, 0, 0));
        }
        let Some((_, outside, variant)) = all.last_mut() else { continue };
        let count = in_line(&plain(line.said));
        if line.is_variant {
            *variant = count.max(*variant);
        } else {
            *outside += count;
        }
    }
    all.into_iter().map(|(id, outside, variant)| (id, outside + variant)).collect()
}

/// Without marks of bold and the like, which may stand behind a full stop.
fn plain(line: &str) -> String {
    ["<b>", "</b>", "<i>", "</i>"].iter().fold(line.to_owned(), |line, mark| line.replace(mark, ""))
}

fn long(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        let all = by_message(&file.ftl);
        let long = all.iter().filter(|(id, count)| *count > MOST && !is_of_team(id));
        complaints.extend(long.map(|(id, count)| format!("{} {id}: {count} sentences", file.tag)));
    }
    complaints
}

#[test]
fn no_message_for_people_has_more_than_three_sentences() {
    none(&long(&embedded()));
    let added = planted("en", "help.ftl", "In danger, call 112.", "In danger, call 112. Now. Do.");
    complains(&long(&added), "en help-any-sorry-told: 5 sentences");
    let messages = "a-any-b =\n    { $n ->\n        [one] One. Two.\n       *[other] One.\n    }\n    Three.\n    .yes = No. No.\n";
    assert_eq!(by_message(messages), [("a-any-b", 3)]);
}

#[test]
fn one_sentence_too_many_is_noticed() {
    let long = planted(
        "es",
        "safety.ftl",
        "❓ ¿Es seguro llamarte?",
        "❓ ¿Es seguro llamarte? Dilo. Dilo ya. Ahora.",
    );
    complains(&check(&words(&long), &hers()), "es: ");
    assert_eq!(sentences("🆘 What? Call 112.\n🕐 Before:\nMonday, 18:00\n☎️ Casa Ana: 600 000 000"), 3);
    assert_eq!(sentences("❓ هل الأمر يتعلق بهذا الشخص؟"), 1);
}

/// Every kind of letter about 🆘 is looked at, but those that only the team reads.
#[test]
fn every_letter_about_danger_is_looked_at() {
    let source = include_str!("../../src/domain/safety/mod.rs");
    let body = source.split_once("pub enum SafetyLetter {").and_then(|(_, rest)| rest.split_once("\n}"));
    let (body, _) = body.unwrap();
    let name = |line: &str| line.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
    let variants = body.lines().filter_map(|line| line.strip_prefix("    ")).map(name);
    let variants: BTreeSet<String> = variants.filter(|it| it.starts_with(char::is_uppercase)).collect();
    assert!(variants.len() > 25, "{variants:?}");
    let looked = format!("{:?}", hers());
    let of_team = ["Follows", "Deleted", "OtherPair", "Decided", "Report"];
    for variant in variants.iter().filter(|it| !of_team.contains(&it.as_str())) {
        let here = [" ", "(", " {", ",", "]"].iter().any(|end| looked.contains(&format!("{variant}{end}")))
            || looked.contains(&format!("{variant})"));
        assert!(here, "give an example of {variant}");
    }
}
