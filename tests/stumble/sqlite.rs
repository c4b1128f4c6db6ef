//! A SQLite file that is locked, full or read-only for a while.

use crate::stumbling::{Ground, hasty, history};
use crate::traffic::Who;
use lazo::store::Db;
use std::time::{Duration, Instant};

/// Case 02.
#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_holds_the_file_nothing_is_lost_or_blamed() {
    let ground = Ground::sqlite().await;
    let Db::Sqlite(other, _) = &ground.beside else { panic!("not SQLite") };
    let mut turn = other.turn().await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *turn).await.unwrap();
    for n in 0..5 {
        ground.traffic.says(0, Who::Mentee, format!("message {n}"), None);
    }
    // Between two and three times what one statement waits: a page was tried as a whole and alone then.
    tokio::time::sleep(Duration::from_secs(40)).await;
    sqlx::query("ROLLBACK").execute(&mut *turn).await.unwrap();
    drop(turn);
    ground.all_is_well().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_disk_that_is_nearly_full_nothing_is_set_aside_and_no_alarm_put_off() {
    let ground = Ground::sqlite().await;
    let pages = ground.on_its_connection("PRAGMA page_count".to_owned()).await.unwrap();
    ground.on_its_connection(format!("PRAGMA max_page_count = {pages}")).await;
    ground.pulses_fall_due().await;
    ground.traffic.backlog(1200);
    tokio::time::sleep(Duration::from_secs(4)).await;
    for freed in 1..60 {
        // 28 kB at a time.
        ground.on_its_connection(format!("PRAGMA max_page_count = {}", pages + 7 * freed)).await;
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    ground.on_its_connection("PRAGMA max_page_count = 1000000".to_owned()).await;
    ground.all_is_well().await;
}

/// Some transactions are refused and some are not: one fails as a whole and alone, and would be set aside after that.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_read_only_now_and_then_loses_nothing() {
    let ground = Ground::sqlite().await;
    ground.pulses_fall_due().await;
    let flows = tokio::spawn(ground.traffic.clone().flows(100.0));
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(15) {
        for refuses in [1, 1, 0] {
            // Between any two of the bot's.
            ground.on_its_connection(format!("PRAGMA query_only = {refuses}")).await;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    ground.on_its_connection("PRAGMA query_only = 0".to_owned()).await;
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_others_hold_again_and_again_loses_nothing() {
    let ground = Ground::sqlite().await;
    let Db::Sqlite(other, _) = &ground.beside else { panic!("not SQLite") };
    ground.pulses_fall_due().await;
    // A third of how long they hold it: now and then two tries fail and the third does not.
    ground.on_its_connection("PRAGMA busy_timeout = 20".to_owned()).await;
    let flows = tokio::spawn(ground.traffic.clone().flows(100.0));
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(15) {
        let mut turn = other.turn().await.unwrap();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *turn).await.unwrap();
        tokio::time::sleep(Duration::from_millis(60)).await;
        sqlx::query("ROLLBACK").execute(&mut *turn).await.unwrap();
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
}

/// The other side: what fails by itself, with the database well, is set aside alone, and the rest goes on.
#[tokio::test(flavor = "multi_thread")]
async fn what_fails_by_itself_is_set_aside_and_nothing_waits_for_it() {
    let ground = Ground::sqlite().await;
    ground
        .on_its_connection(
            "CREATE TEMP TRIGGER refuses BEFORE INSERT ON main.source WHEN NEW.chat_id = 1000000001
         BEGIN SELECT RAISE(ABORT, 'it cannot be kept'); END"
                .to_owned(),
        )
        .await;
    ground.traffic.says(0, Who::Mentee, "what cannot be kept", None);
    ground.traffic.says(0, Who::Mentor, "what can", None);
    let aside = "SELECT COUNT(*) FROM set_aside";
    for _ in 0..500 {
        if ground.count(aside).await > 0 && ground.traffic.tally().lost == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!((ground.count(aside).await, ground.traffic.tally().lost), (1, 1));
}

/// No update can be noted for a while, whatever becomes of it: none is confirmed.
#[tokio::test(flavor = "multi_thread")]
async fn while_nothing_can_be_noted_about_an_update_it_stays_with_telegram() {
    let ground = Ground::sqlite().await;
    let flows = tokio::spawn(ground.traffic.clone().flows(40.0));
    tokio::time::sleep(Duration::from_millis(500)).await;
    let refuses =
        "CREATE TEMP TRIGGER refuses BEFORE INSERT ON main.seen BEGIN SELECT RAISE(ABORT, 'it is sick'); END";
    ground.on_its_connection(refuses.to_owned()).await;
    // It is tried at once, a second later and two after that: never at the moment when all is well again.
    tokio::time::sleep(Duration::from_secs(2)).await;
    ground.on_its_connection("DROP TRIGGER refuses".to_owned()).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
}

/// The law: whatever a file does, at a random moment and for a random time.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_stumbles_in_every_way_at_random_moments_loses_nothing() {
    let account = Box::pin(history(false, hasty(), 1, Duration::from_secs(4))).await.unwrap();
    assert!(account.is_well(), "{account:?}");
}
