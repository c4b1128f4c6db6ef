//! Who goes first, and what becomes too old to be sent (spec relay §6): one table.

use chrono::TimeDelta;
use lazo::domain::letter::Rank;
use lazo::domain::relay::HELD_DAYS;

/// Every rank in the order of the specification, and after how many hours a letter of it is dropped unsent.
const TABLE: [(Rank, Option<i64>); 5] = [
    (Rank::Safety, None),
    (Rank::Answer, None),
    (Rank::Relay, None),
    (Rank::Prompt, None),
    (Rank::Announcement, Some(24)),
];

#[test]
fn safety_goes_before_answers_answers_before_talk_talk_before_prompts_and_those_before_announcements() {
    for ((first, _), (then, _)) in TABLE.iter().zip(TABLE.iter().skip(1)) {
        assert!(first < then && (*first as i64) < (*then as i64), "{first:?}, {then:?}");
    }
}

#[test]
fn announcements_are_of_their_day_and_nothing_else_is_dropped_for_its_rank_alone() {
    for (rank, hours) in TABLE {
        assert_eq!(rank.oldest(), hours.map(TimeDelta::hours), "{rank:?}");
    }
}

#[test]
fn messages_are_held_for_a_week() {
    assert_eq!(HELD_DAYS, 7);
}
