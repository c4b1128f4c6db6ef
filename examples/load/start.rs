//! From starting the process to its first `getUpdates`.

use crate::figures::{at_most, ms, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::{Common, Outcome};
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Starts that are measured, in good order and after kill -9
    #[arg(long, default_value_t = 10)]
    runs: u32,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 1_000).await?;
    // The first start of all asks Telegram for the bot's name.
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    bot.terminate().await?;
    let mut orderly = Vec::new();
    for _ in 0..wish.runs {
        let (mut bot, took) = ground.setup.start_polling(&ground.telegram).await?;
        orderly.push(took);
        ground.traffic.backlog(200);
        ground.traffic.arrives(PATIENCE).await;
        bot.terminate().await?;
    }
    print("start.after_sigterm", &mut orderly);
    let mut killed = Vec::new();
    for _ in 0..wish.runs {
        let (mut bot, took) = ground.setup.start_polling(&ground.telegram).await?;
        killed.push(took);
        ground.traffic.backlog(2_000);
        tokio::time::sleep(Duration::from_millis(60)).await;
        bot.kill()?;
    }
    // The first of these followed a start in good order.
    killed.remove(0);
    print("start.after_kill", &mut killed);
    Ok(())
}

fn print(name: &str, times: &mut [Duration]) {
    at_most(&format!("{name}.median"), ms(percentile(times, 50)), 50.0, "ms");
    say(&format!("{name}.most"), format!("{:.2}", ms(percentile(times, 100))), "ms");
}
