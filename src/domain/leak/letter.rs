//! Letters and answers about contacts. They hold ids and facts, never what the message says.

use super::Shown;
use crate::domain::heard::Kind;
use crate::domain::id::{ConversationId, MessageId, SourceId};
use serde::{Deserialize, Serialize};

/// A message that waits for its writer's word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Waiting {
    /// Its number in her chat.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// What it shows.
    pub shown: Shown,
    /// Where it is to go.
    pub conversation: ConversationId,
    /// What it answers.
    pub reply_to: Option<SourceId>,
    /// An earlier version of it is in the ledger: this one corrects it.
    pub corrects: Option<SourceId>,
    /// The album it belongs to.
    #[serde(default)]
    pub album: Option<String>,
    /// It was forwarded from somewhere.
    #[serde(default)]
    pub forwarded: bool,
    /// It answers something in another chat.
    #[serde(default)]
    pub elsewhere: bool,
    /// It could be taken for the bot's own words.
    #[serde(default)]
    pub poses: bool,
    /// It changes a message, and the change may have arrived before it was stopped.
    #[serde(default)]
    pub reached: bool,
    /// It was written in a stop: the ledger's row, with which it waits.
    #[serde(default)]
    pub waits: Option<SourceId>,
}

impl Waiting {
    /// A message of which no more is to be said.
    pub fn of(message: MessageId, kind: Kind, shown: Shown, conversation: ConversationId) -> Self {
        Self {
            message,
            kind,
            shown,
            conversation,
            reply_to: None,
            corrects: None,
            album: None,
            forwarded: false,
            elsewhere: false,
            poses: false,
            reached: false,
            waits: None,
        }
    }
}

/// Where somebody stands about swapping contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// She said yes, and not everybody has.
    Waits,
    /// Everybody said yes.
    Agreed,
    /// She has not said yes.
    No,
}

/// What the bot says about contacts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeakLetter {
    /// "This shows a phone number. Send it?"
    Ask(Waiting),
    /// It was not sent, and cannot be.
    Refused(Shown),
    /// It cannot be sent, and may have arrived before it was stopped.
    Reached(Shown),
    /// It was not sent again, as asked, or because nobody said so; it may have arrived before it was stopped.
    Kept,
    /// It was not sent: everybody must agree first.
    NotYet {
        /// What it shows.
        shown: Shown,
        /// Where.
        conversation: ConversationId,
        /// She has agreed herself.
        agreed: bool,
        /// There are more than two.
        circle: bool,
        /// It may have arrived before it was stopped.
        #[serde(default)]
        reached: bool,
    },
    /// "May you two swap contacts?"
    MaySwap {
        /// Where.
        conversation: ConversationId,
        /// The other's alias; in a circle none.
        partner: Option<String>,
    },
    /// How she stands about it, and how to change that.
    Stands {
        /// Where.
        conversation: ConversationId,
        /// How.
        stand: Stand,
        /// There are more than two.
        circle: bool,
    },
    /// Nothing is to be chosen: there is no conversation, or its programme does not ask.
    NoChoice,
}

/// What people answer about contacts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeakAnswer {
    /// Send it.
    Send(Waiting),
    /// Do not send it.
    Keep(Waiting),
    /// She wants to write to the team.
    Team,
    /// Contacts may be swapped.
    Agree(ConversationId),
    /// They may not, or not any more.
    Decline(ConversationId),
}

impl LeakLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<LeakAnswer> {
        match self {
            Self::Ask(waiting) => vec![LeakAnswer::Send(waiting.clone()), LeakAnswer::Keep(waiting.clone())],
            Self::Refused(_) | Self::Reached(_) => vec![LeakAnswer::Team],
            Self::NotYet { conversation, agreed: false, .. } | Self::MaySwap { conversation, .. } => {
                vec![LeakAnswer::Agree(*conversation), LeakAnswer::Decline(*conversation)]
            }
            Self::Stands { conversation, stand: Stand::No, .. } => vec![LeakAnswer::Agree(*conversation)],
            Self::Stands { conversation, stand: Stand::Waits | Stand::Agreed, .. } => {
                vec![LeakAnswer::Decline(*conversation)]
            }
            Self::NotYet { agreed: true, .. } | Self::NoChoice | Self::Kept => Vec::new(),
        }
    }
}

impl LeakAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Team => true,
            Self::Send(_) | Self::Keep(_) | Self::Agree(_) | Self::Decline(_) => false,
        }
    }
}
