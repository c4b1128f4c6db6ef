//! What the bot says about somebody who is 16 or 17, and what people answer.

use super::{AT_ONCE, Ground, Guardian, MONTHS, ROLES, Speak};
use crate::domain::age::Age;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::listed::Who;
use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

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
    /// For her: may the team speak with whoever is responsible for her?
    May,
    /// For her: she can go on.
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
    /// For her, at 18: may the team go on reading along?
    Along,
    /// The same question, once more.
    AlongAgain,
    /// She agreed.
    Agreed,
    /// She did not.
    Declined,
    /// The team goes on reading along, as she said.
    AlongYes,
    /// Reading along has ended.
    AlongOver,
    /// It ends with an open case, at the latest then.
    AlongUntil(DateTime<Utc>),
    /// It stays, since somebody else in her conversation is under 18.
    AlongOthers,
    /// For the team: what she answered to whether somebody may speak with whoever is responsible for her.
    Said {
        /// Who.
        who: Who,
        /// Her answer; `None`: she has not answered.
        speak: Option<Speak>,
        /// The reader leads the programme.
        lead: bool,
    },
    /// For the lead: why does she go on without a paper?
    Why(Who),
    /// For the others of the team: do you agree?
    Second {
        /// Who.
        who: Who,
        /// Why.
        ground: Ground,
        /// Who decided.
        by: String,
    },
    /// For the lead: the others are asked.
    AskedSecond(Who),
    /// For the lead: there is nobody else, so she decides alone and is asked again.
    Alone(Who),
    /// For the lead: another of the team did not agree.
    NotAgreed {
        /// About whom.
        who: Who,
        /// Who did not.
        by: String,
    },
    /// She who was asked did not agree.
    SaidNo(Who),
    /// For the lead: is it still right that she goes on without a paper?
    Still {
        /// Who.
        who: Who,
        /// Why it was.
        ground: Ground,
    },
    /// For the lead: it stays so.
    StillRight(Who),
    /// For the team: how old is she? She gave two answers.
    TwoAges {
        /// Who.
        who: Who,
        /// The youngest she said.
        before: Age,
        /// What she says now.
        now: Age,
    },
    /// For the team: it is noted.
    AgeIs {
        /// Who.
        who: Who,
        /// So old.
        age: Age,
    },
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
    /// For the lead: the team reads along no more at somebody who is 18, or still does with her yes.
    ToldAlong {
        /// Who.
        who: Who,
        /// It goes on.
        on: bool,
    },
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
    /// A paper is to be recorded.
    Record(PersonId),
    /// The lead lets her go on without one; asks why.
    Without(PersonId),
    /// For this reason.
    Ground(PersonId, Ground),
    /// Another of the team agrees, or not.
    Second(PersonId, bool),
    /// It is still right.
    Still(PersonId),
    /// She is so old.
    Age(PersonId, Age),
    /// Leave it.
    Cancel,
    /// May the team speak with whoever is responsible for her? Her own answer.
    Speak(Speak),
    /// Other months.
    Page(u32),
    /// She turns 18 in this month.
    Month(NaiveDate),
    /// She agrees herself, or not.
    Own(bool),
    /// The team may go on reading along, or not.
    Along(bool),
    /// The lead decides about the pair's supervision.
    Supervision(ConversationId),
}

impl GuardianLetter {
    /// The answers it offers as buttons, in reading order.
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
            Self::Along | Self::AlongAgain => vec![GuardianAnswer::Along(true), GuardianAnswer::Along(false)],
            Self::May => Speak::ALL.iter().copied().map(GuardianAnswer::Speak).collect(),
            Self::Said { who, lead, .. } => {
                let without = lead.then_some(GuardianAnswer::Without(who.id));
                [GuardianAnswer::Record(who.id)].into_iter().chain(without).collect()
            }
            Self::Why(who) => {
                let grounds = Ground::ALL.iter().map(|ground| GuardianAnswer::Ground(who.id, *ground));
                grounds.chain([GuardianAnswer::Cancel]).collect()
            }
            Self::Second { who, .. } => {
                vec![GuardianAnswer::Second(who.id, true), GuardianAnswer::Second(who.id, false)]
            }
            Self::Still { who, .. } => vec![GuardianAnswer::Still(who.id), GuardianAnswer::Record(who.id)],
            Self::TwoAges { who, before, now } => {
                vec![GuardianAnswer::Age(who.id, *now), GuardianAnswer::Age(who.id, *before)]
            }
            Self::Told { agreed: true, pair: Some(pair), .. } => vec![GuardianAnswer::Supervision(*pair)],
            Self::Recorded(_)
            | Self::Cancelled
            | Self::NoReader
            | Self::GoOn
            | Self::Agreed
            | Self::Declined
            | Self::AlongYes
            | Self::AlongOver
            | Self::AlongUntil(_)
            | Self::AlongOthers
            | Self::AskedSecond(_)
            | Self::Alone(_)
            | Self::NotAgreed { .. }
            | Self::SaidNo(_)
            | Self::StillRight(_)
            | Self::AgeIs { .. }
            | Self::Told { .. }
            | Self::ToldSilent(_)
            | Self::ToldAlong { .. } => Vec::new(),
        }
    }
}

impl GuardianAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Page(_) | Self::Record(_) | Self::Without(_) => true,
            Self::Role(..)
            | Self::Day(..)
            | Self::Paper(..)
            | Self::Cancel
            | Self::Month(_)
            | Self::Own(_)
            | Self::Along(_)
            | Self::Ground(..)
            | Self::Second(..)
            | Self::Still(_)
            | Self::Age(..)
            | Self::Speak(_)
            | Self::Supervision(_) => false,
        }
    }
}
