//! What a visitor may do on a phone. It comes from a browser, so it is checked; what Telegram would refuse is refused
//! in Telegram's manner.

use super::cast::CAST;
use super::crowd::{As, GROUP};
use super::world::{Trouble, World};
use crate::demo::{Button, Content, Phone, Seen};
use chrono::TimeDelta;
use serde::Deserialize;

/// Longest message, in UTF-16 units.
const LONGEST: usize = 4096;

/// An act on one of the phones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    phone: usize,
    act: Act,
    /// In the group: on whose phone.
    #[serde(default)]
    by: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Act {
    Say { text: String, reply_to: Option<i64>, quote: Option<String> },
    Send { what: Thing, reply_to: Option<i64> },
    Edit { message: i64, text: String },
    React { message: i64, emoji: Option<String> },
    Undo { message: i64 },
    Press { message: i64, row: usize, column: usize },
    Key { label: String },
    Open { link: String },
    Start,
    Block,
    Unblock,
    Voiceless,
    Language { code: String },
    Join { part: As },
}

/// What the paper clip offers.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Thing {
    Photo,
    Album,
    Voice,
    Sticker,
    Location,
    Contact,
    Document,
}

/// What became of an act.
pub(super) enum Done {
    Done,
    /// Telegram refuses, and says why.
    Refused(String),
}

/// Reactions that the page offers, all of Telegram's fixed list.
pub(super) const EMOJI: [&str; 8] = ["❤", "👍", "🙏", "😁", "🎉", "😢", "🔥", "👏"];

impl World {
    /// Does what a visitor wishes.
    pub(super) async fn does(&self, wish: Wish) -> Result<Done, Trouble> {
        if wish.phone == GROUP {
            return Ok(self.does_in_group(wish.by, wish.act));
        }
        let Some(phone) = self.phone(wish.phone) else { return Ok(refused("chat not found")) };
        let phone = &phone;
        Ok(match wish.act {
            Act::Say { text, reply_to: Some(to), quote: Some(quote) } => {
                quote_and_say(phone, to, &quote, &text)
            }
            Act::Say { text, reply_to, quote: _ } => say(phone, &text, reply_to),
            Act::Send { what, reply_to } => send(phone, what, reply_to),
            Act::Edit { message, text } => self.edit(phone, message, &text),
            Act::React { message, emoji } => react(phone, message, emoji.as_deref()),
            Act::Undo { message } => match own(phone, message) {
                Some(_) => say(phone, "/undo", Some(message)),
                None => refused("message to be replied not found"),
            },
            Act::Press { message, row, column } => press(phone, message, row, column),
            Act::Key { label } => match phone.keyboard() {
                Some(keys) if keys.concat().contains(&label) => say(phone, &label, None),
                _ => refused("this key is not on the keyboard any more"),
            },
            Act::Open { link } => match phone.opens(&link) {
                Some(_) => Done::Done,
                None => refused("this link leads out of the demo"),
            },
            Act::Start => {
                phone.starts(None);
                Done::Done
            }
            Act::Block => {
                phone.blocks();
                Done::Done
            }
            Act::Unblock => {
                phone.unblocks();
                Done::Done
            }
            Act::Voiceless => {
                phone.forbids_voice();
                Done::Done
            }
            Act::Language { code } => return self.speaks(wish.phone, &code).await,
            Act::Join { part } => return self.comes(wish.phone, part).await,
        })
    }

    /// The phone's language, and the bot's on it: what a person would tap, in one go.
    async fn speaks(&self, place: usize, code: &str) -> Result<Done, Trouble> {
        let known = self.words.languages().into_iter().find(|it| it.lang.as_str() == code);
        let Some(language) = known else { return Ok(refused("there is no such language")) };
        let actor = self.actor(place)?;
        actor.phone.reads_in(code);
        if !actor.phone.has_started() || actor.phone.is_blocking() {
            return Ok(Done::Done);
        }
        let _turn = self.turn.lock().await;
        actor.says("/language").await?;
        // Whoever has not joined yet is asked nothing; the app's language is all she has. Of what she may still be asked
        // besides, such as which languages she speaks, nothing is answered.
        let offers = |button: &Button| button.text.contains(language.name.as_str());
        let asked = actor.phone.last().filter(|last| last.buttons.iter().flatten().any(offers));
        if let Some(asked) = asked {
            // Whatever a visitor does meanwhile.
            let _ = actor.phone.presses_on(asked.id, language.name.as_str());
            self.rests().await?;
        }
        Ok(Done::Done)
    }

    fn edit(&self, phone: &Phone, message: i64, text: &str) -> Done {
        let Some(seen) = own(phone, message) else { return refused("message to edit not found") };
        if self.now() - seen.date > TimeDelta::hours(48) {
            return refused("message can't be edited: it is older than 48 hours");
        }
        if !["text", "photo", "document"].contains(&seen.kind.as_str()) {
            return refused("there is no text in the message to edit");
        }
        match checked(text) {
            Ok(text) if text == seen.text => refused("message is not modified"),
            Ok(text) => {
                phone.edits(message, text);
                Done::Done
            }
            Err(why) => refused(why),
        }
    }
}

pub(super) fn refused(why: &str) -> Done {
    Done::Refused(why.to_owned())
}

/// A text that Telegram takes.
pub(super) fn checked(text: &str) -> Result<&str, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Err("message text is empty");
    }
    if text.encode_utf16().count() > LONGEST { Err("message is too long") } else { Ok(text) }
}

/// A message on her screen.
fn on_screen(phone: &Phone, message: i64) -> Option<Seen> {
    phone.screen().into_iter().find(|seen| seen.id == message)
}

/// A message of her own on her screen.
fn own(phone: &Phone, message: i64) -> Option<Seen> {
    on_screen(phone, message).filter(|seen| !seen.from_bot)
}

fn say(phone: &Phone, text: &str, reply_to: Option<i64>) -> Done {
    match checked(text) {
        Ok(text) => write(phone, text.into(), reply_to),
        Err(why) => refused(why),
    }
}

/// Answers a part of a message that she chose.
fn quote_and_say(phone: &Phone, to: i64, quote: &str, text: &str) -> Done {
    let there = on_screen(phone, to).is_some_and(|seen| !quote.is_empty() && seen.text.contains(quote));
    match checked(text) {
        Ok(_) if !there => refused("QUOTE_TEXT_INVALID"),
        Ok(text) => {
            phone.quotes(to, quote, text);
            Done::Done
        }
        Err(why) => refused(why),
    }
}

fn write(phone: &Phone, content: Content, reply_to: Option<i64>) -> Done {
    match reply_to {
        Some(to) if on_screen(phone, to).is_none() => return refused("message to be replied not found"),
        Some(to) => phone.replies(to, content),
        None => phone.sends(content),
    };
    Done::Done
}

fn send(phone: &Phone, what: Thing, reply_to: Option<i64>) -> Done {
    let content = match what {
        Thing::Photo => Content::Photo { caption: None },
        Thing::Voice => Content::Voice,
        Thing::Sticker => Content::Sticker,
        Thing::Location => Content::Location { live: false },
        Thing::Contact => {
            let name = CAST.iter().find(|role| role.person().id == phone.id()).map_or("", |role| role.name);
            Content::Contact { phone: "+34 600 123 456".to_owned(), name: name.to_owned() }
        }
        Thing::Document => Content::Document { name: "timetable.pdf".to_owned(), caption: None },
        Thing::Album => {
            let album = phone.screen().len().to_string();
            for _ in 0..3 {
                let part = Content::AlbumPhoto { album: album.clone(), caption: None };
                match write(phone, part, reply_to) {
                    Done::Done => {}
                    refused @ Done::Refused(_) => return refused,
                }
            }
            return Done::Done;
        }
    };
    write(phone, content, reply_to)
}

fn react(phone: &Phone, message: i64, emoji: Option<&str>) -> Done {
    let done = match emoji {
        Some(emoji) if !EMOJI.contains(&emoji) => return refused("REACTION_INVALID"),
        Some(emoji) => phone.reacts(message, emoji),
        None => phone.unreacts(message),
    };
    if done { Done::Done } else { refused("message to react not found") }
}

fn press(phone: &Phone, message: i64, row: usize, column: usize) -> Done {
    let seen = on_screen(phone, message);
    let button = seen.and_then(|seen| seen.buttons.get(row)?.get(column).cloned());
    match button.map(|button| button.data) {
        Some(Some(data)) => {
            phone.sends_callback(message, &data);
            Done::Done
        }
        // A link or a copy button does its work on the phone.
        Some(None) => Done::Done,
        None => refused("this button is not there any more"),
    }
}
