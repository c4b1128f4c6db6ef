//! Whose next words may answer a check-in.

use super::{Result, Tx, json};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{CheckinId, LetterId, PersonId};

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
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, CAST(value->>2 AS BIGINT) AS letter_id FROM json_each($1)) AS i
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
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS fresh, value->>2 AS asked FROM json_each($1)) AS i
             WHERE person.id = i.id AND (person.dialogue IS NULL OR person.dialogue = i.asked)",
            json(&waits)?
        )?;
        Ok(())
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
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS fresh, value->>2 AS asked FROM json_each($1)) AS i
             WHERE person.id = i.id AND person.dialogue IN (i.fresh, i.asked)",
            json(&waits)?
        )?;
        Ok(())
    }

    /// The check-in that waits for someone's answer, newest first.
    pub async fn checkin_open_for(&mut self, person: PersonId) -> Result<Option<CheckinId>> {
        let row = one!(
            self,
            "find someone's open check-in",
            (i64,),
            "SELECT id FROM checkin WHERE person_id = $1 AND state IN ('sent', 'snoozed', 'partly', 'reminded')
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
