//! A message's words without disguise: one kind of digits, of dashes, of spaces, and nothing that cannot be seen.

use crate::domain::alias::is_hidden;
use crate::domain::digits;
use icu_normalizer::ComposingNormalizer;

/// Words ready to be looked through. Both lists have one entry a character and are equally long.
pub(super) struct Plain {
    /// As written.
    pub(super) chars: Vec<char>,
    /// In lower case.
    pub(super) lower: Vec<char>,
}

impl Plain {
    pub(super) fn of(words: &str) -> Self {
        let mut chars = Vec::with_capacity(words.len());
        if words.is_ascii() {
            chars.extend(words.chars().map(one));
        } else {
            // Circled and raised digits fall to their plain ones here, full-width signs to narrow ones.
            let composed = ComposingNormalizer::new_nfkc();
            let signs = words.chars().map(|c| if c == 'º' { '°' } else { c });
            chars.extend(composed.normalize_iter(signs).filter(|c| !is_unseen(*c)).map(one));
        }
        digits_as_letters(&mut chars);
        numerals(&mut chars);
        let lower = chars.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).map(bare).collect();
        Self { chars, lower }
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    /// The character before an index.
    pub(super) fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// The letters directly before an index, in lower case.
    pub(super) fn word_before(&self, index: usize) -> String {
        let start = self.chars.get(..index).unwrap_or_default();
        let letters = start.iter().rev().take_while(|c| is_letter(**c)).count();
        self.lower.get(index - letters..index).unwrap_or_default().iter().collect()
    }

    /// The letters directly from an index on, in lower case.
    pub(super) fn word_from(&self, index: usize) -> String {
        let rest = self.lower.get(index..).unwrap_or_default();
        rest.iter().take_while(|c| is_letter(**c)).collect()
    }

    /// The first index at or after this one that is no space.
    pub(super) fn skip_spaces(&self, index: usize) -> usize {
        let rest = self.chars.get(index..).unwrap_or_default();
        index + rest.iter().take_while(|c| **c == ' ').count()
    }

    /// The index after the last character before this one that is no space.
    pub(super) fn skip_spaces_back(&self, index: usize) -> usize {
        let start = self.chars.get(..index).unwrap_or_default();
        index - start.iter().rev().take_while(|c| **c == ' ').count()
    }

    /// Whether there is nothing to read but numbers and signs.
    pub(super) fn has_no_letters(&self) -> bool {
        !self.chars.iter().any(|c| is_letter(*c))
    }
}

/// A letter, or part of one: of Bengali and Hindi words the vowel signs too.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{900}'..='\u{DFF}' | '\u{E31}' | '\u{E34}'..='\u{E3A}') && !c.is_numeric()
}

/// What takes no room: hidden characters, joiners, marks above and around digits, Arabic vowel signs and stretching.
fn is_unseen(c: char) -> bool {
    is_hidden(c) && !c.is_whitespace()
        || matches!(c,
            '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// One character for all that mean the same.
fn one(c: char) -> char {
    if let Some(digit) = digits::value(c).or_else(|| circled(c)).and_then(|value| char::from_digit(value, 10))
    {
        return digit;
    }
    match c {
        '\n' => '\n',
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2043}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{30FC}'
        | '~'
        | '\u{301C}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '`' | '\u{B4}' => '\'',
        '\u{B7}' | '\u{2022}' | '\u{2219}' | '\u{22C5}' | '\u{2027}' | '\u{30FB}' | '\u{6D4}'
        | '\u{3002}' | '\u{2024}' => '.',
        '\u{66B}' | '\u{66C}' | '\u{60C}' => ',',
        '\u{61B}' => ';',
        '\u{61F}' => '?',
        '\u{66A}' => '%',
        '\u{2044}' | '\u{2215}' | '\u{29F8}' => '/',
        '\u{2795}' => '+',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Digits that no writing system counts among its own: in black circles, and the Ethiopic ones, which have no zero.
fn circled(c: char) -> Option<u32> {
    let code = u32::from(c);
    let from = |start: u32| (code >= start && code < start + 9).then(|| code - start + 1);
    match c {
        '\u{24FF}' | '\u{1F10B}' | '\u{1F10C}' => Some(0),
        _ => [0x24F5, 0x2776, 0x2780, 0x278A, 0x1369].into_iter().find_map(from),
    }
}

/// "6l2 34O": letters that pass for digits, inside words that are digits otherwise.
fn digits_as_letters(chars: &mut [char]) {
    let digit = |c: char| match c {
        'O' | 'o' | 'О' | 'о' => Some('0'),
        'l' | 'I' | 'İ' => Some('1'),
        'S' => Some('5'),
        _ => None,
    };
    for word in chars.chunk_by_mut(|a, b| a.is_alphanumeric() && b.is_alphanumeric()) {
        let digits = word.iter().filter(|c| c.is_ascii_digit()).count();
        let all = word.iter().all(|c| c.is_ascii_digit() || digit(*c).is_some());
        if all && digits > 0 && digits < word.len() && 3 * digits >= word.len() {
            for c in word.iter_mut() {
                *c = digit(*c).unwrap_or(*c);
            }
        }
    }
}

/// The Chinese digits: the plain ones, and those that are written on cheques.
const NUMERALS: [&str; 2] = ["〇一二三四五六七八九", "零壹貳參肆伍陸柒捌玖"];

fn numeral(c: char) -> Option<char> {
    let at = NUMERALS.iter().find_map(|digits| digits.chars().position(|digit| digit == c))?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

/// Whether it is a Chinese digit.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{4E00}'..='\u{9FFF}') && numeral(c).is_some()
}

/// Chinese digits, where three and more stand together: one alone is a word like any other.
fn numerals(chars: &mut [char]) {
    for run in chars.chunk_by_mut(|a, b| is_numeral(*a) && is_numeral(*b)).filter(|run| run.len() > 2) {
        for c in run {
            *c = numeral(*c).unwrap_or(*c);
        }
    }
}

/// Letters that are typed one for another: Arabic and Persian keyboards differ, and hamza is often left out.
pub(super) fn bare(c: char) -> char {
    match c {
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ё' => 'е',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> String {
        Plain::of(words).chars.into_iter().collect()
    }

    #[test]
    fn digits_of_all_scripts_and_shapes_become_one() {
        for words in [
            "٦١٢",
            "۶۱۲",
            "६१२",
            "৬১২",
            "６１２",
            "6️⃣1️⃣2️⃣",
            "⑥①②",
            "❻❶❷",
            "⁶¹²",
            "፮፩፪",
            "6\u{200B}1\u{2060}2",
        ] {
            assert_eq!(plain(words), "612", "{words}");
        }
    }

    #[test]
    fn letters_among_digits_pass_for_digits_and_words_stay() {
        assert_eq!(plain("6l2 34O oh Io 2nd"), "612 340 oh Io 2nd");
    }

    #[test]
    fn dashes_dots_and_spaces_are_of_one_kind() {
        assert_eq!(plain("6–1—2·3\u{A0}4"), "6-1-2.3 4");
    }
}
