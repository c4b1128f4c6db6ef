//! What is recorded of a guardian's consent for somebody under 18: facts only, the paper stays with the team.

use super::id::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A guardian's consent on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Who gave it, in a word: mother, father, or as the coordinator wrote it.
    pub role: String,
    /// The date on the paper.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: PersonId,
}
