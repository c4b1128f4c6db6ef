//! When a case may be closed, and what becomes of a pair that is stopped (`programme.md`, safeguarding 1, breaks and
//! stops 6). Nothing here is decided by a tap of hers, and nothing opens by itself.

use super::{Call, Called, CaseFile, CaseKind, Channel, Outcome, Tapped};
use crate::domain::closing::{ClosingReason, Heard};
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::wall;
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// On so many days somebody must have tried before she counts as not reached.
pub const TRIED_DAYS: usize = 2;

/// For how many weeks a pair can stay stopped before it is asked about again.
pub const STAYS_WEEKS: [i64; 3] = [1, 4, 8];

/// From so many days on a stop stands in the lead's digest too.
pub const LEAD_DAYS: i64 = 7;

/// Whether somebody else of those who may know of a case could close it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// There is somebody else.
    There,
    /// She is alone with it; she has said once that nobody was reached, and may say it again from then on.
    Alone(Option<DateTime<Utc>>),
}

/// Who wants to close a case, and what is known about the person it is about.
#[derive(Clone, Debug)]
pub struct Closer<'a> {
    /// Who.
    pub by: PersonId,
    /// She leads, or is an urgent contact.
    pub may_second: bool,
    /// Whether there is somebody else.
    pub second: Second,
    /// The talks that were written down, each with who did.
    pub calls: &'a [(PersonId, Called)],
    /// When the person last answered the team.
    pub answered_at: Option<DateTime<Utc>>,
    /// The programme's zone.
    pub zone: Tz,
}

/// Why a case cannot be closed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Nobody has talked with her since the tap.
    Talk,
    /// Nobody tried on two days.
    Tries,
    /// Somebody else must say that she was not reached: a lead or an urgent contact.
    Second,
    /// Nobody else is there: she is asked again on the next working day.
    Again,
}

/// Why somebody may not close a case so, if anything speaks against it. Whom it is about never gets so far.
pub fn bar(case: &CaseFile, outcome: Outcome, closer: &Closer<'_>, now: DateTime<Utc>) -> Option<Bar> {
    if case.kind != CaseKind::Unsafe {
        return None;
    }
    let tap = Tapped::last(&case.tried).unwrap_or(case.opened_at);
    let since = || closer.calls.iter().filter(move |(_, call)| call.at >= tap);
    if outcome != Outcome::NotReached {
        let talked = since().any(|(_, call)| is_talk(call)) || closer.answered_at.is_some_and(|at| at >= tap);
        return (!talked).then_some(Bar::Talk);
    }
    let tries = || since().filter(|(_, call)| call.outcome == Call::NoAnswer);
    let days: BTreeSet<_> = tries().map(|(_, call)| wall::date(closer.zone, call.at)).collect();
    if days.len() < TRIED_DAYS {
        return Some(Bar::Tries);
    }
    match closer.second {
        Second::Alone(Some(from)) if from <= now => None,
        Second::Alone(_) => Some(Bar::Again),
        Second::There => {
            let others = tries().any(|(by, _)| *by != closer.by);
            (!closer.may_second || !others).then_some(Bar::Second)
        }
    }
}

/// They spoke, by voice or in person. What was written counts by what she answered.
fn is_talk(call: &Called) -> bool {
    let voice = matches!(call.channel, Channel::Voice | Channel::InPerson);
    voice && matches!(call.outcome, Call::Settled | Call::Spoke)
}

/// What is said about a stopped pair while its case is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// What becomes of it?
    What,
    /// It is open again.
    Open,
    /// It stays stopped: how long?
    HowLong,
    /// So many weeks; then it is asked about again.
    Stays(i64),
    /// It ends: why? From this page on.
    Why(usize),
    /// For this reason.
    Ends(ClosingReason),
    /// It ends for conduct: were they heard?
    Heard,
    /// It ends for conduct, and so it is about that.
    EndsHeard(Heard),
}

impl Becomes {
    /// What is answered to this question, in reading order; nothing, if it is no question.
    pub fn answers(self) -> Vec<Self> {
        match self {
            Self::What => vec![Self::Open, Self::HowLong, Self::Why(0)],
            Self::HowLong => STAYS_WEEKS.map(Self::Stays).to_vec(),
            Self::Why(_) => ClosingReason::ALL.iter().copied().map(Self::Ends).collect(),
            Self::Heard => Heard::ALL.iter().copied().map(Self::EndsHeard).collect(),
            Self::Open | Self::Stays(_) | Self::Ends(_) | Self::EndsHeard(_) => Vec::new(),
        }
    }
}

/// The stopped pair that a card asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// How the case ends then.
    pub outcome: Outcome,
    /// The pair.
    pub pair: ConversationId,
    /// Who is in it, for those who may read names.
    pub members: Vec<String>,
}

/// Until when a pair stays stopped that is to stay so for so many weeks.
pub fn stays_until(weeks: i64, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let offered = STAYS_WEEKS.into_iter().find(|it| *it == weeks).unwrap_or(1);
    wall::days_later(zone, now, u64::try_from(offered * 7).unwrap_or(7), wall::DIGEST_HOUR)
}

/// Whether somebody must say what becomes of a pair: it is stopped, and no day to come was named.
pub fn is_to_decide(pair: &Conversation, now: DateTime<Utc>) -> bool {
    pair.is_stopped() && pair.paused_until.is_none_or(|until| until <= now)
}

/// Somebody of the team, as the list of stopped pairs knows her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// She leads.
    pub leads: bool,
    /// She looks after the pair.
    pub looks_after: bool,
    /// She may know of the stop: no case about it is kept from her, and she is not in the pair.
    pub may_know: bool,
}

/// Whether a stop stands in somebody's digest: its coordinator's from the first day on; the lead's from the seventh, or at
/// once if no coordinator reads it.
pub fn stands_for(reader: Reader, coordinator_reads: bool, days: Option<i64>) -> bool {
    let leads = reader.leads && (!coordinator_reads || days.is_none_or(|days| days >= LEAD_DAYS));
    reader.may_know && (reader.looks_after || leads)
}
