//! How long what was written waits, and what its writer hears when that was too long.

use super::delivery::unasked;
use crate::domain::id::{ChatId, ConversationId, PersonId, SourceId};
use crate::domain::letter::To;
use crate::domain::relay::RelayLetter;
use crate::domain::trace::State;
use crate::store::{Alarm, Pile, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Messages that have waited too long are withdrawn; their writers hear that they did not arrive.
pub(super) async fn too_old(tx: &mut Tx, lanes: &[i64], now: DateTime<Utc>) -> Result<()> {
    let lanes: Vec<ChatId> = lanes.iter().map(|lane| ChatId(*lane)).collect();
    let piles = tx.held_for(&lanes).await?;
    expire(tx, &piles, now).await?;
    watch(tx, &lanes).await
}

/// Withdraws what is too old in these piles; gives how many messages that were.
pub(super) async fn expire(tx: &mut Tx, piles: &[Pile], now: DateTime<Utc>) -> Result<i64> {
    let mut lost = Vec::new();
    for pile in piles.iter().filter(|pile| pile.held.until().is_some_and(|until| until <= now)) {
        lost.extend(tx.withdraw_pile(pile, pile.held.too_old(now)).await?);
    }
    let count = i64::try_from(lost.len()).unwrap_or(i64::MAX);
    tell_lost(tx, &lost, now).await?;
    Ok(count)
}

/// The writers of messages that waited hear that they will not be passed on: how many, below the first of them. In a
/// circle others may have them.
pub(super) async fn tell_lost(tx: &mut Tx, lost: &[SourceId], now: DateTime<Utc>) -> Result<()> {
    let mut told: BTreeMap<(ConversationId, PersonId, bool), (To, SourceId, i64)> = BTreeMap::new();
    for it in tx.traces(lost).await? {
        let some = it.copies.iter().any(|copy| !matches!(copy.state, State::Withdrawn | State::Failed));
        let to = To { chat: it.chat, person: Some(it.author) };
        let entry = told.entry((it.conversation, it.author, some)).or_insert((to, it.source, 0));
        entry.2 += 1;
    }
    let posts = told.into_iter().map(|((_, _, some), (to, source, count))| {
        unasked(to, RelayLetter::Lost { count, some }).answering(Some(source))
    });
    tx.post_all(&posts.collect::<Vec<_>>(), now).await.map(drop)
}

/// Looks again when the first message that is held for one of these chats becomes too old.
pub(super) async fn watch(tx: &mut Tx, chats: &[ChatId]) -> Result<()> {
    let piles = tx.held_for(chats).await?;
    let mut alarms = Vec::new();
    for chat in chats {
        let theirs = piles.iter().filter(|pile| pile.lane == *chat);
        match theirs.filter_map(|pile| pile.held.until()).min() {
            Some(until) => alarms.push((Alarm::Held, chat.0, until)),
            None => tx.let_sleep(Alarm::Held, chat.0).await?,
        }
    }
    tx.wake_all(&alarms).await
}
