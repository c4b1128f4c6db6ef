//! What is said when somebody leaves the team.

use super::Page;
use crate::domain::departure::{Colleague, DepartureAnswer, DepartureLetter, Load};
use crate::domain::id::PersonId;
use crate::domain::letter::Letter;
use crate::words::{Count, Html, Name, Plain, Voice, common, departure, desk, help};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &DepartureLetter) -> Html {
    let voice = &page.voice;
    let who = |alias: &str| desk::who(voice, Name(alias));
    match letter {
        DepartureLetter::WhoTakesOver { who: it, .. } => departure::who(voice).then(&who(&it.alias)),
        DepartureLetter::Sure { who: it, heir, load } => {
            let names = who(&it.alias).line(&departure::heir(voice, Name(&heir.alias)));
            with(voice, departure::sure(voice).then(&names), *load)
        }
        DepartureLetter::Out { who: it, heir, empty, groups } => {
            let names = who(it).line(&departure::heir(voice, Name(heir)));
            let text = departure::out(voice).then(&names);
            let text =
                empty.iter().fold(text, |text, number| text.line(&departure::empty(voice, Count(*number))));
            if *groups { text.then(&departure::groups(voice)) } else { text }
        }
        DepartureLetter::TookOver { who: it, load } => {
            with(voice, departure::took(voice).then(&who(it)), *load)
        }
        DepartureLetter::Gone { programme } => departure::gone(voice, Name(programme)),
        DepartureLetter::WhoLeads(_) => departure::leads(voice),
    }
}

/// What changes hands, a line each.
fn with(voice: &Voice<'_>, text: Html, load: Load) -> Html {
    let lines = [
        departure::pairs(voice, Count(load.pairs)),
        departure::cases(voice, Count(load.cases)),
        departure::tasks(voice, Count(load.tasks)),
        departure::invitations(voice, Count(load.invitations)),
        departure::mail(voice, Count(load.mail)),
    ];
    lines.iter().fold(text, Html::line)
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &DepartureAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        DepartureAnswer::Card(_) | DepartureAnswer::Choose(_) => common::back(voice),
        DepartureAnswer::To { heir, .. } => departure::who_to(voice, Name(name(letter, *heir))),
        DepartureAnswer::TakeOut { .. } => departure::sure_yes(voice),
        DepartureAnswer::Leads(heir) => departure::leads_to(voice, Name(name(letter, *heir))),
        DepartureAnswer::Stay => help::leave_no(voice),
    }
}

/// What somebody who can be chosen is called.
fn name(letter: &Letter, id: PersonId) -> &str {
    let heirs: &[Colleague] = if let Letter::Departure(
        DepartureLetter::WhoTakesOver { heirs, .. } | DepartureLetter::WhoLeads(heirs),
    ) = letter
    {
        heirs
    } else {
        &[]
    };
    heirs.iter().find(|heir| heir.person == id).map(|heir| heir.alias.as_str()).unwrap_or_default()
}
