//! Invitations and wrong links. A token is never stored: only what it hashes to.

use super::{Result, Tx, at, from_name, json, ms, named};
use crate::domain::id::{ChatId, InviteId, PersonId, ProgrammeId};
use crate::domain::invite::{Invite, NewInvite};
use chrono::{DateTime, TimeDelta, Utc};

row! {
    struct Row {
        id: i64,
        programme_id: Option<i64>,
        role: String,
        alias: Option<String>,
        file_number: Option<String>,
        invited_by: Option<i64>,
        expires_at: i64,
        used_by: Option<i64>,
        moves: Option<i64>,
    }
}

impl Row {
    fn invite(self) -> Result<Invite> {
        Ok(Invite {
            id: InviteId(self.id),
            what: NewInvite {
                programme: self.programme_id.map(ProgrammeId),
                role: from_name(&self.role)?,
                alias: self.alias,
                file_number: self.file_number,
                invited_by: self.invited_by.map(PersonId),
            },
            expires_at: at(self.expires_at),
            used_by: self.used_by.map(PersonId),
            moves: self.moves.map(PersonId),
        })
    }
}

impl Tx {
    /// Keeps an invitation under its token's hash.
    pub async fn invite(
        &mut self,
        what: &NewInvite,
        token_hash: &str,
        expires: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<InviteId> {
        let row = one!(
            self,
            "keep an invitation",
            (i64,),
            "INSERT INTO invite (token_hash, programme_id, role, alias, file_number, invited_by, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
            token_hash,
            what.programme.map(|id| id.0),
            named(what.role)?,
            what.alias.as_deref(),
            what.file_number.as_deref(),
            what.invited_by.map(|id| id.0),
            ms(now),
            ms(expires)
        )?;
        row.map(|(id,)| InviteId(id))
            .ok_or_else(|| super::Error::new("keep an invitation", sqlx::Error::RowNotFound))
    }

    /// The invitation of a token, used, expired or good.
    pub async fn invited(&mut self, token_hash: &str) -> Result<Option<Invite>> {
        one!(
            self,
            "find an invitation",
            Row,
            "SELECT id, programme_id, role, alias, file_number, invited_by, expires_at, used_by, moves
             FROM invite WHERE token_hash = $1",
            token_hash
        )?
        .map(Row::invite)
        .transpose()
    }

    /// An invitation, used, expired or good.
    pub async fn invitation(&mut self, invite: InviteId) -> Result<Option<Invite>> {
        one!(
            self,
            "find an invitation again",
            Row,
            "SELECT id, programme_id, role, alias, file_number, invited_by, expires_at, used_by, moves
             FROM invite WHERE id = $1",
            invite.0
        )?
        .map(Row::invite)
        .transpose()
    }

    /// Uses an invitation up; `false` if somebody had.
    pub async fn use_up(&mut self, invite: InviteId, by: PersonId, now: DateTime<Utc>) -> Result<bool> {
        let used = run!(
            self,
            "use an invitation up",
            "UPDATE invite SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL",
            invite.0,
            ms(now),
            by.0
        )?;
        Ok(used > 0)
    }

    /// This invitation moves somebody to the account that opens it.
    pub async fn moves(&mut self, token_hash: &str, who: PersonId) -> Result<()> {
        run!(
            self,
            "note whom an invitation moves",
            "UPDATE invite SET moves = $2 WHERE token_hash = $1",
            token_hash,
            who.0
        )?;
        Ok(())
    }

    /// Withdraws the links that would move somebody.
    pub async fn revoke_moves(&mut self, who: PersonId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "withdraw links that move somebody",
            "UPDATE invite SET expires_at = $2 WHERE moves = $1 AND used_at IS NULL AND expires_at > $2",
            who.0,
            ms(now)
        )?;
        Ok(())
    }

    /// These parts of an account have another chat now: what is held for them goes there. Whatever else waited for them
    /// in the old one is nobody's.
    pub async fn move_chat(&mut self, from: ChatId, to: ChatId, people: &[PersonId]) -> Result<()> {
        let people = json(people)?;
        run!(
            self,
            "give somebody another chat",
            "UPDATE person SET chat_id = $2
             WHERE chat_id = $1 AND id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($3))",
            from.0,
            to.0,
            people.as_str()
        )?;
        run!(
            self,
            "take along what is held",
            "UPDATE letter SET lane = $2 WHERE lane = $1 AND state = 'held'
                 AND person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($3))",
            from.0,
            to.0,
            people.as_str()
        )?;
        run!(
            self,
            "withdraw what waits for an old chat",
            "UPDATE letter SET state = 'withdrawn' WHERE lane = $1 AND state = 'queued'
                 AND person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2))",
            from.0,
            people.as_str()
        )?;
        Ok(())
    }

    /// Withdraws what was not used: the links a person made, or with `None` those that found a new programme.
    pub async fn revoke(&mut self, of: Option<PersonId>, now: DateTime<Utc>) -> Result<u64> {
        run!(
            self,
            "withdraw invitations",
            "UPDATE invite SET expires_at = $2 WHERE used_at IS NULL AND expires_at > $2
             AND (invited_by = $1 OR (CAST($1 AS BIGINT) IS NULL AND programme_id IS NULL))",
            of.map(|id| id.0),
            ms(now)
        )
    }

    /// How many wrong links this chat opened in the last hour.
    pub async fn guesses(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<i64> {
        let row = one!(
            self,
            "count wrong links",
            (i64,),
            "SELECT COUNT(*) FROM guess WHERE chat_id = $1 AND at > $2",
            chat.0,
            ms(now - TimeDelta::hours(1))
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// Notes that this chat was told to wait, as one more wrong link which counts as long as the first of them.
    pub async fn told_to_wait(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "note that somebody was told to wait",
            "INSERT INTO guess (chat_id, at) SELECT chat_id, MIN(at) FROM guess WHERE chat_id = $1 AND at > $2
             GROUP BY chat_id",
            chat.0,
            ms(now - TimeDelta::hours(1))
        )?;
        Ok(())
    }

    /// Notes a wrong link, and forgets this chat's older ones.
    pub async fn guessed(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "forget old wrong links",
            "DELETE FROM guess WHERE chat_id = $1 AND at <= $2",
            chat.0,
            ms(now - TimeDelta::hours(1))
        )?;
        run!(self, "note a wrong link", "INSERT INTO guess (chat_id, at) VALUES ($1, $2)", chat.0, ms(now))?;
        Ok(())
    }
}
