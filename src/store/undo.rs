//! Taking messages back: what is withdrawn before it leaves, and what is deleted where it arrived.

use super::{Errand, Leased, Result, Tx, json, ms};
use crate::domain::id::MessageId;
use chrono::{DateTime, TimeDelta, Utc};

impl Tx {
    /// Finds what letters are to delete: everything of a message that is in the letter's chat, the whole album and the
    /// lines that go with it, as far as Telegram still deletes it (48 h).
    pub(super) async fn find_gone(&mut self, errands: &mut [Errand], now: DateTime<Utc>) -> Result<()> {
        let ids: Vec<i64> = errands
            .iter()
            .filter(|errand| matches!(errand.what, Leased::Delete(..)))
            .map(|errand| errand.id.0)
            .collect();
        if ids.is_empty() {
            return Ok(());
        }
        // SQLite follows a CROSS JOIN from left to right: else it may look through all that a chat has, or that was carried.
        let rows = all!(
            self,
            "find messages to delete",
            (i64, i64),
            "WITH gone AS MATERIALIZED (
                 SELECT q.id, q.lane, s.id AS source_id FROM letter q
                 JOIN source f ON f.id = q.source_id
                 JOIN source s ON s.id = f.id OR (s.chat_id = f.chat_id AND s.album_key = f.album_key)
                 WHERE q.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                     AND (q.from_chat IS NOT NULL OR s.id = f.id OR NOT EXISTS
                         (SELECT 1 FROM letter o WHERE o.source_id = f.id AND o.lane = q.lane AND o.op = 'copy')))
             SELECT g.id, c.message_id FROM gone g CROSS JOIN letter c
             WHERE c.source_id = g.source_id AND c.lane = g.lane
                 AND c.op IN ('copy', 'write') AND c.message_id IS NOT NULL AND c.carried_at > $2
             UNION SELECT g.id, 0 FROM gone g CROSS JOIN letter c
             WHERE c.source_id = g.source_id AND c.lane = g.lane AND c.op IN ('copy', 'album')
                 AND c.state = 'sent' AND c.message_id IS NULL AND c.carried_at > $2
             UNION SELECT g.id, s.message_id FROM gone g CROSS JOIN source s
             WHERE s.id = g.source_id AND s.chat_id = g.lane AND s.heard_at > $2
             ORDER BY 2",
            json(&ids)?,
            ms(now - TimeDelta::hours(48))
        )?;
        for (id, message) in rows {
            let errand = errands.iter_mut().find(|errand| errand.id.0 == id);
            if let Some(Leased::Delete(messages, _)) = errand.map(|errand| &mut errand.what) {
                messages.push(MessageId(message));
            }
        }
        Ok(())
    }
}
