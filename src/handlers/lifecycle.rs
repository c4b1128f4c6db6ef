//! A pair's life: introduced, paused, held, released, closed. Only a human closes a pair.

use super::delivery::unasked;
use super::{cases, checkin, circle, leaving, opening, patience, pause, promise, stop, supervised, switch};
use crate::domain::closing::{ClosingReason, Ending};
use crate::domain::conversation::{Conversation, Member, MemberState, Phase};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::relay::RelayLetter;
use crate::domain::safety::Fate;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

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

/// The relay stops both ways in this transaction, what is queued included. Nobody is told, and nothing changes on anybody's
/// screen but hers who does it.
async fn rest(
    tx: &mut Tx,
    pair: &mut Conversation,
    (phase, by): (Phase, Option<PersonId>),
    now: DateTime<Utc>,
) -> Result<()> {
    checkin::cancel_unseen(tx, (pair, by), |_| true, now).await?;
    pair.phase = phase;
    pair.stopped_at = pair.stopped_at.or(Some(now));
    pair.keep_clock(now);
    tx.save_conversation(pair).await?;
    tx.hold(pair.id).await?;
    // Until it is decided about it stands in digests.
    for person in tx.staff(pair.programme).await? {
        cases::arm_digest(tx, &person, now).await?;
    }
    end_choice(tx, pair, by).await?;
    let chats: Vec<ChatId> = pair.active().map(|member| member.chat).collect();
    patience::watch(tx, &chats).await
}

/// What whoever stops it had chosen before is no choice any more. Nobody else's changes: their choices go on, as they do in a
/// break that they are not told of.
async fn end_choice(tx: &mut Tx, pair: &Conversation, by: Option<PersonId>) -> Result<()> {
    for person in tx.persons(by.as_slice()).await? {
        tx.unchoose(pair.id, person.chat).await?;
    }
    Ok(())
}

/// The team stops a pair until a day on which it decides anew: what is written waits, the silence clock stands still.
pub async fn pause(
    tx: &mut Tx,
    pair: &mut Conversation,
    (until, by): (DateTime<Utc>, Option<PersonId>),
    now: DateTime<Utc>,
) -> Result<()> {
    if pair.phase != Phase::Active {
        return Ok(());
    }
    // While somebody in it is in danger nothing of hers waits in it: any stop is one for safety.
    let phase = if leaving::has_danger(tx, pair).await? { Phase::Held } else { Phase::Paused };
    pair.paused_until = Some(until);
    rest(tx, pair, (phase, by), now).await?;
    tx.wake(Alarm::Pause, pair.id.0, until).await?;
    tx.audit(by.map(|id| id.0), "pair paused", Some(pair.id.0), now).await
}

/// The stop is over: what waited goes out in order, and whoever read that the conversation rests hears that it goes on. A
/// pair in which nobody of a side is left stays stopped.
pub async fn resume(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    goes_on(tx, pair, None, now).await
}

/// The same, by somebody: who pressed 🆘 reads it first, unless it was she who opened it.
async fn goes_on(
    tx: &mut Tx,
    pair: &mut Conversation,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !pair.phase.is_stopped() {
        return Ok(());
    }
    let Some(here) = leaving::as_it_goes_on(tx, pair).await? else { return Ok(()) };
    let pressed = opening::pressed(tx, pair).await?;
    tx.let_sleep(Alarm::Pause, pair.id.0).await?;
    cases::stop_decided(tx, pair.id, by, now).await?;
    pair.phase = Phase::Active;
    pair.paused_until = None;
    pair.stopped_at = None;
    pair.keep_clock(now);
    tx.save_conversation(pair).await?;
    let here = Conversation { phase: pair.phase, ..here };
    opening::reads_first(tx, &here, (&pressed, by), now).await?;
    leaving::without_gone(tx, pair, now).await?;
    supervised::opened(tx, pair.id, now).await?;
    stop::is_open(tx, pair.id).await?;
    promise::asks_whom(tx, &pressed.iter().map(|it| it.person).collect()).await?;
    tx.keep_only_dates(&[pair.id]).await?;
    pause::goes_on(tx, std::slice::from_ref(pair), now).await
}

/// The team has a pair stay stopped until a day on which it decides anew.
pub async fn stays(
    tx: &mut Tx,
    pair: &mut Conversation,
    (until, by): (DateTime<Utc>, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    if !pair.is_stopped() {
        return Ok(());
    }
    promise::goes_on(tx, pair, Fate::Stays, now).await?;
    pair.paused_until = Some(until);
    tx.save_conversation(pair).await?;
    tx.wake(Alarm::Pause, pair.id.0, until).await?;
    cases::stop_decided(tx, pair.id, Some(by), now).await?;
    tx.audit(Some(by.0), "pair stays stopped", Some(pair.id.0), now).await
}

/// Stops whose day has come: none ends by itself, somebody is asked what becomes of the pair. One that was prolonged
/// meanwhile goes on.
pub async fn stops_asked(tx: &mut Tx, conversations: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<_> = conversations.iter().map(|id| ConversationId(*id)).collect();
    for mut pair in tx.conversations(&ids).await?.into_iter().filter(Conversation::is_stopped) {
        match pair.paused_until {
            Some(until) if now < until => tx.wake(Alarm::Pause, pair.id.0, until).await?,
            Some(_) => {
                pair.paused_until = None;
                tx.save_conversation(&pair).await?;
                cases::ask_about(tx, &pair, now).await?;
            }
            None => {}
        }
    }
    Ok(())
}

/// Stops the relay both ways in this transaction, what is queued included, until a coordinator releases it.
pub async fn hold(
    tx: &mut Tx,
    pair: &mut Conversation,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !pair.phase.is_live() {
        return Ok(());
    }
    if pair.phase == Phase::Held {
        // Somebody has new reason: what was decided before does not count any more.
        end_choice(tx, pair, by).await?;
        return undecided(tx, pair).await;
    }
    pair.paused_until = None;
    rest(tx, pair, (Phase::Held, by), now).await?;
    tx.let_sleep(Alarm::Pause, pair.id.0).await?;
    tx.audit(by.map(|id| id.0), "pair held", Some(pair.id.0), now).await
}

/// The team opens a stopped pair again, after it was asked what becomes of what waits (`opening`).
pub(super) async fn open(
    tx: &mut Tx,
    pair: &mut Conversation,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    if !pair.phase.is_stopped() {
        return Ok(());
    }
    goes_on(tx, pair, Some(by), now).await?;
    tx.audit(Some(by.0), "pair released", Some(pair.id.0), now).await
}

/// The day until which a pair was to stay stopped is none any more.
async fn undecided(tx: &mut Tx, pair: &mut Conversation) -> Result<()> {
    if pair.paused_until.take().is_none() {
        return Ok(());
    }
    tx.save_conversation(pair).await?;
    tx.let_sleep(Alarm::Pause, pair.id.0).await
}

/// Who pressed 🆘 ends the hold herself.
pub async fn release(tx: &mut Tx, pair: &mut Conversation, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    if pair.phase != Phase::Held {
        return Ok(());
    }
    goes_on(tx, pair, Some(by), now).await?;
    tx.audit(Some(by.0), "pair released", Some(pair.id.0), now).await
}

/// Ends a hold of a conversation that was stopped anyway: it stays so until then, and what was written waits on.
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

/// The team ends the pair, and of an end for conduct it stays on record what was said of their being heard.
pub(super) async fn end(
    tx: &mut Tx,
    pair: &mut Conversation,
    (ending, by): (Ending, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    let was = pair.phase;
    close(tx, pair, ending.reason, Some(by), now).await?;
    match ending.heard.filter(|_| was != pair.phase) {
        Some(heard) => tx.audit(Some(by.0), heard.fact(), Some(pair.id.0), now).await,
        None => Ok(()),
    }
}

/// Ends the pair. What waits is withdrawn; everybody reads one neutral sentence, never the reason.
pub async fn close(
    tx: &mut Tx,
    pair: &mut Conversation,
    reason: ClosingReason,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if matches!(pair.phase, Phase::Closed | Phase::Declined | Phase::Expired) {
        return Ok(());
    }
    let was_live = pair.phase.is_live();
    let pressed = if pair.phase.is_stopped() { opening::pressed(tx, pair).await? } else { Vec::new() };
    if pair.phase.is_stopped() {
        // Whoever pressed 🆘 in it reads it before anybody else, in words of her own.
        promise::goes_on(tx, pair, Fate::Ends, now).await?;
    }
    checkin::cancel(tx, pair, now).await?;
    if was_live {
        circle::call_off(tx, pair, None, now).await?;
    }
    pair.phase = Phase::Closed;
    pair.silence_case = None;
    tx.save_conversation(pair).await?;
    tx.ended(pair.id, reason, by, now).await?;
    // Whoever read that it waits is told that it will not be passed on; what she wrote before 🆘 goes without a word.
    let others = pair.active().filter(|member| by != Some(member.person));
    let lost = tx.drop_piles(pair.id, &others.map(|member| member.person).collect::<Vec<_>>()).await?;
    tx.withdraw(pair.id).await?;
    tx.members_are(pair.id, MemberState::Ended).await?;
    supervised::over(tx, pair, now).await?;
    let gone = leaving::gone(tx, pair).await?;
    for member in pair.active().filter(|_| was_live) {
        without(tx, member).await?;
        if by != Some(member.person) && !gone.iter().any(|it| it.id == member.person) {
            tx.post(unasked(member, RelayLetter::Ended).among(pair.id), now).await?;
        }
    }
    let chats: Vec<ChatId> = pair.active().filter(|_| was_live).map(|member| member.chat).collect();
    switch::refresh(tx, &chats, now).await?;
    for alarm in [Alarm::Silence, Alarm::Pause, Alarm::Proposal] {
        tx.let_sleep(alarm, pair.id.0).await?;
    }
    patience::tell_lost(tx, &lost, now).await?;
    promise::asks_whom(tx, &pressed.iter().map(|it| it.person).collect()).await?;
    tx.audit(by.map(|id| id.0), "pair closed", Some(pair.id.0), now).await?;
    cases::pair_closed(tx, pair.id, by, now).await?;
    tx.keep_only_dates(&[pair.id]).await
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
