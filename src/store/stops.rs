//! Stopped pairs: which there are, which cases they belong to, and what closing a case must know.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{CaseId, ConversationId, PersonId, ProgrammeId};
use chrono::{DateTime, Utc};

impl Tx {
    /// A programme's stopped pairs.
    pub async fn stopped_pairs(&mut self, programme: ProgrammeId) -> Result<Vec<ConversationId>> {
        let rows = all!(
            self,
            "find stopped pairs",
            (i64,),
            "SELECT id FROM conversation WHERE programme_id = $1 AND sort = 'pair' AND phase IN ('held', 'paused')
             ORDER BY id",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// The cases these stopped pairs belong to, open or not: about them, or because of which they were stopped. Cases that
    /// were over before the stop are left out.
    pub async fn cases_of_stops(
        &mut self,
        pairs: &[ConversationId],
    ) -> Result<Vec<(ConversationId, CaseId)>> {
        let rows = all!(
            self,
            "find the cases of stopped pairs",
            (i64, i64),
            "SELECT c.id, f.id FROM conversation c JOIN case_file f ON f.programme_id = c.programme_id
                 AND (f.resolved_at IS NULL OR c.stopped_at IS NULL OR f.resolved_at >= c.stopped_at)
                 AND (f.conversation_id = c.id OR f.facts LIKE '%\"held:' || CAST(c.id AS TEXT) || ':%'
                     OR f.facts LIKE '%\"tap:' || CAST(c.id AS TEXT) || '\"%'
                     OR EXISTS (SELECT 1 FROM named_pair d WHERE d.case_id = f.id AND d.conversation_id = c.id
                         AND d.decision = 'held'))
             WHERE c.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY f.opened_at, ABS(f.id), c.id",
            json(pairs)?
        )?;
        Ok(rows.into_iter().map(|(pair, case)| (ConversationId(pair), CaseId(case))).collect())
    }

    /// Other pairs of those a case is about that were stopped because of it.
    pub async fn stopped_for(&mut self, case: CaseId) -> Result<Vec<ConversationId>> {
        let rows = all!(
            self,
            "find pairs that were stopped for a case",
            (i64,),
            "SELECT conversation_id FROM named_pair WHERE case_id = $1 AND decision = 'held' ORDER BY conversation_id",
            case.0
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// When somebody last wrote to her team after something it had written since then had arrived.
    pub async fn answered_team(
        &mut self,
        person: PersonId,
        since: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let row = one!(
            self,
            "find an answer to the team",
            (Option<i64>,),
            "SELECT MAX(s.heard_at) FROM conversation c JOIN source s ON s.conversation_id = c.id AND s.author_id = $1
             WHERE c.team_of = $1 AND EXISTS (SELECT 1 FROM source t JOIN letter l ON l.source_id = t.id
                 WHERE t.conversation_id = c.id AND t.author_id <> $1 AND t.heard_at >= $2
                     AND l.lane = s.chat_id AND l.state = 'sent' AND l.carried_at <= s.heard_at)",
            person.0,
            ms(since)
        )?;
        Ok(row.and_then(|(last,)| last).map(at))
    }

    /// How many cases somebody closed since then who was alone with them, though nobody was reached; those
    /// that name somebody of the team count nowhere.
    pub async fn closed_alone(&mut self, programme: ProgrammeId, since: DateTime<Utc>) -> Result<i64> {
        let row = one!(
            self,
            "count cases that were closed by one alone",
            (i64,),
            "SELECT COUNT(*) FROM case_file WHERE programme_id = $1 AND outcome = 'not_reached' AND resolved_at >= $2
                 AND meant = '[]' AND facts LIKE '%\"said_alone:%'",
            programme.0,
            ms(since)
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }
}
