//! Copies by reference, and what goes with them: albums, reactions, deletions.

use super::api::{Api, Never, Refused};
use super::correct::{marks, preview};
use super::send::{Ignored, Sent, arrived};
use crate::domain::heard::{Correction, Kind, Quote};
use crate::domain::id::{ChatId, MessageId};
use crate::domain::reaction::Emoji;
use crate::store::Carried;
use serde::Serialize;
use serde_json::json;
use serde_json::value::RawValue;

/// Most messages that Telegram deletes at once.
const AT_ONCE: usize = 100;

/// A message to be copied into a chat. No keyboard and no caption, so that the copy stays editable and has no caption
/// limit of its own; unless it must go in the words that were judged.
#[derive(Clone, Serialize)]
pub(super) struct Copy<'a> {
    pub(super) chat_id: ChatId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from_chat_id: Option<ChatId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_id: Option<MessageId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) disable_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) protect_content: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_parameters: Option<Reply<'a>>,
    #[serde(flatten)]
    pub(super) words: Option<Words<'a>>,
}

/// The words in which a message goes, with their markup as Telegram wrote it.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum Words<'a> {
    /// A text, which then needs nothing else of its message.
    Text {
        text: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        entities: Option<&'a RawValue>,
        #[serde(skip_serializing_if = "Option::is_none")]
        link_preview_options: Option<&'a RawValue>,
    },
    /// What stands below a medium.
    Caption {
        caption: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        caption_entities: Option<&'a RawValue>,
        #[serde(skip_serializing_if = "Option::is_none")]
        show_caption_above_media: Option<bool>,
    },
}

impl<'a> Words<'a> {
    /// Those of a message; `None` if there is no way to say them.
    pub(super) fn of(it: &'a Correction) -> Option<Self> {
        let (words, marks) = (it.content.words.as_str(), marks(&it.content));
        let said = if it.kind == Kind::Text {
            Self::Text { text: words, entities: marks, link_preview_options: preview(&it.content) }
        } else {
            let show_caption_above_media = it.content.above.then_some(true);
            Self::Caption { caption: words, caption_entities: marks, show_caption_above_media }
        };
        it.has_words_of_its_own().then_some(said)
    }
}

/// What a copy answers.
#[derive(Clone, Serialize)]
pub(super) struct Reply<'a> {
    message_id: MessageId,
    #[serde(rename = "allow_sending_without_reply")]
    dispensable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote_entities: Option<&'a RawValue>,
}

impl<'a> Reply<'a> {
    /// An answer to a message, quoting a part of it.
    pub(super) fn new(message_id: MessageId, quote: Option<&'a Quote>) -> Self {
        let marks = quote.and_then(|quote| quote.marks.as_deref());
        Self {
            message_id,
            dispensable: true,
            quote: quote.map(|quote| quote.words.as_str()),
            quote_entities: marks.and_then(|marks| serde_json::from_str(marks).ok()),
        }
    }
}

impl Copy<'_> {
    /// Copies it. Whatever is wrong with its reply, the message itself arrives.
    pub(super) async fn carry(mut self, api: &Api) -> Result<Carried, Refused> {
        let method = if matches!(self.words, Some(Words::Text { .. })) {
            (self.from_chat_id, self.message_id) = (None, None);
            "SendMessage"
        } else {
            "CopyMessage"
        };
        loop {
            let result = api.ask::<Sent>(method, &self).await;
            match (result, &mut self.reply_parameters) {
                // What it quotes was changed meanwhile, or is marked up in a way that Telegram does not find again.
                (Err(Refused::Never(Never::QuoteRefused)), Some(reply)) if reply.quote.is_some() => {
                    reply.quote = None;
                    reply.quote_entities = None;
                }
                // With a reply Telegram sends anew instead of copying, and an otherwise sound caption can be too long.
                (Err(Refused::Never(Never::ReplyRefused | Never::QuoteRefused)), Some(_)) => {
                    self.reply_parameters = None;
                }
                (result, _) => return arrived(result),
            }
        }
    }
}

/// An album to be copied into a chat. Telegram knows no reply for it.
#[derive(Serialize)]
pub(super) struct Album<'a> {
    pub(super) chat_id: ChatId,
    pub(super) from_chat_id: ChatId,
    pub(super) message_ids: &'a [MessageId],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) disable_notification: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) protect_content: Option<bool>,
}

impl Album<'_> {
    /// Copies it whole. If Telegram's answer cannot be read, every part counts as copied, with a number nobody knows.
    pub(super) async fn carry(self, api: &Api) -> Result<Carried, Refused> {
        match api.ask::<Vec<Sent>>("CopyMessages", &self).await {
            Ok(copies) => {
                Ok(Carried::Album(copies.into_iter().map(|copy| MessageId(copy.message_id)).collect()))
            }
            Err(Refused::Unread) => Ok(Carried::Album(vec![MessageId(0); self.message_ids.len()])),
            Err(why) => Err(why),
        }
    }
}

/// Shows a reaction, or none. It is an ornament: whatever is wrong with it keeps nothing else waiting.
pub(super) async fn react(
    api: &Api,
    lane: ChatId,
    message: MessageId,
    emoji: Option<Emoji>,
) -> Result<Carried, Refused> {
    let reaction: Vec<_> =
        emoji.iter().map(|emoji| json!({ "type": "emoji", "emoji": emoji.as_str() })).collect();
    let body = json!({ "chat_id": lane, "message_id": message, "reaction": reaction });
    Ok(match api.ask::<Ignored>("SetMessageReaction", &body).await {
        Ok(_) => Carried::Sent(None),
        Err(_) => Carried::Failed("reaction"),
    })
}

/// Deletes messages; those that are gone already count as deleted. One whose number is 0, which nobody knows, stays.
pub(super) async fn delete(api: &Api, lane: ChatId, messages: &[MessageId]) -> Result<Carried, Refused> {
    let (known, unknown): (Vec<MessageId>, Vec<MessageId>) = messages.iter().partition(|id| id.0 != 0);
    for some in known.chunks(AT_ONCE) {
        let body = json!({ "chat_id": lane, "message_ids": some });
        match api.ask::<Ignored>("DeleteMessages", &body).await {
            Ok(_)
            | Err(Refused::Unread | Refused::Never(Never::AlreadySo | Never::Over | Never::TargetGone)) => {}
            Err(why) => return Err(why),
        }
    }
    if !unknown.is_empty() {
        return Err(Refused::Never(Never::NotDeletable));
    }
    Ok(if messages.is_empty() { Carried::Withdrawn } else { Carried::Sent(None) })
}
