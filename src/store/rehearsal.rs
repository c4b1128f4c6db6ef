//! What a start would find in a copy, and whether the copy is whole.

use super::{Db, Error, Result, Tx};

/// What a start would find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Pairs and circles that are introduced and not over.
    pub pairs: i64,
    /// Cases nobody has closed.
    pub cases: i64,
    /// Letters that wait to be sent; those that were on their way are among them.
    pub letters: i64,
}

impl Tx {
    /// What a start would find, once it has taken up what was on its way.
    pub async fn holding(&mut self) -> Result<Holding> {
        self.recover().await?;
        let row = one!(
            self,
            "count what a copy holds",
            (i64, i64, i64),
            "SELECT (SELECT COUNT(*) FROM conversation WHERE sort = 'pair' AND phase IN ('active', 'paused', 'held')),
                 (SELECT COUNT(*) FROM case_file WHERE resolved_at IS NULL),
                 (SELECT COUNT(*) FROM letter WHERE state = 'queued')"
        )?;
        let (pairs, cases, letters) = row.ok_or_else(|| Error::missing("count what a copy holds"))?;
        Ok(Holding { pairs, cases, letters })
    }
}

impl Db {
    /// Whether a SQLite file is whole, by SQLite's own checks: each page, each index, each row that names another. A
    /// server looks after what it has.
    pub async fn is_whole(&self) -> Result<bool> {
        let Self::Sqlite(writer, _) = self else { return Ok(true) };
        let checked = async {
            let mut turn = writer.turn().await?;
            let pages =
                sqlx::query_as::<_, (String,)>("PRAGMA integrity_check(1)").fetch_one(&mut *turn).await?;
            let astray = sqlx::query("PRAGMA foreign_key_check").fetch_optional(&mut *turn).await?;
            Ok(pages.0 == "ok" && astray.is_none())
        };
        checked.await.map_err(|source| Error::new("check the file", source))
    }
}
