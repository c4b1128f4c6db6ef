//! A message and its writer, and its way to the others of her pair: past the leak guard.

use super::leak;
use super::passing::{Marks, Passed, pass_one};
use crate::domain::conversation::Conversation;
use crate::domain::flow::Beat;
use crate::domain::heard::Kind;
use crate::domain::id::{MessageId, PersonId, SourceId};
use crate::domain::leak::Shown;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// A message and its writer.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    /// All parts of the account that wrote it.
    pub(super) parts: &'a [Person],
    /// Who of them.
    pub(super) person: &'a Person,
    /// Its number in her chat.
    pub(super) message: MessageId,
    /// What it holds.
    pub(super) kind: Kind,
    /// What it shows that leads to her.
    pub(super) shows: Option<Shown>,
    /// Its part in her flow, if it was written just now.
    pub(super) beat: Option<Beat>,
    /// What else is known about it.
    pub(super) marks: Marks<'a>,
}

impl<'a> Said<'a> {
    /// The same, by the part that is in a pair.
    pub(super) fn within(&self, pair: &Conversation) -> Self {
        let inside = |part: &&Person| pair.has(part.id);
        Self { person: self.parts.iter().find(inside).unwrap_or(self.person), ..*self }
    }

    /// The same, by this part of the account.
    pub(super) fn by(&self, person: PersonId) -> Option<Said<'a>> {
        let part = self.parts.iter().find(|part| part.id == person)?;
        Some(Said { person: part, ..*self })
    }
}

/// To the others of her pair, unless it shows what may not go, or not yet. Gives whether it went: what waits has not.
pub(super) async fn to_pair(
    tx: &mut Tx,
    it: &Said<'_>,
    pair: &Conversation,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let rests = leak::rests(pair, it.person.id);
    if let Some(shown) = it.shows.filter(|_| !rests)
        && leak::holds_back(tx, it, (pair, shown), reply_to, now).await?
    {
        return Ok(false);
    }
    send(tx, it, pair, reply_to, now).await?;
    if let Some(shown) = it.shows.filter(|_| rests) {
        tx.keep_shown(it.person.chat, it.message, shown).await?;
    }
    Ok(!rests)
}

/// To the others of her pair.
pub(super) async fn send(
    tx: &mut Tx,
    it: &Said<'_>,
    pair: &Conversation,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let (told, flow) = tx.told(pair.id, it.person.id).await?;
    let member = pair.active().find(|member| member.person == it.person.id);
    let passed = Passed {
        author: it.person.id,
        chat: it.person.chat,
        message: it.message,
        kind: it.kind,
        marks: it.marks,
        reply_to,
        circle: &pair.circle(it.person.id),
        heard_before: member.is_some_and(|member| member.heard_at.is_some()),
        told: told.as_deref(),
        flow,
        beat: it.beat,
    };
    pass_one(tx, passed, now).await
}
