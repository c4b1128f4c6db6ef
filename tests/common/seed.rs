//! Whole programmes written straight into a database: up to a million pairs who have known each other for a while.

use chrono::{DateTime, Utc};
use lazo::store::Db;

/// Pairs of one programme.
const PROGRAMME: i64 = 1_000;

/// Pairs written at once.
const AT_ONCE: i64 = 50_000;

/// Fills an empty database with pairs (chats as in `traffic::chat`): both joined, introduced 20 days ago, in touch an
/// hour ago, and nothing due within a day. Every thousand share a programme with a lead and 25 coordinators.
pub async fn seed(db: &Db, pairs: i64, now: DateTime<Utc>) -> Result<(), sqlx::Error> {
    let now = now.timestamp_millis();
    let programmes = (pairs + PROGRAMME - 1) / PROGRAMME;
    for (sql, most) in [(PROGRAMMES, programmes), (STAFF, programmes * 26), (CONTACTS, programmes * 3)] {
        execute(db, sql, &[0, most, now]).await?;
    }
    for from in (0..pairs).step_by(usize::try_from(AT_ONCE).unwrap_or(1)) {
        let to = pairs.min(from + AT_ONCE);
        execute(db, PEOPLE, &[from * 2, to * 2, now, programmes * 26]).await?;
        execute(db, CONVERSATIONS, &[from, to, now]).await?;
        execute(db, MEMBERS, &[from * 2, to * 2, now, programmes * 26]).await?;
        execute(db, LANES, &[from * 2, to * 2]).await?;
    }
    for from in (0..pairs).step_by(usize::try_from(AT_ONCE).unwrap_or(1)) {
        let to = pairs.min(from + AT_ONCE);
        execute(db, SILENCE, &[from, to, now, pairs]).await?;
    }
    for from in (0..pairs).step_by(usize::try_from(AT_ONCE).unwrap_or(1)) {
        let to = pairs.min(from + AT_ONCE);
        execute(db, PULSES, &[from * 2, to * 2, now, pairs * 2, programmes * 26]).await?;
    }
    match db {
        // Nobody asks SQLite to look at its tables; and empty ones, once looked at, are taken for empty ever after.
        Db::Sqlite(..) => Ok(()),
        // A server does so by itself.
        Db::Postgres(_) => execute(db, "ANALYZE", &[]).await,
    }
}

async fn execute(db: &Db, sql: &'static str, numbers: &[i64]) -> Result<(), sqlx::Error> {
    match db {
        Db::Sqlite(writer, _) => {
            let mut turn = writer.turn().await?;
            numbers
                .iter()
                .fold(sqlx::query(sql), |query, n| query.bind(*n))
                .execute(&mut *turn)
                .await
                .map(drop)
        }
        Db::Postgres(server) => {
            let query = numbers.iter().fold(sqlx::query(sql), |query, n| query.bind(*n));
            let mut turn = server.turn().await.map_err(|why| sqlx::Error::Io(std::io::Error::other(why)))?;
            query.execute(&mut *turn).await.map(drop)
        }
    }
}

// In each: i counts from $1 to before $2, and $3 is now. Rows get the ids 1, 2, 3 … in the order they are inserted.

const PROGRAMMES: &str = "
INSERT INTO programme (name, languages, zone, rhythm, set_up_at, created_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT 'Casa ' || (i + 1), '[\"en\",\"es\",\"ar\"]', 'Europe/Madrid', 7, $3 - 2592000000, $3 - 2592000000
FROM n ORDER BY i";

const STAFF: &str = "
INSERT INTO person (programme_id, role, chat_id, standing, reach, lang, alias, zone, profile, joined_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT i / 26 + 1, CASE i % 26 WHEN 0 THEN 'lead' ELSE 'coordinator' END, 900000001 + i, 'ready', 'reachable', 'en',
    'Vera', 'Europe/Madrid', '{\"language_chosen\":true,\"zone_told\":true}', $3 - 2592000000
FROM n ORDER BY i";

const CONTACTS: &str = "
INSERT INTO contact (programme_id, position, words)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT i / 3 + 1, i % 3, 'Ana: 600 000 001' FROM n WHERE $3 > 0 ORDER BY i";

// $4: people before the first pair.
const PEOPLE: &str = "
INSERT INTO person (programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number,
    profile, joined_at, adult)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT i / 2 / 1000 + 1, CASE i % 2 WHEN 0 THEN 'mentee' ELSE 'mentor' END, 1000000001 + i, 'ready', 'reachable',
    CASE i % 2 WHEN 0 THEN 'ar' ELSE 'es' END, CASE i % 2 WHEN 0 THEN 'Amina' ELSE 'Tomás' END, 'Europe/Madrid',
    i / 2 / 1000 * 26 + 2 + i / 2 % 25, 'F-' || (i + $4),
    '{\"language_chosen\":true,\"consent\":2,\"adult\":true,\"zone_told\":true,\"spoken\":[\"ar\",\"es\"],'
        || '\"topics\":[\"education\"],\"availability\":[\"evenings\"],\"ready_recorded\":20000}',
    $3 - 2592000000, 1
FROM n ORDER BY i";

const CONVERSATIONS: &str = "
INSERT INTO conversation (programme_id, sort, phase, coordinator_id, rhythm, proposed_at, introduced_at, contact_at,
    created_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT i / 1000 + 1, 'pair', 'active', i / 1000 * 26 + 2 + i % 25, 7, $3 - 1814400000, $3 - 1728000000, $3 - 3600000,
    $3 - 1814400000
FROM n ORDER BY i";

// $4: people before the first pair.
const MEMBERS: &str = "
INSERT INTO member (conversation_id, person_id, side, state, heard_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT i / 2 + 1, $4 + i + 1, CASE i % 2 WHEN 0 THEN 'mentee' ELSE 'mentor' END, 'active', $3 - 3600000
FROM n ORDER BY i";

const LANES: &str = "
INSERT INTO lane (chat_id)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT 1000000001 + i FROM n ORDER BY i";

// Spread over the 30 days from tomorrow; $4: how many there will be.
const SILENCE: &str = "
INSERT INTO alarm (kind, subject, due_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT 'silence', i + 1, $3 + 86400000 + i * 2592000000 / $4 FROM n ORDER BY i";

// $5: people before the first pair.
const PULSES: &str = "
INSERT INTO alarm (kind, subject, due_at)
WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
SELECT 'pulse', $5 + i + 1, $3 + 86400000 + i * 2592000000 / $4 FROM n ORDER BY i";
