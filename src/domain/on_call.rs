//! The hours in which somebody of the team is on call, and what may be promised to somebody who asks for a call
//! (`programme.md`, safeguarding 1: nothing is promised that nobody has said).

use super::typed_time::Half;
use super::{digits, wall};
use crate::domain::zone::Tz;
use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// Whole hours of the day, on the programme's wall, in which somebody answers: from the first up to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCall {
    /// Also on Saturdays and Sundays.
    pub weekends: bool,
    /// The hour it begins, 0 to 23.
    pub from: u32,
    /// The hour it ends, 1 to 24.
    pub to: u32,
}

/// What a lead can choose with one tap.
pub const CHOICES: [OnCall; 4] = [
    OnCall { weekends: false, from: 9, to: 17 },
    OnCall { weekends: false, from: 9, to: 21 },
    OnCall { weekends: true, from: 9, to: 21 },
    OnCall { weekends: true, from: 0, to: 24 },
];

/// Hours as a lead types them, the first and the last: "9–17", "9:00 to 17:00", "de 9 a 17", "9 am – 5 pm", "٩–١٧". `None` unless
/// there are two whole hours of one day, the first before the last. Which days are meant is asked, not read.
pub fn typed(text: &str) -> Option<(u32, u32)> {
    let text = digits::plain(text).to_lowercase();
    let hours: Vec<u32> = times(&text)?;
    let &[from, to] = hours.as_slice() else { return None };
    let to = if to == 0 { 24 } else { to };
    (from < to && to <= 24).then_some((from, to))
}

/// The whole hours in a text; `None` if one of its numbers is none.
fn times(text: &str) -> Option<Vec<u32>> {
    let (mut hours, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = leading(rest.get(start..)?);
        let after = rest.get(start + number.len()..)?;
        // What stands right behind a colon, a point or an h are minutes.
        let minutes = after.strip_prefix([':', '.', 'h']).map(leading).filter(|it| it.len() == 2);
        rest = minutes.map_or(Some(after), |it| after.get(1 + it.len()..))?;
        if number.len() > 2 || minutes.is_some_and(|it| it != "00") {
            return None;
        }
        hours.push(u32::try_from(half(rest).hour(number.parse().ok()?)?).ok()?);
    }
    Some(hours)
}

/// The digits a text begins with.
fn leading(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
}

/// In which half of the day an hour is, by the word that follows it.
fn half(after: &str) -> Half {
    let after = after.trim_start().replace('.', "");
    let word = after.split(|c: char| !c.is_alphabetic()).next();
    word.and_then(Half::parse).unwrap_or(Half::Unsaid)
}

/// What is said about when somebody calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Promise {
    /// Somebody is on call: before then.
    Before(DateTime<Utc>),
    /// Nobody is on call now: somebody is from then on.
    From {
        /// Then.
        from: DateTime<Utc>,
    },
    /// Nobody has said any hours: no hour is promised.
    None,
}

impl OnCall {
    /// Day and night, on every day.
    pub fn is_always(self) -> bool {
        self.weekends && self.from == 0 && self.to >= 24
    }

    fn is_on(self, day: Weekday) -> bool {
        self.weekends || !matches!(day, Weekday::Sat | Weekday::Sun)
    }

    /// When the hours that begin last before `now`, or now, end; `None` if nobody is on call.
    fn ends(self, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = wall::date(zone, now);
        let from = wall::instant(zone, day.and_time(wall::hour(self.from)));
        let ends = match self.to {
            24.. => wall::instant(zone, wall::plus_days(day, 1).and_time(wall::hour(0))),
            to => wall::instant(zone, day.and_time(wall::hour(to))),
        };
        (self.is_on(day.weekday()) && from <= now && now < ends).then_some(ends)
    }

    /// When they begin next.
    fn begins(self, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
        let mut next = wall::next_daily(zone, wall::hour(self.from), now);
        // Two days of a weekend, one to begin with, and one whose only hour the clocks leave out.
        for _ in 0..4 {
            if self.ends(zone, next).is_some() {
                break;
            }
            next = wall::next_daily(zone, wall::hour(self.from), next);
        }
        next
    }

    /// What may be promised to somebody who would be called by `by`: that hour, or the end of the hours on call if it is
    /// sooner. In their last half hour, and outside them, only when they begin again.
    fn promise(self, zone: Tz, by: DateTime<Utc>, now: DateTime<Utc>) -> Promise {
        match self.ends(zone, now) {
            Some(_) if self.is_always() => Promise::Before(by),
            Some(ends) if now + LAST <= ends => Promise::Before(by.min(ends)),
            Some(_) | None => Promise::From { from: self.begins(zone, now) },
        }
    }
}

/// How far ahead the lead sees when nobody is on call (`programme.md`, joining: the next 7 days).
pub const AHEAD: TimeDelta = TimeDelta::days(7);

/// When nobody is on call in that time from now on: from when, until when.
pub fn uncovered(
    on_call: Option<OnCall>,
    zone: Tz,
    now: DateTime<Utc>,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let (mut gaps, mut at, end) = (Vec::new(), now, now + AHEAD);
    while at < end {
        let Some(hours) = on_call else {
            gaps.push((at, end));
            break;
        };
        if hours.is_always() {
            break;
        }
        at = if let Some(ends) = hours.ends(zone, at) {
            ends
        } else {
            let begins = hours.begins(zone, at).min(end);
            gaps.push((at, begins));
            begins
        };
    }
    gaps
}

/// So shortly before their hours end nobody can be held to them.
const LAST: TimeDelta = TimeDelta::minutes(30);

/// What may be promised where these hours are set, if any are.
pub fn promise(on_call: Option<OnCall>, zone: Tz, by: DateTime<Utc>, now: DateTime<Utc>) -> Promise {
    on_call.map_or(Promise::None, |hours| hours.promise(zone, by, now))
}

impl Promise {
    /// By when something is due for the team.
    pub fn due(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Before(by) => Some(by),
            Self::From { from } => Some(from),
            Self::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn at_eleven_at_night_no_hour_is_promised_but_when_the_next_hours_begin() {
        let (by, night) = (at("2026-03-07T11:00:00Z"), at("2026-03-06T22:00:00Z"));
        let office = CHOICES.first().copied();
        // A Friday: the next working day is Monday.
        assert_eq!(promise(office, MADRID, by, night), Promise::From { from: at("2026-03-09T08:00:00Z") });
        assert_eq!(promise(None, MADRID, by, night), Promise::None);
        assert_eq!(promise(CHOICES.last().copied(), MADRID, by, night), Promise::Before(by));
    }

    #[test]
    fn what_nobody_covers_in_the_next_seven_days_is_known() {
        let friday = at("2026-03-06T15:00:00Z");
        let gaps = uncovered(CHOICES.first().copied(), MADRID, friday);
        let ends = |text: &str| at(text);
        assert_eq!(
            gaps.first(),
            Some(&(ends("2026-03-06T16:00:00Z"), ends("2026-03-09T08:00:00Z"))),
            "the weekend"
        );
        assert_eq!(gaps.len(), 5, "{gaps:?}");
        assert_eq!(uncovered(CHOICES.last().copied(), MADRID, friday), []);
        assert_eq!(uncovered(None, MADRID, friday), [(friday, friday + TimeDelta::days(7))]);
        let evenings = OnCall { weekends: true, from: 9, to: 24 };
        assert_eq!(uncovered(Some(evenings), MADRID, friday).len(), 7);
    }

    #[test]
    fn what_letters_of_earlier_versions_say_is_an_hour() {
        let by = at("2026-03-06T17:00:00Z");
        let stored = serde_json::to_string(&by).unwrap();
        assert_eq!(serde_json::from_str::<Promise>(&stored).unwrap(), Promise::Before(by));
        for promise in [Promise::Before(by), Promise::From { from: by }, Promise::None] {
            let stored = serde_json::to_string(&promise).unwrap();
            assert_eq!(serde_json::from_str::<Promise>(&stored).unwrap(), promise);
        }
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        for text in [
            "9-17",
            "9–17",
            "9 - 17",
            "09:00-17:00",
            "9.00–17.00",
            "9h-17h",
            "9h00 à 17h00",
            "de 9 a 17",
            "9 to 17",
            "9am-5pm",
            "9 a.m. – 5 p.m.",
            "Mon–Fri 9–17",
            "Lun–vie, 9 a 17 h",
            "٩–١٧",
            "من ٩ إلى ١٧",
            "٩ ص – ٥ م",
            "۹–۱۷",
        ] {
            assert_eq!(typed(text), Some((9, 17)), "{text}");
        }
        assert_eq!(typed("18–0"), Some((18, 24)));
        assert_eq!(typed("0–24"), Some((0, 24)));
        assert_eq!(typed("12 am – 12 pm"), Some((0, 12)));
    }

    #[test]
    fn what_is_no_two_whole_hours_of_one_day_is_not_read() {
        for text in [
            "",
            "9",
            "always",
            "22–6",
            "9–9",
            "9:30–17",
            "9–17:30",
            "9–25",
            "24–9",
            "9–17, 18–20",
            "24/7",
            "0900–1700",
            "13 pm – 5 pm",
            "+34 600 123 456",
            "5 pm – 9 am",
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    /// Any hours that can be typed or tapped.
    fn any_hours() -> impl Strategy<Value = OnCall> {
        (any::<bool>(), 0..24_u32, 1..=24_u32)
            .prop_filter("the first is before the last", |(_, from, to)| from < to)
            .prop_map(|(weekends, from, to)| OnCall { weekends, from, to })
    }

    proptest! {
        #[test]
        fn hours_are_what_was_typed_however_they_are_written(
            hours in any_hours(), how in 0..5_usize, arabic in any::<bool>(), days in "[A-Za-z–,ñá ]{0,12} ",
        ) {
            let OnCall { from, to, .. } = hours;
            let text = match how {
                0 => format!("{from}–{to}"),
                1 => format!("{from:02}:00 - {to:02}:00"),
                2 => format!("de {from} a {to} h"),
                3 => format!("{from}h00 {to}h00"),
                _ => format!("{days}{from}–{to}"),
            };
            let zero = if arabic { '٠' } else { '0' };
            let digit = |c: char| c.to_digit(10).and_then(|it| char::from_u32(u32::from(zero) + it)).unwrap_or(c);
            prop_assert_eq!(typed(&text.chars().map(digit).collect::<String>()), Some((from, to)), "{}", text);
        }

        #[test]
        fn whatever_is_typed_is_hours_of_one_day_or_nothing(text in ".{0,40}", near in "[0-9:.h apm–-]{0,16}") {
            for text in [text, near] {
                if let Some((from, to)) = typed(&text) {
                    prop_assert!(from < to && to <= 24, "{text}: {from}–{to}");
                }
            }
        }

        #[test]
        fn nobody_is_on_call_in_what_is_uncovered_and_somebody_in_all_the_rest(
            minutes in 0..525_600_i64, ahead in 0..10_080_i64, hours in any_hours(),
        ) {
            let now = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let then = now + TimeDelta::minutes(ahead);
            let gaps = uncovered(Some(hours), MADRID, now);
            let open = gaps.iter().any(|(from, until)| *from <= then && then < *until);
            prop_assert_eq!(open, !hours.is_always() && hours.ends(MADRID, then).is_none());
        }

        #[test]
        fn an_hour_is_promised_only_while_somebody_is_on_call_and_never_after_that(
            minutes in 0..525_600_i64, ahead in 1..2_000_i64, hours in any_hours(),
        ) {
            let now = at("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes);
            let by = now + TimeDelta::minutes(ahead);
            match promise(Some(hours), MADRID, by, now) {
                Promise::Before(when) => {
                    prop_assert!(now < when && when <= by);
                    prop_assert!(hours.is_always() || hours.ends(MADRID, now).is_some_and(|ends| when <= ends));
                }
                Promise::From { from } => {
                    prop_assert!(from > now && from - now < TimeDelta::days(4));
                    prop_assert!(hours.ends(MADRID, from).is_some());
                }
                Promise::None => prop_assert!(false),
            }
        }
    }
}
