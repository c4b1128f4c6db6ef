//! Looking at a database from beside the bot.

use crate::database::Database;
use crate::room::at;
use lazo::store::{Db, Tables};

#[tokio::test]
async fn looking_makes_nothing() {
    let database = Database::sqlite();
    assert!(Db::look(&database.url()).await.unwrap().is_none());
    let file = database.url().strip_prefix("sqlite://").unwrap().to_owned();
    assert!(!std::path::Path::new(&file).exists());
    let Some(server) = Database::postgres().await else { return };
    let db = Db::look(&server.url()).await.unwrap().unwrap();
    assert_eq!(db.tables().await.unwrap(), Tables::Missing);
}

#[tokio::test]
async fn looking_waits_for_no_writer_and_sees_what_was_committed() {
    for database in crate::room::both().await {
        let bot = Db::open(&database.url()).await.unwrap();
        let mut tx = bot.begin().await.unwrap();
        tx.beat(at(1), at(1)).await.unwrap();
        let _ = tx.commit().await.unwrap();
        let mut tx = bot.begin().await.unwrap();
        tx.beat(at(2), at(2)).await.unwrap();
        let beside = Db::look(&database.url()).await.unwrap().unwrap();
        assert_eq!(beside.tables().await.unwrap(), Tables::Current);
        assert_eq!(beside.last_heard().await.unwrap(), Some(at(1)));
        let _ = tx.commit().await.unwrap();
        assert_eq!(beside.last_heard().await.unwrap(), Some(at(2)));
    }
}

#[tokio::test]
async fn tables_of_another_version_are_known_and_newer_ones_are_not_used() {
    for database in crate::room::both().await {
        let bot = Db::open(&database.url()).await.unwrap();
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                     SELECT 9999, description, success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1";
        let older = "DELETE FROM _sqlx_migrations WHERE version > 0";
        for (sql, tables) in [(newer, Tables::Newer), (older, Tables::Missing)] {
            let done = match &bot {
                Db::Sqlite(writer, _) => {
                    sqlx::query(sql).execute(&mut *writer.turn().await.unwrap()).await.map(drop)
                }
                Db::Postgres(server) => {
                    sqlx::query(sql).execute(&mut *server.turn().await.unwrap()).await.map(drop)
                }
            };
            done.unwrap();
            let beside = Db::look(&database.url()).await.unwrap().unwrap();
            assert_eq!(beside.tables().await.unwrap(), tables);
            if tables == Tables::Newer {
                let why = Db::open(&database.url()).await.err().unwrap().to_string();
                assert!(why.contains("could not use the tables of a newer Lazo"), "{why}");
            }
        }
    }
}
