//! Starting and stopping.

use crate::database::Database;
use crate::house::{House, runs, said, terminate};
use lazo::demo::Person;
use lazo::store::Db;
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::Command;

#[tokio::test]
async fn a_start_says_where_the_data_is_and_who_the_bot_is_and_sigterm_ends_it() {
    let house = House::new().await;
    let running = house.runs().await;
    assert!(running.out.contains(&format!("Data: {}", house.url())), "{}", running.out);
    assert!(running.out.contains("Lazo is @lazo_test_bot."), "{}", running.out);
    for file in ["lazo.db", "lazo.db-wal", "lazo.lock"] {
        let mode = house.path(file).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert_eq!(running.terminates().await, Some(0));
}

#[tokio::test]
async fn a_second_bot_on_the_same_database_leaves_with_a_clear_line() {
    let house = House::new().await;
    let _first = house.runs().await;
    let second = house.asks(&["run"]).await;
    assert_eq!(second.code, Some(1));
    assert!(second.err.contains("Another Lazo is already running with this database"), "{}", second.err);
}

#[tokio::test]
async fn a_password_in_a_databases_address_is_not_printed() {
    let Some(database) = Database::postgres().await else { return };
    let house = House::new().await;
    let mut command = house.lazo(&[]);
    command.env("LAZO_DATABASE_URL", database.url().replace("lazo@", "lazo:hunter2@"));
    let running = runs(command).await;
    assert!(running.out.contains("Data: postgres://lazo@localhost/lazo_"), "{}", running.out);
    assert!(!running.out.contains("hunter2"));
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_is_named_without_its_password() {
    let house = House::new().await;
    let mut command = house.lazo(&["check"]);
    command.env("LAZO_DATABASE_URL", "postgres://lazo:hunter2@127.0.0.1:1/lazo");
    let said = said(command).await;
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("✗ Database: could not reach the database server"), "{}", said.out);
    assert!(!said.out.contains("hunter2") && !said.err.contains("hunter2"));
}

#[tokio::test]
async fn sigterm_ends_it_as_the_first_process_of_a_container_too() {
    let house = House::new().await;
    let alone = ["--pid", "--fork", "--kill-child", "--mount-proc"];
    let allowed = Command::new("unshare").args(alone).arg("true").output().await;
    if !allowed.is_ok_and(|done| done.status.success()) {
        eprintln!(
            "\n!!! SKIPPED as the first process: this computer does not let us make a process namespace !!!\n"
        );
        return;
    }
    let mut command = Command::new("unshare");
    command.args(alone).arg(env!("CARGO_BIN_EXE_lazo")).kill_on_drop(true).stdin(Stdio::null());
    for (name, value) in house.lazo(&[]).as_std().get_envs() {
        command.env(name, value.unwrap());
    }
    let mut running = runs(command).await;
    let outside = running.child.id().unwrap();
    let children = std::fs::read_to_string(format!("/proc/{outside}/task/{outside}/children")).unwrap();
    let inside: u32 = children.trim().parse().unwrap();
    terminate(inside);
    let ended = tokio::time::timeout(Duration::from_secs(10), running.child.wait()).await.unwrap().unwrap();
    assert_eq!(ended.code(), Some(0));
}

#[tokio::test]
async fn a_webhook_that_another_program_left_behind_is_named_and_taken_away_and_what_waits_arrives() {
    let house = House::new().await;
    let stranger = house.telegram.person(Person { id: 77, ..Person::default() });
    stranger.says("/start");
    let hook = format!("{}/bot{}/setWebhook", house.telegram.url(), house.telegram.token());
    let hook = reqwest::Client::new().post(hook).json(&json!({ "url": "https://other.example/secret-path" }));
    assert!(hook.send().await.unwrap().status().is_success());
    let check = house.asks(&["check"]).await;
    assert_eq!(check.code, Some(0), "{}", check.out);
    assert!(check.out.contains("other.example receives its messages"), "{}", check.out);
    assert!(!check.out.contains("secret-path"), "{}", check.out);
    let running = house.runs().await;
    let patience = Instant::now() + Duration::from_secs(20);
    while !stranger.screen().iter().any(|seen| seen.from_bot) {
        assert!(Instant::now() < patience, "what was written meanwhile is lost");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let check = house.asks(&["check"]).await;
    assert!(!check.out.contains("other.example"), "{}", check.out);
    assert_eq!(running.terminates().await, Some(0));
}

#[tokio::test]
async fn a_bot_that_was_renamed_is_called_by_its_new_name_and_starts_without_telegram_by_the_last_one() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let db = Db::open(&house.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    tx.note("bot_name", "former_bot").await.unwrap();
    let _ = tx.commit().await.unwrap();
    db.close().await;
    let mut away = house.lazo(&[]);
    away.env("LAZO_TELEGRAM_API_URL", "http://127.0.0.1:1");
    let running = runs(away).await;
    assert!(running.out.contains("Lazo is @former_bot."), "{}", running.out);
    assert_eq!(running.terminates().await, Some(0));
    let running = house.runs().await;
    assert!(running.out.contains("Lazo is @lazo_test_bot."), "{}", running.out);
    let link = house.asks(&["invite", "--role", "lead"]).await;
    assert!(link.out.starts_with("https://t.me/lazo_test_bot?"), "{}", link.out);
    assert_eq!(running.terminates().await, Some(0));
}
