//! A ladder of the silence clock: what becomes due as time without contact adds up.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    silence::{Due, Health, Step},
    stops::Stops,
};

/// Rungs in order of time, counted from `start`.
pub(super) struct Ladder {
    /// When the silence began: part of each step's key.
    pub(super) since: DateTime<Utc>,
    /// From when the days are counted.
    pub(super) start: DateTime<Utc>,
    /// In order of days.
    pub(super) rungs: Vec<Rung>,
}

/// What happens after so many days.
pub(super) struct Rung {
    pub(super) days: i64,
    pub(super) health: Health,
    /// `None` only changes the colour.
    pub(super) step: Option<Step>,
    /// A question or a nudge, which a later rung overtakes; a case stays due.
    pub(super) is_question: bool,
}

impl Rung {
    pub(super) fn question(days: i64, health: Health, step: Step) -> Self {
        Self { days, health, step: Some(step), is_question: true }
    }

    pub(super) fn case(days: i64, health: Health, step: Step) -> Self {
        Self { days, health, step: Some(step), is_question: false }
    }
}

impl Ladder {
    fn reached<'a>(&'a self, stops: &Stops, now: DateTime<Utc>) -> impl DoubleEndedIterator<Item = &'a Rung> {
        let days = if now < self.start { TimeDelta::MIN } else { stops.elapsed(self.start, now) };
        self.rungs.iter().filter(move |rung| TimeDelta::days(rung.days) <= days)
    }

    pub(super) fn has_begun(&self, stops: &Stops, now: DateTime<Utc>) -> bool {
        self.reached(stops, now).next().is_some()
    }

    pub(super) fn health(&self, stops: &Stops, now: DateTime<Utc>) -> Health {
        self.reached(stops, now).map(|rung| rung.health).max().unwrap_or(Health::Green)
    }

    /// Of the questions only the latest, and none once a case is open: nobody is asked twice at once after an outage.
    pub(super) fn due(&self, stops: &Stops, now: DateTime<Utc>) -> Vec<Due> {
        let last = self.reached(stops, now).next_back().and_then(|rung| rung.step);
        self.reached(stops, now)
            .filter(|rung| !rung.is_question || rung.step == last)
            .filter_map(|rung| rung.step.map(|step| Due { step, since: self.since }))
            .collect()
    }

    pub(super) fn moments<'a>(&'a self, stops: &'a Stops) -> impl Iterator<Item = DateTime<Utc>> + 'a {
        self.rungs.iter().filter_map(|rung| stops.reached(self.start, TimeDelta::days(rung.days)))
    }
}
