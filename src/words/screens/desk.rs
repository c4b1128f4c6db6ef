//! The coordinator's lists and cards.

use super::{Page, listed};
use crate::domain::closing::ClosingReason;
use crate::domain::conversation::Supervised;
use crate::domain::desk::{DeskAnswer, DeskLetter};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::Letter;
use crate::domain::listed::{PairCard, PairLine, PersonCard, Sign};
use crate::domain::paging::Sheet;
use crate::domain::person::Role;
use crate::words::{
    Count, Day, Html, Name, Plain, Raw, Voice, case, circle, common, departure, desk, find, guardian,
    invites, readiness, supervised,
};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &DeskLetter) -> Html {
    let voice = &page.voice;
    match letter {
        DeskLetter::Pairs(sheet) => pairs(voice, desk::pairs(voice), sheet),
        DeskLetter::Needs(sheet) => {
            let heading = desk::pairs(voice);
            let several = sheet.lines.len() > 1;
            let heading = if several { heading.line(&desk::pairs_order(voice)) } else { heading };
            pairs(voice, heading, sheet)
        }
        DeskLetter::NoPairs => desk::pairs_none(voice),
        DeskLetter::Pair(card) => pair_card(voice, card),
        DeskLetter::HowLong(pair) => desk::pause(voice).then(&listed::names(voice, pair)),
        DeskLetter::Why { pair, .. } => desk::why(voice).then(&listed::names(voice, pair)),
        DeskLetter::WhichSide(pair) => desk::side(voice).then(&listed::names(voice, pair)),
        DeskLetter::SureClose { pair, reason } => {
            desk::close(voice).then(&listed::names(voice, pair)).line(&because(voice, *reason))
        }
        DeskLetter::Heard(pair) => case::ask_heard(voice).then(&listed::names(voice, pair)),
        DeskLetter::Closed { pair, reason, closed, open } => {
            let text = desk::closed(voice).then(&listed::names(voice, pair)).line(&because(voice, *reason));
            let too = (*closed > 0).then(|| desk::closed_too(voice, Count(*closed)));
            let open = (*open > 0).then(|| desk::open_cases(voice, Count(*open)));
            too.into_iter().chain(open).fold(text, |text, line| text.line(&line))
        }
        DeskLetter::Roles => desk::roles(voice),
        DeskLetter::People { role: of, sheet } => {
            let heading = desk::people(voice, Raw(role(voice, *of).as_str()));
            let lines = sheet.lines.iter().zip(1..);
            lines.fold(heading, |text, (person, number)| {
                text.then(&listed::person_entry(voice, number, person))
            })
        }
        DeskLetter::Nobody(of) => desk::people_none(voice, Raw(role(voice, *of).as_str())),
        DeskLetter::Person(card) => person_card(page, card),
        DeskLetter::Rival => desk::rival(voice),
    }
}

fn pairs(voice: &Voice<'_>, heading: Html, sheet: &Sheet<PairLine>) -> Html {
    let lines = sheet.lines.iter().zip(1..);
    lines.fold(heading, |text, (pair, number)| text.then(&listed::pair_entry(voice, number, pair)))
}

fn because(voice: &Voice<'_>, reason: ClosingReason) -> Html {
    desk::reason(voice, Raw(self::reason(voice, reason).as_str()))
}

fn pair_card(voice: &Voice<'_>, card: &PairCard) -> Html {
    let mut text = desk::card(voice)
        .line(&listed::names(voice, &card.line))
        .then(&listed::sign(voice, card.line.sign))
        .line(&card.contact.map_or_else(|| desk::contact_none(voice), |at| desk::contact_day(voice, Day(at))))
        .line(&listed::rhythm(voice, card.line.rhythm));
    if let Some(since) = card.since {
        text = text.line(&desk::since(voice, Day(since)));
    }
    if let Some(until) = card.until {
        let on_break = card.line.sign == Sign::Paused;
        let until = Day(until);
        text =
            text.line(&if on_break { desk::until(voice, until) } else { desk::stopped_until(voice, until) });
    }
    match card.supervised {
        Supervised::No => {}
        Supervised::Asked => text = text.line(&supervised::card_asked(voice)),
        Supervised::Yes => text = text.line(&supervised::card_yes(voice)),
    }
    if card.cases > 0 {
        text = text.line(&desk::open_cases(voice, Count(card.cases)));
    }
    if card.nobody_else {
        text = text.then(&desk::own_pair(voice));
    }
    text
}

fn person_card(page: &Page<'_>, card: &PersonCard) -> Html {
    let voice = &page.voice;
    let mut lines = vec![desk::people(voice, Raw(role(voice, card.role).as_str()))];
    lines.push(listed::place(voice, &card.line.place));
    lines.extend(card.line.absence.map(|absence| listed::absence(voice, absence)));
    if !card.partners.is_empty() {
        lines.push(desk::partner(voice, Name(&card.partners.join(", "))));
    }
    lines.extend(card.coordinator.as_ref().map(|name| desk::after(voice, Name(name))));
    lines.extend(card.caseload.map(|count| desk::caseload(voice, Count(count))));
    lines.extend(card.readiness.iter().flat_map(|facts| super::readiness::lines(page, facts)));
    lines.extend(card.places.map(|count| desk::places(voice, Count(count))));
    lines.extend(card.young.iter().flat_map(|young| super::guardian::card(voice, young)));
    lines.push(desk::joined(voice, Day(card.joined)));
    if !card.languages.is_empty() {
        lines.push(desk::speaks(voice, Raw(&listed::languages(page, &card.languages))));
    }
    if !card.topics.is_empty() {
        lines.push(desk::topics(voice, Raw(&listed::topics(voice, &card.topics))));
    }
    if !card.slots.is_empty() {
        lines.push(desk::slots(voice, Raw(&listed::slots(voice, &card.slots))));
    }
    lines.iter().fold(listed::who(voice, &card.line.who), Html::line)
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &DeskAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        DeskAnswer::Pairs(turn) => {
            if let Letter::Desk(DeskLetter::Pairs(sheet) | DeskLetter::Needs(sheet)) = letter {
                listed::turn(voice, sheet, *turn)
            } else if let Letter::Desk(DeskLetter::Closed { .. }) = letter {
                desk::closed_list(voice)
            } else {
                common::back(voice)
            }
        }
        DeskAnswer::Pair(id) => pair_label(voice, letter, *id),
        DeskAnswer::Release(_) | DeskAnswer::SureRelease(_) => desk::card_release(voice),
        DeskAnswer::Pause(_) => desk::card_pause(voice),
        DeskAnswer::PauseFor(_, weeks) => case::stays_weeks(voice, Count(*weeks)),
        DeskAnswer::Close(_) => {
            let card = matches!(letter, Letter::Desk(DeskLetter::Pair(_)));
            if card { desk::card_close(voice) } else { common::back(voice) }
        }
        DeskAnswer::MoreReasons(_) => common::more(voice),
        DeskAnswer::NoContact(_) => desk::why_contact(voice),
        DeskAnswer::Reason(_, reason) => self::reason(voice, *reason),
        DeskAnswer::SureClose(..) => desk::close_yes(voice),
        DeskAnswer::Heard(_, was) => super::case::heard(voice, *was),
        DeskAnswer::Find => find::button(voice),
        DeskAnswer::Number(_) => invites::number(voice),
        DeskAnswer::Roles => desk::roles_other(voice),
        DeskAnswer::People(of, turn) => {
            if let Letter::Desk(DeskLetter::People { sheet, .. }) = letter {
                listed::turn(voice, sheet, *turn)
            } else if let Letter::Desk(DeskLetter::Roles) = letter {
                role(voice, *of)
            } else {
                common::back(voice)
            }
        }
        DeskAnswer::Person(id) => person_label(voice, letter, *id),
        DeskAnswer::Match(_) => desk::find_mentor(voice),
        DeskAnswer::Places(_, places) => desk::places_change(voice, Count(*places)),
        DeskAnswer::Guardian(_) => guardian::button(voice),
        DeskAnswer::Readiness(_) => readiness::button(voice),
        DeskAnswer::Young(answer) => super::guardian::label(page, letter, answer),
        DeskAnswer::Move(_) => case::move_her(voice),
        DeskAnswer::Supervision(_) => supervised::button(voice),
        DeskAnswer::Members(_) => circle::button(voice),
        DeskAnswer::TakeOut(_) => departure::button(voice),
    }
}

fn pair_label(voice: &Voice<'_>, letter: &Letter, id: ConversationId) -> Plain {
    if let Letter::Desk(DeskLetter::Heard(_)) = letter {
        return case::heard_not_yet(voice);
    }
    let Letter::Desk(DeskLetter::Pairs(sheet) | DeskLetter::Needs(sheet)) = letter else {
        return common::back(voice);
    };
    let found = sheet.lines.iter().zip(1..).find(|(pair, _)| pair.id == id);
    found.map_or_else(
        || common::back(voice),
        |(pair, number)| desk::entry_open(voice, Count(number), Name(&pair.mentees.join(", "))),
    )
}

fn person_label(voice: &Voice<'_>, letter: &Letter, id: PersonId) -> Plain {
    let Letter::Desk(DeskLetter::People { sheet, .. }) = letter else { return common::back(voice) };
    let found = sheet.lines.iter().zip(1..).find(|(line, _)| line.who.id == id);
    found.map_or_else(
        || common::back(voice),
        |(line, number)| desk::entry_open(voice, Count(number), Name(&listed::name(voice, &line.who))),
    )
}

fn role(voice: &Voice<'_>, role: Role) -> Plain {
    match role {
        Role::Mentee => common::role_mentee(voice),
        Role::Mentor => common::role_mentor(voice),
        Role::Coordinator => common::role_coordinator(voice),
        Role::Lead => common::role_lead(voice),
    }
}

/// Why a pair ends, wherever that is said.
pub(super) fn reason(voice: &Voice<'_>, reason: ClosingReason) -> Plain {
    match reason {
        ClosingReason::Goals => desk::why_goals(voice),
        ClosingReason::NoContactMentee => desk::why_mentee(voice),
        ClosingReason::NoContactMentor => desk::why_mentor(voice),
        ClosingReason::NoContactBoth => desk::why_both(voice),
        ClosingReason::Time => desk::why_time(voice),
        ClosingReason::Fit => desk::why_fit(voice),
        ClosingReason::Moved => desk::why_moved(voice),
        ClosingReason::OtherHelp => desk::why_help(voice),
        ClosingReason::Conduct => desk::why_conduct(voice),
        ClosingReason::Other => desk::why_other(voice),
    }
}
