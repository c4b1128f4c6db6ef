//! Looking at a database from beside the bot: nothing is made, nothing is changed, and no writer is waited for.

use super::open::{POSTGRES, SQLITE, reason};
use super::{Db, Error, Result, Writer, at};
use chrono::{DateTime, Utc};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
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
            .map_err(|source| Error::new("read the database's address", source))?
            .options([("default_transaction_read_only", "on")]);
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await;
        match pool {
            Ok(pool) => Ok(Self::Postgres(pool)),
            Err(why) => Err(Error::new("reach the database server", reason(&options, why).await)),
        }
    }

    /// Whether a start could make tables here; a server asks for that right even where none is missing.
    pub async fn takes_tables(&self) -> Result<bool> {
        let Self::Postgres(pool) = self else { return Ok(true) };
        let sql = "SELECT NOT pg_is_in_recovery()
             AND COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE)";
        let asked = sqlx::query_as(sql).fetch_one(pool).await;
        asked.map(|(may,)| may).map_err(|source| Error::new("ask for the right to make tables", source))
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
        let row: Option<(i64,)> = match self {
            Self::Sqlite(writer, _) => match writer.turn().await {
                Ok(mut turn) => sqlx::query_as(sql).fetch_optional(&mut *turn).await,
                Err(why) => Err(why),
            },
            Self::Postgres(pool) => sqlx::query_as(sql).fetch_optional(pool).await,
        }
        .map_err(|source| Error::new("count cases nobody could be told of", source))?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// How its tables stand to this version.
    pub async fn tables(&self) -> Result<Tables> {
        let read = async {
            Ok(match self {
                Self::Sqlite(writer, _) => {
                    let mut turn = writer.turn().await?;
                    let (there,): (i64,) =
                        sqlx::query_as("SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'")
                            .fetch_one(&mut *turn)
                            .await?;
                    if there == 0 {
                        return Ok(Tables::Missing);
                    }
                    sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut *turn).await?
                }
                Self::Postgres(pool) => {
                    let (there,): (bool,) =
                        sqlx::query_as("SELECT to_regclass('_sqlx_migrations') IS NOT NULL")
                            .fetch_one(pool)
                            .await?;
                    if !there {
                        return Ok(Tables::Missing);
                    }
                    sqlx::query_as("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?
                }
            })
            .map(|(version,): (Option<i64>,)| self.compare(version))
        };
        read.await.map_err(|source| Error::new("read the tables' version", source))
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
        let row: Option<(String,)> = match self {
            Self::Sqlite(writer, _) => match writer.turn().await {
                Ok(mut turn) => sqlx::query_as(sql).bind(key).fetch_optional(&mut *turn).await,
                Err(why) => Err(why),
            },
            Self::Postgres(pool) => sqlx::query_as(sql).bind(key).fetch_optional(pool).await,
        }
        .map_err(|source| Error::new("read a fact", source))?;
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

    async fn moment(&self, key: &str) -> Result<Option<DateTime<Utc>>> {
        Ok(self.noted(key).await?.and_then(|moment| moment.parse().ok()).map(at))
    }
}
