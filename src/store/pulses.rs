//! Whose pulse is due, and beginning it once. All of it for many people at once.

use super::{Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::conversation::Phase;
use crate::domain::id::{ChatId, CheckinId, ConversationId, PersonId};
use crate::domain::person::Reach;
use crate::domain::talk::Side;
use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::HashMap;

/// Somebody whose pulse may be due.
#[derive(Clone, Debug)]
pub struct Pulsed {
    /// Who.
    pub person: PersonId,
    /// Her chat.
    pub chat: ChatId,
    /// Whether Telegram lets us write there.
    pub reach: Reach,
    /// Her zone.
    pub zone: Tz,
    /// Her side.
    pub side: Side,
    /// Her pair.
    pub conversation: ConversationId,
    /// Where it stands.
    pub phase: Phase,
    /// She is on a break, or all the others are.
    pub rests: bool,
    /// When it was introduced.
    pub introduced_at: DateTime<Utc>,
    /// Its pauses, epoch ms from and until.
    pub stops: Vec<(i64, Option<i64>)>,
    /// The zone of the programme, whose calendar counts the days.
    pub programme_zone: Tz,
    /// The partner's alias; in a circle none.
    pub partner: Option<String>,
    /// The due date of her last pulse that was asked or waits to be.
    pub last: Option<NaiveDate>,
    /// One of a due date that has come waits for room in the budget.
    pub waiting: Option<NaiveDate>,
    /// When she was last asked.
    pub asked_at: Option<DateTime<Utc>>,
    /// When she was prompted in the last eight days.
    pub prompts: Vec<DateTime<Utc>>,
}

row! {
    struct PulsedRow {
        id: i64,
        chat_id: i64,
        reach: String,
        zone: String,
        side: String,
        conversation_id: i64,
        phase: String,
        rests: i64,
        introduced_at: i64,
        stops: String,
        programme_zone: String,
        others: i64,
        partner: Option<String>,
        last: Option<String>,
        waiting: Option<String>,
        asked_at: Option<i64>,
    }
}

impl PulsedRow {
    fn pulsed(self) -> Result<Pulsed> {
        Ok(Pulsed {
            person: PersonId(self.id),
            chat: ChatId(self.chat_id),
            reach: from_name(&self.reach)?,
            zone: self.zone.parse().unwrap_or(Tz::UTC),
            side: from_name(&self.side)?,
            conversation: ConversationId(self.conversation_id),
            phase: from_name(&self.phase)?,
            rests: self.rests == 1,
            introduced_at: at(self.introduced_at),
            stops: parsed(&self.stops)?,
            programme_zone: self.programme_zone.parse().unwrap_or(Tz::UTC),
            partner: self.partner.filter(|_| self.others == 1),
            last: self.last.and_then(|day| day.parse().ok()),
            waiting: self.waiting.and_then(|day| day.parse().ok()),
            asked_at: self.asked_at.map(at),
            prompts: Vec::new(),
        })
    }
}

impl Tx {
    /// Each live pair of these people, with all that decides about the next pulse in it.
    pub async fn pulsed(&mut self, people: &[i64], now: DateTime<Utc>) -> Result<Vec<Pulsed>> {
        let rows = all!(
            self,
            "find whose pulse is due",
            PulsedRow,
            "SELECT p.id, p.chat_id, p.reach, p.zone, m.side, m.conversation_id, c.phase,
                 CAST(CASE WHEN p.paused_until IS NULL AND EXISTS (SELECT 1 FROM member n JOIN person o ON o.id = n.person_id
                      WHERE n.conversation_id = m.conversation_id AND n.state = 'active' AND n.person_id <> p.id
                      AND o.paused_until IS NULL) THEN 0 ELSE 1 END AS BIGINT) AS rests,
                 COALESCE(c.introduced_at, c.created_at) AS introduced_at, c.stops, g.zone AS programme_zone,
                 (SELECT COUNT(*) FROM member n WHERE n.conversation_id = m.conversation_id AND n.state = 'active'
                      AND n.person_id <> p.id) AS others,
                 (SELECT MIN(o.alias) FROM member n JOIN person o ON o.id = n.person_id
                  WHERE n.conversation_id = m.conversation_id AND n.state = 'active' AND n.person_id <> p.id) AS partner,
                 k.last, k.waiting, k.asked_at
             FROM (SELECT CAST(value AS BIGINT) AS id FROM jsonb_each($1)) i
             JOIN person p ON p.id = i.id
             JOIN member m ON m.person_id = p.id AND m.state = 'active'
             JOIN conversation c ON c.id = m.conversation_id
             JOIN programme g ON g.id = c.programme_id
             LEFT JOIN (SELECT h.person_id, h.conversation_id,
                            MAX(CASE WHEN h.state <> 'cancelled' THEN h.due_on END) AS last,
                            MAX(CASE WHEN h.state = 'scheduled' THEN h.due_on END) AS waiting,
                            MAX(CASE WHEN h.state <> 'cancelled' THEN h.sent_at END) AS asked_at
                        FROM checkin h
                        WHERE h.person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND h.kind = 'pulse'
                        GROUP BY h.person_id, h.conversation_id) k
                 ON k.person_id = p.id AND k.conversation_id = m.conversation_id
             WHERE p.chat_id IS NOT NULL ORDER BY p.id, m.conversation_id",
            json(people)?
        )?;
        let ids: Vec<PersonId> = rows.iter().map(|row| PersonId(row.id)).collect();
        let prompts = self.prompts(&ids, now - TimeDelta::days(8)).await?;
        rows.into_iter()
            .map(|row| {
                let prompts = prompts.get(&PersonId(row.id)).cloned().unwrap_or_default();
                Ok(Pulsed { prompts, ..row.pulsed()? })
            })
            .collect()
    }

    /// Notes that pulses whose due date has come wait for room in the budget.
    pub async fn pulses_wait(&mut self, due: &[(ConversationId, PersonId, NaiveDate)]) -> Result<()> {
        if due.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note pulses that wait",
            "INSERT INTO checkin (conversation_id, person_id, kind, due_on, state)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), 'pulse', value->>2, 'scheduled'
             FROM jsonb_each($1) WHERE true ON CONFLICT (conversation_id, person_id, kind, due_on) DO NOTHING",
            json(due)?
        )?;
        Ok(())
    }

    /// Begins pulses and counts them as prompts. Gives the ids of those that had not begun yet, by member: each is sent
    /// once, whatever happens in between.
    pub async fn begin_pulses(
        &mut self,
        due: &[(ConversationId, PersonId, NaiveDate)],
        now: DateTime<Utc>,
    ) -> Result<HashMap<(ConversationId, PersonId), CheckinId>> {
        if due.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "begin pulses",
            (i64, i64, i64),
            "INSERT INTO checkin (conversation_id, person_id, kind, due_on, state, sent_at)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), 'pulse', value->>2, 'sent', CAST($2 AS BIGINT)
             FROM jsonb_each($1) GROUP BY CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), value->>2
             ON CONFLICT (conversation_id, person_id, kind, due_on)
                 DO UPDATE SET state = 'sent', sent_at = excluded.sent_at WHERE checkin.state = 'scheduled'
             RETURNING conversation_id, person_id, id",
            json(due)?,
            ms(now)
        )?;
        let people: Vec<PersonId> = rows.iter().map(|(_, person, _)| PersonId(*person)).collect();
        self.prompted(&people, now).await?;
        let begun =
            |(conversation, person, id)| ((ConversationId(conversation), PersonId(person)), CheckinId(id));
        Ok(rows.into_iter().map(begun).collect())
    }
}
