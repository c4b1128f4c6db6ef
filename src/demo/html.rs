//! Telegram's HTML (`parse_mode=HTML`), read the way Telegram's own library reads it and refused with its words.

use serde_json::{Map, Value, json};

/// Text without tags, and its entities in UTF-16 units.
pub(super) type Parsed = (String, Vec<Value>);

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// Reads `source`; the error is Telegram's reason, without `Bad Request: `.
pub(super) fn parse(source: &str) -> Result<Parsed, String> {
    let mut reader =
        Reader { rest: source, at: 0, text: String::new(), units: 0, open: Vec::new(), entities: Vec::new() };
    while let Some(next) = reader.rest.chars().next() {
        match next {
            '<' if reader.rest.starts_with("</") => reader.close()?,
            '<' => reader.start()?,
            '&' => reader.reference(),
            _ => {
                reader.skip(next.len_utf8());
                reader.push(next);
            }
        }
    }
    match reader.open.last() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag)),
        None => Ok((reader.text, reader.entities)),
    }
}

struct Reader<'a> {
    rest: &'a str,
    at: usize,
    text: String,
    units: usize,
    open: Vec<Open>,
    entities: Vec<Value>,
}

struct Open {
    tag: String,
    attributes: Vec<(String, String)>,
    units: usize,
    bytes: usize,
}

impl Reader<'_> {
    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        self.at += bytes;
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.units += character.len_utf16();
    }

    fn reference(&mut self) {
        let (character, length) = decode(self.rest).unwrap_or(('&', 1));
        self.skip(length);
        self.push(character);
    }

    fn start(&mut self) -> Result<(), String> {
        let begin = self.at;
        let unclosed = || format!("Unclosed start tag at byte offset {begin}");
        self.skip(1);
        let tag = self.take(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        if self.rest.is_empty() {
            return Err(unclosed());
        }
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let mut attributes = Vec::new();
        loop {
            self.take(|c| c.is_ascii_whitespace());
            if self.rest.starts_with('>') {
                break;
            }
            let name = self.take(|c| !c.is_ascii_whitespace() && !"=>/\"'".contains(c)).to_owned();
            if name.is_empty() {
                return Err(if self.rest.is_empty() {
                    unclosed()
                } else {
                    format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}")
                });
            }
            let value = self.value().map_err(|()| unclosed())??;
            attributes.push((name, value));
        }
        self.skip(1);
        let spoiler = attributes.iter().any(|(name, value)| name == "class" && value == "tg-spoiler");
        if tag == "span" && !spoiler {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Open { tag, attributes, units: self.units, bytes: self.text.len() });
        Ok(())
    }

    /// What follows an attribute's name: nothing, `=word`, `="text"`. The outer error is a text that ends too soon.
    fn value(&mut self) -> Result<Result<String, String>, ()> {
        self.take(|c| c.is_ascii_whitespace());
        if !self.rest.starts_with('=') {
            return if self.rest.is_empty() { Err(()) } else { Ok(Ok(String::new())) };
        }
        self.skip(1);
        self.take(|c| c.is_ascii_whitespace());
        let first = self.rest.chars().next().ok_or(())?;
        let value = if first == '"' || first == '\'' {
            self.skip(1);
            let raw = self.take(|c| c != first).to_owned();
            self.skip(1);
            unescape(&raw)
        } else {
            let begin = self.at;
            let word = self.take(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-').to_ascii_lowercase();
            if !self.rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '>') {
                return Ok(Err(format!("Unexpected end of name token at byte offset {begin}")));
            }
            word
        };
        if self.rest.is_empty() { Err(()) } else { Ok(Ok(value)) }
    }

    fn close(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.skip(2);
        let tag = self.take(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        self.take(|c| c.is_ascii_whitespace());
        if !self.rest.starts_with('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !tag.is_empty() && tag != open.tag {
            let expected = open.tag;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{tag}>\""
            ));
        }
        self.skip(1);
        if self.units > open.units {
            self.entity(&open)?;
        }
        Ok(())
    }

    fn entity(&mut self, open: &Open) -> Result<(), String> {
        let attribute = |name: &str| {
            open.attributes.iter().rev().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
        };
        let inside = self.text.get(open.bytes..).unwrap_or_default();
        let mut extra = Map::new();
        let kind = match open.tag.as_str() {
            "b" | "strong" => "bold",
            "i" | "em" => "italic",
            "u" | "ins" => "underline",
            "s" | "strike" | "del" => "strikethrough",
            "code" => "code",
            "blockquote" if attribute("expandable").is_some() => "expandable_blockquote",
            "blockquote" => "blockquote",
            "pre" => "pre",
            "a" => {
                let address = attribute("href").filter(|href| !href.is_empty()).unwrap_or(inside);
                match link(address) {
                    Some((kind, name, value)) => {
                        extra.insert(name.to_owned(), value);
                        kind
                    }
                    // Telegram drops links it cannot follow and keeps their text.
                    None => return Ok(()),
                }
            }
            "tg-emoji" => {
                let id = attribute("emoji-id").unwrap_or_default();
                if id.parse::<i64>().unwrap_or(0) == 0 {
                    return Err("Invalid custom emoji identifier specified".to_owned());
                }
                extra.insert("custom_emoji_id".to_owned(), id.into());
                "custom_emoji"
            }
            "tg-time" => {
                let unix: i64 = attribute("unix").and_then(|unix| unix.parse().ok()).unwrap_or(0);
                extra.insert("unix_time".to_owned(), unix.into());
                if let Some(format) = attribute("format") {
                    extra.insert("date_time_format".to_owned(), format.into());
                }
                "date_time"
            }
            _ => "spoiler",
        };
        let mut entity = json!({ "type": kind, "offset": open.units, "length": self.units - open.units });
        if let Some(fields) = entity.as_object_mut() {
            fields.append(&mut extra);
        }
        self.entities.push(entity);
        Ok(())
    }
}

impl<'a> Reader<'a> {
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, _) = self.rest.split_at(end);
        self.skip(end);
        taken
    }
}

fn link(address: &str) -> Option<(&'static str, &'static str, Value)> {
    if let Some(id) = address.strip_prefix("tg://user?id=").and_then(|id| id.parse::<i64>().ok()) {
        return Some(("text_mention", "user", json!({ "id": id })));
    }
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    let known = address.starts_with("tg://") || (host.contains('.') && !host.contains(char::is_whitespace));
    known.then(|| ("text_link", "url", Value::from(address)))
}

fn unescape(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let (character, length) = decode(rest).unwrap_or((next, next.len_utf8()));
        text.push(character);
        rest = rest.get(length..).unwrap_or_default();
    }
    text
}

/// A character reference at the start of `source`: numeric ones and lt, gt, amp, quot; all else stays literal text.
fn decode(source: &str) -> Option<(char, usize)> {
    let body = source.strip_prefix('&')?;
    let (character, length) = if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, prefix) = match number.strip_prefix('x') {
            Some(hex) => (hex, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(digits.get(..end)?, radix).ok().filter(|code| *code != 0)?;
        (char::from_u32(code)?, 1 + prefix + end)
    } else {
        let end = body.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(body.len());
        let character = match body.get(..end)? {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (character, 1 + end)
    };
    let semicolon = usize::from(source.get(length..).is_some_and(|rest| rest.starts_with(';')));
    Some((character, length + semicolon))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::demo::text::units;

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_entities_lie_inside(source in "[<>/&;=\"' #xabpre😀é\\-1]{0,40}") {
            if let Ok((text, entities)) = super::parse(&source) {
                for entity in entities {
                    let number = |name: &str| entity[name].as_u64().unwrap();
                    prop_assert!(number("offset") + number("length") <= units(&text) as u64, "{source}");
                    prop_assert!(number("length") > 0);
                }
            }
        }
    }
}
