//! Schedules are local wall time plus IANA zone, turned into an instant anew for each occurrence.
//! A skipped hour moves to the next open minute, a doubled hour happens once, the first time.

use std::collections::BTreeSet;

use crate::domain::zone::Tz;
use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
    Weekday,
};

use super::quiet::QuietHours;

/// When prompts are sent: 18:00 local (programme, defaults; *ours*).
pub const PROMPT_HOUR: NaiveTime = hour(18);
/// When the digest is sent: 09:00 local (programme, case clocks).
pub const DIGEST_HOUR: NaiveTime = hour(9);
/// Prompts are spread by up to this many minutes before or after their hour (programme, prompt hour).
pub const SPREAD_MINUTES: u64 = 30;

/// The full hour, 0 to 23; anything above counts as midnight.
pub const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// The instant at which a clock on the wall there first shows `local`, or, if it never does, the next minute it shows.
pub fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    if let Some(found) = zone.from_local_datetime(&local).earliest() {
        return found.to_utc();
    }
    // The longest jump ever made was a whole day (Apia, 2011), so two days of minutes are enough.
    let minute = local.with_second(0).and_then(|m| m.with_nanosecond(0)).unwrap_or(local);
    (1..=2 * 24 * 60)
        .filter_map(|minutes| minute.checked_add_signed(TimeDelta::minutes(minutes)))
        .find_map(|open| zone.from_local_datetime(&open).earliest())
        .map_or_else(|| local.and_utc(), |found| found.to_utc())
}

/// The calendar date there.
pub fn date(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// `date` moved by whole days; stays where it is at the end of time.
pub fn plus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// `at` moved by `by`; stops at the end of time instead of failing.
pub fn plus(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(by).unwrap_or(if by < TimeDelta::zero() {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

/// The next time a clock there shows `time` on that weekday, strictly after `after`.
pub fn next_weekly(zone: Tz, weekday: Weekday, time: NaiveTime, after: DateTime<Utc>) -> DateTime<Utc> {
    next_on(zone, time, after, |date| date.weekday() == weekday)
}

/// The next time a clock there shows `time`, strictly after `after`.
pub fn next_daily(zone: Tz, time: NaiveTime, after: DateTime<Utc>) -> DateTime<Utc> {
    next_on(zone, time, after, |_| true)
}

/// The next digest, strictly after `after`.
pub fn next_digest(zone: Tz, after: DateTime<Utc>) -> DateTime<Utc> {
    next_daily(zone, DIGEST_HOUR, after)
}

/// The next digest on a working day, strictly after `after`.
pub fn next_working_digest(zone: Tz, after: DateTime<Utc>, holidays: &BTreeSet<NaiveDate>) -> DateTime<Utc> {
    let mut next = next_digest(zone, after);
    // No programme is on holiday for more than a year.
    for _ in 0..400 {
        if !is_day_off(date(zone, next), holidays) {
            break;
        }
        next = next_digest(zone, next);
    }
    next
}

/// Whether a day is the first working day of its week.
pub fn begins_week(day: NaiveDate, holidays: &BTreeSet<NaiveDate>) -> bool {
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    !holidays.contains(&day) && monday.iter_days().take_while(|it| *it < day).all(|it| holidays.contains(&it))
}

/// `days` calendar days after `from`, when a clock there shows `time`.
pub fn days_later(zone: Tz, from: DateTime<Utc>, days: u64, time: NaiveTime) -> DateTime<Utc> {
    instant(zone, plus_days(date(zone, from), days).and_time(time))
}

/// The same local time `days` working days later: Monday to Friday, less the programme's holidays (programme, case clocks).
pub fn working_days_later(
    from: DateTime<Utc>,
    days: u32,
    zone: Tz,
    holidays: &BTreeSet<NaiveDate>,
) -> DateTime<Utc> {
    let local = from.with_timezone(&zone);
    let mut day = local.date_naive();
    for _ in 0..days {
        day = plus_days(day, 1);
        while is_day_off(day, holidays) && day < NaiveDate::MAX {
            day = plus_days(day, 1);
        }
    }
    if day == local.date_naive() { from } else { instant(zone, day.and_time(local.time())) }
}

/// When the prompt of that day is sent: the prompt hour, moved by this seed's share of the spread, never in quiet hours.
pub fn prompt_at(zone: Tz, on: NaiveDate, seed: u64, quiet: QuietHours) -> DateTime<Utc> {
    quiet.next_open(zone, instant(zone, on.and_time(PROMPT_HOUR) + spread(seed)))
}

/// The share of the spread that belongs to this seed: whole minutes from −30 to +30, the same each time.
pub fn spread(seed: u64) -> TimeDelta {
    let minutes = scramble(seed) % (2 * SPREAD_MINUTES + 1);
    TimeDelta::minutes(i64::try_from(minutes).unwrap_or(0)) - TimeDelta::minutes(30)
}

/// Neighbouring seeds to far-apart values (the finaliser of `SplitMix64`).
pub(super) const fn scramble(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn next_on(
    zone: Tz,
    time: NaiveTime,
    after: DateTime<Utc>,
    wanted: impl Fn(NaiveDate) -> bool,
) -> DateTime<Utc> {
    let today = date(zone, after);
    // Yesterday's time may have been skipped into today.
    let yesterday = today.pred_opt().unwrap_or(today);
    yesterday
        .iter_days()
        .take(16)
        .filter(|day| wanted(*day))
        .map(|day| instant(zone, day.and_time(time)))
        .find(|at| *at > after)
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn is_day_off(day: NaiveDate, holidays: &BTreeSet<NaiveDate>) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || holidays.contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");
    const APIA: Tz = Tz::known("Pacific/Apia");
    const LORD_HOWE: Tz = Tz::known("Australia/Lord_Howe");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_skipped_hour_moves_to_the_next_open_minute() {
        assert_eq!(instant(MADRID, local("2026-03-29T02:30:00")), utc("2026-03-29T01:00:00Z"));
        assert_eq!(instant(LORD_HOWE, local("2026-10-04T02:15:30")), utc("2026-10-03T15:30:00Z"));
    }

    #[test]
    fn a_skipped_day_moves_to_the_first_minute_of_the_next() {
        assert_eq!(instant(APIA, local("2011-12-30T18:00:00")), utc("2011-12-30T10:00:00Z"));
        assert_eq!(
            next_weekly(APIA, Weekday::Fri, hour(18), utc("2011-12-29T00:00:00Z")),
            utc("2011-12-30T10:00:00Z")
        );
    }

    #[test]
    fn a_doubled_hour_happens_once_the_first_time() {
        let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
        let first = next_daily(MADRID, half_past_two, utc("2026-10-24T22:00:00Z"));
        assert_eq!(first, utc("2026-10-25T00:30:00Z"));
        assert_eq!(next_daily(MADRID, half_past_two, first), utc("2026-10-26T01:30:00Z"));
    }

    #[test]
    fn a_weekly_prompt_keeps_its_local_hour_across_the_change() {
        let before = next_weekly(MADRID, Weekday::Wed, hour(18), utc("2026-10-20T00:00:00Z"));
        let after = next_weekly(MADRID, Weekday::Wed, hour(18), before);
        assert_eq!((before, after), (utc("2026-10-21T16:00:00Z"), utc("2026-10-28T17:00:00Z")));
    }

    #[test]
    fn the_next_time_is_strictly_later() {
        let now = utc("2026-01-05T08:00:00Z");
        assert_eq!(next_digest(MADRID, now), utc("2026-01-06T08:00:00Z"));
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let friday = utc("2026-04-03T13:00:00Z");
        assert_eq!(working_days_later(friday, 3, MADRID, &BTreeSet::new()), utc("2026-04-08T13:00:00Z"));
        let easter_monday = BTreeSet::from([NaiveDate::from_ymd_opt(2026, 4, 6).unwrap()]);
        assert_eq!(working_days_later(friday, 3, MADRID, &easter_monday), utc("2026-04-09T13:00:00Z"));
        assert_eq!(working_days_later(friday, 0, MADRID, &easter_monday), friday);
    }

    #[test]
    fn prompts_are_spread_over_the_whole_hour_around_six() {
        let minutes: BTreeSet<i64> = (0..2_000).map(|seed| spread(seed).num_minutes()).collect();
        assert_eq!(minutes, (-30..=30).collect());
    }
}
