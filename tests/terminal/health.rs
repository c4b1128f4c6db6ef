//! `lazo health`.

use crate::house::{House, runs, said};
use chrono::TimeDelta;
use lazo::clock::Clock;
use lazo::store::Db;
use rustix::process::{Pid, Signal, kill_process};
use std::time::{Duration, Instant};
use tokio::process::Command;

#[tokio::test]
async fn before_the_first_start_the_bot_is_not_well_and_nothing_is_made() {
    let house = House::new().await;
    let said = house.asks(&["health"]).await;
    assert_eq!(said.code, Some(1));
    let there = format!(
        "Telegram was never heard, and {} is not there: is the bot running, and there?\n",
        house.url()
    );
    assert_eq!(said.err, there);
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_bot_is_well_once_it_has_heard_from_telegram_and_no_longer_when_that_is_long_ago() {
    let house = House::new().await;
    let running = house.runs().await;
    // News end the first poll early.
    house.telegram.raw_update(serde_json::json!({}));
    let patience = Instant::now() + Duration::from_secs(40);
    while !house.asks(&["health"]).await.out.starts_with("Well: Telegram was heard ") {
        assert!(Instant::now() < patience, "it never was well");
    }
    assert_eq!(running.terminates().await, Some(0));
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let last = tx.heartbeat().await.unwrap().unwrap();
    tx.beat(last - TimeDelta::seconds(90), last - TimeDelta::seconds(90)).await.unwrap();
    tx.listens(last - TimeDelta::seconds(100)).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let said = house.asks(&["health"]).await;
    assert_eq!(said.code, Some(1));
    assert!(said.err.starts_with("Telegram was last heard "), "{}", said.err);
}

#[tokio::test]
async fn a_bot_whose_first_poll_is_still_open_is_starting_for_a_minute_and_no_longer() {
    let house = House::new().await;
    let db = Db::open(&house.url()).await.unwrap();
    let began = async |seconds| {
        let mut tx = db.begin().await.unwrap();
        tx.listens(Clock::default().now() - TimeDelta::seconds(seconds)).await.unwrap();
        let _ = tx.commit().await.unwrap();
        house.asks(&["health"]).await
    };
    let said = began(20).await;
    assert!(said.code == Some(0) && said.out.starts_with("Starting: Lazo began to listen 2"), "{}", said.out);
    let said = began(61).await;
    assert_eq!(said.code, Some(1));
    assert_eq!(said.err, "Telegram was never heard: is the bot running?\n");
}

#[tokio::test]
async fn a_bot_that_listens_says_so_before_its_first_poll_comes_back() {
    let house = House::new().await;
    let running = house.runs().await;
    let patience = Instant::now() + Duration::from_secs(10);
    while house.asks(&["health"]).await.code != Some(0) {
        assert!(Instant::now() < patience, "it never was starting");
    }
    assert_eq!(running.terminates().await, Some(0));
}

#[tokio::test]
async fn a_bot_whose_token_was_taken_back_is_not_well_and_health_says_what_to_do() {
    let house = House::new().await;
    let db = Db::open(&house.url()).await.unwrap();
    let now = Clock::default().now();
    let mut tx = db.begin().await.unwrap();
    tx.listens(now).await.unwrap();
    tx.beat(now, now).await.unwrap();
    tx.deaf(now).await.unwrap();
    let _ = tx.commit().await.unwrap();
    let said = house.asks(&["health"]).await;
    assert_eq!(said.code, Some(1));
    assert!(
        said.err.starts_with("Telegram refuses the token") && said.err.contains("restart"),
        "{}",
        said.err
    );
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

const NAMESPACES: [&str; 5] = ["--user", "--map-root-user", "--pid", "--fork", "--mount-proc"];

/// Whether the system lets somebody make a container's namespaces. Where everything is to be tested, it must.
#[expect(clippy::disallowed_methods, reason = "whoever tests everything says so in the environment")]
async fn has_namespaces() -> bool {
    let tried = Command::new("unshare").args(NAMESPACES).arg("true").output().await;
    let possible = tried.is_ok_and(|it| it.status.success());
    assert!(possible || std::env::var("CI").is_err(), "namespaces can be made");
    possible
}

/// The program, started by another one.
fn by(house: &House, starter: &str, options: &[&str], arguments: &[&str]) -> Command {
    let mut command = Command::new(starter);
    command.args(options).arg(env!("CARGO_BIN_EXE_lazo")).args(arguments).env_clear().kill_on_drop(true);
    command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("HOME", house.folder.path());
    command
}

#[tokio::test]
async fn in_a_demo_s_container_health_asks_the_demo_and_ctrl_c_ends_it() {
    let house = House::new().await;
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    if !has_namespaces().await {
        return;
    }
    let demo = ["demo", "--port", &port, "--listen", "0.0.0.0"];
    let demo = by(&house, "unshare", &[&NAMESPACES, &["--kill-child"][..]].concat(), &demo);
    let mut running = runs(demo).await;
    let outer = running.child.id().unwrap();
    let children = std::fs::read_to_string(format!("/proc/{outer}/task/{outer}/children")).unwrap();
    let inner = children.trim();
    let beside = ["--target", inner, "--user", "--pid", "--mount", "--preserve-credentials"];
    let well = said(by(&house, "nsenter", &beside, &["health"])).await;
    assert_eq!((well.code, well.out.as_str()), (Some(0), "Well: the demo answers.\n"), "{}", well.err);
    // A first process that hears no signal is not ended by one.
    let inner = Pid::from_raw(inner.parse().unwrap()).unwrap();
    kill_process(inner, Signal::INT).unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(10), running.child.wait());
    assert_eq!(ended.await.unwrap().unwrap().code(), Some(0));
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}
