//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::domain::safety::SafetyAnswer;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: SafetyAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// The 🆘 button.
pub async fn menu(_tx: &mut Tx, _person: &Person, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
