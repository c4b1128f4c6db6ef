//! Letters and answers about the 🆘 button.

use serde::{Deserialize, Serialize};

/// What the bot says about the 🆘 button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafetyLetter {}

/// What people answer about the 🆘 button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafetyAnswer {}

impl SafetyLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SafetyAnswer> {
        match *self {}
    }
}

impl SafetyAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
