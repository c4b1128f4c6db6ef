//! What staff record of a mentor before she is paired: background check, training and quiz, each with a day of its own.

use super::id::{ConversationId, PersonId};
use super::listed::Who;
use chrono::{Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// How long a background check is good, in months from the day on it.
const CHECK_MONTHS: Months = Months::new(33);

stored! {
    /// One of the three.
    pub enum Fact {
        /// The background check: the day on the certificate.
        Check = "check",
        /// The training.
        Training = "training",
        /// The quiz about the rules.
        Quiz = "quiz",
    }
}

/// What is recorded: the day of each, and `None` for what is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Readiness {
    /// The background check.
    pub check: Option<NaiveDate>,
    /// The training.
    pub training: Option<NaiveDate>,
    /// The quiz.
    pub quiz: Option<NaiveDate>,
}

/// As this version stores it, and as earlier ones did: one day for all three, in days since 1970-01-01.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Day(Option<i64>),
    Facts { check: Option<NaiveDate>, training: Option<NaiveDate>, quiz: Option<NaiveDate> },
}

impl From<Stored> for Readiness {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Facts { check, training, quiz } => Self { check, training, quiz },
            Stored::Day(days) => {
                let day = |days| NaiveDate::default().checked_add_signed(TimeDelta::try_days(days)?);
                Self::all_on(days.and_then(day))
            }
        }
    }
}

impl Readiness {
    /// All three on one day, as a record of earlier versions counts.
    pub fn all_on(day: Option<NaiveDate>) -> Self {
        Self { check: day, training: day, quiz: day }
    }

    /// The day of one of them.
    pub fn on(&self, fact: Fact) -> Option<NaiveDate> {
        match fact {
            Fact::Check => self.check,
            Fact::Training => self.training,
            Fact::Quiz => self.quiz,
        }
    }

    /// The same, with one of them on another day, or not recorded.
    #[must_use]
    pub fn with(self, fact: Fact, on: Option<NaiveDate>) -> Self {
        match fact {
            Fact::Check => Self { check: on, ..self },
            Fact::Training => Self { training: on, ..self },
            Fact::Quiz => Self { quiz: on, ..self },
        }
    }

    /// The first day on which the check is good no more.
    pub fn check_ends(&self) -> Option<NaiveDate> {
        self.check.and_then(|on| on.checked_add_months(CHECK_MONTHS))
    }

    /// Whether she can be paired on this day. A pair that runs goes on, whatever has ended.
    pub fn is_ready(&self, today: NaiveDate) -> bool {
        let done = self.training.is_some() && self.quiz.is_some();
        done && self.check_ends().is_some_and(|ends| today < ends)
    }
}

/// From where somebody looks at a mentor's readiness, and goes on once all is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// From her card, or from the line that she has joined.
    Card,
    /// She was chosen for this mentee.
    Pair(PersonId),
    /// She was chosen for this running pair.
    Circle(ConversationId),
}

impl Via {
    /// As it stands in the key of what is typed.
    pub fn key(self) -> String {
        match self {
            Self::Card => "card".to_owned(),
            Self::Pair(mentee) => format!("pair-{mentee}"),
            Self::Circle(pair) => format!("circle-{pair}"),
        }
    }

    /// From such a key.
    pub fn parse(key: &str) -> Option<Self> {
        match key.split_once('-') {
            None => (key == "card").then_some(Self::Card),
            Some(("pair", id)) => id.parse().ok().map(|id| Self::Pair(PersonId(id))),
            Some(("circle", id)) => id.parse().ok().map(|id| Self::Circle(ConversationId(id))),
            Some(_) => None,
        }
    }
}

/// What the bot says about a mentor's readiness, to her team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadinessLetter {
    /// What is recorded and what is missing.
    Card {
        /// Whose.
        who: Who,
        /// What is recorded.
        facts: Readiness,
        /// From where it is looked at.
        via: Via,
        /// The reader leads the programme and may pair without.
        lead: bool,
    },
    /// "Which day was it?" It is tapped or typed.
    Day {
        /// Whose.
        who: Who,
        /// Which of the three.
        fact: Fact,
        /// From where it is looked at.
        via: Via,
        /// Today, where the programme is.
        today: NaiveDate,
        /// It is recorded: that can be taken back.
        known: bool,
        /// What was typed cannot be the day.
        again: bool,
    },
}

/// What staff answer about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadinessAnswer {
    /// What is recorded.
    Card(PersonId, Via),
    /// This one is to be recorded; its day is asked.
    Fact(PersonId, Via, Fact),
    /// It was on this day.
    On(PersonId, Via, Fact, NaiveDate),
    /// It is not recorded.
    Not(PersonId, Via, Fact),
    /// The lead pairs her anyway: this mentee, this mentor.
    Anyway(PersonId, PersonId),
    /// Back to where she came from.
    Leave(PersonId, Via),
}

impl ReadinessLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<ReadinessAnswer> {
        match self {
            Self::Card { who, via, lead, .. } => {
                let facts = Fact::ALL.iter().map(|fact| ReadinessAnswer::Fact(who.id, *via, *fact));
                let anyway = match via {
                    Via::Pair(mentee) if *lead => Some(ReadinessAnswer::Anyway(*mentee, who.id)),
                    Via::Pair(_) | Via::Card | Via::Circle(_) => None,
                };
                facts.chain(anyway).chain([ReadinessAnswer::Leave(who.id, *via)]).collect()
            }
            Self::Day { who, fact, via, today, known, .. } => {
                let not = known.then_some(ReadinessAnswer::Not(who.id, *via, *fact));
                let today = ReadinessAnswer::On(who.id, *via, *fact, *today);
                let back = ReadinessAnswer::Card(who.id, *via);
                [Some(today), not, Some(back)].into_iter().flatten().collect()
            }
        }
    }
}

impl ReadinessAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Card(..)
            | Self::Fact(..)
            | Self::On(..)
            | Self::Not(..)
            | Self::Anyway(..)
            | Self::Leave(..) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_record_of_an_earlier_version_counts_as_all_three_of_that_day() {
        let read = |text: &str| serde_json::from_str::<Readiness>(text).unwrap();
        assert_eq!(read("20514"), Readiness::all_on(Some(day("2026-03-02"))));
        assert_eq!(read("null"), Readiness::default());
        let some = Readiness { check: Some(day("2025-12-31")), ..Readiness::default() };
        assert_eq!(read(&serde_json::to_string(&some).unwrap()), some);
        assert_eq!(read(r#"{"quiz":"2026-01-01"}"#).quiz, Some(day("2026-01-01")));
    }

    #[test]
    fn she_is_ready_with_all_three_as_long_as_the_check_is_good_and_never_with_fewer() {
        let (on, last) = (day("2026-03-31"), day("2028-12-30"));
        let all = Readiness::all_on(Some(on));
        assert_eq!(all.check_ends(), Some(day("2028-12-31")));
        assert!(all.is_ready(on) && all.is_ready(last) && !all.is_ready(day("2028-12-31")));
        for fact in Fact::ALL {
            assert!(!all.with(*fact, None).is_ready(on), "{fact:?}");
        }
        // The last day of a month that is longer than the one 33 months later.
        let may = Readiness::all_on(Some(day("2026-05-31")));
        assert_eq!(may.check_ends(), Some(day("2029-02-28")));
    }

    #[test]
    fn a_key_leads_back_to_where_it_came_from_and_a_strange_one_nowhere() {
        for via in [Via::Card, Via::Pair(PersonId(7)), Via::Circle(ConversationId(9))] {
            assert_eq!(Via::parse(&via.key()), Some(via));
        }
        for strange in ["", "pair-", "pair-x", "home-3", "card-1"] {
            assert_eq!(Via::parse(strange), None, "{strange}");
        }
    }
}
