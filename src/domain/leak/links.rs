//! Addresses that lead to a person: @names, mail, and the links of messengers.

use super::plain::Plain;

/// Hosts of messengers whose every path is a person, a group or a way to one.
#[rustfmt::skip]
const HOSTS: &[&str] = &[
    "t.me", "telegram.me", "telegram.dog", "telesco.pe", "wa.me", "wa.link", "api.whatsapp.com",
    "chat.whatsapp.com", "whatsapp.com/channel",
    "vb.me", "viber.click", "chats.viber.com", "invite.viber.com", "viber.com/invite", "signal.me", "signal.group",
    "m.me", "messenger.com/t", "fb.me", "ig.me",
    "msng.link", "discord.gg", "discord.com/invite", "discord.com/users", "discordapp.com/users", "line.me",
    "lin.ee", "join.skype.com",
    "snapchat.com/add", "snapchat.com/t", "threema.id", "zalo.me", "u.wechat.com", "matrix.to", "linktr.ee",
    "vk.me", "eitaa.com", "rubika.ir", "ble.ir",
    "splus.ir", "facebook.com/profile.php", "facebook.com/messages", "tiktok.com/@", "kik.me", "imo.im",
    "web.telegram.org/k", "web.telegram.org/a",
    "call.whatsapp.com", "facetime.apple.com",
];

/// Schemes that open a messenger or a dialler.
#[rustfmt::skip]
const SCHEMES: &[&str] = &[
    "tg", "viber", "whatsapp", "sgnl", "signal", "skype", "tel", "sms", "smsto", "mailto", "callto", "facetime",
    "weixin", "wechat", "line", "imo",
    "fb-messenger", "discord", "zalo", "threema", "xmpp", "kik", "snapchat", "instagram", "bale", "rubika", "ton",
];

/// Pages of Instagram and VK that are no one's profile.
#[rustfmt::skip]
const PAGES: &[&str] = &["p", "reel", "reels", "stories", "explore", "tv", "accounts", "video", "wall", "feed", "away.php"];

/// Who carries mail; after "at" their name alone is an address.
#[rustfmt::skip]
const MAILERS: &[&str] = &[
    "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "proton", "protonmail", "mail.ru", "yandex",
    "ya.ru", "ukr.net", "gmx", "web.de", "live", "msn", "aol",
    "laposte", "orange", "wanadoo", "free.fr", "libero", "me.com", "i.ua", "bk.ru", "list.ru", "inbox.ru",
    "chmail", "tutanota",
];

/// What people write for @ where they hide it.
#[rustfmt::skip]
const ATS: &[&str] = &["(at)", "[at]", "{at}", "(arroba)", "[arroba]", " arroba ", "(@)", "[@]", " arobase ", "(arobase)", " собака ", "(собака)", " песик ", " at ", " @ ", "@ ", " @"];

/// Of these signs and of the ones below, those that are words.
#[rustfmt::skip]
const SPELLED: &[&str] = &[
    "arroba", "arobase", "собака", "песик", "mail", "yahoo", "outlook", "icloud", "proton", "slash", "barra", "слеш", "слэш", "gmx", "laposte", "orange", "live",
];

/// What people write for a dot or a slash where they hide it.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("(dot)", "."), ("[dot]", "."), ("(.)", "."), ("[.]", "."), ("{.}", "."), ("(punto)", "."), (" dot ", "."),
    (" punto ", "."), (" point ", "."), (" точка ", "."), (" крапка ", "."),
    (" نقطه ", "."), (" دات ", "."), (" slash ", "/"), (" barra ", "/"), (" слеш ", "/"), (" слэш ", "/"),
    ("\\", "/"),
];

/// Places where people have a name; a word like one of theirs after it is that name.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "telegram", "tg", "insta", "instagram", "ig", "snap", "snapchat", "whatsapp", "wasap", "viber", "signal",
    "skype", "discord", "messenger", "facebook", "fb",
    "tiktok", "wechat", "imo", "username", "usuario", "user", "nick", "nickname", "pseudo", "handle", "gmail",
    "hotmail", "email", "mail", "correo",
    "телеграм", "телеграмм", "телеграме", "телеграмі", "телега", "телеге", "телегу", "тг", "тєлєга", "инста",
    "инсте", "инстаграм", "інста", "інсті", "інстаграм", "скайп", "вайбер", "вк", "дискорд", "ник", "нік",
    "юзернейм", "تيليجرام", "تلجرام", "تليجرام", "تلغرام", "تيليغرام", "تيلجرام", "انستا", "انستغرام", "انستقرام",
    "انستجرام", "سناب", "فيسبوك", "يوزر", "يوزري", "معرفي", "حسابي",
    "تلگرام", "اينستا", "اينستاگرام", "ايدي", "اسنپ", "سناب شات", "واتساب",
];

/// What a text shows that is an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A messenger's.
    Link,
    /// An @name.
    Name,
    /// Mail.
    Mail,
}

/// The first kind of address in it, and which of its characters belong to links: their digits are no number.
pub(super) fn look(plain: &Plain) -> (Option<Address>, Vec<bool>) {
    let hidden = links(&plain.lower);
    let text: String = plain.lower.iter().collect();
    let address = if is_messenger(&text) || is_disguised(&text) {
        Some(Address::Link)
    } else if has_mail(&text) {
        Some(Address::Mail)
    } else if has_name(&plain.lower, &hidden) || has_named_place(plain, &hidden) {
        Some(Address::Name)
    } else {
        None
    };
    (address, hidden)
}

/// Whether a link, in lower case, leads to a person, whatever the words above it say.
pub(super) fn leads_to_a_person(link: &str) -> bool {
    let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
    SCHEMES.contains(&scheme) || is_messenger(link)
}

/// Whether a text without figures and signs may spell an address in words: "amina arroba gmail punto com".
pub(super) fn are_spelled(words: &str) -> bool {
    let words = words.to_lowercase();
    SPELLED.iter().any(|word| words.contains(word))
}

/// Which characters belong to words that are web addresses.
fn links(lower: &[char]) -> Vec<bool> {
    let mut hidden = Vec::with_capacity(lower.len());
    for word in lower.split_inclusive(|c| matches!(c, ' ' | '\n')) {
        let text: String = word.iter().collect();
        let host = text.split('/').next().unwrap_or_default();
        let dotted = host.rsplit_once('.').is_some_and(|(name, ending)| {
            let letters = ending.chars().count() > 1 && ending.chars().all(|c| c.is_ascii_lowercase());
            letters && name.chars().last().is_some_and(|c| c.is_ascii_alphanumeric()) && text.contains('/')
        });
        let is = text.contains("://") || text.starts_with("www.") || dotted;
        hidden.extend(std::iter::repeat_n(is, word.len()));
    }
    hidden
}

fn is_messenger(text: &str) -> bool {
    let scheme = text.match_indices("://").any(|(at, _)| {
        let name = text.get(..at).unwrap_or_default();
        let name = name.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        SCHEMES.contains(&name)
    });
    // Most texts have no dot inside a word, and need not be searched for sixty hosts.
    let dotted = text.as_bytes().windows(2).any(|pair| pair.starts_with(b".") && pair.last() > Some(&b' '));
    scheme
        || dotted && HOSTS.iter().any(|host| has_host(text, host))
        || dotted && ["instagram.com", "vk.com"].iter().any(|host| has_profile(text, host))
}

/// The host at a border, and something behind it that a person's page needs. A name may stand before it: amina.t.me.
fn has_host(text: &str, host: &str) -> bool {
    text.match_indices(host).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let rest = text.get(at + host.len()..).unwrap_or_default();
        let border = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let named = before.ends_with('.')
            && before.trim_end_matches('.').ends_with(|c: char| c.is_ascii_alphanumeric());
        let www = before.ends_with("www.");
        let path = rest
            .strip_prefix('/')
            .or_else(|| rest.strip_prefix('?'))
            .is_some_and(|path| path.starts_with(|c: char| !c.is_whitespace()));
        let whole = host.contains('/')
            && rest
                .starts_with(|c: char| matches!(c, '/' | '?') || host.ends_with('@') && c.is_alphanumeric());
        let subdomain = named
            && !www
            && matches!(host, "t.me")
            && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.');
        border && (path || whole || subdomain)
    })
}

/// instagram.com/name, and not one of the site's own pages.
fn has_profile(text: &str, host: &str) -> bool {
    text.match_indices(host).any(|(at, _)| {
        let rest = text.get(at + host.len()..).unwrap_or_default();
        let name = rest.strip_prefix('/').unwrap_or_default();
        let name = name
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-')))
            .next()
            .unwrap_or_default();
        name.len() > 2 && !PAGES.contains(&name)
    })
}

/// "t . me / amina", "t(dot)me/amina", "wa punto me slash 346…", and with Cyrillic letters that look the same.
fn is_disguised(written: &str) -> bool {
    let slash = |(sign, to): &(&str, &str)| *to == "/" && written.contains(sign);
    if !written.contains('/') && !SIGNS.iter().any(slash) {
        return false;
    }
    let mut text = written.to_owned();
    for (sign, to) in SIGNS {
        text = text.replace(sign, to);
    }
    let mut text: String = text.chars().map(latin).collect();
    for sign in [".", "/", ","] {
        text = text.split(sign).map(|part| part.trim_matches(' ')).collect::<Vec<_>>().join(sign);
    }
    let text = text.replace("t,me/", "t.me/").replace("wa,me/", "wa.me/");
    ["t.me/", "wa.me/", "telegram.me/", "signal.me/"].iter().any(|host| {
        text.match_indices(host).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            let rest = text.get(at + host.len()..).unwrap_or_default();
            !before.ends_with(|c: char| c.is_alphanumeric() || c == '\'')
                && rest.starts_with(|c: char| c.is_alphanumeric() || c == '+')
        })
    })
}

/// name@host.example, with or without spaces, or with a word in place of the @.
fn has_mail(text: &str) -> bool {
    let direct = text.match_indices('@').any(|(at, _)| {
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
    });
    let signs = text.contains(['@', '(', '[', '{']);
    direct
        || ATS.iter().filter(|sign| signs || !sign.contains(['@', '(', '[', '{'])).any(|sign| {
            text.match_indices(sign).any(|(at, _)| {
                let user = text.get(..at).unwrap_or_default().trim_end();
                let host = text.get(at + sign.len()..).unwrap_or_default().trim_start();
                let mailer = MAILERS.iter().any(|name| {
                    host.strip_prefix(name)
                        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
                });
                let domain =
                    host.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('.').contains('.');
                let spelled = domain && !matches!(sign.trim(), "at" | "@");
                let bracketed =
                    sign.starts_with(['(', '[', '{']) && host.starts_with(|c: char| c.is_alphanumeric());
                let spoken = sign.trim() != "at"
                    || is_handle(user.rsplit(' ').next().unwrap_or_default())
                    || host.contains('.')
                    || host.contains(" dot ");
                user.ends_with(|c: char| c.is_alphanumeric() || c == '_')
                    && (mailer && spoken || spelled || bracketed)
            })
        })
}

/// @name: four signs at least (Telegram's shortest), the first a letter. In "amig@s" and 41.2,2.1@15z it is none.
fn has_name(lower: &[char], hidden: &[bool]) -> bool {
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
fn has_named_place(plain: &Plain, hidden: &[bool]) -> bool {
    let text: String =
        plain.lower.iter().zip(hidden).map(|(c, hidden)| if *hidden { ' ' } else { *c }).collect();
    let words: Vec<&str> = text
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '=' | '(' | ')' | ',' | '"' | '«' | '»' | '/' | '-')
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| is_handle(word))
        && words.iter().enumerate().any(|(at, word)| {
            let word = word.trim_end_matches(['.', '!', '?']);
            let place = PLACES.contains(&word)
                || ["ال", "ب", "بال", "عال", "ع"]
                    .iter()
                    .any(|prefix| word.strip_prefix(prefix).is_some_and(|word| PLACES.contains(&word)));
            place && words.iter().skip(at.saturating_sub(3)).take(9).any(|word| is_handle(word))
        })
}

/// Latin letters with a digit, a line or a dot among them, and no web address.
fn is_handle(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '!', '?', '\'']);
    let letters = word.chars().filter(char::is_ascii_lowercase).count();
    let signs =
        word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.' | '#'));
    let mixed = word.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '.'));
    let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
    let web = matches!(
        ending,
        "com"
            | "org"
            | "net"
            | "app"
            | "es"
            | "fr"
            | "ua"
            | "ru"
            | "uk"
            | "de"
            | "eu"
            | "info"
            | "io"
            | "gov"
            | "cat"
            | "ir"
            | "apk"
            | "pdf"
            | "me"
    );
    let measure = word.starts_with(|c: char| c.is_ascii_digit());
    word.len() > 4 && letters > 2 && signs && mixed && !web && !measure
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
