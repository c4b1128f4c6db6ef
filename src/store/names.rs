//! What the members of circles are called, and whom each of them heard last.

use super::{Result, Tx, at, from_name, json, ms};
use crate::domain::conversation::Side;
use crate::domain::id::{ConversationId, PersonId};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

impl Tx {
    /// The aliases and sides of everyone in these circles.
    pub async fn names(&mut self, circles: &[ConversationId]) -> Result<HashMap<PersonId, (String, Side)>> {
        if circles.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find the names in circles",
            (i64, String, String),
            "SELECT p.id, p.alias, m.side FROM member m JOIN person p ON p.id = m.person_id
             WHERE m.state = 'active' AND m.conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(circles)?
        )?;
        rows.into_iter().map(|(id, alias, side)| Ok((PersonId(id), (alias, from_name(&side)?)))).collect()
    }

    /// For each member who reads, the author of the last copy she was given and when (circles).
    pub async fn last_authors(
        &mut self,
        circles: &[ConversationId],
    ) -> Result<HashMap<(ConversationId, PersonId), (PersonId, DateTime<Utc>)>> {
        if circles.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find whom members heard last",
            (i64, i64, Option<i64>, Option<i64>),
            "SELECT conversation_id, person_id, heard_from, heard_from_at FROM member
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND heard_from IS NOT NULL",
            json(circles)?
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(circle, reader, author, since)| {
                Some(((ConversationId(circle), PersonId(reader)), (PersonId(author?), at(since?))))
            })
            .collect())
    }

    /// Notes whose copy each member was given last.
    pub async fn heard_from(
        &mut self,
        heard: &[(ConversationId, PersonId, PersonId)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if heard.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note whom members heard last",
            "UPDATE member SET heard_from = i.author_id, heard_from_at = $2
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                       CAST(value->>2 AS BIGINT) AS author_id FROM jsonb_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(heard)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Somebody has come in: whose the next message is, is said to everybody anew.
    pub async fn name_anew(&mut self, conversation: ConversationId) -> Result<()> {
        run!(
            self,
            "forget whom members heard last",
            "UPDATE member SET heard_from = NULL, heard_from_at = NULL WHERE conversation_id = $1",
            conversation.0
        )?;
        Ok(())
    }
}
