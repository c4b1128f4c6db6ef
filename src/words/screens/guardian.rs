//! What is said about somebody who is 16 or 17.

use super::{Page, listed};
use crate::domain::age::Age;
use crate::domain::guardian::{Ground, GuardianAnswer, GuardianLetter, Speak};
use crate::domain::letter::Letter;
use crate::domain::listed::Young;
use crate::words::{Dated, Day, Html, Name, Plain, Raw, Voice, common, guardian, join, supervised};
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
        GuardianLetter::May => guardian::may(voice),
        GuardianLetter::When { again: false, .. } => guardian::when(voice),
        GuardianLetter::When { again: true, .. } => guardian::when_again(voice),
        GuardianLetter::Of18 => guardian::of_18(voice),
        GuardianLetter::Of18Again => guardian::of_18_again(voice),
        GuardianLetter::Along => guardian::along(voice),
        GuardianLetter::AlongAgain => guardian::along_again(voice),
        GuardianLetter::Agreed => guardian::agreed(voice),
        GuardianLetter::Declined => guardian::declined(voice),
        GuardianLetter::AlongYes => guardian::along_on(voice),
        GuardianLetter::AlongOver => guardian::along_over(voice),
        GuardianLetter::AlongUntil(day) => guardian::along_until(voice, Day(*day)),
        GuardianLetter::AlongOthers => guardian::along_others(voice),
        GuardianLetter::Said { who, speak, .. } => said(voice, &name(who), *speak),
        GuardianLetter::Why(who) => guardian::why(voice, Name(&name(who))),
        GuardianLetter::Second { who, ground, by } => {
            guardian::second(voice, Name(&name(who)), Raw(&ground_name(voice, *ground)), Name(by))
        }
        GuardianLetter::AskedSecond(who) => guardian::asked_second(voice, Name(&name(who))),
        GuardianLetter::Alone(who) => guardian::alone(voice, Name(&name(who))),
        GuardianLetter::NotAgreed { who, by } => guardian::not_agreed(voice, Name(&name(who)), Name(by)),
        GuardianLetter::SaidNo(who) => guardian::said_not(voice, Name(&name(who))),
        GuardianLetter::Still { who, ground } => {
            guardian::still(voice, Name(&name(who)), Raw(&ground_name(voice, *ground)))
        }
        GuardianLetter::StillRight(who) => guardian::still_right(voice, Name(&name(who))),
        GuardianLetter::TwoAges { who, before, now } => guardian::two_ages(
            voice,
            Name(&name(who)),
            Raw(age(voice, *before).as_str()),
            Raw(age(voice, *now).as_str()),
        ),
        GuardianLetter::AgeIs { who, age: so } => {
            guardian::age_is(voice, Name(&name(who)), Raw(age(voice, *so).as_str()))
        }
        GuardianLetter::Told { who, agreed: true, .. } => guardian::told(voice, Name(&name(who))),
        GuardianLetter::Told { who, agreed: false, .. } => guardian::told_not(voice, Name(&name(who))),
        GuardianLetter::ToldSilent(who) => guardian::told_silent(voice, Name(&name(who))),
        GuardianLetter::ToldAlong { who, on: true } => guardian::told_along(voice, Name(&name(who))),
        GuardianLetter::ToldAlong { who, on: false } => guardian::told_along_over(voice, Name(&name(who))),
    }
}

/// What she answered to whether the team may speak with somebody, and what follows for the reader.
fn said(voice: &Voice<'_>, name: &str, speak: Option<Speak>) -> Html {
    match speak {
        Some(Speak::Yes) => guardian::told_yes(voice, Name(name)),
        Some(Speak::No) => guardian::told_no(voice, Name(name)),
        Some(Speak::Talk) => guardian::told_talk(voice, Name(name)),
        None => guardian::told_nothing(voice, Name(name)),
    }
}

/// An age as its button says it.
fn age(voice: &Voice<'_>, age: Age) -> Plain {
    match age {
        Age::Under16 => join::age_under(voice),
        Age::Minor => join::age_minor(voice),
        Age::Adult => join::age_adult(voice),
    }
}

/// Why it goes without a paper, as its button says it.
fn ground_name(voice: &Voice<'_>, ground: Ground) -> String {
    ground_label(voice, ground).into()
}

fn ground_label(voice: &Voice<'_>, ground: Ground) -> Plain {
    match ground {
        Ground::Danger => guardian::why_danger(voice),
        Ground::Nobody => guardian::why_nobody(voice),
        Ground::Unnamed => guardian::why_unnamed(voice),
    }
}

/// What a person's card shows of somebody under 18.
pub(super) fn card(voice: &Voice<'_>, it: &Young) -> Vec<Html> {
    let mut lines = Vec::new();
    if let Some((before, now)) = it.ages {
        let (before, now) = (age(voice, before), age(voice, now));
        lines.push(guardian::card_ages(voice, Raw(before.as_str()), Raw(now.as_str())));
    }
    lines.extend(it.speak.map(|speak| match speak {
        Speak::Yes => guardian::said_yes(voice),
        Speak::No => guardian::said_no(voice),
        Speak::Talk => guardian::said_talk(voice),
    }));
    if let Some((role, on)) = &it.paper {
        lines.push(guardian::card_paper(voice, Raw(&role_name(voice, role)), Dated(noon(*on))));
    }
    if let Some((ground, on)) = it.without {
        let ground = ground_name(voice, ground);
        lines.push(guardian::card_without(voice, Raw(&ground), Dated(noon(on))));
        lines.extend(it.confirms.map(|_| guardian::card_second(voice)));
    }
    let month = it.eighteen.map(|month| month.format("%m/%Y").to_string());
    lines.extend(month.map(|month| guardian::card_18(voice, Raw(&month))));
    lines
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
        "institution" => guardian::role_institution(voice).into(),
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
        GuardianAnswer::Record(_) => guardian::button(voice),
        GuardianAnswer::Without(_) => guardian::without(voice),
        GuardianAnswer::Ground(_, ground) => ground_label(voice, *ground),
        GuardianAnswer::Second(_, true) => guardian::second_yes(voice),
        GuardianAnswer::Second(_, false) => guardian::second_no(voice),
        GuardianAnswer::Still(_) => guardian::still_yes(voice),
        GuardianAnswer::Age(_, so) => age(voice, *so),
        GuardianAnswer::Speak(Speak::Yes) => guardian::may_yes(voice),
        GuardianAnswer::Speak(Speak::No) => guardian::may_no(voice),
        GuardianAnswer::Speak(Speak::Talk) => guardian::may_talk(voice),
        GuardianAnswer::Along(true) => guardian::along_yes(voice),
        GuardianAnswer::Along(false) => guardian::along_no(voice),
        GuardianAnswer::Cancel => common::cancel(voice),
        GuardianAnswer::Page(0) => common::previous(voice),
        GuardianAnswer::Page(_) => common::next(voice),
        GuardianAnswer::Month(month) => guardian::month(voice, Raw(&month.format("%m/%Y").to_string())),
        GuardianAnswer::Own(true) => guardian::of_18_yes(voice),
        GuardianAnswer::Own(false) => guardian::of_18_no(voice),
        GuardianAnswer::Supervision(_) => supervised::button(voice),
    }
}
