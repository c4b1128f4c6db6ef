//! "What time is it where you are?": zones are chosen by the time they show, from a short list, or by a typed name.

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

/// Zones that matter for host countries and for where people come from and pass through (*ours*); of those that show the same
/// time, the first here stands for the others.
#[rustfmt::skip]
pub const LISTED: [Tz; 50] = [
    Tz::Europe__Madrid, Tz::Europe__London, Tz::Europe__Athens, Tz::Europe__Istanbul, Tz::Asia__Kabul, Tz::Asia__Tehran,
    Tz::Europe__Lisbon, Tz::Atlantic__Canary, Tz::Atlantic__Azores, Tz::Europe__Paris, Tz::Europe__Berlin, Tz::Europe__Rome,
    Tz::Europe__Copenhagen, Tz::Europe__Stockholm, Tz::Europe__Warsaw, Tz::Europe__Bucharest, Tz::Europe__Kyiv,
    Tz::Europe__Moscow, Tz::Europe__Tirane, Tz::Africa__Casablanca, Tz::Africa__Algiers, Tz::Africa__Tunis,
    Tz::Africa__Tripoli, Tz::Africa__Cairo, Tz::Africa__Khartoum, Tz::Africa__Addis_Ababa, Tz::Africa__Asmara,
    Tz::Africa__Mogadishu, Tz::Africa__Lagos, Tz::Africa__Dakar, Tz::Africa__Kinshasa, Tz::Asia__Beirut, Tz::Asia__Damascus,
    Tz::Asia__Amman, Tz::Asia__Gaza, Tz::Asia__Baghdad, Tz::Asia__Dubai, Tz::Asia__Tbilisi, Tz::Asia__Karachi,
    Tz::Asia__Tashkent, Tz::Asia__Kolkata, Tz::Asia__Kathmandu, Tz::Asia__Dhaka, Tz::America__Caracas, Tz::America__Bogota,
    Tz::America__Lima, Tz::America__Tegucigalpa, Tz::America__Sao_Paulo, Tz::America__New_York, Tz::America__Argentina__Buenos_Aires,
];

/// What else people call them: large cities and countries without an IANA name of their own.
#[rustfmt::skip]
const ALSO: [(&str, Tz); 37] = [
    ("barcelona", Tz::Europe__Madrid), ("valencia", Tz::Europe__Madrid), ("sevilla", Tz::Europe__Madrid),
    ("españa", Tz::Europe__Madrid), ("spain", Tz::Europe__Madrid), ("مدريد", Tz::Europe__Madrid),
    ("برشلونة", Tz::Europe__Madrid), ("thessaloniki", Tz::Europe__Athens), ("greece", Tz::Europe__Athens),
    ("αθήνα", Tz::Europe__Athens), ("ελλάδα", Tz::Europe__Athens), ("milano", Tz::Europe__Rome), ("roma", Tz::Europe__Rome),
    ("hamburg", Tz::Europe__Berlin), ("münchen", Tz::Europe__Berlin), ("porto", Tz::Europe__Lisbon),
    ("lisboa", Tz::Europe__Lisbon), ("kiev", Tz::Europe__Kyiv), ("київ", Tz::Europe__Kyiv), ("lviv", Tz::Europe__Kyiv),
    ("kharkiv", Tz::Europe__Kyiv), ("odesa", Tz::Europe__Kyiv), ("ukraine", Tz::Europe__Kyiv), ("ankara", Tz::Europe__Istanbul),
    ("إسطنبول", Tz::Europe__Istanbul), ("aleppo", Tz::Asia__Damascus), ("syria", Tz::Asia__Damascus),
    ("دمشق", Tz::Asia__Damascus), ("herat", Tz::Asia__Kabul), ("afghanistan", Tz::Asia__Kabul), ("کابل", Tz::Asia__Kabul),
    ("mashhad", Tz::Asia__Tehran), ("iran", Tz::Asia__Tehran), ("تهران", Tz::Asia__Tehran), ("lahore", Tz::Asia__Karachi),
    ("eritrea", Tz::Africa__Asmara), ("somalia", Tz::Africa__Mogadishu),
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
    let others = TZ_VARIANTS.iter().copied();
    LISTED
        .into_iter()
        .chain(others)
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
            first_choices(Tz::Europe__Paris, winter()).iter().map(|choice| choice.zone).collect();
        assert_eq!(zones, [Tz::Europe__London, Tz::Europe__Paris, Tz::Europe__Athens]);
        let in_nepal = first_choices(Tz::Asia__Kathmandu, winter());
        assert_eq!(in_nepal.len(), 1, "no zone is an hour from Kathmandu");
    }

    #[test]
    fn the_list_goes_from_the_earliest_time_to_the_latest_and_names_each_zone_once() {
        let list = all(Tz::Australia__Lord_Howe, winter());
        assert!(list.is_sorted_by_key(|choice| choice.local));
        let zones: BTreeSet<&str> = list.iter().map(|choice| choice.zone.name()).collect();
        assert_eq!(zones.len(), LISTED.len() + 1);
        assert_eq!(all(Tz::Europe__Rome, winter()).len(), LISTED.len());
    }

    #[test]
    fn a_typed_place_is_found_in_many_spellings() {
        for (typed, zone) in [
            ("Europe/Madrid", Tz::Europe__Madrid),
            (" new  york ", Tz::America__New_York),
            ("KABUL", Tz::Asia__Kabul),
            ("Kiev", Tz::Europe__Kyiv),
            ("دمشق", Tz::Asia__Damascus),
            ("Buenos-Aires", Tz::America__Argentina__Buenos_Aires),
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
