//! The only one who asks the time.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The time. In earnest the computer's; in a story it stands still and is moved on.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Ahead of the computer's clock; in a stopped clock, the time itself (epoch ms).
    ms: Arc<AtomicI64>,
    stopped: bool,
}

impl Clock {
    /// Now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub fn now(&self) -> DateTime<Utc> {
        let ms = self.ms.load(Ordering::Relaxed);
        if self.stopped {
            return DateTime::from_timestamp_millis(ms).unwrap_or_default();
        }
        Utc::now() + TimeDelta::milliseconds(ms)
    }

    /// A clock that stands still until it is moved.
    pub fn stopped_at(at: DateTime<Utc>) -> Self {
        Self { ms: Arc::new(at.timestamp_millis().into()), stopped: true }
    }

    /// Moves this clock, and every clone of it.
    pub fn advance(&self, by: TimeDelta) {
        self.ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}
