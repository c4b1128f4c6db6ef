//! Nothing tells on her: what the bot sends of its own accord about a case shows nothing of it on a locked screen, in no
//! language (programme, safeguarding 1). What the team gets may say that there is a case, and nobody's name.

use lazo::domain::case::{
    Card, CaseKind, CaseLetter, Details, Hitch, Note, Outcome, Party, Severity, State, Step, Tap,
};
use lazo::domain::conversation::Side;
use lazo::domain::glance::{GLANCE, Glance};
use lazo::domain::id::{CaseId, ChatId, ConversationId, LetterId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::{Letter, Op, Post, Rank};
use lazo::domain::mail::MailLetter;
use lazo::domain::opening::OpeningLetter;
use lazo::domain::person::{Role, Standing};
use lazo::domain::relay::RelayLetter;
use lazo::domain::removal::{RemovalLetter, Why};
use lazo::domain::safety::{Fate, SafetyLetter};
use lazo::domain::zone::Tz;
use lazo::store::Reader;
use lazo::words::{Words, embedded};
use std::collections::BTreeSet;
use std::path::Path;

use crate::markup::parse;
use crate::shelf::{complains, moment, none, planted, tags, words};

/// A name that stands in no text.
const NAME: &str = "Qqzax";

fn reader(tag: &str, role: Role) -> Reader {
    Reader {
        lang: Lang::new(tag),
        fallback: Lang::source(),
        zone: Tz::known("Europe/Athens"),
        role: Some(role),
        standing: Some(Standing::Ready),
        programme: "Casa Ana".to_owned(),
        both_sides: false,
        switcher: None,
    }
}

/// The words a locked screen shows.
fn first_words(words: &Words, letter: &Letter, reader: &Reader) -> String {
    let text: String = words.screen(&letter.as_new(), reader, moment()).text.into();
    parse(&text).map(|parsed| parsed.text).unwrap_or(text).chars().take(GLANCE).collect()
}

fn card(kind: CaseKind, severity: Severity, (note, state): (Note, State)) -> Letter {
    let party =
        |side| Party { alias: NAME.to_owned(), side, file_number: Some(NAME.to_owned()), write_only: true };
    let details = Details {
        about: Some(party(Side::Mentee)),
        pair: vec![party(Side::Mentor)],
        since: Some(moment()),
        due: Some(moment()),
        ring: vec![format!("{NAME}: 600 000 000")],
        ..Details::default()
    };
    let card = Card {
        case: CaseId(123),
        severity,
        kind,
        opened_at: moment(),
        state,
        note,
        details: Some(details),
        step: Step::Main,
        possible: vec![Tap::Call],
    };
    CaseLetter::Card(Box::new(card)).into()
}

const KINDS: [CaseKind; 23] = [
    CaseKind::Unsafe,
    CaseKind::CallToday,
    CaseKind::CallSoon,
    CaseKind::Worry,
    CaseKind::Support,
    CaseKind::LowMood,
    CaseKind::Report,
    CaseKind::SilentBoth,
    CaseKind::MenteeWaits,
    CaseKind::MentorWaits,
    CaseKind::NoKickoff,
    CaseKind::Decide,
    CaseKind::Unreachable,
    CaseKind::Missed,
    CaseKind::Leaving,
    CaseKind::Unread,
    CaseKind::Team,
    CaseKind::Unseen,
    CaseKind::Contacts,
    CaseKind::Guardian,
    CaseKind::Age,
    CaseKind::Mail,
    CaseKind::Stopped,
];

/// Every card: whatever happened, why ever it is shown now, however it stands.
pub(crate) fn cards() -> Vec<Letter> {
    let notes = [
        Note::Plain,
        Note::NobodyTookIt,
        Note::Climbed,
        Note::Again,
        Note::Said,
        Note::Back,
        Note::Unreached,
        Note::HandedOver(NAME.to_owned()),
    ];
    let name = || NAME.to_owned();
    let states = [
        State::Open,
        State::For(name()),
        State::Taken(name()),
        State::Resting(name(), moment()),
        State::Resolved(Outcome::Solved, Some(name())),
    ];
    let mut cards = Vec::new();
    for kind in KINDS {
        for severity in [Severity::Routine, Severity::Attention, Severity::Urgent] {
            let all = notes.iter().flat_map(|note| states.iter().map(|state| (note.clone(), state.clone())));
            cards.extend(all.map(|how| card(kind, severity, how)));
        }
    }
    cards
}

/// Every letter that is sent unasked and may be about a case.
fn letters() -> Vec<Letter> {
    let case = CaseId(123);
    let digest = CaseLetter::Digest {
        fresh: 1,
        waiting: 1,
        overdue: 1,
        untold: 1,
        quiet: vec![NAME.to_owned()],
        more: 0,
        alone: vec![NAME.to_owned()],
        mail: vec![NAME.to_owned()],
        unreached: 1,
        stopped: vec![(ConversationId(1), Some(3))],
        paused: vec![(ConversationId(2), Some(moment()))],
        asks: true,
    };
    let mut letters: Vec<Letter> = vec![
        digest.into(),
        CaseLetter::GroupLost.into(),
        CaseLetter::Mistake.into(),
        CaseLetter::LookAfter { alias: NAME.to_owned() }.into(),
        CaseLetter::GroupRefuses { safe: false, why: Hitch::Rights }.into(),
        CaseLetter::GroupWorks { safe: true }.into(),
        CaseLetter::GroupHolds { safe: false, sure: true }.into(),
        CaseLetter::StaffAway { alias: NAME.to_owned() }.into(),
        CaseLetter::Nudge { partner: Some(NAME.to_owned()) }.into(),
        CaseLetter::Nudge { partner: None }.into(),
        SafetyLetter::Report { case, alias: NAME.to_owned(), source: None }.into(),
        SafetyLetter::Follows { case, of: None }.into(),
        SafetyLetter::OtherPair { case, pair: ConversationId(1), members: vec![NAME.to_owned()] }.into(),
        SafetyLetter::SomebodyHasIt.into(),
        SafetyLetter::NobodyYet.into(),
        SafetyLetter::NobodyYet.unheard().into(),
        SafetyLetter::Over.into(),
        SafetyLetter::GoesOn { name: Some(NAME.to_owned()), fate: Fate::Ends, conversation: None }.into(),
        RemovalLetter::Yours(Why::Hurts).into(),
        RemovalLetter::Here.into(),
        OpeningLetter::Unchanged(2).into(),
        OpeningLetter::Hers {
            conversation: ConversationId(1),
            partner: Some(NAME.to_owned()),
            waits: Some((2, moment())),
            to_team: true,
            called: NAME.to_owned(),
        }
        .into(),
        RelayLetter::CannotDeliver.into(),
        RelayLetter::NotDelivered.into(),
        RelayLetter::Late.into(),
        RelayLetter::Rests.into(),
        RelayLetter::Lost { count: 2, some: false }.into(),
        RelayLetter::Unpaused.into(),
        RelayLetter::Ended.into(),
        RelayLetter::From { alias: NAME.to_owned(), side: Side::Team, mark: 1 }.into(),
        MailLetter::Sealed(Box::new(SafetyLetter::Mistake.into())).into(),
    ];
    letters.extend(cards());
    letters
}

/// The words that tell, of one locale.
fn telling(tag: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/telling/{tag}.txt"));
    let list = std::fs::read_to_string(path).unwrap_or_default();
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_lowercase).collect()
}

fn check(words: &Words, letters: &[Letter]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        let telling = telling(&tag);
        if telling.len() < 20 {
            complaints.push(format!("{tag}: tests/data/telling/{tag}.txt lists too few words that tell"));
        }
        for letter in letters {
            let nobody = letter.glance() == Glance::Nobody;
            let role = if nobody { Role::Coordinator } else { Role::Mentee };
            let seen = first_words(words, letter, &reader(&tag, role)).to_lowercase();
            let tells = telling.iter().find(|word| seen.contains(*word));
            let names = seen.contains(&NAME.to_lowercase());
            if nobody && names {
                complaints.push(format!("{tag}: a name: {seen:?}"));
            }
            if let Some(word) = tells.filter(|_| !nobody) {
                complaints.push(format!("{tag}: {word}: {seen:?}"));
            }
        }
    }
    complaints
}

#[test]
fn no_locked_screen_tells_of_a_case_nor_shows_the_team_a_name() {
    none(&check(&words(&embedded()), &letters()));
}

#[test]
fn a_word_that_tells_and_a_name_on_the_first_lines_are_noticed() {
    let telling = planted("en", "mail.ftl", "Your team wrote to you", "Your team can help you");
    complains(&check(&words(&telling), &letters()), "en: help");
    let name = planted("en", "case.ftl", "🔁 This case is handed to you.", "🔁 Qqzax hands you this.");
    complains(&check(&words(&name), &letters()), "en: a name");
}

/// The variants that `src/domain/glance.rs` says are sent unasked, as `CaseLetter::Card`.
fn marked() -> BTreeSet<String> {
    let source = include_str!("../../src/domain/glance.rs");
    let (mut arm, mut marked) = (String::new(), BTreeSet::new());
    for line in source.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        arm.push_str(line);
        let Some((patterns, glance)) = arm.split_once("=> Glance::") else {
            if line.contains("=>") || line.ends_with(['{', ';', '}']) && !line.contains("Letter::") {
                arm.clear();
            }
            continue;
        };
        if ["Nothing", "Nobody", "Sealed"].iter().any(|it| glance.starts_with(it)) {
            let variants = patterns.split('|').filter_map(|pattern| {
                let (feature, rest) = pattern.split_once("Letter::")?;
                let feature: String = feature.chars().rev().take_while(|c| c.is_alphabetic()).collect();
                let feature: String = feature.chars().rev().collect();
                let variant: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                Some(format!("{feature}({variant}"))
            });
            marked.extend(variants);
        }
        arm.clear();
    }
    marked
}

#[test]
fn every_letter_that_may_come_unasked_about_a_case_is_looked_at() {
    let looked: BTreeSet<String> = letters()
        .iter()
        .map(|letter| format!("{letter:?}").split([' ', ',', ')']).next().unwrap_or_default().to_owned())
        .map(|name| name.split_inclusive('(').take(2).collect::<String>().trim_end_matches('(').to_owned())
        .collect();
    let marked = marked();
    assert!(marked.len() > 10 && marked.contains("Case(Card"), "{marked:?}");
    let missing: Vec<_> = marked.difference(&looked).collect();
    assert!(missing.is_empty(), "give an example of each in letters(): {missing:?}");
}

#[test]
fn what_would_tell_is_closed_as_a_new_message_and_open_in_its_place() {
    let telling: Letter = RemovalLetter::Here.into();
    assert_eq!(telling.glance(), Glance::Sealed);
    let Letter::Mail(MailLetter::Sealed(inside)) = telling.as_new() else { panic!("it is open") };
    assert_eq!(*inside, telling);
    let closed = telling.as_new();
    assert_eq!(closed.as_new(), closed, "what is closed is not closed twice");
    let answer: Letter = SafetyLetter::Menu { about: None, mentees: Vec::new() }.into();
    assert_eq!(answer.as_new(), answer);
}

/// What is sealed is sealed because it tells: *Clear here* must find it, in whatever form it was posted. Of what the team took
/// back nobody can say whose case it was; what is for the team stays in the team's chats.
#[test]
fn what_would_tell_is_found_when_she_clears_her_chat() {
    let mut sealed = 0;
    for letter in letters() {
        let took_back = matches!(letter, Letter::Removal(_));
        let sealed_already = matches!(letter, Letter::Mail(_));
        let tells = letter.glance() == Glance::Sealed && !took_back || sealed_already;
        sealed += usize::from(tells);
        assert_eq!(letter.tells(), tells, "{letter:?}");
        let of = LetterId(1);
        for op in [Op::Write(letter.as_new()), Op::Write(letter.clone()), Op::Rewrite { of, with: letter }] {
            let rank = Post::op(ChatId(1), Rank::Relay, op).rank;
            assert_eq!(rank == Rank::Safety, tells);
        }
    }
    assert!(sealed > 4, "{sealed}");
}
