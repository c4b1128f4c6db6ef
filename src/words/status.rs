//! `locales/STATUS.toml`: who has read a locale's words. Nothing may claim a review that did not happen.

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
