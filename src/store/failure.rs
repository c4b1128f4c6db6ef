//! What failed: the work, or the store. A message is never blamed for a database that is full, locked or gone.

use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;
use std::borrow::Cow;
use std::time::Duration;

/// A failed statement, and what it was for. Never its values.
#[derive(Debug, thiserror::Error)]
#[error("could not {doing}: {source}")]
pub struct Error {
    doing: &'static str,
    source: Cause,
}

/// Why.
#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error(transparent)]
    Database(sqlx::Error),
    #[error("a handler panicked")]
    Panicked,
}

/// What a failure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What was worked on: it fails again however well the database is.
    Work,
    /// The database: it fails whatever is worked on, and may be well again in a while.
    Store,
}

impl Error {
    pub(crate) fn new(doing: &'static str, source: sqlx::Error) -> Self {
        Self { doing, source: Cause::Database(source) }
    }

    /// Something that must be there is not.
    pub(crate) fn missing(doing: &'static str) -> Self {
        Self::new(doing, sqlx::Error::RowNotFound)
    }

    /// A handler panicked; what it said was logged where it happened.
    pub(crate) fn panicked() -> Self {
        Self { doing: "finish", source: Cause::Panicked }
    }

    /// A stored value this version does not understand.
    pub(crate) fn unreadable(
        doing: &'static str,
        why: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self::new(doing, sqlx::Error::Decode(Box::new(why)))
    }

    /// Whether it is about the work or about the store.
    pub fn about(&self) -> About {
        match &self.source {
            Cause::Database(why) => about(why),
            Cause::Panicked => About::Work,
        }
    }
}

/// Whether a failure of a database's is about the work or about the store.
fn about(why: &sqlx::Error) -> About {
    use sqlx::Error as E;
    match why {
        E::Database(why) => about_code(why.as_ref()),
        E::Io(_)
        | E::Tls(_)
        | E::Protocol(_)
        | E::PoolTimedOut
        | E::PoolClosed
        | E::WorkerCrashed
        // A connection that gave no transaction, or none of a known state.
        | E::BeginFailed
        | E::InvalidSavePointStatement => About::Store,
        E::Configuration(_)
        | E::InvalidArgument(_)
        | E::RowNotFound
        | E::TypeNotFound { .. }
        | E::ColumnIndexOutOfBounds { .. }
        | E::ColumnNotFound(_)
        | E::ColumnDecode { .. }
        | E::Encode(_)
        | E::Decode(_)
        | E::AnyDriverError(_)
        | E::Migrate(_)
        | E::ConfigFile(_) => About::Work,
        // What a newer library adds is named above when it comes.
        _ => About::Work,
    }
}

fn about_code(why: &dyn DatabaseError) -> About {
    let code = why.code().unwrap_or(Cow::Borrowed(""));
    if why.try_downcast_ref::<PgDatabaseError>().is_some() {
        about_sqlstate(&code)
    } else if why.try_downcast_ref::<SqliteError>().is_some() {
        code.parse().map_or(About::Work, about_result)
    } else {
        About::Work
    }
}

/// Classes of SQLSTATE that are about the server: connections, transactions that were rolled back, resources, objects in
/// use, operators, the system, itself.
const SERVER: [&str; 8] = ["08", "25", "40", "53", "55", "57", "58", "XX"];

/// A lead that has changed hands.
const NO_LEAD: &str = "LZ001";

fn about_sqlstate(code: &str) -> About {
    let class = code.get(..2).unwrap_or_default();
    if SERVER.contains(&class) || code == NO_LEAD { About::Store } else { About::Work }
}

/// SQLite's result codes that are about the file, by the primary code: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL,
/// CANTOPEN, PROTOCOL, NOTADB.
const FILE: [i32; 9] = [5, 6, 8, 10, 11, 13, 14, 15, 26];

/// An extended result code has its primary code in its last byte.
fn about_result(code: i32) -> About {
    if FILE.contains(&(code & 0xff)) { About::Store } else { About::Work }
}

/// How long to wait for a store that stumbles: 1, 2, 4 … 30 s, until something went well again.
#[derive(Debug, Default)]
pub struct Backoff(u32);

impl Backoff {
    /// Between two tries at most, in seconds.
    const LONGEST: u64 = 30;

    /// It failed once more: wait so long.
    pub fn failed(&mut self) -> Duration {
        let wait = 1_u64.checked_shl(self.0).map_or(Self::LONGEST, |wait| wait.min(Self::LONGEST));
        self.0 = self.0.saturating_add(1).min(8);
        Duration::from_secs(wait)
    }

    /// It went well. Gives whether it had failed before.
    pub fn went_well(&mut self) -> bool {
        std::mem::take(&mut self.0) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Error as E;

    #[test]
    fn a_code_is_about_the_work_or_about_the_store() {
        for (code, is) in [
            ("08006", About::Store),
            ("08P01", About::Store),
            ("25006", About::Store),
            ("25P02", About::Store),
            ("40001", About::Store),
            ("40P01", About::Store),
            ("53100", About::Store),
            ("53300", About::Store),
            ("55006", About::Store),
            ("55P03", About::Store),
            ("57014", About::Store),
            ("57P01", About::Store),
            ("57P03", About::Store),
            ("58030", About::Store),
            ("XX000", About::Store),
            ("XX001", About::Store),
            ("LZ001", About::Store),
            ("21000", About::Work),
            ("22001", About::Work),
            ("22021", About::Work),
            ("22P02", About::Work),
            ("23502", About::Work),
            ("23503", About::Work),
            ("23505", About::Work),
            ("23514", About::Work),
            ("42601", About::Work),
            ("42P01", About::Work),
            ("54000", About::Work),
            ("P0001", About::Work),
            ("LZ002", About::Work),
            ("", About::Work),
        ] {
            assert_eq!(about_sqlstate(code), is, "{code}");
        }
    }

    #[test]
    fn a_result_is_about_the_work_or_about_the_store() {
        for (code, is) in [
            (5, About::Store),
            (261, About::Store),
            (517, About::Store),
            (6, About::Store),
            (262, About::Store),
            (8, About::Store),
            (1544, About::Store),
            (10, About::Store),
            (266, About::Store),
            (778, About::Store),
            (1034, About::Store),
            (11, About::Store),
            (13, About::Store),
            (14, About::Store),
            (15, About::Store),
            (26, About::Store),
            (1, About::Work),
            (2, About::Work),
            (4, About::Work),
            (7, About::Work),
            (18, About::Work),
            (19, About::Work),
            (1555, About::Work),
            (1811, About::Work),
            (2067, About::Work),
            (20, About::Work),
            (25, About::Work),
        ] {
            assert_eq!(about_result(code), is, "{code}");
        }
    }

    #[test]
    fn so_is_every_failure_that_has_no_code() {
        let nothing = || Box::<dyn std::error::Error + Send + Sync>::from("nothing");
        for (why, is) in [
            (E::Io(std::io::Error::other("gone")), About::Store),
            (E::Tls(nothing()), About::Store),
            (E::Protocol(String::new()), About::Store),
            (E::PoolTimedOut, About::Store),
            (E::PoolClosed, About::Store),
            (E::WorkerCrashed, About::Store),
            (E::BeginFailed, About::Store),
            (E::RowNotFound, About::Work),
            (E::ColumnNotFound(String::new()), About::Work),
            (E::Encode(nothing()), About::Work),
            (E::Decode(nothing()), About::Work),
        ] {
            let error = Error::new("try", why);
            assert_eq!(error.about(), is, "{error}");
        }
        assert_eq!(Error::panicked().about(), About::Work);
        assert_eq!(Error::panicked().to_string(), "could not finish: a handler panicked");
    }

    #[test]
    fn a_store_that_stumbles_is_tried_after_1_2_4_and_at_most_30_seconds() {
        let mut backoff = Backoff::default();
        let waits: Vec<u64> = (0..12).map(|_| backoff.failed().as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30]);
        assert!(backoff.went_well() && !backoff.went_well());
        assert_eq!(backoff.failed().as_secs(), 1);
    }
}
