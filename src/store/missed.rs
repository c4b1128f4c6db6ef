//! What the silence clock needs beside conversations: prompts that went out, questions that are open, cases it opened.

use super::{Result, Tx, at, json, ms};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{CaseId, ConversationId, PersonId};
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

impl Tx {
    /// When these people got prompts that count, since then.
    pub async fn prompts(
        &mut self,
        people: &[PersonId],
        since: DateTime<Utc>,
    ) -> Result<HashMap<PersonId, Vec<DateTime<Utc>>>> {
        if people.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find when people were prompted",
            (i64, i64),
            "SELECT person_id, at FROM prompt
             WHERE person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND at >= $2 ORDER BY person_id, at",
            json(people)?,
            ms(since)
        )?;
        let mut prompts: HashMap<PersonId, Vec<DateTime<Utc>>> = HashMap::new();
        for (person, sent) in rows {
            prompts.entry(PersonId(person)).or_default().push(at(sent));
        }
        Ok(prompts)
    }

    /// Notes that these people got a prompt that counts.
    pub async fn prompted(&mut self, people: &[PersonId], now: DateTime<Utc>) -> Result<()> {
        if people.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note who was prompted",
            "INSERT INTO prompt (person_id, at) SELECT CAST(value AS BIGINT), $2 FROM jsonb_each($1)",
            json(people)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Opens the same dialogue with all of these people who have none open.
    pub async fn await_from_all(&mut self, people: &[PersonId], dialogue: &Dialogue) -> Result<()> {
        if people.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "open dialogues",
            "UPDATE person SET dialogue = $2
             WHERE dialogue IS NULL AND id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(people)?,
            json(dialogue)?
        )?;
        Ok(())
    }

    /// Which of these conversations have an open case about their silence.
    pub async fn pairs_with_silence_case(
        &mut self,
        conversations: &[ConversationId],
    ) -> Result<HashSet<ConversationId>> {
        if conversations.is_empty() {
            return Ok(HashSet::new());
        }
        let rows = all!(
            self,
            "find pairs with an open case about their silence",
            (i64,),
            "SELECT conversation_id FROM case_file WHERE resolved_at IS NULL
                 AND conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND kind IN ('silent_both', 'mentee_waits', 'mentor_waits', 'no_kickoff', 'decide')",
            json(conversations)?
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// The open cases about a conversation's silence, oldest first, each with the beginning of its silence.
    pub async fn silence_cases(
        &mut self,
        conversation: ConversationId,
    ) -> Result<Vec<(CaseId, Option<DateTime<Utc>>)>> {
        let rows = all!(
            self,
            "find open cases about a silence",
            (i64, Option<i64>),
            "SELECT id, since FROM case_file WHERE conversation_id = $1 AND resolved_at IS NULL
                 AND kind IN ('silent_both', 'mentee_waits', 'mentor_waits', 'no_kickoff', 'decide') ORDER BY id",
            conversation.0
        )?;
        Ok(rows.into_iter().map(|(id, since)| (CaseId(id), since.map(at))).collect())
    }
}
