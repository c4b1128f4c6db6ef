//! A bot that cannot start says why in one sentence, and its exit code says whether a setting is to blame.

use crate::{Database, Ground, LAZO, PATIENCE};
use std::path::Path;
use std::process::{Command, Output};

const TOKEN: (&str, &str) = ("LAZO_TELEGRAM_TOKEN", "7000000001:emulated-token-of-a-bot-that-is-not");

/// Runs Lazo with nothing in its environment but this.
fn lazo(home: &Path, environment: &[(&str, &str)]) -> Output {
    Command::new(LAZO).env_clear().env("HOME", home).envs(environment.iter().copied()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

#[test]
fn a_wrong_setting_ends_with_code_2_and_one_sentence_that_names_it() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("token");
    std::fs::write(&file, "not a token").unwrap();
    let file = file.to_str().unwrap();
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[], "LAZO_TELEGRAM_TOKEN"),
        (&[("LAZO_TELEGRAM_TOKEN", " ")], "LAZO_TELEGRAM_TOKEN"),
        (&[("LAZO_TELEGRAM_TOKEN", "hunter2hunter2")], "LAZO_TELEGRAM_TOKEN"),
        (&[("LAZO_TELEGRAM_TOKEN", "1:hunter2 hunter2")], "LAZO_TELEGRAM_TOKEN"),
        (&[("LAZO_TELEGRAM_TOKEN_FILE", file)], "LAZO_TELEGRAM_TOKEN"),
        (&[("LAZO_TELEGRAM_TOKEN_FILE", "/nowhere/token")], "LAZO_TELEGRAM_TOKEN_FILE"),
        (&[TOKEN, ("LAZO_TELEGRAM_TOKEN_FILE", file)], "unset one of them"),
        (&[TOKEN, ("LAZO_DATABASE_URL", "mysql://lazo:hunter2@localhost/lazo")], "LAZO_DATABASE_URL"),
        (&[TOKEN, ("LAZO_DATABASE_URL", "lazo.db")], "LAZO_DATABASE_URL"),
        (&[TOKEN, ("LAZO_TELEGRAM_API_URL", "http://10.0.0.1:8081")], "LAZO_TELEGRAM_API_URL"),
        (&[TOKEN, ("LAZO_TELEGRAM_API_URL", "ftp://localhost")], "LAZO_TELEGRAM_API_URL"),
        (&[TOKEN, ("LAZO_NO_PACING", "true")], "LAZO_NO_PACING"),
        (&[TOKEN, ("LAZO_LOG", "lazo=loud")], "LAZO_LOG"),
    ];
    for (environment, named) in table {
        let output = lazo(home.path(), environment);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{environment:?}: {said}");
        assert!(said.contains(named), "{environment:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{environment:?}: {said}");
        assert!(!said.contains("hunter2"), "a value was repeated: {said}");
    }
}

#[test]
fn a_number_out_of_bounds_is_refused_with_code_2() {
    let home = tempfile::tempdir().unwrap();
    for number in ["0", "1001", "many"] {
        let output = lazo(home.path(), &[TOKEN, ("LAZO_IN_FLIGHT", number)]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("--in-flight"), "{}", said(&output));
    }
}

/// Starts a second bot beside a running one.
async fn second(database: Database) {
    let mut ground = Ground::on(database).await;
    let (_first, _) = ground.setup.start_polling(&ground.telegram).await.unwrap();
    ground.setup.log = ground.folder.path().join("second.log");
    let status = ground.setup.start().unwrap().ended(PATIENCE).await.unwrap();
    assert_eq!(status.code(), Some(1));
    assert!(ground.log().contains("Another Lazo is already running with this database"), "{}", ground.log());
    ground.traffic.backlog(20);
    assert!(ground.traffic.arrives(PATIENCE).await, "the first one did not go on");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_bot_on_the_same_database_leaves_with_a_clear_line() {
    second(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_bot_on_the_same_postgresql_database_leaves_with_a_clear_line() {
    if let Some(database) = Database::postgres().await {
        second(database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_telegram_does_not_know_and_a_database_of_another_bot_are_wrong_settings() {
    let mut ground = Ground::on(Database::sqlite()).await;
    ground.setup.token = "7000000001:a-token-of-yesterday".to_owned();
    let status = ground.setup.start().unwrap().ended(PATIENCE).await.unwrap();
    assert_eq!(status.code(), Some(2), "{}", ground.log());
    assert!(ground.log().contains("Telegram does not know this token"), "{}", ground.log());

    ground.setup.token = ground.telegram.token();
    ground.setup.start_polling(&ground.telegram).await.unwrap().0.terminate().await.unwrap();
    ground.setup.token = "7000000002:a-token-of-another-bot".to_owned();
    let status = ground.setup.start().unwrap().ended(PATIENCE).await.unwrap();
    assert_eq!(status.code(), Some(2), "{}", ground.log());
    assert!(ground.log().contains("This database belongs to bot 7000000001"), "{}", ground.log());
}
