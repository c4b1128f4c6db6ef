//! The screens of this feature.

use super::Page;
use crate::domain::relay::{RelayAnswer, RelayLetter};
use crate::domain::letter::Letter;
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &RelayLetter) -> Html {
    Html(format!("{letter:?}"))
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &RelayAnswer) -> Plain {
    Plain(format!("{answer:?}"))
}
