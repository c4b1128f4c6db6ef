//! How long what was written waits, and what its writer hears when that was too long.

use super::delivery::unasked;
use crate::domain::conversation::Sort;
use crate::domain::id::{ChatId, ConversationId, PersonId, SourceId};
use crate::domain::letter::{Letter, To};
use crate::domain::opening::OpeningLetter;
use crate::domain::person::Standing;
use crate::domain::relay::RelayLetter;
use crate::domain::trace::{State, Trace};
use crate::store::{Alarm, Lost, Pile, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Messages that have waited too long are withdrawn; their writers hear that they did not arrive.
pub(super) async fn too_old(tx: &mut Tx, lanes: &[i64], now: DateTime<Utc>) -> Result<()> {
    let lanes: Vec<ChatId> = lanes.iter().map(|lane| ChatId(*lane)).collect();
    let piles = tx.held_for(&lanes).await?;
    expire(tx, &piles, now).await?;
    watch(tx, &lanes).await
}

/// Withdraws what is too old in these piles; gives how many messages that were.
pub(super) async fn expire(tx: &mut Tx, piles: &[Pile], now: DateTime<Utc>) -> Result<i64> {
    let mut lost = Lost::default();
    for pile in piles.iter().filter(|pile| pile.held.until().is_some_and(|until| until <= now)) {
        lost.add(tx.withdraw_pile(pile, pile.held.too_old(now)).await?);
    }
    let count = i64::try_from(lost.messages.len()).unwrap_or(i64::MAX);
    tell_lost(tx, &lost, now).await?;
    if lost != Lost::default() {
        let pairs: BTreeSet<ConversationId> = piles.iter().filter_map(|pile| pile.conversation).collect();
        tx.yes_is_over(&pairs.into_iter().collect::<Vec<_>>()).await?;
    }
    Ok(count)
}

/// What will not go of what somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Never {
    /// A message that nobody has.
    Message,
    /// A message that others in a circle have.
    ForSome,
    /// A change: the message arrived before.
    Change,
}

impl Never {
    fn says(self, count: i64) -> Letter {
        match self {
            Self::Message => RelayLetter::Lost { count, some: false }.into(),
            Self::ForSome => RelayLetter::Lost { count, some: true }.into(),
            Self::Change => OpeningLetter::Unchanged(count).into(),
        }
    }
}

/// The writers of what waited hear that it will not be passed on: how many, below the first. In a circle others may have
/// it; between two what somebody has already is a message whose change does not go. Whoever has left hears nothing.
pub(super) async fn tell_lost(tx: &mut Tx, lost: &Lost, now: DateTime<Utc>) -> Result<()> {
    let mut told: BTreeMap<(ConversationId, PersonId, Never), (To, SourceId, i64)> = BTreeMap::new();
    let mut add = |it: &Trace, never: Never| {
        let to = To { chat: it.chat, person: Some(it.author) };
        let entry = told.entry((it.conversation, it.author, never)).or_insert((to, it.source, 0));
        entry.2 += 1;
    };
    for it in tx.traces(&lost.messages).await? {
        let some = it.copies.iter().any(|copy| !matches!(copy.state, State::Withdrawn | State::Failed));
        let between_two = it.sort == Sort::Pair && !it.in_circle();
        let never = match (some, between_two) {
            (false, _) => Never::Message,
            // Somebody of the team has it.
            (true, false) if it.sort == Sort::Team => continue,
            (true, false) => Never::ForSome,
            (true, true) => Never::Change,
        };
        add(&it, never);
    }
    for it in tx.traces(&lost.changes).await? {
        // A change that came close upon the last one would bring it along.
        tx.let_sleep(Alarm::Edit, it.source.0).await?;
        add(&it, Never::Change);
    }
    let writers: Vec<PersonId> = told.keys().map(|(_, writer, _)| *writer).collect();
    let people = tx.persons(&writers).await?;
    let left = |id| people.iter().any(|it| it.id == id && it.standing == Standing::Left);
    let here = told.into_iter().filter(|((_, writer, _), _)| !left(*writer));
    let posts = here
        .map(|((_, _, never), (to, source, count))| unasked(to, never.says(count)).answering(Some(source)));
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
