//! How many messages a second go from update to copy, when very many wait.

use crate::bot::computing;
use crate::figures::{account, at_least, count, random, say};
use crate::ground::{Ground, PATIENCE};
use crate::traffic::{Traffic, Who, chat};
use crate::{Common, Outcome};
use std::collections::HashMap;
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Messages that wait at Telegram
    #[arg(long, default_value_t = 50_000)]
    messages: i64,
    /// Every so many messages, one is a reply to a copy
    #[arg(long, default_value_t = 5)]
    reply_every: u64,
    /// Milliseconds that Telegram takes for each answer
    #[arg(long, default_value_t = 0)]
    answer: u64,
}

/// Everybody writes once, so that there is something to reply to; then the queue is filled, and the bot starts.
pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let ground = Ground::of(common, 1_000).await?;
    ground.telegram.latency(Duration::from_millis(wish.answer));
    let traffic = &ground.traffic;
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    traffic.backlog(traffic.pairs * 2);
    traffic.arrives(PATIENCE).await;
    bot.terminate().await?;
    let copies: HashMap<i64, i64> =
        ground.telegram.deliveries().iter().map(|copy| (copy.chat, copy.message)).collect();
    let begun = traffic.written().len();
    ground.telegram.forget_log();
    let traffic = Traffic::new(&ground.telegram, traffic.pairs);
    fill(&traffic, wish, &copies);
    let own = computing("self")?;
    let (bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    traffic.arrives(PATIENCE).await;
    let (computed, own) = (computing(&bot.id())?, computing("self")?.saturating_sub(own));
    let first = ground.telegram.handed().first().map(|handed| handed.at).ok_or("nothing was handed over")?;
    let last = ground.telegram.deliveries().last().map(|copy| copy.at).ok_or("nothing arrived")?;
    say("throughput.warm_up", begun, "messages");
    say("throughput.answer_takes", wish.answer, "ms");
    say("throughput.took", format!("{:.2}", (last - first).as_secs_f64()), "s");
    let rate = count(traffic.written().len()) / (last - first).as_secs_f64();
    at_least("throughput.relayed_per_second", rate.floor(), 10_000.0, "1/s");
    say("throughput.bot_most_memory", bot.kib("VmHWM")? / 1024, "MiB");
    let each = |time: Duration| format!("{:.2}", time.as_secs_f64() / count(traffic.written().len()) * 1e4);
    say("throughput.bot_computes_for_10000", each(computed), "s");
    say("throughput.tool_computes_for_10000", each(own), "s");
    account("throughput", &traffic.tally(), 0);
    Ok(())
}

fn fill(traffic: &Traffic, wish: &Wish, copies: &HashMap<i64, i64>) {
    for n in 0..wish.messages {
        let pair = n % traffic.pairs;
        let who = if n / traffic.pairs % 2 == 0 { Who::Mentee } else { Who::Mentor };
        let replies = random(wish.reply_every) == 0;
        let reply_to = copies.get(&chat(pair, who)).copied().filter(|_| replies);
        traffic.says(pair, who, format!("message {n}"), reply_to);
    }
}
