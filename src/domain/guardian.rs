//! Somebody who is 16 or 17: what is recorded of her guardian's consent, and how she is asked for her own at 18. Facts
//! only; the paper stays with the team.

use super::digits;
use super::id::{ConversationId, LetterId, PersonId};
use super::listed::Who;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Who can be tapped as a guardian; anybody else is typed.
pub const ROLES: [&str; 3] = ["mother", "father", "guardian"];
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

/// How somebody was asked for her own consent at 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of18 {
    /// The letter that asks.
    pub letter: LetterId,
    /// It is the reminder.
    pub again: bool,
    /// She answered, whatever it was.
    pub answered: bool,
}

/// How many days she has for her answer at 18 before she is reminded, and as many again before the lead hears of it (*ours*).
pub const DAYS_FOR_ANSWER: u64 = 7;

/// What the bot says about somebody who is 16 or 17.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuardianLetter {
    /// Who has signed?
    Role(Who),
    /// Which date is on the paper?
    Day {
        /// For whom.
        who: Who,
        /// Who has signed.
        role: String,
        /// The day it is asked.
        today: NaiveDate,
        /// What was typed is no date, or cannot be this one.
        again: bool,
    },
    /// Is the paper there?
    Paper {
        /// For whom.
        who: Who,
        /// Who has signed.
        role: String,
        /// When.
        on: NaiveDate,
    },
    /// It is recorded.
    Recorded(Who),
    /// Nothing was changed.
    Cancelled,
    /// Nobody could read along, so nobody under 18 is admitted.
    NoReader,
    /// For her: the team has talked with her guardian.
    GoOn,
    /// For her: when will you be 18?
    When {
        /// This month.
        from: NaiveDate,
        /// From 0.
        page: u32,
        /// What was typed is no month, or cannot be this one.
        again: bool,
    },
    /// For her: you are 18 now. Do you agree yourself?
    Of18,
    /// The same question, once more.
    Of18Again,
    /// She agreed.
    Agreed,
    /// She did not.
    Declined,
    /// For the lead: somebody is 18 now.
    Told {
        /// Who.
        who: Who,
        /// Whether she agreed herself.
        agreed: bool,
        /// The pair she is in.
        pair: Option<ConversationId>,
    },
    /// For the lead: somebody is 18 now, was asked twice and has not answered.
    ToldSilent(Who),
}

/// What people answer about somebody who is 16 or 17.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuardianAnswer {
    /// This is who has signed.
    Role(PersonId, String),
    /// On this day.
    Day(PersonId, String, NaiveDate),
    /// The paper is there.
    Paper(PersonId, Guardian),
    /// Leave it.
    Cancel,
    /// Other months.
    Page(u32),
    /// She turns 18 in this month.
    Month(NaiveDate),
    /// She agrees herself, or not.
    Own(bool),
    /// The lead decides about the pair's supervision.
    Supervision(ConversationId),
}

impl GuardianLetter {
    /// The answers it offers as buttons, in reading order; `by` records them.
    pub fn offer(&self) -> Vec<GuardianAnswer> {
        match self {
            Self::Role(who) => {
                let roles = ROLES.iter().map(|role| GuardianAnswer::Role(who.id, (*role).to_owned()));
                roles.chain([GuardianAnswer::Cancel]).collect()
            }
            Self::Day { who, role, today, .. } => {
                let days = [*today, *today - Days::new(1)].into_iter();
                let days = days.map(|on| GuardianAnswer::Day(who.id, role.clone(), on));
                days.chain([GuardianAnswer::Cancel]).collect()
            }
            Self::Paper { who, role, on } => {
                let guardian = Guardian { role: role.clone(), on: *on, by: PersonId(0) };
                vec![GuardianAnswer::Paper(who.id, guardian), GuardianAnswer::Cancel]
            }
            Self::When { from, page, .. } => {
                let first = page * AT_ONCE;
                let last = if *page == 0 { AT_ONCE } else { MONTHS + 1 };
                let months = (first..last).filter_map(|ahead| from.checked_add_months(Months::new(ahead)));
                let other = GuardianAnswer::Page(u32::from(*page == 0));
                months.map(GuardianAnswer::Month).chain([other]).collect()
            }
            Self::Of18 | Self::Of18Again => vec![GuardianAnswer::Own(true), GuardianAnswer::Own(false)],
            Self::Told { agreed: true, pair: Some(pair), .. } => vec![GuardianAnswer::Supervision(*pair)],
            Self::Recorded(_)
            | Self::Cancelled
            | Self::NoReader
            | Self::GoOn
            | Self::Agreed
            | Self::Declined
            | Self::Told { .. }
            | Self::ToldSilent(_) => Vec::new(),
        }
    }
}

impl GuardianAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Page(_) => true,
            Self::Role(..)
            | Self::Day(..)
            | Self::Paper(..)
            | Self::Cancel
            | Self::Month(_)
            | Self::Own(_)
            | Self::Supervision(_) => false,
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
