//! Before the first pair with somebody under 18: where will its copies be read? The lead links a group, or says that her
//! private chat will do.

use super::{rewrite, stale};
use crate::domain::id::ProgrammeId;
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::person::{Role, Standing};
use crate::domain::supervised::SupervisedLetter;
use crate::handlers::morning;
use crate::handlers::press::Press;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Whether the lead must say first where copies are read; then she is asked.
pub(in crate::handlers) async fn asks_first(
    tx: &mut Tx,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let programme = tx.programme(programme).await?;
    if programme.safe_group.is_some() || programme.reads_privately {
        return Ok(false);
    }
    let leads = tx.leads(programme.id).await?;
    let asks = leads.iter().map(|lead| Post::ranked(lead, Rank::Prompt, SupervisedLetter::GroupFirst));
    morning::post(tx, asks.collect(), now).await?;
    Ok(true)
}

/// The lead will read copies in her private chat until a group is linked.
pub(super) async fn privately(tx: &mut Tx, press: &Press) -> Result<Option<Letter>> {
    let me = &press.person;
    if me.role != Role::Lead || me.standing != Standing::Ready {
        return Ok(Some(stale()));
    }
    let mut programme = tx.programme(me.programme).await?;
    programme.reads_privately = true;
    tx.save_programme(&programme, press.now).await?;
    tx.audit(Some(me.id.0), "copies are read in private", Some(programme.id.0), press.now).await?;
    rewrite(tx, press, SupervisedLetter::Privately).await
}
