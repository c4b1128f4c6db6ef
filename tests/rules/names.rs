//! Names, sizes, and what must not be there at all.

use crate::source::{files, none, sources};
use lazo::domain::zone::Tz;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_module_is_a_drawer_for_everything() {
    let drawers = ["util", "utils", "helper", "helpers", "common", "misc", "manager", "service", "services"];
    // In `words` a module is named as its file in `locales`: what all areas share is called `common` there.
    let spared = "src/words/common.rs";
    let found = files(&root().join("src")).into_iter().filter(|path| !path.ends_with(spared));
    let wrong: Vec<_> = found
        .filter(|path| {
            path.iter().any(|part| drawers.contains(&part.to_str().unwrap().trim_end_matches(".rs")))
        })
        .map(|path| path.display().to_string())
        .collect();
    none(&wrong);
}

#[test]
fn nothing_is_left_for_later_and_no_test_is_skipped() {
    let mut wrong = Vec::new();
    for source in ["src", "tests", "examples"].into_iter().flat_map(sources) {
        for word in ["todo!", "unimplemented!", "dbg!", "#[ignore", "#![allow", "#[allow"] {
            wrong.extend(source.places(word));
        }
        let marks = ["TODO", "FIXME", "XXX"].iter().filter(|_| source.path != "tests/rules/names.rs");
        wrong.extend(
            marks.filter(|mark| source.text.contains(**mark)).map(|mark| format!("{}: {mark}", source.path)),
        );
    }
    none(&wrong);
}

/// Lines of code: neither blank nor comment, and not the tests at a file's end.
fn lines(code: &str) -> usize {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim().is_empty()).count()
}

#[test]
fn a_file_has_three_hundred_lines_of_code_at_most_and_about_a_hundred_as_a_rule() {
    let mut sizes: Vec<_> = sources("src").into_iter().map(|it| (lines(&it.code), it.path)).collect();
    sizes.sort();
    let long: Vec<_> = sizes.iter().filter(|(size, _)| *size > 300).map(|it| format!("{it:?}")).collect();
    none(&long);
    let median = sizes[sizes.len() / 2].0;
    assert!(median < 120, "the median is {median}");
}

#[test]
fn every_zone_that_is_named_exists() {
    let mut named = 0;
    let mut wrong = Vec::new();
    for source in ["src", "tests", "benches", "examples"].into_iter().flat_map(sources) {
        for name in source.text.split("Tz::known(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            named += 1;
            let known = name.parse::<Tz>().is_ok_and(|zone| zone.name() == name);
            wrong.extend((!known).then(|| format!("{}: {name}", source.path)));
        }
    }
    none(&wrong);
    assert!(named > 100, "{named}: they are looked at");
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |kind: &str| -> Vec<String> {
        let found = files(&root().join("migrations").join(kind)).into_iter();
        found.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
    };
    let sqlite = names("sqlite");
    assert_eq!(sqlite, names("postgres"));
    for (index, name) in sqlite.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", index + 1)), "{name}");
    }
}

#[test]
fn no_table_has_room_for_what_people_wrote_or_who_they_are() {
    let forbidden = [
        "text ",
        "caption",
        "phone",
        "username",
        "last_name",
        "surname",
        "email",
        "file_id",
        "quote",
        "message TEXT",
    ];
    let mut wrong = Vec::new();
    for path in files(&root().join("migrations")) {
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let column = line.split("--").next().unwrap_or_default().trim_start();
            let found = forbidden.iter().find(|word| column.starts_with(*word));
            wrong.extend(found.map(|_| format!("{}: {column}", path.display())));
        }
    }
    none(&wrong);
}

#[test]
fn the_lock_file_is_part_of_the_project() {
    let ignored = std::fs::read_to_string(root().join(".gitignore")).unwrap();
    assert!(root().join("Cargo.lock").exists() && !ignored.contains("Cargo.lock"));
}
