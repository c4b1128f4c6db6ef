//! Who waits for a pair, and how proposals stand.

use super::{Result, Tx, json, named};
use crate::domain::conversation::MemberState;
use crate::domain::id::{ConversationId, PersonId, ProgrammeId};
use crate::domain::paging::Turn;
use crate::domain::person::{Person, Role};

const WAITING_AFTER: &str = "SELECT id FROM person
 WHERE programme_id = $1 AND role = $2 AND standing = 'ready' AND id > $3 AND chat_id IS NOT NULL
     AND (SELECT COUNT(*) FROM member m
          WHERE m.person_id = person.id AND m.state IN ('asked', 'accepted', 'active'))
         < CASE WHEN role = 'mentor' THEN capacity ELSE 1 END
 ORDER BY id LIMIT $4";

const WAITING_BEFORE: &str = "SELECT id FROM person
 WHERE programme_id = $1 AND role = $2 AND standing = 'ready' AND id < $3 AND chat_id IS NOT NULL
     AND (SELECT COUNT(*) FROM member m
          WHERE m.person_id = person.id AND m.state IN ('asked', 'accepted', 'active'))
         < CASE WHEN role = 'mentor' THEN capacity ELSE 1 END
 ORDER BY id DESC LIMIT $4";

impl Tx {
    /// Up to `most` people of a role who are ready and have room: mentees with neither a live pair nor an open proposal,
    /// mentors with fewer than their places, read from a turn on. Ids follow the order of joining: who has waited longest comes first.
    pub async fn waiting(
        &mut self,
        programme: ProgrammeId,
        role: Role,
        turn: Turn,
        most: usize,
    ) -> Result<Vec<Person>> {
        let (sql, from) = match turn {
            Turn::First => (WAITING_AFTER, 0),
            Turn::After(id) => (WAITING_AFTER, id),
            Turn::Before(id) => (WAITING_BEFORE, id),
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let ids = all!(self, "list who waits", (i64,), sql, programme.0, named(role)?, from, most)?;
        self.listed(ids).await
    }

    /// The pair or open proposal each of these people is in; who is free is left out.
    pub async fn engaged(
        &mut self,
        ids: &[PersonId],
    ) -> Result<Vec<(PersonId, ConversationId, MemberState)>> {
        let rows = all!(
            self,
            "find who is in a pair or asked",
            (i64, i64, String),
            "SELECT person_id, conversation_id, state FROM member
             WHERE person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND state IN ('asked', 'accepted', 'active')
             ORDER BY person_id, conversation_id",
            json(ids)?
        )?;
        rows.into_iter()
            .map(|(person, pair, state)| {
                Ok((PersonId(person), ConversationId(pair), super::from_name(&state)?))
            })
            .collect()
    }

    /// With whom somebody is in a pair or an open proposal.
    pub async fn together(&mut self, person: PersonId) -> Result<Vec<PersonId>> {
        let rows = all!(
            self,
            "find with whom someone is together",
            (i64,),
            "SELECT DISTINCT n.person_id FROM member m
             JOIN member n ON n.conversation_id = m.conversation_id AND n.person_id <> m.person_id
                 AND n.state IN ('asked', 'accepted', 'active')
             WHERE m.person_id = $1 AND m.state IN ('asked', 'accepted', 'active')",
            person.0
        )?;
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// Ends what members of proposals were asked: those who have not said no are free again.
    pub async fn proposals_end(&mut self, pairs: &[ConversationId]) -> Result<()> {
        run!(
            self,
            "end proposals",
            "UPDATE member SET state = 'ended', told = NULL
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND state IN ('asked', 'accepted')",
            json(pairs)?
        )?;
        Ok(())
    }

    /// Notes what each member was last told, as a set.
    pub async fn tell_each(&mut self, told: &[(ConversationId, PersonId, String)]) -> Result<()> {
        if told.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note what members were told",
            "UPDATE member SET told = i.told
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                       value->>2 AS told FROM jsonb_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(told)?
        )?;
        Ok(())
    }

    /// Makes someone of the team the one who looks after these people.
    pub async fn look_after(&mut self, people: &[PersonId], coordinator: PersonId) -> Result<()> {
        run!(
            self,
            "note who looks after whom",
            "UPDATE person SET coordinator_id = $2
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(people)?,
            coordinator.0
        )?;
        Ok(())
    }
}
