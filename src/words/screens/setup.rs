//! The screens of setting a programme up.

use super::Page;
use super::join::{clock, language, pick, tap};
use super::safety::own_lines;
use crate::domain::alias::Refusal;
use crate::domain::choice::Choice;
use crate::domain::helplines;
use crate::domain::id::PersonId;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::programme::Question;
use crate::domain::setup::{NAME, RHYTHMS, SetupAnswer, SetupLetter};
use crate::words::{Count, Html, Name, Plain, Raw, Voice, common, setup};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SetupLetter) -> Html {
    let voice = &page.voice;
    match letter {
        SetupLetter::Welcome => setup::welcome(voice),
        SetupLetter::Name => setup::name(voice),
        SetupLetter::NoName(Refusal::TooLong) => setup::name_long(voice, count(NAME)),
        SetupLetter::NoName(_) => setup::name_empty(voice),
        SetupLetter::Languages { from, done } => {
            let chosen = from.iter().filter(|_| *done);
            chosen.fold(setup::languages(voice), |text, it| text.line(&chosen_line(page, it)))
        }
        SetupLetter::Beta(lang) => setup::beta(voice, Raw(language(page, lang).as_str())),
        SetupLetter::Language(_) => setup::language(voice),
        SetupLetter::Clock(clocks) => clock(page, clocks, setup::zone),
        SetupLetter::Rhythm => setup::rhythm(voice),
        SetupLetter::Contact { question, people } => {
            let how = if people.is_empty() { setup::contact_write(voice) } else { setup::contact_tap(voice) };
            contact(voice, *question).line(&how)
        }
        SetupLetter::Same => setup::same(voice),
        SetupLetter::NoPhone => setup::phone(voice),
        SetupLetter::Helplines(now) if now.is_empty() => setup::helplines(voice),
        SetupLetter::Helplines(now) => {
            setup::helplines(voice).then(&own_lines(page, setup::helplines_now(voice), now))
        }
        SetupLetter::NoHelplines => {
            setup::helplines_unclear(voice, count(helplines::MOST), count(helplines::LENGTH))
        }
        SetupLetter::HelplinesAre(now) if now.is_empty() => setup::helplines_unset(voice),
        SetupLetter::HelplinesAre(now) => own_lines(page, setup::helplines_set(voice), now),
        SetupLetter::Ready => setup::ready(voice, Name(&page.reader.programme)),
        SetupLetter::Unfinished(open) => setup::unfinished(voice, Count(*open)),
        SetupLetter::Lead => setup::lead(voice, Name(&page.reader.programme)),
        SetupLetter::Replaced(programme) => setup::replaced(voice, Name(programme)),
    }
}

fn count(number: usize) -> Count {
    Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn contact(voice: &Voice<'_>, question: Question) -> Html {
    match question {
        Question::First => setup::urgent_first(voice),
        Question::Second => setup::urgent_second(voice),
        Question::Outside
        | Question::Name
        | Question::Languages
        | Question::Language
        | Question::Zone
        | Question::Rhythm
        | Question::Helplines => setup::outside(voice),
    }
}

fn chosen_line(page: &Page<'_>, it: &Choice) -> Html {
    Html::new(pick(&page.voice, language(page, &Lang::new(&it.tag)), true).into())
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &SetupAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SetupAnswer::Pick { lang, on } => pick(voice, language(page, lang), !on),
        SetupAnswer::Picked => common::done(voice),
        SetupAnswer::Read(_) => setup::beta_yes(voice),
        SetupAnswer::NotRead => setup::beta_no(voice),
        SetupAnswer::Language(lang) => language(page, lang),
        SetupAnswer::Clock(tapped) => tap(page, letter, *tapped),
        SetupAnswer::Rhythm(days) if *days == RHYTHMS[0] => setup::rhythm_week(voice),
        SetupAnswer::Rhythm(days) if *days == RHYTHMS[1] => setup::rhythm_fortnight(voice),
        SetupAnswer::Rhythm(_) => setup::rhythm_month(voice),
        SetupAnswer::KeepHelplines if *letter == Letter::Setup(SetupLetter::Helplines(Vec::new())) => {
            setup::helplines_none(voice)
        }
        SetupAnswer::KeepHelplines => setup::helplines_keep(voice),
        SetupAnswer::DropHelplines => setup::helplines_drop(voice),
        SetupAnswer::Contact { question, person } => match (alias(letter, *person), question) {
            (Some(alias), _) => Plain(alias.to_owned()),
            (None, Question::First) => setup::urgent_first_me(voice),
            (None, _) => setup::urgent_second_me(voice),
        },
    }
}

/// The name of somebody who can be tapped; `None` for the reader herself.
fn alias(letter: &Letter, person: PersonId) -> Option<&str> {
    let Letter::Setup(SetupLetter::Contact { people, .. }) = letter else { return None };
    people.iter().find(|it| it.person == person)?.alias.as_deref()
}
