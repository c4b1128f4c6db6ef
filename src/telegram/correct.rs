//! Corrections: a copy is made to say what its message says now.

use super::api::{Api, Never, Refused};
use super::send::Ignored;
use crate::domain::heard::{Content, Correction, Kind};
use crate::domain::id::{ChatId, MessageId};
use crate::store::Carried;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Edit<'a> {
    chat_id: ChatId,
    message_id: MessageId,
    #[serde(flatten)]
    change: Change<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Change<'a> {
    Text {
        text: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        entities: Option<&'a RawValue>,
    },
    Caption(Caption<'a>),
    Media {
        media: Media<'a>,
    },
}

#[derive(Serialize)]
struct Caption<'a> {
    caption: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption_entities: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Media<'a> {
    #[serde(rename = "type")]
    sort: &'static str,
    #[serde(rename = "media")]
    file: &'a str,
    #[serde(flatten)]
    caption: Caption<'a>,
}

/// Words with their markup as Telegram wrote it, never parsed again: what people write must not be eaten.
pub(super) fn marks(content: &Content) -> Option<&RawValue> {
    content.marks.as_deref().and_then(|marks| serde_json::from_str(marks).ok())
}

/// How Telegram calls a file that can be put in another's place.
fn exchangeable(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Photo => Some("photo"),
        Kind::Video => Some("video"),
        Kind::Animation => Some("animation"),
        Kind::Audio => Some("audio"),
        Kind::Document => Some("document"),
        Kind::Text
        | Kind::Voice
        | Kind::VideoNote
        | Kind::Sticker
        | Kind::Location
        | Kind::LiveLocation
        | Kind::Contact
        | Kind::Poll
        | Kind::Dice
        | Kind::Game
        | Kind::Checklist
        | Kind::Story
        | Kind::Paid
        | Kind::Unknown
        | Kind::Timer
        | Kind::Service => None,
    }
}

/// The call that makes the change, and its name; `None` if no call can.
fn change(correction: &Correction) -> Option<(&'static str, Change<'_>)> {
    let Correction { kind, content, new_file } = correction;
    let caption = Caption { caption: &content.words, caption_entities: marks(content) };
    match (kind, &content.medium, exchangeable(*kind)) {
        (Kind::Text, None, _) => {
            Some(("EditMessageText", Change::Text { text: &content.words, entities: marks(content) }))
        }
        (_, Some(medium), Some(sort)) if *new_file => {
            let media = Media { sort, file: &medium.file, caption };
            Some(("EditMessageMedia", Change::Media { media }))
        }
        (Kind::Voice, Some(_), _) | (_, Some(_), Some(_)) if !new_file => {
            Some(("EditMessageCaption", Change::Caption(caption)))
        }
        _ => None,
    }
}

/// Corrects a copy, if its number is known. What cannot be corrected, for whatever reason, is [`Never::NotEditable`]: another copy must do.
pub(super) async fn correct(
    api: &Api,
    chat_id: ChatId,
    copy: Option<MessageId>,
    correction: Option<&Correction>,
) -> Result<Carried, Refused> {
    let (Some(message_id), Some((method, change))) = (copy, correction.and_then(change)) else {
        return Err(Refused::Never(Never::NotEditable));
    };
    match api.ask::<Ignored>(method, &Edit { chat_id, message_id, change }).await {
        Ok(_) | Err(Refused::Unread | Refused::Never(Never::AlreadySo)) => Ok(Carried::Sent(None)),
        Err(Refused::Never(_)) => Err(Refused::Never(Never::NotEditable)),
        Err(why) => Err(why),
    }
}
