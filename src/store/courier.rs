//! The outbox as the courier sees it: lanes that are free, letters to lease, letters to sign off.

use super::errand::{Errand, Row};
use super::{Carried, Result, Tx, at, json, ms};
use crate::domain::id::{ChatId, ConversationId, LetterId};
use chrono::{DateTime, Utc};

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

impl Tx {
    /// Leases the head letter of up to `most` free lanes, most urgent first, and marks each `sending`: one in flight
    /// per lane, in order.
    pub async fn lease(&mut self, most: usize, now: DateTime<Utc>) -> Result<Vec<Errand>> {
        self.exchange(&[], most, now).await
    }

    /// Leases letters once others are signed off, as [`Self::lease`] and [`Self::sign_off`] do, in one go; those must be
    /// [simple](SignOff::is_simple).
    pub async fn exchange(
        &mut self,
        done: &[SignOff],
        most: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<Errand>> {
        let asked = json(&(ms(now), i64::try_from(most).unwrap_or(i64::MAX)))?;
        let done = json(&done.iter().map(|off| off.row(now)).collect::<Vec<_>>())?;
        let rows = self.exchanged(&asked, &done).await?;
        let mut errands = rows.iter().map(|row| row.errand(now)).collect::<Result<Vec<_>>>()?;
        self.note_reached(&rows, &errands, now).await?;
        self.find_gone(&mut errands, now).await?;
        Ok(errands)
    }

    /// `asked` are the moment and how many; `done` are rows of [`SignOff`].
    async fn exchanged(&mut self, asked: &str, done: &str) -> Result<Vec<Row>> {
        set!(
            self,
            "sign letters off and lease others",
            Row { chat_id, not_before, id, rank, op, conversation_id, case_id, room_id, source_id, body, target, target_message, query, from_chat, from_message, reply_message, parts, emoji, protect, attempts, queued_at, until, maybe_duplicate, thread, person_id, muted, both_sides, keyboard, current_id, reached_id, reached_at, lang, zone, role, standing, programme, languages, programme_zone },
            (asked, done),
            ["UPDATE letter SET state = CASE WHEN i.state <> 'queued' OR letter.rank <> 1 THEN i.state ELSE COALESCE(
                       (SELECT CASE c.phase WHEN 'active' THEN 'queued' WHEN 'closed' THEN 'withdrawn' ELSE 'held' END
                        FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END,
                   message_id = i.message_id, err = i.err, carried_at = i.at,
                   body = CASE WHEN i.state IN ('queued', 'held') THEN body END, maybe_duplicate = CASE WHEN i.perhaps = 1 THEN 1 ELSE maybe_duplicate END
               FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>2 AS state, CAST(value->>3 AS BIGINT) AS message_id,
                         value->>4 AS err, CAST(value->>6 AS BIGINT) AS perhaps, CAST(value->>7 AS BIGINT) AS at FROM jsonb_each($2)) AS i
               WHERE letter.id = i.id AND CAST($1 AS TEXT) IS NOT NULL",
             "UPDATE lane SET busy = 0, not_before = i.not_before,
                   rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank, q.id LIMIT 1)
               FROM (SELECT CAST(value->>1 AS BIGINT) AS chat_id, CAST(value->>5 AS BIGINT) AS not_before FROM jsonb_each($2)) AS i
               WHERE lane.chat_id = i.chat_id AND CAST($1 AS TEXT) IS NOT NULL",
             "UPDATE letter SET state = 'sending', attempts = attempts + 1
              WHERE COALESCE(ready_at, 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                  AND id IN (SELECT (SELECT h.id FROM letter h WHERE h.lane = l.chat_id AND h.state = 'queued' ORDER BY h.rank, h.id LIMIT 1)
                             FROM (SELECT chat_id FROM lane WHERE busy = 0 AND rank IS NOT NULL
                                    AND not_before <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                    AND COALESCE(ready_at, 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                ORDER BY rank, not_before LIMIT (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 1)) AS l)"],
            "SELECT q.lane AS chat_id, l.not_before, q.id, q.rank, q.op, q.conversation_id, q.case_id, q.room_id, q.source_id, q.body,
                 q.target, (SELECT t.message_id FROM letter t WHERE t.id = q.target) AS target_message, q.query, q.parts, q.emoji, q.from_chat, q.from_message,
                 CASE WHEN q.reply_source IS NOT NULL THEN COALESCE(
                     (SELECT s.message_id FROM source s WHERE s.id = q.reply_source AND s.chat_id = q.lane),
                     (SELECT c.message_id FROM letter c WHERE c.source_id = q.reply_source AND c.lane = q.lane AND c.op = 'copy' AND c.state = 'sent' AND c.message_id IS NOT NULL ORDER BY c.id LIMIT 1))
                 END AS reply_message,
                 q.protect, q.attempts, q.queued_at, q.until, q.maybe_duplicate,
                 CASE WHEN q.lane > 0 THEN (SELECT t.thread FROM topic t WHERE q.rank = 1 AND t.chat_id = q.lane AND t.conversation_id = q.conversation_id)
                     WHEN q.room_id IS NULL THEN (SELECT f.thread FROM case_file f WHERE f.id = q.case_id) ELSE (SELECT r.thread FROM room r WHERE r.id = q.room_id AND r.chat_id = q.lane) END AS thread, q.person_id,
                 CAST(CASE WHEN q.rank = 1 AND EXISTS (SELECT 1 FROM member m WHERE m.conversation_id = q.conversation_id AND m.person_id = q.person_id AND m.muted IS NOT NULL) THEN 1 ELSE 0 END AS BIGINT) AS muted,
                 CAST(CASE WHEN q.op = 'commands' AND EXISTS (SELECT 1 FROM person o WHERE o.chat_id = p.chat_id
                      AND o.standing = 'ready' AND (o.role IN ('lead', 'coordinator')) <> (p.role IN ('lead', 'coordinator')))
                      THEN 1 ELSE 0 END AS BIGINT) AS both_sides,
                 a.keyboard, a.current_id, a.reached_id, a.reached_at,
                 p.lang, p.zone, p.role, p.standing, g.name AS programme, g.languages, g.zone AS programme_zone
             FROM letter q
             JOIN lane l ON l.chat_id = q.lane AND l.busy = 0
             LEFT JOIN account a ON a.chat_id = q.lane
             LEFT JOIN person p ON p.id = COALESCE(q.person_id, (SELECT MIN(o.id) FROM person o WHERE o.chat_id = q.lane))
             LEFT JOIN programme g ON q.op <> 'copy' AND g.id = COALESCE(p.programme_id,
                 (SELECT o.id FROM programme o WHERE o.group_chat = q.lane LIMIT 1),
                 (SELECT o.programme_id FROM group_chat o WHERE o.chat_id = q.lane))
             WHERE q.state = 'sending' AND CAST($1 AS TEXT) IS NOT NULL ORDER BY q.rank, q.id",
            ["UPDATE lane SET
                  busy = CASE WHEN EXISTS (SELECT 1 FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'sending') THEN 1 ELSE 0 END,
                  ready_at = CASE WHEN NOT EXISTS (SELECT 1 FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'sending')
                      THEN (SELECT q.ready_at FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank, q.id LIMIT 1) END,
                  rank = CASE WHEN EXISTS (SELECT 1 FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'sending')
                      OR EXISTS (SELECT 1 FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued') THEN rank END
              WHERE chat_id IN (SELECT chat_id FROM lane WHERE busy = 0 AND rank IS NOT NULL
                                    AND not_before <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                    AND COALESCE(ready_at, 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                ORDER BY rank, not_before LIMIT (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 1))"]
        )
    }

    /// Notes whose messages go out to accounts that have, or had, several conversations: only those have a keyboard.
    async fn note_reached(&mut self, rows: &[Row], errands: &[Errand], now: DateTime<Utc>) -> Result<()> {
        let accounts = rows.iter().zip(errands).filter(|(row, _)| row.keyboard.is_some());
        let reached: Vec<(i64, ConversationId)> =
            accounts.filter_map(|(row, errand)| Some((row.chat_id, row.relays(&errand.what)?))).collect();
        self.reached(&reached, now).await
    }

    /// Signs letters off and frees their lanes. A message that must be tried again is held or withdrawn instead if its
    /// conversation was paused or closed while it was on its way. What a letter said is forgotten once it need not be
    /// said again: an invitation's link is then nowhere in the database.
    pub async fn sign_off(&mut self, done: &[SignOff], now: DateTime<Utc>) -> Result<()> {
        if done.is_empty() {
            return Ok(());
        }
        self.exchange(done, 0, now).await?;
        self.note_albums(done, now).await?;
        self.note_topics(done).await
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
    /// Nothing is to be noted but how it ended.
    pub fn is_simple(&self) -> bool {
        match self.carried {
            Carried::Album(_) | Carried::Topic(_) => false,
            Carried::Sent(_)
            | Carried::Later(..)
            | Carried::Held
            | Carried::Withdrawn
            | Carried::Failed(_) => true,
        }
    }

    /// id, lane, state, message, err, the lane's next moment, perhaps a duplicate, when.
    fn row(&self, now: DateTime<Utc>) -> impl serde::Serialize + use<> {
        let (state, message, err, perhaps) = match self.carried {
            // Telegram numbers a message 0 while it still works on it: sent, but not to be referred to.
            Carried::Sent(message) => ("sent", message.map(|id| id.0).filter(|id| *id != 0), None, 0),
            Carried::Album(_) | Carried::Topic(_) => ("sent", None, None, 0),
            Carried::Later(_, perhaps) => ("queued", None, None, i64::from(perhaps)),
            Carried::Held => ("held", None, None, 0),
            Carried::Withdrawn => ("withdrawn", None, None, 0),
            Carried::Failed(class) => ("failed", None, Some(class), 0),
        };
        (self.id.0, self.lane.0, state, message, err, ms(self.not_before), perhaps, ms(now))
    }
}
