//! The name a partner sees, as someone typed it: cleaned of what cannot be seen and of what could be tapped, refused if it
//! carries a way to reach her.

use super::leak::{self, Shown};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// Longest alias, in what a reader counts as characters (trust, injection by names).
pub const MAX_GRAPHEMES: usize = 30;
/// As many digits as make a phone number; fewer may be a year or a joke.
const PHONE_DIGITS: usize = 5;
/// An emoji of a family has seven code points; a name that needs more than eight for each character is a prank.
const MOST_CODE_POINTS: usize = 8;
/// Endings that make a word with a dot a link, and no name; with any other ending a space keeps them apart.
#[rustfmt::skip]
const ENDINGS: [&str; 72] = [
    "com", "net", "org", "me", "io", "app", "link", "info", "gg", "tk", "xyz", "ru", "ua", "de", "es", "eu", "fr", "gr",
    "it", "pt", "ly", "dog", "online", "site", "page", "live", "bio", "chat", "club", "shop", "store", "dev", "ai", "tv",
    "cat", "uk", "us", "in", "ir", "sy", "ma", "eg", "tr", "pl", "ro", "nl", "be", "ch", "at", "se", "no", "dk", "cloud",
    "space", "website", "web", "blog", "team", "one", "pro", "top", "lol", "contact", "email", "social", "fm", "cc", "co",
    "ca", "biz", "tel", "mobi",
];

/// Why a typed alias cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing that can be seen is left.
    Empty,
    /// More characters than allowed.
    TooLong,
    /// A link.
    Link,
    /// An @name or a mail address.
    Handle,
    /// A phone number, in digits of any script.
    PhoneNumber,
    /// It speaks for the team, the programme, the bot, or whoever is called in an emergency.
    Speaks,
}

/// What was typed, on one line: without control and direction characters, white space collapsed to single spaces. At
/// most so many characters, as a reader counts them.
pub fn line(typed: &str, most: usize) -> Result<String, Refusal> {
    let visible: String = typed.chars().filter(|c| c.is_whitespace() || !is_hidden(*c)).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().all(|c| c == ' ' || is_joiner(c)) {
        return Err(Refusal::Empty);
    }
    if line.chars().nth(MOST_CODE_POINTS * most).is_some() || line.graphemes(true).count() > most {
        return Err(Refusal::TooLong);
    }
    Ok(line)
}

/// Whether there are as many digits, of whatever script, as a phone number has.
pub fn has_phone_number(text: &str) -> bool {
    text.chars().filter(|c| c.is_numeric()).count() >= PHONE_DIGITS
}

/// The alias without control and direction characters, white space collapsed to single spaces, and nothing in it that can
/// be tapped.
pub fn clean(typed: &str) -> Result<String, Refusal> {
    let alias = line(typed, MAX_GRAPHEMES)?;
    reaches(&alias)?;
    let alias = named(&alias, MAX_GRAPHEMES)?;
    // What was kept apart may mean something else now.
    reaches(&alias)?;
    Ok(alias)
}

/// A name on one line, with nothing in it that Telegram makes a link, a command or a tag.
pub fn named(typed: &str, most: usize) -> Result<String, Refusal> {
    let mut name = line(typed, most)?;
    loop {
        let quiet = line(&untapped(&name), most)?;
        if quiet == name {
            return Ok(name);
        }
        name = quiet;
    }
}

/// Refuses a name that carries a way to reach somebody: by the leak guard's rule, and what is short enough for a name.
pub fn reaches(name: &str) -> Result<(), Refusal> {
    if name.contains(['@', '\u{FF20}', '\u{FE6B}']) {
        return Err(Refusal::Handle);
    }
    if has_link(name) {
        return Err(Refusal::Link);
    }
    if has_phone_number(name) {
        return Err(Refusal::PhoneNumber);
    }
    match leak::in_a_name(name) {
        Some(Shown::Phone) => Err(Refusal::PhoneNumber),
        Some(Shown::Link | Shown::Card | Shown::Profile | Shown::Place) => Err(Refusal::Link),
        Some(Shown::Mail | Shown::Name) => Err(Refusal::Handle),
        None => Ok(()),
    }
}

/// Without the sign that makes a word a command, a tag or a mention; and with a space behind a dot that has words on both
/// sides, which Telegram takes for an address.
fn untapped(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut quiet = String::with_capacity(name.len());
    for (index, c) in chars.iter().enumerate() {
        let (before, next) = (word(at(index.checked_sub(1))), at(Some(index + 1)));
        // Joiners and raised dots are letters of a tag.
        let after = word(next) || matches!(next, Some('\u{200C}' | '\u{B7}'));
        match c {
            '#' if !before && is_number(chars.get(index + 1..).unwrap_or_default()) => quiet.push('#'),
            '/' | '#' | '$' | '@' if !before && after => {}
            '/' if next == Some('/') => {}
            '.' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}' if before && after && word(at(Some(index + 2))) => {
                quiet.extend([*c, ' ']);
            }
            c => quiet.push(*c),
        }
    }
    quiet
}

/// "#1": Telegram makes no tag of it.
fn is_number(rest: &[char]) -> bool {
    let word: Vec<char> = rest.iter().copied().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    !word.is_empty() && word.iter().all(char::is_ascii_digit)
}

fn has_link(alias: &str) -> bool {
    let dotted: String =
        alias.to_lowercase().chars().map(|c| if matches!(c, '．' | '。' | '․') { '.' } else { c }).collect();
    dotted.contains("://") || dotted.contains("www.") || dotted.split(' ').any(is_address)
}

/// "t.me/amina", "example.com": a word whose second part is an ending of the web.
fn is_address(word: &str) -> bool {
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or(word);
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    host.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ENDINGS.contains(&ending))
}

/// Control and direction characters, and characters that take room or part in nothing a reader sees.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// Joiners and variation selectors: needed inside Persian words and emoji, nothing by themselves.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_scripts_stay_as_they_are() {
        for name in [
            "Amina",
            "María José",
            "نازنین‌زهرا",
            "ትግርኛ",
            "Ма́рия",
            "J. R.",
            "Nur 2007",
            "🌻",
            "👩‍👩‍👧‍👦 Ali",
            "O'Neil",
            "User 7",
            "Nick",
            "Sam/Alex",
            "Mamá #1",
            "一心",
        ] {
            assert_eq!(clean(name).as_deref(), Ok(name));
        }
    }

    #[test]
    fn nothing_in_a_name_can_be_tapped() {
        for (name, quiet) in [
            ("/leave", "leave"),
            ("#abc", "abc"),
            ("//#/leave now", "leave now"),
            ("$ABC", "ABC"),
            ("St.Clair", "St. Clair"),
            ("Ana /help", "Ana help"),
        ] {
            assert_eq!(clean(name).as_deref(), Ok(quiet));
        }
        assert_eq!(clean("/ #"), Ok("/ #".to_owned()));
    }

    #[test]
    fn a_name_is_read_as_the_leak_guard_reads() {
        for (name, why) in [
            ("insta amina_k97", Refusal::Handle),
            ("Amina insta", Refusal::Handle),
            ("amina.online", Refusal::Link),
            ("amina dot k97 at gmail", Refusal::Handle),
            ("six one two 345", Refusal::PhoneNumber),
            ("six one two three four", Refusal::PhoneNumber),
            ("uno dos tres cuatro seis", Refusal::PhoneNumber),
            ("六一二三四五六七八", Refusal::PhoneNumber),
            ("陸壹貳參肆", Refusal::PhoneNumber),
            ("t dot me slash amina", Refusal::Link),
        ] {
            assert_eq!(clean(name), Err(why), "{name}");
        }
    }

    #[test]
    fn direction_and_control_characters_are_taken_out_and_spaces_collapsed() {
        assert_eq!(clean("\u{202E} Ami\u{200F}na\n\t \u{2066}K\u{0}.\u{2069} ").as_deref(), Ok("Amina K."));
    }

    #[test]
    fn what_cannot_be_seen_is_empty() {
        for name in ["", "  \n", "\u{200B}\u{202A}", "\u{3164}", "\u{2800} \u{2800}", "\u{200D}\u{FE0F}"] {
            assert_eq!(clean(name), Err(Refusal::Empty));
        }
    }

    #[test]
    fn thirty_characters_fit_and_thirty_one_do_not() {
        assert!(clean(&"é".repeat(30)).is_ok());
        assert!(clean(&"👨‍👩‍👧‍👦".repeat(30)).is_ok());
        assert_eq!(clean(&"a".repeat(31)), Err(Refusal::TooLong));
        assert_eq!(clean(&format!("a{}", "\u{300}".repeat(500))), Err(Refusal::TooLong));
    }

    #[test]
    fn ways_to_reach_her_are_refused() {
        for link in
            ["t.me/amina", "see example.com", "https://x", "www.amina", "Amina ｔ.me", "amina。com", "(t.me)"]
        {
            assert_eq!(clean(link), Err(Refusal::Link), "{link}");
        }
        assert_eq!(clean("@amina"), Err(Refusal::Handle));
        assert_eq!(clean("amina@example"), Err(Refusal::Handle));
        for phone in ["600 12 34", "٦٠٠١٢٣", "6 0 0 1 2", "۶۰۰۱۲", "６００１２"] {
            assert_eq!(clean(phone), Err(Refusal::PhoneNumber), "{phone}");
        }
    }
}
