//! A message that is late: its writer reads so once, and in the same place how it ended. What arrives in time costs
//! nothing here: only a send that was put off sets an alarm.

use super::delivery::unasked;
use crate::domain::id::ChatId;
use crate::domain::letter::{Op, Post, Rank, To};
use crate::domain::relay::{LATE_SECONDS, RelayLetter, ended};
use crate::store::{Alarm, Errand, Leased, Result, Standing, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// How often a chat with late messages is looked at again.
const AGAIN: TimeDelta = TimeDelta::seconds(10);
/// The same while they are held: whoever is away seldom comes back within seconds.
const WHILE_HELD: TimeDelta = TimeDelta::minutes(10);

/// A send was put off: what waits for that chat may be late.
pub(super) async fn put_off(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let since = match errand.what {
        Leased::Copy { .. } | Leased::Album { .. } => errand.queued_at,
        Leased::Write(_)
        | Leased::Rewrite(..)
        | Leased::Clear(_)
        | Leased::Edit { .. }
        | Leased::React(..)
        | Leased::Delete(..)
        | Leased::Toast(..)
        | Leased::Topic
        | Leased::Room(_)
        | Leased::Commands
        | Leased::Nothing => now,
    };
    let due = (since + TimeDelta::seconds(LATE_SECONDS)).max(now);
    tx.wake_unless(Alarm::Late, errand.lane.0, due).await
}

/// Looks at chats for which something was put off.
pub(super) async fn look(tx: &mut Tx, lanes: &[i64], now: DateTime<Utc>) -> Result<()> {
    let lanes: Vec<ChatId> = lanes.iter().map(|lane| ChatId(*lane)).collect();
    let waiting = tx.waiting_for(&lanes).await?;
    let writers: Vec<ChatId> = waiting.iter().map(|it| it.writer).collect();
    let standing = tx.standing(&lanes, &writers).await?;
    let mut alarms = Vec::new();
    let mut told: HashSet<ChatId> = HashSet::new();
    for notice in &standing {
        if let Some(with) = ended(notice.state.as_deref()) {
            end(tx, notice, with, now).await?;
            continue;
        }
        let held = notice.state.as_deref() == Some("held");
        alarms.push((Alarm::Late, notice.lane.0, now + if held { WHILE_HELD } else { AGAIN }));
        told.insert(notice.writer);
    }
    for it in waiting {
        let late_at = it.since + TimeDelta::seconds(LATE_SECONDS);
        if late_at <= now && told.insert(it.writer) {
            let to = To { chat: it.writer, person: tx.author(it.source).await? };
            let notice = unasked(to, RelayLetter::Late).answering(Some(it.source));
            let letter = tx.post(notice, now).await?;
            tx.stand(&it, letter).await?;
        }
        alarms.push((Alarm::Late, it.lane.0, late_at.max(now + AGAIN)));
    }
    alarms.sort_by_key(|(_, lane, due)| (*lane, *due));
    alarms.dedup_by_key(|(_, lane, _)| *lane);
    tx.wake_all(&alarms).await
}

/// The notice says in its place how it ended.
async fn end(tx: &mut Tx, notice: &Standing, with: RelayLetter, now: DateTime<Utc>) -> Result<()> {
    tx.over(notice.writer).await?;
    let rewrite = Op::Rewrite { of: notice.letter, with: with.into() };
    tx.post(Post::op(notice.writer, Rank::Relay, rewrite), now).await.map(drop)
}
