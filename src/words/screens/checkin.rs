//! The screens of this feature.

use super::Page;
use crate::domain::checkin::{CheckinAnswer, CheckinLetter};
use crate::domain::letter::Letter;
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &CheckinLetter) -> Html {
    match *letter {}
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &CheckinAnswer) -> Plain {
    match *answer {}
}
