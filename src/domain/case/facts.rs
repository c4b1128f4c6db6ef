//! What a case keeps of what somebody said, each a fact by name.

use crate::domain::answers::Answer;
use crate::domain::id::PersonId;
use crate::domain::talk::Talk;
use chrono::{DateTime, Utc};

stored! {
    /// Whether the two had talked when one of them was not well with it.
    pub enum Talked {
        /// They had, here.
        Here = "mood_talked",
        /// They had, elsewhere.
        Elsewhere = "mood_elsewhere",
        /// They had not.
        No = "mood_not_talked",
    }
}

impl Talked {
    /// What she answered herself in this check-in; who is not asked there, as the two were in touch since then. Whoever was
    /// asked about a silence that lasts (`in_vain`) has not talked, however far back the time goes that is asked about now.
    pub fn of(
        answers: impl IntoIterator<Item = Answer>,
        (talk, in_vain): (Talk, bool),
        since: DateTime<Utc>,
    ) -> Self {
        let said = answers.into_iter().find_map(|answer| match answer {
            Answer::TalkedHere => Some(Self::Here),
            Answer::TalkedElsewhere => Some(Self::Elsewhere),
            Answer::NotTalked => Some(Self::No),
            Answer::Good
            | Answer::SoSo
            | Answer::Bad
            | Answer::NoCall
            | Answer::CallThisWeek
            | Answer::CallToday
            | Answer::NoWorry
            | Answer::SmallWorry
            | Answer::SeriousWorry
            | Answer::NoSupport
            | Answer::Tips
            | Answer::CallMe => None,
        });
        said.unwrap_or_else(|| {
            let after = |at: Option<DateTime<Utc>>| at.is_some_and(|at| at >= since);
            match (after(talk.contact_at) && !in_vain, after(talk.elsewhere_at)) {
                (true, _) => Self::Here,
                (false, true) => Self::Elsewhere,
                (false, false) => Self::No,
            }
        })
    }
}

/// Who reported a message, in a case that is about its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportedBy(pub PersonId);

impl ReportedBy {
    const NAME: &str = "reported_by:";

    /// The fact the case keeps.
    pub fn fact(self) -> String {
        format!("{}{}", Self::NAME, self.0)
    }

    /// The fact behind a name, if it is one of these.
    pub fn read(name: &str) -> Option<Self> {
        Some(Self(PersonId(name.strip_prefix(Self::NAME)?.parse().ok()?)))
    }
}

/// When the button was last pressed in a case that was open already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tapped(pub DateTime<Utc>);

/// Somebody who is alone with a case has said that she whose it is was not reached; she is asked again from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidAlone(pub DateTime<Utc>);

impl Tapped {
    const NAME: &str = "tapped:";

    /// Keeps it in place of an earlier one.
    pub fn keep(self, facts: &mut Vec<String>) {
        keep(facts, Self::NAME, self.0);
    }

    /// The one that is kept.
    pub fn last(facts: &[String]) -> Option<DateTime<Utc>> {
        last(facts, Self::NAME)
    }
}

impl SaidAlone {
    const NAME: &str = "said_alone:";

    /// It was said about an earlier tap.
    pub fn forget(facts: &mut Vec<String>) {
        facts.retain(|fact| !fact.starts_with(Self::NAME));
    }

    /// Keeps it in place of an earlier one.
    pub fn keep(self, facts: &mut Vec<String>) {
        keep(facts, Self::NAME, self.0);
    }

    /// The one that is kept.
    pub fn last(facts: &[String]) -> Option<DateTime<Utc>> {
        last(facts, Self::NAME)
    }
}

fn keep(facts: &mut Vec<String>, name: &str, at: DateTime<Utc>) {
    facts.retain(|fact| !fact.starts_with(name));
    facts.push(format!("{name}{}", at.timestamp_millis()));
}

fn last(facts: &[String], name: &str) -> Option<DateTime<Utc>> {
    let when = |fact: &String| DateTime::from_timestamp_millis(fact.strip_prefix(name)?.parse().ok()?);
    facts.iter().filter_map(when).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn her_own_answer_counts_before_what_is_known_of_the_two() {
        let since = DateTime::UNIX_EPOCH;
        let talk = Talk::default().met(since);
        let of = |answers: &[Answer], talk| Talked::of(answers.iter().copied(), (talk, false), since);
        assert_eq!(of(&[Answer::NotTalked, Answer::Bad], talk), Talked::No);
        assert_eq!(of(&[Answer::TalkedHere, Answer::Bad], Talk::default()), Talked::Here);
        assert_eq!(of(&[Answer::Bad], talk), Talked::Here);
        assert_eq!(of(&[Answer::Bad], Talk::default().elsewhere(since)), Talked::Elsewhere);
        assert_eq!(of(&[Answer::Bad], Talk::default()), Talked::No);
        assert_eq!(Talked::of([Answer::Bad], (talk, true), since), Talked::No, "asked, and nothing came");
        let before = since - chrono::TimeDelta::days(1);
        assert_eq!(of(&[Answer::Bad], Talk::default().met(before)), Talked::No);
    }

    #[test]
    fn who_reported_is_read_back() {
        let by = ReportedBy(PersonId(12));
        assert_eq!(ReportedBy::read(&by.fact()), Some(by));
        assert_eq!(ReportedBy::read("removed"), None);
    }

    #[test]
    fn a_moment_is_read_back_and_takes_the_place_of_an_earlier_one() {
        let (first, second) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(1));
        let mut facts = vec!["mistake".to_owned()];
        Tapped(first).keep(&mut facts);
        SaidAlone(first).keep(&mut facts);
        Tapped(second).keep(&mut facts);
        assert_eq!((Tapped::last(&facts), SaidAlone::last(&facts)), (Some(second), Some(first)));
        assert_eq!(facts.len(), 3);
    }
}
