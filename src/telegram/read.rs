//! Raw update → [`Heard`]. Reads fields, not types: a message with anything newer than this version keeps its ids and
//! can still be relayed.

use super::buttons;
use crate::domain::heard::{Content, Entity, GroupPlace, Heard, Kind, Mark, Medium, What, Written};
use crate::domain::id::{ChatId, MessageId};
use chrono::DateTime;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

type Fields<'a> = HashMap<Cow<'a, str>, &'a RawValue>;

/// The id of an update, whatever else is in it.
pub fn id(raw: &RawValue) -> Option<i64> {
    #[derive(Deserialize)]
    struct Id {
        update_id: i64,
    }
    serde_json::from_str::<Id>(raw.get()).ok().map(|id| id.update_id)
}

/// What an update says. A malformed or unknown one is [`What::Nothing`]: counted, confirmed, in nobody's way.
pub fn update(raw: &RawValue) -> Option<Heard> {
    let update = id(raw)?;
    let fields: Fields<'_> = serde_json::from_str(raw.get()).unwrap_or_default();
    let nothing =
        Heard { update, chat: ChatId(0), user: 0, app_language: None, at: None, what: What::Nothing };
    let heard = if let Some(message) = fields.get("message") {
        message_in(update, message, What::Wrote)
    } else if let Some(message) = fields.get("edited_message") {
        message_in(update, message, What::Edited)
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

fn field<'a, T: Deserialize<'a>>(fields: &Fields<'a>, name: &str) -> Option<T> {
    fields.get(name).and_then(|raw| serde_json::from_str(raw.get()).ok())
}

fn message_in(update: i64, raw: &RawValue, private: fn(Written) -> What) -> Option<Heard> {
    let fields: Fields<'_> = serde_json::from_str(raw.get()).ok()?;
    let chat: Chat = field(&fields, "chat")?;
    let from: Option<User> = field(&fields, "from");
    let written = written(&fields)?;
    let what = match (chat.sort.as_str(), field::<i64>(&fields, "migrate_to_chat_id")) {
        (_, Some(to)) => What::Moved { to: ChatId(to) },
        ("private", None) => private(written),
        ("group" | "supergroup", None) => What::InGroup(written),
        _ => What::Nothing,
    };
    Some(Heard {
        update,
        chat: ChatId(chat.id),
        user: from.as_ref().map_or(0, |user| user.id),
        app_language: from.and_then(|user| user.language_code),
        at: field::<i64>(&fields, "date").and_then(|date| DateTime::from_timestamp(date, 0)),
        what,
    })
}

fn written(fields: &Fields<'_>) -> Option<Written> {
    #[derive(Deserialize)]
    struct Reply {
        message_id: i64,
    }
    Some(Written {
        message: MessageId(field(fields, "message_id")?),
        kind: kind(fields),
        text: field(fields, "text"),
        reply_to: field::<Reply>(fields, "reply_to_message").map(|reply| MessageId(reply.message_id)),
        album: field(fields, "media_group_id"),
        thread: field(fields, "message_thread_id"),
        forum: field::<Chat>(fields, "chat").is_some_and(|chat| chat.is_forum),
        forwarded: fields.contains_key("forward_origin"),
        content: content(fields),
    })
}

/// Fields whose value is a file.
const MEDIA: [&str; 8] =
    ["animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice"];

fn content(fields: &Fields<'_>) -> Content {
    let (words, marks) = match field::<String>(fields, "text") {
        Some(text) => (text, "entities"),
        None => (field(fields, "caption").unwrap_or_default(), "caption_entities"),
    };
    Content {
        words,
        entities: entities(fields, marks),
        marks: fields.get(marks).map(|raw| raw.get().to_owned()),
        medium: MEDIA.iter().find_map(|name| medium(fields, name)),
    }
}

fn entities(fields: &Fields<'_>, name: &str) -> Vec<Entity> {
    #[derive(Deserialize)]
    struct Part<'a> {
        #[serde(rename = "type", borrow)]
        sort: Cow<'a, str>,
        offset: usize,
        length: usize,
        url: Option<String>,
    }
    let parts: Vec<Part<'_>> = field(fields, name).unwrap_or_default();
    let entity = |part: Part<'_>| Entity {
        what: match part.sort.as_ref() {
            "mention" => Mark::Mention,
            "text_mention" => Mark::Profile,
            "url" | "text_link" => Mark::Link,
            "phone_number" => Mark::Phone,
            "email" => Mark::Email,
            _ => Mark::Other,
        },
        from: part.offset,
        len: part.length,
        link: part.url,
    };
    parts.into_iter().map(entity).collect()
}

fn medium(fields: &Fields<'_>, name: &str) -> Option<Medium> {
    #[derive(Deserialize)]
    struct File {
        file_unique_id: String,
        file_id: String,
    }
    let file = match name {
        // A photo comes in several sizes, the largest last.
        "photo" => field::<Vec<File>>(fields, name)?.pop()?,
        _ => field(fields, name)?,
    };
    Some(Medium { unique: file.file_unique_id, file: file.file_id })
}

/// Content by the field that carries it; the first match counts (an animation also has a document, a venue a location).
const CONTENT: [(&str, Kind); 24] = [
    ("text", Kind::Text),
    ("photo", Kind::Photo),
    ("live_photo", Kind::Photo),
    ("animation", Kind::Animation),
    ("video", Kind::Video),
    ("voice", Kind::Voice),
    ("video_note", Kind::VideoNote),
    ("audio", Kind::Audio),
    ("document", Kind::Document),
    ("sticker", Kind::Sticker),
    ("venue", Kind::Location),
    ("location", Kind::Location),
    ("contact", Kind::Contact),
    ("poll", Kind::Poll),
    ("dice", Kind::Dice),
    ("game", Kind::Game),
    ("checklist", Kind::Checklist),
    ("story", Kind::Story),
    ("paid_media", Kind::Paid),
    ("invoice", Kind::Paid),
    ("giveaway", Kind::Paid),
    ("giveaway_winners", Kind::Paid),
    ("gift", Kind::Service),
    ("successful_payment", Kind::Service),
];

/// Fields that say where and how, never what.
const ENVELOPE: [&str; 27] = [
    "message_id",
    "message_thread_id",
    "from",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "business_connection_id",
    "date",
    "edit_date",
    "chat",
    "forward_origin",
    "is_topic_message",
    "is_automatic_forward",
    "reply_to_message",
    "external_reply",
    "quote",
    "reply_to_story",
    "via_bot",
    "has_protected_content",
    "is_from_offline",
    "is_paid_post",
    "media_group_id",
    "author_signature",
    "paid_star_count",
    "reply_markup",
    "link_preview_options",
    "effect_id",
];

/// Beginnings of the names of service messages' fields.
const SERVICE: [&str; 25] = [
    "new_chat_",
    "left_chat_",
    "delete_chat_",
    "group_chat_",
    "supergroup_chat_",
    "channel_chat_",
    "migrate_",
    "pinned_message",
    "message_auto_delete_",
    "forum_topic_",
    "general_forum_",
    "video_chat_",
    "web_app_",
    "write_access_",
    "users_shared",
    "chat_shared",
    "chat_background_",
    "boost_added",
    "connected_website",
    "passport_",
    "proximity_",
    "giveaway_c",
    "refunded_",
    "unique_gift",
    "checklist_t",
];

fn kind(fields: &Fields<'_>) -> Kind {
    #[derive(Deserialize)]
    struct Place {
        live_period: Option<i64>,
    }
    let named = CONTENT.iter().find(|(name, _)| fields.contains_key(*name)).map(|(_, kind)| *kind);
    match named {
        Some(Kind::Location)
            if field::<Place>(fields, "location").is_some_and(|place| place.live_period.is_some()) =>
        {
            Kind::LiveLocation
        }
        Some(kind) => kind,
        None if fields.keys().any(|name| SERVICE.iter().any(|service| name.starts_with(service))) => {
            Kind::Service
        }
        None if fields.keys().all(|name| ENVELOPE.contains(&name.as_ref())) => Kind::Service,
        None => Kind::Unknown,
    }
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
        new_chat_member: Member,
    }
    #[derive(Deserialize)]
    #[serde(default)]
    #[derive(Default)]
    struct Member {
        status: String,
        can_manage_topics: bool,
        can_pin_messages: bool,
        can_delete_messages: bool,
    }
    let changed: Changed = serde_json::from_str(raw.get()).ok()?;
    let me = changed.new_chat_member;
    let inside = matches!(me.status.as_str(), "member" | "administrator" | "creator");
    let what = if changed.chat.sort == "private" {
        What::Blocked(!inside)
    } else {
        What::GroupPlace(GroupPlace {
            inside,
            topics: me.can_manage_topics,
            pin: me.can_pin_messages,
            delete: me.can_delete_messages,
            forum: changed.chat.is_forum,
        })
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
