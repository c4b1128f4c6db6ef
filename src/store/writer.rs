//! SQLite's one connection, and whose turn it is.
//!
//! sqlx's pool asks a connection's thread whether it is alive before each use and after it. To be answered takes as
//! long as a commit, and a connection to a file does not die: turns are taken here instead.

use super::open::BUSY;
use futures_util::FutureExt;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Error, SqliteConnection};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard};

/// A connection that is used by one at a time, in the order in which they came.
#[derive(Clone)]
pub struct Writer(Arc<Mutex<Option<SqliteConnection>>>);

/// The connection, for as long as this lives.
pub type Turn = OwnedMappedMutexGuard<Option<SqliteConnection>, SqliteConnection>;

impl Writer {
    /// Opens a file.
    pub async fn connect(options: &SqliteConnectOptions) -> Result<Self, Error> {
        Ok(Self(Arc::new(Mutex::new(Some(options.connect().await?)))))
    }

    /// Waits for its turn: 15 s at most, and not at all once it is closed.
    pub async fn turn(&self) -> Result<Turn, Error> {
        let turn = tokio::time::timeout(BUSY, self.0.clone().lock_owned()).await;
        let turn = turn.map_err(|_| Error::PoolTimedOut)?;
        OwnedMutexGuard::try_map(turn, Option::as_mut).map_err(|_| Error::PoolClosed)
    }

    /// A transaction that nobody else writes beside. It begins with its first statement.
    pub(super) async fn begin(&self) -> Result<Begun, Error> {
        Ok(Begun { turn: self.turn().await?, open: false })
    }

    /// Waits until the file is closed.
    pub async fn close(&self) {
        let last = self.0.lock().await.take();
        if let Some(connection) = last
            && let Err(why) = connection.close().await
        {
            tracing::warn!(%why, "the database file could not be closed");
        }
    }
}

/// A transaction of SQLite's. Dropped before its commit, it is rolled back before anything else is done. After a statement
/// that failed it is good for nothing else: nobody knows whether it has begun.
pub(super) struct Begun {
    turn: Turn,
    open: bool,
}

impl Begun {
    /// Begins it, unless that is done.
    pub(super) async fn opened(&mut self) -> Result<(), Error> {
        if self.opens() {
            sqlx::query("BEGIN IMMEDIATE").execute(&mut *self.turn).await?;
        }
        Ok(())
    }

    /// Whether it has yet to begin: whoever asks begins it with the next statement.
    pub(super) fn opens(&mut self) -> bool {
        !std::mem::replace(&mut self.open, true)
    }

    /// Makes it durable.
    pub(super) async fn commit(mut self) -> Result<(), Error> {
        if self.open {
            sqlx::query("COMMIT").execute(&mut *self.turn).await?;
            self.open = false;
        }
        Ok(())
    }
}

impl Deref for Begun {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.turn
    }
}

impl DerefMut for Begun {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.turn
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if self.open {
            // Asked for once, it stands in the queue of the connection's thread, ahead of the next turn's statements.
            let _ = sqlx::query("ROLLBACK").execute(&mut *self.turn).now_or_never();
        }
    }
}
