//! Finding somebody by name or file number.

use super::{Page, listed};
use crate::domain::find::{FindAnswer, FindLetter, Hit};
use crate::domain::letter::Letter;
use crate::domain::listed::PairLine;
use crate::words::{Count, Html, Name, Plain, common, desk, find};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &FindLetter) -> Html {
    let voice = &page.voice;
    match letter {
        FindLetter::Ask => find::ask(voice),
        FindLetter::Nobody => find::nobody(voice),
        FindLetter::Found { hits, more } => {
            let text = hits.iter().zip(1..).fold(find::found(voice), |text, (hit, number)| match hit {
                Hit::Person(line) => text.then(&listed::person_entry(voice, number, line)),
                Hit::Pair(line) => text.then(&listed::pair_entry(voice, number, line)),
            });
            if *more { text.then(&find::more(voice)) } else { text }
        }
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &FindAnswer) -> Plain {
    let voice = &page.voice;
    let hits = if let Letter::Find(FindLetter::Found { hits, .. }) = letter { hits.as_slice() } else { &[] };
    let named = |wanted: &dyn Fn(&Hit) -> Option<String>| {
        let found = hits.iter().zip(1..).find_map(|(hit, number)| Some((wanted(hit)?, number)));
        found.map_or_else(
            || common::back(voice),
            |(name, number)| desk::entry_open(voice, Count(number), Name(&name)),
        )
    };
    match answer {
        FindAnswer::Ask => find::button(voice),
        FindAnswer::Cancel => common::cancel(voice),
        FindAnswer::Person(id) => named(&|hit| match hit {
            Hit::Person(line) if line.who.id == *id => Some(listed::name(voice, &line.who)),
            Hit::Person(_) | Hit::Pair(_) => None,
        }),
        FindAnswer::Pair(id) => named(&|hit| match hit {
            Hit::Pair(line) if line.id == *id => Some(pair_name(line)),
            Hit::Person(_) | Hit::Pair(_) => None,
        }),
    }
}

/// Both sides of a pair, on a button.
fn pair_name(line: &PairLine) -> String {
    format!("{} – {}", line.mentees.join(", "), line.mentors.join(", "))
}
