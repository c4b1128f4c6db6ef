//! The loop that listens: one page after the other, each safe before the next is asked for.

use super::{Bells, Trouble};
use crate::clock::Clock;
use crate::domain::heard::Heard;
use crate::handlers::{self, House};
use crate::store::{self, Db};
use crate::telegram::Api;
use crate::telegram::listen::{HOLD, Poller, Silence};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use tokio::sync::watch;

/// Polls, and works on what it hears before it confirms it.
pub(super) struct Listener {
    /// Where it is kept.
    pub(super) db: Db,
    /// Whom it asks.
    pub(super) api: Api,
    /// What handlers need.
    pub(super) house: House,
    /// When.
    pub(super) clock: Clock,
    /// Whom it wakes.
    pub(super) bells: Bells,
}

impl Listener {
    /// Listens until `stop` turns true, or until it cannot any more.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) -> Result<(), Trouble> {
        let mut poller = Poller::default();
        let mut hearing = Hearing::default();
        self.begin().await?;
        loop {
            let answer = tokio::select! {
                answer = poller.page(&self.api, HOLD / 2) => answer,
                _ = stop.changed() => return Ok(()),
            };
            let wait = match answer {
                Ok(page) => match Box::pin(self.take_in(&page, &mut hearing)).await {
                    Ok(()) => {
                        poller.confirm(&page);
                        continue;
                    }
                    Err(why) => {
                        tracing::error!(%why, "a page could not be taken in; it stays with Telegram");
                        Duration::from_secs(4)
                    }
                },
                Err(Silence::Conflict) => return Err(Trouble::Conflict),
                Err(Silence::Token) => {
                    self.deaf().await?;
                    // What waits is kept, and nothing is asked any more.
                    let _ = stop.changed().await;
                    return Ok(());
                }
                Err(Silence::Wait(wait)) => {
                    hearing.failed = true;
                    wait
                }
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                _ = stop.changed() => return Ok(()),
            }
        }
    }

    /// The first poll can be held open for long: until it comes back, the bot is starting.
    async fn begin(&self) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        tx.listens(self.clock.now()).await?;
        tx.commit().await.map(drop)
    }

    /// The token was taken back while Lazo ran: only a human can mend that.
    async fn deaf(&self) -> store::Result<()> {
        tracing::error!("Telegram refuses the token; Lazo hears nothing until it is mended and restarted");
        let mut tx = self.db.begin().await?;
        tx.deaf(self.clock.now()).await?;
        tx.commit().await.map(drop)
    }

    async fn take_in(&self, page: &[Heard], hearing: &mut Hearing) -> store::Result<()> {
        let now = self.clock.now();
        // The network was away while Lazo ran: what Telegram dropped meanwhile is made good before anything new.
        if let Some(last) = hearing.beat.filter(|_| hearing.failed) {
            let mut tx = self.db.begin().await?;
            handlers::delivery::after_gap(&mut tx, last, now).await?;
            tx.beat(now).await?;
            self.bells.ring(tx.commit().await?);
            *hearing = Hearing { beat: Some(now), failed: false };
        }
        if !page.is_empty() {
            self.bells.ring(handlers::page(&self.db, &self.house, page, now).await?);
        }
        if hearing.beat.is_none_or(|beat| now - beat > TimeDelta::seconds(10)) {
            let mut tx = self.db.begin().await?;
            tx.beat(now).await?;
            let _ = tx.commit().await?;
            *hearing = Hearing { beat: Some(now), failed: false };
        }
        Ok(())
    }
}

/// How this process has heard from Telegram.
#[derive(Default)]
struct Hearing {
    /// When last, within ten seconds.
    beat: Option<DateTime<Utc>>,
    /// A poll has failed since.
    failed: bool,
}
