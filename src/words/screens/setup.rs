//! The screens of setting a programme up.

use super::Page;
use super::join::{clock, language, pick, tap};
use super::safety::{country_line, country_lines, own_lines};
use super::settings::hours;
use crate::domain::alias::Refusal;
use crate::domain::choice::Choice;
use crate::domain::country::{Country, Line};
use crate::domain::helplines::{self, EVERYWHERE};
use crate::domain::id::PersonId;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::on_call::{self, OnCall};
use crate::domain::programme::Question;
use crate::domain::setup::{Answered, Given, NAME, RHYTHMS, SetupAnswer, SetupLetter};
use crate::domain::zone::Tz;
use crate::words::{Count, Html, Name, Plain, Raw, Voice, When, common, settings, setup};

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
        SetupLetter::Country => setup::country(voice),
        SetupLetter::Numbers(country) => numbers(page, *country),
        SetupLetter::Rhythm => setup::rhythm(voice),
        SetupLetter::OnCall(_) => on_call_question(voice),
        SetupLetter::Days { .. } => setup::hours_days(voice),
        SetupLetter::NoHours => {
            let (from, to) = example();
            setup::hours_unclear(voice, from, to)
        }
        SetupLetter::Responsible => setup::responsible(voice),
        SetupLetter::NoAddress => setup::no_address(voice),
        SetupLetter::Asked { letter, .. } => text(page, letter),
        SetupLetter::Summary(all) => answers(page, setup::summary(voice), all),
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
        | Question::Country
        | Question::Rhythm
        | Question::OnCall
        | Question::Responsible
        | Question::Helplines => setup::outside(voice),
    }
}

/// The numbers of a country as they will be read, what it lacks, and where they were found.
fn numbers(page: &Page<'_>, country: Country) -> Html {
    let voice = &page.voice;
    let first = setup::numbers(voice).line(&country_line(page, Line::Emergency, EVERYWHERE));
    let mut text = country_lines(page, first, (Some(country), false));
    let lacks = country.lacks();
    if !lacks.is_empty() {
        text = text.then(&setup::numbers_missing(voice));
        for line in lacks {
            text = text.line(&missing(voice, line));
        }
    }
    text = text.then(&setup::numbers_pages(voice));
    for it in country.numbers() {
        let host = it.source.split_once("://").map_or(it.source, |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or(host);
        let found = format!("{host} · {}", it.dated.unwrap_or(it.read));
        text = text.line(&setup::numbers_page(voice, Raw(it.number), Raw(&found)));
    }
    text
}

fn missing(voice: &Voice<'_>, line: Line) -> Html {
    match line {
        Line::Emergency | Line::Text => setup::missing_text(voice),
        Line::Child => setup::missing_child(voice),
        Line::Violence | Line::ViolenceText => setup::missing_violence(voice),
        Line::Crisis => setup::missing_crisis(voice),
    }
}

/// Each answer below its own line.
pub(super) fn answers(page: &Page<'_>, text: Html, all: &[Answered]) -> Html {
    all.iter().enumerate().fold(text, |text, (at, it)| answered(page, text, at, it))
}

/// The same with the numbers of the country, where somebody says that they are right.
pub(super) fn answers_with_numbers(page: &Page<'_>, text: Html, all: &[Answered]) -> Html {
    all.iter().enumerate().fold(text, |text, (at, it)| {
        let text = answered(page, text, at, it);
        if let Given::Country(country) = &it.given {
            country_lines(page, text, (*country, false))
        } else {
            text
        }
    })
}

fn answered(page: &Page<'_>, text: Html, at: usize, it: &Answered) -> Html {
    let heading = heading(&page.voice, it.question);
    given(page, if at == 0 { text.then(&heading) } else { text.line(&heading) }, &it.given)
}

pub(super) fn heading(voice: &Voice<'_>, question: Question) -> Html {
    match question {
        Question::Name => setup::now_name(voice),
        Question::Languages => setup::now_languages(voice),
        Question::Language => setup::now_language(voice),
        Question::Zone => setup::now_zone(voice),
        Question::Country => setup::now_country(voice),
        Question::Rhythm => setup::now_rhythm(voice),
        Question::First => setup::now_first(voice),
        Question::Second => setup::now_second(voice),
        Question::Outside => setup::now_outside(voice),
        Question::OnCall => setup::now_on_call(voice),
        Question::Responsible => setup::now_responsible(voice),
        Question::Helplines => setup::now_helplines(voice),
    }
}

/// The button that changes an answer.
pub(super) fn change(voice: &Voice<'_>, question: Question) -> Plain {
    match question {
        Question::Name => setup::change_name(voice),
        Question::Languages => setup::change_languages(voice),
        Question::Language => setup::change_language(voice),
        Question::Zone => setup::change_zone(voice),
        Question::Country => setup::change_country(voice),
        Question::Rhythm => setup::change_rhythm(voice),
        Question::First => setup::change_first(voice),
        Question::Second => setup::change_second(voice),
        Question::Outside => setup::change_outside(voice),
        Question::OnCall => setup::change_on_call(voice),
        Question::Responsible => setup::change_responsible(voice),
        Question::Helplines => setup::change_helplines(voice),
    }
}

/// An answer below what stands above it.
fn given(page: &Page<'_>, text: Html, given: &Given) -> Html {
    let voice = &page.voice;
    let ready = |words: Plain| setup::value_ready(voice, Raw(words.as_str()));
    match given {
        Given::Nothing => text.line(&setup::value_none(voice)),
        Given::Words(words) => text.line(&setup::value(voice, Name(words))),
        Given::Languages(all) => {
            let names: Vec<String> = all.iter().map(|lang| language(page, lang).into()).collect();
            text.line(&ready(Plain(names.join(" · "))))
        }
        Given::Zone(zone) => text.line(&ready(voice.clock(page.now, *zone))),
        Given::Country(None) => text.line(&ready(setup::country_other(voice))),
        Given::Country(Some(country)) => text.line(&ready(Plain(country.name().to_owned()))),
        Given::Days(days) => text.line(&ready(rhythm(voice, *days))),
        Given::Somebody(it) => match &it.alias {
            Some(alias) => text.line(&setup::value(voice, Name(alias))),
            None => text.line(&ready(setup::urgent_first_me(voice))),
        },
        Given::Hours(on_call, zone) => {
            uncovered(page, text.line(&ready(hours(voice, *on_call))), *on_call, *zone)
        }
        Given::Lines(lines) if lines.is_empty() => text.line(&ready(setup::helplines_none(voice))),
        Given::Lines(lines) => lines.iter().fold(text, |text, it| text.line(&setup::value(voice, Name(it)))),
    }
}

/// When nobody is on call in the next days.
fn uncovered(page: &Page<'_>, text: Html, on_call: Option<OnCall>, zone: Tz) -> Html {
    let gaps = on_call::uncovered(on_call, zone, page.now);
    if gaps.is_empty() {
        return text;
    }
    let gap = |(from, until): &(_, _)| settings::uncovered_gap(&page.voice, When(*from), When(*until));
    gaps.iter().map(gap).fold(text.line(&settings::uncovered(&page.voice)), |text, it| text.line(&it))
}

fn rhythm(voice: &Voice<'_>, days: i64) -> Plain {
    match days {
        _ if days == RHYTHMS[0] => setup::rhythm_week(voice),
        _ if days == RHYTHMS[1] => setup::rhythm_fortnight(voice),
        _ => setup::rhythm_month(voice),
    }
}

/// When is somebody on call? With an example of how hours are typed.
pub(super) fn on_call_question(voice: &Voice<'_>) -> Html {
    let (from, to) = example();
    settings::on_call(voice, from, to)
}

fn example() -> (Count, Count) {
    let [OnCall { from, to, .. }, ..] = on_call::CHOICES;
    (Count(from.into()), Count(to.into()))
}

/// Hours on call as one of several, marked if they are chosen now.
fn chosen_hours(page: &Page<'_>, letter: &Letter, on_call: Option<OnCall>) -> Plain {
    let now = inner(letter).is_some_and(|it| *it == SetupLetter::OnCall(on_call));
    pick(&page.voice, hours(&page.voice, on_call), now)
}

/// What a letter asks, without the way back.
pub(super) fn inner(letter: &Letter) -> Option<&SetupLetter> {
    let Letter::Setup(letter) = letter else { return None };
    Some(letter.inner())
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
        SetupAnswer::Country(Some(country)) => Plain(country.name().to_owned()),
        SetupAnswer::Country(None) if matches!(inner(letter), Some(SetupLetter::Numbers(_))) => {
            setup::numbers_none(voice)
        }
        SetupAnswer::Country(None) => setup::country_other(voice),
        SetupAnswer::Confirm(_) => setup::numbers_yes(voice),
        SetupAnswer::Rhythm(days) => rhythm(voice, *days),
        SetupAnswer::OnCall(on_call) => chosen_hours(page, letter, *on_call),
        SetupAnswer::Back(_) | SetupAnswer::Countries => common::back(voice),
        SetupAnswer::Change(question) => change(voice, *question),
        SetupAnswer::Ready => setup::summary_ready(voice),
        SetupAnswer::KeepHelplines
            if inner(letter).is_some_and(|it| *it == SetupLetter::Helplines(Vec::new())) =>
        {
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
    let Some(SetupLetter::Contact { people, .. }) = inner(letter) else { return None };
    people.iter().find(|it| it.person == person)?.alias.as_deref()
}
