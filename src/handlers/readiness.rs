//! A mentor's readiness is recorded where it is asked for and on her card: background check, training and quiz, each with a
//! day of its own.

use super::press::Press;
use super::{House, circle, desk, pairing};
use crate::domain::dialogue::Dialogue;
use crate::domain::guardian::typed_day;
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::pairing::{PairingAnswer, PairingLetter};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::readiness::{Fact, ReadinessAnswer, ReadinessLetter, Via};
use crate::domain::wall;
use crate::store::{Result, Tx};
use chrono::{DateTime, NaiveDate, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: ReadinessAnswer,
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let (id, via) = match &answer {
        ReadinessAnswer::Card(id, via)
        | ReadinessAnswer::Fact(id, via, _)
        | ReadinessAnswer::On(id, via, ..)
        | ReadinessAnswer::Not(id, via, _)
        | ReadinessAnswer::Leave(id, via) => (*id, *via),
        ReadinessAnswer::Anyway(mentee, mentor) => {
            return pairing::answer(tx, house, press, PairingAnswer::Anyway(*mentee, *mentor)).await;
        }
    };
    let Some(mentor) = mentor(tx, me, id).await? else { return Ok(Some(HelpLetter::Stale.into())) };
    let with = match answer {
        ReadinessAnswer::Fact(_, _, fact) => Some(asks(tx, me, (&mentor, via, fact), now).await?),
        ReadinessAnswer::On(_, _, fact, on) => {
            record(tx, me, (mentor, fact, Some(on)), now).await?;
            next(tx, me, (id, via), now).await?
        }
        ReadinessAnswer::Not(_, _, fact) => {
            record(tx, me, (mentor, fact, None), now).await?;
            next(tx, me, (id, via), now).await?
        }
        ReadinessAnswer::Card(..) => {
            forget(tx, me).await?;
            next(tx, me, (id, via), now).await?
        }
        ReadinessAnswer::Leave(..) | ReadinessAnswer::Anyway(..) => {
            return leaves(tx, house, press, (id, via)).await;
        }
    };
    let Some(with) = with else { return Ok(Some(HelpLetter::Stale.into())) };
    tx.post(Post::op(press.to(), Rank::Answer, Op::Rewrite { of: press.root, with }), now).await?;
    Ok(None)
}

/// Back to where she came from.
async fn leaves(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (id, via): (PersonId, Via),
) -> Result<Option<Letter>> {
    match via {
        Via::Card => desk::shows(tx, house, press, id).await,
        Via::Pair(mentee) => pairing::answer(tx, house, press, PairingAnswer::Mentors(mentee, 0)).await,
        Via::Circle(pair) => circle::about(tx, press, pair).await,
    }
}

/// The line that a mentor has joined leads here: her readiness, in a letter of its own.
pub(super) async fn open(tx: &mut Tx, press: &Press, id: PersonId) -> Result<Option<Letter>> {
    let Some(mentor) = mentor(tx, &press.person, id).await? else {
        return Ok(Some(HelpLetter::Stale.into()));
    };
    let card = card(&press.person, &mentor, Via::Card);
    tx.post(Post::answer(press.to(), card), press.now).await.map(|_| None)
}

/// The same in place of her card.
pub(super) async fn of(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<ReadinessLetter>> {
    Ok(mentor(tx, me, id).await?.map(|mentor| card(me, &mentor, Via::Card)))
}

/// What is recorded of a mentor, and what is missing.
pub(super) fn card(me: &Person, mentor: &Person, via: Via) -> ReadinessLetter {
    let lead = me.role == Role::Lead;
    ReadinessLetter::Card { who: Who::from(mentor), facts: mentor.profile.ready, via, lead }
}

/// A mentor of this member of the team's programme.
async fn mentor(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<Person>> {
    let here = |it: &Person| !matches!(it.standing, Standing::Left | Standing::Refused);
    let may = |it: &Person| it.programme == me.programme && it.role == Role::Mentor && here(it);
    Ok(tx.person(id).await?.filter(|it| pairing::works(me) && may(it)))
}

/// What follows from what is recorded now: what is missing, or what she was about to do with this mentor.
async fn next(
    tx: &mut Tx,
    me: &Person,
    (id, via): (PersonId, Via),
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    match via {
        Via::Card => Ok(of(tx, me, id).await?.map(Letter::from)),
        Via::Pair(mentee) => pairing::looked(tx, me, (mentee, id), now).await.map(Some),
        Via::Circle(pair) => circle::looked(tx, me, (pair, id), now).await,
    }
}

async fn today(tx: &mut Tx, me: &Person, now: DateTime<Utc>) -> Result<NaiveDate> {
    Ok(wall::date(tx.programme(me.programme).await?.zone, now))
}

/// Which day was it? What she types next is an answer, for half an hour.
async fn asks(
    tx: &mut Tx,
    me: &Person,
    (mentor, via, fact): (&Person, Via, Fact),
    now: DateTime<Utc>,
) -> Result<Letter> {
    let what = format!("ready:{}:{}:{}", mentor.id, fact.as_str(), via.key());
    tx.await_from(me.id, Some(&Dialogue::typed(what, now))).await?;
    let today = today(tx, me, now).await?;
    let known = mentor.profile.ready.on(fact).is_some();
    Ok(ReadinessLetter::Day { who: Who::from(mentor), fact, via, today, known, again: false }.into())
}

/// What she was about to type is nothing any more.
async fn forget(tx: &mut Tx, me: &Person) -> Result<()> {
    match &me.dialogue {
        Some(Dialogue::Reason { what, .. }) if what.starts_with("ready:") => tx.await_from(me.id, None).await,
        Some(_) | None => Ok(()),
    }
}

/// A fact is recorded with its day, or taken back.
async fn record(
    tx: &mut Tx,
    me: &Person,
    (mut mentor, fact, on): (Person, Fact, Option<NaiveDate>),
    now: DateTime<Utc>,
) -> Result<()> {
    forget(tx, me).await?;
    mentor.profile.ready = mentor.profile.ready.with(fact, on);
    if mentor.profile.ready.is_ready(today(tx, me, now).await?) {
        mentor.profile.ready_override = None;
    }
    tx.save(&mentor).await?;
    let on = on.map_or_else(|| "none".to_owned(), |on| on.to_string());
    let what = format!("readiness recorded: {} {on}", fact.as_str());
    tx.audit(Some(me.id.0), &what, Some(mentor.id.0), now).await
}

/// The typed day. The key says of whom, which fact, and where it leads.
pub(super) async fn typed(
    tx: &mut Tx,
    me: &Person,
    (key, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let parts: Vec<&str> = key.split(':').collect();
    let known = match parts.as_slice() {
        [id, fact, via, ..] => id.parse().ok().zip(Fact::parse(fact).zip(Via::parse(via))),
        _ => None,
    };
    let found = match known {
        Some((id, about)) => mentor(tx, me, PersonId(id)).await?.zip(Some(about)),
        None => None,
    };
    let Some((mentor, (fact, via))) = found else {
        tx.await_from(me.id, None).await?;
        return tx.post(Post::answer(me, PairingLetter::Cancelled), now).await.map(drop);
    };
    let today = today(tx, me, now).await?;
    let on = written.text.as_deref().and_then(|text| typed_day(text, today));
    let letter = if let Some(on) = on {
        let id = mentor.id;
        record(tx, me, (mentor, fact, Some(on)), now).await?;
        next(tx, me, (id, via), now).await?
    } else {
        let (who, known) = (Who::from(&mentor), mentor.profile.ready.on(fact).is_some());
        Some(ReadinessLetter::Day { who, fact, via, today, known, again: true }.into())
    };
    let Some(letter) = letter else { return Ok(()) };
    tx.post(Post::answer(me, letter), now).await.map(drop)
}
