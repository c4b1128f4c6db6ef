//! `lazo rehearse`, and what looks after copies by itself.

use crate::house::{House, Said, said};
use crate::seed::seed;
use lazo::clock::Clock;
use lazo::store::{Db, Writer};
use sqlx::AssertSqlSafe;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What the program says of a copy, without a token and with nobody to speak to.
async fn rehearsed(house: &House, copy: &Path) -> Said {
    let mut command = house.lazo(&["rehearse", copy.to_str().unwrap()]);
    command.env_remove("LAZO_TELEGRAM_TOKEN");
    said(command).await
}

/// Everything in a folder, by name.
fn within(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

/// A house whose bot has run, and a copy of what it keeps.
async fn copied(house: &House) -> PathBuf {
    let copy = house.path("monday.db");
    assert_eq!(house.runs().await.terminates().await, Some(0));
    assert_eq!(house.asks(&["backup", copy.to_str().unwrap()]).await.code, Some(0));
    copy
}

async fn does(file: &Path, sql: &str) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let writer = Writer::connect(&options).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut *writer.turn().await.unwrap()).await.unwrap();
    writer.close().await;
}

#[tokio::test]
async fn a_good_copy_says_when_it_was_made_and_what_a_start_would_find() {
    let house = House::new().await;
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let db = Db::open(&house.url()).await.unwrap();
    seed(&db, 3, Clock::default().now()).await.unwrap();
    db.close().await;
    does(
        &house.path("lazo.db"),
        "UPDATE conversation SET phase = 'closed' WHERE id = 3;
         INSERT INTO case_file (programme_id, kind, severity, opened_at, counted_from, resolved_at)
             VALUES (1, 'silence', 'attention', 1, 1, NULL), (1, 'silence', 'attention', 1, 1, 2);
         INSERT INTO letter (lane, rank, op, state, queued_at) VALUES (1000000001, 2, 'write', 'queued', 1),
             (1000000002, 2, 'write', 'sending', 1), (1000000003, 2, 'write', 'sent', 1);",
    )
    .await;
    let copy = house.path("monday.db");
    assert_eq!(house.asks(&["backup", copy.to_str().unwrap()]).await.code, Some(0));
    let (before, beside) = (std::fs::read(&copy).unwrap(), within(house.folder.path()));
    let calls = house.telegram.requests().len();
    let said = rehearsed(&house, &copy).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let name = copy.display();
    assert!(
        said.out.starts_with(&format!("{name} is whole, and Lazo can start from it.\nCopied: 2")),
        "{}",
        said.out
    );
    assert!(said.out.contains(", this version's\nPairs: 2\nOpen cases: 1\n"), "{}", said.out);
    assert!(said.out.ends_with("Letters that would be sent, perhaps again: 2\n"), "{}", said.out);
    assert_eq!(std::fs::read(&copy).unwrap(), before);
    assert_eq!(within(house.folder.path()), beside);
    assert_eq!(house.telegram.requests().len(), calls);
}

#[tokio::test]
async fn a_copy_that_was_made_while_the_bot_worked_serves() {
    let house = House::new().await;
    let running = house.runs().await;
    let db = Db::open(&house.url()).await.unwrap();
    let works = async {
        for number in 0.. {
            let mut tx = db.begin().await.unwrap();
            tx.note(&format!("n{}", number % 500), &"x".repeat(900)).await.unwrap();
            let _ = tx.commit().await.unwrap();
        }
    };
    let copies = async {
        for number in 0..3 {
            let copy = house.path(&format!("{number}.db"));
            assert_eq!(house.asks(&["backup", copy.to_str().unwrap()]).await.code, Some(0));
            assert_eq!(rehearsed(&house, &copy).await.code, Some(0));
        }
    };
    tokio::select! {
        () = works => {}
        () = copies => {}
    }
    assert_eq!(running.terminates().await, Some(0));
}

#[tokio::test]
async fn a_copy_of_an_older_version_is_brought_up_to_date_and_stays_as_it_is() {
    let house = House::new().await;
    let copy = house.path("old.db");
    let first = tempfile::tempdir().unwrap();
    let step = "0001_foundation.sql";
    std::fs::copy(root().join("migrations/sqlite").join(step), first.path().join(step)).unwrap();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&copy).create_if_missing(true);
    let writer = Writer::connect(&options).await.unwrap();
    let migrator = sqlx::migrate::Migrator::new(first.path()).await.unwrap();
    migrator.run(&mut *writer.turn().await.unwrap()).await.unwrap();
    writer.close().await;
    does(&copy, &std::fs::read_to_string(root().join("tests/data/migrations").join(step)).unwrap()).await;
    let before = std::fs::read(&copy).unwrap();
    let said = rehearsed(&house, &copy).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.contains("Copied: nobody noted when\n"), "{}", said.out);
    assert!(said.out.contains("Tables: 1, an older version's; brought up to "), "{}", said.out);
    assert!(said.out.contains("Pairs: 1\nOpen cases: 1\n"), "{}", said.out);
    assert_eq!(std::fs::read(&copy).unwrap(), before);
}

#[tokio::test]
async fn what_lazo_cannot_start_from_is_said_in_one_sentence() {
    let house = House::new().await;
    let copy = copied(&house).await;
    let whole = std::fs::read(&copy).unwrap();
    let made = |name: &str, bytes: &[u8]| {
        let file = house.path(name);
        std::fs::write(&file, bytes).unwrap();
        file
    };
    let cut = made("cut.db", &whole[..whole.len() / 2]);
    // A page in the middle, which no statement of a start may ever look at.
    let mut torn = whole.clone();
    torn[whole.len() - 4096..].fill(0xff);
    let torn = made("torn.db", &torn);
    let newer = made("newer.db", &whole);
    does(
        &newer,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         SELECT 9999, description, success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1",
    )
    .await;
    let astray = made("astray.db", &whole);
    does(
        &astray,
        "PRAGMA foreign_keys = OFF; INSERT INTO contact (programme_id, position, words) VALUES (77, 0, 'x')",
    )
    .await;
    let used = made("used.db", &whole);
    made("used.db-wal", b"");
    let empty = made("empty.db", b"");
    let before = within(house.folder.path());
    for (file, word) in [
        (cut, "damaged"),
        (torn, "damaged"),
        (newer, "newer version of Lazo: use that one"),
        (astray, "damaged, by SQLite's own checks"),
        (used, "in use, or was copied from one without its log"),
        (empty, "holds no tables of Lazo's"),
        (made("words.db", b"Dear diary, today nothing happened at all."), "Lazo cannot start from"),
        (made("dump", b"PGDMP and more"), "is from PostgreSQL"),
        (house.path("nowhere.db"), "cannot be read"),
    ] {
        let said = rehearsed(&house, &file).await;
        let name = file.display();
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{name}: {}", said.err);
        assert!(said.err.contains(&*name.to_string()), "{name}: {}", said.err);
        assert!(word == "damaged" || said.err.contains(word), "{name}: {}", said.err);
        assert_eq!(said.err.trim_end().lines().count(), 1, "{name}: {}", said.err);
    }
    let left: Vec<_> =
        within(house.folder.path()).into_iter().filter(|it| it.contains("rehearsal")).collect();
    assert!(left.is_empty() && before.len() > 5, "{left:?}");
}

/// A unit's line of that name, as the shell gets it.
fn line(unit: &str, name: &str) -> String {
    let text = std::fs::read_to_string(root().join("deploy/systemd").join(unit)).unwrap();
    let line = text.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix('='));
    line.unwrap_or_else(|| panic!("{unit} has no {name}")).replace("$$", "$").replace("%%", "%")
}

#[tokio::test]
async fn the_daily_copy_is_tried_and_its_owners_alone_and_the_newest_fourteen_stay() {
    let house = House::new().await;
    copied(&house).await;
    let folder = house.path("copies");
    std::fs::create_dir(&folder).unwrap();
    for day in 10..30 {
        std::fs::write(folder.join(format!("lazo-2026-01-{day}T000000Z.db")), "x").unwrap();
    }
    let script = line("lazo-backup.service", "ExecStart");
    let script = script.replace("/usr/local/bin/lazo", env!("CARGO_BIN_EXE_lazo"));
    let runs = async |script: &str| {
        let mut command = tokio::process::Command::new("sh");
        command.args(["-c", &format!("umask 022; exec {script}")]).current_dir(&folder).env_clear();
        command.env("PATH", "/usr/bin:/bin").env("LAZO_DATABASE_URL", house.url());
        said(command).await
    };
    let done = runs(&script).await;
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    let names = within(&folder);
    assert_eq!(names.len(), 14, "{names:?}");
    assert_eq!(names[0], "lazo-2026-01-17T000000Z.db");
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&folder.join(&names[13]).metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(line("lazo-backup.timer", "OnCalendar"), "daily");
    assert_eq!(line("lazo-backup.service", "UMask"), "0077");
    // One that Lazo could not start from takes no older one's place. The next second has another name.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let failed = runs(&script.replace(" rehearse ", " rehearse /dev/null/")).await;
    assert_ne!(failed.code, Some(0));
    assert_eq!(within(&folder).len(), 15);
}

#[tokio::test]
async fn the_units_are_such_as_systemd_reads() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for name in within(&root().join("deploy/systemd")) {
        let text = std::fs::read_to_string(root().join("deploy/systemd").join(&name)).unwrap();
        // It looks whether what a unit starts is there.
        let text = text.replace("/usr/local/bin/lazo", env!("CARGO_BIN_EXE_lazo"));
        std::fs::write(folder.path().join(&name), text).unwrap();
        files.push(folder.path().join(name));
    }
    assert_eq!(files.len(), 3);
    let mut verify = tokio::process::Command::new("systemd-analyze");
    let Ok(done) = verify.args(["--man=no", "verify"]).args(&files).output().await else {
        eprintln!("\n!!! SKIPPED: systemd-analyze was not found, and the units are not looked at !!!\n");
        return;
    };
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success() && said.is_empty(), "{said}");
}
