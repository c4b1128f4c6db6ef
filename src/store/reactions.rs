//! Who reacted to what: the one reaction each has, and those that came before their message.

use super::{Result, Tx, at, ms};
use crate::domain::id::{ChatId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::reaction::{Emoji, Given};
use chrono::{DateTime, Utc};

impl Tx {
    /// Notes somebody's reaction to a message as of Telegram's date; `false` if that one or a later one is known.
    pub async fn react(
        &mut self,
        source: SourceId,
        person: PersonId,
        emoji: Option<Emoji>,
        reacted_at: DateTime<Utc>,
    ) -> Result<bool> {
        let rows = run!(
            self,
            "note a reaction",
            "INSERT INTO reaction (source_id, person_id, emoji, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (source_id, person_id) DO UPDATE SET emoji = excluded.emoji, at = excluded.at
                 WHERE reaction.at < excluded.at
                     OR (reaction.at = excluded.at AND COALESCE(reaction.emoji, '') <> COALESCE(excluded.emoji, ''))",
            source.0,
            person.0,
            emoji.map(Emoji::as_str),
            ms(reacted_at)
        )?;
        Ok(rows > 0)
    }

    /// Everybody's reactions to a message but its author's.
    pub async fn reactions(&mut self, source: SourceId) -> Result<Vec<Given>> {
        let rows = all!(
            self,
            "find reactions",
            (String, Option<String>, i64),
            "SELECT p.alias, r.emoji, r.at FROM reaction r JOIN source s ON s.id = r.source_id
             JOIN person p ON p.id = r.person_id
             WHERE r.source_id = $1 AND r.person_id <> s.author_id ORDER BY r.at, p.id",
            source.0
        )?;
        let given = |(alias, emoji, reacted_at): (String, Option<String>, i64)| Given {
            alias,
            emoji: emoji.as_deref().and_then(Emoji::new),
            at: at(reacted_at),
        };
        Ok(rows.into_iter().map(given).collect())
    }

    /// Notes the letter that tells a message's author who reacted.
    pub async fn tells_reactions(&mut self, source: SourceId, line: Option<LetterId>) -> Result<()> {
        run!(
            self,
            "note who tells reactions",
            "UPDATE source SET reactions_letter = $2 WHERE id = $1",
            source.0,
            line.map(|letter| letter.0)
        )?;
        Ok(())
    }

    /// Keeps a reaction to a message that is not known yet; the last one counts.
    pub async fn park(
        &mut self,
        chat: ChatId,
        message: MessageId,
        (emoji, reacted_at): (Option<Emoji>, DateTime<Utc>),
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "park a reaction",
            "INSERT INTO parked (chat_id, message_id, emoji, at, parked_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (chat_id, message_id) DO UPDATE SET emoji = excluded.emoji, at = excluded.at
                 WHERE parked.at <= excluded.at",
            chat.0,
            message.0,
            emoji.map(Emoji::as_str),
            ms(reacted_at),
            ms(now)
        )?;
        Ok(())
    }

    /// Takes a chat's parked reactions up: the message, the reaction, Telegram's date, and since when it waits.
    pub async fn unpark(
        &mut self,
        chat: ChatId,
    ) -> Result<Vec<(MessageId, Option<Emoji>, DateTime<Utc>, DateTime<Utc>)>> {
        let rows = all!(
            self,
            "take parked reactions up",
            (i64, Option<String>, i64, i64),
            "DELETE FROM parked WHERE chat_id = $1 RETURNING message_id, emoji, at, parked_at",
            chat.0
        )?;
        let parked = |(message, emoji, reacted_at, parked_at): (i64, Option<String>, i64, i64)| {
            let emoji = emoji.as_deref().and_then(Emoji::new);
            (MessageId(message), emoji, at(reacted_at), at(parked_at))
        };
        Ok(rows.into_iter().map(parked).collect())
    }

    /// Notes that somebody knows that another takes no voice messages; `false` if she knew.
    pub async fn tell_voiceless(&mut self, author: ChatId, reader: ChatId) -> Result<bool> {
        let rows = run!(
            self,
            "note who takes no voice messages",
            "INSERT INTO voiceless (author_id, reader_id)
             SELECT a.id, r.id FROM person a JOIN person r ON r.chat_id = $2 WHERE a.chat_id = $1
             ON CONFLICT (author_id, reader_id) DO NOTHING",
            author.0,
            reader.0
        )?;
        Ok(rows > 0)
    }
}
