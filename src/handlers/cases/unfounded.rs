//! A case that was unfounded leaves no mark of whom it was about but the dates (spec programme, safeguarding 1).

use crate::domain::case::{CaseFile, CaseKind, Outcome};
use crate::domain::safety::{HELD, Touched};
use crate::store::{Result, Tx};

/// What it knows of a stop stays until the stop is over: until then what she writes is her team's, and the stop is kept
/// from whoever the case was kept from. Everything else that was said is forgotten.
pub(super) fn forgets(case: &mut CaseFile) {
    if case.outcome == Some(Outcome::Unfounded) {
        case.tried.retain(|fact| fact.starts_with(HELD) || Touched::read(fact).is_some());
    }
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
    if over || !ids.is_empty() { tx.keep_only_dates().await } else { Ok(()) }
}
