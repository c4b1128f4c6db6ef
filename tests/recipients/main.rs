//! The worst failure is the wrong recipient. Random histories of pairing, pausing, holding, closing, leaving, blocking,
//! being asked into a running pair and coming in or not, being taken out of it, replying, switching and answering "for
//! whom?", by accounts with several parts and conversations, with letters on their way meanwhile: each message goes to
//! exactly the members it should, or its writer is asked, and to nobody else; it says whose it is, and what it answers.
//!
//! 20,000 messages a run; `LAZO_MESSAGES` sets another number.
#![expect(
    clippy::disallowed_methods,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests fail the test"
)]

mod carrying;
mod changes;
mod circles;
#[path = "../common/database.rs"]
#[expect(dead_code, reason = "tests of other kinds begin without tables")]
mod database;
mod growing;
mod history;
mod people;
mod truth;
mod writing;

use database::Database;
use history::{History, PEOPLE, Seen};

/// Messages in a round.
const MESSAGES: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn over_random_histories_every_message_goes_to_exactly_the_members_it_should_or_is_asked_about() {
    let messages = std::env::var("LAZO_MESSAGES").ok().and_then(|it| it.parse().ok()).unwrap_or(20_000);
    let rounds = messages / MESSAGES;
    let database = Database::new().await;
    let mut history = History::begins(&database.url()).await;
    for _ in 0..PEOPLE * 2 / 3 {
        history.somebody_is_paired().await;
    }
    for round in 0..rounds {
        for _ in 0..7 {
            history.something_happens().await;
        }
        history.people_write(MESSAGES).await;
        match round % 3 {
            0 => history.letters_are_carried().await,
            // They are still on their way when the next things happen, and half of them in vain.
            1 => drop(history.letters_leave(2).await),
            _ => {}
        }
    }
    history.all_ends_well().await;
    let owed = &history.truth.owed;
    assert!(owed.is_empty(), "{} copies were owed and never carried: {:?}", owed.len(), owed.iter().next());
    let seen = &history.seen;
    eprintln!("{seen:?}");
    is_loud_enough(seen, messages);
}

/// Enough of everything has happened for the test to mean something.
fn is_loud_enough(seen: &Seen, messages: usize) {
    let enough = [
        ("copies", seen.copies, messages / 4),
        ("messages that were asked about", seen.asked, messages / 100),
        ("messages to the chosen of several", seen.chosen, messages / 100),
        ("replies", seen.replies, messages / 100),
        ("answers to the question", seen.answers, messages / 1000),
        ("taps on the keyboard", seen.taps, messages / 1000),
        ("people who left", seen.left, messages / 2000),
        ("people who came into a running pair", seen.joined, messages / 1000),
        ("people who came back into it", seen.came_back, messages / 4000),
        ("people who said no to that", seen.not_joined, messages / 4000),
        ("members for whom it was all right", seen.agreed, messages / 300),
        ("members for whom it was not", seen.refused, messages / 2000),
        ("answers about somebody whom another had refused", seen.answered_in_vain, messages / 10_000),
        ("people who could not be asked", seen.cannot_be_asked, messages / 1000),
        ("askings that were called off", seen.called_off, messages / 2000),
        ("copies to who had come in", seen.copies_to_who_joined, messages / 50),
        ("copies that waited when somebody came in", seen.before_they_joined, messages / 1000),
        ("people who were taken out", seen.taken_out, messages / 1000),
        ("copies that waited when somebody was taken out", seen.stopped_by_taking_out, messages / 1000),
        ("replies to what their reader has", seen.shown_as_replies, messages / 100),
        ("replies to what is not there", seen.replies_to_what_they_do_not_have, messages / 2000),
        ("letters that were tried again", seen.tried_again, messages / 100),
    ];
    for (what, count, least) in enough {
        assert!(count >= least, "only {count} {what}: the histories are too quiet");
    }
}
