//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::heard::{Heard, Written};
use crate::domain::join::JoinAnswer;
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: JoinAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// Someone who is not in Lazo writes.
pub async fn stranger(_tx: &mut Tx, _house: &House, _heard: &Heard, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// `/start`, with or without an invitation's token.
pub async fn start(
    _tx: &mut Tx,
    _house: &House,
    _heard: &Heard,
    _payload: &str,
    _now: DateTime<Utc>,
) -> Result<()> {
    Ok(())
}

/// Someone who has not finished joining writes.
pub async fn typed(
    _tx: &mut Tx,
    _house: &House,
    _person: &Person,
    _written: &Written,
    _now: DateTime<Utc>,
) -> Result<()> {
    Ok(())
}

/// `/invite`.
pub async fn invite(_tx: &mut Tx, _house: &House, _person: &Person, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
