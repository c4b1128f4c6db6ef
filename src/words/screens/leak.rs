//! What is said about phone numbers, names and links in messages.

use super::Page;
use crate::domain::id::ConversationId;
use crate::domain::leak::{LeakAnswer, LeakLetter, Shown, Stand};
use crate::domain::letter::Letter;
use crate::words::{Html, Name, Plain, Voice, leak, relay};

/// What a letter says; with several conversations, also about which.
pub(super) fn text(page: &Page<'_>, letter: &LeakLetter) -> Html {
    let switcher = page.reader.switcher.as_ref();
    let name = switcher.zip(about(letter)).and_then(|(switcher, conversation)| switcher.name(conversation));
    let text = said(&page.voice, letter);
    match name {
        Some(name) => relay::header(&page.voice, Name(name)).line(&text),
        None => text,
    }
}

/// The conversation that a letter asks about without naming anybody.
fn about(letter: &LeakLetter) -> Option<ConversationId> {
    match letter {
        LeakLetter::Ask(waiting) => Some(waiting.conversation),
        LeakLetter::NotYet { conversation, .. } | LeakLetter::Stands { conversation, .. } => {
            Some(*conversation)
        }
        LeakLetter::MaySwap { .. } | LeakLetter::Refused(_) | LeakLetter::NoChoice => None,
    }
}

fn said(voice: &Voice<'_>, letter: &LeakLetter) -> Html {
    match letter {
        LeakLetter::Ask(waiting) => shows(voice, waiting.shown).line(&leak::ask(voice)),
        LeakLetter::Refused(shown) => shows(voice, *shown).line(&leak::refused(voice)),
        LeakLetter::NotYet { shown, agreed: true, .. } => {
            shows(voice, *shown).line(&leak::not_yet_waits(voice))
        }
        LeakLetter::NotYet { shown, circle: false, .. } => shows(voice, *shown).line(&leak::not_yet(voice)),
        LeakLetter::NotYet { shown, circle: true, .. } => {
            shows(voice, *shown).line(&leak::not_yet_group(voice))
        }
        LeakLetter::MaySwap { partner: Some(name), .. } => leak::may(voice, Name(name)),
        LeakLetter::MaySwap { partner: None, .. } => leak::may_group(voice),
        LeakLetter::Stands { stand: Stand::Waits, .. } => leak::stands_waits(voice),
        LeakLetter::Stands { stand: Stand::Agreed, .. } => leak::stands_agreed(voice),
        LeakLetter::Stands { stand: Stand::No, .. } => leak::stands_no(voice),
        LeakLetter::NoChoice => leak::no_choice(voice),
    }
}

fn shows(voice: &Voice<'_>, shown: Shown) -> Html {
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
