//! A case's card.

use super::listed;
use crate::domain::case::{
    Becomes, Call, Called, Card, CaseKind, Channel, Details, MeantLine, Note, Outcome, Party, Severity,
    State, Step, Stopped,
};
use crate::domain::conversation::Side;
use crate::domain::safety::{AGAIN, AWAY, MISTAKE, NO_LATER, Reached};
use crate::words::{Count, Day, Html, Name, Raw, Voice, When, case, guardian, relay, safety};

/// The whole card.
pub(super) fn card(voice: &Voice<'_>, it: &Card) -> Html {
    let mut text = head(voice, it);
    if let Some(note) = note(voice, &it.note) {
        text = note.then(&text);
    }
    let text = match &it.note {
        Note::HandedOver(by) => text.then(&state(voice, it)).line(&case::handed_by(voice, Name(by))),
        Note::Plain
        | Note::NobodyTookIt
        | Note::Climbed
        | Note::Again
        | Note::Said
        | Note::Back
        | Note::Unreached => text.then(&state(voice, it)),
    };
    let details = it.details.iter().flat_map(|details| lines(voice, it, details));
    let text = details.fold(text, |text, line| text.line(&line));
    let over = is_over(it);
    // Before anybody writes to her.
    let text = if it.kind == CaseKind::Unsafe && it.details.is_some() && !over {
        text.line(&safety::phone(voice))
    } else {
        text
    };
    if over { text } else { text.then(&question(voice, &it.step)) }
}

fn head(voice: &Voice<'_>, it: &Card) -> Html {
    let number = it.case.to_string();
    let number = Raw(&number);
    let head = match it.severity {
        Severity::Urgent => case::head_urgent(voice, number),
        Severity::Attention => case::head_attention(voice, number),
        Severity::Routine => case::head_routine(voice, number),
    };
    let was = it.kind == CaseKind::Unsafe && is_over(it);
    head.line(&if was { case::was_unsafe(voice) } else { kind(voice, it.kind) })
}

fn is_over(it: &Card) -> bool {
    matches!(it.state, State::Resolved(..))
}

/// Why a case was opened.
pub(super) fn kind(voice: &Voice<'_>, kind: CaseKind) -> Html {
    match kind {
        CaseKind::Unsafe => case::kind_unsafe(voice),
        CaseKind::CallToday => case::call_today(voice),
        CaseKind::CallSoon => case::call_soon(voice),
        CaseKind::Worry => case::worry(voice),
        CaseKind::Support => case::support(voice),
        CaseKind::LowMood => case::low_mood(voice),
        CaseKind::Report => case::report(voice),
        CaseKind::SilentBoth => case::silent_both(voice),
        CaseKind::MenteeWaits => case::mentee_waits(voice),
        CaseKind::MentorWaits => case::mentor_waits(voice),
        CaseKind::NoKickoff => case::no_kickoff(voice),
        CaseKind::Decide => case::decide(voice),
        CaseKind::Unreachable => case::unreachable(voice),
        CaseKind::Missed => case::missed(voice),
        CaseKind::Leaving => case::leaving(voice),
        CaseKind::Unread => case::unread(voice),
        CaseKind::Team => case::team(voice),
        CaseKind::Unseen => case::unseen(voice),
        CaseKind::Contacts => case::contacts(voice),
        CaseKind::Guardian => case::guardian(voice),
        CaseKind::Age => case::two_ages(voice),
        CaseKind::Mail => case::mail(voice),
        CaseKind::Stopped => case::kind_stopped(voice),
        CaseKind::Trial => case::trial(voice),
    }
}

fn note(voice: &Voice<'_>, note: &Note) -> Option<Html> {
    match note {
        Note::Plain => None,
        Note::NobodyTookIt => Some(case::nobody(voice)),
        Note::Climbed => Some(case::climbed(voice)),
        Note::Again => Some(case::again(voice)),
        Note::Said => Some(case::said(voice)),
        Note::Back => Some(case::back(voice)),
        Note::Unreached => Some(case::unreached(voice)),
        Note::HandedOver(_) => Some(case::handed(voice)),
    }
}

fn state(voice: &Voice<'_>, it: &Card) -> Html {
    let opened = case::opened(voice, When(it.opened_at));
    match &it.state {
        State::Open => opened.line(&case::open(voice)),
        State::For(name) => opened.line(&case::waits_for(voice, Name(name))),
        State::Taken(name) => opened.line(&case::taken(voice, Name(name))),
        State::Resting(name, until) => opened.line(&case::resting(voice, Name(name), When(*until))),
        State::Resolved(outcome, by) => {
            let ended = opened.line(&ended(voice, *outcome));
            match by {
                Some(name) => ended.line(&case::closed_by(voice, Name(name))),
                None => ended,
            }
        }
    }
}

fn ended(voice: &Voice<'_>, outcome: Outcome) -> Html {
    match outcome {
        Outcome::Solved => case::solved(voice),
        Outcome::Elsewhere => case::elsewhere(voice),
        Outcome::FalseAlarm => case::false_alarm(voice),
        Outcome::Unfounded => case::unfounded(voice),
        Outcome::NotReached => case::not_reached(voice),
        Outcome::ContactResumed => case::resumed(voice),
        Outcome::Reachable => case::reachable(voice),
        Outcome::PairClosed => case::pair_closed(voice),
    }
}

/// What only those read who may.
fn lines(voice: &Voice<'_>, card: &Card, it: &Details) -> Vec<Html> {
    let kind = card.kind;
    let mut lines: Vec<Html> = it.ring.iter().map(|contact| case::ring(voice, Raw(contact))).collect();
    lines.extend(who(voice, card, it));
    lines.extend(it.meant.iter().map(|meant| match meant {
        MeantLine::Somebody(name) => case::meant(voice, Name(name)),
        MeantLine::Lead => case::meant_lead(voice),
        MeantLine::Unsaid => case::meant_unsaid(voice),
    }));
    lines.extend((!it.meant.is_empty()).then(|| case::secret(voice)));
    lines.extend(it.seats.iter().map(|seat| {
        let heading = if seat.asked { case::asked_into(voice) } else { case::also_in(voice) };
        heading.line(&case::digest_pair(voice, Name(&seat.members.join(" · "))))
    }));
    lines.extend(it.since.map(|at| case::since(voice, Day(at))));
    lines.extend(it.due.map(|at| case::due(voice, When(at))));
    // Reminded again is reminded twice, on one line.
    let again = it.tried.iter().any(|step| step == "kick_off_again");
    let steps = it.tried.iter().filter(|step| !(again && *step == "kick_off_nudge"));
    lines.extend(steps.filter_map(|step| tried(voice, step)));
    let of_call = |step: &String| Reached::FACTS.contains(&step.as_str());
    lines.extend(
        (kind == CaseKind::Unsafe && !it.tried.iter().any(of_call)).then(|| case::call_unknown(voice)),
    );
    lines.extend(it.calls.iter().map(|call| called(voice, call)));
    if kind == CaseKind::Unreachable {
        lines.extend(it.about.as_ref().and_then(|about| why_unreachable(voice, about, &it.tried)));
    }
    lines
}

/// Whom to think of first, on a line of her own below what she is in this case; then the others.
fn who(voice: &Voice<'_>, card: &Card, it: &Details) -> Vec<Html> {
    let (kind, mut lines) = (card.kind, Vec::new());
    if let Some(about) = &it.about {
        let was = kind == CaseKind::Unsafe && about.side != Side::Team && is_over(card);
        lines.push(if was { case::who_was_unsafe(voice) } else { first(voice, kind, about.side) });
        lines.push(party(voice, about));
    }
    // A mentor who worries does so about a mentee.
    let worries = kind == CaseKind::Worry && it.about.as_ref().is_some_and(|it| it.side == Side::Mentor);
    let (worry, others): (Vec<&Party>, Vec<&Party>) = it
        .pair
        .iter()
        .filter(|party| !it.by.contains(*party))
        .partition(|it| worries && it.side == Side::Mentee);
    // Of two there is nothing to choose: a line of its own says that it is about the other.
    let chosen = it.pair.len() > 1;
    let (named, others): (Vec<&Party>, Vec<&Party>) =
        others.into_iter().partition(|party| chosen && it.named.contains(*party));
    let others_heading = it.about.is_some().then(|| case::who_others(voice));
    for (heading, people) in [
        (Some(case::who_worry(voice)), worry),
        (Some(reports(voice, kind)), it.by.iter().collect()),
        (Some(case::who_about(voice)), named),
        (others_heading, others),
    ] {
        lines.extend(heading.filter(|_| !people.is_empty()));
        lines.extend(people.into_iter().map(|person| party(voice, person)));
    }
    lines
}

/// Above whoever told of somebody else.
fn reports(voice: &Voice<'_>, kind: CaseKind) -> Html {
    if kind == CaseKind::Worry { case::who_worries(voice) } else { case::who_report(voice) }
}

/// What the person is whom a case names first.
fn first(voice: &Voice<'_>, kind: CaseKind, side: Side) -> Html {
    match (kind, side) {
        (_, Side::Team) | (CaseKind::Worry, Side::Mentee) => case::who_about(voice),
        (CaseKind::Unsafe, _) => case::who_unsafe(voice),
        (CaseKind::CallToday | CaseKind::CallSoon, _) => case::who_call(voice),
        (CaseKind::Report | CaseKind::Team, _) => case::who_report(voice),
        (CaseKind::Worry, Side::Mentor) => case::who_worries(voice),
        (CaseKind::LowMood | CaseKind::Support, _) => case::who_answered(voice),
        (
            CaseKind::SilentBoth
            | CaseKind::MenteeWaits
            | CaseKind::MentorWaits
            | CaseKind::NoKickoff
            | CaseKind::Decide
            | CaseKind::Unreachable
            | CaseKind::Missed
            | CaseKind::Leaving
            | CaseKind::Unread
            | CaseKind::Unseen
            | CaseKind::Contacts
            | CaseKind::Guardian
            | CaseKind::Age
            | CaseKind::Mail
            | CaseKind::Stopped
            | CaseKind::Trial,
            _,
        ) => case::who_about(voice),
    }
}

/// Somebody on one line: alias, side, file number; and below it, if she wants to be written to and not called.
fn party(voice: &Voice<'_>, it: &Party) -> Html {
    let name = listed::called_or(voice, &it.alias);
    let name = Name(&name);
    let line = match (it.side, it.file_number.as_deref()) {
        (Side::Mentee, None) => case::mentee(voice, name),
        (Side::Mentee, Some(file)) => case::mentee_file(voice, name, Raw(file)),
        (Side::Mentor, None) => case::mentor(voice, name),
        (Side::Mentor, Some(file)) => case::mentor_file(voice, name, Raw(file)),
        (Side::Team, None) => case::staff(voice, name),
        (Side::Team, Some(file)) => case::staff_file(voice, name, Raw(file)),
    };
    if it.write_only { line.line(&case::call_wish(voice)) } else { line }
}

/// One line of the log: the day, how, for how long, how it went.
fn called(voice: &Voice<'_>, it: &Called) -> Html {
    let channel = match it.channel {
        Channel::Voice => case::channel_voice(voice),
        Channel::InPerson => case::channel_in_person(voice),
        Channel::Message => case::channel_message(voice),
    };
    let outcome = match it.outcome {
        Call::Settled => case::log_settled(voice),
        Call::Spoke => case::call_spoke(voice),
        Call::NoAnswer => case::call_unanswered(voice),
    };
    let (at, channel, outcome) = (Day(it.at), Raw(channel.as_str()), Raw(outcome.as_str()));
    match it.outcome {
        Call::NoAnswer => case::called_in_vain(voice, at, channel, outcome),
        Call::Settled | Call::Spoke => case::called(voice, at, channel, Count(it.minutes), outcome),
    }
}

/// A step's name in words; one without words is not shown.
fn tried(voice: &Voice<'_>, step: &str) -> Option<Html> {
    match step {
        "kick_off_nudge" => Some(case::tried_both(voice)),
        "kick_off_again" => Some(case::tried_twice(voice)),
        "ask_both" => Some(case::tried_asked(voice)),
        "nudge_mentor" => Some(case::tried_mentor(voice)),
        "nudge_mentee" => Some(case::tried_mentee(voice)),
        "removed" => Some(case::tried_removed(voice)),
        "about_yes" => Some(case::about_yes(voice)),
        NO_LATER => Some(case::about_no_later(voice)),
        AGAIN => Some(case::pressed_again(voice)),
        MISTAKE => Some(case::mistake(voice)),
        AWAY => Some(case::away(voice)),
        "about_no" => Some(case::about_no(voice)),
        "about_unknown" => Some(case::about_unknown(voice)),
        "mood_talked" => Some(case::had_talked(voice)),
        "mood_elsewhere" => Some(case::had_talked_elsewhere(voice)),
        "mood_not_talked" => Some(case::had_not_talked(voice)),
        "call_yes" => Some(case::call_yes(voice)),
        "call_write" => Some(case::call_write(voice)),
        "call_not_now" => Some(case::call_not_now(voice)),
        "speak_yes" => Some(guardian::said_yes(voice)),
        "speak_no" => Some(guardian::said_no(voice)),
        "speak_talk" => Some(guardian::said_talk(voice)),
        _ => None,
    }
}

/// Only the coordinator reads why.
fn why_unreachable(voice: &Voice<'_>, about: &Party, facts: &[String]) -> Option<Html> {
    let known = |fact: &str| facts.iter().any(|it| it == fact);
    if known("blocked") {
        Some(relay::told_blocked(voice, Name(&about.alias)))
    } else if known("gone") {
        Some(relay::told_gone(voice, Name(&about.alias)))
    } else {
        None
    }
}

fn question(voice: &Voice<'_>, step: &Step) -> Html {
    match step {
        Step::Main => case::ask_main(voice),
        Step::More(_) => case::ask_more(voice),
        Step::Snooze => case::ask_rest(voice),
        Step::Call => case::ask_call(voice),
        Step::Channel(_) => case::ask_channel(voice),
        Step::Minutes(..) => case::ask_minutes(voice),
        Step::Resolve | Step::ResolveMore => case::ask_end(voice),
        Step::Stopped(it, Becomes::HowLong) => stopped(voice, it, case::ask_stays(voice)),
        Step::Stopped(it, Becomes::Why(_)) => stopped(voice, it, case::ask_close(voice)),
        Step::Stopped(it, Becomes::Heard) => stopped(voice, it, case::ask_heard(voice)),
        Step::Stopped(
            it,
            Becomes::What | Becomes::Open | Becomes::Stays(_) | Becomes::Ends(_) | Becomes::EndsHeard(_),
        ) => stopped(voice, it, case::ask_becomes(voice)),
        Step::HandOver(..) => case::ask_hand(voice),
        Step::Close(_) => case::ask_close(voice),
        Step::Heard => case::ask_heard(voice),
    }
}

/// A question about a stopped pair, below it who is in it.
fn stopped(voice: &Voice<'_>, it: &Stopped, asks: Html) -> Html {
    let names = (!it.members.is_empty()).then(|| it.members.join(" · "));
    names.iter().fold(asks, |asks, names| asks.line(&case::digest_pair(voice, Name(names))))
}
