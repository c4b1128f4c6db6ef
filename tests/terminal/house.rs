//! A computer for one test: a folder, an emulated Telegram, and the program with its settings.

use lazo::demo::{Options, Telegram};
use rustix::process::{Pid, Signal, kill_process};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// What the program left with, and what it said.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) struct House {
    pub(crate) telegram: Telegram,
    pub(crate) folder: TempDir,
}

impl House {
    pub(crate) async fn new() -> Self {
        let telegram = Telegram::start(Options::default()).await.unwrap();
        Self { telegram, folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.path("lazo.db").display())
    }

    /// The program with working settings and nothing else in its environment but where programs are.
    pub(crate) fn lazo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lazo"));
        command.args(arguments).env_clear().kill_on_drop(true).stdin(Stdio::null());
        command.env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        command.env("LAZO_TELEGRAM_TOKEN", self.telegram.token());
        command.env("LAZO_TELEGRAM_API_URL", self.telegram.url());
        command.env("LAZO_DATABASE_URL", self.url());
        command
    }

    /// What the program says to that, with working settings.
    pub(crate) async fn asks(&self, arguments: &[&str]) -> Said {
        said(self.lazo(arguments)).await
    }

    /// A running bot, once it has said that it runs.
    pub(crate) async fn runs(&self) -> Running {
        runs(self.lazo(&[])).await
    }
}

/// A running bot; killed when it is dropped.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) out: String,
}

pub(crate) async fn said(mut command: Command) -> Said {
    let done = tokio::time::timeout(Duration::from_secs(60), command.output()).await.unwrap().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

pub(crate) async fn runs(mut command: Command) -> Running {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut out = String::new();
    let started = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            out += &line;
            out.push('\n');
            if line.contains("Stop it with Ctrl-C") {
                return true;
            }
        }
        false
    };
    let started = tokio::time::timeout(Duration::from_secs(60), started).await.unwrap_or_default();
    assert!(started, "it started: {out}");
    // What follows, such as the first link, is read so that nothing blocks.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Running { child, out }
}

/// Asks a process to stop, as `docker stop` does.
pub(crate) fn terminate(id: u32) {
    let process = Pid::from_raw(id.cast_signed()).unwrap();
    kill_process(process, Signal::TERM).unwrap();
}

impl Running {
    /// Asks it to stop, and gives its exit code. It has 10 s.
    pub(crate) async fn terminates(mut self) -> Option<i32> {
        terminate(self.child.id().unwrap());
        tokio::time::timeout(Duration::from_secs(10), self.child.wait()).await.unwrap().unwrap().code()
    }
}
