//! `lazo backup`.

use crate::database::Database;
use crate::house::{House, runs, said};
use lazo::store::Db;
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn a_backup_of_a_running_bot_is_whole_private_and_never_over_another() {
    let house = House::new().await;
    let _running = house.runs().await;
    let copy = house.path("monday.db");
    let name = copy.to_str().unwrap();
    let first = house.asks(&["backup", name]).await;
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    assert!(first.out.contains(name) && first.out.contains("To restore it, stop Lazo"), "{}", first.out);
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let second = house.asks(&["backup", name]).await;
    assert_eq!(second.code, Some(1));
    assert!(second.err.contains("already exists: give the name of a new file"), "{}", second.err);
    let db = Db::open(&format!("sqlite://{name}")).await.unwrap();
    assert_eq!(db.noted("bot_name").await.unwrap().as_deref(), Some("lazo_test_bot"));
    // The copy knows when it was begun, and the bot's database that it is whole.
    let began = db.copy_began().await.unwrap().unwrap();
    assert_eq!(db.last_copied().await.unwrap(), None);
    let live = Db::look(&house.url()).await.unwrap().unwrap();
    assert_eq!(live.last_copied().await.unwrap(), Some(began));
    let failed = house.asks(&["backup", house.path("nowhere/x.db").to_str().unwrap()]).await;
    assert_eq!(failed.code, Some(1));
    assert_eq!(live.last_copied().await.unwrap(), Some(began), "what failed is no copy");
}

#[tokio::test]
async fn there_is_nothing_to_back_up_before_the_first_start() {
    let house = House::new().await;
    let copy = house.path("copy.db");
    let said = house.asks(&["backup", copy.to_str().unwrap()]).await;
    assert_eq!(said.code, Some(1));
    assert!(said.err.starts_with("There is nothing to back up: sqlite://"), "{}", said.err);
    assert_eq!(std::fs::read_dir(house.folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_backup_from_postgresql_is_its_own_tools_and_leaves_no_half_file() {
    let house = House::new().await;
    let Some(database) = Database::postgres().await else { return };
    let with = |arguments: &[&str], url: String| {
        let mut command = house.lazo(arguments);
        command.env("LAZO_DATABASE_URL", url);
        command
    };
    let running = runs(with(&[], database.url())).await;
    let copy = house.path("monday.dump");
    let name = copy.to_str().unwrap();
    let url = database.url().replace("lazo@", "lazo:p%40ss@");
    let done = said(with(&["backup", name], url)).await;
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""));
    assert!(std::fs::read(&copy).unwrap().starts_with(b"PGDMP"));
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(running.terminates().await, Some(0));
    let gone = database.url().replace("/lazo_", "/nobody_");
    let failed = said(with(&["backup", house.path("x").to_str().unwrap()], gone)).await;
    assert!(failed.code == Some(1) && !house.path("x").exists(), "{}", failed.err);
}
