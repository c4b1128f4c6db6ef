//! What a message says: its words, what Telegram marks in them, its file. It lives in memory only.

use super::kinds::{Fields, field, other};
use super::seen::{in_marks, seen};
use crate::domain::heard::{Content, Entity, File, Kind, Mark, Medium, Seen};
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
    let marks = fields.get(marks).map(|raw| raw.get());
    let (entities, headings, unknown) = marks.map(entities).unwrap_or_default();
    let mut seen = if kind == Kind::Service { Vec::new() } else { seen(fields) };
    seen.extend(headings.into_iter().map(Seen::Words));
    if unknown {
        seen.extend(marks.map(in_marks).unwrap_or_default());
    }
    Content {
        words,
        entities,
        marks: marks.map(str::to_owned),
        medium: MEDIA.iter().find_map(|name| medium(fields, name)),
        other: if kind == Kind::Service { None } else { other(fields) },
        preview: fields.get("link_preview_options").map(|raw| raw.get().to_owned()),
        above: field(fields, "show_caption_above_media").unwrap_or_default(),
        seen,
    }
}

/// Marks that lead nowhere: how words look, and what stands in them for everybody to read.
const HARMLESS: [&str; 15] = [
    "hashtag",
    "cashtag",
    "bot_command",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "custom_emoji",
    "date_time",
    "bank_card_number",
];

/// What Telegram marks, what apps show as headings of code, and whether there is a mark among it that has no name here.
fn entities(marks: &str) -> (Vec<Entity>, Vec<String>, bool) {
    #[derive(Deserialize)]
    struct Part<'a> {
        #[serde(rename = "type", borrow)]
        sort: Cow<'a, str>,
        offset: usize,
        length: usize,
        url: Option<String>,
        language: Option<String>,
    }
    let mut parts: Vec<Part<'_>> = serde_json::from_str(marks).unwrap_or_default();
    let headings: Vec<String> = parts.iter_mut().filter_map(|part| part.language.take()).collect();
    let mut unknown = false;
    let mut entity = |part: Part<'_>| Entity {
        what: match part.sort.as_ref() {
            "mention" => Mark::Mention,
            "text_mention" => Mark::Profile,
            "url" | "text_link" => Mark::Link,
            "phone_number" => Mark::Phone,
            "email" => Mark::Email,
            sort => {
                unknown |= !HARMLESS.contains(&sort);
                Mark::Other
            }
        },
        from: part.offset,
        len: part.length,
        link: part.url,
    };
    let entities = parts.into_iter().map(&mut entity).collect();
    (entities, headings, unknown)
}

fn medium(fields: &Fields<'_>, sort: &'static str) -> Option<Medium> {
    #[derive(Deserialize)]
    struct Shown {
        file_unique_id: String,
        file_id: String,
        cover: Option<Vec<Shown>>,
        start_timestamp: Option<i64>,
    }
    // A picture comes in several sizes, the largest last.
    let largest = |mut sizes: Vec<Shown>| sizes.pop();
    let shown = match sort {
        "photo" => largest(field(fields, sort)?)?,
        _ => field(fields, sort)?,
    };
    let file = |it: Shown| File { unique: it.file_unique_id, id: it.file_id };
    Some(Medium {
        sort,
        spoiler: field(fields, "has_media_spoiler").unwrap_or_default(),
        starts: shown.start_timestamp,
        cover: shown.cover.and_then(largest).map(file),
        file: File { unique: shown.file_unique_id, id: shown.file_id },
    })
}
