//! Copies for whoever reads along. Each is made of the copy that its reader has: what is written there its author can
//! neither delete nor change, so whatever arrived is read. They belong to no conversation, so that neither a pause nor
//! taking a message back keeps them from whoever watches over it. What could not be copied is told as a fact.

use super::facts::{AGAIN, missed, missed_in_pair, not_arrived};
use super::room::{room_for, rooms};
use crate::domain::conversation::{Conversation, Side};
use crate::domain::id::{CaseId, ConversationId, LetterId, RoomId, SourceId};
use crate::domain::letter::{Copied, Op, Post, Rank};
use crate::domain::supervised::{SupervisedLetter, UNREAD};
use crate::domain::trace::{State, Trace, Traced};
use crate::handlers::Memory;
use crate::handlers::memory::Went;
use crate::handlers::proposal::names;
use crate::store::{Alarm, Carried, Errand, Leased, Result, Room, Tried, Tx};
use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashMap};

/// The rooms in which pairs are read along, so that their copies bear them. Without any it asks the database nothing.
pub(in crate::handlers) async fn rooms_of(
    tx: &mut Tx,
    pairs: &BTreeSet<ConversationId>,
    now: DateTime<Utc>,
) -> Result<HashMap<ConversationId, RoomId>> {
    if pairs.is_empty() {
        return Ok(HashMap::new());
    }
    let pairs = tx.conversations(&pairs.iter().copied().collect::<Vec<_>>()).await?;
    let (rooms, posts) = rooms(tx, &pairs, now).await?;
    tx.post_all(&posts, now).await?;
    Ok(rooms.into_iter().map(|(pair, room)| (pair, room.id)).collect())
}

/// The team begins to read along: what waits for its reader is read too when it arrives, and a change that waits comes below
/// what had arrived, and replaces nothing.
pub(super) async fn watch_what_waits(tx: &mut Tx, pair: ConversationId, now: DateTime<Utc>) -> Result<()> {
    if !tx.has_unwatched(pair).await? {
        return Ok(());
    }
    let Some(room) = rooms_of(tx, &[pair].into(), now).await?.remove(&pair) else { return Ok(()) };
    let changed = tx.watch_what_waits(pair, room).await?;
    tx.wake_all(&changed.iter().map(|source| (Alarm::Edit, source.0, now)).collect::<Vec<_>>()).await
}

/// A letter that is read along, or is for whoever reads along, came back.
pub async fn carried(
    tx: &mut Tx,
    memory: &Memory,
    (errand, carried): (&Errand, &Carried),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some((_, source)) = errand.message() else {
        return of_a_room(tx, errand, carried, now).await;
    };
    match carried {
        Carried::Later(_, Tried::Perhaps) => tx.wake(Alarm::Perhaps, source.0, now + AGAIN).await,
        Carried::Later(_, Tried::Not | Tried::InVain)
        | Carried::Held
        | Carried::Failed(_)
        | Carried::Topic(_)
        | Carried::Looked(_) => Ok(()),
        Carried::Withdrawn => not_arrived(tx, source, now).await,
        Carried::Sent(_) => arrived(tx, memory, (errand, &[source]), now).await,
        Carried::Album(_) => {
            let whole = tx.whole(source).await?;
            arrived(tx, memory, (errand, &whole), now).await
        }
    }
}

/// A copy for whoever reads along was not carried: somebody must know.
async fn of_a_room(tx: &mut Tx, errand: &Errand, carried: &Carried, now: DateTime<Utc>) -> Result<()> {
    let Leased::Copy { from, message, .. } = errand.what else { return Ok(()) };
    let (Some(id), Carried::Withdrawn | Carried::Failed(_)) = (errand.room, carried) else { return Ok(()) };
    let source = tx.known(from, message).await?.and_then(|known| known.source);
    let trace = tx.traces(source.as_slice()).await?.pop();
    let room = tx.rooms(&[id]).await?.pop();
    match room.zip(trace) {
        Some((room, trace)) => missed(tx, &room, &trace, now).await,
        None => Ok(()),
    }
}

/// Copies have arrived: whoever reads along gets them from there.
async fn arrived(
    tx: &mut Tx,
    memory: &Memory,
    (errand, sources): (&Errand, &[SourceId]),
    now: DateTime<Utc>,
) -> Result<()> {
    let traces = tx.traces(sources).await?;
    let fresh =
        |copy: &Traced| copy.lane == errand.lane && copy.letter >= errand.id && copy.state == State::Sent;
    let arrived = traces.iter().flat_map(|trace| {
        let copies =
            trace.copies.iter().filter(|copy| fresh(copy) && (sources.len() > 1 || copy.letter == errand.id));
        copies.map(move |copy| (trace, copy))
    });
    let arrived: Vec<_> = arrived.collect();
    // Several may be signed off at once: only what was copied to the room counts as shown.
    let others = arrived.iter().flat_map(|(trace, copy)| beside(trace, copy)).map(|other| other.letter);
    let others: Vec<_> = others.collect();
    let read = if others.is_empty() { HashMap::new() } else { tx.read_along(&others).await? };
    let is_shown = |(trace, copy): &(&Trace, &Traced)| {
        beside(trace, copy)
            .any(|other| read.contains_key(&other.letter) && is_same(memory, trace, (copy, other)))
    };
    let arrived: Vec<_> = arrived.into_iter().filter(|it| !is_shown(it)).collect();
    let shown = arrived.iter().map(|(trace, copy)| Shows {
        trace,
        copy,
        named: sources.first() == Some(&trace.source),
        corrected: trace.copies.iter().any(|other| other.posted_at < copy.posted_at),
    });
    show(tx, &shown.collect::<Vec<_>>(), now).await?;
    for (trace, copy) in arrived {
        // An earlier try may have arrived in earlier words, and nobody knows its number.
        let same = trace.is_as_posted(copy) || matches!(memory.went(copy.letter), Went::AsJudged(_));
        if copy.message.is_none() || (errand.maybe_duplicate && !same) {
            missed_in_pair(tx, trace, now).await?;
        }
    }
    Ok(())
}

/// What other readers got at the same time.
fn beside<'a>(trace: &'a Trace, copy: &'a Traced) -> impl Iterator<Item = &'a Traced> {
    trace.copies.iter().filter(|other| {
        other.letter != copy.letter
            && other.posted_at == copy.posted_at
            && other.state == State::Sent
            && other.message.is_some()
    })
}

/// Of what several readers got at once one copy is enough, unless it was changed meanwhile: then each may hold something
/// else.
fn is_same(memory: &Memory, trace: &Trace, (copy, other): (&Traced, &Traced)) -> bool {
    let went = memory.went(copy.letter);
    trace.is_as_posted(copy) || (matches!(went, Went::AsJudged(_)) && memory.went(other.letter) == went)
}

/// A copy to be shown to whoever reads along.
struct Shows<'a> {
    trace: &'a Trace,
    copy: &'a Traced,
    named: bool,
    corrected: bool,
}

/// Posts copies in their pairs' rooms; `false` if there is nobody who could read them.
async fn show(tx: &mut Tx, copies: &[Shows<'_>], now: DateTime<Utc>) -> Result<bool> {
    if copies.is_empty() {
        return Ok(false);
    }
    let ids: BTreeSet<ConversationId> = copies.iter().map(|it| it.trace.conversation).collect();
    let pairs = tx.conversations(&ids.into_iter().collect::<Vec<_>>()).await?;
    let (rooms, mut posts) = rooms(tx, &pairs, now).await?;
    for it in copies {
        let pair = pairs.iter().find(|pair| pair.id == it.trace.conversation);
        if let Some((pair, room)) = pair.zip(rooms.get(&it.trace.conversation)) {
            posts.extend(below_its_name(it, (pair, room), false));
        }
    }
    tx.post_all(&posts, now).await?;
    waits(tx, rooms.values(), now).await?;
    Ok(!rooms.is_empty())
}

/// Something in these rooms waits to be read.
pub(super) async fn waits(tx: &mut Tx, rooms: impl Iterator<Item = &Room>, now: DateTime<Utc>) -> Result<()> {
    let fresh = rooms.filter(|room| room.unread_since.is_none() && room.conversation.is_some());
    let fresh: Vec<RoomId> = fresh.map(|room| room.id).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    tx.unread(&fresh, now).await?;
    tx.wake_all(&fresh.iter().map(|room| (Alarm::Unread, room.0, now + UNREAD)).collect::<Vec<_>>()).await
}

/// One copy below the line that says whose it is. Where nobody knows its number, what its author's message says now must
/// do.
fn below_its_name(
    it: &Shows<'_>,
    (pair, room): (&Conversation, &Room),
    taken_back: bool,
) -> impl Iterator<Item = Post> + use<> {
    let header = SupervisedLetter::Copy {
        room: room.id,
        mentees: names(pair, Side::Mentee),
        mentors: names(pair, Side::Mentor),
        author: author(pair, it.trace),
        corrected: it.corrected,
        source: Some(it.trace.source),
        taken_back,
    };
    let header = it.named.then(|| Post::ranked(room.chat, Rank::Relay, header).inside(room.id));
    let (chat, message) =
        it.copy.message.map_or((it.trace.chat, it.trace.message), |message| (it.copy.lane, message));
    let copied = Copied { source: None, chat, message, reply_to: None, protect: true };
    header.into_iter().chain([Post::op(room.chat, Rank::Relay, Op::Copy(copied)).inside(room.id)])
}

pub(super) fn author(pair: &Conversation, trace: &Trace) -> String {
    let author = pair.members.iter().find(|member| member.person == trace.author);
    author.map(|author| author.alias.clone()).unwrap_or_default()
}

/// Copies a message to the room of a case before its author takes it back; `false` if nobody could read it.
pub(super) async fn keep_for(
    tx: &mut Tx,
    case: CaseId,
    (trace, copy): (&Trace, &Traced),
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(pair) = tx.conversation(trace.conversation).await? else { return Ok(false) };
    let Some((room, mut posts)) = room_for(tx, case, &pair, now).await? else { return Ok(false) };
    posts.extend(below_its_name(&Shows { trace, copy, named: true, corrected: false }, (&pair, &room), true));
    tx.post_all(&posts, now).await.map(|_| true)
}

/// A copy that is read along, where whoever does has none of it yet; `false` if nobody does any more.
pub(super) async fn show_one(
    tx: &mut Tx,
    (trace, copy): (&Trace, &Traced),
    now: DateTime<Utc>,
) -> Result<bool> {
    show(tx, &[Shows { trace, copy, named: true, corrected: false }], now).await
}

/// A change of a message was heard: what readers may have got of it in time, and whoever reads along has not, is shown,
/// and what nobody can show is told.
pub(in crate::handlers) async fn changed(
    tx: &mut Tx,
    memory: &Memory,
    trace: &Trace,
    now: DateTime<Utc>,
) -> Result<()> {
    let in_time = |copy: &&Traced| copy.room.is_some() && copy.may_hold(trace.edited_at);
    let uncertain = |copy: &&Traced| !memory.went(copy.letter).is_judged();
    let copies: Vec<&Traced> = trace.copies.iter().filter(in_time).filter(uncertain).collect();
    let ids: Vec<LetterId> = copies.iter().map(|copy| copy.letter).collect();
    let read = tx.read_along(&ids).await?;
    for copy in copies {
        match (copy.state, copy.message) {
            (State::Sent, Some(_)) if !read.contains_key(&copy.letter) => {
                show_one(tx, (trace, copy), now).await?;
            }
            (State::Sent, Some(_)) if copy.perhaps => missed_in_pair(tx, trace, now).await?,
            (
                State::Sent | State::Queued | State::Sending | State::Held | State::Withdrawn | State::Failed,
                _,
            ) => {}
        }
    }
    Ok(())
}
