//! Days, hours, cities and lists as a language writes them: Gregorian, 24 hours, the weekday always, in the reader's zone.

use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
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
        let local = at.with_timezone(&zone);
        let (month, day) = (to_u8(local.month()), to_u8(local.day()));
        match Date::try_new_gregorian(local.year(), month, day) {
            Ok(date) => self.day.format(&date).to_string(),
            Err(_) => String::new(),
        }
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

/// Months, days, hours and minutes always fit.
fn to_u8(number: u32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
