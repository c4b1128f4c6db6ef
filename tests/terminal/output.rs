//! Standard output and standard error that take nothing: the work goes on.

use crate::house::{House, said, terminate};
use lazo::demo::{Fault, Person, Rule};
use lazo::store::Db;
use std::fs::OpenOptions;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// A disk without room.
fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").unwrap().into()
}

/// Whether somebody who writes to the bot is answered.
async fn answers(house: &House) -> bool {
    let stranger = house.telegram.person(Person { id: 77, ..Person::default() });
    stranger.says("/start");
    let patience = Instant::now() + Duration::from_secs(20);
    while Instant::now() < patience {
        if stranger.screen().iter().any(|seen| seen.from_bot) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

async fn ends_well(mut child: Child) {
    terminate(child.id().unwrap());
    let ended = tokio::time::timeout(Duration::from_secs(10), child.wait()).await.unwrap().unwrap();
    assert_eq!(ended.code(), Some(0));
}

#[tokio::test]
async fn a_bot_whose_output_goes_to_a_full_disk_works() {
    let house = House::new().await;
    let mut command = house.lazo(&["--log", "debug"]);
    let child = command.stdout(full()).stderr(full()).spawn().unwrap();
    assert!(answers(&house).await);
    ends_well(child).await;
}

#[tokio::test]
async fn a_bot_whose_output_nobody_reads_works() {
    let house = House::new().await;
    let mut command = house.lazo(&["--log", "trace"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    assert!(answers(&house).await);
    ends_well(child).await;
}

#[tokio::test]
async fn a_bot_whose_reader_has_left_works() {
    let house = House::new().await;
    let mut command = house.lazo(&["--log", "debug"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    assert!(answers(&house).await);
    ends_well(child).await;
}

/// A letter from the end of time: whatever is reckoned from its date panics, once Telegram puts it off.
async fn panics(house: &House) {
    let db = Db::open(&house.url()).await.unwrap();
    let Db::Sqlite(writer, _) = &db else { panic!("not SQLite") };
    let mut turn = writer.turn().await.unwrap();
    for sql in [
        "INSERT INTO letter (lane, rank, op, body, state, queued_at)
         VALUES (78, 0, 'write', '{\"help\":\"words\"}', 'queued', 8210266876799000)",
        "INSERT INTO lane (chat_id, rank) VALUES (78, 0)",
    ] {
        sqlx::query(sql).execute(&mut *turn).await.unwrap();
    }
    drop(turn);
    db.close().await;
    let fault =
        Fault::Refuse { code: 500, description: "Internal Server Error".to_owned(), parameters: None };
    house.telegram.fault(Rule::new(fault).in_chat(78));
    // It is found with the next round.
    house.telegram.person(Person { id: 79, ..Person::default() }).says("/start");
    let patience = Instant::now() + Duration::from_secs(30);
    while house.telegram.faults_happened() < 2 && Instant::now() < patience {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(house.telegram.faults_happened() >= 2);
    tokio::time::sleep(Duration::from_secs(1)).await;
}

#[tokio::test]
async fn a_panic_waits_for_nobody_who_reads_the_log() {
    let house = House::new().await;
    let mut command = house.lazo(&["--log", "trace"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    for id in 100..160 {
        house.telegram.person(Person { id, ..Person::default() }).says("/start");
    }
    assert!(answers(&house).await);
    panics(&house).await;
    let another = house.telegram.person(Person { id: 80, ..Person::default() });
    another.says("/start");
    let patience = Instant::now() + Duration::from_secs(20);
    while !another.screen().iter().any(|seen| seen.from_bot) {
        assert!(Instant::now() < patience, "it answers");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    ends_well(child).await;
}

#[tokio::test]
async fn of_a_panic_the_log_says_where_it_was_and_nothing_else() {
    let house = House::new().await;
    let log = house.path("log");
    let mut command = house.lazo(&[]);
    let child = command.stdout(Stdio::null()).stderr(std::fs::File::create(&log).unwrap()).spawn().unwrap();
    assert!(answers(&house).await);
    panics(&house).await;
    ends_well(child).await;
    let said = std::fs::read_to_string(log).unwrap();
    assert!(said.contains("a mistake in the program at src/handlers/"), "{said}");
    assert!(!said.contains("overflowed") && !said.contains("panicked at"), "{said}");
}

#[tokio::test]
async fn commands_whose_output_goes_nowhere_leave_with_their_own_code() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let with = |mut command: Command| async move {
        command.stdout(full()).stderr(Stdio::piped());
        let done = command.spawn().unwrap().wait_with_output().await.unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let copy = house.path("copy.db");
    for arguments in [&["check"][..], &["backup", copy.to_str().unwrap()], &["--help"]] {
        assert_eq!(with(house.lazo(arguments)).await, (Some(0), String::new()), "{arguments:?}");
    }
    let mut demo = house.lazo(&["demo", "--port", "0"]);
    demo.env_remove("LAZO_TELEGRAM_TOKEN").env_remove("LAZO_DATABASE_URL").stdout(full());
    let demo = demo.spawn().unwrap();
    tokio::time::sleep(Duration::from_secs(2)).await;
    ends_well(demo).await;
    // A link that nobody reads is of no use to anybody.
    let (code, why) = with(house.lazo(&["invite", "--role", "lead"])).await;
    assert_eq!(code, Some(1), "{why}");
    assert!(why.starts_with("The link could not be written to standard output"), "{why}");
    let mut silent = house.lazo(&["health"]);
    silent.env("LAZO_DATABASE_URL", "sqlite:///nowhere/lazo.db").stderr(full());
    assert_eq!(said(silent).await.code, Some(1));
}
