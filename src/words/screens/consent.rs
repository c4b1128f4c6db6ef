//! The screens of what becomes of people's data: the consent texts, part by part, what is new in them, and `/privacy`.

use super::Page;
use crate::domain::join::{JoinAnswer, JoinLetter, Responsible};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::person::Role;
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

/// Who is responsible, what is seen and kept and for how long, and what everybody can ask for. In the words of the consent
/// text wherever that says it, so that the two cannot differ.
pub(super) fn privacy(page: &Page<'_>, programmes: &[Responsible], lang: Option<&Lang>) -> Html {
    let own = &page.voice;
    match lang {
        Some(lang) => all(&page.words.voice(lang, &Lang::source(), own.zone()), join::privacy_stranger),
        None if programmes.is_empty() => all(own, join::privacy_stranger),
        None => all(own, |voice| {
            programmes.iter().fold(join::privacy(voice), |who, it| {
                let name = join::privacy_programme(voice, Name(&it.programme));
                let how = match &it.who {
                    Some(words) => join::privacy_responsible(voice, Name(words)),
                    None => join::privacy_ask(voice),
                };
                who.line(&name).line(&how)
            })
        }),
    }
}

fn all(voice: &Voice<'_>, who: impl FnOnce(&Voice<'_>) -> Html) -> Html {
    who(voice)
        .then(&join::privacy_why(voice))
        .then(&join::consent_sees(voice))
        .then(&join::consent_travels(voice))
        .then(&join::consent_keeps(voice))
        .then(&join::privacy_telegram(voice))
        .then(&join::privacy_long(voice, Count(KEPT_DAYS)))
        .then(&join::privacy_rights(voice))
}

/// The way on or back, or into the text.
pub(super) fn read(voice: &Voice<'_>, letter: &Letter, to: usize) -> Plain {
    let Letter::Join(JoinLetter::Consent { part, .. }) = letter else {
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
