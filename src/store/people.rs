//! People.

use super::{Result, Tx, at, from_name, json, ms, named, parsed};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{ChatId, PersonId, ProgrammeId};
use crate::domain::lang::Lang;
use crate::domain::person::{Person, Profile, Reach, Role, Standing};
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

row! {
    #[derive(serde::Deserialize)]
    struct Row {
        id: i64,
        programme_id: i64,
        role: String,
        chat_id: i64,
        standing: String,
        reach: String,
        lang: String,
        alias: String,
        zone: String,
        coordinator_id: Option<i64>,
        file_number: Option<String>,
        dialogue: Option<String>,
        profile: String,
        paused_until: Option<i64>,
        joined_at: i64,
    }
}

impl Row {
    fn person(self) -> Result<Person> {
        let mut profile: Profile = parsed(&self.profile)?;
        // What a version before called it.
        for tag in profile.spoken.iter_mut().flatten().filter(|tag| *tag == "pt") {
            "pt-PT".clone_into(tag);
        }
        Ok(Person {
            id: PersonId(self.id),
            programme: ProgrammeId(self.programme_id),
            role: from_name(&self.role)?,
            chat: ChatId(self.chat_id),
            standing: from_name(&self.standing)?,
            reach: from_name(&self.reach)?,
            lang: self.lang.into(),
            alias: self.alias,
            zone: self.zone.parse().unwrap_or(Tz::UTC),
            coordinator: self.coordinator_id.map(PersonId),
            file_number: self.file_number,
            dialogue: self.dialogue.as_deref().map(parsed).transpose()?,
            profile,
            paused_until: self.paused_until.map(at),
            joined_at: at(self.joined_at),
        })
    }
}

/// What can be told of a part whatever else of it cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub id: PersonId,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Of the team; who has a role that this version does not know is not.
    pub is_staff: bool,
    /// She has not left.
    pub is_here: bool,
    /// What others call her.
    pub alias: String,
    /// Who looks after her.
    pub coordinator: Option<PersonId>,
}

fn people(rows: Vec<Row>) -> Result<Vec<Person>> {
    rows.into_iter().map(Row::person).collect()
}

impl Tx {
    /// Every part somebody has: the people behind a private chat, in the order in which they joined.
    pub async fn parts(&mut self, chat: ChatId) -> Result<Vec<Person>> {
        people(all!(
            self,
            "find people by their chat",
            Row,
            "SELECT id, programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number,
                 dialogue, profile, paused_until, joined_at FROM person WHERE chat_id = $1 ORDER BY id",
            chat.0
        )?)
    }

    /// The first part of the account behind a private chat.
    pub async fn person_in(&mut self, chat: ChatId) -> Result<Option<Person>> {
        Ok(self.parts(chat).await?.into_iter().next())
    }

    /// A person by her id, if she has a chat.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>> {
        Ok(self.persons(&[id]).await?.pop())
    }

    /// What can be told of an account's parts whatever else of them cannot be read, in the order in which they joined.
    pub async fn marks(&mut self, chat: ChatId) -> Result<Vec<Mark>> {
        let rows = all!(
            self,
            "find what can be told of an account",
            (i64, i64, String, String, String, Option<i64>),
            "SELECT id, programme_id, role, standing, alias, coordinator_id FROM person WHERE chat_id = $1 ORDER BY id",
            chat.0
        )?;
        let mark =
            |(id, programme, role, standing, alias, coordinator): (_, _, String, String, _, Option<i64>)| {
                Mark {
                    id: PersonId(id),
                    programme: ProgrammeId(programme),
                    is_staff: from_name::<Role>(&role).is_ok_and(Role::is_staff),
                    is_here: standing != "left",
                    alias,
                    coordinator: coordinator.map(PersonId),
                }
            };
        Ok(rows.into_iter().map(mark).collect())
    }

    /// People by their ids, each once, in the order of the ids given; those without a chat are left out. Every list of
    /// people is a list of ids first, so that a person is read in one place.
    pub async fn persons(&mut self, ids: &[PersonId]) -> Result<Vec<Person>> {
        people(self.rows_of(ids).await?)
    }

    async fn rows_of(&mut self, ids: &[PersonId]) -> Result<Vec<Row>> {
        set!(
            self,
            "find people",
            Row { id, programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number, dialogue, profile, paused_until, joined_at },
            (json(ids)?.as_str()),
            [],
            "SELECT p.id, p.programme_id, p.role, p.chat_id, p.standing, p.reach, p.lang, p.alias, p.zone, p.coordinator_id,
                 p.file_number, p.dialogue, p.profile, p.paused_until, p.joined_at
             FROM (SELECT MIN(key) AS key, CAST(value AS BIGINT) AS id FROM jsonb_each($1) GROUP BY value) i
             JOIN person p ON p.id = i.id
             WHERE p.chat_id IS NOT NULL ORDER BY i.key",
            []
        )
    }

    /// The people a statement has listed, in its order.
    pub(super) async fn listed(&mut self, ids: Vec<(i64,)>) -> Result<Vec<Person>> {
        self.persons(&ids.into_iter().map(|(id,)| PersonId(id)).collect::<Vec<_>>()).await
    }

    /// A programme's coordinators and leads who are ready to work, leads first. Who cannot be read keeps the others from
    /// nothing: she is left out, and the log says so.
    pub async fn staff(&mut self, programme: ProgrammeId) -> Result<Vec<Person>> {
        let ids = all!(
            self,
            "find a programme's staff",
            (i64,),
            "SELECT id FROM person
             WHERE programme_id = $1 AND role IN ('lead', 'coordinator') AND standing = 'ready'
             ORDER BY CASE WHEN role = 'lead' THEN 0 ELSE 1 END, id",
            programme.0
        )?;
        let ids: Vec<PersonId> = ids.into_iter().map(|(id,)| PersonId(id)).collect();
        let read = |row: Row| {
            let id = row.id;
            row.person().inspect_err(|why| tracing::error!(%why, id, "one of the staff cannot be read")).ok()
        };
        Ok(self.rows_of(&ids).await?.into_iter().filter_map(read).collect())
    }

    /// A programme's leads, however far they have come in joining.
    pub async fn leads(&mut self, programme: ProgrammeId) -> Result<Vec<Person>> {
        let ids = all!(
            self,
            "find a programme's leads",
            (i64,),
            "SELECT id FROM person WHERE programme_id = $1 AND role = 'lead' AND standing <> 'left' ORDER BY id",
            programme.0
        )?;
        self.listed(ids).await
    }

    /// Everyone of a role in a programme who is ready, oldest first.
    pub async fn everyone(&mut self, programme: ProgrammeId, role: Role) -> Result<Vec<Person>> {
        let ids = all!(
            self,
            "find everyone of a role",
            (i64,),
            "SELECT id FROM person WHERE programme_id = $1 AND role = $2 AND standing = 'ready' ORDER BY id",
            programme.0,
            named(role)?
        )?;
        self.listed(ids).await
    }

    /// Everybody who has a chat, in every programme: the next ones by id, for they may be more than memory is for.
    pub async fn everybody(&mut self, after: Option<PersonId>, at_most: usize) -> Result<Vec<Person>> {
        let ids = all!(
            self,
            "find everybody",
            (i64,),
            "SELECT id FROM person WHERE chat_id IS NOT NULL AND standing <> 'left' AND id > $1 ORDER BY id LIMIT $2",
            after.map_or(0, |id| id.0),
            i64::try_from(at_most).unwrap_or(i64::MAX)
        )?;
        self.listed(ids).await
    }

    /// The zones of the people behind these private chats.
    pub async fn zones(&mut self, chats: &[ChatId]) -> Result<HashMap<ChatId, Tz>> {
        let rows = all!(
            self,
            "find the zones of chats",
            (i64, String),
            "SELECT chat_id, zone FROM person
             WHERE chat_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(chats)?
        )?;
        Ok(rows.into_iter().map(|(chat, zone)| (ChatId(chat), zone.parse().unwrap_or(Tz::UTC))).collect())
    }

    /// The chats of all staff and of everybody in a live pair who can be reached.
    pub async fn everyone_concerned(&mut self) -> Result<Vec<ChatId>> {
        let rows = all!(
            self,
            "find everyone concerned",
            (i64,),
            "SELECT chat_id FROM person WHERE reach = 'reachable' AND chat_id IS NOT NULL AND standing = 'ready'
                 AND (role IN ('lead', 'coordinator')
                      OR id IN (SELECT person_id FROM member WHERE state = 'active'))
             GROUP BY chat_id ORDER BY MIN(id)"
        )?;
        Ok(rows.into_iter().map(|(chat,)| ChatId(chat)).collect())
    }

    /// Lets someone in: she starts joining.
    pub async fn admit(&mut self, person: &Person) -> Result<PersonId> {
        let row = one!(
            self,
            "let someone in",
            (i64,),
            "INSERT INTO person (programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id,
                 file_number, profile, joined_at, capacity, adult)
             VALUES ($1, $2, $3, $4, 'reachable', $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
            person.programme.0,
            named(person.role)?,
            person.chat.0,
            named(person.standing)?,
            person.lang.as_str(),
            person.alias.as_str(),
            person.zone.name(),
            person.coordinator.map(|id| id.0),
            person.file_number.as_deref(),
            json(&person.profile)?,
            ms(person.joined_at),
            person.profile.places(),
            i64::from(person.profile.adult == Some(true))
        )?;
        row.map(|(id,)| PersonId(id))
            .ok_or_else(|| super::Error::new("let someone in", sqlx::Error::RowNotFound))
    }

    /// Writes a person back: everything about her but her chat and whether she can be reached.
    pub async fn save(&mut self, person: &Person) -> Result<()> {
        run!(
            self,
            "save a person",
            "UPDATE person SET programme_id = $2, role = $3, standing = $4, lang = $5, alias = $6, zone = $7,
                 coordinator_id = $8, file_number = $9, dialogue = $10, profile = $11, paused_until = $12,
                 capacity = $13, adult = $14
             WHERE id = $1",
            person.id.0,
            person.programme.0,
            named(person.role)?,
            named(person.standing)?,
            person.lang.as_str(),
            person.alias.as_str(),
            person.zone.name(),
            person.coordinator.map(|id| id.0),
            person.file_number.as_deref(),
            person.dialogue.as_ref().map(json).transpose()?,
            json(&person.profile)?,
            person.paused_until.map(ms),
            person.profile.places(),
            i64::from(person.profile.adult == Some(true))
        )?;
        Ok(())
    }

    /// From now on the account reads another language, in all its parts.
    pub async fn speak(&mut self, chat: ChatId, lang: &Lang) -> Result<()> {
        run!(
            self,
            "change an account's language",
            "UPDATE person SET lang = $2 WHERE chat_id = $1",
            chat.0,
            lang.as_str()
        )?;
        Ok(())
    }

    /// Opens or ends a dialogue, and leaves the rest of the person alone.
    pub async fn await_from(&mut self, person: PersonId, dialogue: Option<&Dialogue>) -> Result<()> {
        run!(
            self,
            "open or end a dialogue",
            "UPDATE person SET dialogue = $2 WHERE id = $1",
            person.0,
            dialogue.map(json).transpose()?
        )?;
        Ok(())
    }

    /// Notes whether an account can be reached; `false` if that was known.
    pub async fn reach(&mut self, chat: ChatId, reach: Reach, now: DateTime<Utc>) -> Result<bool> {
        let changed = run!(
            self,
            "note whether someone can be reached",
            "UPDATE person SET reach = $2, reach_at = $3 WHERE chat_id = $1 AND reach <> $2",
            chat.0,
            named(reach)?,
            ms(now)
        )?;
        if changed > 0 {
            self.audit(None, &format!("reach {}", named(reach)?), Some(chat.0), now).await?;
        }
        Ok(changed > 0)
    }

    /// How many people stand where, by role: for lists and for the terminal.
    pub async fn count_people(
        &mut self,
        programme: ProgrammeId,
        role: Role,
        standing: Standing,
    ) -> Result<i64> {
        let row = one!(
            self,
            "count people",
            (i64,),
            "SELECT COUNT(*) FROM person WHERE programme_id = $1 AND role = $2 AND standing = $3",
            programme.0,
            named(role)?,
            named(standing)?
        )?;
        Ok(row.map_or(0, |(count,)| count))
    }
}
