//! What a refusal means for a letter.

use crate::domain::letter::{Letter, Rank};
use crate::domain::retry;
use crate::domain::safety::SafetyLetter;
use crate::store::{Carried, Errand, Leased, Tried};
use crate::telegram::Refused;
use crate::telegram::refusal::{Concerns, Configuration, Never};
use chrono::{DateTime, TimeDelta, Utc};

/// Tries five minutes apart that fill the 24 h after which a letter is given up. Counted in tries, because a letter may
/// have been held for days before its first; that it was asked to wait is none.
const A_DAY_OF_TRIES: i64 = 295;

/// So often a topic is made that may be there already: nobody knows its number, so each try can be one more.
const TOPICS_IN_DOUBT: i64 = 3;

/// What a refusal means for the letter: later, held, withdrawn or never.
pub fn outcome(errand: &Errand, why: &Refused, now: DateTime<Utc>) -> Carried {
    let tries = errand.tries();
    let again = |tried| {
        let attempts = u32::try_from(tries).unwrap_or(u32::MAX);
        let first = if tries > A_DAY_OF_TRIES { DateTime::UNIX_EPOCH } else { now };
        let again = retry::again_at(attempts, first, errand.id.0.unsigned_abs(), now);
        again.map_or(Carried::Failed("gave up"), |at| Carried::Later(at, tried))
    };
    let is_copy = matches!(
        errand.what,
        Leased::Copy { .. } | Leased::Album { .. } | Leased::Edit { .. } | Leased::Delete(..)
    );
    // What is said among messages waits with them: the name above one, and whatever is read in a room.
    let among = errand.rank == Rank::Relay as i64 || errand.room.is_some();
    // A reported message waits with the line above it, whoever else gets both meanwhile.
    let reported = matches!(errand.what, Leased::Write(Letter::Safety(SafetyLetter::Report { .. })));
    let mail = matches!(&errand.what, Leased::Write(letter) if letter.waits_for_its_reader());
    let is_copy = is_copy || reported || mail || (among && matches!(errand.what, Leased::Write(_)));
    match why {
        Refused::Later(Some(wait)) => Carried::Later(now + *wait, Tried::Not),
        Refused::Later(None) | Refused::Transient => again(Tried::InVain),
        Refused::Unread if makes_topic(errand) => Carried::Failed("unread"),
        Refused::Perhaps if makes_topic(errand) && tries >= TOPICS_IN_DOUBT => Carried::Failed("gave up"),
        Refused::Perhaps | Refused::Unread => again(Tried::Perhaps),
        Refused::Moved(_) => Carried::Later(now, Tried::Not),
        Refused::Blocked | Refused::Gone if is_copy => Carried::Held,
        Refused::Blocked | Refused::Gone => Carried::Withdrawn,
        Refused::Closed if is_copy => Carried::Held,
        Refused::Closed => Carried::Failed("closed"),
        Refused::Configuration(Configuration::Token | Configuration::Conflict | Configuration::Webhook) => {
            Carried::Later(now + TimeDelta::seconds(30), Tried::Not)
        }
        Refused::Never(class) => never(errand, *class, is_copy, now),
    }
}

fn makes_topic(errand: &Errand) -> bool {
    matches!(errand.what, Leased::Topic | Leased::Room(_)) && errand.thread.is_none()
}

/// What a final refusal means for the letter itself. Who gets it instead, `delivery::refused` says.
fn never(errand: &Errand, class: Never, is_copy: bool, now: DateTime<Utc>) -> Carried {
    let in_group = errand.lane.0 < 0;
    let for_room = errand.room.is_some() && errand.message().is_none();
    let stands = errand.case.is_some() || errand.room.is_some() || !in_group;
    match class.concerns(&errand.what, errand.thread.is_some()) {
        Concerns::Nothing => Carried::Sent(None),
        // In a group the topic is made anew; in a private chat it is a hint: next time without.
        Concerns::Topic if stands && !matches!(errand.what, Leased::Topic | Leased::Room(_)) => {
            Carried::Later(now, Tried::Not)
        }
        Concerns::Message if class == Never::SourceGone => Carried::Withdrawn,
        // What is read in a room is read elsewhere; what somebody wrote waits for a reader who is out of reach.
        Concerns::Chat if for_room && (in_group || matches!(errand.what, Leased::Write(_))) => Carried::Held,
        Concerns::Chat if is_copy && class == Never::Forbidden => Carried::Held,
        Concerns::Topic | Concerns::Message | Concerns::Chat => Carried::Failed(class.as_str()),
    }
}
