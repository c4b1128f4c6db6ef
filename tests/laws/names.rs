//! Whatever people type as their name, their time or their city: it is cleaned, refused or not found, and nothing breaks.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use lazo::domain::zone::Tz;
use lazo::domain::{alias, digits, typed_time::TypedTime, zones};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::wall::ZONES;

/// Any text, and texts dense in what matters to the rules.
fn typed() -> impl Strategy<Value = String> {
    let tricky = "[a-zé\u{0}-\u{20}\u{AD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}@./:٠-٩0-9 \u{300}👨\u{1F3FD}\u{1F1E6}]{0,45}";
    let numbers = "[a-zé]{0,4}( ?[0-9٠-٩۰-۹०-९]){0,7}[a-zé ]{0,4}";
    let ways = "(insta|tg|snap|telegram|whatsapp|fb|mail|me|t|www)[:. ]{0,2}[#/$.]{0,2}[a-z]{2,8}[#/$. ]{0,2}(me|com|org)?";
    prop_oneof![
        any::<String>(),
        tricky.prop_map(String::from),
        numbers.prop_map(String::from),
        ways.prop_map(String::from)
    ]
}

/// What Telegram makes of a text without being asked: mentions, commands, tags, addresses (`TDLib`, `MessageEntity.cpp`).
fn can_be_tapped(text: &str) -> bool {
    let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let chars: Vec<char> = text.chars().collect();
    chars.iter().enumerate().any(|(at, c)| {
        let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1));
        match c {
            '@' | '/' => !word(before) && word(after),
            '#' => {
                let tag = chars[at + 1..].iter().take_while(|c| word(Some(c)));
                !word(before) && tag.clone().any(|c| !c.is_ascii_digit())
            }
            '$' => !word(before) && after.is_some_and(char::is_ascii_uppercase),
            '.' => word(before) && word(after) && word(chars.get(at + 2)),
            ':' => after == Some(&'/') && chars.get(at + 2) == Some(&'/'),
            _ => false,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_in_a_name_can_be_tapped(text in "[a-zA-Z0-9éа .,/#$@_:٠-٩\u{200C}]{0,30}|[/#$@.a-z ]{0,12}") {
        for name in [alias::clean(&text), alias::named(&text, 60)].into_iter().flatten() {
            prop_assert!(!can_be_tapped(&name), "{} → {}", text, name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn an_alias_is_short_visible_and_gives_no_way_to_reach_anyone(text in typed()) {
        if let Ok(alias) = alias::clean(&text) {
            let length = alias.graphemes(true).count();
            prop_assert!((1..=alias::MAX_GRAPHEMES).contains(&length));
            let hidden = |c: char| c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!alias.contains(hidden) && !alias.contains('@') && !alias.contains("  "));
            prop_assert!(alias.chars().filter(|c| digits::value(*c).is_some()).count() < 5);
            prop_assert_eq!(alias.trim(), alias.as_str());
        }
    }

    #[test]
    fn a_cleaned_alias_stays_as_it_is(text in typed()) {
        if let Ok(alias) = alias::clean(&text) {
            prop_assert_eq!(alias::clean(&alias), Ok(alias));
        }
    }

    #[test]
    fn hidden_characters_do_not_smuggle_a_link_or_a_number_in(at in 0_usize..6, hidden in prop::sample::select(&['\u{200B}', '\u{202E}', '\u{AD}', '\u{2060}'][..])) {
        for (way, refusal) in [("t.me/a", alias::Refusal::Link), ("600123", alias::Refusal::PhoneNumber)] {
            let mut text = way.to_string();
            text.insert(at, hidden);
            prop_assert_eq!(alias::clean(&text), Err(refusal));
        }
    }

    #[test]
    fn any_text_is_a_time_or_not(text in typed()) {
        if let Some(time) = TypedTime::parse(&text) {
            time.zones(Tz::known("Europe/Madrid"), DateTime::UNIX_EPOCH);
        }
    }

    #[test]
    fn the_time_on_her_clock_finds_a_zone_that_shows_it(
        zone in prop::sample::select(&zones::LISTED[..]), minutes in 0_i64..60 * 24 * 365, late in 0_i64..6,
    ) {
        let now = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minutes);
        let local = now.with_timezone(&zone);
        let typed = TypedTime::parse(&format!("{}:{:02}", local.hour(), local.minute())).unwrap();
        let found = typed.zones(Tz::known("Europe/Madrid"), now + TimeDelta::minutes(late));
        prop_assert!(found.contains(&zone));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn any_text_is_a_place_or_not(text in typed()) {
        let found = zones::named(&text);
        prop_assert!(found.is_none_or(|zone| !text.is_empty() && zone.name().contains('/')));
    }
}

#[test]
fn every_zone_is_found_under_its_own_name() {
    for zone in ZONES {
        assert_eq!(zones::named(zone.name()), Some(zone));
    }
}
