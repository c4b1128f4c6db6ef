//! Where an experiment happens: a folder, a seeded database, an emulated Telegram, people in pairs, and the bot.

use crate::bot::Setup;
use crate::database::Database;
use crate::figures::{median_sync, ms, say};
use crate::seed::seed;
use crate::traffic::Traffic;
use crate::{Common, Kind, Outcome};
use lazo::clock::Clock;
use lazo::demo::{Options, Telegram};
use lazo::store::Db;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteRow};
use std::path::PathBuf;
use std::time::Duration;

/// How long nothing may arrive before what is missing counts as lost. Longer than any wait between two tries.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Everything an experiment stands on; gone when it is dropped.
pub(crate) struct Ground {
    /// The emulated Telegram.
    pub(crate) telegram: Telegram,
    /// People who write to each other.
    pub(crate) traffic: Traffic,
    /// How the bot is started.
    pub(crate) setup: Setup,
    /// The SQLite file, where it is SQLite.
    pub(crate) file: PathBuf,
    /// Where everything is written.
    pub(crate) folder: tempfile::TempDir,
    _postgres: Option<Database>,
}

impl Ground {
    /// A fresh one. Says what it is.
    pub(crate) async fn new(common: &Common, pairs: i64, active: i64) -> Outcome<Self> {
        std::fs::create_dir_all(&common.dir)?;
        let dir = std::path::absolute(&common.dir)?;
        let folder = tempfile::Builder::new().prefix("ground-").tempdir_in(dir)?;
        let file = folder.path().join("lazo.db");
        let (url, postgres) = match common.database {
            Kind::Sqlite => (format!("sqlite://{}", file.display()), None),
            Kind::Postgres => {
                let database = Database::postgres().await.ok_or("PostgreSQL was not found")?;
                (database.url(), Some(database))
            }
        };
        let db = Db::open(&url).await?;
        seed(&db, pairs, Clock::default().now()).await?;
        db.close().await;
        let telegram = Telegram::start(Options::for_load()).await?;
        let traffic = Traffic::new(&telegram, active.min(pairs));
        let setup = Setup {
            in_flight: common.in_flight,
            ..Setup::new(&program(common)?, url, &telegram, folder.path())
        };
        let ground = Self { telegram, traffic, setup, file, folder, _postgres: postgres };
        ground.introduce(common, pairs)?;
        Ok(ground)
    }

    /// One with as many pairs as wished, all of whom may write.
    pub(crate) async fn of(common: &Common, pairs: i64) -> Outcome<Self> {
        let pairs = common.pairs.unwrap_or(pairs).max(1);
        Self::new(common, pairs, pairs).await
    }

    fn introduce(&self, common: &Common, pairs: i64) -> Outcome {
        let database = match common.database {
            Kind::Sqlite => "sqlite, synchronous=FULL",
            Kind::Postgres => "postgres",
        };
        say("database", database, "");
        say("pairs", pairs, "");
        say("in_flight_cap", self.setup.in_flight, "sends");
        let median = ms(median_sync(self.folder.path())?);
        say("fdatasync_median", format!("{median:.3}"), "ms");
        Ok(())
    }

    /// The one number that a query gives, read beside the bot without changing anything.
    pub(crate) async fn number(&self, sql: &'static str) -> Outcome<u64> {
        let rows: Vec<(i64,)> = self.rows(sql).await?;
        let (number,) = rows.first().ok_or("the query gives nothing")?;
        Ok(u64::try_from(*number)?)
    }

    /// The rows that a query gives, read beside the bot without changing anything.
    pub(crate) async fn rows<T>(&self, sql: &'static str) -> Outcome<Vec<T>>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        if self.setup.database.starts_with("sqlite") {
            let options = SqliteConnectOptions::new().filename(&self.file).read_only(true);
            let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
            let rows = sqlx::query_as(sql).fetch_all(&pool).await?;
            pool.close().await;
            Ok(rows)
        } else {
            let pool = sqlx::PgPool::connect(&self.setup.database).await?;
            let rows = sqlx::query_as(sql).fetch_all(&pool).await?;
            pool.close().await;
            Ok(rows)
        }
    }

    /// Sends that the bot had begun and not signed off.
    pub(crate) async fn in_flight(&self) -> Outcome<u64> {
        self.number("SELECT COUNT(*) FROM letter WHERE state = 'sending'").await
    }
}

/// The bot's binary: as given, or the one this tool was built with.
fn program(common: &Common) -> Outcome<PathBuf> {
    if let Some(program) = &common.program {
        return Ok(program.clone());
    }
    let here = std::env::current_exe()?;
    let program = here.ancestors().nth(2).ok_or("this tool has no place")?.join("lazo");
    if program.exists() {
        return Ok(program);
    }
    Err(format!("{} is missing: build it with `cargo build --release`, or give --program", program.display())
        .into())
}
