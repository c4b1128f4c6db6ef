//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::heard::Written;
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::domain::setup::SetupAnswer;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: SetupAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// The lead types an answer.
pub async fn typed(
    _tx: &mut Tx,
    _house: &House,
    _person: &Person,
    _written: &Written,
    _now: DateTime<Utc>,
) -> Result<()> {
    Ok(())
}
