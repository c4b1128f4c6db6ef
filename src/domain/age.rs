//! Who may take part: Telegram's terms ask 16+, and 16–17 need a guardian's record and supervised mode.

use super::id::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

stored! {
    /// The answer to "How old are you?". The age itself is not kept.
    pub enum Age {
        /// Under 16.
        Under16 = "under_16",
        /// 16 or 17; asked again at 18.
        Minor = "minor",
        /// 18 or more.
        Adult = "adult",
    }
}

impl Age {
    /// From full years.
    pub const fn of_years(years: u8) -> Self {
        match years {
            0..=15 => Self::Under16,
            16..=17 => Self::Minor,
            18.. => Self::Adult,
        }
    }
}

/// What somebody has said about her age, and what her team knows of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The youngest she ever said.
    pub youngest: Option<Age>,
    /// What she says now, as long as it is more than she once said and nobody of the team has confirmed it.
    pub open: Option<Age>,
    /// What the team has confirmed.
    pub confirmed: Option<Confirmed>,
}

/// An age that staff have confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// Which.
    pub age: Age,
    /// Who did.
    pub by: PersonId,
    /// When.
    pub on: NaiveDate,
}

/// Whether what somebody says about her age is taken for true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belief {
    /// It is.
    Taken,
    /// Not before staff have confirmed it: her account said this before.
    Doubted(Age),
}

/// Whoever says that she is younger is always believed. An account that once said it is younger is believed to be older
/// only where staff have confirmed that age (security).
pub fn believe(said: Age, youngest: Option<Age>, confirmed: Option<Age>) -> Belief {
    match youngest.filter(|before| *before < said) {
        Some(before) if confirmed.is_none_or(|age| age < said) => Belief::Doubted(before),
        Some(_) | None => Belief::Taken,
    }
}

/// What follows from it (programme, lifecycles).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Goes on, may be paired.
    Admitted,
    /// Goes on only under supervised mode, which both sides see and accept.
    Supervised,
    /// Waits and cannot be paired: the guardian's consent is not recorded, or the programme has no supervised mode.
    AwaitsGuardian,
    /// Refused kindly; the coordinator who invited is told.
    Refused,
}

/// Whether someone of that age may take part.
pub const fn admit(age: Age, has_guardian_record: bool, is_supervision_offered: bool) -> Admission {
    match age {
        Age::Under16 => Admission::Refused,
        Age::Minor if has_guardian_record && is_supervision_offered => Admission::Supervised,
        Age::Minor => Admission::AwaitsGuardian,
        Age::Adult => Admission::Admitted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_16_is_refused_whatever_is_recorded() {
        assert_eq!(admit(Age::of_years(15), true, true), Admission::Refused);
    }

    #[test]
    fn at_16_and_17_a_guardian_and_supervision_are_needed() {
        for years in [16, 17] {
            let age = Age::of_years(years);
            assert_eq!(admit(age, true, true), Admission::Supervised);
            assert_eq!(admit(age, false, true), Admission::AwaitsGuardian);
            assert_eq!(admit(age, true, false), Admission::AwaitsGuardian);
        }
    }

    #[test]
    fn younger_is_believed_at_once_and_older_only_where_staff_have_confirmed_it() {
        for said in Age::ALL {
            for youngest in [None].into_iter().chain(Age::ALL.iter().copied().map(Some)) {
                for confirmed in [None].into_iter().chain(Age::ALL.iter().copied().map(Some)) {
                    let taken = believe(*said, youngest, confirmed) == Belief::Taken;
                    let older = youngest.is_some_and(|before| before < *said);
                    assert_eq!(taken, !older || confirmed.is_some_and(|age| age >= *said));
                }
            }
        }
    }

    #[test]
    fn an_adult_needs_nobody() {
        assert_eq!(admit(Age::of_years(18), false, false), Admission::Admitted);
    }
}
