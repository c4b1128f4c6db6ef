//! Waiting for what must come.

use std::time::{Duration, Instant};

/// Waits until it is there; whoever waits for longer than that says what did not come.
pub async fn comes(what: &str, seconds: u64, is_there: impl AsyncFn() -> bool) {
    let begun = Instant::now();
    while !is_there().await {
        assert!(begun.elapsed() < Duration::from_secs(seconds), "{what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
