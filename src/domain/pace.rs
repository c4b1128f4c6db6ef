//! How fast Telegram may be written to: one timestamp per chat and one overall (the generic cell rate algorithm).
//! `not_before` is the whole state: the earliest moment of the next send.

use chrono::{DateTime, TimeDelta, Utc};

use super::id::ChatId;
use super::wall;

/// One send every `interval` on average, `burst` at once after a rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Time between two sends in the long run.
    pub interval: TimeDelta,
    /// How many may go at once after a rest; at least 1.
    pub burst: i32,
    /// How many of these are kept for what cannot wait, such as safety: whoever writes very much never uses them up.
    pub spare: i32,
}

impl Pace {
    /// A private chat: 1/s with a burst of 5 (Telegram's FAQ; relay, sending machine).
    pub const CHAT: Self = Self { interval: TimeDelta::seconds(1), burst: 5, spare: 1 };
    /// A group: besides, 20 in any minute (Telegram's FAQ). A burst of 5 and 15 more in the 60 s after it are 20.
    pub const GROUP: Self = Self { interval: TimeDelta::seconds(4), burst: 5, spare: 2 };

    /// That of a chat: groups have negative numbers.
    pub fn of(chat: ChatId) -> Self {
        if chat.0 < 0 { Self::GROUP } else { Self::CHAT }
    }

    /// Whether a send may go now.
    pub fn is_open(not_before: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        not_before <= now
    }

    /// `not_before` after a send at `now`: `max(not_before, now − (burst − spare − 1) × interval) + interval`.
    pub fn after_send(self, not_before: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        let rested = wall::plus(now, self.interval * (1 - (self.burst - self.spare).max(1)));
        wall::plus(not_before.max(rested), self.interval)
    }

    /// The `not_before` of a chat to which something was just allowed to go, whatever was noted: it lies no further ahead
    /// than what is kept for what cannot wait.
    pub fn as_allowed(self, not_before: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        not_before.min(wall::plus(now, self.interval * self.spare))
    }

    /// The earliest moment of what cannot wait, where everything else goes from `not_before` on.
    pub fn soonest(self, not_before: DateTime<Utc>) -> DateTime<Utc> {
        wall::plus(not_before, -(self.interval * self.spare))
    }
}

/// `not_before` after Telegram asked for a pause: never shorter than asked, never capped (10,072 s was seen).
pub fn after_refusal(not_before: DateTime<Utc>, retry_after: TimeDelta, now: DateTime<Utc>) -> DateTime<Utc> {
    not_before.max(wall::plus(now, retry_after))
}

/// The pace of everything together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Sends per second in the long run. Telegram allows about 30; 29 is 96.7 % of that, and the rest lets a bucket at the
    /// other end refill after jitter.
    pub per_second: i32,
    /// Sends at once after a rest. 5 makes up for late wake-ups, and leaves 25 of Telegram's burst of 30 to jitter: sends held
    /// up for as much as 0.8 s may arrive together.
    pub burst: i32,
    /// After a global refusal the pace halves, at most this many times.
    pub halvings: u32,
    /// Each time without a global refusal after which the pace doubles again.
    pub calm: TimeDelta,
}

impl Default for Settings {
    fn default() -> Self {
        Self { per_second: 29, burst: 5, halvings: 4, calm: TimeDelta::seconds(30) }
    }
}

/// Where the pace of everything together stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overall {
    /// The earliest moment of the next send.
    pub not_before: DateTime<Utc>,
    /// How often the pace was halved, and since when it is calm.
    slowed: Option<(u32, DateTime<Utc>)>,
}

impl Overall {
    /// At rest.
    pub const fn new() -> Self {
        Self { not_before: DateTime::<Utc>::MIN_UTC, slowed: None }
    }

    /// After a send at `now`.
    #[must_use]
    pub fn after_send(self, settings: &Settings, now: DateTime<Utc>) -> Self {
        Self { not_before: self.pace(settings, now).after_send(self.not_before, now), ..self }
    }

    /// After a global refusal: everything pauses for as long as asked, then goes on at half the pace it had.
    #[must_use]
    pub fn after_refusal(self, settings: &Settings, pause: TimeDelta, now: DateTime<Utc>) -> Self {
        let halvings = (self.halvings(settings, now) + 1).min(settings.halvings);
        let not_before = after_refusal(self.not_before, pause, now);
        Self { not_before, slowed: Some((halvings, not_before)) }
    }

    /// The pace now: feels its way back, one doubling after each calm time; no burst until it is back.
    pub fn pace(self, settings: &Settings, now: DateTime<Utc>) -> Pace {
        let halvings = self.halvings(settings, now);
        let second = TimeDelta::seconds(1);
        // Rounded up, so that the pace is never exceeded.
        let interval = second / settings.per_second.max(1) + TimeDelta::nanoseconds(1);
        let slower = 1_i32.checked_shl(halvings).unwrap_or(i32::MAX);
        Pace { interval: interval * slower, burst: if halvings == 0 { settings.burst } else { 1 }, spare: 0 }
    }

    /// The clock was put back by so much.
    #[must_use]
    pub fn put_back(self, by: TimeDelta) -> Self {
        Self {
            not_before: wall::plus(self.not_before, -by),
            slowed: self.slowed.map(|(halvings, since)| (halvings, wall::plus(since, -by))),
        }
    }

    fn halvings(self, settings: &Settings, now: DateTime<Utc>) -> u32 {
        let Some((halvings, since)) = self.slowed else { return 0 };
        let calm = (now - since).max(TimeDelta::zero());
        let doublings = calm.num_milliseconds() / settings.calm.num_milliseconds().max(1);
        halvings.saturating_sub(u32::try_from(doublings).unwrap_or(u32::MAX))
    }
}

impl Default for Overall {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(n)
    }

    #[test]
    fn a_chat_takes_four_at_once_one_more_that_cannot_wait_and_then_one_a_second() {
        let mut not_before = second(0);
        for _ in 0..4 {
            assert!(Pace::is_open(not_before, second(100)));
            not_before = Pace::CHAT.after_send(not_before, second(100));
        }
        assert_eq!(not_before, second(101));
        assert_eq!(Pace::CHAT.soonest(not_before), second(100), "one is kept for safety");
        let not_before = Pace::CHAT.after_send(not_before, second(100));
        assert_eq!((Pace::CHAT.soonest(not_before), not_before), (second(101), second(102)));
        assert_eq!(Pace::CHAT.after_send(not_before, second(102)), second(103));
    }

    #[test]
    fn a_long_pause_is_obeyed_and_a_shorter_one_does_not_shorten_it() {
        let long = after_refusal(second(0), TimeDelta::seconds(10_072), second(5));
        assert_eq!(long, second(10_077));
        assert_eq!(after_refusal(long, TimeDelta::seconds(3), second(6)), long);
    }

    #[test]
    fn a_global_refusal_slows_everything_down_for_a_while() {
        let settings = Settings::default();
        let full = Overall::new().pace(&settings, second(0));
        let refused = Overall::new().after_refusal(&settings, TimeDelta::seconds(10), second(0));
        assert_eq!(refused.not_before, second(10));
        assert_eq!(
            refused.pace(&settings, second(10)),
            Pace { interval: full.interval * 2, burst: 1, spare: 0 }
        );
        let again = refused.after_refusal(&settings, TimeDelta::seconds(10), second(10));
        assert_eq!(again.pace(&settings, second(20)).interval, full.interval * 4);
        assert_eq!(again.pace(&settings, second(50)).interval, full.interval * 2);
        assert_eq!(again.pace(&settings, second(80)), full);
    }
}
