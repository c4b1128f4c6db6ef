//! Every statement in the store's sources can be prepared on both databases.

use crate::database::Database;
use lazo::store::Db;
use sqlx::{AssertSqlSafe, Column, Executor, SqlSafeStr, Statement, TypeInfo};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The words statements begin with. Beginning a transaction is not a statement that can be prepared.
const VERBS: [&str; 5] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];

/// The Rust string literals in a source text, their escapes undone. Comments hold none.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (here, after) = rest.split_at(at);
        rest = if after.starts_with("//") {
            after.split_once('\n').map_or("", |(_, next)| next)
        } else if after.starts_with("'\"'") || after.starts_with("'\\\"'") {
            after.trim_start_matches(['\'', '\\', '"'])
        } else if let Some(body) = after.strip_prefix('"') {
            assert!(
                !here.ends_with('r') && !here.ends_with('#'),
                "raw strings are not read here: {body:.60}"
            );
            let (literal, next) = literal(body);
            found.push(literal);
            next
        } else {
            &after[1..]
        };
    }
    found
}

/// A literal's text up to its closing quote, and what follows.
fn literal(body: &str) -> (String, &str) {
    let mut text = String::new();
    let mut chars = body.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return (text, &body[at + 1..]),
            '\\' => match chars.next() {
                // A continued line begins at its first visible character.
                Some((at, '\n')) => {
                    let next = body[at..].trim_start();
                    let (more, rest) = literal(next);
                    return (text + &more, rest);
                }
                Some((_, 'n')) => text.push('\n'),
                Some((_, other)) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    panic!("a literal without an end: {body:.60}")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// What `set!` puts before a statement to have its rows as one value.
const WRAPPING: &str = "SELECT json_group_array(json_array(";

/// Every statement of the store, once.
pub(crate) fn statements() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let texts = sources(&folder).into_iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts
        .flat_map(|text| literals(&text))
        .filter(|literal| {
            literal != WRAPPING && VERBS.iter().any(|verb| literal.trim_start().starts_with(verb))
        })
        .collect()
}

/// What only one of them has.
fn is_for(postgres: bool, statement: &str) -> bool {
    let only: &[_] =
        if postgres { &["sqlite_master", "pragma_"] } else { &["pg_", "to_regclass", "set_config"] };
    !only.iter().any(|word| statement.contains(word))
}

#[test]
fn the_scan_reads_literals_as_rust_does() {
    let source =
        "// \"no\"\nlet a = '\"'; f(\"SELECT \\\"x\\\" \\\n     FROM y\", 'a', \"UPDATE z\n SET q\");";
    assert_eq!(literals(source), ["SELECT \"x\" FROM y", "UPDATE z\n SET q"]);
}

#[test]
fn the_scan_finds_the_statements() {
    let all = statements();
    assert!(all.len() > 70, "{} statements", all.len());
    assert!(
        all.iter().any(|it| it.starts_with("SELECT q.lane AS chat_id, l.not_before")),
        "the courier's lease"
    );
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_sqlite() {
    let database = Database::sqlite();
    let Db::Sqlite(writer, _) = Db::open(&database.url()).await.unwrap() else { panic!("not SQLite") };
    let mut turn = writer.turn().await.unwrap();
    let mut wrong = Vec::new();
    for statement in statements().iter().filter(|it| is_for(false, it)) {
        if let Err(why) = turn.prepare(AssertSqlSafe(statement.clone()).into_sql_str()).await {
            wrong.push(format!("{why}\n{statement}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_postgresql_and_gives_big_numbers_and_text_only() {
    let Some(database) = Database::postgres().await else { return };
    let Db::Postgres(server) = Db::open(&database.url()).await.unwrap() else { panic!("not PostgreSQL") };
    let mut turn = server.turn().await.unwrap();
    let mut wrong = Vec::new();
    for statement in statements().iter().filter(|it| is_for(true, it)) {
        match turn.prepare(AssertSqlSafe(statement.clone()).into_sql_str()).await {
            Err(why) => wrong.push(format!("{why}\n{statement}")),
            Ok(prepared) => {
                let odd = prepared.columns().iter().find(|column| {
                    let kind = column.type_info().name().to_owned();
                    !["INT8", "TEXT", "BOOL", "VOID"].contains(&kind.as_str())
                        || (kind == "BOOL" && is_for(false, statement))
                });
                wrong.extend(odd.map(|it| format!("{} is {}\n{statement}", it.name(), it.type_info())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
