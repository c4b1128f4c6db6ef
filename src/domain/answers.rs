//! The questions of the two pulses, their answers, and what an answer sets in motion.

use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};

use super::{
    clocks::Severity,
    talk::{ELSEWHERE_HOLDS, Side},
    wall,
};

stored! {
    /// A question of a pulse: three for each side, one tap each (programme, check-ins).
    pub enum Question {
        /// Mentee: did you talk since then?
        Talked = "talked",
        /// Mentee: how was it? Mentor: how is it going with the two of you?
        Mood = "mood",
        /// Mentee: shall we call you?
        Call = "call",
        /// Mentor: are you worried?
        Worry = "worry",
        /// Mentor: do you need support?
        Support = "support",
    }
}

impl Question {
    /// What that side is asked, in order.
    pub const fn of(side: Side) -> [Self; 3] {
        match side {
            Side::Mentee => [Self::Talked, Self::Mood, Self::Call],
            Side::Mentor => [Self::Mood, Self::Worry, Self::Support],
        }
    }

    /// The answers there are to it, in order.
    pub const fn answers(self) -> [Answer; 3] {
        match self {
            Self::Talked => [Answer::TalkedHere, Answer::NotTalked, Answer::TalkedElsewhere],
            Self::Mood => [Answer::Good, Answer::SoSo, Answer::Bad],
            Self::Call => [Answer::NoCall, Answer::CallThisWeek, Answer::CallToday],
            Self::Worry => [Answer::NoWorry, Answer::SmallWorry, Answer::SeriousWorry],
            Self::Support => [Answer::NoSupport, Answer::Tips, Answer::CallMe],
        }
    }

    /// What that side is asked after it; `None` after the last.
    pub fn next(self, side: Side) -> Option<Self> {
        Self::of(side).into_iter().skip_while(|question| *question != self).nth(1)
    }
}

stored! {
    /// An answer to a question of a pulse.
    pub enum Answer {
        /// Yes, we talked.
        TalkedHere = "talked",
        /// No, we did not.
        NotTalked = "not_talked",
        /// Yes, elsewhere.
        TalkedElsewhere = "elsewhere",
        /// 🙂
        Good = "good",
        /// 😐
        SoSo = "so_so",
        /// 🙁
        Bad = "bad",
        /// No call needed.
        NoCall = "no_call",
        /// Call me this week.
        CallThisWeek = "call_this_week",
        /// Call me today.
        CallToday = "call_today",
        /// No worry.
        NoWorry = "no_worry",
        /// A small one.
        SmallWorry = "small_worry",
        /// A serious one.
        SeriousWorry = "serious_worry",
        /// No support needed.
        NoSupport = "no_support",
        /// Send me tips.
        Tips = "tips",
        /// Call me.
        CallMe = "call_me",
    }
}

/// What an answer sets in motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// The silence clock hears that they talked.
    Met,
    /// The silence clock hears that they talk elsewhere.
    Elsewhere {
        /// Believed until then.
        until: DateTime<Utc>,
    },
    /// A coordinator owes this member a talk.
    ContactTask {
        /// At the latest.
        due: DateTime<Utc>,
    },
    /// A case opens.
    Case {
        /// How much it matters.
        severity: Severity,
        /// When the member expects to have been called; `None` if nothing was promised.
        due: Option<DateTime<Utc>>,
    },
    /// Tips for mentors are sent.
    Tips,
}

/// What that answer sets in motion, at once when it is given: a later question left open must not hold up a call. `zone` is
/// where the person who answered is. 🙁 makes a contact task within 3 days, "this week" and a mentor's "call me" one within 7.
pub fn consequence(answer: Answer, zone: Tz, now: DateTime<Utc>) -> Option<Consequence> {
    let task = |days| Consequence::ContactTask { due: wall::days_later(zone, now, days, wall::PROMPT_HOUR) };
    match answer {
        Answer::TalkedHere => Some(Consequence::Met),
        Answer::TalkedElsewhere => Some(Consequence::Elsewhere { until: wall::plus(now, ELSEWHERE_HOLDS) }),
        Answer::Bad => Some(task(3)),
        Answer::CallThisWeek | Answer::CallMe => Some(task(7)),
        Answer::CallToday => {
            Some(Consequence::Case { severity: Severity::Urgent, due: Some(call_today_by(zone, now)) })
        }
        Answer::SeriousWorry => Some(Consequence::Case { severity: Severity::Urgent, due: None }),
        Answer::Tips => Some(Consequence::Tips),
        Answer::NotTalked
        | Answer::Good
        | Answer::SoSo
        | Answer::NoCall
        | Answer::NoWorry
        | Answer::SmallWorry
        | Answer::NoSupport => None,
    }
}

/// Until when someone who asks to be called today expects the call: 18:00 her time (programme, check-ins). Prompts go out
/// around 18:00, so many ask later than that: then 21:00, when quiet hours begin, while an hour is left; else noon tomorrow.
/// The case is urgent at once in any event; this is only what the member is told and the card shows.
pub fn call_today_by(zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = |hour| wall::days_later(zone, now, 0, wall::hour(hour));
    if now < today(18) {
        today(18)
    } else if now < today(20) {
        today(21)
    } else {
        wall::days_later(zone, now, 1, wall::hour(12))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATHENS: Tz = Tz::known("Europe/Athens");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_call_asked_for_in_the_morning_is_due_at_six() {
        assert_eq!(call_today_by(ATHENS, utc("2026-06-01T06:00:00Z")), utc("2026-06-01T15:00:00Z"));
    }

    #[test]
    fn a_call_asked_for_after_six_is_due_before_the_night_or_by_noon() {
        assert_eq!(call_today_by(ATHENS, utc("2026-06-01T15:00:00Z")), utc("2026-06-01T18:00:00Z"));
        assert_eq!(call_today_by(ATHENS, utc("2026-06-01T17:00:00Z")), utc("2026-06-02T09:00:00Z"));
    }

    #[test]
    fn a_call_today_and_a_serious_worry_are_urgent_and_nothing_else_is() {
        let now = utc("2026-06-01T15:00:00Z");
        let urgent: Vec<Answer> = Answer::ALL
            .iter()
            .copied()
            .filter(|answer| matches!(consequence(*answer, ATHENS, now), Some(Consequence::Case { .. })))
            .collect();
        assert_eq!(urgent, [Answer::CallToday, Answer::SeriousWorry]);
    }

    #[test]
    fn a_bad_mood_is_talked_about_within_three_days() {
        let task = Consequence::ContactTask { due: utc("2026-06-04T15:00:00Z") };
        assert_eq!(consequence(Answer::Bad, ATHENS, utc("2026-06-01T19:00:00Z")), Some(task));
    }

    #[test]
    fn a_talk_elsewhere_is_believed_for_thirty_days() {
        let until = utc("2026-07-01T15:00:00Z");
        let said = consequence(Answer::TalkedElsewhere, ATHENS, utc("2026-06-01T15:00:00Z"));
        assert_eq!(said, Some(Consequence::Elsewhere { until }));
    }

    #[test]
    fn each_side_answers_three_questions() {
        assert_eq!(Question::Talked.next(Side::Mentee), Some(Question::Mood));
        assert_eq!(Question::Mood.next(Side::Mentee), Some(Question::Call));
        assert_eq!(Question::Mood.next(Side::Mentor), Some(Question::Worry));
        assert_eq!(Question::Support.next(Side::Mentor), None);
    }

    #[test]
    fn stored_names_are_read_back() {
        for answer in Answer::ALL {
            assert_eq!(Answer::parse(answer.as_str()), Some(*answer));
            assert_eq!(serde_json::to_string(answer).unwrap(), format!("\"{}\"", answer.as_str()));
        }
        assert_eq!(Answer::parse("Good"), None);
    }
}
