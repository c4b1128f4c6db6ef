//! Telegram's limits on sending, enforced in real time: who is too fast reads 429 and how long to wait.

use std::{collections::HashMap, time::Instant};

use serde::Deserialize;

/// How fast a bot may send. Telegram's FAQ: about 30 messages a second in all, one a second to a chat with short
/// bursts, 20 a minute to a group.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Limits {
    /// Messages a second, in all.
    pub overall: f64,
    /// How many at once, in all.
    pub burst: f64,
    /// Messages a second to one private chat.
    pub per_chat: f64,
    /// How many at once to one private chat.
    pub chat_burst: f64,
    /// Messages a minute to one group, all of which may go at once.
    pub group_per_minute: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { overall: 30.0, burst: 30.0, per_chat: 1.0, chat_burst: 5.0, group_per_minute: 20.0 }
    }
}

/// The buckets.
#[derive(Debug, Default)]
pub(super) struct Gate {
    limits: Option<Limits>,
    all: Option<Bucket>,
    chats: HashMap<i64, Bucket>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn refill(&mut self, rate: f64, most: f64, now: Instant) {
        self.left = (self.left + now.duration_since(self.at).as_secs_f64() * rate).min(most);
        self.at = now;
    }
}

impl Gate {
    pub(super) fn set(&mut self, limits: Option<Limits>) {
        *self = Self { limits, ..Self::default() };
    }

    /// Takes `count` messages to `chat` through; the error is the seconds to wait. What is refused costs nothing.
    pub(super) fn pass(&mut self, chat: i64, count: u32) -> Result<(), u64> {
        let Some(limits) = self.limits else { return Ok(()) };
        let now = Instant::now();
        let (rate, burst) = if chat < 0 {
            (limits.group_per_minute / 60.0, limits.group_per_minute)
        } else {
            (limits.per_chat, limits.chat_burst)
        };
        let all = self.all.get_or_insert(Bucket { left: limits.burst, at: now });
        all.refill(limits.overall, limits.burst, now);
        let own = self.chats.entry(chat).or_insert(Bucket { left: burst, at: now });
        own.refill(rate, burst, now);
        let count = f64::from(count);
        let short =
            ((count.min(burst) - own.left) / rate).max((count.min(limits.burst) - all.left) / limits.overall);
        if short > 0.0 {
            return Err(seconds(short));
        }
        own.left -= count;
        all.left -= count;
        Ok(())
    }
}

fn seconds(short: f64) -> u64 {
    // Whole seconds, never less than one; a limit is far below what would not fit.
    std::time::Duration::from_secs_f64(short.ceil().clamp(1.0, 1e6)).as_secs()
}
