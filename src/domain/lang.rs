//! A language, by its tag.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A locale's tag as its folder under `locales/` is called, for instance `en` or `fa-AF`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Lang(Arc<str>);

impl Lang {
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Lang {
    fn from(tag: &str) -> Self {
        Self(tag.into())
    }
}

impl From<String> for Lang {
    fn from(tag: String) -> Self {
        Self(tag.into())
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.as_ref().into()
    }
}
