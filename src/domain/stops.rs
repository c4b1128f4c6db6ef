//! Times that do not count for a clock: pauses, programme holidays, holds, days on which someone could not be reached.

use chrono::{DateTime, TimeDelta, Utc};

/// One time that does not count. An open end is `DateTime::<Utc>::MAX_UTC`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// First moment that does not count.
    pub from: DateTime<Utc>,
    /// First moment that counts again.
    pub until: DateTime<Utc>,
}

/// Stops in order, overlaps joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stops(Vec<Stop>);

impl Stops {
    /// In any order; may overlap; empty and reversed ones are dropped.
    pub fn new(mut stops: Vec<Stop>) -> Self {
        stops.retain(|stop| stop.from < stop.until);
        stops.sort_unstable();
        let mut joined: Vec<Stop> = Vec::with_capacity(stops.len());
        for stop in stops {
            match joined.last_mut() {
                Some(last) if stop.from <= last.until => last.until = last.until.max(stop.until),
                _ => joined.push(stop),
            }
        }
        Self(joined)
    }

    /// These and those.
    #[must_use]
    pub fn and(mut self, more: impl IntoIterator<Item = Stop>) -> Self {
        self.0.extend(more);
        Self::new(self.0)
    }

    /// Whether the clock stands still now.
    pub fn stopped(&self, now: DateTime<Utc>) -> bool {
        self.ends(now).is_some()
    }

    /// When the present stop ends; `None` while the clock runs.
    pub fn ends(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.0.iter().find(|stop| stop.from <= now && now < stop.until).map(|stop| stop.until)
    }

    /// How much of the time from `since` to `now` counts; zero if `now` is earlier.
    pub fn elapsed(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
        let stopped = self
            .0
            .iter()
            .map(|stop| stop.until.min(now) - stop.from.max(since))
            .filter(|time| *time > TimeDelta::zero())
            .fold(TimeDelta::zero(), |sum, time| sum + time);
        (now - since - stopped).max(TimeDelta::zero())
    }

    /// When `wait` will have passed since `since`; `None` if a stop without end comes before.
    pub fn reached(&self, since: DateTime<Utc>, wait: TimeDelta) -> Option<DateTime<Utc>> {
        let mut at = since.checked_add_signed(wait)?;
        for stop in self.0.iter().filter(|stop| stop.until > since) {
            if stop.from >= at {
                break;
            }
            at = at.checked_add_signed(stop.until - stop.from.max(since))?;
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(n)
    }

    fn stop(from: i64, until: i64) -> Stop {
        Stop { from: day(from), until: day(until) }
    }

    #[test]
    fn a_pause_stops_the_clock() {
        let stops = Stops::new(vec![stop(2, 5)]);
        assert_eq!(stops.elapsed(day(0), day(10)), TimeDelta::days(7));
        assert_eq!(stops.reached(day(0), TimeDelta::days(7)), Some(day(10)));
        assert!(stops.stopped(day(2)) && !stops.stopped(day(5)));
    }

    #[test]
    fn overlapping_pauses_count_once() {
        let stops = Stops::new(vec![stop(4, 8), stop(2, 5), stop(3, 4), stop(9, 9)]);
        assert_eq!(stops.elapsed(day(0), day(10)), TimeDelta::days(4));
    }

    #[test]
    fn only_the_part_of_a_pause_after_the_contact_counts() {
        let stops = Stops::new(vec![stop(0, 4)]);
        assert_eq!(stops.elapsed(day(3), day(6)), TimeDelta::days(2));
        assert_eq!(stops.reached(day(3), TimeDelta::days(2)), Some(day(6)));
    }

    #[test]
    fn a_pause_without_end_is_never_over() {
        let stops = Stops::new(vec![Stop { from: day(2), until: DateTime::<Utc>::MAX_UTC }]);
        assert_eq!(stops.reached(day(0), TimeDelta::days(3)), None);
        assert_eq!(stops.reached(day(0), TimeDelta::days(1)), Some(day(1)));
        assert_eq!(stops.elapsed(day(0), day(100)), TimeDelta::days(2));
    }
}
