//! Cases that name somebody of the team.

use super::{Result, Tx, at, json, ms, named, parsed};
use crate::domain::case::{Claim, Meant, NewCase};
use crate::domain::id::{CaseId, ChatId, ProgrammeId};
use chrono::{DateTime, Utc};

impl Tx {
    /// Puts a case on file that names somebody of the team. Its number is counted apart: who is named sees no gap.
    pub async fn file_secret(
        &mut self,
        case: &NewCase,
        meant: &[Meant],
        now: DateTime<Utc>,
    ) -> Result<CaseId> {
        let row = one!(
            self,
            "open a case about the team",
            (i64,),
            "INSERT INTO case_file (id, programme_id, kind, severity, conversation_id, person_id, opened_at,
                 counted_from, since, due_at, facts, meant)
             SELECT COALESCE(MIN(f.id), 0) - 1, $1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10
             FROM case_file f WHERE f.id < 0
             RETURNING id",
            case.programme.0,
            named(case.kind)?,
            case.kind.severity().as_str(),
            case.conversation.map(|id| id.0),
            case.person.map(|id| id.0),
            ms(now),
            case.since.map(ms),
            case.due.map(ms),
            json(&case.tried)?,
            json(meant)?
        )?;
        row.map(|(id,)| CaseId(id))
            .ok_or_else(|| super::Error::new("open a case about the team", sqlx::Error::RowNotFound))
    }

    /// When an account's cases about the team were open, and whom they named.
    pub async fn claims_ever(&mut self, by: ChatId) -> Result<Vec<(Claim, Option<DateTime<Utc>>)>> {
        let rows = all!(
            self,
            "find all cases about the team of an account",
            (i64, i64, i64, String, i64, Option<i64>),
            "SELECT f.id, f.programme_id, p.chat_id, f.meant, f.opened_at, f.resolved_at
             FROM case_file f JOIN person p ON p.id = f.person_id
             WHERE p.chat_id = $1 AND f.kind = 'team' ORDER BY f.opened_at, f.id DESC",
            by.0
        )?;
        let ever = |(id, programme, chat, meant, from, to): (i64, i64, i64, String, i64, Option<i64>)| {
            Ok((claim((id, programme, chat, meant, from))?, to.map(at)))
        };
        rows.into_iter().map(ever).collect()
    }

    /// The open cases about the team that were told in a programme, or by an account with a part in it; oldest first.
    pub async fn claims(&mut self, programme: ProgrammeId) -> Result<Vec<Claim>> {
        let rows = all!(
            self,
            "find open cases about the team",
            (i64, i64, i64, String, i64),
            "SELECT f.id, f.programme_id, p.chat_id, f.meant, f.opened_at
             FROM case_file f JOIN person p ON p.id = f.person_id
             WHERE f.resolved_at IS NULL AND f.kind = 'team' AND p.chat_id IS NOT NULL
                 AND (f.programme_id = $1
                     OR EXISTS (SELECT 1 FROM person o WHERE o.chat_id = p.chat_id AND o.programme_id = $1))
             ORDER BY f.opened_at, f.id DESC",
            programme.0
        )?;
        rows.into_iter().map(claim).collect()
    }
}

fn claim((id, programme, chat, meant, since): (i64, i64, i64, String, i64)) -> Result<Claim> {
    Ok(Claim {
        case: CaseId(id),
        programme: ProgrammeId(programme),
        by: ChatId(chat),
        meant: parsed(&meant)?,
        since: at(since),
    })
}
