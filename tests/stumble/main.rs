//! The world stumbles: a database that is locked, full or gone for a while, answers that are lost, refusals that pass.
//! No message is blamed for it.
#![expect(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "helpers of tests fail the test, and are shared with the load tool"
)]

#[path = "../common/cutting.rs"]
mod cutting;
#[path = "../common/database.rs"]
mod database;
mod listening;
mod postgres;
#[path = "../common/seed.rs"]
mod seed;
mod sqlite;
#[path = "../common/traffic.rs"]
mod traffic;
mod twice;

use database::Database;
use lazo::bot::{self, Parts, Running};
use lazo::clock::Clock;
use lazo::courier;
use lazo::demo::{Options, Telegram};
use lazo::store::{Alarm, Db};
use lazo::telegram::Token;
use std::time::Duration;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use traffic::Traffic;

/// How long nothing may arrive before what is missing counts as lost: longer than the longest wait between two tries.
const PATIENCE: Duration = Duration::from_secs(50);

/// Ten pairs, a bot in this process, and an emulated Telegram.
struct Ground {
    telegram: Telegram,
    traffic: Traffic,
    /// Beside the bot, whatever becomes of its own way.
    beside: Db,
    bot: Running,
    database: Database,
}

impl Ground {
    async fn on(database: Database, url: &str) -> Self {
        // `RUST_LOG=lazo=warn` shows what the bot says meanwhile.
        let filter = std::env::var("RUST_LOG").unwrap_or_else(|_| "off".to_owned());
        let filter: Targets = filter.parse().unwrap();
        let lines = tracing_subscriber::fmt::layer().with_test_writer();
        let _ = tracing_subscriber::registry().with(lines).with(filter).try_init();
        let beside = Db::open(&database.url()).await.unwrap();
        seed::seed(&beside, 10, Clock::default().now()).await.unwrap();
        let telegram = Telegram::start(Options::for_load()).await.unwrap();
        let traffic = Traffic::new(&telegram, 10);
        let bot = start(&telegram, url).await;
        let ground = Self { telegram, traffic, beside, bot, database };
        // It is in the middle of its work when the world stumbles.
        ground.traffic.says(0, traffic::Who::Mentee, "hola", None);
        assert!(ground.traffic.arrives(PATIENCE).await, "it hears");
        ground
    }

    /// The bot is stopped in good order and started on the same database.
    async fn starts_anew(self) -> Self {
        self.bot.stop().await;
        let bot = start(&self.telegram, &self.database.url()).await;
        Self { bot, ..self }
    }

    async fn sqlite() -> Self {
        let database = Database::sqlite();
        let url = database.url();
        Self::on(database, &url).await
    }

    /// A number that the database tells, asked beside the bot.
    async fn count(&self, sql: &'static str) -> i64 {
        let row: (i64,) = match &self.beside {
            Db::Sqlite(writer, _) => sqlx::query_as(sql).fetch_one(&mut *writer.turn().await.unwrap()).await,
            Db::Postgres(pool) => sqlx::query_as(sql).fetch_one(pool).await,
        }
        .unwrap();
        row.0
    }

    /// Every member's pulse falls due in a second: each alarm has a letter to post.
    async fn pulses_fall_due(&self) {
        let due = Clock::default().now() + chrono::TimeDelta::seconds(1);
        let people = self.count("SELECT MIN(subject) FROM alarm WHERE kind = 'pulse'").await;
        let alarms: Vec<_> = (people..people + 20).map(|person| (Alarm::Pulse, person, due)).collect();
        let mut tx = self.beside.begin().await.unwrap();
        tx.wake_all(&alarms).await.unwrap();
        let _ = tx.commit().await.unwrap();
        self.bot.wake();
    }

    /// Everything that was written has arrived once and in order, nothing was set aside, no alarm waits or was put off,
    /// and no lane stands still.
    async fn all_is_well(&self) {
        let all = self.traffic.arrives(PATIENCE).await;
        let tally = self.traffic.tally();
        assert!(all && tally.twice + tally.out_of_order + tally.astray == 0, "{tally:?}");
        assert_eq!(self.count("SELECT COUNT(*) FROM set_aside").await, 0, "set aside");
        let busy = "SELECT COUNT(*) FROM lane WHERE busy = 1";
        for _ in 0..200 {
            if self.count(busy).await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(self.count(busy).await, 0, "lanes that are busy with nothing");
        assert_eq!(self.count("SELECT COUNT(*) FROM letter WHERE state = 'sending'").await, 0);
        let waits = "SELECT COUNT(*) FROM alarm WHERE kind = 'pulse' AND due_at < \
                     (SELECT MAX(at) FROM seen) + 14400000";
        assert_eq!(self.count(waits).await, 0, "alarms that wait or were put off by an hour");
    }
}

/// A bot on this database, without a pace.
async fn start(telegram: &Telegram, url: &str) -> Running {
    let parts = Parts {
        database: url.to_owned(),
        api: telegram.url(),
        token: Token::new(&telegram.token()).unwrap(),
        clock: Clock::default(),
        carrying: courier::Settings { paced: false, ..courier::Settings::default() },
        words: None,
    };
    bot::start(parts).await.unwrap()
}
