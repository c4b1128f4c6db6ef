//! `lazo check`, and what is said about wrong settings.

use crate::database::Database;
use crate::house::{House, said};
use lazo::demo::Options;

#[tokio::test]
async fn check_finds_everything_well_and_makes_nothing() {
    let house = House::new().await;
    let said = house.asks(&["check"]).await;
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{}", said.out);
    assert_eq!(said.out.lines().filter(|line| line.starts_with('✓')).count(), 5, "{}", said.out);
    assert!(said.out.contains("lazo.db is not there yet; the first start makes it"), "{}", said.out);
    assert!(said.out.contains("✓ Token: @lazo_test_bot"), "{}", said.out);
    let zones = format!("✓ Time zones: of {} (IANA)", lazo::domain::zone::RELEASE);
    assert!(said.out.contains(&zones), "{}", said.out);
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn check_names_everything_that_is_wrong_at_once() {
    let house = House::new().await;
    std::fs::write(house.path("file"), "").unwrap();
    let mut command = house.lazo(&["check"]);
    command.env("LAZO_DATABASE_URL", format!("sqlite://{}", house.path("file/lazo.db").display()));
    command.env_remove("LAZO_TELEGRAM_TOKEN");
    let said = said(command).await;
    assert_eq!((said.code, said.err.as_str()), (Some(2), "2 of 5 need mending.\n"), "{}", said.out);
    assert!(said.out.contains("✗ Database: ") && said.out.contains("cannot be written to"), "{}", said.out);
    assert!(said.out.contains("✗ Token: There is no token: ask @BotFather"), "{}", said.out);
}

#[tokio::test]
async fn check_knows_a_token_that_telegram_does_not_and_one_of_another_bot() {
    let house = House::new().await;
    let mut command = house.lazo(&["check"]);
    command.env("LAZO_TELEGRAM_TOKEN", "7000000001:not-the-emulated-one");
    let wrong = said(command).await;
    assert!(wrong.out.contains("✗ Token: Telegram does not know it: copy it again"), "{}", wrong.out);
    assert!(!wrong.out.contains("not-the-emulated") && !wrong.err.contains("not-the-emulated"));
    assert_eq!(house.runs().await.terminates().await, Some(0));
    let other = Options {
        token: "7000000002:another-emulated-token-of-a-bot".to_owned(),
        username: "other_bot".to_owned(),
        ..Options::default()
    };
    let other = lazo::demo::Telegram::start(other).await.unwrap();
    let mut command = house.lazo(&["check"]);
    command.env("LAZO_TELEGRAM_TOKEN", other.token()).env("LAZO_TELEGRAM_API_URL", other.url());
    let said = said(command).await;
    assert!(
        said.out.contains("✗ Token: @other_bot's, but the database belongs to bot 7000000001"),
        "{}",
        said.out
    );
}

#[tokio::test]
async fn a_wrong_setting_ends_with_2_and_one_sentence_that_says_which_and_never_its_secret() {
    let house = House::new().await;
    let secret = "7000000009:a-secret-of-its-own";
    for (setting, value, says) in [
        ("LAZO_DATABASE_URL", "mysql://u:pw@h/d", "LAZO_DATABASE_URL must begin with"),
        ("LAZO_TELEGRAM_API_URL", "http://10.0.0.1:8081", "LAZO_TELEGRAM_API_URL must begin with https://"),
        ("LAZO_TELEGRAM_TOKEN", "7000000009-a-secret", "does not look like BotFather's (123456:ABC…)"),
        ("LAZO_TELEGRAM_TOKEN", " ", "There is no token: ask @BotFather"),
        ("LAZO_TELEGRAM_TOKEN_FILE", "/nowhere", "Both LAZO_TELEGRAM_TOKEN and LAZO_TELEGRAM_TOKEN_FILE"),
        (
            "LAZO_TELEGRAM_API_URL",
            "https://",
            "LAZO_TELEGRAM_API_URL must begin with https:// and name a server",
        ),
        ("LAZO_LOG", "lazo=loud", "LAZO_LOG cannot be understood"),
        ("LAZO_LOG", "lou", "LAZO_LOG cannot be understood"),
        ("LAZO_LOG", "warn,lou", "LAZO_LOG cannot be understood"),
        ("LAZO_TELEGRAM_TOKEN", secret, "Telegram does not know this token"),
    ] {
        let mut command = house.lazo(&["run"]);
        command.env(setting, value);
        let said = said(command).await;
        assert_eq!(said.code, Some(2), "{setting}={value}: {}", said.err);
        assert!(said.err.contains(says), "{setting}={value}: {}", said.err);
        assert_eq!(said.err.trim_end().lines().count(), 1, "{}", said.err);
        let all = said.out + &said.err;
        assert!(!all.contains("a-secret") && !all.contains("pw@"), "{all}");
    }
    for yes in ["true", "1", "yes"] {
        let mut command = house.lazo(&["run"]);
        command.env("LAZO_NO_PACING", yes).env("LAZO_TELEGRAM_API_URL", "https://api.telegram.org");
        let said = said(command).await;
        let paced = said.err.contains("LAZO_NO_PACING is only for");
        assert_eq!((said.code, paced), (Some(2), true), "{}", said.err);
    }
    for fine in ["warn", "info,lazo=debug", "off", "sqlx=warn"] {
        let said = house.asks(&["check", "--log", fine]).await;
        assert_eq!(said.code, Some(0), "{fine}: {}", said.err);
    }
}

#[tokio::test]
async fn what_the_start_refuses_check_finds() {
    let house = House::new().await;
    std::fs::create_dir(house.path("folder.db")).unwrap();
    std::fs::write(
        house.path("note.db"),
        "not a database, but long enough to be looked at as one ".repeat(100),
    )
    .unwrap();
    std::os::unix::fs::symlink(house.path("disk/lazo.db"), house.path("unmounted.db")).unwrap();
    for beside in ["locked/lazo.lock", "logged/lazo.db-wal", "shared/lazo.db-shm"] {
        std::fs::create_dir_all(house.path(beside)).unwrap();
    }
    let file = |name: &str| format!("sqlite://{}", house.path(name).display());
    for (database, says) in [
        ("sqlite:///proc/lazo.db".to_owned(), "cannot be written to"),
        ("sqlite:///proc/deeper/lazo.db".to_owned(), "cannot be written to"),
        (file("folder.db"), "is a folder"),
        (format!("{}/", file("new/folder")), "is a folder"),
        (file("unmounted.db"), "leads to a place that is not there"),
        (file("note.db"), "file is not a database"),
        (file("locked/lazo.db"), "lazo.lock cannot be written to"),
        (file("logged/lazo.db"), "lazo.db-wal cannot be written to"),
        (file("shared/lazo.db"), "lazo.db-shm cannot be written to"),
    ] {
        let with = |arguments: &[&str]| {
            let mut command = house.lazo(arguments);
            command.env("LAZO_DATABASE_URL", &database);
            command
        };
        let start = said(with(&["run"])).await;
        assert_eq!(start.code, Some(1), "{database}: {}", start.err);
        let check = said(with(&["check"])).await;
        assert_eq!(check.code, Some(2), "{database}: {}", check.out);
        assert!(check.out.contains("✗ Database: ") && check.out.contains(says), "{}", check.out);
    }
}

#[tokio::test]
async fn a_server_that_would_refuse_the_start_is_found_and_why() {
    let house = House::new().await;
    let Some(database) = Database::postgres().await else { return };
    let admin = sqlx::PgPool::connect(&database.url()).await.unwrap();
    sqlx::query("CREATE ROLE guest LOGIN").execute(&admin).await.unwrap();
    for sql in
        ["CREATE ROLE reader LOGIN SUPERUSER", "ALTER ROLE reader SET default_transaction_read_only = on"]
    {
        sqlx::query(sql).execute(&admin).await.unwrap();
    }
    for (url, says, code) in [
        (database.url().replace("lazo@", "guest@"), "may not make tables there", 2),
        (database.url().replace("lazo@", "reader@"), "may not make tables there", 2),
        (database.url().replace("/lazo_", "/nobody_"), "does not exist", 1),
        (database.url().replace("lazo@", "nobody@"), "role \"nobody\" does not exist", 1),
        ("postgres://lazo@127.0.0.1:1/lazo".to_owned(), "Connection refused", 1),
    ] {
        let with = |arguments: &[&str]| {
            let mut command = house.lazo(arguments);
            command.env("LAZO_DATABASE_URL", &url);
            command
        };
        let check = said(with(&["check"])).await;
        assert_eq!(check.code, Some(code), "{url}: {}", check.out);
        assert!(check.out.contains("✗ Database: ") && check.out.contains(says), "{}", check.out);
        if code == 2 {
            assert_eq!(said(with(&["run"])).await.code, Some(1), "{url}");
        }
    }
}

/// An empty file can be made on a disk that has no room for anything in it.
#[tokio::test]
async fn a_disk_without_room_is_found_by_check() {
    let house = House::new().await;
    let small = house.path("small");
    std::fs::create_dir(&small).unwrap();
    let mount = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "none"])
        .arg(&small)
        .status();
    if !mount.is_ok_and(|it| it.success()) {
        eprintln!("\n!!! SKIPPED: only root can mount a small disk !!!\n");
        return;
    }
    std::fs::write(small.join("full"), vec![1; 60 * 1024]).unwrap();
    let with = |arguments: &[&str]| {
        let mut command = house.lazo(arguments);
        command.env("LAZO_DATABASE_URL", format!("sqlite://{}", small.join("lazo.db").display()));
        command
    };
    let check = said(with(&["check"])).await;
    let start = said(with(&["run"])).await;
    let _ = std::process::Command::new("umount").arg(&small).status();
    assert_eq!((start.code, check.code), (Some(1), Some(2)), "{} {}", start.err, check.out);
    assert!(check.out.contains("✗ Database: ") && check.out.contains("no room"), "{}", check.out);
}

#[tokio::test]
async fn a_network_is_no_setting() {
    let house = House::new().await;
    let mut command = house.lazo(&["check"]);
    command.env("LAZO_TELEGRAM_API_URL", "http://127.0.0.1:1");
    let said = said(command).await;
    assert_eq!((said.code, said.err.as_str()), (Some(1), "1 of 5 needs mending.\n"), "{}", said.out);
}

#[tokio::test]
async fn the_help_of_a_command_lists_the_settings_it_uses_and_no_other() {
    let house = House::new().await;
    let all = [
        "--database-url",
        "--telegram-token-file",
        "--telegram-api-url",
        "--log",
        "--no-pacing",
        "--private-topics",
        "--in-flight",
    ];
    let database = &["--database-url", "--log"][..];
    for (command, uses) in [
        ("run", &all[..]),
        ("check", &all[..]),
        ("demo", &["--log"]),
        ("invite", &all[..4]),
        ("remove", database),
        ("health", database),
        ("backup", database),
        ("rehearse", &["--log"]),
    ] {
        let help = house.asks(&[command, "--help"]).await;
        assert_eq!(help.code, Some(0));
        let is_listed = |it: &&str| help.out.lines().any(|line| line.trim().split(' ').next() == Some(*it));
        let listed: Vec<_> = all.into_iter().filter(is_listed).collect();
        assert_eq!(listed, uses, "lazo {command} --help");
    }
    // What is not listed is refused in words, wherever it stands.
    for given in
        [&["demo", "--database-url", "sqlite:///x.db"], &["--database-url", "sqlite:///x.db", "demo"]]
    {
        let mut command = house.lazo(given);
        command.env_clear().env("HOME", house.folder.path());
        let said = said(command).await;
        assert!(said.code == Some(2) && said.err.contains("unset LAZO_DATABASE_URL"), "{}", said.err);
    }
}

#[tokio::test]
async fn the_help_names_every_command_and_setting() {
    let house = House::new().await;
    let help = house.asks(&["--help"]).await;
    assert_eq!(help.code, Some(0));
    let commands = ["run", "invite", "check", "health", "backup"];
    let settings = [
        "LAZO_TELEGRAM_TOKEN",
        "LAZO_TELEGRAM_TOKEN_FILE",
        "LAZO_DATABASE_URL",
        "LAZO_TELEGRAM_API_URL",
        "LAZO_LOG",
        "LAZO_NO_PACING",
        "LAZO_PRIVATE_TOPICS",
        "LAZO_IN_FLIGHT",
    ];
    for word in commands.iter().chain(&settings) {
        assert!(help.out.contains(word), "{word}");
    }
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for word in settings {
        assert!(readme.contains(word), "README.md says nothing of {word}");
    }
    assert!(!help.out.contains(&house.telegram.token()), "a token in the environment is not shown");
}
