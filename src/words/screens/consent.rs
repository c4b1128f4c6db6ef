//! The screens of what becomes of people's data: the consent texts, part by part, what is new in them, and `/privacy`.

use super::Page;
use crate::domain::join::{JoinAnswer, JoinLetter, Responsible};
use crate::domain::letter::Letter;
use crate::domain::person::Role;
use crate::domain::privacy::About;
use crate::domain::trace::KEPT_DAYS;
use crate::words::{Count, Html, Name, Plain, Voice, common, join};

/// A part of the consent text of a role.
pub(super) fn consent(page: &Page<'_>, (role, new): (Role, bool), part: usize) -> Html {
    let (voice, programme) = (&page.voice, Name(&page.reader.programme));
    match (role.is_staff(), part) {
        (true, 0) if new => join::new_consent(voice),
        (true, 0) => join::staff_consent(voice, programme),
        (true, 1) => join::staff_consent_keeps(voice),
        (true, _) if new => join::new_consent_decides(voice),
        (true, _) => join::staff_consent_decides(voice),
        (false, 0) => join::consent(voice, programme),
        (false, 1) => join::consent_sees(voice),
        (false, 2) => join::consent_travels(voice),
        (false, 3) => join::consent_keeps(voice),
        (false, _) => join::consent_decides(voice),
    }
}

/// A part of `/privacy`, in the words of the consent text wherever that says it, so that the two cannot differ.
pub(super) fn privacy(voice: &Voice<'_>, programmes: &[Responsible], about: Option<&About>) -> Html {
    match about {
        Some(About::Who) | None => who(voice, programmes),
        Some(About::Stranger) => join::privacy_stranger(voice),
        Some(About::Writes) => join::privacy_writes(voice),
        Some(About::Keeps) => join::consent_keeps(voice),
        Some(About::Works) => join::staff_consent_keeps(voice),
        Some(About::Sees) => join::consent_sees(voice),
        Some(About::Travels) => join::consent_travels(voice),
        Some(About::Why) => join::privacy_why(voice),
        Some(About::Long) => join::privacy_long(voice, Count(KEPT_DAYS)),
        Some(About::Telegram) => join::privacy_telegram(voice),
        Some(About::Rights) => join::privacy_rights(voice),
        Some(About::Asks) => join::privacy_asks(voice),
    }
}

/// Who is responsible, where the lead has said it; below all others, once, who can say it.
fn who(voice: &Voice<'_>, programmes: &[Responsible]) -> Html {
    if programmes.is_empty() {
        return join::privacy_stranger(voice);
    }
    let name = |it: &Responsible| join::privacy_programme(voice, Name(&it.programme));
    let said = programmes.iter().filter_map(|it| Some((it, it.who.as_deref()?)));
    let said = said.fold(join::privacy(voice), |text, (it, who)| {
        text.line(&name(it)).line(&join::privacy_responsible(voice, Name(who)))
    });
    let mut others = programmes.iter().filter(|it| it.who.is_none()).peekable();
    if others.peek().is_none() {
        return said;
    }
    others.fold(said, |text, it| text.line(&name(it))).line(&join::privacy_ask(voice))
}

/// The way on or back, or into the text.
pub(super) fn read(voice: &Voice<'_>, letter: &Letter, to: usize) -> Plain {
    let Letter::Join(JoinLetter::Consent { part, .. } | JoinLetter::Privacy { part, .. }) = letter else {
        return join::consent_news_read(voice);
    };
    if to < *part { common::back(voice) } else { common::next(voice) }
}

/// The answers below the last part.
pub(super) fn answer(voice: &Voice<'_>, letter: &Letter, answer: &JoinAnswer) -> Plain {
    let agrees = matches!(answer, JoinAnswer::Accept | JoinAnswer::Agree);
    let asked = if let Letter::Join(JoinLetter::Consent { role, new, .. }) = letter {
        Some((role, new))
    } else {
        None
    };
    match (asked, agrees) {
        (Some((_, true)), true) => join::new_consent_accept(voice),
        (Some((_, true)), false) => join::new_consent_refuse(voice),
        (Some((role, false)), true) if role.is_staff() => join::staff_consent_accept(voice),
        (Some((role, false)), false) if role.is_staff() => join::staff_consent_refuse(voice),
        (_, true) => join::consent_accept(voice),
        (_, false) => join::consent_refuse(voice),
    }
}
