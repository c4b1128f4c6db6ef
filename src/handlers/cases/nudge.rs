//! "Nudge both": a coordinator asks both sides to write. At night it waits for the morning, for each in her own zone.

use crate::domain::case::CaseLetter;
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Post, Rank};
use crate::domain::person::Person;
use crate::domain::quiet::QuietHours;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// A nudge waits for the morning at most this long.
const NIGHT_HOURS: i64 = 18;

/// Nudges everybody in a pair, now or when it is morning there.
pub(super) async fn both(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let members: Vec<PersonId> = pair.active().map(|member| member.person).collect();
    for person in tx.persons(&members).await? {
        let open = QuietHours::default().next_open(person.zone, now);
        if open > now {
            tx.wake(Alarm::Nudge, person.id.0, open).await?;
        } else {
            one(tx, &person, pair, now).await?;
        }
    }
    Ok(())
}

async fn one(tx: &mut Tx, person: &Person, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let partner = pair.partner(person.id).map(str::to_owned);
    let letter = Post::ranked(person, Rank::Prompt, CaseLetter::Nudge { partner }).within(pair.id);
    tx.post(letter, now).await.map(drop)
}

/// It is morning where these people are.
pub async fn nudge(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        let mut pairs = tx.pairs_of(&[person.id]).await?;
        let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
        let nudged = tx.nudged_since(&ids, now - TimeDelta::hours(NIGHT_HOURS)).await?;
        pairs.retain(|pair| pair.phase == Phase::Active && nudged.contains(&pair.id));
        for pair in pairs {
            one(tx, &person, &pair, now).await?;
        }
    }
    Ok(())
}
