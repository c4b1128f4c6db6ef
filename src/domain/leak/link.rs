//! Links, as a browser reads them: the same place however it is written.

use super::Shown;
use super::places::Where;
use percent_encoding::percent_decode_str;
use url::Url;

/// Schemes that open a messenger or a dialler.
#[rustfmt::skip]
const SCHEMES: &[&str] = &[
    "tg", "viber", "whatsapp", "sgnl", "signal", "skype", "tel", "sms", "smsto", "mailto", "callto", "facetime",
    "facetime-audio", "weixin", "wechat", "line", "imo", "fb", "fb-messenger", "discord", "zalo", "threema", "xmpp", "kik",
    "snapchat", "instagram", "twitter", "bale", "rubika", "ton", "zoommtg", "zoomus", "msteams", "intent", "matrix",
    "simplex", "jitsi", "slack", "steam", "tiktok", "snssdk1128", "linkedin",
];

/// What a number in a link is called where one can be dialled or written to.
const NUMBERS: [&str; 9] =
    ["phone", "tel", "number", "phonenumber", "phone_number", "telephone", "mobile", "msisdn", "whatsapp"];

/// Digits of the shortest number that can be dialled.
const SHORTEST: usize = 7;

/// Links within links that are followed.
const DEEPEST: usize = 2;

/// What a link shows, whatever the words above it say: it leads to a person, or a number stands in it.
pub(super) fn leads(link: &str) -> Option<Shown> {
    let link = link.trim();
    if link.starts_with("tg://user") || link.starts_with("tg:user") {
        return Some(Shown::Profile);
    }
    match link.split_once(':') {
        Some(("tel" | "sms" | "smsto" | "callto", _)) => Some(Shown::Phone),
        Some(("mailto", _)) => Some(Shown::Mail),
        Some((scheme, _)) if SCHEMES.contains(&scheme) => Some(Shown::Link),
        _ => web(link, DEEPEST),
    }
}

/// What the links in some words show.
pub(super) fn in_words(lower: &str) -> Option<Shown> {
    lower.split_whitespace().filter(|word| is_address(word)).find_map(in_word)
}

/// Whether there is a dot within it, or two slashes: most words need no closer look.
fn is_address(word: &str) -> bool {
    let within = word.as_bytes().windows(2).any(|pair| {
        let [sign, next] = pair else { return false };
        *sign == b'.' && (next.is_ascii_alphanumeric() || next.is_ascii_punctuation() || !next.is_ascii())
    });
    (within || word.contains("//") || word.contains("%2e")) && word.contains(char::is_alphabetic)
}

fn in_word(word: &str) -> Option<Shown> {
    pieces(word).find_map(|piece| {
        let mut schemes = piece.match_indices("://").peekable();
        if schemes.peek().is_none() {
            return without_scheme(piece);
        }
        schemes.find_map(|(at, _)| {
            let before = piece.get(..at)?;
            let scheme = before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).next()?;
            leads(piece.get(at - scheme.len()..)?)
        })
    })
}

/// The parts of a word that can be links.
pub(super) fn pieces(word: &str) -> impl Iterator<Item = &str> {
    word.split(|c: char| "()[]{}<>\"«»„“”|,;*".contains(c)).filter(|piece| !piece.is_empty())
}

/// "t.me/amina", "insta:instagram.com/amina", "عt.me/amina".
fn without_scheme(piece: &str) -> Option<Shown> {
    let named = piece.rsplit_once(':').filter(|(_, rest)| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let piece = named.map_or(piece, |(_, rest)| rest);
    let piece = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    let latin = piece.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    web(piece, DEEPEST).or_else(|| (latin.len() < piece.len()).then(|| web(latin, DEEPEST))?)
}

/// What a web address shows.
fn web(link: &str, depth: usize) -> Option<Shown> {
    let whole = if link.contains("://") || link.starts_with("http:") || link.starts_with("https:") {
        link.to_owned()
    } else {
        format!("http://{link}")
    };
    let url = Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = plain(url.path());
    let parts = path.split('/').map(|part| part.trim_matches(' ').to_owned());
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let more = url.query().or(url.fragment()).is_some_and(|more| !more.is_empty());
    if has_number(&url) {
        return Some(Shown::Phone);
    }
    if host.contains('.') && (Where { host, parts: &parts, more }).is_a_person() {
        return Some(Shown::Link);
    }
    // What an address carries along may be an address.
    let within = |it: &str| (it.contains("://") && depth > 0).then(|| web(it, depth - 1)).flatten();
    url.query_pairs().find_map(|(_, value)| within(&value.to_lowercase()))
}

fn plain(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().to_lowercase()
}

/// `phone=…`, `tel:…` and `+34…` are a number wherever the link leads.
fn has_number(url: &Url) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let dialled = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_ascii_digit());
        digits(text) >= SHORTEST && !text.contains(|c: char| c.is_alphabetic())
    };
    let asked = url
        .query_pairs()
        .any(|(key, value)| NUMBERS.contains(&key.to_lowercase().as_str()) && dialled(&value));
    let rest = plain(url.as_str());
    let after = |sign: &str| {
        rest.match_indices(sign).any(|(at, _)| {
            let free = !rest.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric()));
            let number = rest.get(at + sign.len()..).unwrap_or_default();
            let number = number.split(|c: char| !(c.is_ascii_digit() || "+- ()".contains(c))).next();
            free && number.is_some_and(|number| digits(number) >= SHORTEST)
        })
    };
    asked || after("+") || after("tel:") || after("phone=") || after("tel=")
}
