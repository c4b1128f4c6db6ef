//! A whole year of local time in zones that do everything a clock can do.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday};
use lazo::domain::zone::Tz;
use lazo::domain::{quiet::QuietHours, wall};
use proptest::prelude::*;

/// Zones with the usual rules, half and quarter hours, half an hour of summer time, summer time but for Ramadan, and a skipped day.
pub(crate) const ZONES: [Tz; 8] = [
    Tz::known("Europe/Madrid"),
    Tz::known("Europe/Athens"),
    Tz::known("Asia/Kabul"),
    Tz::known("Asia/Kathmandu"),
    Tz::known("America/St_Johns"),
    Tz::known("Australia/Lord_Howe"),
    Tz::known("Africa/Casablanca"),
    Tz::known("Pacific/Apia"),
];

/// 2011 has Apia's skipped day, 2026 everything else.
const YEARS: [i32; 2] = [2011, 2026];

fn quarter_hours(year: i32) -> impl Iterator<Item = DateTime<Utc>> {
    let start = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
    (0..366 * 96).map(move |n| start + TimeDelta::minutes(15 * n))
}

pub(crate) fn dates(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take(365)
}

/// Whether that date has a noon there: all but Apia's 30 December 2011 do.
fn exists(zone: Tz, date: NaiveDate) -> bool {
    zone.from_local_datetime(&date.and_time(wall::hour(12))).earliest().is_some()
}

#[test]
fn quiet_hours_end_at_the_first_open_moment_and_never_before_it_is_asked() {
    let quiet = QuietHours::default();
    for (zone, year) in ZONES.into_iter().flat_map(|zone| YEARS.map(|year| (zone, year))) {
        let mut before: Option<DateTime<Utc>> = None;
        for at in quarter_hours(year) {
            let open = quiet.next_open(zone, at);
            assert!(open >= at && !quiet.is_quiet(zone, open), "{zone} {at}");
            assert!(
                before.is_none_or(|before| before == open || before <= at),
                "{zone} {at}: an open moment is passed over"
            );
            before = Some(open);
        }
    }
}

#[test]
fn a_daily_time_comes_once_on_each_local_date_and_strictly_later() {
    for (zone, year) in ZONES.into_iter().flat_map(|zone| YEARS.map(|year| (zone, year))) {
        for (hour, minute) in [(0, 0), (1, 45), (2, 30), (18, 0), (23, 59)] {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            let mut at = wall::instant(zone, dates(year).next().unwrap().and_time(NaiveTime::MIN))
                - TimeDelta::seconds(1);
            for date in dates(year).filter(|date| exists(zone, *date)) {
                let next = wall::next_daily(zone, time, at);
                assert!(next > at);
                let local = next.with_timezone(&zone);
                // A skipped day's time falls on the first minute of the day after.
                if exists(zone, date.pred_opt().unwrap()) || local.time() == time {
                    assert_eq!(local.date_naive(), date, "{zone} {time}");
                    assert!(
                        local.time() >= time && local.time() - time <= TimeDelta::hours(1),
                        "{zone} {local}"
                    );
                } else {
                    assert_eq!(local.naive_local(), date.and_time(NaiveTime::MIN), "{zone} {time}");
                    at = wall::next_daily(zone, time, next);
                    continue;
                }
                at = next;
            }
        }
    }
}

#[test]
fn a_weekly_prompt_comes_in_every_week_of_the_year_at_its_local_hour() {
    for zone in ZONES {
        for weekday in [Weekday::Mon, Weekday::Sun] {
            let mut at =
                wall::next_weekly(zone, weekday, wall::PROMPT_HOUR, quarter_hours(2026).next().unwrap());
            for _ in 0..52 {
                let local = at.with_timezone(&zone);
                assert_eq!((local.weekday(), local.hour(), local.minute()), (weekday, 18, 0), "{zone}");
                let next = wall::next_weekly(zone, weekday, wall::PROMPT_HOUR, at);
                assert_eq!(next.with_timezone(&zone).date_naive() - local.date_naive(), TimeDelta::days(7));
                at = next;
            }
        }
    }
}

#[test]
fn a_prompt_is_sent_on_its_local_date_within_half_an_hour_of_six_and_never_in_quiet_hours() {
    let quiet = QuietHours::default();
    for zone in ZONES {
        for (date, seed) in dates(2026).zip(1_000..) {
            let at = wall::prompt_at(zone, date, seed, quiet);
            let local = at.with_timezone(&zone);
            assert_eq!(local.date_naive(), date);
            assert!((local.time() - wall::PROMPT_HOUR).abs() <= TimeDelta::minutes(30));
            assert!(!quiet.is_quiet(zone, at));
        }
    }
}

#[test]
fn days_later_counts_dates_on_the_calendar_there() {
    for zone in ZONES {
        for at in quarter_hours(2026).step_by(7) {
            let later = wall::days_later(zone, at, 3, wall::PROMPT_HOUR).with_timezone(&zone);
            assert_eq!(later.date_naive() - wall::date(zone, at), TimeDelta::days(3), "{zone} {at}");
            assert_eq!(later.time(), wall::PROMPT_HOUR);
        }
    }
}

#[test]
fn working_days_are_counted_one_by_one() {
    let holidays: BTreeSet<NaiveDate> = dates(2026).filter(|date| date.day() % 10 == 6).collect();
    for zone in ZONES {
        for at in quarter_hours(2026).step_by(29) {
            for days in [1, 3, 7] {
                let later = wall::working_days_later(at, days, zone, &holidays);
                let (from, to) = (wall::date(zone, at), wall::date(zone, later));
                let is_working =
                    |date: &NaiveDate| date.weekday().number_from_monday() <= 5 && !holidays.contains(date);
                let counted =
                    from.iter_days().skip(1).take_while(|date| *date <= to).filter(is_working).count();
                assert_eq!(counted, days as usize, "{zone} {at}");
                assert!(is_working(&to));
            }
        }
    }
}

proptest! {
    #[test]
    fn an_instant_is_never_earlier_than_its_wall_time_and_the_same_if_a_clock_shows_it(
        zone in proptest::sample::select(&ZONES[..]),
        minutes in 0_i64..60 * 24 * 365 * 60,
    ) {
        let local = (DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)).naive_utc();
        let shown = wall::instant(zone, local).with_timezone(&zone).naive_local();
        prop_assert!(shown >= local);
        prop_assert_eq!(shown == local, zone.from_local_datetime(&local).earliest().is_some());
    }

    #[test]
    fn the_ends_of_time_break_nothing(seconds in any::<i64>(), days in any::<u64>()) {
        let at = DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let safe = at.clamp(DateTime::<Utc>::MIN_UTC + TimeDelta::days(3), DateTime::<Utc>::MAX_UTC - TimeDelta::days(40));
        wall::days_later(Tz::known("Europe/Madrid"), safe, days % 100_000, wall::PROMPT_HOUR);
        prop_assert!(wall::plus(at, TimeDelta::MAX) >= at && wall::plus(at, TimeDelta::MIN) <= at);
        prop_assert!(QuietHours::default().next_open(Tz::known("Europe/Madrid"), safe) >= safe);
    }
}
