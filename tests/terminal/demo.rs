//! `lazo demo`: beside nothing real, on loopback, and gone without a trace.

use crate::house::{House, runs, said, terminate};
use tokio::process::Command;

/// The program with nothing in its environment but a home, where it may leave something if it must.
fn demo(house: &House, arguments: &[&str]) -> Command {
    let mut command = house.lazo(&["demo", "--port", "0"]);
    command.args(arguments).env_clear().env("HOME", house.folder.path()).current_dir(house.folder.path());
    command
}

#[tokio::test]
async fn the_demo_prints_its_address_plays_and_leaves_nothing_behind() {
    let house = House::new().await;
    let running = runs(demo(&house, &[])).await;
    let url = running.out.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:")).unwrap();
    assert!(running.out.contains("Only Telegram is a stand-in"), "{}", running.out);
    let page = reqwest::get(url).await.unwrap().text().await.unwrap();
    assert!(page.contains("<title>Lazo"), "{page:.200}");
    let made = reqwest::Client::new().post(format!("{url}worlds")).header("content-type", "application/json");
    assert!(made.body("{\"tour\":false}").send().await.unwrap().status().is_success());
    assert_eq!(running.terminates().await, Some(0));
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn ctrl_c_ends_it_while_somebody_watches() {
    let house = House::new().await;
    let mut running = runs(demo(&house, &[])).await;
    let url = running.out.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
    let client = reqwest::Client::new();
    let made = client.post(format!("{url}worlds")).header("content-type", "application/json");
    let made = made.body("{\"tour\":true}").send().await.unwrap().text().await.unwrap();
    let id = made.split('"').nth(3).unwrap();
    let mut events = client.get(format!("{url}w/{id}/events")).send().await.unwrap();
    assert!(events.chunk().await.unwrap().is_some());
    terminate(running.child.id().unwrap());
    let ended = tokio::time::timeout(std::time::Duration::from_secs(10), running.child.wait());
    assert_eq!(ended.await.unwrap().unwrap().code(), Some(0));
}

#[tokio::test]
async fn the_demo_does_not_begin_beside_a_real_bot_or_real_data() {
    let house = House::new().await;
    for (name, value, why) in [
        ("LAZO_TELEGRAM_TOKEN", "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi", "unset LAZO_TELEGRAM_TOKEN"),
        ("LAZO_TELEGRAM_TOKEN", "not even a token", "unset LAZO_TELEGRAM_TOKEN"),
        ("LAZO_TELEGRAM_TOKEN_FILE", "/nowhere", "unset LAZO_TELEGRAM_TOKEN"),
        ("LAZO_DATABASE_URL", "postgres://lazo@localhost/lazo", "unset LAZO_DATABASE_URL"),
        ("LAZO_DATABASE_URL", "sqlite:///tmp/lazo.db", "unset LAZO_DATABASE_URL"),
    ] {
        let mut command = demo(&house, &[]);
        command.env(name, value);
        let said = said(command).await;
        assert_eq!(said.code, Some(2), "{name}");
        assert!(said.err.contains(why) && said.err.trim().lines().count() == 1, "{}", said.err);
        assert!(!said.err.contains("ABCDEF"));
    }
}

#[tokio::test]
async fn whoever_lets_others_in_is_warned_and_a_port_that_is_taken_is_named() {
    let house = House::new().await;
    let running = runs(demo(&house, &["--listen", "0.0.0.0"])).await;
    assert!(running.out.contains("WARNING: everybody who reaches"), "{}", running.out);
    let url = running.out.split_whitespace().find(|word| word.starts_with("http://localhost:")).unwrap();
    let port = url.trim_end_matches('/').rsplit(':').next().unwrap();
    let mut again = house.lazo(&["demo", "--port", port, "--listen", "0.0.0.0"]);
    again.env_clear().env("HOME", house.folder.path());
    let said = said(again).await;
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains(&format!("port {port}")) && said.err.contains("--port"), "{}", said.err);
}
