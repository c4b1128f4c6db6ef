//! Settings from environment and flags, checked once. The only reader of the environment.

mod database;
mod help;
mod proxy;

pub use proxy::Proxy;

use crate::domain::person::Role;
use crate::telegram::Token;
use clap::builder::BoolishValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use directories::ProjectDirs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// Lazo keeps mentoring pairs connected through a Telegram bot.
///
/// A mentee and a mentor talk through the bot; it asks both now and then how it goes, and tells a coordinator when they
/// fall silent. Give it a token from @BotFather and start it. The first start prints a link that makes whoever opens it
/// the lead of a new programme. Everything else happens in the chat.
#[derive(Debug, Parser)]
#[command(name = "lazo", version, about, long_about, after_help = AFTER_HELP)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Where things are.
    #[command(flatten)]
    pub options: Options,
}

const AFTER_HELP: &str = "\
The bot's token is never given on the command line, where others could read it:
  LAZO_TELEGRAM_TOKEN       the token itself, or
  LAZO_TELEGRAM_TOKEN_FILE  a file that holds it
A database's password is best given in LAZO_DATABASE_URL, for the same reason.

First steps:
  lazo demo                               try everything in a browser, without a token
  LAZO_TELEGRAM_TOKEN=123456:ABC… lazo    start the bot, and open the link it prints
  lazo check                              if something does not work: what, and how to mend it
  lazo invite --role lead --programme 1   if the lead has lost her account: a link for a new one
  lazo remove --person 7 --to 3           if a coordinator's phone is stolen: what it would hand over
  lazo backup lazo-monday.db              a copy of everything, also while the bot runs
  lazo rehearse lazo-monday.db            whether Lazo could start from that copy

Exit code: 0 all is well, 1 something failed, 2 a setting is wrong; one sentence says what.";

/// What Lazo does when it is called from a terminal.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the bot until it is told to stop (this is also what happens without a command)
    Run,
    /// Show Lazo in a browser, with four phones and a clock you can move; needs no token and keeps nothing
    Demo(Demo),
    /// Print a single-use invitation link; works beside a running bot
    Invite(Invite),
    /// Take a coordinator out of the team; her pairs and cases go to somebody else
    Remove(Remove),
    /// Examine settings, database, token and words, and say what is wrong
    Check,
    /// Say whether the running bot is well: exit code 0 if it has heard from Telegram lately
    Health,
    /// Write a consistent copy of the database to a new file, also while the bot runs
    Backup {
        /// The file to write; it must not exist yet
        file: PathBuf,
    },
    /// Say whether Lazo could start from a copy: tries it on a copy of that, and speaks to nobody
    Rehearse {
        /// What `lazo backup` has written
        file: PathBuf,
    },
}

/// Where the demo is shown.
#[derive(Args, Debug)]
pub struct Demo {
    /// The port of the page; 0 picks a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The address to listen to; anything but this computer's own lets others in too
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub listen: IpAddr,
}

/// An invitation asked for in the terminal.
#[derive(Args, Debug)]
pub struct Invite {
    /// What the invited person will be; a lead without --programme founds a new programme
    #[arg(long, value_enum)]
    pub role: InvitedRole,
    /// The programme, by name or number; needed only if there are several
    #[arg(long)]
    pub programme: Option<String>,
    /// A first name to suggest to her
    #[arg(long)]
    pub alias: Option<String>,
    /// Your own reference for her, shown to coordinators
    #[arg(long)]
    pub file_number: Option<String>,
}

/// Somebody who is to be taken out of the team.
#[derive(Args, Debug)]
pub struct Remove {
    /// The number of the coordinator who goes
    #[arg(long, value_name = "N")]
    pub person: i64,
    /// The number of who takes over; a wrong one prints the team
    #[arg(long, value_name = "M")]
    pub to: i64,
    /// Do it; without this it only says what would happen
    #[arg(long)]
    pub yes: bool,
}

/// The roles an invitation can give.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum InvitedRole {
    /// Sees every case and the configuration
    Lead,
    /// Looks after pairs
    Coordinator,
    /// Volunteers
    Mentor,
    /// Is accompanied
    Mentee,
}

impl From<InvitedRole> for Role {
    fn from(role: InvitedRole) -> Self {
        match role {
            InvitedRole::Lead => Self::Lead,
            InvitedRole::Coordinator => Self::Coordinator,
            InvitedRole::Mentor => Self::Mentor,
            InvitedRole::Mentee => Self::Mentee,
        }
    }
}

/// Settings every command shares.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// Where the data is: `sqlite:///path/file.db` (made if missing) or `postgres://user@host/name`
    ///
    /// Without it, a file in this computer's usual place for application data; the start prints which.
    #[arg(long, value_name = "URL", env = "LAZO_DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,
    /// A file that holds the bot's token
    #[arg(
        long,
        value_name = "FILE",
        env = "LAZO_TELEGRAM_TOKEN_FILE",
        global = true,
        hide_env_values = true
    )]
    pub telegram_token_file: Option<PathBuf>,
    /// Another Bot API server than Telegram's own; plain http only on this computer itself
    #[arg(
        long,
        value_name = "URL",
        env = "LAZO_TELEGRAM_API_URL",
        default_value = "https://api.telegram.org",
        global = true,
        hide_env_values = true
    )]
    pub telegram_api_url: String,
    /// What to log, such as info, warn, or lazo=debug
    #[arg(long, value_name = "FILTER", env = "LAZO_LOG", default_value = "info", global = true)]
    pub log: String,
    /// Do not keep Telegram's speed limits; only with a Bot API server on this computer itself
    #[arg(long, env = "LAZO_NO_PACING", global = true, value_parser = BoolishValueParser::new())]
    pub no_pacing: bool,
    /// Show each conversation of people with several in a topic of its own; the bot needs topics switched on at @BotFather
    #[arg(long, env = "LAZO_PRIVATE_TOPICS", global = true, value_parser = BoolishValueParser::new())]
    pub private_topics: bool,
    /// Messages on their way to Telegram at once, at most; also the most duplicates a power cut can cause
    #[arg(long, value_name = "N", env = "LAZO_IN_FLIGHT", default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..=1000), global = true)]
    pub in_flight: u16,
}

/// Settings, checked.
pub struct Settings {
    /// Where the data is.
    pub database: String,
    /// The Bot API server.
    pub api: String,
    /// What stands between here and that server.
    pub proxy: Option<Proxy>,
    /// The bot's token; `Err` says why there is none.
    pub token: Result<Token, Wrong>,
    /// The file that holds it, if one does.
    pub token_file: Option<PathBuf>,
    /// Keep Telegram's limits.
    pub paced: bool,
    /// Sends in flight at most.
    pub in_flight: usize,
    /// Use topics in private chats.
    pub private_topics: bool,
}

/// A setting is wrong: one sentence that says which, and how to mend it. Never its value where that may be secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// No token anywhere.
    #[error(
        "There is no token: ask @BotFather in Telegram for one and set LAZO_TELEGRAM_TOKEN, or LAZO_TELEGRAM_TOKEN_FILE to a file that holds it."
    )]
    NoToken,
    /// Two tokens.
    #[error("Both LAZO_TELEGRAM_TOKEN and LAZO_TELEGRAM_TOKEN_FILE are set: unset one of them.")]
    TwoTokens,
    /// Not a token.
    #[error(
        "The token in LAZO_TELEGRAM_TOKEN or LAZO_TELEGRAM_TOKEN_FILE does not look like BotFather's (123456:ABC…): copy it again, whole."
    )]
    BadToken,
    /// No such file.
    #[error("The token file {0} cannot be read: check LAZO_TELEGRAM_TOKEN_FILE and the file's permissions.")]
    TokenFile(PathBuf),
    /// Neither database.
    #[error("LAZO_DATABASE_URL must begin with sqlite:/// or postgres://.")]
    Database,
    /// A file with parameters.
    #[error(
        "LAZO_DATABASE_URL names a SQLite file, and nothing may follow the file's name: leave out the ? and what comes after it. A missing file is made anyway."
    )]
    DatabaseFile,
    /// A server's address that is none.
    #[error(
        "LAZO_DATABASE_URL cannot be read: write postgres://user:password@host/name, and in a password %40 for @, %2F for /, %3A for :, %3F for ? and %23 for #."
    )]
    DatabaseServer,
    /// A server's address with more than is understood.
    #[error(
        "LAZO_DATABASE_URL has a parameter that Lazo does not know{0}: after the ? there may be sslmode, sslrootcert, sslcert, sslkey, host, hostaddr, port, dbname, user, password, application_name and options."
    )]
    DatabaseParameter(String),
    /// No home.
    #[error(
        "This computer has no usual place for application data: set LAZO_DATABASE_URL, for instance to sqlite:///var/lib/lazo/lazo.db."
    )]
    NoHome,
    /// Unencrypted, to somewhere else.
    #[error(
        "LAZO_TELEGRAM_API_URL must begin with https:// and name a server; http:// is taken only for this computer itself (127.0.0.1, [::1] or localhost)."
    )]
    Interception,
    /// A proxy of a kind that cannot be used.
    #[error(
        "{0} names a proxy that Lazo cannot use{1}: it must be http://, https://, socks4://, socks4a://, socks5:// or socks5h:// and a server. If Telegram is reached without a proxy, put its name into NO_PROXY."
    )]
    Proxy(&'static str, String),
    /// Telegram itself would be flooded.
    #[error("LAZO_NO_PACING is only for a Bot API server on this computer itself: unset it.")]
    Pacing,
    /// The demo beside a real bot.
    #[error(
        "The demo is played without a real bot: unset LAZO_TELEGRAM_TOKEN and LAZO_TELEGRAM_TOKEN_FILE, then start it again."
    )]
    DemoToken,
    /// The demo beside real data.
    #[error("The demo keeps everything in memory: unset LAZO_DATABASE_URL, then start it again.")]
    DemoDatabase,
    /// Unreadable filter.
    #[error("LAZO_LOG cannot be understood: use error, warn, info, debug, or something like lazo=debug.")]
    Log,
}

impl Options {
    /// Checks everything that can be checked without touching anything.
    pub fn settings(&self) -> Result<Settings, Wrong> {
        let loopback = is_loopback(&self.telegram_api_url);
        if !self.telegram_api_url.starts_with("https://") && !loopback {
            return Err(Wrong::Interception);
        }
        if self.no_pacing && !loopback {
            return Err(Wrong::Pacing);
        }
        Ok(Settings {
            database: self.database()?,
            api: self.telegram_api_url.clone(),
            proxy: proxy::towards(&self.telegram_api_url)?,
            token: self.token(),
            token_file: self.telegram_token_file.clone(),
            paced: !self.no_pacing,
            in_flight: usize::from(self.in_flight),
            private_topics: self.private_topics,
        })
    }

    /// The demo has nothing to do with a real bot or real people's data, so it does not begin beside either.
    pub fn for_demo(&self) -> Result<(), Wrong> {
        if self.database_url.is_some() {
            return Err(Wrong::DemoDatabase);
        }
        match self.token() {
            Err(Wrong::NoToken) => Ok(()),
            Ok(_) | Err(_) => Err(Wrong::DemoToken),
        }
    }

    fn database(&self) -> Result<String, Wrong> {
        if let Some(url) = &self.database_url {
            return database::check(url).map(|()| url.clone());
        }
        let home = ProjectDirs::from("", "", "lazo").ok_or(Wrong::NoHome)?;
        Ok(format!("sqlite://{}", home.data_dir().join("lazo.db").display()))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the environment; the token is no flag"
    )]
    fn token(&self) -> Result<Token, Wrong> {
        let given = std::env::var("LAZO_TELEGRAM_TOKEN").ok().filter(|token| !token.trim().is_empty());
        match (given, &self.telegram_token_file) {
            (Some(_), Some(_)) => Err(Wrong::TwoTokens),
            (Some(token), None) => Token::new(&token).ok_or(Wrong::BadToken),
            (None, Some(file)) => from_file(file),
            (None, None) => Err(Wrong::NoToken),
        }
    }
}

fn from_file(file: &Path) -> Result<Token, Wrong> {
    let text = std::fs::read_to_string(file).map_err(|_| Wrong::TokenFile(file.to_owned()))?;
    Token::new(&text).ok_or(Wrong::BadToken)
}

/// Plain http to this computer itself, and nothing that only looks like it.
fn is_loopback(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    !authority.contains('@')
        && (host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_itself_is_spoken_to_without_encryption() {
        for url in ["http://127.0.0.1:8081", "http://localhost", "http://[::1]:1/x", "http://127.9.9.9"] {
            assert!(is_loopback(url), "{url}");
        }
        for url in [
            "http://10.0.0.1",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://evil.example/127.0.0.1",
            "ftp://localhost",
            "localhost",
        ] {
            assert!(!is_loopback(url), "{url}");
        }
    }
}
