//! The scheduler: sleeps until the next due moment, hands it to its handler, and costs what is due.

use crate::clock::Clock;
use crate::handlers::{self, mistake};
use crate::limits::Mark;
use crate::store::{self, About, Alarm, Backoff, Db, News};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// Alarms handled in one transaction.
const AT_ONCE: i64 = 500;

/// How long an alarm is put off that could not be handled. What is wrong then is not mended in a moment.
const PUT_OFF: TimeDelta = TimeDelta::hours(1);

/// The same where somebody's safety depends on it.
const SOON: TimeDelta = TimeDelta::minutes(3);

/// How long it rests at most: how long a rest takes is nothing to rely on where a computer sleeps or its clock is set.
const LOOKS: Duration = Duration::from_secs(60);

/// Looks at what is due until it is told to stop.
pub struct Scheduler {
    /// Where alarms stand.
    pub db: Db,
    /// When.
    pub clock: Clock,
    /// Rung when an alarm was set.
    pub wake: Arc<Notify>,
    /// Rung when letters were posted.
    pub posted: Arc<Notify>,
    /// Where it shows that it goes on.
    pub mark: Mark,
}

impl Scheduler {
    /// Handles what is due until `stop` turns true, or nobody is left who could turn it.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut backoff = Backoff::default();
        while !*stop.borrow() {
            self.mark.goes_on(Duration::ZERO).await;
            let (wait, bell) = match Box::pin(round(&self.db, self.clock.now())).await {
                Ok((news, next)) => {
                    // What was done before a failure, or by a commit whose answer was lost, rang no bell.
                    if backoff.went_well() || news.posted {
                        self.posted.notify_one();
                    }
                    (self.until(next), true)
                }
                Err(why) => {
                    tracing::error!(%why, "what is due could not be handled; trying again");
                    (backoff.failed(), false)
                }
            };
            self.mark.goes_on(wait).await;
            tokio::select! {
                () = tokio::time::sleep(wait), if bell => {}
                () = self.db.pause(&mut backoff, wait), if !bell => {}
                () = self.wake.notified(), if bell => {}
                told = stop.changed() => if told.is_err() { return },
            }
        }
    }

    fn until(&self, next: Option<DateTime<Utc>>) -> Duration {
        let next = next.map(|next| (next - self.clock.now()).to_std().unwrap_or_default());
        next.unwrap_or(LOOKS).min(LOOKS)
    }
}

/// One round: everything due now, in one transaction per 500 alarms; gives the next due moment. Where one of many
/// cannot be handled, they are handled one by one, and the culprit is put off: it must not keep the others waiting, and
/// whoever leads reads that something failed. If the store stumbles, everything that was not handled stays due.
pub async fn round(db: &Db, now: DateTime<Utc>) -> store::Result<(News, Option<DateTime<Utc>>)> {
    let mut news = News::default();
    let (mut alone, mut failed) = (0, false);
    loop {
        let Taken { due, strange, done } =
            Box::pin(take(db, if alone > 0 { 1 } else { AT_ONCE }, now)).await?;
        alone = (alone - 1).max(0);
        match (due.as_slice(), done) {
            ([], Ok(_)) if strange.is_empty() => break,
            (_, Ok(committed)) => {
                news.posted |= committed.posted;
                for kind in strange {
                    tracing::error!(kind, "an alarm of a kind that this version does not know is put off");
                    failed = true;
                }
            }
            (_, Err(why)) if why.about() == About::Store => return Err(why),
            (&[(kind, subject)], Err(why)) => {
                tracing::error!(%why, ?kind, subject, "what is due could not be handled; it is put off");
                let mut tx = db.begin().await?;
                tx.wake(kind, subject, now + put_off(kind)).await?;
                let _ = tx.commit().await?;
                failed = true;
            }
            ([], Err(why)) => return Err(why),
            (_, Err(_)) => alone = AT_ONCE,
        }
    }
    if failed {
        match mistake::tell(db, mistake::Failed::All, now).await {
            Ok(told) => news.posted |= told.posted,
            Err(why) => tracing::error!(%why, "nobody could be told that something failed"),
        }
    }
    Ok((news, db.begin().await?.next_alarm().await?))
}

/// How long one is put off that could not be handled.
const fn put_off(kind: Alarm) -> TimeDelta {
    match kind {
        Alarm::Case | Alarm::Again | Alarm::NobodyYet | Alarm::Alone | Alarm::Reader => SOON,
        Alarm::Silence
        | Alarm::Proposal
        | Alarm::Pause
        | Alarm::Break
        | Alarm::Pulse
        | Alarm::Checkin
        | Alarm::Digest
        | Alarm::Nudge
        | Alarm::Late
        | Alarm::Held
        | Alarm::Bundle
        | Alarm::Morning
        | Alarm::Edit
        | Alarm::Reaction
        | Alarm::Eighteen
        | Alarm::Paper
        | Alarm::Unread
        | Alarm::Leak
        | Alarm::Partly
        | Alarm::Quiet
        | Alarm::Over
        | Alarm::Clearing
        | Alarm::Taking
        | Alarm::Perhaps
        | Alarm::Group
        | Alarm::Inside
        | Alarm::Mail
        | Alarm::Holds
        | Alarm::Sweep => PUT_OFF,
    }
}

/// What one transaction of a round came to.
struct Taken {
    due: Vec<(Alarm, i64)>,
    /// Kinds that this version does not know: they are put off.
    strange: Vec<String>,
    done: store::Result<News>,
}

/// Takes up to `most` alarms and handles them; gives what they were, and how that ended.
async fn take(db: &Db, most: i64, now: DateTime<Utc>) -> store::Result<Taken> {
    let mut tx = db.begin().await?;
    let due = tx.take_due(most, now).await?;
    let strange = tx.strange();
    let done = Box::pin(handlers::guarded(handlers::due(&mut tx, &due, now))).await;
    Ok(Taken { due, strange, done: tx.commit_if(done).await })
}
