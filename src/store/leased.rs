//! What a leased letter asks for, and how carrying it can end.

use crate::domain::id::{ChatId, LetterId, MessageId, SourceId};
use crate::domain::letter::Letter;
use crate::domain::reaction::Emoji;
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
        /// The copy, in this chat.
        copy: MessageId,
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
    /// Nothing is left to do: what it referred to never became a message.
    Nothing,
}

/// How carrying a letter ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// It arrived, as this message if it became one.
    Sent(Option<MessageId>),
    /// An album arrived, as these messages.
    Album(Vec<MessageId>),
    /// The topic was made.
    Topic(i64),
    /// Not now: this lane again at that moment. The flag says whether this try may have arrived.
    Later(DateTime<Utc>, bool),
    /// The recipient cannot be reached: it is held.
    Held,
    /// What it refers to is gone: nothing to send.
    Withdrawn,
    /// It never will: the class of the refusal.
    Failed(&'static str),
}
