//! A bot in this process whose database stumbles, and the account of what became of everything.

use crate::cutting::Cutting;
use crate::database::{Database, Own};
use crate::seed;
use crate::traffic::{Tally, Traffic, Who};
use lazo::bot::{self, Parts, Running};
use lazo::clock::Clock;
use lazo::courier;
use lazo::demo::{Options, Telegram};
use lazo::limits::Limits;
use lazo::store::{Alarm, Db};
use lazo::telegram::Token;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};
use std::time::{Duration, Instant};

/// How long nothing may arrive before what is missing counts as lost: longer than the longest wait between two tries.
pub const PATIENCE: Duration = Duration::from_secs(50);

/// Less patience with a server than in earnest.
pub fn hasty() -> Limits {
    let (connection, statement) = (Duration::from_secs(1), Duration::from_millis(1500));
    let (commit, start) = (Duration::from_secs(3), Duration::from_secs(4));
    Limits { connection, statement, commit, start, ..Limits::default() }
}

/// Ten pairs, a bot in this process, and an emulated Telegram.
pub struct Ground {
    pub telegram: Telegram,
    pub traffic: Traffic,
    /// Beside the bot, whatever becomes of its own way.
    pub beside: Db,
    pub bot: Running,
    pub database: Database,
}

impl Ground {
    pub async fn on(database: Database, url: &str, limits: Limits) -> Self {
        let beside = Db::open(&database.url()).await.unwrap();
        seed::seed(&beside, 10, Clock::default().now()).await.unwrap();
        let telegram = Telegram::start(Options::for_load()).await.unwrap();
        let traffic = Traffic::new(&telegram, 10);
        let bot = start(&telegram, url, limits).await.unwrap();
        let ground = Self { telegram, traffic, beside, bot, database };
        // It is in the middle of its work when the world stumbles.
        ground.traffic.says(0, Who::Mentee, "hola", None);
        assert!(ground.traffic.arrives(PATIENCE).await, "it hears");
        ground
    }

    pub async fn sqlite() -> Self {
        let database = Database::sqlite();
        let url = database.url();
        Self::on(database, &url, Limits::default()).await
    }

    /// The bot is stopped in good order and started on the same database.
    pub async fn starts_anew(self) -> Self {
        self.bot.stop().await;
        let bot = start(&self.telegram, &self.database.url(), Limits::default()).await.unwrap();
        Self { bot, ..self }
    }

    /// A number that the database tells, asked beside the bot on a connection of its own.
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.asks(sql).await.unwrap()
    }

    pub async fn asks(&self, sql: &'static str) -> Result<i64, sqlx::Error> {
        let url = self.database.url();
        let row: (Option<i64>,) = match url.strip_prefix("sqlite://") {
            Some(path) => {
                let options = SqliteConnectOptions::new().filename(path).read_only(true);
                sqlx::query_as(sql).fetch_one(&mut options.connect().await?).await?
            }
            None => sqlx::query_as(sql).fetch_one(&mut PgConnection::connect(&url).await?).await?,
        };
        Ok(row.0.unwrap_or_default())
    }

    /// Does something beside the bot.
    pub async fn does(&self, sql: impl Into<String>) {
        let (url, sql) = (self.database.url(), sqlx::AssertSqlSafe(sql.into()));
        let done = if let Some(path) = url.strip_prefix("sqlite://") {
            let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_secs(15));
            let mut connection = options.connect().await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.map(drop)
        } else {
            let mut connection = PgConnection::connect(&url).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.map(drop)
        };
        done.unwrap();
    }

    /// Says something on the bot's own connection to a file.
    pub async fn on_its_connection(&self, sql: String) -> Option<i64> {
        let Db::Sqlite(writer, _) = &self.bot.db else { panic!("not SQLite") };
        let mut turn = writer.turn().await.unwrap();
        let row: Option<(i64,)> =
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_optional(&mut *turn).await.unwrap();
        row.map(|(number,)| number)
    }

    /// Every member's pulse falls due in a second: each alarm has a letter to post.
    pub async fn pulses_fall_due(&self) {
        let due = Clock::default().now() + chrono::TimeDelta::seconds(1);
        let people = self.count("SELECT MIN(id) FROM person WHERE role IN ('mentee', 'mentor')").await;
        let alarms: Vec<_> = (people..people + 20).map(|person| (Alarm::Pulse, person, due)).collect();
        let mut tx = self.beside.begin().await.unwrap();
        tx.wake_all(&alarms).await.unwrap();
        let _ = tx.commit().await.unwrap();
        self.bot.wake();
    }

    /// By how many seconds the latest alarm is late; nothing if the database does not say so now.
    async fn late(&self) -> f64 {
        let Ok(first @ 1..) = self.asks("SELECT MIN(due_at) FROM alarm").await else { return 0.0 };
        let late = Clock::default().now().timestamp_millis() - first;
        Duration::from_millis(u64::try_from(late).unwrap_or_default()).as_secs_f64()
    }

    /// What became of everything, once it has come to rest.
    pub async fn account(&self) -> Account {
        self.traffic.arrives(PATIENCE).await;
        let busy = "SELECT COUNT(*) FROM lane WHERE busy = 1";
        for _ in 0..200 {
            if self.count(busy).await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let waits = "SELECT COUNT(*) FROM alarm WHERE kind = 'pulse' AND due_at < \
                     (SELECT MAX(at) FROM seen) + 14400000";
        Account {
            tally: self.traffic.tally(),
            aside: self.count("SELECT COUNT(*) FROM set_aside").await,
            lanes: self.count(busy).await
                + self.count("SELECT COUNT(*) FROM letter WHERE state = 'sending'").await,
            alarms: self.count(waits).await,
            latest: 0.0,
        }
    }

    /// Everything that was written has arrived once and in order, nothing was set aside, no alarm waits or was put off,
    /// and no lane stands still.
    pub async fn all_is_well(&self) {
        let account = self.account().await;
        assert!(account.is_well(), "{account:?}");
    }
}

/// What became of everything.
#[derive(Debug)]
pub struct Account {
    pub tally: Tally,
    /// Set aside.
    pub aside: i64,
    /// Lanes that are busy with nothing.
    pub lanes: i64,
    /// Alarms that wait or were put off by an hour.
    pub alarms: i64,
    /// By how many seconds the latest alarm came late.
    pub latest: f64,
}

impl Account {
    pub fn is_well(&self) -> bool {
        let tally = &self.tally;
        let wrong = tally.lost + tally.twice + tally.out_of_order + tally.astray;
        wrong == 0 && (self.aside, self.lanes, self.alarms) == (0, 0, 0) && self.latest <= 60.0
    }
}

/// A bot on this database, without a pace.
pub async fn start(telegram: &Telegram, url: &str, limits: Limits) -> Result<Running, bot::Trouble> {
    let parts = Parts {
        database: url.to_owned(),
        api: telegram.url(),
        token: Token::new(&telegram.token()).unwrap(),
        clock: Clock::default(),
        carrying: courier::Settings { paced: false, ..courier::Settings::default() },
        words: None,
        limits,
    };
    bot::start(parts).await
}

/// How a database stumbles.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Another program writes.
    Locked,
    /// There is no room.
    Full,
    /// There is room for a few rows at a time.
    NearlyFull,
    /// Nothing may be written.
    ReadOnly,
    /// Sessions end, again and again.
    Ended,
    /// Answers to COMMITs are lost.
    Cut,
    /// Nothing is answered.
    Silent,
    /// The server stops, and is started later.
    Stopped,
    /// It crashes, and is started at once.
    Crashed,
}

pub const SQLITE: &[Way] = &[Way::Locked, Way::Full, Way::NearlyFull, Way::ReadOnly];
pub const POSTGRES: &[Way] = &[Way::Ended, Way::Cut, Way::Silent, Way::Stopped, Way::Crashed];

/// Numbers that come again with their seed.
pub struct Dice(pub u64);

impl Dice {
    /// Up to so long.
    fn time(&mut self, most: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        most.mul_f64(f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX))
    }
}

/// A history: 40 messages a second while the database stumbles in each way once, at random moments, each time for up to
/// `most`; every time pulses fall due meanwhile. `None` where there is no PostgreSQL.
pub async fn history(postgres: bool, limits: Limits, seed: u64, most: Duration) -> Option<Account> {
    let (ground, cutting, own) = if postgres {
        let (own, database) = Own::new().await?;
        let cutting = Cutting::before(&database.url()).await;
        (Ground::on(database, &cutting.url(), limits).await, Some(cutting), Some(own))
    } else {
        (Ground::sqlite().await, None, None)
    };
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let flows = tokio::spawn(ground.traffic.clone().flows(40.0));
    let stumbles = async {
        for way in if postgres { POSTGRES } else { SQLITE } {
            ground.pulses_fall_due().await;
            tokio::time::sleep(dice.time(Duration::from_millis(1500))).await;
            let time = dice.time(most);
            ground.stumbles(*way, time, cutting.as_ref(), own.as_ref()).await;
            tokio::time::sleep(dice.time(Duration::from_secs(2))).await;
        }
    };
    let watches = async {
        let mut latest: f64 = 0.0;
        loop {
            latest = latest.max(ground.late().await);
            tokio::time::sleep(Duration::from_millis(200)).await;
            if ground.late().await == 0.0 && flows.is_finished() {
                return latest;
            }
        }
    };
    let works = async {
        stumbles.await;
        flows.abort();
    };
    let latest = tokio::join!(works, async { tokio::time::timeout(most * 12 + PATIENCE, watches).await }).1;
    let account = ground.account().await;
    ground.bot.stop().await;
    Some(Account { latest: latest.unwrap_or(f64::INFINITY), ..account })
}

impl Ground {
    async fn stumbles(&self, way: Way, time: Duration, cutting: Option<&Cutting>, own: Option<&Own>) {
        let begun = Instant::now();
        match way {
            Way::Locked => {
                let Db::Sqlite(other, _) = &self.beside else { panic!("not SQLite") };
                let mut turn = other.turn().await.unwrap();
                sqlx::query("BEGIN IMMEDIATE").execute(&mut *turn).await.unwrap();
                tokio::time::sleep(time).await;
                sqlx::query("ROLLBACK").execute(&mut *turn).await.unwrap();
            }
            Way::Full | Way::NearlyFull => {
                let mut pages = self.on_its_connection("PRAGMA page_count".to_owned()).await.unwrap();
                while begun.elapsed() < time {
                    self.on_its_connection(format!("PRAGMA max_page_count = {pages}")).await;
                    tokio::time::sleep(Duration::from_millis(150)).await;
                    // 28 kB at a time.
                    pages += if matches!(way, Way::Full) { 0 } else { 7 };
                }
                self.on_its_connection("PRAGMA max_page_count = 1000000".to_owned()).await;
            }
            Way::ReadOnly => {
                self.on_its_connection("PRAGMA query_only = 1".to_owned()).await;
                tokio::time::sleep(time).await;
                self.on_its_connection("PRAGMA query_only = 0".to_owned()).await;
            }
            Way::Ended => {
                while begun.elapsed() < time {
                    self.ends_a_session().await;
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            }
            Way::Cut => {
                while begun.elapsed() < time {
                    cutting.unwrap().loses_an_answer().await;
                    tokio::time::sleep(Duration::from_millis(300)).await;
                }
            }
            Way::Silent => {
                cutting.unwrap().falls_silent(true);
                tokio::time::sleep(time).await;
                cutting.unwrap().falls_silent(false);
            }
            Way::Stopped | Way::Crashed => {
                let crashes = matches!(way, Way::Crashed);
                own.unwrap().stops(crashes).await;
                tokio::time::sleep(if crashes { Duration::ZERO } else { time }).await;
                own.unwrap().starts().await;
            }
        }
    }

    /// Whichever holds the writers' turn: it is in the middle of something. The lead goes with it.
    pub async fn ends_a_session(&self) {
        self.does(
            "SELECT pg_terminate_backend(pid) FROM pg_locks
             WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND objid = 1281456751
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        .await;
    }
}
