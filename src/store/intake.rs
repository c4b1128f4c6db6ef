//! Which updates were seen, and which could not be worked on.

use super::{Result, Tx, json, ms};
use crate::domain::id::{ChatId, MessageId};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

/// A message, by its chat and its number there.
type Place = (ChatId, MessageId);

/// The number under which a message stands among updates, whose own are never below zero. Messages of private chats are
/// numbered through, so one that is new stands beside the last; in groups the chat tells them apart.
fn number((chat, message): Place) -> i64 {
    -1 - (((message.0 & 0x7fff_ffff) << 32) | (chat.0 & 0xffff_ffff))
}

impl Tx {
    /// Notes updates as seen and gives the ids that are new: each takes effect once (`update_id` may restart at a
    /// random number after a quiet week, so only the exact id counts).
    pub async fn see(&mut self, updates: &[i64], now: DateTime<Utc>) -> Result<HashSet<i64>> {
        self.take_in(&updates.iter().map(|id| (*id, None)).collect::<Vec<_>>(), now).await
    }

    /// The same for updates that may bring a message: one that was [noted](Self::note_messages) is not new in another
    /// update either.
    pub async fn take_in(
        &mut self,
        updates: &[(i64, Option<Place>)],
        now: DateTime<Utc>,
    ) -> Result<HashSet<i64>> {
        let rows: Vec<(i64, i64, Option<i64>)> =
            updates.iter().map(|(id, place)| (*id, ms(now), place.map(number))).collect();
        let known = steps!(
            self,
            "note updates as seen",
            (i64,),
            (json(&rows)?.as_str()),
            [
                "SELECT update_id FROM seen WHERE update_id IN
                     (SELECT CAST(value->>0 AS BIGINT) FROM jsonb_each($1)
                      UNION ALL SELECT CAST(value->>2 AS BIGINT) FROM jsonb_each($1) WHERE value->>2 IS NOT NULL)",
                "INSERT INTO seen (update_id, at)
                 SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT) FROM jsonb_each($1) WHERE true
                 ON CONFLICT (update_id) DO NOTHING"
            ]
        )?;
        let known: HashSet<i64> = known.into_iter().map(|(id,)| id).collect();
        let new = rows.iter().filter(|(id, _, message)| {
            !known.contains(id) && message.is_none_or(|message| !known.contains(&message))
        });
        Ok(new.map(|(id, _, _)| *id).collect())
    }

    /// Notes messages that leave no other trace, so that none takes effect again in another update.
    pub async fn note_messages(&mut self, places: &[Place], now: DateTime<Utc>) -> Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        let rows: Vec<(i64, i64)> = places.iter().map(|place| (number(*place), ms(now))).collect();
        run!(
            self,
            "note messages as seen",
            "INSERT INTO seen (update_id, at)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT) FROM jsonb_each($1) WHERE true
             ON CONFLICT (update_id) DO NOTHING",
            json(&rows)?
        )?;
        Ok(())
    }

    /// Those of these messages that are in the ledger.
    pub async fn kept(&mut self, places: &[Place]) -> Result<HashSet<Place>> {
        if places.is_empty() {
            return Ok(HashSet::new());
        }
        let rows = all!(
            self,
            "find messages in the ledger",
            (i64, i64),
            "SELECT s.chat_id, s.message_id
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS message_id
                   FROM jsonb_each($1)) i
             JOIN source s ON s.chat_id = i.chat_id AND s.message_id = i.message_id",
            json(places)?
        )?;
        Ok(rows.into_iter().map(|(chat, message)| (ChatId(chat), MessageId(message))).collect())
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
