//! What is said when a conversation is opened again.

use super::Page;
use crate::domain::letter::Letter;
use crate::domain::opening::{Choice, Opening, OpeningAnswer, OpeningLetter, Pile};
use crate::words::{Count, Day, Html, Name, Plain, Voice, common, opening, safety};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &OpeningLetter) -> Html {
    let voice = &page.voice;
    match letter {
        OpeningLetter::Ask(it) => ask(voice, it),
        OpeningLetter::Opened(it) => piles(voice, it, opening::opened(voice)),
        OpeningLetter::Kept => opening::kept(voice),
        OpeningLetter::Over => opening::over(voice),
        OpeningLetter::Hers { partner, waits, to_team, .. } => {
            let text = match partner {
                Some(partner) => opening::hers(voice).line(&opening::name(voice, Name(partner))),
                None => opening::hers_group(voice),
            };
            let text = if *to_team { text.then(&opening::to_team(voice)) } else { text };
            let Some((count, since)) = *waits else { return text };
            text.then(&opening::hers_waits(voice, Count(count))).line(&opening::hers_since(voice, Day(since)))
        }
        OpeningLetter::Goes(true) => opening::goes(voice),
        OpeningLetter::Goes(false) => opening::noted(voice),
        OpeningLetter::Stays => opening::stays(voice),
        OpeningLetter::Late => opening::late(voice),
        OpeningLetter::Unchanged(count) => opening::unchanged(voice, Count(*count)),
    }
}

fn ask(voice: &Voice<'_>, it: &Opening) -> Html {
    let text = if it.again { opening::again(voice).then(&opening::ask(voice)) } else { opening::ask(voice) };
    let text = piles(voice, it, text);
    match it.asks() {
        Some(pile) => text.then(&opening::whose(voice)).line(&opening::name(voice, Name(&pile.alias))),
        None => text,
    }
}

/// One line for each writer, and what becomes of it.
fn piles(voice: &Voice<'_>, it: &Opening, text: Html) -> Html {
    it.stands.piles.iter().fold(text, |text, pile| {
        let text = text.line(&line(voice, pile));
        match it.chosen(pile.person).filter(|_| pile.count > 0 && !pile.hers) {
            Some(Choice::Let) => text.line(&opening::arrives(voice)),
            Some(Choice::Drop) => text.line(&opening::dropped(voice)),
            None => text,
        }
    })
}

fn line(voice: &Voice<'_>, pile: &Pile) -> Html {
    let (count, name) = (Count(pile.count), Name(&pile.alias));
    match pile.since.map(Day) {
        Some(since) if pile.hers => opening::theirs(voice, count, name, since),
        Some(since) => opening::waits(voice, count, name, since),
        None => opening::nothing(voice, count, name),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &OpeningAnswer) -> Plain {
    let voice = &page.voice;
    let called = if let Letter::Opening(OpeningLetter::Hers { called, .. }) = letter { called } else { "" };
    match answer {
        OpeningAnswer::Choose(_, Choice::Let) => opening::whose_let(voice),
        OpeningAnswer::Choose(_, Choice::Drop) => opening::whose_drop(voice),
        OpeningAnswer::Open(_) => opening::ask_open(voice),
        OpeningAnswer::Back(..) => common::back(voice),
        OpeningAnswer::Yes(_) => opening::hers_waits_yes(voice),
        OpeningAnswer::No(_) => opening::hers_waits_no(voice),
        OpeningAnswer::WriteTo(_) => safety::write_to(voice, Name(called)),
    }
}
