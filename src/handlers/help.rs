//! Help, the menu, the language, leaving.

use super::press::Press;
use super::{House, cases, circle, join, leaving, parts, pause, setup};
use crate::domain::case::CaseLetter;
use crate::domain::help::{HelpAnswer, HelpLetter, Task};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Calls, Person, Role, Standing};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The menu; for staff, who have commands instead, the help.
pub async fn menu(tx: &mut Tx, house: &House, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    let ready = || parts.iter().filter(|part| part.standing == Standing::Ready);
    match (ready().find(|part| !part.role.is_staff()), ready().next()) {
        (Some(person), _) => {
            let circle = circle::has_circle(tx, parts).await?;
            let menu = if circle { HelpLetter::CircleMenu } else { HelpLetter::Menu };
            say(tx, person, menu, now).await
        }
        (None, Some(person)) => say(tx, person, HelpLetter::How(person.role), now).await,
        (None, None) => match join::foremost(parts) {
            Some(person) => join::resume(tx, house, person, now).await,
            None => Ok(()),
        },
    }
}

/// Someone who has joined says hello: how it works, or what the lead was about to answer.
pub(super) async fn at_home(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(person.programme).await?;
    if person.role == Role::Lead && !programme.set_up {
        return setup::unfinished(tx, house, person, &programme, now).await;
    }
    say(tx, person, HelpLetter::How(person.role), now).await
}

/// How a group is linked: the lead reads it, and a coordinator that it is the lead's to do.
pub(super) async fn link(
    tx: &mut Tx,
    house: &House,
    (works, safe): (&[&Person], bool),
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(lead) = works.iter().find(|part| part.role == Role::Lead) {
        return say(tx, lead, HelpLetter::LinkGroup { safe, bot: house.bot_name.clone() }, now).await;
    }
    let Some(first) = works.first() else { return Ok(()) };
    tx.post(Post::answer(*first, CaseLetter::OnlyLead), now).await.map(drop)
}

pub(super) async fn say(
    tx: &mut Tx,
    person: &Person,
    letter: impl Into<Letter>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: HelpAnswer) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    let ready = person.standing == Standing::Ready;
    match answer {
        _ if person.standing == Standing::Left => return Ok(Some(HelpLetter::Stale.into())),
        HelpAnswer::As(task, part) => {
            let part = tx.person(part).await?.filter(|part| part.chat == person.chat);
            let Some(part) = part else { return Ok(Some(HelpLetter::Stale.into())) };
            if !parts::chosen(tx, house, (&part, task), now).await? {
                return Ok(Some(HelpLetter::Stale.into()));
            }
        }
        HelpAnswer::Language => language(tx, house, std::slice::from_ref(person), now).await?,
        HelpAnswer::Speak(lang) => speak(tx, house, person, lang, now).await?,
        HelpAnswer::Leave => leaving::left(tx, person, now).await?,
        HelpAnswer::Stay => say(tx, person, HelpLetter::Stayed, now).await?,
        HelpAnswer::Team => {
            parts::perform_in(tx, house, (person.chat, Task::Team), now).await?;
        }
        HelpAnswer::Pause if ready => {
            parts::perform_in(tx, house, (person.chat, Task::Pause), now).await?;
        }
        HelpAnswer::Mute if ready => {
            let parts = tx.parts(person.chat).await?;
            circle::command(tx, &parts, now).await?;
        }
        HelpAnswer::Calls if ready => calls(tx, person, now).await?,
        HelpAnswer::WriteOnly(write) if ready => write_only(tx, person, write, now).await?,
        HelpAnswer::How if ready => {
            let parts = tx.parts(person.chat).await?;
            parts::how(tx, &parts, now).await?;
        }
        HelpAnswer::Weeks(weeks) if ready => pause::chose(tx, person, weeks, now).await?,
        HelpAnswer::Break { weeks, told } if ready => pause::begin(tx, person, (weeks, told), now).await?,
        HelpAnswer::Resume | HelpAnswer::EndAndSend if ready => pause::back(tx, person, now).await?,
        HelpAnswer::KeepBreak if ready => pause::keeps(tx, person, now).await?,
        HelpAnswer::Pause
        | HelpAnswer::Mute
        | HelpAnswer::Calls
        | HelpAnswer::WriteOnly(_)
        | HelpAnswer::How
        | HelpAnswer::Weeks(_)
        | HelpAnswer::Break { .. }
        | HelpAnswer::EndAndSend
        | HelpAnswer::KeepBreak
        | HelpAnswer::Resume => return Ok(Some(HelpLetter::Stale.into())),
    }
    Ok(None)
}

/// The languages of all her programmes: the language is the account's. Whoever has left is led back.
pub(super) async fn language(tx: &mut Tx, house: &House, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    let Some(person) = join::foremost(parts) else { return Ok(()) };
    if person.standing == Standing::Left {
        return join::resume(tx, house, person, now).await;
    }
    let mut languages: Vec<Lang> = Vec::new();
    for part in parts {
        if part.standing == Standing::Left {
            continue;
        }
        for lang in join::languages(house, &tx.programme(part.programme).await?) {
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
    }
    say(tx, person, HelpLetter::Language(languages), now).await
}

/// Whether the team may call her.
pub(super) async fn calls(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    say(tx, person, HelpLetter::Calls { write: person.profile.write_only() }, now).await
}

/// "Write, don't call me": her wish in all her parts, and on the cards that are open.
async fn write_only(tx: &mut Tx, person: &Person, write: bool, now: DateTime<Utc>) -> Result<()> {
    let mut open = Vec::new();
    for mut part in tx.parts(person.chat).await? {
        part.profile.calls = if write { Calls::Unwanted } else { Calls::Welcome };
        tx.save(&part).await?;
        open.extend(tx.cases_about(None, Some(part.id)).await?);
    }
    let said = if write { "is to be written to, and not called" } else { "may be called" };
    tx.audit(Some(person.id.0), said, None, now).await?;
    for case in open {
        cases::learned(tx, case, false, now).await?;
    }
    say(tx, person, HelpLetter::Calls { write }, now).await
}

/// From now on in another language, her commands and her keyboard too.
async fn speak(tx: &mut Tx, house: &House, person: &Person, lang: Lang, now: DateTime<Utc>) -> Result<()> {
    tx.speak(person.chat, &lang).await?;
    let mut person = Person { lang, ..person.clone() };
    person.profile.language_chosen = true;
    tx.save(&person).await?;
    tx.audit(Some(person.id.0), "chose a language", None, now).await?;
    if person.standing == Standing::Ready {
        tx.post(Post::op(&person, Rank::Answer, Op::Commands), now).await?;
        return say(tx, &person, HelpLetter::LanguageChanged, now).await;
    }
    join::greet(tx, &person, now).await?;
    join::ask(tx, house, &person, now).await
}
