//! Zones have the data of this year, and otherwise say what another library says.

use crate::wall::ZONES;
use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike, Utc};
use lazo::domain::quiet::QuietHours;
use lazo::domain::whereabouts::{Typed, typed};
use lazo::domain::zone::Tz;
use lazo::domain::zones;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Hours east of Greenwich there.
fn east(zone: &str, moment: &str) -> i32 {
    let zone: Tz = zone.parse().unwrap();
    zone.offset_from_utc_datetime(&at(moment).naive_utc()).fix().local_minus_utc() / 3600
}

/// Case 07.
#[test]
fn casablanca_keeps_one_time_all_year_since_autumn_of_2026() {
    let zone: Tz = "Africa/Casablanca".parse().unwrap();
    assert_eq!(east("Africa/Casablanca", "2026-07-15T12:00:00Z"), 1, "before it was changed");
    for moment in ["2026-11-10T19:54:00Z", "2027-03-20T19:54:00Z", "2027-07-10T19:54:00Z"] {
        let now = at(moment);
        assert_eq!(now.with_timezone(&zone).hour(), 19, "{moment}");
        let places = match typed("19:54", Tz::known("Europe/Madrid"), now) {
            Typed::Places(clocks) => clocks.zones,
            Typed::Zone(zone) => vec![zone],
            Typed::Unclear => Vec::new(),
        };
        assert!(places.contains(&zone), "{moment}: a mentee in Tangier finds her country: {places:?}");
        assert_eq!(typed("Casablanca", Tz::known("Europe/Madrid"), now), Typed::Zone(zone));
    }
    let night = at("2026-11-11T03:00:00Z");
    assert_eq!(
        QuietHours::default().next_open(zone, night),
        at("2026-11-11T08:00:00Z"),
        "eight is eight there"
    );
}

#[test]
fn others_that_changed_in_2026_are_right_too() {
    for (zone, winter, summer) in [
        ("America/Vancouver", -7, -7),
        ("America/Edmonton", -6, -6),
        ("America/Winnipeg", -5, -5),
        ("Europe/Madrid", 1, 2),
        ("Europe/London", 0, 1),
    ] {
        let found = (east(zone, "2027-01-15T12:00:00Z"), east(zone, "2027-07-15T12:00:00Z"));
        assert_eq!(found, (winter, summer), "{zone}");
    }
}

#[test]
fn every_name_that_an_earlier_version_can_have_stored_is_known() {
    let lost: Vec<&str> = chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name())
        .filter(|name| name.parse::<Tz>().is_err())
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    for zone in zones::LISTED {
        assert_eq!(zone.name().parse(), Ok(zone));
        assert_eq!(serde_json::to_string(&zone).unwrap(), format!("\"{}\"", zone.name()));
        assert_eq!(serde_json::from_str::<Tz>(&format!("\"{}\"", zone.name())).unwrap(), zone);
    }
}

/// The years of which both know all.
const KNOWN: [&str; 2] = ["2000-01-01T00:00:00Z", "2025-01-01T00:00:00Z"];

#[test]
fn what_is_long_past_is_as_another_library_has_it() {
    let [from, until] = KNOWN.map(at);
    let moments = || (0..).map(|n| from + TimeDelta::hours(37 * 7 * n)).take_while(|moment| *moment < until);
    for other in chrono_tz::TZ_VARIANTS {
        let zone: Tz = other.name().parse().unwrap();
        for moment in moments() {
            let (ours, theirs) = (moment.with_timezone(&zone), moment.with_timezone(&other));
            assert_eq!(ours.naive_local(), theirs.naive_local(), "{zone} {moment}");
        }
    }
}

#[test]
fn a_skipped_and_a_doubled_hour_are_as_another_library_has_them() {
    let mut odd = 0;
    for zone in ZONES {
        let other: chrono_tz::Tz = zone.name().parse().unwrap();
        for year in [2011, 2019, 2024] {
            let start: NaiveDateTime = format!("{year}-01-01T00:00:00").parse().unwrap();
            for local in (0..366 * 96).map(|n| start + TimeDelta::minutes(15 * n)) {
                let ours = zone.from_local_datetime(&local).map(|it| it.to_utc());
                assert_eq!(ours, other.from_local_datetime(&local).map(|it| it.to_utc()), "{zone} {local}");
                odd += usize::from(ours.single().is_none());
            }
        }
    }
    assert!(odd > 100, "{odd}: there are such hours");
}

#[test]
fn at_the_ends_of_time_nothing_breaks() {
    for zone in ZONES {
        for end in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let shift = zone.offset_from_utc_datetime(&end.naive_utc()).fix().local_minus_utc();
            assert!(shift.abs() < 24 * 3600);
            assert!(zone.offset_from_local_datetime(&end.naive_utc()).earliest().is_some());
        }
    }
}
