//! Resident memory of the bot's process.

use crate::figures::{at_most, number, say};
use crate::ground::Ground;
use crate::{Common, Outcome};
use lazo::demo::{Fault, Rule};
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Pairs in the large database
    #[arg(long, default_value_t = 1_000_000)]
    many: i64,
    /// Letters that wait in the bot
    #[arg(long, default_value_t = 50_000)]
    queued: i64,
    /// Seconds of rest before memory is read
    #[arg(long, default_value_t = 10)]
    rest: u64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    idle(common, wish, ("memory.idle", common.pairs.unwrap_or(1_000), 17.0)).await?;
    queued(common, wish).await?;
    idle(common, wish, ("memory.many_pairs", wish.many, 64.0)).await
}

/// Nobody writes.
async fn idle(common: &Common, wish: &Wish, (name, pairs, most): (&str, i64, f64)) -> Outcome {
    let ground = Ground::new(common, pairs, 100).await?;
    let (bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    if pairs == wish.many {
        // Some life first, so that its caches are those of a bot at work.
        ground.traffic.backlog(2_000);
        ground.traffic.arrives(Duration::from_secs(30)).await;
    }
    tokio::time::sleep(Duration::from_secs(wish.rest)).await;
    at_most(name, mb(bot.kib("VmRSS")?), most, "MB");
    say(&format!("{name}.most_ever"), mb(bot.kib("VmHWM")?), "MB");
    Ok(())
}

/// Telegram takes nothing for a long while, and everything waits in the bot.
async fn queued(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 1_000).await?;
    let (bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    ground.telegram.fault(Rule::new(Fault::TooMany { seconds: Some(3_600) }).on("copyMessage"));
    ground.traffic.backlog(wish.queued);
    let begun = Instant::now();
    while ground.telegram.queue_len() > 0 && begun.elapsed() < Duration::from_secs(300) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let waiting = "SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'sending')";
    say("memory.queued.letters", ground.number(waiting).await?, "");
    tokio::time::sleep(Duration::from_secs(wish.rest)).await;
    at_most("memory.queued", mb(bot.kib("VmRSS")?), 75.0, "MB");
    say("memory.queued.most_ever", mb(bot.kib("VmHWM")?), "MB");
    Ok(())
}

/// Megabytes, a million bytes each.
fn mb(kib: u64) -> f64 {
    number(kib * 1_024 / 10_000) / 100.0
}
