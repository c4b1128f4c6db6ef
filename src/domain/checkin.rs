//! Letters and answers of check-ins: one question at a time, and what follows from an answer.

use super::answers::{self, Answer, Consequence, Question};
use super::case::CaseKind;
use super::id::{CheckinId, PersonId};
use super::on_call;
use super::programme::Programme;
use super::pulse::{Event, Series, Settings, State};
use super::talk::{Side, Talk};
use super::wall;
use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about check-ins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckinLetter {
    /// A question, with its answers as buttons.
    Ask(Ask),
    /// After the last answer: what happens now.
    Thanks {
        /// The partner's alias; in a circle none.
        partner: Option<String>,
        /// What the team does next, if anything.
        promise: Option<Promise>,
    },
    /// The tips that a mentor asked for.
    Tips,
    /// She wants to be asked later: then.
    Later {
        /// When it is asked again.
        at: DateTime<Utc>,
    },
    /// To a mentor who is seriously worried: listen, do not promise secrecy, do not investigate.
    Guidance,
    /// Words or a voice note in reply to a check-in went to the team, and to nobody else.
    OnlyTeam {
        /// The partner's alias; in a circle none.
        partner: Option<String>,
    },
    /// For the coordinator: the next message answers a check-in.
    From {
        /// Whose.
        alias: String,
        /// Herself.
        #[serde(default)]
        of: Option<PersonId>,
    },
}

/// A question of a check-in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The check-in.
    pub checkin: CheckinId,
    /// Which side is asked.
    pub side: Side,
    /// What is asked.
    pub question: Question,
    /// The partner's alias; in a circle none: "your group".
    pub partner: Option<String>,
    /// The time that is asked about began then.
    pub since: DateTime<Utc>,
    /// She just said that they did not talk.
    pub silent: bool,
    /// How it comes.
    pub turn: Turn,
}

/// How a question comes to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The check-in begins.
    First,
    /// It follows an answer.
    Next,
    /// It still waits for an answer.
    Again,
}

/// What people answer about check-ins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckinAnswer {
    /// An answer to a question of a check-in.
    Gives(CheckinId, Answer),
    /// Ask later. Only the beginning can be put off.
    Later(CheckinId),
    /// What the coordinator writes next is for whoever answered in her own words.
    Answer(PersonId),
}

impl CheckinLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CheckinAnswer> {
        match self {
            Self::Ask(ask) => {
                let gives = ask.question.answers().map(|answer| CheckinAnswer::Gives(ask.checkin, answer));
                let later = (ask.turn == Turn::First).then_some(CheckinAnswer::Later(ask.checkin));
                gives.into_iter().chain(later).collect()
            }
            Self::Thanks { .. }
            | Self::Tips
            | Self::Later { .. }
            | Self::Guidance
            | Self::OnlyTeam { .. } => Vec::new(),
            Self::From { of, .. } => of.map(CheckinAnswer::Answer).into_iter().collect(),
        }
    }
}

impl CheckinAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Answer(_) => true,
            Self::Gives(..) | Self::Later(_) => false,
        }
    }
}

/// What the team does after a check-in, as the one who answered is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promise {
    /// Somebody calls by then.
    Call(DateTime<Utc>),
    /// Somebody is in touch by then.
    Touch(DateTime<Utc>),
    /// Nobody is on call now, somebody is from then on.
    From(DateTime<Utc>),
    /// She wants to talk, and the team has said no hours: no day is promised.
    Asked,
    /// The team knows about a worry now.
    Told,
}

impl Promise {
    /// What of it may be promised: days and hours only where the programme has said in which somebody is on call, and a call
    /// by an hour only within them.
    #[must_use]
    pub fn kept(self, programme: &Programme, now: DateTime<Utc>) -> Self {
        match self {
            Self::Call(_) | Self::Touch(_) if programme.on_call.is_none() => Self::Asked,
            Self::Call(by) if by - now <= TimeDelta::days(1) => match programme.promises(by, now) {
                on_call::Promise::Before(by) => Self::Call(by),
                on_call::Promise::From { from } => Self::From(from),
                on_call::Promise::None => Self::Asked,
            },
            Self::Call(_) | Self::Touch(_) | Self::From(_) | Self::Asked | Self::Told => self,
        }
    }
}

/// The answers of one check-in in the order of its questions, each with the moment it was given (epoch ms).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(Vec<(Answer, i64)>);

impl Answers {
    /// What that side is asked now; `None` after the last answer.
    pub fn question(&self, side: Side) -> Option<Question> {
        Question::of(side).into_iter().nth(self.0.len())
    }

    /// One more answer: the answers and the state afterwards. `None` if it is no answer to what is asked now, or the
    /// check-in is over.
    pub fn given(
        &self,
        side: Side,
        state: State,
        answer: Answer,
        now: DateTime<Utc>,
    ) -> Option<(Self, State)> {
        let question = self.question(side).filter(|question| question.answers().contains(&answer))?;
        let state = state.after(Event::Answer { last: question.next(side).is_none() })?;
        let mut answers = self.0.clone();
        answers.push((answer, now.timestamp_millis()));
        Some((Self(answers), state))
    }

    /// Whether she said that they did not talk.
    pub fn are_silent(&self) -> bool {
        self.has(Answer::NotTalked)
    }

    /// Whether the mentor asked for tips.
    pub fn want_tips(&self) -> bool {
        self.has(Answer::Tips)
    }

    /// What the team does next: the most pressing of what the answers set in motion.
    pub fn promise(&self, zone: Tz) -> Option<Promise> {
        let promises = self.0.iter().filter_map(|(answer, ms)| {
            let at = DateTime::from_timestamp_millis(*ms)?;
            Some(match (answers::consequence(*answer, zone, at)?, answer) {
                (Consequence::Case { due: Some(due), .. }, _) => (0, due, Promise::Call(due)),
                (Consequence::Case { due: None, .. }, _) => (1, at, Promise::Told),
                (Consequence::ContactTask { due }, Answer::Bad) => (2, due, Promise::Touch(due)),
                (Consequence::ContactTask { due }, _) => (2, due, Promise::Call(due)),
                (Consequence::Met | Consequence::Elsewhere { .. } | Consequence::Tips, _) => return None,
            })
        });
        promises.min_by_key(|(urgency, due, _)| (*urgency, *due)).map(|(_, _, promise)| promise)
    }

    /// All of them, in the order in which they were given.
    pub fn all(&self) -> impl Iterator<Item = Answer> + '_ {
        self.0.iter().map(|(answer, _)| *answer)
    }

    fn has(&self, answer: Answer) -> bool {
        self.all().any(|given| given == answer)
    }
}

/// The case an answer opens, and by when its talk is due.
pub fn case(answer: Answer, zone: Tz, now: DateTime<Utc>) -> Option<(CaseKind, Option<DateTime<Utc>>)> {
    let due = match answers::consequence(answer, zone, now)? {
        Consequence::ContactTask { due } => Some(due),
        Consequence::Case { due, .. } => due,
        Consequence::Met | Consequence::Elsewhere { .. } | Consequence::Tips => return None,
    };
    let kind = match answer {
        Answer::Bad => CaseKind::LowMood,
        Answer::CallThisWeek => CaseKind::CallSoon,
        Answer::CallToday => CaseKind::CallToday,
        Answer::SeriousWorry => CaseKind::Worry,
        Answer::CallMe => CaseKind::Support,
        Answer::TalkedHere
        | Answer::NotTalked
        | Answer::TalkedElsewhere
        | Answer::Good
        | Answer::SoSo
        | Answer::NoCall
        | Answer::NoWorry
        | Answer::SmallWorry
        | Answer::NoSupport
        | Answer::Tips => return None,
    };
    Some((kind, due))
}

/// What an answer says about the pair's contact; `None` if nothing.
pub fn contact(answer: Answer, talk: Talk, zone: Tz, now: DateTime<Utc>) -> Option<Talk> {
    match answers::consequence(answer, zone, now)? {
        Consequence::Met => Some(talk.met(now)),
        Consequence::Elsewhere { .. } => Some(talk.elsewhere(now)),
        Consequence::ContactTask { .. } | Consequence::Case { .. } | Consequence::Tips => None,
    }
}

/// The due date of someone's next pulse, after the one that was due on `last`. One that fell into a pause is not left out
/// like one that fell into an outage: it moves to the day after the pause.
pub fn next_due(
    series: Series,
    last: Option<NaiveDate>,
    stops: &[(i64, Option<i64>)],
    (zone, today): (Tz, NaiveDate),
) -> NaiveDate {
    let settings = Settings::default();
    let day = |ms| DateTime::from_timestamp_millis(ms).map(|at| wall::date(zone, at));
    let due = settings.next_due(series, last, series.introduced_on);
    let closed = settings.next_due(series, last, today);
    let moved = stops.iter().rev().find_map(|(from, until)| {
        let (from, until) = (day(*from)?, day((*until)?)?);
        let fell_into_it = from < wall::plus_days(due, settings.expiry) && due <= until;
        let moved = wall::plus_days(until, 1);
        (fell_into_it && today < wall::plus_days(moved, settings.expiry)).then_some(moved)
    });
    if due < closed { moved.unwrap_or(closed) } else { closed }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADRID: Tz = Tz::known("Europe/Madrid");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn answered(side: Side, given: &[Answer], now: DateTime<Utc>) -> Answers {
        given.iter().fold(Answers::default(), |answers, answer| {
            answers.given(side, State::Partly, *answer, now).unwrap().0
        })
    }

    #[test]
    fn a_question_takes_only_its_own_answers_and_each_once() {
        let now = utc("2026-03-16T17:00:00Z");
        let none = Answers::default();
        assert_eq!(none.given(Side::Mentee, State::Sent, Answer::Good, now), None);
        let (one, state) = none.given(Side::Mentee, State::Sent, Answer::NotTalked, now).unwrap();
        assert_eq!((state, one.question(Side::Mentee)), (State::Partly, Some(Question::Mood)));
        assert_eq!(one.given(Side::Mentee, state, Answer::TalkedHere, now), None);
        assert_eq!(none.given(Side::Mentee, State::Missed, Answer::NotTalked, now), None);
    }

    #[test]
    fn a_call_today_is_promised_before_a_talk_in_three_days() {
        let now = utc("2026-03-16T17:30:00Z");
        let both = answered(Side::Mentee, &[Answer::NotTalked, Answer::Bad, Answer::CallToday], now);
        assert_eq!(both.promise(MADRID), Some(Promise::Call(utc("2026-03-16T20:00:00Z"))));
        let sad = answered(Side::Mentee, &[Answer::NotTalked, Answer::Bad, Answer::NoCall], now);
        assert_eq!(sad.promise(MADRID), Some(Promise::Touch(utc("2026-03-19T17:00:00Z"))));
        let fine = answered(Side::Mentee, &[Answer::TalkedHere, Answer::Good, Answer::NoCall], now);
        assert_eq!(fine.promise(MADRID), None);
    }

    #[test]
    fn every_answer_that_promises_something_opens_a_case_and_no_other_does() {
        let now = utc("2026-03-16T17:30:00Z");
        for side in [Side::Mentee, Side::Mentor] {
            for (before, question) in Question::of(side).into_iter().enumerate() {
                for answer in question.answers() {
                    let mut given: Vec<Answer> =
                        Question::of(side)[..before].iter().map(|it| it.answers()[0]).collect();
                    given.push(answer);
                    let promised = answered(side, &given, now).promise(MADRID).is_some();
                    assert_eq!(promised, case(answer, MADRID, now).is_some(), "{answer:?}");
                }
            }
        }
    }

    #[test]
    fn a_pulse_that_fell_into_a_pause_comes_the_day_after_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let series = Series { introduced_on: day("2026-03-02"), weekday: chrono::Weekday::Mon };
        let ms = |text: &str| utc(text).timestamp_millis();
        let due =
            |stops: &[(i64, Option<i64>)], last, today| next_due(series, last, stops, (MADRID, day(today)));
        let pause = [(ms("2026-03-14T09:00:00Z"), Some(ms("2026-03-24T09:00:00Z")))];
        assert_eq!(due(&pause, None, "2026-03-24"), day("2026-03-25"));
        assert_eq!(due(&pause, Some(day("2026-03-25")), "2026-03-25"), day("2026-04-27"));
        assert_eq!(due(&pause, None, "2026-03-30"), day("2026-03-30"), "too late to be made up for");
        assert_eq!(due(&[], None, "2026-03-24"), day("2026-03-30"), "an outage is not made up for");
        assert_eq!(due(&pause, None, "2026-03-15"), day("2026-03-16"), "not yet too old");
    }
}
