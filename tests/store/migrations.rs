//! Every migration meets tables with rows in them, and leaves them whole.

use crate::database::Database;
use lazo::limits::Limits;
use lazo::store::{Db, Server, Writer};
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, in the order of their numbers.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Does the whole script, or fails.
async fn script(db: &Db, file: &Path) {
    let sql = std::fs::read_to_string(file).unwrap();
    let done = match db {
        Db::Sqlite(writer, _) => {
            let mut turn = writer.turn().await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *turn).await.map(drop)
        }
        Db::Postgres(server) => {
            let mut turn = server.turn().await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *turn).await.map(drop)
        }
    };
    done.unwrap_or_else(|why| panic!("{}: {why}", file.display()));
}

async fn rows(db: &Db) -> BTreeMap<String, i64> {
    let tables: Vec<(String,)> = match db {
        Db::Sqlite(writer, _) => sqlx::query_as(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
        )
        .fetch_all(&mut *writer.turn().await.unwrap())
        .await,
        Db::Postgres(server) => {
            sqlx::query_as("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'")
                .fetch_all(&mut *server.turn().await.unwrap())
                .await
        }
    }
    .unwrap();
    let mut counts = BTreeMap::new();
    for (table,) in tables.into_iter().filter(|(table,)| table != "_sqlx_migrations") {
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let (count,): (i64,) = match db {
            Db::Sqlite(writer, _) => {
                sqlx::query_as(sql).fetch_one(&mut *writer.turn().await.unwrap()).await.unwrap()
            }
            Db::Postgres(server) => {
                sqlx::query_as(sql).fetch_one(&mut *server.turn().await.unwrap()).await.unwrap()
            }
        };
        counts.insert(table, count);
    }
    counts
}

/// A database without tables, opened bare.
async fn bare(database: &Database) -> Db {
    let url = database.url();
    if url.starts_with("postgres") {
        return Db::Postgres(Server::new(url.parse().unwrap(), Limits::default()));
    }
    let path = Path::new(url.strip_prefix("sqlite://").unwrap());
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true);
    Db::Sqlite(Writer::connect(&options).await.unwrap(), path.to_owned())
}

/// Brings tables to a version, as the release of then did.
async fn up_to(db: &Db, migrations: &Path) {
    let migrator = sqlx::migrate::Migrator::new(migrations).await.unwrap();
    match db {
        Db::Sqlite(writer, _) => migrator.run(&mut *writer.turn().await.unwrap()).await.unwrap(),
        Db::Postgres(server) => migrator.run(&mut *server.turn().await.unwrap()).await.unwrap(),
    }
}

#[tokio::test]
async fn every_migration_meets_rows_in_every_table_and_keeps_them() {
    for database in crate::room::both().await {
        let kind = if database.url().starts_with("postgres") { "postgres" } else { "sqlite" };
        let db = bare(&database).await;
        let known = tempfile::tempdir().unwrap();
        let migrations = files(&root().join("migrations").join(kind));
        let data = files(&root().join("tests/data/migrations"));
        assert_eq!(migrations.len(), data.len(), "each migration needs its rows in tests/data/migrations");
        for (migration, data) in migrations.iter().zip(&data) {
            assert_eq!(migration.file_name(), data.file_name());
            let before = rows(&db).await;
            std::fs::copy(migration, known.path().join(migration.file_name().unwrap())).unwrap();
            up_to(&db, known.path()).await;
            let after = rows(&db).await;
            for (table, count) in before {
                let kept = after.get(&table).is_some_and(|kept| *kept >= count);
                assert!(kept, "{} loses rows of {table}", migration.display());
            }
            script(&db, data).await;
            for (table, count) in rows(&db).await {
                assert!(count > 0, "{table} is empty: add a row of it to {}", data.display());
            }
        }
        let before = rows(&db).await;
        db.close().await;
        let opened = Db::open(&database.url()).await.unwrap();
        assert_eq!(rows(&opened).await, before, "opening an up-to-date database changes nothing");
        works(&opened).await;
    }
}

/// What databases of before have noted of each migration, and its name: another text would not be theirs.
#[tokio::test]
async fn every_migration_is_still_the_one_that_databases_of_before_have_noted() {
    let noted = std::fs::read_to_string(root().join("tests/data/checksums.txt")).unwrap();
    for database in crate::room::both().await {
        let kind = if database.url().starts_with("postgres") { "postgres" } else { "sqlite" };
        let db = Db::open(&database.url()).await.unwrap();
        let sql = "SELECT version, description, checksum FROM _sqlx_migrations ORDER BY version";
        let rows: Vec<(i64, String, Vec<u8>)> = match &db {
            Db::Sqlite(writer, _) => {
                sqlx::query_as(sql).fetch_all(&mut *writer.turn().await.unwrap()).await.unwrap()
            }
            Db::Postgres(server) => {
                sqlx::query_as(sql).fetch_all(&mut *server.turn().await.unwrap()).await.unwrap()
            }
        };
        let hex = |sum: &[u8]| sum.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        let now: Vec<_> =
            rows.iter().map(|(number, _, sum)| format!("{kind} {number} {}", hex(sum))).collect();
        let before: Vec<_> = noted.lines().filter(|line| line.starts_with(kind)).collect();
        assert!(
            before.len() >= 20
                && now.starts_with(&before.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        );
        let names =
            rows.iter().map(|(number, name, _)| format!("{number:04}_{}.sql", name.replace(' ', "_")));
        let files = files(&root().join("migrations").join(kind));
        let files: Vec<_> = files.iter().map(|it| it.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names.collect::<Vec<_>>(), files);
        db.close().await;
    }
}

/// The rows are such as the store writes: it can read them.
async fn works(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    let programme = tx.programmes().await.unwrap().remove(0);
    assert_eq!(tx.staff(programme.id).await.unwrap().len(), 1);
    let amina = tx.person_in(lazo::domain::id::ChatId(11)).await.unwrap().unwrap();
    assert_eq!(tx.pair_of(amina.id).await.unwrap().unwrap().members.len(), 2);
    let nadia = tx.person_in(lazo::domain::id::ChatId(44)).await.unwrap().unwrap();
    let pair = tx.pair_of(nadia.id).await.unwrap().unwrap();
    assert_eq!(pair.phase, lazo::domain::conversation::Phase::Active, "a break is a member's own");
    let away: Vec<_> = pair.active().filter(|it| it.away.is_some()).map(|it| it.person).collect();
    assert_eq!(away, [nadia.id]);
    let later = chrono::DateTime::from_timestamp_millis(1_800_000_000_000).unwrap();
    assert_eq!(tx.lease(10, later).await.unwrap().len(), 1);
    let due = tx.take_due(10, later).await.unwrap();
    assert!(due.contains(&(lazo::store::Alarm::Break, nadia.id.0)), "{due:?}");
}

/// A database that was used by the release before a migration, with these rows, and is opened by this one.
async fn updated(database: &Database, number: &str, rows: &str) -> Db {
    let kind = if database.url().starts_with("postgres") { "postgres" } else { "sqlite" };
    let db = bare(database).await;
    let known = tempfile::tempdir().unwrap();
    for migration in files(&root().join("migrations").join(kind)) {
        let name = migration.file_name().unwrap();
        if name < std::ffi::OsStr::new(number) {
            std::fs::copy(&migration, known.path().join(name)).unwrap();
        }
    }
    up_to(&db, known.path()).await;
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("rows.sql");
    std::fs::write(&file, rows).unwrap();
    script(&db, &file).await;
    db.close().await;
    Db::open(&database.url()).await.unwrap()
}

/// Whoever waits for a guardian, or was asked at 18, when the update comes is looked at as soon as the program starts.
#[tokio::test]
async fn who_waited_or_was_18_is_looked_at_after_the_update() {
    for database in crate::room::both().await {
        let rows = "INSERT INTO programme (id, created_at) VALUES (1, 0);
             INSERT INTO person (id, programme_id, role, chat_id, standing, profile, lang, alias, zone, joined_at, reach) VALUES
                 (1, 1, 'mentee', 11, 'awaiting_guardian', '{\"adult\":false}', 'en', '', 'UTC', 0, 'reachable'),
                 (2, 1, 'mentee', 12, 'ready', '{\"adult\":true,\"of_18\":{\"letter\":1,\"again\":false,\"answered\":true}}', 'en', 'B', 'UTC', 0, 'reachable'),
                 (3, 1, 'mentee', 13, 'ready', '{\"adult\":false,\"of_18\":null}', 'en', 'C', 'UTC', 0, 'reachable'),
                 (4, 1, 'mentee', 14, 'left', '{\"of_18\":{\"letter\":1,\"again\":true,\"answered\":false}}', 'en', 'D', 'UTC', 0, 'reachable');
             INSERT INTO alarm (kind, subject, due_at) VALUES ('eighteen', 3, 9000000000000);";
        let opened = updated(&database, "0013", rows).await;
        let mut tx = opened.begin().await.unwrap();
        let now = chrono::DateTime::from_timestamp_millis(1_800_000_000_000).unwrap();
        let mut due = tx.take_due(10, now).await.unwrap();
        due.retain(|(alarm, _)| matches!(alarm, lazo::store::Alarm::Paper | lazo::store::Alarm::Eighteen));
        due.sort();
        assert_eq!(due, [(lazo::store::Alarm::Eighteen, 2), (lazo::store::Alarm::Paper, 1)]);
        let waits = tx.person_in(lazo::domain::id::ChatId(11)).await.unwrap().unwrap();
        assert_eq!(lazo::domain::steps::step(&waits), lazo::domain::steps::Step::Alias);
        let grown = tx.person_in(lazo::domain::id::ChatId(12)).await.unwrap().unwrap();
        assert!(grown.profile.of_18.is_some_and(|asked| asked.answered && asked.along.is_none()));
    }
}

/// Leads of programmes that were set up before help numbers by country are asked for theirs as soon as the program starts.
#[tokio::test]
async fn programmes_from_before_have_no_country_and_their_leads_are_asked_after_the_update() {
    for database in crate::room::both().await {
        let rows = "INSERT INTO programme (id, name, helplines, set_up_at, created_at) VALUES
                 (1, 'Casa Ana', '[\"Noche 016\"]', 5, 0), (2, 'Casa Eva', '[]', NULL, 0);";
        let opened = updated(&database, "0021", rows).await;
        let mut tx = opened.begin().await.unwrap();
        let now = chrono::DateTime::from_timestamp_millis(1_800_000_000_000).unwrap();
        let due = tx.take_due(10, now).await.unwrap();
        assert_eq!(due, [(lazo::store::Alarm::Holds, 1)], "the other is still being set up");
        let programme = tx.programme(lazo::domain::id::ProgrammeId(1)).await.unwrap();
        assert!(programme.set_up && programme.country.is_none() && programme.responsible.is_none());
        assert_eq!(programme.lines().own, ["Noche 016"], "its own lines stay");
    }
}

/// Old names of the reasons of an end are of the one list now, and what was seen is still known.
#[tokio::test]
async fn the_reasons_of_before_are_of_the_one_list_and_what_was_seen_stays_so() {
    let renamed = [
        ("planned", "goals"),
        ("mentee_silent", "no_contact_mentee"),
        ("mentor_silent", "no_contact_mentor"),
        ("left", "other"),
        ("conduct", "conduct"),
        ("no_contact_both", "no_contact_both"),
    ];
    let closed = renamed.iter().enumerate().map(|(id, (before, _))| {
        format!(
            "INSERT INTO conversation (id, programme_id, sort, phase, rhythm, created_at, ended_at, end_reason)
             VALUES ({id} + 1, 1, 'pair', 'closed', 14, 0, 1, '{before}');"
        )
    });
    let rows = "INSERT INTO programme (id, created_at) VALUES (1, 0);
         INSERT INTO conversation (id, programme_id, sort, phase, rhythm, created_at) VALUES (99, 1, 'pair', 'active', 14, 0);
         INSERT INTO seen (update_id, at) VALUES (-9000000000000000000, 7), (5, 1700000000000);"
        .to_owned();
    let rows: String = std::iter::once(rows).chain(closed).collect();
    for database in crate::room::both().await {
        let opened = updated(&database, "0022", &rows).await;
        let sql = "SELECT end_reason FROM conversation ORDER BY id";
        let now: Vec<(Option<String>,)> = match &opened {
            Db::Sqlite(writer, _) => {
                sqlx::query_as(sql).fetch_all(&mut *writer.turn().await.unwrap()).await.unwrap()
            }
            Db::Postgres(server) => {
                sqlx::query_as(sql).fetch_all(&mut *server.turn().await.unwrap()).await.unwrap()
            }
        };
        let now: Vec<_> = now.iter().map(|(reason,)| reason.as_deref()).collect();
        assert_eq!(now[..renamed.len()], renamed.map(|(_, after)| Some(after)));
        assert_eq!(now[renamed.len()..], [None], "who goes on has no reason");
        let mut tx = opened.begin().await.unwrap();
        let moment = chrono::DateTime::from_timestamp_millis(1_700_000_000_001).unwrap();
        let new = tx.see(&[5, 6, -9_000_000_000_000_000_000], moment).await.unwrap();
        assert_eq!(new.into_iter().collect::<Vec<_>>(), [6]);
    }
}
