//! What a failure says is logged: which code it was, and never what stood in a row.

use crate::room::{at, both};
use lazo::domain::id::ProgrammeId;
use lazo::store::{Db, Error};

/// What stands in rows here.
const CANARY: &str = "canary";

async fn does(db: &Db, sql: &'static str) {
    match db {
        Db::Sqlite(writer, _) => sqlx::query(sql).execute(&mut *writer.turn().await.unwrap()).await.map(drop),
        Db::Postgres(server) => {
            sqlx::raw_sql(sql).execute(&mut *server.turn().await.unwrap()).await.map(drop)
        }
    }
    .unwrap();
}

fn says(why: &Error, what: &str) {
    let said = [why.to_string(), format!("{why:?}")];
    assert!(said.iter().all(|it| it.contains(what) && !it.contains(CANARY)), "{said:?}");
}

#[tokio::test]
async fn a_failure_names_its_code_and_never_a_value() {
    for database in both().await {
        let db = Db::open(&database.url()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let programme: ProgrammeId = tx.found(at(0)).await.unwrap();
        let _ = tx.commit().await.unwrap();
        for broken in
            ["UPDATE programme SET languages = '\"canary\"'", "UPDATE programme SET languages = '[canary'"]
        {
            does(&db, broken).await;
            says(
                &db.begin().await.unwrap().programme(programme).await.unwrap_err(),
                "a value cannot be read",
            );
        }
        let postgres = matches!(db, Db::Postgres(_));
        if postgres {
            let refuses = "CREATE FUNCTION refuses() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
                RAISE EXCEPTION 'not %', NEW.value; END $$;
                CREATE TRIGGER refuses BEFORE INSERT ON meta FOR EACH ROW EXECUTE FUNCTION refuses()";
            does(&db, refuses).await;
        } else {
            does(&db, "CREATE UNIQUE INDEX refuses ON meta (value)").await;
        }
        let mut tx = db.begin().await.unwrap();
        let first = tx.note("one", CANARY).await;
        let why = if postgres { first } else { tx.note("two", CANARY).await }.unwrap_err();
        says(&why, if postgres { "SQLSTATE P0001" } else { "SQLite result 2067" });
    }
}
