//! The hours in which somebody of the team is on call, and what may be promised to somebody who asks for a call
//! (`programme.md`, safeguarding 1: nothing is promised that nobody has said).

use super::wall;
use crate::domain::zone::Tz;
use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// Whole hours of the day, on the programme's wall, in which somebody answers: from the first up to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCall {
    /// Also on Saturdays and Sundays.
    pub weekends: bool,
    /// The hour it begins, 0 to 23.
    pub from: u32,
    /// The hour it ends, 1 to 24.
    pub to: u32,
}

/// What a lead can choose with one tap.
pub const CHOICES: [OnCall; 4] = [
    OnCall { weekends: false, from: 9, to: 17 },
    OnCall { weekends: false, from: 9, to: 21 },
    OnCall { weekends: true, from: 9, to: 21 },
    OnCall { weekends: true, from: 0, to: 24 },
];

/// What is said about when somebody calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Promise {
    /// Somebody is on call: before then.
    Before(DateTime<Utc>),
    /// Nobody is on call now: somebody is from then on.
    From {
        /// Then.
        from: DateTime<Utc>,
    },
    /// Nobody has said any hours: no hour is promised.
    None,
}

impl OnCall {
    /// Day and night, on every day.
    pub fn is_always(self) -> bool {
        self.weekends && self.from == 0 && self.to >= 24
    }

    fn is_on(self, day: Weekday) -> bool {
        self.weekends || !matches!(day, Weekday::Sat | Weekday::Sun)
    }

    /// When the hours that begin last before `now`, or now, end; `None` if nobody is on call.
    fn ends(self, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = wall::date(zone, now);
        let from = wall::instant(zone, day.and_time(wall::hour(self.from)));
        let ends = match self.to {
            24.. => wall::instant(zone, wall::plus_days(day, 1).and_time(wall::hour(0))),
            to => wall::instant(zone, day.and_time(wall::hour(to))),
        };
        (self.is_on(day.weekday()) && from <= now && now < ends).then_some(ends)
    }

    /// When they begin next.
    fn begins(self, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
        let mut next = wall::next_daily(zone, wall::hour(self.from), now);
        // Two days of a weekend, and one to begin with.
        for _ in 0..3 {
            if self.is_on(wall::date(zone, next).weekday()) {
                break;
            }
            next = wall::next_daily(zone, wall::hour(self.from), next);
        }
        next
    }

    /// What may be promised to somebody who would be called by `by`: that hour, or the end of the hours on call if it is
    /// sooner. In their last half hour, and outside them, only when they begin again.
    fn promise(self, zone: Tz, by: DateTime<Utc>, now: DateTime<Utc>) -> Promise {
        match self.ends(zone, now) {
            Some(_) if self.is_always() => Promise::Before(by),
            Some(ends) if now + LAST <= ends => Promise::Before(by.min(ends)),
            Some(_) | None => Promise::From { from: self.begins(zone, now) },
        }
    }
}

/// How far ahead the lead sees when nobody is on call (`programme.md`, joining: the next 7 days).
pub const AHEAD: TimeDelta = TimeDelta::days(7);

/// When nobody is on call in that time from now on: from when, until when.
pub fn uncovered(
    on_call: Option<OnCall>,
    zone: Tz,
    now: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let (mut gaps, mut at, end) = (Vec::new(), now, now + AHEAD);
    while at < end {
        let Some(hours) = on_call else {
            gaps.push((at, end));
            break;
        };
        if hours.is_always() {
            break;
        }
        at = if let Some(ends) = hours.ends(zone, at) {
            ends
        } else {
            let begins = hours.begins(zone, at).min(end);
            gaps.push((at, begins));
            begins
        };
    }
    gaps
}

/// So shortly before their hours end nobody can be held to them.
const LAST: TimeDelta = TimeDelta::minutes(30);

/// What may be promised where these hours are set, if any are.
pub fn promise(on_call: Option<OnCall>, zone: Tz, by: DateTime<Utc>, now: DateTime<Utc>) -> Promise {
    on_call.map_or(Promise::None, |hours| hours.promise(zone, by, now))
}

impl Promise {
    /// By when something is due for the team.
    pub fn due(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Before(by) => Some(by),
            Self::From { from } => Some(from),
            Self::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn at_eleven_at_night_no_hour_is_promised_but_when_the_next_hours_begin() {
        let (by, night) = (at("2026-03-07T11:00:00Z"), at("2026-03-06T22:00:00Z"));
        let office = CHOICES.first().copied();
        // A Friday: the next working day is Monday.
        assert_eq!(promise(office, MADRID, by, night), Promise::From { from: at("2026-03-09T08:00:00Z") });
        assert_eq!(promise(None, MADRID, by, night), Promise::None);
        assert_eq!(promise(CHOICES.last().copied(), MADRID, by, night), Promise::Before(by));
    }

    #[test]
    fn what_nobody_covers_in_the_next_seven_days_is_known() {
        let friday = at("2026-03-06T15:00:00Z");
        let gaps = uncovered(CHOICES.first().copied(), MADRID, friday);
        let ends = |text: &str| at(text);
        assert_eq!(
            gaps.first(),
            Some(&(ends("2026-03-06T16:00:00Z"), ends("2026-03-09T08:00:00Z"))),
            "the weekend"
        );
        assert_eq!(gaps.len(), 5, "{gaps:?}");
        assert_eq!(uncovered(CHOICES.last().copied(), MADRID, friday), []);
        assert_eq!(uncovered(None, MADRID, friday), [(friday, friday + TimeDelta::days(7))]);
        let evenings = OnCall { weekends: true, from: 9, to: 24 };
        assert_eq!(uncovered(Some(evenings), MADRID, friday).len(), 7);
    }

    #[test]
    fn what_letters_of_earlier_versions_say_is_an_hour() {
        let by = at("2026-03-06T17:00:00Z");
        let stored = serde_json::to_string(&by).unwrap();
        assert_eq!(serde_json::from_str::<Promise>(&stored).unwrap(), Promise::Before(by));
        for promise in [Promise::Before(by), Promise::From { from: by }, Promise::None] {
            let stored = serde_json::to_string(&promise).unwrap();
            assert_eq!(serde_json::from_str::<Promise>(&stored).unwrap(), promise);
        }
    }

    proptest! {
        #[test]
        fn nobody_is_on_call_in_what_is_uncovered_and_somebody_in_all_the_rest(
            minutes in 0..525_600_i64, ahead in 0..10_080_i64, choice in 0..4_usize,
        ) {
            let now = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let then = now + TimeDelta::minutes(ahead);
            let hours = CHOICES[choice];
            let gaps = uncovered(Some(hours), MADRID, now);
            let open = gaps.iter().any(|(from, until)| *from <= then && then < *until);
            prop_assert_eq!(open, !hours.is_always() && hours.ends(MADRID, then).is_none());
        }

        #[test]
        fn an_hour_is_promised_only_while_somebody_is_on_call_and_never_after_that(
            minutes in 0..525_600_i64, ahead in 1..2_000_i64, choice in 0..4_usize,
        ) {
            let now = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let by = now + TimeDelta::minutes(ahead);
            let hours = CHOICES[choice];
            match promise(Some(hours), MADRID, by, now) {
                Promise::Before(when) => {
                    prop_assert!(now < when && when <= by);
                    prop_assert!(hours.is_always() || hours.ends(MADRID, now).is_some_and(|ends| when <= ends));
                }
                Promise::From { from } => {
                    prop_assert!(from > now && from - now < TimeDelta::days(4));
                    prop_assert!(hours.ends(MADRID, from).is_some());
                }
                Promise::None => prop_assert!(false),
            }
        }
    }
}
