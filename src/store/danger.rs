//! Who pressed 🆘, since when her words are for the team, and what of them a reader has not had.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// Since when an account's words are for the team, and who has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Danger {
    /// The part of the account whose case it is.
    pub person: PersonId,
    /// Her tap.
    pub since: DateTime<Utc>,
    /// Her open cases, what she said to be about somebody first; none once they are over and a pair is still stopped.
    pub cases: Vec<CaseId>,
}

/// A message of hers that a reader has not had: where it is to be copied from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The ledger's row.
    pub source: SourceId,
    /// Another reader's chat, where it arrived; hers, if it arrived nowhere yet.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
}

impl Tx {
    /// The danger an account is in; `None` if it is in none.
    pub async fn danger(&mut self, chat: ChatId) -> Result<Option<Danger>> {
        let rows = all!(
            self,
            "find who pressed the button",
            (i64, i64, i64),
            "SELECT f.id, f.person_id, f.opened_at FROM person p
             JOIN case_file f ON f.person_id = p.id AND f.kind = 'unsafe' AND f.resolved_at IS NULL
             WHERE p.chat_id = $1
             ORDER BY CASE WHEN f.facts LIKE '%\"about_yes\"%' THEN 0 ELSE 1 END, f.id",
            chat.0
        )?;
        let Some((_, person, _)) = rows.first().copied() else { return self.after_danger(chat).await };
        let since = rows.iter().map(|(.., since)| *since).min().unwrap_or_default();
        let cases = rows.iter().map(|(case, ..)| CaseId(*case)).collect();
        Ok(Some(Danger { person: PersonId(person), since: at(since), cases }))
    }

    /// Her case is over, and a pair still stopped since, which she had not called fine and nobody had opened.
    async fn after_danger(&mut self, chat: ChatId) -> Result<Option<Danger>> {
        let rows = all!(
            self,
            "find who pressed the button before a stop that goes on",
            (i64, i64, i64, Option<i64>),
            "SELECT f.person_id, f.opened_at, f.resolved_at, c.stopped_at FROM person p
             JOIN member m ON m.person_id = p.id AND m.state = 'active'
             JOIN conversation c ON c.id = m.conversation_id AND c.phase = 'held'
             JOIN case_file f ON f.person_id = p.id AND f.kind = 'unsafe' AND f.resolved_at IS NOT NULL
                 AND (f.conversation_id = c.id OR f.facts LIKE '%\"held:' || CAST(c.id AS TEXT) || ':%'
                     OR f.facts LIKE '%\"tap:' || CAST(c.id AS TEXT) || '\"%')
                 AND f.facts NOT LIKE '%\"fine:' || CAST(c.id AS TEXT) || '\"%'
             WHERE p.chat_id = $1 ORDER BY f.id",
            chat.0
        )?;
        for (person, since, resolved, stopped) in rows {
            // Of a stop of before it was noted, nobody knows since when: it counts as hers.
            if stopped.is_none_or(|stopped| stopped <= resolved) {
                return Ok(Some(Danger { person: PersonId(person), since: at(since), cases: Vec::new() }));
            }
        }
        Ok(None)
    }

    /// What an account wrote in its talks with teams since then and a reader has not had, in order, each from the newest copy
    /// that arrived; nothing of what was written `apart` from her, from a moment up to another. What failed on its way to a
    /// reader she has not had, unless it was read as a fact that its author deleted it.
    pub async fn missed(
        &mut self,
        (own, reader): (ChatId, ChatId),
        since: DateTime<Utc>,
        apart: &[(DateTime<Utc>, Option<DateTime<Utc>>)],
    ) -> Result<Vec<Missed>> {
        let apart: Vec<(i64, Option<i64>)> = apart.iter().map(|(from, to)| (ms(*from), to.map(ms))).collect();
        let rows = all!(
            self,
            "find what a reader has not had",
            (i64, i64, i64, Option<i64>, Option<i64>),
            "SELECT s.id, s.chat_id, s.message_id, l.lane, l.message_id FROM source s
             LEFT JOIN letter l ON l.id = (SELECT MAX(a.id) FROM letter a WHERE a.source_id = s.id AND a.op = 'copy'
                 AND a.state = 'sent' AND a.message_id IS NOT NULL)
             WHERE s.heard_at >= $1 AND s.gone_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM jsonb_each($4) WHERE s.heard_at >= CAST(value->>0 AS BIGINT)
                     AND (value->>1 IS NULL OR s.heard_at < CAST(value->>1 AS BIGINT)))
                 AND s.conversation_id IN (SELECT c.id FROM conversation c JOIN person p ON p.id = c.team_of
                     WHERE p.chat_id = $2)
                 AND EXISTS (SELECT 1 FROM person a WHERE a.id = s.author_id AND a.chat_id = $2)
                 AND NOT EXISTS (SELECT 1 FROM letter h WHERE h.lane = $3 AND h.source_id IN
                         (SELECT o.id FROM source o WHERE o.id = s.id OR (o.chat_id = s.chat_id AND o.album_key = s.album_key))
                     AND (h.op = 'album' OR h.op = 'copy' AND h.source_id = s.id) AND (h.state NOT IN ('failed', 'withdrawn')
                         OR h.err = 'gone' AND h.from_chat = s.chat_id))
             ORDER BY s.id",
            ms(since),
            own.0,
            reader.0,
            json(&apart)?
        )?;
        Ok(rows
            .into_iter()
            .map(|(source, chat, message, lane, copy)| {
                let (chat, message) = lane.zip(copy).unwrap_or((chat, message));
                Missed { source: SourceId(source), chat: ChatId(chat), message: MessageId(message) }
            })
            .collect())
    }

    /// Where else a message of hers can be copied from, when it is gone where it was copied from: the copy before it that
    /// arrived at another reader's, at last her own chat; `None` if that was the one.
    pub async fn copy_elsewhere(
        &mut self,
        source: SourceId,
        (chat, message): (ChatId, MessageId),
        reader: ChatId,
    ) -> Result<Option<Missed>> {
        let row = one!(
            self,
            "find where else a message can be copied from",
            (i64, i64, Option<i64>, Option<i64>),
            "SELECT s.chat_id, s.message_id, l.lane, l.message_id FROM source s
             LEFT JOIN letter l ON l.id = (SELECT MAX(a.id) FROM letter a WHERE a.source_id = s.id AND a.op = 'copy'
                 AND a.state = 'sent' AND a.message_id IS NOT NULL AND a.lane <> $4
                 AND a.id < (SELECT MIN(t.id) FROM letter t WHERE t.source_id = s.id AND t.lane = $2
                     AND t.message_id = $3))
             WHERE s.id = $1 AND s.gone_at IS NULL AND s.chat_id <> $2",
            source.0,
            chat.0,
            message.0,
            reader.0
        )?;
        Ok(row.map(|(chat, message, lane, copy)| {
            let (chat, message) = lane.zip(copy).unwrap_or((chat, message));
            Missed { source, chat: ChatId(chat), message: MessageId(message) }
        }))
    }

    /// Whether a message has arrived at another reader's than this letter's, or waits for one.
    pub async fn has_another_reader(&mut self, source: SourceId, letter: LetterId) -> Result<bool> {
        let row = one!(
            self,
            "find whether a message has another reader",
            (i64,),
            "SELECT CAST(1 AS BIGINT) FROM letter
             WHERE source_id = $1 AND id <> $2 AND op IN ('copy', 'album') AND room_id IS NULL
                 AND state IN ('queued', 'sending', 'sent', 'held')
                 AND lane <> (SELECT o.lane FROM letter o WHERE o.id = $2) LIMIT 1",
            source.0,
            letter.0
        )?;
        Ok(row.is_some())
    }

    /// Where a relayed message was written, and by whom.
    pub async fn written_by(&mut self, source: SourceId) -> Result<Option<(ChatId, PersonId)>> {
        let row = one!(
            self,
            "find where a message was written",
            (i64, i64),
            "SELECT chat_id, author_id FROM source WHERE id = $1",
            source.0
        )?;
        Ok(row.map(|(chat, author)| (ChatId(chat), PersonId(author))))
    }

    /// Whether a message was copied to anybody since then.
    pub async fn copied_since(&mut self, source: SourceId, since: DateTime<Utc>) -> Result<bool> {
        let row = one!(
            self,
            "find whether a message was copied lately",
            (i64,),
            "SELECT CAST(1 AS BIGINT) FROM letter WHERE source_id = $1 AND op = 'copy' AND queued_at > $2 LIMIT 1",
            source.0,
            ms(since)
        )?;
        Ok(row.is_some())
    }

    /// What tells of a case in her own chat since then, as far as Telegram still deletes it: what the bot said about it
    /// (also in the place of what it had said before) and the team wrote, each with the message of hers it answers, and what
    /// she wrote to the team. An earlier 🆘 of hers tells as much, whatever she answered below it; what hangs there of
    /// others' cases is no trace of hers.
    pub async fn traces_of_danger(
        &mut self,
        (chat, talk): (ChatId, Option<ConversationId>),
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(Vec<(LetterId, Option<MessageId>)>, Vec<SourceId>)> {
        let oldest = ms(now - TimeDelta::hours(48));
        let since = ms(since).max(oldest);
        let talk = talk.map(|talk| talk.0);
        let said = all!(
            self,
            "find what tells of a case",
            (i64, Option<i64>),
            "SELECT id, CASE WHEN rank = -1 AND op = 'write' AND from_chat IS NULL THEN from_message END FROM letter
             WHERE lane = $1 AND message_id IS NOT NULL
                 AND (carried_at >= $2 AND conversation_id = $3
                     OR (case_id IS NULL OR case_id IN
                             (SELECT f.id FROM case_file f JOIN person p ON p.id = f.person_id WHERE p.chat_id = $1))
                         AND (carried_at >= $2 AND rank = -1
                             OR carried_at >= $4 AND rank = -1 AND op = 'write' AND from_chat IS NULL AND from_message IS NOT NULL
                             OR id IN (SELECT r.target FROM letter r
                                 WHERE r.lane = $1 AND r.op = 'rewrite' AND r.rank = -1 AND r.queued_at >= $2)))
             ORDER BY id",
            chat.0,
            since,
            talk,
            oldest
        )?;
        let wrote = all!(
            self,
            "find what was written to the team",
            (i64,),
            "SELECT id FROM source WHERE heard_at >= $2 AND chat_id = $1 AND conversation_id = $3 ORDER BY id",
            chat.0,
            since,
            talk
        )?;
        Ok((
            said.into_iter().map(|(id, answers)| (LetterId(id), answers.map(MessageId))).collect(),
            wrote.into_iter().map(|(id,)| SourceId(id)).collect(),
        ))
    }

    /// Somebody's talk with her team, if she has one.
    pub async fn talk_of(&mut self, person: PersonId) -> Result<Option<ConversationId>> {
        let row = one!(
            self,
            "find a talk with the team",
            (i64,),
            "SELECT id FROM conversation WHERE team_of = $1",
            person.0
        )?;
        Ok(row.map(|(id,)| ConversationId(id)))
    }

    /// Whether a conversation is the talk of any part of an account with its team.
    pub async fn is_talk_of(&mut self, conversation: ConversationId, chat: ChatId) -> Result<bool> {
        let row = one!(
            self,
            "find whether a talk is an account's",
            (i64,),
            "SELECT c.id FROM conversation c JOIN person p ON p.id = c.team_of WHERE c.id = $1 AND p.chat_id = $2",
            conversation.0,
            chat.0
        )?;
        Ok(row.is_some())
    }

    /// Notes whom a case is about.
    pub async fn case_names(&mut self, case: CaseId, people: &[PersonId]) -> Result<()> {
        run!(
            self,
            "note whom a case is about",
            "INSERT INTO named (case_id, person_id)
             SELECT $1, CAST(value AS BIGINT) FROM jsonb_each($2) WHERE true ON CONFLICT (case_id, person_id) DO NOTHING",
            case.0,
            json(people)?
        )?;
        Ok(())
    }

    /// Whom cases are about.
    pub async fn named(&mut self, cases: &[CaseId]) -> Result<Vec<(CaseId, PersonId)>> {
        let rows = all!(
            self,
            "find whom cases are about",
            (i64, i64),
            "SELECT case_id, person_id FROM named
             WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY case_id, person_id",
            json(cases)?
        )?;
        Ok(rows.into_iter().map(|(case, person)| (CaseId(case), PersonId(person))).collect())
    }

    /// Those of these people whom an open case is about, in any part of their accounts.
    pub async fn named_now(&mut self, people: &[PersonId]) -> Result<HashSet<PersonId>> {
        let rows = all!(
            self,
            "find people whom open cases are about",
            (i64,),
            "SELECT DISTINCT p.id FROM person p JOIN person o ON o.chat_id = p.chat_id
             JOIN named n ON n.person_id = o.id JOIN case_file f ON f.id = n.case_id AND f.resolved_at IS NULL
             WHERE p.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(people)?
        )?;
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// The other conversations that those sit in whom cases are about, or are asked into, in the cases' programmes: while
    /// those are open: all that go on, or may, but those she is in whose case it is. `true` for a seat that is only offered.
    pub async fn seats_of_named(&mut self, cases: &[CaseId]) -> Result<Vec<(CaseId, ConversationId, bool)>> {
        let rows = all!(
            self,
            "find where people sit whom cases are about",
            (i64, i64, i64),
            "SELECT f.id, c.id, MIN(CASE WHEN m.state = 'active' THEN CAST(0 AS BIGINT) ELSE 1 END)
             FROM named n JOIN case_file f ON f.id = n.case_id
             JOIN person a ON a.id = n.person_id
             JOIN person b ON b.chat_id = a.chat_id AND b.programme_id = f.programme_id
             JOIN member m ON m.person_id = b.id AND m.state IN ('active', 'asked', 'accepted')
             JOIN conversation c ON c.id = m.conversation_id AND c.sort = 'pair'
                 AND c.phase IN ('proposed', 'active', 'paused', 'held')
             WHERE n.case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND f.resolved_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM member h JOIN person w ON w.id = h.person_id
                     JOIN person q ON q.chat_id = w.chat_id
                     WHERE h.conversation_id = c.id AND h.state = 'active' AND q.id = f.person_id)
             GROUP BY f.id, c.id ORDER BY f.id, c.id",
            json(cases)?
        )?;
        let seat = |(case, pair, asked)| (CaseId(case), ConversationId(pair), asked == 1);
        Ok(rows.into_iter().map(seat).collect())
    }

    /// Notes what was decided about another pair of somebody whom a case is about; `held` if it was stopped too.
    pub async fn decide_about(&mut self, case: CaseId, pair: ConversationId, held: bool) -> Result<()> {
        run!(
            self,
            "note what was decided about a pair",
            "INSERT INTO named_pair (case_id, conversation_id, decision) VALUES ($1, $2, $3)
             ON CONFLICT (case_id, conversation_id) DO UPDATE SET decision = excluded.decision",
            case.0,
            pair.0,
            if held { "held" } else { "left" }
        )?;
        Ok(())
    }

    /// The other live pairs of those whom cases are about, in the cases' programmes, of which nobody has decided yet: those
    /// that she whose case it is is not in.
    pub async fn undecided(&mut self, cases: &[CaseId]) -> Result<Vec<(CaseId, ConversationId)>> {
        let rows = all!(
            self,
            "find pairs to be decided about",
            (i64, i64),
            "SELECT DISTINCT f.id, c.id FROM case_file f JOIN named n ON n.case_id = f.id
             JOIN person a ON a.id = n.person_id
             JOIN person b ON b.chat_id = a.chat_id AND b.programme_id = f.programme_id
             JOIN member m ON m.person_id = b.id AND m.state = 'active'
             JOIN conversation c ON c.id = m.conversation_id AND c.sort = 'pair'
                 AND c.phase IN ('active', 'paused', 'held')
             WHERE f.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND (f.conversation_id IS NULL OR f.conversation_id <> c.id)
                 AND NOT EXISTS (SELECT 1 FROM member h JOIN person w ON w.id = h.person_id
                     JOIN person q ON q.chat_id = w.chat_id
                     WHERE h.conversation_id = c.id AND h.state = 'active' AND q.id = f.person_id)
                 AND NOT EXISTS (SELECT 1 FROM named_pair d WHERE d.case_id = f.id AND d.conversation_id = c.id)
             ORDER BY f.id, c.id",
            json(cases)?
        )?;
        Ok(rows.into_iter().map(|(case, pair)| (CaseId(case), ConversationId(pair))).collect())
    }
}
