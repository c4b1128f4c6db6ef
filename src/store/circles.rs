//! Who comes into a running pair, who goes out, and who has it quiet.

use super::{Result, Tx, at, json, ms, named};
use crate::domain::circle::Mute;
use crate::domain::conversation::Side;
use crate::domain::id::{ChatId, ConversationId, PersonId, SourceId};
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Somebody who reads once a day how many messages came in her quiet circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// Who.
    pub person: PersonId,
    /// Where she reads.
    pub chat: ChatId,
    /// Her zone.
    pub zone: Tz,
    /// The circle.
    pub conversation: ConversationId,
    /// How many came since the last time.
    pub count: i64,
}

impl Tx {
    /// Somebody is asked to come into a pair that goes on, whatever she was in it before.
    pub async fn seat(
        &mut self,
        conversation: ConversationId,
        (person, side): (PersonId, Side),
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "ask somebody into a pair",
            "INSERT INTO member (conversation_id, person_id, side, state, asked_at) VALUES ($1, $2, $3, 'asked', $4)
             ON CONFLICT (conversation_id, person_id) DO UPDATE SET side = excluded.side, state = 'asked', told = NULL,
                 muted = NULL, watched_at = NULL, asked_at = excluded.asked_at",
            conversation.0,
            person.0,
            named(side)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Since when people are asked to come into these pairs, who have not come in yet.
    pub async fn seats(
        &mut self,
        conversations: &[ConversationId],
    ) -> Result<HashMap<(ConversationId, PersonId), DateTime<Utc>>> {
        let rows = all!(
            self,
            "find who is asked into pairs",
            (i64, i64, i64),
            "SELECT conversation_id, person_id, asked_at FROM member
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND state IN ('asked', 'accepted') AND asked_at IS NOT NULL",
            json(conversations)?
        )?;
        let seat =
            |(conversation, person, since)| ((ConversationId(conversation), PersonId(person)), at(since));
        Ok(rows.into_iter().map(seat).collect())
    }

    /// What waits for somebody who is not in a conversation any more is withdrawn; what is on its way to her is not
    /// tried again.
    pub async fn withdraw_to(
        &mut self,
        conversation: ConversationId,
        reader: PersonId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "withdraw what waits for one member",
            "UPDATE letter SET state = CASE WHEN state = 'sending' THEN state ELSE 'withdrawn' END,
                 until = CASE WHEN state = 'sending' THEN $3 ELSE until END
             WHERE conversation_id = $1 AND person_id = $2 AND state IN ('queued', 'held', 'sending')
                 AND op IN ('copy', 'album', 'edit', 'write')",
            conversation.0,
            reader.0,
            ms(now)
        )?;
        Ok(())
    }

    /// What somebody wrote into a conversation and nobody has yet is withdrawn; what is on its way is not tried again.
    pub async fn withdraw_from(
        &mut self,
        conversation: ConversationId,
        author: PersonId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "withdraw what one member wrote",
            "UPDATE letter SET state = CASE WHEN state = 'sending' THEN state ELSE 'withdrawn' END,
                 until = CASE WHEN state = 'sending' THEN $3 ELSE until END
             WHERE conversation_id = $1 AND state IN ('queued', 'held', 'sending')
                 AND EXISTS (SELECT 1 FROM source s WHERE s.id = letter.source_id AND s.author_id = $2)",
            conversation.0,
            author.0,
            ms(now)
        )?;
        Ok(())
    }

    /// Whether more than two are in a pair.
    pub async fn is_circle(&mut self, conversation: ConversationId) -> Result<bool> {
        let row = one!(
            self,
            "count a pair's members",
            (i64,),
            "SELECT COUNT(*) FROM member m JOIN conversation c ON c.id = m.conversation_id
             WHERE m.conversation_id = $1 AND m.state = 'active' AND c.sort = 'pair'",
            conversation.0
        )?;
        Ok(row.is_some_and(|(count,)| count > 2))
    }

    /// Of the circles' messages that wait for a chat, the first of each author.
    pub async fn waiting_in_circles(&mut self, chat: ChatId) -> Result<Vec<SourceId>> {
        let rows = all!(
            self,
            "find a circle's messages that wait",
            (i64,),
            "SELECT MIN(s.id) FROM letter l
             JOIN source s ON s.id = l.source_id
             WHERE l.lane = $1 AND l.state IN ('queued', 'sending', 'held') AND l.op IN ('copy', 'album')
                 AND (SELECT COUNT(*) FROM member m WHERE m.conversation_id = s.conversation_id
                      AND m.state = 'active') > 2
             GROUP BY s.conversation_id, s.author_id ORDER BY 1",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(source,)| SourceId(source)).collect())
    }

    /// Why a copy of a message was refused for good, if one was: the class of the refusal.
    pub async fn refusal_of(&mut self, source: SourceId) -> Result<Option<String>> {
        let row = one!(
            self,
            "find why a message was refused",
            (Option<String>,),
            "SELECT err FROM letter WHERE source_id = $1 AND state = 'failed' ORDER BY id LIMIT 1",
            source.0
        )?;
        Ok(row.and_then(|(class,)| class))
    }

    /// The live circles of an account, with the part that is in each and how she has it quiet.
    pub async fn circles_in(
        &mut self,
        chat: ChatId,
    ) -> Result<Vec<(ConversationId, PersonId, Option<Mute>)>> {
        let rows = all!(
            self,
            "find an account's circles",
            (i64, i64, Option<String>),
            "SELECT m.conversation_id, m.person_id, m.muted FROM person p
             JOIN member m ON m.person_id = p.id AND m.state = 'active'
             JOIN conversation c ON c.id = m.conversation_id AND c.phase IN ('active', 'paused', 'held')
             WHERE p.chat_id = $1
                 AND (SELECT COUNT(*) FROM member n WHERE n.conversation_id = c.id AND n.state = 'active') > 2
             ORDER BY m.conversation_id, m.person_id",
            chat.0
        )?;
        let circle = |(id, person, muted): (i64, i64, Option<String>)| {
            (ConversationId(id), PersonId(person), muted.as_deref().and_then(Mute::parse))
        };
        Ok(rows.into_iter().map(circle).collect())
    }

    /// Whether a circle is quiet for a member from now on.
    pub async fn mute(
        &mut self,
        (conversation, person): (ConversationId, PersonId),
        muted: Option<Mute>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note whether a circle is quiet",
            "UPDATE member SET muted = $3, counted_at = $4 WHERE conversation_id = $1 AND person_id = $2",
            conversation.0,
            person.0,
            muted.map(Mute::as_str),
            ms(now)
        )?;
        Ok(())
    }

    /// Nobody has this pair quiet any more: it is no circle.
    pub async fn unmute_all(&mut self, conversation: ConversationId) -> Result<()> {
        run!(
            self,
            "give a pair its sound again",
            "UPDATE member SET muted = NULL WHERE conversation_id = $1 AND muted IS NOT NULL",
            conversation.0
        )?;
        Ok(())
    }

    /// How many messages came in the quiet circles of people who want to know; counting begins anew.
    pub async fn count_quiet(&mut self, people: &[PersonId], now: DateTime<Utc>) -> Result<Vec<Quiet>> {
        let people = json(people)?;
        let rows = all!(
            self,
            "count messages in quiet circles",
            (i64, i64, String, i64, i64),
            "SELECT p.id, p.chat_id, p.zone, m.conversation_id,
                 (SELECT COUNT(*) FROM letter l WHERE l.lane = p.chat_id AND l.message_id IS NOT NULL AND l.op = 'copy'
                      AND l.conversation_id = m.conversation_id AND l.carried_at > COALESCE(m.counted_at, 0)) AS arrived
             FROM member m
             JOIN person p ON p.id = m.person_id AND p.chat_id IS NOT NULL
             WHERE m.person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND m.state = 'active' AND m.muted = 'daily'
             ORDER BY p.id, m.conversation_id",
            people.as_str()
        )?;
        run!(
            self,
            "note that messages were counted",
            "UPDATE member SET counted_at = $2
             WHERE person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND muted = 'daily'",
            people.as_str(),
            ms(now)
        )?;
        let quiet = |(person, chat, zone, conversation, count): (i64, i64, String, i64, i64)| Quiet {
            person: PersonId(person),
            chat: ChatId(chat),
            zone: zone.parse().unwrap_or(Tz::UTC),
            conversation: ConversationId(conversation),
            count,
        };
        Ok(rows.into_iter().map(quiet).collect())
    }
}
