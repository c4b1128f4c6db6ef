//! Edits: what has not left needs nothing, what has arrived is corrected where it stands. What an edit shows is looked
//! at by the leak guard before anything is done.

use super::delivery::unasked;
use super::{House, bundle, catch_up, control, guard_word, leak, supervised, team};
use crate::domain::conversation::Conversation;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Correction, Heard, Kind, Written};
use crate::domain::id::{ChatId, MessageId, PersonId, RoomId, SourceId};
use crate::domain::leak::shown;
use crate::domain::letter::{Copied, Gone, Op, Post, Rank, To};
use crate::domain::relay::{Passing, RelayLetter, pass_on, protected};
use crate::domain::trace::{State, Trace, Traced, deletable, next_correction};
use crate::store::{Alarm, Errand, Leased, Result, Tx};
use chrono::{DateTime, Utc};

/// Somebody changed a message. What was never passed on, was taken back, or did not change is left alone; what may not
/// go as it is now is dealt with by the leak guard.
pub(super) async fn edited(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(it) = tx.edited(heard.chat, written.message).await? else {
        return waiting(tx, house, heard, written, now).await;
    };
    if written.kind == Kind::LiveLocation {
        return catch_up::moved(tx, heard, written, now).await;
    }
    let print = house.seal.print(&written.content);
    let is_older = heard.at.zip(it.edited_at).is_some_and(|(at, known)| at < known);
    if is_older || print == it.print {
        return Ok(());
    }
    if catch_up::swallows(tx, heard.chat, it.source).await? {
        // What waits goes with her yes in the words of now: the guard asks about what they show, and this change is over.
        tx.reprint(it.source, print, heard.at.or(it.edited_at)).await?;
        if let Some(shows) = shown(written.kind, &written.content) {
            tx.keep_shown(heard.chat, written.message, shows).await?;
        }
        return Ok(());
    }
    tx.reprint(it.source, print, heard.at.or(it.edited_at)).await?;
    if house.words.poses().message(&written.content) {
        tx.poses_now(it.source).await?;
    }
    if control::is_label(tx, house, heard.chat, written, now).await? {
        guard_word::ends(tx, (heard.chat, written.message), now).await?;
        return stays(tx, heard.chat, (it.author, it.source, written.message), now).await;
    }
    if leak::edited(tx, house, (it.source, heard.at), written, now).await? {
        return Ok(());
    }
    if let Some(trace) = tx.traces(&[it.source]).await?.pop().filter(|trace| trace.supervised) {
        supervised::changed(tx, &house.memory, &trace, now).await?;
    }
    let correction = Correction {
        kind: written.kind,
        content: written.content.clone(),
        new_file: print.file != it.print.file,
    };
    house.memory.judge(heard.chat, written.message, correction.clone());
    house.memory.correct(heard.chat, written.message, correction);
    let next = next_correction(it.corrected_at, now);
    if next > now { tx.wake(Alarm::Edit, it.source.0, next).await } else { correct(tx, it.source, now).await }
}

/// A message that may wait for its address, or for its writer's word, was changed: it is sent as it is then, so what it shows
/// now counts. If it is a label now, nobody gets it.
async fn waiting(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    guard_word::changed(tx, house, heard, written, now).await?;
    for mut part in tx.parts(heard.chat).await? {
        if !bundle::holds(&part, written.message) {
            continue;
        }
        if control::is_label(tx, house, heard.chat, written, now).await? {
            bundle::forget(tx, &part, written.message, now).await?;
            let dropped = Post::answer(&part, RelayLetter::NotSent).in_reply_to(written.message);
            tx.post(dropped, now).await?;
        } else if let Some(Dialogue::Bundle { messages, .. }) = &mut part.dialogue {
            let it = messages.iter_mut().filter(|it| it.message == written.message);
            let poses = house.words.poses().message(&written.content);
            it.for_each(|it| {
                it.shows = shown(written.kind, &written.content);
                it.poses |= poses;
            });
            let words = Correction { kind: written.kind, content: written.content.clone(), new_file: false };
            house.memory.judge(heard.chat, written.message, words);
            tx.await_from(part.id, part.dialogue.as_ref()).await?;
        }
    }
    Ok(())
}

/// What a message says now must not go: what has not left of it is kept back, what arrived stays as it is, and its writer is
/// told.
async fn stays(
    tx: &mut Tx,
    chat: ChatId,
    (author, source, message): (PersonId, SourceId, MessageId),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.keep_back(source, message, now).await?;
    // Earlier changes that waited for their turn would now take this one along.
    tx.let_sleep(Alarm::Edit, source.0).await?;
    let told = Post::answer((chat, author), RelayLetter::NotCorrected).in_reply_to(message);
    tx.post(told, now).await.map(drop)
}

/// Edits that came close upon others: the last one counts.
pub(super) async fn due(tx: &mut Tx, sources: &[i64], now: DateTime<Utc>) -> Result<()> {
    for source in sources {
        correct(tx, SourceId(*source), now).await?;
    }
    Ok(())
}

/// Posts a correction for each copy that has left.
async fn correct(tx: &mut Tx, source: SourceId, now: DateTime<Utc>) -> Result<()> {
    let Some(trace) = tx.traces(&[source]).await?.pop().filter(Trace::is_open) else { return Ok(()) };
    let room = if trace.supervised {
        supervised::rooms_of(tx, &[trace.conversation].into(), now).await?.into_values().next()
    } else {
        None
    };
    let stays = copies_stay(tx, &trace).await?;
    if trace.copies.is_empty() {
        return without_copy(tx, &trace, (stays, room), now).await;
    }
    let lanes: Vec<ChatId> = trace.copies.iter().map(|copy| copy.lane).chain([trace.chat]).collect();
    let parted = team::parted(tx, trace.conversation, &lanes).await?;
    let goes = |copy: &Traced| !parted.contains(&copy.lane) && !parted.contains(&trace.chat);
    let left = if stays { trace.to_follow() } else { trace.to_correct() };
    let left: Vec<(Traced, bool)> = left.into_iter().filter(|(copy, _)| goes(copy)).collect();
    // What could be taken for the bot's own now, and has no name above it, does not stay where it is.
    let moves = !stays && tx.move_below_a_name(source).await?;
    let posts: Vec<Post> = if stays {
        left.iter().flat_map(|(old, held)| below(&trace, old, (*held, room))).collect()
    } else if moves {
        left.iter().flat_map(|(old, held)| replacing(&trace, old, (*held, false), now)).collect()
    } else {
        left.iter().map(|(copy, held)| in_place(&trace, copy, *held)).collect()
    };
    if posts.is_empty() {
        return Ok(());
    }
    for (old, _) in left.iter().filter(|_| moves) {
        tx.retire(old.letter).await?;
    }
    tx.post_all(&posts, now).await?;
    tx.corrected(source, now).await
}

/// Whether a change comes below a copy and replaces nothing: somebody reads along, a case about its author is open, or it
/// is what somebody wrote to her team after 🆘 (somebody else may hold her phone).
async fn copies_stay(tx: &mut Tx, trace: &Trace) -> Result<bool> {
    Ok(trace.supervised
        || supervised::case_about_author(tx, trace).await?.is_some()
        || catch_up::is_kept(tx, trace.chat, trace.source).await?)
}

fn in_place(trace: &Trace, copy: &Traced, held: bool) -> Post {
    let op = Op::Edit { of: copy.letter, chat: trace.chat, message: trace.message };
    let post = Post::op(To { chat: copy.lane, person: copy.reader }, Rank::Relay, op);
    Post { held, ..post.within(trace.conversation).of(trace.source) }
}

/// A part of an album has no copy of its own before the album has left, or if Telegram left something out of it.
async fn without_copy(
    tx: &mut Tx,
    part: &Trace,
    (stays, room): (bool, Option<RoomId>),
    now: DateTime<Utc>,
) -> Result<()> {
    let whole = tx.whole(part.source).await?;
    let traces = tx.traces(&whole).await?;
    let is = |state| traces.iter().flat_map(|it| &it.copies).any(|copy| copy.state == state);
    if is(State::Sending) {
        return tx.wake(Alarm::Edit, part.source.0, next_correction(Some(now), now)).await;
    }
    if !is(State::Sent) {
        return Ok(());
    }
    if !stays {
        let letter =
            Post::answer((part.chat, part.author), RelayLetter::NotCorrected).answering(Some(part.source));
        return tx.post(letter, now).await.map(drop);
    }
    // Nothing is replaced, so it need not be known which of the album's copies was this part's.
    let album = traces.iter().find(|it| !it.copies.is_empty());
    let follows = album.map(Trace::to_follow).unwrap_or_default();
    let posts: Vec<Post> = follows.iter().flat_map(|(old, held)| below(part, old, (*held, room))).collect();
    tx.post_all(&posts, now).await?;
    tx.corrected(part.source, now).await
}

/// A copy cannot be corrected, its number is not known, or nobody remembers how (a restart): a fresh copy answers the old one, and the old one
/// goes while Telegram still deletes it.
pub(super) async fn afresh(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Edit { of, from, message, .. } = errand.what else { return Ok(()) };
    let Some(edited) = tx.edited(from, message).await? else { return Ok(()) };
    let Some(trace) = tx.traces(&[edited.source]).await?.pop() else { return Ok(()) };
    let old = trace.copies.iter().find(|copy| copy.letter == of);
    let Some(old) = old.filter(|copy| copy.reader_in && copy.state == State::Sent) else {
        return Ok(());
    };
    if !trace.is_open() {
        return Ok(());
    }
    let stays = copies_stay(tx, &trace).await?;
    let posts = replacing(&trace, old, (trace.keeps(old), stays), now);
    tx.post_all(&posts, now).await?;
    if stays { Ok(()) } else { tx.retire(of).await }
}

/// A change was tried for a day in vain: its writer must know that what she changed is not what is read.
pub(super) async fn given_up(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Edit { from, message, .. } = errand.what else { return Ok(()) };
    let Some(it) = tx.edited(from, message).await? else { return Ok(()) };
    let told = unasked((from, it.author), RelayLetter::NotCorrected).answering(Some(it.source));
    tx.post(told, now).await.map(drop)
}

/// A fresh copy below the old one, which is deleted unless it stays.
fn replacing(trace: &Trace, old: &Traced, (held, stays): (bool, bool), now: DateTime<Utc>) -> Vec<Post> {
    let mut posts: Vec<Post> = below(trace, old, (held, old.room)).collect();
    let to = To { chat: old.lane, person: old.reader };
    let delete = Post::op(to, Rank::Relay, Op::Delete(Gone::Letter(old.letter))).among(trace.conversation);
    let young = old.carried_at.is_some_and(|at| deletable(at, now)) && !stays;
    posts.extend(young.then_some(Post { held, ..delete }));
    posts
}

/// A fresh copy below an old one.
fn below(
    trace: &Trace,
    old: &Traced,
    (held, room): (bool, Option<RoomId>),
) -> impl Iterator<Item = Post> + use<> {
    let line = Op::Write(RelayLetter::Corrected.into());
    let to = To { chat: old.lane, person: old.reader };
    let line = Post { held, ..Post::op(to, Rank::Relay, line).within(trace.conversation) };
    let fresh = fresh(trace, (to, old.protect), (held, room));
    [line.of(trace.source), fresh.below(Some(old.letter))].into_iter()
}

fn fresh(trace: &Trace, (to, protect): (To, bool), (held, room): (bool, Option<RoomId>)) -> Post {
    let copied = Copied {
        source: Some(trace.source),
        chat: trace.chat,
        message: trace.message,
        reply_to: None,
        protect,
    };
    Post { held, room, ..Post::op(to, Rank::Relay, Op::Copy(copied)).within(trace.conversation) }
}

/// What a message says now, to everybody it is for: in place of each copy that has left, and where none has, as a first
/// one.
pub(super) async fn again(
    tx: &mut Tx,
    trace: &Trace,
    (pair, kind): (&Conversation, Kind),
    now: DateTime<Utc>,
) -> Result<()> {
    let Passing::Copies(readers) = pass_on(kind, Some(&pair.circle(trace.author))) else { return Ok(()) };
    let stays = copies_stay(tx, trace).await?;
    let mut posts = Vec::new();
    for (reader, held) in readers {
        let copies = trace.copies.iter().filter(|copy| copy.lane == reader.chat);
        let mut left = copies.filter(|copy| matches!(copy.state, State::Sending | State::Sent));
        match left.next_back() {
            Some(old) => {
                posts.extend(replacing(trace, old, (held, stays), now));
                tx.retire(old.letter).await?;
            }
            None => {
                posts.push(fresh(trace, ((&reader).into(), protected(kind, &pair.protect)), (held, None)));
            }
        }
    }
    tx.post_all(&posts, now).await.map(drop)
}
