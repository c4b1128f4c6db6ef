//! After 🆘 her words reach whoever has her case, before that everybody whom it has rung. Who takes it or is rung later gets
//! all since the tap, in order, from the copy that arrived: what was written in a bot's chat can be deleted for both sides.

use super::{cases, team};
use crate::domain::case::{CaseFile, CaseKind};
use crate::domain::heard::{Heard, Written};
use crate::domain::id::{CaseId, ChatId, SourceId};
use crate::domain::letter::{Copied, Op, Post, Rank, To};
use crate::domain::person::{Person, Reach};
use crate::domain::safety::SafetyLetter;
use crate::store::{Errand, Leased, Missed, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// A place that moves arrives again where it moved to, but not more often than this (spec relay §4).
const MOVED: TimeDelta = TimeDelta::seconds(60);

/// These readers have cases now, or were rung for them.
pub(super) async fn all(tx: &mut Tx, rung: &[(CaseId, ChatId)], now: DateTime<Utc>) -> Result<()> {
    for (id, chat) in rung {
        let Some(case) = tx.cases(&[*id]).await?.pop() else { continue };
        let readers = cases::readers(tx, &[*id]).await?;
        if let Some(reader) = readers.iter().find(|reader| reader.chat == *chat) {
            one(tx, (&case, reader), now).await?;
        }
    }
    Ok(())
}

/// What she wrote since the tap and this reader has not had.
async fn one(tx: &mut Tx, (case, reader): (&CaseFile, &Person), now: DateTime<Utc>) -> Result<()> {
    let Some(person) = case.person.filter(|_| case.kind == CaseKind::Unsafe) else { return Ok(()) };
    let Some(person) = tx.person(person).await? else { return Ok(()) };
    let apart = cases::apart(tx, &person, reader).await?;
    let missed = tx.missed((person.chat, reader.chat), case.opened_at, &apart).await?;
    if missed.is_empty() {
        return Ok(());
    }
    // Her words may stand in the talk of another part of hers: here they are read in this one's.
    let talk = match tx.talk_of(person.id).await? {
        Some(talk) => talk,
        None => tx.team_talk(&person, reader.id, now).await?,
    };
    let held = reader.reach != Reach::Reachable;
    let header =
        Post::ranked(reader, Rank::Relay, SafetyLetter::Follows { case: case.id, of: Some(person.id) });
    let copies = missed.iter().map(|it| copy(it, reader));
    let posts = std::iter::once(header).chain(copies).map(|post| Post { held, ..post.within(talk) });
    tx.post_all(&posts.collect::<Vec<_>>(), now).await.map(drop)
}

fn copy(it: &Missed, reader: impl Into<To>) -> Post {
    let (chat, message) = (it.chat, it.message);
    let copied = Copied { source: Some(it.source), chat, message, reply_to: None, protect: true };
    Post::op(reader, Rank::Relay, Op::Copy(copied))
}

/// The place she shares with her team has moved. It goes there as a point, like the first.
pub(super) async fn moved(tx: &mut Tx, heard: &Heard, written: &Written, now: DateTime<Utc>) -> Result<()> {
    let Some(it) = tx.edited(heard.chat, written.message).await? else { return Ok(()) };
    let Some(danger) = tx.danger(heard.chat).await? else { return Ok(()) };
    let Some(trace) = tx.traces(&[it.source]).await?.pop() else { return Ok(()) };
    let to_team = tx.is_talk_of(trace.conversation, heard.chat).await?;
    if !to_team || tx.copied_since(it.source, now - MOVED).await? {
        return Ok(());
    }
    let Some(person) = tx.person(danger.person).await? else { return Ok(()) };
    let place = Missed { source: it.source, chat: trace.chat, message: trace.message };
    let readers = team::readers(tx, &person).await?;
    let posts = readers.iter().map(|reader| Post {
        held: reader.reach != Reach::Reachable,
        ..copy(&place, reader).within(trace.conversation)
    });
    tx.post_all(&posts.collect::<Vec<_>>(), now).await.map(drop)
}

/// A message to the team is gone where it was to be copied from. What a reader deleted from her own chat is copied from
/// somewhere else; what its author deleted before anybody had it is a fact they read. `true` if it comes from elsewhere.
pub(super) async fn deleted(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<bool> {
    let (Some(talk), Some((_, source))) = (errand.conversation, errand.message()) else { return Ok(false) };
    let author = tx.author(source).await?;
    let Some(author) = tx.persons(author.as_slice()).await?.pop() else { return Ok(false) };
    if !tx.is_talk_of(talk, author.chat).await? {
        return Ok(false);
    }
    if let Leased::Copy { from, message, .. } = errand.what
        && let Some(other) = tx.copy_elsewhere(source, (from, message), errand.lane).await?
    {
        let to = To { chat: errand.lane, person: errand.person };
        tx.post(copy(&other, to).within(talk), now).await?;
        return Ok(true);
    }
    let fact = Post::ranked(errand.lane, Rank::Relay, SafetyLetter::Deleted { alias: author.alias });
    tx.post(fact.within(talk), now).await.map(|_| false)
}

/// What was reported, in a private chat, is gone: a fact whoever reads it there knows, below the line that announced it.
pub(super) async fn report_gone(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Copy { source: None, from, message, .. } = errand.what else { return Ok(()) };
    let Some(case) = errand.case.filter(|_| errand.lane.0 > 0) else { return Ok(()) };
    let author = tx.author_of_copy(from, message).await?;
    let alias = tx.persons(author.as_slice()).await?.pop().map(|author| author.alias).unwrap_or_default();
    let to = To { chat: errand.lane, person: errand.person };
    let fact = Post::ranked(to, Rank::Safety, SafetyLetter::Deleted { alias });
    tx.post(fact.about(case), now).await.map(drop)
}

/// Whether a change of a message goes nowhere: its writer pressed 🆘, and the pair it belongs to is stopped.
pub(super) async fn swallows(tx: &mut Tx, chat: ChatId, source: SourceId) -> Result<bool> {
    let stopped = tx.traces(&[source]).await?.pop().is_some_and(|trace| trace.phase.is_stopped());
    Ok(stopped && tx.danger(chat).await?.is_some())
}

/// Whether a message went to the team after 🆘, in whichever of her parts: nobody takes it back from there, whoever holds her
/// phone.
pub(super) async fn is_kept(tx: &mut Tx, chat: ChatId, source: SourceId) -> Result<bool> {
    if tx.danger(chat).await?.is_none() {
        return Ok(false);
    }
    match tx.traces(&[source]).await?.pop().filter(|trace| trace.chat == chat) {
        Some(trace) => tx.is_talk_of(trace.conversation, chat).await,
        None => Ok(false),
    }
}
