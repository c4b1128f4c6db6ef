//! Who is writing, for a whole page of messages in one statement.

use super::{Result, Tx, at, from_name, json, parsed};
use crate::domain::conversation::{Circle, Phase, Recipient};
use crate::domain::flow::Flow;
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::pause::Notice;
use crate::domain::person::Away;
use crate::domain::talk;
use crate::domain::which::Current;
use std::collections::HashMap;

/// Somebody who writes, in all parts of her account, as far as the relay needs to know her.
#[derive(Clone, Debug, Default)]
pub struct Speaker {
    /// Nothing is open that her next message may be an answer to, in any part, the bot knows that she is there, no
    /// case says that she does not feel safe, and nothing is stopped since one did.
    pub quiet: bool,
    /// Her live conversations, by id.
    pub places: Vec<Place>,
    /// The one she chose last, if she has several.
    pub current: Option<Current>,
}

/// A live conversation of somebody who writes.
#[derive(Clone, Debug)]
pub struct Place {
    /// Who of her account is in it.
    pub person: PersonId,
    /// It, with everybody else in it.
    pub circle: Circle,
    /// She has been heard in it before.
    pub heard_before: bool,
    /// The notice she was last given about it, so that each is given once an episode.
    pub told: Option<String>,
    /// How fast she has been writing in it.
    pub flow: Flow,
    /// Somebody in it needs protecting, or contacts never go through: what she writes goes in the words that were judged.
    pub guarded: bool,
}

row! {
    #[derive(serde::Deserialize)]
    struct Row {
        chat_id: i64,
        id: i64,
        quiet: i64,
        own_break: Option<i64>,
        current_id: Option<i64>,
        current_at: Option<i64>,
        other_at: Option<i64>,
        conversation_id: Option<i64>,
        phase: Option<String>,
        side: Option<String>,
        contact_at: Option<i64>,
        elsewhere_at: Option<i64>,
        turn_by: Option<String>,
        turn_since: Option<i64>,
        turn_last: Option<i64>,
        silence_case: Option<i64>,
        supervised: Option<String>,
        guarded: i64,
        protect: String,
        heard_at: Option<i64>,
        told: Option<String>,
        ahead_until: Option<i64>,
        slowed_at: Option<i64>,
        other_id: Option<i64>,
        other_chat: Option<i64>,
        other_reach: Option<String>,
        other_break: Option<i64>,
        other_told: Option<i64>,
    }
}

impl Row {
    /// Her conversation of this row, if it has one.
    fn place(&self) -> Result<Option<Place>> {
        let (Some(id), Some(phase)) = (self.conversation_id, &self.phase) else { return Ok(None) };
        let circle = Circle {
            id: ConversationId(id),
            phase: from_name(phase)?,
            side: self.side.as_deref().and_then(talk::Side::parse).unwrap_or(talk::Side::Mentee),
            talk: super::conversations::talk(
                self.contact_at,
                self.elsewhere_at,
                (self.turn_by.as_deref(), self.turn_since, self.turn_last),
            ),
            on_break: self.own_break.is_some(),
            others: Vec::new(),
            silence_case: self.silence_case.is_some(),
            supervised: self.supervised.as_deref() == Some("yes"),
            protect: parsed(&self.protect)?,
        };
        Ok(Some(Place {
            person: PersonId(self.id),
            circle,
            heard_before: self.heard_at.is_some(),
            told: self.told.clone(),
            flow: Flow { ahead_until: self.ahead_until.map(at), slowed_at: self.slowed_at.map(at) },
            guarded: self.guarded == 1,
        }))
    }

    fn other(&self) -> Result<Option<Recipient>> {
        let (Some(person), Some(chat), Some(reach)) = (self.other_id, self.other_chat, &self.other_reach)
        else {
            return Ok(None);
        };
        // Nobody hears herself, whatever her parts.
        if chat == self.chat_id {
            return Ok(None);
        }
        let phase = self.phase.as_deref().map(from_name::<Phase>).transpose()?.unwrap_or(Phase::Active);
        let was_told = self.told.as_deref() == Some(Notice::Break.as_str());
        let told = self.other_told == Some(1);
        let away = self.other_break.map(|until| Away { until: at(until), told }.known(phase, was_told));
        Ok(Some(Recipient { person: PersonId(person), chat: ChatId(chat), reach: from_name(reach)?, away }))
    }
}

impl Tx {
    /// The accounts behind these private chats, each with its live conversations. A chat nobody joined from is absent.
    pub async fn speakers(&mut self, chats: &[ChatId]) -> Result<HashMap<ChatId, Speaker>> {
        let rows = set!(
            self,
            "find who is writing",
            Row { chat_id, id, quiet, own_break, current_id, current_at, other_at, conversation_id, phase, side, contact_at, elsewhere_at, turn_by, turn_since, turn_last, silence_case, supervised, guarded, protect, heard_at, told, ahead_until, slowed_at, other_id, other_chat, other_reach, other_break, other_told },
            (json(chats)?.as_str()),
            [],
            "SELECT p.chat_id, p.id,
                 CAST(CASE WHEN p.dialogue IS NULL AND p.reach = 'reachable' AND p.standing <> 'joining'
                      AND NOT EXISTS (SELECT 1 FROM case_file f WHERE f.person_id = p.id AND f.kind = 'unsafe'
                          AND (f.resolved_at IS NULL OR EXISTS (SELECT 1 FROM member d
                              JOIN conversation h ON h.id = d.conversation_id
                              WHERE d.person_id = p.id AND d.state = 'active' AND h.phase = 'held')))
                      THEN 1 ELSE 0 END AS BIGINT) AS quiet,
                 p.paused_until AS own_break, a.current_id, a.current_at, a.other_at,
                 m.conversation_id, c.phase, m.side, c.contact_at, c.elsewhere_at, c.turn_by, c.turn_since, c.turn_last,
                 c.silence_case, c.supervised,
                 CAST(CASE WHEN c.supervised = 'yes' OR g.contacts = 'refuse' OR p.adult = 0 OR o.adult = 0
                      THEN 1 ELSE 0 END AS BIGINT) AS guarded, g.protect, m.heard_at, m.told, m.ahead_until, m.slowed_at,
                 o.id AS other_id, o.chat_id AS other_chat, o.reach AS other_reach,
                 o.paused_until AS other_break, o.break_told AS other_told
             FROM (SELECT DISTINCT CAST(value AS BIGINT) AS chat_id FROM jsonb_each($1)) i
             JOIN person p ON p.chat_id = i.chat_id
             JOIN programme g ON g.id = p.programme_id
             LEFT JOIN account a ON a.chat_id = i.chat_id
             LEFT JOIN member m ON m.person_id = p.id AND m.state = 'active' AND p.standing = 'ready'
             LEFT JOIN conversation c ON c.id = m.conversation_id
             LEFT JOIN member n ON n.conversation_id = m.conversation_id AND n.state = 'active' AND n.person_id <> p.id
             LEFT JOIN person o ON o.id = n.person_id
             ORDER BY p.chat_id, m.conversation_id, p.id, o.id",
            []
        )?;
        let mut speakers: HashMap<ChatId, Speaker> = HashMap::new();
        for row in rows {
            let speaker = speakers.entry(ChatId(row.chat_id)).or_insert_with(|| Speaker {
                quiet: true,
                places: Vec::new(),
                current: super::accounts::current(row.current_id, row.current_at, row.other_at),
            });
            speaker.quiet &= row.quiet == 1;
            let known = |place: &Place| Some(place.circle.id.0) == row.conversation_id;
            if !speaker.places.last().is_some_and(known) {
                speaker.places.extend(row.place()?);
            }
            if let (Some(place), Some(other)) = (speaker.places.last_mut(), row.other()?) {
                place.guarded |= row.guarded == 1;
                place.circle.others.push(other);
            }
        }
        Ok(speakers)
    }
}
