//! Logs carry ids and classes, never what anyone wrote or is called.

use crate::source::{none, sources};

/// What no log line may name.
const PRIVATE: &[&str] = &[
    "text",
    "alias",
    "name",
    "caption",
    "body",
    "words",
    "token",
    "username",
    "phone",
    "person",
    "written",
    "heard",
    "update_body",
    "letter_body",
    "query",
    "url",
    "profile",
    "reason",
];

/// The arguments of every call of a log macro in this code, message and all.
fn calls(text: &str) -> Vec<&str> {
    let macros = ["trace!(", "debug!(", "info!(", "warn!(", "error!(", "event!(", "span!("];
    let starts = macros.iter().flat_map(|name| {
        let with_path = text.match_indices(name).filter(|(at, _)| text[..*at].ends_with("tracing::"));
        with_path.map(|(at, name)| at + name.len())
    });
    starts.map(|start| &text[start..start + closing(&text[start..])]).collect()
}

/// Where the bracket closes that is open at the beginning.
fn closing(text: &str) -> usize {
    let (mut depth, mut quoted) = (1, false);
    for (at, char) in text.char_indices() {
        match char {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("an open bracket: {text:.60}")
}

/// What is wrong with one call: a private field, or something put into the message.
fn wrong(call: &str) -> Option<String> {
    let outside: String = call.split('"').step_by(2).collect();
    let message: String = call.split('"').skip(1).step_by(2).collect();
    let part = |char: char| !(char.is_alphanumeric() || char == '_');
    let field = outside.split(part).find(|word| PRIVATE.contains(word));
    let filled = message.contains('{').then_some("{…} in the message");
    field.or(filled).map(|what| format!("{what} in tracing::…!({})", call.trim()))
}

#[test]
fn no_log_line_carries_words_names_or_secrets() {
    let mut all = Vec::new();
    let mut seen = 0;
    for source in sources("src") {
        let found = calls(&source.text);
        seen += found.len();
        all.extend(found.iter().filter_map(|call| Some(format!("{}: {}", source.path, wrong(call)?))));
        for way_around in ["use tracing::", "#[instrument", "tracing::instrument]", "tracing::instrument("] {
            all.extend(source.places(way_around));
        }
    }
    assert!(seen > 10, "{seen} log lines");
    none(&all);
}

#[test]
fn a_private_field_would_be_noticed() {
    let text =
        "tracing::info!(id = person.id.0, \"a\"); tracing::warn!(%alias, \"b\"); tracing::warn!(\"c {why}\");
                tracing::error!(%why, update = id, \"an update (of any kind) was set aside\")";
    let found: Vec<_> = calls(text).into_iter().map(wrong).collect();
    assert_eq!(found.iter().filter(|it| it.is_some()).count(), 3, "{found:?}");
    assert_eq!(found.len(), 4);
}
