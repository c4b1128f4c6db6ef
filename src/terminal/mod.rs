//! What Lazo does and prints when it is called from a terminal.

use crate::bot::{self, Parts, Trouble};
use crate::clock::Clock;
use crate::config::{Cli, Command, Proxy, Settings, Wrong};
use crate::courier;
use crate::limits::{Limits, Watch};
use crate::store::{Db, Tables, Tx};
use crate::telegram::is_telegrams;
use chrono::{DateTime, Utc};
use rustix::fs::Mode;
use std::process::ExitCode;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

mod address;
mod backup;
mod check;
mod demo;
mod files;
mod health;
mod invite;
mod rehearse;
mod remove;
mod voice;

use voice::{Voice, out};

/// A sentence for the terminal, and whether a setting is to blame (exit code 2) or not (1).
pub(crate) struct Stopped {
    why: String,
    code: u8,
}

impl From<Wrong> for Stopped {
    fn from(wrong: Wrong) -> Self {
        Self { why: wrong.to_string(), code: 2 }
    }
}

impl From<Trouble> for Stopped {
    fn from(trouble: Trouble) -> Self {
        let code = match trouble {
            Trouble::Token | Trouble::OtherBot(_) => 2,
            Trouble::Store(_)
            | Trouble::Words(_)
            | Trouble::Network(_)
            | Trouble::Thread(_)
            | Trouble::Second
            | Trouble::Conflict
            | Trouble::Chance
            | Trouble::Broken
            | Trouble::Still(_)
            | Trouble::Unreachable => 1,
        };
        Self { why: trouble.to_string(), code }
    }
}

impl From<crate::store::Error> for Stopped {
    fn from(why: crate::store::Error) -> Self {
        Trouble::Store(why).into()
    }
}

/// Runs a command; says what went wrong in one sentence. Every file it makes is its owner's alone.
///
/// # Panics
///
/// If the system has no file descriptors left for waiting.
// The database and the courier have threads of their own; everything else mostly waits, and on one thread nobody wakes
// anybody. The runtime is entered here and not in `main`: a future is compiled again in each crate that polls it.
#[tokio::main(flavor = "current_thread")]
pub async fn run(cli: Cli) -> ExitCode {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
    let voice = Voice::new();
    voice.tells_panics();
    let code = match command(cli, &voice).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stopped) => {
            voice.err(stopped.why);
            ExitCode::from(stopped.code)
        }
    };
    voice.ends();
    code
}

async fn command(cli: Cli, voice: &Voice) -> Result<(), Stopped> {
    let filter = filter(&cli.options.log)?;
    let log = voice.clone();
    let lines = tracing_subscriber::fmt::layer().with_writer(move || log.clone()).log_internal_errors(false);
    tracing_subscriber::registry().with(lines).with(filter).init();
    let command = cli.command.unwrap_or(Command::Run);
    if let Command::Demo(demo) = &command {
        cli.options.for_demo()?;
        return demo::plays(demo, voice).await;
    }
    let settings = cli.options.settings()?;
    match command {
        Command::Run | Command::Demo(_) => serve(settings, voice).await,
        Command::Invite(invite) => invite::print(&settings, &invite, voice).await,
        Command::Remove(remove) => remove::from_team(&settings, &remove).await,
        Command::Check => check::everything(&settings).await,
        Command::Health => health::look(&settings).await,
        Command::Backup { file } => backup::write(&settings, &file).await,
        Command::Rehearse { file } => rehearse::tries(&file).await,
    }
}

/// Now, as well as this computer knows: not before Telegram was last heard.
async fn now(tx: &mut Tx) -> Result<DateTime<Utc>, Stopped> {
    let shown = Clock::default().now();
    Ok(tx.heartbeat().await?.map_or(shown, |heard| heard.max(shown)))
}

/// What is logged. A word alone must be a level: as a part of the program it would mean that nothing else is.
fn filter(text: &str) -> Result<Targets, Wrong> {
    let alone = text.split(',').filter(|part| !part.contains('='));
    if alone.into_iter().any(|part| part.parse::<LevelFilter>().is_err()) {
        return Err(Wrong::Log);
    }
    text.parse().map_err(|_| Wrong::Log)
}

async fn serve(settings: Settings, voice: &Voice) -> Result<(), Stopped> {
    let token = settings.token.clone()?;
    voice.out(format_args!("Data: {}", address::shown(&settings.database)));
    for remark in files::remarks(&settings) {
        voice.err(format_args!("WARNING: {remark}"));
    }
    let telegrams = is_telegrams(&settings.api);
    let clock = if telegrams { Clock::of_telegram() } else { Clock::of_own_server() };
    let parts = Parts {
        database: settings.database.clone(),
        api: settings.api.clone(),
        token,
        clock: clock.clone(),
        carrying: courier::Settings {
            in_flight: settings.in_flight,
            paced: settings.paced,
            private_topics: settings.private_topics,
            ..courier::Settings::default()
        },
        words: None,
        limits: Limits::default(),
    };
    let mut stop = Stop::listen()?;
    let mut running = tokio::select! {
        started = bot::start(parts) => started.map_err(|why| no_start(why, settings.proxy.as_ref()))?,
        () = stop.asked() => return Ok(()),
    };
    voice.out(format_args!("Lazo is @{}. Stop it with Ctrl-C.", running.bot_name));
    guard(running.watch(), voice);
    let outcome = match invite::first(&running.db, &running.bot_name, voice, clock.now()).await {
        Ok(()) => tokio::select! {
            () = stop.asked() => Ok(()),
            trouble = running.fails() => Err(trouble.into()),
        },
        // What is on its way arrives all the same.
        Err(why) => Err(why),
    };
    running.stop().await;
    outcome
}

/// Ends the process where a loop stands still and nobody is left to say so: it may hold the one thread.
fn guard(watch: Watch, voice: &Voice) {
    let voice = voice.clone();
    let guards = move || {
        voice.err(Trouble::Still(watch.stands_still_for_good()));
        voice.ends();
        std::process::exit(1);
    };
    // Without a thread the loops watch each other.
    let _ = std::thread::Builder::new().name("guard".to_owned()).spawn(guards);
}

/// Why there was no start, with the proxy that stood in the way.
fn no_start(why: Trouble, proxy: Option<&Proxy>) -> Stopped {
    match (&why, proxy) {
        (Trouble::Unreachable, Some(_)) => {
            Stopped { why: format!("{}, then start again.", out_of_reach(proxy)), code: 1 }
        }
        _ => why.into(),
    }
}

/// That Telegram does not answer, and where to look.
fn out_of_reach(proxy: Option<&Proxy>) -> String {
    match proxy {
        Some(proxy) => {
            format!(
                "Telegram cannot be reached through the proxy {proxy}: check that proxy and LAZO_TELEGRAM_API_URL"
            )
        }
        None => "Telegram cannot be reached: check the network and LAZO_TELEGRAM_API_URL".to_owned(),
    }
}

/// Ctrl-C and SIGTERM. They are heard from before the start: as the first process of a container, nobody else would.
struct Stop {
    terminate: Signal,
    interrupt: Signal,
}

impl Stop {
    fn listen() -> Result<Self, Stopped> {
        let failed = |_| Stopped { why: "Signals cannot be heard on this computer.".to_owned(), code: 1 };
        Ok(Self {
            terminate: signal(SignalKind::terminate()).map_err(failed)?,
            interrupt: signal(SignalKind::interrupt()).map_err(failed)?,
        })
    }

    /// Waits until one of them comes.
    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// The database of a command that writes beside the bot. Only a start makes one: a link from another than the bot's would
/// be known to nobody. Tables another version is perhaps working with are left alone.
async fn open(settings: &Settings) -> Result<Db, Stopped> {
    let shown = address::shown(&settings.database);
    let first = "start Lazo first, or set LAZO_DATABASE_URL to the database it runs with.";
    let stopped = |why: String| Stopped { why, code: 1 };
    let db = Db::look(&settings.database).await?;
    let db =
        db.ok_or_else(|| stopped(format!("There is no database, because {shown} is not there: {first}")))?;
    let tables = db.tables().await?;
    db.close().await;
    match tables {
        Tables::Current => Ok(Db::open(&settings.database).await?),
        Tables::Missing => Err(stopped(format!("The database {shown} is still empty: {first}"))),
        Tables::Older => {
            let why = "The database is of an older version: start this version of Lazo, then ask again.";
            Err(stopped(why.to_owned()))
        }
        Tables::Newer => {
            Err(stopped("The database belongs to a newer version of Lazo: use that one.".to_owned()))
        }
    }
}
