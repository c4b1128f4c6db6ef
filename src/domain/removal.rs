//! Taking back what somebody else wrote: the team does it with a reason, and everybody it concerns reads that it did.

use super::conversation::{Conversation, Sort};
use super::id::{CaseId, SourceId};
use super::person::{Person, Role, Standing};
use serde::{Deserialize, Serialize};

stored! {
    /// Why the team takes a message back.
    pub enum Why {
        /// It shows how to reach somebody.
        Contact = "contact",
        /// It hurts.
        Hurts = "hurts",
        /// It does not belong here.
        Unfit = "unfit",
        /// It was sent by mistake.
        Mistake = "mistake",
        /// Something else.
        Other = "other",
    }
}

/// What the bot says about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalLetter {
    /// "Why do you take it back?"
    Ask {
        /// The message.
        source: SourceId,
        /// The case it was reported in.
        case: Option<CaseId>,
    },
    /// It stays.
    Kept,
    /// It is gone.
    Removed {
        /// For this reason.
        why: Why,
        /// Some have had it for so long that Telegram does not delete it any more.
        stays: bool,
    },
    /// It is gone already, or nothing is known of it any more.
    Nothing,
    /// For its author.
    Yours(Why),
    /// For whoever had it.
    Here,
}

/// What is answered about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovalAnswer {
    /// Take it back.
    Remove {
        /// The message.
        source: SourceId,
        /// The case it was reported in.
        case: Option<CaseId>,
        /// The reason.
        why: Why,
    },
    /// Leave it.
    Keep,
    /// Its author wants to write to the team.
    Team,
}

impl RemovalLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<RemovalAnswer> {
        match self {
            Self::Ask { source, case } => {
                let remove = |why: &Why| RemovalAnswer::Remove { source: *source, case: *case, why: *why };
                Why::ALL.iter().map(remove).chain([RemovalAnswer::Keep]).collect()
            }
            Self::Yours(_) => vec![RemovalAnswer::Team],
            Self::Kept | Self::Removed { .. } | Self::Nothing | Self::Here => Vec::new(),
        }
    }
}

impl RemovalAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Team => true,
            Self::Remove { .. } | Self::Keep => false,
        }
    }
}

/// Whether somebody of the team may take back what was written in a conversation: its coordinator or a lead, and whoever
/// reads it in the safeguarding group. Nobody may in a conversation that her own account is in.
pub fn may_remove(person: &Person, conversation: &Conversation, reads_along: bool) -> bool {
    let works = person.role.is_staff() && person.standing == Standing::Ready;
    let inside = conversation.has_chat(person.chat);
    let hers = match conversation.sort {
        Sort::Team => true,
        Sort::Pair => person.role == Role::Lead || conversation.coordinator == Some(person.id) || reads_along,
    };
    works && hers && !inside && conversation.programme == person.programme
}
