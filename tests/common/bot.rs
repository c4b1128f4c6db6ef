//! The real bot as a process of its own, which can be killed.

use lazo::demo::Telegram;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How a bot is started.
#[derive(Clone)]
pub struct Setup {
    /// The binary.
    pub program: PathBuf,
    /// Its database's address.
    pub database: String,
    /// Its Bot API server's address.
    pub api: String,
    /// Its token.
    pub token: String,
    /// Everything it prints goes to this file's end.
    pub log: PathBuf,
    /// What it logs.
    pub filter: &'static str,
    /// It keeps Telegram's limits.
    pub paced: bool,
    /// Sends in flight at most.
    pub in_flight: u16,
    /// More environment.
    pub more: Vec<(&'static str, String)>,
}

impl Setup {
    /// A bot without limits on an emulated Telegram, that logs warnings into a folder.
    pub fn new(program: &Path, database: String, telegram: &Telegram, folder: &Path) -> Self {
        Self {
            program: program.to_owned(),
            database,
            api: telegram.url(),
            token: telegram.token(),
            log: folder.join("bot.log"),
            filter: "warn",
            paced: false,
            in_flight: 64,
            more: Vec::new(),
        }
    }

    /// The command, with nothing of this process's own environment that could mean something to the bot.
    pub fn command(&self) -> io::Result<Command> {
        let log = open(&self.log)?;
        let mut command = Command::new(&self.program);
        command
            .env("LAZO_TELEGRAM_TOKEN", &self.token)
            .env_remove("LAZO_TELEGRAM_TOKEN_FILE")
            .env("LAZO_TELEGRAM_API_URL", &self.api)
            .env("LAZO_DATABASE_URL", &self.database)
            .env("LAZO_LOG", self.filter)
            .env("LAZO_NO_PACING", if self.paced { "false" } else { "true" })
            .env("LAZO_IN_FLIGHT", self.in_flight.to_string())
            .envs(self.more.iter().map(|(name, value)| (*name, value)))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        Ok(command)
    }

    /// Starts it.
    pub fn start(&self) -> io::Result<Bot> {
        Ok(Bot { child: self.command()?.spawn()? })
    }

    /// Starts it and waits until it polls. Gives how long that took.
    pub async fn start_polling(&self, telegram: &Telegram) -> io::Result<(Bot, Duration)> {
        let polls = telegram.polls();
        let begun = Instant::now();
        let mut bot = self.start()?;
        while telegram.polls() == polls {
            if let Some(status) = bot.child.try_wait()? {
                let log = std::fs::read_to_string(&self.log).unwrap_or_default();
                return Err(io::Error::other(format!("the bot ended with {status}; its log:\n{log}")));
            }
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(io::Error::other("the bot did not poll within a minute"));
            }
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        Ok((bot, begun.elapsed()))
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(path)
}

/// A running bot. It is killed when this is dropped.
pub struct Bot {
    child: Child,
}

impl Bot {
    /// `kill -9`: not even its destructors run.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Sends SIGTERM, waits for the end, and gives how long it took.
    pub async fn terminate(&mut self) -> io::Result<(ExitStatus, Duration)> {
        let begun = Instant::now();
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status()?;
        Ok((self.ended(Duration::from_secs(60)).await?, begun.elapsed()))
    }

    /// Waits for its end.
    pub async fn ended(&mut self, patience: Duration) -> io::Result<ExitStatus> {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Err(io::Error::other(format!("the bot did not end within {patience:?}")))
    }

    /// Its process id.
    pub fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// A line of `/proc/PID/status` in KiB: `VmRSS` (memory now) or `VmHWM` (the most it ever was).
    pub fn kib(&self, line: &str) -> io::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let found = status.lines().find_map(|it| it.strip_prefix(line)?.strip_prefix(':'));
        let number = found.and_then(|it| it.trim().strip_suffix(" kB")?.parse().ok());
        number.ok_or_else(|| io::Error::other(format!("the system does not tell {line}")))
    }
}

/// The time a process has spent computing, by its id or `self`, in steps of 10 ms.
pub fn computing(process: &str) -> io::Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // After the name, which may hold anything but ends with the last parenthesis: state is the 1st field, user and
    // system time the 12th and 13th, in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(ticks * 10))
}

impl Drop for Bot {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
