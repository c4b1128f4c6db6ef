//! The screens of this feature.

use super::Page;
use crate::domain::case::{CaseAnswer, CaseLetter};
use crate::domain::letter::Letter;
use crate::words::{Html, Plain};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &CaseLetter) -> Html {
    match *letter {}
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &CaseAnswer) -> Plain {
    match *answer {}
}

/// The name of a case's topic.
pub(super) fn topic(_voice: &crate::words::Voice<'_>, case: Option<crate::domain::id::CaseId>) -> String {
    case.map(|case| format!("#{case}")).unwrap_or_default()
}
