//! Somebody who is 16 or 17: her own word, what is recorded of a guardian's consent or decided without one, and how she
//! is asked at 18. Facts only; the paper stays with the team.

mod letter;

pub use letter::{GuardianAnswer, GuardianLetter};

use super::digits;
use super::id::{LetterId, PersonId};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Who can be tapped as having signed; anybody else is typed.
pub const ROLES: [&str; 4] = ["mother", "father", "guardian", "institution"];
/// Most characters of a typed role.
pub const ROLE: usize = 40;
/// Months from one's 16th birthday to one's 18th.
const MONTHS: u32 = 24;
/// Months shown at once.
const AT_ONCE: u32 = 12;
/// How old a paper can be, in days: five years.
const OLDEST: u64 = 5 * 366;

/// A guardian's consent on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// Who gave it: one of [`ROLES`], or as the coordinator wrote it.
    pub role: String,
    /// The date on the paper.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: PersonId,
}

stored! {
    /// May the team speak with whoever is responsible for her? Her own answer.
    pub enum Speak {
        /// It may.
        Yes = "yes",
        /// Nobody may be contacted.
        No = "no",
        /// The team shall talk with her first.
        Talk = "talk",
    }
}

stored! {
    /// Why somebody goes on without a paper.
    pub enum Ground {
        /// To ask at home would put her in danger.
        Danger = "danger",
        /// Nobody can be reached.
        Nobody = "nobody",
        /// Nobody has been named yet who stands for her.
        Unnamed = "unnamed",
    }
}

/// The lead's decision that somebody goes on without a paper. A second member of staff confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Without {
    /// Why.
    pub ground: Ground,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub on: NaiveDate,
    /// What the second of the team said.
    pub second: Second,
    /// It was confirmed, now or before: she goes on.
    pub goes_on: bool,
    /// The confirmed decision that holds as long as nobody has confirmed this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<Without>>,
}

/// What a second member of staff said to a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Second {
    /// The others are asked.
    Asked,
    /// She agreed.
    Given(PersonId),
    /// There is nobody else in the team: whoever decided is asked again on the next working day.
    Alone {
        /// She was.
        again: bool,
    },
}

/// A decision without a paper is looked at again after so many days.
pub const DAYS_WITHOUT: u64 = 90;

impl Without {
    /// The day on which it must be decided anew: what nobody has confirmed yet prolongs nothing.
    pub fn ends(&self) -> NaiveDate {
        self.before.as_ref().map_or(self.on, |before| before.on) + Days::new(DAYS_WITHOUT)
    }

    /// The decision that holds now, if one does: this one, or the one before it while this one waits for a second.
    pub fn holding(self) -> Option<Self> {
        match (self.second, self.before) {
            (Second::Asked, Some(before)) => Some(*before),
            (_, before) => self.goes_on.then_some(Self { before, ..self }),
        }
    }
}

/// After so many days without an answer to whether the team may speak with somebody, the lead hears of it (*ours*).
pub const DAYS_TO_SPEAK: u64 = 2;

/// How somebody was asked at 18 whether she goes on, and whether the team goes on reading along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of18 {
    /// The letter that asks whether she goes on.
    pub letter: LetterId,
    /// She was reminded.
    pub again: bool,
    /// She answered, whatever it was.
    pub answered: bool,
    /// The lead was told that she has not.
    #[serde(default)]
    pub told: bool,
    /// Whether the team may go on reading along.
    #[serde(default)]
    pub along: Option<Along>,
}

/// Whether the team may go on reading along: how somebody was asked at 18, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Along {
    /// The letter that asks.
    pub letter: LetterId,
    /// The day on which she was asked first.
    pub since: NaiveDate,
    /// Her answer, and the day she gave it.
    pub said: Option<(bool, NaiveDate)>,
    /// It has ended.
    pub ended: bool,
}

/// How many days she has for her answers at 18 before she is reminded, and as many again before reading along ends and
/// the lead hears of it (`programme.md`, safeguarding 4).
pub const DAYS_FOR_ANSWER: u64 = 7;
/// With a case open, reading along ends with it, at most so many days later.
pub const DAYS_WITH_CASE: u64 = 30;

/// What becomes of reading along at somebody who is 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It goes on: she agreed, or may still answer.
    On,
    /// It ends now.
    Ends,
    /// It ends with the open case, at the latest on this day.
    EndsWithCase(NaiveDate),
}

impl Along {
    /// It goes on only with her own yes: a no ends it, and so do 14 days without an answer. With a case open it ends with
    /// that.
    pub fn reading(&self, today: NaiveDate, case: bool) -> Reading {
        let ends = match self.said {
            Some((true, _)) => return Reading::On,
            Some((false, on)) => on,
            None => self.since + Days::new(2 * DAYS_FOR_ANSWER),
        };
        let latest = ends + Days::new(DAYS_WITH_CASE);
        if today < ends {
            Reading::On
        } else if case && today < latest {
            Reading::EndsWithCase(latest)
        } else {
            Reading::Ends
        }
    }
}

/// The first day of a date's month.
pub fn month_of(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// Whether somebody who is 16 or 17 in this month can turn 18 in that one.
pub fn can_turn(from: NaiveDate, month: NaiveDate) -> bool {
    let last = from.checked_add_months(Months::new(MONTHS)).unwrap_or(from);
    (from..=last).contains(&month)
}

/// The first day on which somebody who turns 18 in this month has done so for sure.
pub fn surely_18(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).unwrap_or(month)
}

/// The numbers in what was typed, in digits of any script.
fn numbers(text: &str) -> Vec<u32> {
    let plain = digits::plain(text);
    plain.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Reads a month: "5/2027", "2027-05", "٥ ٢٠٢٧".
pub fn typed_month(text: &str) -> Option<NaiveDate> {
    match numbers(text).as_slice() {
        &[year @ 1000..=9999, month] | &[month, year @ 1000..=9999] => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)
        }
        _ => None,
    }
}

/// Reads the date on a paper: "27.2.2026", "2026-02-27". Not one to come, and not older than five years.
pub fn typed_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let date = match numbers(text).as_slice() {
        &[year @ 1000..=9999, month, day] | &[day, month, year @ 1000..=9999] => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        }
        _ => None,
    };
    date.filter(|date| *date <= today && *date > today - Days::new(OLDEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_read_as_people_write_them_and_none_that_cannot_be() {
        let today = day(2026, 3, 2);
        for text in ["27.2.2026", "2026-02-27", "٢٧/٢/٢٠٢٦"] {
            assert_eq!(typed_day(text, today), Some(day(2026, 2, 27)), "{text}");
        }
        for text in ["3.3.2026", "31.2.2026", "27.2", "yesterday", "27.2.1999"] {
            assert_eq!(typed_day(text, today), None, "{text}");
        }
        assert_eq!(typed_month("5 / 2027"), Some(day(2027, 5, 1)));
        assert_eq!(typed_month("2027-13"), None);
    }

    #[test]
    fn reading_along_goes_on_only_with_her_own_yes_and_never_for_longer_than_a_case_and_thirty_days() {
        let since = day(2026, 5, 1);
        for (said, ends) in [(None, Some(14)), (Some(true), None), (Some(false), Some(3))] {
            let said = said.map(|agreed| (agreed, since + Days::new(3)));
            let along = Along { letter: LetterId(1), since, said, ended: false };
            for (case, days) in
                [true, false].into_iter().flat_map(|case| (3..60).map(move |days| (case, days)))
            {
                let reading = along.reading(since + Days::new(days), case);
                let on = ends.is_none_or(|ends| days < ends);
                let with_case = !on && case && ends.is_some_and(|ends| days < ends + 30);
                assert_eq!(reading == Reading::On, on, "{said:?} on day {days}");
                assert_eq!(matches!(reading, Reading::EndsWithCase(_)), with_case, "{said:?} on day {days}");
            }
        }
    }

    #[test]
    fn every_month_in_which_somebody_of_16_or_17_turns_18_is_offered_once() {
        let from = day(2026, 3, 1);
        let months = |page| GuardianLetter::When { from, page, again: false }.offer();
        let offered: Vec<NaiveDate> = [months(0), months(1)]
            .concat()
            .into_iter()
            .filter_map(|it| if let GuardianAnswer::Month(month) = it { Some(month) } else { None })
            .collect();
        assert_eq!((offered.len(), offered[0], offered[24]), (25, from, day(2028, 3, 1)));
        assert!(offered.iter().all(|month| can_turn(from, *month)));
        assert!(!can_turn(from, day(2028, 4, 1)) && !can_turn(from, day(2026, 2, 1)));
        assert_eq!(surely_18(day(2026, 12, 1)), day(2027, 1, 1));
    }
}
