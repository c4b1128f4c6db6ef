//! The typed table and the English source name the same messages, attributes and variables.

use std::collections::{BTreeMap, BTreeSet};

use lazo::words::{Entry, File, Kind, Shape, embedded};

use crate::parity::shapes;
use crate::shelf::{complains, none, planted, planted_entry, registry_and, whole_registry};

/// The language's own name, which the picker reads, is in no table.
const NOT_IN_THE_TABLE: &str = "locale-name";

fn name(entry: &Entry) -> String {
    entry.attr.map_or_else(|| entry.id.to_owned(), |attr| format!("{}.{attr}", entry.id))
}

fn differences(files: &[File], table: &[Entry]) -> Vec<String> {
    let mut source = shapes(files, "en");
    source.remove(NOT_IN_THE_TABLE);
    let mut complaints = Vec::new();
    let mut seen = BTreeMap::new();
    for entry in table {
        let name = name(entry);
        if seen.insert(name.clone(), entry).is_some() {
            complaints.push(format!("{name}: twice in the table"));
        }
        let Some(shape) = source.get(&name) else {
            complaints.push(format!("{name}: not in locales/en"));
            continue;
        };
        let declared: BTreeSet<_> = entry.args.iter().map(|(arg, _)| (*arg).to_owned()).collect();
        if shape.paths.iter().any(|path| path.variables != declared) {
            complaints.push(format!("{name}: other variables in locales/en than {declared:?}"));
        }
        if !entry.shape.is_html() && shape.paths.iter().any(|path| !path.tags.is_empty()) {
            complaints.push(format!("{name}: tags where Telegram shows plain text"));
        }
        if !shape.keys.is_empty() && !entry.args.iter().any(|(_, kind)| *kind == Kind::Count) {
            complaints.push(format!("{name}: a selection without a count"));
        }
    }
    complaints.extend(
        source.keys().filter(|id| !seen.contains_key(*id)).map(|id| format!("{id}: not in the table")),
    );
    complaints
}

/// `<area>-<audience>-<thing>`, the area being the file's name.
fn misnamed(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| file.tag == "en") {
        let area = file.name.trim_end_matches(".ftl");
        for id in shapes(std::slice::from_ref(file), "en").into_keys().filter(|id| id != NOT_IN_THE_TABLE) {
            let mut parts = id.splitn(3, '-');
            let right = parts.next() == Some(area)
                && matches!(parts.next(), Some("mentee" | "mentor" | "coord" | "any"))
                && parts.next().is_some();
            if !right {
                complaints.push(format!("{id}: not <{area}>-<audience>-<thing>"));
            }
        }
    }
    complaints
}

#[test]
fn the_table_and_the_english_source_agree() {
    none(&differences(&embedded(), &whole_registry()));
}

#[test]
fn a_difference_between_table_and_source_is_noticed() {
    let table = whole_registry();
    let check =
        |from, to, about| complains(&differences(&planted("en", "join.ftl", from, to), &table), about);
    check("join-any-resumed =", "join-any-back =", "join-any-resumed: not in locales/en");
    check("join-any-resumed =", "join-any-back =", "join-any-back: not in the table");
    check("    .again =", "    .repeat =", "join-any-refused.again: not in locales/en");
    check("<b>{ $programme }</b>", "<b>{ $name }</b>", "join-any-consent: other variables");
    check(".accept = ✅", ".accept = <b>✅</b>", "join-any-consent-decides.accept: tags");
    let more = registry_and(planted_entry(Shape::Html, &[]));
    complains(&differences(&embedded(), &more), "planted: not in locales/en");
}

#[test]
fn ids_say_where_they_belong() {
    none(&misnamed(&embedded()));
    complains(&misnamed(&planted("en", "join.ftl", "join-any-age =", "age-any-join =")), "age-any-join");
    complains(&misnamed(&planted("en", "join.ftl", "join-any-age =", "join-age =")), "join-age");
}
