//! Worlds.

use chrono::{DateTime, Utc};
use lazo::clock::Clock;
use lazo::stage::{AMINA, Opening, TOMAS, VERA, World};
use lazo::words::Words;
use std::sync::Arc;

fn beginning() -> DateTime<Utc> {
    "2026-03-02T10:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn a_new_world_opens_with_a_pair_that_can_talk() {
    let words = Arc::new(Words::load().unwrap());
    let begun = std::time::Instant::now();
    let world = World::opens(words, Clock::stopped_at(beginning()), Opening::Paired).await.unwrap();
    println!("{:?}", begun.elapsed());
    world.phone(AMINA).unwrap().says("مرحبا");
    world.rests().await.unwrap();
    for place in [AMINA; 0] {
        for seen in world.phone(place).unwrap().screen() {
            println!("{place} {} {:?} {:?}", seen.from_bot, seen.text, seen.buttons.concat().iter().map(|b| b.text.clone()).collect::<Vec<_>>());
        }
    }
    assert!(world.phone(TOMAS).unwrap().screen().iter().any(|seen| seen.text == "مرحبا"));
    world.closes().await;
}
