//! Invitations as people paste them: whatever stands around a token, it is found, and whatever a message holds, it is one
//! guess.

use lazo::domain::heard::Content;
use lazo::domain::invite::{Patience, Token, WRONG_LINKS, patience};
use lazo::domain::pasted::{LOOKED_AT, is_likely, pasted};
use proptest::prelude::*;

fn written(words: String) -> Content {
    Content { words, ..Content::default() }
}

/// Words of any script, signs, lines, links of others; now and then a word as long as a token.
fn around() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => any::<String>().prop_map(|text| text.chars().filter(|c| !c.is_ascii_alphanumeric()).collect::<String>()),
        8 => "[a-zA-Z0-9_-]{1,21}",
        2 => Just("https://example.org/?id=5&x=%20".to_owned()),
        2 => Just("\u{200F}مرحبا بك\n".to_owned()),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_token_is_found_whatever_stands_around_it(
        random: [u8; 16], before in around(), after in around(), form in 0..6_u8, long in prop::collection::vec("[a-zA-Z0-9_-]{22}", 0..LOOKED_AT),
    ) {
        let token = Token::new(random);
        let link = token.link("lazo_bot");
        let bare = link.split_once('=').unwrap().1.to_owned();
        let it = match form {
            0 => bare,
            1 => link,
            2 => link.replacen("https://t.me", "HTTP://Telegram.Me", 1),
            3 => format!("tg://resolve?domain=lazo_bot&start={bare}"),
            4 => format!("«{bare}»."),
            _ => format!("{}\u{AD}{}", &bare[..5], &bare[5..]),
        };
        let long = long.join(" ");
        let content = written(format!("{before} {long} {it} {after}"));
        let found = pasted(&content);
        prop_assert!(found.tokens.iter().any(|found| found.hash() == token.hash()), "{:?}", content.words);
        prop_assert!(found.tokens.len() <= LOOKED_AT);
        prop_assert!(!matches!(form, 1..=3) || found.linked && is_likely(&content));
    }

    #[test]
    fn few_tokens_of_a_message_are_looked_at(words in "([a-zA-Z0-9_-]{20,26}[ =%]{1,2}|start=){0,40}") {
        prop_assert!(pasted(&written(words)).tokens.len() <= LOOKED_AT);
    }

    #[test]
    fn any_text_can_be_looked_through(words: String) {
        let content = written(words);
        is_likely(&content);
        pasted(&content);
    }
}

#[test]
fn five_are_looked_at_then_it_is_said_once() {
    let met: Vec<Patience> = (0..9).map(patience).collect();
    assert_eq!(
        met.iter().filter(|it| **it == Patience::Looks).count(),
        usize::try_from(WRONG_LINKS).unwrap()
    );
    assert_eq!(met[5..], [Patience::Says, Patience::Silent, Patience::Silent, Patience::Silent]);
}
