//! The two databases have the same tables.

use crate::database::Database;
use lazo::store::Db;
use std::collections::BTreeMap;

/// A table's columns, constraints and indexes, one line each, in one spelling.
type Schema = BTreeMap<String, Vec<String>>;

fn gather(lines: impl IntoIterator<Item = (String, String)>) -> Schema {
    let mut schema = Schema::new();
    for (table, line) in lines {
        schema.entry(table).or_default().push(line);
    }
    for lines in schema.values_mut() {
        lines.sort();
    }
    schema
}

/// `CREATE UNIQUE INDEX name ON table … (columns) WHERE …` in one spelling: what a predicate says is spelled differently.
fn index(sql: &str) -> String {
    let unique = sql.contains("UNIQUE INDEX");
    let (head, columns) = sql.split_once('(').unwrap();
    let name = head.split_whitespace().skip_while(|word| *word != "INDEX").nth(1).unwrap();
    let (columns, rest) = columns.split_once(')').unwrap();
    format!("index {name} ({columns}) unique {unique} partial {}", rest.contains("WHERE"))
}

const SQLITE: &str = "
    SELECT t.name, 'column ' || c.name || ' '
            || CASE WHEN c.type IN ('BIGINT', 'INTEGER') THEN 'bigint' ELSE lower(c.type) END
            || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN ' not null' ELSE '' END
            || CASE WHEN c.dflt_value IS NULL THEN '' ELSE ' default ' || replace(c.dflt_value, '''', '') END
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type IN ('table', 'view')
    UNION ALL
    SELECT t.name, 'key (' || (SELECT group_concat(k.name, ', ') FROM
            (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk) k) || ')'
        FROM sqlite_master t WHERE t.type = 'table'
        AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)
    UNION ALL
    SELECT t.name, 'unique (' || (SELECT group_concat(k.name, ', ') FROM
            (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) k) || ')'
        FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'u'
    UNION ALL
    SELECT t.name, 'reference ' || f.\"from\" || ' to ' || f.\"table\"
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
    UNION ALL
    SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";

const POSTGRES: &str = "
    SELECT table_name::text, 'column ' || column_name || ' ' || data_type
            || CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END
            || CASE WHEN column_default IS NULL THEN ''
                    ELSE ' default ' || replace(split_part(column_default, '::', 1), '''', '') END
        FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT c.conrelid::regclass::text, CASE c.contype WHEN 'p' THEN 'key (' ELSE 'unique (' END
            || (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k (attnum, n)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) || ')'
        FROM pg_constraint c WHERE c.contype IN ('p', 'u') AND c.connamespace = 'public'::regnamespace
    UNION ALL
    SELECT c.conrelid::regclass::text, 'reference ' || a.attname || ' to ' || c.confrelid::regclass::text
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    UNION ALL
    SELECT tablename::text, indexdef FROM pg_indexes WHERE schemaname = 'public'
        AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))";

async fn schema(db: &Db) -> Schema {
    let rows: Vec<(String, String)> = match db {
        Db::Sqlite(writer, _) => {
            sqlx::query_as(SQLITE).fetch_all(&mut *writer.turn().await.unwrap()).await.unwrap()
        }
        Db::Postgres(server) => {
            sqlx::query_as(POSTGRES).fetch_all(&mut *server.turn().await.unwrap()).await.unwrap()
        }
    };
    let own =
        rows.into_iter().filter(|(table, _)| !table.starts_with("sqlite_") && !table.starts_with("_sqlx"));
    gather(own.map(|(table, line)| (table, if line.starts_with("CREATE") { index(&line) } else { line })))
}

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_keys_and_indexes() {
    let mut schemas = Vec::new();
    for database in crate::room::both().await {
        schemas.push(schema(&Db::open(&database.url()).await.unwrap()).await);
    }
    let [sqlite, postgres] = schemas.as_slice() else { return };
    assert!(sqlite.len() >= 19, "{} tables", sqlite.len());
    assert!(
        sqlite["letter"].iter().any(|line| line.starts_with("index letter_queued (lane, rank, strand, id)"))
    );
    for (table, lines) in sqlite {
        assert_eq!(Some(lines), postgres.get(table), "{table}");
    }
    assert_eq!(sqlite.keys().collect::<Vec<_>>(), postgres.keys().collect::<Vec<_>>());
}

#[tokio::test]
async fn a_difference_would_be_seen() {
    let database = Database::sqlite();
    let db = Db::open(&database.url()).await.unwrap();
    let before = schema(&db).await;
    let Db::Sqlite(writer, _) = &db else { panic!("not SQLite") };
    for change in [
        "ALTER TABLE seen ADD COLUMN more BIGINT",
        "CREATE INDEX seen_more ON seen (more)",
        "DROP INDEX lane_ready",
    ] {
        let known = schema(&db).await;
        sqlx::query(change).execute(&mut *writer.turn().await.unwrap()).await.unwrap();
        assert_ne!(known, schema(&db).await, "{change}");
    }
    assert_eq!(before.len(), schema(&db).await.len());
}
