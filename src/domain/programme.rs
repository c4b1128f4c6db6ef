//! A mentoring programme and its settings.

use super::id::{ChatId, PersonId, ProgrammeId};
use super::lang::Lang;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// One mentoring programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Its name, as people read it.
    pub name: String,
    /// The locales it offers; the first is its own language.
    pub languages: Vec<Lang>,
    /// Its zone.
    pub zone: Tz,
    /// Days between contacts a new pair agrees to (default 7; also 14, 30).
    pub rhythm: i64,
    /// Days off: neither clocks of silence nor of attention run.
    pub holidays: Vec<NaiveDate>,
    /// Its coordinators' group, if one is linked.
    pub group: Option<ChatId>,
    /// The lead has answered everything (spec: two urgent contacts and one outside the team).
    pub set_up: bool,
}

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Somebody in Lazo.
    Person(PersonId),
    /// A name and number in words, as the lead typed them.
    Words(String),
}
