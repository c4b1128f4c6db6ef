//! What a reader sees of a message beside its words: every string of what it holds, whatever Telegram calls it, so that
//! a kind that is newer than this version is read as well.

use super::fields::is_content;
use super::kinds::Fields;
use crate::domain::heard::Seen;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Fields that are read elsewhere: as the words, and what Telegram marks in them.
const WORDS: [&str; 4] = ["text", "caption", "entities", "caption_entities"];

/// Names of strings that no reader sees: ids, and what tells an app how to draw something. The name of a sticker's set
/// is one too: a reader sees its title, which is not in the message. The language of code is none: apps show it above.
const UNSEEN: [&str; 14] = [
    "file_id",
    "file_unique_id",
    "type",
    "emoji",
    "set_name",
    "custom_emoji_id",
    "date_time_format",
    "align",
    "valign",
    "foursquare_id",
    "foursquare_type",
    "google_place_id",
    "google_place_type",
    "thumbnail",
];

/// MIME types of a contact card.
const CARDS: [&str; 4] = ["text/vcard", "text/x-vcard", "text/directory", "application/vcard"];

/// Everything of a message that its reader sees, but for its words. For text as people write it, that is nothing.
pub(super) fn seen(fields: &Fields<'_>) -> Vec<Seen> {
    let held = |name: &str| is_content(name) && !WORDS.contains(&name) || name == "link_preview_options";
    let mut held: Vec<_> = fields.iter().filter(|(name, _)| held(name)).collect();
    held.sort_unstable_by_key(|(name, _)| *name);
    let mut seen = Vec::new();
    for (name, value) in held {
        read(name, value.get(), &mut seen);
    }
    seen
}

/// What stands in the marks of the words, where Telegram uses one that this version does not know.
pub(super) fn in_marks(marks: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    read("entities", marks, &mut seen);
    seen
}

fn read(name: &str, json: &str, seen: &mut Vec<Seen>) {
    let mut run = String::new();
    let walk = Walk { name, seen, run: &mut run };
    // It was valid JSON when the update was read.
    let _ = walk.deserialize(&mut serde_json::Deserializer::from_str(json));
    keep(name, run, seen);
}

/// Keeps what was read under a name.
fn keep(name: &str, run: String, seen: &mut Vec<Seen>) {
    if run.is_empty() {
        return;
    }
    seen.push(match name {
        "mime_type" if CARDS.iter().any(|card| run.to_ascii_lowercase().starts_with(card)) => Seen::Card,
        "mime_type" => return,
        "file_name" => Seen::File(run),
        "url" => Seen::Link(run),
        "phone_number" => Seen::Phone,
        _ => Seen::Words(run),
    });
}

/// Reads a value. Text within text is read as a reader sees it, in one run: digits may stand in bold one by one.
struct Walk<'a> {
    name: &'a str,
    seen: &'a mut Vec<Seen>,
    run: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    /// Whether it was a string.
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        self.run.push_str(text);
        Ok(true)
    }

    fn visit_bool<E>(self, _: bool) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_i64<E>(self, _: i64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    /// Strings of a list go on in one line, as text that is bold in part does; anything else begins a new one.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<bool, A::Error> {
        let mut inline = true;
        loop {
            let at = self.run.len();
            let item = Walk { name: self.name, seen: &mut *self.seen, run: &mut *self.run };
            let Some(string) = items.next_element_seed(item)? else { return Ok(false) };
            if !inline && !string && at > 0 && self.run.len() > at {
                self.run.insert(at, '\n');
            }
            inline = string;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<bool, A::Error> {
        match self.name {
            "user" => self.seen.push(Seen::Profile),
            "contact" => self.seen.push(Seen::Card),
            "location" => self.seen.push(Seen::Place),
            _ => {}
        }
        while let Some(Key(name)) = fields.next_key::<Key<'_>>()? {
            let name = name.as_ref();
            if UNSEEN.contains(&name) {
                fields.next_value::<IgnoredAny>()?;
            } else if name == "text" {
                fields.next_value_seed(Walk { name, seen: &mut *self.seen, run: &mut *self.run })?;
            } else {
                let mut run = String::new();
                fields.next_value_seed(Walk { name, seen: &mut *self.seen, run: &mut run })?;
                keep(name, run, self.seen);
            }
        }
        Ok(false)
    }
}

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
