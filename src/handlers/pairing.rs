//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::heard::Written;
use crate::domain::letter::Letter;
use crate::domain::pairing::PairingAnswer;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: PairingAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// `/pair`.
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

/// Proposals whose reminder or expiry is due.
pub async fn remind(_tx: &mut Tx, _conversations: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Pauses that end.
pub async fn resume(_tx: &mut Tx, _conversations: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
