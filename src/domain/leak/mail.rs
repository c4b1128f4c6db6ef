//! Mail addresses, with their signs or with words for them.

use super::names::is_handle;

/// Who carries mail; after "at" their name alone is an address.
#[rustfmt::skip]
const MAILERS: &[&str] = &[
    "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "proton", "protonmail", "mail.ru", "yandex",
    "ya.ru", "ukr.net", "gmx", "web.de", "live", "msn", "aol",
    "laposte", "orange", "wanadoo", "free.fr", "libero", "me.com", "i.ua", "bk.ru", "list.ru", "inbox.ru",
    "chmail", "tutanota", "rediffmail", "zoho", "fastmail", "جيميل", "جي ميل", "ياهو", "هوتميل", "укр нет", "гмейл",
    "джимейл", "джимайл",
];

/// What people write for @ where they hide it.
#[rustfmt::skip]
const ATS: &[&str] = &[
    "(at)", "[at]", "{at}", "(arroba)", "[arroba]", " arroba ", "(@)", "[@]", " arobase ", "(arobase)", " собака ",
    "(собака)", " песик ", " равлик ", " ات ", " at ", " @ ", "@ ", " @", " en ", " chez ", " على ", " на ",
];

/// Words among them that mean much else: there must be more that says mail.
const PLAIN: [&str; 5] = ["at", "en", "chez", "على", "на"];

/// name@host.example, with or without spaces, or with a word in place of the @.
pub(super) fn has_mail(text: &str) -> bool {
    let signs = text.contains(['@', '(', '[', '{']);
    // Nearly no message gets further than this.
    if !signs && !text.split(' ').any(is_at) {
        return false;
    }
    let mailer = MAILERS.iter().any(|name| text.contains(name));
    text.match_indices('@').any(|(at, _)| is_direct(text, at))
        || ATS
            .iter()
            .filter(|sign| signs || !sign.contains(['@', '(', '[', '{']))
            .filter(|sign| mailer || !PLAIN.contains(&sign.trim()))
            .any(|sign| text.match_indices(sign).any(|(at, _)| is_spelled(text, at, sign)))
}

/// Whether a word between spaces stands for @.
fn is_at(word: &str) -> bool {
    ATS.iter().any(|at| at.trim() == word)
}

fn is_direct(text: &str, at: usize) -> bool {
    let user = text.get(..at).unwrap_or_default();
    let host = text.get(at + 1..).unwrap_or_default();
    let host =
        host.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).next().unwrap_or_default();
    let user = user.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.'));
    let parts = host.trim_end_matches('.').split_once('.');
    let domain = parts.is_some_and(|(name, rest)| {
        name.chars().count() > 1 && rest.chars().filter(|c| c.is_alphabetic()).count() > 1
    });
    user && (domain || MAILERS.contains(&host))
}

fn is_spelled(text: &str, at: usize, sign: &str) -> bool {
    let user = text.get(..at).unwrap_or_default().trim_end();
    let host = text.get(at + sign.len()..).unwrap_or_default().trim_start();
    let mailer = MAILERS.iter().any(|name| {
        host.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    let domain = host.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('.').contains('.');
    let plain = PLAIN.contains(&sign.trim());
    let spelled = domain && !plain && sign.trim() != "@";
    let bracketed = sign.starts_with(['(', '[', '{']) && host.starts_with(|c: char| c.is_alphanumeric());
    let name = user.rsplit(' ').next().unwrap_or_default();
    let spoken = !plain
        || is_handle(name)
        || name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.contains(|c: char| c.is_ascii_digit())
        || sign.trim() == "at" && (host.contains('.') || host.contains(" dot "));
    user.ends_with(|c: char| c.is_alphanumeric() || c == '_') && (mailer && spoken || spelled || bracketed)
}
