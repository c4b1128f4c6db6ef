//! Somebody who has not finished joining writes. She has a team from the first tap on: what she announces to it, or
//! writes in reply to it, goes there, and anything else is about joining.

use super::said::Said;
use super::{House, join, talk, team};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::person::{Person, Standing};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// A message of an account none of whose parts has finished joining; `asked` is what she announced, and as which part.
pub(super) async fn heard(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, asked): (&Written, Option<(&Person, Dialogue)>),
    now: DateTime<Utc>,
) -> Result<()> {
    if talk::in_talk(tx, it, written, now).await? {
        return Ok(());
    }
    if let Some((part, Dialogue::Team { until })) = asked
        && now.timestamp_millis() <= until
    {
        return team::write_down(tx, &Said { person: part, ..*it }, now).await;
    }
    // Nothing is asked of her while she waits: once the team has written to her, she answers it.
    let answers = |part: &&Person| waits(part) && part.dialogue == Some(Dialogue::TeamWrote);
    if let Some(part) = it.parts.iter().find(answers) {
        return team::with_team(tx, it, part.id, None, now).await.map(drop);
    }
    join::typed(tx, house, it.person, written, now).await
}

/// Whether somebody can only wait for the team.
pub(super) fn waits(person: &Person) -> bool {
    matches!(person.standing, Standing::AwaitingGuardian | Standing::Refused)
}
