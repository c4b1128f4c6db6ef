//! The bot wakes: what an earlier process left half done is taken up.

use super::Bells;
use crate::handlers;
use crate::store::{self, About, Alarm, Db, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Until when a gap was told that began before a start. Apart from when something was heard: that says who was there first.
const AWOKE: &str = "awoke";

/// After a stop, however it came: letters that were on their way go again, and a gap is told. If what follows from that
/// fails, the bot starts all the same. Only for who knows what time it is: the clock may have been wrong before the stop,
/// or be so since.
pub(super) async fn awake(db: &Db, bells: &Bells, now: DateTime<Utc>) -> store::Result<()> {
    match wakes(db, bells, true, now).await {
        Err(why) if why.about() == About::Work => {
            tracing::error!(%why, "what follows from the last stop could not be done");
            wakes(db, bells, false, now).await?;
            failed_here(db, bells, now).await;
            Ok(())
        }
        done => done,
    }
}

async fn wakes(db: &Db, bells: &Bells, follows: bool, now: DateTime<Utc>) -> store::Result<()> {
    let mut tx = db.begin().await?;
    let again = tx.recover().await?;
    if again > 0 {
        tracing::warn!(
            letters = again,
            "letters were on their way when Lazo last stopped; they are sent once more"
        );
    }
    if follows {
        handlers::guarded(async {
            if again > 0 {
                handlers::supervised::recovered(&mut tx, now).await?;
            }
            if let Some(last) = away_since(&mut tx, now).await? {
                handlers::delivery::after_gap(&mut tx, (last, now), now).await?;
                tx.note(AWOKE, &now.timestamp_millis().to_string()).await?;
            }
            handlers::invites::wakes(&mut tx, now).await?;
            handlers::privacy::wakes(&mut tx, now).await
        })
        .await?;
    }
    tx.wake(Alarm::Sweep, 0, now + TimeDelta::hours(1)).await?;
    bells.ring(tx.commit().await?);
    Ok(())
}

/// Since when nothing was heard that people were not told of: it may have been started in vain meanwhile.
async fn away_since(tx: &mut Tx, now: DateTime<Utc>) -> store::Result<Option<DateTime<Utc>>> {
    let told = tx.fact(AWOKE).await?.and_then(|at| at.parse().ok()).and_then(DateTime::from_timestamp_millis);
    let told = told.filter(|told: &DateTime<Utc>| *told <= now);
    Ok(tx.heartbeat().await?.map(|last| told.map_or(last, |told| told.max(last))))
}

/// Whoever leads reads that something which is for everybody failed.
pub(super) async fn failed_here(db: &Db, bells: &Bells, now: DateTime<Utc>) {
    match handlers::mistake::tell(db, handlers::mistake::Failed::All, now).await {
        Ok(news) => bells.ring(news),
        Err(why) => tracing::error!(%why, "nobody could be told that something failed"),
    }
}
