//! What stands in place of mail from the team until it is read.

use super::Page;
use crate::domain::mail::{MailAnswer, MailLetter};
use crate::words::{Html, Plain, mail};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &MailLetter) -> Html {
    match letter {
        MailLetter::Sealed(_) => mail::line(&page.voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, answer: &MailAnswer) -> Plain {
    match answer {
        MailAnswer::Read(_) => mail::read(&page.voice),
    }
}
