//! Relayed messages with all their copies, for what follows them: corrections, reactions, taking back.

use super::{Result, Tx, at, from_name, json, ms};
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, RoomId, SourceId};
use crate::domain::person::Reach;
use crate::domain::trace::{Trace, Traced};
use chrono::{DateTime, Utc};

row! {
    struct Row {
        id: i64,
        author_id: i64,
        chat_id: i64,
        message_id: i64,
        kind: String,
        conversation_id: i64,
        sort: String,
        phase: String,
        supervised: String,
        author_in: i64,
        author_away: Option<i64>,
        members: i64,
        heard_at: i64,
        edited_at: Option<i64>,
        gone_at: Option<i64>,
        reactions_letter: Option<i64>,
        letter: Option<i64>,
        lane: Option<i64>,
        reader: Option<i64>,
        state: Option<String>,
        copy_message: Option<i64>,
        queued_at: Option<i64>,
        maybe_duplicate: Option<i64>,
        room_id: Option<i64>,
        carried_at: Option<i64>,
        reader_in: i64,
        reach: Option<String>,
        away: Option<i64>,
        edits: i64,
        protect: Option<i64>,
    }
}

impl Row {
    fn trace(&self) -> Result<Trace> {
        Ok(Trace {
            source: SourceId(self.id),
            author: PersonId(self.author_id),
            chat: ChatId(self.chat_id),
            message: MessageId(self.message_id),
            kind: from_name(&self.kind)?,
            conversation: ConversationId(self.conversation_id),
            sort: from_name(&self.sort)?,
            phase: from_name(&self.phase)?,
            supervised: self.supervised == "yes",
            author_in: self.author_in > 0,
            author_until: self.author_away.map(at),
            members: self.members,
            heard_at: at(self.heard_at),
            edited_at: self.edited_at.map(at),
            gone: self.gone_at.is_some(),
            line: self.reactions_letter.map(LetterId),
            copies: Vec::new(),
        })
    }

    fn copy(&self) -> Result<Option<Traced>> {
        let (Some(letter), Some(lane), Some(state)) = (self.letter, self.lane, &self.state) else {
            return Ok(None);
        };
        Ok(Some(Traced {
            letter: LetterId(letter),
            lane: ChatId(lane),
            reader: self.reader.map(PersonId),
            state: from_name(state)?,
            message: self.copy_message.map(MessageId),
            posted_at: at(self.queued_at.unwrap_or_default()),
            carried_at: self.carried_at.map(at),
            perhaps: self.maybe_duplicate == Some(1),
            room: self.room_id.map(RoomId),
            reader_in: self.reader_in > 0,
            reach: self.reach.as_deref().map_or(Ok(Reach::Gone), from_name)?,
            until: self.away.map(at),
            edit_waits: self.edits > 0,
            protect: self.protect == Some(1),
        }))
    }
}

impl Tx {
    /// Who wrote a relayed message, while it is in the ledger.
    pub async fn author(&mut self, source: SourceId) -> Result<Option<PersonId>> {
        let row = one!(
            self,
            "find who wrote a message",
            (i64,),
            "SELECT author_id FROM source WHERE id = $1",
            source.0
        )?;
        Ok(row.map(|(author,)| PersonId(author)))
    }

    /// Messages with their copies, in the order of the ledger; an album counts as its parts.
    pub async fn traces(&mut self, sources: &[SourceId]) -> Result<Vec<Trace>> {
        let rows = all!(
            self,
            "trace messages",
            Row,
            "SELECT s.id, s.author_id, s.chat_id, s.message_id, s.kind, s.conversation_id, c.sort, c.phase, c.supervised, s.heard_at,
                 s.edited_at, s.gone_at, s.reactions_letter,
                 CASE WHEN c.sort = 'team' THEN (SELECT COUNT(*) FROM person a WHERE a.id = s.author_id
                         AND (a.standing <> 'left' OR a.role NOT IN ('lead', 'coordinator')))
                     ELSE (SELECT COUNT(*) FROM member m WHERE m.conversation_id = c.id AND m.person_id = s.author_id
                         AND m.state = 'active') END AS author_in,
                 (SELECT a.paused_until FROM person a WHERE a.id = s.author_id) AS author_away,
                 (SELECT COUNT(*) FROM member m WHERE m.conversation_id = c.id AND m.state = 'active') AS members,
                 l.id AS letter, l.lane, p.id AS reader, l.state, l.message_id AS copy_message, l.queued_at, l.maybe_duplicate,
                 l.room_id, l.carried_at, l.protect, p.reach, p.paused_until AS away,
                 CASE WHEN c.sort = 'team' THEN CASE WHEN p.standing = 'ready' THEN 1 ELSE 0 END
                     ELSE (SELECT COUNT(*) FROM member m WHERE m.conversation_id = c.id AND m.person_id = p.id
                               AND m.state = 'active') END AS reader_in,
                 (SELECT COUNT(*) FROM letter e WHERE e.source_id = s.id AND e.lane = l.lane AND e.op = 'edit'
                      AND e.target = l.id AND e.state IN ('queued', 'held')) AS edits
             FROM source s JOIN conversation c ON c.id = s.conversation_id
             LEFT JOIN letter l ON l.source_id = s.id AND l.op IN ('copy', 'album')
             LEFT JOIN person p ON p.id = COALESCE(l.person_id, (SELECT MIN(o.id) FROM person o WHERE o.chat_id = l.lane))
             WHERE s.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
             ORDER BY s.id, l.id",
            json(sources)?
        )?;
        let mut traces: Vec<Trace> = Vec::new();
        for row in rows {
            if traces.last().is_none_or(|last| last.source.0 != row.id) {
                traces.push(row.trace()?);
            }
            if let (Some(trace), Some(copy)) = (traces.last_mut(), row.copy()?) {
                trace.copies.push(copy);
            }
        }
        Ok(traces)
    }

    /// The ledger's row of a message and of everything else in its album, in order.
    pub async fn whole(&mut self, source: SourceId) -> Result<Vec<SourceId>> {
        let rows = all!(
            self,
            "find a message's album",
            (i64,),
            "SELECT s.id FROM source f
             JOIN source s ON s.id = f.id OR (s.chat_id = f.chat_id AND s.album_key = f.album_key)
             WHERE f.id = $1 ORDER BY s.id",
            source.0
        )?;
        Ok(rows.into_iter().map(|(id,)| SourceId(id)).collect())
    }

    /// Its author takes a message back: nothing follows it any more, and what of it waits is withdrawn. Gives how many
    /// letters that were.
    pub async fn take_back(&mut self, sources: &[SourceId], now: DateTime<Utc>) -> Result<u64> {
        let sources = json(sources)?;
        run!(
            self,
            "note that messages were taken back",
            "UPDATE source SET gone_at = $2 WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND gone_at IS NULL",
            sources.as_str(),
            ms(now)
        )?;
        run!(
            self,
            "withdraw what was taken back",
            "UPDATE letter SET state = 'withdrawn' WHERE state IN ('queued', 'held') AND op <> 'delete'
                 AND source_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            sources.as_str()
        )
    }

    /// A letter that must be tried again is withdrawn instead if its message was taken back while it was on its way.
    pub async fn withdraw_taken_back(&mut self, letter: LetterId) -> Result<()> {
        run!(
            self,
            "withdraw a letter that was taken back",
            "UPDATE letter SET state = 'withdrawn' WHERE id = $1 AND state IN ('queued', 'held') AND op <> 'delete'
                 AND EXISTS (SELECT 1 FROM source s WHERE s.id = letter.source_id AND s.gone_at IS NOT NULL)",
            letter.0
        )?;
        Ok(())
    }

    /// A copy does not count any more: another stands in its place. That it was there stays known, by its number or else
    /// by a mark.
    pub async fn retire(&mut self, letter: LetterId) -> Result<()> {
        run!(
            self,
            "retire a copy",
            "UPDATE letter SET state = 'withdrawn',
                 maybe_duplicate = CASE WHEN message_id IS NULL AND state = 'sent' THEN 1 ELSE maybe_duplicate END
             WHERE id = $1",
            letter.0
        )?;
        Ok(())
    }
}
