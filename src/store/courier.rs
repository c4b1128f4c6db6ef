//! The outbox as the courier sees it: lanes that are free, letters to lease, letters to sign off.

use super::{Carried, Leased, Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, SourceId};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::person::{Role, Standing};
use crate::domain::reaction::Emoji;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A leased letter with all the courier needs to carry it.
#[derive(Clone, Debug)]
pub struct Errand {
    /// The letter.
    pub id: LetterId,
    /// The chat it goes to.
    pub lane: ChatId,
    /// The lane's clock as it was: not before this.
    pub not_before: DateTime<Utc>,
    /// Its [`crate::domain::letter::Rank`], as stored.
    pub rank: i64,
    /// What to do.
    pub what: Leased,
    /// What something written is shown as an answer to.
    pub reply_to: Option<MessageId>,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The case's topic, in the coordinators' group.
    pub thread: Option<i64>,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// When it was posted.
    pub queued_at: DateTime<Utc>,
    /// After that it is not sent any more.
    pub until: Option<DateTime<Utc>>,
    /// A try of it may have arrived although no answer did.
    pub maybe_duplicate: bool,
    /// Who will read it.
    pub reader: Reader,
}

/// Who reads a letter, as far as its words depend on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// Her language; in a group, the programme's.
    pub lang: Lang,
    /// The programme's language.
    pub fallback: Lang,
    /// Her zone; in a group, the programme's.
    pub zone: Tz,
    /// Her role; `None` in a group.
    pub role: Option<Role>,
    /// How far she has come; `None` in a group.
    pub standing: Option<Standing>,
    /// The programme's name.
    pub programme: String,
}

/// One letter signed off.
#[derive(Clone, Debug)]
pub struct SignOff {
    /// The letter.
    pub id: LetterId,
    /// Its lane.
    pub lane: ChatId,
    /// How it ended.
    pub carried: Carried,
    /// The lane's next moment.
    pub not_before: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    chat_id: i64,
    not_before: i64,
    id: Option<i64>,
    rank: Option<i64>,
    op: Option<String>,
    conversation_id: Option<i64>,
    case_id: Option<i64>,
    source_id: Option<i64>,
    body: Option<String>,
    target: Option<i64>,
    target_message: Option<i64>,
    query: Option<String>,
    from_chat: Option<i64>,
    from_message: Option<i64>,
    reply_message: Option<i64>,
    parts: Option<String>,
    emoji: Option<String>,
    ready_at: Option<i64>,
    protect: Option<i64>,
    attempts: Option<i64>,
    queued_at: Option<i64>,
    until: Option<i64>,
    maybe_duplicate: Option<i64>,
    thread: Option<i64>,
    lang: Option<String>,
    zone: Option<String>,
    role: Option<String>,
    standing: Option<String>,
    programme: Option<String>,
    languages: Option<String>,
    programme_zone: Option<String>,
}

impl Row {
    /// The letter at the lane's head waits for an album's other parts.
    fn rests(&self, now: DateTime<Utc>) -> Option<i64> {
        self.ready_at.filter(|ready| *ready > ms(now))
    }

    /// The lane, whether it is busy now, and until when it rests.
    fn taken(&self, now: DateTime<Utc>) -> (i64, i64, Option<i64>) {
        let rests = self.rests(now);
        (self.chat_id, i64::from(self.id.is_some() && rests.is_none()), rests)
    }

    fn errand(&self, now: DateTime<Utc>) -> Result<Option<Errand>> {
        let (Some(id), Some(rank), None) = (self.id, self.rank, self.rests(now)) else { return Ok(None) };
        Ok(Some(Errand {
            id: LetterId(id),
            lane: ChatId(self.chat_id),
            not_before: at(self.not_before),
            rank,
            what: self.what()?,
            reply_to: self.reply_message.or(self.target_message).map(MessageId),
            conversation: self.conversation_id.map(ConversationId),
            case: self.case_id.map(CaseId),
            thread: self.thread.filter(|_| self.chat_id < 0),
            attempts: self.attempts.unwrap_or_default() + 1,
            queued_at: at(self.queued_at.unwrap_or_default()),
            until: self.until.map(at),
            maybe_duplicate: self.maybe_duplicate == Some(1),
            reader: self.reader()?,
        }))
    }

    fn what(&self) -> Result<Leased> {
        let body = self.body.as_deref().map(parsed::<Letter>).transpose()?;
        let target = self.target_message.map(MessageId);
        let parts = self.parts.as_deref().map(parsed::<Vec<MessageId>>).transpose()?;
        Ok(match (self.op.as_deref().unwrap_or_default(), body, target) {
            ("write", Some(letter), _) => {
                Leased::Write(parts.map_or(letter.clone(), |parts| letter.counting(parts.len())))
            }
            ("rewrite", Some(letter), None) => Leased::Write(letter),
            ("rewrite", Some(letter), Some(message)) => Leased::Rewrite(message, letter),
            ("clear", _, Some(message)) => Leased::Clear(message),
            ("toast", text, _) => Leased::Toast(self.query.clone().unwrap_or_default(), text),
            ("topic", ..) => Leased::Topic,
            ("commands", ..) => Leased::Commands,
            ("copy", ..) => self.copy(),
            ("album", ..) => self.album(parts),
            ("edit", _, Some(copy)) => self.edit(copy),
            ("react", ..) => self.reply_message.map_or(Leased::Nothing, |message| {
                Leased::React(MessageId(message), self.emoji.as_deref().and_then(Emoji::new))
            }),
            ("delete", _, target) => Leased::Delete(target.into_iter().collect(), self.from_chat.map(ChatId)),
            _ => Leased::Nothing,
        })
    }

    fn album(&self, parts: Option<Vec<MessageId>>) -> Leased {
        match (self.source_id, self.from_chat, parts) {
            (Some(source), Some(from), Some(parts)) => Leased::Album {
                source: SourceId(source),
                from: ChatId(from),
                parts,
                protect: self.protect == Some(1),
            },
            _ => Leased::Nothing,
        }
    }

    fn edit(&self, copy: MessageId) -> Leased {
        match (self.target, self.from_chat, self.from_message) {
            (Some(of), Some(from), Some(message)) => {
                Leased::Edit { of: LetterId(of), copy, from: ChatId(from), message: MessageId(message) }
            }
            _ => Leased::Nothing,
        }
    }

    fn copy(&self) -> Leased {
        match (self.from_chat, self.from_message) {
            (Some(chat), Some(message)) => Leased::Copy {
                source: self.source_id.map(SourceId),
                from: ChatId(chat),
                message: MessageId(message),
                reply_to: self.reply_message.or(self.target_message).map(MessageId),
                protect: self.protect == Some(1),
            },
            _ => Leased::Nothing,
        }
    }

    fn reader(&self) -> Result<Reader> {
        let languages: Vec<Lang> = self.languages.as_deref().map(parsed).transpose()?.unwrap_or_default();
        let fallback = languages.into_iter().next().unwrap_or_else(|| Lang::from("en"));
        let zone = self.zone.as_deref().or(self.programme_zone.as_deref()).unwrap_or("UTC");
        Ok(Reader {
            lang: self.lang.as_deref().map_or_else(|| fallback.clone(), Lang::from),
            fallback,
            zone: zone.parse().unwrap_or(Tz::UTC),
            role: self.role.as_deref().map(from_name).transpose()?,
            standing: self.standing.as_deref().map(from_name).transpose()?,
            programme: self.programme.clone().unwrap_or_default(),
        })
    }
}

impl Tx {
    /// Leases the head letter of up to `most` free lanes, most urgent first, and marks each `sending`: one in flight
    /// per lane, in order.
    pub async fn lease(&mut self, most: usize, now: DateTime<Utc>) -> Result<Vec<Errand>> {
        let rows = all!(
            self,
            "find letters to carry",
            Row,
            "SELECT l.chat_id, l.not_before, q.id, q.rank, q.op, q.conversation_id, q.case_id, q.source_id, q.body,
                 q.target, (SELECT t.message_id FROM letter t WHERE t.id = q.target) AS target_message,
                 q.query, q.parts, q.emoji, q.ready_at, q.from_chat, q.from_message,
                 CASE WHEN q.reply_source IS NOT NULL THEN COALESCE(
                     (SELECT s.message_id FROM source s WHERE s.id = q.reply_source AND s.chat_id = q.lane),
                     (SELECT c.message_id FROM letter c WHERE c.source_id = q.reply_source AND c.lane = q.lane
                          AND c.op = 'copy' AND c.state = 'sent' AND c.message_id IS NOT NULL ORDER BY c.id LIMIT 1))
                 END AS reply_message,
                 q.protect, q.attempts, q.queued_at, q.until, q.maybe_duplicate,
                 (SELECT f.thread FROM case_file f WHERE f.id = q.case_id) AS thread,
                 p.lang, p.zone, p.role, p.standing, g.name AS programme, g.languages, g.zone AS programme_zone
             FROM (SELECT chat_id, rank, not_before FROM lane
                   WHERE busy = 0 AND rank IS NOT NULL AND not_before <= $1 AND (ready_at IS NULL OR ready_at <= $1)
                   ORDER BY rank, not_before LIMIT $2) l
             LEFT JOIN letter q ON q.id = (SELECT h.id FROM letter h WHERE h.lane = l.chat_id AND h.state = 'queued'
                                           ORDER BY h.rank, h.id LIMIT 1)
             LEFT JOIN person p ON p.chat_id = l.chat_id
             LEFT JOIN programme g ON g.id = COALESCE(p.programme_id,
                 (SELECT o.id FROM programme o WHERE o.group_chat = l.chat_id LIMIT 1),
                 (SELECT o.programme_id FROM group_chat o WHERE o.chat_id = l.chat_id))
             ORDER BY l.rank, l.not_before",
            ms(now),
            i64::try_from(most).unwrap_or(i64::MAX)
        )?;
        let mut errands =
            rows.iter().filter_map(|row| row.errand(now).transpose()).collect::<Result<Vec<_>>>()?;
        self.find_gone(&mut errands, now).await?;
        let ids: Vec<i64> = errands.iter().map(|errand| errand.id.0).collect();
        let taken: Vec<_> = rows.iter().map(|row| row.taken(now)).collect();
        if !rows.is_empty() {
            run!(
                self,
                "lease letters",
                "UPDATE letter SET state = 'sending', attempts = attempts + 1
                 WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))",
                json(&ids)?
            )?;
            run!(
                self,
                "occupy lanes",
                "UPDATE lane SET busy = i.busy, ready_at = i.ready_at,
                     rank = CASE WHEN i.busy = 1 OR i.ready_at IS NOT NULL THEN lane.rank END
                 FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS busy,
                           CAST(value->>2 AS BIGINT) AS ready_at FROM json_each($1)) AS i
                 WHERE lane.chat_id = i.chat_id",
                json(&taken)?
            )?;
        }
        Ok(errands)
    }

    /// Signs letters off and frees their lanes. A message that must be tried again is held or withdrawn instead if its
    /// conversation was paused or closed while it was on its way. What a letter said is forgotten once it need not be
    /// said again: an invitation's link is then nowhere in the database.
    pub async fn sign_off(&mut self, done: &[SignOff], now: DateTime<Utc>) -> Result<()> {
        if done.is_empty() {
            return Ok(());
        }
        let rows: Vec<_> = done.iter().map(SignOff::row).collect();
        let rows = json(&rows)?;
        run!(
            self,
            "sign letters off",
            "UPDATE letter SET state = CASE WHEN i.state <> 'queued' OR letter.rank <> 1 THEN i.state ELSE COALESCE(
                     (SELECT CASE c.phase WHEN 'active' THEN 'queued' WHEN 'closed' THEN 'withdrawn' ELSE 'held' END
                      FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END,
                 message_id = i.message_id, err = i.err, carried_at = $2,
                 body = CASE WHEN i.state IN ('queued', 'held') THEN body END,
                 maybe_duplicate = CASE WHEN i.perhaps = 1 THEN 1 ELSE maybe_duplicate END
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>2 AS state, CAST(value->>3 AS BIGINT) AS message_id,
                       value->>4 AS err, CAST(value->>6 AS BIGINT) AS perhaps FROM json_each($1)) AS i
             WHERE letter.id = i.id",
            rows.as_str(),
            ms(now)
        )?;
        run!(
            self,
            "free lanes",
            "UPDATE lane SET busy = 0, not_before = i.not_before,
                 rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued'
                         ORDER BY q.rank, q.id LIMIT 1)
             FROM (SELECT CAST(value->>1 AS BIGINT) AS chat_id, CAST(value->>5 AS BIGINT) AS not_before
                   FROM json_each($1)) AS i
             WHERE lane.chat_id = i.chat_id",
            rows.as_str()
        )?;
        self.note_albums(done, now).await?;
        for off in done {
            if let Carried::Topic(thread) = off.carried {
                run!(
                    self,
                    "note a case's topic",
                    "UPDATE case_file SET thread = $2 WHERE id = (SELECT case_id FROM letter WHERE id = $1)",
                    off.id.0,
                    thread
                )?;
            }
        }
        Ok(())
    }

    /// After a restart: what was on its way is sent once more, marked as perhaps a duplicate. Gives how many.
    pub async fn recover(&mut self) -> Result<u64> {
        let again = run!(
            self,
            "take up interrupted letters",
            "UPDATE letter SET maybe_duplicate = 1, state = CASE WHEN rank <> 1 THEN 'queued' ELSE COALESCE(
                 (SELECT CASE c.phase WHEN 'active' THEN 'queued' WHEN 'closed' THEN 'withdrawn' ELSE 'held' END
                  FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END
             WHERE state = 'sending'"
        )?;
        run!(
            self,
            "free interrupted lanes",
            "UPDATE lane SET busy = 0, rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id
                 AND q.state = 'queued' ORDER BY q.rank, q.id LIMIT 1)
             WHERE busy = 1"
        )?;
        Ok(again)
    }

    /// The earliest moment at which a free lane with something waiting may be served.
    pub async fn next_lane(&mut self) -> Result<Option<DateTime<Utc>>> {
        let row = one!(
            self,
            "find the next lane",
            (Option<i64>,),
            "SELECT MIN(CASE WHEN ready_at > not_before THEN ready_at ELSE not_before END)
             FROM lane WHERE busy = 0 AND rank IS NOT NULL"
        )?;
        Ok(row.and_then(|(next,)| next).map(at))
    }
}

impl SignOff {
    /// id, lane, state, message, err, the lane's next moment, perhaps a duplicate.
    fn row(&self) -> (i64, i64, &'static str, Option<i64>, Option<&'static str>, i64, i64) {
        let (state, message, err, perhaps) = match self.carried {
            // Telegram numbers a message 0 while it still works on it: sent, but not to be referred to.
            Carried::Sent(message) => ("sent", message.map(|id| id.0).filter(|id| *id != 0), None, 0),
            Carried::Album(_) | Carried::Topic(_) => ("sent", None, None, 0),
            Carried::Later(_, perhaps) => ("queued", None, None, i64::from(perhaps)),
            Carried::Held => ("held", None, None, 0),
            Carried::Withdrawn => ("withdrawn", None, None, 0),
            Carried::Failed(class) => ("failed", None, Some(class), 0),
        };
        (self.id.0, self.lane.0, state, message, err, ms(self.not_before), perhaps)
    }
}
