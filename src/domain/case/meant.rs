//! Cases that are about the team, or about somebody of it: whom they name, who looks at them, and who must not know.

use super::{CaseFile, CaseKind};
use crate::domain::id::{CaseId, ChatId, PersonId, ProgrammeId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Whom of the team a case names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meant {
    /// This member of the team.
    Somebody(PersonId),
    /// Whoever leads.
    Lead,
    /// It is not said: it may be anybody.
    Unsaid,
}

/// Who looks at a case that names somebody of the team (spec programme, safeguarding 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// The lead only.
    Lead,
    /// Somebody outside the team.
    Outside,
}

/// An open case about the team, and who told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The case.
    pub case: CaseId,
    /// The programme whose team it is about.
    pub programme: ProgrammeId,
    /// The account that told it.
    pub by: ChatId,
    /// Whom it names.
    pub meant: Vec<Meant>,
    /// Since when it is open.
    pub since: DateTime<Utc>,
}

impl Claim {
    /// Whether a case of the same account was open before: who is named there knows of it, and learns nothing new.
    pub fn came_after(&self, case: &CaseFile, by: Option<ChatId>) -> bool {
        let before = case.id != self.case && case.opened_at <= self.since;
        by == Some(self.by) && before && !self.leaves(case, by)
    }

    /// Whether this member of the team is named, and so looks after nobody's new cases while it is open.
    pub fn sets_aside(&self, person: PersonId, case: &CaseFile, by: Option<ChatId>) -> bool {
        self.meant.contains(&Meant::Somebody(person))
            && self.since <= case.opened_at
            && !self.leaves(case, by)
    }

    /// Whether a case stays what it would be without this one: that mail of the same account has no answer. It was written
    /// before, for what she writes since has no clock.
    fn leaves(&self, case: &CaseFile, by: Option<ChatId>) -> bool {
        case.kind == CaseKind::Mail && by == Some(self.by)
    }
}
