//! The screens of this feature.

use super::{Button, Does, Page};
use crate::domain::help::{HelpAnswer, HelpLetter, Task};
use crate::domain::id::PersonId;
use crate::domain::letter::Letter;
use crate::domain::person::Role;
use crate::store::Reader;
use crate::words::{Day, Html, Name, Plain, Voice, command, help};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &HelpLetter) -> Html {
    let voice = &page.voice;
    match letter {
        HelpLetter::Stale => Html::new(help::stale(voice).into()),
        HelpLetter::UnknownCommand => help::unknown(voice),
        HelpLetter::LinkGroup { safe: false, .. } => help::link_group(voice),
        HelpLetter::LinkGroup { safe: true, .. } => help::link_safe(voice),
        HelpLetter::Buttons => help::buttons(voice),
        HelpLetter::Words => help::words(voice),
        HelpLetter::Sorry => help::sorry(voice),
        HelpLetter::SorryChange => help::sorry_change(voice),
        HelpLetter::SorryPress => help::sorry_press(voice),
        HelpLetter::SorrySafety { told: true } => help::sorry_told(voice),
        HelpLetter::SorrySafety { told: false } => help::sorry_untold(voice),
        HelpLetter::Unsaved => help::unsaved(voice),
        HelpLetter::How(Role::Mentee) => help::mentee_how(voice),
        HelpLetter::How(Role::Mentor) => help::mentor_how(voice),
        HelpLetter::How(Role::Coordinator | Role::Lead) => help::coordinator_how(voice),
        HelpLetter::Which { task, .. } => which(voice, *task),
        HelpLetter::Menu | HelpLetter::CircleMenu => help::menu(voice),
        HelpLetter::Calls { write: false } => help::calls(voice),
        HelpLetter::Calls { write: true } => help::calls_not(voice),
        HelpLetter::Language(_) => help::language(voice),
        HelpLetter::LanguageChanged => help::language_changed(voice),
        HelpLetter::Pause => help::pause(voice),
        HelpLetter::Paused(until) => help::paused(voice, Day(*until)),
        HelpLetter::Resumed | HelpLetter::BreakOver => help::resumed(voice),
        HelpLetter::MayKnow { partner: Some(name), .. } => help::may_know(voice, Name(name)),
        HelpLetter::MayKnow { partner: None, .. } => help::may_know_group(voice),
        HelpLetter::WhileAway => help::while_away(voice),
        HelpLetter::BreakKept(until) => help::break_kept(voice, Day(*until)),
        HelpLetter::PartnerAway { name: Some(name), until } => {
            help::partner_away(voice, Name(name), Day(*until))
        }
        HelpLetter::PartnerAway { name: None, until } => help::partner_away_one(voice, Day(*until)),
        HelpLetter::PartnerBack { name } => help::partner_back(voice, Name(name)),
        HelpLetter::PauseAlone => help::pause_alone(voice),
        HelpLetter::Leave { .. } => help::leave(voice),
        HelpLetter::Left => help::left(voice),
        HelpLetter::Stayed => help::stayed(voice),
        HelpLetter::LeadStays => help::leave_lead(voice),
    }
}

/// A button that adds the bot to a group with the rights it needs there (Telegram: deep links, `startgroup`).
pub(super) fn adds(page: &Page<'_>, letter: &HelpLetter) -> Vec<Vec<Button>> {
    let HelpLetter::LinkGroup { bot, .. } = letter else { return Vec::new() };
    let link = format!("https://t.me/{bot}?startgroup&admin=manage_topics+delete_messages+pin_messages");
    vec![vec![Button { label: help::link_group_add(&page.voice).into(), does: Does::Open(link) }]]
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &HelpAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        HelpAnswer::As(_, person) => part(page, letter, *person),
        HelpAnswer::Team if matches!(letter, Letter::Help(HelpLetter::Leave { .. })) => {
            help::leave_team(voice)
        }
        HelpAnswer::Team => help::menu_team(voice),
        HelpAnswer::Pause => help::menu_pause(voice),
        HelpAnswer::Mute => help::menu_mute(voice),
        HelpAnswer::Calls => help::menu_calls(voice),
        HelpAnswer::WriteOnly(true) => help::calls_write(voice),
        HelpAnswer::WriteOnly(false) => help::calls_not_call(voice),
        HelpAnswer::Language => help::menu_language(voice),
        HelpAnswer::How => help::menu_help(voice),
        HelpAnswer::Speak(lang) => super::join::language(page, lang),
        HelpAnswer::Weeks(1) => help::pause_week(voice),
        HelpAnswer::Weeks(2) => help::pause_fortnight(voice),
        HelpAnswer::Weeks(_) => help::pause_month(voice),
        HelpAnswer::Break { told: true, .. } => help::may_know_yes(voice),
        HelpAnswer::Break { told: false, .. } => help::may_know_no(voice),
        HelpAnswer::Resume if matches!(letter, Letter::Help(HelpLetter::BreakKept(_))) => {
            help::break_kept_resume(voice)
        }
        HelpAnswer::Resume => help::paused_resume(voice),
        HelpAnswer::EndAndSend => help::while_away_end(voice),
        HelpAnswer::KeepBreak => help::while_away_keep(voice),
        HelpAnswer::Leave => help::leave_yes(voice),
        HelpAnswer::Stay => help::leave_no(voice),
    }
}

fn which(voice: &Voice<'_>, task: Task) -> Html {
    match task {
        Task::Team => help::which_team(voice),
        Task::Pause => help::which_pause(voice),
        Task::Leave => help::which_leave(voice),
        Task::Call(_) => help::which_call(voice),
        Task::AboutTeam => help::which_about(voice),
        Task::Invite
        | Task::Pair
        | Task::Invites
        | Task::Pairs
        | Task::People
        | Task::Cases
        | Task::Helplines
        | Task::Settings
        | Task::Contacts
        | Task::Group(_)
        | Task::SafeGroup(_) => help::which(voice),
    }
}

/// "Casa Ana · mentor".
fn part(page: &Page<'_>, letter: &Letter, person: PersonId) -> Plain {
    let Letter::Help(HelpLetter::Which { parts, .. }) = letter else { return Plain(String::new()) };
    let Some(part) = parts.iter().find(|part| part.person == person) else { return Plain(String::new()) };
    let (voice, name) = (&page.voice, Name(&part.programme));
    match part.role {
        Role::Mentee => help::which_mentee(voice, name),
        Role::Mentor => help::which_mentor(voice, name),
        Role::Coordinator | Role::Lead => help::which_staff(voice, name),
    }
}

/// The commands of a role; of both sides for whoever has parts on both.
pub(super) fn commands(voice: &Voice<'_>, reader: &Reader) -> Vec<(&'static str, String)> {
    let everyone = [
        ("menu", command::menu(voice)),
        ("help", command::help(voice)),
        ("undo", command::undo(voice)),
        ("language", command::language(voice)),
        ("pause", command::pause(voice)),
        ("privacy", command::privacy(voice)),
        ("leave", command::leave(voice)),
    ];
    let staff = [
        ("cases", command::cases(voice)),
        ("pairs", command::pairs(voice)),
        ("people", command::people(voice)),
        ("find", command::find(voice)),
        ("pair", command::pair(voice)),
        ("invite", command::invite(voice)),
        ("invites", command::invites(voice)),
        ("undo", command::undo(voice)),
        ("help", command::help(voice)),
        ("language", command::language(voice)),
        ("privacy", command::privacy(voice)),
        ("leave", command::leave(voice)),
    ];
    let named = |(name, about): (&'static str, Plain)| (name, about.into());
    let lead = [("helplines", command::helplines(voice)), ("settings", command::settings(voice))];
    let lead = lead.into_iter().filter(|_| reader.role == Some(Role::Lead));
    match reader.role {
        Some(_) if reader.both_sides => {
            let more = everyone.into_iter().filter(|(name, _)| !staff.iter().any(|(it, _)| it == name));
            let more: Vec<_> = more.map(named).collect();
            staff.into_iter().chain(lead).map(named).chain(more).collect()
        }
        Some(Role::Lead | Role::Coordinator) => staff.into_iter().chain(lead).map(named).collect(),
        Some(Role::Mentor | Role::Mentee) => everyone.into_iter().map(named).collect(),
        None => vec![
            ("linkgroup", command::linkgroup(voice).into()),
            ("linksafeguarding", command::linksafeguarding(voice).into()),
        ],
    }
}
