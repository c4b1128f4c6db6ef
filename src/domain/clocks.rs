//! How a case climbs until someone takes it: whom to tell now, and when to climb again.

use std::collections::BTreeSet;

use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{quiet::QuietHours, wall};

stored! {
    /// How much a case matters. Only rises.
    pub enum Severity {
        /// Shown in the daily digest.
        Routine = "routine",
        /// Wants someone within days.
        Attention = "attention",
        /// Wants someone now.
        Urgent = "urgent",
    }
}

impl Severity {
    /// The severity after someone found it to be `found`.
    #[must_use]
    pub fn raised(self, found: Self) -> Self {
        self.max(found)
    }
}

/// Whom a case is told to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// Shown in the next digest.
    Digest,
    /// The pair's coordinator.
    Coordinator,
    /// An urgent contact, counted from 0 in the programme's order.
    UrgentContact(u32),
    /// The coordinator again: the time to acknowledge is over.
    Overdue,
    /// The lead.
    Lead,
    /// Everyone told so far, once more.
    Everyone,
}

/// What the clock reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// How much it matters.
    pub severity: Severity,
    /// Since when it matters that much: opened, or raised to it.
    pub since: DateTime<Utc>,
    /// Whether someone is on it.
    pub is_acknowledged: bool,
    /// Up to when everyone due has been told; `None` if nobody has. Starts anew when the severity rises.
    pub told_until: Option<DateTime<Utc>>,
    /// How many urgent contacts the programme has.
    pub urgent_contacts: u32,
    /// A message was reported.
    pub is_report: bool,
}

/// Whom to tell now, and when to look again (`None`: the clock has no more to say). Set `told_until` to `now` afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Climb {
    /// In order.
    pub tell: Vec<Rung>,
    /// The next moment at which someone is to be told, always later than now.
    pub next: Option<DateTime<Utc>>,
}

/// The programme's calendar, and where those live who are told.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    /// The programme's zone.
    pub zone: Tz,
    /// Days on which nobody works.
    pub holidays: &'a BTreeSet<NaiveDate>,
    /// The zones of those who are told first.
    pub coordinator: &'a [Tz],
    /// The zones of those who are told last.
    pub lead: &'a [Tz],
}

/// The case clocks (programme, case clocks; eStudent360 2 h/24 h, clocks *ours*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Urgent: minutes from one urgent contact to the next: 15.
    pub contact_minutes: i64,
    /// Urgent: minutes until the lead is told: 60.
    pub lead_minutes: i64,
    /// Urgent: minutes between repeats after that: 60.
    pub repeat_minutes: i64,
    /// Attention: working days to acknowledge: 3.
    pub acknowledge_days: u32,
    /// Attention: working days until the lead is told: 7.
    pub lead_days: u32,
    /// A report among adults: working days to acknowledge: 1.
    pub report_days: u32,
    /// A report among adults: working days until the lead is told: 3 (*ours*).
    pub report_lead_days: u32,
    /// When attention waits, where its reader is; urgent never does.
    pub quiet: QuietHours,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            contact_minutes: 15,
            lead_minutes: 60,
            repeat_minutes: 60,
            acknowledge_days: 3,
            lead_days: 7,
            report_days: 1,
            report_lead_days: 3,
            quiet: QuietHours::default(),
        }
    }
}

impl Settings {
    /// Whom to tell about the case now. After an outage everyone due is told, but a repeat only once.
    pub fn climb(&self, case: &Case, calendar: Calendar<'_>, now: DateTime<Utc>) -> Climb {
        if case.is_acknowledged {
            return Climb::default();
        }
        let rungs = match case.severity {
            Severity::Routine => vec![(wall::next_digest(calendar.zone, case.since), Rung::Digest)],
            Severity::Attention => self.attention(case, calendar),
            Severity::Urgent => self.urgent(case),
        };
        let is_new = |at: DateTime<Utc>| case.told_until.is_none_or(|told| at > told);
        let mut climb = Climb {
            tell: rungs.iter().filter(|(at, _)| *at <= now && is_new(*at)).map(|(_, rung)| *rung).collect(),
            next: rungs.iter().map(|(at, _)| *at).find(|at| *at > now),
        };
        if case.severity == Severity::Urgent {
            let (last, next) = self.repeats(case, now);
            if last.is_some_and(is_new) {
                climb.tell.push(Rung::Everyone);
            }
            climb.next = climb.next.map_or(Some(next), |at| Some(at.min(next)));
        }
        climb
    }

    fn attention(
        &self,
        case: &Case,
        Calendar { zone, holidays, coordinator, lead }: Calendar<'_>,
    ) -> Vec<(DateTime<Utc>, Rung)> {
        let (acknowledge, last) = if case.is_report {
            (self.report_days, self.report_lead_days)
        } else {
            (self.acknowledge_days, self.lead_days)
        };
        [
            (0, Rung::Coordinator, coordinator),
            (acknowledge, Rung::Overdue, coordinator),
            (last, Rung::Lead, lead),
        ]
        .map(|(days, rung, zones)| {
            let at = wall::working_days_later(case.since, days, zone, holidays);
            (self.quiet.next_open_in(zones, at), rung)
        })
        .to_vec()
    }

    fn urgent(&self, case: &Case) -> Vec<(DateTime<Utc>, Rung)> {
        let contacts = (0..case.urgent_contacts)
            .map(|n| (self.contact_minutes.saturating_mul(i64::from(n) + 1), Rung::UrgentContact(n)));
        let mut rungs: Vec<_> = [(0, Rung::Coordinator), (self.lead_minutes, Rung::Lead)]
            .into_iter()
            .chain(contacts)
            .map(|(minutes, rung)| (wall::plus(case.since, TimeDelta::minutes(minutes)), rung))
            .collect();
        rungs.sort();
        rungs
    }

    /// The latest repeat up to now, and the one after it.
    fn repeats(&self, case: &Case, now: DateTime<Utc>) -> (Option<DateTime<Utc>>, DateTime<Utc>) {
        let lead = wall::plus(case.since, TimeDelta::minutes(self.lead_minutes));
        let every = self.repeat_minutes.max(1);
        let passed = ((now - lead).num_minutes().max(0) / every).saturating_mul(every);
        let last = wall::plus(lead, TimeDelta::minutes(passed));
        ((passed > 0).then_some(last), wall::plus(last, TimeDelta::minutes(every)))
    }
}
