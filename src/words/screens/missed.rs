//! What is said when two people do not write to each other.

use super::Page;
use crate::domain::letter::Letter;
use crate::domain::missed::{MissedAnswer, MissedLetter};
use crate::domain::talk::Side;
use crate::words::{Day, Html, Name, Plain, checkin, missed};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &MissedLetter) -> Html {
    let voice = &page.voice;
    match letter {
        MissedLetter::Hello { partner: Some(name), side: Side::Mentee } => {
            missed::mentee_hello(voice, Name(name))
        }
        MissedLetter::Hello { partner: Some(name), side: Side::Mentor } => {
            missed::mentor_hello(voice, Name(name))
        }
        MissedLetter::Hello { partner: None, .. } => missed::hello_group(voice),
        MissedLetter::HelloAgain { partner: Some(name), .. } => missed::hello_again(voice, Name(name)),
        MissedLetter::HelloAgain { partner: None, .. } => missed::hello_again_group(voice),
        MissedLetter::DidYouTalk { partner: Some(name), since, .. } => {
            missed::talked(voice, Name(name), Day(*since))
        }
        MissedLetter::DidYouTalk { partner: None, since, .. } => missed::talked_group(voice, Day(*since)),
        MissedLetter::Waits { partner: Some(name), side: Side::Mentor, since, .. } => {
            missed::mentor_waits(voice, Name(name), Day(*since))
        }
        MissedLetter::Waits { partner: Some(name), side: Side::Mentee, since, .. } => {
            missed::mentee_waits(voice, Name(name), Day(*since))
        }
        MissedLetter::Waits { partner: None, since, .. } => missed::waits_group(voice, Day(*since)),
        MissedLetter::SaidAll => missed::said_all(voice),
        MissedLetter::GoodToHear => missed::thanks_here(voice),
        MissedLetter::Elsewhere { until } => missed::thanks_elsewhere(voice, Day(*until)),
        MissedLetter::NotYet => missed::thanks_not_yet(voice),
        MissedLetter::TeamCalls { by: Some(by) } => missed::team_calls(voice, Day(*by)),
        MissedLetter::TeamCalls { by: None } => checkin::thanks_asked(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &MissedAnswer) -> Plain {
    let voice = &page.voice;
    let hello = matches!(letter, Letter::Missed(MissedLetter::HelloAgain { .. }));
    match answer {
        MissedAnswer::Here(_) => missed::talked_here(voice),
        MissedAnswer::Elsewhere(_) if hello => missed::hello_again_elsewhere(voice),
        MissedAnswer::Elsewhere(_) => missed::talked_elsewhere(voice),
        MissedAnswer::NotYet(_) => missed::talked_not_yet(voice),
        MissedAnswer::Help(_) if hello => missed::hello_again_help(voice),
        MissedAnswer::Help(_) => missed::talked_help(voice),
        MissedAnswer::SaidAll(_) => missed::said_all_button(voice),
    }
}
