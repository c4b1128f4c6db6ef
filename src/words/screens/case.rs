//! What is said about cases.

use super::Page;
use super::case_card::card;
use crate::domain::case::{
    Becomes, Call, CaseAnswer, CaseLetter, CaseToast, Channel, Hitch, Line, Missing, Outcome, Severity, Step,
    TRIED_DAYS, Tap,
};
use crate::domain::closing::{ClosingReason, Heard};
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::letter::Letter;
use crate::words::{Count, Day, Html, Name, Plain, Raw, Voice, case, common, guardian, settings};
use chrono::{DateTime, Utc};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &CaseLetter) -> Html {
    let voice = &page.voice;
    match letter {
        CaseLetter::Card(it) => card(voice, it),
        CaseLetter::List { total: 0, .. } => case::list_none(voice),
        CaseLetter::List { total, lines, .. } => {
            lines.iter().fold(case::list(voice, Count(*total)), |list, it| list.then(&line(voice, it)))
        }
        CaseLetter::Digest {
            fresh,
            waiting,
            overdue,
            untold,
            quiet,
            more,
            alone,
            mail,
            unreached,
            stopped,
            paused,
            asks,
        } => {
            let text = digest(voice, (*untold, *waiting, *fresh, *overdue), quiet, *more);
            let text = named(voice, text, &guardian::digest_alone(voice), alone);
            let text = named(voice, text, &case::digest_mail(voice), mail);
            let alone = (*unreached > 0).then(|| case::digest_unreached(voice, Count(*unreached)));
            let heading = (!stopped.is_empty()).then(|| case::digest_stopped(voice));
            let stops = stopped.iter().map(|it| stop(voice, *it));
            let paused_by = (!paused.is_empty()).then(|| case::digest_paused(voice));
            let pauses = paused.iter().map(|it| pause(voice, *it));
            let lines = alone.into_iter().chain(heading).chain(stops).chain(paused_by).chain(pauses);
            let text = lines.fold(text, |text, line| text.line(&line));
            if *asks { text.line(&settings::digest_holds(voice)) } else { text }
        }
        CaseLetter::Nudge { partner: Some(name) } => case::nudge(voice, Name(name)),
        CaseLetter::Nudge { partner: None } => case::nudge_group(voice),
        CaseLetter::Toast(it) => Html::new(toast(voice, it).into()),
        CaseLetter::Hello => case::group_hello(voice),
        CaseLetter::Linked => case::group_linked(voice),
        CaseLetter::CannotLink(missing) => lacks(voice, missing),
        CaseLetter::UnknownGroup => case::group_unknown(voice),
        CaseLetter::OnlyLead => case::group_lead(voice),
        CaseLetter::SetUpFirst => case::group_setup(voice),
        CaseLetter::OtherProgramme => case::group_other(voice),
        CaseLetter::WhoAreYou => case::group_who(voice),
        CaseLetter::GroupLost => case::group_lost(voice),
        CaseLetter::Mistake => case::failed_here(voice),
        CaseLetter::LookAfter { alias } => case::look_after(voice, Name(alias)),
        CaseLetter::GroupRefuses { safe, why } => refuses(voice, *safe, *why),
        CaseLetter::GroupBack => case::group_back(voice),
        CaseLetter::GroupWorks { safe: false } => case::group_works(voice),
        CaseLetter::GroupWorks { safe: true } => case::safe_works(voice),
        CaseLetter::GroupHolds { safe, sure } => holds(voice, *safe, *sure),
        CaseLetter::StaffAway { alias } => case::staff_away(voice, Name(alias)),
    }
}

/// What a group lacks, and how to go on.
fn lacks(voice: &Voice<'_>, missing: &[Missing]) -> Html {
    let what = |it: &Missing| match it {
        Missing::Topics => case::group_missing_topics(voice),
        Missing::Right => case::group_missing_right(voice),
    };
    let all = missing.iter().map(what).fold(case::group_missing(voice), |all, it| all.then(&it));
    all.then(&case::group_then(voice))
}

/// Names below their heading, if there are any.
fn named(voice: &Voice<'_>, text: Html, heading: &Html, names: &[String]) -> Html {
    if names.is_empty() {
        return text;
    }
    names.iter().fold(text.line(heading), |text, name| text.line(&case::digest_pair(voice, Name(name))))
}

/// A stopped pair, by its number.
fn stop(voice: &Voice<'_>, (pair, days): (ConversationId, Option<i64>)) -> Html {
    let number = pair.to_string();
    match days.filter(|days| *days > 0) {
        Some(days) => {
            let age = case::age(voice, Count(days));
            case::digest_stop(voice, Raw(&number), Raw(age.as_str()))
        }
        None => case::digest_stop_new(voice, Raw(&number)),
    }
}

/// A pair that the team has paused, by its number; its day may have come.
fn pause(voice: &Voice<'_>, (pair, until): (ConversationId, Option<DateTime<Utc>>)) -> Html {
    let number = pair.to_string();
    match until {
        Some(until) => case::digest_pause(voice, Raw(&number), Day(until)),
        None => case::digest_stop_new(voice, Raw(&number)),
    }
}

fn line(voice: &Voice<'_>, it: &Line) -> Html {
    let age = if it.days < 1 { case::age_new(voice) } else { case::age(voice, Count(it.days)) };
    let number = it.case.to_string();
    let (number, age) = (Raw(&number), Raw(age.as_str()));
    let head = match it.severity {
        Severity::Urgent => case::line_urgent(voice, number, age),
        Severity::Attention => case::line_attention(voice, number, age),
        Severity::Routine => case::line_routine(voice, number, age),
    };
    let head = head.line(&super::case_card::kind(voice, it.kind));
    match &it.owner {
        Some(owner) => head.line(&case::taken(voice, Name(owner))),
        None if it.untold => head.line(&case::line_untold(voice)),
        None => head,
    }
}

/// What is wrong with a group, and what to do.
fn refuses(voice: &Voice<'_>, safe: bool, why: Hitch) -> Html {
    let head = if safe { case::safe_refuses(voice) } else { case::group_refuses(voice) };
    head.then(&match why {
        Hitch::Rights => case::refuses_rights(voice),
        Hitch::Topics => case::refuses_topics(voice),
        Hitch::Slow => case::refuses_slow(voice),
        Hitch::Unknown => case::refuses_unknown(voice),
    })
}

/// Who is in a group must not read of herself there.
fn holds(voice: &Voice<'_>, safe: bool, sure: bool) -> Html {
    match (safe, sure) {
        (false, true) => case::group_holds(voice),
        (true, true) => case::safe_holds(voice),
        (false, false) => case::group_blind(voice),
        (true, false) => case::safe_blind(voice),
    }
}

fn digest(voice: &Voice<'_>, counts: (i64, i64, i64, i64), quiet: &[String], more: i64) -> Html {
    let (untold, waiting, fresh, overdue) = counts;
    let mut text = case::digest(voice);
    for (count, says) in [
        (untold, case::digest_untold as fn(&Voice<'_>, Count) -> Html),
        (waiting, case::digest_waiting),
        (fresh, case::digest_fresh),
        (overdue, case::digest_overdue),
    ] {
        if count > 0 {
            text = text.line(&says(voice, Count(count)));
        }
    }
    if !quiet.is_empty() {
        text = text.then(&case::digest_quiet(voice));
    }
    for names in quiet {
        text = text.line(&case::digest_pair(voice, Name(names)));
    }
    if more > 0 { text.line(&case::digest_more(voice, Count(more))) } else { text }
}

fn toast(voice: &Voice<'_>, it: &CaseToast) -> Plain {
    match it {
        CaseToast::TakenBy(name) => case::toast_taken(voice, Name(name)),
        CaseToast::Closed => case::toast_closed(voice),
        CaseToast::NotYours => case::toast_not_yours(voice),
        CaseToast::Shown => case::toast_shown(voice),
        CaseToast::Nudged => case::toast_nudged(voice),
        CaseToast::NudgedBefore => case::toast_nudged_before(voice),
        CaseToast::NotNow => case::toast_not_now(voice),
        CaseToast::DecideFirst => case::toast_decide(voice),
        CaseToast::TalkFirst => case::toast_talk(voice),
        CaseToast::TryFirst => case::toast_try(voice, Count(i64::try_from(TRIED_DAYS).unwrap_or(i64::MAX))),
        CaseToast::Unreached => case::toast_unreached(voice),
        CaseToast::SecondFirst => case::toast_second(voice),
        CaseToast::AskedAgain => case::toast_later(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &CaseAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        CaseAnswer::Card(_, Tap::Back) if asks_heard(letter) => case::heard_not_yet(voice),
        CaseAnswer::Card(_, pressed) => tap(voice, pressed),
        CaseAnswer::List => case::digest_show(voice),
        CaseAnswer::Stopped(pair) => case::digest_number(voice, Raw(&pair.to_string())),
        CaseAnswer::Choose(number) => case::list_case(voice, Raw(&number.to_string())),
        CaseAnswer::Page(to) if *to > shown(letter) => common::next(voice),
        CaseAnswer::Page(_) => common::previous(voice),
    }
}

/// Whether it is asked if they were heard.
fn asks_heard(letter: &Letter) -> bool {
    let Letter::Case(CaseLetter::Card(card)) = letter else { return false };
    matches!(card.step, Step::Heard | Step::Stopped(_, Becomes::Heard))
}

/// The page of the list that is shown.
fn shown(letter: &Letter) -> usize {
    if let Letter::Case(CaseLetter::List { page, .. }) = letter { *page } else { 0 }
}

fn tap(voice: &Voice<'_>, pressed: &Tap) -> Plain {
    match pressed {
        Tap::Take => case::take(voice),
        Tap::Show => case::show(voice),
        Tap::Resolve => case::resolve(voice),
        Tap::Back => common::back(voice),
        Tap::HandOver(0) => case::hand(voice),
        Tap::Close(0) => case::close(voice),
        Tap::More(_) | Tap::HandOver(_) | Tap::Close(_) => common::more(voice),
        Tap::Nudge => case::remind(voice),
        Tap::Snooze => case::rest(voice),
        Tap::SnoozeFor(1) => case::rest_day(voice),
        Tap::SnoozeFor(_) => case::rest_days(voice),
        Tap::Call => case::call(voice),
        Tap::Called(Call::Settled) => case::call_settled(voice),
        Tap::Called(Call::Spoke) => case::call_spoke(voice),
        Tap::Called(Call::NoAnswer) => case::call_unanswered(voice),
        Tap::By(_, Channel::Voice) => case::channel_voice(voice),
        Tap::By(_, Channel::InPerson) => case::channel_in_person(voice),
        Tap::By(_, Channel::Message) => case::channel_message(voice),
        Tap::Lasted(_, _, minutes) => case::minutes_some(voice, Count(*minutes)),
        Tap::ResolveMore => common::more(voice),
        Tap::Stopped(_, _, becomes) => fate(voice, *becomes),
        Tap::Resolved(Outcome::Unfounded) => case::end_unfounded(voice),
        Tap::Resolved(Outcome::NotReached) => case::end_unreached(voice),
        Tap::Resolved(Outcome::Elsewhere) => case::end_elsewhere(voice),
        Tap::Resolved(Outcome::FalseAlarm) => case::end_nothing(voice),
        Tap::Resolved(
            Outcome::Solved | Outcome::ContactResumed | Outcome::Reachable | Outcome::PairClosed,
        ) => case::end_solved(voice),
        Tap::HandTo(_, name) => case::hand_person(voice, Name(name)),
        Tap::Move => case::move_her(voice),
        Tap::Release => case::release(voice),
        Tap::CloseFor(reason) => super::desk::reason(voice, *reason),
        Tap::CloseHeard(was) => heard(voice, *was),
    }
}

/// What becomes of a stopped pair.
fn fate(voice: &Voice<'_>, becomes: Becomes) -> Plain {
    match becomes {
        Becomes::Open => case::becomes_open(voice),
        Becomes::What | Becomes::HowLong => case::becomes_stay(voice),
        Becomes::Stays(weeks) => case::stays_weeks(voice, Count(weeks)),
        Becomes::Why(0) => case::becomes_end(voice),
        Becomes::Why(_) => common::more(voice),
        Becomes::Ends(reason) => super::desk::reason(voice, reason),
        Becomes::Heard => super::desk::reason(voice, ClosingReason::Conduct),
        Becomes::EndsHeard(was) => heard(voice, was),
    }
}

/// What is said of their being heard.
pub(super) fn heard(voice: &Voice<'_>, heard: Heard) -> Plain {
    match heard {
        Heard::Yes => case::heard_yes(voice),
        Heard::Authority => case::heard_authority(voice),
    }
}

/// The name of a case's topic.
pub(super) fn topic(voice: &Voice<'_>, of: Option<CaseId>) -> String {
    of.map(|of| case::topic(voice, Raw(&of.to_string())).into()).unwrap_or_default()
}
