//! However the bot ends, everything written arrives: once, and in order.

use crate::disk::Disk;
use crate::traffic::Tally;
use crate::{Database, Ground, PATIENCE};
use std::path::PathBuf;
use std::time::Duration;

/// Killed five times at moments spread over a backlog.
async fn killed_in_a_backlog(database: Database) {
    let ground = Ground::on(database).await;
    ground.traffic.backlog(300);
    let mut in_flight = 0;
    for kill in 0..5 {
        let mut bot = ground.setup.start().unwrap();
        assert!(ground.traffic.delivered(kill * 50 + 20, PATIENCE).await, "{}", ground.log());
        bot.kill().unwrap();
        in_flight += ground.in_flight().await;
    }
    assert!(ground.traffic.tally().lost > 0, "the backlog was gone before the last kill");
    let _bot = ground.setup.start().unwrap();
    ground.traffic.arrives(PATIENCE).await;
    let tally = ground.traffic.tally();
    assert_eq!(tally, Tally { sent: 300, twice: tally.twice, ..Tally::default() }, "{}", ground.log());
    assert!(tally.twice <= in_flight, "{} arrived twice, {in_flight} were on their way", tally.twice);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_bot_loses_nothing_and_keeps_the_order() {
    killed_in_a_backlog(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_bot_loses_nothing_and_keeps_the_order_on_postgresql() {
    if let Some(database) = Database::postgres().await {
        killed_in_a_backlog(database).await;
    }
}

/// Stopped three times while messages flow and Telegram takes its time.
async fn stopped_under_traffic(database: Database) {
    let ground = Ground::on(database).await;
    ground.telegram.latency(Duration::from_millis(30));
    let traffic = tokio::spawn(ground.traffic.clone().flows(100.0));
    for _ in 0..3 {
        let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
        tokio::time::sleep(Duration::from_millis(400)).await;
        let (status, took) = bot.terminate().await.unwrap();
        assert!(status.success(), "{status}: {}", ground.log());
        assert!(took < Duration::from_secs(10), "it took {took:?} to stop");
        assert_eq!(ground.in_flight().await, 0, "letters in flight were left without a word");
    }
    traffic.abort();
    let _bot = ground.setup.start().unwrap();
    ground.traffic.arrives(PATIENCE).await;
    let tally = ground.traffic.tally();
    assert_eq!(tally, Tally { sent: tally.sent, ..Tally::default() }, "{}", ground.log());
    assert!(tally.sent > 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_bot_loses_nothing_and_sends_nothing_twice() {
    stopped_under_traffic(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_bot_loses_nothing_and_sends_nothing_twice_on_postgresql() {
    if let Some(database) = Database::postgres().await {
        stopped_under_traffic(database).await;
    }
}

/// A backlog, one power cut in it, and what came of it; `None` where there is no C compiler.
async fn power_cut(deaf: bool) -> Option<Tally> {
    let mut ground = Ground::on(Database::sqlite()).await;
    let file = PathBuf::from(ground.database.url().strip_prefix("sqlite://").unwrap());
    let Some(disk) = Disk::under(&file, deaf).unwrap() else {
        eprintln!(
            "\n!!! SKIPPED: the power is only cut where there is a C compiler, and `cc` was not found !!!\n"
        );
        return None;
    };
    ground.setup.more = disk.environment();
    ground.traffic.backlog(300);
    let mut bot = ground.setup.start().unwrap();
    assert!(ground.traffic.delivered(120, PATIENCE).await, "{}", ground.log());
    bot.kill().unwrap();
    disk.lose_power().unwrap();
    let _bot = ground.setup.start().unwrap();
    ground.traffic.arrives(if deaf { PATIENCE / 5 } else { PATIENCE }).await;
    Some(ground.traffic.tally())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_loses_nothing() {
    if let Some(tally) = power_cut(false).await {
        assert_eq!(tally, Tally { sent: 300, twice: tally.twice, ..Tally::default() });
        assert!(tally.twice <= 64, "{} arrived twice", tally.twice);
    }
}

/// Without this the test above could not fail.
#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_loses_messages_where_the_log_is_not_synced() {
    if let Some(tally) = power_cut(true).await {
        assert!(tally.lost > 0, "{tally:?}");
    }
}
