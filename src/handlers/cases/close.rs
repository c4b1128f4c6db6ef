//! Closing a case: what must be done before, and what becomes of the pair that is stopped.

use super::act::{Act, Toast, says};
use super::ends::resolve;
use super::is_set_aside;
use crate::domain::case::{
    Bar, Becomes, CaseKind, CaseToast, Closer, Outcome, SaidAlone, Second, Step, Stopped, Tapped, bar,
    is_to_decide, stays_until,
};
use crate::domain::closing::{ClosingReason, Ending};
use crate::domain::conversation::Conversation;
use crate::domain::id::ConversationId;
use crate::domain::person::{Person, Reach, Role};
use crate::domain::safety::concerned;
use crate::domain::wall;
use crate::handlers::{lifecycle, named, opening};
use crate::store::{Alarm, Result};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Act<'_> {
    /// Closes it, if nothing speaks against that and all its pairs are decided about; `said` is what was just said about
    /// one of them.
    pub(super) async fn resolved(mut self, outcome: Outcome, said: Option<ConversationId>) -> Toast {
        if self.case.kind == CaseKind::Trial {
            // Whoever closes it has heard it, and so it ends.
            self.is_on_it();
            return self.done("case taken").await;
        }
        if let Some(toast) = self.barred(outcome).await? {
            self.is_on_it();
            self.done("case cannot be closed yet").await?;
            return Ok(Some(says(toast)));
        }
        let open = self.undecided(said).await?;
        if let Some(pair) = open.first() {
            let stopped = about(outcome, pair);
            return self.asks(Step::Stopped(stopped, Becomes::What)).await;
        }
        let Self { tx, press, case, .. } = self;
        resolve(tx, &[case.id], outcome, Some(press.person.id), press.now).await?;
        Ok(None)
    }

    /// How it ended is asked; of a stopped pair whose day has come, what becomes of it.
    pub(super) async fn asks_how(self) -> Toast {
        if self.case.kind == CaseKind::Stopped {
            return self.resolved(Outcome::Solved, None).await;
        }
        self.turn(Step::Resolve).await
    }

    /// What must be done before it can be closed so, if anything.
    pub(super) async fn barred(&mut self, outcome: Outcome) -> Result<Option<CaseToast>> {
        if named::is_undecided(self.tx, self.case.id, self.press.now).await? {
            return Ok(Some(CaseToast::DecideFirst));
        }
        let Some((may_second, others)) = self.others() else { return Ok(None) };
        let said = SaidAlone::last(&self.case.tried);
        let tap = Tapped::last(&self.case.tried).unwrap_or(self.case.opened_at);
        let answered_at = match self.case.person {
            Some(person) => self.tx.answered_team(person, tap).await?,
            None => None,
        };
        let calls = self.tx.calls_by(self.case.id).await?;
        let closer = Closer {
            by: self.press.person.id,
            may_second,
            second: if others { Second::There } else { Second::Alone(said) },
            calls: &calls,
            answered_at,
            zone: self.tx.programme(self.case.programme).await?.zone,
        };
        Ok(match bar(&self.case, outcome, &closer, self.press.now) {
            None => None,
            Some(Bar::Talk) => Some(CaseToast::TalkFirst),
            Some(Bar::Tries) => Some(CaseToast::TryFirst),
            Some(Bar::Second) => Some(CaseToast::SecondFirst),
            Some(Bar::Again) => {
                self.said_alone(said).await?;
                Some(CaseToast::AskedAgain)
            }
        })
    }

    /// Whether she leads or is an urgent contact, or nobody who may know of it and can be reached is; and whether anybody
    /// else may and can.
    fn others(&self) -> Option<(bool, bool)> {
        let me = &self.press.person;
        let (_, team) = self.room.programme(&self.case)?;
        let mut order = team.order(&self.case);
        order.retain(|it| it.reach == Reach::Reachable);
        let seconds = |it: &Person| it.role == Role::Lead || team.is_urgent_contact(it.id);
        let may = seconds(me) || !order.iter().any(|it| seconds(it));
        Some((may, order.iter().any(|it| it.chat != me.chat)))
    }

    /// She is alone with it and says that nobody was reached: she is asked again on the next working day.
    async fn said_alone(&mut self, said: Option<DateTime<Utc>>) -> Result<()> {
        if said.is_some() {
            return Ok(());
        }
        let programme = self.tx.programme(self.case.programme).await?;
        let holidays: BTreeSet<_> = programme.holidays.iter().copied().collect();
        let next = wall::next_working_digest(programme.zone, self.press.now, &holidays);
        SaidAlone(next).keep(&mut self.case.tried);
        self.tx.wake(Alarm::Alone, self.case.id.0, next).await
    }

    /// The pairs this case is about, or that were stopped for it, of which somebody must say what becomes of them.
    async fn undecided(&mut self, said: Option<ConversationId>) -> Result<Vec<Conversation>> {
        let mut pairs = self.pairs().await?;
        let (now, asks) = (self.press.now, self.case.kind == CaseKind::Stopped);
        pairs
            .retain(|pair| Some(pair.id) != said && (is_to_decide(pair, now) || (asks && pair.is_stopped())));
        Ok(pairs)
    }

    async fn pairs(&mut self) -> Result<Vec<Conversation>> {
        let mut ids = concerned(&self.case);
        ids.extend(self.tx.stopped_for(self.case.id).await?);
        self.tx.conversations(&ids.into_iter().collect::<Vec<_>>()).await
    }

    /// What was said about a stopped pair. Then the case goes on being closed.
    pub(super) async fn becomes(
        mut self,
        (outcome, id): (Outcome, ConversationId),
        becomes: Becomes,
    ) -> Toast {
        let pair = self.pairs().await?.into_iter().find(|pair| pair.id == id);
        let Some(mut pair) = pair else { return Ok(Some(says(CaseToast::NotNow))) };
        let me = &self.press.person;
        if is_set_aside(self.tx, me, Some(&pair)).await? || opening::is_not_for(self.tx, me, &pair).await? {
            return Ok(Some(says(CaseToast::NotNow)));
        }
        if !becomes.answers().is_empty() {
            let stopped = about(outcome, &pair);
            return self.asks(Step::Stopped(stopped, becomes)).await;
        }
        if becomes == Becomes::Open {
            return self.open(Some(id)).await;
        }
        if let Some(toast) = self.barred(outcome).await? {
            self.done("case cannot be closed yet").await?;
            return Ok(Some(says(toast)));
        }
        if !pair.is_stopped() {
            // Somebody else has decided meanwhile.
            self.turn(Step::Main).await?;
            return Ok(Some(says(CaseToast::NotNow)));
        }
        if !self.carries_out(&mut pair, becomes).await? {
            let stopped = about(outcome, &pair);
            return self.asks(Step::Stopped(stopped, Becomes::Heard)).await;
        }
        self.resolved(outcome, Some(id)).await
    }

    /// `false`, if it must be asked first whether they were heard.
    async fn carries_out(&mut self, pair: &mut Conversation, becomes: Becomes) -> Result<bool> {
        let (by, zone, now) = (self.press.person.id, self.press.person.zone, self.press.now);
        match becomes {
            Becomes::Stays(weeks) => {
                let until = stays_until(weeks, zone, now);
                lifecycle::stays(self.tx, pair, (until, by), now).await?;
                Ok(true)
            }
            Becomes::Ends(reason) => self.ends(pair, Ending::of(reason, None)).await,
            Becomes::EndsHeard(heard) => {
                self.ends(pair, Ending::of(ClosingReason::Conduct, Some(heard))).await
            }
            Becomes::Open | Becomes::What | Becomes::HowLong | Becomes::Why(_) | Becomes::Heard => Ok(true),
        }
    }

    async fn ends(&mut self, pair: &mut Conversation, ending: Option<Ending>) -> Result<bool> {
        let Some(ending) = ending else { return Ok(false) };
        lifecycle::end(self.tx, pair, (ending, self.press.person.id), self.press.now).await?;
        Ok(true)
    }
}

/// What a card asks about a pair.
fn about(outcome: Outcome, pair: &Conversation) -> Stopped {
    let members = pair.active().map(|member| member.alias.clone()).collect();
    Stopped { outcome, pair: pair.id, members }
}
