//! A member has her circle quiet, and back again. Nothing is kept from her.

use super::{rewrite, stale};
use crate::domain::circle::{CircleAnswer, CircleLetter, Mute};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::person::Person;
use crate::domain::wall;
use crate::domain::zone::Tz;
use crate::handlers::press::Press;
use crate::handlers::switch;
use crate::store::{Alarm, Quiet, Result, Tx};
use chrono::{DateTime, Utc};

/// Whether an account has a circle that can be quiet.
pub(in crate::handlers) async fn has_circle(tx: &mut Tx, parts: &[Person]) -> Result<bool> {
    let Some(first) = parts.first() else { return Ok(false) };
    Ok(!tx.circles_in(first.chat).await?.is_empty())
}

/// `/mute`: the only circle is quiet from now on; if there are several, she is asked which.
pub(in crate::handlers) async fn command(tx: &mut Tx, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    let Some(first) = parts.first() else { return Ok(()) };
    let circles = tx.circles_in(first.chat).await?;
    let (to, letter) = match circles.as_slice() {
        [] => (first.id, CircleLetter::NoCircle),
        [(pair, person, muted)] => {
            let mute = muted.unwrap_or(Mute::Quiet);
            set(tx, (*pair, *person), Some(mute), now).await?;
            (*person, CircleLetter::Muted { pair: *pair, daily: mute == Mute::Daily })
        }
        [(_, person, _), ..] => {
            let ids: Vec<ConversationId> = circles.iter().map(|(id, ..)| *id).collect();
            let own: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
            let names = switch::names(&tx.conversations(&ids).await?, &own);
            (*person, CircleLetter::MuteWhich(names))
        }
    };
    tx.post(Post::answer((first.chat, to), letter), now).await.map(drop)
}

/// `/unmute`: every circle has its sound again.
pub(in crate::handlers) async fn unmute_command(
    tx: &mut Tx,
    parts: &[Person],
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(first) = parts.first() else { return Ok(()) };
    let circles = tx.circles_in(first.chat).await?;
    let mut last = CircleLetter::NoCircle;
    for (pair, person, _) in circles {
        set(tx, (pair, person), None, now).await?;
        last = CircleLetter::Unmuted(pair);
    }
    tx.post(Post::answer(first, last), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub(super) async fn answer(
    tx: &mut Tx,
    press: &Press,
    (pair, answer): (ConversationId, &CircleAnswer),
) -> Result<Option<Letter>> {
    let circles = tx.circles_in(press.person.chat).await?;
    let Some((_, person, _)) = circles.into_iter().find(|(id, ..)| *id == pair) else {
        return Ok(Some(stale()));
    };
    let mute = match answer {
        CircleAnswer::Unmute(_) => None,
        CircleAnswer::Daily(_, true) => Some(Mute::Daily),
        CircleAnswer::Mute(_)
        | CircleAnswer::Daily(_, false)
        | CircleAnswer::Card(_)
        | CircleAnswer::Members(_)
        | CircleAnswer::Whom(..)
        | CircleAnswer::Choose(..)
        | CircleAnswer::Ready(..)
        | CircleAnswer::Ask(..)
        | CircleAnswer::Remove(..)
        | CircleAnswer::SureRemove(..)
        | CircleAnswer::Agree(..)
        | CircleAnswer::Accept(..)
        | CircleAnswer::Decline(_)
        | CircleAnswer::Team => Some(Mute::Quiet),
    };
    set(tx, (pair, person), mute, press.now).await?;
    let letter = match mute {
        None => CircleLetter::Unmuted(pair),
        Some(mute) => CircleLetter::Muted { pair, daily: mute == Mute::Daily },
    };
    rewrite(tx, press, letter).await
}

async fn set(
    tx: &mut Tx,
    (pair, person): (ConversationId, PersonId),
    mute: Option<Mute>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.mute((pair, person), mute, now).await?;
    let Some(member) = tx.person(person).await?.filter(|_| mute == Some(Mute::Daily)) else { return Ok(()) };
    tx.wake(Alarm::Quiet, person.0, next(member.zone, now)).await
}

/// The next evening at which she reads how many messages came (programme: the prompt hour).
fn next(zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    wall::next_daily(zone, wall::PROMPT_HOUR, now)
}

/// People who want to know once a day how many messages came in their quiet circles.
pub(in crate::handlers) async fn today(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let people: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    let counted = tx.count_quiet(&people, now).await?;
    let line = |it: &Quiet| {
        let letter = CircleLetter::Today { pair: it.conversation, count: it.count };
        Post::ranked((it.chat, it.person), Rank::Announcement, letter).until(next(it.zone, now))
    };
    let posts: Vec<Post> = counted.iter().filter(|it| it.count > 0).map(line).collect();
    tx.post_all(&posts, now).await?;
    let alarms: Vec<_> = counted.iter().map(|it| (Alarm::Quiet, it.person.0, next(it.zone, now))).collect();
    tx.wake_all(&alarms).await
}
