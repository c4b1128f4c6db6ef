//! What a word looks like to somebody who reads quickly: a letter of another script, a figure or a sign counts as the
//! letter it resembles.

use super::label::{bare, is_unseen};
use icu_normalizer::DecomposingNormalizer;
use unicode_segmentation::UnicodeSegmentation;

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Its letters in their own script.
    Plain,
    /// Everything as the Latin letter it resembles, figures too.
    Shaped,
    /// The same without its figures.
    Unnumbered,
}

impl Reading {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Shaped, Self::Unnumbered];
}

/// The words of a text, each as it looks; letters that stand alone one after another are one word.
pub fn words(text: &str, reading: Reading) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut inside, mut alone) = (false, false);
    for c in characters(text) {
        match letter(c, reading) {
            Some(letter) if inside => words.last_mut().into_iter().for_each(|word| word.push(letter)),
            Some(letter) => words.push(letter.to_string()),
            None if is_figure(c) => continue,
            None => {
                inside = false;
                continue;
            }
        }
        inside = true;
    }
    let mut joined: Vec<String> = Vec::new();
    for word in words {
        // With its vowel sign it is still one.
        let single = word.graphemes(true).count() == 1;
        match joined.last_mut() {
            Some(last) if single && alone => last.push_str(&word),
            Some(_) | None => joined.push(word),
        }
        alone = single;
    }
    joined.into_iter().map(|word| word.replace("rn", "m").replace("vv", "w")).collect()
}

/// Letters and figures as they look, without what stands between them.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    characters(text).filter_map(|c| letter(c, Reading::Shaped))
}

/// What can be seen of a text, spaces too: compatible forms taken apart, without marks around letters.
fn characters(text: &str) -> impl Iterator<Item = char> {
    // What is plain need not be taken apart.
    let (plain, other) = if text.is_ascii() { (text, "") } else { ("", text) };
    let apart = DecomposingNormalizer::new_nfkd().normalize_iter(other.chars());
    plain.chars().chain(apart).map(enclosed).filter(|c| c.is_whitespace() || !is_unseen(*c))
}

/// The letter a character counts as; `None` if it is none.
fn letter(c: char, reading: Reading) -> Option<char> {
    let seen = match reading {
        Reading::Plain => c,
        Reading::Unnumbered if is_figure(c) => return None,
        Reading::Shaped | Reading::Unnumbered => shape(c),
    };
    // Of words in the scripts of India the vowel signs, and what joins letters, too.
    if !seen.is_alphanumeric() && !matches!(seen, '\u{900}'..='\u{DFF}') {
        return None;
    }
    let small = seen.to_lowercase().next().unwrap_or(seen);
    Some(match bare(small) {
        'l' | 'ı' if reading != Reading::Plain => 'i',
        // At the end of a word, or not.
        'ς' => 'σ',
        small => small,
    })
}

fn is_figure(c: char) -> bool {
    super::digits::value(c).is_some()
}

/// Letters in circles and squares that no normal form takes apart, and those of flags.
fn enclosed(c: char) -> char {
    let code = u32::from(c);
    let from = [0x1F150, 0x1F170, 0x1F1E6].into_iter().find(|first| (*first..*first + 26).contains(&code));
    from.and_then(|first| char::from_u32(code - first + u32::from('a'))).unwrap_or(c)
}

/// Characters and the Latin letters they look like: first all of them, then what each looks like, in the same order.
const LIKE: [(&str, &str); 9] = [
    // Figures and signs.
    ("0134578$€", "oieastbse"),
    // Greek, large and small.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "abezhikmnoptyxcm"),
    ("αβγεηικνορτυχωςϲ", "abyenikvoptuxwcc"),
    // Cyrillic.
    ("АВЕКМНОРСТУХІЈЅԁԚԜҺЬГПЁЇҮ", "abekmhopctyxijsdqwhbrneiy"),
    ("авекмнорстухіјѕԛԝһьгпёїү", "abekmhopctyxijsqwhbrneiy"),
    // Armenian.
    ("օոսհցյք", "onuhgjp"),
    // Cherokee.
    ("ᎪᎬᎷᎢᏚᏔᏞᎠᏴᏟᎾ", "aemtswidbco"),
    // Small capitals.
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijkimnoprstuvwyz"),
    // Latin letters with a stroke, and of other kinds.
    ("łøđıɑɡǀⅼɩɴŁØĐƖ", "iodiagiiinIODI"),
];

/// The Latin letter that a character looks like.
fn shape(c: char) -> char {
    let has_none = match c {
        '0'..='9' | '$' => false,
        '\u{590}'..='\u{139F}' | '\u{1400}'..='\u{1CFF}' | '\u{2E80}'..='\u{A71F}' => true,
        c => c.is_ascii(),
    };
    if has_none {
        return c;
    }
    let find = |(these, like): &(&str, &str)| like.chars().nth(these.chars().position(|it| it == c)?);
    LIKE.iter().find_map(find).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_look_alike_has_its_letter() {
        for (these, like) in LIKE {
            assert_eq!(these.chars().count(), like.chars().count(), "{these}");
        }
    }

    #[test]
    fn what_looks_alike_is_alike() {
        let shaped = |text| words(text, Reading::Shaped);
        for team in [
            "Team",
            "TЕАМ",
            "t3am",
            "T E A M",
            "t.e.a.m",
            "Те\u{200B}ам",
            "ｔｅａｍ",
            "🅃🅔🅐🅜",
            "𝐓𝐞𝐚𝐦",
            "tearn",
            "téam",
            "ᴛᴇᴀᴍ",
        ] {
            assert_eq!(shaped(team), ["team"], "{team}");
        }
        assert_eq!(words("Nur 2007", Reading::Unnumbered), ["nur"]);
        assert_eq!(words("Команда 1", Reading::Plain), ["команда", "1"]);
    }
}
