//! What was read in the safeguarding group does not stay there for ever: 90 days after it is over, its topic is deleted.

use crate::domain::conversation::{Conversation, Supervised};
use crate::domain::id::{CaseId, ConversationId, RoomId};
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::supervised::{KEPT, SupervisedLetter};
use crate::store::{Alarm, Result, Room, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// When it is looked whether a topic is gone by now.
const AGAIN: TimeDelta = TimeDelta::hours(1);
/// When a topic is tried again that the bot may not delete.
const NOT_ALLOWED: TimeDelta = TimeDelta::days(7);

/// Reports are resolved.
pub(in crate::handlers) async fn resolved(tx: &mut Tx, cases: &[CaseId], now: DateTime<Utc>) -> Result<()> {
    let rooms = tx.rooms_of_cases(cases).await?;
    tx.wake_all(&rooms.iter().map(|room| (Alarm::Over, room.0, now + KEPT)).collect::<Vec<_>>()).await
}

/// Nobody reads along in a pair any more.
pub(super) async fn ended(tx: &mut Tx, pair: ConversationId, now: DateTime<Utc>) -> Result<()> {
    match tx.room_of(pair).await? {
        Some(room) => tx.wake(Alarm::Over, room.0, now + KEPT).await,
        None => Ok(()),
    }
}

/// Rooms whose time is over, unless they are used again.
pub(in crate::handlers) async fn outlived(tx: &mut Tx, rooms: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<RoomId> = rooms.iter().map(|id| RoomId(*id)).collect();
    for room in tx.rooms(&ids).await? {
        if is_used(tx, &room).await? {
            continue;
        }
        let deletion = tx.deletion_of(room.id).await?;
        match deletion.as_deref() {
            // Without a topic, what stands in a chat cannot be deleted after two days anyway (Telegram).
            _ if !room.has_topic => tx.forget_room(room.id).await?,
            Some("sent" | "withdrawn") => tx.forget_room(room.id).await?,
            Some("queued" | "sending") => tx.wake(Alarm::Over, room.id.0, now + AGAIN).await?,
            Some(_) | None => {
                tx.post(Post::op(room.chat, Rank::Announcement, Op::Topic).inside(room.id), now).await?;
                tx.audit(None, "safeguarding topic deleted", Some(room.id.0), now).await?;
                tx.wake(Alarm::Over, room.id.0, now + AGAIN).await?;
            }
        }
    }
    Ok(())
}

/// The report is not resolved, or the team reads along in the pair.
async fn is_used(tx: &mut Tx, room: &Room) -> Result<bool> {
    if let Some(case) = room.case {
        return Ok(tx.cases(&[case]).await?.iter().any(|case| case.resolved_at.is_none()));
    }
    let Some(pair) = room.conversation else { return Ok(false) };
    let reads = |pair: &Conversation| pair.phase.is_live() && pair.supervised == Supervised::Yes;
    Ok(tx.conversation(pair).await?.as_ref().is_some_and(reads))
}

/// The bot may not delete a topic: whoever reads there is asked to, and it is tried again in a week.
pub(super) async fn not_deleted(tx: &mut Tx, room: RoomId, now: DateTime<Utc>) -> Result<()> {
    let Some(room) = tx.rooms(&[room]).await?.pop() else { return Ok(()) };
    let asks = Post::ranked(room.chat, Rank::Announcement, SupervisedLetter::CannotDelete).inside(room.id);
    tx.post(asks, now).await?;
    tx.wake(Alarm::Over, room.id.0, now + NOT_ALLOWED).await
}
