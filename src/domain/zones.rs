//! "What time is it where you are?": zones are chosen by the time they show, from a short list, or by a typed name.

use super::zone::Tz;
use chrono::{DateTime, NaiveDateTime, Offset, TimeZone, Utc};

/// Zones that matter for host countries and for where people come from and pass through (*ours*); of those that show the same
/// time, the first here stands for the others.
#[rustfmt::skip]
pub const LISTED: [Tz; 50] = [
    Tz::known("Europe/Madrid"), Tz::known("Europe/London"), Tz::known("Europe/Athens"), Tz::known("Europe/Istanbul"), Tz::known("Asia/Kabul"), Tz::known("Asia/Tehran"),
    Tz::known("Europe/Lisbon"), Tz::known("Atlantic/Canary"), Tz::known("Atlantic/Azores"), Tz::known("Europe/Paris"), Tz::known("Europe/Berlin"), Tz::known("Europe/Rome"),
    Tz::known("Europe/Copenhagen"), Tz::known("Europe/Stockholm"), Tz::known("Europe/Warsaw"), Tz::known("Europe/Bucharest"), Tz::known("Europe/Kyiv"),
    Tz::known("Europe/Moscow"), Tz::known("Europe/Tirane"), Tz::known("Africa/Casablanca"), Tz::known("Africa/Algiers"), Tz::known("Africa/Tunis"),
    Tz::known("Africa/Tripoli"), Tz::known("Africa/Cairo"), Tz::known("Africa/Khartoum"), Tz::known("Africa/Addis_Ababa"), Tz::known("Africa/Asmara"),
    Tz::known("Africa/Mogadishu"), Tz::known("Africa/Lagos"), Tz::known("Africa/Dakar"), Tz::known("Africa/Kinshasa"), Tz::known("Asia/Beirut"), Tz::known("Asia/Damascus"),
    Tz::known("Asia/Amman"), Tz::known("Asia/Gaza"), Tz::known("Asia/Baghdad"), Tz::known("Asia/Dubai"), Tz::known("Asia/Tbilisi"), Tz::known("Asia/Karachi"),
    Tz::known("Asia/Tashkent"), Tz::known("Asia/Kolkata"), Tz::known("Asia/Kathmandu"), Tz::known("Asia/Dhaka"), Tz::known("America/Caracas"), Tz::known("America/Bogota"),
    Tz::known("America/Lima"), Tz::known("America/Tegucigalpa"), Tz::known("America/Sao_Paulo"), Tz::known("America/New_York"), Tz::known("America/Argentina/Buenos_Aires"),
];

/// What else people call them: large cities and countries without an IANA name of their own.
#[rustfmt::skip]
const ALSO: [(&str, Tz); 37] = [
    ("barcelona", Tz::known("Europe/Madrid")), ("valencia", Tz::known("Europe/Madrid")), ("sevilla", Tz::known("Europe/Madrid")),
    ("españa", Tz::known("Europe/Madrid")), ("spain", Tz::known("Europe/Madrid")), ("مدريد", Tz::known("Europe/Madrid")),
    ("برشلونة", Tz::known("Europe/Madrid")), ("thessaloniki", Tz::known("Europe/Athens")), ("greece", Tz::known("Europe/Athens")),
    ("αθήνα", Tz::known("Europe/Athens")), ("ελλάδα", Tz::known("Europe/Athens")), ("milano", Tz::known("Europe/Rome")), ("roma", Tz::known("Europe/Rome")),
    ("hamburg", Tz::known("Europe/Berlin")), ("münchen", Tz::known("Europe/Berlin")), ("porto", Tz::known("Europe/Lisbon")),
    ("lisboa", Tz::known("Europe/Lisbon")), ("kiev", Tz::known("Europe/Kyiv")), ("київ", Tz::known("Europe/Kyiv")), ("lviv", Tz::known("Europe/Kyiv")),
    ("kharkiv", Tz::known("Europe/Kyiv")), ("odesa", Tz::known("Europe/Kyiv")), ("ukraine", Tz::known("Europe/Kyiv")), ("ankara", Tz::known("Europe/Istanbul")),
    ("إسطنبول", Tz::known("Europe/Istanbul")), ("aleppo", Tz::known("Asia/Damascus")), ("syria", Tz::known("Asia/Damascus")),
    ("دمشق", Tz::known("Asia/Damascus")), ("herat", Tz::known("Asia/Kabul")), ("afghanistan", Tz::known("Asia/Kabul")), ("کابل", Tz::known("Asia/Kabul")),
    ("mashhad", Tz::known("Asia/Tehran")), ("iran", Tz::known("Asia/Tehran")), ("تهران", Tz::known("Asia/Tehran")), ("lahore", Tz::known("Asia/Karachi")),
    ("eritrea", Tz::known("Africa/Asmara")), ("somalia", Tz::known("Africa/Mogadishu")),
];

/// A zone and what its clocks show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The zone.
    pub zone: Tz,
    /// Date and time there.
    pub local: NaiveDateTime,
}

impl Choice {
    /// That zone now.
    pub fn new(zone: Tz, now: DateTime<Utc>) -> Self {
        Self { zone, local: now.with_timezone(&zone).naive_local() }
    }
}

/// The first question: an hour earlier, the programme's own zone, an hour later. Fewer where no listed zone shows that time.
pub fn first_choices(programme: Tz, now: DateTime<Utc>) -> Vec<Choice> {
    let here = offset(programme, now);
    [here - 3600, here, here + 3600]
        .into_iter()
        .filter_map(|wanted| {
            std::iter::once(programme).chain(LISTED).find(|zone| offset(*zone, now) == wanted)
        })
        .map(|zone| Choice::new(zone, now))
        .collect()
}

/// All listed zones and the programme's own, from the earliest time to the latest.
pub fn all(programme: Tz, now: DateTime<Utc>) -> Vec<Choice> {
    let own = Some(programme).filter(|zone| !LISTED.contains(zone));
    let mut zones: Vec<Tz> = own.into_iter().chain(LISTED).collect();
    zones.sort_by_key(|zone| offset(*zone, now));
    zones.into_iter().map(|zone| Choice::new(zone, now)).collect()
}

/// The zone of a typed name: "Madrid", "europe/madrid", "New York", and some cities and countries in their own script.
pub fn named(text: &str) -> Option<Tz> {
    let wanted = normal(text);
    let also = ALSO.iter().find(|(name, _)| *name == wanted).map(|(_, zone)| *zone);
    also.or_else(|| places().find(|zone| normal(zone.name()) == wanted)).or_else(|| {
        places().find(|zone| zone.name().rsplit('/').next().is_some_and(|city| normal(city) == wanted))
    })
}

/// Seconds east of Greenwich there now.
pub(super) fn offset(zone: Tz, now: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&now.naive_utc()).fix().local_minus_utc()
}

/// Every IANA zone named after a place, listed ones first.
fn places() -> impl Iterator<Item = Tz> {
    LISTED
        .into_iter()
        .chain(Tz::all())
        .filter(|zone| zone.name().contains('/') && !zone.name().starts_with("Etc/"))
}

fn normal(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if matches!(c, '_' | '-') { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn winter() -> DateTime<Utc> {
        "2026-01-15T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_first_question_offers_the_programme_s_time_and_an_hour_either_way() {
        let zones: Vec<Tz> =
            first_choices(Tz::known("Europe/Paris"), winter()).iter().map(|choice| choice.zone).collect();
        assert_eq!(
            zones,
            [Tz::known("Europe/London"), Tz::known("Europe/Paris"), Tz::known("Europe/Athens")]
        );
        let in_nepal = first_choices(Tz::known("Asia/Kathmandu"), winter());
        assert_eq!(in_nepal.len(), 1, "no zone is an hour from Kathmandu");
    }

    #[test]
    fn the_list_goes_from_the_earliest_time_to_the_latest_and_names_each_zone_once() {
        let list = all(Tz::known("Australia/Lord_Howe"), winter());
        assert!(list.is_sorted_by_key(|choice| choice.local));
        let zones: BTreeSet<&str> = list.iter().map(|choice| choice.zone.name()).collect();
        assert_eq!(zones.len(), LISTED.len() + 1);
        assert_eq!(all(Tz::known("Europe/Rome"), winter()).len(), LISTED.len());
    }

    #[test]
    fn a_typed_place_is_found_in_many_spellings() {
        for (typed, zone) in [
            ("Europe/Madrid", Tz::known("Europe/Madrid")),
            (" new  york ", Tz::known("America/New_York")),
            ("KABUL", Tz::known("Asia/Kabul")),
            ("Kiev", Tz::known("Europe/Kyiv")),
            ("دمشق", Tz::known("Asia/Damascus")),
            ("Buenos-Aires", Tz::known("America/Argentina/Buenos_Aires")),
        ] {
            assert_eq!(named(typed), Some(zone), "{typed}");
        }
    }

    #[test]
    fn what_is_no_place_is_not_guessed() {
        for typed in ["", "14:30", "Etc/GMT+5", "EST", "somewhere"] {
            assert_eq!(named(typed), None, "{typed}");
        }
    }

    #[test]
    fn other_names_are_written_as_they_are_looked_up() {
        assert!(ALSO.iter().all(|(name, _)| normal(name) == *name));
    }
}
