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
        if c.is_alphabetic() && !c.is_numeric() {
            numerals = if is_numeral(c) { numerals + 1 } else { 0 };
            mixed = mix(mixed, lower(c));
            let ends = chars.peek().is_none_or(|next| !next.is_alphabetic());
            if ends {
                numbers = match clues.of(mixed) {
                    Some(Clue::Number) => numbers + 1,
                    Some(Clue::Between) => numbers,
                    Some(Clue::Sign) => return false,
                    None => 0,
                };
                mixed = EMPTY;
            }
            if numbers >= NUMBERS || numerals >= NUMBERS {
                return false;
            }
        } else if !is_usual(c, chars.peek().copied()) {
            return false;
        }
    }
    true
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
        '\u{600}'..='\u{6FF}' => bare(c),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}
