//! Invitations as people paste them: the link in whatever form, the whole invitation as they got it, or the bare token.

use super::alias::is_hidden;
use super::heard::Content;
use super::invite::{TOKEN_LENGTH, Token};

/// How many tokens of one message are looked at: a message is one guess, whatever it holds.
pub const LOOKED_AT: usize = 4;
/// What stands before the token in a link, in lower case; the second form where a link was wrapped into another.
const BEFORE: [&str; 2] = ["start=", "start%3d"];

/// What in a message may be invitations.
#[derive(Default)]
pub struct Pasted {
    /// Tokens, the likeliest first.
    pub tokens: Vec<Token>,
    /// There is a link: it was meant as an invitation, whether it is a good one or not.
    pub linked: bool,
}

/// Whether it is worth while to look for invitations in what somebody wrote who is not known to want one: a link in it
/// carries something, or it is one word of a token's length. Most messages are neither.
pub fn is_likely(content: &Content) -> bool {
    let hidden = content.entities.iter().any(|part| part.link.as_deref().is_some_and(carries));
    let words = content.words.trim();
    let alone = (TOKEN_LENGTH..3 * TOKEN_LENGTH).contains(&words.len())
        && !words.contains(char::is_whitespace)
        && words.chars().filter(|c| fits(*c)).count() >= TOKEN_LENGTH;
    hidden || alone || carries(&content.words)
}

/// Whether a text has the form of a link that starts something.
fn carries(text: &str) -> bool {
    let starts =
        |at: usize| text.get(at.saturating_sub(5)..at).is_some_and(|it| it.eq_ignore_ascii_case("start"));
    text.match_indices(['=', '%']).any(|(at, _)| starts(at))
}

/// What in a message may be invitations: what its links carry, and every word that is as long as a token.
pub fn pasted(content: &Content) -> Pasted {
    let links = content.entities.iter().filter_map(|part| part.link.as_deref());
    let texts: Vec<String> = std::iter::once(content.words.as_str()).chain(links).map(visible).collect();
    let mut found: Vec<String> = texts.iter().flat_map(|text| carried(text)).collect();
    let linked = !found.is_empty();
    found.extend(texts.iter().flat_map(|text| words(text)));
    let mut tokens: Vec<String> = Vec::new();
    for token in found {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    }
    tokens.truncate(LOOKED_AT);
    Pasted { tokens: tokens.iter().map(|token| Token::opened(token)).collect(), linked }
}

/// Without marks that nobody sees: where a text is wrapped or its direction changes, they stand inside links.
fn visible(text: &str) -> String {
    text.chars().filter(|c| c.is_whitespace() || !is_hidden(*c)).collect()
}

/// What a token is made of.
fn fits(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// What the links in a text carry. A token that was broken over two lines is one again.
fn carried(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let places = BEFORE.iter().flat_map(|before| lower.match_indices(before).map(|(at, it)| at + it.len()));
    let token = |at: usize| {
        let rest = text.get(at..)?.chars();
        let mut token = String::new();
        let mut broken = false;
        for c in rest {
            match c {
                c if fits(c) => token.push(c),
                '\n' | '\r' if !token.is_empty() => broken = true,
                ' ' if broken => {}
                _ => break,
            }
            if token.len() == TOKEN_LENGTH {
                return Some(token);
            }
        }
        None
    };
    places.filter_map(token).collect()
}

/// The words of a text that are as long as a token. A dash or a stroke at either end may be somebody's punctuation.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c| !fits(c)).filter(|word| word.len() >= TOKEN_LENGTH);
    words.flat_map(|word| {
        let over = word.len() - TOKEN_LENGTH;
        let sign = |part: Option<&str>| part.is_some_and(|part| part.chars().all(|c| matches!(c, '-' | '_')));
        let at = move |from: usize| {
            let fits = sign(word.get(..from)) && sign(word.get(from + TOKEN_LENGTH..));
            word.get(from..from + TOKEN_LENGTH).filter(|_| fits).map(str::to_owned)
        };
        (0..=over.min(LOOKED_AT)).filter_map(at).collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::heard::{Entity, Mark};

    const TOKEN: &str = "Ab3_-dEfGhIjKlMnOpQrSw";

    fn written(words: &str) -> Content {
        Content { words: words.to_owned(), ..Content::default() }
    }

    fn has(content: &Content) -> bool {
        let hash = Token::opened(TOKEN).hash();
        is_likely(content) && pasted(content).tokens.iter().any(|token| token.hash() == hash)
    }

    #[test]
    fn a_link_in_whatever_form_carries_its_token() {
        for link in [
            format!("https://t.me/lazo_bot?start={TOKEN}"),
            format!("HTTPS://T.ME/lazo_bot?START={TOKEN}"),
            format!("t.me/lazo_bot?start={TOKEN}."),
            format!("<https://telegram.me/lazo_bot/?start={TOKEN}>"),
            format!("tg://resolve?domain=lazo_bot&start={TOKEN}"),
            format!("https://lazo_bot.t.me?start={TOKEN}\n"),
            format!("https://t.me/lazo_bot?start={}\n{}", &TOKEN[..9], &TOKEN[9..]),
            format!("https://t.me/lazo_bot?start={}\u{AD}{}", &TOKEN[..9], &TOKEN[9..]),
            format!("https://l.example/?u=https%3A%2F%2Ft.me%2Flazo_bot%3Fstart%3D{TOKEN}%26x"),
            format!("You are invited:\nCasa Ana\nhttps://t.me/lazo_bot?start={TOKEN}\nIt works once."),
        ] {
            assert!(has(&written(&link)) && pasted(&written(&link)).linked, "{link}");
        }
        let part =
            Entity { what: Mark::Link, from: 0, len: 4, link: Some(format!("https://t.me/b?start={TOKEN}")) };
        assert!(has(&Content { entities: vec![part], ..written("here") }));
    }

    #[test]
    fn a_token_alone_is_found_and_is_no_link() {
        for word in [
            TOKEN.to_owned(),
            format!(" {TOKEN}\n"),
            format!("«{TOKEN}»."),
            format!("_{TOKEN}_"),
            format!("--{TOKEN}-"),
        ] {
            assert!(has(&written(&word)), "{word}");
            assert!(!pasted(&written(&word)).linked);
        }
    }

    #[test]
    fn plain_talk_is_not_looked_through_and_a_long_text_is_not_a_thousand_guesses() {
        for talk in ["Hola, ¿qué tal?", "👍", "Llego a las 5", "Donaudampfschifffahrt"] {
            assert!(!is_likely(&written(talk)), "{talk}");
        }
        let many = format!("{TOKEN}= ").replace('A', "B").repeat(9) + &"abcdefghijklmnopqrstuv ".repeat(9);
        assert_eq!(pasted(&written(&many)).tokens.len(), 2);
        let many = (10..99).map(|n| format!("abcdefghijklmnopqrst{n}")).collect::<Vec<_>>().join(" ");
        assert_eq!(pasted(&written(&many)).tokens.len(), LOOKED_AT);
        assert!(pasted(&written(&"x".repeat(4_000))).tokens.is_empty());
    }
}
