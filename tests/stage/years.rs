//! A year in which pairs behave in ten ways ends with the cases one would expect by hand.
//!
//! Here one pair of each, so that it stays quick in a debug build; with a hundred, and how long that takes:
//! `cargo run --release --example load -- year`.

use crate::year::{WAYS, year};
use chrono::TimeDelta;

#[tokio::test(flavor = "multi_thread")]
async fn after_a_year_every_pair_has_the_cases_one_would_expect_by_hand() {
    let year = year(10, TimeDelta::hours(3)).await.unwrap();
    assert_eq!(year.cases.len(), WAYS.len());
    assert!(year.shown > 1_000, "{} messages", year.shown);
    for (ways, cases) in year.cases {
        assert_eq!(cases, ways.expected(), "{ways:?}");
    }
}
