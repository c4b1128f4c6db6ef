//! Two programs that poll with one token: who notices, and who stays.

use crate::domain::heard::{Heard, What};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;

/// Conflicts are counted within so long, whatever came between.
const WINDOW: TimeDelta = TimeDelta::seconds(60);

/// A program that restarts meets its own last poll: this many are no accident.
const MANY: usize = 5;

/// And they lie this far apart: another program that is just about to stop is waited for.
const LASTING: TimeDelta = TimeDelta::seconds(24);

/// Whoever was heard so lately before it began, or listens so long undisturbed, was there first.
const LATELY: TimeDelta = TimeDelta::minutes(10);

/// Whoever left another program to it comes back after a poll undisturbed for so long: two that poll meet within seconds.
const ALONE: TimeDelta = TimeDelta::seconds(30);

/// Telegram drops what waits for a day: what was nearly so old and is gone, perhaps nobody has taken.
const DROPPED: TimeDelta = TimeDelta::hours(23);

/// The conflicts a program has met.
#[derive(Default)]
pub(super) struct Conflicts {
    /// This program was there first.
    pub(super) stays: bool,
    /// It left another program to it when it ran last, and has not yet seen that nobody else is there.
    pub(super) yields: bool,
    /// By [`Clock::steady`](crate::clock::Clock::steady), as all moments here.
    met: VecDeque<TimeDelta>,
    quiet_since: TimeDelta,
    /// The first update that was left with Telegram.
    left: Option<(i64, Option<DateTime<Utc>>)>,
}

impl Conflicts {
    /// A program begins to listen that was last heard so long ago, if ever, and perhaps left then because of another: what
    /// it was heard of late says nothing.
    pub(super) fn new(silent: Option<TimeDelta>, yields: bool, now: TimeDelta) -> Self {
        let stays = !yields && silent.is_some_and(|silent| silent < LATELY);
        Self { stays, yields, quiet_since: now, ..Self::default() }
    }

    /// Whether nobody else was met for so long that there is nobody.
    pub(super) fn is_alone(&self, now: TimeDelta) -> bool {
        now - self.quiet_since > ALONE
    }

    /// One more. Gives whether it leaves, or tells of it: they last, or it left another program to it before.
    pub(super) fn met(&mut self, now: TimeDelta) -> bool {
        if self.yields {
            return true;
        }
        self.stays |= now - self.quiet_since > LATELY;
        self.quiet_since = now;
        self.met.push_back(now);
        while self.met.front().is_some_and(|first| now - *first > WINDOW) {
            self.met.pop_front();
        }
        self.met.len() >= MANY && self.met.front().is_some_and(|first| now - *first >= LASTING)
    }

    /// A program without a programme looks at a page that it leaves with Telegram: whether another has taken what it left
    /// before. A tap says nothing about that, nor does what is nearly a day old: Telegram drops them.
    pub(super) fn looks_at(&mut self, page: &[Heard], now: DateTime<Utc>) -> Look {
        let lasts = page.iter().filter(|heard| !matches!(heard.what, What::Pressed { .. }));
        let first = lasts.min_by_key(|heard| heard.update).map(|heard| (heard.update, heard.at));
        match std::mem::replace(&mut self.left, first) {
            None if first.is_some() => {
                tracing::warn!("messages wait that a server without a programme leaves with Telegram");
                Look::Unsure
            }
            None => Look::Unsure,
            Some((before, _)) if first.is_some_and(|(it, _)| it == before) => Look::Alone,
            Some((_, at)) if at.is_some_and(|at| now - at > DROPPED) => Look::Unsure,
            Some(_) => Look::Taken,
        }
    }
}

/// Whether another program is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// What was left before is still there.
    Alone,
    /// Nobody knows yet: nothing was left before.
    Unsure,
    /// What was left before, another program has taken.
    Taken,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ChatId;

    fn at(seconds: i64) -> TimeDelta {
        TimeDelta::days(20) + TimeDelta::seconds(seconds)
    }

    fn lasts(silent: Option<i64>, met: &[i64]) -> (Vec<bool>, bool) {
        let mut conflicts = Conflicts::new(silent.map(TimeDelta::seconds), false, at(0));
        (met.iter().map(|second| conflicts.met(at(*second))).collect(), conflicts.stays)
    }

    #[test]
    fn conflicts_are_counted_within_a_minute_whatever_came_between() {
        assert_eq!(lasts(None, &[0, 6, 12, 18, 24]).0, [false, false, false, false, true]);
        assert_eq!(lasts(None, &[0, 3, 6, 9, 12, 15, 18, 21, 24]).0.iter().filter(|it| **it).count(), 1);
        assert!(!lasts(None, &[0, 30, 60, 90, 120, 150]).0.contains(&true), "a few of them end nothing");
    }

    #[test]
    fn whoever_was_there_first_stays() {
        assert!(!lasts(None, &[1, 2]).1, "it has just come");
        assert!(lasts(Some(30), &[1, 2]).1, "it was only started anew");
        assert!(!lasts(Some(86_400), &[1, 2]).1, "a server that was forgotten");
        assert!(lasts(None, &[601, 602]).1, "it has listened undisturbed");
        assert!(!lasts(None, &[300, 601, 602]).1);
    }

    #[test]
    fn whoever_left_another_to_it_leaves_at_once_if_it_meets_somebody_and_was_never_there_first() {
        let mut conflicts = Conflicts::new(Some(TimeDelta::seconds(30)), true, at(0));
        assert!(!conflicts.is_alone(at(30)) && conflicts.is_alone(at(31)));
        assert!(conflicts.met(at(700)) && !conflicts.stays);
    }

    #[test]
    fn what_was_left_and_is_gone_was_taken_by_another() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let page = |update, hours| {
            let (what, at) = (What::Blocked(true), Some(now - TimeDelta::hours(hours)));
            [Heard { update, chat: ChatId(7), user: 7, app_language: None, at, what }]
        };
        let looks = |pages: &[(i64, i64)]| -> Vec<Look> {
            let mut conflicts = Conflicts::default();
            pages.iter().map(|(update, hours)| conflicts.looks_at(&page(*update, *hours), now)).collect()
        };
        assert_eq!(
            looks(&[(1, 0), (1, 0), (1, 0), (2, 0), (3, 0), (3, 0)]),
            [Look::Unsure, Look::Alone, Look::Alone, Look::Taken, Look::Taken, Look::Alone]
        );
        // What has waited for a day is dropped by Telegram, and nobody has taken it.
        assert_eq!(looks(&[(1, 24), (2, 1), (3, 1)]), [Look::Unsure, Look::Unsure, Look::Taken]);
    }
}
