//! The paper of a guardian, or of an institution that stands for somebody of 16 or 17: who has signed, and when.

use super::{goes_on, lacks_paper, stale};
use crate::domain::alias;
use crate::domain::case::CaseKind;
use crate::domain::dialogue::Dialogue;
use crate::domain::guardian::{Guardian, GuardianAnswer, GuardianLetter, ROLE, typed_day};
use crate::domain::heard::Written;
use crate::domain::id::PersonId;
use crate::domain::letter::{Letter, Post};
use crate::domain::listed::Who;
use crate::domain::person::{Person, Standing};
use crate::domain::wall;
use crate::handlers::press::Press;
use crate::handlers::{House, cases, supervised};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, NaiveDate, Utc};

/// Who has signed, when, and that the paper is there; `None` for somebody who needs no paper.
pub(super) async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (id, answer): (PersonId, GuardianAnswer),
) -> Result<Option<GuardianLetter>> {
    let me = &press.person;
    let Some(young) = lacks_paper(tx, me, id).await? else { return Ok(None) };
    Ok(match answer {
        GuardianAnswer::Role(_, role) => Some(day(tx, me, (&young, role), press.now).await?),
        GuardianAnswer::Day(_, role, on) => Some(paper(tx, me, (&young, role, on)).await?),
        GuardianAnswer::Paper(_, guardian) => Some(admit(tx, house, press, (young, guardian)).await?),
        GuardianAnswer::Record(_)
        | GuardianAnswer::Without(_)
        | GuardianAnswer::Ground(..)
        | GuardianAnswer::Second(..)
        | GuardianAnswer::Still(_)
        | GuardianAnswer::Age(..)
        | GuardianAnswer::Cancel
        | GuardianAnswer::Speak(_)
        | GuardianAnswer::Page(_)
        | GuardianAnswer::Month(_)
        | GuardianAnswer::Own(_)
        | GuardianAnswer::Along(_)
        | GuardianAnswer::Supervision(_) => None,
    })
}

/// A coordinator records a paper: first who has signed.
pub(in crate::handlers) async fn record(tx: &mut Tx, press: &Press, id: PersonId) -> Result<Option<Letter>> {
    let Some(young) = lacks_paper(tx, &press.person, id).await? else { return Ok(Some(stale())) };
    let letter = if supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        expect(tx, &press.person, id, None, press.now).await?;
        GuardianLetter::Role(Who::from(&young))
    } else {
        GuardianLetter::NoReader
    };
    tx.post(Post::answer(press.to(), letter), press.now).await?;
    Ok(None)
}

/// What she types next is the role, or with a role the date.
async fn expect(
    tx: &mut Tx,
    me: &Person,
    id: PersonId,
    role: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let what = format!("guardian:{id}:{}", role.unwrap_or_default());
    tx.await_from(me.id, Some(&Dialogue::typed(what, now))).await
}

/// What she was about to type is nothing any more.
pub(super) async fn forget(tx: &mut Tx, me: &Person) -> Result<()> {
    match &me.dialogue {
        Some(Dialogue::Reason { what, .. }) if what.starts_with("guardian:") => {
            tx.await_from(me.id, None).await
        }
        Some(_) | None => Ok(()),
    }
}

async fn today(tx: &mut Tx, me: &Person, now: DateTime<Utc>) -> Result<NaiveDate> {
    Ok(wall::date(tx.programme(me.programme).await?.zone, now))
}

async fn day(
    tx: &mut Tx,
    me: &Person,
    (young, role): (&Person, String),
    now: DateTime<Utc>,
) -> Result<GuardianLetter> {
    expect(tx, me, young.id, Some(&role), now).await?;
    let today = today(tx, me, now).await?;
    Ok(GuardianLetter::Day { who: Who::from(young), role, today, again: false })
}

async fn paper(
    tx: &mut Tx,
    me: &Person,
    (young, role, on): (&Person, String, NaiveDate),
) -> Result<GuardianLetter> {
    tx.await_from(me.id, None).await?;
    Ok(GuardianLetter::Paper { who: Who::from(young), role, on })
}

/// The coordinator typed the role or the date. The key says for whom, and the role.
pub(in crate::handlers) async fn typed(
    tx: &mut Tx,
    me: &Person,
    (key, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let (id, role) = key.split_once(':').unwrap_or((key, ""));
    let Some(young) = lacks_paper(tx, me, PersonId(id.parse().unwrap_or(0))).await? else {
        tx.await_from(me.id, None).await?;
        return tx.post(Post::answer(me, GuardianLetter::Cancelled), now).await.map(drop);
    };
    let text = written.text.as_deref().unwrap_or_default();
    let letter = if role.is_empty() {
        let said = alias::named(text, ROLE).ok().filter(|it| it.chars().any(char::is_alphabetic));
        match said.filter(|it| alias::reaches(it).is_ok()) {
            Some(role) => day(tx, me, (&young, role), now).await?,
            None => GuardianLetter::Role(Who::from(&young)),
        }
    } else {
        let today = today(tx, me, now).await?;
        match typed_day(text, today) {
            Some(on) => paper(tx, me, (&young, role.to_owned(), on)).await?,
            None => GuardianLetter::Day { who: Who::from(&young), role: role.to_owned(), today, again: true },
        }
    };
    tx.post(Post::answer(me, letter), now).await.map(drop)
}

/// The paper is there: she goes on joining, and can be paired where the team reads along.
async fn admit(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (mut young, guardian): (Person, Guardian),
) -> Result<GuardianLetter> {
    if !supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        return Ok(GuardianLetter::NoReader);
    }
    let me = press.person.id;
    young.profile.guardian = Some(Guardian { by: me, ..guardian });
    young.profile.without = None;
    tx.let_sleep(Alarm::Paper, young.id.0).await?;
    tx.audit(Some(me.0), "guardian's consent recorded", Some(young.id.0), press.now).await?;
    if young.standing == Standing::AwaitingGuardian {
        young.standing = Standing::Joining;
        tx.save(&young).await?;
        goes_on(tx, house, &young, press.now).await?;
    } else {
        tx.save(&young).await?;
    }
    cases::decided(tx, (young.id, CaseKind::Guardian), Some(me), press.now).await?;
    Ok(GuardianLetter::Recorded(Who::from(&young)))
}
