//! The screens of this feature.

use super::Page;
use crate::domain::help::{HelpAnswer, HelpLetter};
use crate::domain::letter::Letter;
use crate::domain::person::Role;
use crate::words::{Html, Plain, Voice};

/// What a letter says.
pub(super) fn text(_page: &Page<'_>, letter: &HelpLetter) -> Html {
    match letter {
        HelpLetter::Stale => Html("stale".into()),
        HelpLetter::UnknownCommand => Html("unknown".into()),
    }
}

/// What a button says.
pub(super) fn label(_page: &Page<'_>, _letter: &Letter, answer: &HelpAnswer) -> Plain {
    match *answer {}
}

/// The commands of a role.
pub(super) fn commands(_voice: &Voice<'_>, _role: Option<Role>) -> Vec<(&'static str, String)> {
    Vec::new()
}
