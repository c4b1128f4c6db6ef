//! Somebody leaves the team: her cases must be taken anew, by whoever follows her, and no group in which she still is shows
//! anything.

use super::climb::climb;
use super::reader::hand_on;
use super::room::Room;
use crate::domain::case::CaseFile;
use crate::domain::id::CaseId;
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// What she had taken rings from the start, for `heir`, if she may know of it; what she was told and nobody has taken is told
/// to whoever is next. Her cards change no more.
pub async fn passes_on(tx: &mut Tx, who: &Person, heir: &Person, now: DateTime<Utc>) -> Result<()> {
    let ids = tx.cases_in(who.chat).await?;
    let mut files = tx.cases(&ids).await?;
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
        let knows = room.programme(case).is_some_and(|(_, team)| team.may_know(heir.id, case));
        case.owner = Some(heir.id).filter(|_| knows);
    }
    tx.save_cases(&hers).await?;
    climb(tx, &ids.iter().map(|id| id.0).collect::<Vec<_>>(), now).await?;
    let waiting = others.iter().filter(|case| case.acknowledged_at.is_none()).map(|case| case.id);
    hand_on(tx, &waiting.collect::<Vec<_>>(), now).await
}

/// It is asked whether she is still in the team's groups, ahead of whatever is to stand there.
pub async fn looks_for(tx: &mut Tx, who: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(who.programme).await?;
    let groups = [programme.group, programme.safe_group].into_iter().flatten();
    let asks = groups.map(|group| Post::op(group, Rank::Safety, Op::Look { account: who.chat }));
    tx.post_all(&asks.collect::<Vec<_>>(), now).await?;
    super::watch_groups(tx, who.programme, now).await
}
