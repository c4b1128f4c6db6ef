//! Somebody leaves the team: her cases must be taken anew, by whoever follows her, and no group in which she still is shows
//! anything.

use super::climb::climb;
use super::reader::hand_on;
use super::room::Room;
use crate::domain::case::CaseFile;
use crate::domain::id::CaseId;
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::person::{Person, Standing};
use crate::handlers::supervised;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// What she had taken rings from the start, for `heir`, if she may know of it; what she was told and nobody has taken is told
/// to whoever is next. Her cards change no more.
pub async fn passes_on(tx: &mut Tx, who: &Person, heir: &Person, now: DateTime<Utc>) -> Result<()> {
    let ids = tx.cases_in(who.chat).await?;
    goes_on(tx, (who, Some(heir)), &ids, now).await
}

/// The same of somebody who leaves Lazo and has no heir, as of a contact: whoever may know of it now takes it.
pub async fn lets_go(tx: &mut Tx, who: &Person, now: DateTime<Utc>) -> Result<()> {
    let ids = tx.cases_in(who.chat).await?;
    let mut files = tx.cases(&ids).await?;
    // What hangs in her chat for another programme is no business of this one's.
    files.retain(|case| case.programme == who.programme);
    let parts = tx.parts(who.chat).await?;
    let stays = |part: &Person| {
        part.id != who.id && part.programme == who.programme && part.standing == Standing::Ready
    };
    // Another part of hers may go on reading what hangs in her chat.
    if parts.iter().any(stays) {
        files.retain(|case| case.owner == Some(who.id));
    }
    let ids: Vec<CaseId> = files.iter().map(|case| case.id).collect();
    without(tx, who, &ids, now).await
}

/// Somebody else is called in her place: the same of what she may not know of any more.
pub async fn is_replaced(tx: &mut Tx, who: &Person, now: DateTime<Utc>) -> Result<()> {
    let ids = tx.cases_in(who.chat).await?;
    let room = Room::of(tx, &ids).await?;
    let here = room.cases.iter().filter(|case| case.programme == who.programme);
    let knows = |case: &CaseFile| {
        let team = room.programme(case).map(|(_, team)| team);
        team.is_some_and(|team| {
            let mut parts = team.staff.iter().chain(&team.contact_people).filter(|it| it.chat == who.chat);
            parts.any(|it| team.may_know(it.id, case))
        })
    };
    let ids: Vec<CaseId> = here.filter(|case| !knows(case)).map(|case| case.id).collect();
    without(tx, who, &ids, now).await
}

/// These are hers no more.
async fn without(tx: &mut Tx, who: &Person, ids: &[CaseId], now: DateTime<Utc>) -> Result<()> {
    goes_on(tx, (who, None), ids, now).await?;
    // What was reported to her is somebody else's to read.
    for case in ids.iter().copied() {
        if tx.report_lanes(case).await?.contains(&who.chat) {
            supervised::report_on(tx, case, now).await?;
        }
    }
    Ok(())
}

async fn goes_on(
    tx: &mut Tx,
    (who, heir): (&Person, Option<&Person>),
    ids: &[CaseId],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut files = tx.cases(ids).await?;
    files.retain(|case| case.programme == who.programme);
    for case in &files {
        tx.take_down(who.chat, Some(case.id)).await?;
    }
    let (mut hers, others): (Vec<CaseFile>, Vec<CaseFile>) =
        files.into_iter().partition(|case| case.owner == Some(who.id));
    let ids: Vec<CaseId> = hers.iter().map(|case| case.id).collect();
    let room = Room::of(tx, &ids).await?;
    for case in &mut hers {
        case.let_go(now);
        let knows =
            |heir: &&Person| room.programme(case).is_some_and(|(_, team)| team.may_know(heir.id, case));
        case.owner = heir.filter(knows).map(|heir| heir.id);
    }
    tx.save_cases(&hers).await?;
    climb(tx, &ids.iter().map(|id| id.0).collect::<Vec<_>>(), now).await?;
    // What nobody is there for is looked at again until somebody is.
    let read = tx.with_reader(&ids).await?;
    let unread = hers.iter().filter(|case| !read.contains(&case.id));
    let waiting = others.iter().filter(|case| case.acknowledged_at.is_none()).chain(unread);
    hand_on(tx, &waiting.map(|case| case.id).collect::<Vec<_>>(), now).await
}

/// It is asked whether she is still in the team's groups, ahead of whatever is to stand there.
pub async fn looks_for(tx: &mut Tx, who: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(who.programme).await?;
    let groups = [programme.group, programme.safe_group].into_iter().flatten();
    let asks = groups.map(|group| Post::op(group, Rank::Safety, Op::Look { account: who.chat }));
    tx.post_all(&asks.collect::<Vec<_>>(), now).await?;
    super::watch_groups(tx, who.programme, now).await
}
