//! Presses about this feature; being built.

use super::House;
use super::press::Press;
use crate::domain::id::ConversationId;
use crate::domain::letter::Letter;
use crate::domain::missed::MissedAnswer;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    _tx: &mut Tx,
    _house: &House,
    _press: &Press,
    answer: MissedAnswer,
) -> Result<Option<Letter>> {
    match answer {}
}

/// Pairs whose silence is to be looked at.
pub async fn look(_tx: &mut Tx, _conversations: &[i64], _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}

/// Contact while a silence case is open.
pub async fn contact(_tx: &mut Tx, _conversation: ConversationId, _now: DateTime<Utc>) -> Result<()> {
    Ok(())
}
