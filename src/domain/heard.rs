//! What someone did in Telegram, as far as the rules care: ids and kinds, and words only while they are in memory.

use super::case::Missing;
use super::id::{ChatId, LetterId, MessageId};
use super::reaction::Reacted;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One update, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Telegram's update id.
    pub update: i64,
    /// The chat it happened in.
    pub chat: ChatId,
    /// The user who did it; in a private chat the same number as `chat`.
    pub user: i64,
    /// The language of the user's app (IETF tag), a first guess only.
    pub app_language: Option<String>,
    /// When Telegram says it happened; `None` where it does not say.
    pub at: Option<DateTime<Utc>>,
    /// What happened.
    pub what: What,
}

/// The kinds of events the bot reacts to.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Someone wrote in her private chat.
    Wrote(Written),
    /// Someone changed a message of hers.
    Edited(Written),
    /// Someone reacted to a message in her private chat, or took her reaction away.
    Reacted {
        /// The message.
        message: MessageId,
        /// Her reaction now.
        reacted: Reacted,
    },
    /// A button of ours was pressed.
    Pressed {
        /// To be answered within Telegram's 150 s.
        query: String,
        /// The letter that offered the button; `None` when the data is not ours.
        button: Option<(LetterId, usize)>,
        /// The message the button hangs on.
        message: Option<MessageId>,
    },
    /// Someone blocked the bot, or let it in again.
    Blocked(bool),
    /// Something was written in a group the bot is in.
    InGroup(Written),
    /// The bot's own place in a group changed.
    GroupPlace(GroupPlace),
    /// The bot is in a channel now, where it has nothing to do.
    InChannel,
    /// A group became a supergroup with a new id.
    Moved {
        /// The new id.
        to: ChatId,
    },
    /// Nothing the rules know: a service message, a new kind of update.
    Nothing,
}

/// A message, without what it says unless it is text the bot may have to understand.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its number in its chat.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// Its text, in memory only: for commands, labels and awaited answers.
    pub text: Option<String>,
    /// The message it answers, in the same chat.
    pub reply_to: Option<MessageId>,
    /// The album it belongs to.
    pub album: Option<String>,
    /// The topic it stands in (groups).
    pub thread: Option<i64>,
    /// Its chat has topics (groups).
    pub forum: bool,
    /// It was forwarded from somewhere.
    pub forwarded: bool,
    /// It answers something in another chat.
    pub elsewhere: bool,
    /// The part of the message it answers that its writer chose.
    pub quote: Option<Quote>,
    /// What it says and shows.
    pub content: Content,
}

/// What a message says and shows, in memory only: it is never stored, and `Debug` shows nothing of it.
#[derive(Clone, Default, PartialEq)]
pub struct Content {
    /// Its text, or its medium's caption; empty if it has neither.
    pub words: String,
    /// The parts of the words that mean something to Telegram, in order.
    pub entities: Vec<Entity>,
    /// The same parts as Telegram wrote them (a JSON array), to be given back with a correction.
    pub marks: Option<String>,
    /// The file it shows.
    pub medium: Option<Medium>,
    /// What else it holds that no correction of a copy could bring, as Telegram wrote it.
    pub other: Option<String>,
    /// How the preview of its link is shown, as Telegram wrote it (a JSON object), if not as ever.
    pub preview: Option<String>,
    /// Its words stand above its medium.
    pub above: bool,
    /// What else its reader sees of it; of text as people write it, nothing.
    pub seen: Vec<Seen>,
}

/// Something of a message that its reader sees beside its words, in memory only.
#[derive(Clone, PartialEq)]
pub enum Seen {
    /// Words: a title, who plays, any string of a kind we have no name for.
    Words(String),
    /// A file's name.
    File(String),
    /// Where something leads: the address of a preview, a link in a kind we have no name for.
    Link(String),
    /// A phone number.
    Phone,
    /// Somebody's profile.
    Profile,
    /// A place on a map.
    Place,
    /// A contact card.
    Card,
}

/// A part of a message that a reply quotes, in memory only; `Debug` shows nothing of it.
#[derive(Clone, PartialEq)]
pub struct Quote {
    /// Its words, exactly as they stand in the message.
    pub words: String,
    /// The parts of the words that mean something to Telegram, as Telegram wrote them (a JSON array).
    pub marks: Option<String>,
}

impl std::fmt::Debug for Quote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Quote")
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content")
    }
}

/// What a message says after it was edited, in memory only.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// What it holds now.
    pub kind: Kind,
    /// What it says and shows now.
    pub content: Content,
    /// It shows another file than its copies, or shows it otherwise.
    pub new_file: bool,
}

impl Correction {
    /// Whether its words can be said without looking at the message again: a text, or what stands below a medium.
    pub fn has_words_of_its_own(&self) -> bool {
        match self.kind {
            Kind::Text => {
                let Content { words, medium, other, .. } = &self.content;
                !words.is_empty() && medium.is_none() && other.is_none()
            }
            Kind::Photo | Kind::Video | Kind::Animation | Kind::Voice | Kind::Audio | Kind::Document => {
                self.content.medium.is_some()
            }
            Kind::VideoNote
            | Kind::Sticker
            | Kind::Location
            | Kind::LiveLocation
            | Kind::Contact
            | Kind::Poll
            | Kind::Dice
            | Kind::Game
            | Kind::Checklist
            | Kind::Story
            | Kind::Paid
            | Kind::Unknown
            | Kind::Timer
            | Kind::Service => false,
        }
    }
}

/// A part of a message's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What Telegram takes it for.
    pub what: Mark,
    /// Where it begins, in UTF-16 units.
    pub from: usize,
    /// How long it is, in UTF-16 units.
    pub len: usize,
    /// Where it leads, if that does not stand in the words.
    pub link: Option<String>,
}

/// What Telegram takes a part of a message for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// An `@name`.
    Mention,
    /// A name that leads to a profile.
    Profile,
    /// A web address, in the words or behind them.
    Link,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Bold, a hashtag, an emoji: anything else.
    Other,
}

/// A file, as Telegram names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// The same for the same file, whoever sends it.
    pub unique: String,
    /// Lets a bot send the file again.
    pub id: String,
}

/// What a message shows beside words, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Medium {
    /// The field of a message that holds it.
    pub sort: &'static str,
    /// The file.
    pub file: File,
    /// It is covered until its reader taps on it.
    pub spoiler: bool,
    /// The picture that a video shows before it plays, if its writer chose one.
    pub cover: Option<File>,
    /// The second from which a video plays.
    pub starts: Option<i64>,
}

impl Medium {
    /// How the file is shown, in one line; nothing if as ever.
    pub fn manner(&self) -> String {
        let spoiler = if self.spoiler { "spoiler" } else { "" };
        let cover = self.cover.as_ref().map_or("", |cover| cover.unique.as_str());
        let starts = self.starts.map(|second| second.to_string()).unwrap_or_default();
        if spoiler.len() + cover.len() + starts.len() == 0 {
            return String::new();
        }
        format!("{spoiler} {starts} {cover}")
    }
}

/// What a message holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Text.
    Text,
    /// A photo.
    Photo,
    /// A video.
    Video,
    /// An animation.
    Animation,
    /// A voice note.
    Voice,
    /// A round video.
    VideoNote,
    /// Music.
    Audio,
    /// A file.
    Document,
    /// A sticker.
    Sticker,
    /// A place, or a venue.
    Location,
    /// A moving place: would be frozen by a copy.
    LiveLocation,
    /// A contact card.
    Contact,
    /// A poll or quiz: a copy would be another poll.
    Poll,
    /// A dice: a copy would roll again.
    Dice,
    /// A game.
    Game,
    /// A checklist: a copy loses its ticks.
    Checklist,
    /// A story, which shows its poster.
    Story,
    /// Paid media, invoices, giveaways: Telegram does not let bots copy them.
    Paid,
    /// Content we have no name for: tried by reference.
    Unknown,
    /// The chat's messages now delete themselves after a time.
    Timer,
    /// No content at all: pins, topics, timers, calls.
    Service,
}

impl Kind {
    /// The name kept in the ledger.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Animation => "animation",
            Self::Voice => "voice",
            Self::VideoNote => "video_note",
            Self::Audio => "audio",
            Self::Document => "document",
            Self::Sticker => "sticker",
            Self::Location => "location",
            Self::LiveLocation => "live_location",
            Self::Contact => "contact",
            Self::Poll => "poll",
            Self::Dice => "dice",
            Self::Game => "game",
            Self::Checklist => "checklist",
            Self::Story => "story",
            Self::Paid => "paid",
            Self::Unknown => "unknown",
            Self::Timer => "timer",
            Self::Service => "service",
        }
    }
}

/// What the bot is in a group, and what it may do there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a right of its own, as Telegram gives them")]
pub struct GroupPlace {
    /// It is a member at all.
    pub inside: bool,
    /// Its rights as an administrator.
    pub topics: bool,
    /// It may pin messages.
    pub pin: bool,
    /// It may delete messages.
    pub delete: bool,
    /// The group has topics switched on.
    pub forum: bool,
}

impl GroupPlace {
    /// What a coordinators' group needs and this one lacks.
    pub fn missing(self) -> Vec<Missing> {
        let topics = (!self.forum).then_some(Missing::Topics);
        let right = (!self.topics).then_some(Missing::Right);
        topics.into_iter().chain(right).collect()
    }
}
