//! The screens of the programme's settings: a list, and one screen for each.

use super::Page;
use super::join::pick;
use super::setup;
use crate::domain::heard::Kind;
use crate::domain::leak::Policy;
use crate::domain::letter::Letter;
use crate::domain::on_call::OnCall;
use crate::domain::programme::Question;
use crate::domain::settings::{Guarded, SettingsAnswer, SettingsLetter};
use crate::words::{Count, Html, Name, Plain, Raw, Voice, common, settings};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SettingsLetter) -> Html {
    let voice = &page.voice;
    match letter {
        SettingsLetter::List(it) => setup::answers(page, settings::list(voice), &it.answers)
            .then(&contacts(voice, it.contacts))
            .line(&protect(voice, &it.protect)),
        SettingsLetter::Protect(_) => settings::protect(voice),
        SettingsLetter::OnCall(_) => setup::on_call_question(voice),
        SettingsLetter::Contacts(_) => settings::contacts(voice),
        SettingsLetter::LeadOnly => settings::lead_only(voice),
        SettingsLetter::Holds(answers) => setup::answers_with_numbers(page, settings::holds(voice), answers),
        SettingsLetter::Held => settings::held(voice),
        SettingsLetter::Gone { question, alias } => settings::contact_gone(voice)
            .line(&settings::who(voice, Name(alias)))
            .then(&setup::heading(voice, *question)),
        SettingsLetter::Trial => settings::trial(voice),
        SettingsLetter::Ringing => settings::ringing(voice),
        SettingsLetter::Tried { alias: Some(alias), minutes } => {
            settings::tried(voice, Count(*minutes)).line(&settings::who(voice, Name(alias)))
        }
        SettingsLetter::Tried { alias: None, minutes } => settings::tried_self(voice, Count(*minutes)),
    }
}

/// Hours on call, or that there are none.
pub(super) fn hours(voice: &Voice<'_>, on_call: Option<OnCall>) -> Plain {
    let Some(hours) = on_call else { return settings::on_call_never(voice) };
    let (from, to) = (Count(hours.from.into()), Count(hours.to.into()));
    match hours.weekends {
        _ if hours.is_always() => settings::on_call_always(voice),
        true => settings::on_call_daily(voice, from, to),
        false => settings::on_call_workdays(voice, from, to),
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

fn protect(voice: &Voice<'_>, protect: &[Kind]) -> Html {
    let on = Guarded::ALL.iter().filter(|kinds| kinds.is_on(protect));
    let names: Vec<String> = on.map(|kinds| guarded(voice, *kinds).into()).collect();
    if names.is_empty() {
        return settings::protect_now_none(voice);
    }
    settings::protect_now(voice, Raw(&names.join(" · ")))
}

fn guarded(voice: &Voice<'_>, kinds: Guarded) -> Plain {
    match kinds {
        Guarded::Texts => settings::protect_texts(voice),
        Guarded::Pictures => settings::protect_pictures(voice),
        Guarded::Voices => settings::protect_voices(voice),
        Guarded::Files => settings::protect_files(voice),
    }
}

/// What a button says; what is chosen now is marked.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &SettingsAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SettingsAnswer::List if matches!(letter, Letter::Settings(SettingsLetter::Holds(_))) => {
            settings::holds_change(voice)
        }
        SettingsAnswer::List => common::back(voice),
        SettingsAnswer::Holds => settings::holds_yes(voice),
        SettingsAnswer::TryAlarm => settings::trial_try(voice),
        SettingsAnswer::Later => common::later(voice),
        SettingsAnswer::Ring => settings::trial_ring(voice),
        SettingsAnswer::Change(question) => setup::change(voice, *question),
        SettingsAnswer::Contacts => settings::contacts_change(voice),
        SettingsAnswer::OnCall => setup::change(voice, Question::OnCall),
        SettingsAnswer::SetOnCall(on_call) => {
            pick(voice, hours(voice, *on_call), *letter == SettingsLetter::OnCall(*on_call).into())
        }
        SettingsAnswer::Protect => settings::protect_change(voice),
        SettingsAnswer::SetProtect(kinds, on) => pick(voice, guarded(voice, *kinds), !on),
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
