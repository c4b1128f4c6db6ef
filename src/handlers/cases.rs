//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::case::CaseAnswer;
use crate::domain::heard::{Heard, Written};
use crate::domain::id::{CaseId, ChatId};
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::store::NewCase;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: CaseAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// Opens a case, or finds the one that is open for the same reason.
pub async fn open(tx: &mut Tx, case: &NewCase, now: DateTime<Utc>) -> Result<CaseId> {
    let (id, _new) = tx.open_case(case, case.kind.severity(), now).await?;
    Ok(id)
}

/// Contact has resumed: a case about silence closes itself.
pub async fn resolve_by_contact(tx: &mut Tx, case: CaseId, now: DateTime<Utc>) -> Result<()> {
    tx.resolve_case(case, "contact resumed", now).await
}

/// Someone who could not be reached is back.
pub async fn reachable_again(_tx: &mut Tx, _person: &Person, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// The coordinators' group has a new id.
pub async fn moved(_tx: &mut Tx, _from: ChatId, _to: ChatId) -> Result<()> {
    Ok(())
}

/// Something happened in a group.
pub async fn in_group(_tx: &mut Tx, _house: &House, _heard: &Heard, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// `/cases`.
pub async fn command(_tx: &mut Tx, _house: &House, _person: &Person, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Reasons in words.
pub async fn reason(
    _tx: &mut Tx,
    _person: &Person,
    _key: &str,
    _written: &Written,
    _now: DateTime<Utc>,
) -> Result<()> {
    Ok(())
}

/// Cases whose next rung is due.
pub async fn climb(_tx: &mut Tx, _cases: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Coordinators whose digest is due.
pub async fn digest(_tx: &mut Tx, _people: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
