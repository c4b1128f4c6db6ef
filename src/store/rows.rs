//! The rows as they are, for whoever wants to see what is kept. Only reads; every table stands in the list.

use super::{Error, Inner, Result, Tx};
use serde::Serialize;
use sqlx::{Column, Row};

/// Every table, and its rows, latest first where there is such an order: `$1` at most, after the first `$2`.
const TABLES: &[(&str, &str)] = &[
    ("meta", "SELECT * FROM meta ORDER BY key LIMIT $1 OFFSET $2"),
    ("programme", "SELECT * FROM programme ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("contact", "SELECT * FROM contact ORDER BY programme_id, position LIMIT $1 OFFSET $2"),
    ("person", "SELECT * FROM person ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("invite", "SELECT * FROM invite ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("guess", "SELECT * FROM guess ORDER BY at DESC LIMIT $1 OFFSET $2"),
    ("conversation", "SELECT * FROM conversation ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("member", "SELECT * FROM member ORDER BY conversation_id DESC, person_id LIMIT $1 OFFSET $2"),
    (
        "agreement",
        "SELECT * FROM agreement ORDER BY conversation_id DESC, newcomer_id, member_id LIMIT $1 OFFSET $2",
    ),
    ("source", "SELECT * FROM source ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("letter", "SELECT * FROM letter ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("lane", "SELECT * FROM lane ORDER BY chat_id LIMIT $1 OFFSET $2"),
    ("account", "SELECT * FROM account ORDER BY chat_id LIMIT $1 OFFSET $2"),
    ("topic", "SELECT * FROM topic ORDER BY chat_id, conversation_id LIMIT $1 OFFSET $2"),
    ("seen", "SELECT * FROM seen ORDER BY update_id DESC LIMIT $1 OFFSET $2"),
    ("set_aside", "SELECT * FROM set_aside ORDER BY at DESC LIMIT $1 OFFSET $2"),
    ("alarm", "SELECT * FROM alarm ORDER BY due_at LIMIT $1 OFFSET $2"),
    ("checkin", "SELECT * FROM checkin ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("prompt", "SELECT * FROM prompt ORDER BY at DESC LIMIT $1 OFFSET $2"),
    ("case_file", "SELECT * FROM case_file ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("group_account", "SELECT * FROM group_account ORDER BY chat_id, account LIMIT $1 OFFSET $2"),
    ("named", "SELECT * FROM named ORDER BY case_id DESC, person_id LIMIT $1 OFFSET $2"),
    ("named_pair", "SELECT * FROM named_pair ORDER BY case_id DESC, conversation_id LIMIT $1 OFFSET $2"),
    ("card", "SELECT * FROM card ORDER BY case_id DESC LIMIT $1 OFFSET $2"),
    ("call_log", "SELECT * FROM call_log ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("reaction", "SELECT * FROM reaction ORDER BY at DESC LIMIT $1 OFFSET $2"),
    ("parked", "SELECT * FROM parked ORDER BY parked_at DESC LIMIT $1 OFFSET $2"),
    ("voiceless", "SELECT * FROM voiceless ORDER BY author_id, reader_id LIMIT $1 OFFSET $2"),
    ("swap", "SELECT * FROM swap ORDER BY asked_at DESC LIMIT $1 OFFSET $2"),
    ("notice", "SELECT * FROM notice ORDER BY letter_id DESC LIMIT $1 OFFSET $2"),
    ("room", "SELECT * FROM room ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("taking", "SELECT * FROM taking ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("refusal", "SELECT * FROM refusal ORDER BY id DESC LIMIT $1 OFFSET $2"),
    ("group_chat", "SELECT * FROM group_chat ORDER BY chat_id LIMIT $1 OFFSET $2"),
    ("audit", "SELECT * FROM audit ORDER BY id DESC LIMIT $1 OFFSET $2"),
];

/// Rows of one table, as text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Rows {
    /// The columns' names; none if there is no row.
    pub columns: Vec<String>,
    /// The values, row by row.
    pub rows: Vec<Vec<Option<String>>>,
}

/// The names and values of rows of either database, which has numbers and texts only.
macro_rules! told {
    ($rows:expr) => {{
        let rows = $rows.map_err(|source| Error::new("read the rows of a table", source))?;
        let columns = rows.first().map(|row| row.columns().iter().map(|it| it.name().to_owned()).collect());
        let mut told = Rows { columns: columns.unwrap_or_default(), rows: Vec::new() };
        for row in &rows {
            let cell = |at: usize| match row.try_get::<Option<i64>, _>(at) {
                Ok(number) => number.map(|number| number.to_string()),
                Err(_) => row.try_get::<Option<String>, _>(at).unwrap_or_default(),
            };
            told.rows.push((0..row.len()).map(cell).collect());
        }
        told
    }};
}

/// The tables' names.
pub fn tables() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}

impl Tx {
    /// Up to `most` rows of a table after the first `skip`; `None` if there is no such table.
    pub async fn rows(&mut self, table: &str, most: i64, skip: i64) -> Result<Option<Rows>> {
        let Some((_, sql)) = TABLES.iter().find(|(name, _)| *name == table) else { return Ok(None) };
        Ok(Some(match &mut self.inner {
            Inner::Sqlite(t) => {
                told!(sqlx::query(*sql).bind(most).bind(skip).fetch_all(&mut **t).await)
            }
            Inner::Postgres(held) => {
                told!(served!(held, t, sqlx::query(*sql).bind(most).bind(skip).fetch_all(&mut *t)))
            }
        }))
    }
}
