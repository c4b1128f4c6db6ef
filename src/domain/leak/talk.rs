//! Plain talk: words and the signs between them, as most messages are. Whatever costs more is spared then.

use super::plain::{bare, is_numeral};
use super::{spelled, spoken};
use std::sync::LazyLock;

/// Words for numbers one after another that may be more than a sentence's.
const NUMBERS: usize = 4;

/// What a word can be that makes a text worth a closer look.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clue {
    /// A number.
    Number,
    /// It may stand within a number.
    Between,
    /// A sign of an address.
    Sign,
}

/// Known words by what is left of them when they are mixed together, in order; and one bit for each, to ask first.
struct Clues {
    bits: Vec<u64>,
    words: Vec<(u32, Clue)>,
}

static CLUES: LazyLock<Clues> = LazyLock::new(|| {
    let numbers = spoken::words().map(|word| (word, Clue::Number));
    let between = spoken::links().map(|word| (word, Clue::Between));
    let signs = spelled::words().map(|word| (word, Clue::Sign));
    let mut words: Vec<(u32, Clue)> = numbers
        .chain(between)
        .chain(signs)
        .map(|(word, clue)| (word.chars().fold(EMPTY, mix), clue))
        .collect();
    words.sort_unstable_by_key(|(mixed, _)| *mixed);
    let mut bits = vec![0; 1024];
    for (mixed, _) in &words {
        if let Some(bits) = bits.get_mut(place(*mixed)) {
            *bits |= 1 << (mixed % 64);
        }
    }
    Clues { bits, words }
});

const EMPTY: u32 = 0x811C_9DC5;

fn mix(mixed: u32, c: char) -> u32 {
    (mixed ^ u32::from(c)).wrapping_mul(0x0100_0193)
}

fn place(mixed: u32) -> usize {
    usize::try_from((mixed >> 6) % 1024).unwrap_or_default()
}

impl Clues {
    fn of(&self, mixed: u32) -> Option<Clue> {
        let bits = self.bits.get(place(mixed)).copied().unwrap_or_default();
        if bits & (1 << (mixed % 64)) == 0 {
            return None;
        }
        let at = self.words.binary_search_by_key(&mixed, |(mixed, _)| *mixed).ok()?;
        self.words.get(at).map(|(_, clue)| *clue)
    }
}

/// Whether there is nothing but words and the signs between them: no figure, no sign that stands in an address, no word
/// that stands for one, and no digits in words.
pub(super) fn is_plain(words: &str) -> bool {
    let clues = &*CLUES;
    let (mut mixed, mut numbers, mut numerals) = (EMPTY, 0, 0);
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        if is_letter(c) {
            numerals = if is_numeral(c) { numerals + 1 } else { 0 };
            mixed = mix(mixed, lower(c));
            if numerals >= NUMBERS {
                return false;
            }
            continue;
        }
        let next = chars.peek().copied();
        let joins = matches!(c, '\u{FE0F}' | '\u{200D}') && mixed == EMPTY && !next.is_some_and(is_letter);
        if !joins && !is_picture(c) && !is_usual(c, next) {
            return false;
        }
        numbers = match count(clues, mixed, numbers) {
            Some(numbers) => numbers,
            None => return false,
        };
        (mixed, numerals) = (EMPTY, 0);
    }
    count(clues, mixed, numbers).is_some()
}

/// Words for numbers one after another, with the word that just ended; `None` if it makes the text worth a closer look.
fn count(clues: &Clues, mixed: u32, numbers: usize) -> Option<usize> {
    let numbers = match (mixed != EMPTY).then(|| clues.of(mixed)) {
        Some(Some(Clue::Number)) => numbers + 1,
        Some(Some(Clue::Between)) | None => numbers,
        Some(Some(Clue::Sign)) => return None,
        Some(None) => 0,
    };
    (numbers < NUMBERS).then_some(numbers)
}

/// A letter that is no figure: Ⅷ is one.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c < '\u{2000}' || !c.is_numeric())
}

/// An emoji that shows no figure and no letter.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1F50F}' | '\u{1F525}'..='\u{1FAFF}' | '\u{2600}'..='\u{2767}')
}

/// Spaces, and signs where they stand in a sentence.
fn is_usual(c: char, next: Option<char>) -> bool {
    let ends = || next.is_none_or(char::is_whitespace);
    match c {
        ' ' | '\n' | '¿' | '¡' | '\'' | '’' | '"' | '،' | '؛' | '؟' | '-' => true,
        '.' | ',' | ';' | ':' | '!' | '?' | '\u{2026}' => ends(),
        c => c.is_whitespace() && !c.is_numeric(),
    }
}

fn lower(c: char) -> char {
    match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{430}'..='\u{45F}' => c,
        '\u{600}'..='\u{6FF}' => bare(c),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}
