//! The scheduler: sleeps until the next due moment, hands it to its handler, and costs what is due.

use crate::clock::Clock;
use crate::handlers;
use crate::store::{self, Db, News};
use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// Alarms handled in one transaction.
const AT_ONCE: i64 = 500;

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
}

impl Scheduler {
    /// Handles what is due until `stop` turns true.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let wait = match round(&self.db, self.clock.now()).await {
                Ok((news, next)) => {
                    if news.posted {
                        self.posted.notify_one();
                    }
                    self.until(next)
                }
                Err(why) => {
                    tracing::error!(%why, "what is due could not be handled; trying again");
                    Duration::from_secs(5)
                }
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.wake.notified() => {}
                _ = stop.changed() => {}
            }
        }
    }

    fn until(&self, next: Option<DateTime<Utc>>) -> Duration {
        let next = next.map(|next| (next - self.clock.now()).to_std().unwrap_or_default());
        next.unwrap_or(Duration::from_secs(300)).min(Duration::from_secs(300))
    }
}

/// One round: everything due now, in one transaction per 500 alarms; gives the next due moment.
pub async fn round(db: &Db, now: DateTime<Utc>) -> store::Result<(News, Option<DateTime<Utc>>)> {
    let mut news = News::default();
    loop {
        let mut tx = db.begin().await?;
        let due = tx.take_due(AT_ONCE, now).await?;
        if due.is_empty() {
            let next = tx.next_alarm().await?;
            return Ok((news, next));
        }
        handlers::due(&mut tx, &due, now).await?;
        news.posted |= tx.commit().await?.posted;
    }
}
