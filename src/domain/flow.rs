//! How fast somebody writes: a flood is noticed, and asked to slow down once an hour. Nothing is dropped or delayed for it.

use super::wall;
use chrono::{DateTime, TimeDelta, Utc};

/// What a message is worth: twenty at once, or as many more as three-second rests between them, are calm (relay, caps).
const MESSAGE: TimeDelta = TimeDelta::seconds(3);
/// A part of an album: an album has ten at most, and is one message.
const PART: TimeDelta = TimeDelta::milliseconds(300);
/// Further ahead than this is a flood.
const CALM: TimeDelta = TimeDelta::seconds(60);
/// Nobody is asked to slow down more often than this.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// A message as part of somebody's flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// When it was written: what waited at Telegram while Lazo was away is no flood.
    pub at: DateTime<Utc>,
    /// It is a part of an album.
    pub in_album: bool,
}

/// How somebody has been writing: all that is kept of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Up to when her messages would have taken her at a calm pace.
    pub ahead_until: Option<DateTime<Utc>>,
    /// When she was last asked to slow down.
    pub slowed_at: Option<DateTime<Utc>>,
}

impl Flow {
    /// After one more message; `true` if she is to be asked to slow down now.
    #[must_use]
    pub fn after(self, beat: Beat) -> (Self, bool) {
        let worth = if beat.in_album { PART } else { MESSAGE };
        let ahead = wall::plus(self.ahead_until.map_or(beat.at, |until| until.max(beat.at)), worth);
        // A flood is not held against its writer for longer than it takes to calm down.
        let ahead = ahead.min(wall::plus(beat.at, CALM + MESSAGE));
        let told = self.slowed_at.is_some_and(|told| beat.at < wall::plus(told, AGAIN));
        let slow = !told && ahead - beat.at > CALM;
        let slowed_at = if slow { Some(beat.at) } else { self.slowed_at };
        (Self { ahead_until: Some(ahead), slowed_at }, slow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    /// At which of these messages somebody is asked to slow down.
    fn asked(beats: impl IntoIterator<Item = Beat>) -> Vec<usize> {
        let mut flow = Flow::default();
        let slow = beats.into_iter().enumerate().filter_map(|(n, beat)| {
            let (next, slow) = flow.after(beat);
            flow = next;
            slow.then_some(n + 1)
        });
        slow.collect()
    }

    fn every(seconds: i64, times: i64) -> impl Iterator<Item = Beat> {
        (0..times).map(move |n| Beat { at: at(n * seconds), in_album: false })
    }

    #[test]
    fn the_twenty_first_message_at_once_is_one_too_many_and_the_next_word_comes_an_hour_later() {
        assert!(asked(every(0, 20)).is_empty());
        assert_eq!(asked(every(0, 500)), [21]);
        assert_eq!(asked(every(1, 2 * 3600)).len(), 2);
    }

    #[test]
    fn the_first_word_an_hour_after_the_greatest_flood_is_no_flood() {
        let later = [3600, 3601].map(|seconds| Beat { at: at(seconds), in_album: false });
        assert_eq!(asked(every(0, 100_000).chain(later)), [21]);
    }

    #[test]
    fn who_takes_three_seconds_for_each_message_may_write_all_day() {
        assert!(asked(every(3, 10_000)).is_empty());
    }

    #[test]
    fn an_album_is_one_message_however_its_parts_arrive() {
        let albums = (0..200).map(|_| Beat { at: at(0), in_album: true });
        assert!(asked(albums).is_empty());
        assert_eq!(asked((0..201).map(|_| Beat { at: at(0), in_album: true })), [201]);
    }

    #[test]
    fn what_was_written_over_hours_and_arrives_at_once_is_no_flood() {
        assert!(asked(every(60, 500)).is_empty());
    }
}
