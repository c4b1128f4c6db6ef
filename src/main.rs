//! Arguments, logging, exit code. Nothing else.

use clap::Parser;
use lazo::config::Cli;
use lazo::terminal;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    terminal::run(cli).await
}
