//! A loop that stands still ends the process, and a start that finds no server does.

use crate::cutting::Cutting;
use crate::database::{Database, Own};
use crate::stumbling::{Ground, hasty, start};
use lazo::bot::LOOPS;
use lazo::demo::{Options, Telegram};
use lazo::limits::Limits;
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_that_stands_still_is_named_and_ends_the_bot() {
    for does in LOOPS {
        let database = Database::sqlite();
        let url = database.url();
        let limits = Limits { still: Duration::from_secs(3), ..Limits::default() };
        let mut ground = Ground::on(database, &url, limits).await;
        let flows = tokio::spawn(ground.traffic.clone().flows(20.0));
        let goes_on = tokio::time::timeout(Duration::from_secs(6), ground.bot.fails()).await;
        assert!(goes_on.is_err(), "all is well: {}", goes_on.unwrap());
        ground.bot.watch().freeze(does);
        ground.bot.wake();
        let begun = Instant::now();
        let ends = tokio::time::timeout(Duration::from_secs(10), ground.bot.fails()).await;
        let why = ends.unwrap_or_else(|_| panic!("nobody notices that nobody {does}")).to_string();
        assert!(why.starts_with(&format!("The part of Lazo that {does} stands still")), "{why}");
        let after = begun.elapsed();
        assert!((Duration::from_secs(3)..Duration::from_secs(4)).contains(&after), "{does}: {after:?}");
        flows.abort();
        let stops = tokio::time::timeout(Duration::from_secs(10), ground.bot.stop()).await;
        assert!(stops.is_ok(), "it ends though nobody {does}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_without_a_server_tries_for_a_while_and_leaves() {
    let Some((own, database)) = Own::new().await else { return };
    let telegram = Telegram::start(Options::for_load()).await.unwrap();
    own.stops(false).await;
    let begun = Instant::now();
    let why = start(&telegram, &database.url(), hasty()).await.err().expect("there is no server").to_string();
    assert!(why.starts_with("The database does not work: could not reach the database server: "), "{why}");
    let after = begun.elapsed();
    assert!(after >= hasty().start && after < hasty().start * 2, "{after:?}");
    let url = database.url();
    let starts = tokio::join!(start(&telegram, &url, hasty()), async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        own.starts().await;
    });
    starts.0.expect("it comes in time").stop().await;
    let wrong = database.url().replace("lazo@", "nobody@");
    let begun = Instant::now();
    let why = start(&telegram, &wrong, hasty()).await.err().expect("nobody may come in").to_string();
    assert!(why.contains("SQLSTATE 28") && begun.elapsed() < hasty().start, "at once: {why}");
}

/// A server that falls silent, in the middle of the work. Times are a tenth of those in earnest.
#[tokio::test(flavor = "multi_thread")]
async fn while_a_server_is_silent_the_log_says_so_and_then_all_goes_on_at_once() {
    crate::hears_the_log();
    let Some(database) = Database::postgres().await else { return };
    let cutting = Cutting::before(&database.url()).await;
    let ground = Ground::on(database, &cutting.url(), hasty()).await;
    let flows = tokio::spawn(ground.traffic.clone().flows(40.0));
    tokio::time::sleep(Duration::from_secs(1)).await;
    ground.pulses_fall_due().await;
    cutting.falls_silent(true);
    let begun = Instant::now();
    while !crate::log().contains("it did not answer in time") {
        assert!(begun.elapsed() < Duration::from_millis(3500), "nobody says so");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_secs(25)).await;
    let before = ground.telegram.delivered();
    cutting.falls_silent(false);
    let begun = Instant::now();
    while ground.telegram.delivered() < before + 70 {
        assert!(begun.elapsed() < Duration::from_secs(5), "it does not go on");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    flows.abort();
    let _ = flows.await;
    ground.all_is_well().await;
    assert_eq!(cutting.cancels(), 0, "what is cancelled may be answered as done, and lost");
}
