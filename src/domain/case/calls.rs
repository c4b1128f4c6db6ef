//! The log of the talks a case led to: date, channel, minutes and outcome, and never what was said.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

stored! {
    /// How a call, or another talk, went.
    pub enum Call {
        /// They spoke, and that settles it.
        Settled = "settled",
        /// They spoke; the case stays.
        Spoke = "spoke",
        /// Nobody answered.
        NoAnswer = "no_answer",
    }
}

stored! {
    /// How they spoke, or how it was tried.
    pub enum Channel {
        /// By voice, on the phone or online.
        Voice = "call",
        /// They met.
        InPerson = "in_person",
        /// In messages.
        Message = "message",
    }
}

/// Both sides are reminded by a button at most once in this time.
pub const NUDGED: TimeDelta = TimeDelta::hours(20);

/// How long a talk can have been, in minutes.
pub const MINUTES: [i64; 4] = [5, 15, 30, 60];

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// How.
    pub channel: Channel,
    /// About so many minutes; 0 if nobody answered.
    pub minutes: i64,
    /// How it went.
    pub outcome: Call,
}
