//! The English source stays easy: at most twelve words in a sentence.

use lazo::words::{Entry, Words, embedded};

use crate::markup::parse;
use crate::shelf::{complains, filling, none, planted, reader, whole_registry, words};

const MOST: usize = 12;

fn check(words: &Words, table: &[Entry]) -> Vec<String> {
    let voice = reader(words, "en");
    let mut complaints = Vec::new();
    for entry in table {
        let text = voice.render(entry, filling("Ana", 5));
        let text =
            if entry.shape.is_html() { parse(&text).map(|parsed| parsed.text).unwrap_or(text) } else { text };
        for sentence in text.split(['.', '!', '?', ':', '\n']) {
            let count =
                sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            if count > MOST {
                complaints.push(format!("{}: {count} words: {}", entry.id, sentence.trim()));
            }
        }
    }
    complaints
}

#[test]
fn no_english_sentence_has_more_than_twelve_words() {
    none(&check(&words(&embedded()), &whole_registry()));
}

#[test]
fn a_long_sentence_is_noticed() {
    let long = "Please choose at least one of all the many things that you can see here";
    let files = planted("en", "join.ftl", "Please choose at least one", long);
    complains(&check(&words(&files), &whole_registry()), "join-any-choose-one");
}
