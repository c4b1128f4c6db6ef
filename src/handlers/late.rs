//! A message that is late: its writer reads so once, and in the same place how it ended. What arrives in time costs
//! nothing here: only a send that was put off sets an alarm.

use super::delivery::unasked;
use crate::domain::circle::{CircleLetter, PARTLY, REACHED};
use crate::domain::heard::Kind;
use crate::domain::id::{ChatId, SourceId};
use crate::domain::letter::{Letter, Op, Post, Rank, To};
use crate::domain::relay::{LATE_SECONDS, RelayLetter, ended};
use crate::domain::trace::{Reached, Trace};
use crate::store::{Alarm, Errand, Result, Standing, Tx, Waiting};
use crate::telegram::api::Never;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// How soon a chat with late messages is looked at again.
const AGAIN: TimeDelta = TimeDelta::seconds(10);
/// The same at the latest, and while they are held: whoever is away seldom comes back within seconds.
const WHILE_HELD: TimeDelta = TimeDelta::minutes(10);

/// When a chat is looked at again for which something has waited since then: the later it is, the less a moment matters.
fn again(since: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    now + ((now - since) / 16).clamp(AGAIN, WHILE_HELD)
}

/// A send was put off: what waits for that chat may be late.
pub(super) async fn put_off(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let since = errand.message().map_or(now, |_| errand.queued_at);
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
            let with = in_circle(tx, notice).await?.unwrap_or_else(|| with.into());
            end(tx, notice, with, now).await?;
            continue;
        }
        let held = notice.state.as_deref() == Some("held");
        let since = waiting.iter().filter(|it| (it.lane, it.writer) == (notice.lane, notice.writer));
        let since = since.map(|it| it.since).min().unwrap_or(now);
        alarms.push((Alarm::Late, notice.lane.0, if held { now + WHILE_HELD } else { again(since, now) }));
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
        alarms.push((Alarm::Late, it.lane.0, late_at.max(again(it.since, now))));
    }
    alarms.sort_by_key(|(_, lane, due)| (*lane, *due));
    alarms.dedup_by_key(|(_, lane, _)| *lane);
    tx.wake_all(&alarms).await
}

/// The notice says in its place how it ended.
async fn end(tx: &mut Tx, notice: &Standing, with: Letter, now: DateTime<Utc>) -> Result<()> {
    tx.over(notice.writer).await?;
    let rewrite = Op::Rewrite { of: notice.letter, with };
    tx.post(Post::op(notice.writer, Rank::Relay, rewrite), now).await.map(drop)
}

/// In a circle it counts how many have the message: some of them, in the end.
async fn in_circle(tx: &mut Tx, notice: &Standing) -> Result<Option<Letter>> {
    let trace = tx.traces(&[notice.source]).await?.pop().filter(Trace::in_circle);
    Ok(trace.map(|trace| trace.reached()).filter(|it| 0 < it.reached && it.reached < it.of).map(partial))
}

fn partial(it: Reached) -> Letter {
    let count = |number| i64::try_from(number).unwrap_or(i64::MAX);
    CircleLetter::Reached { reached: count(it.reached), of: count(it.of) }.into()
}

/// A copy in a circle was put off or refused: in ten minutes its author may read how many have it, and at once if nobody
/// ever will. Never whom, nor why (spec relay §5).
pub(super) async fn not_everybody(
    tx: &mut Tx,
    (source, since): (SourceId, DateTime<Utc>),
    refused: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let due = if refused { now } else { (since + REACHED).max(now) };
    tx.wake(Alarm::Partly, source.0, due).await
}

/// Circles' messages that not everybody has. That somebody is away is said once, until she is back.
pub(super) async fn partly(tx: &mut Tx, sources: &[i64], now: DateTime<Utc>) -> Result<()> {
    let sources: Vec<SourceId> = sources.iter().map(|source| SourceId(*source)).collect();
    let mut traces = tx.traces(&sources).await?;
    traces.retain(|trace| trace.in_circle() && trace.is_open());
    let circles: Vec<_> = traces.iter().map(|trace| trace.conversation).collect();
    let mut told = tx.told_in(&circles).await?;
    for trace in traces {
        let (it, due) = (trace.reached(), trace.heard_at + REACHED);
        let member = (trace.conversation, trace.author);
        let known = it.only_away && told.get(&member).is_some_and(|told| told == PARTLY);
        if it.reached == it.of || known {
            continue;
        }
        if it.reached == 0 {
            if it.waits.is_none() {
                nobody(tx, &trace, now).await?;
            } else if now < due {
                tx.wake(Alarm::Partly, trace.source.0, due).await?;
            }
            continue;
        }
        if now < due {
            tx.wake(Alarm::Partly, trace.source.0, due).await?;
            continue;
        }
        say(tx, &trace, partial(it), it.waits, now).await?;
        if it.only_away {
            told.insert(member, PARTLY.to_owned());
            tx.tell(&[member], Some(PARTLY)).await?;
        }
    }
    Ok(())
}

/// All copies of a message were refused: its author reads it as between two.
async fn nobody(tx: &mut Tx, trace: &Trace, now: DateTime<Utc>) -> Result<()> {
    let uncopyable = Never::Uncopyable.as_str();
    let class = tx.refusal_of(trace.source).await?;
    let says = if class.as_deref() == Some(uncopyable) {
        RelayLetter::NotCarried(Kind::Unknown)
    } else {
        RelayLetter::NotDelivered
    };
    say(tx, trace, says.into(), None, now).await
}

/// In place of the notice that stands about it, or below the message; it is followed while the message waits for a chat.
async fn say(
    tx: &mut Tx,
    trace: &Trace,
    letter: Letter,
    waits: Option<ChatId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = To { chat: trace.chat, person: Some(trace.author) };
    if let Some(of) = tx.over_about(trace.chat, trace.source).await? {
        let rewrite = Op::Rewrite { of, with: letter };
        return tx.post(Post::op(to, Rank::Relay, rewrite), now).await.map(drop);
    }
    let notice =
        Post::ranked(to, Rank::Relay, letter).answering(Some(trace.source)).among(trace.conversation);
    let letter = tx.post(notice, now).await?;
    let Some(lane) = waits else { return Ok(()) };
    let since = trace.heard_at;
    tx.stand(&Waiting { lane, writer: trace.chat, source: trace.source, since }, letter).await?;
    tx.wake_unless(Alarm::Late, lane.0, now + AGAIN).await
}
