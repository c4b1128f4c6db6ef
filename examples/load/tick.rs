//! What the scheduler's round costs: what is due, not what exists. In this process, on a seeded database.

use crate::figures::{at_most, ms, percentile, say};
use crate::ground::Ground;
use crate::{Common, Outcome};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::clock::Clock;
use lazo::scheduler::round;
use lazo::store::{Alarm, Db};
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Pairs in the small database
    #[arg(long, default_value_t = 1_000)]
    few: i64,
    /// Pairs in the large one
    #[arg(long, default_value_t = 1_000_000)]
    many: i64,
    /// Rounds that are measured
    #[arg(long, default_value_t = 500)]
    rounds: i64,
    /// Subjects that are due at once
    #[arg(long, default_value_t = 100)]
    due: i64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let few = measure(common, wish, wish.few).await?;
    let many = measure(common, wish, wish.many).await?;
    at_most("tick.none_due", ms(many), 1.0, "ms");
    at_most("tick.none_due_many_to_few", many.as_secs_f64() / few.as_secs_f64(), 1.5, "times");
    Ok(())
}

/// The median of rounds with nothing due; the rounds with something due are printed.
async fn measure(common: &Common, wish: &Wish, pairs: i64) -> Outcome<Duration> {
    let ground = Ground::new(common, pairs, 0).await?;
    let db = Db::open(&ground.setup.database).await?;
    let now = Clock::default().now();
    // The first rounds read the database's upper pages, once.
    for _ in 0..20 {
        rounds(&db, now).await?;
    }
    let mut idle = Vec::new();
    for _ in 0..wish.rounds {
        idle.push(rounds(&db, now).await?);
    }
    let median = percentile(&mut idle, 50);
    say(&format!("tick.{pairs}_pairs.none_due"), format!("{:.3}", ms(median)), "ms");
    for (kind, name, first) in [(Alarm::Silence, "silence", 1), (Alarm::Pulse, "pulse", first_person(pairs))]
    {
        let mut times = Vec::new();
        for n in 0..(wish.rounds / 10).max(1) {
            let from = n * wish.due % (pairs - wish.due).max(1);
            // Each kind is due at hours of its own, so that one does not find the other's letters.
            let alarms: Vec<_> = (0..wish.due.min(pairs))
                .map(|it| (kind, first + from + it, now - TimeDelta::seconds(1)))
                .collect();
            let mut tx = db.begin().await?;
            tx.wake_all(&alarms).await?;
            let _ = tx.commit().await?;
            times.push(rounds(&db, now).await?);
        }
        let median = ms(percentile(&mut times, 50));
        at_most(&format!("tick.{pairs}_pairs.{}_{name}_due", wish.due), median, 10.0, "ms");
    }
    db.close().await;
    Ok(median)
}

async fn rounds(db: &Db, now: DateTime<Utc>) -> Outcome<Duration> {
    let begun = Instant::now();
    let _ = round(db, now).await?;
    Ok(begun.elapsed())
}

/// The first member of the first seeded pair comes after the staff.
fn first_person(pairs: i64) -> i64 {
    (pairs + 999) / 1_000 * 26 + 1
}
