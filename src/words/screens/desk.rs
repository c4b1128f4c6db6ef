//! The screens of this feature.

use super::Page;
use crate::domain::desk::{DeskAnswer, DeskLetter};
use crate::domain::letter::Letter;
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &DeskLetter) -> Html {
    match *letter {}
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &DeskAnswer) -> Plain {
    match *answer {}
}
