//! What must survive. SQL lives here and nowhere else; one [`Tx`] is one event, and there is one writer at a time.
//!
//! Every statement is one text for SQLite and PostgreSQL. Sets go in as one JSON array through `jsonb_each`, which
//! PostgreSQL gets as a function of ours in its migrations: a statement costs what it costs, however many rows.

/// Runs a statement on whichever database it is and gives the number of rows it touched.
macro_rules! run {
    ($tx:expr, $doing:literal, $sql:expr $(, $bind:expr)* $(,)?) => {
        asked!($tx, $doing, t, futures_util::TryFutureExt::map_ok(
            sqlx::query($sql)$(.bind($bind))*.execute(&mut *t),
            |done| done.rows_affected(),
        ))
    };
}

/// All rows of a query.
macro_rules! all {
    ($tx:expr, $doing:literal, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        asked!($tx, $doing, t, sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(&mut *t))
    };
}

/// The row of a query, if there is one.
macro_rules! one {
    ($tx:expr, $doing:literal, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        asked!($tx, $doing, t, sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_optional(&mut *t))
    };
}

/// The same question to whichever database it is.
macro_rules! asked {
    ($tx:expr, $doing:literal, $t:ident, $ask:expr) => {
        match &mut $tx.inner {
            $crate::store::Inner::Sqlite(begun) => match begun.opened().await {
                Ok(()) => {
                    let $t: &mut sqlx::SqliteConnection = begun;
                    $ask.await.map_err(|source| $crate::store::Error::new($doing, source))
                }
                Err(why) => Err($crate::store::Error::not_begun(why)),
            },
            $crate::store::Inner::Postgres(held) => {
                served!(held, $t, $ask).map_err(|source| $crate::store::Error::new($doing, source))
            }
        }
    };
}

/// One question to a server that ends in time, whatever becomes of its answer.
macro_rules! served {
    ($held:expr, $t:ident, $ask:expr) => {{
        let limit = $held.limits().statement;
        let answer = match $held.asks() {
            Ok($t) => $crate::store::server::within(limit, $ask).await,
            Err(why) => Err(why),
        };
        $held.told(answer)
    }};
}

/// Statements that all take the same values and nothing else, one after the other; gives the rows of those that have
/// some. SQLite works on them in one go, with the beginning of the transaction if they are its first: to ask its thread
/// and be answered costs more than most statements do.
macro_rules! steps {
    ($tx:expr, $doing:literal, $row:ty, ($($bind:expr),+), [$($sql:expr),+ $(,)?]) => {
        match &mut $tx.inner {
            $crate::store::Inner::Sqlite(t) => {
                const FIRST: &str = concat!("BEGIN IMMEDIATE;", $($sql, ";"),+);
                const LATER: &str = concat!($($sql, ";"),+);
                let sql = if t.opens() { FIRST } else { LATER };
                sqlx::query_as::<_, $row>(sql)$(.bind($bind))+.fetch_all(&mut **t).await
            }
            $crate::store::Inner::Postgres(t) => {
                let mut done = Ok(Vec::new());
                steps!(@each t, done, $row, ($($bind),+), [$($sql),+]);
                done
            }
        }
        .map_err(|source| $crate::store::Error::new($doing, source))
    };
    (@each $t:ident, $done:ident, $row:ty, $binds:tt, [$($sql:expr),+]) => {
        $(steps!(@one $t, $done, $row, $binds, $sql);)+
    };
    (@one $t:ident, $done:ident, $row:ty, ($($bind:expr),+), $sql:expr) => {
        if let Ok(rows) = &mut $done {
            match served!($t, t, sqlx::query_as::<_, $row>($sql)$(.bind($bind))+.fetch_all(&mut *t)) {
                Ok(more) => rows.extend(more),
                Err(why) => $done = Err(why),
            }
        }
    };
}

/// All rows of a query that gives many of them, for a page or a round; with `steps!` before and after it. SQLite's rows
/// come from its thread as one value: to hand over a row costs more than to find it.
macro_rules! set {
    ($tx:expr, $doing:literal, $row:ident { $first:ident $(, $column:ident)* $(,)? }, $binds:tt,
     [$($before:literal),*], $sql:literal, [$($after:literal),*]) => {
        match &mut $tx.inner {
            $crate::store::Inner::Sqlite(_) => {
                // A column that is not named here does not compile.
                let _ = |$row { $first: _ $(, $column: _)* }: $row| ();
                let rows = steps!($tx, $doing, (String,), $binds, [
                    $($before,)*
                    concat!("SELECT json_group_array(json_array(", stringify!($first) $(, ", ", stringify!($column))*, ")) FROM (", $sql, ")"),
                    $($after,)*
                ])?;
                rows.first().map_or(Ok(Vec::new()), |(rows,)| $crate::store::parsed::<Vec<$row>>(rows))
            }
            $crate::store::Inner::Postgres(_) => steps!($tx, $doing, $row, $binds, [$($before,)* $sql $(, $after)*]),
        }
    };
}

/// A struct whose fields are columns of a row, found by their names.
macro_rules! row {
    ($(#[$about:meta])* $seen:vis struct $row:ident {
        $($(#[$told:meta])* $shown:vis $column:ident: $value:ty),+ $(,)?
    }) => {
        $(#[$about])*
        $seen struct $row {
            $($(#[$told])* $shown $column: $value),+
        }

        impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for $row
        where
            &'static str: sqlx::ColumnIndex<R>,
            $($value: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>),+
        {
            fn from_row(row: &'r R) -> sqlx::Result<Self> {
                Ok(Self { $($column: row.try_get(stringify!($column))?),+ })
            }
        }
    };
}

mod accounts;
mod agreements;
mod alarms;
mod albums;
mod calls;
mod cases;
mod checkins;
mod circles;
mod claims;
mod clock;
mod conversations;
mod courier;
mod danger;
mod departure;
mod desk;
mod edits;
mod errand;
mod failure;
mod flow;
mod groups;
mod held;
mod intake;
mod invites;
mod leaks;
mod leased;
mod letters;
mod lines;
mod look;
mod meta;
mod migrations;
mod missed;
mod names;
mod notices;
mod open;
mod opening;
mod pairing;
mod patience;
mod pause;
mod people;
mod poses;
mod programmes;
mod pulses;
mod questions;
mod reactions;
mod readers;
mod rehearsal;
mod relay;
mod removals;
mod rooms;
mod rows;
mod safety;
mod server;
mod speakers;
mod stops;
mod supervised;
mod taking;
mod team;
mod topics;
mod traces;
mod undo;
mod unfounded;
mod writer;

pub use crate::domain::case::NewCase;
pub use accounts::Account;
pub use agreements::{Agreement, Assent};
pub use alarms::Alarm;
pub use albums::{Album, AlbumKey, Under};
pub use checkins::Checkin;
pub use circles::Quiet;
pub use clock::MOMENT;
pub use courier::SignOff;
pub use danger::{Danger, Missed};
pub use departure::Unread;
pub use desk::Scope;
pub use edits::Edited;
pub use errand::{Errand, Reader, Sound};
pub use failure::{About, Error};
pub use held::{Lost, Pile, Released};
pub use leaks::Unanswered;
pub use leased::{Carried, Leased, Tried};
pub use letters::{Known, Offered};
pub use look::Tables;
pub use notices::{Standing, Waiting};
pub use open::{Db, IN_MEMORY, Leadership};
pub use opening::Hers;
pub use patience::Backoff;
pub use pause::Showing;
pub use people::Mark;
pub use pulses::Pulsed;
pub use readers::Topical;
pub use rehearsal::Holding;
pub use relay::{Kept, Replied};
pub use rows::{Rows, tables};
pub use server::{Connected, Lease, Server};
pub use speakers::{Place, Speaker};
pub use supervised::Room;
pub use taking::{Read, Taking};
pub use topics::Topics;
pub use writer::{Turn, Writer};

use crate::domain::id::{ChatId, LetterId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;
use std::collections::HashSet;

/// What the store answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// One transaction: everything that follows from one event, or nothing of it. Dropped without [`Tx::commit`], it
/// never happened.
pub struct Tx {
    inner: Inner,
    /// Letters whose message this transaction replaces.
    rewritten: HashSet<LetterId>,
    /// Lanes of letters that it could not read.
    unreadable: Vec<ChatId>,
    /// Kinds of alarms that it does not know.
    strange: Vec<String>,
    news: News,
}

/// Whom a committed transaction has given work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct News {
    /// Letters wait: the courier.
    pub posted: bool,
    /// An alarm was set: the scheduler.
    pub alarmed: bool,
}

impl News {
    /// And whom another transaction has.
    pub fn add(&mut self, other: Self) {
        self.posted |= other.posted;
        self.alarmed |= other.alarmed;
    }
}

enum Inner {
    Sqlite(writer::Begun),
    Postgres(server::Held),
}

impl Tx {
    /// Makes it durable: after this returns, not even a power cut undoes it. Tells who has work now.
    pub async fn commit(self) -> Result<News> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        }
        .map_err(|source| Error::new("commit", source))?;
        Ok(self.news)
    }

    /// Makes it durable if its work went well; undoes it otherwise, and gives why.
    pub async fn commit_if(self, done: Result<()>) -> Result<News> {
        done?;
        self.commit().await
    }
}

/// A value as the JSON text it is stored as.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|why| Error::unreadable("write a value as JSON", why))
}

/// A value from the JSON text it is stored as.
pub(crate) fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|why| Error::unreadable("read a stored value", why))
}

/// An enum's stored name.
pub(crate) fn named<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        Ok(_) => Err(Error::new("name a value", sqlx::Error::Decode("not a plain name".into()))),
        Err(why) => Err(Error::unreadable("name a value", why)),
    }
}

/// An enum from its stored name.
pub(crate) fn from_name<T: DeserializeOwned>(name: &str) -> Result<T> {
    let name = StrDeserializer::<serde::de::value::Error>::new(name);
    T::deserialize(name).map_err(|why| Error::unreadable("read a stored name", why))
}

/// Epoch milliseconds, as every moment is stored.
pub(crate) fn ms(at: chrono::DateTime<chrono::Utc>) -> i64 {
    at.timestamp_millis()
}

/// A moment from epoch milliseconds. What cannot be a date is the epoch.
pub(crate) fn at(ms: i64) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_millis(ms).unwrap_or_default()
}
