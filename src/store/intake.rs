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
        let new = self.take_in(&updates.iter().map(|id| (*id, None)).collect::<Vec<_>>(), now).await?;
        Ok(updates.iter().zip(new).filter(|(_, new)| *new).map(|(id, _)| *id).collect())
    }

    /// The same for updates that may bring a message; gives of each whether it is new. Where there is a message, it alone
    /// decides: it is new in whatever update unless it was [noted](Self::note_messages) or is in the ledger.
    pub async fn take_in(
        &mut self,
        updates: &[(i64, Option<Place>)],
        now: DateTime<Utc>,
    ) -> Result<Vec<bool>> {
        // Numbers alone: a column that is looked for costs its time for each update. What is below zero is a message's.
        let numbers: Vec<i64> =
            updates.iter().flat_map(|(id, place)| [Some(*id), place.map(number)]).flatten().collect();
        let known = steps!(
            self,
            "note updates as seen",
            (i64,),
            (json(&numbers)?.as_str(), ms(now)),
            [
                "SELECT update_id FROM seen WHERE update_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                     AND CAST($2 AS BIGINT) IS NOT NULL",
                "INSERT INTO seen (update_id, at)
                 SELECT CAST(value AS BIGINT), CAST($2 AS BIGINT) FROM jsonb_each($1) WHERE CAST(value AS BIGINT) >= 0
                 ON CONFLICT (update_id) DO NOTHING"
            ]
        )?;
        let known: HashSet<i64> = known.into_iter().map(|(id,)| id).collect();
        // A number that was there before is the same message again, or a new one of a server that numbers anew.
        let again: Vec<Place> =
            updates.iter().filter(|(id, _)| known.contains(id)).filter_map(|(_, place)| *place).collect();
        let kept = self.kept(&again).await?;
        let new = updates.iter().map(|(id, place)| match place {
            Some(place) => !known.contains(&number(*place)) && !kept.contains(place),
            None => !known.contains(id),
        });
        Ok(new.collect())
    }

    /// Whether a chat's state is news by Telegram's date of it: neither older than the one that was heard last, nor the
    /// same. `which` tells states of one second apart, up to 999.
    pub async fn is_news(&mut self, chat: ChatId, at: DateTime<Utc>, which: i64) -> Result<bool> {
        let rows = run!(
            self,
            "note a chat's state",
            "INSERT INTO seen (update_id, at) VALUES ($1, $2)
             ON CONFLICT (update_id) DO UPDATE SET at = excluded.at
                 WHERE seen.at / 1000 <= excluded.at / 1000 AND seen.at <> excluded.at",
            // No message has the number 0.
            number((chat, MessageId(0))),
            at.timestamp() * 1000 + which
        )?;
        Ok(rows > 0)
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
