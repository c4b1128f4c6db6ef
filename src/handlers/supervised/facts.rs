//! What whoever reads along must know although it is not there: what could not be copied, what never arrived, what the
//! leak guard refused.

use super::copies::{author, waits};
use super::room::rooms;
use crate::domain::case::{CaseKind, NewCase};
use crate::domain::conversation::{Conversation, Side};
use crate::domain::id::{ConversationId, SourceId};
use crate::domain::leak::Shown;
use crate::domain::letter::{Post, Rank};
use crate::domain::person::Person;
use crate::domain::supervised::{LATELY, REFUSALS, SupervisedLetter, Told};
use crate::domain::trace::{State, Trace, Traced};
use crate::handlers::cases;
use crate::handlers::proposal::names;
use crate::store::{Alarm, Result, Room, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// When it is looked again what became of a copy that may have arrived.
pub(super) const AGAIN: TimeDelta = TimeDelta::minutes(10);

/// A pair that is read along, with its room.
async fn place(
    tx: &mut Tx,
    pair: ConversationId,
    now: DateTime<Utc>,
) -> Result<Option<(Conversation, Room)>> {
    let Some(pair) = tx.conversation(pair).await? else { return Ok(None) };
    let (mut rooms, posts) = rooms(tx, std::slice::from_ref(&pair), now).await?;
    tx.post_all(&posts, now).await?;
    Ok(rooms.remove(&pair.id).map(|room| (pair, room)))
}

fn told((pair, room): (&Conversation, &Room), author: String, at: DateTime<Utc>) -> Told {
    let (mentees, mentors) = (names(pair, Side::Mentee), names(pair, Side::Mentor));
    Told { room: room.id, mentees, mentors, author, at }
}

async fn line(tx: &mut Tx, room: &Room, letter: SupervisedLetter, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::ranked(room.chat, Rank::Relay, letter).inside(room.id), now).await?;
    waits(tx, std::iter::once(room), now).await
}

/// Something of a message may have arrived and cannot be read along.
pub(super) async fn missed_in_pair(tx: &mut Tx, trace: &Trace, now: DateTime<Utc>) -> Result<()> {
    match place(tx, trace.conversation, now).await? {
        Some((_, room)) => missed(tx, &room, trace, now).await,
        None => Ok(()),
    }
}

/// The same, where it is read: a line, and for a pair a case that somebody must decide about.
pub(super) async fn missed(tx: &mut Tx, room: &Room, trace: &Trace, now: DateTime<Utc>) -> Result<()> {
    let Some(pair) = tx.conversation(trace.conversation).await? else { return Ok(()) };
    let told = told((&pair, room), author(&pair, trace), trace.heard_at);
    line(tx, room, SupervisedLetter::Missed(told, trace.kind), now).await?;
    if room.conversation.is_none() {
        return Ok(());
    }
    let case = NewCase {
        programme: pair.programme,
        kind: CaseKind::Unseen,
        conversation: Some(pair.id),
        person: Some(trace.author),
        since: Some(trace.heard_at),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await.map(drop)
}

/// Its author deleted a message before a copy of it had left, or took it back: nothing arrived, and whoever reads along
/// knows that something was to.
pub(in crate::handlers) async fn not_arrived(
    tx: &mut Tx,
    source: SourceId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(trace) = tx.traces(&[source]).await?.pop() else { return Ok(()) };
    let over = |copy: &Traced| matches!(copy.state, State::Withdrawn | State::Failed);
    let nothing = trace.copies.iter().all(|copy| over(copy) && copy.message.is_none() && !copy.perhaps);
    if !trace.supervised || !nothing {
        return Ok(());
    }
    let Some((pair, room)) = place(tx, trace.conversation, now).await? else { return Ok(()) };
    let told = told((&pair, &room), author(&pair, &trace), trace.heard_at);
    line(tx, &room, SupervisedLetter::NotArrived(told, trace.kind), now).await
}

/// Copies that may have arrived although no answer did: once it is over and none of them certainly did, that is a fact.
pub(in crate::handlers) async fn perhaps(tx: &mut Tx, sources: &[i64], now: DateTime<Utc>) -> Result<()> {
    let sources: Vec<SourceId> = sources.iter().map(|source| SourceId(*source)).collect();
    for trace in tx.traces(&sources).await? {
        let copies = || trace.copies.iter().filter(|copy| copy.room.is_some() && copy.perhaps);
        let is_open = |copy: &Traced| matches!(copy.state, State::Queued | State::Sending | State::Held);
        if copies().any(is_open) {
            tx.wake(Alarm::Perhaps, trace.source.0, now + AGAIN).await?;
        } else if copies().any(|copy| copy.message.is_none() && copy.state != State::Sent) {
            missed_in_pair(tx, &trace, now).await?;
        }
    }
    Ok(())
}

/// After a restart: what was on its way may have arrived.
pub async fn recovered(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    let perhaps = tx.perhaps_read().await?;
    tx.wake_all(&perhaps.iter().map(|source| (Alarm::Perhaps, source.0, now + AGAIN)).collect::<Vec<_>>())
        .await
}

/// The leak guard refused a message: a line where it would have been read, and if an adult tries again, a case.
pub(in crate::handlers) async fn refused(
    tx: &mut Tx,
    (pair, writer): (ConversationId, &Person),
    shown: Shown,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some((pair, room)) = place(tx, pair, now).await? else { return Ok(()) };
    let told = told((&pair, &room), writer.alias.clone(), now);
    line(tx, &room, SupervisedLetter::Refused(told, shown), now).await?;
    let count = tx.refused(pair.id, writer.id, (now - LATELY, now)).await?;
    if count < REFUSALS || writer.profile.adult != Some(true) {
        return Ok(());
    }
    let case = NewCase {
        programme: pair.programme,
        kind: CaseKind::Contacts,
        conversation: Some(pair.id),
        person: Some(writer.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await.map(drop)
}
