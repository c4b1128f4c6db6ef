//! Arguments, logging, exit code. Nothing else.

use clap::Parser;
use lazo::config::Cli;
use lazo::terminal;
use std::process::ExitCode;

// The database and the courier have threads of their own; everything else mostly waits, and on one thread nobody wakes
// anybody.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    terminal::run(cli).await
}
