//! Mail to the team has a clock: outside the hours in which somebody is on call its writer reads when they begin, with the
//! help numbers; without an answer for a working day it stands in a digest, for two it is a case.

use super::answerable::{coordinator_if, coordinator_of};
use super::cases;
use crate::domain::case::{CaseKind, NewCase};
use crate::domain::id::PersonId;
use crate::domain::letter::Post;
use crate::domain::on_call::Promise;
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::Programme;
use crate::domain::safety::SafetyLetter;
use crate::domain::wall;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Working days after which it is a case.
const CASE_DAYS: u32 = 2;
/// Working days after which it stands in a digest.
const DIGEST_DAYS: u32 = 1;

/// Somebody's mail has gone to her team. When it is read, where nobody is on call, she is told after each that she
/// announced; of what she writes in reply only with the first that waits.
pub(super) async fn waits(tx: &mut Tx, person: &Person, announced: bool, now: DateTime<Utc>) -> Result<()> {
    if has_its_own(tx, person).await? {
        return Ok(());
    }
    let programme = tx.programme(person.programme).await?;
    let first = !tx.is_awake(Alarm::Mail, person.id.0).await?;
    let due = working_days(&programme, CASE_DAYS, now);
    tx.wake_unless(Alarm::Mail, person.id.0, due).await?;
    if first {
        let reader = coordinator_of(tx, person).await?;
        for staff in tx.persons(reader.as_slice()).await? {
            cases::arm_digest(tx, &staff, now).await?;
        }
    }
    let promise = programme.promises(now + TimeDelta::hours(1), now);
    if matches!(promise, Promise::Before(_)) || !(first || announced) {
        return Ok(());
    }
    let letter = SafetyLetter::MailLater(promise).beside(programme.lines().read_by(person));
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Whether what she writes belongs to a case that has a clock: she pressed 🆘, or it is about the team.
async fn has_its_own(tx: &mut Tx, person: &Person) -> Result<bool> {
    Ok(tx.danger(person.chat).await?.is_some() || cases::hears(tx, person).await?.is_some())
}

fn working_days(programme: &Programme, days: u32, from: DateTime<Utc>) -> DateTime<Utc> {
    let holidays: BTreeSet<_> = programme.holidays.iter().copied().collect();
    wall::working_days_later(from, days, programme.zone, &holidays)
}

/// Somebody of the team has answered her. Who only hears what she said about it answers that: her mail of before goes on
/// waiting for whoever looked after it.
pub(super) async fn answered(tx: &mut Tx, of: &Person, by: &Person, now: DateTime<Utc>) -> Result<()> {
    let hears = cases::hears(tx, of).await?.unwrap_or_default();
    if hears.iter().any(|it| it.id == by.id) && coordinator_if(tx, of, |_| false).await? != Some(by.id) {
        return Ok(());
    }
    over(tx, of.id, by.id, now).await
}

/// Her mail has an answer.
pub(super) async fn over(tx: &mut Tx, of: PersonId, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    tx.let_sleep(Alarm::Mail, of.0).await?;
    cases::decided(tx, (of, CaseKind::Mail), Some(by), now).await
}

/// Nobody has answered these people for two working days. What they have said about the team since changes nothing.
pub(super) async fn due(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        if person.standing == Standing::Left || tx.danger(person.chat).await?.is_some() {
            continue;
        }
        let new = NewCase {
            programme: person.programme,
            kind: CaseKind::Mail,
            conversation: None,
            person: Some(person.id),
            since: None,
            due: None,
            tried: Vec::new(),
        };
        cases::open(tx, &new, now).await?;
    }
    Ok(())
}

/// Whose mail this member of the team has not answered for a working day: alias and file number.
pub(super) async fn listed(tx: &mut Tx, staff: &Person, now: DateTime<Utc>) -> Result<Vec<String>> {
    let programme = tx.programme(staff.programme).await?;
    // What becomes a case that soon has waited for as long as is left.
    let by = working_days(&programme, CASE_DAYS - DIGEST_DAYS, now);
    let mut names = Vec::new();
    for (person, due) in tx.wait_for_answers(staff.programme, by).await? {
        // Whoever was named since goes on seeing it; who leads instead of her sees it too.
        let before = |named: DateTime<Utc>| working_days(&programme, CASE_DAYS, named) < due;
        let stood = coordinator_if(tx, &person, before).await? == Some(staff.id);
        let leads = staff.role == Role::Lead && coordinator_of(tx, &person).await? == Some(staff.id);
        if person.standing != Standing::Left && (stood || leads) {
            let file = person.file_number.as_deref().filter(|file| *file != person.called());
            let called = [person.called()].into_iter().chain(file).collect::<Vec<_>>();
            names.push(called.join(" · "));
        }
    }
    Ok(names)
}
