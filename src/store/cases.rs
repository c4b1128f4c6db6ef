//! Cases.

use super::{Result, Tx, json, ms, named};
use crate::domain::case::{CaseFile, CaseKind, Severity};
use crate::domain::id::{CaseId, ConversationId, PersonId, ProgrammeId};
use chrono::{DateTime, Utc};

/// A case to be opened.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The programme.
    pub programme: ProgrammeId,
    /// Why.
    pub kind: CaseKind,
    /// The pair it is about.
    pub conversation: Option<ConversationId>,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried: names of steps.
    pub tried: Vec<String>,
}

impl Tx {
    /// Opens a case; gives the open one if the same kind is already open about the same pair and person.
    pub async fn open_case(
        &mut self,
        case: &NewCase,
        severity: Severity,
        now: DateTime<Utc>,
    ) -> Result<(CaseId, bool)> {
        let known = one!(
            self,
            "find an open case",
            (i64,),
            "SELECT id FROM case_file WHERE programme_id = $1 AND kind = $2 AND resolved_at IS NULL
                 AND COALESCE(conversation_id, 0) = $3 AND COALESCE(person_id, 0) = $4
             ORDER BY id LIMIT 1",
            case.programme.0,
            named(case.kind)?,
            case.conversation.map_or(0, |id| id.0),
            case.person.map_or(0, |id| id.0)
        )?;
        if let Some((id,)) = known {
            return Ok((CaseId(id), false));
        }
        let row = one!(
            self,
            "open a case",
            (i64,),
            "INSERT INTO case_file (programme_id, kind, severity, conversation_id, person_id, opened_at, since, due_at, facts)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
            case.programme.0,
            named(case.kind)?,
            named(severity)?,
            case.conversation.map(|id| id.0),
            case.person.map(|id| id.0),
            ms(now),
            case.since.map(ms),
            case.due.map(ms),
            json(&case.tried)?
        )?;
        let id = row.ok_or_else(|| super::Error::new("open a case", sqlx::Error::RowNotFound))?.0;
        Ok((CaseId(id), true))
    }

    /// Open cases about a pair, or about a person, oldest first.
    pub async fn cases_about(
        &mut self,
        conversation: Option<ConversationId>,
        person: Option<PersonId>,
    ) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find open cases",
            (i64,),
            "SELECT id FROM case_file WHERE resolved_at IS NULL AND conversation_id = $1
             UNION
             SELECT id FROM case_file WHERE resolved_at IS NULL AND person_id = $2
             ORDER BY 1",
            conversation.map(|id| id.0),
            person.map(|id| id.0)
        )?;
        Ok(rows.into_iter().map(|(id,)| CaseId(id)).collect())
    }

    /// Cases by their ids, in the order of the ids given.
    pub async fn cases(&mut self, ids: &[CaseId]) -> Result<Vec<CaseFile>> {
        let rows = all!(
            self,
            "find cases",
            (i64, String, Option<i64>, Option<i64>, String),
            "SELECT f.id, f.kind, f.since, f.due_at, f.facts
             FROM (SELECT key, CAST(value AS BIGINT) AS id FROM json_each($1)) AS i
             JOIN case_file f ON f.id = i.id ORDER BY i.key",
            json(ids)?
        )?;
        rows.into_iter()
            .map(|(id, kind, since, due, facts)| {
                Ok(CaseFile {
                    id: CaseId(id),
                    kind: super::from_name(&kind)?,
                    since: since.map(super::at),
                    due: due.map(super::at),
                    tried: super::parsed(&facts)?,
                })
            })
            .collect()
    }

    /// Ends a case that is open.
    pub async fn resolve_case(&mut self, case: CaseId, outcome: &str, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "resolve a case",
            "UPDATE case_file SET resolved_at = $2, outcome = $3 WHERE id = $1 AND resolved_at IS NULL",
            case.0,
            ms(now),
            outcome
        )?;
        Ok(())
    }

    /// A case's topic is gone; it is made anew.
    pub async fn forget_topic(&mut self, case: CaseId) -> Result<()> {
        run!(self, "forget a case's topic", "UPDATE case_file SET thread = NULL WHERE id = $1", case.0)?;
        Ok(())
    }
}
