//! What a case about safety keeps of her answers, each a fact by name.

use crate::domain::case::CaseFile;
use crate::domain::id::ConversationId;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whether it is about the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Yes.
    Partner,
    /// No: the only answer that opens the conversation again, because the partner may be a lifeline.
    Other,
    /// She does not know.
    Unknown,
}

impl About {
    /// The fact the case keeps.
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Partner => "about_yes",
            Self::Other => "about_no",
            Self::Unknown => "about_unknown",
        }
    }

    /// All such facts: a new answer replaces an earlier one.
    pub const FACTS: [&str; 3] = [Self::Partner.fact(), Self::Other.fact(), Self::Unknown.fact()];
}

/// The fact of a case: after another answer she said, or somebody on her phone did, that it is about something else. Only
/// the team opens then.
pub const NO_LATER: &str = "about_no_later";
/// The fact of a case: the button was pressed once more.
pub const AGAIN: &str = "pressed_again";
/// The fact of a case: somebody said on her phone that it was a mistake.
pub const MISTAKE: &str = "mistake";
/// The fact of a case: her words could not reach her any more, or she has left, while it was open.
pub const AWAY: &str = "away";

/// How she wants to be reached after "I don't feel safe".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// It is safe to call her.
    Call,
    /// Write instead.
    Write,
    /// Not now.
    NotNow,
}

impl Reached {
    /// The fact the case keeps.
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Call => "call_yes",
            Self::Write => "call_write",
            Self::NotNow => "call_not_now",
        }
    }

    /// All such facts: a new answer replaces an earlier one.
    pub const FACTS: [&str; 3] = [Self::Call.fact(), Self::Write.fact(), Self::NotNow.fact()];
}

/// The fact of a case whose opening stopped the conversation.
pub const HELD: &str = "held";

/// A fact of a case that stopped several conversations: one of them, to be ended by her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which was stopped.
    pub conversation: ConversationId,
    /// It was paused anyway, until then.
    pub paused_until: Option<DateTime<Utc>>,
}

/// A fact of a case: a conversation that was live when she pressed 🆘, whoever else may stop or open it later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touched(pub ConversationId);

impl Touched {
    const NAME: &str = "tap:";

    /// The name the case keeps.
    pub fn fact(self) -> String {
        format!("{}{}", Self::NAME, self.0)
    }

    /// The fact behind a name, if it is one of these.
    pub fn read(name: &str) -> Option<Self> {
        Some(Self(ConversationId(name.strip_prefix(Self::NAME)?.parse().ok()?)))
    }
}

/// A fact of a case: she says that a conversation it touched is fine, or knows that it has been opened since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fine(pub ConversationId);

impl Fine {
    const NAME: &str = "fine:";

    /// The name the case keeps.
    pub fn fact(self) -> String {
        format!("{}{}", Self::NAME, self.0)
    }

    /// The fact behind a name, if it is one of these.
    pub fn read(name: &str) -> Option<Self> {
        Some(Self(ConversationId(name.strip_prefix(Self::NAME)?.parse().ok()?)))
    }

    /// She presses again: what she said before does not count.
    pub fn forget(facts: &mut Vec<String>) {
        facts.retain(|fact| Self::read(fact).is_none());
    }
}

impl Fact {
    /// The name the case keeps.
    pub fn held(conversation: ConversationId, paused_until: Option<DateTime<Utc>>) -> String {
        format!("{HELD}:{conversation}:{}", paused_until.map_or(0, |until| until.timestamp_millis()))
    }

    /// The fact behind a name, if it is one of these.
    pub fn read(name: &str) -> Option<Self> {
        let (conversation, until) = name.strip_prefix(HELD)?.strip_prefix(':')?.split_once(':')?;
        let until: i64 = until.parse().ok()?;
        Some(Self {
            conversation: ConversationId(conversation.parse().ok()?),
            paused_until: DateTime::from_timestamp_millis(until).filter(|_| until > 0),
        })
    }
}

/// The pairs a case is about: the one it names, and those that were stopped when it was opened.
pub fn concerned(case: &CaseFile) -> BTreeSet<ConversationId> {
    let stopped = case.tried.iter().filter_map(|fact| Fact::read(fact)).map(|fact| fact.conversation);
    let touched = case.tried.iter().filter_map(|fact| Touched::read(fact)).map(|touched| touched.0);
    stopped.chain(touched).chain(case.conversation).collect()
}
