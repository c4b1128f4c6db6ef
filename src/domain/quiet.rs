//! Quiet hours: prompts wait, relayed messages arrive silently, safety pays no heed to them.

use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveTime, TimeZone, Utc};

use super::wall;

/// When a person is left in peace, on the clock of her own zone. May span midnight; equal ends mean never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet minute.
    pub from: NaiveTime,
    /// First minute after.
    pub to: NaiveTime,
}

impl Default for QuietHours {
    /// 21:00–08:00 (programme, quiet hours).
    fn default() -> Self {
        Self { from: wall::hour(21), to: wall::hour(8) }
    }
}

impl QuietHours {
    /// Whether it is quiet there now.
    pub fn is_quiet(self, zone: Tz, now: DateTime<Utc>) -> bool {
        let time = now.with_timezone(&zone).time();
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            time >= self.from || time < self.to
        }
    }

    /// `at` itself if it is open, else the moment quiet hours end.
    pub fn next_open(self, zone: Tz, at: DateTime<Utc>) -> DateTime<Utc> {
        if !self.is_quiet(zone, at) {
            return at;
        }
        wall::date(zone, at)
            .iter_days()
            // A skipped end may land in the next night, as in Apia in 2011.
            .take(4)
            .flat_map(|day| self.ends_on(zone, day))
            .find(|end| *end > at && !self.is_quiet(zone, *end))
            .unwrap_or(at)
    }

    /// The first moment from `at` on that is open in all these zones; if none is in a week, the first one's.
    pub fn next_open_in(self, zones: &[Tz], at: DateTime<Utc>) -> DateTime<Utc> {
        let mut open = at;
        for _ in 0..7 {
            let next = zones.iter().fold(open, |at, zone| self.next_open(*zone, at));
            if next == open {
                return open;
            }
            open = next;
        }
        zones.first().map_or(at, |zone| self.next_open(*zone, at))
    }

    /// Both times a doubled hour shows the end.
    fn ends_on(self, zone: Tz, day: chrono::NaiveDate) -> [DateTime<Utc>; 2] {
        let end = day.and_time(self.to);
        let first = wall::instant(zone, end);
        [first, zone.from_local_datetime(&end).latest().map_or(first, |last| last.to_utc())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");
    const KABUL: Tz = Tz::known("Asia/Kabul");
    const BOGOTA: Tz = Tz::known("America/Bogota");
    const APIA: Tz = Tz::known("Pacific/Apia");
    const AUCKLAND: Tz = Tz::known("Pacific/Auckland");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn nine_in_the_evening_is_quiet_and_eight_in_the_morning_is_not() {
        let quiet = QuietHours::default();
        assert!(!quiet.is_quiet(MADRID, utc("2026-01-10T19:59:59Z")));
        assert!(quiet.is_quiet(MADRID, utc("2026-01-10T20:00:00Z")));
        assert!(quiet.is_quiet(MADRID, utc("2026-01-11T06:59:59Z")));
        assert!(!quiet.is_quiet(MADRID, utc("2026-01-11T07:00:00Z")));
    }

    #[test]
    fn each_person_has_her_own_night() {
        let five_in_the_afternoon_in_madrid = utc("2026-01-10T16:30:00Z");
        assert!(!QuietHours::default().is_quiet(MADRID, five_in_the_afternoon_in_madrid));
        assert!(QuietHours::default().is_quiet(KABUL, five_in_the_afternoon_in_madrid));
    }

    #[test]
    fn what_comes_at_night_waits_until_eight_also_when_the_clock_changes() {
        let quiet = QuietHours::default();
        assert_eq!(quiet.next_open(MADRID, utc("2026-03-28T22:00:00Z")), utc("2026-03-29T06:00:00Z"));
        assert_eq!(quiet.next_open(MADRID, utc("2026-10-24T22:00:00Z")), utc("2026-10-25T07:00:00Z"));
        assert_eq!(quiet.next_open(APIA, utc("2011-12-30T09:00:00Z")), utc("2011-12-30T18:00:00Z"));
    }

    #[test]
    fn people_far_apart_are_told_when_all_of_them_are_awake() {
        let quiet = QuietHours::default();
        let morning_in_madrid = utc("2026-01-10T08:30:00Z");
        for (zones, open) in [
            (&[][..], "2026-01-10T08:30:00Z"),
            (&[MADRID][..], "2026-01-10T08:30:00Z"),
            (&[MADRID, BOGOTA], "2026-01-10T13:00:00Z"),
            (&[MADRID, KABUL, AUCKLAND], "2026-01-11T07:00:00Z"),
            // These three are never awake together.
            (&[KABUL, BOGOTA, AUCKLAND], "2026-01-10T08:30:00Z"),
            (&[BOGOTA, KABUL, AUCKLAND], "2026-01-10T13:00:00Z"),
        ] {
            assert_eq!(quiet.next_open_in(zones, morning_in_madrid), utc(open), "{zones:?}");
        }
    }

    #[test]
    fn equal_ends_mean_no_quiet_hours() {
        let never = QuietHours { from: wall::hour(0), to: wall::hour(0) };
        assert!(
            (0..48)
                .all(|h| !never.is_quiet(MADRID, utc("2026-01-10T00:00:00Z") + chrono::TimeDelta::hours(h)))
        );
    }
}
