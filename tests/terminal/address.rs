//! What a database's address may hold, and that nobody reads its password.

use crate::house::{House, said};

#[tokio::test]
async fn what_follows_a_sqlite_files_name_is_refused_and_no_file_is_named_so() {
    let house = House::new().await;
    for more in ["?mode=rwc", "?", "?cache=shared&mode=ro"] {
        for arguments in [&["run"][..], &["check"], &["invite", "--role", "lead"]] {
            let mut command = house.lazo(arguments);
            command.env("LAZO_DATABASE_URL", house.url() + more);
            let said = said(command).await;
            assert_eq!(said.code, Some(2), "{more} {arguments:?}: {} {}", said.out, said.err);
            assert!(said.err.contains("nothing may follow the file's name"), "{}", said.err);
            assert_eq!(said.err.trim_end().lines().count(), 1, "{}", said.err);
        }
    }
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn what_a_servers_address_holds_and_lazo_does_not_know_is_refused_without_being_shown() {
    let house = House::new().await;
    for (address, says) in [
        ("postgres://ana@127.0.0.1:1/lazo?pasword=hunter2", "does not know (pasword)"),
        ("postgres://ana@127.0.0.1:1/lazo?sslmode=require&channel_binding=hunter2", "(channel_binding)"),
        ("postgres://ana@127.0.0.1:1/lazo?hunter2", "does not know: after the ?"),
        ("postgres://ana:1?hunter2=x@127.0.0.1/lazo", "cannot be read"),
        ("postgres://ana:1/hunter2@127.0.0.1/lazo", "cannot be read"),
        ("postgres://ana:1#hunter2@127.0.0.1/lazo", "cannot be read"),
        ("postgres://ana:hunter2/x@127.0.0.1/lazo", "cannot be read"),
        ("postgres://ana@127.0.0.1:1/lazo?sslmode=hunter2", "cannot be read"),
        ("postgres://ana@127.0.0.1:1/lazo?port=hunter2", "cannot be read"),
    ] {
        for arguments in [&["run"][..], &["check"], &["health"]] {
            let mut command = house.lazo(arguments);
            command.args(["--log", "trace"]).env("LAZO_DATABASE_URL", address);
            let said = said(command).await;
            assert_eq!(said.code, Some(2), "{address} {arguments:?}: {} {}", said.out, said.err);
            assert!(said.err.contains("LAZO_DATABASE_URL") && said.err.contains(says), "{}", said.err);
            assert!(!(said.out + &said.err).contains("hunter2"), "{address}");
        }
    }
    let mut command = house.lazo(&["check", "--log", "trace"]);
    let known = "postgres://127.0.0.1/?user=ana&password=hunter2&port=1&dbname=lazo&sslmode=disable&application_name=x&options=-c%20a%3Db";
    command.env("LAZO_DATABASE_URL", known);
    let said = said(command).await;
    assert!(said.out.contains("✗ Database: could not reach the database server"), "{}", said.out);
    assert!(!(said.out + &said.err).contains("hunter2"));
}

#[tokio::test]
async fn the_help_shows_no_address_that_is_set() {
    let house = House::new().await;
    for command in ["run", "demo", "invite", "remove", "check", "health", "backup"] {
        let mut command = house.lazo(&[command, "--help"]);
        command.env("LAZO_TELEGRAM_API_URL", "https://ana:hunter2@127.0.0.1:8081");
        command.env("LAZO_DATABASE_URL", "postgres://ana:hunter2@127.0.0.1/lazo");
        command.env("LAZO_TELEGRAM_TOKEN_FILE", "/run/hunter2");
        let said = said(command).await;
        assert_eq!(said.code, Some(0), "{}", said.err);
        assert!(said.out.contains("--log <FILTER>") && !said.out.contains("hunter2"), "{}", said.out);
    }
}
