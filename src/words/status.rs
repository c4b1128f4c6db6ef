//! The two tables beside the words: `locales/STATUS.toml`, who has read a locale's words (nothing may claim a review
//! that did not happen), and `locales/spoken.toml`, the languages people may speak.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::LoadError;

/// A locale's review status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// The words all others are made from.
    Source,
    /// Read and corrected by somebody whose mother tongue it is.
    NativeReviewed,
    /// Read and corrected by somebody who speaks it well.
    Reviewed,
    /// Translated, not yet reviewed by a person. Shown as "(beta)".
    Machine,
}

/// What `STATUS.toml` says of one locale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Status {
    pub(super) review: Review,
    /// Whose dates, numbers and lists to write, when not those of the tag itself.
    pub(super) formats: Option<String>,
}

/// Reads the whole file: tag → status.
pub(super) fn read(toml: &str) -> Result<BTreeMap<String, Status>, LoadError> {
    toml::from_str(toml).map_err(|error| LoadError::Status(error.message().to_owned()))
}

/// Reads `spoken.toml`: tag and own name, in the picker's order.
pub(super) fn read_spoken(toml: &str) -> Result<Vec<(String, String)>, LoadError> {
    #[derive(Deserialize)]
    struct Spoken {
        spoken: Vec<(String, String)>,
    }
    let read: Result<Spoken, _> = toml::from_str(toml);
    read.map(|read| read.spoken).map_err(|error| LoadError::Status(error.message().to_owned()))
}
