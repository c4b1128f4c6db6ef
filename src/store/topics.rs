//! Topics. In private chats they are hints where messages are shown: what a message belongs to, the ledger says alone.

use super::{Carried, Result, SignOff, Tx, json, ms};
use crate::domain::id::{ChatId, ConversationId};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;

/// A lost topic is made anew at most so often (spec relay §3).
const ANEW: TimeDelta = TimeDelta::days(1);

/// What each topic of a chat is for, by chat and thread.
pub type Topics = HashMap<(ChatId, i64), ConversationId>;

impl Tx {
    /// Whether this bot uses topics in private chats.
    pub async fn uses_topics(&mut self) -> Result<bool> {
        Ok(self.fact("private_topics").await?.as_deref() == Some("1"))
    }

    /// Notes whether this bot uses topics in private chats; if not, none is known any more.
    pub async fn use_topics(&mut self, on: bool) -> Result<()> {
        self.note("private_topics", if on { "1" } else { "0" }).await?;
        if !on {
            run!(self, "forget topics", "DELETE FROM topic")?;
        }
        Ok(())
    }

    /// The accounts that have several conversations now.
    pub async fn with_several(&mut self) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find accounts with several conversations",
            (i64,),
            "SELECT chat_id FROM account WHERE keyboard <> '[]' ORDER BY chat_id"
        )?;
        Ok(rows.into_iter().map(|(chat,)| ChatId(chat)).collect())
    }

    /// Which of an account's conversations have no topic and were not given one in the last day; now they are.
    pub async fn ask_for_topics(
        &mut self,
        chat: ChatId,
        conversations: &[ConversationId],
        now: DateTime<Utc>,
    ) -> Result<Vec<ConversationId>> {
        let rows = all!(
            self,
            "note that topics are being made",
            (i64,),
            "INSERT INTO topic (chat_id, conversation_id, asked_at)
             SELECT CAST($1 AS BIGINT), CAST(value AS BIGINT), CAST($3 AS BIGINT) FROM jsonb_each($2)
             GROUP BY CAST(value AS BIGINT)
             ON CONFLICT (chat_id, conversation_id) DO UPDATE SET asked_at = excluded.asked_at
                 WHERE topic.thread IS NULL AND topic.asked_at <= $4
             RETURNING conversation_id",
            chat.0,
            json(conversations)?,
            ms(now),
            ms(now - ANEW)
        )?;
        Ok(rows.into_iter().map(|(id,)| ConversationId(id)).collect())
    }

    /// The conversations whose messages stand in these topics, by chat and thread. Topics somebody made herself are absent.
    pub async fn conversations_in_topics(&mut self, topics: &[(ChatId, i64)]) -> Result<Topics> {
        if topics.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find what topics are for",
            (i64, i64, i64),
            "SELECT t.chat_id, t.thread, t.conversation_id
             FROM (SELECT DISTINCT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS thread
                   FROM jsonb_each($1)) i
             JOIN topic t ON t.chat_id = i.chat_id AND t.thread = i.thread AND t.thread IS NOT NULL",
            json(topics)?
        )?;
        let found = |(chat, thread, conversation)| ((ChatId(chat), thread), ConversationId(conversation));
        Ok(rows.into_iter().map(found).collect())
    }

    /// A topic is gone: what comes next stands in the chat itself, below the line that says whose it is.
    pub async fn topic_lost(&mut self, chat: ChatId, conversation: ConversationId) -> Result<()> {
        run!(
            self,
            "note that a topic is gone",
            "UPDATE topic SET thread = NULL WHERE chat_id = $1 AND conversation_id = $2",
            chat.0,
            conversation.0
        )?;
        run!(
            self,
            "forget who was heard last",
            "UPDATE account SET reached_id = NULL WHERE chat_id = $1",
            chat.0
        )?;
        Ok(())
    }

    /// Notes the topics that were made: of a case or a room in a group, of a conversation in a private chat.
    pub(super) async fn note_topics(&mut self, done: &[SignOff]) -> Result<()> {
        for off in done {
            let Carried::Topic(thread) = off.carried else { continue };
            run!(
                self,
                "note a case's topic",
                "UPDATE case_file SET thread = $2 WHERE id = (SELECT case_id FROM letter WHERE id = $1)",
                off.id.0,
                thread
            )?;
            run!(
                self,
                "note a room's topic",
                "UPDATE room SET thread = $2
                 WHERE id = (SELECT room_id FROM letter WHERE letter.id = $1 AND letter.lane = room.chat_id)",
                off.id.0,
                thread
            )?;
            run!(
                self,
                "note a conversation's topic",
                "UPDATE topic SET thread = $2 WHERE chat_id = (SELECT lane FROM letter WHERE id = $1)
                     AND conversation_id = (SELECT conversation_id FROM letter WHERE id = $1)",
                off.id.0,
                thread
            )?;
        }
        Ok(())
    }
}
