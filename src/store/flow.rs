//! Who was heard, and how fast members write.

use super::{Result, Tx, at, json, ms};
use crate::domain::flow::Flow;
use crate::domain::id::{ConversationId, PersonId};
use chrono::{DateTime, Utc};

impl Tx {
    /// Notes that these members were heard, each once, and how fast they have been writing.
    pub async fn hear(
        &mut self,
        heard: &[((ConversationId, PersonId), Flow)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if heard.is_empty() {
            return Ok(());
        }
        let rows: Vec<_> = heard
            .iter()
            .map(|((circle, person), flow)| {
                (circle, person, flow.ahead_until.map(ms), flow.slowed_at.map(ms))
            })
            .collect();
        run!(
            self,
            "note who was heard",
            "UPDATE member SET heard_at = $2, ahead_until = i.ahead_until, slowed_at = i.slowed_at
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                       CAST(value->>2 AS BIGINT) AS ahead_until, CAST(value->>3 AS BIGINT) AS slowed_at
                   FROM json_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(&rows)?,
            ms(now)
        )?;
        Ok(())
    }

    /// The notice a member was last given, and how fast she has been writing.
    pub async fn told(
        &mut self,
        conversation: ConversationId,
        person: PersonId,
    ) -> Result<(Option<String>, Flow)> {
        let row = one!(
            self,
            "find what a member was told",
            (Option<String>, Option<i64>, Option<i64>),
            "SELECT told, ahead_until, slowed_at FROM member WHERE conversation_id = $1 AND person_id = $2",
            conversation.0,
            person.0
        )?;
        let (told, ahead_until, slowed_at) = row.unwrap_or_default();
        Ok((told, Flow { ahead_until: ahead_until.map(at), slowed_at: slowed_at.map(at) }))
    }
}
