//! The worst failure is the wrong recipient. Random histories of joining, pairing, pausing, holding, closing, leaving,
//! blocking, replying, switching and answering "for whom?", by accounts with several parts and conversations: each
//! message goes to exactly the members it should, or its writer is asked, and to nobody else.
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

#[path = "../common/database.rs"]
mod database;
mod history;
mod people;
mod truth;

use database::Database;
use history::History;

/// Messages in a round.
const MESSAGES: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn over_random_histories_every_message_goes_to_exactly_the_members_it_should_or_is_asked_about() {
    let messages = std::env::var("LAZO_MESSAGES").ok().and_then(|it| it.parse().ok()).unwrap_or(20_000);
    let rounds = messages / MESSAGES;
    let database = Database::new().await;
    let mut history = History::begins(&database.url()).await;
    for _ in 0..history::PEOPLE {
        history.somebody_is_paired().await;
    }
    for round in 0..rounds {
        for _ in 0..3 {
            history.something_happens().await;
        }
        history.people_write(MESSAGES).await;
        if round % 3 == 0 {
            history.letters_are_carried().await;
        }
    }
    history.all_ends_well().await;
    let owed = &history.truth.owed;
    assert!(owed.is_empty(), "{} copies were owed and never carried: {:?}", owed.len(), owed.iter().next());
    let seen = &history.seen;
    let enough = [
        ("copies", seen.copies, messages / 4),
        ("messages that were asked about", seen.asked, messages / 100),
        ("messages to the chosen of several", seen.chosen, messages / 100),
        ("replies", seen.replies, messages / 100),
        ("answers to the question", seen.answers, messages / 1000),
        ("taps on the keyboard", seen.taps, messages / 1000),
        ("people who left", seen.left, 1),
    ];
    for (what, count, least) in enough {
        assert!(count >= least, "only {count} {what}: the histories are too quiet");
    }
    eprintln!("{seen:?}");
}
