//! Letters and answers about cases and the coordinators who take them.

use serde::{Deserialize, Serialize};

/// What the bot says about cases and the coordinators who take them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseLetter {}

/// What people answer about cases and the coordinators who take them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseAnswer {}

impl CaseLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CaseAnswer> {
        match *self {}
    }
}

impl CaseAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
