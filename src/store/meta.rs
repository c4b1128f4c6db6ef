//! Single facts about this installation.

use super::{Result, Tx, at, json, ms};
use crate::domain::id::PersonId;
use crate::domain::join::JoinLetter;
use crate::domain::letter::Letter;
use chrono::{DateTime, TimeDelta, Utc};

impl Tx {
    /// A fact by its name.
    pub async fn fact(&mut self, key: &str) -> Result<Option<String>> {
        let row = one!(self, "read a fact", (String,), "SELECT value FROM meta WHERE key = $1", key)?;
        Ok(row.map(|(value,)| value))
    }

    /// Notes or replaces a fact.
    pub async fn note(&mut self, key: &str, value: &str) -> Result<()> {
        run!(
            self,
            "note a fact",
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value
        )?;
        Ok(())
    }

    /// Forgets a fact.
    pub async fn forget(&mut self, key: &str) -> Result<()> {
        run!(self, "forget a fact", "DELETE FROM meta WHERE key = $1", key)?;
        Ok(())
    }

    /// Notes that people are to read what is new in the consent text.
    pub async fn owe_news(&mut self, people: &[PersonId]) -> Result<()> {
        run!(
            self,
            "note who is to read what is new",
            "INSERT INTO meta (key, value) SELECT 'news:' || CAST(value AS TEXT), '' FROM jsonb_each($1)
             WHERE true GROUP BY CAST(value AS TEXT) ON CONFLICT (key) DO NOTHING",
            json(people)?
        )?;
        Ok(())
    }

    /// Who is to read what is new in the consent text, and has not.
    pub async fn owed_news(&mut self) -> Result<Vec<PersonId>> {
        let rows = all!(
            self,
            "find who is to read what is new",
            (String,),
            "SELECT key FROM meta WHERE SUBSTR(key, 1, 5) = 'news:'"
        )?;
        let id = |(key,): (String,)| key.strip_prefix("news:")?.parse().ok().map(PersonId);
        Ok(rows.into_iter().filter_map(id).collect())
    }

    /// Which of these people were told so by a letter that has not arrived yet.
    pub async fn news_waits(&mut self, people: &[PersonId]) -> Result<Vec<PersonId>> {
        let rows = all!(
            self,
            "find what is new on its way",
            (i64,),
            "SELECT p.id FROM person p JOIN letter l ON l.lane = p.chat_id AND l.state = 'queued' AND l.body = $2
             WHERE p.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
             UNION
             SELECT p.id FROM person p JOIN letter l ON l.lane = p.chat_id AND l.state = 'sending' AND l.body = $2
             WHERE p.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
             UNION
             SELECT p.id FROM person p JOIN letter l ON l.lane = p.chat_id AND l.state = 'held' AND l.body = $2
             WHERE p.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(people)?,
            json(&Letter::from(JoinLetter::News))?
        )?;
        Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
    }

    /// When Telegram was last heard from, if ever.
    pub async fn heartbeat(&mut self) -> Result<Option<DateTime<Utc>>> {
        Ok(self.fact("heartbeat").await?.and_then(|beat| beat.parse().ok()).map(at))
    }

    /// Notes that Telegram was heard from, now, which is `shown` by the computer's clock.
    pub async fn beat(&mut self, now: DateTime<Utc>, shown: DateTime<Utc>) -> Result<()> {
        self.note("heartbeat", &ms(now).to_string()).await?;
        self.note("heard", &ms(shown).to_string()).await
    }

    /// Notes that Telegram refuses the token, so that nothing is heard any more.
    pub async fn deaf(&mut self, now: DateTime<Utc>) -> Result<()> {
        self.note("deaf", &ms(now).to_string()).await
    }

    /// Notes that the bot begins to listen, by the computer's clock.
    pub async fn listens(&mut self, shown: DateTime<Utc>) -> Result<()> {
        run!(self, "forget that the token was refused", "DELETE FROM meta WHERE key = 'deaf'")?;
        self.note("listening", &ms(shown).to_string()).await
    }

    /// Notes that a copy is begun, so that the copy itself knows of when it is.
    pub async fn copies(&mut self, now: DateTime<Utc>) -> Result<()> {
        self.note("copying", &ms(now).to_string()).await
    }

    /// Notes that a copy is whole that was begun then.
    pub async fn copied(&mut self, began: DateTime<Utc>) -> Result<()> {
        self.note("copied", &ms(began).to_string()).await
    }

    /// Notes that another program receives what is written to this bot; `false` if that was noted less than a day ago.
    pub async fn notes_rival(&mut self, now: DateTime<Utc>) -> Result<bool> {
        let noted = self.fact("rival").await?.and_then(|noted| noted.parse().ok()).map(at);
        // A moment that lies ahead was noted by a clock that was wrong.
        if noted.is_some_and(|noted| noted <= now && now - noted < TimeDelta::days(1)) {
            return Ok(false);
        }
        self.note("rival", &ms(now).to_string()).await.map(|()| true)
    }

    /// What is due, waiting or on its way: chats with letters and kinds of alarms, and when.
    pub async fn work(&mut self, now: DateTime<Utc>) -> Result<Vec<(String, i64)>> {
        all!(
            self,
            "see whether there is work",
            (String, i64),
            "SELECT 'lane ' || CAST(chat_id AS TEXT), not_before FROM lane
             WHERE busy = 1
                 OR (rank IS NOT NULL AND (ready_at IS NULL OR ready_at <= $1)
                     AND (not_before <= $1 OR ((rank = -1 OR tied IS NOT NULL) AND soonest <= $1)))
             UNION ALL SELECT kind, due_at FROM alarm WHERE due_at <= $1",
            ms(now)
        )
    }

    /// Writes into the audit log that somebody did something about something.
    pub async fn audit(
        &mut self,
        who: Option<i64>,
        action: &str,
        subject: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "write the audit log",
            "INSERT INTO audit (at, person_id, action, subject) VALUES ($1, $2, $3, $4)",
            ms(now),
            who,
            action,
            subject
        )?;
        Ok(())
    }

    /// What the audit log says was done about something, oldest first.
    pub async fn audited(&mut self, subject: i64) -> Result<Vec<String>> {
        let rows = all!(
            self,
            "read the audit log",
            (String,),
            "SELECT action FROM audit WHERE subject = $1 ORDER BY id",
            subject
        )?;
        Ok(rows.into_iter().map(|(action,)| action).collect())
    }
}
