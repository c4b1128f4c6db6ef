//! A PostgreSQL server's one connection, whose turn it is, and the lead that is held with it.
//!
//! As on SQLite there is one connection, and who writes takes turns. The lead is a lock of its session: so no turn begins
//! without the lead, and both are gone at once. Every call ends in a given time; then the connection is closed, and the
//! next turn opens another.

use super::failure::{Cause, told};
use super::open::BUSY;
use crate::limits::Limits;
use futures_util::FutureExt;
use sqlx::postgres::{PgConnectOptions, PgDatabaseError, PgSeverity};
use sqlx::{ConnectOptions, Connection, Error, Executor, PgConnection};
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex as Cell, PoisonError};
use std::time::Duration;
use tokio::sync::{Mutex, Notify, OwnedMappedMutexGuard, OwnedMutexGuard};

/// Begins a transaction, and waits for its turn among all processes that write.
const BEGIN: &str = "BEGIN; SELECT pg_advisory_xact_lock(1281456751)";

/// A session whose other end is gone ends within half a minute, and with it what it held.
const KEEPALIVE: &str =
    "SELECT set_config('tcp_keepalives_idle', '10', FALSE), set_config('tcp_keepalives_interval', '5', FALSE),
         set_config('tcp_keepalives_count', '3', FALSE), set_config('tcp_user_timeout', '25000', FALSE)";

/// A server, and the connection to it that is used by one at a time, in the order in which they came.
#[derive(Clone)]
pub struct Server(Arc<Shared>);

/// The connection, for as long as this lives.
pub type Connected = OwnedMappedMutexGuard<Option<PgConnection>, PgConnection>;

struct Shared {
    options: PgConnectOptions,
    limits: Limits,
    connection: Arc<Mutex<Option<PgConnection>>>,
    lead: Cell<Lead>,
    /// The connection is there, and has the lead if there is one to be had.
    there: AtomicBool,
    /// How often a connection came to be there.
    number: AtomicU64,
    deposed: Notify,
    closed: AtomicBool,
}

/// What a process is to lead.
#[derive(Clone, Default)]
enum Lead {
    /// Nothing: it only works beside a bot.
    #[default]
    None,
    /// A bot, by its number, under a name that nobody else bears.
    Of(i64, String),
    /// What another process has led meanwhile.
    Lost,
}

impl Server {
    /// A server that is reached when it is needed.
    pub fn new(options: PgConnectOptions, limits: Limits) -> Self {
        Self(Arc::new(Shared {
            options: options.statement_cache_capacity(512),
            limits,
            connection: Arc::default(),
            lead: Cell::default(),
            there: AtomicBool::new(false),
            number: AtomicU64::new(0),
            deposed: Notify::new(),
            closed: AtomicBool::new(false),
        }))
    }

    /// Waits for its turn at the connection. What is asked by this may take as long as it likes.
    pub async fn turn(&self) -> Result<Connected, super::Error> {
        let because = |why| super::Error::because("reach the database server", why);
        let turn = self.connected().await.map_err(because)?;
        OwnedMutexGuard::try_map(turn, Option::as_mut).map_err(|_| because(Error::PoolClosed.into()))
    }

    /// The same for calls that all end in time: up to 15 s for its turn.
    pub(super) async fn held(&self) -> Result<Held, Cause> {
        let connection = self.connected().await?;
        Ok(Held { server: self.clone(), connection, asked: false, open: false })
    }

    /// A transaction that nobody else writes beside.
    pub(super) async fn begin(&self) -> Result<Held, Cause> {
        let mut held = self.held().await?;
        match held.begin().await {
            // The server closed it while nobody asked. Nothing was done yet.
            Err(why) if is_over(&why) && !is_late(&why) => {
                drop(held);
                held = self.held().await?;
                held.begin().await?;
            }
            begun => begun?,
        }
        Ok(held)
    }

    /// Takes the lead for a bot, unless another process has it. It is asked for up to 2 s: a server lets go of a lock a
    /// moment after the process that held it has ended, and a restart must not fail for that.
    pub(super) async fn lead(&self, bot: i64) -> Result<Option<Lease>, Cause> {
        let mut held = self.held().await?;
        for wait in [Duration::ZERO].into_iter().chain([Duration::from_millis(100); 20]) {
            tokio::time::sleep(wait).await;
            let asks = sqlx::query_as("SELECT pg_try_advisory_lock($1)").bind(bot);
            let (leads,): (bool,) = served!(held, t, asks.fetch_one(&mut *t))?;
            if leads {
                let mut name = [0; 16];
                getrandom::fill(&mut name).map_err(|_| Error::Io(ErrorKind::Other.into()))?;
                let name = format!("{:032x}", u128::from_be_bytes(name));
                let sql = "INSERT INTO meta (key, value) VALUES ('leader', $1)
                     ON CONFLICT (key) DO UPDATE SET value = excluded.value";
                served!(held, t, sqlx::query(sql).bind(&name).execute(&mut *t))?;
                self.leads(Lead::Of(bot, name));
                return Ok(Some(Lease(self.clone())));
            }
        }
        Ok(None)
    }

    /// Waits until another process has taken the lead that this one had.
    pub(super) async fn deposed(&self) {
        self.0.deposed.notified().await;
    }

    /// Whether a turn can begin at once.
    pub(super) fn is_there(&self) -> bool {
        self.0.there.load(Ordering::Relaxed)
    }

    /// How often it came to be there.
    pub(super) fn number(&self) -> u64 {
        self.0.number.load(Ordering::Relaxed)
    }

    /// Closes the connection, and opens no other.
    pub async fn close(&self) {
        self.0.closed.store(true, Ordering::Relaxed);
        let last = self.0.connection.lock().await.take();
        self.0.there.store(false, Ordering::Relaxed);
        if let Some(connection) = last
            && let Err(why) = within(self.0.limits.statement, connection.close()).await
        {
            tracing::warn!(why = %told(&why), "the connection to the server could not be closed in order");
        }
    }

    fn leads(&self, lead: Lead) {
        *self.0.lead.lock().unwrap_or_else(PoisonError::into_inner) = lead;
    }

    fn lead_to_be(&self) -> Lead {
        self.0.lead.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The connection with the lead. Whoever no longer waits for it leaves none that is in the middle of something.
    async fn connected(&self) -> Result<OwnedMutexGuard<Option<PgConnection>>, Cause> {
        let turn = tokio::time::timeout(BUSY, self.0.connection.clone().lock_owned()).await;
        let mut turn = turn.map_err(|_| Error::PoolTimedOut)?;
        if self.0.closed.load(Ordering::Relaxed) {
            return Err(Error::PoolClosed.into());
        }
        if turn.is_none() || !self.is_there() {
            let lead = self.lead_to_be();
            if matches!(lead, Lead::Lost) {
                return Err(Cause::Lost);
            }
            let connection = match turn.take() {
                Some(connection) => connection,
                None => within(self.0.limits.connection, self.connects()).await?,
            };
            let (connection, leads) = self.takes(connection, lead).await?;
            *turn = Some(connection);
            if !leads {
                return Err(Cause::Led);
            }
            self.0.there.store(true, Ordering::Relaxed);
            self.0.number.fetch_add(1, Ordering::Relaxed);
        }
        Ok(turn)
    }

    async fn connects(&self) -> Result<PgConnection, Error> {
        let mut connection = self.0.options.connect().await?;
        connection.execute(KEEPALIVE).await?;
        Ok(connection)
    }

    /// Takes the lead anew with a connection, if it is free and nobody else has had it meanwhile: what that other did, this
    /// process does not know.
    async fn takes(&self, mut connection: PgConnection, lead: Lead) -> Result<(PgConnection, bool), Cause> {
        let Lead::Of(bot, name) = lead else { return Ok((connection, true)) };
        let asks = async {
            let sql = "SELECT pg_try_advisory_lock($1)";
            let (leads,): (bool,) = sqlx::query_as(sql).bind(bot).fetch_one(&mut connection).await?;
            let sql = "SELECT value FROM meta WHERE key = 'leader'";
            let leader: Option<(String,)> = sqlx::query_as(sql).fetch_optional(&mut connection).await?;
            Ok((leads, leader))
        };
        let (leads, leader) = within(self.0.limits.statement, asks).await?;
        if leader.is_none_or(|(leader,)| leader != name) {
            self.leads(Lead::Lost);
            self.0.deposed.notify_one();
            return Err(Cause::Lost);
        }
        Ok((connection, leads))
    }
}

/// The lead of a bot, until this is dropped.
pub struct Lease(Server);

impl Drop for Lease {
    fn drop(&mut self) {
        self.0.leads(Lead::None);
        // Somebody's last turn closes it otherwise, or the end of the process.
        if let Ok(mut connection) = self.0.0.connection.try_lock() {
            self.0.0.there.store(false, Ordering::Relaxed);
            *connection = None;
        }
    }
}

/// The connection while nobody else has it. Dropped in a transaction, that is rolled back before anything else is done.
pub(super) struct Held {
    server: Server,
    connection: OwnedMutexGuard<Option<PgConnection>>,
    /// A question is out, or came to nothing: the connection is good for nothing else.
    asked: bool,
    open: bool,
}

impl Held {
    pub(super) fn limits(&self) -> Limits {
        self.server.0.limits
    }

    /// The connection for one question, whose answer is then [told](Self::told).
    pub(super) fn asks(&mut self) -> Result<&mut PgConnection, Error> {
        if std::mem::replace(&mut self.asked, true) {
            return Err(Error::PoolClosed);
        }
        self.connection.as_mut().ok_or(Error::PoolClosed)
    }

    /// Looks at an answer.
    pub(super) fn told<T>(&mut self, answer: Result<T, Error>) -> Result<T, Error> {
        self.asked = answer.is_err();
        answer
    }

    async fn begin(&mut self) -> Result<(), Error> {
        served!(self, t, t.execute(BEGIN))?;
        self.open = true;
        Ok(())
    }

    /// Makes it durable.
    pub(super) async fn commit(mut self) -> Result<(), Error> {
        let limit = self.limits().commit;
        let done = match self.asks() {
            Ok(t) => within(limit, t.execute("COMMIT")).await,
            Err(why) => Err(why),
        };
        self.told(done)?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let server = &self.server.0;
        match self.connection.as_mut() {
            Some(t) if self.open && !self.asked => {
                // All was answered, so it leaves now; what it is answered is read before the next question.
                let _ = tokio::task::unconstrained(t.execute("ROLLBACK")).now_or_never();
            }
            Some(_) if self.asked => {
                server.there.store(false, Ordering::Relaxed);
                *self.connection = None;
            }
            Some(_) | None => {}
        }
    }
}

/// The answer, if it comes in time.
pub(super) async fn within<T>(
    limit: Duration,
    asked: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let late = |_| Err(Error::Io(ErrorKind::TimedOut.into()));
    tokio::time::timeout(limit, asked).await.unwrap_or_else(late)
}

fn is_late(why: &Error) -> bool {
    matches!(why, Error::Io(why) if why.kind() == ErrorKind::TimedOut)
}

/// Whether a failure is the end of a connection: all that are no answers, and those that are the server's last.
fn is_over(why: &Error) -> bool {
    if let Error::Database(why) = why {
        let severity = why.try_downcast_ref::<PgDatabaseError>().map(PgDatabaseError::severity);
        return matches!(severity, Some(PgSeverity::Fatal | PgSeverity::Panic));
    }
    matches!(why, Error::Io(_) | Error::Tls(_) | Error::Protocol(_) | Error::WorkerCrashed)
}
