//! Messages that are late, and the notices that stand about them.

use super::{Result, Tx, at, json};
use crate::domain::id::{ChatId, LetterId, SourceId};
use chrono::{DateTime, Utc};

/// Messages of one writer that wait for one chat or are on their way there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// The chat they wait for.
    pub lane: ChatId,
    /// Where they were written.
    pub writer: ChatId,
    /// The first of them.
    pub source: SourceId,
    /// Since when that one has waited.
    pub since: DateTime<Utc>,
}

/// A notice that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Whose.
    pub writer: ChatId,
    /// The chat its message is late for.
    pub lane: ChatId,
    /// The message.
    pub source: SourceId,
    /// The letter to be edited.
    pub letter: LetterId,
    /// The state of the copy it is about, as stored; `None` if the ledger has forgotten it.
    pub state: Option<String>,
}

impl Tx {
    /// What waits for these chats and nobody has yet, by writer. What is held does not count: its writer knows why.
    pub async fn waiting_for(&mut self, lanes: &[ChatId]) -> Result<Vec<Waiting>> {
        let rows = all!(
            self,
            "find late messages",
            (i64, i64, i64, i64),
            "SELECT w.lane, w.from_chat, MIN(w.source_id), MIN(w.queued_at)
             FROM (SELECT lane, op, from_chat, source_id, queued_at FROM letter
                   WHERE lane IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'queued'
                   UNION ALL SELECT lane, op, from_chat, source_id, queued_at FROM letter
                   WHERE lane IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'sending') AS w
             WHERE w.op IN ('copy', 'album') AND w.source_id IS NOT NULL AND w.from_chat IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM letter c WHERE c.source_id = w.source_id AND c.op = 'copy'
                     AND c.state = 'sent' AND c.lane <> w.lane)
             GROUP BY w.lane, w.from_chat ORDER BY w.lane, w.from_chat",
            json(lanes)?
        )?;
        let waiting = |(lane, writer, source, since)| Waiting {
            lane: ChatId(lane),
            writer: ChatId(writer),
            source: SourceId(source),
            since: at(since),
        };
        Ok(rows.into_iter().map(waiting).collect())
    }

    /// The notices that stand about messages for these chats, or before these writers.
    pub async fn standing(&mut self, lanes: &[ChatId], writers: &[ChatId]) -> Result<Vec<Standing>> {
        let rows = all!(
            self,
            "find standing notices",
            (i64, i64, i64, i64, Option<String>),
            "SELECT n.chat_id, n.lane, n.source_id, n.letter_id,
                 (SELECT CASE WHEN c.err = 'too old' THEN 'failed' ELSE c.state END FROM letter c WHERE c.source_id = n.source_id AND c.lane = n.lane
                      AND c.op IN ('copy', 'album') ORDER BY c.id LIMIT 1)
             FROM notice n WHERE n.lane IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 OR n.chat_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2)) ORDER BY n.chat_id",
            json(lanes)?,
            json(writers)?
        )?;
        let standing = |(writer, lane, source, letter, state)| Standing {
            writer: ChatId(writer),
            lane: ChatId(lane),
            source: SourceId(source),
            letter: LetterId(letter),
            state,
        };
        Ok(rows.into_iter().map(standing).collect())
    }

    /// Notes that a writer has a notice now.
    pub async fn stand(&mut self, about: &Waiting, letter: LetterId) -> Result<()> {
        run!(
            self,
            "note a standing notice",
            "INSERT INTO notice (chat_id, source_id, lane, letter_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT (chat_id) DO NOTHING",
            about.writer.0,
            about.source.0,
            about.lane.0,
            letter.0
        )?;
        Ok(())
    }

    /// A writer's notice is over.
    pub async fn over(&mut self, writer: ChatId) -> Result<()> {
        run!(self, "end a notice", "DELETE FROM notice WHERE chat_id = $1", writer.0)?;
        Ok(())
    }

    /// The notice about this message is over, if one stands: the letter to be edited.
    pub async fn over_about(&mut self, writer: ChatId, source: SourceId) -> Result<Option<LetterId>> {
        let row = one!(
            self,
            "end a message's notice",
            (i64,),
            "DELETE FROM notice WHERE chat_id = $1 AND source_id = $2 RETURNING letter_id",
            writer.0,
            source.0
        )?;
        Ok(row.map(|(letter,)| LetterId(letter)))
    }
}
