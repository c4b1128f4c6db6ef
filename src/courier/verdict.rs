//! What a refusal means for a letter.

use crate::domain::letter::Rank;
use crate::domain::retry;
use crate::store::{Carried, Errand, Leased};
use crate::telegram::Refused;
use crate::telegram::api::{Configuration, Never};
use chrono::{DateTime, TimeDelta, Utc};

/// Tries five minutes apart that fill the 24 h after which a letter is given up. Counted in tries, because a letter may
/// have been held for days before its first.
const A_DAY_OF_TRIES: i64 = 295;

/// What a refusal means for the letter: later, held, withdrawn or never.
pub(super) fn outcome(errand: &Errand, why: &Refused, now: DateTime<Utc>) -> Carried {
    let again = |perhaps| {
        let attempts = u32::try_from(errand.attempts).unwrap_or(u32::MAX);
        let first = if errand.attempts > A_DAY_OF_TRIES { DateTime::UNIX_EPOCH } else { now };
        let again = retry::again_at(attempts, first, errand.id.0.unsigned_abs(), now);
        again.map_or(Carried::Failed("gave up"), |at| Carried::Later(at, perhaps))
    };
    let is_copy = matches!(
        errand.what,
        Leased::Copy { .. } | Leased::Album { .. } | Leased::Edit { .. } | Leased::Delete(..)
    );
    // What is said among messages waits with them: the name above one, and whatever is read in a room.
    let among = errand.rank == Rank::Relay as i64 || errand.room.is_some();
    let is_copy = is_copy || (among && matches!(errand.what, Leased::Write(_)));
    match why {
        Refused::Later(Some(wait)) => Carried::Later(now + *wait, false),
        Refused::Later(None) | Refused::Transient => again(false),
        Refused::Perhaps | Refused::Unread => again(true),
        Refused::Moved(_) => Carried::Later(now, false),
        Refused::Blocked | Refused::Gone if is_copy => Carried::Held,
        Refused::Blocked | Refused::Gone => Carried::Withdrawn,
        Refused::Closed if is_copy => Carried::Held,
        Refused::Closed => Carried::Failed("closed"),
        Refused::Configuration(Configuration::Token | Configuration::Conflict) => {
            Carried::Later(now + TimeDelta::seconds(30), false)
        }
        Refused::Never(Never::SourceGone) => Carried::Withdrawn,
        Refused::Never(Never::AlreadySo) => Carried::Sent(None),
        Refused::Never(Never::TopicGone) if errand.case.is_some() || errand.room.is_some() => {
            Carried::Later(now, false)
        }
        // In a private chat a topic is a hint: next time without.
        Refused::Never(Never::TopicGone | Never::NoForum) if errand.lane.0 > 0 && errand.thread.is_some() => {
            Carried::Later(now, false)
        }
        Refused::Never(class) => Carried::Failed(class.as_str()),
    }
}
