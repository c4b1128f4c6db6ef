//! L8: no button is wider than its column on a phone of 320 dp.

use std::collections::BTreeMap;

use lazo::words::{Entry, Shape, WIDEST, Words, columns, embedded, width};

use crate::shelf::{complains, filling, none, planted, reader, tags, whole_registry, words};

/// The room for a label when `n` stand in a row: a keyboard of 305 dp, 5 between, 2 around, 16 inside a button.
fn room(n: usize) -> u32 {
    let n = u32::try_from(n).unwrap();
    (305 - 5 * (n - 1) - 2) / n - 16
}

fn check(words: &Words, table: &[Entry]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        let voice = reader(words, &tag);
        let mut screens: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for entry in table.iter().filter(|entry| entry.shape == Shape::Label) {
            let label = voice.render(entry, filling("Maximiliana Wunderlich", 99));
            if width(&label) > WIDEST {
                complaints.push(format!("{tag} {}: {label} is {} dp", entry.id, width(&label)));
            }
            screens.entry(entry.id).or_default().push(label);
        }
        for (id, labels) in screens {
            let n = columns(labels.iter().map(String::as_str));
            let cut = labels.iter().filter(|label| width(label) > room(n));
            complaints.extend(cut.map(|label| format!("{tag} {id}: {label} does not fit {n} columns")));
        }
    }
    complaints
}

#[test]
fn no_button_is_cut_off_on_a_small_phone() {
    none(&check(&words(&embedded()), &whole_registry()));
}

#[test]
fn a_button_that_is_too_wide_is_noticed() {
    let long = format!("    .again = {}", "Leer otra vez ".repeat(4));
    let files = planted("es", "join.ftl", "    .again = 🔁 Leer otra vez", &long);
    complains(&check(&words(&files), &whole_registry()), "es join-any-refused");
}

#[test]
fn the_picker_offers_languages_that_fit() {
    for language in words(&embedded()).languages() {
        assert!(width(language.name.as_str()) <= WIDEST, "{}", language.name);
    }
}
