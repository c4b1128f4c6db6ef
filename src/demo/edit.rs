//! Changing and removing messages.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Map, Value, json};

use super::{
    body::Body,
    chats::{ChatKind, Sender},
    content::{file, known_file},
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
    Words(Option<Formatted>, Map<String, Value>),
    Media(Body),
    OnlyKeyboard,
}

/// `editMessageText`
pub(super) fn text(world: &mut World, params: &Params) -> Answer {
    let text = Formatted::text(params, "text", "MESSAGE_TOO_LONG")?;
    edit(world, params, "text", Change::Words(Some(text), preview(params)?))
}

/// `editMessageCaption`
pub(super) fn caption(world: &mut World, params: &Params) -> Answer {
    let caption = Formatted::caption(params)?;
    edit(world, params, "caption", Change::Words(caption, above(params)))
}

/// `editMessageReplyMarkup`
pub(super) fn keyboard(world: &mut World, params: &Params) -> Answer {
    edit(world, params, "", Change::OnlyKeyboard)
}

/// How the preview of a text is shown; as ever if the call does not say.
pub(super) fn preview(params: &Params) -> Result<Map<String, Value>, Refusal> {
    let name = "link_preview_options";
    Ok(Map::from_iter([(name.to_owned(), params.json(name)?.map(Cow::into_owned).unwrap_or_default())]))
}

/// Whether a caption stands above its medium.
pub(super) fn above(params: &Params) -> Map<String, Value> {
    let name = "show_caption_above_media";
    Map::from_iter([(name.to_owned(), params.truth(name).into())])
}

/// Kinds of files that one message can change between.
const EXCHANGEABLE: [&str; 5] = ["photo", "video", "animation", "audio", "document"];

/// `editMessageMedia`, with a file that Telegram knows already.
pub(super) fn media(world: &mut World, params: &Params) -> Answer {
    let media = params.json("media")?.ok_or_else(|| Refusal::bad("there is no media in the request"))?;
    let wanted = media.get("type").and_then(Value::as_str).unwrap_or_default();
    let kind = *EXCHANGEABLE
        .iter()
        .find(|kind| **kind == wanted)
        .ok_or_else(|| Refusal::bad("invalid input media type specified"))?;
    let id = media.get("media").and_then(Value::as_str).and_then(|id| known_file(kind, id));
    let id = id
        .filter(|id| world.has_content(*id))
        .ok_or_else(|| Refusal::bad("wrong file identifier/HTTP URL specified"))?;
    let mut words = Params::default();
    words.values.extend(media.as_object().cloned().unwrap_or_default());
    let caption = Formatted::caption(&words)?;
    let mut object = file(kind, id);
    if let Some(fields) = object.as_object_mut() {
        let given =
            ["cover", "start_timestamp"].into_iter().filter_map(|name| Some((name, media.get(name)?)));
        // A cover is named by its file, and shown in several sizes.
        let size = |id: &Value| json!([{ "file_id": id, "file_unique_id": id, "width": 320, "height": 240 }]);
        fields.extend(given.map(|(name, value)| {
            (name.to_owned(), if name == "cover" { size(value) } else { value.clone() })
        }));
    }
    let mut how = above(&words);
    how.insert("has_media_spoiler".to_owned(), words.truth("has_spoiler").into());
    let body = Body::media(world.new_content(), kind, object, caption).shown(how);
    edit(world, params, "media", Change::Media(body))
}

/// In an album only pictures and videos can change places; files and music stay what they are.
fn fits_album(old: &str, new: &str) -> bool {
    let picture = |kind: &str| matches!(kind, "photo" | "video");
    old == new || picture(old) && picture(new)
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
        "media" => is_text || EXCHANGEABLE.contains(&message.body.kind.as_ref()),
        "caption" => {
            !is_text
                && !matches!(message.body.kind.as_ref(), "sticker" | "video_note" | "location" | "contact")
        }
        _ => true,
    };
    if !fits {
        return Err(Refusal::bad(&format!("there is no {part} in the message to edit")));
    }
    if let (Change::Media(new), true) = (&change, message.album.is_some())
        && !fits_album(&message.body.kind, &new.kind)
    {
        return Err(Refusal::bad("can't change media type in the album"));
    }
    let body = match change {
        Change::Media(new) => Arc::new(new),
        Change::Words(words, how) => Arc::new(message.body.rewritten(content, words).shown(how)),
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
