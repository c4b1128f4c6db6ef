//! Days, hours, cities and lists as a language writes them: Gregorian, 24 hours, the weekday always, in the reader's zone.

use crate::domain::zone::Tz;
use chrono::{DateTime, Datelike, Timelike, Utc};
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{self, zone::ExemplarCity};
use icu_datetime::input::{Date, Time};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_list::{ListFormatter, ListFormatterPreferences, options::ListFormatterOptions};
use icu_locale_core::Locale;
use icu_time::zone::IanaParser;

use super::LoadError;

/// How one language writes dates, times, places and lists.
pub(super) struct Formats {
    day: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::MDE>,
    dated: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMDE>,
    hour: NoCalendarFormatter<fieldsets::T>,
    city: NoCalendarFormatter<ExemplarCity>,
    and: ListFormatter,
}

impl Formats {
    /// The formats of a language tag (`en-GB`, `ar`).
    pub(super) fn of(tag: &str) -> Result<Self, LoadError> {
        let wrong = || LoadError::Tag(tag.to_owned());
        let locale: Locale = tag.parse().map_err(|_| wrong())?;
        let mut preferences = DateTimeFormatterPreferences::from(&locale);
        preferences.hour_cycle = Some(HourCycle::H23);
        Ok(Self {
            day: FixedCalendarDateTimeFormatter::try_new(preferences, fieldsets::MDE::long())
                .map_err(|_| wrong())?,
            dated: FixedCalendarDateTimeFormatter::try_new(preferences, fieldsets::YMDE::long())
                .map_err(|_| wrong())?,
            hour: NoCalendarFormatter::try_new(preferences, fieldsets::T::hm()).map_err(|_| wrong())?,
            city: NoCalendarFormatter::try_new(preferences, ExemplarCity).map_err(|_| wrong())?,
            and: ListFormatter::try_new_and(
                ListFormatterPreferences::from(&locale),
                ListFormatterOptions::default(),
            )
            .map_err(|_| wrong())?,
        })
    }

    /// "Tuesday 5 March".
    pub(super) fn day(&self, at: DateTime<Utc>, zone: Tz) -> String {
        date(at, zone).map(|date| self.day.format(&date).to_string()).unwrap_or_default()
    }

    /// "Tuesday 5 March 2024".
    pub(super) fn dated(&self, at: DateTime<Utc>, zone: Tz) -> String {
        date(at, zone).map(|date| self.dated.format(&date).to_string()).unwrap_or_default()
    }

    /// "18:05".
    pub(super) fn hour(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        match Time::try_new(to_u8(local.hour()), to_u8(local.minute()), 0, 0) {
            Ok(time) => self.hour.format(&time).to_string(),
            Err(_) => String::new(),
        }
    }

    /// The city a zone is named after: "أثينا" for `Europe/Athens` in Arabic.
    pub(super) fn city(&self, zone: Tz) -> String {
        self.city.format(&IanaParser::new().parse(zone.name()).without_offset()).to_string()
    }

    /// "a, b and c".
    pub(super) fn list(&self, items: &[&str]) -> String {
        self.and.format(items.iter()).to_string()
    }
}

/// The day it is in a zone.
fn date(at: DateTime<Utc>, zone: Tz) -> Option<Date<Gregorian>> {
    let local = at.with_timezone(&zone);
    Date::try_new_gregorian(local.year(), to_u8(local.month()), to_u8(local.day())).ok()
}

/// Months, days, hours and minutes always fit.
fn to_u8(number: u32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn tuesday() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2024, 3, 5, 16, 5, 0).unwrap()
    }

    #[test]
    fn a_day_names_its_weekday_and_an_hour_has_24() {
        for (tag, day, hour) in [
            ("en-GB", "Tuesday 5 March", "18:05"),
            ("es", "martes, 5 de marzo", "18:05"),
            ("ar", "الثلاثاء، 5 مارس", "18:05"),
            ("fa", "سه‌شنبه ۵ مارس", "۱۸:۰۵"),
        ] {
            let formats = Formats::of(tag).unwrap();
            let dated = formats.dated(tuesday(), Tz::known("Europe/Athens"));
            assert!(dated.contains("2024") || dated.contains("۲۰۲۴"), "{dated}");
            assert_eq!(formats.day(tuesday(), Tz::known("Europe/Athens")), day);
            assert_eq!(formats.hour(tuesday(), Tz::known("Europe/Athens")), hour);
        }
    }

    #[test]
    fn the_day_is_the_readers_own() {
        let english = Formats::of("en-GB").unwrap();
        assert_eq!(english.day(tuesday(), Tz::known("Pacific/Auckland")), "Wednesday 6 March");
        assert_eq!(english.hour(tuesday(), Tz::known("Pacific/Auckland")), "05:05");
    }

    #[test]
    fn a_zone_is_a_city_in_the_readers_script() {
        assert_eq!(Formats::of("ar").unwrap().city(Tz::known("Europe/Athens")), "أثينا");
        assert_eq!(Formats::of("es").unwrap().city(Tz::known("Africa/Algiers")), "Argel");
        assert_eq!(
            Formats::of("en-GB").unwrap().city(Tz::known("America/Argentina/Buenos_Aires")),
            "Buenos Aires"
        );
    }

    #[test]
    fn a_list_ends_with_the_languages_own_and() {
        assert_eq!(Formats::of("es").unwrap().list(&["casa", "hijos", "idioma"]), "casa, hijos e idioma");
        assert_eq!(Formats::of("ar").unwrap().list(&["أ", "ب"]), "أ وب");
    }
}
