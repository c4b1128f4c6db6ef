//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::checkin::CheckinAnswer;
use crate::domain::heard::Written;
use crate::domain::id::{CheckinId, LetterId};
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: CheckinAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// A reply to one of the bot's letters; `true` if it was a check-in's.
pub async fn replied(
    _tx: &mut Tx,
    _person: &Person,
    _written: &Written,
    _letter: LetterId,
    _now: DateTime<Utc>,
) -> Result<bool> {
    Ok(false)
}

/// Words while a check-in is open; `true` if they are an answer to it.
pub async fn typed(
    _tx: &mut Tx,
    _house: &House,
    _person: &Person,
    _checkin: CheckinId,
    _written: &Written,
    _now: DateTime<Utc>,
) -> Result<bool> {
    Ok(false)
}

/// People whose next pulse is due.
pub async fn pulses(_tx: &mut Tx, _people: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Check-ins whose reminder or expiry is due.
pub async fn remind(_tx: &mut Tx, _checkins: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Offers open check-ins again after Lazo was away.
pub async fn reoffer(_tx: &mut Tx, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
