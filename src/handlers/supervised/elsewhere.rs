//! Where copies and reports are read when they cannot be read where they should: a group or a chat that does not take them, or
//! of which somebody they are about is a member.

use super::room::{Readers, chats, nobody_reads, place_for, report_posts};
use crate::domain::case::CaseKind;
use crate::domain::conversation::{Conversation, Supervised};
use crate::domain::id::{CaseId, ChatId, ConversationId, ProgrammeId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::Person;
use crate::domain::safety::SafetyLetter;
use crate::handlers::cases;
use crate::store::{Alarm, Errand, Leased, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// When what nobody can read is tried again.
pub(super) const AGAIN: TimeDelta = TimeDelta::minutes(15);

/// Whether an errand brings a report to a private chat: the message, or the line above it.
pub(in crate::handlers) fn is_report(errand: &Errand) -> bool {
    match &errand.what {
        Leased::Write(Letter::Safety(SafetyLetter::Report { .. })) => true,
        Leased::Copy { source, .. } => source.is_none(),
        Leased::Write(_)
        | Leased::Rewrite(..)
        | Leased::Clear(_)
        | Leased::Album { .. }
        | Leased::Edit { .. }
        | Leased::React(..)
        | Leased::Delete(..)
        | Leased::Toast(..)
        | Leased::Topic
        | Leased::Room(_)
        | Leased::Commands
        | Leased::Look(_)
        | Leased::Leave
        | Leased::Nothing => false,
    }
}

/// What was read in a chat is read elsewhere, if it is not to be read there any more; what waits goes along. What is read along
/// and nobody can read now waits nowhere.
pub(in crate::handlers) async fn elsewhere(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    for room in tx.rooms_in(chat).await? {
        let to = match (room.conversation, room.case) {
            (Some(pair), _) => of_pair(tx, pair, now).await?,
            (None, Some(case)) => of_case(tx, case, chat).await?,
            (None, None) => None,
        };
        if let Some(to) = to.filter(|to| *to != chat) {
            tx.move_room(room.id, to).await?;
            tx.audit(None, "copies are read elsewhere", Some(room.id.0), now).await?;
        }
    }
    tx.follow_rooms(chat).await
}

/// Where a pair's copies are read now.
async fn of_pair(tx: &mut Tx, pair: ConversationId, now: DateTime<Utc>) -> Result<Option<ChatId>> {
    let Some(pair) = tx.conversation(pair).await? else { return Ok(None) };
    let place = Readers::of(tx, pair.programme).await?.place(&chats(&pair), pair.coordinator);
    if place.is_none() && pair.phase.is_live() && pair.supervised == Supervised::Yes {
        nobody_reads(tx, &pair, now).await?;
    }
    Ok(Some(place.map_or(ChatId::NOWHERE, |place| place.chat)))
}

/// Where what is kept for a case is read, but not in this chat.
async fn of_case(tx: &mut Tx, case: CaseId, not: ChatId) -> Result<Option<ChatId>> {
    let Some(file) = tx.cases(&[case]).await?.pop() else { return Ok(None) };
    let inside = accounts(tx, case).await?;
    let readers = Readers::of(tx, file.programme).await?;
    let place = place_for(tx, (case, &inside), (&readers, file.coordinator), &[not]).await?;
    Ok(place.map(|place| place.chat))
}

/// The accounts that what is kept for a case is about.
pub(super) async fn accounts(tx: &mut Tx, case: CaseId) -> Result<Vec<ChatId>> {
    let pair = tx.cases(&[case]).await?.pop().and_then(|case| case.conversation);
    let pair = tx.conversations(pair.as_slice()).await?.pop();
    Ok(pair.into_iter().flat_map(|pair| pair.members).map(|member| member.chat).collect())
}

/// What nobody could read so far, wherever somebody can by now.
pub(in crate::handlers) async fn rooms_wanted(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    elsewhere(tx, ChatId::NOWHERE, now).await
}

/// Before anything is read in the group it is looked whether these accounts are in it.
pub(super) async fn asks(
    tx: &mut Tx,
    (programme, inside): (ProgrammeId, &[ChatId]),
    now: DateTime<Utc>,
) -> Result<()> {
    cases::watch_groups(tx, programme, now).await?;
    let posts = Readers::of(tx, programme).await?.asks(inside, now);
    tx.post_all(&posts, now).await.map(drop)
}

/// The accounts of a pair in which the team begins to read along. Without anybody who could, that is a case.
pub(super) async fn asks_about(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    asks(tx, (pair.programme, &chats(pair)), now).await?;
    let readers = Readers::of(tx, pair.programme).await?;
    match readers.place(&chats(pair), pair.coordinator) {
        Some(_) => Ok(()),
        None => nobody_reads(tx, pair, now).await,
    }
}

/// A report that a private chat does not take: whoever is next gets all that was reported in the case.
pub(in crate::handlers) async fn report_on(tx: &mut Tx, case: CaseId, now: DateTime<Utc>) -> Result<()> {
    let tried = tx.report_lanes(case).await?;
    match cases::next_reader(tx, case, &tried).await? {
        Some(next) => report_to(tx, case, &next, now).await,
        None => tx.wake(Alarm::Reader, case.0, now + AGAIN).await,
    }
}

/// Reports that nobody can read so far: whoever can be reached by now gets them.
pub(in crate::handlers) async fn reports_wanted(
    tx: &mut Tx,
    cases: &[CaseId],
    now: DateTime<Utc>,
) -> Result<()> {
    let files = tx.cases(cases).await?;
    for case in files.iter().filter(|case| case.kind == CaseKind::Report && case.resolved_at.is_none()) {
        if tx.report_is_read(case.id).await? || tx.reported(case.id).await?.is_empty() {
            continue;
        }
        if let Some(next) = cases::next_reader(tx, case.id, &[]).await? {
            report_to(tx, case.id, &next, now).await?;
        }
        tx.wake(Alarm::Reader, case.id.0, now + AGAIN).await?;
    }
    Ok(())
}

/// All that was reported in a case, to one reader.
async fn report_to(tx: &mut Tx, case: CaseId, reader: &Person, now: DateTime<Utc>) -> Result<()> {
    let alias = cases::reporter(tx, case).await?;
    for (chat, message) in tx.reported(case).await? {
        let both = report_posts(tx, (case, alias.clone()), (chat, message)).await?;
        let posts: Vec<Post> =
            both.map(|op: Op| Post::op(reader, Rank::Safety, op).about(case)).into_iter().collect();
        tx.post_all(&posts, now).await?;
    }
    Ok(())
}
