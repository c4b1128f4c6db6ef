//! Somebody with several parts asks for something: it is done as the part that fits; if several do, she is asked which.

use super::control::Command;
use super::{
    House, cases, complaint, desk, help, invite, invites, join, leaving, pairing, pause, safety, settings,
    setup, supervised, swap, team,
};
use crate::domain::help::{HelpLetter, Part, Task};
use crate::domain::id::ChatId;
use crate::domain::letter::Post;
use crate::domain::person::{Person, Role, Standing};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The task behind a command, if only some parts can do it.
pub(super) fn task(command: &Command<'_>) -> Option<Task> {
    match command.name.as_str() {
        "team" => Some(Task::Team),
        "pause" => Some(Task::Pause),
        "leave" => Some(Task::Leave),
        "invite" => Some(Task::Invite),
        "invites" => Some(Task::Invites),
        "pair" => Some(Task::Pair),
        "pairs" => Some(Task::Pairs),
        "people" => Some(Task::People),
        "cases" => Some(Task::Cases),
        "helplines" => Some(Task::Helplines),
        "settings" => Some(Task::Settings),
        "contacts" => Some(Task::Contacts),
        _ => None,
    }
}

/// Whether a part can do it.
fn fits(task: Task, part: &Person) -> bool {
    let ready = part.standing == Standing::Ready;
    match task {
        Task::Leave => part.standing != Standing::Left,
        Task::Team => part.standing.has_team() && !part.role.is_staff(),
        Task::Pause | Task::Contacts => ready && !part.role.is_staff(),
        Task::Group(_) | Task::SafeGroup(_) | Task::Helplines => ready && part.role == Role::Lead,
        Task::Call(_) | Task::AboutTeam => part.standing != Standing::Left && !part.role.is_staff(),
        Task::Invite
        | Task::Invites
        | Task::Pair
        | Task::Pairs
        | Task::People
        | Task::Cases
        | Task::Settings => ready && part.role.is_staff(),
    }
}

/// The parts that can do it. A programme has one team, whatever her parts in it.
fn fitting(task: Task, parts: &[Person]) -> Vec<&Person> {
    let mut fitting: Vec<&Person> = parts.iter().filter(|part| fits(task, part)).collect();
    if task == Task::AboutTeam {
        fitting.sort_by_key(|part| (part.programme, part.standing != Standing::Ready, part.id));
        fitting.dedup_by_key(|part| part.programme);
    }
    fitting
}

/// Whether she would be asked as which part.
pub(super) fn is_one_of_several(parts: &[Person], task: Task) -> bool {
    fitting(task, parts).len() > 1
}

/// Does it as the part that fits, or asks which; `false` if none does.
pub(super) async fn perform(
    tx: &mut Tx,
    house: &House,
    (parts, task): (&[Person], Task),
    now: DateTime<Utc>,
) -> Result<bool> {
    let fitting = fitting(task, parts);
    match fitting.as_slice() {
        [] => return Ok(false),
        [only] => act(tx, house, (only, task), now).await?,
        [first, ..] => {
            let mut offered = Vec::new();
            for part in &fitting {
                let programme = tx.programme(part.programme).await?.name;
                offered.push(Part { person: part.id, role: part.role, programme });
            }
            tx.post(Post::answer(*first, HelpLetter::Which { task, parts: offered }), now).await?;
        }
    }
    Ok(true)
}

/// The same for all parts of an account.
pub(super) async fn perform_in(
    tx: &mut Tx,
    house: &House,
    (chat, task): (ChatId, Task),
    now: DateTime<Utc>,
) -> Result<bool> {
    let parts = tx.parts(chat).await?;
    perform(tx, house, (&parts, task), now).await
}

/// Does it as this part; `false` if it cannot, or cannot any more.
pub(super) async fn chosen(
    tx: &mut Tx,
    house: &House,
    (part, task): (&Person, Task),
    now: DateTime<Utc>,
) -> Result<bool> {
    let fits = fits(task, part);
    if fits {
        act(tx, house, (part, task), now).await?;
    }
    Ok(fits)
}

async fn act(tx: &mut Tx, house: &House, (part, task): (&Person, Task), now: DateTime<Utc>) -> Result<()> {
    match task {
        Task::Team => team::write_to_team(tx, part, now).await,
        Task::Pause => pause::ask(tx, part, now).await,
        Task::Leave => leaving::leave(tx, part, now).await,
        Task::Invite => invite::command(tx, house, part, now).await,
        Task::Invites => invites::command(tx, part, now).await,
        Task::Pair => pairing::command(tx, house, part, now).await,
        Task::Pairs => desk::pairs_command(tx, part, now).await,
        Task::People => desk::people_command(tx, part, now).await,
        Task::Cases => cases::command(tx, house, part, now).await,
        Task::Helplines => setup::helplines(tx, house, part, now).await,
        Task::Settings => settings::command(tx, house, part, now).await,
        Task::Contacts => swap::command(tx, part, now).await,
        Task::Call(when) => safety::call_posted(tx, part, when, now).await,
        Task::AboutTeam => complaint::asks(tx, part, now).await,
        Task::Group(group) => cases::link_as(tx, part, group, now).await,
        Task::SafeGroup(group) => supervised::link_as(tx, part, group, now).await,
    }
}

/// She says hello, and everything is told: the lead of a new programme goes on with it, everybody else reads how it
/// works.
pub(super) async fn at_home(tx: &mut Tx, house: &House, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    for lead in parts {
        let leads = lead.role == Role::Lead && lead.standing == Standing::Ready;
        if leads && !tx.programme(lead.programme).await?.set_up {
            return help::at_home(tx, house, lead, now).await;
        }
    }
    if parts.iter().any(|part| part.standing == Standing::Ready) {
        return how(tx, parts, now).await;
    }
    match join::foremost(parts) {
        Some(person) => join::resume(tx, house, person, now).await,
        None => Ok(()),
    }
}

/// How it works, once for each role that is ready; the roles in the order in which she joined.
pub(super) async fn how(tx: &mut Tx, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    let mut told: Vec<Role> = Vec::new();
    for part in parts {
        let known = told.iter().any(|role| *role == part.role || (role.is_staff() && part.role.is_staff()));
        if part.standing == Standing::Ready && !known {
            told.push(part.role);
            tx.post(Post::answer(part, HelpLetter::How(part.role)), now).await?;
        }
    }
    Ok(())
}
