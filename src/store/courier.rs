//! The outbox as the courier sees it: lanes that are free, letters to lease, letters to sign off.

use super::errand::{Errand, Row};
use super::leased::WAIT;
use super::{Carried, Result, Tried, Tx, at, json, ms};
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId};
use crate::domain::pace::Pace;
use chrono::{DateTime, Utc};
use std::collections::HashSet;

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
    /// [simple](SignOff::is_simple). What is signed off so looks for few columns: each costs its time for each message.
    pub async fn exchange(
        &mut self,
        done: &[SignOff],
        most: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<Errand>> {
        let asked = json(&(ms(now), i64::try_from(most).unwrap_or(i64::MAX)))?;
        let sent: Option<Vec<_>> = done.iter().map(SignOff::sent).collect();
        if sent.is_none() {
            self.end(done, now).await?;
        }
        let done = json(&sent.unwrap_or_default())?;
        let mut rows = self.exchanged(&asked, &done).await?;
        let mut errands = rows.iter().map(|row| row.errand(now)).collect::<Result<Vec<_>>>();
        if errands.is_err() {
            let (fine, sick): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(Row::is_readable);
            self.put_aside(&sick, now).await?;
            errands = fine.iter().map(|row| row.errand(now)).collect();
            rows = fine;
        }
        let mut errands = errands?;
        self.note_reached(&rows, &errands, now).await?;
        self.name_authors(&rows, &mut errands).await?;
        self.find_gone(&mut errands, now).await?;
        Ok(errands)
    }

    /// `asked` are the moment and how many; `done` are rows of [`SignOff::sent`].
    #[expect(clippy::too_many_lines, reason = "one exchange with the database, written out")]
    async fn exchanged(&mut self, asked: &str, done: &str) -> Result<Vec<Row>> {
        set!(
            self,
            "sign letters off and lease others",
            Row { chat_id, not_before, id, rank, op, conversation_id, case_id, room_id, source_id, body, target, target_message, query, from_chat, from_message, reply_message, parts, emoji, protect, attempts, queued_at, until, maybe_duplicate, thread, person_id, sound, both_sides, keyboard, current_id, reached_id, reached_at, said_at, strange, poses, lang, zone, role, standing, programme, languages, programme_zone },
            (asked, done),
            ["UPDATE letter SET state = 'sent', message_id = i.message_id, err = NULL, body = NULL,
                   carried_at = (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
               FROM (SELECT CAST(value->>0 AS BIGINT) AS id, CAST(value->>2 AS BIGINT) AS message_id FROM jsonb_each($2)) AS i
               WHERE letter.id = i.id",
             "UPDATE lane SET busy = 0, not_before = i.not_before, soonest = i.soonest,
                   rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank LIMIT 1)
               FROM (SELECT CAST(value->>1 AS BIGINT) AS chat_id, CAST(value->>3 AS BIGINT) AS not_before,
                         CAST(value->>4 AS BIGINT) AS soonest FROM jsonb_each($2)) AS i
               WHERE lane.chat_id = i.chat_id AND CAST($1 AS TEXT) IS NOT NULL",
             "UPDATE letter SET state = 'sending', attempts = attempts + 1
              WHERE id IN (SELECT COALESCE(
                      (SELECT h.id FROM letter t JOIN letter h ON h.lane = t.lane AND h.state = 'queued' AND h.rank = t.rank AND h.strand = t.strand
                       WHERE t.id = l.tied
                           AND COALESCE((SELECT b.ready_at FROM letter b
                               WHERE b.lane = h.lane AND b.state = 'queued' AND b.rank = h.rank AND b.strand = h.strand AND b.leads IS NULL
                               ORDER BY b.id LIMIT 1), 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                       ORDER BY h.id LIMIT 1),
                      (SELECT h.id FROM letter h
                       WHERE h.lane = l.chat_id AND h.state = 'queued' AND h.rank = l.best AND h.strand >= l.first
                           AND COALESCE((SELECT b.ready_at FROM letter b
                               WHERE b.lane = h.lane AND b.state = 'queued' AND b.rank = h.rank AND b.strand = h.strand AND b.leads IS NULL
                               ORDER BY b.id LIMIT 1), 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                       ORDER BY h.strand, h.id LIMIT 1),
                      (SELECT h.id FROM letter h
                       WHERE h.lane = l.chat_id AND h.state = 'queued' AND h.rank = l.best AND h.strand < l.first
                           AND COALESCE((SELECT b.ready_at FROM letter b
                               WHERE b.lane = h.lane AND b.state = 'queued' AND b.rank = h.rank AND b.strand = h.strand AND b.leads IS NULL
                               ORDER BY b.id LIMIT 1), 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                       ORDER BY h.strand, h.id LIMIT 1))
                  FROM (SELECT chat_id, tied, best,
                            CASE best WHEN -1 THEN safety_turn WHEN 1 THEN talk_turn WHEN 5 THEN watch_turn ELSE 0 END / 2 AS first
                        FROM (SELECT chat_id, tied, safety_turn, talk_turn, watch_turn,
                                  (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank LIMIT 1) AS best
                              FROM lane WHERE busy = 0 AND rank IS NOT NULL
                                  AND (not_before <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                      OR ((rank = -1 OR tied IS NOT NULL) AND soonest <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)))
                                  AND COALESCE(ready_at, 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                              ORDER BY lane.rank, lane.not_before LIMIT (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 1)) AS f) AS l)"],
            "SELECT q.lane AS chat_id, l.not_before, q.id, q.rank, q.op, q.conversation_id, q.case_id, q.room_id, q.source_id, q.body,
                 q.target, (SELECT t.message_id FROM letter t WHERE t.id = q.target) AS target_message, q.query, q.parts, q.emoji, q.from_chat, q.from_message,
                 CASE WHEN q.reply_source IS NOT NULL THEN COALESCE(
                     (SELECT s.message_id FROM source s WHERE s.id = q.reply_source AND s.chat_id = q.lane),
                     (SELECT c.message_id FROM letter c WHERE c.source_id = q.reply_source AND c.lane = q.lane AND c.op = 'copy' AND c.state = 'sent' AND c.message_id IS NOT NULL ORDER BY c.id LIMIT 1))
                 END AS reply_message,
                 q.protect, q.attempts, q.queued_at, q.until, q.maybe_duplicate,
                 CASE WHEN q.lane > 0 THEN (SELECT t.thread FROM topic t WHERE q.rank = 1 AND t.chat_id = q.lane AND t.conversation_id = q.conversation_id)
                     WHEN q.room_id IS NULL THEN (SELECT f.thread FROM case_file f WHERE f.id = q.case_id) ELSE (SELECT r.thread FROM room r WHERE r.id = q.room_id AND r.chat_id = q.lane) END AS thread, q.person_id,
                 CAST(CASE WHEN q.rank <> 1 THEN 0
                     WHEN EXISTS (SELECT 1 FROM member m WHERE m.conversation_id = q.conversation_id AND m.person_id = q.person_id AND m.muted IS NOT NULL) THEN 1
                     WHEN EXISTS (SELECT 1 FROM conversation c JOIN person h ON h.id = c.team_of JOIN person o ON o.chat_id = h.chat_id
                             JOIN case_file f ON f.person_id = o.id AND f.resolved_at IS NULL AND f.severity = 'urgent'
                                 AND f.programme_id = h.programme_id AND (f.meant = '[]' OR f.owner_id = q.person_id)
                         WHERE c.id = q.conversation_id AND h.chat_id <> q.lane) THEN 2
                     ELSE 0 END AS BIGINT) AS sound,
                 CAST(CASE WHEN q.op = 'commands' AND EXISTS (SELECT 1 FROM person o WHERE o.chat_id = p.chat_id
                      AND o.standing = 'ready' AND (o.role IN ('lead', 'coordinator')) <> (p.role IN ('lead', 'coordinator')))
                      THEN 1 ELSE 0 END AS BIGINT) AS both_sides,
                 a.keyboard, a.current_id, a.reached_id, a.reached_at,
                 CASE WHEN q.leads = 3 THEN (SELECT n.carried_at FROM letter n
                     WHERE n.id = (SELECT m.id FROM letter m WHERE m.lane = q.lane AND m.leads >= 2 AND m.message_id IS NOT NULL ORDER BY m.message_id DESC LIMIT 1)
                         AND n.leads = 3 AND n.conversation_id = q.conversation_id
                         AND NOT EXISTS (SELECT 1 FROM letter c WHERE c.lane = n.lane AND c.message_id > n.message_id AND COALESCE(c.conversation_id, 0) <> q.conversation_id)
                         AND (SELECT s.author_id FROM letter c JOIN source s ON s.id = c.source_id
                              WHERE c.lane = n.lane AND c.message_id > n.message_id AND c.op = 'copy' ORDER BY c.message_id LIMIT 1)
                             = (SELECT s.author_id FROM letter b JOIN source s ON s.id = b.source_id
                                WHERE b.lane = q.lane AND b.state = 'queued' AND b.rank = q.rank AND b.strand = q.strand AND b.id > q.id ORDER BY b.id LIMIT 1)) END AS said_at,
                 CAST(CASE WHEN q.rank = 1 AND (q.op IN ('copy', 'album') OR q.leads = 1) AND a.keyboard IS NULL AND EXISTS (SELECT 1 FROM letter n
                     WHERE n.id = (SELECT m.id FROM letter m WHERE m.lane = q.lane AND m.leads >= 2 AND m.message_id IS NOT NULL ORDER BY m.message_id DESC LIMIT 1)
                         AND COALESCE(n.conversation_id, 0) <> q.conversation_id
                         AND NOT EXISTS (SELECT 1 FROM letter c WHERE c.lane = n.lane AND c.message_id > n.message_id AND c.conversation_id = q.conversation_id AND c.op = 'copy'))
                     THEN 1 ELSE 0 END AS BIGINT) AS strange,
                 COALESCE((SELECT s.poses FROM source s WHERE s.id = q.source_id), 0) AS poses,
                 p.lang, p.zone, p.role, p.standing, g.name AS programme, g.languages, g.zone AS programme_zone
             FROM letter q
             JOIN lane l ON l.chat_id = q.lane AND l.busy = 0
             LEFT JOIN account a ON a.chat_id = q.lane
             LEFT JOIN person p ON p.id = COALESCE(q.person_id, (SELECT MIN(o.id) FROM person o WHERE o.chat_id = q.lane))
             LEFT JOIN programme g ON q.op <> 'copy' AND g.id = COALESCE(p.programme_id,
                 (SELECT o.id FROM programme o WHERE o.group_chat = q.lane LIMIT 1),
                 (SELECT o.programme_id FROM group_chat o WHERE o.chat_id = q.lane))
             WHERE q.state = 'sending' AND CAST($1 AS TEXT) IS NOT NULL ORDER BY q.rank, q.id",
            ["UPDATE lane SET busy = CASE WHEN i.id IS NULL THEN 0 ELSE 1 END, tied = CASE WHEN i.leads IS NOT NULL THEN i.id END,
                  safety_turn = CASE WHEN i.rank = -1 THEN CASE WHEN i.bodies = 2 THEN 2 * i.strand + 2
                      ELSE i.bodies + CASE WHEN safety_turn / 2 = i.strand THEN safety_turn ELSE 2 * i.strand END END ELSE safety_turn END,
                  talk_turn = CASE WHEN i.rank = 1 THEN CASE WHEN i.bodies = 2 THEN 2 * i.strand + 2
                      ELSE i.bodies + CASE WHEN talk_turn / 2 = i.strand THEN talk_turn ELSE 2 * i.strand END END ELSE talk_turn END,
                  watch_turn = CASE WHEN i.rank = 5 THEN CASE WHEN i.bodies = 2 THEN 2 * i.strand + 2
                      ELSE i.bodies + CASE WHEN watch_turn / 2 = i.strand THEN watch_turn ELSE 2 * i.strand END END ELSE watch_turn END,
                  ready_at = CASE WHEN i.id IS NULL THEN (SELECT MIN(w.ready_at) FROM letter w WHERE w.lane = lane.chat_id
                      AND w.state = 'queued' AND w.ready_at > (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)) END,
                  rank = CASE WHEN i.id IS NOT NULL THEN lane.rank
                      ELSE (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank LIMIT 1) END
              FROM (SELECT l.chat_id, q.id, q.rank, q.strand, q.leads,
                        CASE WHEN q.leads IS NOT NULL THEN 0 WHEN q.op = 'album' THEN 2 ELSE 1 END AS bodies
                    FROM (SELECT chat_id FROM lane WHERE busy = 0 AND rank IS NOT NULL
                              AND (not_before <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                                  OR ((rank = -1 OR tied IS NOT NULL) AND soonest <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)))
                              AND COALESCE(ready_at, 0) <= (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 0)
                          ORDER BY lane.rank, lane.not_before LIMIT (SELECT CAST(value AS BIGINT) FROM jsonb_each($1) WHERE key = 1)) AS l
                    LEFT JOIN letter q ON q.lane = l.chat_id AND q.state = 'sending') AS i
              WHERE lane.chat_id = i.chat_id"]
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
    /// conversation was stopped or closed, or its reader went on a break, while it was on its way. What a letter said is forgotten once it need not be
    /// said again: an invitation's link is then nowhere in the database.
    pub async fn sign_off(&mut self, done: &[SignOff], now: DateTime<Utc>) -> Result<()> {
        if done.is_empty() {
            return Ok(());
        }
        self.end(done, now).await?;
        self.note_albums(done, now).await?;
        self.note_topics(done).await
    }

    /// Signs letters off, however they ended.
    async fn end(&mut self, done: &[SignOff], now: DateTime<Utc>) -> Result<()> {
        let rows = json(&done.iter().map(|off| off.row(now)).collect::<Vec<_>>())?;
        steps!(
            self,
            "sign letters off",
            (i64,),
            (rows.as_str()),
            [
                "UPDATE letter SET state = CASE WHEN i.state <> 'queued' OR letter.rank <> 1 THEN i.state ELSE COALESCE(
                       (SELECT CASE WHEN c.phase = 'closed' THEN 'withdrawn' WHEN c.phase <> 'active' OR EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id) THEN 'held' ELSE 'queued' END
                        FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END,
                   message_id = i.message_id, err = i.err, carried_at = i.at, attempts = letter.attempts + i.waited,
                   body = CASE WHEN i.state IN ('queued', 'held') THEN body END, maybe_duplicate = CASE WHEN i.perhaps = 1 THEN 1 ELSE maybe_duplicate END
                 FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>2 AS state, CAST(value->>3 AS BIGINT) AS message_id,
                         value->>4 AS err, CAST(value->>6 AS BIGINT) AS perhaps, CAST(value->>7 AS BIGINT) AS at,
                         CAST(value->>9 AS BIGINT) AS waited FROM jsonb_each($1)) AS i
                 WHERE letter.id = i.id",
                "UPDATE lane SET busy = 0, not_before = i.not_before, soonest = i.soonest, tied = CASE WHEN i.state = 'sent' THEN tied END,
                   rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank LIMIT 1)
                 FROM (SELECT CAST(value->>1 AS BIGINT) AS chat_id, value->>2 AS state, CAST(value->>5 AS BIGINT) AS not_before,
                         CAST(value->>8 AS BIGINT) AS soonest FROM jsonb_each($1)) AS i
                 WHERE lane.chat_id = i.chat_id"
            ]
        )?;
        Ok(())
    }

    /// After a restart: what was on its way is sent once more, marked as perhaps a duplicate. Gives how many.
    pub async fn recover(&mut self) -> Result<u64> {
        let again = run!(
            self,
            "take up interrupted letters",
            "UPDATE letter SET maybe_duplicate = 1, state = CASE WHEN rank <> 1 THEN 'queued' ELSE COALESCE(
                 (SELECT CASE WHEN c.phase = 'closed' THEN 'withdrawn'
                      WHEN c.phase <> 'active' OR EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id) THEN 'held' ELSE 'queued' END
                  FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END
             WHERE state = 'sending'"
        )?;
        run!(
            self,
            "free interrupted lanes",
            "UPDATE lane SET busy = 0, tied = NULL, rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id
                 AND q.state = 'queued' ORDER BY q.rank LIMIT 1)
             WHERE busy = 1"
        )?;
        Ok(again)
    }

    /// After a commit whose answer was lost: a letter that is `sending` and not in these hands, with this number of tries,
    /// never left. It is queued anew, is not doubtful, and its lane is free; a line that already stands there keeps what
    /// follows it. Gives what of the hands is still to be signed off: the rest was.
    pub async fn reconcile(&mut self, hands: &[(LetterId, i64)]) -> Result<HashSet<LetterId>> {
        run!(
            self,
            "queue anew what never left",
            "UPDATE letter SET state = CASE WHEN rank <> 1 THEN 'queued' ELSE COALESCE(
                 (SELECT CASE WHEN c.phase = 'closed' THEN 'withdrawn'
                      WHEN c.phase <> 'active' OR EXISTS (SELECT 1 FROM waits w WHERE w.id = letter.id) THEN 'held' ELSE 'queued' END
                  FROM conversation c WHERE c.id = letter.conversation_id), 'queued') END
             WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM jsonb_each($1)
                 WHERE CAST(value->>0 AS BIGINT) = letter.id AND CAST(value->>1 AS BIGINT) = letter.attempts)",
            json(hands)?
        )?;
        run!(
            self,
            "free lanes of what never left",
            "UPDATE lane SET busy = 0,
                 tied = (SELECT MAX(n.id) FROM letter n WHERE n.lane = lane.chat_id AND n.leads IS NOT NULL AND n.message_id =
                     (SELECT MAX(m.message_id) FROM letter m WHERE m.lane = lane.chat_id AND m.message_id IS NOT NULL)),
                 rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued' ORDER BY q.rank LIMIT 1)
             WHERE busy = 1
                 AND NOT EXISTS (SELECT 1 FROM letter s WHERE s.lane = lane.chat_id AND s.state = 'sending')"
        )?;
        let open =
            all!(self, "find what is on its way", (i64,), "SELECT id FROM letter WHERE state = 'sending'")?;
        Ok(open.into_iter().map(|(id,)| LetterId(id)).collect())
    }

    /// Letters that say what this version cannot read are never carried. Their lanes go on.
    async fn put_aside(&mut self, sick: &[Row], now: DateTime<Utc>) -> Result<()> {
        let letters: Vec<(i64, i64)> = sick.iter().map(|row| (row.id, row.chat_id)).collect();
        if letters.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "set letters aside",
            "UPDATE letter SET state = 'failed', err = 'unreadable', body = NULL, carried_at = $2
             WHERE id IN (SELECT CAST(value->>0 AS BIGINT) FROM jsonb_each($1))",
            json(&letters)?,
            ms(now)
        )?;
        run!(
            self,
            "free the lanes of letters that were set aside",
            "UPDATE lane SET busy = 0, tied = NULL, rank = (SELECT q.rank FROM letter q WHERE q.lane = lane.chat_id
                 AND q.state = 'queued' ORDER BY q.rank LIMIT 1)
             WHERE chat_id IN (SELECT CAST(value->>1 AS BIGINT) FROM jsonb_each($1))",
            json(&letters)?
        )?;
        self.unreadable.extend(letters.into_iter().map(|(_, lane)| ChatId(lane)));
        Ok(())
    }

    /// The lanes of letters that this transaction has set aside because they cannot be read.
    pub fn unreadable(&mut self) -> Vec<ChatId> {
        std::mem::take(&mut self.unreadable)
    }

    /// Puts off the lane that is leased first now: its letter cannot be. Gives which.
    pub async fn put_off_next(&mut self, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Option<ChatId>> {
        let row = one!(
            self,
            "put a lane off",
            (i64,),
            "UPDATE lane SET not_before = $2, soonest = $2 WHERE chat_id = (
                 SELECT chat_id FROM lane WHERE busy = 0 AND rank IS NOT NULL
                     AND (not_before <= $1 OR ((rank = -1 OR tied IS NOT NULL) AND soonest <= $1))
                     AND COALESCE(ready_at, 0) <= $1
                 ORDER BY lane.rank, lane.not_before LIMIT 1)
             RETURNING chat_id",
            ms(now),
            ms(until)
        )?;
        Ok(row.map(|(lane,)| ChatId(lane)))
    }

    /// The earliest moment at which a free lane with something waiting may be served.
    pub async fn next_lane(&mut self) -> Result<Option<DateTime<Utc>>> {
        let row = one!(
            self,
            "find the next lane",
            (Option<i64>,),
            "SELECT MIN(CASE WHEN ready_at > free_at THEN ready_at ELSE free_at END)
             FROM (SELECT ready_at, CASE WHEN rank = -1 OR tied IS NOT NULL THEN soonest ELSE not_before END AS free_at
                   FROM lane WHERE busy = 0 AND rank IS NOT NULL) AS l"
        )?;
        Ok(row.and_then(|(next,)| next).map(at))
    }
}

impl SignOff {
    /// Nothing is to be noted but how it ended.
    pub fn is_simple(&self) -> bool {
        match self.carried {
            Carried::Album(_) | Carried::Topic(_) | Carried::Looked(_) => false,
            Carried::Sent(_)
            | Carried::Later(..)
            | Carried::Held
            | Carried::Withdrawn
            | Carried::Failed(_) => true,
        }
    }

    /// If it was sent as one message, all there is to say: id, lane, message, the lane's next moment, that of what cannot
    /// wait there.
    fn sent(&self) -> Option<impl serde::Serialize + use<>> {
        let Carried::Sent(message) = self.carried else { return None };
        let soonest = Pace::of(self.lane).soonest(self.not_before);
        Some((self.id.0, self.lane.0, number(message), ms(self.not_before), ms(soonest)))
    }

    /// id, lane, state, message, err, the lane's next moment, perhaps a duplicate, when, the next moment of what cannot
    /// wait there, what is added to its number.
    fn row(&self, now: DateTime<Utc>) -> impl serde::Serialize + use<> {
        let (state, message, err, perhaps) = match self.carried {
            Carried::Sent(message) => ("sent", number(message), None, 0),
            Carried::Album(_) | Carried::Topic(_) | Carried::Looked(_) => ("sent", None, None, 0),
            Carried::Later(_, tried) => ("queued", None, None, i64::from(tried == Tried::Perhaps)),
            Carried::Held => ("held", None, None, 0),
            Carried::Withdrawn => ("withdrawn", None, Some("gone"), 0),
            Carried::Failed(class) => ("failed", None, Some(class), 0),
        };
        let asked = if let Carried::Later(at, _) = self.carried { at } else { DateTime::<Utc>::MIN_UTC };
        let soonest = Pace::of(self.lane).soonest(self.not_before).max(asked);
        // Its lease has counted one.
        let waited = if matches!(self.carried, Carried::Later(_, Tried::Not)) { WAIT - 1 } else { 0 };
        let (id, lane, not_before) = (self.id.0, self.lane.0, ms(self.not_before));
        (id, lane, state, message, err, not_before, perhaps, ms(now), ms(soonest), waited)
    }
}

/// Telegram numbers a message 0 while it still works on it: sent, but not to be referred to.
fn number(message: Option<MessageId>) -> Option<i64> {
    message.map(|id| id.0).filter(|id| *id != 0)
}
