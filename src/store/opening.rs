//! What waits in a conversation that is opened again: counted, dropped, or kept for its writer's own yes.

use super::{Lost, Result, Tx, at, json};
use crate::domain::id::{CaseId, ConversationId, LetterId, PersonId, SourceId};
use crate::domain::opening::Pile;
use chrono::{DateTime, Utc};

/// What somebody wrote and only her own yes lets go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hers {
    /// Where.
    pub conversation: ConversationId,
    /// Whose.
    pub author: PersonId,
    /// How many messages.
    pub count: i64,
    /// Since when the first of them waits.
    pub since: DateTime<Utc>,
    /// That one.
    pub first: SourceId,
}

impl Tx {
    /// What waits in a conversation: messages and corrections, by writer, and apart what only a writer's own yes lets go.
    pub async fn piles(&mut self, conversation: ConversationId) -> Result<Vec<Pile>> {
        let rows = all!(
            self,
            "count what waits in a conversation",
            (i64, String, i64, i64, i64, i64),
            "SELECT w.author_id, a.alias, w.danger, COUNT(*), MIN(w.since), MAX(w.id) FROM
                 (SELECT s.id, s.author_id, s.danger, MIN(l.queued_at) AS since FROM letter l JOIN source s ON s.id = l.source_id
                  WHERE l.conversation_id = $1 AND l.state = 'held' AND l.op IN ('copy', 'album', 'edit')
                  GROUP BY s.id, s.author_id, s.danger) AS w
             JOIN person a ON a.id = w.author_id
             GROUP BY w.author_id, a.alias, w.danger ORDER BY w.author_id, w.danger",
            conversation.0
        )?;
        let pile = |(person, alias, danger, count, since, newest)| Pile {
            person: PersonId(person),
            alias,
            count,
            since: Some(at(since)),
            newest: Some(SourceId(newest)),
            hers: danger == 1,
        };
        Ok(rows.into_iter().map(pile).collect())
    }

    /// Nobody gets what waits of these writers in a conversation, but for what only their own yes lets go. Gives it.
    pub async fn drop_piles(&mut self, conversation: ConversationId, authors: &[PersonId]) -> Result<Lost> {
        let rows = all!(
            self,
            "drop what waits of writers",
            (Option<i64>, String),
            "UPDATE letter SET state = 'withdrawn', err = 'dropped' WHERE conversation_id = $1 AND state = 'held'
                 AND source_id IN (SELECT s.id FROM source s WHERE s.id = letter.source_id AND s.danger = 0
                     AND s.author_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2)))
             RETURNING source_id, op",
            conversation.0,
            json(authors)?
        )?;
        Ok(Lost::of(&rows))
    }

    /// What these people wrote in conversations and has not arrived goes only with their own yes from now on: with whole
    /// albums, and whatever was asked about it before: what was is marked, so that no other answer of hers lets it go.
    pub async fn only_with_yes(
        &mut self,
        conversations: &[ConversationId],
        authors: &[PersonId],
    ) -> Result<()> {
        run!(
            self,
            "keep messages for their writers' yes",
            "UPDATE source SET danger = 1, asked_id = CASE WHEN danger = 1 AND asked_id IS NOT NULL THEN 0 END WHERE id IN
                 (SELECT f.id FROM source s JOIN source f ON f.id = s.id
                      OR (f.chat_id = s.chat_id AND f.album_key = s.album_key)
                  WHERE s.author_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2))
                      AND s.conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND s.id IN
                      (SELECT source_id FROM letter WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                           AND state IN ('queued', 'held', 'sending') AND op IN ('copy', 'album', 'edit')
                       UNION ALL SELECT subject FROM alarm WHERE kind = 'edit'))",
            json(conversations)?,
            json(authors)?
        )?;
        Ok(())
    }

    /// What somebody wrote in a conversation needs no yes of hers any more, but for what she was asked about before.
    pub async fn needs_no_yes(&mut self, conversation: ConversationId, authors: &[PersonId]) -> Result<()> {
        run!(
            self,
            "keep messages no longer for their writer's yes",
            "UPDATE source SET danger = 0 WHERE danger = 1 AND conversation_id = $1 AND asked_id IS NULL
                 AND author_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2))",
            conversation.0,
            json(authors)?
        )?;
        Ok(())
    }

    /// What has arrived in conversations, or never will, waits for nobody's yes.
    pub async fn yes_is_over(&mut self, conversations: &[ConversationId]) -> Result<()> {
        run!(
            self,
            "forget which messages needed a yes",
            "UPDATE source SET danger = 0, asked_id = NULL WHERE danger = 1
                 AND conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND NOT EXISTS (SELECT 1 FROM letter l JOIN source f ON f.id = l.source_id
                     WHERE (f.id = source.id OR (f.chat_id = source.chat_id AND f.album_key = source.album_key))
                         AND l.state IN ('queued', 'held', 'sending'))",
            json(conversations)?
        )?;
        Ok(())
    }

    /// What waits in conversations for its writers' own yes, by conversation and writer.
    pub async fn hers(&mut self, conversations: &[ConversationId]) -> Result<Vec<Hers>> {
        let rows = all!(
            self,
            "find what needs its writer's yes",
            (i64, i64, i64, i64, i64),
            "SELECT w.conversation_id, w.author_id, COUNT(*), MIN(w.since), MIN(w.id) FROM
                 (SELECT s.id, s.conversation_id, s.author_id, MIN(l.queued_at) AS since FROM letter l
                  JOIN source s ON s.id = l.source_id AND s.danger = 1
                  WHERE l.conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND l.state = 'held'
                      AND l.op IN ('copy', 'album', 'edit')
                  GROUP BY s.id, s.conversation_id, s.author_id) AS w
             GROUP BY w.conversation_id, w.author_id ORDER BY w.conversation_id, w.author_id",
            json(conversations)?
        )?;
        let hers = |(conversation, author, count, since, first)| Hers {
            conversation: ConversationId(conversation),
            author: PersonId(author),
            count,
            since: at(since),
            first: SourceId(first),
        };
        Ok(rows.into_iter().map(hers).collect())
    }

    /// Somebody was asked about what needs her yes in a conversation, by this letter: a question of before is over.
    pub async fn asks_for_yes(
        &mut self,
        (conversation, author): (ConversationId, PersonId),
        question: LetterId,
    ) -> Result<()> {
        run!(
            self,
            "note what a writer was asked about",
            "UPDATE source SET asked_id = $3 WHERE danger = 1 AND conversation_id = $1 AND author_id = $2",
            conversation.0,
            author.0,
            question.0
        )?;
        Ok(())
    }

    /// What a writer was asked about by this letter needs her yes no longer. Gives it.
    pub async fn answered_yes_or_no(
        &mut self,
        (conversation, author): (ConversationId, PersonId),
        question: LetterId,
    ) -> Result<Vec<SourceId>> {
        let rows = all!(
            self,
            "take a writer's answer",
            (i64,),
            "UPDATE source SET danger = 0, asked_id = NULL
             WHERE danger = 1 AND conversation_id = $1 AND author_id = $2 AND asked_id = $3 RETURNING id",
            conversation.0,
            author.0,
            question.0
        )?;
        Ok(rows.into_iter().map(|(source,)| SourceId(source)).collect())
    }

    /// The cases of those who pressed 🆘 in a conversation, open and closed.
    pub async fn pressed_in(&mut self, conversation: ConversationId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find the cases about safety of a conversation",
            (i64,),
            "SELECT id FROM case_file
             WHERE programme_id = (SELECT programme_id FROM conversation WHERE id = $1) AND kind = 'unsafe'
                 AND person_id IS NOT NULL
                 AND (conversation_id = $1 OR facts LIKE '%\"held:' || CAST($1 AS TEXT) || ':%'
                     OR facts LIKE '%\"tap:' || CAST($1 AS TEXT) || '\"%') ORDER BY id",
            conversation.0
        )?;
        Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
    }
}
