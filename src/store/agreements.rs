//! What the members of running pairs have said to somebody who is to come in.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{ConversationId, PersonId};
use chrono::{DateTime, Utc};

/// A member's word on somebody who is to come into her pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Where, about whom, and whose word it is.
    pub of: Assent,
    /// She said that it is all right.
    pub agreed: bool,
    /// Since when she is asked.
    pub asked_at: DateTime<Utc>,
    /// How she was asked last.
    pub told: Option<String>,
}

/// Who is asked about whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Assent {
    /// In which pair.
    pub pair: ConversationId,
    /// Who is to come in.
    pub newcomer: PersonId,
    /// Who is asked whether that is all right.
    pub member: PersonId,
}

impl Tx {
    /// These members are asked whether somebody may come in. A question that is open already stays as it is.
    pub async fn ask_members(
        &mut self,
        (pair, newcomer): (ConversationId, PersonId),
        members: &[PersonId],
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "ask members whether somebody may come in",
            "INSERT INTO agreement (conversation_id, newcomer_id, member_id, reply, asked_at)
             SELECT $1, $2, CAST(value AS BIGINT), 'open', $3 FROM jsonb_each($4) WHERE true
             ON CONFLICT (conversation_id, newcomer_id, member_id) DO NOTHING",
            pair.0,
            newcomer.0,
            ms(now),
            json(members)?
        )?;
        Ok(())
    }

    /// What members of these pairs have said, and who has not said anything, in a fixed order. Who was to be asked at an
    /// update is asked since now.
    pub async fn agreements(
        &mut self,
        pairs: &[ConversationId],
        now: DateTime<Utc>,
    ) -> Result<Vec<Agreement>> {
        let pairs = json(pairs)?;
        run!(
            self,
            "note since when members are asked",
            "UPDATE agreement SET asked_at = $2
             WHERE asked_at = 0 AND conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            pairs.as_str(),
            ms(now)
        )?;
        let rows = all!(
            self,
            "find what members said about who may come in",
            (i64, i64, i64, String, i64, Option<String>),
            "SELECT conversation_id, newcomer_id, member_id, reply, asked_at, told FROM agreement
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
             ORDER BY conversation_id, newcomer_id, member_id",
            pairs.as_str()
        )?;
        let agreement = |(pair, newcomer, member, reply, asked_at, told): (i64, i64, i64, String, i64, _)| {
            let of =
                Assent { pair: ConversationId(pair), newcomer: PersonId(newcomer), member: PersonId(member) };
            Agreement { of, agreed: reply == "accepted", asked_at: at(asked_at), told }
        };
        Ok(rows.into_iter().map(agreement).collect())
    }

    /// It is all right for a member, or she need not be asked.
    pub async fn agrees(&mut self, of: Assent) -> Result<()> {
        run!(
            self,
            "note that a member agrees",
            "UPDATE agreement SET reply = 'accepted', told = NULL
             WHERE conversation_id = $1 AND newcomer_id = $2 AND member_id = $3",
            of.pair.0,
            of.newcomer.0,
            of.member.0
        )?;
        Ok(())
    }

    /// A member is not asked any more.
    pub async fn ask_no_more(&mut self, of: Assent) -> Result<()> {
        run!(
            self,
            "end a question to a member",
            "DELETE FROM agreement WHERE conversation_id = $1 AND newcomer_id = $2 AND member_id = $3",
            of.pair.0,
            of.newcomer.0,
            of.member.0
        )?;
        Ok(())
    }

    /// What was agreed about somebody does not hold for another time.
    pub async fn agreed_no_more(&mut self, pair: ConversationId, newcomer: PersonId) -> Result<()> {
        run!(
            self,
            "forget what was agreed about somebody",
            "DELETE FROM agreement WHERE conversation_id = $1 AND newcomer_id = $2 AND reply = 'accepted'",
            pair.0,
            newcomer.0
        )?;
        Ok(())
    }

    /// Notes how members were asked, as a set.
    pub async fn asked_members(&mut self, told: &[(Assent, String)]) -> Result<()> {
        if told.is_empty() {
            return Ok(());
        }
        let told: Vec<_> =
            told.iter().map(|(of, told)| (of.pair, of.newcomer, of.member, told.as_str())).collect();
        run!(
            self,
            "note how members were asked",
            "UPDATE agreement SET told = i.told
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS newcomer_id,
                       CAST(value->>2 AS BIGINT) AS member_id, value->>3 AS told FROM jsonb_each($1)) AS i
             WHERE agreement.conversation_id = i.conversation_id AND agreement.newcomer_id = i.newcomer_id
                 AND agreement.member_id = i.member_id",
            json(&told)?
        )?;
        Ok(())
    }

    /// Somebody who is to come in is asked herself, since now.
    pub async fn seat_since(
        &mut self,
        pair: ConversationId,
        newcomer: PersonId,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note since when somebody is asked into a pair",
            "UPDATE member SET asked_at = $3 WHERE conversation_id = $1 AND person_id = $2",
            pair.0,
            newcomer.0,
            ms(now)
        )?;
        Ok(())
    }
}
