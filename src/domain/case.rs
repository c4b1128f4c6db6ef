//! Cases: what a coordinator must look at, how urgently, and what the bot says about it.

use super::id::CaseId;
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
}

/// How soon a case must be taken. It only rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// In the daily digest.
    Routine,
    /// Within three working days.
    Attention,
    /// Now.
    Urgent,
}

impl CaseKind {
    /// How soon a new case of this kind must be taken (spec: case clocks; contact tasks are routine with a due date).
    pub fn severity(self) -> Severity {
        match self {
            Self::Unsafe | Self::CallToday | Self::Worry => Severity::Urgent,
            Self::Report
            | Self::SilentBoth
            | Self::MenteeWaits
            | Self::MentorWaits
            | Self::NoKickoff
            | Self::Decide
            | Self::Unreachable
            | Self::Missed
            | Self::Leaving => Severity::Attention,
            Self::CallSoon | Self::Support | Self::LowMood => Severity::Routine,
        }
    }

    /// Whether it closes itself when contact resumes.
    pub fn is_silence(self) -> bool {
        matches!(
            self,
            Self::SilentBoth | Self::MenteeWaits | Self::MentorWaits | Self::NoKickoff | Self::Decide
        )
    }
}

/// A case on file.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFile {
    /// Its id.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried, and what is known: names.
    pub tried: Vec<String>,
}

/// What the bot says about cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseLetter {}

/// What coordinators answer about cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseAnswer {}

impl CaseLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CaseAnswer> {
        match *self {}
    }
}

impl CaseAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match *self {}
    }
}
