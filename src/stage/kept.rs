//! What the bot keeps, for whoever wants to be convinced.

use super::world::{Trouble, World};
use crate::store::{Rows, tables};
use serde::Serialize;
use std::collections::HashMap;

/// Rows that are searched in one table, at most: more than a demo ever has.
const SEARCHED: i64 = 100_000;

/// Some rows of a table, and the tables there are.
#[derive(Serialize)]
pub(super) struct Kept {
    tables: Vec<&'static str>,
    #[serde(flatten)]
    rows: Rows,
    /// There are rows after these.
    more: bool,
}

/// Kinds of things that are counted for whoever looks for the first time.
const COUNTED: [&str; 4] = ["person", "conversation", "checkin", "case_file"];

/// Where searched words stand.
#[derive(Serialize)]
pub(super) struct Find {
    table: &'static str,
    column: String,
    value: String,
}

impl World {
    /// Up to `most` rows of a table after the first `skip`; none if there is no such table.
    pub(super) async fn rows(&self, table: &str, most: i64, skip: i64) -> Result<Kept, Trouble> {
        let mut rows = self.db.begin().await?.rows(table, most + 1, skip).await?.unwrap_or_default();
        let most = usize::try_from(most).unwrap_or_default();
        let more = rows.rows.len() > most;
        rows.rows.truncate(most);
        Ok(Kept { tables: tables().collect(), rows, more })
    }

    /// How many people, talks, questions and cases there are, by their tables.
    pub(super) async fn counts(&self) -> Result<HashMap<&'static str, usize>, Trouble> {
        let mut tx = self.db.begin().await?;
        let mut counts = HashMap::new();
        for table in COUNTED {
            counts.insert(table, tx.rows(table, SEARCHED, 0).await?.unwrap_or_default().rows.len());
        }
        Ok(counts)
    }

    /// Every place in every table where these words stand, in whatever case, a hundred at most.
    pub(super) async fn finds(&self, words: &str) -> Result<Vec<Find>, Trouble> {
        let wanted = words.to_lowercase();
        let mut found = Vec::new();
        let mut tx = self.db.begin().await?;
        for table in tables() {
            let Some(rows) = tx.rows(table, SEARCHED, 0).await? else { continue };
            for row in &rows.rows {
                for (column, value) in rows.columns.iter().zip(row) {
                    let Some(value) = value.as_ref().filter(|it| it.to_lowercase().contains(&wanted)) else {
                        continue;
                    };
                    found.push(Find { table, column: column.clone(), value: value.clone() });
                }
            }
        }
        found.truncate(100);
        Ok(found)
    }
}
