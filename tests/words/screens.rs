//! What somebody may read who presses 🆘, whose conversation rests, or who takes a break: every letter, as it is composed.

use lazo::domain::answers::Question;
use lazo::domain::checkin::{Ask, CheckinLetter, Promise as Kept, Turn};
use lazo::domain::country::Country;
use lazo::domain::help::{HelpLetter, Task};
use lazo::domain::helplines::Lines;
use lazo::domain::id::{CaseId, CheckinId, ConversationId, PersonId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::Letter;
use lazo::domain::on_call::Promise;
use lazo::domain::opening::OpeningLetter;
use lazo::domain::person::{Role, Standing};
use lazo::domain::relay::RelayLetter;
use lazo::domain::removal::{RemovalLetter, Why};
use lazo::domain::safety::{
    Call, Fate, Heard, InCircle, Mentee, Reached, SafetyLetter, Stands, Stopped, Too,
};
use lazo::domain::talk::Side;
use lazo::domain::zone::Tz;
use lazo::store::Reader;
use lazo::words::Words;

use crate::shelf::moment;

pub(crate) use crate::glance::cards;

const NAME: &str = "Tomás";

/// Somebody who reads a language, in a programme that speaks another.
pub(crate) fn reads((lang, programme): (&str, &str)) -> Reader {
    Reader {
        lang: Lang::new(lang),
        fallback: Lang::new(programme),
        zone: Tz::known("Europe/Athens"),
        role: Some(Role::Mentee),
        standing: Some(Standing::Ready),
        programme: "Casa Ana".to_owned(),
        both_sides: false,
        switcher: None,
    }
}

/// What a letter says, as it is sent.
pub(crate) fn text(words: &Words, letter: &Letter, reader: &Reader) -> String {
    words.screen(letter, reader, moment()).text.into()
}

fn promises() -> [Promise; 3] {
    [Promise::Before(moment()), Promise::From { from: moment() }, Promise::None]
}

/// What is said at her tap and after each of her answers.
fn after_the_tap() -> Vec<SafetyLetter> {
    let (case, about, name) = (CaseId(1), ConversationId(1), || NAME.to_owned());
    let stopped = || vec![Stopped { conversation: about, name: name() }];
    let member = |named| InCircle { person: PersonId(1), alias: name(), named };
    let mentees = vec![Mentee { person: PersonId(1), pair: about, alias: name() }];
    let mut letters = vec![
        SafetyLetter::Menu { about: None, mentees },
        SafetyLetter::Mistake,
        SafetyLetter::MistakeNoted,
        SafetyLetter::Stopped { case, partner: Some(name()), paused_until: None },
        SafetyLetter::Stopped { case, partner: None, paused_until: None },
        SafetyLetter::StoppedAll(stopped()),
        SafetyLetter::WhoIsFine { about, others: stopped() },
        SafetyLetter::WhoInCircle { case, members: vec![member(true), member(false)] },
        SafetyLetter::TeamReads,
        SafetyLetter::OnlyTeam { case },
        SafetyLetter::SomebodyHasIt,
        SafetyLetter::NobodyYet,
        SafetyLetter::Over,
        SafetyLetter::GoesOn { name: Some(name()), fate: Fate::Stays, conversation: None },
        SafetyLetter::GoesOn { name: Some(name()), fate: Fate::Ends, conversation: None },
        SafetyLetter::Cleared,
        SafetyLetter::ClearedLater,
        SafetyLetter::ClearedLately,
        SafetyLetter::ClearedOne,
    ];
    for promise in promises() {
        for open in [Vec::new(), vec![(about, name())]] {
            let stands = [Stands::Alone, Stands::Stopped, Stands::Open].into_iter();
            let next = |conversation| {
                let open = open.clone();
                SafetyLetter::Next { case, conversation, promise, joined: true, open }
            };
            letters.extend(stands.map(next));
            let ways = [Reached::Call, Reached::Write, Reached::NotNow].into_iter();
            let noted = |how| {
                let open = open.clone();
                SafetyLetter::Noted { case: Some(case), how, promise, joined: true, open }
            };
            letters.extend(ways.map(noted));
        }
    }
    letters
}

/// What the other ways in the menu lead to.
fn other_ways() -> Vec<SafetyLetter> {
    let (case, conversation) = (CaseId(1), ConversationId(1));
    let outside = || [None, Some("Board: 600 000 000".to_owned())];
    let mut letters = vec![
        SafetyLetter::Worried,
        SafetyLetter::WhomOfTeam,
        SafetyLetter::WhichOfTeam(vec![(PersonId(1), NAME.to_owned())]),
        SafetyLetter::Call { joined: true },
        SafetyLetter::NothingToReport,
    ];
    for by in [Heard::Lead, Heard::Outside, Heard::Nobody] {
        for (also, outside) in [true, false].into_iter().flat_map(|also| outside().map(|it| (also, it))) {
            let outside = outside.filter(|_| by != Heard::Nobody);
            letters.push(SafetyLetter::TeamTold { by, outside, joined: true, also });
        }
    }
    for promise in promises() {
        for when in [Call::Today, Call::ThisWeek] {
            letters.push(called(when, promise));
        }
    }
    for too in [Too::Nothing, Too::Asks { case, conversation }, Too::Stopped] {
        letters.push(SafetyLetter::Reported { too, joined: true });
        letters.extend(outside().map(|outside| SafetyLetter::ReportedStaff { too, outside }));
    }
    letters
}

fn called(when: Call, promise: Promise) -> SafetyLetter {
    SafetyLetter::TeamCalls { when, promise, joined: true }
}

pub(crate) fn kept() -> [Kept; 5] {
    [Kept::Call(moment()), Kept::Touch(moment()), Kept::From(moment()), Kept::Asked, Kept::Told]
}

/// What is said of breaks, stops, worries and what was taken away.
fn beside_it() -> Vec<Letter> {
    let name = || Some(NAME.to_owned());
    let mut letters: Vec<Letter> = vec![
        CheckinLetter::Guidance.into(),
        CheckinLetter::OnlyTeam { partner: name() }.into(),
        HelpLetter::Which { task: Task::Call(Call::Today), parts: Vec::new() }.into(),
        HelpLetter::Which { task: Task::AboutTeam, parts: Vec::new() }.into(),
        HelpLetter::Pause.into(),
        HelpLetter::MayKnow { weeks: 1, partner: name() }.into(),
        HelpLetter::MayKnow { weeks: 1, partner: None }.into(),
        HelpLetter::Paused(moment()).into(),
        HelpLetter::BreakOver.into(),
        HelpLetter::WhileAway.into(),
        HelpLetter::BreakKept(moment()).into(),
        HelpLetter::PartnerAway { name: name(), until: moment() }.into(),
        HelpLetter::PartnerAway { name: None, until: moment() }.into(),
        HelpLetter::PartnerBack { name: NAME.to_owned() }.into(),
        HelpLetter::PauseAlone.into(),
        HelpLetter::Leave { team: true }.into(),
        RelayLetter::Rests.into(),
        RelayLetter::Unpaused.into(),
        RelayLetter::CannotDeliver.into(),
        RelayLetter::NotDelivered.into(),
        RelayLetter::Ended.into(),
        RelayLetter::TeamNobody.into(),
        RelayLetter::TeamSent.into(),
        SafetyLetter::MailLater(Promise::From { from: moment() }).into(),
        SafetyLetter::MailLater(Promise::None).into(),
        RelayLetter::NotSent.into(),
        RelayLetter::TeamPrompt { partner: name() }.into(),
        RelayLetter::WritesTo { name: NAME.to_owned(), in_danger: true }.into(),
        OpeningLetter::Unchanged(2).into(),
        OpeningLetter::Stays.into(),
        OpeningLetter::Late.into(),
        RemovalLetter::Yours(Why::Hurts).into(),
        RemovalLetter::Here.into(),
    ];
    for partner in [name(), None] {
        for (waits, to_team) in
            [None, Some((2, moment()))].into_iter().flat_map(|it| [(it, true), (it, false)])
        {
            let partner = partner.clone();
            let (conversation, called) = (ConversationId(1), NAME.to_owned());
            letters.push(OpeningLetter::Hers { conversation, partner, waits, to_team, called }.into());
        }
        for promise in kept() {
            let (partner, promise) = (partner.clone(), Some(promise));
            letters.push(CheckinLetter::Thanks { partner, promise }.into());
        }
        let ask = Ask {
            checkin: CheckinId(1),
            side: Side::Mentor,
            question: Question::Worry,
            partner: partner.clone(),
            since: moment(),
            silent: false,
            turn: Turn::Next,
        };
        letters.push(CheckinLetter::Ask(ask).into());
    }
    letters
}

/// All of it; what is about 🆘 also with the host country's numbers and the programme's own help lines, and where nobody may know of it.
pub(crate) fn hers() -> Vec<Letter> {
    let own = || vec!["Casa Ana: 600 000 000".to_owned(), "Red: 900 000 000".to_owned()];
    let lines = || Lines { country: Country::find("es"), own: own(), write: false };
    let all = after_the_tap().into_iter().chain(other_ways());
    let all = all.flat_map(|letter| {
        [letter.clone(), letter.clone().beside(lines()), letter.unheard().beside(lines())]
    });
    let calls = [true, false].map(|write| HelpLetter::Calls { write }.into());
    all.map(Letter::from).chain(beside_it()).chain(calls).collect()
}
