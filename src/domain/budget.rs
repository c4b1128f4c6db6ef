//! How often a person may be prompted: reading costs data and patience.

use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, Utc};

use super::{talk::Side, wall};

stored! {
    /// What the bot sends of its own accord, the most pressing first. When prompts collide, the first one goes and the others
    /// wait (programme, prompt budget).
    pub enum Prompt {
        /// About someone's safety.
        Safety = "safety",
        /// About an agreed meeting.
        Meeting = "meeting",
        /// Repeats a question that already counted.
        Reminder = "reminder",
        /// A question or nudge about silence.
        Silence = "silence",
        /// A pulse.
        Pulse = "pulse",
        /// The long survey.
        Survey = "survey",
    }
}

impl Prompt {
    /// Whether it counts: reminders, meetings and safety do not.
    pub const fn counts(self) -> bool {
        match self {
            Self::Safety | Self::Meeting | Self::Reminder => false,
            Self::Silence | Self::Pulse | Self::Survey => true,
        }
    }

    /// Which of these goes first.
    pub fn first(of: impl IntoIterator<Item = Self>) -> Option<Self> {
        of.into_iter().min()
    }
}

/// How many prompts that count fit on one of a person's calendar days, and into any seven of them in a row. Counted in days
/// on her calendar, not in hours, so that a weekly prompt spread by some minutes, or moved by a clock change, stays weekly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// On one day.
    pub per_day: usize,
    /// On any seven days in a row.
    pub per_week: usize,
}

impl Budget {
    /// Mentee: one a week. Mentor: one a day and three a week (programme, prompt budget; *ours*).
    pub const fn of(side: Side) -> Self {
        match side {
            Side::Mentee => Self { per_day: 1, per_week: 1 },
            Side::Mentor => Self { per_day: 1, per_week: 3 },
        }
    }

    /// The earliest moment, not before `wanted`, at which a prompt that counts may go to a person who got such prompts at
    /// `sent`: `wanted` itself, or the same local time on the first day with room. `None` if the budget is zero.
    pub fn earliest(self, zone: Tz, sent: &[DateTime<Utc>], wanted: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.per_day == 0 || self.per_week == 0 {
            return None;
        }
        let days: Vec<NaiveDate> = sent.iter().map(|at| wall::date(zone, *at)).collect();
        let local = wanted.with_timezone(&zone);
        let today = local.date_naive();
        let free = today.iter_days().find(|day| self.has_room(&days, *day))?;
        Some(if free == today { wanted } else { wall::instant(zone, free.and_time(local.time())) })
    }

    fn has_room(self, sent: &[NaiveDate], day: NaiveDate) -> bool {
        let within = |from: NaiveDate, days: i64| {
            sent.iter().filter(|sent| (0..days).contains(&(**sent - from).num_days())).count()
        };
        let week_is_full = (0..7)
            .filter_map(|back| day.checked_sub_days(chrono::Days::new(back)))
            .any(|from| within(from, 7) >= self.per_week);
        within(day, 1) < self.per_day && !week_is_full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_mentee_gets_one_prompt_a_week_and_a_weekly_one_is_never_late() {
        let sent = [utc("2026-03-25T17:20:00Z")];
        let budget = Budget::of(Side::Mentee);
        assert_eq!(
            budget.earliest(MADRID, &sent, utc("2026-03-26T17:00:00Z")),
            Some(utc("2026-04-01T16:00:00Z")),
            "the clock changes in between, the local hour does not"
        );
        let week_later = utc("2026-04-01T15:40:00Z");
        assert_eq!(budget.earliest(MADRID, &sent, week_later), Some(week_later));
    }

    #[test]
    fn a_mentor_gets_one_a_day_and_three_a_week() {
        let budget = Budget::of(Side::Mentor);
        let sent = ["2026-06-01T16:00:00Z", "2026-06-02T16:00:00Z", "2026-06-03T16:00:00Z"].map(utc);
        assert_eq!(
            budget.earliest(MADRID, &sent[..1], utc("2026-06-01T16:30:00Z")),
            Some(utc("2026-06-02T16:30:00Z"))
        );
        assert_eq!(
            budget.earliest(MADRID, &sent, utc("2026-06-03T16:30:00Z")),
            Some(utc("2026-06-08T16:30:00Z"))
        );
    }

    #[test]
    fn a_silence_question_goes_before_a_pulse_and_a_pulse_before_a_survey() {
        assert_eq!(Prompt::first([Prompt::Survey, Prompt::Pulse, Prompt::Silence]), Some(Prompt::Silence));
        assert_eq!(Prompt::first([Prompt::Survey, Prompt::Pulse]), Some(Prompt::Pulse));
    }

    #[test]
    fn reminders_meetings_and_safety_do_not_count() {
        let free: Vec<Prompt> = Prompt::ALL.iter().copied().filter(|prompt| !prompt.counts()).collect();
        assert_eq!(free, [Prompt::Safety, Prompt::Meeting, Prompt::Reminder]);
    }
}
