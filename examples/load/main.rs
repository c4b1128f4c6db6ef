//! Measures the real bot: the release binary as a process of its own, on an emulated Telegram that lives in this one,
//! with as many pairs in its database as wished. Each experiment prints what it was done with, then its figures, one
//! a line: `name value unit`.
//!
//! ```text
//! cargo build --release && cargo run --release --example load -- throughput
//! cargo run --release --example load -- --help
//! ```
#![expect(
    unreachable_pub,
    clippy::print_stdout,
    reason = "figures are printed; modules are shared with the tests"
)]

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

mod clock;
mod crash;
mod faults;
mod figures;
mod ground;
mod isolation;
mod latency;
mod life;
mod memory;
mod pace;
mod powercut;
mod privacy;
mod shared;
mod sigterm;
mod start;
mod storm;
mod stumble;
mod throughput;
mod tick;

#[path = "../../tests/common/bot.rs"]
mod bot;
#[path = "../../tests/common/cutting.rs"]
#[expect(dead_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "made for tests")]
mod cutting;
#[path = "../../tests/common/database.rs"]
#[expect(dead_code, clippy::unwrap_used, clippy::print_stderr, reason = "made for tests")]
mod database;
#[path = "../../tests/common/powercut.rs"]
mod disk;
#[path = "../../tests/common/hands.rs"]
mod hands;
#[path = "../../tests/common/seed.rs"]
mod seed;
#[path = "../../tests/common/stumbling.rs"]
#[expect(dead_code, clippy::unwrap_used, clippy::panic, reason = "made for tests")]
mod stumbling;
#[path = "../../tests/common/traffic.rs"]
mod traffic;
#[path = "../../tests/common/year.rs"]
mod year;

/// What every part of the tool answers.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Measures the release build of Lazo on an emulated Telegram in this process.
///
/// Build the bot first: cargo build --release. A figure that misses what it must show is marked, and the exit code is 1.
#[derive(Parser)]
#[command(name = "load", max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    experiment: Experiment,
    #[command(flatten)]
    common: Common,
}

/// What all experiments share.
#[derive(Args, Clone)]
struct Common {
    /// The database the bot runs on; PostgreSQL is started for the experiment
    #[arg(long, value_enum, default_value = "sqlite", global = true)]
    database: Kind,
    /// Where SQLite files are written; should be a real disk
    #[arg(long, default_value = "target/load", global = true)]
    dir: PathBuf,
    /// Pairs in the database (each experiment has its own default)
    #[arg(long, global = true)]
    pairs: Option<i64>,
    /// Sends in flight at most
    #[arg(long, default_value_t = 64, global = true)]
    in_flight: u16,
    /// The bot's binary; without it the release build beside this tool
    #[arg(long, global = true)]
    program: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Sqlite,
    Postgres,
}

#[derive(Subcommand)]
enum Experiment {
    /// The clock is set by up to a year, on and back, and the bot frozen: nobody waits for it, nothing is given up
    Clock(clock::Wish),
    /// kill -9 at random moments, under steady traffic and in a backlog: nothing lost, in order, few duplicates
    Crash(crash::Wish),
    /// The power fails in a backlog: nothing that was synced is lost (SQLite, Linux, needs cc)
    Powercut(powercut::Wish),
    /// SIGTERM under traffic: nothing lost, nothing twice, a quick end
    Sigterm(sigterm::Wish),
    /// Messages relayed a second, of many that are queued at Telegram
    Throughput(throughput::Wish),
    /// Milliseconds from an update handed over to its copy arriving; and the next person's wait behind a flood
    Latency(latency::Wish),
    /// Prompts due at once leave as fast as Telegram allows, and relayed messages overtake them
    Pace(pace::Wish),
    /// A share of sends goes wrong in each of six ways
    Faults(faults::Wish),
    /// One floods, one chat must wait, one has blocked the bot: what the others notice of it
    Isolation(isolation::Wish),
    /// One floods, and others share her reader: another mentee, the reader himself, an urgent case
    Shared(shared::Wish),
    /// Half an hour of pairs and circles, albums, edits, reactions and taps, faults of every kind and kills
    Storm(storm::Wish),
    /// The database is locked, full, gone, silent: nothing set aside, lost or twice, and no alarm late, on both of them
    Stumble(stumble::Wish),
    /// What the scheduler's round costs with many pairs, none due and 100 due
    Tick(tick::Wish),
    /// Resident memory: idle, with very many pairs, with very many letters queued
    Memory(memory::Wish),
    /// Milliseconds from starting the process to its first poll, also after kill -9
    Start(start::Wish),
    /// Looks for what people wrote, and for the token, in everything the bot leaves behind
    Privacy,
    /// A year of 100 pairs who behave in ten ways, on the demo's stage, ends with the cases expected by hand
    Year,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli).await {
        Ok(()) if figures::all_met() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(why) => {
            println!("failed: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Outcome {
    let common = &cli.common;
    match &cli.experiment {
        Experiment::Clock(wish) => clock::run(common, wish).await,
        Experiment::Crash(wish) => crash::run(common, wish).await,
        Experiment::Powercut(wish) => powercut::run(common, wish).await,
        Experiment::Sigterm(wish) => sigterm::run(common, wish).await,
        Experiment::Throughput(wish) => throughput::run(common, wish).await,
        Experiment::Latency(wish) => latency::run(common, wish).await,
        Experiment::Pace(wish) => pace::run(common, wish).await,
        Experiment::Faults(wish) => faults::run(common, wish).await,
        Experiment::Isolation(wish) => isolation::run(common, wish).await,
        Experiment::Shared(wish) => shared::run(common, wish).await,
        Experiment::Storm(wish) => storm::run(common, wish).await,
        Experiment::Stumble(wish) => stumble::run(common, wish).await,
        Experiment::Tick(wish) => tick::run(common, wish).await,
        Experiment::Memory(wish) => memory::run(common, wish).await,
        Experiment::Start(wish) => start::run(common, wish).await,
        Experiment::Privacy => privacy::run(common).await,
        Experiment::Year => life::run(common).await,
    }
}
