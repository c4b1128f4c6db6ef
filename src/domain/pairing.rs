//! Letters and answers about pairing a mentee with a mentor.

use serde::{Deserialize, Serialize};

/// What the bot says about pairing a mentee with a mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairingLetter {}

/// What people answer about pairing a mentee with a mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairingAnswer {}

impl PairingLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<PairingAnswer> {
        match *self {}
    }
}

impl PairingAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
