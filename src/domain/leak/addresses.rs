//! Addresses that lead to a person: links, mail, @names, also where a word stands for a sign.

use super::link;
use super::mail::has_mail;
use super::names::{has_name, has_named_place};
use super::plain::Plain;
use super::spelled::{closed, said};

/// What a text shows that is an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A messenger's, a network's, a room's.
    Link,
    /// A number in a link.
    Number,
    /// An @name.
    Name,
    /// Mail.
    Mail,
}

/// The first kind of address in it, and which of its characters belong to links: their digits are no number.
pub(super) fn look(plain: &Plain) -> (Option<Address>, Vec<bool>) {
    let hidden = links(&plain.lower);
    let text: String = plain.lower.iter().collect();
    let said = said(&text);
    let address = linked(&text, said.as_deref())
        .or_else(|| (has_mail(&text) || said.as_deref().is_some_and(has_mail)).then_some(Address::Mail))
        .or_else(|| {
            let named = has_name(&plain.lower, &hidden)
                || has_named_place(&without(plain, &hidden))
                || said.as_deref().is_some_and(has_named_place);
            named.then_some(Address::Name)
        });
    (address, hidden)
}

fn linked(text: &str, said: Option<&str>) -> Option<Address> {
    let closed = || closed(said.unwrap_or(text)).filter(|closed| closed != text);
    let shown = link::in_words(text).or_else(|| link::in_words(&closed()?))?;
    Some(match shown {
        super::Shown::Phone => Address::Number,
        super::Shown::Mail => Address::Mail,
        super::Shown::Card
        | super::Shown::Profile
        | super::Shown::Link
        | super::Shown::Name
        | super::Shown::Place => Address::Link,
    })
}

/// The words with spaces in place of the links.
fn without(plain: &Plain, hidden: &[bool]) -> String {
    plain.lower.iter().zip(hidden).map(|(c, hidden)| if *hidden { ' ' } else { *c }).collect()
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
