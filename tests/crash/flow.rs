//! Letters go on leaving by themselves: nothing has to happen for the next one.

use crate::traffic::{Who, chat};
use crate::{Database, Ground};
use lazo::clock::Clock;
use lazo::domain::id::ChatId;
use lazo::domain::letter::{Post, Rank};
use lazo::domain::relay::RelayLetter;
use lazo::store::Db;
use std::time::Duration;

#[tokio::test(flavor = "multi_thread")]
async fn everything_one_person_writes_at_once_arrives_at_once() {
    let ground = Ground::on(Database::sqlite()).await;
    let _bot = ground.setup.start_polling(&ground.telegram).await.unwrap();
    for n in 0..100 {
        ground.traffic.says(0, Who::Mentee, format!("message {n}"), None);
    }
    assert!(ground.traffic.arrives(Duration::from_secs(5)).await, "{:?}", ground.traffic.tally());
}

#[tokio::test(flavor = "multi_thread")]
async fn prompts_leave_one_after_the_other_at_telegrams_pace() {
    let mut ground = Ground::on(Database::sqlite()).await;
    ground.setup.paced = true;
    let db = Db::open(&ground.database.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let everybody = (0..10).flat_map(|pair| [chat(pair, Who::Mentee), chat(pair, Who::Mentor)]);
    let posts: Vec<_> = everybody
        .flat_map(|chat| [chat; 4])
        .map(|chat| Post::ranked(ChatId(chat), Rank::Prompt, RelayLetter::Unpaused))
        .collect();
    tx.post_all(&posts, Clock::default().now()).await.unwrap();
    let _ = tx.commit().await.unwrap();
    db.close().await;
    let _bot = ground.setup.start_polling(&ground.telegram).await.unwrap();
    // 80 at 29 a second take 2.6 s.
    let arrived = ground.traffic.delivered(80, Duration::from_secs(8)).await;
    assert!(arrived, "{} of 80 prompts left", ground.telegram.delivered());
}
