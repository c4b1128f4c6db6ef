//! How fast all chats together may go.

use super::Back;
use crate::domain::pace::{self, Overall, Pace};
use crate::domain::retry::Refusals;
use crate::telegram::Refused;
use chrono::{DateTime, TimeDelta, Utc};

/// How fast they go, and what was learned from refusals.
#[derive(Default)]
pub(super) struct Speed {
    overall: Overall,
    refusals: Refusals,
}

impl Speed {
    /// The earliest moment of the next send.
    pub(super) fn next(&self) -> DateTime<Utc> {
        self.overall.not_before
    }

    /// How many of `free` sends may leave now.
    pub(super) fn available(&self, settings: &pace::Settings, free: usize, now: DateTime<Utc>) -> usize {
        let mut after = self.overall;
        (0..free)
            .take_while(|_| {
                let open = Pace::is_open(after.not_before, now);
                after = after.after_send(settings, now);
                open
            })
            .count()
    }

    /// So many have left.
    pub(super) fn sent(&mut self, settings: &pace::Settings, sends: usize, now: DateTime<Utc>) {
        self.overall = (0..sends).fold(self.overall, |overall, _| overall.after_send(settings, now));
    }

    /// The clock was put back by so much.
    pub(super) fn put_back(&mut self, by: TimeDelta) {
        *self = Self { overall: self.overall.put_back(by), refusals: Refusals::default() };
    }

    /// Learns from an answer: five chats refused in a row mean everybody waits.
    pub(super) fn learn(&mut self, settings: &pace::Settings, back: &Back, now: DateTime<Utc>) {
        match &back.result {
            Err(Refused::Later(wait)) => {
                let wait =
                    wait.and_then(|wait| TimeDelta::from_std(wait).ok()).unwrap_or(TimeDelta::seconds(1));
                if let Some(pause) = self.refusals.refusal(back.errand.lane.0, wait, now) {
                    tracing::warn!(
                        seconds = pause.num_seconds(),
                        "several chats were refused at once: all of them wait"
                    );
                    self.overall = self.overall.after_refusal(settings, pause, now);
                }
            }
            Ok(_) => self.refusals.success(),
            Err(_) => {}
        }
    }
}
