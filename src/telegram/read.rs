//! Raw update → [`Heard`]. Reads fields, not types: a message with anything newer than this version keeps its ids and
//! can still be relayed.

use super::buttons;
use super::content::content;
use super::kinds::{Fields, field, kind};
use crate::domain::heard::{GroupPlace, Heard, Quote, What, Written};
use crate::domain::id::{ChatId, MessageId};
use crate::domain::reaction::Reacted;
use chrono::DateTime;
use serde::Deserialize;
use serde_json::value::RawValue;

/// What an update says. A malformed or unknown one is [`What::Nothing`]: counted, confirmed, in nobody's way. Only what
/// has no id, or one that cannot be confirmed, is no update.
pub fn update(raw: &RawValue) -> Option<Heard> {
    let fields: Fields<'_> = serde_json::from_str(raw.get()).ok()?;
    let update = field(&fields, "update_id").filter(|id| (0..i64::MAX).contains(id))?;
    let nothing =
        Heard { update, chat: ChatId(0), user: 0, app_language: None, at: None, what: What::Nothing };
    let heard = if let Some(message) = fields.get("message") {
        message_in(update, message, What::Wrote)
    } else if let Some(message) = fields.get("edited_message") {
        message_in(update, message, What::Edited)
    } else if let Some(reaction) = fields.get("message_reaction") {
        reacted(update, reaction)
    } else if let Some(press) = fields.get("callback_query") {
        pressed(update, press)
    } else if let Some(member) = fields.get("my_chat_member") {
        place(update, member)
    } else {
        None
    };
    Some(heard.unwrap_or(nothing))
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    sort: String,
    #[serde(default)]
    is_forum: bool,
}

#[derive(Deserialize)]
struct User {
    id: i64,
    language_code: Option<String>,
}

fn message_in(update: i64, raw: &RawValue, private: fn(Written) -> What) -> Option<Heard> {
    let fields: Fields<'_> = serde_json::from_str(raw.get()).ok()?;
    let chat: Chat = field(&fields, "chat")?;
    let from: Option<User> = field(&fields, "from");
    let written = written(&fields)?;
    let moves = field(&fields, "migrate_to_chat_id").map(ChatId).filter(|to| ChatId(chat.id).may_become(*to));
    let what = match (chat.sort.as_str(), moves) {
        ("group" | "supergroup", Some(to)) => What::Moved { to },
        ("private", _) => private(written),
        ("group" | "supergroup", None) => What::InGroup(written),
        _ => What::Nothing,
    };
    Some(Heard {
        update,
        chat: ChatId(chat.id),
        user: from.as_ref().map_or(0, |user| user.id),
        app_language: from.and_then(|user| user.language_code),
        // An edit happened when it was made, not when its message was written.
        at: field::<i64>(&fields, "edit_date")
            .or(field(&fields, "date"))
            .and_then(|date| DateTime::from_timestamp(date, 0)),
        what,
    })
}

fn written(fields: &Fields<'_>) -> Option<Written> {
    #[derive(Deserialize)]
    struct Reply {
        message_id: i64,
    }
    let kind = kind(fields);
    Some(Written {
        message: MessageId(field(fields, "message_id")?),
        kind,
        text: field(fields, "text"),
        reply_to: field::<Reply>(fields, "reply_to_message").map(|reply| MessageId(reply.message_id)),
        album: field(fields, "media_group_id"),
        thread: field(fields, "message_thread_id"),
        forum: field::<Chat>(fields, "chat").is_some_and(|chat| chat.is_forum),
        forwarded: fields.contains_key("forward_origin"),
        elsewhere: ["external_reply", "reply_to_story"].iter().any(|name| fields.contains_key(*name)),
        quote: quote(fields),
        content: content(fields, kind),
    })
}

/// What a reply quotes, if its writer chose it; what Telegram adds by itself is not hers.
fn quote(fields: &Fields<'_>) -> Option<Quote> {
    #[derive(Deserialize)]
    struct Chosen<'a> {
        text: String,
        #[serde(borrow)]
        entities: Option<&'a RawValue>,
        #[serde(default)]
        is_manual: bool,
    }
    let quote: Chosen<'_> = serde_json::from_str(fields.get("quote")?.get()).ok()?;
    let marks = quote.entities.map(|marks| marks.get().to_owned());
    quote.is_manual.then_some(Quote { words: quote.text, marks })
}

fn reacted(update: i64, raw: &RawValue) -> Option<Heard> {
    #[derive(Deserialize)]
    struct Changed {
        chat: Chat,
        message_id: i64,
        user: Option<User>,
        date: i64,
        new_reaction: Vec<One>,
    }
    #[derive(Deserialize)]
    struct One {
        #[serde(rename = "type")]
        sort: String,
        emoji: Option<String>,
    }
    let changed: Changed = serde_json::from_str(raw.get()).ok()?;
    let user = changed.user.filter(|_| changed.chat.sort == "private")?;
    let any = !changed.new_reaction.is_empty();
    let emoji = changed.new_reaction.into_iter().filter(|one| one.sort == "emoji");
    Some(Heard {
        update,
        chat: ChatId(changed.chat.id),
        user: user.id,
        app_language: user.language_code,
        at: DateTime::from_timestamp(changed.date, 0),
        what: What::Reacted {
            message: MessageId(changed.message_id),
            reacted: Reacted { emoji: emoji.filter_map(|one| one.emoji).collect(), any },
        },
    })
}

fn pressed(update: i64, raw: &RawValue) -> Option<Heard> {
    #[derive(Deserialize)]
    struct Press {
        id: String,
        from: User,
        message: Option<Message>,
        data: Option<String>,
    }
    #[derive(Deserialize)]
    struct Message {
        message_id: i64,
        chat: Chat,
    }
    let press: Press = serde_json::from_str(raw.get()).ok()?;
    Some(Heard {
        update,
        chat: ChatId(press.message.as_ref().map_or(press.from.id, |message| message.chat.id)),
        user: press.from.id,
        app_language: press.from.language_code,
        at: None,
        what: What::Pressed {
            query: press.id,
            button: press.data.as_deref().and_then(buttons::parse),
            message: press.message.map(|message| MessageId(message.message_id)),
        },
    })
}

fn place(update: i64, raw: &RawValue) -> Option<Heard> {
    #[derive(Deserialize)]
    struct Changed {
        chat: Chat,
        from: User,
        date: i64,
        new_chat_member: Me,
    }
    #[derive(Deserialize)]
    #[serde(default)]
    #[derive(Default)]
    #[expect(clippy::struct_excessive_bools, reason = "each is a right of its own, as Telegram gives them")]
    struct Me {
        status: String,
        is_member: bool,
        can_send_messages: bool,
        can_manage_topics: bool,
        can_pin_messages: bool,
        can_delete_messages: bool,
    }
    let changed: Changed = serde_json::from_str(raw.get()).ok()?;
    let me = changed.new_chat_member;
    let inside = match me.status.as_str() {
        "member" | "administrator" | "creator" => true,
        // Who is in it and may not write there is of no use to it.
        "restricted" => me.is_member && me.can_send_messages,
        _ => false,
    };
    let what = match changed.chat.sort.as_str() {
        "private" => match me.status.as_str() {
            "member" | "administrator" | "creator" => What::Blocked(false),
            "kicked" | "left" => What::Blocked(true),
            // What a status that is newer than this version means, the next letter to her tells.
            _ => What::Nothing,
        },
        "channel" if inside => What::InChannel,
        "group" | "supergroup" => What::GroupPlace(GroupPlace {
            inside,
            topics: me.can_manage_topics,
            pin: me.can_pin_messages,
            delete: me.can_delete_messages,
            forum: changed.chat.is_forum,
        }),
        // What is newer than this version is not entered.
        _ => What::Nothing,
    };
    Some(Heard {
        update,
        chat: ChatId(changed.chat.id),
        user: changed.from.id,
        app_language: changed.from.language_code,
        at: DateTime::from_timestamp(changed.date, 0),
        what,
    })
}
