//! When a member is asked how it goes: due dates, hours, reminder, expiry, and the life of one check-in.

use crate::domain::zone::Tz;
use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};

use super::{quiet::QuietHours, wall};

/// The rhythm of pulses, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// First and second pulse: days 14 and 28 (EEPM 4th/5th ed.).
    pub first: [u64; 2],
    /// Then every 28 days (EEPM 4th/5th ed.).
    pub every: u64,
    /// "Later" is the next day (ours).
    pub snooze: u64,
    /// Reminder after 2 days (programme, pulse).
    pub reminder: u64,
    /// Expiry after 5 days (programme, pulse).
    pub expiry: u64,
    /// Missed in a row that open a case (attention): 3 (Donut).
    pub missed: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { first: [14, 28], every: 28, snooze: 1, reminder: 2, expiry: 5, missed: 3 }
    }
}

/// What a series of pulses stands on. The date of the introduction is fixed once, on the calendar of the programme, so that a
/// member who moves to another zone keeps her due dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// The date of the introduction.
    pub introduced_on: NaiveDate,
    /// The pair's check-in day; by default the weekday of the introduction.
    pub weekday: Weekday,
}

impl Settings {
    /// The next due date: the first one of the series more than a week after the last due date (so that a new check-in day
    /// asks nobody twice) which can still be answered today. The due date is part of a check-in's unique key.
    pub fn next_due(&self, series: Series, last: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        let after = last.map_or(series.introduced_on, |last| wall::plus_days(last, 7));
        let [first, second] = self.first;
        let later = (1..).map(|n| second.saturating_add(self.every.max(1).saturating_mul(n)));
        [first, second]
            .into_iter()
            .chain(later)
            .map(|days| on_weekday(wall::plus_days(series.introduced_on, days), series.weekday))
            // At the end of the calendar dates stop moving.
            .find(|due| (*due > after && wall::plus_days(*due, self.expiry) > today) || *due >= LAST_DATE)
            .unwrap_or(LAST_DATE)
    }

    /// When a check-in that was put off then is asked again: at the prompt hour of the next day, outside quiet hours.
    pub fn asks_again_at(&self, hours: Hours, put_off_at: DateTime<Utc>) -> DateTime<Utc> {
        hours.days_after(put_off_at, self.snooze)
    }

    /// When the reminder of a check-in sent then goes out: at the prompt hour, outside quiet hours.
    pub fn reminder_at(&self, hours: Hours, sent_at: DateTime<Utc>) -> DateTime<Utc> {
        hours.days_after(sent_at, self.reminder)
    }

    /// When a check-in sent then expires: at the prompt hour, outside quiet hours, always after the reminder.
    pub fn expires_at(&self, hours: Hours, sent_at: DateTime<Utc>) -> DateTime<Utc> {
        hours.days_after(sent_at, self.expiry)
    }

    /// Whether the latest of these opens a case: the third missed in a row, and every third after that, so that a case which
    /// was closed without an answer comes back. Latest first; cancelled ones do not count either way.
    pub fn is_case(&self, latest_first: &[State]) -> bool {
        let counted = latest_first.iter().filter(|state| **state != State::Cancelled);
        let missed = counted.take_while(|state| **state == State::Missed).count();
        missed > 0 && missed.is_multiple_of(self.missed.max(1))
    }
}

const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(9999, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// A member's humane hours, and the seed (her id) of her share of the spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Where she is now.
    pub zone: Tz,
    /// When she is left in peace.
    pub quiet: QuietHours,
    /// Any number that stays hers.
    pub seed: u64,
}

impl Hours {
    /// When the pulse due on that date is sent: 18:00 local, spread by up to half an hour.
    pub fn sends_at(self, due: NaiveDate) -> DateTime<Utc> {
        wall::prompt_at(self.zone, due, self.seed, self.quiet)
    }

    /// The prompt hour some days after `at`.
    pub fn days_after(self, at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
        self.sends_at(wall::plus_days(wall::date(self.zone, at), days))
    }
}

fn on_weekday(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = u64::from((7 + weekday.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7);
    wall::plus_days(date, ahead)
}

stored! {
    /// The life of one check-in.
    pub enum State {
        /// Waits for its hour.
        Scheduled = "scheduled",
        /// Asked, nothing answered.
        Sent = "sent",
        /// Put off by the member; asked again, once, in place of the reminder.
        Snoozed = "snoozed",
        /// Asked and reminded, nothing answered.
        Reminded = "reminded",
        /// Some questions answered.
        Partly = "partly",
        /// Over: answered, wholly or as far as she went.
        Answered = "answered",
        /// Over: nothing was answered.
        Missed = "missed",
        /// Over: hold, pause or close came first.
        Cancelled = "cancelled",
    }
}

/// What happens to a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The question went out.
    Send,
    /// One more answer.
    Answer {
        /// Whether it was the last question.
        last: bool,
    },
    /// "Later".
    Snooze,
    /// Two days without any answer, or the day after "Later".
    Remind,
    /// Five days are over.
    Expire,
    /// Hold, pause or close.
    Cancel,
}

impl State {
    /// Whether nothing can happen to it any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Answered | Self::Missed | Self::Cancelled)
    }

    /// The state after that event; `None` if the event has no effect: it comes twice, late, or too early. A late tap changes
    /// nothing; an answer given in part counts as answered when the time is over; who answered in part is not reminded.
    pub fn after(self, event: Event) -> Option<Self> {
        match (self, event) {
            (Self::Scheduled, Event::Send) => Some(Self::Sent),
            (Self::Sent | Self::Snoozed | Self::Reminded | Self::Partly, Event::Answer { last: true })
            | (Self::Partly, Event::Expire) => Some(Self::Answered),
            (Self::Sent | Self::Snoozed | Self::Reminded | Self::Partly, Event::Answer { last: false }) => {
                Some(Self::Partly)
            }
            (Self::Sent, Event::Snooze) => Some(Self::Snoozed),
            (Self::Sent | Self::Snoozed, Event::Remind) => Some(Self::Reminded),
            (Self::Sent | Self::Snoozed | Self::Reminded, Event::Expire) => Some(Self::Missed),
            (Self::Scheduled | Self::Sent | Self::Snoozed | Self::Reminded | Self::Partly, Event::Cancel) => {
                Some(Self::Cancelled)
            }
            (Self::Scheduled, Event::Answer { .. } | Event::Snooze | Event::Remind | Event::Expire)
            | (Self::Sent | Self::Snoozed | Self::Reminded | Self::Partly, Event::Send)
            | (Self::Snoozed, Event::Snooze)
            | (Self::Reminded | Self::Partly, Event::Snooze | Event::Remind)
            | (Self::Answered | Self::Missed | Self::Cancelled, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn series(weekday: Weekday) -> Series {
        Series { introduced_on: date("2026-03-02"), weekday }
    }

    #[test]
    fn pulses_come_on_days_14_and_28_and_then_every_28_days() {
        let mut last = None;
        let mut dues = Vec::new();
        for _ in 0..4 {
            last = Some(Settings::default().next_due(series(Weekday::Mon), last, date("2026-03-02")));
            dues.extend(last);
        }
        assert_eq!(dues, ["2026-03-16", "2026-03-30", "2026-04-27", "2026-05-25"].map(date));
    }

    #[test]
    fn the_pair_s_check_in_day_is_the_first_one_after() {
        let due = Settings::default().next_due(series(Weekday::Sun), None, date("2026-03-02"));
        assert_eq!(due, date("2026-03-22"));
    }

    #[test]
    fn a_new_check_in_day_asks_nobody_twice() {
        let monday = Some(date("2026-03-16"));
        let next = Settings::default().next_due(series(Weekday::Sun), monday, date("2026-03-17"));
        assert_eq!(next, date("2026-04-05"));
    }

    #[test]
    fn what_came_due_during_a_long_outage_is_left_out() {
        let settings = Settings::default();
        let monday = series(Weekday::Mon);
        assert_eq!(settings.next_due(monday, None, date("2026-03-20")), date("2026-03-16"));
        assert_eq!(settings.next_due(monday, None, date("2026-03-21")), date("2026-03-30"));
    }

    #[test]
    fn the_third_missed_in_a_row_is_a_case() {
        use State::{Answered, Cancelled, Missed};
        let settings = Settings::default();
        assert!(!settings.is_case(&[Missed, Missed, Answered, Missed]));
        assert!(settings.is_case(&[Missed, Cancelled, Missed, Missed, Answered]));
        assert!(!settings.is_case(&[Missed, Missed, Missed, Missed]));
        assert!(!settings.is_case(&[Answered, Missed, Missed, Missed]));
        assert!(!settings.is_case(&[]));
    }

    #[test]
    fn a_late_or_second_tap_changes_nothing() {
        for over in [State::Answered, State::Missed, State::Cancelled] {
            assert_eq!(over.after(Event::Answer { last: true }), None);
        }
        assert_eq!(State::Sent.after(Event::Send), None);
        assert_eq!(State::Reminded.after(Event::Remind), None);
    }

    #[test]
    fn later_is_said_once_and_what_comes_again_is_the_reminder() {
        let put_off = State::Sent.after(Event::Snooze).unwrap();
        assert_eq!(put_off.after(Event::Snooze), None);
        let again = put_off.after(Event::Remind).unwrap();
        assert_eq!((again.after(Event::Snooze), again.after(Event::Remind)), (None, None));
        assert_eq!(put_off.after(Event::Expire), Some(State::Missed));
        assert_eq!(put_off.after(Event::Answer { last: false }), Some(State::Partly));
    }

    #[test]
    fn half_an_answer_counts_and_is_not_nagged_about() {
        let partly = State::Reminded.after(Event::Answer { last: false }).unwrap();
        assert_eq!((partly.after(Event::Remind), partly.after(Event::Expire)), (None, Some(State::Answered)));
    }
}
