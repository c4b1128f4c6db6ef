//! Links to people, however they are written, and links that lead to nobody.

use super::corpus::{message, said};
use lazo::domain::leak::shown;
use proptest::prelude::*;

/// A host and a path of each kind of place, among them those that were found to pass.
#[rustfmt::skip]
const PEOPLE: [(&str, &str); 36] = [
    ("t.me", "ruthok"), ("telegram.me", "joinchat/AAAA1"), ("wa.me", "447456018223"), ("web.whatsapp.com", "send"),
    ("chat.whatsapp.com", "HgT63kslPq0"), ("api.whatsapp.com", "send"), ("invite.viber.com", "x"), ("signal.me", "x"),
    ("m.me", "ruth.ok"), ("discord.gg", "aBcDe"), ("facebook.com", "ruth.okello"), ("m.facebook.com", "ruth.okello"),
    ("x.com", "ruth_ok"), ("twitter.com", "ruth_ok"), ("linkedin.com", "in/ruth-ok"), ("threads.net", "@ruth.ok"),
    ("bsky.app", "profile/ruth.bsky.social"), ("twitch.tv", "ruthok"), ("youtube.com", "@ruthok"), ("reddit.com", "user/ruth_ok"),
    ("reddit.com", "u/ruth_ok"), ("steamcommunity.com", "id/ruthok"), ("paypal.me", "ruthok"), ("calendly.com", "ruth-ok/30min"),
    ("meet.jit.si", "RuthRoom"), ("us05web.zoom.us", "j/84512345678"), ("meet.google.com", "abc-defg-hij"), ("bit.ly", "3xYzAb"),
    ("tinyurl.com", "ruthok"), ("instagram.com", "ruth.ok"), ("tiktok.com", "@ruth.ok"), ("vk.com", "ruth_ok"),
    ("linktr.ee", "ruthok"), ("snapchat.com", "add/ruthok"), ("mastodon.example.org", "@ruthok"), ("example.org", "users/ruthok"),
];

/// Links that people send each other every day.
#[rustfmt::skip]
const ORDINARY: [&str; 40] = [
    "https://www.gov.uk/browse/visas-immigration", "https://www.bbc.co.uk/news/articles/c4g5x7y9z1o",
    "https://www.theguardian.com/world/2026/jun/12/asylum-rules", "https://elpais.com/espana/2026-06-12/una-ley.html",
    "https://www.lemonde.fr/societe/article/2026/06/12/loi_6612345_3224.html", "https://www.bbc.com/arabic/articles/c4g5x7y9z1o",
    "https://www.pravda.com.ua/news/2026/06/12/7512345/", "https://www.dw.com/fa-ir/a-69123456",
    "https://www.google.com/maps/place/Leeds/@53.8017,-1.5475,17z", "https://maps.app.goo.gl/aB3dE5fG7",
    "https://www.openstreetmap.org/#map=17/53.79648/-1.54785", "https://maps.google.com/?q=41.385064,2.173404",
    "https://www.google.com/maps?q=41.385064,+2.173404", "https://www.google.com/search?q=jobs+leeds",
    "https://www.amazon.es/dp/B08N5WRWNW?th=1", "https://es.wallapop.com/item/bici-912345678", "https://www.vinted.fr/items/4123456789",
    "https://www.idealista.com/inmueble/101234567/", "https://www.leboncoin.fr/ad/locations/2512345678", "https://www.olx.ua/d/uk/obyavlenie/ID12abC.html",
    "https://sede.administracionespublicas.gob.es/icpplus/index.html", "https://www.service-public.fr/particuliers/vosdroits/F15763",
    "https://diia.gov.ua/services/zamina-prav", "https://help.unhcr.org/ukraine/", "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/shorts/AbCdEf12345", "https://www.instagram.com/p/C1a2b3c4d5/",
    "https://www.instagram.com/reel/C8abcDEfGhi/", "https://www.facebook.com/events/1234567890123/", "https://www.facebook.com/share/p/1AbCdE/",
    "https://www.facebook.com/watch/?v=1234567890", "https://www.linkedin.com/jobs/view/3812345678/", "https://x.com/i/trending/1234567890",
    "https://open.spotify.com/track/4cOdK2wGLETKBW3PvgPWqT", "https://docs.google.com/forms/d/e/1FAIpQLSd7/viewform",
    "https://en.wikipedia.org/wiki/Leeds", "https://uk.wikipedia.org/wiki/Вінниця", "https://www.indeed.co.uk/viewjob?jk=a1b2c3d4e5f6a7b8",
    "https://faq.whatsapp.com/general/how-to-update",
];

/// The same address, written in another way.
fn written(host: &str, path: &str, how: usize) -> String {
    let wide = |text: &str| -> String {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_graphic()).unwrap_or(c))
            .collect()
    };
    let escaped = |text: &str, at: usize| {
        let (before, after) = text.split_at(at);
        format!("{before}%{:02x}{}", after.as_bytes()[0], &after[1..])
    };
    match how {
        0 => format!("https://{host}/{path}"),
        1 => format!("{host}/{path}"),
        2 => format!("HTTPS://{}/{path}", host.to_uppercase()),
        3 => format!("https://{host}:443/{path}"),
        4 => format!("http://{host}./{path}"),
        5 => format!("https://www.{host}/{path}?hl=es&utm_source=x"),
        6 => format!("https://{}/{path}", escaped(host, 0)),
        7 => format!("https://{}/{path}", escaped(host, host.find('.').unwrap())),
        8 => format!("{}/{path}", wide(host)),
        9 => format!("https://amina@{host}/{path}"),
        10 => format!("https://amina:pw@{host}:8443//{path}"),
        11 => format!("https://{}/{path}", host.replace('.', "\u{3002}")),
        12 => format!("ｈｔｔｐｓ：／／{host}/{path}"),
        13 => format!("https:\\\\{host}\\{path}"),
        14 => format!("https://{host}/{}", escaped(path, 0)),
        15 => format!("https://{}/{path}", host.chars().flat_map(|c| [c, '\u{200B}']).collect::<String>()),
        16 => format!("(https://{host}/{path})"),
        17 => format!("look:{host}/{path}"),
        18 => format!("https://example.org/go?to=https%3A%2F%2F{host}%2F{}", path.replace('/', "%2F")),
        _ => format!("https://{host}/{path}#x"),
    }
}

/// How links can be written; the first are those that stand behind words too.
const WAYS: usize = 20;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn a_link_to_a_person_is_seen_however_it_is_written(
        (host, path) in prop::sample::select(&PEOPLE[..]), how in 0..WAYS, words in "([a-z]{1,7} ){0,3}", after in "( [a-z]{1,7}){0,3}",
    ) {
        let link = written(host, path, how);
        prop_assert!(said(&format!("{words}{link}{after}")).is_some(), "{}", link);
    }

    #[test]
    fn it_is_seen_behind_words_and_in_a_preview_too(
        (host, path) in prop::sample::select(&PEOPLE[..]), how in prop::sample::select(&[0, 2, 3, 4, 5, 6, 7, 9, 10, 11, 14, 18, 19][..]),
    ) {
        let link = written(host, path, how);
        for mark in [format!("link:recipe={link}"), format!("preview:{link}")] {
            let written = message("the recipe", &mark);
            prop_assert!(shown(written.kind, &written.content).is_some(), "{}", mark);
        }
    }

    #[test]
    fn a_number_in_a_link_is_a_number_wherever_it_leads(
        key in prop::sample::select(&["phone", "tel", "number", "Phone", "TEL"][..]), plus in prop::sample::select(&["", "+", "%2B", "00"][..]),
        digits in "[1-9][0-9]{7,12}", host in prop::sample::select(&["example.org", "shop.example.es", "web.whatsapp.com"][..]), first in any::<bool>(),
    ) {
        let link = if first { format!("https://{host}/a?{key}={plus}{digits}&b=1") } else { format!("{host}/a/b?b=1&{key}={plus}{digits}") };
        prop_assert!(said(&link).is_some(), "{}", link);
    }
}

#[test]
fn every_place_is_seen_in_every_way() {
    let ways = PEOPLE.iter().flat_map(|(host, path)| (0..WAYS).map(|how| written(host, path, how)));
    let missed: Vec<String> = ways.filter(|link| said(link).is_none()).collect();
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}

#[test]
fn ordinary_links_pass_also_behind_words() {
    for link in ORDINARY {
        assert_eq!(said(link), None, "{link}");
        assert_eq!(said(&format!("look at this {link} when you can")), None, "{link}");
        let written = message("the recipe", &format!("link:recipe={link}"));
        assert_eq!(shown(written.kind, &written.content), None, "{link}");
    }
}
