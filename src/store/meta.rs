//! Single facts about this installation.

use super::{Result, Tx, ms};
use chrono::{DateTime, Utc};

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
}
