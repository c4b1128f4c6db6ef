//! What the team sees of messages it may take back.

use super::{Result, Tx};
use crate::domain::id::{CaseId, ChatId, LetterId, MessageId, RoomId, SourceId};

impl Tx {
    /// The relayed message whose copy stands there, whatever it was copied for, and the letter that is the copy.
    pub async fn copied_from(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<(LetterId, SourceId)>> {
        let row = one!(
            self,
            "find what a copy was made of",
            (i64, Option<i64>),
            "SELECT l.id, COALESCE(l.source_id, s.id, c.source_id) FROM letter l
             LEFT JOIN source s ON s.chat_id = l.from_chat AND s.message_id = l.from_message
             LEFT JOIN letter c ON c.lane = l.from_chat AND c.message_id = l.from_message
             WHERE l.lane = $1 AND l.message_id = $2 AND l.op = 'copy'",
            chat.0,
            message.0
        )?;
        Ok(row.and_then(|(letter, source)| Some((LetterId(letter), SourceId(source?)))))
    }

    /// The room a letter is read in, and the case it is about.
    pub async fn place_of(&mut self, letter: LetterId) -> Result<(Option<RoomId>, Option<CaseId>)> {
        let row = one!(
            self,
            "find where a letter is read",
            (Option<i64>, Option<i64>),
            "SELECT l.room_id, COALESCE(l.case_id, r.case_id) FROM letter l LEFT JOIN room r ON r.id = l.room_id
             WHERE l.id = $1",
            letter.0
        )?;
        Ok(row.map_or((None, None), |(room, case)| (room.map(RoomId), case.map(CaseId))))
    }
}
