//! The screens of the programme's settings: a list, and one screen for each.

use super::Page;
use super::join::pick;
use crate::domain::leak::Policy;
use crate::domain::letter::Letter;
use crate::domain::settings::{SettingsAnswer, SettingsLetter};
use crate::words::{Html, Plain, Voice, common, settings};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SettingsLetter) -> Html {
    let voice = &page.voice;
    match letter {
        SettingsLetter::List(it) => settings::list(voice).then(&contacts(voice, it.contacts)),
        SettingsLetter::Contacts(_) => settings::contacts(voice),
        SettingsLetter::LeadOnly => settings::lead_only(voice),
    }
}

fn contacts(voice: &Voice<'_>, policy: Policy) -> Html {
    match policy {
        Policy::Allow => settings::contacts_now_allow(voice),
        Policy::Ask => settings::contacts_now_ask(voice),
        Policy::Both => settings::contacts_now_both(voice),
        Policy::Refuse => settings::contacts_now_refuse(voice),
    }
}

/// What a button says; what is chosen now is marked.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &SettingsAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SettingsAnswer::List => common::back(voice),
        SettingsAnswer::Contacts => settings::contacts_change(voice),
        SettingsAnswer::SetContacts(policy) => {
            let label = match policy {
                Policy::Allow => settings::contacts_allow(voice),
                Policy::Ask => settings::contacts_ask(voice),
                Policy::Both => settings::contacts_both(voice),
                Policy::Refuse => settings::contacts_refuse(voice),
            };
            pick(voice, label, *letter == SettingsLetter::Contacts(*policy).into())
        }
    }
}
