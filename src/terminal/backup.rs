//! `lazo backup`: a consistent copy while the bot runs.

use super::{Stopped, open};
use crate::config::Settings;
use std::path::Path;
use std::process::Stdio;
use tokio::process::Command;

fn stopped(why: String) -> Stopped {
    Stopped { why, code: 1 }
}

/// Writes a copy of the database to a file that does not exist yet. Readable by its owner only.
pub(super) async fn write(settings: &Settings, file: &Path) -> Result<(), Stopped> {
    if file.exists() {
        return Err(stopped(format!("{} already exists: give the name of a new file.", file.display())));
    }
    make_private(file).map_err(|why| stopped(format!("{} cannot be written: {why}.", file.display())))?;
    let name = file.to_str().ok_or_else(|| stopped("The file's name must be plain text.".to_owned()))?;
    if settings.database.starts_with("sqlite") {
        open(settings).await?.copy_to(name).await?;
    } else {
        dump(&settings.database, name).await?;
    }
    println!("Written to {name}. To restore it, stop Lazo and put it in the database's place.");
    Ok(())
}

/// PostgreSQL brings its own tool. The address goes by the environment: arguments can be read by others.
async fn dump(url: &str, file: &str) -> Result<(), Stopped> {
    let done = Command::new("pg_dump")
        .args(["--format=custom", "--no-owner", "--file", file])
        .env("PGDATABASE", url)
        .stdin(Stdio::null())
        .status()
        .await
        .map_err(|_| stopped("pg_dump was not found: install PostgreSQL's client programs.".to_owned()))?;
    if done.success() { Ok(()) } else { Err(stopped("pg_dump failed; what it said is above.".to_owned())) }
}

fn make_private(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}
