//! Breaks, and what was written in a stop and needs its writer's yes before it goes.

use super::{Result, Tx, from_name, json, ms};
use crate::domain::heard::Kind;
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::leak::Shown;
use chrono::{DateTime, Utc};

/// A message that was written in a stop and shows a way to reach its writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    /// The ledger's row.
    pub source: SourceId,
    /// Where it was written.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// The conversation it is in.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub author: PersonId,
    /// What it shows.
    pub shows: Shown,
}

impl Tx {
    /// Somebody is on a break from now on.
    pub async fn take_break(&mut self, person: PersonId, until: DateTime<Utc>, told: bool) -> Result<()> {
        run!(
            self,
            "note a break",
            "UPDATE person SET paused_until = $2, break_told = $3 WHERE id = $1",
            person.0,
            ms(until),
            i64::from(told)
        )?;
        Ok(())
    }

    /// Somebody is on no break any more.
    pub async fn end_break(&mut self, person: PersonId) -> Result<()> {
        run!(
            self,
            "note the end of a break",
            "UPDATE person SET paused_until = NULL, break_told = 0 WHERE id = $1",
            person.0
        )?;
        Ok(())
    }

    /// A message that waits shows this, so that its writer is asked before it goes: with its whole album.
    pub async fn keep_shown(&mut self, chat: ChatId, message: MessageId, shows: Shown) -> Result<()> {
        run!(
            self,
            "note what a waiting message shows",
            "UPDATE source SET shows = $3 WHERE id IN
                 (SELECT f.id FROM source s JOIN source f ON f.id = s.id
                      OR (f.chat_id = s.chat_id AND f.album_key = s.album_key)
                  WHERE s.chat_id = $1 AND s.message_id = $2)",
            chat.0,
            message.0,
            shows.as_str()
        )?;
        Ok(())
    }

    /// Its writer need not be asked about a message any more; `false` if she was not to be.
    pub async fn shows_nothing(&mut self, source: SourceId) -> Result<bool> {
        let changed = run!(
            self,
            "forget what a waiting message shows",
            "UPDATE source SET shows = NULL, asked_id = NULL WHERE shows IS NOT NULL AND id IN
                 (SELECT f.id FROM source s JOIN source f ON f.id = s.id
                      OR (f.chat_id = s.chat_id AND f.album_key = s.album_key)
                  WHERE s.id = $1)",
            source.0
        )?;
        Ok(changed > 0)
    }

    /// Messages in open conversations that only wait for their writers to be asked about what they show, in order.
    pub async fn to_ask(&mut self, conversations: &[ConversationId]) -> Result<Vec<Showing>> {
        let rows = all!(
            self,
            "find messages to be asked about",
            (i64, i64, i64, String, i64, i64, String),
            "SELECT s.id, s.chat_id, s.message_id, s.kind, s.conversation_id, s.author_id, s.shows FROM source s
             JOIN conversation c ON c.id = s.conversation_id AND c.phase = 'active'
             JOIN person a ON a.id = s.author_id AND a.paused_until IS NULL
             WHERE s.conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND s.shows IS NOT NULL
                 AND s.asked_id IS NULL AND s.danger = 0 AND s.gone_at IS NULL
                 AND EXISTS (SELECT 1 FROM letter l JOIN person r ON r.id = l.person_id AND r.paused_until IS NULL
                     WHERE l.source_id = s.id AND l.state = 'held' AND l.op IN ('copy', 'album', 'edit'))
             ORDER BY s.id",
            json(conversations)?
        )?;
        let showing =
            |(id, chat, message, kind, conversation, author, shows): (_, _, _, String, _, _, String)| {
                Ok(Showing {
                    source: SourceId(id),
                    chat: ChatId(chat),
                    message: MessageId(message),
                    kind: from_name(&kind)?,
                    conversation: ConversationId(conversation),
                    author: PersonId(author),
                    shows: from_name(&shows)?,
                })
            };
        rows.into_iter().map(showing).collect()
    }

    /// Its writer was asked about a message, by this letter.
    pub async fn asked_about(&mut self, source: SourceId, letter: LetterId) -> Result<()> {
        run!(
            self,
            "note what a question is about",
            "UPDATE source SET asked_id = $2 WHERE id = $1",
            source.0,
            letter.0
        )?;
        Ok(())
    }

    /// Withdraws what is held of messages; gives how many letters that were.
    pub async fn withdraw_held(&mut self, sources: &[SourceId]) -> Result<u64> {
        run!(
            self,
            "withdraw what is held of messages",
            "UPDATE letter SET state = 'withdrawn' WHERE state = 'held'
                 AND source_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(sources)?
        )
    }
}
