//! What a failed send means: how long to wait before the next try, and whether all of Telegram wants a rest.

use chrono::{DateTime, TimeDelta, Utc};

use super::wall::{plus, scramble};

/// Nothing is tried longer than this (relay, sending machine).
pub const GIVE_UP: TimeDelta = TimeDelta::hours(24);
/// The longest wait between two tries, before jitter (relay, sending machine).
const LONGEST: TimeDelta = TimeDelta::minutes(5);

/// When to try again after the `attempts`-th try in vain: 1 s, 2 s, 4 s … 5 min later, and up to a quarter more that `seed`
/// decides, so that many failures at once do not come back at once. `None`: give up, 24 h have passed since the first try.
pub fn again_at(
    attempts: u32,
    first_try: DateTime<Utc>,
    seed: u64,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let doublings = attempts.saturating_sub(1).min(16);
    let wait = (TimeDelta::seconds(1) * (1 << doublings)).min(LONGEST);
    let permille = i32::try_from(scramble(seed ^ u64::from(attempts)) % 250).unwrap_or(0);
    let at = plus(now, wait + wait * permille / 1000);
    (at < plus(first_try, GIVE_UP)).then_some(at)
}

/// Refusals (429) since the last success, kept to tell one busy chat from a global limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusals(Vec<Refusal>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Refusal {
    lane: i64,
    retry_after: TimeDelta,
    at: DateTime<Utc>,
}

impl Refusals {
    /// As many lanes refused within `WINDOW` without a success in between make it global. The sending machine's rule says
    /// "three or more"; it is five, because where one send in twenty is refused for reasons of its own chat, three in a
    /// row happen by chance every few thousand sends, and would keep everybody waiting for nothing.
    const LANES: usize = 5;
    /// See `LANES`.
    const WINDOW: TimeDelta = TimeDelta::seconds(2);

    /// A send went through: what came before was not a global limit.
    pub fn success(&mut self) {
        self.0.clear();
    }

    /// A lane was refused. Answers how long everything is to pause, the smallest of what was asked, if it was the fifth lane
    /// within 2 s without a success in between; then the count starts anew.
    pub fn refusal(&mut self, lane: i64, retry_after: TimeDelta, now: DateTime<Utc>) -> Option<TimeDelta> {
        self.0.retain(|refusal| refusal.lane != lane && now - refusal.at <= Self::WINDOW);
        self.0.push(Refusal { lane, retry_after, at: now });
        if self.0.len() < Self::LANES {
            return None;
        }
        let pause = self.0.iter().map(|refusal| refusal.retry_after).min();
        self.0.clear();
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(n)
    }

    const ASKED: TimeDelta = TimeDelta::seconds(7);

    #[test]
    fn waits_double_from_one_second_to_five_minutes() {
        for (attempts, seconds) in [(1, 1), (2, 2), (3, 4), (4, 8), (9, 256), (10, 300), (4_000_000_000, 300)]
        {
            let wait = again_at(attempts, ms(0), 7, ms(0)).unwrap() - ms(0);
            let least = TimeDelta::seconds(seconds);
            assert!(least <= wait && wait <= least + least / 4, "try {attempts} waits {wait}");
        }
    }

    #[test]
    fn after_a_day_it_is_given_up() {
        let day = 24 * 3600 * 1000;
        assert_eq!(again_at(300, ms(0), 1, ms(day - 1000)), None);
        assert!(again_at(1, ms(0), 1, ms(day - 2000)).is_some());
    }

    /// Chats 1 to `chats` are refused, 100 ms apart from `from` on; what the last refusal meant.
    fn refused(refusals: &mut Refusals, chats: i64, from: i64) -> Option<TimeDelta> {
        let mut pause = None;
        for chat in 1..=chats {
            assert_eq!(pause, None, "chat {chat} is not the first to mean everybody");
            pause = refusals.refusal(chat, ASKED + TimeDelta::seconds(chat % 3), ms(from + chat * 100));
        }
        pause
    }

    #[test]
    fn five_chats_refused_within_two_seconds_pause_everything_for_the_smallest_of_their_values() {
        let mut refusals = Refusals::default();
        assert_eq!(refused(&mut refusals, 5, 0), Some(ASKED));
        assert_eq!(refused(&mut refusals, 4, 600), None, "the count starts anew");
        assert_eq!(refusals.refusal(5, TimeDelta::seconds(3), ms(2700)), Some(TimeDelta::seconds(3)));
    }

    #[test]
    fn one_busy_chat_a_success_in_between_or_four_by_chance_are_not_a_global_limit() {
        let mut refusals = Refusals::default();
        for n in 0..10 {
            assert_eq!(refusals.refusal(1, ASKED, ms(n)), None);
        }
        assert_eq!(refused(&mut refusals, 4, 20), None);
        refusals.success();
        assert_eq!(refused(&mut refusals, 4, 500), None);
        assert_eq!(refusals.refusal(5, ASKED, ms(3000)), None, "the others are too long ago");
    }
}
