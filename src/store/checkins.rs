//! Check-ins: what is open, what was answered. All of it for many people at once.

use super::{Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::checkin::Answers;
use crate::domain::conversation::Phase;
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{ChatId, CheckinId, ConversationId, LetterId, PersonId, ProgrammeId};
use crate::domain::person::Reach;
use crate::domain::pulse::State;
use crate::domain::talk::Side;
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// A check-in, with whom it asks.
#[derive(Clone, Debug)]
pub struct Checkin {
    /// Which.
    pub id: CheckinId,
    /// How far it is.
    pub state: State,
    /// What was answered.
    pub answers: Answers,
    /// The letter whose message shows its question.
    pub letter: Option<LetterId>,
    /// It is to be offered again.
    pub again: bool,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// She asked to be asked later: then.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// The time that it asks about began then.
    pub since: DateTime<Utc>,
    /// Whom it asks.
    pub person: PersonId,
    /// Her chat.
    pub chat: ChatId,
    /// Whether Telegram lets us write there.
    pub reach: Reach,
    /// Her zone.
    pub zone: Tz,
    /// Her side.
    pub side: Side,
    /// She is still in the pair.
    pub inside: bool,
    /// The pair.
    pub conversation: ConversationId,
    /// Where it stands.
    pub phase: Phase,
    /// Its programme.
    pub programme: ProgrammeId,
    /// The partner's alias; in a circle none.
    pub partner: Option<String>,
}

row! {
    struct CheckinRow {
        id: i64,
        state: String,
        answers: String,
        letter_id: Option<i64>,
        again: i64,
        sent_at: i64,
        snoozed_until: Option<i64>,
        since: i64,
        person_id: i64,
        chat_id: i64,
        reach: String,
        zone: String,
        side: String,
        member_state: String,
        conversation_id: i64,
        phase: String,
        programme_id: i64,
        others: i64,
        partner: Option<String>,
    }
}

impl CheckinRow {
    fn checkin(self) -> Result<Checkin> {
        Ok(Checkin {
            id: CheckinId(self.id),
            state: from_name(&self.state)?,
            answers: parsed(&self.answers)?,
            letter: self.letter_id.map(LetterId),
            again: self.again == 1,
            sent_at: at(self.sent_at),
            snoozed_until: self.snoozed_until.map(at),
            since: at(self.since),
            person: PersonId(self.person_id),
            chat: ChatId(self.chat_id),
            reach: from_name(&self.reach)?,
            zone: self.zone.parse().unwrap_or(Tz::UTC),
            side: from_name(&self.side)?,
            inside: self.member_state == "active",
            conversation: ConversationId(self.conversation_id),
            phase: from_name(&self.phase)?,
            programme: ProgrammeId(self.programme_id),
            partner: self.partner.filter(|_| self.others == 1),
        })
    }
}

impl Tx {
    /// Notes under which letters questions are shown now, and lets her next words be an answer to them where nothing
    /// else is open.
    pub async fn asked(&mut self, asked: &[(CheckinId, PersonId, LetterId)]) -> Result<()> {
        if asked.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note where questions stand",
            "UPDATE checkin SET letter_id = i.letter_id, again = 0
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, CAST(value->>2 AS BIGINT) AS letter_id FROM jsonb_each($1)) AS i
             WHERE checkin.id = i.id",
            json(asked)?
        )?;
        let waits = asked
            .iter()
            .map(|(checkin, person, _)| {
                let [fresh, asked] = waits_for(*checkin)?;
                Ok((person, fresh, asked))
            })
            .collect::<Result<Vec<_>>>()?;
        run!(
            self,
            "wait for answers",
            "UPDATE person SET dialogue = i.fresh
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS fresh, value->>2 AS asked FROM jsonb_each($1)) AS i
             WHERE person.id = i.id AND (person.dialogue IS NULL OR person.dialogue = i.asked)",
            json(&waits)?
        )?;
        Ok(())
    }

    /// Check-ins by their ids.
    pub async fn checkins(&mut self, ids: &[CheckinId]) -> Result<Vec<Checkin>> {
        let rows = all!(
            self,
            "find check-ins",
            CheckinRow,
            "SELECT k.id, k.state, k.answers, k.letter_id, k.again, COALESCE(k.sent_at, 0) AS sent_at, k.snoozed_until,
                 COALESCE((SELECT MAX(h.sent_at) FROM checkin h WHERE h.conversation_id = k.conversation_id
                               AND h.person_id = k.person_id AND h.kind = k.kind AND h.due_on < k.due_on
                               AND h.state <> 'cancelled'),
                     c.introduced_at, c.created_at) AS since,
                 k.person_id, p.chat_id, p.reach, p.zone, m.side, m.state AS member_state, k.conversation_id, c.phase,
                 c.programme_id,
                 (SELECT COUNT(*) FROM member n WHERE n.conversation_id = k.conversation_id AND n.state = 'active'
                      AND n.person_id <> k.person_id) AS others,
                 (SELECT MIN(o.alias) FROM member n JOIN person o ON o.id = n.person_id
                  WHERE n.conversation_id = k.conversation_id AND n.state = 'active' AND n.person_id <> k.person_id) AS partner
             FROM checkin k JOIN person p ON p.id = k.person_id
             JOIN member m ON m.conversation_id = k.conversation_id AND m.person_id = k.person_id
             JOIN conversation c ON c.id = k.conversation_id
             WHERE k.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND p.chat_id IS NOT NULL ORDER BY k.id",
            json(ids)?
        )?;
        rows.into_iter().map(CheckinRow::checkin).collect()
    }

    /// One check-in.
    pub async fn checkin(&mut self, id: CheckinId) -> Result<Option<Checkin>> {
        Ok(self.checkins(&[id]).await?.pop())
    }

    /// Notes an answer.
    pub async fn save_answers(
        &mut self,
        id: CheckinId,
        answers: &Answers,
        state: State,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note an answer to a check-in",
            "UPDATE checkin SET answers = $2, state = $3, ended_at = CASE WHEN $4 = 1 THEN CAST($5 AS BIGINT) END WHERE id = $1",
            id.0,
            json(answers)?,
            state.as_str(),
            i64::from(state.is_over()),
            ms(now)
        )?;
        Ok(())
    }

    /// Sets the state of check-ins.
    pub async fn checkins_are(&mut self, changed: &[(CheckinId, State)], now: DateTime<Utc>) -> Result<()> {
        if changed.is_empty() {
            return Ok(());
        }
        let rows: Vec<_> =
            changed.iter().map(|(id, state)| (id, state, i64::from(state.is_over()))).collect();
        run!(
            self,
            "set the state of check-ins",
            "UPDATE checkin SET state = i.state,
                 reminded_at = CASE WHEN i.state = 'reminded' THEN $2 ELSE reminded_at END,
                 ended_at = CASE WHEN i.ended = 1 THEN $2 END
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS state, CAST(value->>2 AS BIGINT) AS ended
                   FROM jsonb_each($1)) AS i
             WHERE checkin.id = i.id",
            json(&rows)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Puts a check-in off until then.
    pub async fn snooze_checkin(&mut self, id: CheckinId, until: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "put a check-in off",
            "UPDATE checkin SET snoozed_until = $2 WHERE id = $1",
            id.0,
            ms(until)
        )?;
        Ok(())
    }

    /// The open check-ins of a pair.
    pub async fn open_checkins(&mut self, conversation: ConversationId) -> Result<Vec<CheckinId>> {
        let rows = all!(
            self,
            "find a pair's open check-ins",
            (i64,),
            "SELECT id FROM checkin WHERE conversation_id = $1 AND state IN ('scheduled', 'sent', 'snoozed', 'partly', 'reminded')
             ORDER BY id",
            conversation.0
        )?;
        Ok(rows.into_iter().map(|(id,)| CheckinId(id)).collect())
    }

    /// Marks all open check-ins whose question has been carried to be offered again; gives their ids and zones.
    pub async fn offer_again(&mut self) -> Result<Vec<(CheckinId, Tz)>> {
        let rows = all!(
            self,
            "find check-ins to be offered again",
            (i64, String),
            "SELECT k.id, p.zone FROM checkin k JOIN person p ON p.id = k.person_id
             JOIN letter l ON l.id = k.letter_id AND l.message_id IS NOT NULL
             WHERE k.state IN ('sent', 'partly', 'reminded') ORDER BY k.id"
        )?;
        let ids: Vec<i64> = rows.iter().map(|(id, _)| *id).collect();
        run!(
            self,
            "mark check-ins to be offered again",
            "UPDATE checkin SET again = 1 WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(&ids)?
        )?;
        Ok(rows.into_iter().map(|(id, zone)| (CheckinId(id), zone.parse().unwrap_or(Tz::UTC))).collect())
    }

    /// How the check-ins of these people in their pairs went, latest first.
    pub async fn checkin_states(
        &mut self,
        members: &[(ConversationId, PersonId)],
    ) -> Result<HashMap<(ConversationId, PersonId), Vec<State>>> {
        if members.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find how check-ins went",
            (i64, i64, String),
            "SELECT k.conversation_id, k.person_id, k.state
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id
                   FROM jsonb_each($1)) i
             JOIN checkin k ON k.conversation_id = i.conversation_id AND k.person_id = i.person_id
             ORDER BY k.due_on DESC, k.id DESC",
            json(members)?
        )?;
        let mut states: HashMap<_, Vec<State>> = HashMap::new();
        for (conversation, person, state) in rows {
            let member = (ConversationId(conversation), PersonId(person));
            states.entry(member).or_default().push(from_name(&state)?);
        }
        Ok(states)
    }

    /// Stops waiting for answers to these check-ins.
    pub async fn stop_waiting(&mut self, over: &[(CheckinId, PersonId)]) -> Result<()> {
        if over.is_empty() {
            return Ok(());
        }
        let waits = over
            .iter()
            .map(|(checkin, person)| {
                let [fresh, asked] = waits_for(*checkin)?;
                Ok((person, fresh, asked))
            })
            .collect::<Result<Vec<_>>>()?;
        run!(
            self,
            "stop waiting for answers",
            "UPDATE person SET dialogue = NULL
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS fresh, value->>2 AS asked FROM jsonb_each($1)) AS i
             WHERE person.id = i.id AND person.dialogue IN (i.fresh, i.asked)",
            json(&waits)?
        )?;
        Ok(())
    }

    /// Withdraws questions that are still on their way.
    pub async fn withdraw_questions(&mut self, letters: &[LetterId]) -> Result<()> {
        if letters.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "withdraw questions",
            "UPDATE letter SET state = 'withdrawn'
             WHERE state = 'queued' AND id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(letters)?
        )?;
        Ok(())
    }

    /// How many check-ins wait for an account's answer, in all its parts.
    pub async fn checkins_open_in(&mut self, chat: ChatId) -> Result<i64> {
        let row = one!(
            self,
            "count an account's open check-ins",
            (i64,),
            "SELECT COUNT(*) FROM person p JOIN checkin k ON k.person_id = p.id
                 AND k.state IN ('sent', 'partly', 'reminded')
             WHERE p.chat_id = $1",
            chat.0
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// The check-in that waits for someone's answer now, newest first; one that was put off does not.
    pub async fn checkin_open_for(&mut self, person: PersonId) -> Result<Option<CheckinId>> {
        let row = one!(
            self,
            "find someone's open check-in",
            (i64,),
            "SELECT id FROM checkin WHERE person_id = $1 AND state IN ('sent', 'partly', 'reminded')
             ORDER BY id DESC LIMIT 1",
            person.0
        )?;
        Ok(row.map(|(id,)| CheckinId(id)))
    }
}

/// How it is stored that a person's next words may answer a check-in: not asked about any yet, and asked.
fn waits_for(checkin: CheckinId) -> Result<[String; 2]> {
    Ok([
        json(&Dialogue::Checkin { checkin, asked: false })?,
        json(&Dialogue::Checkin { checkin, asked: true })?,
    ])
}
