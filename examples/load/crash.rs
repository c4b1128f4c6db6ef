//! `kill -9` at random moments.

use crate::figures::{account, random, say};
use crate::ground::{Ground, PATIENCE};
use crate::{Common, Outcome};
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// How often the bot is killed in each of the two parts
    #[arg(long, default_value_t = 30)]
    kills: u64,
    /// Messages that wait each time in the second part
    #[arg(long, default_value_t = 1_000)]
    backlog: i64,
    /// Messages a second in the first part
    #[arg(long, default_value_t = 200.0)]
    rate: f64,
}

/// Under steady traffic, then in a backlog.
pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    steady(common, wish).await?;
    backlog(common, wish).await
}

async fn steady(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 100).await?;
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    let traffic = tokio::spawn(ground.traffic.clone().flows(wish.rate));
    let mut in_flight = 0;
    for _ in 0..wish.kills {
        tokio::time::sleep(Duration::from_millis(50 + random(450))).await;
        bot.kill()?;
        in_flight += ground.in_flight().await?;
        bot = ground.setup.start()?;
    }
    traffic.abort();
    ground.traffic.arrives(PATIENCE).await;
    say("crash.steady.kills", wish.kills, "");
    say("crash.steady.in_flight_at_kills", in_flight, "sends");
    account("crash.steady", &ground.traffic.tally(), in_flight);
    Ok(())
}

async fn backlog(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 100).await?;
    let mut in_flight = 0;
    let mut late = 0;
    let mut bot = ground.setup.start_polling(&ground.telegram).await?.0;
    for _ in 0..wish.kills {
        let target = ground.telegram.delivered() + usize::try_from(random(wish.backlog.unsigned_abs()))?;
        ground.traffic.backlog(wish.backlog);
        ground.traffic.delivered(target, PATIENCE).await;
        tokio::time::sleep(Duration::from_micros(random(5_000))).await;
        bot.kill()?;
        in_flight += ground.in_flight().await?;
        late += u64::from(ground.traffic.tally().lost == 0);
        bot = ground.setup.start()?;
        ground.traffic.arrives(PATIENCE).await;
    }
    say("crash.backlog.kills", wish.kills, "");
    say("crash.backlog.kills_after_the_last_message", late, "");
    say("crash.backlog.in_flight_at_kills", in_flight, "sends");
    account("crash.backlog", &ground.traffic.tally(), in_flight);
    Ok(())
}
