//! Letters and answers about help, menu, language, pause, leaving.

use serde::{Deserialize, Serialize};

/// What the bot says about help, menu, language, pause, leaving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpLetter {
    /// A toast: this button is not current any more.
    Stale,
    /// This is not a command.
    UnknownCommand,
}

/// What people answer about help, menu, language, pause, leaving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpAnswer {}

impl HelpLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<HelpAnswer> {
        match self {
            Self::Stale | Self::UnknownCommand => Vec::new(),
        }
    }
}

impl HelpAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
