//! Whether an account is in a group of the team's: what is about somebody is never shown where she reads it (programme,
//! safeguarding 2).

use super::id::ChatId;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

stored! {
    /// Where an account stands to a group, as Telegram last said.
    pub enum Presence {
        /// It reads what is written there.
        Inside = "inside",
        /// It does not.
        Outside = "outside",
        /// Telegram does not say. Then it may.
        Unknown = "unknown",
    }
}

/// How long what Telegram said holds: it is asked anew every day.
pub const HOLDS: TimeDelta = TimeDelta::days(1);

/// What is known of the accounts in one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present(pub BTreeMap<ChatId, (Presence, DateTime<Utc>)>);

impl Present {
    /// Whether one of these accounts is in the group, or may be. Of whom nobody has asked yet nothing is said here: the
    /// question goes ahead of whatever is to be shown.
    pub fn any(&self, accounts: &[ChatId]) -> bool {
        accounts.iter().any(|account| {
            self.0.get(account).is_some_and(|(presence, _)| match presence {
                Presence::Inside | Presence::Unknown => true,
                Presence::Outside => false,
            })
        })
    }

    /// The accounts that must be asked about, now.
    pub fn unasked(&self, accounts: &[ChatId], now: DateTime<Utc>) -> Vec<ChatId> {
        let holds = |account: &ChatId| self.0.get(account).is_some_and(|(_, at)| now < *at + HOLDS);
        let mut unasked: Vec<ChatId> = accounts.iter().copied().filter(|account| !holds(account)).collect();
        unasked.sort_unstable();
        unasked.dedup();
        unasked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_be_inside_is_taken_to_be_and_what_is_known_holds_a_day() {
        let at = DateTime::UNIX_EPOCH;
        let here = ChatId(1);
        for (presence, any) in
            [(Presence::Inside, true), (Presence::Unknown, true), (Presence::Outside, false)]
        {
            let present = Present([(here, (presence, at))].into());
            assert_eq!(present.any(&[ChatId(2), here]), any, "{presence:?}");
            assert!(present.unasked(&[here], at + TimeDelta::hours(23)).is_empty());
            assert_eq!(present.unasked(&[here, here], at + HOLDS), [here]);
        }
        assert_eq!(Present::default().unasked(&[here], at), [here]);
        assert!(!Present::default().any(&[here]));
    }
}
