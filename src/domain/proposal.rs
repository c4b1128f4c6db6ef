//! From proposing a pair to introducing it: every member accepts, nobody has to say why not.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{quiet::QuietHours, wall};

stored! {
    /// What a member said to a proposal.
    pub enum Reply {
        /// Nothing yet.
        Open = "open",
        /// Yes.
        Accepted = "accepted",
        /// No; needs no reason and is not shown to the other side.
        Declined = "declined",
    }
}

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Someone has not replied; look again then at the latest.
    Open {
        /// When it expires.
        expires_at: DateTime<Utc>,
    },
    /// Everyone accepted: introduce them.
    Accepted,
    /// Someone declined: back to the pool, the coordinator is told.
    Declined,
    /// Time is over: back to the pool, the coordinator is told.
    Expired,
}

/// The patience of proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Reminder after 2 days (Little World 2/5, Lern-Fair 7/14).
    pub reminder: TimeDelta,
    /// Expiry after 5 days (Little World 2/5, Lern-Fair 7/14).
    pub expiry: TimeDelta,
}

impl Default for Settings {
    fn default() -> Self {
        Self { reminder: TimeDelta::days(2), expiry: TimeDelta::days(5) }
    }
}

impl Settings {
    /// How a proposal with these replies stands. `zone` is the programme's: it expires when a coordinator may hear of it. A
    /// pair without members is never accepted.
    pub fn standing(
        &self,
        replies: &[Reply],
        proposed_at: DateTime<Utc>,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Standing {
        let expires_at = QuietHours::default().next_open(zone, wall::plus(proposed_at, self.expiry));
        if replies.contains(&Reply::Declined) {
            Standing::Declined
        } else if !replies.is_empty() && replies.iter().all(|reply| *reply == Reply::Accepted) {
            Standing::Accepted
        } else if now >= expires_at {
            Standing::Expired
        } else {
            Standing::Open { expires_at }
        }
    }

    /// When a member who has not replied is reminded, once, in her own zone and outside her quiet hours.
    pub fn reminder_at(&self, proposed_at: DateTime<Utc>, zone: Tz, quiet: QuietHours) -> DateTime<Utc> {
        quiet.next_open(zone, wall::plus(proposed_at, self.reminder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Reply::{Accepted, Declined, Open};
    use chrono_tz::{Asia::Kabul, Europe::Madrid};

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn standing(replies: &[Reply], now: &str) -> Standing {
        Settings::default().standing(replies, utc("2026-05-01T10:00:00Z"), Madrid, utc(now))
    }

    #[test]
    fn a_pair_is_introduced_when_everyone_accepts() {
        assert_eq!(standing(&[Accepted, Accepted, Accepted], "2026-05-02T10:00:00Z"), Standing::Accepted);
        assert_eq!(
            standing(&[Accepted, Open], "2026-05-02T10:00:00Z"),
            Standing::Open { expires_at: utc("2026-05-06T10:00:00Z") }
        );
        assert!(matches!(standing(&[], "2026-05-02T10:00:00Z"), Standing::Open { .. }));
    }

    #[test]
    fn one_refusal_ends_it_and_five_days_do_too() {
        assert_eq!(standing(&[Accepted, Declined, Open], "2026-05-01T11:00:00Z"), Standing::Declined);
        assert_eq!(standing(&[Accepted, Open], "2026-05-06T10:00:00Z"), Standing::Expired);
        assert_eq!(standing(&[Accepted, Accepted], "2026-06-01T10:00:00Z"), Standing::Accepted);
    }

    #[test]
    fn the_reminder_waits_for_the_member_s_own_morning() {
        let at = Settings::default().reminder_at(utc("2026-05-01T18:00:00Z"), Kabul, QuietHours::default());
        assert_eq!(at, utc("2026-05-04T03:30:00Z"));
    }
}
