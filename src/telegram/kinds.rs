//! What a message holds, told by the names of its fields: a kind that is newer than this version keeps its ids and can
//! still be relayed.

use super::fields::{Fate, fate, is_content};
use crate::domain::heard::Kind;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// A message's or an update's fields, unread.
pub(super) type Fields<'a> = HashMap<Cow<'a, str>, &'a RawValue>;

/// One field, if it is there and of this form.
pub(super) fn field<'a, T: Deserialize<'a>>(fields: &Fields<'a>, name: &str) -> Option<T> {
    fields.get(name).and_then(|raw| serde_json::from_str(raw.get()).ok())
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

/// Beginnings of the names of service messages' fields.
const SERVICE: [&str; 32] = [
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
    "chat_owner_",
    "managed_bot_",
    "poll_option_",
    "suggested_post_",
    "direct_message_price_",
    "paid_message_price_",
    "gift_upgrade_",
];

/// What a message holds.
pub(super) fn kind(fields: &Fields<'_>) -> Kind {
    #[derive(Deserialize)]
    struct Place {
        live_period: Option<i64>,
    }
    #[derive(Deserialize)]
    struct Timer {
        message_auto_delete_time: i64,
    }
    let named = CONTENT.iter().find(|(name, _)| fields.contains_key(*name)).map(|(_, kind)| *kind);
    match named {
        Some(Kind::Location)
            if field::<Place>(fields, "location").is_some_and(|place| place.live_period.is_some()) =>
        {
            Kind::LiveLocation
        }
        Some(kind) => kind,
        None if field::<Timer>(fields, "message_auto_delete_timer_changed")
            .is_some_and(|timer| timer.message_auto_delete_time > 0) =>
        {
            Kind::Timer
        }
        None if fields.keys().any(|name| SERVICE.iter().any(|service| name.starts_with(service))) => {
            Kind::Service
        }
        None if !fields.keys().any(|name| is_content(name)) => Kind::Service,
        None => Kind::Unknown,
    }
}

/// What a message holds that only a fresh copy brings, in an order of its own; `None` if that is nothing.
pub(super) fn other(fields: &Fields<'_>) -> Option<String> {
    let only = fields.iter().filter(|(name, _)| matches!(fate(name), None | Some(Fate::Afresh)));
    let only: BTreeMap<&str, &str> = only.map(|(name, value)| (name.as_ref(), value.get())).collect();
    (!only.is_empty()).then(|| only.into_iter().flat_map(|(name, value)| [name, "=", value, "\n"]).collect())
}
