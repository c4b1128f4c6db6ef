//! What the leak guard reads when it found something, and who agreed to swap contacts.

use super::{Result, Tx, json, ms, parsed};
use crate::domain::conversation::Conversation;
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::leak::{Agreement, Policy, Swapper};
use crate::domain::letter::{Answer, To};
use crate::domain::person::Profile;
use chrono::{DateTime, Utc};

/// A question nobody has answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Unanswered {
    /// The letter that asks it.
    pub letter: LetterId,
    /// Whose question it is.
    pub to: To,
    /// What it offered.
    pub offer: Vec<Answer>,
}

fn unanswered((letter, chat, person, offer): (i64, i64, Option<i64>, String)) -> Result<Unanswered> {
    let to = To { chat: ChatId(chat), person: person.map(PersonId) };
    Ok(Unanswered { letter: LetterId(letter), to, offer: parsed(&offer)? })
}

impl Tx {
    /// The rule for contacts in a conversation, and where its members stand.
    pub async fn agreement(&mut self, conversation: ConversationId) -> Result<Agreement> {
        let rows = all!(
            self,
            "find the rule for contacts",
            (String, String, i64, String, Option<i64>, Option<i64>, Option<i64>),
            "SELECT g.contacts, c.supervised, p.id, p.profile, s.asked_at, s.agreed_at, s.withdrawn_at
             FROM conversation c
             JOIN programme g ON g.id = c.programme_id
             JOIN member m ON m.conversation_id = c.id AND m.state = 'active'
             JOIN person p ON p.id = m.person_id
             LEFT JOIN swap s ON s.conversation_id = c.id AND s.person_id = p.id
             WHERE c.id = $1 ORDER BY p.id",
            conversation.0
        )?;
        let policy = rows.first().and_then(|(policy, ..)| Policy::parse(policy)).unwrap_or_default();
        let supervised = rows.first().is_some_and(|(_, supervised, ..)| supervised == "yes");
        let members = rows.into_iter().map(|(_, _, id, profile, asked, agreed, withdrawn)| {
            let profile: Profile = parsed(&profile)?;
            Ok(Swapper {
                person: PersonId(id),
                adult: profile.adult == Some(true),
                asked: asked.is_some(),
                agreed: agreed.is_some() && withdrawn.is_none(),
            })
        });
        Ok(Agreement { policy, supervised, members: members.collect::<Result<Vec<_>>>()? })
    }

    /// A live conversation, if someone is in it.
    pub async fn live_pair(&mut self, id: ConversationId, person: PersonId) -> Result<Option<Conversation>> {
        let inside = |pair: &Conversation| pair.has(person);
        Ok(self.conversation(id).await?.filter(|pair| pair.phase.is_live() && inside(pair)))
    }

    /// Notes that people are asked whether they want to swap contacts: each once.
    pub async fn swap_asked(
        &mut self,
        conversation: ConversationId,
        people: &[PersonId],
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note who is asked about contacts",
            "INSERT INTO swap (conversation_id, person_id, asked_at)
             SELECT CAST($1 AS BIGINT), CAST(value AS BIGINT), CAST($3 AS BIGINT) FROM jsonb_each($2) WHERE true
             ON CONFLICT (conversation_id, person_id) DO NOTHING",
            conversation.0,
            json(people)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Somebody agrees to swap contacts, or takes that back.
    pub async fn swap(
        &mut self,
        conversation: ConversationId,
        person: PersonId,
        agrees: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.swap_asked(conversation, &[person], now).await?;
        run!(
            self,
            "note whether contacts may be swapped",
            "UPDATE swap SET agreed_at = CASE WHEN $3 = 1 THEN $4 ELSE agreed_at END,
                 withdrawn_at = CASE WHEN $3 = 0 AND agreed_at IS NOT NULL THEN $4 END
             WHERE conversation_id = $1 AND person_id = $2",
            conversation.0,
            person.0,
            i64::from(agrees),
            ms(now)
        )?;
        Ok(())
    }

    /// Which of these letters' questions are still open; from now on they are answered.
    pub async fn give_up_waiting(
        &mut self,
        letters: &[LetterId],
        now: DateTime<Utc>,
    ) -> Result<Vec<Unanswered>> {
        let rows = all!(
            self,
            "end questions nobody answered",
            (i64, i64, Option<i64>, String),
            "UPDATE letter SET answered_at = $2
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND answered_at IS NULL AND offer IS NOT NULL
             RETURNING id, lane, person_id, offer",
            json(letters)?,
            ms(now)
        )?;
        rows.into_iter().map(unanswered).collect()
    }

    /// The open questions about a message of somebody's, whatever it says by now.
    pub async fn asked_of(&mut self, chat: ChatId, message: MessageId) -> Result<Vec<Unanswered>> {
        let rows = all!(
            self,
            "find questions about a message",
            (i64, i64, Option<i64>, String),
            "SELECT l.id, l.lane, l.person_id, l.offer FROM alarm a JOIN letter l ON l.id = a.subject
             WHERE a.kind = 'leak' AND l.lane = $1 AND l.from_message = $2 AND l.op = 'write'
                 AND l.answered_at IS NULL AND l.offer IS NOT NULL ORDER BY l.id",
            chat.0,
            message.0
        )?;
        rows.into_iter().map(unanswered).collect()
    }

    /// What the buttons of a letter mean from now on: the same, about what has changed.
    pub async fn offer_anew(&mut self, letter: LetterId, offer: &[Answer]) -> Result<()> {
        run!(self, "change an offer", "UPDATE letter SET offer = $2 WHERE id = $1", letter.0, json(offer)?)?;
        Ok(())
    }

    /// Something was refused where the team reads along; gives how often that has been so since then, this time included.
    pub async fn refused(
        &mut self,
        conversation: ConversationId,
        person: PersonId,
        (since, now): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<i64> {
        run!(
            self,
            "note a refusal",
            "INSERT INTO refusal (conversation_id, person_id, at) VALUES ($1, $2, $3)",
            conversation.0,
            person.0,
            ms(now)
        )?;
        let row = one!(
            self,
            "count refusals",
            (i64,),
            "SELECT COUNT(*) FROM refusal WHERE person_id = $1 AND at > $2",
            person.0,
            ms(since)
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// Keeps back what has not left of a message. It is taken out of an album that waits, which goes on without it. What
    /// is on its way may arrive, but is not tried again; of an album only once it is back. Gives the letters of albums that
    /// are on their way with it, each with its chat.
    pub async fn keep_back(
        &mut self,
        source: SourceId,
        message: MessageId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(ChatId, LetterId)>> {
        let albums = all!(
            self,
            "find albums that hold a message",
            (i64, i64, String, String),
            "SELECT l.id, l.lane, l.state, l.parts FROM source f
             JOIN source s ON s.id = f.id OR (s.chat_id = f.chat_id AND s.album_key = f.album_key)
             JOIN letter l ON l.source_id = s.id
             WHERE f.id = $1 AND l.parts IS NOT NULL AND l.state IN ('queued', 'sending', 'held')",
            source.0
        )?;
        let (mut goes_on, mut on_their_way) = (0, Vec::new());
        for (letter, lane, state, parts) in albums {
            let mut parts: Vec<MessageId> = parsed(&parts)?;
            if state == "sending" {
                goes_on = 1;
                on_their_way.extend(parts.contains(&message).then_some((ChatId(lane), LetterId(letter))));
                continue;
            }
            parts.retain(|part| *part != message);
            goes_on |= i64::from(!parts.is_empty());
            run!(
                self,
                "take a message out of an album",
                "UPDATE letter SET parts = $2, state = CASE WHEN $3 = 0 THEN 'withdrawn' ELSE state END
                 WHERE id = $1",
                letter,
                json(&parts)?,
                i64::try_from(parts.len()).unwrap_or(i64::MAX)
            )?;
        }
        run!(
            self,
            "keep back a message",
            "UPDATE letter SET state = CASE WHEN state = 'sending' THEN state ELSE 'withdrawn' END,
                 until = CASE WHEN state = 'sending' THEN $2 ELSE until END
             WHERE source_id = $1 AND state IN ('queued', 'sending', 'held') AND parts IS NULL
                 AND (op IN ('copy', 'edit') OR op = 'write' AND $3 = 0)
                 AND lane <> (SELECT s.chat_id FROM source s WHERE s.id = $1)",
            source.0,
            ms(now),
            goes_on
        )?;
        Ok(on_their_way)
    }
}
