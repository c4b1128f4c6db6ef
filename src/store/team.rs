//! Talks with the team: one for each participant.

use super::{Result, Tx, ms};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::person::Person;
use chrono::{DateTime, Utc};

impl Tx {
    /// A participant's talk with her team, begun if there is none; the coordinator is the one who looks after her now.
    pub async fn team_talk(
        &mut self,
        of: &Person,
        coordinator: PersonId,
        now: DateTime<Utc>,
    ) -> Result<ConversationId> {
        let row = one!(
            self,
            "find someone's talk with the team",
            (i64,),
            "INSERT INTO conversation (programme_id, sort, phase, coordinator_id, team_of, created_at)
             VALUES ($1, 'team', 'active', $2, $3, $4)
             ON CONFLICT (team_of) DO UPDATE SET coordinator_id = excluded.coordinator_id RETURNING id",
            of.programme.0,
            coordinator.0,
            of.id.0,
            ms(now)
        )?;
        row.map(|(id,)| ConversationId(id))
            .ok_or_else(|| super::Error::new("find someone's talk with the team", sqlx::Error::RowNotFound))
    }

    /// Whose talk with the team a conversation is; `None` for pairs.
    pub async fn team_of(&mut self, conversation: ConversationId) -> Result<Option<PersonId>> {
        let row = one!(
            self,
            "find whose talk it is",
            (Option<i64>,),
            "SELECT team_of FROM conversation WHERE id = $1",
            conversation.0
        )?;
        Ok(row.and_then(|(id,)| id).map(PersonId))
    }
}
