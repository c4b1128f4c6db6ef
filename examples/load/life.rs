//! A year of pairs who behave in ten ways, on the demo's stage: how long it takes, and whether it ends as expected.

use crate::figures::{at_most, count, say};
use crate::{Common, Outcome, year};
use chrono::TimeDelta;
use std::time::Instant;

/// Pairs, unless told otherwise: ten of each kind.
const PAIRS: i64 = 100;

/// What is due within these minutes happens together.
const STRIDE_MINUTES: i64 = 30;

pub(crate) async fn run(common: &Common) -> Outcome {
    let begun = Instant::now();
    let year = year::year(common.pairs.unwrap_or(PAIRS), TimeDelta::minutes(STRIDE_MINUTES)).await?;
    let took = begun.elapsed().as_secs_f64();
    let other: Vec<_> = year.cases.iter().filter(|(ways, cases)| cases != ways.expected()).collect();
    for (ways, cases) in &other {
        println!("{ways:?}: {cases:?}, not {:?}", ways.expected());
    }
    say("year.pairs", year.cases.len(), "");
    say("year.cases", year.cases.iter().map(|(_, cases)| cases.len()).sum::<usize>(), "");
    say("year.messages", year.shown, "");
    at_most("year.pairs_with_other_cases", count(other.len()), 0.0, "");
    at_most("year.took", took, 60.0, "s");
    Ok(())
}
