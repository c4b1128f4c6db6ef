//! What waits because a conversation or a reader is away: held, let go again in order, or withdrawn.

use super::{Result, Tx, at, json, ms, parsed};
use crate::domain::id::{ChatId, ConversationId, LetterId, PersonId, SourceId};
use crate::domain::letter::Letter;
use crate::domain::pause::Held;
use chrono::{DateTime, Utc};

/// A message that waited and goes now, to one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Released {
    /// Where.
    pub conversation: ConversationId,
    /// Whose.
    pub author: PersonId,
    /// Which.
    pub source: SourceId,
}

/// What is held for one reader, by one writer in one conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pile {
    /// The reader's chat.
    pub lane: ChatId,
    /// The conversation, if it is in one.
    pub conversation: Option<ConversationId>,
    /// The reader, as far as the letters name her.
    pub reader: Option<PersonId>,
    /// The writer, if it is somebody's.
    pub author: Option<PersonId>,
    /// Since when it waits, and why.
    pub held: Held,
}

row! {
    struct ReleasedRow {
        lane: i64,
        rank: i64,
        op: String,
        conversation_id: Option<i64>,
        source_id: Option<i64>,
        author_id: Option<i64>,
    }
}

impl ReleasedRow {
    fn released(&self) -> Option<Released> {
        let is_message = matches!(self.op.as_str(), "copy" | "album");
        let (conversation, source) = (self.conversation_id?, self.source_id.filter(|_| is_message)?);
        let (conversation, source) = (ConversationId(conversation), SourceId(source));
        Some(Released { conversation, author: PersonId(self.author_id?), source })
    }
}

row! {
    struct PileRow {
        lane: i64,
        conversation_id: Option<i64>,
        person_id: Option<i64>,
        author_id: Option<i64>,
        oldest: i64,
        reach: Option<String>,
        reach_at: Option<i64>,
        phase: Option<String>,
        reader_away: Option<i64>,
        author_away: Option<i64>,
    }
}

impl PileRow {
    fn pile(self) -> Pile {
        let away = self.reader_away.or(self.author_away).is_some();
        let unreachable = self.reach.as_deref() != Some("reachable");
        let held = Held {
            oldest: at(self.oldest),
            // Who could not be reached before that was noted could not be reached then.
            unreachable: unreachable.then(|| self.reach_at.map_or(DateTime::UNIX_EPOCH, at)),
            on_break: away && self.phase.as_deref().is_none_or(|phase| phase == "active"),
        };
        Pile {
            lane: ChatId(self.lane),
            conversation: self.conversation_id.map(ConversationId),
            reader: self.person_id.map(PersonId),
            author: self.author_id.map(PersonId),
            held,
        }
    }
}

/// What waited and will not go, in the order in which it was written: each message once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// The messages.
    pub messages: Vec<SourceId>,
    /// Messages that had arrived, and a change of theirs will not.
    pub changes: Vec<SourceId>,
}

impl Lost {
    /// From withdrawn letters.
    pub(super) fn of(letters: &[(Option<i64>, String)]) -> Self {
        let by = |ops: &[&str]| {
            let those = letters.iter().filter(|(_, op)| ops.contains(&op.as_str()));
            let mut sources: Vec<SourceId> = those.filter_map(|(source, _)| source.map(SourceId)).collect();
            sources.sort_unstable();
            sources.dedup();
            sources
        };
        let (messages, mut changes) = (by(&["copy", "album"]), by(&["edit"]));
        changes.retain(|source| !messages.contains(source));
        Self { messages, changes }
    }

    /// These and those.
    pub fn add(&mut self, more: Self) {
        self.messages.extend(more.messages);
        self.changes.extend(more.changes);
    }
}

impl Tx {
    /// Holds everything that is queued in a conversation, both ways, names above messages included (rank 1: relay).
    pub async fn hold(&mut self, conversation: ConversationId) -> Result<u64> {
        run!(
            self,
            "hold a conversation's letters",
            "UPDATE letter SET state = 'held' WHERE conversation_id = $1 AND state = 'queued' AND rank = 1",
            conversation.0
        )
    }

    /// Withdraws everything that waits in a conversation.
    pub async fn withdraw(&mut self, conversation: ConversationId) -> Result<u64> {
        run!(
            self,
            "withdraw a conversation's letters",
            "UPDATE letter SET state = 'withdrawn' WHERE id IN
                 (SELECT id FROM letter WHERE conversation_id = $1 AND state = 'queued'
                  UNION ALL SELECT id FROM letter WHERE conversation_id = $1 AND state = 'held')",
            conversation.0
        )
    }

    /// Holds what is queued for somebody who goes on a break, in all her pairs.
    pub async fn hold_for(&mut self, reader: PersonId) -> Result<u64> {
        run!(
            self,
            "hold the letters for somebody on a break",
            "UPDATE letter SET state = 'held' WHERE person_id = $1 AND state = 'queued'
                 AND EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id)",
            reader.0
        )
    }

    /// Lets held letters of conversations go, in order, to everyone who can be reached; what still waits for something
    /// stays. Gives the messages that go.
    pub async fn release(&mut self, conversations: &[ConversationId]) -> Result<Vec<Released>> {
        let rows = all!(
            self,
            "release conversations' letters",
            ReleasedRow,
            "UPDATE letter SET state = 'queued'
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'held'
                 AND EXISTS (SELECT 1 FROM person WHERE person.chat_id = letter.lane AND reach = 'reachable')
                 AND NOT EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id)
             RETURNING lane, rank, op, conversation_id, source_id,
                 (SELECT s.author_id FROM source s WHERE s.id = letter.source_id) AS author_id",
            json(conversations)?
        )?;
        self.released(rows).await
    }

    async fn released(&mut self, rows: Vec<ReleasedRow>) -> Result<Vec<Released>> {
        self.awake(&rows.iter().map(|row| (row.lane, row.rank)).collect::<Vec<_>>()).await?;
        let mut released: Vec<Released> = rows.iter().filter_map(ReleasedRow::released).collect();
        released.sort_unstable_by_key(|it| it.source);
        Ok(released)
    }

    /// Lets single letters go that were held; whoever cannot be reached by now does not get them later.
    pub async fn let_go(&mut self, letters: &[LetterId]) -> Result<()> {
        let rows = all!(
            self,
            "let held letters go",
            (i64, i64),
            "UPDATE letter SET state = CASE
                 WHEN EXISTS (SELECT 1 FROM person WHERE person.chat_id = letter.lane AND reach = 'reachable')
                 THEN 'queued' ELSE 'withdrawn' END
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'held'
             RETURNING lane, rank",
            json(letters)?
        )?;
        self.awake(&rows).await
    }

    /// Holds what waits for someone who cannot be reached: messages, what she reads along, and mail that she must read, stay
    /// in order, everything else is withdrawn.
    pub async fn hold_lane(&mut self, chat: ChatId) -> Result<()> {
        let rows = all!(
            self,
            "find mail for someone who is away",
            (i64, String),
            "SELECT id, body FROM letter
             WHERE lane = $1 AND state = 'queued' AND rank = -1 AND op = 'write' AND body IS NOT NULL",
            chat.0
        )?;
        let mut mail = Vec::new();
        for (id, body) in rows {
            if parsed::<Letter>(&body)?.waits_for_its_reader() {
                mail.push(id);
            }
        }
        run!(
            self,
            "hold the messages for someone who is away",
            "UPDATE letter SET state = 'held' WHERE lane = $1 AND state = 'queued'
                 AND (rank = 1 OR room_id IS NOT NULL OR id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2)))",
            chat.0,
            json(&mail)?
        )?;
        // Its words go with it: the link of an invitation may stand there.
        run!(
            self,
            "withdraw what is for nobody who is away",
            "UPDATE letter SET state = 'withdrawn', body = NULL WHERE lane = $1 AND state = 'queued'",
            chat.0
        )?;
        Ok(())
    }

    /// Lets go what was held for someone who is back, where nothing else keeps it. Gives the messages that go.
    pub async fn release_lane(&mut self, chat: ChatId) -> Result<Vec<Released>> {
        let rows = all!(
            self,
            "release the messages for someone who is back",
            ReleasedRow,
            "UPDATE letter SET state = 'queued' WHERE lane = $1 AND state = 'held'
                 AND (conversation_id IS NULL OR conversation_id IN
                     (SELECT id FROM conversation WHERE id = letter.conversation_id AND phase = 'active'))
                 AND NOT EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id)
             RETURNING lane, rank, op, conversation_id, source_id,
                 (SELECT s.author_id FROM source s WHERE s.id = letter.source_id) AS author_id",
            chat.0
        )?;
        self.released(rows).await
    }

    /// What is held for these chats, by conversation and writer, and why.
    pub async fn held_for(&mut self, chats: &[ChatId]) -> Result<Vec<Pile>> {
        let rows = all!(
            self,
            "find what is held",
            PileRow,
            "SELECT l.lane, l.conversation_id, l.person_id, s.author_id, MIN(l.queued_at) AS oldest, r.reach, r.reach_at,
                 c.phase, r.paused_until AS reader_away, a.paused_until AS author_away
             FROM letter l
             LEFT JOIN source s ON s.id = l.source_id
             LEFT JOIN person a ON a.id = s.author_id
             LEFT JOIN person r ON r.id = COALESCE(l.person_id, (SELECT MIN(o.id) FROM person o WHERE o.chat_id = l.lane))
             LEFT JOIN conversation c ON c.id = l.conversation_id
             WHERE l.lane IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND l.state = 'held'
                 AND (l.source_id IS NOT NULL OR l.room_id IS NULL AND (l.rank <> -1 OR l.case_id IS NOT NULL))
             GROUP BY l.lane, l.conversation_id, l.person_id, s.author_id, r.reach, r.reach_at, c.phase, r.paused_until,
                 a.paused_until",
            json(chats)?
        )?;
        Ok(rows.into_iter().map(PileRow::pile).collect())
    }

    /// Withdraws what was written then or before and is held in a pile; gives it. What is read along, and
    /// mail about her own case, never grows too old: somebody must read it.
    pub async fn withdraw_pile(&mut self, pile: &Pile, before: DateTime<Utc>) -> Result<Lost> {
        let rows = all!(
            self,
            "withdraw messages that were held too long",
            (Option<i64>, String),
            "UPDATE letter SET state = 'withdrawn', err = 'too old'
             WHERE lane = $1 AND state = 'held' AND queued_at <= $2
                 AND (source_id IS NOT NULL OR room_id IS NULL AND (rank <> -1 OR case_id IS NOT NULL))
                 AND COALESCE(conversation_id, 0) = $3 AND COALESCE(person_id, 0) = $4
                 AND COALESCE((SELECT s.author_id FROM source s WHERE s.id = letter.source_id), 0) = $5
             RETURNING source_id, op",
            pile.lane.0,
            ms(before),
            pile.conversation.map_or(0, |id| id.0),
            pile.reader.map_or(0, |id| id.0),
            pile.author.map_or(0, |id| id.0)
        )?;
        Ok(Lost::of(&rows))
    }

    /// The chats whose messages wait for someone, or are on their way to her.
    pub async fn writers_waiting(&mut self, chat: ChatId) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find whose messages wait",
            (i64,),
            "SELECT DISTINCT from_chat FROM
                 (SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'queued'
                  UNION ALL SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'sending'
                  UNION ALL SELECT op, from_chat, source_id FROM letter WHERE lane = $1 AND state = 'held') AS waiting
             WHERE source_id IS NOT NULL AND op IN ('copy', 'album')",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(writer,)| ChatId(writer)).collect())
    }
}
