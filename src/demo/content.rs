//! Everything a person can send, and the files a bot can.

use serde_json::{Map, Value, json};

use super::{
    body::Body,
    text::{Formatted, found},
};

/// What a person sends. Captions are plain text.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are Telegram's")]
pub enum Content {
    Text(String),
    Photo {
        caption: Option<String>,
    },
    /// One photo of an album; all its parts carry the same album name.
    AlbumPhoto {
        album: String,
        caption: Option<String>,
    },
    Video {
        caption: Option<String>,
    },
    Animation {
        caption: Option<String>,
    },
    Audio {
        caption: Option<String>,
    },
    Document {
        name: String,
        caption: Option<String>,
    },
    Voice,
    VideoNote,
    Sticker,
    Location {
        live: bool,
    },
    Venue {
        title: String,
    },
    Contact {
        phone: String,
        name: String,
    },
    Poll {
        question: String,
    },
    Quiz {
        question: String,
    },
    Dice,
    Story,
    PaidMedia,
    Checklist {
        title: String,
    },
    /// Any fields of a `Message`, for kinds that do not exist yet.
    Raw(Map<String, Value>),
    /// A content with more fields of a `Message`.
    With(Box<Self>, Map<String, Value>),
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Content {
    /// A photo with a caption.
    pub fn photo(caption: &str) -> Self {
        Self::Photo { caption: Some(caption.to_owned()) }
    }

    /// The name of the album it is a part of.
    pub(super) fn album(&self) -> Option<&str> {
        if let Self::With(content, _) = self {
            return content.album();
        }
        if let Self::AlbumPhoto { album, .. } = self { Some(album) } else { None }
    }

    /// The same with more fields of a `Message`, such as how it is shown.
    #[must_use]
    pub fn with(self, fields: &Value) -> Self {
        Self::With(Box::new(self), fields.as_object().cloned().unwrap_or_default())
    }

    /// The content as it is stored under `id`; `from` is the sender's chat, for stories.
    pub(super) fn body(self, id: u64, from: &Value) -> Body {
        let media = |kind: &'static str, caption: Option<String>| {
            Body::media(id, kind, file(kind, id), caption.map(written))
        };
        let thing = |kind: &'static str, value: Value| Body::media(id, kind, value, None);
        match self {
            Self::Text(text) => Body::text(id, written(text)),
            Self::Photo { caption } | Self::AlbumPhoto { caption, .. } => media("photo", caption),
            Self::Video { caption } => media("video", caption),
            Self::Animation { caption } => media("animation", caption),
            Self::Audio { caption } => media("audio", caption),
            Self::Document { name, caption } => {
                let mut document = file("document", id);
                if let Some(fields) = document.as_object_mut() {
                    fields.insert("file_name".to_owned(), name.into());
                }
                Body::media(id, "document", document, caption.map(written))
            }
            Self::Voice => media("voice", None),
            Self::VideoNote => media("video_note", None),
            Self::Sticker => media("sticker", None),
            Self::Location { live: false } => thing("location", place()),
            Self::Location { live: true } => thing(
                "location",
                json!({ "latitude": 41.4, "longitude": 2.2, "live_period": 900, "heading": 90 }),
            ),
            Self::Venue { title } => {
                let venue = json!({ "location": place(), "title": title, "address": "Carrer Major 1" });
                let mut body = thing("venue", venue);
                body.fields.insert("location".to_owned(), place());
                body
            }
            Self::Contact { phone, name } => {
                thing("contact", json!({ "phone_number": phone, "first_name": name }))
            }
            Self::Poll { question } => thing("poll", poll(id, &question, "regular")),
            Self::Quiz { question } => thing("poll", poll(id, &question, "quiz")),
            Self::Dice => thing("dice", json!({ "emoji": "🎲", "value": id % 6 + 1 })),
            Self::Story => thing("story", json!({ "chat": from, "id": 1 })),
            Self::PaidMedia => thing("paid_media", json!({ "star_count": 5, "paid_media": [] })),
            Self::Checklist { title } => {
                let tasks = json!([{ "id": 1, "text": "Milk", "completion_date": 1 }]);
                thing("checklist", json!({ "title": title, "tasks": tasks }))
            }
            Self::Raw(fields) => Body::raw(id, fields),
            Self::With(content, fields) => {
                let mut body = content.body(id, from);
                body.fields.extend(fields);
                body
            }
        }
    }
}

fn written(text: String) -> Formatted {
    let entities = found(&text);
    Formatted { text, entities, html: None }
}

fn place() -> Value {
    json!({ "latitude": 41.4, "longitude": 2.2 })
}

fn poll(id: u64, question: &str, kind: &str) -> Value {
    let option =
        |n: u8, text: &str| json!({ "persistent_id": n.to_string(), "text": text, "voter_count": 0 });
    json!({
        "id": id.to_string(), "question": question, "options": [option(1, "Yes"), option(2, "No")],
        "total_voter_count": 0, "is_closed": false, "is_anonymous": true, "type": kind,
        "allows_multiple_answers": false, "allows_revoting": true, "members_only": false,
    })
}

/// The media object of a kind for the file `id`. Its ids say which file it is, so that a bot can send it again.
pub(super) fn file(kind: &str, id: u64) -> Value {
    let mut fields = json!({ "file_id": file_id(kind, id), "file_unique_id": unique(id) });
    let more = match kind {
        "photo" | "new_chat_photo" => json!({ "width": 800, "height": 600 }),
        "video" | "animation" => json!({ "width": 640, "height": 360, "duration": 3 }),
        "audio" | "voice" => json!({ "duration": 3 }),
        "video_note" => json!({ "length": 240, "duration": 3 }),
        "sticker" => {
            json!({ "type": "regular", "width": 512, "height": 512, "is_animated": false, "is_video": false })
        }
        _ => json!({ "file_name": "file" }),
    };
    if let (Some(fields), Value::Object(mut more)) = (fields.as_object_mut(), more) {
        fields.append(&mut more);
    }
    if kind == "photo" { json!([fields]) } else { fields }
}

fn file_id(kind: &str, id: u64) -> String {
    format!("lazo-{kind}-{id}")
}

/// The `file_unique_id` of file `id`.
pub(super) fn unique(id: u64) -> String {
    format!("unique-{id}")
}

/// Which file a `file_id` of this kind names.
pub(super) fn known_file(kind: &str, file_id: &str) -> Option<u64> {
    file_id.strip_prefix("lazo-")?.strip_prefix(kind)?.strip_prefix('-')?.parse().ok()
}
