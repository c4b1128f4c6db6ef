//! Programmes and their contacts.

use super::{Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::country::Country;
use crate::domain::id::{ChatId, PersonId, ProgrammeId};
use crate::domain::programme::{Contact, Programme};
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};

row! {
    struct Row {
        id: i64,
        name: String,
        languages: String,
        zone: String,
        rhythm: i64,
        holidays: String,
        group_chat: Option<i64>,
        contacts: String,
        helplines: String,
        safe_chat: Option<i64>,
        protect: String,
        reads_privately: i64,
        answered: String,
        set_up_at: Option<i64>,
        on_call: Option<String>,
        country: Option<String>,
        responsible: Option<String>,
        asked_at: Option<i64>,
    }
}

impl Row {
    fn programme(self) -> Result<Programme> {
        Ok(Programme {
            id: ProgrammeId(self.id),
            name: self.name,
            languages: parsed(&self.languages)?,
            zone: self.zone.parse().unwrap_or(Tz::UTC),
            rhythm: self.rhythm,
            holidays: parsed(&self.holidays)?,
            group: self.group_chat.map(ChatId),
            contacts: from_name(&self.contacts)?,
            country: self.country.as_deref().and_then(Country::find),
            responsible: self.responsible,
            asked_at: self.asked_at.map(at),
            helplines: parsed(&self.helplines)?,
            safe_group: self.safe_chat.map(ChatId),
            reads_privately: self.reads_privately == 1,
            protect: parsed(&self.protect)?,
            answered: parsed(&self.answered)?,
            set_up: self.set_up_at.is_some(),
            on_call: self.on_call.as_deref().map(parsed).transpose()?,
        })
    }
}

impl Tx {
    /// Founds a programme, to be set up by its lead.
    pub async fn found(&mut self, now: DateTime<Utc>) -> Result<ProgrammeId> {
        let row = one!(
            self,
            "found a programme",
            (i64,),
            "INSERT INTO programme (created_at) VALUES ($1) RETURNING id",
            ms(now)
        )?;
        row.map(|(id,)| ProgrammeId(id))
            .ok_or_else(|| super::Error::new("found a programme", sqlx::Error::RowNotFound))
    }

    /// A programme.
    pub async fn programme(&mut self, id: ProgrammeId) -> Result<Programme> {
        one!(
            self,
            "find a programme",
            Row,
            "SELECT id, name, languages, zone, rhythm, holidays, group_chat, contacts, helplines, answered, set_up_at, safe_chat, protect, reads_privately, on_call, country, responsible, asked_at FROM programme WHERE id = $1",
            id.0
        )?
        .ok_or_else(|| super::Error::new("find a programme", sqlx::Error::RowNotFound))?
        .programme()
    }

    /// All programmes, oldest first.
    pub async fn programmes(&mut self) -> Result<Vec<Programme>> {
        all!(
            self,
            "list programmes",
            Row,
            "SELECT id, name, languages, zone, rhythm, holidays, group_chat, contacts, helplines, answered, set_up_at, safe_chat, protect, reads_privately, on_call, country, responsible, asked_at FROM programme ORDER BY id"
        )?
        .into_iter()
        .map(Row::programme)
        .collect()
    }

    /// These programmes.
    pub async fn programmes_among(&mut self, ids: &[ProgrammeId]) -> Result<Vec<Programme>> {
        all!(
            self,
            "find programmes",
            Row,
            "SELECT id, name, languages, zone, rhythm, holidays, group_chat, contacts, helplines, answered, set_up_at, safe_chat, protect, reads_privately, on_call, country, responsible, asked_at FROM programme WHERE id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(ids)?
        )?
        .into_iter()
        .map(Row::programme)
        .collect()
    }

    /// The programme whose coordinators' group this is.
    pub async fn programme_of_group(&mut self, chat: ChatId) -> Result<Option<Programme>> {
        one!(
            self,
            "find a group's programme",
            Row,
            "SELECT id, name, languages, zone, rhythm, holidays, group_chat, contacts, helplines, answered, set_up_at, safe_chat, protect, reads_privately, on_call, country, responsible, asked_at FROM programme WHERE group_chat = $1",
            chat.0
        )?
        .map(Row::programme)
        .transpose()
    }

    /// The programme whose safeguarding group this is.
    pub async fn programme_of_safe_group(&mut self, chat: ChatId) -> Result<Option<Programme>> {
        one!(
            self,
            "find a safeguarding group's programme",
            Row,
            "SELECT id, name, languages, zone, rhythm, holidays, group_chat, contacts, helplines, answered, set_up_at, safe_chat, protect, reads_privately, on_call, country, responsible, asked_at FROM programme WHERE safe_chat = $1",
            chat.0
        )?
        .map(Row::programme)
        .transpose()
    }

    /// Writes a programme back; `set_up` is noted with the moment it first became true.
    pub async fn save_programme(&mut self, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "save a programme",
            "UPDATE programme SET name = $2, languages = $3, zone = $4, rhythm = $5, holidays = $6, group_chat = $7,
                 answered = $8, set_up_at = CASE WHEN $9 = 1 THEN COALESCE(set_up_at, $10) END, helplines = $11,
                 safe_chat = $12, protect = $13, contacts = $14, on_call = $15, reads_privately = $16, country = $17,
                 responsible = $18, asked_at = $19
             WHERE id = $1",
            programme.id.0,
            programme.name.as_str(),
            json(&programme.languages)?,
            programme.zone.name(),
            programme.rhythm,
            json(&programme.holidays)?,
            programme.group.map(|chat| chat.0),
            json(&programme.answered)?,
            i64::from(programme.set_up),
            ms(now),
            json(&programme.helplines)?,
            programme.safe_group.map(|chat| chat.0),
            json(&programme.protect)?,
            programme.contacts.as_str(),
            programme.on_call.as_ref().map(json).transpose()?,
            i64::from(programme.reads_privately),
            programme.country.map(Country::code),
            programme.responsible.as_deref(),
            programme.asked_at.map(ms)
        )?;
        Ok(())
    }

    /// A programme's contacts by position: 0 outside the team, 1 and 2 urgent.
    pub async fn contacts(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Contact)>> {
        let rows = all!(
            self,
            "find a programme's contacts",
            (i64, Option<i64>, Option<String>),
            "SELECT position, person_id, words FROM contact WHERE programme_id = $1 ORDER BY position",
            programme.0
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(position, person, words)| {
                let contact = person.map(|id| Contact::Person(PersonId(id))).or(words.map(Contact::Words))?;
                Some((position, contact))
            })
            .collect())
    }

    /// Sets one of a programme's contacts.
    pub async fn set_contact(
        &mut self,
        programme: ProgrammeId,
        position: i64,
        contact: &Contact,
    ) -> Result<()> {
        let (person, words) = match contact {
            Contact::Person(id) => (Some(id.0), None),
            Contact::Words(words) => (None, Some(words.as_str())),
        };
        run!(
            self,
            "set a contact",
            "INSERT INTO contact (programme_id, position, person_id, words) VALUES ($1, $2, $3, $4)
             ON CONFLICT (programme_id, position) DO UPDATE SET person_id = excluded.person_id, words = excluded.words",
            programme.0,
            position,
            person,
            words
        )?;
        Ok(())
    }
}
