//! A search by name or file number. Capitals, accents, spaces and marks that nobody sees make no difference, and no sign
//! means more than itself.

use super::id::{ConversationId, PersonId};
use super::label::meaning;
use super::listed::{PairLine, PersonLine};
use serde::{Deserialize, Serialize};

/// Most hits that are shown.
pub const MOST: usize = 8;
/// Longest text that is looked for, in characters.
const LONGEST: usize = 40;

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hit {
    /// Somebody.
    Person(PersonLine),
    /// A pair that she is in.
    Pair(PairLine),
}

/// What the bot says about a search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindLetter {
    /// "Whom do you look for?" It is typed.
    Ask,
    /// Some of what was found, the best first.
    Found {
        /// Up to [`MOST`].
        hits: Vec<Hit>,
        /// There is more.
        more: bool,
    },
    /// Nobody is called so.
    Nobody,
}

/// What staff answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindAnswer {
    /// She looks for somebody.
    Ask,
    /// This person.
    Person(PersonId),
    /// This pair.
    Pair(ConversationId),
    /// She leaves it.
    Cancel,
}

impl FindLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<FindAnswer> {
        match self {
            Self::Ask => vec![FindAnswer::Cancel],
            Self::Found { hits, .. } => {
                let answer = |hit: &Hit| match hit {
                    Hit::Person(line) => FindAnswer::Person(line.who.id),
                    Hit::Pair(line) => FindAnswer::Pair(line.id),
                };
                hits.iter().map(answer).chain([FindAnswer::Ask]).collect()
            }
            Self::Nobody => vec![FindAnswer::Ask],
        }
    }
}

impl FindAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Ask => true,
            Self::Person(_) | Self::Pair(_) | Self::Cancel => false,
        }
    }
}

/// What somebody looks for; `None` if nothing of it can be seen, or it is longer than any name.
pub fn wanted(typed: &str) -> Option<String> {
    let short = typed.trim().chars().nth(LONGEST).is_none();
    Some(meaning(typed)).filter(|wanted| short && !wanted.is_empty())
}

/// How well somebody fits, the best first; `None` if she does not.
pub fn fit(wanted: &str, alias: &str, file: Option<&str>) -> Option<u8> {
    let (alias, file) = (meaning(alias), file.map(meaning).unwrap_or_default());
    let fits = [
        file == wanted,
        alias == wanted,
        file.starts_with(wanted),
        alias.starts_with(wanted),
        alias.contains(wanted) || file.contains(wanted),
    ];
    (0..).zip(fits).find(|(_, fits)| *fits).map(|(rank, _)| rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_comes_before_the_name_and_what_begins_so_before_what_holds_it() {
        let fit = |text: &str, alias: &str, file: Option<&str>| fit(&wanted(text).unwrap(), alias, file);
        assert_eq!(fit("f-17", "Amina", Some("F-17")), Some(0));
        assert_eq!(fit("tomas", "Tomás", None), Some(1));
        assert_eq!(fit("2026-", "Amina", Some("2026-004")), Some(2));
        assert_eq!(fit(" AMI", "Amina", Some("F-17")), Some(3));
        assert_eq!(fit("17", "Amina", Some("F-17")), Some(4));
        assert_eq!(fit("أمين", "أَمِينَة", None), Some(3));
        assert_eq!(fit("x", "Amina", None), None);
    }

    #[test]
    fn signs_mean_themselves_and_what_cannot_be_a_name_is_not_looked_for() {
        for none in ["", " ", "\u{202e}\u{200f}", &"a".repeat(41), &"م".repeat(4_000)] {
            assert_eq!(wanted(none), None, "{none:?}");
        }
        assert_eq!(wanted("\u{202e}Amina\u{202c}"), wanted("amina"));
        for sign in ["%", "_", "*", "'", "\\", "?", "[a-z]"] {
            assert_eq!(fit(&wanted(sign).unwrap(), "Amina", Some("F-17")), None, "{sign}");
        }
        assert_eq!(fit(&wanted("100%").unwrap(), "100% Amina", None), Some(3));
    }
}
