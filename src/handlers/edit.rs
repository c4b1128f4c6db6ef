//! Edits: what has not left needs nothing, what has arrived is corrected where it stands.

use super::House;
use crate::domain::conversation::Phase;
use crate::domain::heard::{Correction, Heard, Written};
use crate::domain::id::SourceId;
use crate::domain::letter::{Copied, Gone, Op, Post, Rank, To};
use crate::domain::relay::RelayLetter;
use crate::domain::trace::{State, Trace, deletable, next_correction};
use crate::store::{Alarm, Errand, Leased, Result, Tx};
use chrono::{DateTime, Utc};

/// Somebody changed a message. What was never passed on, was taken back, or did not change is left alone.
pub(super) async fn edited(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(it) = tx.edited(heard.chat, written.message).await? else { return Ok(()) };
    let print = house.seal.print(&written.content);
    let is_older = heard.at.zip(it.edited_at).is_some_and(|(at, known)| at < known);
    if is_older || print == it.print {
        return Ok(());
    }
    tx.reprint(it.source, print, heard.at.or(it.edited_at)).await?;
    let correction = Correction {
        kind: written.kind,
        content: written.content.clone(),
        new_file: print.file != it.print.file,
    };
    house.memory.correct(heard.chat, written.message, correction);
    let next = next_correction(it.corrected_at, now);
    if next > now { tx.wake(Alarm::Edit, it.source.0, next).await } else { correct(tx, it.source, now).await }
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
    if trace.copies.is_empty() && trace.is_open() {
        return without_copy(tx, &trace, now).await;
    }
    let op = |of| Op::Edit { of, chat: trace.chat, message: trace.message };
    let posts: Vec<Post> = trace
        .to_correct()
        .into_iter()
        .map(|(copy, held)| {
            let post = Post::op(To { chat: copy.lane, person: copy.reader }, Rank::Relay, op(copy.letter));
            Post { held, ..post.within(trace.conversation).of(source) }
        })
        .collect();
    if posts.is_empty() {
        return Ok(());
    }
    tx.post_all(&posts, now).await?;
    tx.corrected(source, now).await
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

/// A copy cannot be corrected, or nobody remembers how (a restart): a fresh copy answers the old one, and the old one
/// goes while Telegram still deletes it.
pub(super) async fn afresh(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Edit { of, from, message, .. } = errand.what else { return Ok(()) };
    let Some(edited) = tx.edited(from, message).await? else { return Ok(()) };
    let Some(trace) = tx.traces(&[edited.source]).await?.pop() else { return Ok(()) };
    let Some(old) = trace.copies.iter().find(|copy| copy.letter == of && copy.reader_in) else {
        return Ok(());
    };
    if !trace.is_open() {
        return Ok(());
    }
    let held = trace.phase != Phase::Active;
    let to = To { chat: old.lane, person: old.reader };
    let post = |op| Post { held, ..Post::op(to, Rank::Relay, op).within(trace.conversation) };
    let copied =
        Copied { source: Some(trace.source), chat: from, message, reply_to: None, protect: old.protect };
    let delete = Post::op(to, Rank::Relay, Op::Delete(Gone::Letter(of)));
    let mut posts = vec![
        post(Op::Write(RelayLetter::Corrected.into())).of(trace.source),
        post(Op::Copy(copied)).below(Some(of)),
    ];
    posts.extend(old.carried_at.filter(|at| deletable(*at, now)).map(|_| Post { held, ..delete }));
    tx.post_all(&posts, now).await?;
    tx.retire(of).await
}
