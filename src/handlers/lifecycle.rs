//! A pair's life: introduced, paused, held, released, closed. Only a human closes a pair.

use super::delivery::unasked;
use super::{cases, checkin, circle, supervised, switch};
use crate::domain::conversation::{Conversation, Member, MemberState, Phase, Supervised};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::relay::{HELD_DAYS, RelayLetter};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Everybody has accepted: the relay opens, and the clocks of silence and pulses begin.
pub async fn introduce(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    pair.phase = Phase::Active;
    pair.introduced_at = Some(now);
    tx.save_conversation(pair).await?;
    tx.members_are(pair.id, MemberState::Active).await?;
    let mut alarms = vec![(Alarm::Silence, pair.id.0, now)];
    for member in &mut pair.members {
        if matches!(member.state, MemberState::Asked | MemberState::Accepted) {
            member.state = MemberState::Active;
            alarms.push((Alarm::Pulse, member.person.0, now));
        }
    }
    tx.wake_all(&alarms).await?;
    if let Some(coordinator) = tx.persons(pair.coordinator.as_slice()).await?.pop() {
        cases::arm_digest(tx, &coordinator, now).await?;
    }
    let chats: Vec<ChatId> = pair.active().map(|member| member.chat).collect();
    switch::refresh(tx, &chats, now).await
}

/// What waits becomes too old after seven days, and its writer hears so.
async fn watch_over_held(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let due = now + TimeDelta::days(HELD_DAYS);
    let alarms: Vec<_> = pair.active().map(|member| (Alarm::Held, member.chat.0, due)).collect();
    tx.wake_all(&alarms).await
}

/// Away until a date: what is written waits, the silence clock stands still, and it goes on by itself.
pub async fn pause(
    tx: &mut Tx,
    pair: &mut Conversation,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    if pair.phase != Phase::Active {
        return Ok(());
    }
    checkin::cancel(tx, pair, now).await?;
    pair.phase = Phase::Paused;
    pair.paused_until = Some(until);
    pair.stops.push((now.timestamp_millis(), None));
    tx.save_conversation(pair).await?;
    tx.hold(pair.id).await?;
    watch_over_held(tx, pair, now).await?;
    tx.wake(Alarm::Pause, pair.id.0, until).await?;
    tx.audit(None, "pair paused", Some(pair.id.0), now).await
}

/// The pause is over: what waited goes out in order, and whoever was told of the pause hears that it ended.
pub async fn resume(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    if !matches!(pair.phase, Phase::Paused | Phase::Held) {
        return Ok(());
    }
    tx.let_sleep(Alarm::Pause, pair.id.0).await?;
    resume_all(tx, std::slice::from_mut(pair), now).await
}

/// The same for many whose pause or hold ends now.
pub async fn resume_all(tx: &mut Tx, pairs: &mut [Conversation], now: DateTime<Utc>) -> Result<()> {
    for pair in &mut *pairs {
        pair.phase = Phase::Active;
        pair.paused_until = None;
        if let Some((_, until @ None)) = pair.stops.last_mut() {
            *until = Some(now.timestamp_millis());
        }
    }
    tx.save_conversations(pairs).await?;
    let ids: Vec<_> = pairs.iter().map(|pair| pair.id).collect();
    tx.release(&ids).await?;
    let told = tx.told_in(&ids).await?;
    let was_told = |pair: &Conversation, member: &Member| {
        told.get(&(pair.id, member.person)).is_some_and(|told| told == "paused")
    };
    let back: Vec<(&Conversation, &Member)> = pairs
        .iter()
        .flat_map(|pair| pair.active().map(move |member| (pair, member)))
        .filter(|(pair, member)| was_told(pair, member))
        .collect();
    let says =
        |(pair, member): &(&Conversation, &Member)| unasked(*member, RelayLetter::Unpaused).among(pair.id);
    let posts: Vec<_> = back.iter().map(says).collect();
    tx.post_all(&posts, now).await?;
    let back: Vec<_> = back.iter().map(|(pair, member)| (pair.id, member.person)).collect();
    tx.tell(&back, None).await?;
    // Who was to be asked about somebody new was not, while the pair rested.
    let mut alarms: Vec<_> =
        ids.iter().flat_map(|id| [(Alarm::Silence, id.0, now), (Alarm::Proposal, id.0, now)]).collect();
    let members = pairs.iter().flat_map(Conversation::active);
    alarms.extend(members.map(|member| (Alarm::Pulse, member.person.0, now)));
    tx.wake_all(&alarms).await
}

/// Pauses that end. One that was prolonged meanwhile goes on.
pub async fn pauses_end(tx: &mut Tx, conversations: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<_> = conversations.iter().map(|id| ConversationId(*id)).collect();
    let mut paused = tx.conversations(&ids).await?;
    paused.retain(|pair| pair.phase == Phase::Paused);
    let later: Vec<_> = paused
        .iter()
        .filter_map(|pair| Some((Alarm::Pause, pair.id.0, pair.paused_until.filter(|until| now < *until)?)))
        .collect();
    tx.wake_all(&later).await?;
    paused.retain(|pair| pair.paused_until.is_none_or(|until| until <= now));
    resume_all(tx, &mut paused, now).await
}

/// Stops the relay both ways in this transaction, what is queued included, until a coordinator releases it.
pub async fn hold(
    tx: &mut Tx,
    pair: &mut Conversation,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !pair.phase.is_live() || pair.phase == Phase::Held {
        return Ok(());
    }
    if pair.phase == Phase::Active {
        pair.stops.push((now.timestamp_millis(), None));
    }
    checkin::cancel(tx, pair, now).await?;
    pair.phase = Phase::Held;
    pair.paused_until = None;
    tx.save_conversation(pair).await?;
    tx.hold(pair.id).await?;
    watch_over_held(tx, pair, now).await?;
    tx.let_sleep(Alarm::Pause, pair.id.0).await?;
    tx.audit(by.map(|id| id.0), "pair held", Some(pair.id.0), now).await
}

/// Ends a hold.
pub async fn release(tx: &mut Tx, pair: &mut Conversation, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    if pair.phase != Phase::Held {
        return Ok(());
    }
    resume(tx, pair, now).await?;
    tx.audit(Some(by.0), "pair released", Some(pair.id.0), now).await
}

/// Ends a hold of a conversation that was away anyway: it stays away until then, and what was written waits on.
pub async fn back_to_pause(
    tx: &mut Tx,
    pair: &mut Conversation,
    until: DateTime<Utc>,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    if pair.phase != Phase::Held {
        return Ok(());
    }
    pair.phase = Phase::Paused;
    pair.paused_until = Some(until);
    tx.save_conversation(pair).await?;
    tx.wake(Alarm::Pause, pair.id.0, until).await?;
    tx.audit(Some(by.0), "pair released", Some(pair.id.0), now).await
}

/// Ends the pair. What waits is withdrawn; everybody reads one neutral sentence, never the reason.
pub async fn close(
    tx: &mut Tx,
    pair: &mut Conversation,
    reason: &str,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if matches!(pair.phase, Phase::Closed | Phase::Declined | Phase::Expired) {
        return Ok(());
    }
    let was_live = pair.phase.is_live();
    checkin::cancel(tx, pair, now).await?;
    if was_live {
        circle::call_off(tx, pair, None, now).await?;
    }
    pair.phase = Phase::Closed;
    pair.silence_case = None;
    tx.save_conversation(pair).await?;
    tx.ended(pair.id, reason, by, now).await?;
    tx.withdraw(pair.id).await?;
    tx.members_are(pair.id, MemberState::Ended).await?;
    if pair.supervised == Supervised::Yes {
        supervised::over(tx, pair.id, now).await?;
    }
    for member in pair.active().filter(|_| was_live) {
        without(tx, member).await?;
        if by != Some(member.person) {
            tx.post(unasked(member, RelayLetter::Ended).among(pair.id), now).await?;
        }
    }
    let chats: Vec<ChatId> = pair.active().filter(|_| was_live).map(|member| member.chat).collect();
    switch::refresh(tx, &chats, now).await?;
    for alarm in [Alarm::Silence, Alarm::Pause, Alarm::Proposal] {
        tx.let_sleep(alarm, pair.id.0).await?;
    }
    tx.audit(by.map(|id| id.0), "pair closed", Some(pair.id.0), now).await?;
    cases::pair_closed(tx, pair.id, by, now).await
}

/// Somebody is in one conversation less.
pub(super) async fn without(tx: &mut Tx, member: &Member) -> Result<()> {
    if tx.live_in(&[member.chat]).await?.is_empty() {
        tx.let_sleep(Alarm::Pulse, member.person.0).await?;
        alone(tx, member).await?;
    }
    Ok(())
}

/// Her last conversation has ended: what she writes from now on can be for nobody in it. What is held may still be for
/// the team.
async fn alone(tx: &mut Tx, member: &Member) -> Result<()> {
    let dialogue = tx.person(member.person).await?.and_then(|person| person.dialogue);
    match dialogue {
        Some(Dialogue::Talked | Dialogue::TeamWrote) => tx.await_from(member.person, None).await,
        Some(
            Dialogue::Join
            | Dialogue::Setup
            | Dialogue::Team { .. }
            | Dialogue::Answer { .. }
            | Dialogue::Checkin { .. }
            | Dialogue::Bundle { .. }
            | Dialogue::Reason { .. },
        )
        | None => Ok(()),
    }
}
