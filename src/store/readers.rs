//! Who can read what must be read: groups that refuse, accounts that are inside them, chats that refuse again and again, and
//! cases that nobody could be told of.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{CaseId, ChatId, LetterId, MessageId, PersonId, ProgrammeId, RoomId};
use crate::domain::presence::{Presence, Present};
use chrono::{DateTime, Utc};

/// A letter about a case or a room that is read in a topic.
#[derive(Clone, Copy, Debug)]
pub struct Topical {
    /// The group.
    pub chat: ChatId,
    /// The case whose topic it is.
    pub case: Option<CaseId>,
    /// The room whose topic it is.
    pub room: Option<RoomId>,
}

impl Tx {
    /// A group does not take what it should; `true` if that is new.
    pub async fn group_refuses(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<bool> {
        let changed = run!(
            self,
            "note that a group refuses",
            "UPDATE group_chat SET refused_at = $2 WHERE chat_id = $1 AND refused_at IS NULL",
            chat.0,
            ms(now)
        )?;
        Ok(changed > 0)
    }

    /// A group works again; `false` if it did anyway.
    pub async fn group_takes(&mut self, chat: ChatId) -> Result<bool> {
        let changed = run!(
            self,
            "note that a group works again",
            "UPDATE group_chat SET refused_at = NULL WHERE chat_id = $1 AND refused_at IS NOT NULL",
            chat.0
        )?;
        Ok(changed > 0)
    }

    /// Whether a group refuses at the moment.
    pub async fn is_refusing(&mut self, chat: ChatId) -> Result<bool> {
        let row = one!(
            self,
            "find whether a group refuses",
            (i64,),
            "SELECT refused_at FROM group_chat WHERE chat_id = $1 AND refused_at IS NOT NULL",
            chat.0
        )?;
        Ok(row.is_some())
    }

    /// What is known of the accounts in a group.
    pub async fn present(&mut self, chat: ChatId) -> Result<Present> {
        let rows = all!(
            self,
            "find who is in a group",
            (i64, String, i64),
            "SELECT account, presence, looked_at FROM group_account WHERE chat_id = $1",
            chat.0
        )?;
        let known = |(account, presence, looked): (i64, String, i64)| {
            (ChatId(account), (Presence::parse(&presence).unwrap_or(Presence::Unknown), at(looked)))
        };
        Ok(Present(rows.into_iter().map(known).collect()))
    }

    /// Telegram said where an account stands to a group.
    pub async fn note_presence(
        &mut self,
        (chat, account): (ChatId, ChatId),
        presence: Presence,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note whether an account is in a group",
            "INSERT INTO group_account (chat_id, account, presence, looked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (chat_id, account) DO UPDATE SET presence = excluded.presence, looked_at = excluded.looked_at",
            chat.0,
            account.0,
            presence.as_str(),
            ms(now)
        )?;
        Ok(())
    }

    /// The accounts that open cases of a programme, and reading along in it, are about, and those of its former team that are
    /// in its groups. Cases about the team stand in no
    /// group, and nobody is asked about them there.
    pub async fn concerned(&mut self, programme: ProgrammeId) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find accounts that are not to read of themselves",
            (i64,),
            "SELECT p.chat_id FROM case_file f JOIN person p ON p.id = f.person_id
             WHERE f.programme_id = $1 AND f.resolved_at IS NULL AND f.meant = '[]' AND p.chat_id IS NOT NULL
                 AND p.role NOT IN ('lead', 'coordinator')
             UNION
             SELECT p.chat_id FROM case_file f JOIN member m ON m.conversation_id = f.conversation_id
                 JOIN person p ON p.id = m.person_id
             WHERE f.programme_id = $1 AND f.resolved_at IS NULL AND f.meant = '[]' AND p.chat_id IS NOT NULL
             UNION
             SELECT p.chat_id FROM case_file f
                 JOIN conversation c ON f.facts LIKE '%\"held:' || CAST(c.id AS TEXT) || ':%'
                 JOIN member m ON m.conversation_id = c.id JOIN person p ON p.id = m.person_id
             WHERE f.programme_id = $1 AND f.resolved_at IS NULL AND f.meant = '[]' AND p.chat_id IS NOT NULL
                 AND c.programme_id = $1
             UNION
             SELECT p.chat_id FROM conversation c JOIN member m ON m.conversation_id = c.id
                 JOIN person p ON p.id = m.person_id
             WHERE c.programme_id = $1 AND c.supervised <> 'no' AND c.phase IN ('active', 'paused', 'held')
                 AND m.state = 'active' AND p.chat_id IS NOT NULL
             UNION
             SELECT p.chat_id FROM person p JOIN group_account a ON a.account = p.chat_id AND a.presence <> 'outside'
             WHERE p.programme_id = $1 AND p.role IN ('lead', 'coordinator') AND p.standing = 'left'
             ORDER BY 1",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(chat,)| ChatId(chat)).collect())
    }

    /// Whether the letter before this one in its lane was refused too, in words that nobody knows.
    pub async fn refused_before(
        &mut self,
        (chat, letter): (ChatId, LetterId),
        since: DateTime<Utc>,
    ) -> Result<bool> {
        let row = one!(
            self,
            "find how the letter before ended",
            (Option<String>,),
            "SELECT err FROM letter WHERE carried_at >= $3 AND lane = $1 AND id <> $2
                 AND op IN ('write', 'copy', 'album') AND state IN ('sent', 'failed', 'held')
             ORDER BY carried_at DESC, id DESC LIMIT 1",
            chat.0,
            letter.0,
            ms(since)
        )?;
        let known = ["refused", "forbidden", "no rights"];
        Ok(row.and_then(|(err,)| err).is_some_and(|err| known.contains(&err.as_str())))
    }

    /// How often a topic was made anew since then.
    pub async fn topics_made(&mut self, of: Topical, since: DateTime<Utc>) -> Result<i64> {
        let row = one!(
            self,
            "count topics that were made",
            (i64,),
            "SELECT COUNT(*) FROM letter WHERE carried_at >= $4 AND lane = $1 AND op = 'topic' AND state = 'sent'
                 AND COALESCE(case_id, 0) = $2 AND COALESCE(room_id, 0) = $3",
            of.chat.0,
            of.case.map_or(0, |id| id.0),
            of.room.map_or(0, |id| id.0),
            ms(since)
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// The messages that were reported in a case: where the copies stand that were reported.
    pub async fn reported(&mut self, case: CaseId) -> Result<Vec<(ChatId, MessageId)>> {
        let rows = all!(
            self,
            "find reported messages",
            (i64, i64),
            "SELECT from_chat, from_message FROM letter
             WHERE case_id = $1 AND op = 'copy' AND source_id IS NULL AND from_message IS NOT NULL
             UNION
             SELECT l.from_chat, l.from_message FROM room r JOIN letter l ON l.room_id = r.id
             WHERE r.case_id = $1 AND l.op = 'copy' AND l.source_id IS NULL AND l.from_message IS NOT NULL
             ORDER BY 1, 2",
            case.0
        )?;
        Ok(rows.into_iter().map(|(chat, message)| (ChatId(chat), MessageId(message))).collect())
    }

    /// Which of these cases have a card that stands, or is on its way, where somebody can read it.
    pub async fn with_reader(&mut self, cases: &[CaseId]) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find cases that somebody can read",
            (i64,),
            "SELECT DISTINCT k.case_id FROM card k JOIN letter l ON l.id = k.letter_id
             WHERE k.case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND l.state IN ('queued', 'sending', 'sent')
                 AND (k.chat_id < 0 OR EXISTS (SELECT 1 FROM person p WHERE p.chat_id = k.chat_id AND p.reach = 'reachable'))",
            json(cases)?
        )?;
        Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
    }

    /// Open cases whose card hangs in a chat, or that are its owner's.
    pub async fn cases_in(&mut self, chat: ChatId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find cases by their reader",
            (i64,),
            "SELECT f.id FROM case_file f JOIN card k ON k.case_id = f.id WHERE k.chat_id = $1 AND f.resolved_at IS NULL
             UNION
             SELECT f.id FROM case_file f JOIN person p ON p.id = f.owner_id WHERE p.chat_id = $1 AND f.resolved_at IS NULL
             ORDER BY 1",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
    }

    /// In which chats it was tried to show what was reported in a case.
    pub async fn report_lanes(&mut self, case: CaseId) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find where a report was to be read",
            (i64,),
            "SELECT DISTINCT lane FROM letter
             WHERE case_id = $1 AND op = 'copy' AND source_id IS NULL ORDER BY 1",
            case.0
        )?;
        Ok(rows.into_iter().map(|(chat,)| ChatId(chat)).collect())
    }

    /// Whether what was reported in a case stands, or is on its way, where somebody can read it, or was told
    /// that it is gone.
    pub async fn report_is_read(&mut self, case: CaseId) -> Result<bool> {
        let row = one!(
            self,
            "find whether a report can be read",
            (i64,),
            "SELECT COUNT(*) FROM letter l
             WHERE (l.case_id = $1 OR l.room_id IN (SELECT r.id FROM room r WHERE r.case_id = $1))
                 AND l.op = 'copy' AND l.source_id IS NULL AND (l.state IN ('queued', 'sending', 'sent')
                     OR l.state = 'withdrawn' AND l.err = 'gone')
                 AND (l.lane < 0 OR EXISTS (SELECT 1 FROM person p WHERE p.chat_id = l.lane AND p.reach = 'reachable'))",
            case.0
        )?;
        Ok(row.is_some_and(|(count,)| count > 0))
    }

    /// Open cases whose reports were for a chat and did not arrive there.
    pub async fn reports_unread(&mut self, chat: ChatId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find reports that did not arrive",
            (i64,),
            "SELECT DISTINCT f.id FROM case_file f JOIN letter l ON l.case_id = f.id
             WHERE f.resolved_at IS NULL AND f.kind = 'report' AND l.lane = $1 AND l.op = 'copy'
                 AND l.source_id IS NULL AND l.state IN ('withdrawn', 'held', 'failed') ORDER BY 1",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
    }

    /// Open cases for attention that nobody has taken and that stand nowhere where somebody can read them.
    pub async fn untold(&mut self, programme: ProgrammeId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find cases nobody could be told of",
            (i64,),
            "SELECT f.id FROM case_file f
             WHERE f.programme_id = $1 AND f.resolved_at IS NULL AND f.acknowledged_at IS NULL
                 AND f.told_until IS NOT NULL AND f.severity <> 'routine'
                 AND NOT EXISTS (SELECT 1 FROM card k JOIN letter l ON l.id = k.letter_id
                     WHERE k.case_id = f.id AND l.state IN ('queued', 'sending', 'sent')
                         AND (k.chat_id < 0 OR EXISTS
                             (SELECT 1 FROM person p WHERE p.chat_id = k.chat_id AND p.reach = 'reachable')))
             ORDER BY f.id",
            programme.0
        )?;
        Ok(rows.into_iter().map(|(case,)| CaseId(case)).collect())
    }

    /// Whether an urgent case of somebody's is open.
    pub async fn has_urgent_case(&mut self, person: PersonId) -> Result<bool> {
        let row = one!(
            self,
            "find somebody's urgent cases",
            (i64,),
            "SELECT COUNT(*) FROM case_file
             WHERE person_id = $1 AND resolved_at IS NULL AND severity = 'urgent' AND kind <> 'unreachable'",
            person.0
        )?;
        Ok(row.is_some_and(|(count,)| count > 0))
    }
}
