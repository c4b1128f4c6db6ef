//! The screens of this feature.

use super::Page;
use crate::domain::letter::Letter;
use crate::domain::safety::{SafetyAnswer, SafetyLetter};
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &SafetyLetter) -> Html {
    match *letter {}
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &SafetyAnswer) -> Plain {
    match *answer {}
}
