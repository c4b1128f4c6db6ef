//! What goes from a reader's chat once whoever reads along has it.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{CaseId, ChatId, LetterId, PersonId, SourceId};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Something that is to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taking {
    /// The message.
    pub source: SourceId,
    /// The chat it goes from.
    pub lane: ChatId,
    /// This copy of it; otherwise everything of it, its whole album.
    pub letter: Option<LetterId>,
    /// The chat of whoever takes it back, where it is told if that fails.
    pub author: Option<ChatId>,
    /// The case for which it is kept first.
    pub case: Option<CaseId>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
}

/// How far a copy for whoever reads along has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It is still to be carried.
    Waits,
    /// It is there, or never will be, and somebody knows.
    Over,
}

row! {
    struct Row {
        id: i64,
        source_id: i64,
        lane: i64,
        letter_id: Option<i64>,
        author_chat: Option<i64>,
        case_id: Option<i64>,
        asked_at: i64,
    }
}

impl Tx {
    /// Notes what is to go.
    pub async fn take_once_read(&mut self, takings: &[Taking]) -> Result<()> {
        let row = |it: &Taking| (it.source, it.lane, it.letter, it.author, it.case, ms(it.asked_at));
        run!(
            self,
            "note what is to go once it was read",
            "INSERT INTO taking (source_id, lane, letter_id, author_chat, case_id, asked_at)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), CAST(value->>2 AS BIGINT),
                 CAST(value->>3 AS BIGINT), CAST(value->>4 AS BIGINT), CAST(value->>5 AS BIGINT)
             FROM jsonb_each($1) ORDER BY key",
            json(&takings.iter().map(row).collect::<Vec<_>>())?
        )?;
        Ok(())
    }

    /// What of a message is to go, with the number of each.
    pub async fn takings(&mut self, source: SourceId) -> Result<Vec<(i64, Taking)>> {
        let rows = all!(
            self,
            "find what is to go once it was read",
            Row,
            "SELECT id, source_id, lane, letter_id, author_chat, case_id, asked_at FROM taking
             WHERE source_id = $1 ORDER BY id",
            source.0
        )?;
        let taking = |row: Row| {
            let taking = Taking {
                source: SourceId(row.source_id),
                lane: ChatId(row.lane),
                letter: row.letter_id.map(LetterId),
                author: row.author_chat.map(ChatId),
                case: row.case_id.map(CaseId),
                asked_at: at(row.asked_at),
            };
            (row.id, taking)
        };
        Ok(rows.into_iter().map(taking).collect())
    }

    /// These have gone, or need not go any more.
    pub async fn taken(&mut self, takings: &[i64]) -> Result<()> {
        run!(
            self,
            "note what has gone",
            "DELETE FROM taking WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(takings)?
        )?;
        Ok(())
    }

    /// How far the copies that were made of these copies, for whoever reads along, have come; those of which none was
    /// made are left out.
    pub async fn read_along(&mut self, copies: &[LetterId]) -> Result<HashMap<LetterId, Read>> {
        let rows = all!(
            self,
            "find what whoever reads along has",
            (i64, i64),
            "SELECT c.id, CAST(MAX(CASE WHEN w.state IN ('queued', 'sending', 'held') THEN 1 ELSE 0 END) AS BIGINT)
             FROM letter c
             JOIN letter w ON w.from_chat = c.lane AND w.from_message = c.message_id AND w.op = 'copy'
                 AND w.source_id IS NULL AND w.from_message IS NOT NULL
             WHERE c.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND c.message_id IS NOT NULL
             GROUP BY c.id",
            json(copies)?
        )?;
        let read = |waits: i64| if waits == 1 { Read::Waits } else { Read::Over };
        Ok(rows.into_iter().map(|(copy, waits)| (LetterId(copy), read(waits))).collect())
    }

    /// The open cases of his programme that somebody may be the matter of, in any part of his account: those that he is named
    /// in, and those in which a message of his was reported, with `true`; and those that name somebody of the team, whoever
    /// that is.
    pub async fn cases_against(&mut self, person: PersonId) -> Result<Vec<(CaseId, bool)>> {
        let rows = all!(
            self,
            "find open cases against somebody",
            (i64, i64),
            "WITH him AS (SELECT o.id, p.programme_id FROM person p JOIN person o ON o.chat_id = p.chat_id WHERE p.id = $1),
             reports AS (SELECT f.id, l.from_chat, l.from_message FROM case_file f
                 JOIN letter l ON l.case_id = f.id AND l.op = 'copy' AND l.source_id IS NULL
                 WHERE f.programme_id IN (SELECT programme_id FROM him) AND f.resolved_at IS NULL AND f.kind = 'report'
                 UNION ALL SELECT f.id, l.from_chat, l.from_message FROM case_file f
                 JOIN room r ON r.case_id = f.id
                 JOIN letter l ON l.room_id = r.id AND l.op = 'copy' AND l.source_id IS NULL
                 WHERE f.programme_id IN (SELECT programme_id FROM him) AND f.resolved_at IS NULL AND f.kind = 'report')
             SELECT f.id, CAST(1 AS BIGINT) FROM him JOIN named n ON n.person_id = him.id
                 JOIN case_file f ON f.id = n.case_id AND f.resolved_at IS NULL AND f.programme_id = him.programme_id
             UNION
             SELECT r.id, CAST(1 AS BIGINT) FROM reports r JOIN letter c ON c.lane = r.from_chat AND c.message_id = r.from_message
                 JOIN source s ON s.id = c.source_id WHERE s.author_id IN (SELECT id FROM him)
             UNION
             SELECT f.id, CAST(0 AS BIGINT) FROM case_file f WHERE f.programme_id IN (SELECT programme_id FROM him)
                 AND f.resolved_at IS NULL AND f.meant <> '[]'
             ORDER BY 1, 2",
            person.0
        )?;
        Ok(rows.into_iter().map(|(id, sure)| (CaseId(id), sure == 1)).collect())
    }

    /// Messages of which a copy that is read along may have arrived without an answer, and that are tried again.
    pub async fn perhaps_read(&mut self) -> Result<Vec<SourceId>> {
        let rows = all!(
            self,
            "find copies that may have arrived",
            (i64,),
            "SELECT DISTINCT source_id FROM letter WHERE state = 'queued' AND maybe_duplicate = 1
                 AND room_id IS NOT NULL AND source_id IS NOT NULL"
        )?;
        Ok(rows.into_iter().map(|(source,)| SourceId(source)).collect())
    }
}
