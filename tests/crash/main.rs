//! The real binary is killed, stopped, robbed of power, and started wrongly.
#![expect(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "helpers of tests fail the test, and are shared with the load tool"
)]

#[path = "../common/bot.rs"]
mod bot;
mod clock;
#[path = "../common/comes.rs"]
mod comes;
#[path = "../common/database.rs"]
mod database;
#[path = "../common/powercut.rs"]
mod disk;
mod ends;
mod flow;
#[path = "../common/hands.rs"]
mod hands;
mod refusals;
mod secrets;
#[path = "../common/seed.rs"]
mod seed;
#[path = "../common/traffic.rs"]
mod traffic;

use bot::Setup;
use database::Database;
use lazo::clock::Clock;
use lazo::demo::{Options, Telegram};
use lazo::store::Db;
use std::path::Path;
use std::time::Duration;
use traffic::Traffic;

/// The binary under test.
const LAZO: &str = env!("CARGO_BIN_EXE_lazo");

/// How long nothing may arrive before what is missing counts as lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// Ten pairs in a database, on an emulated Telegram, and a bot to be started.
struct Ground {
    telegram: Telegram,
    traffic: Traffic,
    setup: Setup,
    database: Database,
    folder: tempfile::TempDir,
}

impl Ground {
    async fn on(database: Database) -> Self {
        Self::beside(Telegram::start(Options::for_load()).await.unwrap(), database).await
    }

    async fn beside(telegram: Telegram, database: Database) -> Self {
        let db = Db::open(&database.url()).await.unwrap();
        seed::seed(&db, 10, Clock::default().now()).await.unwrap();
        db.close().await;
        let traffic = Traffic::new(&telegram, 10);
        let folder = tempfile::tempdir().unwrap();
        let setup = Setup::new(Path::new(LAZO), database.url(), &telegram, folder.path());
        Self { telegram, traffic, setup, database, folder }
    }

    /// Sends begun and not signed off, counted beside the bot.
    async fn in_flight(&self) -> usize {
        let url = self.database.url();
        let sql = "SELECT COUNT(*) FROM letter WHERE state = 'sending'";
        let (count,): (i64,) = if let Some(file) = url.strip_prefix("sqlite://") {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true);
            let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
            sqlx::query_as(sql).fetch_one(&pool).await.unwrap()
        } else {
            let pool = sqlx::PgPool::connect(&url).await.unwrap();
            sqlx::query_as(sql).fetch_one(&pool).await.unwrap()
        };
        usize::try_from(count).unwrap()
    }

    fn log(&self) -> String {
        std::fs::read_to_string(&self.setup.log).unwrap_or_default()
    }
}
