//! One of several things to choose from: each tap says what shall be so, never "the other way round", so a tap that
//! arrives twice does no harm.

use serde::{Deserialize, Serialize};

/// Something that can be chosen, and whether it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its stored name.
    pub tag: String,
    /// It is chosen.
    pub on: bool,
}

/// All of them, in their order, with what is chosen so far.
pub fn among<'a>(all: impl IntoIterator<Item = &'a str>, chosen: &[String]) -> Vec<Choice> {
    all.into_iter().map(|tag| Choice { tag: tag.to_owned(), on: chosen.iter().any(|it| it == tag) }).collect()
}

/// What is chosen once `tag` is chosen or not.
pub fn with(chosen: &[String], tag: &str, on: bool) -> Vec<String> {
    let others = chosen.iter().filter(|it| *it != tag).cloned();
    others.chain(on.then(|| tag.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tap_that_arrives_twice_changes_nothing_more() {
        let once = with(&["ar".into()], "es", true);
        assert_eq!(once, ["ar", "es"]);
        assert_eq!(with(&once, "es", true), once);
        assert_eq!(with(&with(&once, "ar", false), "ar", false), ["es"]);
    }
}
