//! What a leased letter asks for, and how carrying it can end.

use super::Errand;
use crate::domain::checkin::CheckinLetter;
use crate::domain::circle::CircleLetter;
use crate::domain::id::{ChatId, LetterId, MessageId, SourceId};
use crate::domain::letter::Letter;
use crate::domain::presence::Presence;
use crate::domain::reaction::Emoji;
use crate::domain::relay::RelayLetter;
use chrono::{DateTime, Utc};

/// What is to be done with a leased letter.
#[derive(Clone, Debug, PartialEq)]
pub enum Leased {
    /// Say it.
    Write(Letter),
    /// Say it in place of this message.
    Rewrite(MessageId, Letter),
    /// Take the buttons off this message.
    Clear(MessageId),
    /// Relay this message by reference, as an answer to that message in the recipient's chat.
    Copy {
        /// The ledger's row.
        source: Option<SourceId>,
        /// Where it was written.
        from: ChatId,
        /// Its number there.
        message: MessageId,
        /// What it answers, in the recipient's chat.
        reply_to: Option<MessageId>,
        /// Keep the recipient from passing it on.
        protect: bool,
    },
    /// Relay an album by reference.
    Album {
        /// The ledger's row of its first part.
        source: SourceId,
        /// Where it was written.
        from: ChatId,
        /// Its parts there, in increasing order.
        parts: Vec<MessageId>,
        /// Keep the recipient from passing it on.
        protect: bool,
    },
    /// Make a copy say what its message says now.
    Edit {
        /// The letter that is the copy.
        of: LetterId,
        /// The copy, in this chat; `None` if Telegram's answer to it could not be read.
        copy: Option<MessageId>,
        /// Where its message was written.
        from: ChatId,
        /// The message's number there.
        message: MessageId,
    },
    /// Show a reaction, or none any more.
    React(MessageId, Option<Emoji>),
    /// Delete messages; the chat is their author's, where it is told if that fails.
    Delete(Vec<MessageId>, Option<ChatId>),
    /// End a button's waiting.
    Toast(String, Option<Letter>),
    /// Make the case's topic.
    Topic,
    /// Make the room's topic, with this name.
    Room(Letter),
    /// Show the reader's commands.
    Commands,
    /// Look whether an account is in the group.
    Look(ChatId),
    /// Leave the chat.
    Leave,
    /// Nothing is left to do: what it referred to never became a message.
    Nothing,
}

impl Leased {
    /// Whether it brings somebody's message, or a line that stands among those of its conversation.
    pub(super) fn is_of_a_message(&self) -> bool {
        let line = |letter: &RelayLetter| {
            matches!(
                letter,
                RelayLetter::Forwarded | RelayLetter::AnswersElsewhere | RelayLetter::AlbumAnswers { .. }
            )
        };
        match self {
            Self::Copy { .. } | Self::Album { .. } => true,
            Self::Write(Letter::Relay(letter)) => line(letter) || self.names_its_author(),
            Self::Write(_) => self.names_its_author(),
            Self::Rewrite(..)
            | Self::Clear(_)
            | Self::Edit { .. }
            | Self::React(..)
            | Self::Delete(..)
            | Self::Toast(..)
            | Self::Topic
            | Self::Room(_)
            | Self::Commands
            | Self::Look(_)
            | Self::Leave
            | Self::Nothing => false,
        }
    }

    /// Whether it says itself whose the messages around it are.
    pub(super) fn names_its_author(&self) -> bool {
        matches!(
            self,
            Self::Write(
                Letter::Relay(RelayLetter::From { .. } | RelayLetter::TeamFrom { .. })
                    | Letter::Checkin(CheckinLetter::From { .. })
                    | Letter::Circle(CircleLetter::Joined { .. } | CircleLetter::Left { .. })
            )
        )
    }

    /// A line that only says whose the messages around it are keeps the phone quiet.
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Write(Letter::Relay(letter)) if letter.is_silent())
    }
}

impl Errand {
    /// How often it was tried, this time included. What ended with being asked to wait was no try.
    pub fn tries(&self) -> i64 {
        self.attempts % WAIT
    }

    /// The errand of the line right above it, if it has one.
    pub fn line(&self) -> Option<Self> {
        let line = Leased::Write(self.header.clone()?);
        Some(Self { what: line, header: None, reply_to: None, ..self.clone() })
    }

    /// The relayed message it is a copy of, and where that was written.
    pub fn message(&self) -> Option<(ChatId, SourceId)> {
        match self.what {
            Leased::Copy { from, source, .. } => source.map(|source| (from, source)),
            Leased::Album { from, source, .. } => Some((from, source)),
            Leased::Write(_)
            | Leased::Rewrite(..)
            | Leased::Clear(_)
            | Leased::Edit { .. }
            | Leased::React(..)
            | Leased::Delete(..)
            | Leased::Toast(..)
            | Leased::Topic
            | Leased::Room(_)
            | Leased::Commands
            | Leased::Look(_)
            | Leased::Leave
            | Leased::Nothing => None,
        }
    }

    /// As how many messages Telegram counts it: it does not limit the ends of buttons' waiting.
    pub fn sends(&self) -> usize {
        let header = usize::from(self.header.is_some());
        header
            + match &self.what {
                Leased::Write(_) | Leased::Rewrite(..) | Leased::Copy { .. } | Leased::Edit { .. } => 1,
                Leased::Album { parts, .. } => parts.len(),
                Leased::Clear(_)
                | Leased::React(..)
                | Leased::Delete(..)
                | Leased::Toast(..)
                | Leased::Topic
                | Leased::Room(_)
                | Leased::Commands
                | Leased::Look(_)
                | Leased::Leave
                | Leased::Nothing => 0,
            }
    }
}

/// A letter's number grows by one with each try, and by this with each that was [none](Tried::Not): so it only grows, tells
/// one lease from the next, and still says how many tries there were. Those are given up long before they are as many.
pub(super) const WAIT: i64 = 1000;

/// What a try came to after which a letter is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It does not count as one: all that was said is to wait, or to ask elsewhere.
    Not,
    /// It was in vain.
    InVain,
    /// It may have arrived.
    Perhaps,
}

/// How carrying a letter ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// It arrived, as this message if it became one.
    Sent(Option<MessageId>),
    /// An album arrived, as these messages; 0 stands for a number that nobody knows.
    Album(Vec<MessageId>),
    /// The topic was made.
    Topic(i64),
    /// Telegram said where the account stands to the group.
    Looked(Presence),
    /// Not now: this lane again at that moment.
    Later(DateTime<Utc>, Tried),
    /// The recipient cannot be reached: it is held.
    Held,
    /// What it refers to is gone: nothing to send.
    Withdrawn,
    /// It never will: the class of the refusal.
    Failed(&'static str),
}
