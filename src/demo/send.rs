//! Messages of the bot: texts, files, places.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    body::Body,
    chats::{ChatKind, Message, Sender},
    content::{file, known_file},
    edit::preview,
    markup::Markup,
    params::{Params, integer, truth},
    refuse::{Answer, Refusal},
    text::Formatted,
    world::{Wish, World},
};

/// Where a new message goes and what it carries besides its content.
#[derive(Debug, Clone)]
pub(super) struct Envelope {
    pub(super) chat: i64,
    thread: Option<i64>,
    pub(super) reply_to: Option<i64>,
    quote: Option<Arc<str>>,
    silent: bool,
    protected: bool,
    markup: Option<Markup>,
}

impl Envelope {
    /// Reads and checks all that is common to sending, in Telegram's order: keyboard, chat, topic, reply.
    pub(super) fn read(world: &mut World, params: &Params) -> Result<Self, Refusal> {
        let markup = Markup::read(params)?;
        let reply = params.json("reply_parameters")?;
        let chat = chat_id(params)?;
        world.chat(Some(chat), Wish::Write)?;
        let thread = thread(world, chat, params.integer("message_thread_id"))?;
        let reply_to = match reply.as_deref().and_then(|reply| integer(reply.get("message_id")?)) {
            Some(to) if to > 0 => replied(world, chat, to, reply.as_deref())?,
            _ => None,
        };
        let quote = reply.as_deref().filter(|_| reply_to.is_some());
        let quote = quote.and_then(|reply| reply.get("quote")?.as_str()).map(Arc::from);
        let silent = params.truth("disable_notification");
        Ok(Self { chat, thread, reply_to, quote, silent, protected: params.truth("protect_content"), markup })
    }

    /// Delivers `body` and returns the new message's id.
    pub(super) fn deliver(self, world: &mut World, body: Arc<Body>, copied: bool) -> Result<i64, Refusal> {
        let private = self.chat > 0;
        let voice = matches!(body.kind.as_ref(), "voice" | "video_note");
        if private && voice && world.people.get(&self.chat).is_some_and(|account| account.forbids_voice) {
            return Err(Refusal::bad("VOICE_MESSAGES_FORBIDDEN"));
        }
        let mut message = Message::new(Sender::Bot, world.unix(), body);
        message.thread = self.thread;
        message.reply_to = self.reply_to;
        message.quote = self.quote;
        message.flags.silent = self.silent;
        message.flags.protected = self.protected;
        message.flags.copied = copied;
        let mut keyboard = None;
        match self.markup {
            Some(Markup::Inline(inline)) => message.inline = Some(Arc::new(inline)),
            Some(Markup::Keyboard(letters)) => {
                message.flags.keyboard = true;
                keyboard = Some(Some(letters));
            }
            Some(Markup::Remove) => {
                message.flags.keyboard = true;
                keyboard = Some(None);
            }
            Some(Markup::ForceReply) => message.flags.keyboard = true,
            None => {}
        }
        let id = world.add(self.chat, message);
        if let (Some(keyboard), Some(chat)) = (keyboard, world.chats.get_mut(&self.chat)) {
            chat.keyboard = keyboard.map(|letters| (id, letters));
        }
        Ok(id)
    }
}

/// The parameter `chat_id`.
pub(super) fn chat_id(params: &Params) -> Result<i64, Refusal> {
    match params.text("chat_id") {
        None => Err(Refusal::bad("chat_id is empty")),
        Some(text) if text.is_empty() => Err(Refusal::bad("chat_id is empty")),
        Some(text) => text.parse().map_err(|_| Refusal::bad("chat not found")),
    }
}

fn thread(world: &World, chat: i64, thread: Option<i64>) -> Result<Option<i64>, Refusal> {
    let (Some(thread), Some(chat)) = (thread.filter(|thread| *thread > 0), world.chats.get(&chat)) else {
        return Ok(None);
    };
    let known = chat.topics.get(&thread);
    if let Some(topic) = known {
        return if topic.closed && !chat.allows("can_manage_topics") {
            Err(Refusal::bad("TOPIC_CLOSED"))
        } else {
            Ok(Some(thread))
        };
    }
    match chat.kind {
        // Without topics a thread means nothing: the message lands in the main chat, silently.
        ChatKind::Group | ChatKind::Channel => Ok(None),
        ChatKind::Supergroup if !chat.forum => Ok(None),
        ChatKind::Private | ChatKind::Supergroup if chat.lenient_topics => Ok(None),
        ChatKind::Private | ChatKind::Supergroup => Err(Refusal::bad("message thread not found")),
    }
}

fn replied(world: &World, chat: i64, to: i64, reply: Option<&Value>) -> Result<Option<i64>, Refusal> {
    let option = |name: &str| reply.and_then(|reply| reply.get(name));
    let Some(message) = world.chats.get(&chat).and_then(|chat| chat.message(to)) else {
        return if option("allow_sending_without_reply").is_some_and(truth) {
            Ok(None)
        } else {
            Err(Refusal::bad("message to be replied not found"))
        };
    };
    match option("quote").and_then(Value::as_str) {
        Some(quote) if !message.body.words().contains(quote) => Err(Refusal::bad("QUOTE_TEXT_INVALID")),
        _ => Ok(Some(to)),
    }
}

/// `sendMessage`
pub(super) fn message(world: &mut World, params: &Params) -> Answer {
    let text = Formatted::text(params, "text", "message is too long")?;
    let envelope = Envelope::read(world, params)?;
    let plain = envelope.markup.is_none() && params.text("parse_mode").is_none();
    let body = Body::text(world.new_content(), text).shown(preview(params)?);
    let chat = envelope.chat;
    let id = envelope.deliver(world, Arc::new(body), false)?;
    if let Some(message) = world.chats.get_mut(&chat).and_then(|chat| chat.message_mut(id)) {
        message.flags.plain = plain;
    }
    Ok(world.message_json(chat, id))
}

fn finish(world: &mut World, envelope: Envelope, body: Body) -> Answer {
    let chat = envelope.chat;
    let id = envelope.deliver(world, Arc::new(body), false)?;
    Ok(world.message_json(chat, id))
}

/// `sendPhoto` and its sisters; `kind` is the field of the request and of the message.
fn media(world: &mut World, params: &Params, kind: &'static str) -> Answer {
    let caption = match kind {
        "video_note" | "sticker" => None,
        _ => Formatted::caption(params)?,
    };
    let new = world.new_content();
    let id = given_file(world, params, kind, new)?;
    let envelope = Envelope::read(world, params)?;
    let mut thing = file(kind, id);
    let upload = params.files.get(kind).filter(|_| kind == "document");
    if let (Some(upload), Some(fields)) = (upload, thing.as_object_mut()) {
        fields.insert("file_name".to_owned(), upload.name.clone().into());
    }
    finish(world, envelope, Body::media(new, kind, thing, caption))
}

/// The number of the file in parameter `kind`: a form part, `attach://` another part, a `file_id`, or an address.
fn given_file(world: &mut World, params: &Params, kind: &'static str, new: u64) -> Result<u64, Refusal> {
    let text = params.text(kind);
    let part = text.as_deref().and_then(|text| text.strip_prefix("attach://")).unwrap_or(kind);
    if let Some(upload) = params.files.get(part) {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        world.files.insert(new, upload.bytes.clone());
        return Ok(new);
    }
    match text.as_deref() {
        None | Some("") => {
            Err(Refusal::bad(&format!("there is no {} in the request", kind.replace('_', " "))))
        }
        Some(address) if address.starts_with("https://") || address.starts_with("http://") => Ok(new),
        Some(id) => known_file(kind, id)
            .filter(|id| world.has_content(*id))
            .ok_or_else(|| Refusal::bad("wrong file identifier/HTTP URL specified")),
    }
}

/// `sendPhoto`
pub(super) fn photo(world: &mut World, params: &Params) -> Answer {
    media(world, params, "photo")
}

/// `sendDocument`
pub(super) fn document(world: &mut World, params: &Params) -> Answer {
    media(world, params, "document")
}

/// `sendVoice`
pub(super) fn voice(world: &mut World, params: &Params) -> Answer {
    media(world, params, "voice")
}

/// `sendAudio`
pub(super) fn audio(world: &mut World, params: &Params) -> Answer {
    media(world, params, "audio")
}

/// `sendVideo`
pub(super) fn video(world: &mut World, params: &Params) -> Answer {
    media(world, params, "video")
}

/// `sendAnimation`
pub(super) fn animation(world: &mut World, params: &Params) -> Answer {
    media(world, params, "animation")
}

/// `sendVideoNote`
pub(super) fn video_note(world: &mut World, params: &Params) -> Answer {
    media(world, params, "video_note")
}

/// `sendSticker`
pub(super) fn sticker(world: &mut World, params: &Params) -> Answer {
    media(world, params, "sticker")
}

/// `sendLocation`
pub(super) fn location(world: &mut World, params: &Params) -> Answer {
    let degrees = |name: &str| params.text(name).and_then(|text| text.parse::<f64>().ok());
    let latitude = degrees("latitude").ok_or_else(|| Refusal::bad("latitude is empty"))?;
    let longitude = degrees("longitude").ok_or_else(|| Refusal::bad("longitude is empty"))?;
    let envelope = Envelope::read(world, params)?;
    let place = json!({ "latitude": latitude, "longitude": longitude });
    let body = Body::media(world.new_content(), "location", place, None);
    finish(world, envelope, body)
}

/// `sendChatAction`
pub(super) fn action(world: &mut World, params: &Params) -> Answer {
    const ACTIONS: [&str; 11] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    if !params.text("action").is_some_and(|action| ACTIONS.contains(&action.as_ref())) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.chat(Some(chat_id(params)?), Wish::Write)?;
    Ok(true.into())
}
