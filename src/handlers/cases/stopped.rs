//! A case whose pair is stopped: who may open that from its card, and what the card says afterwards.

use super::card::Cards;
use super::room::Room;
use crate::domain::conversation::Conversation;
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::safety::{SafetyLetter, concerned};
use crate::handlers::{catch_up, promise};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// A pair of an open case, or one that was stopped for it, if this member of the team may know of it.
pub(in crate::handlers) async fn to_open(
    tx: &mut Tx,
    me: &Person,
    (case, pair): (CaseId, ConversationId),
) -> Result<Option<Conversation>> {
    let mut room = Room::of(tx, &[case]).await?;
    room.know(me);
    let Some(case) = room.cases.first().filter(|case| case.resolved_at.is_none()) else { return Ok(None) };
    let knows = room.programme(case).is_some_and(|(_, team)| team.may_know(me.id, case));
    let here = me.programme == case.programme && me.standing == Standing::Ready;
    let mut its = concerned(case);
    its.extend(tx.stopped_for(case.id).await?);
    if !knows || !here || !its.contains(&pair) {
        return Ok(None);
    }
    tx.conversation(pair).await
}

/// Its pair is open again: whoever opened it is on it, and its cards say so.
pub(in crate::handlers) async fn opened(
    tx: &mut Tx,
    me: &Person,
    case: CaseId,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut room = Room::of(tx, &[case]).await?;
    room.know(me);
    let Some(mut case) = room.cases.first().cloned() else { return Ok(()) };
    let takes = case.acknowledged_at.is_none() && me.reach == Reach::Reachable;
    if takes {
        case.take(me.id, now);
    }
    tx.audit(Some(me.id.0), "case pair released", Some(case.id.0), now).await?;
    tx.save_cases(std::slice::from_ref(&case)).await?;
    if takes {
        promise::unasked(tx, &case, SafetyLetter::SomebodyHasIt, now).await?;
        catch_up::all(tx, &[(case.id, me.chat)], now).await?;
    }
    // She has read how it stands.
    tx.let_sleep(Alarm::Again, case.id.0).await?;
    let mut cards = Cards::at(now);
    cards.rewrite(&room, &case);
    cards.write(tx).await?;
    if case.snoozed_until.is_none() {
        tx.let_sleep(Alarm::Case, case.id.0).await?;
    }
    Ok(())
}
