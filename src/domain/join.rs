//! Letters and answers about joining a programme, from the link to ready.

use serde::{Deserialize, Serialize};

/// What the bot says about joining a programme, from the link to ready.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinLetter {}

/// What people answer about joining a programme, from the link to ready.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinAnswer {}

impl JoinLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<JoinAnswer> {
        match *self {}
    }
}

impl JoinAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
