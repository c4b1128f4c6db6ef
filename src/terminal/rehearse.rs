//! `lazo rehearse`: whether Lazo could start from a copy, tried on a copy of that. Nobody is spoken to.

use super::{Stop, Stopped, out};
use crate::store::{Db, Tables};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

fn stopped(why: impl Into<String>) -> Stopped {
    Stopped { why: why.into(), code: 1 }
}

/// Tries it, and says what a start would find. The copy itself stays as it is, and nothing is left beside it.
pub(super) async fn tries(file: &Path) -> Result<(), Stopped> {
    let mut stop = Stop::listen()?;
    tokio::select! {
        tried = on_a_copy(file) => tried,
        () = stop.asked() => Err(stopped("It was stopped before it was through.")),
    }
}

async fn on_a_copy(file: &Path) -> Result<(), Stopped> {
    let name = file.to_str().ok_or_else(|| stopped("The file's name must be plain text."))?;
    is_a_copy(file, name)?;
    let beside =
        Beside::new(file).map_err(|why| stopped(format!("There is no place beside {name}: {why}.")))?;
    let copy = beside.0.join("lazo.db");
    private(file, &copy).map_err(|why| stopped(format!("{name} cannot be copied: {why}.")))?;
    let fails = |why: crate::store::Error| stopped(format!("Lazo cannot start from {name}: {why}."));
    let url = format!("sqlite://{}", copy.display());
    let none =
        || stopped(format!("{name} holds no tables of Lazo's: it is not what `lazo backup` has written."));
    let looked = Db::look(&url).await.map_err(fails)?.ok_or_else(none)?;
    let (tables, step) = (looked.tables().await.map_err(fails)?, looked.step().await.map_err(fails)?);
    looked.close().await;
    let of_before = match tables {
        Tables::Missing => return Err(none()),
        Tables::Newer => {
            return Err(stopped(format!("{name} belongs to a newer version of Lazo: use that one.")));
        }
        Tables::Older => step,
        Tables::Current => None,
    };
    let db = Db::open(&url).await.map_err(fails)?;
    if !db.is_whole().await.map_err(fails)? {
        return Err(stopped(format!("{name} is damaged, by SQLite's own checks: use another copy.")));
    }
    let holding = db.begin().await.map_err(fails)?.holding().await.map_err(fails)?;
    let began = db.copy_began().await.map_err(fails)?;
    let step = db.step().await.map_err(fails)?.unwrap_or_default();
    db.close().await;
    out(format_args!("{name} is whole, and Lazo can start from it."));
    out(format_args!(
        "Copied: {}",
        began.map_or("nobody noted when".to_owned(), |it| it.format("%Y-%m-%d %H:%M UTC").to_string())
    ));
    let tables = match of_before {
        Some(before) => format!("{before}, an older version's; brought up to {step} without a fault"),
        None => format!("{step}, this version's"),
    };
    out(format_args!("Tables: {tables}"));
    out(format_args!("Pairs: {}", holding.pairs));
    out(format_args!("Open cases: {}", holding.cases));
    out(format_args!("Letters that would be sent, perhaps again: {}", holding.letters));
    Ok(())
}

/// Whether a file can be a whole copy of SQLite's at all.
fn is_a_copy(file: &Path, name: &str) -> Result<(), Stopped> {
    let unread = |why: std::io::Error| stopped(format!("{name} cannot be read: {why}."));
    let mut begins = Vec::new();
    File::open(file).and_then(|it| it.take(5).read_to_end(&mut begins)).map_err(unread)?;
    if begins == b"PGDMP" {
        return Err(stopped(format!(
            "{name} is from PostgreSQL, and only a server can try it: give it to pg_restore, into an empty database."
        )));
    }
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    if Path::new(&log).exists() {
        return Err(stopped(format!(
            "{name} is a database in use, or was copied from one without its log: try what `lazo backup` writes."
        )));
    }
    Ok(())
}

/// Copies a file; nobody else may read the copy, whoever may read the file.
fn private(file: &Path, copy: &Path) -> std::io::Result<()> {
    std::io::copy(&mut File::open(file)?, &mut File::create(copy)?).map(drop)
}

/// A folder of its owner's beside a file, gone with everything in it when this is dropped.
struct Beside(PathBuf);

impl Beside {
    fn new(file: &Path) -> std::io::Result<Self> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let folder = file.with_file_name(format!(".{name}.rehearsal-{}", std::process::id()));
        std::fs::create_dir(&folder).map(|()| Self(folder))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
