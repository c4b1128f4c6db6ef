//! The courier: leases due letters, finds their words, carries them, signs them off or sets a new time. One letter in
//! flight per chat, in order; a chat that must wait keeps nobody else waiting.

mod round;
mod sending;
mod sick;
mod speed;
pub mod verdict;

use self::round::{Back, Round};
use self::verdict::outcome;
use crate::clock::Clock;
use crate::domain::pace::{self, Pace};
use crate::handlers::{Memory, delivery, guarded, supervised};
use crate::limits::Mark;
use crate::store::{self, About, Carried, Db, Errand, SignOff, Tx};
use crate::telegram::Api;
use crate::words::Words;
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// What the courier needs to know about its work.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Sends in flight at most: also the most duplicates a kill can cause.
    pub in_flight: usize,
    /// Keep Telegram's limits. Only a server on this computer may be spared.
    pub paced: bool,
    /// The pace of all chats together.
    pub overall: pace::Settings,
    /// Show conversations in topics of private chats, if the bot has those switched on.
    pub private_topics: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { in_flight: 64, paced: true, overall: pace::Settings::default(), private_topics: false }
    }
}

/// Carries letters until it is told to stop.
pub struct Courier {
    /// Where letters wait.
    pub db: Db,
    /// How they leave.
    pub api: Api,
    /// What they say.
    pub words: Arc<Words>,
    /// What was changed or quoted lately.
    pub memory: Arc<Memory>,
    /// When.
    pub clock: Clock,
    /// How many.
    pub settings: Settings,
    /// Rung when letters were posted.
    pub wake: Arc<Notify>,
    /// Rung when carrying a letter set an alarm.
    pub alarmed: Arc<Notify>,
    /// Where it shows that it goes on.
    pub mark: Mark,
}

/// How long a letter that came back waits for others, to be signed off together.
const GATHERING: Duration = Duration::from_millis(1);

/// How long after a letter was leased it is asked when the next one may go, if nothing came back meanwhile.
const PEACE: TimeDelta = TimeDelta::milliseconds(5);

/// How long it rests at most: how long a rest takes is nothing to rely on where a computer sleeps or its clock is set.
const LOOKS: Duration = Duration::from_secs(60);

/// How long a stop waits for sends in flight.
const DRAIN: Duration = Duration::from_secs(8);

impl Courier {
    /// Carries until `stop` turns true, or nobody is left who could turn it; then lets what is in flight arrive and signs it off.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        // What an earlier process noted may be of a time that was never.
        let mut round = Round { more: true, astray: true, ..Round::default() };
        while !*stop.borrow() {
            self.mark.goes_on(Duration::ZERO).await;
            if let Some(wait) = self.serve(&mut round).await {
                self.mark.goes_on(wait).await;
                tokio::select! {
                    () = self.db.pause(&mut round.backoff, wait) => {}
                    told = stop.changed() => if told.is_err() { break },
                }
                continue;
            }
            let next = self.until(self.next(&round));
            self.mark.goes_on(next).await;
            tokio::select! {
                Some(Ok(back)) = round.flying.join_next() => round.back.push(back),
                () = self.wake.notified() => round.more = true,
                () = tokio::time::sleep(next) => round.more = true,
                told = stop.changed() => if told.is_err() { break },
            }
            // A round costs the same for one letter as for many.
            let _ = tokio::time::timeout(GATHERING, round.gather(round.flying.len() / 2)).await;
        }
        self.drain(round).await;
    }

    async fn drain(self: &Arc<Self>, mut round: Round) {
        let arrive = async {
            while let Some(back) = round.flying.join_next().await {
                round.back.extend(back);
            }
        };
        if tokio::time::timeout(DRAIN, arrive).await.is_err() {
            tracing::warn!("some letters were still on their way when the courier stopped");
        }
        let mut done = guarded(self.exchange(&mut round, 0)).await;
        if done.as_ref().is_err_and(|why| why.about() == About::Work) {
            done = self.signs_off_one_by_one(&mut round).await;
        }
        if let Err(why) = done {
            tracing::error!(%why, "the last letters could not be signed off");
        }
    }

    fn until(&self, next: Option<DateTime<Utc>>) -> Duration {
        let next = next.map(|next| (next - self.clock.now()).to_std().unwrap_or_default());
        next.unwrap_or(LOOKS).clamp(Duration::from_millis(1), LOOKS)
    }

    /// When to look again if nothing happens. What waits for a free slot is woken by the letter that frees it.
    fn next(&self, round: &Round) -> Option<DateTime<Utc>> {
        if !round.more {
            return round.next;
        }
        (round.flying.len() < self.settings.in_flight)
            .then(|| if self.settings.paced { round.speed.next() } else { self.clock.now() })
    }

    /// How many letters may be leased now.
    fn slots(&self, round: &Round, now: DateTime<Utc>) -> usize {
        let free = self.settings.in_flight.saturating_sub(round.flying.len());
        match (round.more || !round.back.is_empty(), self.settings.paced) {
            (false, _) => 0,
            (true, true) => round.speed.available(&self.settings.overall, free, now),
            (true, false) => free,
        }
    }

    /// One round: signs off what came back, leases what may go, sends it on its way. A lane that is freed may have more
    /// to carry. If that fails, gives how long to wait.
    async fn serve(self: &Arc<Self>, round: &mut Round) -> Option<Duration> {
        let now = self.clock.now();
        round.is_now(now);
        if self.slots(round, now) == 0 && round.back.is_empty() {
            return None;
        }
        let mut done = guarded(self.exchange(round, usize::MAX)).await;
        if let Err(why) = &done
            && why.about() == About::Work
        {
            tracing::warn!(%why, "a round of letters failed; they are worked on one by one");
            done = Box::pin(self.one_by_one(round)).await;
        }
        let Err(why) = done else {
            round.backoff.went_well();
            self.forgets_links(round).await;
            return None;
        };
        tracing::error!(%why, "letters could not be leased or signed off; trying again");
        (round.unsure, round.more) = (true, true);
        Some(round.backoff.failed())
    }

    /// The transaction of a round, with `most` new letters. What came back is forgotten only after the commit.
    async fn exchange(self: &Arc<Self>, round: &mut Round, most: usize) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        if most > 1 {
            // While others wrote, more may have come back.
            round.gather(0).await;
        }
        round.reconcile(&mut tx).await?;
        let now = self.clock.now();
        let sure = self.clock.is_sure();
        if round.astray {
            // Further back than a day is believed of nobody but Telegram.
            let most = if sure { TimeDelta::MAX } else { TimeDelta::days(1) };
            if let Some(by) = tx.put_back(most, now).await? {
                let seconds = by.num_seconds();
                tracing::warn!(seconds, "the clock was put back: what it kept waiting waits no longer");
            }
        }
        let offs: Vec<SignOff> = round.back.iter().map(|back| self.judge(back, now)).collect();
        let simple = offs.iter().zip(&round.back).all(|(off, back)| back.is_simple() && off.is_simple());
        if !simple {
            self.sign_off(&mut tx, &round.back, &offs, now).await?;
        }
        let slots = self.slots(round, now).min(most);
        let errands = tx.exchange(if simple { &offs } else { &[] }, slots, now).await?;
        let next = match (errands.len(), slots) {
            (0, 1..) => tx.next_lane().await?,
            // One of these comes back soon, or a moment's peace is time enough to ask.
            _ => Some(now + PEACE),
        };
        let unreadable = tx.unreadable();
        let news = tx.commit().await?;
        // What a commit has set whose answer was lost rang no bell.
        if news.alarmed || round.unsure {
            self.alarmed.notify_one();
        }
        (round.unsure, round.astray) = (false, round.astray && !sure);
        // If every slot was taken, more may wait.
        round.more = errands.len() == slots;
        round.next = next;
        for back in round.back.drain(..) {
            round.hands.remove(&back.errand.id);
            round.links_in_log += u32::from(back.is_invitation());
            round.speed.learn(&self.settings.overall, &back, now);
        }
        let sends = errands.iter().map(Errand::sends).sum();
        round.speed.sent(&self.settings.overall, sends, now);
        for errand in errands {
            round.hands.insert(errand.id, errand.attempts);
            self.dispatch(errand, &mut round.flying, now);
        }
        for lane in unreadable {
            tracing::error!(lane = lane.0, "a letter cannot be read, and was set aside");
            self.tells(round, lane).await;
        }
        Ok(())
    }

    /// The link of an invitation that was carried is forgotten by the log as well; if somebody reads that, after the next round.
    async fn forgets_links(&self, round: &mut Round) {
        if round.links_in_log > 0 {
            match self.db.empties_log().await {
                Ok(true) => round.links_in_log = 0,
                Ok(false) => {}
                Err(why) => tracing::warn!(%why, "the log of the database still holds a link"),
            }
        }
    }

    /// Signs letters off of which something follows.
    async fn sign_off(
        &self,
        tx: &mut Tx,
        back: &[Back],
        offs: &[SignOff],
        now: DateTime<Utc>,
    ) -> store::Result<()> {
        tx.sign_off(offs, now).await?;
        let lines: Vec<_> = back.iter().map(|back| (&*back.errand, back.header)).collect();
        tx.sign_off_lines(&lines, now).await?;
        for (back, off) in back.iter().zip(offs) {
            match &back.result {
                Err(why) => delivery::refused(tx, &back.errand, why, &off.carried, now).await?,
                Ok(carried) => delivery::arrived(tx, &back.errand, carried, now).await?,
            }
            if back.errand.room.is_some() {
                supervised::carried(tx, &self.memory, (&back.errand, &off.carried), now).await?;
            }
        }
        Ok(())
    }

    /// How a letter is signed off, and when its lane may go on.
    fn judge(&self, back: &Back, now: DateTime<Utc>) -> SignOff {
        let errand = &back.errand;
        let carried = match &back.result {
            Ok(carried) => carried.clone(),
            Err(why) => outcome(errand, why, now),
        };
        let (pace, sends) = (Pace::of(errand.lane), if self.settings.paced { errand.sends() } else { 0 });
        let allowed = pace.as_allowed(errand.not_before, now);
        let paced = (0..sends).fold(allowed, |before, _| pace.after_send(before, now));
        let not_before = match carried {
            Carried::Later(at, _) => at.max(paced),
            Carried::Sent(_)
            | Carried::Album(_)
            | Carried::Topic(_)
            | Carried::Looked(_)
            | Carried::Held
            | Carried::Withdrawn
            | Carried::Failed(_) => paced,
        };
        SignOff { id: errand.id, lane: errand.lane, carried, not_before }
    }
}
