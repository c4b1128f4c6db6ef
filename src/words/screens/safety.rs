//! What is said after 🆘.

use super::{Button, Does, Page};
use crate::domain::helplines::{self, NUMBERS};
use crate::domain::id::ConversationId;
use crate::domain::letter::Letter;
use crate::domain::safety::{About, Call, Reached, SafetyAnswer, SafetyLetter, Stands};
use crate::words::{Day, Html, Name, Plain, Raw, When, removal, safety};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SafetyLetter) -> Html {
    let voice = &page.voice;
    match letter {
        SafetyLetter::Menu { .. } => safety::menu(voice),
        SafetyLetter::Mistake => safety::mistake(voice),
        SafetyLetter::Stopped { partner: Some(name), .. } => safety::stopped(voice, Name(name)),
        SafetyLetter::Stopped { partner: None, .. } => safety::stopped_group(voice),
        SafetyLetter::StoppedAll(_) => safety::stopped_all(voice),
        SafetyLetter::WhoIsFine { .. } => safety::who_is_fine(voice),
        SafetyLetter::Next { conversation: Stands::Stopped, by, .. } => {
            safety::next_stopped(voice, When(*by))
        }
        SafetyLetter::Next { conversation: Stands::Open, by, .. } => safety::next_open(voice, When(*by)),
        SafetyLetter::Next { conversation: Stands::Alone, by, .. } => safety::next_alone(voice, When(*by)),
        SafetyLetter::Noted { how: Reached::Call, by, .. } => safety::noted_call(voice, When(*by)),
        SafetyLetter::Noted { how: Reached::Write, by, .. } => safety::noted_write(voice, When(*by)),
        SafetyLetter::Noted { how: Reached::NotNow, .. } => safety::noted_not_now(voice),
        SafetyLetter::Call { .. } => safety::call(voice),
        SafetyLetter::TeamCalls { when: Call::Today, by } => safety::called_today(voice, When(*by)),
        SafetyLetter::TeamCalls { when: Call::ThisWeek, by } => safety::called_week(voice, Day(*by)),
        SafetyLetter::Reported { .. } => safety::reported(voice),
        SafetyLetter::ReportedStaff { outside: None } => safety::reported_staff(voice),
        SafetyLetter::ReportedStaff { outside: Some(contact) } => safety::reported_staff(voice)
            .then(&safety::outside(voice))
            .line(&safety::own_line(voice, Name(contact))),
        SafetyLetter::NothingToReport => safety::report_none(voice),
        SafetyLetter::Beside { helplines, letter } => {
            text(page, letter).then(&own_lines(page, safety::own(voice), helplines))
        }
        SafetyLetter::Report { case, alias, .. } => {
            safety::coordinator_report(voice, Raw(&case.to_string()), Name(alias))
        }
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &SafetyAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SafetyAnswer::Unsafe => safety::menu_unsafe(voice),
        SafetyAnswer::Report(None) => safety::menu_report(voice),
        SafetyAnswer::Report(Some(_)) => safety::menu_report_this(voice),
        SafetyAnswer::Remove(_) => removal::button(voice),
        SafetyAnswer::CallMe => safety::menu_call(voice),
        SafetyAnswer::Mistake => safety::menu_mistake(voice),
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
        SafetyAnswer::Reach { how: Reached::Call, .. } => safety::next_stopped_yes(voice),
        SafetyAnswer::Reach { how: Reached::Write, .. } => safety::next_stopped_write(voice),
        SafetyAnswer::Reach { how: Reached::NotNow, .. } => safety::next_stopped_not_now(voice),
        SafetyAnswer::Call(Call::Today) => safety::call_today(voice),
        SafetyAnswer::Call(Call::ThisWeek) => safety::call_week(voice),
        SafetyAnswer::Write if matches!(letter, Letter::Safety(SafetyLetter::Call { .. })) => {
            safety::call_write(voice)
        }
        SafetyAnswer::Write => safety::reported_write(voice),
    }
}

/// The name of a conversation that was stopped.
fn stopped(letter: &Letter, id: ConversationId) -> &str {
    let Letter::Safety(letter) = letter else { return "" };
    let mut letter = letter;
    if let SafetyLetter::Beside { letter: inside, .. } = letter {
        letter = inside;
    }
    let (SafetyLetter::StoppedAll(all) | SafetyLetter::WhoIsFine { others: all, .. }) = letter else {
        return "";
    };
    all.iter().find(|it| it.conversation == id).map_or("", |it| it.name.as_str())
}

/// The programme's own help lines under their heading.
pub(super) fn own_lines(page: &Page<'_>, heading: Html, lines: &[String]) -> Html {
    lines.iter().fold(heading, |text, line| text.line(&safety::own_line(&page.voice, Name(line))))
}

/// The help numbers, each copied by a tap.
pub(super) fn numbers(page: &Page<'_>, letter: &SafetyLetter) -> Vec<Vec<Button>> {
    if !letter.shows_numbers() {
        return Vec::new();
    }
    let copy = |number: &str| Button {
        label: safety::number(&page.voice, Raw(number)).into(),
        does: Does::Copy(number.to_owned()),
    };
    let own = if let SafetyLetter::Beside { helplines, .. } = letter { helplines.as_slice() } else { &[] };
    let own = own.iter().map(|line| vec![copy(&helplines::number(line))]);
    [NUMBERS.map(copy).to_vec()].into_iter().chain(own).collect()
}
