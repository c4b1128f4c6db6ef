//! What goes from a reader's chat: at once, or where somebody reads along, once she has it. What is on its way goes when it
//! has arrived.

use super::copies::{keep_for, show_one};
use crate::domain::case::{CaseFile, CaseKind, Meant};
use crate::domain::conversation::Sort;
use crate::domain::id::{CaseId, LetterId, PersonId, SourceId};
use crate::domain::letter::{Gone, Op, Post, Rank};
use crate::domain::person::{Person, Role};
use crate::domain::safety::About;
use crate::domain::trace::{State, Trace, Traced, deletable};
use crate::store::{Alarm, Read, Result, Taking, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;

/// When it is looked again whether it may go.
const SOON: TimeDelta = TimeDelta::seconds(2);
/// The same for what has waited longer than this.
const LATER: TimeDelta = TimeDelta::minutes(1);

/// The open case about whoever wrote a message, if there is one: somebody she talks with does not feel safe, or has
/// reported a message; or one that names her, whoever told it and wherever. It is not if who opened it said that it is
/// about somebody else.
pub(in crate::handlers) async fn case_about_author(tx: &mut Tx, trace: &Trace) -> Result<Option<CaseId>> {
    if trace.sort != Sort::Pair {
        return Ok(None);
    }
    let Some(pair) = tx.conversation(trace.conversation).await? else { return Ok(None) };
    let others: Vec<PersonId> =
        pair.members.iter().map(|member| member.person).filter(|person| *person != trace.author).collect();
    let mut ids = tx.cases_about(Some(pair.id), None).await?;
    for other in &others {
        ids.extend(tx.cases_about(None, Some(*other)).await?);
    }
    let against = tx.cases_against(trace.author).await?;
    ids.extend(against.iter().map(|(case, _)| *case));
    let parts = tx.parts(trace.chat).await?;
    let about = tx.cases(&ids).await?.into_iter().find(|case| {
        let here = case.conversation.is_none_or(|of| of == pair.id);
        let other = case.person.is_some_and(|person| others.contains(&person));
        let named = against.contains(&(case.id, true)) || names(case, &parts);
        accuses(case.kind)
            && (here && other && case.kind != CaseKind::Team || named)
            && !case.tried.iter().any(|fact| fact == About::Other.fact())
    });
    Ok(about.map(|case| case.id))
}

/// Whether a case of this kind says that somebody did something.
fn accuses(kind: CaseKind) -> bool {
    matches!(kind, CaseKind::Unsafe | CaseKind::Report | CaseKind::Team)
}

/// Whether a case says that it is about this account, which works in the team.
fn names(case: &CaseFile, parts: &[Person]) -> bool {
    let is = |meant: &Meant| match meant {
        Meant::Somebody(id) => parts.iter().any(|part| part.id == *id),
        Meant::Lead => parts.iter().any(|part| part.role == Role::Lead && part.programme == case.programme),
        Meant::Unsaid => false,
    };
    case.meant.iter().any(is)
}

/// Notes what is to go, and lets go what may.
pub(in crate::handlers) async fn take(tx: &mut Tx, takings: &[Taking], now: DateTime<Utc>) -> Result<()> {
    let Some(first) = takings.first() else { return Ok(()) };
    tx.take_once_read(takings).await?;
    look(tx, &[first.source.0], now).await
}

/// Looks whether whoever reads along has what is to go.
pub(in crate::handlers) async fn look(tx: &mut Tx, sources: &[i64], now: DateTime<Utc>) -> Result<()> {
    for source in sources {
        let source = SourceId(*source);
        let takings = tx.takings(source).await?;
        let whole = tx.whole(source).await?;
        let traces = tx.traces(&whole).await?;
        let (mut over, mut waits) = (Vec::new(), None);
        for (id, taking) in &takings {
            if goes(tx, taking, &traces, now).await? {
                over.push(*id);
            } else {
                waits = Some(now + if taking.asked_at + LATER < now { LATER } else { SOON });
            }
        }
        tx.taken(&over).await?;
        if let Some(again) = waits {
            tx.wake(Alarm::Taking, source.0, again).await?;
        }
    }
    Ok(())
}

/// Lets one go, if it may; `false` if it must wait.
async fn goes(tx: &mut Tx, taking: &Taking, traces: &[Trace], now: DateTime<Utc>) -> Result<bool> {
    let of =
        |copy: &&Traced| copy.lane == taking.lane && taking.letter.is_none_or(|letter| letter == copy.letter);
    let copies: Vec<(&Trace, &Traced)> = traces
        .iter()
        .flat_map(|trace| trace.copies.iter().filter(of).map(move |copy| (trace, copy)))
        .collect();
    // Where nobody reads along, its turn comes after what is on its way.
    let in_order = |copy: &Traced| taking.letter.is_none() && taking.case.is_none() && copy.room.is_none();
    let on_its_way = copies.iter().any(|(_, copy)| copy.state == State::Sending && !in_order(copy));
    if on_its_way || !was_read(tx, taking, (traces, &copies), now).await? {
        return Ok(false);
    }
    let among = traces.first().map(|trace| trace.conversation);
    let post = |gone| Post { among, ..Post::op(taking.lane, Rank::Relay, Op::Delete(gone)) };
    let Some(letter) = taking.letter else {
        // Not part of the conversation: it is deleted also while that is paused.
        if let Some(chat) = taking.author {
            tx.post(post(Gone::Source { source: taking.source, chat }), now).await?;
        }
        return Ok(true);
    };
    let arrived = copies.iter().any(|(_, copy)| copy.state == State::Sent);
    let is_part = copies.iter().any(|(trace, _)| trace.source != taking.source);
    match (arrived, is_part) {
        // An album that must be tried again goes without this part.
        (false, _) => {
            let part = traces.iter().find(|trace| trace.source == taking.source);
            if let Some(part) = part {
                tx.keep_back(part.source, part.message, now).await?;
            }
        }
        (true, true) => drop(tx.post(post(Gone::Part(taking.source)), now).await?),
        (true, false) => {
            tx.post(post(Gone::Letter(letter)), now).await?;
            tx.retire(letter).await?;
        }
    }
    Ok(true)
}

/// Whether whoever reads along has all of it, as far as it arrived; what she has not is shown to her now. Without
/// anybody who reads along there is nothing to wait for.
async fn was_read(
    tx: &mut Tx,
    taking: &Taking,
    (traces, copies): (&[Trace], &[(&Trace, &Traced)]),
    now: DateTime<Utc>,
) -> Result<bool> {
    let watched = |copy: &Traced| copy.room.is_some() || taking.case.is_some();
    let young = |copy: &Traced| copy.carried_at.is_some_and(|at| deletable(at, now));
    let there = copies.iter().filter(|(_, copy)| copy.message.is_some() && watched(copy) && young(copy));
    let there: Vec<_> = there.collect();
    if there.is_empty() {
        return Ok(true);
    }
    let all = traces.iter().flat_map(|trace| &trace.copies);
    let read = tx.read_along(&all.map(|copy| copy.letter).collect::<Vec<_>>()).await?;
    let mut over = true;
    for (trace, copy) in there {
        match (how_far(trace, copy, &read), taking.case) {
            (Some(Read::Over), _) => {}
            (Some(Read::Waits), _) => over = false,
            // Without anybody to read it, nothing is gained by keeping it.
            (None, Some(case)) => over &= !keep_for(tx, case, (trace, copy), now).await?,
            (None, None) => over &= !show_one(tx, (trace, copy), now).await?,
        }
    }
    Ok(over)
}

/// How far the copy for whoever reads along has come: of this one, or of what others got with it.
fn how_far(trace: &Trace, copy: &Traced, read: &HashMap<LetterId, Read>) -> Option<Read> {
    let beside = || {
        let others = trace.copies.iter().filter(|other| other.posted_at == copy.posted_at);
        others.into_iter().find_map(|other| read.get(&other.letter)).filter(|_| trace.is_as_posted(copy))
    };
    read.get(&copy.letter).or_else(beside).copied()
}
