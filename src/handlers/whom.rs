//! Whom a message may be for that does not say it itself.

use super::{promise, switch};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::letter::{Post, Rank};
use crate::domain::pause::{Notice, notice};
use crate::domain::person::{Person, Standing};
use crate::domain::relay::{Addressee, Choice, RelayLetter};
use crate::domain::safety::SafetyLetter;
use crate::store::{Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// How long somebody of the team can be meant by a message that is no reply, after she was last heard.
const TALK_HOURS: i64 = 24;

/// "For whom is this?"
pub(super) async fn question(
    tx: &mut Tx,
    chat: ChatId,
    again: bool,
    now: DateTime<Utc>,
) -> Result<RelayLetter> {
    let (choices, other) = choices(tx, chat, now).await?;
    Ok(RelayLetter::ForWhom { choices, from: 0, again, other })
}

/// Whom a message may be for, and whether there are conversations that rest, into which nothing is offered to be sent: the
/// open conversations, who lately wrote to a team she is of, the teams that look after her.
pub(super) async fn choices(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<(Vec<Choice>, bool)> {
    let parts = tx.parts(chat).await?;
    let ids: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&ids).await?;
    let names = if let [only] = pairs.as_slice() {
        vec![(only.id, switch::partner(only, &ids).map(str::to_owned).unwrap_or_default())]
    } else {
        switch::names(&pairs, &ids)
    };
    let (resting, open): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|(id, _)| pairs.iter().any(|pair| pair.id == *id && rests(pair, &ids)));
    let mut choices: Vec<Choice> =
        open.into_iter().map(|(id, name)| Choice { to: Addressee::Pair(id), name }).collect();
    let ready = || parts.iter().filter(|part| part.standing == Standing::Ready);
    if ready().any(|part| part.role.is_staff()) {
        let talks = tx.talks_heard(chat, now - TimeDelta::hours(TALK_HOURS)).await?.into_iter();
        choices.extend(talks.map(|(id, name)| Choice { to: Addressee::Talk(id), name }));
    }
    let looked_after: Vec<&Person> = ready().filter(|part| !part.role.is_staff()).collect();
    for part in &looked_after {
        let name =
            if looked_after.len() > 1 { tx.programme(part.programme).await?.name } else { String::new() };
        choices.push(Choice { to: Addressee::Team(part.id), name });
    }
    // Of who pressed 🆘 nothing waits.
    let other = !resting.is_empty() && tx.danger(chat).await?.is_none();
    Ok((choices, other))
}

/// Whether there is nobody whom a message may be for.
pub(super) async fn nobody(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<bool> {
    let (choices, other) = choices(tx, chat, now).await?;
    Ok(choices.is_empty() && !other)
}

/// Whether a pair rests for whichever of these parts is in it.
fn rests(pair: &Conversation, own: &[PersonId]) -> bool {
    pair.active().any(|member| own.contains(&member.person) && pair.rests_for(member.person))
}

/// Her conversations that she can choose to write to, after 🆘, by the names she knows; none while she is in no danger, for
/// then her words go there anyway.
pub(super) async fn open_in_danger(tx: &mut Tx, chat: ChatId) -> Result<Vec<(ConversationId, String)>> {
    if tx.danger(chat).await?.is_none() {
        return Ok(Vec::new());
    }
    let own: Vec<PersonId> = tx.parts(chat).await?.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&own).await?;
    let names = switch::names(&pairs, &own).into_iter();
    Ok(names.filter(|(id, _)| pairs.iter().any(|pair| pair.id == *id && !is_stopped(pair, &own))).collect())
}

/// Whether nothing of whoever is in danger goes into a conversation: it is stopped, or rests for a reason she does not know.
pub(super) fn is_stopped(pair: &Conversation, own: &[PersonId]) -> bool {
    pair.phase != Phase::Active || rests_untold(pair, own)
}

/// Whether a conversation rests for a reason she does not know, so that nothing is written into it on purpose. One that is
/// stopped while she knows of a break rests for that, as far as she knows.
pub(super) fn rests_untold(pair: &Conversation, own: &[PersonId]) -> bool {
    let mut hers = pair.active().filter(|member| own.contains(&member.person));
    hers.any(|member| notice(&pair.circle(member.person), true) == Some(Notice::Rests))
}

/// Whether a conversation rests for whichever of these parts is in it, and be it for a break that she knows of.
pub(super) fn rests_at_all(pair: &Conversation, own: &[PersonId]) -> bool {
    rests(pair, own) || rests_untold(pair, own)
}

/// What she reads instead of writing to somebody: the conversation rests; after 🆘 that only her team reads her words, for
/// then nothing of hers waits.
pub(super) async fn nobody_now(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let post = if tx.danger(person.chat).await?.is_some() {
        Post::ranked(person, Rank::Safety, promise::says(tx, person, SafetyLetter::TeamReads).await?)
    } else {
        Post::answer(person, RelayLetter::Rests)
    };
    tx.post(post, now).await.map(drop)
}
