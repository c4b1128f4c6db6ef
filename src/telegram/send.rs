//! A leased letter and its words → one call to the Bot API.

use super::api::{Api, Never, Refused};
use super::buttons;
use super::copies::{Album, Copy, Reply, Words, delete, react};
use super::correct::correct;
use super::rooms::{close_topic, delete_topic, leave, look, topic};
use crate::domain::heard::{Correction, Quote};
use crate::domain::id::{ChatId, LetterId, MessageId};
use crate::store::{Carried, Errand, Leased};
use crate::words::{Button, Does, Screen};
use reqwest::Url;
use serde::Deserialize;
use serde_json::json;
use teloxide_core::payloads::{
    AnswerCallbackQuery, EditMessageReplyMarkup, EditMessageText, SendMessage, SetMyCommands,
};
use teloxide_core::types::{
    self as tg, BotCommand, BotCommandScope, CallbackQueryId, InlineKeyboardButton, InlineKeyboardButtonKind,
    InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup, LinkPreviewOptions, ParseMode, Recipient,
    ReplyMarkup, ReplyParameters, ThreadId,
};

/// What a letter says, once its words were found.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing: a copy, or buttons to be taken off.
    Nothing,
    /// What a copy quotes of the message it answers.
    Quote(Quote),
    /// What a copy says, whatever its message says by now, and what it quotes.
    Judged(Box<Correction>, Option<Quote>),
    /// What a message says now.
    Correction(Box<Correction>),
    /// A screen.
    Screen(Box<Screen>),
    /// A toast's text.
    Toast(String),
    /// A topic's name.
    Topic(String),
    /// Commands and their descriptions.
    Commands(Vec<(&'static str, String)>),
}

#[derive(Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i64,
}

/// What edits answer: the message, or `true`.
#[derive(Deserialize)]
pub(super) struct Ignored(serde::de::IgnoredAny);

/// Carries one letter. `silent` keeps the phone quiet. Only what can be true of its chat is believed.
pub async fn carry(api: &Api, errand: &Errand, said: &Said, silent: bool) -> Result<Carried, Refused> {
    match call(api, errand, said, silent).await {
        Err(Refused::Moved(to)) if !errand.lane.may_become(to) => Err(Refused::Never(Never::Other)),
        carried => carried,
    }
}

async fn call(api: &Api, errand: &Errand, said: &Said, silent: bool) -> Result<Carried, Refused> {
    let lane = errand.lane;
    match (&errand.what, said) {
        (Leased::Copy { .. }, said) => copy(api, errand, said, silent).await,
        (Leased::Album { from, parts, protect, .. }, _) => {
            let album = Album {
                chat_id: lane,
                from_chat_id: *from,
                message_ids: parts,
                message_thread_id: errand.thread,
                disable_notification: silent.then_some(true),
                protect_content: protect.then_some(true),
            };
            album.carry(api).await
        }
        (Leased::Edit { copy, .. }, Said::Correction(it)) => correct(api, lane, *copy, Some(it)).await,
        (Leased::Edit { copy, .. }, _) => correct(api, lane, *copy, None).await,
        (Leased::React(message, emoji), _) => react(api, lane, *message, *emoji).await,
        (Leased::Delete(messages, _), _) => delete(api, lane, messages).await,
        (Leased::Write(_), Said::Screen(screen)) => write(api, errand, screen, silent).await,
        (Leased::Rewrite(message, _), Said::Screen(screen)) => rewrite(api, errand, *message, screen).await,
        (Leased::Clear(message), _) => clear(api, lane, *message).await,
        (Leased::Toast(query, _), said) => toast(api, query, said).await,
        (Leased::Room(_), Said::Topic(name)) => match errand.thread {
            Some(_) => Ok(Carried::Withdrawn),
            None => topic(api, lane, name).await,
        },
        (Leased::Topic, Said::Topic(name)) => match (errand.room, errand.thread) {
            (Some(_), Some(thread)) => delete_topic(api, lane, thread).await,
            (Some(_), None) => Ok(Carried::Withdrawn),
            (None, Some(thread)) => close_topic(api, lane, thread).await,
            (None, None) => topic(api, lane, name).await,
        },
        (Leased::Commands, Said::Commands(list)) => commands(api, lane, list).await,
        (Leased::Look(account), _) => look(api, lane, *account).await,
        (Leased::Leave, _) => leave(api, lane).await,
        (
            Leased::Nothing
            | Leased::Write(_)
            | Leased::Rewrite(..)
            | Leased::Topic
            | Leased::Room(_)
            | Leased::Commands,
            _,
        ) => Ok(Carried::Withdrawn),
    }
}

/// Copies a message, by reference or as the words that were judged; what it answers is quoted if there is a quote.
async fn copy(api: &Api, errand: &Errand, said: &Said, silent: bool) -> Result<Carried, Refused> {
    let Leased::Copy { from, message, reply_to, protect, .. } = &errand.what else {
        return Ok(Carried::Withdrawn);
    };
    let (words, quote) = match said {
        Said::Quote(quote) => (None, Some(quote)),
        Said::Judged(words, quote) => (Some(&**words), quote.as_ref()),
        Said::Nothing
        | Said::Correction(_)
        | Said::Screen(_)
        | Said::Toast(_)
        | Said::Topic(_)
        | Said::Commands(_) => (None, None),
    };
    let copy = Copy {
        chat_id: errand.lane,
        from_chat_id: Some(*from),
        message_id: Some(*message),
        message_thread_id: errand.thread,
        disable_notification: silent.then_some(true),
        protect_content: protect.then_some(true),
        reply_parameters: reply_to.map(|message| Reply::new(message, quote)),
        words: words.and_then(Words::of),
    };
    copy.carry(api).await
}

/// Takes the buttons off a message.
async fn clear(api: &Api, lane: ChatId, message: MessageId) -> Result<Carried, Refused> {
    let mut call = EditMessageReplyMarkup::new(to(lane), number(message));
    call.reply_markup = Some(InlineKeyboardMarkup::default());
    done(api.call::<_, Ignored>(&call).await)
}

/// Ends a button's waiting.
async fn toast(api: &Api, query: &str, said: &Said) -> Result<Carried, Refused> {
    let mut call = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
    if let Said::Toast(text) = said {
        call.text = Some(text.clone());
    }
    done(api.call::<_, Ignored>(&call).await)
}

/// Ends a button's waiting with a text that stays until it is read. Past the lanes: for when there is no store.
pub async fn alert(api: &Api, query: &str, text: String) -> Result<(), Refused> {
    let mut call = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
    (call.text, call.show_alert) = (Some(text), Some(true));
    api.call::<_, Ignored>(&call).await.map(drop)
}

/// Shows somebody a screen without buttons, past the lanes: for when there is no store.
pub async fn at_once(api: &Api, chat: ChatId, screen: &Screen) -> Result<(), Refused> {
    let mut call = SendMessage::new(to(chat), screen.text.as_str());
    (call.parse_mode, call.link_preview_options) = (Some(ParseMode::Html), Some(no_preview()));
    api.call::<_, Ignored>(&call).await.map(drop)
}

/// Shows a chat its commands.
async fn commands(api: &Api, lane: ChatId, list: &[(&'static str, String)]) -> Result<Carried, Refused> {
    let mut call = SetMyCommands::new(list.iter().map(|(name, about)| BotCommand::new(*name, about.clone())));
    call.scope = Some(BotCommandScope::Chat { chat_id: to(lane) });
    done(api.call::<_, Ignored>(&call).await)
}

pub(super) fn done(result: Result<Ignored, Refused>) -> Result<Carried, Refused> {
    match result {
        Ok(_) | Err(Refused::Never(Never::AlreadySo | Never::Over | Never::TargetGone) | Refused::Unread) => {
            Ok(Carried::Sent(None))
        }
        Err(why) => Err(why),
    }
}

pub(super) fn arrived(result: Result<Sent, Refused>) -> Result<Carried, Refused> {
    match result {
        Ok(sent) => Ok(Carried::Sent(Some(MessageId(sent.message_id)))),
        Err(Refused::Unread) => Ok(Carried::Sent(None)),
        Err(why) => Err(why),
    }
}

async fn write(api: &Api, errand: &Errand, screen: &Screen, silent: bool) -> Result<Carried, Refused> {
    if let Some(png) = &screen.picture {
        let sent = picture(api, errand, screen, png.clone()).await;
        // Whatever is wrong with the picture, its words arrive.
        if !matches!(sent, Err(Refused::Never(_))) {
            return sent;
        }
    }
    let mut call = SendMessage::new(to(errand.lane), screen.text.as_str());
    call.parse_mode = Some(ParseMode::Html);
    call.link_preview_options = Some(no_preview());
    call.disable_notification = silent.then_some(true);
    call.message_thread_id = errand.thread.map(|thread| ThreadId(number(MessageId(thread))));
    call.reply_markup = markup(errand.id, screen);
    call.reply_parameters = errand.reply_to.map(reply);
    let carried = arrived(api.call(&call).await)?;
    if let (Some(true), Carried::Sent(Some(message))) = (screen.pinned, &carried) {
        pin(api, errand.lane, *message, true).await;
    }
    Ok(carried)
}

/// Pins a message, or takes it off. An ornament: what it says stands in the chat anyway.
async fn pin(api: &Api, lane: ChatId, message: MessageId, on: bool) {
    let body = json!({ "chat_id": lane, "message_id": message });
    let body = if on {
        json!({ "chat_id": lane, "message_id": message, "disable_notification": true })
    } else {
        body
    };
    let method = if on { "PinChatMessage" } else { "UnpinChatMessage" };
    if let Err(why) = api.ask::<Ignored>(method, &body).await {
        tracing::debug!(?why, chat = lane.0, "a line could not be pinned or taken off");
    }
}

async fn picture(api: &Api, errand: &Errand, screen: &Screen, png: Vec<u8>) -> Result<Carried, Refused> {
    let mut fields = vec![
        ("chat_id", errand.lane.to_string()),
        ("caption", screen.text.as_str().to_owned()),
        ("parse_mode", "HTML".to_owned()),
    ];
    if let Some(markup) = markup(errand.id, screen) {
        fields.push(("reply_markup", json!(markup).to_string()));
    }
    arrived(api.photo(fields, png).await)
}

async fn rewrite(
    api: &Api,
    errand: &Errand,
    message: MessageId,
    screen: &Screen,
) -> Result<Carried, Refused> {
    let mut call = EditMessageText::new(to(errand.lane), number(message), screen.text.as_str());
    call.parse_mode = Some(ParseMode::Html);
    call.link_preview_options = Some(no_preview());
    call.reply_markup = Some(inline(errand.id, &screen.buttons));
    if screen.pinned == Some(false) {
        pin(api, errand.lane, message, false).await;
    }
    match api.call::<_, Ignored>(&call).await {
        // Words about a deletion or a tap do not say that a screen was changed.
        Err(Refused::Never(why @ (Never::TargetGone | Never::Over))) => Err(Refused::Never(why)),
        result => done(result),
    }
}

pub(super) fn to(chat: ChatId) -> Recipient {
    Recipient::Id(tg::ChatId(chat.0))
}

/// Message numbers are 32 bits wide in Telegram; anything else was never a message's.
pub(super) fn number(message: MessageId) -> tg::MessageId {
    tg::MessageId(i32::try_from(message.0).unwrap_or_default())
}

/// An answer to a message, or a message of its own if that one is gone.
fn reply(message: MessageId) -> ReplyParameters {
    let mut reply = ReplyParameters::new(number(message));
    reply.allow_sending_without_reply = Some(true);
    reply
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn markup(letter: LetterId, screen: &Screen) -> Option<ReplyMarkup> {
    if !screen.buttons.is_empty() {
        return Some(ReplyMarkup::InlineKeyboard(inline(letter, &screen.buttons)));
    }
    let keyboard = screen.keyboard.as_ref()?;
    let rows = keyboard.iter().map(|row| row.iter().map(|label| KeyboardButton::new(label.clone())));
    let mut markup = KeyboardMarkup::new(rows);
    markup.is_persistent = true;
    markup.resize_keyboard = true;
    if let Some(placeholder) = &screen.placeholder {
        markup.input_field_placeholder.clone_from(placeholder);
    }
    Some(ReplyMarkup::Keyboard(markup))
}

fn inline(letter: LetterId, rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(rows.iter().map(|row| row.iter().map(|button| inline_button(letter, button))))
}

fn copies(text: &str) -> InlineKeyboardButtonKind {
    InlineKeyboardButtonKind::CopyText(tg::CopyTextButton { text: text.to_owned() })
}

fn inline_button(letter: LetterId, button: &Button) -> InlineKeyboardButton {
    let kind = match &button.does {
        Does::Answer(index) => InlineKeyboardButtonKind::CallbackData(buttons::data(letter, *index)),
        Does::Copy(text) => copies(text),
        // What is no address can still be copied.
        Does::Open(link) => Url::parse(link).map_or_else(|_| copies(link), InlineKeyboardButtonKind::Url),
    };
    InlineKeyboardButton::new(button.label.clone(), kind)
}
