//! From proposing a pair to introducing it: every member accepts, nobody has to say why not.

use crate::domain::zone::Tz;
use chrono::{DateTime, TimeDelta, Utc};

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

/// What a member who has not replied was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing: it was night where she is.
    NotYet,
    /// The proposal.
    Once,
    /// The proposal and its reminder.
    Again,
}

/// What there is to do about a member who has not replied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Send her the proposal, and look again then.
    Ask(DateTime<Utc>),
    /// Remind her.
    Remind,
    /// Nothing before then.
    Wait(DateTime<Utc>),
    /// Nothing any more.
    Nothing,
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

    /// What there is to do about a member who has not replied: neither the proposal nor its reminder comes in her quiet
    /// hours, and after a proposal that came late a day passes before the reminder.
    pub fn next(&self, asked: Asked, proposed_at: DateTime<Utc>, zone: Tz, now: DateTime<Utc>) -> Next {
        let quiet = QuietHours::default();
        let remind_at = self.reminder_at(proposed_at, zone, quiet);
        match asked {
            Asked::NotYet if quiet.is_quiet(zone, now) => Next::Wait(quiet.next_open(zone, now)),
            Asked::NotYet => {
                let day_later = quiet.next_open(zone, wall::plus(now, TimeDelta::days(1)));
                Next::Ask(remind_at.max(day_later))
            }
            Asked::Once if now < remind_at => Next::Wait(remind_at),
            Asked::Once if quiet.is_quiet(zone, now) => Next::Wait(quiet.next_open(zone, now)),
            Asked::Once => Next::Remind,
            Asked::Again => Next::Nothing,
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

    const MADRID: Tz = Tz::known("Europe/Madrid");
    const KABUL: Tz = Tz::known("Asia/Kabul");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn standing(replies: &[Reply], now: &str) -> Standing {
        Settings::default().standing(replies, utc("2026-05-01T10:00:00Z"), MADRID, utc(now))
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
        let at = Settings::default().reminder_at(utc("2026-05-01T18:00:00Z"), KABUL, QuietHours::default());
        assert_eq!(at, utc("2026-05-04T03:30:00Z"));
    }

    #[test]
    fn who_is_proposed_at_night_is_asked_in_the_morning_and_reminded_once() {
        let settings = Settings::default();
        let proposed = utc("2026-05-01T20:30:00Z");
        let next = |asked, now| settings.next(asked, proposed, MADRID, utc(now));
        let morning = "2026-05-02T06:00:00Z";
        assert_eq!(next(Asked::NotYet, "2026-05-01T20:30:00Z"), Next::Wait(utc(morning)));
        assert_eq!(next(Asked::NotYet, morning), Next::Ask(utc("2026-05-04T06:00:00Z")));
        assert_eq!(next(Asked::Once, morning), Next::Wait(utc("2026-05-04T06:00:00Z")));
        assert_eq!(next(Asked::Once, "2026-05-04T06:00:00Z"), Next::Remind);
        assert_eq!(next(Asked::Again, "2026-05-05T06:00:00Z"), Next::Nothing);
    }

    #[test]
    fn a_reminder_never_follows_a_late_proposal_at_once() {
        let late = utc("2026-05-04T10:00:00Z");
        let next = Settings::default().next(Asked::NotYet, utc("2026-05-01T10:00:00Z"), MADRID, late);
        assert_eq!(next, Next::Ask(utc("2026-05-05T10:00:00Z")));
    }
}
