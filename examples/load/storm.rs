//! Half an hour in which everything goes wrong that can: pairs and circles write, send albums, edit, react and press,
//! one request in twenty fails in one of all known ways, and the bot is killed again and again.

use crate::figures::{at_most, count, number, random, say};
use crate::ground::Ground;
use crate::traffic::{Who, chat};
use crate::{Common, Outcome};
use lazo::demo::{Content, Fault, Person, Phone, Rule, Seen};
use lazo::store::Db;
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

/// Something somebody wrote, as everybody else should see it in the end.
struct Word {
    author: i64,
    to: Vec<i64>,
    message: i64,
    text: String,
    edited: bool,
}

/// People who know each other, and what they wrote.
struct Storm {
    circles: Vec<Vec<Phone>>,
    words: Vec<Word>,
}

/// Parts of each album.
const PARTS: usize = 3;

pub(crate) async fn run(common: &Common, wish: &Wish) -> Outcome {
    let pairs = common.pairs.unwrap_or(50);
    let from = pairs + pairs % 2;
    let ground = Ground::new(common, from + 2 * wish.circles, from + 2 * wish.circles).await?;
    let db = Db::open(&ground.setup.database).await?;
    join(&db, from, from + 2 * wish.circles).await?;
    db.close().await;
    let phones = |pair| {
        [(Who::Mentee, "Amina", "ar"), (Who::Mentor, "Tomás", "es")].map(|(who, name, language)| {
            ground.telegram.acquaintance(Person::named(chat(pair, who), name).with_app_in(language))
        })
    };
    let circles = (0..wish.circles).map(|n| from + 2 * n);
    let circles = circles.map(|pair| phones(pair).into_iter().chain(phones(pair + 1)).collect());
    let circles = (0..pairs).map(|pair| phones(pair).into_iter().collect()).chain(circles).collect();
    let mut storm = Storm { circles, words: Vec::new() };
    for rule in rules(wish.share) {
        ground.telegram.fault(rule);
    }
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    let (begun, time) = (Instant::now(), Duration::from_secs_f64(wish.minutes * 60.0));
    let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / wish.rate));
    let (mut kills, mut in_flight) = (0, 0);
    while begun.elapsed() < time {
        beat.tick().await;
        storm.happens()?;
        if begun.elapsed() > time.mul_f64(f64::from(kills + 1) / f64::from(wish.kills + 1))
            && kills < wish.kills
        {
            bot.kill()?;
            kills += 1;
            in_flight += ground.number(IN_FLIGHT).await?;
            bot = ground.setup.start()?;
        }
    }
    ground.telegram.clear_faults();
    let quiet = storm.settles(&ground).await;
    say("storm.kills", kills, "");
    say("storm.faults", ground.telegram.faults_happened(), "requests");
    let lost = |method: &str| ground.telegram.answers_lost(method);
    let once_more = lost("copyMessage") + lost("sendMessage") + lost("copyMessages") * number_of(PARTS);
    storm.account(once_more + in_flight);
    say("storm.settled_within", format!("{:.0}", quiet.as_secs_f64()), "s");
    Ok(())
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
            Db::Postgres(pool) => sqlx::query(sql).bind(from).bind(to).execute(pool).await.map(drop),
        }?;
    }
    Ok(())
}

/// What may have arrived of what the bot had begun and not signed off.
const IN_FLIGHT: &str =
    "SELECT COALESCE(SUM(CASE WHEN op = 'album' THEN 3 ELSE 1 END), 0) FROM letter WHERE state = 'sending'";

/// Every way to fail, each as often as the others; those that end in a timeout of half a minute a tenth as often.
fn rules(share: f64) -> impl Iterator<Item = Rule> {
    let refuse =
        Fault::Refuse { code: 500, description: "Internal Server Error".to_owned(), parameters: None };
    let quick = [
        Fault::TooMany { seconds: Some(1) },
        Fault::TooMany { seconds: None },
        refuse,
        Fault::Page { status: 502 },
        Fault::Truncated,
        Fault::CutBefore,
        Fault::CutAfter,
        Fault::CutMidway,
    ];
    let each = share / 8.2;
    let polls =
        [Fault::Page { status: 502 }, Fault::CutAfter].map(|it| Rule::new(it).on("getUpdates").chance(each));
    let slow = [Fault::Hang, Fault::HangAfter].map(|it| Rule::new(it).chance(each / 10.0));
    quick.into_iter().map(move |it| Rule::new(it).chance(each)).chain(slow).chain(polls)
}

impl Storm {
    /// One thing that somebody does.
    fn happens(&mut self) -> Outcome {
        let circle = usize::try_from(random(number_of(self.circles.len())))?;
        let circle = self.circles.get(circle).ok_or("nobody is there")?.clone();
        let author = usize::try_from(random(number_of(circle.len())))?;
        let author = circle.get(author).ok_or("nobody is there")?;
        let to: Vec<i64> = circle.iter().map(Phone::id).filter(|id| *id != author.id()).collect();
        match random(100) {
            0..74 => self.writes(author, &to, Content::Text),
            74..82 => {
                let album = format!("album {}", self.words.len());
                for _ in 0..PARTS {
                    self.writes(author, &to, |caption| Content::AlbumPhoto {
                        album: album.clone(),
                        caption: Some(caption),
                    });
                }
            }
            82..90 => self.edits(author),
            90..96 => {
                if let Some(last) = author.last().filter(|last| last.copied) {
                    author.reacts(last.id, "👍");
                }
            }
            _ => presses(author)?,
        }
        Ok(())
    }

    fn writes(&mut self, author: &Phone, to: &[i64], content: impl FnOnce(String) -> Content) {
        let text = format!("word {}", self.words.len());
        let message = author.sends(content(text.clone()));
        self.words.push(Word { author: author.id(), to: to.to_vec(), message, text, edited: false });
    }

    /// The last thing she wrote turns into something else.
    fn edits(&mut self, author: &Phone) {
        let Some(word) = self.words.iter_mut().rev().take(2_000).find(|word| word.author == author.id())
        else {
            return;
        };
        word.text =
            format!("{} changed", word.text.trim_end_matches(" changed twice").trim_end_matches(" changed"));
        if word.edited {
            word.text.push_str(" twice");
        }
        word.edited = true;
        author.edits(word.message, &word.text);
    }

    /// Waits until everything stands where it should, or nothing has changed for two minutes. Gives how long that took.
    async fn settles(&self, ground: &Ground) -> Duration {
        let begun = Instant::now();
        let (mut seen, mut since) = (0, Instant::now());
        while since.elapsed() < Duration::from_secs(120) {
            let tally = self.tally();
            if tally.lost + tally.unchanged == 0 && ground.telegram.queue_len() == 0 {
                break;
            }
            let now = ground.telegram.delivered();
            if now != seen {
                (seen, since) = (now, Instant::now());
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        begun.elapsed()
    }

    fn tally(&self) -> Tally {
        let mut tally =
            Tally { places: self.words.iter().map(|word| word.to.len()).sum(), ..Tally::default() };
        for phone in self.circles.iter().flatten() {
            tally.read(&self.words, phone.id(), &phone.history());
        }
        tally
    }

    fn account(&self, once_more: u64) {
        let tally = self.tally();
        say("storm.written", self.words.len(), "messages");
        say("storm.edited", self.words.iter().filter(|word| word.edited).count(), "messages");
        say("storm.to_arrive", tally.places, "copies");
        at_most("storm.lost", count(tally.lost), 0.0, "copies");
        at_most("storm.edits_lost", count(tally.unchanged), 0.0, "copies");
        at_most("storm.astray", count(tally.astray), 0.0, "copies");
        at_most("storm.out_of_order", count(tally.out_of_order), 0.0, "copies");
        at_most("storm.duplicates", count(tally.twice), number(once_more), "copies");
    }
}

/// Presses the button of her own language, or asks for the buttons.
fn presses(author: &Phone) -> Outcome {
    let own = ["العربية", "Español"];
    let last = author.last();
    let label = own.iter().find(|label| {
        last.iter().flat_map(|seen| seen.buttons.iter().flatten()).any(|button| button.text.contains(**label))
    });
    let button = label.and_then(|label| {
        last.iter().flat_map(|seen| seen.buttons.iter().flatten()).find(|button| button.text.contains(*label))
    });
    match (button, &last) {
        (Some(button), Some(seen)) => {
            author.presses_on(seen.id, &button.text).map_err(|why| why.to_string())?
        }
        _ => author.says("/language"),
    };
    Ok(())
}

/// What became of what was written.
#[derive(Default)]
struct Tally {
    places: usize,
    lost: usize,
    unchanged: usize,
    twice: usize,
    astray: usize,
    out_of_order: usize,
}

impl Tally {
    /// Reads one person's chat.
    fn read(&mut self, words: &[Word], reader: i64, history: &[Seen]) {
        let copies = history.iter().filter(|seen| seen.from_bot && !seen.deleted);
        let copies = copies.filter_map(|seen| Some((place(&seen.text)?, seen)));
        let mut found: HashMap<usize, Vec<&Seen>> = HashMap::new();
        let mut last = 0;
        for (place, seen) in copies {
            let Some(word) = words.get(place).filter(|word| word.to.contains(&reader)) else {
                self.astray += 1;
                continue;
            };
            let before = found.entry(place).or_default();
            // What was changed may be a fresh copy that took the place of the first.
            if before.is_empty() && !word.edited {
                self.out_of_order += usize::from(place < last);
                last = last.max(place);
            }
            before.push(seen);
        }
        for (place, word) in words.iter().enumerate().filter(|(_, word)| word.to.contains(&reader)) {
            match found.get(&place) {
                None => self.lost += 1,
                Some(copies) => {
                    self.twice += copies.len() - 1;
                    self.unchanged += usize::from(!copies.iter().any(|seen| seen.text == word.text));
                }
            }
        }
    }
}

/// Which word this is, if it is one.
fn place(text: &str) -> Option<usize> {
    text.strip_prefix("word ")?.split(' ').next()?.parse().ok()
}

fn number_of(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
