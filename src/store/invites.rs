//! Invitations and wrong links. A token is never stored: only what it hashes to.

use super::{Result, Tx, at, from_name, json, ms, named};
use crate::domain::id::{ChatId, InviteId, PersonId, ProgrammeId};
use crate::domain::invite::{Invite, NewInvite, WRONG_LINK_COUNTS};
use crate::domain::paging::Turn;
use crate::domain::person::Role;
use chrono::{DateTime, Utc};

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

// Who may see which stands in `domain::invites::may_see` too, for one at a time.
const OPEN_AFTER: &str =
    "SELECT id, programme_id, role, alias, file_number, invited_by, expires_at, used_by, moves FROM invite
     WHERE programme_id = $1 AND used_at IS NULL AND moves IS NULL AND expires_at > $2 AND id > $3
         AND (CAST($4 AS BIGINT) IS NULL
              OR (role IN ('mentor', 'mentee') AND (invited_by IS NULL OR invited_by = $4)))
     ORDER BY id LIMIT $5";
const OPEN_BEFORE: &str =
    "SELECT id, programme_id, role, alias, file_number, invited_by, expires_at, used_by, moves FROM invite
     WHERE programme_id = $1 AND used_at IS NULL AND moves IS NULL AND expires_at > $2 AND id < $3
         AND (CAST($4 AS BIGINT) IS NULL
              OR (role IN ('mentor', 'mentee') AND (invited_by IS NULL OR invited_by = $4)))
     ORDER BY id DESC LIMIT $5";

impl Tx {
    /// Up to `most` open invitations of a programme, read from a turn on, nearest first: all of them, or with `of` what
    /// that coordinator may see. Links that move somebody are none.
    pub async fn open_invites(
        &mut self,
        (programme, of): (ProgrammeId, Option<PersonId>),
        turn: Turn,
        most: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<Invite>> {
        let (sql, from) = match turn {
            Turn::First => (OPEN_AFTER, 0),
            Turn::After(id) => (OPEN_AFTER, id),
            Turn::Before(id) => (OPEN_BEFORE, id),
        };
        let (of, most) = (of.map(|id| id.0), i64::try_from(most).unwrap_or(i64::MAX));
        let rows = all!(self, "list open invitations", Row, sql, programme.0, ms(now), from, of, most)?;
        rows.into_iter().map(Row::invite).collect()
    }

    /// Withdraws an open invitation; `false` if it was used, or works no more.
    pub async fn withdraw_invite(&mut self, invite: InviteId, now: DateTime<Utc>) -> Result<bool> {
        let withdrawn = run!(
            self,
            "withdraw an invitation",
            "UPDATE invite SET expires_at = $2 WHERE id = $1 AND used_at IS NULL AND moves IS NULL AND expires_at > $2",
            invite.0,
            ms(now)
        )?;
        Ok(withdrawn > 0)
    }

    /// All file numbers that were ever given out in a programme, each once.
    pub async fn file_numbers(&mut self, programme: ProgrammeId) -> Result<Vec<String>> {
        let rows = all!(
            self,
            "find file numbers",
            (String,),
            "SELECT file_number FROM person WHERE programme_id = $1 AND file_number IS NOT NULL
             UNION SELECT file_number FROM invite WHERE programme_id = $1 AND file_number IS NOT NULL",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(number,)| number).collect())
    }

    /// Who takes part and has no file number, the longest here first.
    pub async fn without_number(&mut self) -> Result<Vec<PersonId>> {
        let rows = all!(
            self,
            "find people without a file number",
            (i64,),
            "SELECT id FROM person
             WHERE file_number IS NULL AND chat_id IS NOT NULL AND role IN ('mentor', 'mentee')
                 AND standing NOT IN ('left', 'refused') ORDER BY id"
        )?;
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// Who of a programme has which file number: its people, and the roles of open invitations.
    pub async fn numbered(
        &mut self,
        programme: ProgrammeId,
        now: DateTime<Utc>,
    ) -> Result<(Vec<(String, PersonId)>, Vec<(String, Role)>)> {
        let people = all!(
            self,
            "find people by file number",
            (String, i64),
            "SELECT file_number, id FROM person
             WHERE programme_id = $1 AND file_number IS NOT NULL AND chat_id IS NOT NULL ORDER BY id",
            programme.0
        )?;
        let invites = all!(
            self,
            "find open invitations by file number",
            (String, String),
            "SELECT file_number, role FROM invite
             WHERE programme_id = $1 AND file_number IS NOT NULL AND used_at IS NULL AND moves IS NULL
                 AND expires_at > $2 ORDER BY id",
            programme.0,
            ms(now)
        )?;
        let people = people.into_iter().map(|(number, id)| (number, PersonId(id))).collect();
        let role = |(number, role): (String, String)| Ok((number, from_name(&role)?));
        Ok((people, invites.into_iter().map(role).collect::<Result<_>>()?))
    }

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
            "UPDATE letter SET state = 'withdrawn', body = NULL WHERE lane = $1 AND state = 'queued'
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

    /// How many wrong links this chat opened that still count.
    pub async fn guesses(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<i64> {
        let row = one!(
            self,
            "count wrong links",
            (i64,),
            "SELECT COUNT(*) FROM guess WHERE chat_id = $1 AND at > $2",
            chat.0,
            ms(now - WRONG_LINK_COUNTS)
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
            ms(now - WRONG_LINK_COUNTS)
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
            ms(now - WRONG_LINK_COUNTS)
        )?;
        run!(self, "note a wrong link", "INSERT INTO guess (chat_id, at) VALUES ($1, $2)", chat.0, ms(now))?;
        Ok(())
    }
}
