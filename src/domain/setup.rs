//! Letters and answers about setting a programme up.

use serde::{Deserialize, Serialize};

/// What the bot says about setting a programme up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetupLetter {}

/// What people answer about setting a programme up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetupAnswer {}

impl SetupLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SetupAnswer> {
        match *self {}
    }
}

impl SetupAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
