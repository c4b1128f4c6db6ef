//! A mistake in the program has kept something from being done: whoever leads reads so, once a day. What it was, only the
//! log says.

use super::{cases, guarded};
use crate::domain::case::CaseLetter;
use crate::domain::id::{ChatId, ProgrammeId};
use crate::store::{Db, News, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// How long one word about it is enough.
const ENOUGH: TimeDelta = TimeDelta::hours(24);

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// What a chat did.
    Of(ChatId),
    /// What was to reach a chat: who is there may not read this either.
    For(ChatId),
    /// What is for everybody.
    All,
}

/// Something failed: those who lead where it did read so. In a transaction of its own, so that what failed does not fail for
/// that.
pub async fn tell(db: &Db, failed: Failed, now: DateTime<Utc>) -> Result<News> {
    let mut tx = db.begin().await?;
    guarded(told(&mut tx, failed, now)).await?;
    tx.commit().await
}

async fn told(tx: &mut Tx, failed: Failed, now: DateTime<Utc>) -> Result<()> {
    let mut parts = Vec::new();
    let programmes: BTreeSet<ProgrammeId> = match failed {
        Failed::All => tx.programmes().await?.into_iter().map(|it| it.id).collect(),
        Failed::Of(group) | Failed::For(group) if group.0 < 0 => {
            let (team, safe) =
                (tx.programme_of_group(group).await?, tx.programme_of_safe_group(group).await?);
            team.into_iter().chain(safe).map(|it| it.id).collect()
        }
        Failed::Of(chat) | Failed::For(chat) => {
            parts = tx.marks(chat).await?;
            parts.iter().map(|part| part.programme).collect()
        }
    };
    if matches!(failed, Failed::Of(_)) {
        parts.clear();
    }
    for programme in programmes {
        let key = format!("mistake {programme}");
        let last =
            tx.fact(&key).await?.and_then(|at| at.parse().ok()).and_then(DateTime::from_timestamp_millis);
        if last.is_some_and(|last: DateTime<Utc>| now - last < ENOUGH && last <= now) {
            continue;
        }
        tx.note(&key, &now.timestamp_millis().to_string()).await?;
        // If it is her chat that fails, somebody else must read it.
        let hers = parts.iter().find(|part| part.programme == programme && part.is_staff);
        let except = hers.map(|part| part.id.0);
        cases::tell_heads(tx, (programme, except), &CaseLetter::Mistake, now).await?;
    }
    Ok(())
}
