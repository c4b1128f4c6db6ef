//! A mentoring programme and its settings.

use super::country::Country;
use super::heard::Kind;
use super::helplines::Lines;
use super::id::{ChatId, PersonId, ProgrammeId};
use super::lang::Lang;
use super::leak::Policy;
use super::on_call::{OnCall, Promise, promise};
use super::stops::Stop;
use super::wall;
use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// After so many days an unanswered question about contacts and numbers stands in the lead's digest.
const UNANSWERED_DAYS: i64 = 7;

stored! {
    /// What a lead is asked before anybody can be invited, in this order.
    pub enum Question {
        /// The programme's name.
        Name = "name",
        /// Its languages.
        Languages = "languages",
        /// Which of them is its own.
        Language = "language",
        /// Its zone.
        Zone = "zone",
        /// The host country, and whether its help numbers are right.
        Country = "country",
        /// How often a pair is in contact.
        Rhythm = "rhythm",
        /// Who is called first in an emergency.
        First = "first",
        /// Who is called next.
        Second = "second",
        /// Who outside the team hears about the lead.
        Outside = "outside",
        /// When somebody is on call. Perhaps never.
        OnCall = "on_call",
        /// Who is responsible for the data, and how to write to them.
        Responsible = "responsible",
        /// Which help lines of its own people can call. There may be none.
        Helplines = "helplines",
    }
}

/// One mentoring programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Its name, as people read it.
    pub name: String,
    /// The locales it offers; the first is its own language.
    pub languages: Vec<Lang>,
    /// Its zone.
    pub zone: Tz,
    /// Days between contacts a new pair agrees to (default 7; also 14, 30).
    pub rhythm: i64,
    /// Days off: neither clocks of silence nor of attention run.
    pub holidays: Vec<NaiveDate>,
    /// Its coordinators' group, if one is linked.
    pub group: Option<ChatId>,
    /// Its safeguarding group, if one is linked.
    pub safe_group: Option<ChatId>,
    /// Its lead has said that without such a group copies may come into her private chat.
    pub reads_privately: bool,
    /// Kinds of messages whose copies their readers cannot pass on.
    pub protect: Vec<Kind>,
    /// The host country, whose help numbers its lead has confirmed; `None` for any other.
    pub country: Option<Country>,
    /// Its own help lines, each a name and a number.
    pub helplines: Vec<String>,
    /// What it does with contacts in messages.
    pub contacts: Policy,
    /// The hours in which somebody is on call, if any are set.
    pub on_call: Option<OnCall>,
    /// Who is responsible for the data and how to write to them, as its lead typed it.
    pub responsible: Option<String>,
    /// Since when its lead has been asked whether contacts and numbers still hold, and has not answered.
    pub asked_at: Option<DateTime<Utc>>,
    /// What its lead has answered so far.
    pub answered: Vec<Question>,
    /// The lead has answered everything (spec: two urgent contacts and one outside the team).
    pub set_up: bool,
}

impl Programme {
    /// What is still to be answered, in order.
    pub fn open(&self) -> impl Iterator<Item = Question> {
        Question::ALL.iter().copied().filter(|question| !self.answered.contains(question))
    }

    /// Notes an answer.
    pub fn answer(&mut self, question: Question) {
        if !self.answered.contains(&question) {
            self.answered.push(question);
        }
        // One language is the team's own without asking.
        if question == Question::Languages && self.languages.len() == 1 {
            self.answer(Question::Language);
        }
    }

    /// The question before this one, to be asked again; `None` if it is the first.
    pub fn before(&self, question: Question) -> Option<Question> {
        let asked = |it: &Question| *it != Question::Language || self.languages.len() > 1;
        Question::ALL.iter().copied().filter(|it| *it < question).rfind(asked)
    }

    /// Whether its lead was asked a week ago or longer whether contacts and numbers hold, and has not answered.
    pub fn is_unanswered(&self, now: DateTime<Utc>) -> bool {
        self.asked_at.is_some_and(|at| at + TimeDelta::days(UNANSWERED_DAYS) <= now)
    }

    /// Opens this question again; all others stay as they are.
    pub fn ask_again(&mut self, question: Question) {
        self.answered.retain(|other| *other != question);
    }

    /// What somebody reads who may be in danger, beside 112.
    pub fn lines(&self) -> Lines {
        Lines { country: self.country, own: self.helplines.clone(), write: false }
    }

    /// What may be promised to somebody who would be called by then.
    pub fn promises(&self, by: DateTime<Utc>, now: DateTime<Utc>) -> Promise {
        promise(self.on_call, self.zone, by, now)
    }

    /// Its days off, midnight to midnight in its zone: the silence clock stands still then.
    pub fn days_off(&self) -> impl Iterator<Item = Stop> {
        self.holidays.iter().map(|day| Stop {
            from: wall::instant(self.zone, day.and_time(NaiveTime::MIN)),
            until: wall::instant(self.zone, wall::plus_days(*day, 1).and_time(NaiveTime::MIN)),
        })
    }
}

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Somebody in Lazo.
    Person(PersonId),
    /// A name and number in words, as the lead typed them.
    Words(String),
}
