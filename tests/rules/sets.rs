//! Statements over sets that come from the program.

use crate::source::{none, sources};

/// Statements that write a row for each of a set, in place of one that stands there, and may get two for one place:
/// PostgreSQL refuses those (SQLSTATE 21000), and whatever asked for them fails.
fn may_meet_itself(statement: &str) -> bool {
    statement.contains("DO UPDATE") && statement.contains("jsonb_each") && !statement.contains("GROUP BY")
}

#[test]
fn a_set_that_replaces_rows_has_each_place_once() {
    let wrong = sources("src/store").into_iter().flat_map(|source| {
        let path = source.path.clone();
        let found = source.literals.into_iter().filter(|literal| may_meet_itself(literal));
        found.map(move |statement| format!("{path}: {statement:.80}")).collect::<Vec<_>>()
    });
    none(&wrong.collect::<Vec<_>>());
}

#[test]
fn a_planted_one_is_found() {
    let planted =
        "INSERT INTO a (b) SELECT value FROM jsonb_each($1) WHERE true ON CONFLICT (b) DO UPDATE SET c = 1";
    assert!(may_meet_itself(planted));
    assert!(!may_meet_itself(&planted.replace("WHERE true", "GROUP BY value")));
}
