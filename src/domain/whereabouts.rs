//! "What time is it where you are?": first three clocks, then the whole list page by page, or typed as a time or a city.

use super::typed_time::TypedTime;
use super::zones;
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Clocks on one screen.
const PAGE: usize = 8;

/// The question, with the clocks it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clocks {
    /// How it is asked.
    pub asked: Asked,
    /// The zones to choose from.
    pub zones: Vec<Tz>,
}

/// How it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A few clocks near the programme's.
    Near,
    /// All clocks, this page of them.
    All {
        /// From 0.
        page: usize,
        /// No page follows.
        last: bool,
    },
    /// The places where it is the typed time.
    Places,
}

/// A tap below the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tapped {
    /// It is this time here.
    Zone(Tz),
    /// Show this page of all clocks.
    Page(usize),
}

/// What typed words say about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// There.
    Zone(Tz),
    /// In one of these places.
    Places(Clocks),
    /// Neither a time of day nor a place.
    Unclear,
}

impl Clocks {
    /// The first question. A programme that has not told its zone yet is taken to be in the first listed one.
    pub fn near(programme: Tz, now: DateTime<Utc>) -> Self {
        let choices = zones::first_choices(base(programme), now);
        Self { asked: Asked::Near, zones: choices.into_iter().map(|choice| choice.zone).collect() }
    }

    /// A page of all clocks, earliest time first.
    pub fn page(programme: Tz, page: usize, now: DateTime<Utc>) -> Self {
        let all = zones::all(base(programme), now);
        let page = page.min(all.len().saturating_sub(1) / PAGE);
        let zones = all.iter().skip(page * PAGE).take(PAGE).map(|choice| choice.zone).collect();
        Self { asked: Asked::All { page, last: (page + 1) * PAGE >= all.len() }, zones }
    }

    /// The taps it offers, in reading order.
    pub fn offer(&self) -> Vec<Tapped> {
        let pages = match self.asked {
            Asked::Near => vec![0],
            Asked::All { page, last } => {
                page.checked_sub(1).into_iter().chain((!last).then_some(page + 1)).collect()
            }
            Asked::Places => Vec::new(),
        };
        let zones = self.zones.iter().copied().map(Tapped::Zone);
        zones.chain(pages.into_iter().map(Tapped::Page)).collect()
    }
}

/// Reads a typed time of day, or the name of a city.
pub fn typed(text: &str, programme: Tz, now: DateTime<Utc>) -> Typed {
    if let Some(zone) = zones::named(text) {
        return Typed::Zone(zone);
    }
    let mut found = TypedTime::parse(text).map(|time| time.zones(base(programme), now)).unwrap_or_default();
    found.truncate(PAGE);
    match found.as_slice() {
        [] => Typed::Unclear,
        [one] => Typed::Zone(*one),
        _ => Typed::Places(Clocks { asked: Asked::Places, zones: found }),
    }
}

fn base(programme: Tz) -> Tz {
    if programme == Tz::UTC { zones::LISTED[0] } else { programme }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-01-15T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_city_says_it_and_a_time_that_several_places_share_is_asked_about() {
        assert_eq!(typed("Kabul", Tz::known("Europe/Madrid"), noon()), Typed::Zone(Tz::known("Asia/Kabul")));
        assert_eq!(
            typed("17:45", Tz::known("Europe/Madrid"), noon()),
            Typed::Zone(Tz::known("Asia/Kathmandu"))
        );
        let Typed::Places(places) = typed("13:00", Tz::known("Europe/Madrid"), noon()) else {
            panic!("no places")
        };
        assert_eq!(places.zones.first(), Some(&Tz::known("Europe/Madrid")));
        assert_eq!(typed("no idea", Tz::known("Europe/Madrid"), noon()), Typed::Unclear);
    }

    #[test]
    fn the_pages_show_every_clock_once() {
        let mut shown = Vec::new();
        let mut page = 0;
        loop {
            let clocks = Clocks::page(Tz::UTC, page, noon());
            shown.extend(clocks.zones.clone());
            if matches!(clocks.asked, Asked::All { last: true, .. }) {
                break;
            }
            assert!(clocks.offer().contains(&Tapped::Page(page + 1)));
            page += 1;
        }
        assert_eq!(shown.len(), zones::LISTED.len());
        assert_eq!(Clocks::page(Tz::UTC, 999, noon()).zones, Clocks::page(Tz::UTC, page, noon()).zones);
    }
}
