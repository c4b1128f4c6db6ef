//! Arguments, exit code. Nothing else.

use clap::Parser;
use lazo::config::Cli;
use lazo::terminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    terminal::run(Cli::parse())
}
