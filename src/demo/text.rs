//! Texts and captions as Telegram takes them: parsed, cleaned, measured in UTF-16 units, refused when they break a
//! rule.

use serde_json::Value;

use super::{
    html,
    params::{Params, integer},
    refuse::Refusal,
};

/// Longest text of a message, UTF-16 units after parsing.
const LONGEST_TEXT: usize = 4096;
/// Longest caption that a bot may write, UTF-16 units after parsing.
pub(super) const LONGEST_CAPTION: usize = 1024;

/// A text with its entities, and the HTML it was sent as.
#[derive(Debug, Clone, Default)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Value>,
    pub(super) html: Option<String>,
}

impl Formatted {
    /// The parameter `name` as the text of a message. `too_long` is how the method says so.
    pub(super) fn text(params: &Params, name: &str, too_long: &str) -> Result<Self, Refusal> {
        let raw = params.text(name).unwrap_or_default();
        if raw.is_empty() {
            return Err(Refusal::bad("message text is empty"));
        }
        let text = Self::read(params, &raw, "entities")?;
        if text.text.is_empty() {
            return Err(Refusal::bad("text must be non-empty"));
        }
        if units(&text.text) > LONGEST_TEXT {
            return Err(Refusal::bad(too_long));
        }
        Ok(text)
    }

    /// The caption of a message, if there is one.
    pub(super) fn caption(params: &Params) -> Result<Option<Self>, Refusal> {
        let Some(raw) = params.text("caption").filter(|raw| !raw.is_empty()) else { return Ok(None) };
        let caption = Self::read(params, &raw, "caption_entities")?;
        if units(&caption.text) > LONGEST_CAPTION {
            return Err(Refusal::bad("message caption is too long"));
        }
        Ok(if caption.text.is_empty() { None } else { Some(caption) })
    }

    fn read(params: &Params, raw: &str, entities: &str) -> Result<Self, Refusal> {
        let mode = params.text("parse_mode").unwrap_or_default().to_lowercase();
        let parsed = match mode.as_str() {
            "" | "none" => {
                let entities = params.array(entities)?;
                check(raw, &entities)?;
                Self { text: raw.to_owned(), entities, html: None }
            }
            "html" => {
                let (text, entities) = html::parse(raw)
                    .map_err(|reason| Refusal::bad(&format!("can't parse entities: {reason}")))?;
                Self { text, entities, html: Some(raw.to_owned()) }
            }
            _ => return Err(Refusal::bad("unsupported parse_mode")),
        };
        Ok(parsed.cleaned())
    }

    /// Without what Telegram removes: control characters, embedding and override marks, spaces at both ends.
    fn cleaned(self) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut place = Vec::with_capacity(self.text.len());
        let mut at = 0;
        for character in self.text.trim_end().chars() {
            place.extend(std::iter::repeat_n(at, character.len_utf16()));
            let kept = match character {
                '\u{2028}'..='\u{202e}' | '\r' => continue,
                '\n' => '\n',
                c if c.is_ascii_control() => ' ',
                c => c,
            };
            if !text.is_empty() || !kept.is_whitespace() {
                text.push(kept);
                at += kept.len_utf16();
            }
        }
        place.push(at);
        let entities = self.entities.into_iter().filter_map(|entity| moved(entity, &place)).collect();
        Self { text, entities, html: self.html }
    }
}

/// UTF-16 units, which is how Telegram counts.
pub(super) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn moved(mut entity: Value, place: &[usize]) -> Option<Value> {
    let (offset, length) = span(&entity)?;
    let end = place.last().copied().unwrap_or_default();
    let new_offset = place.get(offset).copied().unwrap_or(end);
    let new_end = place.get(offset + length).copied().unwrap_or(end);
    if new_end <= new_offset {
        return None;
    }
    let fields = entity.as_object_mut()?;
    fields.insert("offset".to_owned(), new_offset.into());
    fields.insert("length".to_owned(), (new_end - new_offset).into());
    Some(entity)
}

fn span(entity: &Value) -> Option<(usize, usize)> {
    let number = |name| usize::try_from(integer(entity.get(name)?)?).ok();
    Some((number("offset")?, number("length")?))
}

fn check(text: &str, entities: &[Value]) -> Result<(), Refusal> {
    if entities.is_empty() {
        return Ok(());
    }
    let mut borders = vec![0];
    for character in text.chars() {
        borders.push(borders.last().copied().unwrap_or_default() + character.len_utf16());
    }
    let end = borders.last().copied().unwrap_or_default();
    for entity in entities {
        if entity.get("type").and_then(Value::as_str).is_none() {
            return Err(Refusal::bad("can't parse MessageEntity: Can't find field \"type\""));
        }
        let Some((offset, length)) = span(entity) else {
            return Err(Refusal::bad("can't parse MessageEntity: Can't find field \"offset\""));
        };
        if offset > end {
            let reason = format!("entity begins after the end of the text at UTF-16 offset {offset}");
            return Err(Refusal::bad(&reason));
        }
        if offset + length > end {
            let reason = format!(
                "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {}",
                offset + length
            );
            return Err(Refusal::bad(&reason));
        }
        if borders.binary_search(&offset).is_err() || borders.binary_search(&(offset + length)).is_err() {
            let reason =
                format!("entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol");
            return Err(Refusal::bad(&reason));
        }
    }
    Ok(())
}

/// The entities Telegram finds by itself in what people write: commands, @names, links, e-mail addresses.
pub(super) fn found(text: &str) -> Vec<Value> {
    let mut entities = Vec::new();
    let mut offset = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if let Some(kind) = kind(bare) {
            entities.push(serde_json::json!({ "type": kind, "offset": offset, "length": units(bare) }));
        }
        offset += units(word);
    }
    entities
}

fn kind(word: &str) -> Option<&'static str> {
    let name = |rest: &str| rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '@');
    if word.strip_prefix('/').is_some_and(|rest| !rest.is_empty() && name(rest)) {
        Some("bot_command")
    } else if word.strip_prefix('@').is_some_and(|rest| rest.len() >= 4 && name(rest)) {
        Some("mention")
    } else if ["http://", "https://", "t.me/", "wa.me/", "www."].iter().any(|start| word.starts_with(start)) {
        Some("url")
    } else if word.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.')) {
        Some("email")
    } else {
        None
    }
}
