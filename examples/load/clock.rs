//! The computer's clock is set on and back by up to a year, and the bot is frozen and started anew meanwhile, with people
//! who write and with messages that wait for a week: nobody waits for a clock, and nothing is given up.

use crate::bot::Bot;
use crate::figures::{account, at_most, ms, number, percentile, say};
use crate::ground::{Ground, PATIENCE};
use crate::hands::Hands;
use crate::traffic::{Traffic, Who, chat};
use crate::{Common, Outcome};
use chrono::TimeDelta;
use lazo::demo::Person;
use std::collections::HashMap;
use std::process::Command;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Messages a second; slow enough for each chat's pace and for all chats together after the longest freeze
    #[arg(long, default_value_t = 5.0)]
    rate: f64,
    /// How often the clock is set; every eighth time the bot is frozen meanwhile, every tenth it is started anew
    #[arg(long, default_value_t = 48)]
    times: u32,
    /// The longest the bot is frozen, in seconds
    #[arg(long, default_value_t = 60)]
    frozen: u32,
}

/// How long it is looked what follows from a clock that was set.
const WHILE: Duration = Duration::from_millis(1_500);

/// How long a message may take, beyond its chat's pace.
const SECONDS: f64 = 3_000.0;

/// What was written in the longest freeze leaves at the pace of all chats together: 300 messages at 24 a second.
const THAWED: f64 = 16_000.0;

/// Pairs whose mentor is out of reach: what is written to him waits for a week.
const AWAY: i64 = 5;

/// The team, which hears of them.
const STAFF: std::ops::Range<i64> = 900_000_001..900_000_027;

/// What must stay as it is: messages that wait, cases and how far they have climbed, what people are told, when they are
/// asked and how long is waited for them.
const KEPT: [(&str, &str); 5] = [
    ("held", "SELECT COUNT(*) FROM letter WHERE state = 'held'"),
    ("cases", "SELECT COUNT(*) + COALESCE(SUM(told_until), 0) FROM case_file"),
    ("told", "SELECT COUNT(*) FROM letter WHERE op <> 'copy'"),
    ("asked", "SELECT COUNT(*) FROM checkin"),
    ("moments", "SELECT COALESCE(SUM(due_at), 0) FROM alarm WHERE kind IN ('pulse', 'held', 'case')"),
];

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let mut ground = Ground::of(common, 40).await?;
    let hands = Hands::new(ground.folder.path())?.ok_or("there is no C compiler")?;
    (ground.setup.paced, ground.setup.more) = (true, hands.environment());
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    for staff in STAFF {
        ground.telegram.acquaintance(Person::named(staff, "Vera").with_app_in("en"));
    }
    // To make somebody's acquaintance unblocks her.
    let others = Traffic::new(&ground.telegram, ground.traffic.pairs);
    for pair in 0..AWAY {
        ground.telegram.acquaintance(Person::named(chat(pair, Who::Mentor), "Tomás")).blocks();
        ground.traffic.says(pair, Who::Mentee, "are you there?", None);
    }
    let before = settled(&ground).await?;
    let writing = tokio::spawn(writes(others.clone(), wish.rate));
    let mut frozen = Vec::new();
    for n in 1..=wish.times {
        let ahead = TimeDelta::hours(hours(n));
        if n % 10 == 0 {
            bot.terminate().await?;
            hands.set(ahead)?;
            (bot, _) = ground.setup.start_polling(&ground.telegram).await?;
        } else if n % 8 == 0 {
            let time = Duration::from_secs(u64::from((wish.frozen * n).div_ceil(wish.times)));
            let since = Instant::now();
            signal(&bot, "-STOP")?;
            hands.set(ahead)?;
            tokio::time::sleep(time).await;
            signal(&bot, "-CONT")?;
            frozen.push((since, Instant::now()));
        } else {
            hands.set(ahead)?;
        }
        tokio::time::sleep(WHILE).await;
    }
    writing.abort();
    hands.set(TimeDelta::zero())?;
    others.arrives(PATIENCE).await;
    told(&others, &frozen);
    account("clock", &others.tally(), 0);
    for ((name, _), (before, after)) in KEPT.iter().zip(before.iter().zip(kept(&ground).await?)) {
        at_most(&format!("clock.{name}_changed"), number(before.abs_diff(after)), 0.0, "");
    }
    Ok(())
}

/// What is kept once the messages wait and the team has been told.
async fn settled(ground: &Ground) -> Outcome<Vec<u64>> {
    let mut before = Vec::new();
    for _ in 0..30 {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let now = kept(ground).await?;
        if now == before && now.first() == Some(&AWAY.unsigned_abs()) {
            return Ok(now);
        }
        before = now;
    }
    Err("nothing waits".into())
}

/// By how many hours the clock is ahead the `n`th time: a year, an hour or what lies between, on or back, or not at all.
fn hours(n: u32) -> i64 {
    let far = match n / 3 % 6 {
        0 => 8_784,
        1 => 1,
        2 => 25,
        3 => 4_000,
        4 => 13,
        _ => 700,
    };
    match n % 3 {
        0 => far,
        1 => -far,
        _ => 0,
    }
}

/// People whose partners can be reached write, one after the other, both ways.
async fn writes(others: Traffic, rate: f64) {
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / rate));
    let pairs = others.pairs - AWAY;
    for n in 0.. {
        beat.tick().await;
        let who = if n / pairs % 2 == 0 { Who::Mentee } else { Who::Mentor };
        others.says(AWAY + n % pairs, who, format!("message {n}"), None);
    }
}

fn signal(bot: &Bot, signal: &str) -> std::io::Result<()> {
    Command::new("kill").args([signal, &bot.id()]).status().map(drop)
}

async fn kept(ground: &Ground) -> Outcome<Vec<u64>> {
    let mut kept = Vec::new();
    for (_, sql) in KEPT {
        kept.push(ground.number(sql).await?);
    }
    Ok(kept)
}

/// How long messages took: those that nobody was frozen for, and the others since the bot could work again.
fn told(others: &Traffic, frozen: &[(Instant, Instant)]) {
    let arrived: HashMap<u64, Instant> =
        others.telegram.deliveries().iter().rev().map(|it| (it.content, it.at)).collect();
    let drained = Duration::from_millis(16_000);
    let (mut usual, mut thawed) = (Vec::new(), Vec::new());
    for it in others.written() {
        let Some(at) = arrived.get(&it.content) else { continue };
        match frozen.iter().rev().find(|(since, until)| at > since && it.at < *until + drained) {
            Some((_, until)) => thawed.push(at.saturating_duration_since(it.at.max(*until))),
            None => usual.push(at.saturating_duration_since(it.at)),
        }
    }
    let frozen: Duration = frozen.iter().map(|(since, until)| *until - *since).sum();
    say("clock.frozen", frozen.as_secs(), "s");
    say("clock.wait_p50", format!("{:.2}", ms(percentile(&mut usual, 50))), "ms");
    at_most("clock.wait_most", ms(percentile(&mut usual, 100)), SECONDS, "ms");
    at_most("clock.thawed_most", ms(percentile(&mut thawed, 100)), THAWED, "ms");
}
