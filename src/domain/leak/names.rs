//! Names of people elsewhere: @name, and a word that looks like one beside the place where it is one.

/// Places where people have a name; a word like one of theirs near it is that name.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "telegram", "tg", "insta", "instagram", "ig", "snap", "snapchat", "whatsapp", "wasap", "viber", "signal",
    "skype", "discord", "messenger", "facebook", "fb",
    "tiktok", "wechat", "imo", "username", "usuario", "user", "nick", "nickname", "pseudo", "handle", "gmail",
    "hotmail", "email", "mail", "correo", "twitch", "steam", "roblox", "pinterest", "linkedin", "threads", "bluesky",
    "телеграм", "телеграмм", "телеграме", "телеграмі", "телега", "телеге", "телегу", "тг", "тєлєга", "инста",
    "инсте", "инстаграм", "інста", "інсті", "інстаграм", "скайп", "вайбер", "вк", "дискорд", "ник", "нік",
    "юзернейм", "تيليجرام", "تلجرام", "تليجرام", "تلغرام", "تيليغرام", "تيلجرام", "انستا", "انستغرام", "انستقرام",
    "انستجرام", "سناب", "سنابي", "انستي", "فيسبوك", "فيسي", "تيكتوك", "ديسكورد", "يوزر", "يوزري", "معرفي", "حسابي",
    "تلگرام", "اينستا", "اينستاگرام", "ايدي", "اسنپ", "سناب شات", "واتساب", "تلگرامم", "اينستام", "ديسكورد",
    "тікток", "тикток", "снап", "снапчат", "фейсбук", "фейсбуці", "фб",
];

/// Letters in front of an Arabic word that are words of their own.
const PREFIXES: [&str; 5] = ["ال", "ب", "بال", "عال", "ع"];

/// Endings of addresses and files: "booking.com" is nobody's name.
const ENDINGS: [&str; 24] = [
    "com", "org", "net", "app", "es", "fr", "ua", "ru", "uk", "de", "eu", "info", "io", "gov", "cat", "ir",
    "apk", "pdf", "me", "jpg", "png", "mp4", "docx", "edu",
];

/// @name: four signs at least (Telegram's shortest), the first a letter. In "amig@s" and 41.2,2.1@15z it is none.
pub(super) fn has_name(lower: &[char], hidden: &[bool]) -> bool {
    let signs = lower.iter().enumerate().filter(|(at, c)| **c == '@' && hidden.get(*at) != Some(&true));
    signs.into_iter().any(|(at, _)| {
        let start = lower.get(..at).unwrap_or_default().last();
        let free = !start.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        let rest = lower.get(at + 1..).unwrap_or_default();
        let spaced = rest.first() == Some(&' ');
        let name: String = rest
            .iter()
            .skip(usize::from(spaced))
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
            .collect();
        let name = name.trim_end_matches('.');
        let letters = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
        free && letters && name.len() > 3 && (!spaced || is_handle(name))
    })
}

/// "my insta is maria.lopez97": a place, and close to it a word that looks like a name there.
pub(super) fn has_named_place(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    words.iter().any(|word| is_handle(word))
        && words.iter().enumerate().any(|(at, word)| {
            is_place(word) && words.iter().skip(at.saturating_sub(4)).take(10).any(|word| is_handle(word))
        })
}

/// A place beside another word, which may be a name there.
pub(super) fn has_place(text: &str) -> bool {
    words(text).count() > 1 && words(text).any(|word| is_place(word) && !CALLED.contains(&word))
}

/// Of the places, words that people are called.
const CALLED: [&str; 9] = ["nick", "ник", "нік", "imo", "user", "usuario", "pseudo", "handle", "username"];

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '(' | ')' | ',' | '"' | '«' | '»' | '/' | '-');
    text.split(parts).filter(|word| !word.is_empty())
}

fn is_place(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '!', '?']);
    let is = |word: &str| PLACES.contains(&word);
    is(word) || PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(is))
}

/// Latin letters with a digit, a line or a dot among them, and no web address.
pub(super) fn is_handle(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '!', '?', '\'']);
    let letters = word.chars().filter(char::is_ascii_lowercase).count();
    let signs =
        word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.' | '#'));
    let mixed = word.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '.'));
    let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
    let measure = word.starts_with(|c: char| c.is_ascii_digit());
    word.len() > 4 && letters > 2 && signs && mixed && !ENDINGS.contains(&ending) && !measure
}
