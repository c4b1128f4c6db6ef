//! What a lead is asked about her programme: one question after another when it starts, each of them again whenever she
//! wants to change its answer. An account that takes the lead over.
//!
//! Each question is asked in one place (`asking`), its answer is taken in one place (`taking`) and shown in one place
//! (`asking::answers`), whether the programme starts, its summary is corrected, or `/settings` is open.

mod asking;
mod taking;

pub(super) use asking::answers;
pub(super) use taking::again;
pub use taking::{answer, typed};

use super::House;
use super::{departure, upkeep};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role};
use crate::domain::programme::{Programme, Question};
use crate::domain::settings::{Settings, SettingsLetter};
use crate::domain::setup::SetupLetter;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// She has joined as lead: of a new programme, or in place of whoever led it. A programme has one lead; the account
/// that led it before has no access any more, and all it looked after is hers.
pub(super) async fn leads(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(person.programme).await?;
    let others: Vec<Person> =
        tx.leads(programme.id).await?.into_iter().filter(|lead| lead.id != person.id).collect();
    let first = others.is_empty() && !programme.set_up;
    for old in others {
        let empty = tx.hand_places(old.id, person.id).await?;
        departure::goes(tx, &old, person, now).await?;
        upkeep::places_empty(tx, &old, &empty, now).await?;
        departure::commands(tx, &old, now).await?;
        tx.audit(Some(person.id.0), "replaced the lead", Some(old.id.0), now).await?;
        say(tx, &old, SetupLetter::Replaced(programme.name.clone()), now).await?;
    }
    let letter = if first { SetupLetter::Welcome } else { SetupLetter::Lead };
    say(tx, person, letter, now).await?;
    if programme.set_up { Ok(()) } else { goes_on(tx, house, person, &programme, now).await }
}

/// A coordinator takes the lead of her programme.
pub(super) async fn promoted(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<()> {
    let person = Person { role: Role::Lead, ..person };
    tx.save(&person).await?;
    tx.post(Post::op(&person, Rank::Answer, Op::Commands), now).await?;
    leads(tx, house, &person, now).await
}

/// Nobody can be invited yet; the lead goes on with the questions.
pub(super) async fn unfinished(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let open = i64::try_from(programme.open().count()).unwrap_or(i64::MAX);
    if open > 0 {
        say(tx, person, SetupLetter::Unfinished(open), now).await?;
    }
    if person.role == Role::Lead { goes_on(tx, house, person, programme, now).await } else { Ok(()) }
}

/// `/helplines`: the lead says which help lines of the programme's own people can call from now on.
pub(super) async fn helplines(tx: &mut Tx, house: &House, lead: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(lead.programme).await?;
    if !programme.set_up {
        return unfinished(tx, house, lead, &programme, now).await;
    }
    let letter = asking::corrects(tx, house, lead, (&programme, Question::Helplines), now).await?;
    say(tx, lead, letter, now).await
}

/// What comes next: the first open question, or how all are answered.
async fn goes_on(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = next(tx, house, lead, programme, now).await?;
    say(tx, lead, letter, now).await
}

/// The same as a letter, to be said or to stand in the place of another.
async fn next(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<Letter> {
    let open = programme.open().next().filter(|_| !programme.set_up);
    if let Some(question) = open {
        return asking::asks(tx, house, lead, (programme, question), now).await.map(Letter::from);
    }
    tx.await_from(lead.id, None).await?;
    let all = answers(tx, lead, programme).await?;
    Ok(if programme.set_up {
        SettingsLetter::List(Settings::of(programme, all)).into()
    } else {
        SetupLetter::Summary(all).into()
    })
}

/// All settings with their answers, as `/settings` shows them.
pub(super) async fn settings(tx: &mut Tx, lead: &Person, programme: &Programme) -> Result<SettingsLetter> {
    let all = answers(tx, lead, programme).await?;
    Ok(SettingsLetter::List(Settings::of(programme, all)))
}

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, letter), now).await.map(drop)
}
