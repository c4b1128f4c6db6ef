//! Edits: what has not left needs nothing, what has arrived is corrected where it stands. What an edit shows is looked
//! at by the leak guard before anything is done.

use super::supervised::{self, Seen};
use super::{House, bundle, catch_up, control, leak, team};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Correction, Heard, Kind, Written};
use crate::domain::id::{ChatId, MessageId, PersonId, SourceId};
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
        return Ok(());
    }
    tx.reprint(it.source, print, heard.at.or(it.edited_at)).await?;
    if control::is_label(tx, house, heard.chat, written).await? {
        return stays(tx, heard.chat, (it.author, it.source, written.message), now).await;
    }
    if leak::edited(tx, it.source, written, now).await? {
        return Ok(());
    }
    let correction = Correction {
        kind: written.kind,
        content: written.content.clone(),
        new_file: print.file != it.print.file,
    };
    house.memory.correct(heard.chat, written.message, correction);
    let next = next_correction(it.corrected_at, now);
    if next > now { tx.wake(Alarm::Edit, it.source.0, next).await } else { correct(tx, it.source, now).await }
}

/// A message that may wait for its address was changed: it is sent as it is then, so what it shows now counts. If it is a
/// label now, nobody gets it.
async fn waiting(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    for mut part in tx.parts(heard.chat).await? {
        if !bundle::holds(&part, written.message) {
            continue;
        }
        if control::is_label(tx, house, heard.chat, written).await? {
            bundle::forget(tx, &part, written.message, now).await?;
            let dropped = Post::answer(&part, RelayLetter::NotSent).in_reply_to(written.message);
            tx.post(dropped, now).await?;
        } else if let Some(Dialogue::Bundle { messages, .. }) = &mut part.dialogue {
            let it = messages.iter_mut().filter(|it| it.message == written.message);
            it.for_each(|it| it.shows = shown(written.kind, &written.content));
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
    let Some(trace) = tx.traces(&[source]).await?.pop() else { return Ok(()) };
    if trace.supervised && trace.is_open() {
        watch(tx, &trace, now).await?;
    }
    if trace.copies.is_empty() && trace.is_open() {
        return without_copy(tx, &trace, now).await;
    }
    let lanes: Vec<ChatId> = trace.copies.iter().map(|copy| copy.lane).chain([trace.chat]).collect();
    let parted = team::parted(tx, trace.conversation, &lanes).await?;
    let goes = |copy: &Traced| !parted.contains(&copy.lane) && !parted.contains(&trace.chat);
    let op = |of| Op::Edit { of, chat: trace.chat, message: trace.message };
    let posts: Vec<Post> = trace
        .to_correct()
        .into_iter()
        .filter(|(copy, _)| goes(copy))
        .map(|(copy, held)| {
            let post = Post::op(To { chat: copy.lane, person: copy.reader }, Rank::Relay, op(copy.letter));
            Post { held, ..post.within(trace.conversation).of(source) }
        })
        .collect();
    if posts.is_empty() && !trace.supervised {
        return Ok(());
    }
    tx.post_all(&posts, now).await?;
    tx.corrected(source, now).await
}

/// Whoever reads along gets a fresh copy, and keeps the one before.
async fn watch(tx: &mut Tx, it: &Trace, now: DateTime<Utc>) -> Result<()> {
    let (pair, author) = (it.conversation, it.author);
    let (chat, message, source) = (it.chat, it.message, it.source);
    let seen = Seen { pair, author, chat, message, source, named: true, corrected: true };
    supervised::watch(tx, &[seen], now).await
}

/// A part of an album has no copy of its own before the album has left, or if Telegram left something out of it.
async fn without_copy(tx: &mut Tx, part: &Trace, now: DateTime<Utc>) -> Result<()> {
    let whole = tx.whole(part.source).await?;
    let states: Vec<State> =
        tx.traces(&whole).await?.iter().flat_map(|it| &it.copies).map(|copy| copy.state).collect();
    if states.contains(&State::Sending) {
        return tx.wake(Alarm::Edit, part.source.0, next_correction(Some(now), now)).await;
    }
    if states.contains(&State::Sent) {
        let letter =
            Post::answer((part.chat, part.author), RelayLetter::NotCorrected).answering(Some(part.source));
        tx.post(letter, now).await?;
    }
    Ok(())
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
    let posts = replacing(&trace, old, (trace.phase != Phase::Active, now));
    tx.post_all(&posts, now).await?;
    tx.retire(of).await
}

/// A fresh copy below the old one, which is deleted.
fn replacing(trace: &Trace, old: &Traced, (held, now): (bool, DateTime<Utc>)) -> Vec<Post> {
    let line = Op::Write(RelayLetter::Corrected.into());
    let to = To { chat: old.lane, person: old.reader };
    let line = Post { held, ..Post::op(to, Rank::Relay, line).within(trace.conversation) };
    let delete = Post::op(to, Rank::Relay, Op::Delete(Gone::Letter(old.letter))).among(trace.conversation);
    let mut posts =
        vec![line.of(trace.source), fresh(trace, (to, old.protect), held).below(Some(old.letter))];
    posts.extend(old.carried_at.filter(|at| deletable(*at, now)).map(|_| Post { held, ..delete }));
    posts
}

fn fresh(trace: &Trace, (to, protect): (To, bool), held: bool) -> Post {
    let copied = Copied {
        source: Some(trace.source),
        chat: trace.chat,
        message: trace.message,
        reply_to: None,
        protect,
    };
    Post { held, ..Post::op(to, Rank::Relay, Op::Copy(copied)).within(trace.conversation) }
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
    let mut posts = Vec::new();
    for (reader, held) in readers {
        let copies = trace.copies.iter().filter(|copy| copy.lane == reader.chat);
        let mut left = copies.filter(|copy| matches!(copy.state, State::Sending | State::Sent));
        match left.next_back() {
            Some(old) => {
                posts.extend(replacing(trace, old, (held, now)));
                tx.retire(old.letter).await?;
            }
            None => posts.push(fresh(trace, ((&reader).into(), protected(kind, &pair.protect)), held)),
        }
    }
    tx.post_all(&posts, now).await?;
    if trace.supervised { watch(tx, trace, now).await } else { Ok(()) }
}
