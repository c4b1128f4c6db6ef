//! What is done at every opening and end of a pair costs what there is to do, not what has ever been.

use crate::statements::statements;
use lazo::store::Db;
use sqlx::{AssertSqlSafe, Row};

/// The tables that only ever grow.
const GROWING: [&str; 4] = ["case_file", "conversation", "named_pair", "letter"];

/// How the database goes about a statement that takes one set, on tables of any size.
async fn plan(db: &Db, statement: &str) -> Vec<String> {
    let set = statement.contains("$1").then_some("[]");
    match db {
        Db::Sqlite(writer, _) => {
            let mut turn = writer.turn().await.unwrap();
            let explain = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")));
            let explain = set.into_iter().fold(explain, sqlx::query::Query::bind);
            let rows = explain.fetch_all(&mut *turn).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>("detail")).collect()
        }
        Db::Postgres(server) => {
            let mut one = server.turn().await.unwrap();
            // Of empty tables it would read all, which is not what is asked here.
            sqlx::query("SET enable_seqscan = off").execute(&mut *one).await.unwrap();
            let explain = sqlx::query(AssertSqlSafe(format!("EXPLAIN {statement}")));
            let explain = set.into_iter().fold(explain, sqlx::query::Query::bind);
            let rows = explain.fetch_all(&mut *one).await.unwrap();
            rows.iter().map(|row| row.get::<String, _>(0)).collect()
        }
    }
}

/// A chat has years of messages.
#[tokio::test]
async fn what_is_to_be_deleted_is_found_by_its_message_and_not_among_all_that_its_chat_has() {
    let finds: Vec<String> = statements().into_iter().filter(|it| it.starts_with("WITH gone AS")).collect();
    assert_eq!(finds.len(), 1, "{finds:#?}");
    let db = Db::open("sqlite::memory:").await.unwrap();
    let plan = plan(&db, &finds[0]).await;
    let all_of_a_chat = |line: &&String| {
        ["letter_message (lane=?", "letter_carried", "autoindex_source_1 (chat_id=?)", "SCAN c", "SCAN s"]
            .iter()
            .any(|way| line.contains(way))
    };
    assert!(!plan.iter().any(|line| all_of_a_chat(&line)), "{plan:#?}");
}

#[tokio::test]
async fn what_is_forgotten_of_unfounded_cases_is_found_without_reading_all_that_is_kept() {
    let forgets: Vec<String> = statements()
        .into_iter()
        .filter(|it| it.contains("'unfounded'") && !it.starts_with("SELECT"))
        .collect();
    assert_eq!(forgets.len(), 2, "{forgets:#?}");
    for database in crate::room::both().await {
        let db = Db::open(&database.url()).await.unwrap();
        for statement in &forgets {
            let plan = plan(&db, statement).await;
            let reads_all = |line: &&String| {
                let whole = |table: &&str| {
                    line.contains(&format!("Seq Scan on {table}"))
                        || line.contains(&format!("SCAN {table}")) && !line.contains("USING INDEX")
                };
                GROWING.iter().any(whole)
            };
            let all: Vec<&String> = plan.iter().filter(reads_all).collect();
            assert!(all.is_empty(), "{statement}\n{plan:#?}");
        }
    }
}
