//! A language, named by its tag (`en`, `ar`, `fa-AF`).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A language tag. Which tags exist is known to `words`; here it is only a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Lang(Arc<str>);

impl Lang {
    /// The source language of all words, which every message falls back to.
    pub fn source() -> Self {
        Self("en".into())
    }

    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        Self(tag.into())
    }

    /// The tag, as it names the folder in `locales/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first hyphen: `fa` of `fa-AF`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Lang {
    fn from(tag: &str) -> Self {
        Self::new(tag)
    }
}

impl From<String> for Lang {
    fn from(tag: String) -> Self {
        Self::new(&tag)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.as_ref().into()
    }
}
