//! How long one message takes, among others and behind a flood.

use crate::figures::{account, at_most, ms, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::traffic::{Sent, Who};
use crate::{Common, Outcome};
use lazo::demo::Telegram;
use std::collections::HashMap;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Messages a second
    #[arg(long, default_value_t = 200.0)]
    rate: f64,
    /// Seconds
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Messages of one person at once
    #[arg(long, default_value_t = 500)]
    flood: i64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 100).await?;
    let _bot = ground.setup.start_polling(&ground.telegram).await?;
    let traffic = tokio::spawn(ground.traffic.clone().flows(wish.rate));
    tokio::time::sleep(Duration::from_secs(wish.seconds)).await;
    traffic.abort();
    ground.traffic.arrives(PATIENCE).await;
    let mut times = times(&ground.telegram);
    say("latency.messages", times.len(), "");
    say("latency.p50", format!("{:.2}", ms(percentile(&mut times, 50))), "ms");
    at_most("latency.p99", ms(percentile(&mut times, 99)), 10.0, "ms");
    say("latency.most", format!("{:.2}", ms(percentile(&mut times, 100))), "ms");
    flood(&ground, wish).await?;
    account("latency", &ground.traffic.tally(), 0);
    Ok(())
}

/// From being handed to the bot to arriving as a copy, for each message.
pub(crate) fn times(telegram: &Telegram) -> Vec<Duration> {
    let handed: HashMap<u64, Instant> = telegram.handed().iter().map(|it| (it.content, it.at)).collect();
    let copies = telegram.deliveries();
    let copies = copies.iter().filter(|it| it.copied);
    copies.filter_map(|copy| Some(copy.at - *handed.get(&copy.content)?)).collect()
}

/// One person writes very much at once, and then someone else a word.
async fn flood(ground: &Ground, wish: &Wish) -> Outcome {
    for n in 0..wish.flood {
        ground.traffic.says(0, Who::Mentee, format!("flood {n}"), None);
    }
    ground.traffic.says(1, Who::Mentee, "a word", None);
    ground.traffic.arrives(PATIENCE).await;
    let word = ground.traffic.written().last().copied().ok_or("nothing was written")?;
    let arrived = arrival(&ground.telegram, word)?;
    at_most("latency.wait_behind_flood", ms(arrived - word.at), 50.0, "ms");
    Ok(())
}

fn arrival(telegram: &Telegram, message: Sent) -> Outcome<Instant> {
    let deliveries = telegram.deliveries();
    let found = deliveries.iter().find(|it| it.content == message.content);
    Ok(found.ok_or("the message did not arrive")?.at)
}
