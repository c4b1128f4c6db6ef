//! Very many prompts are due at once, on a Telegram that enforces its limits, while people talk.

use crate::figures::{account, at_least, at_most, count, ms, number, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::latency;
use crate::traffic::{Who, chat};
use crate::{Common, Outcome};
use lazo::clock::Clock;
use lazo::demo::{Delivery, Limits};
use lazo::domain::id::ChatId;
use lazo::domain::letter::{Post, Rank};
use lazo::domain::relay::RelayLetter;
use lazo::store::Db;
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Prompts that are due
    #[arg(long, default_value_t = 2_000)]
    prompts: i64,
    /// Messages people write a second meanwhile
    #[arg(long, default_value_t = 1.0)]
    rate: f64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let mut ground = Ground::of(common, 1_100).await?;
    ground.setup.paced = true;
    ground.telegram.limits(Some(Limits::default()));
    post(&ground, wish.prompts).await?;
    let _bot = ground.setup.start_polling(&ground.telegram).await?;
    let all = usize::try_from(wish.prompts)?;
    talk(&ground, wish, all).await;
    let deliveries = ground.telegram.deliveries();
    let prompts: Vec<&Delivery> = deliveries.iter().filter(|it| !it.copied).collect();
    say("pace.prompts", prompts.len(), "");
    at_least("pace.prompts_arrived", count(prompts.len()), count(all), "");
    if let [first, .., last] = prompts.as_slice() {
        let during = deliveries.iter().filter(|it| first.at < it.at && it.at <= last.at).count();
        let rate = count(during) / (last.at - first.at).as_secs_f64();
        at_least("pace.messages_per_second", rate, 28.5, "1/s");
    }
    at_most("pace.refused_with_429", number(ground.telegram.too_many()), 0.0, "");
    let mut times = latency::times(&ground.telegram);
    say("pace.relayed_meanwhile", times.len(), "messages");
    say("pace.relayed_p50", format!("{:.2}", ms(percentile(&mut times, 50))), "ms");
    at_most("pace.relayed_most", ms(percentile(&mut times, 100)), 200.0, "ms");
    account("pace", &ground.traffic.tally(), 0);
    Ok(())
}

/// Prompts for everybody, as the scheduler would post them.
async fn post(ground: &Ground, prompts: i64) -> Outcome {
    let now = Clock::default().now();
    let posts: Vec<Post> = (0..prompts)
        .map(|n| {
            let who = if n % 2 == 0 { Who::Mentee } else { Who::Mentor };
            Post::ranked(ChatId(chat(n / 2, who)), Rank::Prompt, RelayLetter::Unpaused)
        })
        .collect();
    let db = Db::open(&ground.setup.database).await?;
    let mut tx = db.begin().await?;
    tx.post_all(&posts, now).await?;
    let _ = tx.commit().await?;
    db.close().await;
    Ok(())
}

/// People talk until the prompts have left, each pair rarely enough for the limit of a chat.
async fn talk(ground: &Ground, wish: &Wish, prompts: usize) {
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / wish.rate));
    for n in 0.. {
        beat.tick().await;
        let written = ground.traffic.written().len();
        if ground.telegram.delivered() >= prompts + written.saturating_sub(1) {
            break;
        }
        ground.traffic.next(n);
    }
    ground.traffic.arrives(PATIENCE).await;
}
