//! Starting and stopping.

use crate::database::Database;
use crate::house::{House, runs, said, terminate};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::Duration;
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
