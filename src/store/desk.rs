//! The coordinator's lists: pages of live pairs and of people, each an index seek.

use super::{Result, Tx, at, ms, named};
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, PersonId, ProgrammeId};
use crate::domain::paging::Turn;
use crate::domain::person::{Person, Role};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Whose pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of a programme.
    Programme(ProgrammeId),
    /// Those of one coordinator.
    Coordinator(PersonId),
}

// The predicates stand as literals, or the partial indexes are not used.
const ALL_AFTER: &str = "SELECT id FROM conversation
 WHERE programme_id = $1 AND sort = 'pair' AND phase IN ('active', 'paused', 'held') AND id > $2
 ORDER BY id LIMIT $3";
const ALL_BEFORE: &str = "SELECT id FROM conversation
 WHERE programme_id = $1 AND sort = 'pair' AND phase IN ('active', 'paused', 'held') AND id < $2
 ORDER BY id DESC LIMIT $3";
const OWN_AFTER: &str = "SELECT id FROM conversation
 WHERE coordinator_id = $1 AND sort = 'pair' AND phase IN ('active', 'paused', 'held') AND id > $2
 ORDER BY id LIMIT $3";
const OWN_BEFORE: &str = "SELECT id FROM conversation
 WHERE coordinator_id = $1 AND sort = 'pair' AND phase IN ('active', 'paused', 'held') AND id < $2
 ORDER BY id DESC LIMIT $3";

const PEOPLE_AFTER: &str = "SELECT id FROM person
 WHERE programme_id = $1 AND role = $2 AND id > $3 AND chat_id IS NOT NULL ORDER BY id LIMIT $4";
const PEOPLE_BEFORE: &str = "SELECT id FROM person
 WHERE programme_id = $1 AND role = $2 AND id < $3 AND chat_id IS NOT NULL ORDER BY id DESC LIMIT $4";

impl Tx {
    /// Those of a programme's people about whom is to be looked again since nobody has signed for them.
    pub async fn without_paper(&mut self, programme: ProgrammeId) -> Result<Vec<Person>> {
        let ids = all!(
            self,
            "find people without a paper",
            (i64,),
            "SELECT p.id FROM alarm a JOIN person p ON p.id = a.subject
             WHERE a.kind = 'paper' AND p.programme_id = $1 ORDER BY p.id",
            programme.0
        )?;
        self.listed(ids).await
    }

    /// Those of a programme's people whose mail becomes a case by then unless somebody answers, the longest wait first.
    pub async fn wait_for_answers(
        &mut self,
        programme: ProgrammeId,
        by: DateTime<Utc>,
    ) -> Result<Vec<(Person, DateTime<Utc>)>> {
        let waits = all!(
            self,
            "find whose mail has no answer",
            (i64, i64),
            "SELECT p.id, a.due_at FROM alarm a JOIN person p ON p.id = a.subject
             WHERE a.kind = 'mail' AND a.due_at <= $2 AND p.programme_id = $1 ORDER BY a.due_at, p.id",
            programme.0,
            ms(by)
        )?;
        let people = self.listed(waits.iter().map(|(id, _)| (*id,)).collect()).await?;
        let due: HashMap<i64, i64> = waits.into_iter().collect();
        let with_due = |person: Person| due.get(&person.id.0).map(|due| (person, at(*due)));
        Ok(people.into_iter().filter_map(with_due).collect())
    }

    /// Everybody of a programme who has a chat, with alias and file number.
    pub async fn names_in(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<(PersonId, String, Option<String>)>> {
        let rows = all!(
            self,
            "find everybody's names",
            (i64, String, Option<String>),
            "SELECT id, alias, file_number FROM person WHERE programme_id = $1 AND chat_id IS NOT NULL",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(id, alias, file)| (PersonId(id), alias, file)).collect())
    }

    /// Up to `most` live pairs, read from a turn on, nearest first.
    pub async fn pairs(&mut self, scope: Scope, turn: Turn, most: usize) -> Result<Vec<Conversation>> {
        let ids = self.pair_ids(scope, turn, most).await?;
        let mut pairs = self.conversations(&ids).await?;
        if let Turn::Before(_) = turn {
            pairs.reverse();
        }
        Ok(pairs)
    }

    /// The same, their numbers alone.
    pub async fn pair_ids(&mut self, scope: Scope, turn: Turn, most: usize) -> Result<Vec<ConversationId>> {
        let (after, before, of) = match scope {
            Scope::Programme(id) => (ALL_AFTER, ALL_BEFORE, id.0),
            Scope::Coordinator(id) => (OWN_AFTER, OWN_BEFORE, id.0),
        };
        let (sql, from) = match turn {
            Turn::First => (after, 0),
            Turn::After(id) => (after, id),
            Turn::Before(id) => (before, id),
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = all!(self, "list pairs", (i64,), sql, of, from, most)?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// Up to `most` people of a role, wherever they stand, read from a turn on, nearest first.
    pub async fn people(
        &mut self,
        programme: ProgrammeId,
        role: Role,
        turn: Turn,
        most: usize,
    ) -> Result<Vec<Person>> {
        let (sql, from) = match turn {
            Turn::First => (PEOPLE_AFTER, 0),
            Turn::After(id) => (PEOPLE_AFTER, id),
            Turn::Before(id) => (PEOPLE_BEFORE, id),
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let ids = all!(self, "list people", (i64,), sql, programme.0, named(role)?, from, most)?;
        self.listed(ids).await
    }

    /// How many live pairs someone looks after.
    pub async fn caseload(&mut self, coordinator: PersonId) -> Result<i64> {
        let row = one!(
            self,
            "count someone's pairs",
            (i64,),
            "SELECT COUNT(*) FROM conversation
             WHERE coordinator_id = $1 AND sort = 'pair' AND phase IN ('active', 'paused', 'held')",
            coordinator.0
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// How many open cases are about a conversation.
    pub async fn open_cases_about(&mut self, conversation: ConversationId) -> Result<i64> {
        let row = one!(
            self,
            "count a pair's open cases",
            (i64,),
            "SELECT COUNT(*) FROM case_file WHERE conversation_id = $1 AND resolved_at IS NULL AND meant = '[]'",
            conversation.0
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }
}
