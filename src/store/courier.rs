//! The outbox as the courier sees it: lanes that are free, letters to lease, letters to sign off.

use super::{Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Rank};
use crate::domain::person::{Role, Standing};
use crate::domain::relay::RelayLetter;
use crate::domain::which::{Switcher, needs_header};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A leased letter with all the courier needs to carry it.
#[derive(Clone, Debug)]
pub struct Errand {
    /// The letter.
    pub id: LetterId,
    /// The chat it goes to.
    pub lane: ChatId,
    /// Who of the account it is for.
    pub person: Option<PersonId>,
    /// A line that must stand right above it, so that its reader knows whose message it is.
    pub header: Option<Letter>,
    /// The lane's clock as it was: not before this.
    pub not_before: DateTime<Utc>,
    /// Its [`crate::domain::letter::Rank`], as stored.
    pub rank: i64,
    /// What to do.
    pub what: Leased,
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
    /// Her account has parts on both sides, in a team and in a pair: it may do what either may. Only known where her
    /// commands are shown.
    pub both_sides: bool,
    /// What her keyboard offers, if she has several conversations.
    pub switcher: Option<Switcher>,
}

/// What is to be done with a leased letter.
#[derive(Clone, Debug, PartialEq)]
pub enum Leased {
    /// Say it.
    Write(Letter),
    /// Say it in place of this message.
    Rewrite(MessageId, Letter),
    /// Take the buttons off this message.
    Clear(MessageId),
    /// Relay this message by reference, as an answer to that message in the recipient's chat.
    Copy {
        /// The ledger's row.
        source: Option<SourceId>,
        /// Where it was written.
        from: ChatId,
        /// Its number there.
        message: MessageId,
        /// What it answers, in the recipient's chat.
        reply_to: Option<MessageId>,
        /// Keep the recipient from passing it on.
        protect: bool,
    },
    /// End a button's waiting.
    Toast(String, Option<Letter>),
    /// Make the case's topic.
    Topic,
    /// Show the reader's commands.
    Commands,
    /// Take this message away.
    Delete(MessageId),
    /// Nothing is left to do: what it referred to never became a message.
    Nothing,
}

/// How carrying a letter ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Carried {
    /// It arrived, as this message if it became one.
    Sent(Option<MessageId>),
    /// The topic was made.
    Topic(i64),
    /// Not now: this lane again at that moment. The flag says whether this try may have arrived.
    Later(DateTime<Utc>, bool),
    /// The recipient cannot be reached: it is held.
    Held,
    /// What it refers to is gone: nothing to send.
    Withdrawn,
    /// It never will: the class of the refusal.
    Failed(&'static str),
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
    target_message: Option<i64>,
    query: Option<String>,
    from_chat: Option<i64>,
    from_message: Option<i64>,
    reply_message: Option<i64>,
    protect: Option<i64>,
    attempts: Option<i64>,
    queued_at: Option<i64>,
    until: Option<i64>,
    maybe_duplicate: Option<i64>,
    thread: Option<i64>,
    person_id: Option<i64>,
    both_sides: i64,
    keyboard: Option<String>,
    current_id: Option<i64>,
    reached_id: Option<i64>,
    reached_at: Option<i64>,
    lang: Option<String>,
    zone: Option<String>,
    role: Option<String>,
    standing: Option<String>,
    programme: Option<String>,
    languages: Option<String>,
    programme_zone: Option<String>,
}

impl Row {
    fn errand(&self, now: DateTime<Utc>) -> Result<Option<Errand>> {
        let (Some(id), Some(rank)) = (self.id, self.rank) else { return Ok(None) };
        let reader = self.reader()?;
        Ok(Some(Errand {
            id: LetterId(id),
            lane: ChatId(self.chat_id),
            person: self.person_id.map(PersonId),
            header: self.header(&reader, now),
            not_before: at(self.not_before),
            rank,
            what: self.what()?,
            conversation: self.conversation_id.map(ConversationId),
            case: self.case_id.map(CaseId),
            thread: self.thread.filter(|_| self.chat_id < 0),
            attempts: self.attempts.unwrap_or_default() + 1,
            queued_at: at(self.queued_at.unwrap_or_default()),
            until: self.until.map(at),
            maybe_duplicate: self.maybe_duplicate == Some(1),
            reader,
        }))
    }

    /// The line above a message, for a reader with several conversations.
    fn header(&self, reader: &Reader, now: DateTime<Utc>) -> Option<Letter> {
        let (switcher, next) = (reader.switcher.as_ref()?, self.relays()?);
        let name = switcher.name(next).filter(|_| self.op.as_deref() == Some("copy"))?.to_owned();
        let last = self.reached_id.map(ConversationId).zip(self.reached_at.map(at));
        needs_header(last, next, now).then(|| RelayLetter::Header { name }.into())
    }

    /// The conversation whose message, or the line above it, this is.
    fn relays(&self) -> Option<ConversationId> {
        self.conversation_id.filter(|_| self.rank == Some(Rank::Relay as i64)).map(ConversationId)
    }

    fn what(&self) -> Result<Leased> {
        let body = self.body.as_deref().map(parsed::<Letter>).transpose()?;
        let target = self.target_message.map(MessageId);
        Ok(match (self.op.as_deref().unwrap_or_default(), body, target) {
            ("write", Some(letter), _) | ("rewrite", Some(letter), None) => Leased::Write(letter),
            ("rewrite", Some(letter), Some(message)) => Leased::Rewrite(message, letter),
            ("clear", _, Some(message)) => Leased::Clear(message),
            ("toast", text, _) => Leased::Toast(self.query.clone().unwrap_or_default(), text),
            ("topic", ..) => Leased::Topic,
            ("commands", ..) => Leased::Commands,
            ("delete", _, Some(message)) => Leased::Delete(message),
            ("copy", ..) => self.copy(),
            _ => Leased::Nothing,
        })
    }

    fn copy(&self) -> Leased {
        match (self.from_chat, self.from_message) {
            (Some(chat), Some(message)) => Leased::Copy {
                source: self.source_id.map(SourceId),
                from: ChatId(chat),
                message: MessageId(message),
                reply_to: self.reply_message.map(MessageId),
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
            both_sides: self.both_sides == 1,
            switcher: self.switcher()?,
        })
    }

    fn switcher(&self) -> Result<Option<Switcher>> {
        let Some(keyboard) = &self.keyboard else { return Ok(None) };
        let names: Vec<(ConversationId, String)> = parsed(keyboard)?;
        let current = self.current_id.map(ConversationId);
        Ok((!names.is_empty()).then_some(Switcher { names, current }))
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
                 (SELECT t.message_id FROM letter t WHERE t.id = q.target) AS target_message,
                 q.query, q.from_chat, q.from_message,
                 CASE WHEN q.reply_source IS NOT NULL THEN COALESCE(
                     (SELECT s.message_id FROM source s WHERE s.id = q.reply_source AND s.chat_id = q.lane),
                     (SELECT c.message_id FROM letter c WHERE c.source_id = q.reply_source AND c.lane = q.lane
                          AND c.message_id IS NOT NULL LIMIT 1))
                 END AS reply_message,
                 q.protect, q.attempts, q.queued_at, q.until, q.maybe_duplicate,
                 (SELECT f.thread FROM case_file f WHERE f.id = q.case_id) AS thread, q.person_id,
                 CAST(CASE WHEN q.op = 'commands' AND EXISTS (SELECT 1 FROM person o WHERE o.chat_id = p.chat_id
                      AND o.standing = 'ready' AND (o.role IN ('lead', 'coordinator')) <> (p.role IN ('lead', 'coordinator')))
                      THEN 1 ELSE 0 END AS BIGINT) AS both_sides,
                 a.keyboard, a.current_id, a.reached_id, a.reached_at,
                 p.lang, p.zone, p.role, p.standing, g.name AS programme, g.languages, g.zone AS programme_zone
             FROM (SELECT chat_id, rank, not_before FROM lane
                   WHERE busy = 0 AND rank IS NOT NULL AND not_before <= $1
                   ORDER BY rank, not_before LIMIT $2) l
             LEFT JOIN letter q ON q.id = (SELECT h.id FROM letter h WHERE h.lane = l.chat_id AND h.state = 'queued'
                                           ORDER BY h.rank, h.id LIMIT 1)
             LEFT JOIN account a ON a.chat_id = l.chat_id
             LEFT JOIN person p ON p.id = COALESCE(q.person_id,
                 (SELECT MIN(o.id) FROM person o WHERE o.chat_id = l.chat_id))
             LEFT JOIN programme g ON g.id = COALESCE(p.programme_id,
                 (SELECT o.id FROM programme o WHERE o.group_chat = l.chat_id LIMIT 1),
                 (SELECT o.programme_id FROM group_chat o WHERE o.chat_id = l.chat_id))
             ORDER BY l.rank, l.not_before",
            ms(now),
            i64::try_from(most).unwrap_or(i64::MAX)
        )?;
        let errands =
            rows.iter().filter_map(|row| row.errand(now).transpose()).collect::<Result<Vec<_>>>()?;
        self.take(&rows, now).await?;
        Ok(errands)
    }

    /// Marks these lanes' letters as on their way, and notes whose messages they are.
    async fn take(&mut self, rows: &[Row], now: DateTime<Utc>) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let ids: Vec<i64> = rows.iter().filter_map(|row| row.id).collect();
        let taken: Vec<(i64, i64)> =
            rows.iter().map(|row| (row.chat_id, i64::from(row.id.is_some()))).collect();
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
            "UPDATE lane SET busy = i.busy, rank = CASE WHEN i.busy = 1 THEN lane.rank END
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS busy FROM json_each($1)) AS i
             WHERE lane.chat_id = i.chat_id",
            json(&taken)?
        )?;
        // Only accounts that have, or had, several conversations have a row there.
        let accounts = rows.iter().filter(|row| row.keyboard.is_some());
        let reached: Vec<(i64, ConversationId)> =
            accounts.filter_map(|row| Some((row.chat_id, row.relays()?))).collect();
        self.reached(&reached, now).await
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
            "SELECT MIN(not_before) FROM lane WHERE busy = 0 AND rank IS NOT NULL"
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
            Carried::Topic(_) => ("sent", None, None, 0),
            Carried::Later(_, perhaps) => ("queued", None, None, i64::from(perhaps)),
            Carried::Held => ("held", None, None, 0),
            Carried::Withdrawn => ("withdrawn", None, None, 0),
            Carried::Failed(class) => ("failed", None, Some(class), 0),
        };
        (self.id.0, self.lane.0, state, message, err, ms(self.not_before), perhaps)
    }
}
