//! Mail from the team: what the bot says of its own accord about somebody's case. A locked screen shows the line that any
//! mail from the team has, and only her tap on *Read* shows the words, in its place (programme, safeguarding 1).

use super::letter::Letter;
use serde::{Deserialize, Serialize};

/// What stands in her chat until she reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailLetter {
    /// "Your team wrote to you", and behind its button this.
    Sealed(Box<Letter>),
}

/// What she does with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailAnswer {
    /// She reads it.
    Read(Box<Letter>),
}

impl MailLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<MailAnswer> {
        match self {
            Self::Sealed(letter) => vec![MailAnswer::Read(letter.clone())],
        }
    }
}

impl MailAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Read(_) => false,
        }
    }
}
