//! The screens of this feature.

use super::Page;
use crate::domain::help::{HelpAnswer, HelpLetter};
use crate::domain::letter::Letter;
use crate::domain::person::Role;
use crate::words::{Day, Html, Plain, Voice, help};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &HelpLetter) -> Html {
    let voice = &page.voice;
    match letter {
        HelpLetter::Stale => Html(help::stale(voice).into()),
        HelpLetter::UnknownCommand => help::unknown(voice),
        HelpLetter::Buttons => help::buttons(voice),
        HelpLetter::Words => help::words(voice),
        HelpLetter::Sorry => help::sorry(voice),
        HelpLetter::How(Role::Mentee) => help::mentee_how(voice),
        HelpLetter::How(Role::Mentor) => help::mentor_how(voice),
        HelpLetter::How(Role::Coordinator | Role::Lead) => help::coordinator_how(voice),
        HelpLetter::Menu => help::menu(voice),
        HelpLetter::Language(_) => help::language(voice),
        HelpLetter::LanguageChanged => help::language_changed(voice),
        HelpLetter::Pause => help::pause(voice),
        HelpLetter::Paused(until) => help::paused(voice, Day(*until)),
        HelpLetter::Resumed => help::resumed(voice),
        HelpLetter::PauseAlone => help::pause_alone(voice),
        HelpLetter::Leave { .. } => help::leave(voice),
        HelpLetter::Left => help::left(voice),
        HelpLetter::Stayed => help::stayed(voice),
        HelpLetter::LeadStays => help::leave_lead(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &HelpAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        HelpAnswer::Team if matches!(letter, Letter::Help(HelpLetter::Leave { .. })) => {
            help::leave_team(voice)
        }
        HelpAnswer::Team => help::menu_team(voice),
        HelpAnswer::Pause => help::menu_pause(voice),
        HelpAnswer::Language => help::menu_language(voice),
        HelpAnswer::How => help::menu_help(voice),
        HelpAnswer::Speak(lang) => super::join::language(page, lang),
        HelpAnswer::Weeks(1) => help::pause_week(voice),
        HelpAnswer::Weeks(2) => help::pause_fortnight(voice),
        HelpAnswer::Weeks(_) => help::pause_month(voice),
        HelpAnswer::Resume => help::paused_resume(voice),
        HelpAnswer::Leave => help::leave_yes(voice),
        HelpAnswer::Stay => help::leave_no(voice),
    }
}

/// The commands of a role.
pub(super) fn commands(voice: &Voice<'_>, role: Option<Role>) -> Vec<(&'static str, String)> {
    let everyone = [
        ("menu", help::command_menu(voice)),
        ("help", help::command_help(voice)),
        ("undo", help::command_undo(voice)),
        ("language", help::command_language(voice)),
        ("pause", help::command_pause(voice)),
        ("leave", help::command_leave(voice)),
    ];
    let staff = [
        ("cases", help::command_cases(voice)),
        ("pairs", help::command_pairs(voice)),
        ("people", help::command_people(voice)),
        ("pair", help::command_pair(voice)),
        ("invite", help::command_invite(voice)),
        ("undo", help::command_undo(voice)),
        ("help", help::command_help(voice)),
        ("language", help::command_language(voice)),
        ("leave", help::command_leave(voice)),
    ];
    let named = |(name, about): (&'static str, Plain)| (name, about.into());
    match role {
        Some(Role::Lead) => {
            let lead =
                [("helplines", help::command_helplines(voice)), ("settings", help::command_settings(voice))];
            staff.into_iter().chain(lead).map(named).collect()
        }
        Some(Role::Coordinator) => staff.into_iter().map(named).collect(),
        Some(Role::Mentor | Role::Mentee) => everyone.into_iter().map(named).collect(),
        None => vec![
            ("linkgroup", help::command_linkgroup(voice).into()),
            ("linksafeguarding", help::command_linksafeguarding(voice).into()),
        ],
    }
}
