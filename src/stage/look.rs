//! What a visitor sees: the phones, as the page draws them.

use super::cast::{CAST, Role};
use super::world::{Trouble, World};
use crate::demo::{Button, Phone, Seen, Toast, Turned};
use crate::domain::id::ChatId;
use crate::domain::zone::Tz;
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// Messages of a phone that are shown, at most.
const SHOWN: usize = 120;

/// One phone.
#[derive(Serialize)]
pub(super) struct Look {
    place: usize,
    name: &'static str,
    part: &'static str,
    language: String,
    /// Where its owner lives, as she told the bot.
    zone: &'static str,
    started: bool,
    blocked: bool,
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
struct Message {
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
}

/// Where those live who have not told where.
const HERE: Tz = Tz::known("Europe/Madrid");

impl World {
    /// Where the owners of the phones live who are somebody to the bot.
    pub(super) async fn zones(&self) -> Result<HashMap<ChatId, Tz>, Trouble> {
        let chats = self.phones.each_ref().map(|phone| ChatId(phone.id()));
        Ok(self.db.begin().await?.zones(&chats).await?)
    }
}

/// The phone in this place of the cast; `None` if there is none.
pub(super) fn look(world: &World, place: usize, zones: &HashMap<ChatId, Tz>) -> Option<Look> {
    let (phone, role): (&Phone, &Role) = (world.phone(place)?, CAST.get(place)?);
    let screen = phone.screen();
    let older = screen.len().saturating_sub(SHOWN);
    let messages = screen.into_iter().skip(older).map(|seen| message(world, seen)).collect();
    let toasts = phone.toasts();
    Some(Look {
        place,
        name: role.name,
        part: role.part,
        language: phone.language().unwrap_or_default(),
        zone: zones.get(&ChatId(phone.id())).unwrap_or(&HERE).name(),
        started: phone.has_started(),
        blocked: phone.is_blocking(),
        messages,
        keyboard: phone.keyboard(),
        placeholder: phone.placeholder(),
        menu: phone.menu(),
        answered: toasts.len(),
        toast: toasts.into_iter().next_back(),
        refusals: phone.refusals().into_iter().filter(|it| !is_trifle(&it.why)).collect(),
    })
}

/// Telegram also refuses what changes nothing; nobody would see that on a phone.
fn is_trifle(why: &str) -> bool {
    ["not modified", "query is too old", "to delete not found"].iter().any(|part| why.contains(part))
}

fn message(world: &World, seen: Seen) -> Message {
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
    }
}
