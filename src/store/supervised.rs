//! Rooms, in which reports and supervised copies are read, and who agreed to be supervised.

use super::{Result, Tx, at, json, ms, named};
use crate::domain::conversation::Supervised;
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, PersonId, RoomId};
use crate::domain::letter::{Answer, To};
use chrono::{DateTime, Utc};

/// Where the copies of one pair, or one report, are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// The pair.
    pub conversation: Option<ConversationId>,
    /// The report.
    pub case: Option<CaseId>,
    /// The chat: the safeguarding group, or the lead's.
    pub chat: ChatId,
    /// It has a topic, or one is being made.
    pub has_topic: bool,
    /// Since when something in it is not marked as read.
    pub unread_since: Option<DateTime<Utc>>,
}

row! {
    struct Row {
        id: i64,
        conversation_id: Option<i64>,
        case_id: Option<i64>,
        chat_id: i64,
        thread: Option<i64>,
        unread_since: Option<i64>,
    }
}

impl Row {
    fn room(self) -> Room {
        Room {
            id: RoomId(self.id),
            conversation: self.conversation_id.map(ConversationId),
            case: self.case_id.map(CaseId),
            chat: ChatId(self.chat_id),
            has_topic: self.thread.is_some(),
            unread_since: self.unread_since.map(at),
        }
    }
}

impl Tx {
    /// The rooms of pairs, each in the chat given for it; made if they are missing, moved if they were elsewhere.
    pub async fn rooms_of_pairs(&mut self, places: &[(ConversationId, ChatId)]) -> Result<Vec<Room>> {
        let rows = all!(
            self,
            "find pairs' rooms",
            Row,
            "INSERT INTO room (conversation_id, chat_id)
             SELECT CAST(value->>0 AS BIGINT), MIN(CAST(value->>1 AS BIGINT)) FROM jsonb_each($1)
             GROUP BY CAST(value->>0 AS BIGINT)
             ON CONFLICT (conversation_id) DO UPDATE SET chat_id = excluded.chat_id,
                 thread = CASE WHEN room.chat_id = excluded.chat_id THEN room.thread END
             RETURNING id, conversation_id, case_id, chat_id, thread, unread_since",
            json(places)?
        )?;
        Ok(rows.into_iter().map(Row::room).collect())
    }

    /// The room of a report, in this chat.
    pub async fn room_of_report(&mut self, case: CaseId, chat: ChatId) -> Result<Room> {
        let row = one!(
            self,
            "find a report's room",
            Row,
            "INSERT INTO room (case_id, chat_id) VALUES ($1, $2)
             ON CONFLICT (case_id) DO UPDATE SET chat_id = excluded.chat_id,
                 thread = CASE WHEN room.chat_id = excluded.chat_id THEN room.thread END
             RETURNING id, conversation_id, case_id, chat_id, thread, unread_since",
            case.0,
            chat.0
        )?;
        row.map(Row::room).ok_or_else(|| super::Error::missing("find a report's room"))
    }

    /// Rooms by their ids; those that are gone are left out.
    pub async fn rooms(&mut self, ids: &[RoomId]) -> Result<Vec<Room>> {
        let rows = all!(
            self,
            "find rooms",
            Row,
            "SELECT id, conversation_id, case_id, chat_id, thread, unread_since FROM room
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY id",
            json(ids)?
        )?;
        Ok(rows.into_iter().map(Row::room).collect())
    }

    /// Rooms' topics are being made; or, with `false`, they have none.
    pub async fn topics_asked(&mut self, rooms: &[RoomId], asked: bool) -> Result<()> {
        run!(
            self,
            "note that topics are being made",
            "UPDATE room SET thread = $2 WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(rooms)?,
            asked.then_some(0_i64)
        )?;
        Ok(())
    }

    /// Something in these rooms waits to be read from now on, unless something does already.
    pub async fn unread(&mut self, rooms: &[RoomId], now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "note that copies wait to be read",
            "UPDATE room SET unread_since = COALESCE(unread_since, $2)
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(rooms)?,
            ms(now)
        )?;
        Ok(())
    }

    /// What stands in a room up to this letter is read. Gives since when something below it is not.
    pub async fn read_up_to(&mut self, room: RoomId, letter: LetterId) -> Result<Option<DateTime<Utc>>> {
        run!(
            self,
            "note that copies were read",
            "UPDATE room SET read_to = $2 WHERE id = $1 AND read_to < $2",
            room.0,
            letter.0
        )?;
        let row = one!(
            self,
            "find copies that wait to be read",
            (Option<i64>,),
            "UPDATE room SET unread_since = (SELECT MIN(l.queued_at) FROM letter l
                 WHERE l.room_id = room.id AND l.id > room.read_to AND l.op = 'write' AND l.rank = 1)
             WHERE id = $1 RETURNING unread_since",
            room.0
        )?;
        Ok(row.and_then(|(since,)| since).map(at))
    }

    /// A programme's rooms that were in one chat are in another now, without topics; what waits for them there follows.
    pub async fn move_rooms(&mut self, from: ChatId, to: ChatId) -> Result<()> {
        run!(
            self,
            "move rooms",
            "UPDATE room SET chat_id = $2, thread = NULL WHERE chat_id = $1",
            from.0,
            to.0
        )?;
        self.follow_rooms(from).await
    }

    /// What waits in a chat for rooms that are elsewhere by now goes there.
    pub async fn follow_rooms(&mut self, from: ChatId) -> Result<()> {
        let rows = all!(
            self,
            "send letters after their rooms",
            (i64, i64),
            "UPDATE letter SET state = 'queued', lane = (SELECT r.chat_id FROM room r WHERE r.id = letter.room_id)
             WHERE lane = $1 AND room_id IS NOT NULL AND op NOT IN ('topic', 'look') AND state IN ('queued', 'held')
                 AND EXISTS (SELECT 1 FROM room r WHERE r.id = letter.room_id AND r.chat_id <> $1)
             RETURNING lane, rank",
            from.0
        )?;
        self.awake(&rows).await
    }

    /// Whether the team reads along in a pair. When its members are asked anew, nobody has agreed yet.
    pub async fn supervise(&mut self, pair: ConversationId, supervised: Supervised) -> Result<()> {
        run!(
            self,
            "note whether a pair is supervised",
            "UPDATE conversation SET supervised = $2 WHERE id = $1",
            pair.0,
            named(supervised)?
        )?;
        if supervised != Supervised::Yes {
            run!(
                self,
                "forget who agreed",
                "UPDATE member SET watched_at = NULL WHERE conversation_id = $1",
                pair.0
            )?;
        }
        Ok(())
    }

    /// A member agrees that the team reads along. Gives how many in the pair have not.
    pub async fn agree(
        &mut self,
        pair: ConversationId,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<usize> {
        run!(
            self,
            "note that a member agreed",
            "UPDATE member SET watched_at = $3 WHERE conversation_id = $1 AND person_id = $2",
            pair.0,
            person.0,
            ms(now)
        )?;
        Ok(self.not_agreed(pair).await?.len())
    }

    /// Who in a pair has not agreed that the team reads along.
    pub async fn not_agreed(&mut self, pair: ConversationId) -> Result<Vec<PersonId>> {
        let rows = all!(
            self,
            "find who has not agreed",
            (i64,),
            "SELECT person_id FROM member WHERE conversation_id = $1 AND state = 'active' AND watched_at IS NULL
             ORDER BY person_id",
            pair.0
        )?;
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// Who of a pair has this question before her, or on its way to her, and has not answered it; each with its letter.
    pub async fn asked_in(
        &mut self,
        pair: ConversationId,
        offer: &[Answer],
    ) -> Result<Vec<(PersonId, LetterId)>> {
        let rows = all!(
            self,
            "find who has a question before her",
            (i64, i64),
            "SELECT m.person_id, l.id FROM member m JOIN person p ON p.id = m.person_id
             JOIN letter l ON l.lane = p.chat_id AND l.person_id = m.person_id
             WHERE m.conversation_id = $1 AND l.offer = $2 AND l.op = 'write' AND l.answered_at IS NULL
                 AND l.state NOT IN ('withdrawn', 'failed') ORDER BY l.id",
            pair.0,
            json(offer)?
        )?;
        Ok(rows.into_iter().map(|(person, letter)| (PersonId(person), LetterId(letter))).collect())
    }

    /// All members agreed, with their yes to the proposal.
    pub async fn all_agree(&mut self, pair: ConversationId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "note that all members agreed",
            "UPDATE member SET watched_at = $2 WHERE conversation_id = $1 AND state = 'active'",
            pair.0,
            ms(now)
        )?;
        Ok(())
    }

    /// Notes the letter that is pinned in each member's chat.
    pub async fn pinned(&mut self, letters: &[(ConversationId, PersonId, LetterId)]) -> Result<()> {
        run!(
            self,
            "note pinned letters",
            "UPDATE member SET pinned = i.letter
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                       CAST(value->>2 AS BIGINT) AS letter FROM jsonb_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(letters)?
        )?;
        Ok(())
    }

    /// The letters pinned in the chats of a pair's members, or of one of them; they are pinned no more.
    pub async fn unpin(
        &mut self,
        pair: ConversationId,
        only: Option<PersonId>,
    ) -> Result<Vec<(To, LetterId)>> {
        let rows = all!(
            self,
            "find pinned letters",
            (i64, i64, i64),
            "SELECT p.chat_id, p.id, m.pinned FROM member m JOIN person p ON p.id = m.person_id
             WHERE m.conversation_id = $1 AND m.pinned IS NOT NULL AND p.chat_id IS NOT NULL
                 AND m.person_id = COALESCE($2, m.person_id)",
            pair.0,
            only.map(|only| only.0)
        )?;
        run!(
            self,
            "forget pinned letters",
            "UPDATE member SET pinned = NULL WHERE conversation_id = $1 AND person_id = COALESCE($2, person_id)",
            pair.0,
            only.map(|only| only.0)
        )?;
        let pinned = |(chat, person, letter)| {
            (To { chat: ChatId(chat), person: Some(PersonId(person)) }, LetterId(letter))
        };
        Ok(rows.into_iter().map(pinned).collect())
    }
}
