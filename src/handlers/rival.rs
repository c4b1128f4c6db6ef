//! Another program receives what is written to this bot.

use super::morning;
use crate::domain::desk::DeskLetter;
use crate::domain::letter::{Post, Rank};
use crate::domain::person::Standing;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Whoever leads here is told, once a day at most.
pub async fn noticed(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    if !tx.notes_rival(now).await? {
        return Ok(());
    }
    let mut leads = BTreeMap::new();
    for programme in tx.programmes().await? {
        let ready = tx.leads(programme.id).await?.into_iter().filter(|lead| lead.standing == Standing::Ready);
        leads.extend(ready.map(|lead| (lead.chat, lead.id)));
    }
    let posts = leads.into_iter().map(|lead| Post::ranked(lead, Rank::Announcement, DeskLetter::Rival));
    morning::post(tx, posts.collect(), now).await
}
