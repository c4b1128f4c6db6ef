//! Ids are types, so that a person is never taken for a conversation.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
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
    /// An escalation that someone must take.
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
