//! What is said about somebody who is 16 or 17.

use super::{Page, listed};
use crate::domain::guardian::{GuardianAnswer, GuardianLetter};
use crate::domain::letter::Letter;
use crate::words::{Dated, Html, Name, Plain, Raw, Voice, common, guardian, supervised};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &GuardianLetter) -> Html {
    let voice = &page.voice;
    let name = |who| listed::called(voice, who);
    match letter {
        GuardianLetter::Role(who) => guardian::role(voice, Name(&name(who))),
        GuardianLetter::Day { again: true, today, .. } => guardian::day_again(voice, Dated(noon(*today))),
        GuardianLetter::Day { who, role, again: false, .. } => {
            guardian::day(voice, Name(&name(who)), Raw(&role_name(voice, role)))
        }
        GuardianLetter::Paper { who, role, on } => {
            guardian::paper(voice, Name(&name(who)), Raw(&role_name(voice, role)), Dated(noon(*on)))
        }
        GuardianLetter::Recorded(who) => guardian::recorded(voice, Name(&name(who))),
        GuardianLetter::Cancelled => guardian::cancelled(voice),
        GuardianLetter::NoReader => guardian::no_reader(voice),
        GuardianLetter::GoOn => guardian::go_on(voice),
        GuardianLetter::When { again: false, .. } => guardian::when(voice),
        GuardianLetter::When { again: true, .. } => guardian::when_again(voice),
        GuardianLetter::Of18 => guardian::of_18(voice),
        GuardianLetter::Of18Again => guardian::of_18_again(voice),
        GuardianLetter::Agreed => guardian::agreed(voice),
        GuardianLetter::Declined => guardian::declined(voice),
        GuardianLetter::Told { who, agreed: true, .. } => guardian::told(voice, Name(&name(who))),
        GuardianLetter::Told { who, agreed: false, .. } => guardian::told_not(voice, Name(&name(who))),
        GuardianLetter::ToldSilent(who) => guardian::told_silent(voice, Name(&name(who))),
    }
}

/// Noon in the middle of the world: the same day nearly everywhere.
fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc()
}

/// A guardian's role in words.
fn role_name(voice: &Voice<'_>, role: &str) -> String {
    match role {
        "mother" => guardian::role_mother(voice).into(),
        "father" => guardian::role_father(voice).into(),
        "guardian" => guardian::role_guardian(voice).into(),
        typed => typed.to_owned(),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &GuardianAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        GuardianAnswer::Role(_, role) => Plain(role_name(voice, role)),
        GuardianAnswer::Day(_, _, on) => {
            let is_today =
                matches!(letter, Letter::Guardian(GuardianLetter::Day { today, .. }) if on == today);
            if is_today { guardian::day_today(voice) } else { guardian::day_yesterday(voice) }
        }
        GuardianAnswer::Paper(..) => guardian::paper_yes(voice),
        GuardianAnswer::Cancel => common::cancel(voice),
        GuardianAnswer::Page(0) => common::previous(voice),
        GuardianAnswer::Page(_) => common::next(voice),
        GuardianAnswer::Month(month) => guardian::month(voice, Raw(&month.format("%m/%Y").to_string())),
        GuardianAnswer::Own(true) => guardian::of_18_yes(voice),
        GuardianAnswer::Own(false) => guardian::of_18_no(voice),
        GuardianAnswer::Supervision(_) => supervised::button(voice),
    }
}
