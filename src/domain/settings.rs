//! A programme's settings, as its lead sees and changes them: one list, and one screen for each.

use super::leak::Policy;
use super::programme::Programme;
use serde::{Deserialize, Serialize};

/// What can be set, as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// What happens to contacts in messages.
    pub contacts: Policy,
}

impl Settings {
    /// A programme's.
    pub fn of(programme: &Programme) -> Self {
        Self { contacts: programme.contacts }
    }
}

/// What the bot says about settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsLetter {
    /// All of them.
    List(Settings),
    /// What shall happen to contacts?
    Contacts(Policy),
    /// Only the lead can see and change them.
    LeadOnly,
}

/// What the lead answers about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsAnswer {
    /// Back to all of them.
    List,
    /// About contacts.
    Contacts,
    /// That shall happen to contacts.
    SetContacts(Policy),
}

impl SettingsLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SettingsAnswer> {
        match self {
            Self::List(_) => vec![SettingsAnswer::Contacts],
            Self::Contacts(_) => {
                let policies = Policy::ALL.iter().copied().map(SettingsAnswer::SetContacts);
                policies.chain([SettingsAnswer::List]).collect()
            }
            Self::LeadOnly => Vec::new(),
        }
    }
}

impl SettingsAnswer {
    /// Whether the buttons stay after this one was pressed: each replaces the screen.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::List | Self::Contacts | Self::SetContacts(_) => true,
        }
    }
}
