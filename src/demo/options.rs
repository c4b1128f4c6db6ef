//! How an emulated Telegram is set up.

use std::time::Duration;

use super::limits::Limits;

/// Whose server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// Telegram's: its answers say when they were given.
    Telegrams,
    /// One's own: its answers give no date.
    OnesOwn,
}

/// How an emulated Telegram behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port on loopback; 0 picks a free one.
    pub port: u16,
    /// The bot's token; what stands before the colon is its account id.
    pub token: String,
    /// The bot's username.
    pub username: String,
    /// The bot's first name.
    pub name: String,
    /// Every answer takes this long; messages arrive before the wait.
    pub latency: Duration,
    /// How many messages a chat keeps.
    pub history: usize,
    /// How many requests are recorded; 0 records none.
    pub recorded: usize,
    /// Whether deliveries are logged.
    pub log_deliveries: bool,
    /// Limits on sending.
    pub limits: Option<Limits>,
    /// The same seed gives the same faults.
    pub seed: u64,
    /// The first update id.
    pub first_update: i64,
    /// Topics in private chats.
    pub private_topics: bool,
    /// Polling the same offset twice within 3 s waits, as Telegram does.
    pub slow_on_repeated_polls: bool,
    /// Whose server it is.
    pub server: Server,
    /// How long a request's head may take to arrive, and its body, and how long a line without requests is kept.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            token: "7000000001:emulated-token-of-a-bot-that-is-not".to_owned(),
            username: "lazo_test_bot".to_owned(),
            name: "Lazo".to_owned(),
            latency: Duration::ZERO,
            history: usize::MAX,
            recorded: 10_000,
            log_deliveries: true,
            limits: None,
            seed: 1,
            first_update: 500_001,
            private_topics: false,
            slow_on_repeated_polls: false,
            server: Server::Telegrams,
            // Longer than clients keep a line: who closes it while a request is on its way loses that.
            patience: Duration::from_secs(75),
        }
    }
}

impl Options {
    /// For measuring: nothing recorded, and only the newest messages of a chat kept.
    pub fn for_load() -> Self {
        Self { recorded: 0, history: 100_000, ..Self::default() }
    }
}
