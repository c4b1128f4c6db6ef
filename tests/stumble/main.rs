//! The world stumbles: a database that is locked, full or gone for a while, answers that are lost, refusals that pass.
//! No message is blamed for it.
#![expect(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "helpers of tests fail the test, and are shared with the load tool"
)]

#[path = "../common/comes.rs"]
mod comes;
#[path = "../common/cutting.rs"]
mod cutting;
#[path = "../common/database.rs"]
mod database;
mod lead;
mod listening;
mod postgres;
#[path = "../common/seed.rs"]
mod seed;
mod sick;
mod sqlite;
mod still;
mod strange;
#[path = "../common/stumbling.rs"]
mod stumbling;
mod taps;
#[path = "../common/traffic.rs"]
mod traffic;
mod twice;

use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// What the bots of this process say, line by line.
static LOG: Mutex<String> = Mutex::new(String::new());

fn log() -> MutexGuard<'static, String> {
    LOG.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins to listen to what bots say. `RUST_LOG` shows it.
fn hears_the_log() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let shows = std::env::var("RUST_LOG").is_ok();
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || Lines(shows));
        tracing_subscriber::registry().with(lines).with(LevelFilter::WARN).init();
    });
}

struct Lines(bool);

impl std::io::Write for Lines {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        let said = String::from_utf8_lossy(line);
        if self.0 {
            eprint!("{said}");
        }
        log().push_str(&said);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
