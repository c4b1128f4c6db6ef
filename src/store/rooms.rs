//! Rooms whose time is over.

use super::{Result, Room, Tx, json};
use crate::domain::id::{CaseId, ChatId, ConversationId, RoomId, SourceId};

impl Tx {
    /// The rooms of these reports.
    pub async fn rooms_of_cases(&mut self, cases: &[CaseId]) -> Result<Vec<RoomId>> {
        let rows = all!(
            self,
            "find reports' rooms",
            (i64,),
            "SELECT id FROM room WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY id",
            json(cases)?
        )?;
        Ok(rows.into_iter().map(|(id,)| RoomId(id)).collect())
    }

    /// The rooms that are read in a chat.
    pub async fn rooms_in(&mut self, chat: ChatId) -> Result<Vec<Room>> {
        let rows = all!(
            self,
            "find a chat's rooms",
            (i64,),
            "SELECT id FROM room WHERE chat_id = $1 ORDER BY id",
            chat.0
        )?;
        let ids: Vec<RoomId> = rows.into_iter().map(|(id,)| RoomId(id)).collect();
        self.rooms(&ids).await
    }

    /// A room is in another chat now, without a topic.
    pub async fn move_room(&mut self, room: RoomId, to: ChatId) -> Result<()> {
        run!(self, "move a room", "UPDATE room SET chat_id = $2, thread = NULL WHERE id = $1", room.0, to.0)?;
        Ok(())
    }

    /// The room of a pair, if it ever had one.
    pub async fn room_of(&mut self, pair: ConversationId) -> Result<Option<RoomId>> {
        let row = one!(
            self,
            "find a pair's room",
            (i64,),
            "SELECT id FROM room WHERE conversation_id = $1",
            pair.0
        )?;
        Ok(row.map(|(id,)| RoomId(id)))
    }

    /// How the last letter stands that deletes a room's topic, as stored, if there is one. Of what is done with topics, only
    /// that is an announcement (rank 4).
    pub async fn deletion_of(&mut self, room: RoomId) -> Result<Option<String>> {
        let row = one!(
            self,
            "find whether a topic is being deleted",
            (String,),
            "SELECT state FROM letter WHERE room_id = $1 AND op = 'topic' AND body IS NULL AND case_id IS NULL
                 AND rank = 4 ORDER BY id DESC LIMIT 1",
            room.0
        )?;
        Ok(row.map(|(state,)| state))
    }

    /// Whether messages wait in a pair, or changes of them, of which nobody who reads along would have anything.
    pub async fn has_unwatched(&mut self, pair: ConversationId) -> Result<bool> {
        let row = one!(
            self,
            "find whether messages wait unwatched",
            (i64,),
            "SELECT id FROM letter WHERE conversation_id = $1 AND state IN ('queued', 'held')
                 AND op IN ('copy', 'album', 'edit') AND source_id IS NOT NULL AND room_id IS NULL LIMIT 1",
            pair.0
        )?;
        Ok(row.is_some())
    }

    /// What waits in a pair is read in this room when it arrives. Changes that waited to take the place of what had arrived
    /// are withdrawn; gives their messages.
    pub async fn watch_what_waits(&mut self, pair: ConversationId, room: RoomId) -> Result<Vec<SourceId>> {
        run!(
            self,
            "have waiting messages read along",
            "UPDATE letter SET room_id = $2 WHERE conversation_id = $1 AND state IN ('queued', 'held')
                 AND op IN ('copy', 'album') AND source_id IS NOT NULL AND room_id IS NULL",
            pair.0,
            room.0
        )?;
        let rows = all!(
            self,
            "withdraw waiting changes",
            (i64,),
            "UPDATE letter SET state = 'withdrawn' WHERE conversation_id = $1 AND state IN ('queued', 'held')
                 AND op = 'edit' AND source_id IS NOT NULL RETURNING source_id",
            pair.0
        )?;
        Ok(rows.into_iter().map(|(source,)| SourceId(source)).collect())
    }

    /// Nothing is read in a room any more; what still waits for it is withdrawn.
    pub async fn forget_room(&mut self, room: RoomId) -> Result<()> {
        run!(
            self,
            "withdraw what waits for a room",
            "UPDATE letter SET state = 'withdrawn' WHERE room_id = $1 AND state = 'held'",
            room.0
        )?;
        run!(self, "forget a room", "DELETE FROM room WHERE id = $1", room.0)?;
        Ok(())
    }
}
