//! A case on file: found again, taken, handed over, resting, closed.

use super::{CaseKind, Meant, NewCase, Outcome, Severity, Talked, Tap};
use crate::domain::clocks;
use crate::domain::conversation::Phase;
use crate::domain::id::{CaseId, ConversationId, PersonId, ProgrammeId};
use chrono::{DateTime, TimeDelta, Utc};

/// A case as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFile {
    /// Its number.
    pub id: CaseId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// How much it matters.
    pub severity: Severity,
    /// The pair it is about.
    pub conversation: Option<ConversationId>,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Whom of the team it names: nobody of them may know of it.
    pub meant: Vec<Meant>,
    /// Who looks after the pair, or the person.
    pub coordinator: Option<PersonId>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Since when its clock runs: opened, raised, handed over, back after a rest.
    pub counted_from: DateTime<Utc>,
    /// Up to when everyone due has been told.
    pub told_until: Option<DateTime<Utc>>,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried: names of steps.
    pub tried: Vec<String>,
    /// Who took it, or shall take it.
    pub owner: Option<PersonId>,
    /// When she took it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// It rests until then.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// When both sides were last nudged from its card.
    pub nudged_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Who closed it; nobody if it closed itself.
    pub resolved_by: Option<PersonId>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// It has a topic in the coordinators' group.
    pub has_topic: bool,
}

/// What follows from the same thing being found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing is new.
    Known,
    /// Whoever is on it must hear of it.
    News,
}

/// An urgent case that is found again is told again, but not more often than this.
const AGAIN_MINUTES: i64 = 15;

impl CaseFile {
    /// Whether a new finding belongs to this case: the same matter, and the same pair or person.
    pub fn covers(&self, new: &NewCase) -> bool {
        if self.kind.is_silence() && new.kind.is_silence() {
            return self.conversation == new.conversation;
        }
        let same = self.kind == new.kind || (self.kind.is_call() && new.kind.is_call());
        same && self.person == new.person && self.conversation == new.conversation
    }

    /// The same matter was found again: severity only rises, and a due date only comes nearer.
    pub fn again(&mut self, new: &NewCase, now: DateTime<Utc>) -> Again {
        let before = (self.kind, self.severity, self.due);
        if new.kind.severity() >= self.severity {
            self.kind = new.kind;
        }
        self.severity = self.severity.raised(new.kind.severity());
        self.due = [self.due, new.due].into_iter().flatten().min();
        if new.tried.iter().any(|fact| Talked::parse(fact).is_some()) {
            self.tried.retain(|fact| Talked::parse(fact).is_none());
        }
        for step in &new.tried {
            if !self.tried.contains(step) {
                self.tried.push(step.clone());
            }
        }
        let rose = self.severity > before.1;
        if rose {
            self.reopen(now);
        }
        let rested = self.told_until.is_none_or(|told| now >= told + TimeDelta::minutes(AGAIN_MINUTES));
        // Whoever is afraid is never slowed down.
        let urgent = self.severity == Severity::Urgent && (rested || self.kind == CaseKind::Unsafe);
        if rose || urgent || before != (self.kind, self.severity, self.due) {
            Again::News
        } else {
            Again::Known
        }
    }

    /// The clock starts anew, and nobody is on it.
    fn reopen(&mut self, now: DateTime<Utc>) {
        self.counted_from = now;
        self.told_until = None;
        self.acknowledged_at = None;
        self.snoozed_until = None;
    }

    /// It rings from the start: whoever had it must take it again.
    pub fn ring_anew(&mut self, now: DateTime<Utc>) {
        self.reopen(now);
    }

    /// Whoever had it cannot be reached: it must be taken again, by somebody else.
    pub fn let_go(&mut self, now: DateTime<Utc>) {
        self.reopen(now);
        self.owner = None;
    }

    /// It turns out to matter more; `false` if it did already.
    pub fn rise(&mut self, to: Severity, now: DateTime<Utc>) -> bool {
        let rises = to > self.severity;
        if rises {
            self.severity = to;
            self.reopen(now);
        }
        rises
    }

    /// Who is on it.
    pub fn has(&self) -> Option<PersonId> {
        self.owner.filter(|_| self.acknowledged_at.is_some())
    }

    /// Someone is on it.
    pub fn take(&mut self, by: PersonId, now: DateTime<Utc>) {
        self.owner = Some(by);
        self.acknowledged_at = Some(now);
        self.snoozed_until = None;
    }

    /// It is someone else's to take now; the clock begins anew for her.
    pub fn hand_over(&mut self, to: PersonId, now: DateTime<Utc>) {
        self.reopen(now);
        self.owner = Some(to);
        self.told_until = Some(now);
    }

    /// It rests. Urgent cases never do.
    pub fn snooze(&mut self, by: PersonId, until: DateTime<Utc>, now: DateTime<Utc>) {
        if self.severity != Severity::Urgent {
            self.take(by, now);
            self.snoozed_until = Some(until);
        }
    }

    /// Its rest is over: it must be taken again, first by whoever let it rest. `false` if it does not rest.
    pub fn wake(&mut self, now: DateTime<Utc>) -> bool {
        let over = self.snoozed_until.is_some_and(|until| until <= now);
        if over {
            self.reopen(now);
        }
        over
    }

    /// It is closed.
    pub fn resolve(&mut self, outcome: Outcome, by: Option<PersonId>, now: DateTime<Utc>) {
        self.resolved_at = Some(now);
        self.resolved_by = by;
        self.outcome = Some(outcome);
        self.snoozed_until = None;
    }

    /// What the case clock reads.
    pub fn clock(&self, urgent_contacts: u32) -> clocks::Case {
        clocks::Case {
            severity: self.severity,
            since: self.counted_from,
            is_acknowledged: self.acknowledged_at.is_some(),
            told_until: self.told_until,
            urgent_contacts,
            is_report: self.kind == CaseKind::Report,
        }
    }

    /// Whether it is on someone's desk: hers, or of someone she looks after, or nobody's and she leads.
    pub fn is_on_desk_of(&self, person: PersonId, leads: bool) -> bool {
        match (self.owner, self.coordinator.filter(|_| !self.kind.is_leads())) {
            (Some(owner), _) => owner == person,
            (None, Some(coordinator)) => coordinator == person,
            (None, None) => leads,
        }
    }

    /// How many of the urgent contacts were due to be called by now.
    pub fn contacts_due(&self, now: DateTime<Utc>) -> i64 {
        let every = clocks::Settings::default().contact_minutes.max(1);
        let waits = self.severity == Severity::Urgent && self.acknowledged_at.is_none();
        if waits { (now - self.counted_from).num_minutes() / every } else { 0 }
    }

    /// What can be done about it, as its pair stands; urgent cases never rest.
    pub fn possible(&self, pair: Option<Phase>) -> Vec<Tap> {
        [
            (true, Tap::Call),
            (self.kind == CaseKind::Unreachable && self.person.is_some(), Tap::Move),
            (pair.is_some_and(Phase::is_stopped), Tap::Release),
            (pair == Some(Phase::Active) && self.kind.may_remind(), Tap::Nudge),
            (true, Tap::Resolve),
            (self.severity != Severity::Urgent, Tap::Snooze),
            (true, Tap::HandOver(0)),
            (pair.is_some_and(Phase::is_live), Tap::Close(0)),
        ]
        .into_iter()
        .filter_map(|(possible, tap)| possible.then_some(tap))
        .collect()
    }

    /// Whether a promised talk is late.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.due.is_some_and(|due| due < now)
    }
}
