//! The courier: leases due letters, finds their words, carries them, signs them off or sets a new time. One letter in
//! flight per chat, in order; a chat that must wait keeps nobody else waiting.

use crate::clock::Clock;
use crate::domain::letter::Rank;
use crate::domain::pace::{self, Overall};
use crate::domain::quiet;
use crate::handlers::delivery;
use crate::store::{self, Carried, Db, Errand, Leased, SignOff, Tx};
use crate::telegram::api::{Configuration, Never};
use crate::telegram::send::{self, Said};
use crate::telegram::{Api, Refused};
use crate::words::Words;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

/// What the courier needs to know about its work.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Sends in flight at most: also the most duplicates a kill can cause.
    pub in_flight: usize,
    /// Keep Telegram's limits. Only a server on this computer may be spared.
    pub paced: bool,
    /// Letters a second over all chats.
    pub per_second: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { in_flight: 64, paced: true, per_second: 30 }
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
    /// When.
    pub clock: Clock,
    /// How many.
    pub settings: Settings,
    /// Rung when letters were posted.
    pub wake: Arc<Notify>,
    /// Rung when carrying a letter set an alarm.
    pub alarmed: Arc<Notify>,
}

/// A letter that came back, and how.
struct Back {
    errand: Errand,
    result: Result<Carried, Refused>,
}

/// The courier's own memory: only how fast it goes, and what it has not signed off yet.
struct Round {
    flying: JoinSet<Back>,
    back: Vec<Back>,
    overall: Overall,
    more: bool,
    next: Option<DateTime<Utc>>,
}

/// How long a stop waits for sends in flight.
const DRAIN: Duration = Duration::from_secs(8);

impl Courier {
    /// Carries until `stop` turns true, then lets what is in flight arrive and signs it off.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let overall = Overall::new(self.settings.per_second);
        let mut round = Round { flying: JoinSet::new(), back: Vec::new(), overall, more: true, next: None };
        while !*stop.borrow() {
            self.serve(&mut round).await;
            let next = self.until(round.next);
            tokio::select! {
                Some(Ok(back)) = round.flying.join_next() => round.back.push(back),
                () = self.wake.notified() => round.more = true,
                () = tokio::time::sleep(next) => round.more = true,
                _ = stop.changed() => {}
            }
            while let Some(Some(Ok(back))) = round.flying.join_next().now_or_never() {
                round.back.push(back);
            }
        }
        self.drain(round).await;
    }

    async fn drain(&self, mut round: Round) {
        let arrive = async {
            while let Some(back) = round.flying.join_next().await {
                round.back.extend(back);
            }
        };
        if tokio::time::timeout(DRAIN, arrive).await.is_err() {
            tracing::warn!("some letters were still on their way when the courier stopped");
        }
        if let Err(why) = self.exchange(&mut round, 0).await {
            tracing::error!(%why, "the last letters could not be signed off");
        }
    }

    fn until(&self, next: Option<DateTime<Utc>>) -> Duration {
        let next = next.map(|next| (next - self.clock.now()).to_std().unwrap_or_default());
        next.unwrap_or(Duration::from_secs(60)).max(Duration::from_millis(1))
    }

    /// One round: signs off what came back, leases what may go, sends it on its way.
    async fn serve(&self, round: &mut Round) {
        let now = self.clock.now();
        let free = self.settings.in_flight.saturating_sub(round.flying.len());
        let slots = match (round.more, self.settings.paced) {
            (false, _) => 0,
            (true, true) => free.min(round.overall.available(now)),
            (true, false) => free,
        };
        if slots == 0 && round.back.is_empty() {
            round.next = if round.more && free > 0 { Some(round.overall.next(now)) } else { round.next };
            return;
        }
        if let Err(why) = self.exchange(round, slots).await {
            tracing::error!(%why, "letters could not be leased or signed off; trying again");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// The transaction of a round. What came back is forgotten only after the commit.
    async fn exchange(&self, round: &mut Round, slots: usize) -> store::Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.begin().await?;
        self.sign_off(&mut tx, &round.back, &mut round.overall, now).await?;
        let errands = if slots > 0 { tx.lease(slots, now).await? } else { Vec::new() };
        let next = if errands.len() < slots { tx.next_lane().await? } else { None };
        let news = tx.commit().await?;
        if news.alarmed {
            self.alarmed.notify_one();
        }
        // A lane that was just freed may have more to carry, and what was signed off may have posted letters.
        round.more = errands.len() == slots || news.posted || !round.back.is_empty();
        round.next = next;
        round.back.clear();
        round.overall.took(errands.iter().filter(|errand| counts(errand)).count(), now);
        for errand in errands {
            self.dispatch(errand, &mut round.flying, now);
        }
        Ok(())
    }

    fn dispatch(&self, errand: Errand, flying: &mut JoinSet<Back>, now: DateTime<Utc>) {
        if errand.until.is_some_and(|until| until < now) {
            flying.spawn(async { Back { errand, result: Ok(Carried::Failed("too old")) } });
            return;
        }
        let said = self.words_of(&errand, now);
        let silent = errand.rank == Rank::Relay as i64 && quiet::is_quiet(errand.reader.zone, now);
        let api = self.api.clone();
        flying.spawn(async move {
            let result = send::carry(&api, &errand, &said, silent).await;
            Back { errand, result }
        });
    }

    fn words_of(&self, errand: &Errand, now: DateTime<Utc>) -> Said {
        match &errand.what {
            Leased::Write(letter) | Leased::Rewrite(_, letter) => {
                Said::Screen(Box::new(self.words.screen(letter, &errand.reader, now)))
            }
            Leased::Toast(_, Some(letter)) => Said::Toast(self.words.toast(letter, &errand.reader)),
            Leased::Topic => Said::Topic(self.words.topic(errand.case, &errand.reader)),
            Leased::Commands => Said::Commands(self.words.commands(&errand.reader)),
            Leased::Clear(_) | Leased::Copy { .. } | Leased::Toast(_, None) | Leased::Nothing => Said::Nothing,
        }
    }

    async fn sign_off(
        &self,
        tx: &mut Tx,
        back: &[Back],
        overall: &mut Overall,
        now: DateTime<Utc>,
    ) -> store::Result<()> {
        let mut offs = Vec::with_capacity(back.len());
        for back in back {
            note(overall, back, now);
            offs.push(self.judge(back, now));
        }
        tx.sign_off(&offs, now).await?;
        for (back, off) in back.iter().zip(&offs) {
            if let Err(why) = &back.result {
                delivery::refused(tx, &back.errand, why, &off.carried, now).await?;
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
        let paced = if self.settings.paced && counts(errand) {
            pace::lane_next(errand.not_before, now.timestamp_millis(), errand.lane.0 < 0)
        } else {
            errand.not_before
        };
        let not_before = match carried {
            Carried::Later(at, _) => at.timestamp_millis(),
            Carried::Sent(_) | Carried::Topic(_) | Carried::Held | Carried::Withdrawn | Carried::Failed(_) => paced,
        };
        SignOff { id: errand.id, lane: errand.lane, carried, not_before }
    }
}

/// Telegram limits messages, not the ends of buttons' waiting.
fn counts(errand: &Errand) -> bool {
    matches!(errand.what, Leased::Write(_) | Leased::Rewrite(..) | Leased::Copy { .. })
}

fn note(overall: &mut Overall, back: &Back, now: DateTime<Utc>) {
    match &back.result {
        Err(Refused::Later(wait)) => overall.refused(wait.unwrap_or(Duration::from_secs(1)), now),
        Ok(_) => overall.succeeded(now),
        Err(_) => {}
    }
}

/// What a refusal means for the letter: later, held, withdrawn or never.
fn outcome(errand: &Errand, why: &Refused, now: DateTime<Utc>) -> Carried {
    let again = |perhaps| {
        if now - errand.queued_at > TimeDelta::hours(24) {
            return Carried::Failed("gave up after 24 h");
        }
        Carried::Later(now + pace::backoff(errand.attempts, errand.id.0), perhaps)
    };
    let is_copy = matches!(errand.what, Leased::Copy { .. });
    match why {
        Refused::Later(Some(wait)) => Carried::Later(now + *wait, false),
        Refused::Later(None) | Refused::Transient => again(false),
        Refused::Perhaps | Refused::Unread => again(true),
        Refused::Moved(_) => Carried::Later(now, false),
        Refused::Blocked | Refused::Gone if is_copy => Carried::Held,
        Refused::Blocked | Refused::Gone => Carried::Withdrawn,
        Refused::Closed if is_copy => Carried::Held,
        Refused::Closed => Carried::Failed("closed"),
        Refused::Configuration(Configuration::Token | Configuration::Conflict) => {
            Carried::Later(now + TimeDelta::seconds(30), false)
        }
        Refused::Never(Never::SourceGone) => Carried::Withdrawn,
        Refused::Never(Never::AlreadySo) => Carried::Sent(None),
        Refused::Never(Never::TopicGone) if errand.case.is_some() => Carried::Later(now, false),
        Refused::Never(class) => Carried::Failed(class.as_str()),
    }
}
