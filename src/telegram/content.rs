//! What a message says: its words, what Telegram marks in them, its file. It lives in memory only.

use super::kinds::{Fields, field, other};
use crate::domain::heard::{Content, Entity, Kind, Mark, Medium};
use serde::Deserialize;
use std::borrow::Cow;

/// Fields whose value is a file. A live photo also has a photo, and is not one.
const MEDIA: [&str; 9] =
    ["animation", "audio", "document", "live_photo", "photo", "sticker", "video", "video_note", "voice"];

/// Its words with what Telegram marks in them, and its file.
pub(super) fn content(fields: &Fields<'_>, kind: Kind) -> Content {
    let (words, marks) = match field::<String>(fields, "text") {
        Some(text) => (text, "entities"),
        None => (field(fields, "caption").unwrap_or_default(), "caption_entities"),
    };
    Content {
        words,
        entities: entities(fields, marks),
        marks: fields.get(marks).map(|raw| raw.get().to_owned()),
        medium: MEDIA.iter().find_map(|name| medium(fields, name)),
        other: (kind == Kind::Unknown).then(|| other(fields)),
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
