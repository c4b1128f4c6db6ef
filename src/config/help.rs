//! Which settings a command's help lists: those it uses, and no other.

use super::Cli;
use clap::{Arg, CommandFactory, FromArgMatches};

const DATABASE: &str = "database_url";
const TOKEN_FILE: &str = "telegram_token_file";
const API: &str = "telegram_api_url";
const LOG: &str = "log";

/// Commands that use some of the shared settings alone.
const USES: [(&str, &[&str]); 6] = [
    ("demo", &[LOG]),
    ("invite", &[DATABASE, TOKEN_FILE, API, LOG]),
    ("remove", &[DATABASE, LOG]),
    ("health", &[DATABASE, LOG]),
    ("backup", &[DATABASE, LOG]),
    ("rehearse", &[LOG]),
];

impl Cli {
    /// What was asked for on the command line; if that is help, or cannot be understood, the process ends.
    pub fn asked() -> Self {
        let mut command = Self::command();
        let shared: Vec<Arg> = command.get_arguments().filter(|it| it.is_global_set()).cloned().collect();
        for (name, uses) in USES {
            // What is given all the same is understood, so that it can be refused in words.
            let other = shared.iter().filter(|it| !uses.contains(&it.get_id().as_str()));
            let hidden: Vec<_> = other.map(|it| it.clone().hide(true)).collect();
            command = command.mut_subcommand(name, |it| it.args(hidden));
        }
        Self::from_arg_matches(&command.get_matches()).unwrap_or_else(|why| why.exit())
    }
}
