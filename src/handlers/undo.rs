//! Taking a message back: a reply to it with `/undo` or the word for it. What waits is withdrawn, what arrived is
//! deleted on both sides, an album as a whole.

use super::{bundle, catch_up, clear, removal, supervised, team, whom};
use crate::domain::conversation::Sort;
use crate::domain::id::{ChatId, ConversationId, MessageId, PersonId, SourceId};
use crate::domain::letter::{Gone, Op, Post, Rank};
use crate::domain::person::{Person, Standing};
use crate::domain::relay::RelayLetter;
use crate::domain::safety::SafetyLetter;
use crate::domain::trace::{State, Trace, deletable};
use crate::store::{Errand, Leased, Result, Taking, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// `/undo`, perhaps as a reply.
pub(super) async fn command(
    tx: &mut Tx,
    parts: &[Person],
    reply_to: Option<MessageId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(person) = parts.iter().find(|part| part.standing == Standing::Ready) else { return Ok(()) };
    let said = match reply_to {
        None => RelayLetter::UndoHow,
        Some(message) if forget(tx, parts, message, now).await? => RelayLetter::Undone,
        Some(message) => match tx.known(person.chat, message).await? {
            None => RelayLetter::UndoNothing,
            Some(known) if known.letter.is_some() => {
                // Of others' messages only the team takes some back.
                if removal::replied(tx, parts, (person.chat, message), now).await? {
                    return Ok(());
                }
                RelayLetter::UndoNotYours
            }
            Some(known) => match known.source {
                Some(source)
                    if catch_up::is_kept(tx, person.chat, source).await?
                        || stays_with_named(tx, person.chat, source).await? =>
                {
                    return only_here(tx, person, source, now).await;
                }
                Some(source) => take_back(tx, person.chat, source, now).await?,
                None => RelayLetter::UndoNothing,
            },
        },
    };
    tx.post(Post::answer(person, said), now).await.map(drop)
}

/// What somebody of the team has, whom a case of its author's names, stays there: nothing on his screens changes.
async fn stays_with_named(tx: &mut Tx, own: ChatId, source: SourceId) -> Result<bool> {
    let whole = tx.whole(source).await?;
    let traces = tx.traces(&whole).await?;
    if !traces.iter().all(|trace| trace.chat == own) || !traces.iter().any(Trace::has_left) {
        return Ok(false);
    }
    let parted = team::parted_from(tx, &traces).await?;
    Ok(!parted.is_empty() && !parted.contains(&own))
}

/// After 🆘 what has gone to the team stays there; it is only deleted from her own chat.
async fn only_here(tx: &mut Tx, person: &Person, source: SourceId, now: DateTime<Utc>) -> Result<()> {
    let said = clear::sources(tx, &[source], now).await?;
    let said = if said == SafetyLetter::Cleared { SafetyLetter::ClearedOne } else { said };
    tx.post(Post::answer(person, said), now).await.map(drop)
}

/// Takes a message back that waits for its address, in whichever part of the account holds it.
async fn forget(tx: &mut Tx, parts: &[Person], message: MessageId, now: DateTime<Utc>) -> Result<bool> {
    for part in parts {
        if bundle::forget(tx, part, message, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the word for taking back answers a message of her own; otherwise it is a word like any other.
pub(super) async fn is_meant(tx: &mut Tx, parts: &[Person], reply_to: Option<MessageId>) -> Result<bool> {
    let (Some(message), Some(first)) = (reply_to, parts.first()) else { return Ok(false) };
    let waits = parts.iter().any(|part| bundle::holds(part, message));
    let known = tx.known(first.chat, message).await?;
    Ok(waits || known.is_some_and(|known| known.letter.is_none()))
}

async fn take_back(tx: &mut Tx, own: ChatId, source: SourceId, now: DateTime<Utc>) -> Result<RelayLetter> {
    let whole = tx.whole(source).await?;
    let traces = tx.traces(&whole).await?;
    if traces.iter().any(|trace| trace.chat != own) {
        return Ok(RelayLetter::UndoNotYours);
    }
    // Who has left the team does nothing there any more.
    if traces.iter().any(|trace| trace.sort == Sort::Team && !trace.author_in) {
        return Ok(RelayLetter::UndoNothing);
    }
    if traces.iter().all(|trace| trace.gone) {
        return Ok(RelayLetter::Undone);
    }
    // What has arrived where nothing arrives now stays, whatever keeps it: by what could be taken back in a break he knows of
    // he would learn of a stop besides. Nothing is said but what is said to whoever writes there.
    let mut arrived = traces.iter().filter(|trace| trace.sort == Sort::Pair && trace.has_left());
    if let Some(trace) = arrived.next()
        && rests(tx, own, trace.conversation).await?
    {
        return Ok(RelayLetter::Rests);
    }
    let too_old = traces.iter().any(|trace| trace.is_beyond_reach(now));
    let lanes: BTreeSet<ChatId> = traces.iter().flat_map(|trace| left(trace, now)).collect();
    if too_old && lanes.is_empty() {
        return Ok(RelayLetter::UndoTooOld);
    }
    let Some(first) = traces.first() else { return Ok(RelayLetter::UndoNothing) };
    let said = if too_old { RelayLetter::UndoTooOld } else { RelayLetter::Undone };
    let gone = Op::Delete(Gone::Source { source, chat: own });
    // Not part of the conversation: it is deleted also while that is paused.
    tx.post(Post::op(own, Rank::Relay, gone).among(first.conversation), now).await?;
    // What a case of its reader's is about stays with her, and its author reads what he would.
    if traces.iter().any(Trace::has_left) && team::parted_from(tx, &traces).await?.contains(&own) {
        return Ok(said);
    }
    let case = supervised::case_about_author(tx, first).await?;
    tx.take_back(&whole, now).await?;
    let taking = |lane| Taking { source, lane, letter: None, author: Some(own), case, asked_at: now };
    supervised::take(tx, &lanes.into_iter().map(taking).collect::<Vec<_>>(), now).await?;
    if first.supervised {
        supervised::not_arrived(tx, source, now).await?;
    }
    Ok(said)
}

/// Whether a conversation rests for this account.
async fn rests(tx: &mut Tx, own: ChatId, conversation: ConversationId) -> Result<bool> {
    let parts: Vec<PersonId> = tx.parts(own).await?.iter().map(|part| part.id).collect();
    let pair = tx.conversation(conversation).await?.filter(|pair| pair.phase.is_live());
    Ok(pair.is_some_and(|pair| whom::rests_at_all(&pair, &parts)))
}

/// The chats a message is in, or is on its way to, from which it can be deleted.
fn left(trace: &Trace, now: DateTime<Utc>) -> impl Iterator<Item = ChatId> {
    let left = trace.copies.iter().filter(|copy| matches!(copy.state, State::Sending | State::Sent));
    let young = left.filter(move |copy| copy.carried_at.is_none_or(|at| deletable(at, now)));
    young.map(|copy| copy.lane)
}

/// Its author deleted a message before it left: the lines above it go too, and what an earlier version of it left there, once
/// whoever reads along has that.
pub(super) async fn deleted(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let (Leased::Copy { source: Some(source), from, .. } | Leased::Album { source, from, .. }) = errand.what
    else {
        return Ok(());
    };
    let Some(trace) = tx.traces(&[source]).await?.pop() else { return Ok(()) };
    if !team::parted_from(tx, std::slice::from_ref(&trace)).await?.is_empty() {
        return Ok(());
    }
    let case = supervised::case_about_author(tx, &trace).await?;
    let taking = Taking { source, lane: errand.lane, letter: None, author: Some(from), case, asked_at: now };
    supervised::take(tx, &[taking], now).await
}

/// Telegram would not delete it, or nobody knows its number there: its author must know.
pub(super) async fn failed(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Delete(_, Some(author)) = errand.what else { return Ok(()) };
    tx.post(Post::answer(author, RelayLetter::UndoFailed), now).await.map(drop)
}
