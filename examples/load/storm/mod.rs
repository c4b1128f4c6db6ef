//! Half an hour in which everything goes wrong that can: pairs and circles write, send albums, edit, react and press,
//! one request in twenty fails in one of all known ways, and the bot is killed again and again.

mod account;
mod people;

use crate::figures::{at_most, count, say};
use crate::ground::Ground;
use crate::traffic::{Who, chat};
use crate::{Common, Outcome};
use account::{Mishaps, Tally};
use lazo::demo::{Fault, Person, Phone, Rule};
use lazo::store::Db;
use people::Storm;
use serde_json::json;
use std::collections::HashMap;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub(crate) struct Wish {
    /// Minutes
    #[arg(long, default_value_t = 30.0)]
    minutes: f64,
    /// How often the bot is killed meanwhile
    #[arg(long, default_value_t = 30)]
    kills: u32,
    /// Circles of four, besides the pairs
    #[arg(long, default_value_t = 5)]
    circles: i64,
    /// Things people do a second
    #[arg(long, default_value_t = 20.0)]
    rate: f64,
    /// The share of requests that goes wrong
    #[arg(long, default_value_t = 0.05)]
    share: f64,
}

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let pairs = common.pairs.unwrap_or(50);
    let from = pairs + pairs % 2;
    let ground = Ground::new(common, from + 2 * wish.circles, from + 2 * wish.circles).await?;
    let db = Db::open(&ground.setup.database).await?;
    join(&db, from, from + 2 * wish.circles).await?;
    db.close().await;
    let mut storm = Storm::of(circles(&ground, pairs, from, wish.circles));
    for rule in rules(wish.share) {
        ground.telegram.fault(rule);
    }
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    say("storm.lasts", format!("{:.1}", wish.minutes), "minutes, and then until all has settled");
    let (begun, time) = (Instant::now(), Duration::from_secs_f64(wish.minutes * 60.0));
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / wish.rate));
    let (mut kills, mut mishaps) = (0, Mishaps::none());
    while begun.elapsed() < time {
        beat.tick().await;
        storm.happens()?;
        if begun.elapsed() > time.mul_f64(f64::from(kills + 1) / f64::from(wish.kills + 1))
            && kills < wish.kills
        {
            bot.kill()?;
            kills += 1;
            for word in on_its_way(&ground).await? {
                *mishaps.killed.entry(word).or_default() += 1;
            }
            bot = ground.setup.start()?;
        }
    }
    ground.telegram.clear_faults();
    let quiet = settles(&storm, &ground).await?;
    say("storm.kills", kills, "");
    say("storm.faults", ground.telegram.faults_happened(), "requests");
    mishaps.tell(&ground.telegram);
    Tally::of(&storm, &mishaps).says(&storm);
    taps(&storm, &ground).await?;
    at_most("storm.settled_within", quiet.as_secs_f64(), LONGEST.as_secs_f64(), "s");
    Ok(())
}

/// Pairs from 0 on, and from pair `from` on circles of two pairs each.
fn circles(ground: &Ground, pairs: i64, from: i64, circles: i64) -> Vec<Vec<Phone>> {
    let phones = |pair| {
        [(Who::Mentee, "Amina", "ar"), (Who::Mentor, "Tomás", "es")].map(|(who, name, language)| {
            ground.telegram.acquaintance(Person::named(chat(pair, who), name).with_app_in(language))
        })
    };
    let circles = (0..circles).map(|n| from + 2 * n);
    let circles = circles.map(|pair| phones(pair).into_iter().chain(phones(pair + 1)).collect());
    (0..pairs).map(|pair| phones(pair).into_iter().collect()).chain(circles).collect()
}

/// Makes circles of four out of pairs that lie next to each other: from pair `from`, counted from 0 and even, to before
/// pair `to`. Pair i has the id i + 1: those with even ids join the one before.
async fn join(db: &Db, from: i64, to: i64) -> Outcome {
    for sql in [
        "UPDATE member SET conversation_id = conversation_id - 1
         WHERE conversation_id > $1 AND conversation_id <= $2 AND conversation_id % 2 = 0",
        "UPDATE conversation SET phase = 'closed' WHERE id > $1 AND id <= $2 AND id % 2 = 0",
    ] {
        match db {
            Db::Sqlite(writer, _) => {
                let mut turn = writer.turn().await?;
                sqlx::query(sql).bind(from).bind(to).execute(&mut *turn).await.map(drop)
            }
            Db::Postgres(server) => {
                let mut turn = server.turn().await?;
                sqlx::query(sql).bind(from).bind(to).execute(&mut *turn).await.map(drop)
            }
        }?;
    }
    Ok(())
}

/// What may have arrived without being signed off: into which chat, whose chat it was written in, and its number there.
async fn on_its_way(ground: &Ground) -> Outcome<Vec<(i64, i64, i64)>> {
    let letters: Vec<(i64, i64, i64, Option<String>)> = ground
        .rows(
            "SELECT l.lane, s.chat_id, s.message_id, l.parts FROM letter l JOIN source s ON s.id = l.source_id
             WHERE l.state = 'sending'",
        )
        .await?;
    let mut words = Vec::new();
    for (lane, author, message, parts) in letters {
        let parts: Vec<i64> = parts.map_or(Ok(vec![message]), |parts| serde_json::from_str(&parts))?;
        words.extend(parts.into_iter().map(|part| (lane, author, part)));
    }
    Ok(words)
}

/// Every way to fail, each as often as the others; those that end in a timeout of half a minute a tenth as often.
fn rules(share: f64) -> impl Iterator<Item = Rule> {
    let refuse =
        Fault::Refuse { code: 500, description: "Internal Server Error".to_owned(), parameters: None };
    let another = json!({ "ok": true, "result": { "message_id": 0, "from_a_later_version": {} } });
    let quick = [
        Fault::TooMany { seconds: Some(1) },
        Fault::TooMany { seconds: None },
        refuse,
        Fault::Page { status: 502 },
        Fault::Answer { body: another.clone() },
        Fault::Truncated,
        Fault::CutBefore,
        Fault::CutAfter,
        Fault::CutMidway,
    ];
    let each = share / 9.2;
    let polls = [Fault::Page { status: 502 }, Fault::CutAfter, Fault::Answer { body: another }];
    let polls = polls.map(|it| Rule::new(it).on("getUpdates").chance(each));
    let slow = [Fault::Hang, Fault::HangAfter].map(|it| Rule::new(it).chance(each / 10.0));
    quick.into_iter().map(move |it| Rule::new(it).chance(each)).chain(slow).chain(polls)
}

/// How long whatever is left of a storm may take: what moves for longer without coming to rest is a verdict, too.
const LONGEST: Duration = Duration::from_secs(600);

/// Waits until everything stands where it should, or nothing has changed for two minutes, or it has taken too long. Gives how
/// long that took.
async fn settles(storm: &Storm, ground: &Ground) -> Outcome<Duration> {
    let begun = Instant::now();
    let (mut seen, mut since) = (0, Instant::now());
    while since.elapsed() < Duration::from_secs(120) && begun.elapsed() <= LONGEST {
        let tally = Tally::of(storm, &Mishaps::none());
        let waiting = "SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'sending')";
        let open = tally.lost + tally.unchanged + ground.telegram.queue_len();
        if open == 0 && ground.number(waiting).await? == 0 {
            break;
        }
        let now = ground.telegram.delivered();
        if now != seen {
            (seen, since) = (now, Instant::now());
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Ok(begun.elapsed())
}

/// Every button that was pressed was answered on the phone it was pressed on, and did what it says: whoever chose a
/// language has that of her last choice, and whoever chose none has the one she was seeded with.
async fn taps(storm: &Storm, ground: &Ground) -> Outcome {
    let kept: Vec<(i64, String)> =
        ground.rows("SELECT chat_id, lang FROM person WHERE chat_id IS NOT NULL").await?;
    let kept: HashMap<i64, String> = kept.into_iter().collect();
    let phones = || storm.circles.iter().flatten();
    let taps = storm.pressed.values().map(Vec::len).sum::<usize>();
    let answered = phones().map(|phone| phone.toasts().len()).sum::<usize>();
    let wrong = phones().filter(|phone| {
        let seeded = if phone.id() % 2 == 1 { "ar" } else { "es" };
        let expected = storm.chosen.get(&phone.id()).copied().unwrap_or(seeded);
        let right = kept.get(&phone.id()).map(String::as_str) == Some(expected);
        if !right {
            let toasts: Vec<_> = phone.toasts().into_iter().rev().take(4).collect();
            say("storm.doubt", format!("{} should be spoken to in {expected}: {toasts:?}", phone.id()), "");
        }
        !right
    });
    say("storm.taps", taps, "");
    at_most("storm.taps_unanswered", count(taps.abs_diff(answered)), 0.0, "");
    at_most("storm.taps_without_effect_or_on_others", count(wrong.count()), 0.0, "people");
    Ok(())
}
