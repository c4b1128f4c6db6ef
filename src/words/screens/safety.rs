//! What is said after 🆘.

use super::{Button, Does, Page, columns, rows};
use crate::domain::case::Meant;
use crate::domain::country::{Country, Line, Number};
use crate::domain::helplines::{self, EVERYWHERE};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::Letter;
use crate::domain::on_call::Promise;
use crate::domain::safety::{
    About, Call, Fate, Heard, InCircle, Reached, SafetyAnswer, SafetyLetter, Stands, Too,
};
use crate::words::{Day, Html, Name, Plain, Raw, When, checkin, common, relay, removal, safety};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SafetyLetter) -> Html {
    said(page, letter, true)
}

/// The first line: who knows.
fn first(page: &Page<'_>, heard: bool) -> Html {
    if heard { safety::knows(&page.voice) } else { safety::unheard(&page.voice) }
}

/// What a letter says; not `heard`, in words that promise nobody.
#[expect(clippy::too_many_lines, reason = "a table: each letter with its words")]
fn said(page: &Page<'_>, letter: &SafetyLetter, heard: bool) -> Html {
    let voice = &page.voice;
    match letter {
        SafetyLetter::Menu { .. } => safety::menu(voice),
        SafetyLetter::Mistake => safety::mistake(voice),
        SafetyLetter::Stopped { partner: Some(name), .. } => {
            first(page, heard).line(&safety::stopped(voice, Name(name)))
        }
        SafetyLetter::Stopped { partner: None, .. } => first(page, heard).line(&safety::stopped_group(voice)),
        SafetyLetter::StoppedAll(_) => first(page, heard).line(&safety::stopped_all(voice)),
        SafetyLetter::WhoIsFine { .. } => safety::who_is_fine(voice),
        SafetyLetter::WhoInCircle { members, .. } => {
            let asks = safety::who_in_circle(voice);
            let reads = safety::who_in_circle_reads(voice);
            let named = members.iter().filter(|member| member.named);
            named.fold(if heard { asks.line(&reads) } else { asks }, |text, member| {
                text.line(&safety::who_in_circle_named(voice, Name(&member.alias)))
            })
        }
        SafetyLetter::Next { conversation, promise, open, .. } => {
            let stands = match conversation {
                Stands::Alone => heard.then(|| safety::knows(voice)),
                // A break of the team's goes on.
                Stands::Open if open.is_empty() => Some(reads(page, heard)),
                Stands::Stopped => heard.then(|| safety::next_stopped(voice)),
                Stands::Open if heard => Some(safety::next_open(voice)),
                Stands::Open => Some(safety::nobody_reads(voice)),
            };
            let asks = promised(page, *promise).then(&safety::reach(voice));
            let rest = if heard { asks } else { safety::unheard(voice) };
            stands.map_or_else(|| rest.clone(), |stands| stands.then(&rest))
        }
        SafetyLetter::Noted { .. }
        | SafetyLetter::MistakeNoted
        | SafetyLetter::NobodyYet
        | SafetyLetter::TeamCalls { .. }
            if !heard =>
        {
            safety::unheard(voice)
        }
        SafetyLetter::Noted { how: Reached::Call, promise, .. } => {
            safety::noted_call(voice).then(&promised(page, *promise))
        }
        SafetyLetter::Noted { how: Reached::Write, promise, .. } => {
            safety::noted_write(voice).then(&promised(page, *promise))
        }
        SafetyLetter::Noted { how: Reached::NotNow, .. } => safety::noted_not_now(voice),
        SafetyLetter::OnlyTeam { .. } if heard => safety::only_team(voice),
        SafetyLetter::OnlyTeam { .. } => safety::only_nobody(voice),
        SafetyLetter::Cleared => safety::cleared(voice),
        SafetyLetter::ClearedLater => safety::cleared_later(voice),
        SafetyLetter::ClearedOne => safety::cleared_one(voice),
        SafetyLetter::ClearedLately => safety::cleared_lately(voice),
        SafetyLetter::MistakeNoted => safety::mistake_noted(voice),
        SafetyLetter::MailLater(promise) => promised(page, *promise),
        SafetyLetter::SomebodyHasIt => safety::somebody(voice),
        SafetyLetter::Over => safety::over(voice),
        SafetyLetter::NobodyYet => safety::nobody_yet(voice),
        SafetyLetter::GoesOn { name, fate, .. } => {
            let says = match fate {
                Fate::Stays => safety::stays(voice).then(&safety::stays_team(voice)),
                Fate::Rests => safety::stays(voice),
                Fate::Ends => safety::ends(voice),
            };
            name.iter().fold(says, |says, name| says.line(&safety::with(voice, Name(name))))
        }
        SafetyLetter::Follows { case, .. } => {
            safety::follows(voice, Raw(&case.to_string())).line(&safety::phone(voice))
        }
        SafetyLetter::TeamReads => safety::resting(voice).line(&reads(page, heard)),
        SafetyLetter::Worried if heard => checkin::heard(voice).line(&checkin::guidance(voice)),
        SafetyLetter::Worried => safety::unheard(voice).then(&checkin::guidance(voice)),
        SafetyLetter::Reported { too, .. } | SafetyLetter::ReportedStaff { too, .. } if !heard => match too {
            Too::Nothing => safety::unheard(voice),
            Too::Asks { .. } => safety::unheard(voice).then(&safety::stop_too(voice)),
            Too::Stopped => safety::unheard(voice).then(&safety::reported_stopped(voice)),
        },
        SafetyLetter::Deleted { alias } => safety::deleted(voice, Name(alias)),
        SafetyLetter::OtherPair { case, members, .. } => {
            safety::other_pair(voice, Raw(&case.to_string()), Raw(&names(page, members)))
        }
        SafetyLetter::Decided { members, held: true } => {
            safety::decided_held(voice, Raw(&names(page, members)))
        }
        SafetyLetter::Decided { members, held: false } => {
            safety::decided_left(voice, Raw(&names(page, members)))
        }
        SafetyLetter::WhomOfTeam => safety::team(voice),
        SafetyLetter::WhichOfTeam(_) => safety::team_which(voice),
        SafetyLetter::TeamTold { by, outside, also, .. } => {
            let reads = if *also { safety::team_also(voice) } else { safety::team_only(voice) };
            let told = match by {
                Heard::Lead => safety::team_told_lead(voice).line(&reads),
                Heard::Outside => safety::team_told_outside(voice).line(&reads),
                Heard::Nobody => safety::team_told_nobody(voice),
            };
            contact(page, told, outside.as_deref())
        }
        SafetyLetter::Call { .. } => safety::call(voice),
        SafetyLetter::TeamCalls { when: Call::ThisWeek, promise: Promise::Before(by), .. } => {
            safety::called_week(voice, Day(*by))
        }
        SafetyLetter::TeamCalls { promise, .. } => {
            safety::called_today(voice).then(&promised(page, *promise))
        }
        SafetyLetter::Reported { too: Too::Asks { .. }, .. } => {
            safety::reported_too(voice).then(&safety::stop_too(voice))
        }
        SafetyLetter::Reported { too, joined } => {
            let says =
                if *too == Too::Stopped { safety::reported_stopped(voice) } else { safety::reported(voice) };
            if *joined { says.line(&safety::reported_more(voice)) } else { says }
        }
        SafetyLetter::ReportedStaff { outside, too } => {
            let text = contact(page, safety::reported_staff(voice), outside.as_deref());
            if matches!(too, Too::Asks { .. }) { text.then(&safety::stop_too(voice)) } else { text }
        }
        SafetyLetter::NothingToReport => safety::report_none(voice),
        SafetyLetter::Beside { country, helplines, write, letter } => {
            let lines = country_lines(page, said(page, letter, heard), (*country, *write));
            own_lines(page, lines, helplines)
        }
        SafetyLetter::Unheard(letter) => said(page, letter, false),
        SafetyLetter::Report { case, alias, .. } => {
            safety::coordinator_report(voice, Raw(&case.to_string()), Name(alias))
        }
    }
}

/// Into what she stopped nothing of hers goes: who reads it instead.
fn reads(page: &Page<'_>, heard: bool) -> Html {
    if heard { safety::team_reads(&page.voice) } else { safety::nobody_reads(&page.voice) }
}

/// When the team calls, as far as somebody has said so.
fn promised(page: &Page<'_>, promise: Promise) -> Html {
    match promise {
        Promise::Before(by) => safety::promise_before(&page.voice, When(by)),
        Promise::From { from } => safety::promise_from(&page.voice, When(from)),
        Promise::None => safety::promise_none(&page.voice),
    }
}

fn names(page: &Page<'_>, members: &[String]) -> String {
    page.voice.list(&members.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Below it, whom to turn to outside the team.
fn contact(page: &Page<'_>, text: Html, outside: Option<&str>) -> Html {
    let voice = &page.voice;
    match outside {
        Some(line) => text.then(&safety::outside(voice)).line(&safety::own_line(voice, Name(line))),
        None => text,
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &SafetyAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SafetyAnswer::Unsafe => safety::menu_unsafe(voice),
        SafetyAnswer::StopToo { stop: true, .. } => safety::stop_too_yes(voice),
        SafetyAnswer::StopToo { stop: false, .. } => safety::stop_too_no(voice),
        SafetyAnswer::Report(None) => safety::menu_report(voice),
        SafetyAnswer::Report(Some(_)) => safety::menu_report_this(voice),
        SafetyAnswer::Remove(_) => removal::button(voice),
        SafetyAnswer::CallMe => safety::menu_call(voice),
        SafetyAnswer::AboutTeam => safety::menu_team(voice),
        SafetyAnswer::AboutSomebody => safety::team_somebody(voice),
        SafetyAnswer::Means(Meant::Lead) => safety::team_lead(voice),
        SafetyAnswer::Means(Meant::Unsaid) => safety::team_unsaid(voice),
        SafetyAnswer::Means(Meant::Somebody(id)) => safety::team_one(voice, Name(of_team(letter, *id))),
        SafetyAnswer::Mistake => safety::menu_mistake(voice),
        SafetyAnswer::Worry { person, .. } => safety::menu_worry(voice, Name(mentee(letter, *person))),
        SafetyAnswer::Answer(_) => relay::to_team_answer(voice),
        SafetyAnswer::WriteTo(id) => safety::write_to(voice, Name(open(letter, *id))),
        SafetyAnswer::About { about: About::Partner, .. } => safety::stopped_yes(voice),
        SafetyAnswer::About { about: About::Other, .. } => safety::stopped_no(voice),
        SafetyAnswer::About { about: About::Unknown, .. } => safety::stopped_unknown(voice),
        SafetyAnswer::AboutOne(id) => safety::stopped_all_one(voice, Name(stopped(letter, *id))),
        SafetyAnswer::AboutNone => safety::stopped_all_none(voice),
        SafetyAnswer::AboutUnknown => safety::stopped_all_unknown(voice),
        SafetyAnswer::Fine { conversation, .. } => {
            safety::who_is_fine_one(voice, Name(stopped(letter, *conversation)))
        }
        SafetyAnswer::NobodyElse => safety::who_is_fine_none(voice),
        SafetyAnswer::Reach { how: Reached::Call, .. } => safety::reach_yes(voice),
        SafetyAnswer::Reach { how: Reached::Write, .. } => safety::reach_write(voice),
        SafetyAnswer::Reach { how: Reached::NotNow, .. } => safety::reach_not_now(voice),
        SafetyAnswer::Names { person, .. } => {
            safety::who_in_circle_one(voice, Name(in_circle(letter, *person)))
        }
        SafetyAnswer::Named { other: true, .. } => safety::who_in_circle_other(voice),
        SafetyAnswer::Named { other: false, .. } if names_somebody(letter) => {
            safety::who_in_circle_done(voice)
        }
        SafetyAnswer::Named { other: false, .. } => safety::who_in_circle_unknown(voice),
        SafetyAnswer::Clear(_) => safety::only_team_clear(voice),
        SafetyAnswer::Decide { held: true, .. } => safety::other_pair_hold(voice),
        SafetyAnswer::Decide { held: false, .. } => safety::other_pair_leave(voice),
        SafetyAnswer::Call(Call::Today) => safety::call_today(voice),
        SafetyAnswer::Call(Call::ThisWeek) => safety::call_week(voice),
        SafetyAnswer::Back => common::back(voice),
        SafetyAnswer::Write if matches!(inner(letter), Some(SafetyLetter::Call { .. })) => {
            safety::call_write(voice)
        }
        SafetyAnswer::Write if matches!(inner(letter), Some(SafetyLetter::TeamTold { .. })) => {
            safety::team_write(voice)
        }
        SafetyAnswer::Write => safety::reported_write(voice),
    }
}

/// What is said, without the help lines below it.
fn inner(letter: &Letter) -> Option<&SafetyLetter> {
    if let Letter::Safety(letter) = letter { Some(letter.inner()) } else { None }
}

fn members(letter: &Letter) -> &[InCircle] {
    if let Some(SafetyLetter::WhoInCircle { members, .. }) = inner(letter) { members } else { &[] }
}

/// The alias of somebody in her circle.
fn in_circle(letter: &Letter, person: PersonId) -> &str {
    members(letter).iter().find(|it| it.person == person).map_or("", |it| it.alias.as_str())
}

fn names_somebody(letter: &Letter) -> bool {
    members(letter).iter().any(|member| member.named)
}

/// The alias of somebody she accompanies.
fn mentee(letter: &Letter, person: PersonId) -> &str {
    let Some(SafetyLetter::Menu { mentees, .. }) = inner(letter) else { return "" };
    mentees.iter().find(|it| it.person == person).map_or("", |it| it.alias.as_str())
}

/// The name of a conversation that she can write to.
fn open(letter: &Letter, id: ConversationId) -> &str {
    let Some(SafetyLetter::Next { open, .. } | SafetyLetter::Noted { open, .. }) = inner(letter) else {
        return "";
    };
    open.iter().find(|(it, _)| *it == id).map_or("", |(_, name)| name.as_str())
}

/// The name of somebody of the team.
fn of_team(letter: &Letter, id: PersonId) -> &str {
    let Some(SafetyLetter::WhichOfTeam(people)) = inner(letter) else { return "" };
    people.iter().find(|(it, _)| *it == id).map_or("", |(_, name)| name.as_str())
}

/// The name of a conversation that was stopped.
fn stopped(letter: &Letter, id: ConversationId) -> &str {
    let Some(letter) = inner(letter) else { return "" };
    let (SafetyLetter::StoppedAll(all) | SafetyLetter::WhoIsFine { others: all, .. }) = letter else {
        return "";
    };
    all.iter().find(|it| it.conversation == id).map_or("", |it| it.name.as_str())
}

/// The numbers of the host country below a text; what is reached in writing first, where she does not want to call.
pub(super) fn country_lines(page: &Page<'_>, text: Html, (country, write): (Option<Country>, bool)) -> Html {
    let lines = of(country, write).into_iter();
    lines.fold(text, |text, it| text.line(&country_line(page, it.line, it.number)))
}

fn of(country: Option<Country>, write: bool) -> Vec<&'static Number> {
    let mut numbers: Vec<&Number> = country.map_or(&[][..], Country::numbers).iter().collect();
    numbers.sort_by_key(|it| write && !it.line.is_written());
    numbers
}

/// A help number, and whom it reaches.
pub(super) fn country_line(page: &Page<'_>, line: Line, number: &str) -> Html {
    let (voice, number) = (&page.voice, Raw(number));
    match line {
        Line::Emergency => safety::line_emergency(voice, number),
        Line::Text => safety::line_text(voice, number),
        Line::Child => safety::line_child(voice, number),
        Line::Violence => safety::line_violence(voice, number),
        Line::ViolenceText => safety::line_violence_text(voice, number),
        Line::Crisis => safety::line_crisis(voice, number),
    }
}

/// The programme's own help lines below a text.
pub(super) fn own_lines(page: &Page<'_>, text: Html, lines: &[String]) -> Html {
    lines.iter().fold(text, |text, line| text.line(&safety::own_line(&page.voice, Name(line))))
}

/// The help numbers, each copied by a tap.
pub(super) fn numbers(page: &Page<'_>, letter: &SafetyLetter) -> Vec<Vec<Button>> {
    if !letter.shows_numbers() {
        return Vec::new();
    }
    let copy = |number: &str| Button {
        label: safety::number(&page.voice, Raw(number)).into(),
        does: Does::Copy(helplines::number(number)),
    };
    let (country, own, write) = if let SafetyLetter::Beside { country, helplines, write, .. } = letter {
        (*country, helplines.as_slice(), *write)
    } else {
        (None, &[][..], false)
    };
    let own = own.iter().map(|line| copy(&helplines::number(line)));
    let theirs = of(country, write);
    let (written, voice): (Vec<&Number>, Vec<&Number>) =
        theirs.into_iter().partition(|it| write && it.line.is_written());
    let [written, voice] = [written, voice].map(|some| some.into_iter().map(|it| copy(it.number)));
    let all: Vec<Button> = written.chain([copy(EVERYWHERE)]).chain(voice).chain(own).collect();
    let columns = columns(all.iter().map(|it| it.label.as_str()));
    rows(all, columns, false)
}
