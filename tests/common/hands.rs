//! Hands on a computer's clock: the bot's time of day is set, and nobody else's.

use chrono::TimeDelta;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::Command;

/// A clock that can be set. The bot runs with a small library that reads it (`clock.c`).
pub struct Hands {
    file: File,
    environment: Vec<(&'static str, String)>,
}

impl Hands {
    /// Its files are in this folder; `None` without a C compiler. The clock is right at first.
    pub fn new(folder: &Path) -> io::Result<Option<Self>> {
        let (library, path) = (folder.join("clock.so"), folder.join("clock.ms"));
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/clock.c");
        let compiler =
            Command::new("cc").args(["-shared", "-fPIC", "-O2", "-o"]).arg(&library).arg(source).status();
        match compiler {
            Ok(status) if status.success() => {}
            Ok(_) => return Err(io::Error::other("clock.c does not compile")),
            Err(_) => return Ok(None),
        }
        let file = OpenOptions::new().create(true).write(true).truncate(true).open(&path)?;
        let environment = vec![
            ("LD_PRELOAD", library.display().to_string()),
            ("LAZO_CLOCK_FILE", path.display().to_string()),
        ];
        let hands = Self { file, environment };
        hands.set(TimeDelta::zero())?;
        Ok(Some(hands))
    }

    /// The environment the bot needs to have this clock.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        self.environment.clone()
    }

    /// The clock shows this much more than the time.
    pub fn set(&self, ahead: TimeDelta) -> io::Result<()> {
        self.file.write_all_at(&ahead.num_milliseconds().to_ne_bytes(), 0)
    }
}
