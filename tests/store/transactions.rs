//! A transaction is all or nothing, whichever statement it begins with.

use crate::room::{at, both};
use futures_util::FutureExt;
use lazo::store::Db;

#[tokio::test]
async fn a_transaction_that_is_dropped_never_happened_whatever_it_begins_with() {
    for database in both().await {
        let db = Db::open(&database.url()).await.unwrap();
        let mut first = db.begin().await.unwrap();
        first.see(&[1], at(0)).await.unwrap();
        first.note("bot_name", "lazo_bot").await.unwrap();
        drop(first);
        let mut second = db.begin().await.unwrap();
        second.note("bot_name", "lazo_bot").await.unwrap();
        second.see(&[1], at(0)).await.unwrap();
        drop(second);
        // In the middle of its first statements.
        let mut third = db.begin().await.unwrap();
        let _ = third.see(&[1], at(0)).now_or_never();
        drop(third);
        let mut last = db.begin().await.unwrap();
        assert_eq!(last.fact("bot_name").await.unwrap(), None);
        assert!(last.see(&[1], at(0)).await.unwrap().contains(&1), "nobody has seen it yet");
        let _ = last.commit().await.unwrap();
        let mut kept = db.begin().await.unwrap();
        assert!(kept.see(&[1], at(1)).await.unwrap().is_empty(), "now somebody has");
    }
}

#[tokio::test]
async fn a_transaction_without_a_statement_may_end_either_way() {
    for database in both().await {
        let db = Db::open(&database.url()).await.unwrap();
        drop(db.begin().await.unwrap());
        let _ = db.begin().await.unwrap().commit().await.unwrap();
        let mut next = db.begin().await.unwrap();
        next.note("bot_name", "lazo_bot").await.unwrap();
        let _ = next.commit().await.unwrap();
    }
}
