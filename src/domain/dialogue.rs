//! What the bot waits for from a person: her next words are an answer to it, never a message to her partner.

use super::heard::Kind;
use super::id::{CheckinId, LetterId};
use serde::{Deserialize, Serialize};

/// An open question. While one is open, what the person writes does not go to her partner unasked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "waits_for")]
pub enum Dialogue {
    /// The step of joining that waits for typed words.
    Join,
    /// The step of setting the programme up that waits for typed words.
    Setup,
    /// The next message goes to the team (`programme.md`: write to the team), if it comes before `until` (epoch ms).
    Team {
        /// Epoch ms.
        until: i64,
    },
    /// A check-in question is open: the first message that is neither a reply nor an answer is held and asked about.
    Checkin {
        /// Which check-in.
        checkin: CheckinId,
        /// One was asked about already: what follows goes to the partner, unless it reads like an answer.
        asked: bool,
    },
    /// She was asked whether they talked: the first message that is not a reply is held and asked about.
    Talked,
    /// The team wrote to her: the first message that is not a reply is held and asked about.
    TeamWrote,
    /// Messages are held until their writer says whom they are for.
    Bundle {
        /// The question with the buttons.
        question: LetterId,
        /// The messages, oldest first: ids in the writer's own chat, and what they hold.
        messages: Vec<(i64, Kind)>,
        /// The check-in that was open when the first came.
        checkin: Option<CheckinId>,
        /// How often it was asked.
        asked: u8,
    },
    /// A coordinator gives her reason for something in words.
    Reason {
        /// What for: an opaque key its feature understands.
        what: String,
    },
}
