//! What lies on the disk: who may read it, and what is no longer there.

use crate::database::Database;
use crate::room::{AMINA, Cast};
use lazo::store::Db;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn names(files: &[PathBuf]) -> Vec<&str> {
    files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect()
}

fn folder(database: &Database) -> PathBuf {
    Path::new(database.url().strip_prefix("sqlite://").unwrap()).parent().unwrap().to_owned()
}

#[tokio::test]
async fn only_their_owner_can_read_the_database_its_log_and_its_lock() {
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let _lead = db.lead(1).await.unwrap().unwrap();
    let mut tx = db.begin().await.unwrap();
    Cast::enter(&mut tx).await;
    let _ = tx.commit().await.unwrap();
    let files = files(&folder(&database));
    assert_eq!(names(&files), ["lazo.db", "lazo.db-shm", "lazo.db-wal", "lazo.lock"]);
    for file in files {
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

#[tokio::test]
async fn what_others_could_read_is_its_owners_alone_again_once_it_is_opened() {
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let _lead = db.lead(1).await.unwrap().unwrap();
    let mut tx = db.begin().await.unwrap();
    Cast::enter(&mut tx).await;
    let _ = tx.commit().await.unwrap();
    let files = files(&folder(&database));
    for wide in [0o666, 0o640, 0o604, 0o601] {
        for file in &files {
            std::fs::set_permissions(file, PermissionsExt::from_mode(wide)).unwrap();
        }
        let again = Db::open(&database.url()).await.unwrap();
        assert!(again.lead(1).await.unwrap().is_none());
        again.close().await;
        for file in &files {
            let mode = std::fs::metadata(file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{wide:o} {}", file.display());
        }
    }
    assert_eq!(names(&files), ["lazo.db", "lazo.db-shm", "lazo.db-wal", "lazo.lock"]);
}

#[tokio::test]
async fn a_name_that_was_replaced_is_on_no_page_of_the_disk() {
    let canary = "Canaria-de-la-Torre";
    let is_on_disk = |database: &Database| {
        files(&folder(database))
            .iter()
            .map(|file| std::fs::read(file).unwrap())
            .any(|bytes| bytes.windows(canary.len()).any(|window| window == canary.as_bytes()))
    };
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let rename = async |db: &Db, alias: &str| {
        let mut tx = db.begin().await.unwrap();
        let mut amina = tx.person_in(AMINA).await.unwrap().unwrap();
        alias.clone_into(&mut amina.alias);
        tx.save(&amina).await.unwrap();
        let _ = tx.commit().await.unwrap();
    };
    let mut tx = db.begin().await.unwrap();
    Cast::enter(&mut tx).await;
    let _ = tx.commit().await.unwrap();
    rename(&db, canary).await;
    let Db::Sqlite(writer, _) = &db else { panic!("not SQLite") };
    let checkpoint = async || {
        let mut turn = writer.turn().await.unwrap();
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *turn).await.unwrap();
    };
    checkpoint().await;
    assert!(is_on_disk(&database), "it was there");
    rename(&db, "A").await;
    checkpoint().await;
    assert!(!is_on_disk(&database));
}

#[tokio::test]
async fn the_lead_is_one_processs_and_gone_with_it() {
    for database in crate::room::both().await {
        let first = Db::open(&database.url()).await.unwrap();
        let second = Db::open(&database.url()).await.unwrap();
        let lead = first.lead(7).await.unwrap();
        assert!(lead.is_some() && second.lead(7).await.unwrap().is_none());
        drop(lead);
        first.close().await;
        assert!(second.lead(7).await.unwrap().is_some(), "also where a server lets go of it a moment later");
    }
}

#[tokio::test]
async fn the_log_of_a_long_reader_shrinks_once_it_has_ended() {
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let note = async |value: &str| {
        let mut tx = db.begin().await.unwrap();
        tx.note("bot_name", value).await.unwrap();
        let _ = tx.commit().await.unwrap();
    };
    let log = || folder(&database).join("lazo.db-wal").metadata().unwrap().len();
    note("small").await;
    // A backup reads for as long as it takes.
    let reader = Db::look(&database.url()).await.unwrap().unwrap();
    let Db::Sqlite(reading, _) = &reader else { panic!("not SQLite") };
    let mut turn = reading.turn().await.unwrap();
    for sql in ["BEGIN", "SELECT COUNT(*) FROM meta"] {
        sqlx::query(sql).execute(&mut *turn).await.unwrap();
    }
    for number in 0..20 {
        note(&number.to_string().repeat(1 << 20)).await;
    }
    assert!(log() > 20 << 20, "{}", log());
    sqlx::query("COMMIT").execute(&mut *turn).await.unwrap();
    for value in ["a", "b", "c"] {
        note(value).await;
    }
    assert!(log() <= 10 << 20, "{}", log());
}
