//! Presses about this feature; being built.

use super::House;
use super::control::Command;
use super::press::Press;
use crate::domain::help::HelpAnswer;
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: HelpAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// `/help`, `/menu`, `/language`, `/pause`, `/leave`.
pub async fn command(
    _tx: &mut Tx,
    _house: &House,
    _person: &Person,
    _command: &Command<'_>,
    _now: DateTime<Utc>,
) -> Result<()> {
    Ok(())
}

/// The menu.
pub async fn menu(_tx: &mut Tx, _person: &Person, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
