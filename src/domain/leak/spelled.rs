//! Words for the signs of an address: "t dot me slash amina", "amina arroba gmail punto com".

use std::collections::HashSet;
use std::sync::LazyLock;

/// What people write for a sign where they hide it.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("(dot)", "."), ("[dot]", "."), ("(.)", "."), ("[.]", "."), ("{.}", "."), ("(punto)", "."), ("(point)", "."),
    ("(at)", "@"), ("[at]", "@"), ("(arroba)", "@"), ("\\", "/"),
];

/// Words for a sign; of those that mean much else, `true`.
#[rustfmt::skip]
const WORDS: &[(&str, &str, bool)] = &[
    ("dot", ".", false), ("punto", ".", true), ("point", ".", true), ("точка", ".", true), ("крапка", ".", true),
    ("نقطه", ".", true), ("دات", ".", false), ("دوت", ".", false),
    ("slash", "/", false), ("barra", "/", true), ("слеш", "/", false), ("слэш", "/", false), ("سلاش", "/", false),
    ("اسلش", "/", false),
    ("underscore", "_", false), ("underline", "_", true), ("подчеркивание", "_", false), ("підкреслення", "_", false),
    ("اندرسكور", "_", false), ("اندرلاين", "_", false),
    ("arroba", "@", false), ("arobase", "@", false), ("собака", "@", true), ("равлик", "@", true), ("песик", "@", true), ("ات", "@", true),
];

/// Pairs of words for one sign.
const PAIRS: [(&str, &str); 6] = [
    ("guion bajo", "underscore"),
    ("guión bajo", "underscore"),
    ("tiret bas", "underscore"),
    ("нижнє підкреслення", "underscore"),
    ("нижнее подчеркивание", "underscore"),
    ("شرطه سفليه", "underscore"),
];

/// Words beside which "punto" and "barra" are the words that they are.
#[rustfmt::skip]
const PLAIN: [&str; 40] = [
    "el", "un", "una", "a", "al", "este", "ese", "mi", "del", "su", "de", "que", "en", "y", "final", "la", "le", "ce", "du",
    "au", "mon", "ton", "quel", "bon", "mise", "sur", "des", "les", "cet", "no", "clave", "fort", "commun", "medio", "the",
    "that", "my", "good", "to", "of",
];

/// The words for signs.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, ..)| *word)
}

static SIGN_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| words().collect());

/// The text with signs in place of the words for them; `None` if there are none. The words stand alone, between Latin
/// words or figures.
pub(super) fn said(lower: &str) -> Option<String> {
    let bracketed = SIGNS.iter().any(|(sign, _)| lower.contains(sign));
    let worded = lower.split([' ', '\n']).any(|word| SIGN_WORDS.contains(word));
    if !bracketed && !worded {
        return None;
    }
    let mut text = lower.to_owned();
    for (sign, to) in SIGNS {
        text = text.replace(sign, to);
    }
    for (pair, word) in PAIRS {
        text = text.replace(pair, word);
    }
    let words: Vec<&str> = text.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
    let mut said = String::with_capacity(text.len());
    let mut glued = true;
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let sign = sign(word, before, words.get(at + 1));
        if sign.is_none() && !glued {
            said.push(' ');
        }
        said.push_str(sign.unwrap_or(word));
        glued = sign.is_some();
    }
    Some(said)
}

fn sign(word: &str, before: Option<&&str>, after: Option<&&str>) -> Option<&'static str> {
    let (_, sign, common) = WORDS.iter().find(|(name, ..)| *name == word)?;
    let latin = |word: &&&str| word.is_ascii() && !(*common && PLAIN.contains(word));
    let before = before.filter(latin).is_some_and(|it| it.ends_with(|c: char| c.is_ascii_alphanumeric()));
    let after = after.filter(latin).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphanumeric()));
    (before && after).then_some(*sign)
}

/// The text without spaces around dots and slashes, and Latin letters in place of those that look the same; `None` if
/// there is no slash in it. "t . me / amina", "т.ме/amina".
pub(super) fn closed(text: &str) -> Option<String> {
    if !text.contains('/') {
        return None;
    }
    let mut text: String = text.chars().map(latin).collect();
    for sign in [".", "/", ","] {
        text = text.split(sign).map(|part| part.trim_matches(' ')).collect::<Vec<_>>().join(sign);
    }
    Some(text.replace("t,me/", "t.me/").replace("wa,me/", "wa.me/").replace("te.me/", "t.me/"))
}

/// Letters of other scripts that look like Latin ones.
fn latin(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'е' | 'ε' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'т' | 'τ' => 't',
        'м' | 'μ' => 'm',
        'к' | 'κ' => 'k',
        'в' => 'b',
        'н' => 'h',
        'і' | 'ι' => 'i',
        'ѕ' => 's',
        'ԝ' => 'w',
        c => c,
    }
}
