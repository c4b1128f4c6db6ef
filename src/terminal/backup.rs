//! `lazo backup`: a consistent copy while the bot runs.

use super::{Stopped, address, now, open, out};
use crate::config::Settings;
use crate::store::Db;
use chrono::{DateTime, Utc};
use std::fs::{File, OpenOptions};
use std::path::Path;
use std::process::Stdio;
use tokio::process::Command;

fn stopped(why: impl Into<String>) -> Stopped {
    Stopped { why: why.into(), code: 1 }
}

/// Writes a copy of the database to a file that does not exist yet, readable by its owner only. When this returns, the
/// copy is on the disk; when it fails, there is no file. The copy knows when it was begun, and the database when a whole one
/// was; where that cannot be noted, the copy is no worse for it.
pub(super) async fn write(settings: &Settings, file: &Path) -> Result<(), Stopped> {
    let name = file.to_str().ok_or_else(|| stopped("The file's name must be plain text."))?;
    if file.exists() {
        return Err(stopped(format!("{name} already exists: give the name of a new file.")));
    }
    let is_file = settings.database.starts_with("sqlite://");
    let db = Db::look(&settings.database).await?;
    let db = db.ok_or_else(|| {
        stopped(format!("There is nothing to back up: {} is not there.", address::shown(&settings.database)))
    })?;
    make_private(file).map_err(|why| stopped(format!("{name} cannot be written: {why}.")))?;
    let began = begins(settings).await.inspect_err(unnoted).ok();
    let written = if is_file {
        db.copy_to(name).await.map(drop).map_err(Stopped::from)
    } else {
        dump(&settings.database, name).await
    };
    let synced = written.and_then(|()| {
        File::open(file)
            .and_then(|it| it.sync_all())
            .map_err(|why| stopped(format!("{name} cannot be written: {why}.")))
    });
    if synced.is_err() {
        // Half a copy would be taken for a whole one; if it cannot be removed, the error is said anyway.
        let _ = std::fs::remove_file(file);
    }
    synced?;
    if let Some(began) = began
        && let Err(why) = ends(settings, began).await
    {
        unnoted(&why);
    }
    out(format_args!("Written to {name}. {}", if is_file { RESTORE_FILE } else { RESTORE_SERVER }));
    Ok(())
}

async fn begins(settings: &Settings) -> Result<DateTime<Utc>, Stopped> {
    let db = open(settings).await?;
    let mut tx = db.begin().await?;
    let now = now(&mut tx).await?;
    tx.copies(now).await?;
    let _ = tx.commit().await?;
    db.close().await;
    Ok(now)
}

async fn ends(settings: &Settings, began: DateTime<Utc>) -> Result<(), Stopped> {
    let db = open(settings).await?;
    let mut tx = db.begin().await?;
    tx.copied(began).await?;
    let _ = tx.commit().await?;
    db.close().await;
    Ok(())
}

fn unnoted(why: &Stopped) {
    tracing::warn!(why = %why.why, "when the copy was made could not be noted");
}

const RESTORE_FILE: &str = "To restore it, stop Lazo, remove the database's -wal and -shm files, and put it in the database's place.";
const RESTORE_SERVER: &str = "To restore it, stop Lazo and give it to pg_restore, into an empty database.";

/// PostgreSQL brings its own tool. The password goes by the environment: arguments can be read by others.
async fn dump(database: &str, file: &str) -> Result<(), Stopped> {
    let parted = address::part(database).ok_or_else(|| stopped("The database's address cannot be read."))?;
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-owner", "--no-password", "--file", file]);
    command.args(["--dbname", parted.open.as_str()]).stdin(Stdio::null());
    if let Some(password) = parted.password {
        command.env("PGPASSWORD", password);
    }
    let done = command
        .status()
        .await
        .map_err(|_| stopped("pg_dump was not found: install PostgreSQL's client programs."))?;
    if done.success() { Ok(()) } else { Err(stopped("pg_dump failed; what it said is above.")) }
}

/// An empty file only its owner can read.
fn make_private(file: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}
