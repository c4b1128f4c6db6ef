//! The screens of this feature.

use super::Page;
use crate::domain::help::{HelpAnswer, HelpLetter};
use crate::domain::letter::Letter;
use crate::domain::person::Role;
use crate::words::{Html, Plain, Voice, help};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &HelpLetter) -> Html {
    match letter {
        HelpLetter::Stale => Html(help::stale(&page.voice).into()),
        HelpLetter::UnknownCommand => help::unknown(&page.voice),
    }
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &HelpAnswer) -> Plain {
    match *answer {}
}

/// The commands of a role.
pub(super) fn commands(voice: &Voice<'_>, role: Option<Role>) -> Vec<(&'static str, String)> {
    let everyone = [
        ("menu", help::command_menu(voice)),
        ("help", help::command_help(voice)),
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
        ("help", help::command_help(voice)),
        ("language", help::command_language(voice)),
    ];
    let named = |(name, about): (&'static str, Plain)| (name, about.into());
    match role {
        Some(Role::Lead | Role::Coordinator) => staff.into_iter().map(named).collect(),
        Some(Role::Mentor | Role::Mentee) => everyone.into_iter().map(named).collect(),
        None => vec![("linkgroup", help::command_linkgroup(voice).into())],
    }
}
