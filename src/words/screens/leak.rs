//! What is said about phone numbers, names and links in messages.

use super::Page;
use crate::domain::leak::{LeakAnswer, LeakLetter, Shown, Stand};
use crate::domain::letter::Letter;
use crate::words::{Html, Name, Plain, Voice, leak};

/// What a letter says; with several conversations, also about which.
pub(super) fn text(page: &Page<'_>, letter: &LeakLetter) -> Html {
    let voice = &page.voice;
    match letter {
        LeakLetter::Ask(it) => {
            let asks = if it.reached { leak::ask_reached } else { leak::ask };
            page.about(it.conversation, shows(voice, it.shown).line(&asks(voice)))
        }
        LeakLetter::Refused(shown) => shows(voice, *shown).line(&leak::refused(voice)),
        LeakLetter::Reached(shown) => shows(voice, *shown).line(&leak::reached(voice)),
        LeakLetter::Kept => leak::kept(voice),
        LeakLetter::NotYet { shown, conversation, agreed, circle, reached } => {
            let why = match (reached, agreed, circle) {
                (true, _, _) => leak::not_yet_reached(voice),
                (false, true, _) => leak::not_yet_waits(voice),
                (false, false, false) => leak::not_yet(voice),
                (false, false, true) => leak::not_yet_group(voice),
            };
            page.about(*conversation, shows(voice, *shown).line(&why))
        }
        LeakLetter::MaySwap { conversation, partner: Some(name) } => {
            leak::may(voice, Name(page.name_of(*conversation).unwrap_or(name)))
        }
        LeakLetter::MaySwap { conversation, partner: None } => {
            page.about(*conversation, leak::may_group(voice))
        }
        LeakLetter::Stands { conversation, stand, .. } => {
            let stands = match stand {
                Stand::Waits => leak::stands_waits(voice),
                Stand::Agreed => leak::stands_agreed(voice),
                Stand::No => leak::stands_no(voice),
            };
            page.about(*conversation, stands)
        }
        LeakLetter::NoChoice => leak::no_choice(voice),
    }
}

/// What a message shows.
pub(super) fn shows(voice: &Voice<'_>, shown: Shown) -> Html {
    match shown {
        Shown::Card => leak::shows_card(voice),
        Shown::Profile => leak::shows_profile(voice),
        Shown::Link => leak::shows_link(voice),
        Shown::Phone => leak::shows_phone(voice),
        Shown::Mail => leak::shows_mail(voice),
        Shown::Name => leak::shows_name(voice),
        Shown::Place => leak::shows_place(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &LeakAnswer) -> Plain {
    let voice = &page.voice;
    let stands = |stand| matches!(letter, Letter::Leak(LeakLetter::Stands { stand: it, .. }) if *it == stand);
    let asked = matches!(letter, Letter::Leak(LeakLetter::MaySwap { .. }));
    match answer {
        LeakAnswer::Send(_) => leak::ask_send(voice),
        LeakAnswer::Keep(_) => leak::ask_keep(voice),
        LeakAnswer::Team => leak::refused_team(voice),
        LeakAnswer::Agree(_) if asked => leak::may_yes(voice),
        LeakAnswer::Agree(_) if stands(Stand::No) => leak::stands_no_yes(voice),
        LeakAnswer::Agree(_) => leak::not_yet_yes(voice),
        LeakAnswer::Decline(_) if asked => leak::may_no(voice),
        LeakAnswer::Decline(_) if stands(Stand::Waits) => leak::stands_waits_back(voice),
        LeakAnswer::Decline(_) if stands(Stand::Agreed) => leak::stands_agreed_back(voice),
        LeakAnswer::Decline(_) => leak::not_yet_no(voice),
    }
}
