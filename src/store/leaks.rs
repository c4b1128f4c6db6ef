//! What the leak guard reads when it found something, and who agreed to swap contacts.

use super::{Result, Tx, json, ms, parsed};
use crate::domain::id::{ChatId, ConversationId, LetterId, PersonId, SourceId};
use crate::domain::leak::{Agreement, Policy, Swapper};
use crate::domain::letter::Answer;
use crate::domain::person::Profile;
use chrono::{DateTime, Utc};

/// A question nobody has answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Unanswered {
    /// The letter that asks it.
    pub letter: LetterId,
    /// Whose question it is.
    pub chat: ChatId,
    /// What it offered.
    pub offer: Vec<Answer>,
}

impl Tx {
    /// The rule for contacts in a conversation, and where its members stand.
    pub async fn agreement(&mut self, conversation: ConversationId) -> Result<Agreement> {
        let rows = all!(
            self,
            "find the rule for contacts",
            (String, i64, String, Option<i64>, Option<i64>, Option<i64>),
            "SELECT g.contacts, p.id, p.profile, s.asked_at, s.agreed_at, s.withdrawn_at
             FROM conversation c
             JOIN programme g ON g.id = c.programme_id
             JOIN member m ON m.conversation_id = c.id AND m.state = 'active'
             JOIN person p ON p.id = m.person_id
             LEFT JOIN swap s ON s.conversation_id = c.id AND s.person_id = p.id
             WHERE c.id = $1 ORDER BY p.id",
            conversation.0
        )?;
        let policy = rows.first().and_then(|(policy, ..)| Policy::parse(policy)).unwrap_or_default();
        let members = rows.into_iter().map(|(_, id, profile, asked, agreed, withdrawn)| {
            let profile: Profile = parsed(&profile)?;
            Ok(Swapper {
                person: PersonId(id),
                adult: profile.adult == Some(true),
                asked: asked.is_some(),
                agreed: agreed.is_some() && withdrawn.is_none(),
            })
        });
        Ok(Agreement { policy, members: members.collect::<Result<Vec<_>>>()? })
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
             SELECT CAST($1 AS BIGINT), CAST(value AS BIGINT), CAST($3 AS BIGINT) FROM json_each($2) WHERE true
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
            (i64, i64, String),
            "UPDATE letter SET answered_at = $2
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))
                 AND answered_at IS NULL AND offer IS NOT NULL
             RETURNING id, lane, offer",
            json(letters)?,
            ms(now)
        )?;
        rows.into_iter()
            .map(|(letter, chat, offer)| {
                Ok(Unanswered { letter: LetterId(letter), chat: ChatId(chat), offer: parsed(&offer)? })
            })
            .collect()
    }

    /// Withdraws the copies of a message that have not left yet.
    pub async fn withdraw_copies(&mut self, source: SourceId) -> Result<u64> {
        run!(
            self,
            "withdraw a message's copies",
            "UPDATE letter SET state = 'withdrawn' WHERE source_id = $1 AND state IN ('queued', 'held')",
            source.0
        )
    }
}
