//! Opening a database, holding it alone, and beginning a transaction.

use super::migrations::{POSTGRES, SQLITE};
use super::{About, Error, Inner, Lease, Result, Server, Tx, Writer};
use crate::limits::Limits;
use sqlx::Executor;
use sqlx::migrate::MigrateError;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use std::collections::HashSet;
use std::fs::{File, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// A connection to the database: SQLite in a file, or PostgreSQL.
#[derive(Clone)]
pub enum Db {
    /// The one connection to a file, and where that is; without a path it is in memory.
    Sqlite(Writer, PathBuf),
    /// The one connection to a server.
    Postgres(Server),
}

/// The right to poll, schedule and carry for one bot. Gone with the process, however it ends.
pub enum Leadership {
    /// A locked file beside the database.
    File(File),
    /// A lock of the session in which everything is written.
    Session(Lease),
    /// Nobody else can open what is in this process's memory.
    Alone,
}

/// The address of a database that is nowhere but in memory, and gone when it is closed. No setting can name it.
pub const IN_MEMORY: &str = "sqlite::memory:";

/// How long one process waits for another's transaction (the terminal's `invite` beside a running bot).
pub(super) const BUSY: Duration = Duration::from_secs(15);

/// Between two tries to reach a server at the start.
const AGAIN: Duration = Duration::from_secs(1);

impl Db {
    /// Opens `sqlite:///path/file.db` (made if missing, mode 0600), `postgres://…` or [`IN_MEMORY`], and brings its
    /// tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_within(url, &Limits { start: Duration::ZERO, ..Limits::default() }).await
    }

    /// The same with these limits. A server that is not there is tried until the time of a start is over.
    pub async fn open_within(url: &str, limits: &Limits) -> Result<Self> {
        let db = match url.strip_prefix("sqlite://") {
            Some(path) => Self::sqlite(Path::new(path)).await?,
            None if url == IN_MEMORY => Self::in_memory().await?,
            None => Self::postgres(url, limits).await?,
        };
        db.migrate().await?;
        Ok(db)
    }

    async fn sqlite(path: &Path) -> Result<Self> {
        make_private(path).map_err(|why| Error::new("make the database file", sqlx::Error::Io(why)))?;
        keep_private(path).map_err(|why| {
            Error::new("keep the database file from others on this computer", sqlx::Error::Io(why))
        })?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            .statement_cache_capacity(512)
            .pragma("secure_delete", "ON")
            // A set that touches more than 16 pages would otherwise be journalled in a temporary file, each time.
            .pragma("temp_store", "MEMORY")
            // 8 MiB, for pages that every round touches; filled as needed.
            .pragma("cache_size", "-8192")
            // 8 MiB of log: half the checkpoints, and still read in 10 ms after a crash.
            .pragma("wal_autocheckpoint", "2000")
            // A backup or another long reader lets it grow; then it is cut back to a little more than that.
            .pragma("journal_size_limit", "10485760");
        let writer =
            Writer::connect(&options).await.map_err(|source| Error::new("open the database file", source))?;
        Ok(Self::Sqlite(writer, path.to_owned()))
    }

    async fn in_memory() -> Result<Self> {
        let options = SqliteConnectOptions::new().foreign_keys(true).statement_cache_capacity(128);
        let writer = Writer::connect(&options).await;
        let writer = writer.map_err(|source| Error::new("make a database in memory", source))?;
        Ok(Self::Sqlite(writer, PathBuf::new()))
    }

    async fn postgres(url: &str, limits: &Limits) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|source| Error::new("read the database's address", source))?;
        let server = Server::new(options, *limits);
        let Err(mut last) = server.turn().await.map(drop) else { return Ok(Self::Postgres(server)) };
        let tries = async {
            while last.about() == About::Store {
                tracing::warn!(why = %last, "the database server is not there; trying again");
                tokio::time::sleep(AGAIN).await;
                match server.turn().await {
                    Ok(_) => return Ok(()),
                    Err(why) => last = why,
                }
            }
            Err(())
        };
        match tokio::time::timeout(limits.start, tries).await {
            Ok(Ok(())) => Ok(Self::Postgres(server)),
            Ok(Err(())) | Err(_) => Err(last),
        }
    }

    async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite(writer, _) => match writer.turn().await {
                // The way around "Acquire is not general enough" that sqlx has for this: a bot can start in a task then.
                Ok(mut turn) => SQLITE.run_direct(None, &mut *turn, false).await,
                Err(why) => Err(why.into()),
            },
            // It may take as long as the tables are large.
            Self::Postgres(server) => {
                let mut turn = server.turn().await?;
                // That a table is there already is no news.
                match turn.execute("SET client_min_messages = warning").await {
                    Ok(_) => POSTGRES.run_direct(None, &mut *turn, false).await,
                    Err(why) => Err(why.into()),
                }
            }
        }
        .map_err(|why| {
            let newer = matches!(why, MigrateError::VersionMissing(_));
            let doing = if newer { "use the tables of a newer Lazo" } else { "bring the tables up to date" };
            Error::new(doing, why.into())
        })
    }

    /// Begins a transaction. There is one writer at a time on either database, so nothing a transaction has read
    /// changes under it.
    pub async fn begin(&self) -> Result<Tx> {
        let begun = match self {
            Self::Sqlite(writer, _) => writer.begin().await.map(Inner::Sqlite).map_err(Into::into),
            Self::Postgres(server) => server.begin().await.map(Inner::Postgres),
        };
        let inner = begun.map_err(Error::not_begun)?;
        Ok(Tx {
            inner,
            rewritten: HashSet::new(),
            unreadable: Vec::new(),
            strange: Vec::new(),
            news: super::News::default(),
        })
    }

    /// Takes the lead for a bot, or gives `None` if another process has it.
    pub async fn lead(&self, bot: i64) -> Result<Option<Leadership>> {
        let doing = "lock the database";
        match self {
            Self::Sqlite(_, path) if path.as_os_str().is_empty() => Ok(Some(Leadership::Alone)),
            Self::Sqlite(_, path) => lock_beside(path).map_err(|why| Error::new(doing, sqlx::Error::Io(why))),
            Self::Postgres(server) => {
                let lease = server.lead(bot).await.map_err(|why| Error::because(doing, why))?;
                Ok(lease.map(Leadership::Session))
            }
        }
    }

    /// Waits until another process has taken the lead that this one had: it may have done anything meanwhile.
    pub async fn deposed(&self) {
        match self {
            // A file's lock is nobody's to end.
            Self::Sqlite(..) => std::future::pending().await,
            Self::Postgres(server) => server.deposed().await,
        }
    }

    /// Writes a consistent copy of a SQLite database into a new file while the bot runs. `false` on PostgreSQL, which
    /// has its own tool for it.
    pub async fn copy_to(&self, file: &str) -> Result<bool> {
        match self {
            Self::Sqlite(writer, _) => {
                let doing = "write the backup";
                let mut turn = writer.turn().await.map_err(|source| Error::new(doing, source))?;
                let done = sqlx::query("VACUUM INTO $1").bind(file).execute(&mut *turn).await;
                done.map(|_| true).map_err(|source| Error::new(doing, source))
            }
            Self::Postgres(_) => Ok(false),
        }
    }

    /// Has a SQLite file's log emptied, so that what was deleted is on the disk no more. `false` if somebody reads it just
    /// now: nobody waits for that. A server's log is the server's.
    pub async fn empties_log(&self) -> Result<bool> {
        let Self::Sqlite(writer, _) = self else { return Ok(true) };
        let emptied = async {
            let mut turn = writer.turn().await?;
            sqlx::query("PRAGMA busy_timeout = 0").execute(&mut *turn).await?;
            let asked = sqlx::query_as::<_, (i64, i64, i64)>("PRAGMA wal_checkpoint(TRUNCATE)");
            let busy = asked.fetch_one(&mut *turn).await;
            // As it was: `BUSY`.
            sqlx::query("PRAGMA busy_timeout = 15000").execute(&mut *turn).await?;
            busy.map(|(busy, ..)| busy == 0)
        };
        emptied.await.map_err(|source| Error::new("empty the log", source))
    }

    /// Closes every connection; what was committed stays.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(writer, _) => writer.close().await,
            Self::Postgres(server) => server.close().await,
        }
    }
}

/// What group and everybody else may do with a file.
const OTHERS: u32 = 0o077;

/// An empty file only its owner can read; SQLite gives its log the same mode.
fn make_private(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Takes a database file and its log from everybody but their owner. They may come from a backup, or from a version that
/// did not look.
fn keep_private(path: &Path) -> std::io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        tighten(Path::new(&file))?;
    }
    Ok(())
}

fn tighten(file: &Path) -> std::io::Result<()> {
    let found = match file.metadata() {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    if found.permissions().mode() & OTHERS == 0 {
        return Ok(());
    }
    tracing::info!("a file of the database was open to others on this computer; now it is its owner's alone");
    std::fs::set_permissions(file, Permissions::from_mode(0o600))
}

fn lock_beside(path: &Path) -> std::io::Result<Option<Leadership>> {
    let beside = path.with_extension("lock");
    make_private(&beside)?;
    tighten(&beside)?;
    let file = OpenOptions::new().write(true).open(beside)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Leadership::File(file))),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(why)) => Err(why),
    }
}
