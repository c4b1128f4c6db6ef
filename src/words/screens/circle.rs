//! What is said about circles.

use super::{Page, listed, relay};
use crate::domain::circle::{CircleAnswer, CircleLetter, MOST, Obstacle, Seat, Waits};
use crate::domain::conversation::Side;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::Letter;
use crate::domain::listed::{PairLine, Who};
use crate::domain::paging::Turn;
use crate::words::{
    Count, Html, Name, Plain, Raw, Voice, circle, common, desk, pairing, readiness, supervised,
};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &CircleLetter) -> Html {
    let voice = &page.voice;
    match letter {
        CircleLetter::Members { seats, .. } => members(voice, seats),
        CircleLetter::Whom { side, sheet, .. } => {
            let heading = if *side == Side::Mentor { circle::whom_mentor } else { circle::whom_mentee };
            let lines = sheet.lines.iter().zip(1..);
            lines.fold(heading(voice), |text, (it, number)| text.then(&listed::waiting(voice, number, it)))
        }
        CircleLetter::Nobody(_) => circle::nobody(voice),
        CircleLetter::Cannot { who, why, .. } => cannot(voice, &listed::name(voice, who), *why),
        CircleLetter::SureAsk { who, .. } => circle::sure_ask(voice, Name(&listed::name(voice, who))),
        CircleLetter::Asking { who, .. } => circle::asking(voice, Name(&listed::name(voice, who))),
        CircleLetter::SureRemove { who, .. } => circle::sure_remove(voice, Name(&listed::name(voice, who))),
        CircleLetter::LastOne { who, .. } => circle::last(voice, Name(&listed::name(voice, who))),
        CircleLetter::ToldJoined { pair, who } => told(voice, circle::told_joined(voice), pair, who),
        CircleLetter::ToldNo { pair, who } => told(voice, circle::told_no(voice), pair, who),
        CircleLetter::ToldRefused { pair, who, by } => {
            told_by(voice, circle::told_refused(voice), (pair, who), std::slice::from_ref(by))
        }
        CircleLetter::ToldUnanswered { pair, who, by } => {
            told_by(voice, circle::told_unanswered(voice), (pair, who), by)
        }
        CircleLetter::ToldSilent { pair, who } => told(voice, circle::told_silent(voice), pair, who),
        CircleLetter::Agree { pair, newcomer, alias, side, again } => {
            let who = relay::from(page, alias, *side, newcomer.0);
            let text = circle::agree(voice).line(&who).line(&circle::agree_team(voice));
            let text = if *again { pairing::again(voice).then(&text) } else { text };
            page.about(*pair, text)
        }
        CircleLetter::Agreed => circle::agreed(voice),
        CircleLetter::Waits => circle::waits(voice),
        CircleLetter::Ask { names, watched, again, .. } => {
            let text = circle::ask(voice, Raw(names));
            let text = if *again { pairing::again(voice).then(&text) } else { text };
            if *watched { text.then(&supervised::offer_group(voice)) } else { text }
        }
        CircleLetter::Declined => circle::declined(voice),
        CircleLetter::Over => circle::over(voice),
        CircleLetter::Welcome { names, .. } => circle::welcome(voice, Raw(names)),
        CircleLetter::Joined { pair, alias, side, mark } => {
            let who = relay::from(page, alias, *side, *mark);
            let text = circle::joined(voice).line(&who).line(&circle::everybody(voice));
            page.about(*pair, text)
        }
        CircleLetter::Left { pair, alias, side, mark } => {
            page.about(*pair, circle::left(voice).line(&relay::from(page, alias, *side, *mark)))
        }
        CircleLetter::Out => circle::out(voice),
        CircleLetter::Reached { reached, of } => circle::reached(voice, Count(*reached), Count(*of)),
        CircleLetter::MuteWhich(_) => circle::mute_which(voice),
        CircleLetter::Muted { pair, daily: false } => page.about(*pair, circle::muted(voice)),
        CircleLetter::Muted { pair, daily: true } => page.about(*pair, circle::muted_daily(voice)),
        CircleLetter::Unmuted(pair) => page.about(*pair, circle::unmuted(voice)),
        CircleLetter::NoCircle => circle::none(voice),
        CircleLetter::Today { pair, count } => page.about(*pair, circle::today(voice, Count(*count))),
    }
}

fn members(voice: &Voice<'_>, seats: &[Seat]) -> Html {
    let line = |seat: &Seat| match (seat.asked, seat.side) {
        (true, _) if seat.waits == Waits::Members => circle::members_asked(voice, Name(&seat.alias)),
        (true, _) => circle::asked(voice, Name(&seat.alias)),
        (false, Side::Mentor) => circle::mentor(voice, Name(&seat.alias)),
        (false, Side::Mentee | Side::Team) => circle::mentee(voice, Name(&seat.alias)),
    };
    let text = seats.iter().fold(circle::members(voice), |text, seat| text.line(&line(seat)));
    if seats.len() < MOST { text } else { text.then(&full(voice)) }
}

fn full(voice: &Voice<'_>) -> Html {
    circle::full(voice, Count(i64::try_from(MOST).unwrap_or(i64::MAX)))
}

fn cannot(voice: &Voice<'_>, name: &str, why: Obstacle) -> Html {
    match why {
        Obstacle::Full => full(voice),
        Obstacle::Taken => pairing::taken(voice, Name(name)),
        Obstacle::SameAccount => circle::same_account(voice, Name(name)),
        Obstacle::Minor => circle::minor(voice, Name(name)),
        Obstacle::NoReader => supervised::no_reader(voice),
        Obstacle::Rests => circle::rests(voice),
        Obstacle::NotNow => circle::not_now(voice),
        Obstacle::GroupFirst => supervised::asks_first(voice),
    }
}

fn told(voice: &Voice<'_>, what: Html, pair: &PairLine, who: &Who) -> Html {
    what.line(&listed::who(voice, who)).then(&listed::names(voice, pair))
}

/// Who in the pair kept somebody from coming in.
fn told_by(voice: &Voice<'_>, what: Html, (pair, who): (&PairLine, &Who), by: &[Who]) -> Html {
    let what = by.iter().fold(what, |text, member| text.line(&listed::who(voice, member)));
    what.then(&circle::told_newcomer(voice)).line(&listed::who(voice, who)).then(&listed::names(voice, pair))
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &CircleAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        CircleAnswer::Card(_) => common::back(voice),
        CircleAnswer::Members(_) => match inside(letter) {
            Some(
                CircleLetter::Asking { .. }
                | CircleLetter::ToldJoined { .. }
                | CircleLetter::ToldNo { .. }
                | CircleLetter::ToldRefused { .. }
                | CircleLetter::ToldUnanswered { .. }
                | CircleLetter::ToldSilent { .. },
            ) => circle::button(voice),
            Some(_) | None => common::back(voice),
        },
        CircleAnswer::Whom(_, side, turn) => whom(voice, letter, (*side, *turn)),
        CircleAnswer::Choose(_, who) => choose(voice, letter, *who),
        CircleAnswer::Ready(..) => readiness::button(voice),
        CircleAnswer::Ask(..) => circle::sure_ask_yes(voice),
        CircleAnswer::Remove(_, who) => remove(voice, letter, *who),
        CircleAnswer::SureRemove(..) => circle::sure_remove_yes(voice),
        CircleAnswer::Agree(_, _, true) => circle::agree_yes(voice),
        CircleAnswer::Agree(_, _, false) => circle::agree_no(voice),
        CircleAnswer::Accept(..) => circle::ask_yes(voice),
        CircleAnswer::Decline(_) => circle::ask_no(voice),
        CircleAnswer::Team => crate::words::relay::rests_team(voice),
        CircleAnswer::Mute(pair) => mute(voice, letter, *pair),
        CircleAnswer::Unmute(_) => circle::muted_sound(voice),
        CircleAnswer::Daily(_, true) => circle::muted_daily_on(voice),
        CircleAnswer::Daily(_, false) => circle::muted_daily_off(voice),
    }
}

fn inside(letter: &Letter) -> Option<&CircleLetter> {
    if let Letter::Circle(letter) = letter { Some(letter) } else { None }
}

fn whom(voice: &Voice<'_>, letter: &Letter, (side, turn): (Side, Turn)) -> Plain {
    match inside(letter) {
        Some(CircleLetter::Whom { sheet, .. }) => listed::turn(voice, sheet, turn),
        Some(_) | None if side == Side::Mentor => circle::members_mentor(voice),
        Some(_) | None => circle::members_mentee(voice),
    }
}

fn choose(voice: &Voice<'_>, letter: &Letter, who: PersonId) -> Plain {
    let Some(CircleLetter::Whom { sheet, .. }) = inside(letter) else { return common::back(voice) };
    let found = sheet.lines.iter().zip(1..).find(|(line, _)| line.who.id == who);
    found.map_or_else(
        || common::back(voice),
        |(line, number)| desk::entry_open(voice, Count(number), Name(&listed::name(voice, &line.who))),
    )
}

fn remove(voice: &Voice<'_>, letter: &Letter, who: PersonId) -> Plain {
    let Some(CircleLetter::Members { seats, .. }) = inside(letter) else { return common::back(voice) };
    let name = seats.iter().find(|seat| seat.person == who).map_or("", |seat| seat.alias.as_str());
    circle::members_remove(voice, Name(name))
}

fn mute(voice: &Voice<'_>, letter: &Letter, pair: ConversationId) -> Plain {
    let Some(CircleLetter::MuteWhich(circles)) = inside(letter) else { return circle::unmuted_mute(voice) };
    let name = circles.iter().find(|(id, _)| *id == pair).map_or("", |(_, name)| name.as_str());
    circle::mute_one(voice, Name(name))
}
