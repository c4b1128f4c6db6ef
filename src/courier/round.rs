//! What the courier has in its hands, from one round to the next.

use super::speed::Speed;
use crate::domain::id::{LetterId, MessageId};
use crate::domain::join::JoinLetter;
use crate::domain::letter::Letter;
use crate::handlers::delivery;
use crate::store::{self, Backoff, Carried, Errand, Leased, MOMENT, Tx};
use crate::telegram::Refused;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use std::collections::HashMap;
use tokio::task::JoinSet;

/// A letter that came back, and how.
pub(super) struct Back {
    pub(super) errand: Box<Errand>,
    pub(super) result: Result<Carried, Refused>,
    /// The line above it arrived, as this message.
    pub(super) header: Option<MessageId>,
}

impl Back {
    /// It went well, without a line above it, and nobody reads it along: nothing follows but that it is signed off.
    pub(super) fn is_simple(&self) -> bool {
        let follows = |it| self.errand.room.is_some() || delivery::tells(&self.errand, it);
        self.errand.header.is_none() && self.result.as_ref().is_ok_and(|it| !follows(it))
    }

    /// It was an invitation, whose link nobody may find on the disk.
    pub(super) fn is_invitation(&self) -> bool {
        matches!(self.errand.what, Leased::Write(Letter::Join(JoinLetter::Invitation { .. })))
    }
}

/// The courier's own memory: only how fast it goes, and what it has not signed off yet.
#[derive(Default)]
pub(super) struct Round {
    pub(super) flying: JoinSet<Back>,
    pub(super) back: Vec<Back>,
    /// What is in its hands, flying or back, and which try it is.
    pub(super) hands: HashMap<LetterId, i64>,
    /// A round failed: whether what it wrote stands, nobody knows.
    pub(super) unsure: bool,
    /// Invitations that were signed off: their links are in no row any more, but in the database's log.
    pub(super) links_in_log: u32,
    pub(super) backoff: Backoff,
    pub(super) speed: Speed,
    pub(super) more: bool,
    /// The latest moment it knows of.
    pub(super) latest: Option<DateTime<Utc>>,
    /// What the database says of moments may be of a time that was never.
    pub(super) astray: bool,
    pub(super) next: Option<DateTime<Utc>>,
}

impl Round {
    /// Takes what has come back; once something has, waits for it to be `enough`.
    pub(super) async fn gather(&mut self, enough: usize) {
        while let Some(Some(Ok(back))) = self.flying.join_next().now_or_never() {
            self.back.push(back);
        }
        while !self.back.is_empty() && self.back.len() < enough {
            let Some(Ok(back)) = self.flying.join_next().await else { return };
            self.back.push(back);
        }
    }

    /// It is this late now. Where that is earlier than it was, the clock was put back: nobody waits for it to be as late
    /// again.
    pub(super) fn is_now(&mut self, now: DateTime<Utc>) {
        let by = self.latest.map_or(TimeDelta::zero(), |latest| latest - now);
        if by > MOMENT {
            (self.astray, self.more) = (true, true);
            self.speed.put_back(by);
        }
        self.latest = self.latest.filter(|latest| *latest > now && by <= MOMENT).or(Some(now));
    }

    /// After a round that failed: what it leased and never had in its hands is queued anew, and what it signed off is
    /// signed off no second time. That stands in the database already, whatever becomes of this transaction.
    pub(super) async fn reconcile(&mut self, tx: &mut Tx) -> store::Result<()> {
        if self.unsure {
            let hands: Vec<(LetterId, i64)> = self.hands.iter().map(|(id, tries)| (*id, *tries)).collect();
            let open = tx.reconcile(&hands).await?;
            self.hands.retain(|id, _| open.contains(id));
        }
        self.back.retain(|back| self.hands.contains_key(&back.errand.id));
        Ok(())
    }
}
