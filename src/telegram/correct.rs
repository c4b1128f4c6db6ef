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
        #[serde(skip_serializing_if = "Option::is_none")]
        link_preview_options: Option<&'a RawValue>,
    },
    Caption(Below<'a>),
    Media {
        media: Media<'a>,
    },
}

#[derive(Serialize)]
struct Below<'a> {
    caption: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption_entities: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    show_caption_above_media: Option<bool>,
}

#[derive(Serialize)]
struct Media<'a> {
    #[serde(rename = "type")]
    sort: &'static str,
    #[serde(rename = "media")]
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_spoiler: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cover: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_timestamp: Option<i64>,
    #[serde(flatten)]
    caption: Below<'a>,
}

/// Words with their markup as Telegram wrote it, never parsed again: what people write must not be eaten.
pub(super) fn marks(content: &Content) -> Option<&RawValue> {
    content.marks.as_deref().and_then(|marks| serde_json::from_str(marks).ok())
}

/// How the preview of a text is shown, as Telegram wrote it.
pub(super) fn preview(content: &Content) -> Option<&RawValue> {
    content.preview.as_deref().and_then(|preview| serde_json::from_str(preview).ok())
}

/// Files that can take each other's place.
const EXCHANGEABLE: [&str; 5] = ["photo", "video", "animation", "audio", "document"];

/// The call that makes the change, and its name; `None` if no call can.
fn change(correction: &Correction) -> Option<(&'static str, Change<'_>)> {
    let Correction { kind, content, new_file } = correction;
    if content.other.is_some() {
        return None;
    }
    let caption = Below {
        caption: &content.words,
        caption_entities: marks(content),
        show_caption_above_media: content.above.then_some(true),
    };
    match &content.medium {
        None if *kind == Kind::Text => {
            let (entities, link_preview_options) = (marks(content), preview(content));
            let text = Change::Text { text: &content.words, entities, link_preview_options };
            Some(("EditMessageText", text))
        }
        Some(medium) if *new_file && EXCHANGEABLE.contains(&medium.sort) => {
            let media = Media {
                sort: medium.sort,
                file: &medium.file.id,
                has_spoiler: medium.spoiler.then_some(true),
                cover: medium.cover.as_ref().map(|cover| cover.id.as_str()),
                start_timestamp: medium.starts,
                caption,
            };
            Some(("EditMessageMedia", Change::Media { media }))
        }
        Some(_) if !new_file && correction.has_words_of_its_own() => {
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
