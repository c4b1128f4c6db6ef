//! Cases, and where their cards hang.

use super::{Result, Tx, at, from_name, json, ms, named, parsed};
use crate::domain::case::{CaseFile, Meant, NewCase, Outcome, Severity};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, PersonId, ProgrammeId};
use chrono::{DateTime, Utc};

row! {
    struct Row {
        id: i64,
        programme_id: i64,
        kind: String,
        severity: String,
        conversation_id: Option<i64>,
        person_id: Option<i64>,
        coordinator_id: Option<i64>,
        opened_at: i64,
        counted_from: i64,
        told_until: Option<i64>,
        since: Option<i64>,
        due_at: Option<i64>,
        facts: String,
        owner_id: Option<i64>,
        acknowledged_at: Option<i64>,
        snoozed_until: Option<i64>,
        nudged_at: Option<i64>,
        resolved_at: Option<i64>,
        resolved_by: Option<i64>,
        outcome: Option<String>,
        thread: Option<i64>,
        meant: String,
    }
}

impl Row {
    fn file(self) -> Result<CaseFile> {
        let meant: Vec<Meant> = parsed(&self.meant)?;
        Ok(CaseFile {
            id: CaseId(self.id),
            programme: ProgrammeId(self.programme_id),
            kind: from_name(&self.kind)?,
            severity: Severity::parse(&self.severity).unwrap_or(Severity::Attention),
            conversation: self.conversation_id.map(ConversationId),
            person: self.person_id.map(PersonId),
            // What names somebody of the team is on nobody's desk but of those who may know.
            coordinator: self.coordinator_id.map(PersonId).filter(|_| meant.is_empty()),
            meant,
            opened_at: at(self.opened_at),
            counted_from: at(self.counted_from),
            told_until: self.told_until.map(at),
            since: self.since.map(at),
            due: self.due_at.map(at),
            tried: parsed(&self.facts)?,
            owner: self.owner_id.map(PersonId),
            acknowledged_at: self.acknowledged_at.map(at),
            snoozed_until: self.snoozed_until.map(at),
            nudged_at: self.nudged_at.map(at),
            resolved_at: self.resolved_at.map(at),
            resolved_by: self.resolved_by.map(PersonId),
            outcome: self.outcome.as_deref().and_then(Outcome::parse),
            has_topic: self.thread.is_some(),
        })
    }
}

impl Tx {
    /// Cases by their ids, in the order of the ids given.
    pub async fn cases(&mut self, ids: &[CaseId]) -> Result<Vec<CaseFile>> {
        let rows = all!(
            self,
            "find cases",
            Row,
            "SELECT f.id, f.programme_id, f.kind, f.severity, f.conversation_id, f.person_id,
                 COALESCE(c.coordinator_id, p.coordinator_id) AS coordinator_id, f.opened_at, f.counted_from,
                 f.told_until, f.since, f.due_at, f.facts, f.owner_id, f.acknowledged_at, f.snoozed_until, f.nudged_at,
                 f.resolved_at, f.resolved_by, f.outcome, f.thread, f.meant
             FROM (SELECT key, CAST(value AS BIGINT) AS id FROM jsonb_each($1)) AS i
             JOIN case_file f ON f.id = i.id
             LEFT JOIN conversation c ON c.id = f.conversation_id
             LEFT JOIN person p ON p.id = f.person_id
             ORDER BY i.key",
            json(ids)?
        )?;
        rows.into_iter().map(Row::file).collect()
    }

    /// A programme's open cases, urgent first, then the oldest.
    pub async fn open_cases(&mut self, programme: ProgrammeId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "list open cases",
            (i64,),
            "SELECT id FROM case_file WHERE programme_id = $1 AND resolved_at IS NULL
             ORDER BY CASE severity WHEN 'urgent' THEN 0 WHEN 'attention' THEN 1 ELSE 2 END, opened_at, id",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(id,)| CaseId(id)).collect())
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

    /// Puts new cases on file; gives their ids in this order.
    pub async fn file_cases(&mut self, cases: &[NewCase], now: DateTime<Utc>) -> Result<Vec<CaseId>> {
        if cases.is_empty() {
            return Ok(Vec::new());
        }
        let rows = cases
            .iter()
            .map(|case| {
                Ok((
                    case.programme,
                    named(case.kind)?,
                    case.kind.severity().as_str(),
                    case.conversation,
                    case.person,
                    case.since.map(ms),
                    case.due.map(ms),
                    json(&case.tried)?,
                ))
            })
            .collect::<Result<Vec<_>>>()?;
        let mut ids = all!(
            self,
            "open cases",
            (i64,),
            "INSERT INTO case_file (programme_id, kind, severity, conversation_id, person_id, opened_at, counted_from,
                 since, due_at, facts)
             SELECT CAST(value->>0 AS BIGINT), value->>1, value->>2, CAST(value->>3 AS BIGINT),
                 CAST(value->>4 AS BIGINT), $2, $2, CAST(value->>5 AS BIGINT), CAST(value->>6 AS BIGINT), value->>7
             FROM jsonb_each($1) ORDER BY key
             RETURNING id",
            json(&rows)?,
            ms(now)
        )?;
        ids.sort_unstable();
        Ok(ids.into_iter().map(|(id,)| CaseId(id)).collect())
    }

    /// Writes cases back.
    pub async fn save_cases(&mut self, cases: &[CaseFile]) -> Result<()> {
        if cases.is_empty() {
            return Ok(());
        }
        let rows = cases.iter().map(row).collect::<Result<Vec<_>>>()?;
        run!(
            self,
            "save cases",
            "UPDATE case_file SET kind = i.kind, severity = i.severity, counted_from = i.counted_from,
                 told_until = i.told_until, due_at = i.due_at, facts = i.facts, owner_id = i.owner_id,
                 acknowledged_at = i.acknowledged_at, snoozed_until = i.snoozed_until, nudged_at = i.nudged_at,
                 resolved_at = i.resolved_at, resolved_by = i.resolved_by, outcome = i.outcome
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS kind, value->>2 AS severity,
                       CAST(value->>3 AS BIGINT) AS counted_from, CAST(value->>4 AS BIGINT) AS told_until,
                       CAST(value->>5 AS BIGINT) AS due_at, value->>6 AS facts, CAST(value->>7 AS BIGINT) AS owner_id,
                       CAST(value->>8 AS BIGINT) AS acknowledged_at, CAST(value->>9 AS BIGINT) AS snoozed_until,
                       CAST(value->>10 AS BIGINT) AS nudged_at, CAST(value->>11 AS BIGINT) AS resolved_at,
                       CAST(value->>12 AS BIGINT) AS resolved_by, value->>13 AS outcome
                   FROM jsonb_each($1)) AS i
             WHERE case_file.id = i.id",
            json(&rows)?
        )?;
        let closed: Vec<CaseId> =
            cases.iter().filter(|case| case.resolved_at.is_some()).map(|case| case.id).collect();
        if !closed.is_empty() {
            run!(
                self,
                "forget closed silence cases",
                "UPDATE conversation SET silence_case = NULL
                 WHERE id IN (SELECT f.conversation_id FROM case_file f
                              WHERE f.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)))
                     AND silence_case IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
                json(&closed)?
            )?;
        }
        Ok(())
    }

    /// About which of these conversations both sides were nudged since then.
    pub async fn nudged_since(
        &mut self,
        conversations: &[ConversationId],
        since: DateTime<Utc>,
    ) -> Result<Vec<ConversationId>> {
        let rows = all!(
            self,
            "find pairs that were nudged",
            (i64,),
            "SELECT DISTINCT conversation_id FROM case_file
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND nudged_at >= $2",
            json(conversations)?,
            ms(since)
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// Where cases' cards hang.
    pub async fn cards(&mut self, cases: &[CaseId]) -> Result<Vec<(CaseId, ChatId, LetterId)>> {
        let rows = all!(
            self,
            "find cards",
            (i64, i64, i64),
            "SELECT case_id, chat_id, letter_id FROM card
             WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY case_id, chat_id",
            json(cases)?
        )?;
        Ok(rows
            .into_iter()
            .map(|(case, chat, letter)| (CaseId(case), ChatId(chat), LetterId(letter)))
            .collect())
    }

    /// Notes the letters that are cases' cards now, one for each case and chat: of two, the newer.
    pub async fn hang(&mut self, cards: &[(CaseId, ChatId, LetterId)]) -> Result<()> {
        if cards.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note cards",
            "INSERT INTO card (case_id, chat_id, letter_id)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), MAX(CAST(value->>2 AS BIGINT)) FROM jsonb_each($1)
             GROUP BY CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT)
             ON CONFLICT (case_id, chat_id) DO UPDATE SET letter_id = excluded.letter_id",
            json(cards)?
        )?;
        Ok(())
    }

    /// The cards in a chat are no cards any more; with a case, only that one's.
    pub async fn take_down(&mut self, chat: ChatId, case: Option<CaseId>) -> Result<()> {
        run!(
            self,
            "take cards down",
            "DELETE FROM card WHERE chat_id = $1 AND ($2 = 0 OR case_id = $2)",
            chat.0,
            case.map_or(0, |id| id.0)
        )?;
        Ok(())
    }

    /// A case's topic is gone; it is made anew.
    pub async fn forget_topic(&mut self, case: CaseId) -> Result<()> {
        run!(self, "forget a case's topic", "UPDATE case_file SET thread = NULL WHERE id = $1", case.0)?;
        Ok(())
    }

    /// Active pairs on someone's desk; with `leads` also those nobody looks after.
    pub async fn live_pairs(
        &mut self,
        programme: ProgrammeId,
        coordinator: PersonId,
        leads: bool,
    ) -> Result<Vec<ConversationId>> {
        let rows = all!(
            self,
            "find a caseload",
            (i64,),
            "SELECT id FROM conversation WHERE programme_id = $1 AND sort = 'pair' AND phase = 'active'
                 AND (coordinator_id = $2 OR ($3 = 1 AND coordinator_id IS NULL)) ORDER BY id",
            programme.0,
            coordinator.0,
            i64::from(leads)
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }
}

/// A case as it goes into the set, in the order of the statement above.
fn row(it: &CaseFile) -> Result<impl serde::Serialize + use<>> {
    Ok((
        it.id,
        named(it.kind)?,
        it.severity.as_str(),
        ms(it.counted_from),
        it.told_until.map(ms),
        it.due.map(ms),
        json(&it.tried)?,
        it.owner,
        it.acknowledged_at.map(ms),
        it.snoozed_until.map(ms),
        it.nudged_at.map(ms),
        it.resolved_at.map(ms),
        it.resolved_by,
        it.outcome.map(Outcome::as_str),
    ))
}
