//! A row that this version cannot read: of somebody who cries for help, or an alarm. It keeps nobody else waiting, and
//! whoever leads reads that something failed.

use crate::database::Database;
use crate::stumbling::Ground;
use crate::traffic::{Who, chat};
use lazo::demo::{Person, Phone};
use lazo::limits::Limits;
use std::time::Duration;

async fn on(database: Database) -> (Ground, Phone) {
    let url = database.url();
    let ground = Ground::on(database, &url, Limits::default()).await;
    let lead = ground.telegram.acquaintance(Person::named(900_000_001, "Vera").with_app_in("en"));
    (ground, lead)
}

async fn reads(phone: &Phone, words: &str) -> bool {
    for _ in 0..1000 {
        if phone.screen().iter().any(|seen| seen.text.contains(words)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

/// What the team was asked at once.
const CALLED: &str = "SELECT COUNT(*) FROM letter WHERE rank = -1 AND lane BETWEEN 900000001 AND 900000099";

async fn cries(database: Database, sick: &str) {
    let (ground, lead) = on(database).await;
    let hers = chat(1, Who::Mentee);
    let amina = ground.telegram.acquaintance(Person::named(hers, "Amina").with_app_in("en"));
    ground.telegram.writes(hers, "/sos", None);
    for _ in 0..500 {
        if amina.screen().iter().any(|seen| !seen.buttons.is_empty()) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let screen = amina.screen();
    let menu = screen.iter().rfind(|seen| !seen.buttons.is_empty()).unwrap();
    let before = ground.count(CALLED).await;
    ground.does(format!("UPDATE person SET {sick} WHERE chat_id = {hers}")).await;
    ground.telegram.writes(hers, "/sos", None);
    ground.traffic.says(2, Who::Mentee, "hola", None);
    assert!(ground.traffic.arrives(Duration::from_secs(20)).await, "{sick}: the others wait for her cry");
    assert!(reads(&lead, "failed: a mistake").await, "{sick}: the lead reads {:?}", lead.screen());
    assert_eq!(ground.count(CALLED).await, before + 1, "{sick}: somebody is to get in touch with her");
    amina.presses_on(menu.id, &menu.buttons[0][0].text).unwrap();
    ground.traffic.says(2, Who::Mentor, "hola", None);
    assert!(ground.traffic.arrives(Duration::from_secs(20)).await, "{sick}: the others wait for her press");
    for _ in 0..500 {
        if ground.count(CALLED).await > before + 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(ground.count(CALLED).await, before + 2, "{sick}: and once more");
    assert_eq!(ground.count("SELECT COUNT(*) FROM set_aside").await, 2, "{sick}");
}

const SICK: [&str; 2] = ["dialogue = '{'", "profile = '{'"];

#[tokio::test(flavor = "multi_thread")]
async fn a_cry_of_somebody_who_cannot_be_read_keeps_nobody_waiting() {
    futures_util::future::join_all(SICK.map(|sick| cries(Database::sqlite(), sick))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cry_of_somebody_who_cannot_be_read_keeps_nobody_waiting_on_a_server() {
    let Some(database) = Database::postgres().await else { return };
    cries(database, SICK[0]).await;
}

async fn newer_alarm(database: Database) {
    let (ground, lead) = on(database).await;
    ground.does("INSERT INTO alarm (kind, subject, due_at) VALUES ('newer', 1, 0)").await;
    ground.pulses_fall_due().await;
    assert!(reads(&lead, "failed: a mistake").await, "the lead reads {:?}", lead.screen());
    // They are due in a second, and each sets the next one of four weeks later.
    for _ in 0..1000 {
        let waits = "SELECT COUNT(*) FROM alarm WHERE kind = 'pulse' AND due_at < (SELECT MAX(at) FROM seen) + 14400000";
        if ground.count(waits).await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    ground.all_is_well().await;
    let strange = "SELECT COUNT(*) FROM alarm WHERE kind = 'newer'";
    assert_eq!(ground.count(strange).await, 1, "whoever can read it finds it");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_cannot_be_read_stops_no_other() {
    newer_alarm(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_cannot_be_read_stops_no_other_on_a_server() {
    let Some(database) = Database::postgres().await else { return };
    newer_alarm(database).await;
}

/// As it is looked for when the computer's clock is put back.
#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_cannot_be_read_keeps_no_clock_from_being_put_back() {
    let (ground, _) = on(Database::sqlite()).await;
    let far = 9_000_000_000_000_i64;
    ground
        .does(format!(
            "INSERT INTO alarm (kind, subject, due_at) VALUES ('newer', 1, {far}), ('late', 1, {far})"
        ))
        .await;
    ground.does("UPDATE seen SET at = at + 3600000").await;
    let mut tx = ground.beside.begin().await.unwrap();
    let now = lazo::clock::Clock::default().now();
    let back = tx.put_back(chrono::TimeDelta::MAX, now).await.unwrap();
    let _ = tx.commit().await.unwrap();
    assert!(back.is_some());
    let moved = format!("SELECT COUNT(*) FROM alarm WHERE kind = 'late' AND due_at < {far}");
    assert_eq!(ground.count(Box::leak(moved.into_boxed_str())).await, 1, "the others are put back");
}
