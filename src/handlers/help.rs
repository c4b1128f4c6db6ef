//! Help, the menu, the language, a pause, leaving.

use super::control::Command;
use super::press::Press;
use super::{House, cases, join, lifecycle, setup, team};
use crate::domain::case::CaseKind;
use crate::domain::conversation::{Conversation, MemberState, Phase};
use crate::domain::help::{HelpAnswer, HelpLetter};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::relay::RelayLetter;
use crate::store::{Alarm, NewCase, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// `/help`, `/menu`, `/language`, `/pause`, `/leave`. Whoever has not finished joining is led back to her question,
/// but can always change the language and leave.
pub async fn command(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    command: &Command<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let ready = person.standing == Standing::Ready;
    match command.name.as_str() {
        _ if person.standing == Standing::Left => join::resume(tx, house, person, now).await,
        "language" => language(tx, house, person, now).await,
        "leave" => leave(tx, person, now).await,
        "pause" if ready && !person.role.is_staff() => pause(tx, person, now).await,
        "menu" if ready => menu(tx, house, person, now).await,
        "help" if ready => say(tx, person, HelpLetter::How(person.role), now).await,
        _ => join::resume(tx, house, person, now).await,
    }
}

/// The menu; for staff, who have commands instead, the help.
pub async fn menu(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match person.standing {
        Standing::Ready if person.role.is_staff() => say(tx, person, HelpLetter::How(person.role), now).await,
        Standing::Ready => say(tx, person, HelpLetter::Menu, now).await,
        Standing::Joining | Standing::AwaitingGuardian | Standing::Refused | Standing::Left => {
            join::resume(tx, house, person, now).await
        }
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

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person.chat, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: HelpAnswer) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    let ready = person.standing == Standing::Ready;
    match answer {
        _ if person.standing == Standing::Left => return Ok(Some(HelpLetter::Stale.into())),
        HelpAnswer::Language => language(tx, house, person, now).await?,
        HelpAnswer::Speak(lang) => speak(tx, house, person, lang, now).await?,
        HelpAnswer::Leave => left(tx, person, now).await?,
        HelpAnswer::Stay => say(tx, person, HelpLetter::Stayed, now).await?,
        HelpAnswer::Team if ready => team::write_to_team(tx, person, now).await?,
        HelpAnswer::Pause if ready => pause(tx, person, now).await?,
        HelpAnswer::How if ready => say(tx, person, HelpLetter::How(person.role), now).await?,
        HelpAnswer::Weeks(weeks) if ready => away(tx, person, weeks, now).await?,
        HelpAnswer::Resume if ready => back(tx, person, now).await?,
        HelpAnswer::Team
        | HelpAnswer::Pause
        | HelpAnswer::How
        | HelpAnswer::Weeks(_)
        | HelpAnswer::Resume => return Ok(Some(HelpLetter::Stale.into())),
    }
    Ok(None)
}

async fn language(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let languages = join::languages(house, &tx.programme(person.programme).await?);
    say(tx, person, HelpLetter::Language(languages), now).await
}

/// From now on in another language, her commands and her keyboard too.
async fn speak(tx: &mut Tx, house: &House, person: &Person, lang: Lang, now: DateTime<Utc>) -> Result<()> {
    let mut person = Person { lang, ..person.clone() };
    person.profile.language_chosen = true;
    tx.save(&person).await?;
    tx.audit(Some(person.id.0), "chose a language", None, now).await?;
    if person.standing == Standing::Ready {
        tx.post(Post::op(person.chat, Rank::Answer, Op::Commands), now).await?;
        return say(tx, &person, HelpLetter::LanguageChanged, now).await;
    }
    join::ask(tx, house, &person, now).await
}

/// For how long, or that she is away already. Whoever is not the one who paused reads the words of every pause.
async fn pause(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let pair = tx.pair_of(person.id).await?;
    match (pair.map(|pair| pair.phase), person.paused_until.filter(|until| *until > now)) {
        (Some(Phase::Active), _) => say(tx, person, HelpLetter::Pause, now).await,
        (Some(Phase::Paused), Some(until)) => say(tx, person, HelpLetter::Paused(until), now).await,
        (Some(Phase::Paused | Phase::Held), _) => say(tx, person, RelayLetter::Paused, now).await,
        (Some(Phase::Proposed | Phase::Declined | Phase::Expired | Phase::Closed) | None, _) => {
            say(tx, person, HelpLetter::PauseAlone, now).await
        }
    }
}

async fn away(tx: &mut Tx, person: &Person, weeks: i64, now: DateTime<Utc>) -> Result<()> {
    let pair = tx.pair_of(person.id).await?.filter(|pair| pair.phase == Phase::Active);
    let Some(mut pair) = pair else { return pause(tx, person, now).await };
    let until = now + TimeDelta::weeks(weeks);
    lifecycle::pause(tx, &mut pair, until, now).await?;
    tx.save(&Person { paused_until: Some(until), ..person.clone() }).await?;
    say(tx, person, HelpLetter::Paused(until), now).await
}

/// Only a pause of her own can be ended early, and never a hold.
async fn back(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let own = person.paused_until.is_some_and(|until| until > now);
    let pair = tx.pair_of(person.id).await?.filter(|pair| own && pair.phase == Phase::Paused);
    let Some(mut pair) = pair else { return pause(tx, person, now).await };
    tx.save(&Person { paused_until: None, ..person.clone() }).await?;
    lifecycle::resume(tx, &mut pair, now).await?;
    say(tx, person, HelpLetter::Resumed, now).await
}

async fn leave(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.role == Role::Lead {
        return say(tx, person, HelpLetter::LeadStays, now).await;
    }
    let team = person.standing == Standing::Ready && !person.role.is_staff();
    say(tx, person, HelpLetter::Leave { team }, now).await
}

/// She leaves. Her data stays until its retention ends; her coordinator hears of it as a case.
async fn left(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.role == Role::Lead {
        return say(tx, person, HelpLetter::LeadStays, now).await;
    }
    let mut pair = tx.pair_of(person.id).await?;
    if let Some(pair) = &mut pair {
        part(tx, pair, person, now).await?;
    }
    for mut proposal in tx.proposals_of(person.id).await? {
        lifecycle::close(tx, &mut proposal, "left", Some(person.id), now).await?;
    }
    if person.role.is_staff() {
        if let Some(lead) = tx.leads(person.programme).await?.first() {
            tx.hand_over(person.id, lead.id).await?;
        }
        tx.revoke(Some(person.id), now).await?;
        tx.let_sleep(Alarm::Digest, person.id.0).await?;
    }
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Leaving,
        conversation: pair.map(|pair| pair.id),
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await?;
    let gone = Person { standing: Standing::Left, dialogue: None, paused_until: None, ..person.clone() };
    tx.save(&gone).await?;
    tx.audit(Some(person.id.0), "left", None, now).await?;
    say(tx, person, HelpLetter::Left, now).await
}

/// Out of a circle that goes on without her, or the end of the pair.
async fn part(tx: &mut Tx, pair: &mut Conversation, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if pair.goes_on_without(person.id) {
        tx.let_sleep(Alarm::Pulse, person.id.0).await?;
        return tx.member_is(pair.id, person.id, MemberState::Left).await;
    }
    lifecycle::close(tx, pair, "left", Some(person.id), now).await
}
