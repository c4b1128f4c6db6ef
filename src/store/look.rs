//! Looking at a database from beside the bot: nothing is made, nothing is changed, and no writer is waited for.

use super::migrations::{POSTGRES, SQLITE};
use super::{Db, Error, Result, Server, Writer, at};
use crate::limits::Limits;
use chrono::{DateTime, Utc};
use sqlx::Executor;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// How a database's tables stand to this version of Lazo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// There are none yet.
    Missing,
    /// An older version's; the next start brings them up to date.
    Older,
    /// This version's.
    Current,
    /// A newer version's: this one cannot use them.
    Newer,
}

/// Someone waits at a terminal, or a container's health check does.
const PATIENCE: Duration = Duration::from_secs(5);

/// The row of a query, if there is one, asked beside whoever writes.
macro_rules! looked {
    ($db:expr, $doing:expr, $query:expr) => {{
        let failed = |source| Error::new($doing, source);
        match $db {
            Self::Sqlite(writer, _) => {
                let mut turn = writer.turn().await.map_err(failed)?;
                $query.fetch_optional(&mut *turn).await.map_err(failed)?
            }
            Self::Postgres(server) => {
                let mut held = server.held().await.map_err(|why| Error::because($doing, why))?;
                served!(held, t, $query.fetch_optional(&mut *t)).map_err(failed)?
            }
        }
    }};
}

impl Db {
    /// Opens a database that is there, to be looked at or copied; `None` if there is no such file. [`Db::begin`] is not
    /// for what this gives.
    pub async fn look(url: &str) -> Result<Option<Self>> {
        match url.strip_prefix("sqlite://").map(Path::new) {
            Some(path) if !path.exists() => Ok(None),
            Some(path) => Self::look_at_file(path).await.map(Some),
            None => Self::look_at_server(url).await.map(Some),
        }
    }

    async fn look_at_file(path: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(PATIENCE);
        let writer =
            Writer::connect(&options).await.map_err(|source| Error::new("open the database file", source))?;
        Ok(Self::Sqlite(writer, path.to_owned()))
    }

    async fn look_at_server(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|source| Error::new("read the database's address", source))?;
        let limits = Limits { connection: PATIENCE, statement: PATIENCE, ..Limits::default() };
        let server = Server::new(options, limits);
        // Set afterwards: what the server would do otherwise, `takes_tables` asks.
        let looks = "SET default_transaction_read_only = on";
        let set = server.turn().await?.execute(looks).await;
        set.map_err(|source| Error::new("look without writing", source))?;
        Ok(Self::Postgres(server))
    }

    /// Whether a start could make tables here; a server asks for that right even where none is missing.
    pub async fn takes_tables(&self) -> Result<bool> {
        let Self::Postgres(_) = self else { return Ok(true) };
        let sql = "SELECT NOT pg_is_in_recovery()
             AND (SELECT reset_val FROM pg_settings WHERE name = 'default_transaction_read_only') = 'off'
             AND COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE)";
        let row: Option<(bool,)> = looked!(self, "ask for the right to make tables", sqlx::query_as(sql));
        Ok(row.is_some_and(|(may,)| may))
    }

    /// How many cases stand nowhere where somebody could read them.
    pub async fn untold(&self) -> Result<i64> {
        let sql = "SELECT COUNT(*) FROM case_file f
             WHERE f.resolved_at IS NULL AND f.acknowledged_at IS NULL AND f.told_until IS NOT NULL
                 AND f.severity <> 'routine'
                 AND NOT EXISTS (SELECT 1 FROM card k JOIN letter l ON l.id = k.letter_id
                     WHERE k.case_id = f.id AND l.state IN ('queued', 'sending', 'sent')
                         AND (k.chat_id < 0 OR EXISTS
                             (SELECT 1 FROM person p WHERE p.chat_id = k.chat_id AND p.reach = 'reachable')))";
        let row: Option<(i64,)> = looked!(self, "count cases nobody could be told of", sqlx::query_as(sql));
        Ok(row.map_or(0, |(count,)| count))
    }

    /// How its tables stand to this version.
    pub async fn tables(&self) -> Result<Tables> {
        Ok(self.compare(self.step().await?))
    }

    /// The number of the newest step that made its tables; `None` if there are none.
    pub async fn step(&self) -> Result<Option<i64>> {
        let sql = match self {
            Self::Sqlite(..) => "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
            Self::Postgres(_) => {
                "SELECT CASE WHEN to_regclass('_sqlx_migrations') IS NULL THEN 0::BIGINT ELSE 1::BIGINT END"
            }
        };
        let doing = "read the tables' version";
        let there: Option<(i64,)> = looked!(self, doing, sqlx::query_as(sql));
        if there == Some((0,)) {
            return Ok(None);
        }
        let sql = "SELECT MAX(version) FROM _sqlx_migrations";
        let version: Option<(Option<i64>,)> = looked!(self, doing, sqlx::query_as(sql));
        Ok(version.and_then(|(version,)| version))
    }

    fn compare(&self, version: Option<i64>) -> Tables {
        let migrator = match self {
            Self::Sqlite(..) => &SQLITE,
            Self::Postgres(_) => &POSTGRES,
        };
        let ours = migrator.iter().map(|migration| migration.version).max();
        match version.map(|version| Some(version).cmp(&ours)) {
            None => Tables::Missing,
            Some(std::cmp::Ordering::Less) => Tables::Older,
            Some(std::cmp::Ordering::Equal) => Tables::Current,
            Some(std::cmp::Ordering::Greater) => Tables::Newer,
        }
    }

    /// A fact about this installation, read without taking part in the writers' turns.
    pub async fn noted(&self, key: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM meta WHERE key = $1";
        let row: Option<(String,)> = looked!(self, "read a fact", sqlx::query_as(sql).bind(key));
        Ok(row.map(|(value,)| value))
    }

    /// When Telegram was last heard from, if ever, by the computer's clock.
    pub async fn last_heard(&self) -> Result<Option<DateTime<Utc>>> {
        self.moment("heard").await
    }

    /// When a bot last began to listen, if ever, by the computer's clock.
    pub async fn last_began(&self) -> Result<Option<DateTime<Utc>>> {
        self.moment("listening").await
    }

    /// Since when Telegram has refused the token of the bot that listened last, if it does.
    pub async fn deaf_since(&self) -> Result<Option<DateTime<Utc>>> {
        self.moment("deaf").await
    }

    /// When the copy was begun that this is, or the last one that was made of this.
    pub async fn copy_began(&self) -> Result<Option<DateTime<Utc>>> {
        self.moment("copying").await
    }

    /// When a whole copy was last made of this, as far as this installation knows.
    pub async fn last_copied(&self) -> Result<Option<DateTime<Utc>>> {
        self.moment("copied").await
    }

    async fn moment(&self, key: &str) -> Result<Option<DateTime<Utc>>> {
        Ok(self.noted(key).await?.and_then(|moment| moment.parse().ok()).map(at))
    }
}
