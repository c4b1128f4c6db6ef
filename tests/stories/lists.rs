//! The lists on which a stop stands: the digests of working mornings.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use lazo::demo::Seen;
use lazo::domain::id::ConversationId;
use lazo::domain::wall;
use lazo::domain::zone::Tz;

const MADRID: Tz = Tz::known("Europe/Madrid");

/// The working mornings since a moment, up to another, on which digests come.
pub fn mornings(from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<NaiveDate> {
    let first = wall::date(MADRID, from);
    let days = (0..=(wall::date(MADRID, until) - first).num_days()).map(|day| first + TimeDelta::days(day));
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter(|day| {
            let nine = wall::instant(MADRID, day.and_time(wall::DIGEST_HOUR));
            nine > from && nine <= until
        })
        .collect()
}

/// In how many digests of what a phone has shown a stopped pair stands.
pub fn digests(shown: &[Seen], pair: ConversationId) -> usize {
    let number = format!("• No. {pair} ");
    let stands = |text: &str| {
        text.contains("Good morning") && format!("{} ", text.replace('\n', " \n")).contains(&number)
    };
    shown.iter().filter(|seen| stands(&seen.text)).count()
}
