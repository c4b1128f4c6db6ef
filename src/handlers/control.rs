//! Commands and the labels of the keyboard. Never relayed.

use super::{House, cases, desk, help, join, pairing, safety, settings, setup, swap, talk, team, undo};
use crate::domain::heard::{Heard, Written};
use crate::domain::help::HelpLetter;
use crate::domain::letter::Post;
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::store::{Result, Tx};
use crate::words::Control;
use chrono::{DateTime, Utc};

/// A command as it was typed.
pub struct Command<'a> {
    /// Its name without slash and bot name, lower case.
    pub name: String,
    /// What follows it.
    pub rest: &'a str,
}

impl<'a> Command<'a> {
    /// Reads `/name@bot rest`.
    pub fn parse(text: &'a str) -> Option<Self> {
        let text = text.strip_prefix('/')?;
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let name = name.split('@').next().unwrap_or_default().to_ascii_lowercase();
        Some(Self { name, rest: rest.trim() })
    }
}

/// A private message that is a command or a label.
pub async fn control(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let text = written.text.as_deref().unwrap_or_default();
    let command = Command::parse(text);
    if let Some(start) = command.as_ref().filter(|command| command.name == "start") {
        return join::start(tx, house, heard, start.rest, now).await;
    }
    let Some(person) = tx.person_in(heard.chat).await? else {
        return join::stranger(tx, house, heard, now).await;
    };
    if person.reach != Reach::Reachable {
        super::delivery::back(tx, person.chat, now).await?;
    }
    let ready = person.standing == Standing::Ready;
    match (house.controls.find(text), command) {
        (Some(Control::Undo), _) if ready && undo::is_meant(tx, &person, written.reply_to).await? => {
            undo::command(tx, &person, written.reply_to, now).await
        }
        (Some(Control::Undo), _) => talk::message(tx, house, heard, written, now).await,
        (None, Some(command)) if command.name == "undo" && ready => {
            undo::command(tx, &person, written.reply_to, now).await
        }
        (Some(Control::Safety), _) if !person.role.is_staff() => {
            safety::menu(tx, &person, written.reply_to, now).await
        }
        (Some(Control::Safety | Control::Menu), _) => help::menu(tx, house, &person, now).await,
        (None, Some(command)) if is_safety(&command) && !person.role.is_staff() => {
            safety::menu(tx, &person, written.reply_to, now).await
        }
        (None, Some(command)) => known(tx, house, &person, &command, now).await,
        (None, None) => Ok(()),
    }
}

/// 🆘 for whoever has no keyboard yet, or types.
fn is_safety(command: &Command<'_>) -> bool {
    matches!(command.name.as_str(), "safe" | "sos")
}

async fn known(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    command: &Command<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let ready = person.standing == Standing::Ready;
    let staff = person.role.is_staff() && ready;
    let participant = !person.role.is_staff();
    match command.name.as_str() {
        "help" | "menu" | "language" | "pause" | "leave" => {
            help::command(tx, house, person, command, now).await
        }
        "team" if participant && ready => team::write_to_team(tx, person, now).await,
        "helplines" if staff && person.role == Role::Lead => setup::helplines(tx, house, person, now).await,
        "invite" if staff => join::invite(tx, house, person, now).await,
        "pair" if staff => pairing::command(tx, house, person, now).await,
        "pairs" | "people" if staff => desk::command(tx, house, person, command, now).await,
        "cases" if staff => cases::command(tx, house, person, now).await,
        "settings" if staff => settings::command(tx, person, now).await,
        "contacts" if participant && ready => swap::command(tx, person, now).await,
        _ if !ready => join::resume(tx, house, person, now).await,
        _ => tx.post(Post::answer(person.chat, HelpLetter::UnknownCommand), now).await.map(drop),
    }
}
