//! Cutting the power: the bot dies, and of its database only what was synced is left.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Holds what the disk would hold. The bot runs with a small library that records each sync (`recorder.c`).
pub struct Disk {
    database: PathBuf,
    shadow: PathBuf,
    library: PathBuf,
    deaf: bool,
}

impl Disk {
    /// Watches over a closed SQLite file; `None` without a C compiler. A deaf one takes no notice of the write-ahead
    /// log's syncs, which is what `synchronous=NORMAL` would mean.
    pub fn under(database: &Path, deaf: bool) -> io::Result<Option<Self>> {
        let shadow = database.with_extension("synced");
        std::fs::create_dir_all(&shadow)?;
        let library = shadow.join("recorder.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/recorder.c");
        let compiler =
            Command::new("cc").args(["-shared", "-fPIC", "-O2", "-o"]).arg(&library).arg(source).status();
        match compiler {
            Ok(status) if status.success() => {}
            Ok(_) => return Err(io::Error::other("recorder.c does not compile")),
            Err(_) => return Ok(None),
        }
        let name = database.file_name().ok_or_else(|| io::Error::other("the database has no name"))?;
        std::fs::copy(database, shadow.join(name))?;
        Ok(Some(Self { database: database.to_owned(), shadow, library, deaf }))
    }

    /// The environment the bot needs to be recorded.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let mut environment = vec![
            ("LD_PRELOAD", self.library.display().to_string()),
            ("LAZO_RECORD_TO", self.shadow.display().to_string()),
        ];
        if self.deaf {
            environment.push(("LAZO_RECORD_DEAF", "1".to_owned()));
        }
        environment
    }

    /// After the bot was killed: puts its files back as of their last sync. What is not synced by anybody (the index of
    /// the write-ahead log) is gone.
    pub fn lose_power(&self) -> io::Result<()> {
        for end in ["", "-wal", "-shm"] {
            let mut file = self.database.clone().into_os_string();
            file.push(end);
            let file = PathBuf::from(file);
            let synced = self.shadow.join(file.file_name().unwrap_or_default());
            if file.exists() {
                std::fs::remove_file(&file)?;
            }
            if synced.exists() {
                std::fs::copy(synced, file)?;
            }
        }
        Ok(())
    }
}
