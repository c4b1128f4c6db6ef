//! Ids are types, so that a person is never taken for a conversation.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

macro_rules! written {
    ($($name:ident),+ $(,)?) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

written!(
    ProgrammeId,
    PersonId,
    ConversationId,
    SourceId,
    LetterId,
    CheckinId,
    RoomId,
    InviteId,
    ChatId,
    MessageId
);

impl std::fmt::Display for CaseId {
    /// As it stands on a card. Cases that some of the team must not know of are counted apart: no gap tells of them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < 0 { write!(f, "S{}", self.0.unsigned_abs()) } else { self.0.fmt(f) }
    }
}

ids! {
    /// A programme; a deployment may host several.
    ProgrammeId,
    /// Someone in Lazo, whatever her role.
    PersonId,
    /// A pair or circle, or one participant's talk with her team.
    ConversationId,
    /// A message someone wrote that is being relayed: its place, never its words.
    SourceId,
    /// Something the bot owes a chat.
    LetterId,
    /// One check-in of one member.
    CheckinId,
    /// An escalation that someone must take. Below 0: one that some of the team must not know of.
    CaseId,
    /// Where copies of a supervised pair, or a report, are read.
    RoomId,
    /// A single-use invitation.
    InviteId,
    /// A Telegram chat. In a private chat it equals the user's id; groups are negative.
    ChatId,
    /// A message's number inside its chat. 0 means that nobody knows it: Telegram is still working on
    /// it, or its answer could not be read.
    MessageId,
}

impl ChatId {
    /// No chat: what nobody can read so far waits there for somebody who can.
    pub const NOWHERE: Self = Self(0);

    /// Whether a chat can get that id instead of this one: only a group moves, and only to another group.
    pub fn may_become(self, to: Self) -> bool {
        self.0 < 0 && to.0 < 0 && self != to
    }
}
