//! One floods, one chat must wait for most of an hour, one has blocked the bot: nobody else may notice.

use crate::figures::{at_most, count, ms, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::traffic::{Traffic, Who, chat};
use crate::{Common, Outcome};
use lazo::demo::{Fault, Person, Rule};
use std::collections::HashMap;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Messages a second
    #[arg(long, default_value_t = 50.0)]
    rate: f64,
    /// Seconds
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Messages of one person at once
    #[arg(long, default_value_t = 500)]
    flood: i64,
}

/// Pairs that something is wrong with; all the others are counted.
const FLOODED: i64 = 0;
const WAITING: i64 = 1;
const BLOCKED: i64 = 2;
const TROUBLED: i64 = 3;

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 100).await?;
    let telegram = &ground.telegram;
    let wait = Rule::new(Fault::TooMany { seconds: Some(3_000) }).on("copyMessage").times(1);
    telegram.fault(wait.in_chat(chat(WAITING, Who::Mentor)));
    telegram.acquaintance(Person::named(chat(BLOCKED, Who::Mentor), "Tomás")).blocks();
    let _bot = ground.setup.start_polling(telegram).await?;
    let others = Traffic::new(telegram, ground.traffic.pairs);
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / wish.rate));
    let (begun, time) = (Instant::now(), Duration::from_secs(wish.seconds));
    let mut n = 0;
    let mut flooded = false;
    while begun.elapsed() < time {
        beat.tick().await;
        for pair in [WAITING, BLOCKED] {
            ground.traffic.says(pair, Who::Mentee, "is somebody there?", None);
        }
        if begun.elapsed() > time / 3 && !flooded {
            flooded = true;
            for n in 0..wish.flood {
                ground.traffic.says(FLOODED, Who::Mentee, format!("flood {n}"), None);
            }
        }
        others.says(TROUBLED + n % (others.pairs - TROUBLED), Who::Mentee, format!("message {n}"), None);
        n += 1;
    }
    let arrived = others_arrive(&others).await;
    let mut times = times(&others);
    say("isolation.messages_of_others", times.len(), "");
    say("isolation.arrived", arrived, "");
    say("isolation.p50", format!("{:.2}", ms(percentile(&mut times, 50))), "ms");
    at_most("isolation.p99", ms(percentile(&mut times, 99)), 100.0, "ms");
    say("isolation.most", format!("{:.2}", ms(percentile(&mut times, 100))), "ms");
    // Whether anything went astray is not to be seen here: what the troubled wrote is in nobody's account.
    let tally = others.tally();
    at_most("isolation.lost", count(tally.lost), 0.0, "messages");
    at_most("isolation.out_of_order", count(tally.out_of_order), 0.0, "messages");
    at_most("isolation.duplicates", count(tally.twice), 0.0, "messages");
    Ok(())
}

async fn others_arrive(others: &Traffic) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if others.tally().lost == 0 {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}

/// From being handed to the bot to arriving, for each message of the others.
fn times(others: &Traffic) -> Vec<Duration> {
    let handed: HashMap<u64, Instant> =
        others.telegram.handed().iter().map(|it| (it.content, it.at)).collect();
    let arrived: HashMap<u64, Instant> =
        others.telegram.deliveries().iter().rev().map(|it| (it.content, it.at)).collect();
    let written = others.written().into_iter();
    written.filter_map(|it| Some(*arrived.get(&it.content)? - *handed.get(&it.content)?)).collect()
}
