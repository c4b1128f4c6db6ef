//! The log of the talks cases led to.

use super::{Result, Tx, at, from_name, json, ms};
use crate::domain::case::Called;
use crate::domain::id::{CaseId, PersonId};

impl Tx {
    /// Writes a talk down.
    pub async fn log_call(&mut self, case: CaseId, by: PersonId, call: &Called) -> Result<()> {
        run!(
            self,
            "log a call",
            "INSERT INTO call_log (case_id, person_id, at, channel, minutes, outcome) VALUES ($1, $2, $3, $4, $5, $6)",
            case.0,
            by.0,
            ms(call.at),
            call.channel.as_str(),
            call.minutes,
            call.outcome.as_str()
        )?;
        Ok(())
    }

    /// What was written down about a case and by whom, oldest first.
    pub async fn calls_by(&mut self, case: CaseId) -> Result<Vec<(PersonId, Called)>> {
        let rows = all!(
            self,
            "read who logged calls",
            (i64, i64, String, i64, String),
            "SELECT person_id, at, channel, minutes, outcome FROM call_log WHERE case_id = $1 ORDER BY id",
            case.0
        )?;
        rows.into_iter()
            .map(|(by, when, channel, minutes, outcome)| {
                let (channel, outcome) = (from_name(&channel)?, from_name(&outcome)?);
                Ok((PersonId(by), Called { at: at(when), channel, minutes, outcome }))
            })
            .collect()
    }

    /// What was written down about these cases, oldest first.
    pub async fn calls(&mut self, cases: &[CaseId]) -> Result<Vec<(CaseId, Called)>> {
        let rows = all!(
            self,
            "read the log of calls",
            (i64, i64, String, i64, String),
            "SELECT case_id, at, channel, minutes, outcome FROM call_log
             WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY id",
            json(cases)?
        )?;
        rows.into_iter()
            .map(|(case, when, channel, minutes, outcome)| {
                let (channel, outcome) = (from_name(&channel)?, from_name(&outcome)?);
                Ok((CaseId(case), Called { at: at(when), channel, minutes, outcome }))
            })
            .collect()
    }
}
