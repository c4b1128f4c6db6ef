//! The clock of the emulated Telegram. It is not Lazo's clock: message dates and expiry follow it, and a story
//! may set it.

use std::time::SystemTime;

use chrono::{DateTime, Duration, Utc};

/// Real time, real time shifted, or a time that stands still until it is moved.
#[derive(Debug, Clone, Copy)]
pub(super) enum Clock {
    Running(Duration),
    Still(DateTime<Utc>),
}

impl Clock {
    pub(super) fn now(self) -> DateTime<Utc> {
        match self {
            Self::Running(ahead) => DateTime::<Utc>::from(SystemTime::now()) + ahead,
            Self::Still(at) => at,
        }
    }

    /// Stops the clock at `at`.
    pub(super) fn set(&mut self, at: DateTime<Utc>) {
        *self = Self::Still(at);
    }

    /// Moves the clock; a running clock keeps running.
    pub(super) fn advance(&mut self, by: Duration) {
        *self = match *self {
            Self::Running(ahead) => Self::Running(ahead + by),
            Self::Still(at) => Self::Still(at + by),
        };
    }
}
