//! SIGTERM while messages flow and sends are on their way.

use crate::figures::{account, at_most, number, random, say};
use crate::ground::{Ground, PATIENCE};
use crate::{Common, Outcome};
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// How often the bot is stopped
    #[arg(long, default_value_t = 5)]
    stops: u64,
    /// Messages a second
    #[arg(long, default_value_t = 200.0)]
    rate: f64,
    /// Milliseconds that Telegram takes for each answer, so that sends are on their way when the bot is stopped
    #[arg(long, default_value_t = 50)]
    answer: u64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 100).await?;
    ground.telegram.latency(Duration::from_millis(wish.answer));
    let traffic = tokio::spawn(ground.traffic.clone().flows(wish.rate));
    let mut longest = Duration::ZERO;
    let mut failed = 0;
    for _ in 0..wish.stops {
        let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
        tokio::time::sleep(Duration::from_millis(500 + random(1_000))).await;
        let (status, took) = bot.terminate().await?;
        failed += u64::from(!status.success());
        longest = longest.max(took);
    }
    traffic.abort();
    let _bot = ground.setup.start()?;
    ground.traffic.arrives(PATIENCE).await;
    say("sigterm.stops", wish.stops, "");
    say("sigterm.answer_takes", wish.answer, "ms");
    at_most("sigterm.exit_codes_not_0", number(failed), 0.0, "");
    at_most("sigterm.longest", longest.as_secs_f64(), 10.0, "s");
    account("sigterm", &ground.traffic.tally(), 0);
    Ok(())
}
