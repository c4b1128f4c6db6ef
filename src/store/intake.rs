//! Which updates were seen, and which could not be worked on.

use super::{Result, Tx, json, ms};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

impl Tx {
    /// Notes updates as seen and gives the ids that are new: each takes effect once (`update_id` may restart at a
    /// random number after a quiet week, so only the exact id counts).
    pub async fn see(&mut self, updates: &[i64], now: DateTime<Utc>) -> Result<HashSet<i64>> {
        let rows: Vec<(i64, i64)> = updates.iter().map(|id| (*id, ms(now))).collect();
        let known = steps!(
            self,
            "note updates as seen",
            (i64,),
            (json(&rows)?.as_str()),
            [
                "SELECT update_id FROM seen WHERE update_id IN (SELECT CAST(value->>0 AS BIGINT) FROM jsonb_each($1))",
                "INSERT INTO seen (update_id, at)
                 SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT) FROM jsonb_each($1) WHERE true
                 ON CONFLICT (update_id) DO NOTHING"
            ]
        )?;
        let known: HashSet<i64> = known.into_iter().map(|(id,)| id).collect();
        Ok(updates.iter().copied().filter(|id| !known.contains(id)).collect())
    }

    /// Sets an update aside that failed: its id and the class of the error, never its body.
    pub async fn set_aside(&mut self, update: i64, class: &str, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "set an update aside",
            "INSERT INTO set_aside (update_id, class, at) VALUES ($1, $2, $3) ON CONFLICT (update_id) DO NOTHING",
            update,
            class,
            ms(now)
        )?;
        Ok(())
    }
}
