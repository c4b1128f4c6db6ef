//! What failed: the work, or the store. A message is never blamed for a database that is full, locked or gone.

use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;
use std::borrow::Cow;
use std::fmt::{self, Debug, Display, Formatter};

/// A failed statement, and what it was for. Never its values.
#[derive(Debug)]
pub struct Error {
    doing: &'static str,
    cause: Cause,
}

/// Why.
pub(super) enum Cause {
    Database(sqlx::Error),
    /// No transaction was given, whatever the database says to that: no work was begun that could be at fault.
    NotBegun(sqlx::Error),
    Panicked,
    /// The connection is there, and another session has the lead.
    Led,
    /// Another process has had it.
    Lost,
}

impl From<sqlx::Error> for Cause {
    fn from(why: sqlx::Error) -> Self {
        Self::Database(why)
    }
}

impl std::error::Error for Error {}

impl Display for Error {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "could not {}: {}", self.doing, self.cause)
    }
}

impl Display for Cause {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database(why) | Self::NotBegun(why) => to.write_str(&told(why)),
            Self::Panicked => to.write_str("a handler panicked"),
            Self::Led => to.write_str("another session has this bot's lead"),
            Self::Lost => to.write_str("another Lazo has led this bot meanwhile"),
        }
    }
}

// What the library would show holds values.
impl Debug for Cause {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, to)
    }
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
        Self::because(doing, source.into())
    }

    pub(super) fn because(doing: &'static str, cause: Cause) -> Self {
        Self { doing, cause }
    }

    /// A transaction could not be begun.
    pub(super) fn not_begun(cause: impl Into<Cause>) -> Self {
        let cause = match cause.into() {
            Cause::Database(why) => Cause::NotBegun(why),
            cause @ (Cause::NotBegun(_) | Cause::Panicked | Cause::Led | Cause::Lost) => cause,
        };
        Self::because("begin a transaction", cause)
    }

    /// Something that must be there is not.
    pub(crate) fn missing(doing: &'static str) -> Self {
        Self::new(doing, sqlx::Error::RowNotFound)
    }

    /// A handler panicked; what it said was logged where it happened.
    pub(crate) fn panicked() -> Self {
        Self::because("finish", Cause::Panicked)
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
        match &self.cause {
            Cause::Database(why) => about(why),
            Cause::NotBegun(_) => About::Store,
            Cause::Panicked => About::Work,
            Cause::Led | Cause::Lost => About::Store,
        }
    }
}

/// A failure in words that hold no value: a server's sentence may repeat what somebody wrote, and so may what could not be
/// read. What is about the server or the file is told as it is.
pub(super) fn told(why: &sqlx::Error) -> String {
    use sqlx::Error as E;
    match why {
        E::Database(why) => told_by_code(why.as_ref()),
        E::Io(why) if why.kind() == std::io::ErrorKind::TimedOut => "it did not answer in time".to_owned(),
        E::Io(_)
        | E::Tls(_)
        | E::Configuration(_)
        | E::RowNotFound
        | E::ColumnIndexOutOfBounds { .. }
        | E::ColumnNotFound(_)
        | E::TypeNotFound { .. }
        | E::WorkerCrashed
        | E::BeginFailed
        | E::InvalidSavePointStatement
        | E::Migrate(_) => why.to_string(),
        E::PoolTimedOut => "somebody else has used the connection for too long".to_owned(),
        E::PoolClosed => "the connection is closed".to_owned(),
        E::ColumnDecode { index, .. } => format!("column {index} cannot be read"),
        E::Decode(_) => "a value cannot be read".to_owned(),
        E::Encode(_) => "a value cannot be written".to_owned(),
        E::Protocol(_) => "the answer makes no sense".to_owned(),
        E::InvalidArgument(_) | E::AnyDriverError(_) | E::ConfigFile(_) => "it was not asked well".to_owned(),
        _ => "nobody knows why".to_owned(),
    }
}

fn told_by_code(why: &dyn DatabaseError) -> String {
    let code = why.code().unwrap_or(Cow::Borrowed("unknown"));
    if why.try_downcast_ref::<PgDatabaseError>().is_some() {
        // Also who may come in, and what is not there: a person who sets Lazo up needs the sentence.
        let open = about_sqlstate(&code) == About::Store
            || ["28", "3D", "42"].contains(&code.get(..2).unwrap_or(""));
        let rest = why.constraint().map(|name| format!(", {name}")).unwrap_or_default();
        let rest = if open { format!(", {}", why.message()) } else { rest };
        return format!("SQLSTATE {code}{rest}");
    }
    // SQLite names tables and columns, and never what stands in them.
    format!("SQLite result {code}, {}", why.message())
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
        for why in [E::RowNotFound, E::Decode(nothing()), E::Configuration(nothing())] {
            assert_eq!(Error::not_begun(why).about(), About::Store, "nothing was worked on yet");
        }
        assert_eq!(Error::panicked().about(), About::Work);
        assert_eq!(Error::panicked().to_string(), "could not finish: a handler panicked");
    }
}
