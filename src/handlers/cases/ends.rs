//! Cases that end: by somebody, or by themselves because what they asked for is so. Every card says how.

use super::card::Cards;
use super::room::Room;
use super::unfounded;
use crate::domain::case::{CaseFile, CaseKind, Outcome, Step};
use crate::domain::id::{CaseId, ConversationId, PersonId};
use crate::domain::person::Person;
use crate::handlers::{promise, supervised};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Contact has resumed: a silence case closes itself and says so.
pub async fn resolve_by_contact(tx: &mut Tx, case: CaseId, now: DateTime<Utc>) -> Result<()> {
    resolve(tx, &[case], Outcome::ContactResumed, None, now).await
}

/// Someone who could not be reached is back.
pub async fn reachable_again(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let about = tx.cases_about(None, Some(person.id)).await?;
    let cases = tx.cases(&about).await?;
    let unreachable = cases.iter().filter(|case| case.kind == CaseKind::Unreachable);
    let ids: Vec<CaseId> = unreachable.map(|case| case.id).collect();
    resolve(tx, &ids, Outcome::Reachable, None, now).await
}

/// What a case of this kind about somebody asked for is decided.
pub async fn decided(
    tx: &mut Tx,
    (person, kind): (PersonId, CaseKind),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let about = tx.cases_about(None, Some(person)).await?;
    let cases = tx.cases(&about).await?;
    let ids: Vec<CaseId> = cases.iter().filter(|case| case.kind == kind).map(|case| case.id).collect();
    resolve(tx, &ids, Outcome::Solved, by, now).await
}

/// It is decided what becomes of a stopped pair: nobody need be asked any more.
pub(in crate::handlers) async fn stop_decided(
    tx: &mut Tx,
    pair: ConversationId,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let about = tx.cases_about(Some(pair), None).await?;
    let cases = tx.cases(&about).await?;
    stop_over(tx, (pair, &cases, Outcome::Solved), by, now).await
}

/// A pair has ended: nobody waits for its messages any more.
pub async fn pair_closed(
    tx: &mut Tx,
    pair: ConversationId,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let about = tx.cases_about(Some(pair), None).await?;
    let cases = tx.cases(&about).await?;
    let ids: Vec<CaseId> = cases.iter().filter(|case| case.kind.is_silence()).map(|case| case.id).collect();
    resolve(tx, &ids, Outcome::PairClosed, by, now).await?;
    stop_over(tx, (pair, &cases, Outcome::PairClosed), by, now).await
}

/// Those of a pair's cases that ask about its stop end.
async fn stop_over(
    tx: &mut Tx,
    (pair, cases, outcome): (ConversationId, &[CaseFile], Outcome),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let asks = cases.iter().filter(|case| case.kind == CaseKind::Stopped);
    let ids: Vec<CaseId> = asks.map(|case| case.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let outcome = unfounded::with_its_stop(tx, pair, outcome).await?;
    resolve(tx, &ids, outcome, by, now).await
}

/// Closes cases; every card says how, and needs no tap.
pub(super) async fn resolve(
    tx: &mut Tx,
    ids: &[CaseId],
    outcome: Outcome,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut files = tx.cases(ids).await?;
    files.retain(|case| case.resolved_at.is_none());
    for case in &mut files {
        case.resolve(outcome, by, now);
        unfounded::forgets(case);
        tx.let_sleep(Alarm::Case, case.id.0).await?;
        tx.audit(by.map(|id| id.0), &format!("case {}", outcome.as_str()), Some(case.id.0), now).await?;
    }
    tx.save_cases(&files).await?;
    let ids: Vec<CaseId> = files.iter().map(|case| case.id).collect();
    supervised::resolved(tx, &ids, now).await?;
    let room = Room::of(tx, &ids).await?;
    let mut cards = Cards::at(now);
    for case in &room.cases {
        cards.rewrite(&room, case);
        cards.close_topic(&room, case);
        if case.outcome == Some(Outcome::Unfounded) {
            // No card of before says any more whom it was about.
            let hung: BTreeSet<_> = room.hung(case.id).collect();
            for said in tx.said_about(case.id).await?.into_iter().filter(|said| !hung.contains(said)) {
                cards.turn(&room, case, said, Step::Main);
            }
            unfounded::without_copies(tx, case, now).await?;
        }
    }
    cards.write(tx).await?;
    promise::over(tx, &room.cases, now).await?;
    unfounded::forgotten(tx, &files).await
}
