//! Somebody leaves the team: what she looked after is somebody else's in the same transaction, and nothing that waits
//! reaches her any more.

use super::{Result, Tx, ms};
use crate::domain::departure::Load;
use crate::domain::id::{ChatId, MessageId, PersonId, SourceId};
use crate::domain::person::Person;
use chrono::{DateTime, Utc};

/// A mail to the team that its reader has not got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Who wrote it.
    pub author: PersonId,
    /// The ledger's row.
    pub source: SourceId,
    /// Where it was written.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
}

impl Tx {
    /// What somebody of the team looks after now. Cases that name somebody of the team count nowhere.
    pub async fn load_of(&mut self, who: PersonId, now: DateTime<Utc>) -> Result<Load> {
        let row = one!(
            self,
            "count what somebody looks after",
            (i64, i64, i64, i64, i64),
            "SELECT (SELECT COUNT(*) FROM conversation WHERE coordinator_id = $1 AND sort = 'pair'
                     AND phase IN ('proposed', 'active', 'paused', 'held')),
                 (SELECT COUNT(*) FROM case_file WHERE owner_id = $1 AND resolved_at IS NULL AND meant = '[]' AND due_at IS NULL),
                 (SELECT COUNT(*) FROM case_file WHERE owner_id = $1 AND resolved_at IS NULL AND meant = '[]' AND due_at IS NOT NULL),
                 (SELECT COUNT(*) FROM invite WHERE invited_by = $1 AND used_at IS NULL AND expires_at > $2),
                 (SELECT COUNT(*) FROM conversation WHERE coordinator_id = $1 AND sort = 'team' AND phase = 'active')",
            who.0,
            ms(now)
        )?;
        Ok(row.map_or_else(Load::default, |(pairs, cases, tasks, invitations, mail)| Load {
            pairs,
            cases,
            tasks,
            invitations,
            mail,
        }))
    }

    /// People, conversations and open invitations of somebody's are somebody else's now. Links for the team itself, and
    /// those that move an account, are worth nothing from now on: whoever has her phone has them.
    pub async fn hand_over(&mut self, from: PersonId, to: PersonId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "hand people over",
            "UPDATE person SET coordinator_id = $2 WHERE coordinator_id = $1",
            from.0,
            to.0
        )?;
        run!(
            self,
            "hand conversations over",
            "UPDATE conversation SET coordinator_id = $2 WHERE coordinator_id = $1",
            from.0,
            to.0
        )?;
        run!(
            self,
            "withdraw links that open more than a seat",
            "UPDATE invite SET expires_at = $2 WHERE invited_by = $1 AND used_at IS NULL AND expires_at > $2
                 AND (moves IS NOT NULL OR role IN ('lead', 'coordinator'))",
            from.0,
            ms(now)
        )?;
        run!(
            self,
            "hand invitations over",
            "UPDATE invite SET invited_by = $2 WHERE invited_by = $1 AND used_at IS NULL AND expires_at > $3",
            from.0,
            to.0,
            ms(now)
        )?;
        Ok(())
    }

    /// Somebody else is called in an emergency, in her place, unless she has a place of her own; gives which places are empty
    /// now.
    pub async fn hand_places(&mut self, from: PersonId, to: PersonId) -> Result<Vec<i64>> {
        run!(
            self,
            "hand emergency calls over",
            "UPDATE contact SET person_id = $2 WHERE person_id = $1 AND position > 0
                 AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.person_id = $2)
                 AND position = (SELECT MIN(o.position) FROM contact o WHERE o.person_id = $1 AND o.position > 0)",
            from.0,
            to.0
        )?;
        self.leave_places(from).await
    }

    /// Somebody is called in no emergency any more; gives which places are empty now.
    pub async fn leave_places(&mut self, who: PersonId) -> Result<Vec<i64>> {
        let rows = all!(
            self,
            "find somebody's places in an emergency",
            (i64,),
            "SELECT position FROM contact WHERE person_id = $1 ORDER BY position",
            who.0
        )?;
        run!(self, "empty places in an emergency", "DELETE FROM contact WHERE person_id = $1", who.0)?;
        Ok(rows.into_iter().map(|(position,)| position).collect())
    }

    /// Mail to the team that waits for this reader, or is on its way to her, an album part by part, oldest first.
    pub async fn unread_mail(&mut self, reader: &Person) -> Result<Vec<Unread>> {
        let rows = all!(
            self,
            "find mail that has not arrived",
            (i64, i64, i64, i64),
            "SELECT DISTINCT s.author_id, s.id, s.chat_id, s.message_id
             FROM letter l JOIN conversation c ON c.id = l.conversation_id AND c.sort = 'team'
             JOIN source f ON f.id = l.source_id
             JOIN source s ON s.id = f.id OR (s.chat_id = f.chat_id AND s.album_key = f.album_key)
             WHERE l.lane = $1 AND l.person_id = $2 AND l.op IN ('copy', 'album')
                 AND l.state IN ('queued', 'held', 'sending') AND s.gone_at IS NULL AND s.author_id = c.team_of
             ORDER BY s.id",
            reader.chat.0,
            reader.id.0
        )?;
        let unread = |(author, source, chat, message)| Unread {
            author: PersonId(author),
            source: SourceId(source),
            chat: ChatId(chat),
            message: MessageId(message),
        };
        Ok(rows.into_iter().map(unread).collect())
    }

    /// Whether a message has arrived in a chat, or waits for it, also as a part of an album.
    pub async fn is_there(&mut self, source: SourceId, lane: ChatId) -> Result<bool> {
        let row = one!(
            self,
            "find whether a message is for a chat",
            (i64,),
            "SELECT CAST(1 AS BIGINT) FROM source s
             JOIN source o ON o.id = s.id OR (o.chat_id = s.chat_id AND o.album_key = s.album_key)
             JOIN letter h ON h.source_id = o.id AND h.lane = $2
             WHERE s.id = $1 AND (h.op = 'album' OR h.op = 'copy' AND o.id = s.id)
                 AND h.state NOT IN ('failed', 'withdrawn') LIMIT 1",
            source.0,
            lane.0
        )?;
        Ok(row.is_some())
    }

    /// Nothing that waits goes to this part of an account any more; with `whole`, to the account. What is on its way now is
    /// not tried again.
    pub async fn silence(&mut self, who: &Person, whole: bool, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "withdraw what waits for somebody",
            "UPDATE letter SET state = 'withdrawn', body = NULL WHERE lane = $1 AND state IN ('queued', 'held')
                 AND op NOT IN ('delete', 'clear', 'toast') AND ($3 = 1 OR person_id = $2)",
            who.chat.0,
            who.id.0,
            i64::from(whole)
        )?;
        run!(
            self,
            "let go of what is on its way to somebody",
            "UPDATE letter SET until = $4 WHERE lane = $1 AND state = 'sending' AND ($3 = 1 OR person_id = $2)",
            who.chat.0,
            who.id.0,
            i64::from(whole),
            ms(now)
        )?;
        Ok(())
    }

    /// Whether somebody who worked in a group's programme, and does no more, is in that group, or may be.
    pub async fn holds_former(&mut self, group: ChatId) -> Result<bool> {
        let row = one!(
            self,
            "find whether somebody who left is in a group",
            (i64,),
            "SELECT COUNT(*) FROM group_account a JOIN person p ON p.chat_id = a.account
             JOIN programme g ON g.id = p.programme_id AND (g.group_chat = $1 OR g.safe_chat = $1)
             WHERE a.chat_id = $1 AND a.presence <> 'outside' AND p.role IN ('lead', 'coordinator') AND p.standing = 'left'
                 AND NOT EXISTS (SELECT 1 FROM person o WHERE o.chat_id = p.chat_id AND o.programme_id = p.programme_id
                     AND o.role IN ('lead', 'coordinator') AND o.standing = 'ready')",
            group.0
        )?;
        Ok(row.is_some_and(|(count,)| count > 0))
    }

    /// Whether an account is one that worked in a group's programme and does no more.
    pub async fn is_former(&mut self, (group, account): (ChatId, ChatId)) -> Result<bool> {
        let row = one!(
            self,
            "find whether somebody has left a group's team",
            (i64,),
            "SELECT COUNT(*) FROM person p JOIN programme g ON g.id = p.programme_id AND (g.group_chat = $1 OR g.safe_chat = $1)
             WHERE p.chat_id = $2 AND p.role IN ('lead', 'coordinator') AND p.standing = 'left'",
            group.0,
            account.0
        )?;
        Ok(row.is_some_and(|(count,)| count > 0))
    }
}
