//! `lazo health`.

use crate::house::House;
use lazo::store::Db;
use std::time::{Duration, Instant};

#[tokio::test]
async fn before_the_first_start_the_bot_is_not_well_and_nothing_is_made() {
    let house = House::new().await;
    let said = house.asks(&["health"]).await;
    assert_eq!(said.code, Some(1));
    assert_eq!(said.err, "Telegram was never heard: is the bot running?\n");
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_bot_is_well_once_it_has_heard_from_telegram_and_no_longer_when_that_is_long_ago() {
    let house = House::new().await;
    let running = house.runs().await;
    // News end the first poll early.
    house.telegram.raw_update(serde_json::json!({}));
    let patience = Instant::now() + Duration::from_secs(40);
    while house.asks(&["health"]).await.code != Some(0) {
        assert!(Instant::now() < patience, "it never was well");
    }
    let said = house.asks(&["health"]).await;
    assert!(said.out.starts_with("Well: Telegram was heard "), "{}", said.out);
    assert_eq!(running.terminates().await, Some(0));
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let last = tx.heartbeat().await.unwrap().unwrap();
    tx.beat(last - chrono::TimeDelta::seconds(90)).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let said = house.asks(&["health"]).await;
    assert_eq!(said.code, Some(1));
    assert!(said.err.starts_with("Telegram was last heard "), "{}", said.err);
}

#[tokio::test]
async fn health_waits_for_no_writer() {
    let house = House::new().await;
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    tx.note("anything", "at all").await.unwrap();
    let began = Instant::now();
    assert_eq!(house.asks(&["health"]).await.code, Some(1));
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
}
