//! Letters and answers about the coordinator's lists.

use serde::{Deserialize, Serialize};

/// What the bot says about the coordinator's lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskLetter {}

/// What people answer about the coordinator's lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskAnswer {}

impl DeskLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<DeskAnswer> {
        match *self {}
    }
}

impl DeskAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
