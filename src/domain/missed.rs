//! Letters and answers about a pair that falls silent.

use serde::{Deserialize, Serialize};

/// What the bot says about a pair that falls silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedLetter {}

/// What people answer about a pair that falls silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedAnswer {}

impl MissedLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<MissedAnswer> {
        match *self {}
    }
}

impl MissedAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
