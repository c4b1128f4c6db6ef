//! A time of day as people type it, in any script, and the zones in which it is that time now.

use crate::domain::zone::Tz;
use chrono::{DateTime, Timelike, Utc};

use super::{
    digits,
    zones::{self, Choice},
};

/// Minutes a typed time may be off: reading a clock and typing take a while.
const TOLERANCE: i64 = 10;
const DAY: i64 = 24 * 60;

/// What someone typed as the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedTime {
    /// Minutes since midnight.
    minutes: i64,
    /// Whether half a day later may be meant, too: up to 12, without "am" or "pm".
    is_ambiguous: bool,
    /// Whether only the hour was given.
    is_hour: bool,
}

impl TypedTime {
    /// Reads "14:30", "14.30", "14h30", "1430", "2.30 pm", "9", "١٤:٣٠", "۲:۳۰ ب.ظ", "٢:٣٠ م".
    pub fn parse(text: &str) -> Option<Self> {
        let text = digits::plain(text).to_lowercase();
        let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        let half = Half::parse(&letters)?;
        let groups: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let (hour, minute) = match groups.as_slice() {
            [hour] if hour.len() <= 2 => (*hour, None),
            [both] if both.len() <= 4 => both.split_at_checked(both.len() - 2).map(|(h, m)| (h, Some(m)))?,
            [hour, minute] if hour.len() <= 2 && minute.len() == 2 => (*hour, Some(*minute)),
            _ => return None,
        };
        let is_hour = minute.is_none();
        let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.unwrap_or("0").parse().ok()?);
        let hour = half.hour(hour).filter(|hour| *hour < 24 && minute < 60)?;
        let is_ambiguous = half == Half::Unsaid && (1..=12).contains(&hour);
        Some(Self { minutes: hour * 60 + minute, is_ambiguous, is_hour })
    }

    /// The listed zones, and the programme's own, in which it is that time now; nearest to the programme's zone first.
    pub fn zones(self, programme: Tz, now: DateTime<Utc>) -> Vec<Tz> {
        let here = zones::offset(programme, now);
        let mut found: Vec<Choice> =
            zones::all(programme, now).into_iter().filter(|choice| self.fits(*choice)).collect();
        found.sort_by_key(|choice| {
            ((zones::offset(choice.zone, now) - here).abs(), choice.zone != programme, listed(choice.zone))
        });
        found.into_iter().map(|choice| choice.zone).collect()
    }

    fn fits(self, choice: Choice) -> bool {
        let shown = i64::from(choice.local.hour() * 60 + choice.local.minute());
        let other_half = self.is_ambiguous.then_some(self.minutes + DAY / 2);
        std::iter::once(self.minutes).chain(other_half).any(|meant| {
            if self.is_hour {
                (shown - meant).rem_euclid(DAY) < 60
            } else {
                let apart = (shown - meant).rem_euclid(DAY);
                apart.min(DAY - apart) <= TOLERANCE
            }
        })
    }
}

fn listed(zone: Tz) -> usize {
    zones::LISTED.iter().position(|listed| *listed == zone).unwrap_or(0)
}

/// Which half of the day an hour is said to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// It counts from 0 to 24.
    Unsaid,
    /// "am".
    Morning,
    /// "pm".
    Afternoon,
}

impl Half {
    /// From the letters around the digits, in small ones and without points: English, Spanish, Arabic, Persian, Greek.
    pub fn parse(letters: &str) -> Option<Self> {
        match letters {
            "" | "h" | "hs" | "hrs" | "uhr" => Some(Self::Unsaid),
            "am" | "ص" | "صباحا" | "صباحًا" | "قظ" | "πμ" => Some(Self::Morning),
            "pm" | "م" | "مساء" | "مساءً" | "بظ" | "μμ" => Some(Self::Afternoon),
            _ => None,
        }
    }

    /// The hour since midnight, 24 at most, of one that was typed; `None` if there is none such in that half.
    pub fn hour(self, typed: i64) -> Option<i64> {
        match self {
            Self::Unsaid => Some(typed).filter(|hour| (0..=24).contains(hour)),
            Self::Morning => Some(typed % 12).filter(|_| (1..=12).contains(&typed)),
            Self::Afternoon => Some(typed % 12 + 12).filter(|_| (1..=12).contains(&typed)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(text: &str) -> Option<(i64, i64)> {
        TypedTime::parse(text).map(|typed| (typed.minutes / 60, typed.minutes % 60))
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for text in [
            "14:30",
            "14.30",
            "14h30",
            "1430",
            "2.30 pm",
            "2:30 P.M.",
            "١٤:٣٠",
            "۱۴:۳۰",
            "٢:٣٠ م",
            "۲:۳۰ ب.ظ",
            "2:30 μμ",
        ] {
            assert_eq!(minutes(text), Some((14, 30)), "{text}");
        }
        assert_eq!(minutes("12 am"), Some((0, 0)));
        assert_eq!(minutes("12:05 pm"), Some((12, 5)));
    }

    #[test]
    fn what_is_no_time_is_not_guessed() {
        for text in [
            "",
            "25:00",
            "12:60",
            "13 pm",
            "0:30 am",
            "Madrid",
            "14:3",
            "12345",
            "1:2:3:4",
            "14:30 maybe",
            "-",
        ] {
            assert_eq!(TypedTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_typed_time_finds_the_zone_that_shows_it() {
        let now = "2026-01-15T12:00:00Z".parse().unwrap();
        let zones = |text: &str| TypedTime::parse(text).unwrap().zones(Tz::known("Europe/Madrid"), now);
        assert_eq!(zones("16:32"), [Tz::known("Asia/Kabul")]);
        assert_eq!(zones("17:45"), [Tz::known("Asia/Kathmandu")]);
        assert_eq!(zones("13:04")[0], Tz::known("Europe/Madrid"));
        assert_eq!(zones("1:04")[0], Tz::known("Europe/Madrid"), "half a day is often left out");
        assert_eq!(zones("13")[0], Tz::known("Europe/Madrid"));
        assert!(zones("22:20").is_empty());
    }
}
