//! Keyboards: what Telegram accepts as `reply_markup`.

use serde_json::{Map, Value};

use super::{
    params::{Params, truth},
    refuse::Refusal,
    text::units,
};

/// More buttons than this in one keyboard are refused. Clients show eight in a row at most.
const MOST_BUTTONS: usize = 100;
const MOST_IN_A_ROW: usize = 8;
/// Longest `callback_data`, in bytes.
const LONGEST_DATA: usize = 64;
const LONGEST_COPY: usize = 256;
const LONGEST_PLACEHOLDER: usize = 64;
const STYLES: [&str; 3] = ["danger", "success", "primary"];
const KINDS: [&str; 10] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
];

/// A keyboard that came with a message.
#[derive(Debug, Clone)]
pub(super) enum Markup {
    /// Under the message: the `InlineKeyboardMarkup`.
    Inline(Value),
    /// Instead of the letters: the `ReplyKeyboardMarkup`.
    Keyboard(Value),
    Remove,
    ForceReply,
}

impl Markup {
    /// The parameter `reply_markup`; `None` when there is none, or an empty one.
    pub(super) fn read(params: &Params) -> Result<Option<Self>, Refusal> {
        let Some(value) = params.json("reply_markup")? else { return Ok(None) };
        let Some(fields) = value.as_object() else {
            return Err(Refusal::bad("object expected as reply markup"));
        };
        if let Some(rows) = fields.get("keyboard") {
            rows_of(rows, "Field \"keyboard\" must be an Array of Arrays", letter_button)?;
            placeholder(fields)?;
            return Ok(filled(rows).then(|| Self::Keyboard(value.into_owned())));
        }
        if let Some(rows) = fields.get("inline_keyboard") {
            let shape = "Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
            rows_of(rows, shape, inline_button)?;
            return Ok(filled(rows).then(|| Self::Inline(value.into_owned())));
        }
        let set = |name: &str| fields.get(name).is_some_and(truth);
        if set("remove_keyboard") {
            return Ok(Some(Self::Remove));
        }
        if set("force_reply") {
            placeholder(fields)?;
            return Ok(Some(Self::ForceReply));
        }
        Ok(None)
    }

    /// The same for an edit, where only an inline keyboard may stand.
    pub(super) fn inline(params: &Params) -> Result<Option<Value>, Refusal> {
        match Self::read(params)? {
            None => Ok(None),
            Some(Self::Inline(keyboard)) => Ok(Some(keyboard)),
            Some(Self::Keyboard(_) | Self::Remove | Self::ForceReply) => {
                Err(Refusal::bad("inline keyboard expected"))
            }
        }
    }
}

fn filled(rows: &Value) -> bool {
    rows.as_array().into_iter().flatten().any(|row| row.as_array().is_some_and(|row| !row.is_empty()))
}

fn rows_of(rows: &Value, shape: &str, check: fn(&Value) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let Some(rows) = rows.as_array() else { return Err(Refusal::bad(shape)) };
    let mut count = 0;
    for row in rows {
        let Some(row) = row.as_array() else { return Err(Refusal::bad(shape)) };
        count += row.len();
        if row.len() > MOST_IN_A_ROW || count > MOST_BUTTONS {
            return Err(Refusal::bad("reply markup is too long"));
        }
        for button in row {
            check(button)?;
        }
    }
    Ok(())
}

fn letter_button(button: &Value) -> Result<(), Refusal> {
    if let Some(text) = button.as_str() {
        return named(Some(text), "keyboard button");
    }
    let Some(fields) = button.as_object() else {
        return Err(Refusal::bad(
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ));
    };
    style(fields)?;
    named(fields.get("text").and_then(Value::as_str), "keyboard button")
}

fn inline_button(button: &Value) -> Result<(), Refusal> {
    let Some(fields) = button.as_object() else {
        let reason = "can't parse inline keyboard button: InlineKeyboardButton must be an Object";
        return Err(Refusal::bad(reason));
    };
    named(fields.get("text").and_then(Value::as_str), "inline keyboard button")?;
    style(fields)?;
    let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| fields.contains_key(*kind)).collect();
    if kinds.is_empty() {
        let reason = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
        return Err(Refusal::bad(reason));
    }
    if let Some(data) = fields.get("callback_data") {
        let length = data.as_str().map_or(0, str::len);
        if length == 0 || length > LONGEST_DATA {
            return Err(Refusal::bad("BUTTON_DATA_INVALID"));
        }
    }
    if let Some(copy) = fields.get("copy_text") {
        let length = copy.get("text").and_then(Value::as_str).map_or(0, units);
        if length == 0 || length > LONGEST_COPY {
            return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
        }
    }
    match fields.get("url").and_then(Value::as_str) {
        Some(url) => address(url),
        None => Ok(()),
    }
}

fn address(url: &str) -> Result<(), Refusal> {
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    if url.starts_with("tg://") || (host.contains('.') && !host.contains(char::is_whitespace)) {
        return Ok(());
    }
    Err(Refusal::bad(&format!("inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")))
}

fn named(text: Option<&str>, what: &str) -> Result<(), Refusal> {
    match text {
        None => Err(Refusal::bad(&format!("can't parse {what}: Can't find field \"text\""))),
        Some(text) if text.trim().is_empty() => Err(Refusal::bad(&format!("{what} text must be non-empty"))),
        Some(_) => Ok(()),
    }
}

fn style(fields: &Map<String, Value>) -> Result<(), Refusal> {
    match fields.get("style").and_then(Value::as_str) {
        Some(style) if !STYLES.contains(&style) => {
            Err(Refusal::bad("can't parse keyboard button: invalid button style specified"))
        }
        _ => Ok(()),
    }
}

fn placeholder(fields: &Map<String, Value>) -> Result<(), Refusal> {
    let Some(text) = fields.get("input_field_placeholder").and_then(Value::as_str) else { return Ok(()) };
    if text.is_empty() || units(text) > LONGEST_PLACEHOLDER {
        return Err(Refusal::bad("INPUT_FIELD_PLACEHOLDER_INVALID"));
    }
    Ok(())
}
