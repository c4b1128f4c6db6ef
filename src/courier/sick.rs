//! A letter that cannot be leased, or signed off: it stops its own lane at most, and whoever leads reads that something
//! failed.

use super::round::{Back, Round};
use super::{Courier, guarded};
use crate::domain::id::ChatId;
use crate::handlers::mistake::{self, Failed};
use crate::store::{self, About, Carried, SignOff, Tried};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

/// How long a lane is put off whose letter cannot be leased or signed off. What is wrong then is not mended in a moment.
const PUT_OFF: TimeDelta = TimeDelta::hours(1);

/// What did not arrive is tried so often, an hour apart.
const TRIES: i64 = 24;

/// The class of a letter that could be signed off no other way.
const SICK: &str = "sick";

impl Courier {
    /// The second try of a round that failed finds the culprits and goes on without them.
    pub(super) async fn one_by_one(self: &Arc<Self>, round: &mut Round) -> store::Result<()> {
        self.signs_off_one_by_one(round).await?;
        self.leases_one_by_one(round).await
    }

    /// What came back, each in a transaction of its own.
    pub(super) async fn signs_off_one_by_one(self: &Arc<Self>, round: &mut Round) -> store::Result<()> {
        round.unsure = true;
        let mut others = std::mem::take(&mut round.back).into_iter();
        while let Some(back) = others.next() {
            round.back.push(back);
            let mut done = guarded(self.exchange(round, 0)).await;
            if let (Err(why), [back]) = (&done, round.back.as_slice())
                && why.about() == About::Work
            {
                let (id, lane) = (back.errand.id, back.errand.lane);
                tracing::error!(%why, letter = id.0, lane = lane.0, "a letter could not be signed off");
                done = self.lays_down(round).await;
                self.tells(round, lane).await;
            }
            if let Err(why) = done {
                round.back.extend(others);
                return Err(why);
            }
        }
        Ok(())
    }

    async fn leases_one_by_one(self: &Arc<Self>, round: &mut Round) -> store::Result<()> {
        loop {
            let now = self.clock.now();
            let in_hands = round.hands.len();
            round.more = true;
            if self.slots(round, now) == 0 {
                return Ok(());
            }
            match guarded(self.exchange(round, 1)).await {
                Ok(()) if round.hands.len() == in_hands => return Ok(()),
                Ok(()) => {}
                Err(why) if why.about() == About::Work => {
                    let mut tx = self.db.begin().await?;
                    let Some(lane) = tx.put_off_next(now, now + PUT_OFF).await? else { return Err(why) };
                    let _ = tx.commit().await?;
                    tracing::error!(%why, lane = lane.0, "a letter could not be leased; its chat is put off");
                    self.tells(round, lane).await;
                }
                Err(why) => return Err(why),
            }
        }
    }

    /// Signs the letter that came back off with less than what belongs to it. If nothing of that can be written, its lane
    /// stands still until the next start, which sends it once more.
    async fn lays_down(&self, round: &mut Round) -> store::Result<()> {
        let Some(back) = round.back.pop() else { return Ok(()) };
        let (now, id) = (self.clock.now(), back.errand.id);
        let off = self.judge(&back, now);
        for carried in less(&back, &off.carried, now) {
            let asked = if let Carried::Later(at, _) = carried { at } else { off.not_before };
            let not_before = off.not_before.max(asked);
            match guarded(self.signs_off(SignOff { carried, not_before, ..off.clone() }, now)).await {
                Ok(()) => {
                    round.hands.remove(&id);
                    return Ok(());
                }
                Err(why) if why.about() == About::Store => {
                    round.back.push(back);
                    return Err(why);
                }
                Err(_) => {}
            }
        }
        tracing::error!(letter = id.0, "nothing about a letter can be written; its chat stands still");
        Ok(())
    }

    async fn signs_off(&self, off: SignOff, now: DateTime<Utc>) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        tx.exchange(&[off], 0, now).await?;
        tx.commit().await.map(drop)
    }

    /// Whoever leads reads that something for this chat failed.
    pub(super) async fn tells(&self, round: &mut Round, lane: ChatId) {
        if let Err(why) = mistake::tell(&self.db, Failed::For(lane), self.clock.now()).await {
            tracing::error!(%why, "nobody could be told that something failed");
        }
        round.more = true;
    }
}

/// How a letter may be signed off of which nothing can follow, best first. What did not arrive goes once more, and what
/// follows is tried again with it; so it is where others wait for what was asked.
fn less(back: &Back, judged: &Carried, now: DateTime<Utc>) -> Vec<Carried> {
    let perhaps = matches!(judged, Carried::Later(_, Tried::Perhaps));
    let again = Carried::Later(now + PUT_OFF, if perhaps { Tried::Perhaps } else { Tried::InVain });
    match &back.result {
        Ok(Carried::Looked(_)) => vec![again],
        Ok(Carried::Sent(_) | Carried::Album(_) | Carried::Topic(_)) => {
            vec![judged.clone(), Carried::Sent(None), Carried::Failed(SICK)]
        }
        Ok(_) => vec![judged.clone(), Carried::Failed(SICK)],
        Err(_) if back.errand.tries() > TRIES => vec![Carried::Failed(SICK)],
        Err(_) => vec![again, Carried::Failed(SICK)],
    }
}
