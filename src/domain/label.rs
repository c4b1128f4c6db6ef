//! What a typed text means when it is held against a label. People type labels, their phones write signs in ways of their
//! own, and keyboards leave marks that nobody sees: none of that makes another text.

use super::alias::is_hidden;
use icu_normalizer::DecomposingNormalizer;

/// What makes two texts the same: letters, figures and signs, whatever their case and accents; without spaces, without
/// invisible marks, and without what only chooses how a sign looks.
pub fn meaning(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(|c| !is_unseen(*c)).map(|c| c.to_ascii_lowercase()).collect();
    }
    let text = DecomposingNormalizer::new_nfkd().normalize(text);
    let seen = text.chars().filter(|c| !is_unseen(*c));
    // Upper case first: a letter may have two small forms, or only a large one that is two letters.
    seen.flat_map(char::to_uppercase).flat_map(char::to_lowercase).map(bare).collect()
}

/// Its letters and figures alone.
pub fn letters(text: &str) -> String {
    meaning(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Its signs alone.
pub fn signs(text: &str) -> String {
    meaning(text).chars().filter(|c| !c.is_alphanumeric()).collect()
}

/// The first thing in a text that can be seen.
pub fn first(text: &str) -> Option<char> {
    text.chars().find(|c| !is_unseen(*c))
}

/// A text from the first thing on that can be seen, without spaces at its end.
pub fn seen(text: &str) -> &str {
    text.trim_start_matches(is_unseen).trim_end()
}

/// What takes part in nothing a reader sees: spaces, control and direction marks, joiners, variation selectors, tones of
/// skin, accents, the vowel signs of Arabic and Hebrew, the stretching of Arabic letters.
pub fn is_unseen(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_whitespace() || c.is_ascii_control();
    }
    c.is_whitespace()
        || is_hidden(c)
        || matches!(c,
            '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{640}'
            | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// One for letters that are typed for each other: Arabic and Persian keyboards differ.
pub(super) fn bare(c: char) -> char {
    match c {
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_means_the_same_and_what_does_not_does_not() {
        let same = [
            ["🆘 I need help", "\u{200F}🆘\u{FE0F}i\u{A0}NEED\u{3000}help\n"],
            ["↩️ Take back", "↩︎take Back"],
            ["إلى القائمة", "الى القائمه"],
            ["👩🏽‍🦱 İpek Straße", "👩🦱 ipek STRASSE"],
            ["Menú", "ＭＥＮＵ"],
        ];
        for [one, two] in same {
            assert_eq!(meaning(one), meaning(two), "{one} {two}");
        }
        for [one, two] in
            [["Amina", "Amin"], ["👤 Amina", "➤ Amina"], ["Ana, Eva", "Ana Eva"], ["رنا", "ريا"]]
        {
            assert_ne!(meaning(one), meaning(two), "{one} {two}");
        }
    }

    #[test]
    fn a_text_is_letters_and_signs() {
        assert_eq!((letters("✖️ No enviar!").as_str(), signs("✖️ No enviar!").as_str()), ("noenviar", "✖!"));
        assert_eq!(
            (first(" \u{2066}🆘 x"), first(" \u{FE0F}\n"), seen("\u{200F} /x \n")),
            (Some('🆘'), None, "/x")
        );
    }
}
