//! Posting letters, and finding a letter again by the message it became or the button it offered.

use super::{Result, Tx, at, json, ms, parsed};
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::letter::{Answer, Copied, Gone, Letter, Op, Post};
use crate::domain::reaction::Emoji;
use crate::domain::turn::{line, strand};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// A letter somebody pressed a button of.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Whose buttons these are: the chat they were sent to.
    pub lane: ChatId,
    /// Whom they were for, if it was somebody in particular.
    pub person: Option<PersonId>,
    /// The letter whose message shows them; later ones replace it.
    pub root: LetterId,
    /// What each button means.
    pub offer: Vec<Answer>,
    /// When one of them was pressed.
    pub answered_at: Option<DateTime<Utc>>,
    /// When they were posted.
    pub posted_at: DateTime<Utc>,
}

/// What a message in someone's chat is to the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// The relayed message it is or is a copy of.
    pub source: Option<SourceId>,
    /// The bot's letter it is; `None` for the person's own message.
    pub letter: Option<LetterId>,
    /// Whom the letter was for, or who wrote the message.
    pub person: Option<PersonId>,
}

/// One row of `letter` as it goes into the set, in the order of the statement below.
#[derive(Serialize)]
struct Row(
    i64,
    i64,
    &'static str,
    &'static str,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    i64,
    i64,
    Option<i64>,
    Option<i64>,
    Option<Rest>,
);

/// What most letters, the copies, have nothing of: a column that is looked for costs as much as one that is found.
#[derive(Default, PartialEq, Serialize)]
struct Rest(
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<&'static str>,
    Option<i64>,
    Option<i64>,
);

/// It is held, or there is no chat for it so far.
fn waits(post: &Post) -> bool {
    post.held || post.to.chat == ChatId::NOWHERE
}

impl Row {
    fn of(post: &Post, now: i64) -> Result<Self> {
        let mut row = Self(
            post.to.chat.0,
            post.rank as i64,
            "write",
            if waits(post) { "held" } else { "queued" },
            post.conversation.map(|id| id.0),
            post.source.map(|id| id.0),
            None,
            post.to_message.map(|id| id.0),
            post.answers.map(|id| id.0),
            0,
            now,
            post.to.person.map(|id| id.0),
            strand(post),
            None,
        );
        let mut rest = Rest(
            None,
            None,
            post.below.map(|id| id.0),
            None,
            post.case.map(|id| id.0),
            post.until.map(ms).or(post.rank.oldest().map(|age| now + age.num_milliseconds())),
            post.gathers.as_ref().map(|album| ms(album.ready_at)),
            post.gathers.as_ref().map(|album| json(&album.parts)).transpose()?,
            None,
            post.room.map(|id| id.0),
            None,
        );
        row.does(&post.op, &mut rest)?;
        row.13 = (rest != Rest::default()).then_some(rest);
        Ok(row)
    }

    fn does(&mut self, op: &Op, rest: &mut Rest) -> Result<()> {
        let row = self;
        match op {
            Op::Write(letter) => {
                rest.10 = line(letter).map(|line| line as i64);
                // Whoever holds her phone reads the first words of what is new in it.
                rest.says(&letter.as_new())?;
            }
            Op::Rewrite { of, with } => {
                row.2 = "rewrite";
                rest.2 = Some(of.0);
                rest.says(with)?;
            }
            Op::Clear { of } => {
                row.2 = "clear";
                rest.2 = Some(of.0);
            }
            Op::Copy(copied) => row.copies(copied),
            Op::Album { source, chat, protect } => {
                row.2 = "album";
                row.5 = Some(source.0);
                row.6 = Some(chat.0);
                row.9 = i64::from(*protect);
            }
            Op::Edit { of, chat, message } => {
                row.2 = "edit";
                rest.2 = Some(of.0);
                row.6 = Some(chat.0);
                row.7 = Some(message.0);
            }
            Op::React { to, emoji } => {
                row.2 = "react";
                row.8 = Some(to.0);
                rest.8 = emoji.map(Emoji::as_str);
            }
            Op::Delete(gone) => {
                row.2 = "delete";
                match gone {
                    Gone::Letter(of) => rest.2 = Some(of.0),
                    Gone::Source { source, chat } => (row.5, row.6) = (Some(source.0), Some(chat.0)),
                    Gone::Own(message) => row.7 = Some(message.0),
                    Gone::Part(source) => row.5 = Some(source.0),
                }
            }
            Op::Toast { query, text } => {
                row.2 = "toast";
                rest.3 = Some(query.clone());
                rest.0 = text.as_ref().map(json).transpose()?;
            }
            Op::Topic => row.2 = "topic",
            Op::Room(name) => {
                row.2 = "topic";
                rest.says(name)?;
            }
            Op::Commands => row.2 = "commands",
            Op::Look { account } => {
                row.2 = "look";
                row.6 = Some(account.0);
            }
            // Whom to look for is nobody: there is nothing here to look after.
            Op::Leave => row.2 = "look",
        }
        Ok(())
    }

    fn copies(&mut self, copied: &Copied) {
        self.2 = "copy";
        self.5 = copied.source.map(|id| id.0);
        self.6 = Some(copied.chat.0);
        self.7 = Some(copied.message.0);
        self.8 = copied.reply_to.map(|id| id.0);
        self.9 = i64::from(copied.protect);
    }
}

impl Rest {
    fn says(&mut self, letter: &Letter) -> Result<()> {
        self.0 = Some(json(letter)?);
        let offer = letter.offer();
        self.1 = if offer.is_empty() { None } else { Some(json(&offer)?) };
        Ok(())
    }
}

/// The ids of `many` rows that one statement has just added in order, of which `last` is the highest: there is one writer
/// at a time, so they follow each other. Asking for the last costs a seek; having each row given back costs a hand-over.
pub(super) fn numbered(last: &[(i64,)], many: usize) -> impl Iterator<Item = i64> + use<> {
    let last = last.last().map_or(0, |(last,)| *last);
    let many = i64::try_from(many).unwrap_or(i64::MAX);
    last.saturating_sub(many) + 1..=last
}

impl Tx {
    /// Posts one letter.
    pub async fn post(&mut self, post: Post, now: DateTime<Utc>) -> Result<LetterId> {
        let ids = self.post_all(std::slice::from_ref(&post), now).await?;
        ids.first().copied().ok_or_else(|| super::Error::new("post a letter", sqlx::Error::RowNotFound))
    }

    /// Posts letters as a set; inside a lane, rank and conversation they are carried in this order. Gives their ids in
    /// this order.
    pub async fn post_all(&mut self, posts: &[Post], now: DateTime<Utc>) -> Result<Vec<LetterId>> {
        if posts.is_empty() {
            return Ok(Vec::new());
        }
        for post in posts {
            if let Op::Rewrite { of, .. } = post.op {
                self.rewritten.insert(of);
            }
        }
        let rows = posts.iter().map(|post| Row::of(post, ms(now))).collect::<Result<Vec<_>>>()?;
        self.news.posted |= posts.iter().any(|post| !waits(post));
        let last = steps!(
            self,
            "post letters",
            (i64,),
            (json(&rows)?.as_str()),
            [
                "INSERT INTO letter (lane, rank, op, state, conversation_id, source_id, from_chat, from_message,
                     reply_source, protect, queued_at, person_id, body, offer, target, query, case_id, until, ready_at,
                     parts, emoji, room_id, leads, strand)
                 WITH i AS MATERIALIZED (SELECT key, value, NULLIF(value->13, 'null') AS rest FROM jsonb_each($1))
                 SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), value->>2, value->>3,
                     CAST(value->>4 AS BIGINT), CAST(value->>5 AS BIGINT), CAST(value->>6 AS BIGINT),
                     CAST(value->>7 AS BIGINT), CAST(value->>8 AS BIGINT), CAST(value->>9 AS BIGINT),
                     CAST(value->>10 AS BIGINT), CAST(value->>11 AS BIGINT), rest->>0, rest->>1,
                     CAST(rest->>2 AS BIGINT), rest->>3, CAST(rest->>4 AS BIGINT), CAST(rest->>5 AS BIGINT),
                     CAST(rest->>6 AS BIGINT), rest->>7, rest->>8, CAST(rest->>9 AS BIGINT), CAST(rest->>10 AS BIGINT),
                     COALESCE(CAST(value->>12 AS BIGINT),
                         (SELECT t.strand FROM letter t WHERE t.id = CAST(rest->>2 AS BIGINT)), 0)
                 FROM i ORDER BY key",
                "INSERT INTO lane (chat_id, rank)
                 SELECT CAST(value->>0 AS BIGINT), MIN(CAST(value->>1 AS BIGINT)) FROM jsonb_each($1)
                 WHERE value->>3 = 'queued' GROUP BY CAST(value->>0 AS BIGINT)
                 ON CONFLICT (chat_id) DO UPDATE SET ready_at = NULL, rank =
                     CASE WHEN lane.rank IS NULL OR lane.rank > excluded.rank THEN excluded.rank ELSE lane.rank END",
                "SELECT MAX(id) FROM letter WHERE CAST($1 AS TEXT) IS NOT NULL"
            ]
        )?;
        let ids: Vec<_> = numbered(&last, posts.len()).map(LetterId).collect();
        self.note_questions(posts, &ids).await?;
        Ok(ids)
    }

    /// Tells lanes that something of this rank waits in them.
    pub(super) async fn awake(&mut self, waiting: &[(i64, i64)]) -> Result<()> {
        if waiting.is_empty() {
            return Ok(());
        }
        self.news.posted = true;
        run!(
            self,
            "tell lanes that letters wait",
            "INSERT INTO lane (chat_id, rank)
             SELECT CAST(value->>0 AS BIGINT), MIN(CAST(value->>1 AS BIGINT)) FROM jsonb_each($1) WHERE true
             GROUP BY CAST(value->>0 AS BIGINT)
             ON CONFLICT (chat_id) DO UPDATE SET ready_at = NULL, rank =
                 CASE WHEN lane.rank IS NULL OR lane.rank > excluded.rank THEN excluded.rank ELSE lane.rank END",
            json(waiting)?
        )?;
        Ok(())
    }

    /// The letter behind a button, if there is one.
    pub async fn offered(&mut self, letter: LetterId) -> Result<Option<Offered>> {
        let row = one!(
            self,
            "find a pressed letter",
            (i64, Option<i64>, i64, Option<String>, Option<i64>, i64),
            "SELECT lane, person_id, COALESCE(target, id), offer, answered_at, queued_at FROM letter WHERE id = $1",
            letter.0
        )?;
        let Some((lane, person, root, Some(offer), answered_at, posted_at)) = row else { return Ok(None) };
        Ok(Some(Offered {
            lane: ChatId(lane),
            person: person.map(PersonId),
            root: LetterId(root),
            offer: parsed(&offer)?,
            answered_at: answered_at.map(at),
            posted_at: at(posted_at),
        }))
    }

    /// Notes that a letter's question is answered; later presses are stale.
    pub async fn answered(&mut self, letter: LetterId, now: DateTime<Utc>) -> Result<()> {
        run!(self, "note an answer", "UPDATE letter SET answered_at = $2 WHERE id = $1", letter.0, ms(now))?;
        Ok(())
    }

    /// How many letters are kept.
    pub async fn count_letters(&mut self) -> Result<i64> {
        let row = one!(self, "count letters", (i64,), "SELECT COUNT(*) FROM letter")?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// Whether this transaction replaces that letter's message.
    pub fn rewrote(&self, letter: LetterId) -> bool {
        self.rewritten.contains(&letter)
    }

    /// What a message in a chat is: a copy, a letter of the bot's, or the person's own relayed message. Keyed by chat
    /// and message; unknown is unknown, never guessed.
    pub async fn known(&mut self, chat: ChatId, message: MessageId) -> Result<Option<Known>> {
        let row = one!(
            self,
            "find what a message is",
            (Option<i64>, Option<i64>, Option<i64>, Option<i64>),
            "SELECT conversation_id, source_id, id, person_id FROM letter WHERE lane = $1 AND message_id = $2
             UNION ALL
             SELECT conversation_id, id, NULL, author_id FROM source WHERE chat_id = $1 AND message_id = $2
             LIMIT 1",
            chat.0,
            message.0
        )?;
        Ok(row.map(|(conversation, source, letter, person)| Known {
            conversation: conversation.map(ConversationId),
            source: source.map(SourceId),
            letter: letter.map(LetterId),
            person: person.map(PersonId),
        }))
    }
}
