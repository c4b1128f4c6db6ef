//! What happened, for tests that ask about order, duplicates and speed, and for the conformance check.

use std::{
    collections::{BTreeSet, VecDeque},
    time::Instant,
};

use serde::Serialize;
use serde_json::{Map, Value};

/// A message of the bot that arrived at Telegram.
#[derive(Debug, Clone, Copy)]
pub struct Delivery {
    /// When it was processed.
    pub at: Instant,
    /// Where it went.
    pub chat: i64,
    /// Its id there.
    pub message: i64,
    /// Which content it shows: a copy has the content of its original.
    pub content: u64,
    /// A copy of another message.
    pub copied: bool,
    /// The bot was answered with its number, as far as Telegram knows: a bot that died meanwhile has not read it.
    pub answered: bool,
}

/// An update that was handed to the bot for the first time.
#[derive(Debug, Clone, Copy)]
pub struct Handed {
    /// When.
    pub at: Instant,
    /// The content it brought; 0 when it brought no message.
    pub content: u64,
}

/// A request of the bot.
#[derive(Debug, Clone, Serialize)]
pub struct Recorded {
    /// The method in Telegram's spelling, or as given when it is unknown.
    pub method: String,
    /// The parameters as they came: form values are text.
    pub params: Map<String, Value>,
    /// Names of the form parts that were files.
    pub files: Vec<String>,
    /// The answer's status; 0 when none was given.
    pub status: u16,
}

/// The books of the emulator.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) deliveries: Vec<Delivery>,
    pub(super) handed: Vec<Handed>,
    pub(super) requests: VecDeque<Recorded>,
    pub(super) unknown: BTreeSet<String>,
    pub(super) answered: u64,
    pub(super) refused: u64,
    pub(super) too_many: u64,
}

impl Log {
    /// Keeps a request; only the newest `kept` stay.
    pub(super) fn record(&mut self, request: Recorded, kept: usize) {
        if kept == 0 {
            return;
        }
        if self.requests.len() >= kept {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
    }
}
