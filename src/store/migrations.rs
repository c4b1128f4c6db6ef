//! The tables, step by step, as they are embedded in the program. The same numbers in both folders.

use include_dir::{Dir, File, include_dir};
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use std::sync::LazyLock;

static SQLITE_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/migrations/sqlite");
static POSTGRES_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/migrations/postgres");

/// SQLite's.
pub(super) static SQLITE: LazyLock<Migrator> = LazyLock::new(|| steps(&SQLITE_FILES));

/// PostgreSQL's.
pub(super) static POSTGRES: LazyLock<Migrator> = LazyLock::new(|| steps(&POSTGRES_FILES));

fn steps(folder: &'static Dir<'static>) -> Migrator {
    Migrator::with_migrations(folder.files().filter_map(step).collect())
}

/// A file such as `0007_several.sql`. A database keeps the checksum of the text: what was released is never changed.
fn step(file: &'static File<'static>) -> Option<Migration> {
    let (number, name) = file.path().file_stem()?.to_str()?.split_once('_')?;
    let sql = file.contents_utf8()?.into_sql_str();
    Some(Migration::new(
        number.parse().ok()?,
        name.replace('_', " ").into(),
        MigrationType::Simple,
        sql,
        false,
    ))
}
