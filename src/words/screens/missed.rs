//! The screens of this feature.

use super::Page;
use crate::domain::letter::Letter;
use crate::domain::missed::{MissedAnswer, MissedLetter};
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &MissedLetter) -> Html {
    match *letter {}
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &MissedAnswer) -> Plain {
    match *answer {}
}
