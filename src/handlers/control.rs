//! Commands and the labels of the keyboard. Never relayed.

use super::relay::Line;
use super::{House, asked, circle, find, help, join, pairing, parts, privacy, safety, switch, undo};
use crate::domain::heard::{Heard, Written};
use crate::domain::help::{HelpLetter, Task};
use crate::domain::id::ChatId;
use crate::domain::label::{self, meaning};
use crate::domain::letter::Post;
use crate::domain::pasted;
use crate::domain::person::{Person, Standing};
use crate::domain::which;
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
    /// Reads `/name@bot rest`, whatever stands between that nobody sees.
    pub fn parse(text: &'a str) -> Option<Self> {
        let text = label::seen(text).strip_prefix(SLASHES)?;
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let name = meaning(name.split('@').next().unwrap_or_default());
        Some(Self { name, rest: rest.trim() })
    }
}

/// Answers everybody (Telegram's terms for bots).
const PRIVACY: &str = "privacy";

/// What a command begins with; the wide one is on East Asian keyboards.
const SLASHES: [char; 2] = ['/', '／'];

/// Whether a message is for the bot itself, or looks like it: a command, a label of the keyboard, an invitation.
pub(super) fn is_control(house: &House, written: &Written) -> bool {
    is_tap(house, written) || pasted::is_likely(&written.content)
}

/// Whether a message is a 🆘: the keyboard's, or typed.
pub(super) fn is_cry(house: &House, written: &Written) -> bool {
    let text = written.text.as_deref().unwrap_or_default();
    matches!(house.controls.find(text), Some(Control::Safety))
        || Command::parse(text).is_some_and(|command| is_safety(&command))
}

fn is_tap(house: &House, written: &Written) -> bool {
    let Some(text) = written.text.as_deref() else { return false };
    let answers = written.reply_to.is_some();
    // Most messages begin with a letter, and labels with a sign; the word for taking back is one only in a reply.
    match label::first(text) {
        Some(first) if first.is_alphanumeric() && !answers => false,
        Some(first) if SLASHES.contains(&first) => true,
        Some(_) => match house.controls.find(text) {
            // A word like any other, unless it answers something.
            Some(Control::Undo) => answers,
            Some(Control::Safety | Control::Menu | Control::Team) => true,
            None => which::named(text).is_some(),
        },
        None => false,
    }
}

/// Whether a message that was changed is a label, a command of ours or a good invitation now. None of them ever reaches
/// anybody, and the change of a message is no tap: nothing is done.
pub(super) async fn is_label(
    tx: &mut Tx,
    house: &House,
    chat: ChatId,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<bool> {
    if join::lets_in(tx, chat, written, now).await? {
        return Ok(true);
    }
    let Some(text) = written.text.as_deref() else { return Ok(false) };
    if let Some(command) = Command::parse(text) {
        return Ok(is_ours(&command));
    }
    if matches!(house.controls.find(text), Some(Control::Safety | Control::Menu | Control::Team)) {
        return Ok(true);
    }
    let Some(name) = which::named(text) else { return Ok(false) };
    Ok(tx.account(chat).await?.is_some_and(|account| account.offered(name)))
}

/// A private message that is a command, a label or an invitation, or looks like one.
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
    if command.as_ref().is_some_and(|command| command.name == PRIVACY) {
        return privacy::command(tx, house, heard, now).await;
    }
    let parts = tx.parts(heard.chat).await?;
    if parts.is_empty() {
        return join::stranger(tx, house, heard, now).await;
    }
    super::delivery::is_there(tx, &parts, now).await?;
    if join::pasted(tx, house, heard, (&parts, written), now).await? {
        return Ok(());
    }
    let ready = parts.iter().any(|part| part.standing == Standing::Ready);
    match (house.controls.find(text), command) {
        (Some(Control::Undo), _) if ready && undo::is_meant(tx, &parts, written.reply_to).await? => {
            undo::command(tx, &parts, written.reply_to, now).await
        }
        (Some(Control::Undo), _) => asked::message(tx, house, &Line::read(house, heard, written), now).await,
        (None, Some(command)) if command.name == "undo" && ready => {
            undo::command(tx, &parts, written.reply_to, now).await
        }
        (Some(Control::Safety), _) => safe(tx, house, (&parts, written), now).await,
        (Some(Control::Menu), _) => help::menu(tx, house, &parts, now).await,
        (Some(Control::Team), _) => team(tx, house, &parts, now).await,
        (None, Some(command)) if is_safety(&command) => {
            if parts.iter().all(|part| part.role.is_staff()) {
                return known(tx, house, &parts, &command, now).await;
            }
            safe(tx, house, (&parts, written), now).await
        }
        (None, Some(command)) => known(tx, house, &parts, &command, now).await,
        (None, None) if switch::pressed(tx, &parts, text, now).await? => Ok(()),
        (None, None) => asked::message(tx, house, &Line::read(house, heard, written), now).await,
    }
}

/// Whether there is such a command.
fn is_ours(command: &Command<'_>) -> bool {
    let own = [
        "start",
        "undo",
        "language",
        "menu",
        "mute",
        "unmute",
        "help",
        "find",
        "linkgroup",
        "linksafeguarding",
        PRIVACY,
    ];
    is_safety(command) || parts::task(command).is_some() || own.contains(&command.name.as_str())
}

/// 🆘 for whoever has no keyboard yet, or types.
fn is_safety(command: &Command<'_>) -> bool {
    matches!(command.name.as_str(), "safe" | "sos")
}

/// 🆘 concerns the account, in all its parts; who only works in a team gets the menu.
async fn safe(
    tx: &mut Tx,
    house: &House,
    (parts, written): (&[Person], &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let participants = parts.iter().filter(|part| !part.role.is_staff());
    let first = participants.min_by_key(|part| (part.standing != Standing::Ready, part.id));
    match first {
        Some(person) => safety::menu(tx, person, (written.message, written.reply_to), now).await,
        None => help::menu(tx, house, parts, now).await,
    }
}

/// "Write to the team", on the keyboard of whoever has not finished joining.
async fn team(tx: &mut Tx, house: &House, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    if parts::perform(tx, house, (parts, Task::Team), now).await? {
        return Ok(());
    }
    help::menu(tx, house, parts, now).await
}

async fn known(
    tx: &mut Tx,
    house: &House,
    parts: &[Person],
    command: &Command<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(task) = parts::task(command)
        && parts::perform(tx, house, (parts, task), now).await?
    {
        return Ok(());
    }
    let ready = parts.iter().any(|part| part.standing == Standing::Ready);
    let works: Vec<&Person> = parts.iter().filter(|part| pairing::works(part)).collect();
    match command.name.as_str() {
        "find" if !works.is_empty() => {
            for part in works {
                find::command(tx, part, command.rest, now).await?;
            }
            Ok(())
        }
        "linkgroup" | "linksafeguarding" if !works.is_empty() => {
            help::link(tx, house, (&works, command.name == "linksafeguarding"), now).await
        }
        "language" => help::language(tx, house, parts, now).await,
        "menu" => help::menu(tx, house, parts, now).await,
        "mute" if ready => circle::command(tx, parts, now).await,
        "unmute" if ready => circle::unmute_command(tx, parts, now).await,
        "settings" if let Some(person) = parts.iter().find(|part| part.standing == Standing::Ready) => {
            help::calls(tx, person, now).await
        }
        "help" if ready => parts::how(tx, parts, now).await,
        _ if !ready => resume(tx, house, parts, now).await,
        _ => {
            let Some(person) = parts.iter().find(|part| part.standing == Standing::Ready) else {
                return Ok(());
            };
            tx.post(Post::answer(person, HelpLetter::UnknownCommand), now).await.map(drop)
        }
    }
}

/// Where she is in joining, said once more.
async fn resume(tx: &mut Tx, house: &House, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    match join::foremost(parts) {
        Some(person) => join::resume(tx, house, person, now).await,
        None => Ok(()),
    }
}
