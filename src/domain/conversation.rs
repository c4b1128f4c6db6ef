//! A conversation: a pair or circle, or one participant's talk with her team.

use super::id::{ChatId, ConversationId, PersonId};
use super::person::Reach;
use serde::{Deserialize, Serialize};

/// What holds a conversation together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Mentees and mentors.
    Pair,
    /// One participant and the coordinator who looks after her.
    Team,
}

/// Where a conversation stands (spec: pair lifecycle). Health is computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Waits for everybody's yes.
    Proposed,
    /// Somebody said no.
    Declined,
    /// Nobody answered in time.
    Expired,
    /// Introduced: the relay is open.
    Active,
    /// Away until a date: what is written waits.
    Paused,
    /// Stopped for safety: what is written waits until a coordinator decides.
    Held,
    /// Ended by a human.
    Closed,
}

impl Phase {
    /// The conversation exists for its members: open, or open again soon.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Active | Self::Paused | Self::Held)
    }
}

/// A member's part in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The mentee's side.
    Mentee,
    /// The mentor's side.
    Mentor,
    /// The coordinator in a talk with the team.
    Team,
}

/// Somebody a message goes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub chat: ChatId,
    /// Whether Telegram lets us.
    pub reach: Reach,
}

/// A conversation as one of its members meets it when she writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// Which.
    pub id: ConversationId,
    /// Where it stands.
    pub phase: Phase,
    /// Everybody else who is in it now.
    pub others: Vec<Recipient>,
    /// An open case about its silence: contact closes it.
    pub silence_case: bool,
}
