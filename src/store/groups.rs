//! Groups the bot is in: its place there, and what moves when a group gets a new id.

use super::{Result, Tx};
use crate::domain::heard::GroupPlace;
use crate::domain::id::{CaseId, ChatId, ProgrammeId};

impl Tx {
    /// What is known about the bot's place in a group.
    pub async fn group_place(&mut self, chat: ChatId) -> Result<Option<GroupPlace>> {
        let row = one!(
            self,
            "find the bot's place in a group",
            (i64, i64, i64, i64, i64),
            "SELECT inside, topics, pin, del, forum FROM group_chat WHERE chat_id = $1",
            chat.0
        )?;
        Ok(row.map(|(inside, topics, pin, delete, forum)| GroupPlace {
            inside: inside == 1,
            topics: topics == 1,
            pin: pin == 1,
            delete: delete == 1,
            forum: forum == 1,
        }))
    }

    /// Notes the bot's place in a group.
    pub async fn note_group(&mut self, chat: ChatId, place: GroupPlace) -> Result<()> {
        run!(
            self,
            "note the bot's place in a group",
            "INSERT INTO group_chat (chat_id, inside, topics, pin, del, forum) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (chat_id) DO UPDATE SET inside = excluded.inside, topics = excluded.topics,
                 pin = excluded.pin, del = excluded.del, forum = excluded.forum",
            chat.0,
            i64::from(place.inside),
            i64::from(place.topics),
            i64::from(place.pin),
            i64::from(place.delete),
            i64::from(place.forum)
        )?;
        Ok(())
    }

    /// A lead wants this group for her programme: from now on the bot speaks its language there.
    pub async fn ask_for_group(&mut self, chat: ChatId, programme: ProgrammeId) -> Result<()> {
        run!(
            self,
            "note whose group it may be",
            "UPDATE group_chat SET programme_id = $2 WHERE chat_id = $1",
            chat.0,
            programme.0
        )?;
        Ok(())
    }

    /// A group has a new id: it is replaced everywhere at once. What waits for the group goes to its new lane.
    pub async fn move_group(&mut self, from: ChatId, to: ChatId) -> Result<()> {
        run!(
            self,
            "move a group",
            "UPDATE programme SET group_chat = $2 WHERE group_chat = $1",
            from.0,
            to.0
        )?;
        run!(
            self,
            "move the bot's place in a group",
            "INSERT INTO group_chat (chat_id, programme_id, inside, topics, pin, del, forum)
             SELECT $2, programme_id, inside, topics, pin, del, forum FROM group_chat WHERE chat_id = $1
             ON CONFLICT (chat_id) DO UPDATE SET programme_id = excluded.programme_id",
            from.0,
            to.0
        )?;
        run!(
            self,
            "move a safeguarding group",
            "UPDATE programme SET safe_chat = $2 WHERE safe_chat = $1",
            from.0,
            to.0
        )?;
        run!(
            self,
            "move a group's rooms",
            "UPDATE room SET chat_id = $2, thread = NULL WHERE chat_id = $1",
            from.0,
            to.0
        )?;
        run!(self, "forget a moved group", "DELETE FROM group_chat WHERE chat_id = $1", from.0)?;
        let moved = all!(
            self,
            "move what waits for a group",
            (i64,),
            "UPDATE letter SET lane = $2 WHERE lane = $1 AND state IN ('queued', 'held') RETURNING rank",
            from.0,
            to.0
        )?;
        run!(self, "close a moved group's lane", "UPDATE lane SET rank = NULL WHERE chat_id = $1", from.0)?;
        let waiting: Vec<(i64, i64)> = moved.into_iter().map(|(rank,)| (to.0, rank)).collect();
        self.awake(&waiting).await
    }

    /// What waits for a group about cases is not sent any more; with a case, only what is about that one.
    pub async fn withdraw_cards(&mut self, chat: ChatId, case: Option<CaseId>) -> Result<()> {
        run!(
            self,
            "withdraw cards",
            "UPDATE letter SET state = 'withdrawn' WHERE lane = $1 AND state = 'queued' AND case_id IS NOT NULL
                 AND ($2 = 0 OR case_id = $2)",
            chat.0,
            case.map_or(0, |id| id.0)
        )?;
        Ok(())
    }

    /// The topics of a programme's open cases are forgotten: its group is another one now, or none.
    pub async fn forget_topics(&mut self, programme: ProgrammeId) -> Result<()> {
        run!(
            self,
            "forget topics",
            "UPDATE case_file SET thread = NULL WHERE programme_id = $1 AND resolved_at IS NULL",
            programme.0
        )?;
        Ok(())
    }
}
