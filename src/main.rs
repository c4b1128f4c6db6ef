//! Arguments, exit code. Nothing else.

use lazo::config::Cli;
use lazo::terminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    terminal::run(Cli::asked())
}
