//! What a person sees in a chat.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use super::callbacks::bare;
use super::{
    callbacks::rows,
    chats::{Chat, Message, Sender},
};

/// A message as it stands on a screen.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each asserted by name in stories")]
pub struct Seen {
    /// Its id in this chat.
    pub id: i64,
    /// From the bot, not from a person.
    pub from_bot: bool,
    /// The person who wrote it.
    pub from: Option<i64>,
    /// The words as they are read: text or caption, markup resolved.
    pub text: String,
    /// The words as the bot sent them, when it sent HTML.
    pub html: Option<String>,
    /// The entities of the text or caption.
    pub entities: Vec<Value>,
    /// `text`, `photo`, `voice`, …: the name of the message's field.
    pub kind: String,
    /// The caption, for what can have one.
    pub caption: Option<String>,
    /// The content's fields as Telegram has them.
    pub content: Value,
    /// The inline keyboard.
    pub buttons: Vec<Vec<Button>>,
    /// The message it answers, in this chat.
    pub reply_to: Option<i64>,
    /// The part of that message it quotes.
    pub quote: Option<String>,
    /// Arrived without a sound.
    pub silent: bool,
    /// Cannot be forwarded or saved.
    pub protected: bool,
    /// Changed after it was sent.
    pub edited: bool,
    /// Not there any more.
    pub deleted: bool,
    /// Pinned.
    pub pinned: bool,
    /// A copy of another message.
    pub copied: bool,
    /// A text of the bot's as it stands: sent without a mode to parse it in and without a keyboard.
    pub plain: bool,
    /// Forwarded with its origin shown.
    pub forwarded: bool,
    /// The forum topic.
    pub thread: Option<i64>,
    /// When it was sent, by the emulator's clock.
    pub date: DateTime<Utc>,
    /// The album it belongs to.
    pub album: Option<String>,
    /// `file_unique_id` of its file.
    pub file: Option<String>,
    /// The number of its content, which copies share.
    pub original: u64,
    /// The bot's reaction.
    pub reaction: Option<String>,
    /// The emoji people reacted with.
    pub reactions: Vec<String>,
}

/// An inline button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Button {
    /// The label.
    pub text: String,
    /// `callback_data`.
    pub data: Option<String>,
    /// The link it opens.
    pub url: Option<String>,
    /// What it copies.
    pub copy_text: Option<String>,
    /// Its colour, by meaning.
    pub style: Option<String>,
}

impl Seen {
    /// Whether a button has this label.
    pub fn has_button(&self, label: &str) -> bool {
        self.buttons.iter().flatten().any(|button| bare(&button.text) == bare(label))
    }

    pub(super) fn of(chat: &Chat, message: &Message) -> Self {
        let body = &message.body;
        let entities = body.fields.get("entities").or_else(|| body.fields.get("caption_entities"));
        Self {
            id: message.id,
            from_bot: message.from == Sender::Bot,
            from: if let Sender::Person(id) = message.from { Some(id) } else { None },
            text: body.words().to_owned(),
            html: body.html.clone(),
            entities: entities.and_then(Value::as_array).cloned().unwrap_or_default(),
            kind: body.kind.to_string(),
            caption: body.caption().map(str::to_owned),
            content: Value::Object(body.fields.clone()),
            buttons: message.inline.as_deref().map(buttons).unwrap_or_default(),
            reply_to: message.reply_to,
            quote: message.quote.as_deref().map(str::to_owned),
            silent: message.flags.silent,
            protected: message.flags.protected,
            edited: message.edited.is_some(),
            deleted: message.flags.deleted,
            pinned: chat.pinned.contains(&message.id),
            copied: message.flags.copied,
            plain: message.flags.plain,
            forwarded: message.forwarded.is_some(),
            thread: message.thread,
            date: DateTime::from_timestamp(message.date, 0).unwrap_or_default(),
            album: message.album.as_deref().map(str::to_owned),
            file: body.file().map(str::to_owned),
            original: body.id,
            reaction: message.reaction.as_deref().map(str::to_owned),
            reactions: message.reactions.iter().flat_map(|(_, shown)| shown).filter_map(emoji).collect(),
        }
    }
}

fn emoji(reaction: &Value) -> Option<String> {
    reaction.get("emoji")?.as_str().map(str::to_owned)
}

fn buttons(keyboard: &Value) -> Vec<Vec<Button>> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let button = |value: &Value| Button {
        text: text(value.get("text")).unwrap_or_default(),
        data: text(value.get("callback_data")),
        url: text(value.get("url")),
        copy_text: text(value.get("copy_text").and_then(|copy| copy.get("text"))),
        style: text(value.get("style")),
    };
    rows(keyboard).map(|row| row.iter().map(button).collect()).collect()
}

/// The labels of the reply keyboard in force.
pub(super) fn letters(chat: &Chat) -> Option<Vec<Vec<String>>> {
    let (_, keyboard) = chat.keyboard.as_ref()?;
    let label = |button: &Value| {
        let text = button.as_str().or_else(|| button.get("text")?.as_str());
        text.unwrap_or_default().to_owned()
    };
    let rows = keyboard.get("keyboard")?.as_array()?.iter().filter_map(Value::as_array);
    Some(rows.map(|row| row.iter().map(label).collect()).collect())
}

/// A few lines of a chat for error messages.
pub(super) fn glimpse(seen: &[Seen]) -> String {
    let newest = seen.len().saturating_sub(6);
    let line = |message: &Seen| {
        let who = if message.from_bot { "bot" } else { "person" };
        let labels: Vec<&str> = message.buttons.iter().flatten().map(|button| button.text.as_str()).collect();
        format!("\n  {} {who}: [{}] {:?} {labels:?}", message.id, message.kind, message.text)
    };
    seen.iter().skip(newest).map(line).collect()
}
