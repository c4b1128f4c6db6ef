//! Any sequence of presses, messages, languages and time, before, between and during the tour's steps: nothing breaks, and
//! the tour goes on or offers the way back.
//!
//! Each history follows from its seed. `LAZO_TOURS=40 cargo test --test stage whatever` plays more of them.

use crate::playing::{Playing, buttons, json_of, keys, links, log};
use lazo::stage::STEPS;
use serde_json::{Value, json};

/// Histories that are played, unless the environment says otherwise.
const TOURS: u64 = 4;

/// What a visitor writes: words of people, and commands of the bot.
const SAID: [&str; 14] = [
    "canary-4410 hello",
    "canary-4410 ¿qué tal?",
    "canary-4410 مرحبا",
    "/menu",
    "/help",
    "/start",
    "/undo",
    "/invite",
    "/pair",
    "/pairs",
    "/cases",
    "/settings",
    "/leave",
    "+34 600 123 456",
];

/// Chance that follows from a seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n.max(1)).unwrap()).unwrap()
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Something a visitor does next. Mostly she presses what is new.
fn touch(chance: &mut Chance, phones: &[Value]) -> (usize, Value) {
    let place = chance.below(4);
    let messages = phones[place]["messages"].as_array().unwrap();
    let newest = &messages[messages.len().saturating_sub(8)..];
    let id = |chance: &mut Chance| chance.one_of(newest).map_or(json!(1), |it| it["id"].clone());
    let said = |chance: &mut Chance| SAID[chance.below(SAID.len())];
    let act = match chance.below(20) {
        0..=8 => match chance.one_of(&buttons(newest)) {
            Some(button) => button.press(),
            None => json!("start"),
        },
        9..=10 => {
            let label = chance.one_of(&keys(&phones[place])).cloned();
            json!({ "key": { "label": label.unwrap_or_else(|| json!("☰")) } })
        }
        11..=12 => json!({ "say": { "text": said(chance) } }),
        13 => json!({ "say": { "text": said(chance), "reply_to": id(chance) } }),
        14 => {
            let all = ["photo", "album", "voice", "sticker", "location", "contact", "document"];
            let what = chance.one_of(&all).unwrap();
            json!({ "send": { "what": what } })
        }
        15 => json!({ "edit": { "message": id(chance), "text": said(chance) } }),
        16 => json!({ "react": { "message": id(chance), "emoji": "❤" } }),
        17 => {
            let code = chance.one_of(&["en", "es", "ar"]).unwrap();
            json!({ "language": { "code": code } })
        }
        18 => match chance.one_of(&phones.iter().flat_map(links).collect::<Vec<_>>()) {
            Some(link) => json!({ "open": { "link": link } }),
            None => json!("start"),
        },
        _ => {
            let bare = chance.one_of(&["block", "unblock", "voiceless", "start"]).unwrap();
            json!(bare)
        }
    };
    (place, act)
}

async fn touches(stage: &Playing, world: &str, chance: &mut Chance, times: usize) {
    for _ in 0..times {
        if chance.below(8) == 0 {
            let by = [json!({ "hours": 1 }), json!({ "days": 1 }), json!({ "days": 5 }), json!("something")];
            stage.moves(world, by[chance.below(by.len())].clone()).await;
        } else {
            let (place, act) = touch(chance, &stage.sees(world).await.0);
            stage.acts(world, place, act).await;
        }
    }
}

/// One tour, touched before, between and during its steps. Gives how often it needed a fresh world.
async fn tour(seed: u64) -> usize {
    let mut chance = Chance(seed);
    let stage = Playing::new().await;
    let world = stage.tour().await;
    let mut back = 0;
    for step in 0..STEPS {
        let times = chance.below(4);
        touches(&stage, &world, &mut chance, times).await;
        let mut meanwhile = Chance(chance.next());
        let at_once = chance.below(3);
        let fresh = if at_once == 0 {
            let hand = touches(&stage, &world, &mut meanwhile, 2);
            tokio::join!(stage.goes_on(&world), hand).0
        } else {
            stage.goes_on(&world).await
        };
        back += usize::from(fresh);
        let done = stage.sees(&world).await.1["tour"]["done"].clone();
        assert_eq!(done, json!(step + 1), "seed {seed}");
    }
    let aside = json_of(stage.get(&format!("{world}/rows?table=set_aside")).await).await;
    assert_eq!(aside["rows"], json!([]), "seed {seed}: nothing a visitor did was too much for the bot");
    back
}

/// How many are played.
#[expect(clippy::disallowed_methods, reason = "how long it runs is asked for in the environment")]
fn tours() -> u64 {
    std::env::var("LAZO_TOURS").ok().and_then(|tours| tours.parse().ok()).unwrap_or(TOURS)
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_touched_the_tour_goes_on_or_offers_the_way_back() {
    let tours = tours();
    let mut back = 0;
    for seed in 1..=tours {
        back += tour(seed).await;
    }
    println!("{tours} tours, {back} steps in a fresh world");
    let all = usize::try_from(tours).unwrap() * STEPS;
    assert!(back * 2 < all, "most steps go on where they are: {back} of {all} did not");
    assert!(!log().contains("canary"), "{}", log());
}
