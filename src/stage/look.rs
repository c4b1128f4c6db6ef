//! What a visitor sees: the phones, as the page draws them.

use super::cast::{CAST, FREE, Role};
use super::world::{Trouble, World};
use crate::demo::{Button, Phone, Seen, Toast, Turned};
use crate::domain::id::ChatId;
use crate::domain::person::Role as Part;
use crate::domain::zone::Tz;
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// Messages of a phone that are shown, at most.
const SHOWN: usize = 120;

/// One phone.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each drawn by itself")]
pub(super) struct Look {
    pub(super) place: usize,
    /// Whose it is: as the page calls her, or as she is called in the programme.
    name: String,
    part: &'static str,
    /// It is the visitor's, and nobody has joined with it.
    free: bool,
    /// It is a group's.
    group: bool,
    language: String,
    /// Where its owner lives, as she told the bot.
    zone: &'static str,
    started: bool,
    blocked: bool,
    /// Her partner reads what she writes.
    talks: bool,
    messages: Vec<Message>,
    keyboard: Option<Vec<Vec<String>>>,
    placeholder: Option<String>,
    menu: Vec<(String, String)>,
    /// How many taps were answered so far, and the last answer.
    answered: usize,
    toast: Option<Toast>,
    refusals: Vec<Turned>,
}

/// One message. Texts are plain; `entities` say what is bold, a link, and so on.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each drawn by itself")]
pub(super) struct Message {
    id: i64,
    mine: bool,
    kind: String,
    text: String,
    entities: Vec<Value>,
    buttons: Vec<Vec<Button>>,
    reply_to: Option<i64>,
    quote: Option<String>,
    silent: bool,
    edited: bool,
    copied: bool,
    /// Epoch milliseconds.
    at: i64,
    album: Option<String>,
    /// Which content it is; copies share it.
    original: u64,
    /// The file's id, if the bot uploaded it.
    file: Option<String>,
    /// What is said besides the text: a contact's fields, a file's name.
    more: Option<Value>,
    reaction: Option<String>,
    reactions: Vec<String>,
    /// In a group: who of them wrote it, and in which topic it stands.
    pub(super) who: Option<&'static str>,
    pub(super) topic: Option<String>,
}

/// Where those live who have not told where.
const HERE: Tz = Tz::known("Europe/Madrid");

impl World {
    /// Where the owners of the phones live who are somebody to the bot.
    async fn zones(&self) -> Result<HashMap<ChatId, Tz>, Trouble> {
        let chats: Vec<_> = self.phones().iter().map(|phone| ChatId(phone.id())).collect();
        Ok(self.db.begin().await?.zones(&chats).await?)
    }

    /// Who has joined with a phone of the visitor's: by what name, and as what.
    async fn guests(&self) -> Result<HashMap<usize, (String, &'static str)>, Trouble> {
        let mut tx = self.db.begin().await?;
        let mut guests = HashMap::new();
        for (place, phone) in self.phones().iter().enumerate().skip(FREE) {
            let Some(part) = tx.parts(ChatId(phone.id())).await?.pop() else { continue };
            let role = match part.role {
                Part::Lead => "lead",
                Part::Coordinator => "coordinator",
                Part::Mentor => "mentor",
                Part::Mentee => "mentee",
            };
            guests.insert(place, (part.alias, role));
        }
        Ok(guests)
    }
}

/// What the page draws: every phone, and the group.
pub(super) async fn looks(world: &World) -> Result<Vec<Look>, Trouble> {
    let (zones, guests) = (world.zones().await?, world.guests().await?);
    let phones = world.phones();
    let chats: Vec<_> = phones.iter().map(|phone| ChatId(phone.id())).collect();
    let talks = world.db.begin().await?.live_in(&chats).await?;
    let all = phones.iter().zip(&CAST).enumerate().map(|(place, (phone, role))| {
        let zone = zones.get(&ChatId(phone.id())).unwrap_or(&HERE).name();
        let mut look = look(world, (place, phone, role), zone, guests.get(&place));
        look.talks = talks.iter().any(|(chat, _, _)| *chat == ChatId(phone.id()));
        look
    });
    Ok(all.chain(super::group::look(world)).collect())
}

/// One phone.
fn look(
    world: &World,
    (place, phone, role): (usize, &Phone, &Role),
    zone: &'static str,
    guest: Option<&(String, &'static str)>,
) -> Look {
    let screen = phone.screen();
    let older = screen.len().saturating_sub(SHOWN);
    let messages = screen.into_iter().skip(older).map(|seen| message(world, seen)).collect();
    let toasts = phone.toasts();
    let alias = guest.map(|(alias, _)| alias).filter(|alias| !alias.is_empty());
    Look {
        place,
        name: alias.cloned().unwrap_or_else(|| role.name.to_owned()),
        part: guest.map_or(role.part, |(_, part)| part),
        free: place >= FREE && guest.is_none(),
        group: false,
        language: phone.language().unwrap_or_default(),
        zone,
        started: phone.has_started(),
        blocked: phone.is_blocking(),
        talks: false,
        messages,
        keyboard: phone.keyboard(),
        placeholder: phone.placeholder(),
        menu: phone.menu(),
        answered: toasts.len(),
        toast: toasts.into_iter().next_back(),
        refusals: phone.refusals().into_iter().filter(|it| !is_trifle(&it.why)).collect(),
    }
}

impl Look {
    /// A group's messages, as any of its members sees them.
    pub(super) fn of_group(place: usize, messages: Vec<Message>, toasts: Vec<Toast>) -> Self {
        let older = messages.len().saturating_sub(SHOWN);
        Self {
            place,
            name: "The team’s group".to_owned(),
            part: "on the team’s phones",
            free: false,
            group: true,
            language: "en".to_owned(),
            zone: HERE.name(),
            started: true,
            blocked: false,
            talks: false,
            messages: messages.into_iter().skip(older).collect(),
            keyboard: None,
            placeholder: None,
            menu: Vec::new(),
            answered: toasts.len(),
            toast: toasts.into_iter().next_back(),
            refusals: Vec::new(),
        }
    }
}

/// Telegram also refuses what changes nothing; nobody would see that on a phone.
fn is_trifle(why: &str) -> bool {
    ["not modified", "query is too old", "to delete not found"].iter().any(|part| why.contains(part))
}

pub(super) fn message(world: &World, seen: Seen) -> Message {
    let more = match seen.kind.as_str() {
        "contact" | "document" | "venue" | "dice" | "poll" => seen.content.get(&seen.kind).cloned(),
        _ => None,
    };
    Message {
        id: seen.id,
        mine: !seen.from_bot,
        text: seen.text,
        entities: seen.entities,
        buttons: seen.buttons,
        reply_to: seen.reply_to,
        quote: seen.quote,
        silent: seen.silent,
        edited: seen.edited,
        copied: seen.copied,
        at: seen.date.timestamp_millis(),
        album: seen.album,
        original: seen.original,
        file: seen.file.filter(|file| world.telegram.file(file).is_some()),
        kind: seen.kind,
        more,
        reaction: seen.reaction,
        reactions: seen.reactions,
        who: None,
        topic: None,
    }
}
