//! What is said when the team takes a message back.

use super::Page;
use crate::domain::removal::{RemovalAnswer, RemovalLetter, Why};
use crate::words::{Html, Plain, Raw, Voice, relay, removal};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &RemovalLetter) -> Html {
    let voice = &page.voice;
    match letter {
        RemovalLetter::Ask { .. } => removal::ask(voice),
        RemovalLetter::Kept => removal::kept(voice),
        RemovalLetter::Removed { why, stays } => {
            let text = removal::removed(voice, Raw(reason(voice, *why).as_str()));
            if *stays { text.line(&removal::stays(voice)) } else { text }
        }
        RemovalLetter::Nothing => removal::nothing(voice),
        RemovalLetter::Yours(why) => removal::yours(voice, Raw(reason(voice, *why).as_str())),
        RemovalLetter::Here => removal::here(voice),
    }
}

fn reason(voice: &Voice<'_>, why: Why) -> Plain {
    match why {
        Why::Contact => removal::ask_contact(voice),
        Why::Hurts => removal::ask_hurts(voice),
        Why::Unfit => removal::ask_unfit(voice),
        Why::Mistake => removal::ask_mistake(voice),
        Why::Other => removal::ask_other(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, answer: &RemovalAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        RemovalAnswer::Remove { why, .. } => reason(voice, *why),
        RemovalAnswer::Keep => removal::ask_keep(voice),
        RemovalAnswer::Team => relay::rests_team(voice),
    }
}
