//! Copies and forwards: made from what the source chat holds at this moment.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    body::Body,
    chats::{Message, Sender},
    edit::above,
    params::{Params, integer},
    refuse::{Answer, Refusal},
    send::Envelope,
    text::{Formatted, LONGEST_CAPTION, units},
    world::{Wish, World},
};

/// Most messages that `copyMessages` takes at once.
const MOST_AT_ONCE: usize = 100;

/// `copyMessage`
pub(super) fn one(world: &mut World, params: &Params) -> Answer {
    let caption = Formatted::caption(params)?;
    let from = from_chat(params)?;
    let id = params.integer("message_id").unwrap_or(0);
    let source = source(world, from, id)?.ok_or_else(|| Refusal::bad("message to copy not found"))?;
    let envelope = Envelope::read(world, params)?;
    if !source.body.is_copyable() {
        return Err(Refusal::bad("the message can't be copied"));
    }
    let mut body = copied(world, &source.body);
    if params.values.contains_key("caption") && body.kind != "text" {
        let content = body.id;
        body = Arc::new(body.rewritten(content, caption).shown(above(params)));
    }
    // A plain copy keeps the long caption of a Premium sender; with a reply it is sent anew, under a bot's limit.
    if envelope.reply_to.is_some() && body.caption().is_some_and(|caption| units(caption) > LONGEST_CAPTION) {
        return Err(Refusal::bad("message caption is too long"));
    }
    let id = envelope.deliver(world, body, true)?;
    Ok(json!({ "message_id": id }))
}

/// `copyMessages`: skips what cannot be copied, so that the answer may be shorter than the request.
pub(super) fn many(world: &mut World, params: &Params) -> Answer {
    let from = from_chat(params)?;
    let ids = message_ids(params)?;
    if ids.windows(2).any(|pair| matches!(pair, [a, b] if a >= b)) {
        return Err(Refusal::bad("message identifiers must be in a strictly increasing order"));
    }
    let envelope = Envelope::read(world, params)?;
    world.chat(Some(from), Wish::Read)?;
    let without_caption = params.truth("remove_caption");
    let mut sources = Vec::new();
    for id in ids {
        sources.extend(source(world, from, id)?.filter(|source| source.body.is_copyable()));
    }
    if sources.is_empty() {
        return Err(Refusal::bad("there are no messages to copy"));
    }
    let mut copies = Vec::new();
    for source in sources {
        let mut body = copied(world, &source.body);
        if without_caption && body.caption().is_some() {
            body = Arc::new(body.rewritten(body.id, None));
        }
        let id = envelope.clone().deliver(world, body, true)?;
        if let Some(message) = world.chats.get_mut(&envelope.chat).and_then(|chat| chat.message_mut(id)) {
            message.album.clone_from(&source.album);
        }
        copies.push(json!({ "message_id": id }));
    }
    Ok(Value::Array(copies))
}

/// `forwardMessage`: shows where it comes from, and refuses protected messages.
pub(super) fn forward(world: &mut World, params: &Params) -> Answer {
    let from = from_chat(params)?;
    let id = params.integer("message_id").unwrap_or(0);
    let source = source(world, from, id)?.ok_or_else(|| Refusal::bad("message to forward not found"))?;
    let envelope = Envelope::read(world, params)?;
    if source.flags.protected || !source.body.is_copyable() {
        return Err(Refusal::bad("the message can't be forwarded"));
    }
    let sender = match source.from {
        Sender::Bot | Sender::Anonymous => world.bot_json(),
        Sender::Person(id) => world.user_json(id),
    };
    let origin = json!({ "type": "user", "date": source.date, "sender_user": sender });
    let chat = envelope.chat;
    let id = envelope.deliver(world, source.body, false)?;
    if let Some(message) = world.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id)) {
        message.forwarded = Some(Arc::new(origin));
    }
    Ok(world.message_json(chat, id))
}

fn copied(world: &mut World, body: &Arc<Body>) -> Arc<Body> {
    if body.changes_when_copied() { Arc::new(body.copied(world.chance.next())) } else { Arc::clone(body) }
}

fn from_chat(params: &Params) -> Result<i64, Refusal> {
    params.integer("from_chat_id").ok_or_else(|| Refusal::bad("parameter \"from_chat_id\" is required"))
}

fn source(world: &mut World, chat: i64, id: i64) -> Result<Option<Message>, Refusal> {
    Ok(world.chat(Some(chat), Wish::Read)?.message(id).cloned())
}

/// The parameter `message_ids`: 1 to 100 positive numbers.
pub(super) fn message_ids(params: &Params) -> Result<Vec<i64>, Refusal> {
    let values = params.array("message_ids")?;
    if values.is_empty() {
        return Err(Refusal::bad("message identifiers are not specified"));
    }
    if values.len() > MOST_AT_ONCE {
        return Err(Refusal::bad("too many message identifiers specified"));
    }
    let ids: Option<Vec<i64>> = values.iter().map(|value| integer(value).filter(|id| *id > 0)).collect();
    ids.ok_or_else(|| Refusal::bad("invalid message identifier specified"))
}
