//! Whom a message may be for that does not say it itself.

use super::switch;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ChatId, PersonId};
use crate::domain::person::{Person, Standing};
use crate::domain::relay::{Addressee, Choice, RelayLetter};
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

/// Whether a pair rests for whichever of these parts is in it.
fn rests(pair: &Conversation, own: &[PersonId]) -> bool {
    pair.active().any(|member| own.contains(&member.person) && pair.rests_for(member.person))
}
