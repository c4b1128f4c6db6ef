//! Leaving. What is open ends or goes on without her; what is stopped stays as it is until the team opens or ends it, and
//! nobody in it reads of it, whoever holds her phone.

use super::{bundle, cases, circle, departure, help, lifecycle, stop, upkeep};
use crate::domain::case::CaseKind;
use crate::domain::closing::ClosingReason;
use crate::domain::conversation::{Conversation, MemberState, Phase, Side};
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Role, Standing};
use crate::store::{Alarm, NewCase, Result, Tx};
use chrono::{DateTime, Utc};

/// Is she sure?
pub(super) async fn leave(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.role == Role::Lead {
        return departure::lead_leaves(tx, person, now).await;
    }
    let team = !person.role.is_staff();
    help::say(tx, person, HelpLetter::Leave { team }, now).await
}

/// She leaves. Her data stays until its retention ends; her coordinator hears of it as a case. What is stopped stays as it
/// is, and nobody in it reads of it: that is the team's to end, whoever holds her phone.
pub(super) async fn left(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.role == Role::Lead {
        return help::say(tx, person, HelpLetter::LeadStays, now).await;
    }
    bundle::put_down(tx, person, now).await?;
    let mut pairs = tx.pairs_of(&[person.id]).await?;
    for pair in &mut pairs {
        if !is_the_teams(tx, pair).await? {
            part(tx, pair, person, now).await?;
        }
    }
    let only = if let [pair] = pairs.as_slice() { Some(pair.id) } else { None };
    for mut proposal in tx.proposals_of(person.id).await? {
        if proposal.phase.is_live() {
            // She was asked into a pair that goes on.
            tx.member_is(proposal.id, person.id, MemberState::Declined).await?;
            continue;
        }
        lifecycle::close(tx, &mut proposal, ClosingReason::Other, Some(person.id), now).await?;
    }
    let heir = if person.role.is_staff() { departure::next(tx, person).await? } else { None };
    if let Some(heir) = &heir {
        departure::parts(tx, person, heir, now).await?;
    } else {
        let places = tx.leave_places(person.id).await?;
        upkeep::places_empty(tx, person, &places, now).await?;
    }
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Leaving,
        conversation: only,
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await?;
    stop::lost(tx, person.chat, now).await?;
    tx.let_sleep(Alarm::Break, person.id.0).await?;
    let gone = Person { standing: Standing::Left, dialogue: None, paused_until: None, ..person.clone() };
    tx.save(&gone).await?;
    if heir.is_none() {
        cases::lets_go(tx, person, now).await?;
    }
    tx.audit(Some(person.id.0), "left", None, now).await?;
    departure::commands(tx, person, now).await?;
    help::say(tx, person, HelpLetter::Left, now).await
}

/// Out of a circle that goes on without her, or the end of the pair.
async fn part(tx: &mut Tx, pair: &mut Conversation, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if pair.goes_on_without(person.id) {
        return circle::leaves(tx, pair, person, now).await;
    }
    lifecycle::close(tx, pair, ClosingReason::Other, Some(person.id), now).await
}

/// Whether only the team ends a pair, or takes somebody out of it: it is stopped for safety, or in whatever way while
/// somebody in it is in danger.
async fn is_the_teams(tx: &mut Tx, pair: &Conversation) -> Result<bool> {
    if pair.phase != Phase::Paused {
        return Ok(pair.phase == Phase::Held);
    }
    has_danger(tx, pair).await
}

/// Whether somebody in it is in danger.
pub(super) async fn has_danger(tx: &mut Tx, pair: &Conversation) -> Result<bool> {
    for member in pair.active() {
        if tx.danger(member.chat).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A pair goes on: whoever left while it was stopped goes out of it.
pub(super) async fn without_gone(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    for person in gone(tx, pair).await? {
        circle::leaves(tx, pair, &person, now).await?;
    }
    Ok(())
}

/// A stopped pair as it goes on, without those who left meanwhile; `None` if nobody would be left on a side, so that it
/// stays as it is until the team ends it.
pub(super) async fn as_it_goes_on(tx: &mut Tx, pair: &Conversation) -> Result<Option<Conversation>> {
    let gone = gone(tx, pair).await?;
    let mut here = pair.clone();
    for member in here.members.iter_mut().filter(|member| gone.iter().any(|it| it.id == member.person)) {
        member.state = MemberState::Left;
    }
    let has = |side| here.active().any(|member| member.side == side);
    Ok((has(Side::Mentee) && has(Side::Mentor)).then_some(here))
}

/// Those in a pair who have left Lazo, or came back and have not agreed again: nothing goes to them unasked.
pub(super) async fn gone(tx: &mut Tx, pair: &Conversation) -> Result<Vec<Person>> {
    let ids: Vec<PersonId> = pair.active().map(|member| member.person).collect();
    let mut people = tx.persons(&ids).await?;
    people.retain(|person| match person.standing {
        Standing::Left | Standing::Refused => true,
        Standing::Joining => person.profile.consent.is_none(),
        Standing::AwaitingGuardian | Standing::Ready => false,
    });
    Ok(people)
}
