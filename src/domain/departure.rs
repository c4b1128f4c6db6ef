//! Somebody leaves the team: what she looked after, whose it is then, and what is said about it.

use super::id::PersonId;
use serde::{Deserialize, Serialize};

/// So many can be chosen from by a tap.
pub const MOST_HEIRS: usize = 8;

/// Somebody of the team, as she is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// Her alias.
    pub alias: String,
}

/// What somebody of the team looks after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// Pairs and circles, proposals too.
    pub pairs: i64,
    /// Open cases that are hers, without what is owed to somebody.
    pub cases: i64,
    /// Talks that are owed to somebody.
    pub tasks: i64,
    /// Invitations that are open.
    pub invitations: i64,
    /// People whose mail to the team comes to her.
    pub mail: i64,
}

/// What the bot says about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DepartureLetter {
    /// "Who takes over?"
    WhoTakesOver {
        /// Who goes.
        who: Colleague,
        /// Who may take over.
        heirs: Vec<Colleague>,
    },
    /// "Take her out?"
    Sure {
        /// Who goes.
        who: Colleague,
        /// Who takes over.
        heir: Colleague,
        /// What.
        load: Load,
    },
    /// For the lead: she is out of the team.
    Out {
        /// Who went.
        who: String,
        /// Who has taken over.
        heir: String,
        /// The urgent contacts, by their numbers, that are empty now.
        empty: Vec<i64>,
        /// The team has groups in Telegram: she may still be in them.
        groups: bool,
    },
    /// For whoever took over.
    TookOver {
        /// From whom.
        who: String,
        /// What.
        load: Load,
    },
    /// For who went.
    Gone {
        /// The programme's name.
        programme: String,
    },
    /// The lead leaves: "Who leads from now on?"
    WhoLeads(Vec<Colleague>),
}

/// What is answered about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DepartureAnswer {
    /// Back to her card.
    Card(PersonId),
    /// Somebody else takes over.
    Choose(PersonId),
    /// This one takes over from that one.
    To {
        /// Who goes.
        who: PersonId,
        /// Who takes over.
        heir: PersonId,
    },
    /// Yes, take her out.
    TakeOut {
        /// Who goes.
        who: PersonId,
        /// Who takes over.
        heir: PersonId,
    },
    /// This one leads from now on, and the lead leaves.
    Leads(PersonId),
    /// The lead stays.
    Stay,
}

impl DepartureLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<DepartureAnswer> {
        match self {
            Self::WhoTakesOver { who, heirs } => {
                let to = |heir: &Colleague| DepartureAnswer::To { who: who.person, heir: heir.person };
                heirs.iter().take(MOST_HEIRS).map(to).chain([DepartureAnswer::Card(who.person)]).collect()
            }
            Self::Sure { who, heir, .. } => vec![
                DepartureAnswer::TakeOut { who: who.person, heir: heir.person },
                DepartureAnswer::Choose(who.person),
            ],
            Self::WhoLeads(heirs) => {
                let leads = heirs.iter().take(MOST_HEIRS).map(|heir| DepartureAnswer::Leads(heir.person));
                leads.chain([DepartureAnswer::Stay]).collect()
            }
            Self::Out { .. } | Self::TookOver { .. } | Self::Gone { .. } => Vec::new(),
        }
    }
}

impl DepartureAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Card(_)
            | Self::Choose(_)
            | Self::To { .. }
            | Self::TakeOut { .. }
            | Self::Leads(_)
            | Self::Stay => false,
        }
    }
}
