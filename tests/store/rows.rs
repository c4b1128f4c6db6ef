//! The rows as they are.

use crate::database::Database;
use crate::room::at;
use lazo::store::{Db, tables};
use std::collections::BTreeSet;

#[tokio::test]
async fn every_table_can_be_looked_at_and_no_other() {
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let Db::Sqlite(writer, _) = &db else { panic!("not SQLite") };
    let all: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    )
    .fetch_all(&mut *writer.turn().await.unwrap())
    .await
    .unwrap();
    let all: BTreeSet<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(tables().collect::<BTreeSet<_>>(), all);
    let mut tx = db.begin().await.unwrap();
    assert!(tx.rows("sqlite_master", 1, 0).await.unwrap().is_none());
}

#[tokio::test]
async fn numbers_texts_and_nothing_are_read_alike_on_both_databases() {
    for database in crate::room::both().await {
        let db = Db::open(&database.url()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        for (key, value) in [("one", "1"), ("two", "zwei"), ("three", "3")] {
            tx.note(key, value).await.unwrap();
        }
        tx.audit(None, "tried", Some(7), at(5)).await.unwrap();
        for table in tables() {
            tx.rows(table, 10, 0).await.unwrap().expect(table);
        }
        let facts = tx.rows("meta", 2, 1).await.unwrap().unwrap();
        assert_eq!(facts.columns, ["key", "value"]);
        let text = |words: &str| Some(words.to_owned());
        assert_eq!(facts.rows, [[text("three"), text("3")], [text("two"), text("zwei")]]);
        let audit = tx.rows("audit", 1, 0).await.unwrap().unwrap();
        let row = &audit.rows[0];
        let cell = |name: &str| row[audit.columns.iter().position(|it| it == name).unwrap()].clone();
        assert_eq!((cell("person_id"), cell("action"), cell("subject")), (None, text("tried"), text("7")));
    }
}

#[tokio::test]
async fn a_database_in_memory_is_a_database_of_its_own() {
    let [one, other] =
        [Db::open(lazo::store::IN_MEMORY).await.unwrap(), Db::open(lazo::store::IN_MEMORY).await.unwrap()];
    let mut tx = one.begin().await.unwrap();
    tx.note("here", "yes").await.unwrap();
    let _ = tx.commit().await.unwrap();
    assert_eq!(one.noted("here").await.unwrap().as_deref(), Some("yes"));
    assert_eq!(other.noted("here").await.unwrap(), None);
    assert!(one.lead(1).await.unwrap().is_some() && other.lead(1).await.unwrap().is_some());
}
