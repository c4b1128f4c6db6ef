//! How long to wait for a store that stumbles.

use super::Db;
use std::time::Duration;

/// How often one tries: after 1, 2, 4 … 30 s, until something went well again.
#[derive(Debug, Default)]
pub struct Backoff {
    failures: u32,
    /// The connection that was there, by its number.
    line: u64,
}

/// Between two tries at most, in seconds.
const LONGEST: u64 = 30;

/// How often one knocks at a server that is gone.
const KNOCK: Duration = Duration::from_secs(1);

impl Backoff {
    /// It failed once more: wait so long.
    pub fn failed(&mut self) -> Duration {
        let wait = 1_u64.checked_shl(self.failures).map_or(LONGEST, |wait| wait.min(LONGEST));
        self.failures = self.failures.saturating_add(1).min(8);
        Duration::from_secs(wait)
    }

    /// It went well. Gives whether it had failed before.
    pub fn went_well(&mut self) -> bool {
        std::mem::take(&mut self.failures) > 0
    }
}

impl Db {
    /// Waits as long as a failure asks for: a `wait` of [`Backoff::failed`]. Where a server was gone, it is knocked at
    /// meanwhile, and the wait is over once it is there.
    pub async fn pause(&self, backoff: &mut Backoff, wait: Duration) {
        let Self::Postgres(server) = self else { return tokio::time::sleep(wait).await };
        let knocks = async {
            loop {
                tokio::time::sleep(KNOCK).await;
                if backoff.line != server.number() {
                    return;
                }
                if !server.is_there() {
                    // Why it is not there, whoever has work for it will say.
                    let _ = server.turn().await;
                }
            }
        };
        let _ = tokio::time::timeout(wait, knocks).await;
        backoff.line = server.number();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_stumbles_is_tried_after_1_2_4_and_at_most_30_seconds() {
        let mut backoff = Backoff::default();
        let waits: Vec<u64> = (0..12).map(|_| backoff.failed().as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30]);
        assert!(backoff.went_well() && !backoff.went_well());
        assert_eq!(backoff.failed().as_secs(), 1);
    }
}
