//! What waits because a conversation or a reader is away: held, let go again in order, or withdrawn.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{ChatId, ConversationId, LetterId, PersonId};
use chrono::{DateTime, Utc};

impl Tx {
    /// Holds everything that is queued in a conversation, both ways, names above messages included (rank 1: relay).
    pub async fn hold(&mut self, conversation: ConversationId) -> Result<u64> {
        run!(
            self,
            "hold a conversation's letters",
            "UPDATE letter SET state = 'held' WHERE conversation_id = $1 AND state = 'queued' AND rank = 1",
            conversation.0
        )
    }

    /// Withdraws everything that waits in a conversation.
    pub async fn withdraw(&mut self, conversation: ConversationId) -> Result<u64> {
        run!(
            self,
            "withdraw a conversation's letters",
            "UPDATE letter SET state = 'withdrawn' WHERE id IN
                 (SELECT id FROM letter WHERE conversation_id = $1 AND state = 'queued'
                  UNION ALL SELECT id FROM letter WHERE conversation_id = $1 AND state = 'held')",
            conversation.0
        )
    }

    /// Lets held letters of conversations go, in order, to everyone who can be reached.
    pub async fn release(&mut self, conversations: &[ConversationId]) -> Result<()> {
        let rows = all!(
            self,
            "release conversations' letters",
            (i64, i64),
            "UPDATE letter SET state = 'queued'
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'held'
                 AND EXISTS (SELECT 1 FROM person WHERE person.chat_id = letter.lane AND reach = 'reachable')
             RETURNING lane, rank",
            json(conversations)?
        )?;
        self.awake(&rows).await
    }

    /// Lets single letters go that were held; whoever cannot be reached by now does not get them later.
    pub async fn let_go(&mut self, letters: &[LetterId]) -> Result<()> {
        let rows = all!(
            self,
            "let held letters go",
            (i64, i64),
            "UPDATE letter SET state = CASE
                 WHEN EXISTS (SELECT 1 FROM person WHERE person.chat_id = letter.lane AND reach = 'reachable')
                 THEN 'queued' ELSE 'withdrawn' END
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'held'
             RETURNING lane, rank",
            json(letters)?
        )?;
        self.awake(&rows).await
    }

    /// Holds what waits for someone who cannot be reached: messages, and what she reads along, stay in order, everything else
    /// is withdrawn.
    pub async fn hold_lane(&mut self, chat: ChatId) -> Result<()> {
        run!(
            self,
            "hold the messages for someone who is away",
            "UPDATE letter SET state = CASE WHEN rank = 1 OR room_id IS NOT NULL THEN 'held' ELSE 'withdrawn' END
             WHERE lane = $1 AND state = 'queued'",
            chat.0
        )?;
        Ok(())
    }

    /// Lets go what was held for someone who is back, younger than `since`, where its conversation is open. Gives how
    /// many were too old; they are withdrawn.
    pub async fn release_lane(&mut self, chat: ChatId, since: DateTime<Utc>) -> Result<u64> {
        let old = self.withdraw_old(chat, since).await?;
        let rows = all!(
            self,
            "release the messages for someone who is back",
            (i64, i64),
            "UPDATE letter SET state = 'queued' WHERE lane = $1 AND state = 'held'
                 AND (conversation_id IS NULL OR conversation_id IN
                     (SELECT id FROM conversation WHERE id = letter.conversation_id AND phase = 'active'))
             RETURNING lane, rank",
            chat.0
        )?;
        self.awake(&rows).await?;
        Ok(old)
    }

    /// Withdraws what was held for a chat since `since` or before; gives how many.
    pub async fn withdraw_old(&mut self, chat: ChatId, since: DateTime<Utc>) -> Result<u64> {
        Ok(u64::try_from(
            self.withdraw_held_before(chat, since).await?.iter().map(|(.., count)| count).sum::<i64>(),
        )
        .unwrap_or_default())
    }

    /// The same, with the chats they were written in, by whom, and how many from each. What is read along never grows too
    /// old: somebody must read it.
    pub async fn withdraw_held_before(
        &mut self,
        chat: ChatId,
        since: DateTime<Utc>,
    ) -> Result<Vec<(ChatId, Option<PersonId>, i64)>> {
        let rows = all!(
            self,
            "withdraw messages that were held too long",
            (Option<i64>, Option<i64>),
            "UPDATE letter SET state = 'withdrawn', err = 'too old'
             WHERE lane = $1 AND state = 'held' AND queued_at <= $2 AND (room_id IS NULL OR source_id IS NOT NULL)
             RETURNING CASE WHEN op IN ('copy', 'album') THEN from_chat END,
                 (SELECT s.author_id FROM source s WHERE s.id = letter.source_id)",
            chat.0,
            ms(since)
        )?;
        let mut writers: Vec<(ChatId, Option<PersonId>, i64)> = Vec::new();
        // Names and other lines above messages go with them and are nobody's message.
        for (chat, author) in rows.into_iter().filter_map(|(chat, author)| Some((chat?, author))) {
            let (chat, author) = (ChatId(chat), author.map(PersonId));
            match writers.iter_mut().find(|(known, by, _)| (*known, *by) == (chat, author)) {
                Some((.., count)) => *count += 1,
                None => writers.push((chat, author, 1)),
            }
        }
        Ok(writers)
    }

    /// Since when the oldest message has been held for a chat.
    pub async fn oldest_held(&mut self, chat: ChatId) -> Result<Option<DateTime<Utc>>> {
        let row = one!(
            self,
            "find the oldest held message",
            (Option<i64>,),
            "SELECT MIN(queued_at) FROM letter
             WHERE lane = $1 AND state = 'held' AND (room_id IS NULL OR source_id IS NOT NULL)",
            chat.0
        )?;
        Ok(row.and_then(|(oldest,)| oldest).map(at))
    }

    /// The chats whose messages wait for someone, or are on their way to her.
    pub async fn writers_waiting(&mut self, chat: ChatId) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find whose messages wait",
            (i64,),
            "SELECT DISTINCT from_chat FROM
                 (SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'queued'
                  UNION ALL SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'sending'
                  UNION ALL SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'held') AS waiting
             WHERE source_id IS NOT NULL AND op IN ('copy', 'album')",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(writer,)| ChatId(writer)).collect())
    }
}
