//! What a message holds, apart from who sent it where: shared by every copy of it.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::text::Formatted;

/// Fields of a `Message` that make it a service message: never copied, never relayed.
const SERVICE: [&str; 40] = [
    "new_chat_members",
    "left_chat_member",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "successful_payment",
    "refunded_payment",
    "users_shared",
    "chat_shared",
    "connected_website",
    "write_access_allowed",
    "passport_data",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "giveaway_completed",
    "paid_message_price_changed",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "web_app_data",
];

/// Kinds that are messages, and that Telegram does not copy all the same.
const UNCOPYABLE: [&str; 4] = ["paid_media", "giveaway", "giveaway_winners", "invoice"];

/// Fields that a copy does not have: where a message comes from, and what it answers.
const ITS_OWN: [&str; 5] = ["forward_origin", "external_reply", "quote", "reply_to_story", "effect_id"];

/// The content of a message. `id` names the original: copies keep it.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) id: u64,
    pub(super) kind: Cow<'static, str>,
    pub(super) fields: Map<String, Value>,
    pub(super) html: Option<String>,
}

impl Body {
    /// A text.
    pub(super) fn text(id: u64, text: Formatted) -> Self {
        let mut body = Self { id, kind: "text".into(), fields: Map::new(), html: None };
        body.write("text", "entities", text);
        body
    }

    /// A file of some kind with an optional caption.
    pub(super) fn media(id: u64, kind: &'static str, media: Value, caption: Option<Formatted>) -> Self {
        let mut body = Self { id, kind: kind.into(), fields: Map::new(), html: None };
        body.fields.insert(kind.to_owned(), media);
        if let Some(caption) = caption {
            body.write("caption", "caption_entities", caption);
        }
        body
    }

    /// Any fields of a `Message`; the first names the kind.
    pub(super) fn raw(id: u64, fields: Map<String, Value>) -> Self {
        let kind = fields.keys().find(|name| !name.starts_with("caption")).cloned().unwrap_or_default();
        Self { id, kind: kind.into(), fields, html: None }
    }

    /// The same with another text or caption; `None` takes the caption away.
    pub(super) fn rewritten(&self, id: u64, text: Option<Formatted>) -> Self {
        let mut body = Self { id, html: None, ..self.clone() };
        let (name, entities) =
            if self.kind == "text" { ("text", "entities") } else { ("caption", "caption_entities") };
        body.fields.remove(name);
        body.fields.remove(entities);
        if let Some(text) = text {
            body.write(name, entities, text);
        }
        body
    }

    fn write(&mut self, name: &str, entities: &str, text: Formatted) {
        self.fields.insert(name.to_owned(), text.text.into());
        if !text.entities.is_empty() {
            self.fields.insert(entities.to_owned(), text.entities.into());
        }
        self.html = text.html;
    }

    pub(super) fn is_service(&self) -> bool {
        SERVICE.contains(&self.kind.as_ref())
    }

    /// Whether Telegram copies it at all. A quiz is copied only by who knows its answer.
    pub(super) fn is_copyable(&self) -> bool {
        let quiz = self.fields.get("poll").is_some_and(|poll| poll.get("type") == Some(&json!("quiz")));
        !quiz && !self.is_service() && !UNCOPYABLE.contains(&self.kind.as_ref())
    }

    /// Whether a copy differs from it: polls start anew, dice roll again, live places stand still, ticks go.
    pub(super) fn changes_when_copied(&self) -> bool {
        if ITS_OWN.iter().any(|name| self.fields.contains_key(*name)) {
            return true;
        }
        match self.kind.as_ref() {
            "poll" | "dice" | "checklist" => true,
            "location" => self.fields.get("location").is_some_and(|place| place.get("live_period").is_some()),
            _ => false,
        }
    }

    /// The copy of a content that changes when it is copied.
    pub(super) fn copied(&self, chance: u64) -> Self {
        let mut body = self.clone();
        body.fields.retain(|name, _| !ITS_OWN.contains(&name.as_str()));
        let kind = body.kind.clone();
        if let Some(inner) = body.fields.get_mut(kind.as_ref()).and_then(Value::as_object_mut) {
            match kind.as_ref() {
                "poll" => {
                    inner.insert("id".to_owned(), chance.to_string().into());
                    inner.insert("total_voter_count".to_owned(), 0.into());
                }
                "dice" => {
                    inner.insert("value".to_owned(), (chance % 6 + 1).into());
                }
                "location" => inner.retain(|name, _| name == "latitude" || name == "longitude"),
                "checklist" => {
                    for task in inner.get_mut("tasks").and_then(Value::as_array_mut).into_iter().flatten() {
                        if let Some(task) = task.as_object_mut() {
                            task.remove("completed_by_user");
                            task.remove("completion_date");
                        }
                    }
                }
                _ => {}
            }
        }
        body
    }

    /// The same, shown otherwise: fields as a call gives them, and `null` for those it leaves out.
    pub(super) fn shown(mut self, how: Map<String, Value>) -> Self {
        for (name, value) in how {
            if matches!(value, Value::Null | Value::Bool(false)) {
                self.fields.remove(&name);
            } else {
                self.fields.insert(name, value);
            }
        }
        self
    }

    /// What a person reads: the text, or the caption.
    pub(super) fn words(&self) -> &str {
        let word = |name| self.fields.get(name).and_then(Value::as_str);
        word("text").or_else(|| word("caption")).unwrap_or_default()
    }

    pub(super) fn caption(&self) -> Option<&str> {
        self.fields.get("caption").and_then(Value::as_str)
    }

    /// The `file_unique_id` of the file it holds; of the largest size for a photo.
    pub(super) fn file(&self) -> Option<&str> {
        let media = self.fields.get(self.kind.as_ref())?;
        let file = media.as_array().map_or(Some(media), |sizes| sizes.last())?;
        file.get("file_unique_id")?.as_str()
    }

    /// Equal for Telegram, which then says "message is not modified".
    pub(super) fn reads_like(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}
