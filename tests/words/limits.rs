//! L5: every message in every locale can be written, and Telegram takes it.

use lazo::words::{Entry, Kind, Shape, Words, embedded};

use crate::shelf::{
    complains, filling, none, planted, planted_entry, reader, registry_and, tags, whole_registry,
    with_message, words,
};

fn check(words: &Words, table: &[Entry]) -> Vec<String> {
    let mut complaints = Vec::new();
    for tag in tags() {
        let voice = reader(words, &tag);
        for entry in table {
            let name = format!("{tag} {} {}", entry.id, entry.attr.unwrap_or_default());
            for (text, count) in [("Ana", 1), (&*"W".repeat(10_000), 0), (&*"👩‍👩‍👧".repeat(400), 1_000)]
            {
                let before = words.errors();
                let written = voice.render(entry, filling(text, count));
                if words.errors() > before {
                    complaints.push(format!("{name}: cannot be written"));
                }
                if written.contains("{$") || written.contains("{ $") || written.trim().is_empty() {
                    complaints.push(format!("{name}: {written:?}"));
                }
                let units = written.encode_utf16().count();
                if units > entry.shape.limit() {
                    complaints.push(format!("{name}: {units} units, {} at most", entry.shape.limit()));
                }
            }
        }
    }
    complaints
}

#[test]
fn every_message_can_be_written_and_sent_in_every_locale() {
    none(&check(&words(&embedded()), &whole_registry()));
}

#[test]
fn a_message_that_cannot_be_written_is_noticed() {
    let files = planted("es", "join.ftl", "<b>{ $programme }</b>", "<b>{ $program }</b>");
    complains(&check(&words(&files), &whole_registry()), "es join-any-consent : cannot be written");
}

#[test]
fn a_text_that_telegram_would_refuse_is_noticed() {
    for (shape, length) in [(Shape::Html, 4097), (Shape::Toast, 201), (Shape::Command, 257)] {
        let files = with_message("en", &format!("planted = {}", "a".repeat(length)));
        let table = registry_and(planted_entry(shape, &[]));
        complains(&check(&words(&files), &table), &format!("en planted : {length} units"));
    }
}

#[test]
fn nobody_reads_a_variables_name_even_when_a_locale_is_broken() {
    let files = planted("ar", "join.ftl", "<b>{ $programme }</b>", "<b>{ $program }</b>");
    let words = words(&files);
    let consent =
        Entry { id: "join-any-consent", attr: None, shape: Shape::Html, args: &[("programme", Kind::Name)] };
    let written = reader(&words, "ar").render(&consent, filling("Casa Ana", 1));
    assert!(written.contains("Please read this first") && written.contains("Casa Ana"), "{written}");
    assert_eq!(words.errors(), 1);
}
