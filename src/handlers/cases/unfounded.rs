//! A case that was unfounded leaves no mark of whom it was about but the dates (spec programme, safeguarding 1).

use crate::domain::case::{CaseFile, CaseKind, Outcome};
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::letter::{Gone, Op, Post, Rank};
use crate::domain::safety::{Fine, HELD, Touched};
use crate::domain::trace::DELETABLE;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// What it knows of a stop stays until the stop is over: until then what she writes is her team's, and the stop is kept
/// from whoever the case was kept from. Everything else that was said is forgotten.
pub(super) fn forgets(case: &mut CaseFile) {
    if case.outcome == Some(Outcome::Unfounded) {
        let of_stop = |fact: &str| Touched::read(fact).is_some() || Fine::read(fact).is_some();
        case.tried.retain(|fact| fact.starts_with(HELD) || of_stop(fact));
    }
}

/// What asks about a stop ends as what it was stopped for, where all of that was unfounded.
pub(super) async fn with_its_stop(tx: &mut Tx, pair: ConversationId, outcome: Outcome) -> Result<Outcome> {
    let of: Vec<CaseId> = tx.cases_of_stops(&[pair]).await?.into_iter().map(|(_, case)| case).collect();
    let mut said = tx.cases(&of).await?;
    said.retain(|case| case.kind.may_be_unfounded());
    let unfounded = said.iter().all(|case| case.outcome == Some(Outcome::Unfounded));
    Ok(if unfounded && !said.is_empty() { Outcome::Unfounded } else { outcome })
}

/// The copies of what was reported go from private chats, as far as Telegram still deletes them; a room ends by itself.
pub(super) async fn without_copies(tx: &mut Tx, case: &CaseFile, now: DateTime<Utc>) -> Result<()> {
    let copies = tx.copied_for(case.id, now - DELETABLE).await?;
    let gone = |(chat, copy)| Post::op(chat, Rank::Safety, Op::Delete(Gone::Letter(copy)));
    tx.post_all(&copies.into_iter().map(gone).collect::<Vec<_>>(), now).await.map(drop)
}

/// The same with all that stands elsewhere, once its cards say how it ended.
pub(super) async fn forgotten(tx: &mut Tx, cases: &[CaseFile]) -> Result<()> {
    let unfounded = cases.iter().filter(|case| case.outcome == Some(Outcome::Unfounded));
    let ids: Vec<_> = unfounded.map(|case| case.id).collect();
    if !ids.is_empty() {
        tx.forget_named(&ids).await?;
    }
    // What an earlier one kept because of one of these goes with it.
    let over = cases.iter().any(|case| case.kind == CaseKind::Unsafe);
    if over || !ids.is_empty() { tx.keep_only_dates(&[]).await } else { Ok(()) }
}
