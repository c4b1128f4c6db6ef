//! Cases: what a coordinator must look at, how urgently, and what becomes of it.

mod audience;
mod buttons;
mod calls;
mod facts;
mod file;
mod letter;
mod meant;
mod over;

pub use super::clocks::Severity;
pub use audience::Team;
pub use buttons::{CaseAnswer, Tap};
pub use calls::{Call, Called, Channel, MINUTES, NUDGED};
pub use facts::{ReportedBy, SaidAlone, Talked, Tapped};
pub use file::{Again, CaseFile};
pub use letter::{
    Card, CaseLetter, CaseToast, Details, Hitch, Line, MeantLine, Missing, Note, Party, Seat, State, Step,
};
pub use meant::{Claim, Meant, Review};
pub use over::{
    Bar, Becomes, Closer, LEAD_DAYS, Reader, STAYS_WEEKS, Second, Stopped, TRIED_DAYS, bar, is_to_decide,
    stands_for, stays_until,
};

use super::id::{ConversationId, PersonId, ProgrammeId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Why a case was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// "I don't feel safe."
    Unsafe,
    /// "Call me", today.
    CallToday,
    /// "Call me", this week.
    CallSoon,
    /// A mentor's serious worry.
    Worry,
    /// A mentor asks for support.
    Support,
    /// The mentee's last pulse was 🙁.
    LowMood,
    /// A message was reported.
    Report,
    /// Nobody writes.
    SilentBoth,
    /// The mentee waits for her mentor.
    MenteeWaits,
    /// The mentor waits for the mentee.
    MentorWaits,
    /// Nobody wrote in the first 14 days.
    NoKickoff,
    /// Nobody wrote in the first 21 days: re-introduce, rematch or close.
    Decide,
    /// Someone blocked the bot or deactivated her account.
    Unreachable,
    /// Three check-ins in a row went unanswered.
    Missed,
    /// Someone left, or wants to.
    Leaving,
    /// Supervised copies nobody marked as read.
    Unread,
    /// "It is about the team."
    Team,
    /// Something in a supervised pair could not be read along.
    Unseen,
    /// An adult tried more than once to pass a contact in a supervised pair.
    Contacts,
    /// Somebody of 16 or 17 waits, or goes on without a paper: what next?
    Guardian,
    /// Somebody said two things about her age.
    Age,
    /// Mail to the team has had no answer for two working days.
    Mail,
    /// A pair is stopped, and its day has come: what becomes of it?
    Stopped,
    /// A lead tries the alarm: nobody is in danger.
    Trial,
}

impl CaseKind {
    /// How soon a new case of this kind must be taken (spec: case clocks; contact tasks are routine with a due date).
    pub fn severity(self) -> Severity {
        match self {
            Self::Unsafe | Self::CallToday | Self::Worry | Self::Team | Self::Trial => Severity::Urgent,
            Self::Report
            | Self::SilentBoth
            | Self::MenteeWaits
            | Self::MentorWaits
            | Self::NoKickoff
            | Self::Decide
            | Self::Unreachable
            | Self::Missed
            | Self::Leaving
            | Self::Unread
            | Self::Unseen
            | Self::Contacts
            | Self::Guardian
            | Self::Age
            | Self::Mail
            | Self::Stopped => Severity::Attention,
            Self::CallSoon | Self::Support | Self::LowMood => Severity::Routine,
        }
    }

    /// Whether reading along goes on while it is open, also where nobody has said yes to it any more: somebody may be in
    /// danger. A silence, or a question nobody answered, is no reason.
    pub fn keeps_reading(self) -> bool {
        matches!(
            self,
            Self::Unsafe
                | Self::CallToday
                | Self::Worry
                | Self::Report
                | Self::Unseen
                | Self::Contacts
                | Self::Team
        )
    }

    /// Whether the two of a pair may be reminded to write to each other: not where somebody may be in danger.
    pub fn may_remind(self) -> bool {
        !self.keeps_reading()
    }

    /// Whether it closes itself when contact resumes.
    pub fn is_silence(self) -> bool {
        matches!(
            self,
            Self::SilentBoth | Self::MenteeWaits | Self::MentorWaits | Self::NoKickoff | Self::Decide
        )
    }

    /// Whether the lead looks after it, whoever looks after the pair.
    pub fn is_leads(self) -> bool {
        matches!(self, Self::Unread | Self::Unseen | Self::Contacts | Self::Guardian)
    }

    /// Whether she may mean her partner by it: one who is of the team counts as named from then on.
    pub fn may_name_partner(self) -> bool {
        matches!(self, Self::Unsafe | Self::CallToday | Self::CallSoon | Self::Report | Self::Stopped)
    }

    /// Whether it says something of somebody that may turn out not to be so.
    pub fn may_be_unfounded(self) -> bool {
        matches!(self, Self::Unsafe | Self::Report | Self::Team | Self::Worry)
    }

    /// Whether it is told about the team itself: then it goes to nobody rather than to who may be meant.
    pub(super) fn is_about_team(self) -> bool {
        matches!(self, Self::Team | Self::Report)
    }

    fn is_call(self) -> bool {
        matches!(self, Self::CallToday | Self::CallSoon)
    }
}

stored! {
    /// How a case ended.
    pub enum Outcome {
        /// A human solved it.
        Solved = "solved",
        /// It is looked after outside Lazo.
        Elsewhere = "elsewhere",
        /// There was nothing to it.
        FalseAlarm = "false_alarm",
        /// It was looked at, and was not so: no mark stays of whom it was about but the dates.
        Unfounded = "unfounded",
        /// She was not reached, on two days.
        NotReached = "not_reached",
        /// A silence ended: they are in contact again.
        ContactResumed = "contact_resumed",
        /// Someone who could not be reached is back.
        Reachable = "reachable",
        /// The pair has ended.
        PairClosed = "pair_closed",
    }
}

/// A case to be opened.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The programme.
    pub programme: ProgrammeId,
    /// Why.
    pub kind: CaseKind,
    /// The pair it is about.
    pub conversation: Option<ConversationId>,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried: names of steps.
    pub tried: Vec<String>,
}
