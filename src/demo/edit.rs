//! Changing and removing messages.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    chats::{ChatKind, Sender},
    copy::message_ids,
    markup::Markup,
    params::Params,
    refuse::{Answer, Refusal},
    send::chat_id,
    text::Formatted,
    world::{Wish, World},
};

/// A bot may delete messages for this many seconds.
const DELETABLE: i64 = 48 * 60 * 60;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly \
                            the same as a current content and reply markup of the message";

/// The emoji a bot may react with.
const REACTIONS: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 \
                         😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 \
                         😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// What an edit changes.
enum Change {
    Words(Option<Formatted>),
    OnlyKeyboard,
}

/// `editMessageText`
pub(super) fn text(world: &mut World, params: &Params) -> Answer {
    let text = Formatted::text(params, "text", "MESSAGE_TOO_LONG")?;
    edit(world, params, "text", Change::Words(Some(text)))
}

/// `editMessageCaption`
pub(super) fn caption(world: &mut World, params: &Params) -> Answer {
    let caption = Formatted::caption(params)?;
    edit(world, params, "caption", Change::Words(caption))
}

/// `editMessageReplyMarkup`
pub(super) fn keyboard(world: &mut World, params: &Params) -> Answer {
    edit(world, params, "", Change::OnlyKeyboard)
}

fn edit(world: &mut World, params: &Params, part: &str, change: Change) -> Answer {
    let keyboard = Markup::inline(params)?.map(Arc::new);
    let chat = chat_id(params)?;
    let id =
        params.integer("message_id").ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    let content = world.new_content();
    let now = world.unix();
    let chat_now = world.chat(Some(chat), Wish::Edit)?;
    let is_dead = chat_now.moved_to.is_some();
    let message = chat_now.message_mut(id).ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if is_dead || message.from != Sender::Bot || message.flags.keyboard || message.forwarded.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    let is_text = message.body.kind == "text";
    let fits = match part {
        "text" => is_text,
        "caption" => {
            !is_text
                && !matches!(message.body.kind.as_ref(), "sticker" | "video_note" | "location" | "contact")
        }
        _ => true,
    };
    if !fits {
        return Err(Refusal::bad(&format!("there is no {part} in the message to edit")));
    }
    let body = match change {
        Change::Words(words) => Arc::new(message.body.rewritten(content, words)),
        Change::OnlyKeyboard => Arc::clone(&message.body),
    };
    if body.reads_like(&message.body) && keyboard == message.inline {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    if !body.reads_like(&message.body) {
        message.body = body;
        message.edited = Some(now);
    }
    message.inline = keyboard;
    Ok(world.message_json(chat, id))
}

/// `deleteMessage`
pub(super) fn delete(world: &mut World, params: &Params) -> Answer {
    let chat = chat_id(params)?;
    let id = params.integer("message_id").unwrap_or(0);
    let now = world.unix();
    let chat = world.chat(Some(chat), Wish::Edit)?;
    let message = chat.message(id).ok_or_else(|| Refusal::bad("message to delete not found"))?;
    let allowed =
        message.from == Sender::Bot || chat.kind == ChatKind::Private || chat.allows("can_delete_messages");
    let administrates = chat.kind == ChatKind::Supergroup && chat.allows("can_delete_messages");
    if !allowed {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if now - message.date > DELETABLE && !administrates {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    chat.delete(id);
    Ok(true.into())
}

/// `deleteMessages`: skips what is not there, and answers `true` all the same.
pub(super) fn delete_many(world: &mut World, params: &Params) -> Answer {
    let chat = chat_id(params)?;
    for id in message_ids(params)? {
        let mut one = Params::default();
        one.values.insert("chat_id".to_owned(), chat.into());
        one.values.insert("message_id".to_owned(), id.into());
        if world.chats.get(&chat).is_none_or(|chat| chat.message(id).is_some()) {
            delete(world, &one)?;
        }
    }
    Ok(true.into())
}

/// `setMessageReaction`: one of the fixed emoji, or none.
pub(super) fn react(world: &mut World, params: &Params) -> Answer {
    let wanted = params.array("reaction")?;
    let chat = world.chat(Some(chat_id(params)?), Wish::Write)?;
    let id = params.integer("message_id").unwrap_or(0);
    let message = chat.message_mut(id).ok_or_else(|| Refusal::bad("message to react not found"))?;
    if wanted.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    if message.body.is_service() {
        return Err(Refusal::bad("MESSAGE_ID_INVALID"));
    }
    message.reaction = match wanted.first() {
        None => None,
        Some(reaction) => {
            let emoji = reaction.get("emoji").and_then(Value::as_str).unwrap_or_default();
            if reaction.get("type") != Some(&json!("emoji"))
                || !REACTIONS.split(' ').any(|known| known == emoji)
            {
                return Err(Refusal::bad("REACTION_INVALID"));
            }
            Some(emoji.into())
        }
    };
    Ok(true.into())
}
