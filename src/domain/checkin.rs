//! Letters and answers about check-ins.

use serde::{Deserialize, Serialize};

/// What the bot says about check-ins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckinLetter {}

/// What people answer about check-ins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckinAnswer {}

impl CheckinLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CheckinAnswer> {
        match *self {}
    }
}

impl CheckinAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
