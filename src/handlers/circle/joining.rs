//! Coming into a running pair and going out of it. The others read who is in and who is not any more; never why.

use super::seats::hindered;
use super::{rewrite, stale};
use crate::domain::circle::CircleLetter;
use crate::domain::conversation::{Conversation, Member, MemberState, Phase, Supervised};
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::{PairLine, Who};
use crate::domain::pairing::pairable;
use crate::domain::person::{Person, Reach};
use crate::domain::proposal::{Next, Reply, Settings, Standing};
use crate::handlers::asking::{self, Errands, Told};
use crate::handlers::press::Press;
use crate::handlers::{checkin, lifecycle, morning, proposal, supervised, switch};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// What somebody who is asked into a pair reads.
fn question(pair: &Conversation, again: bool) -> CircleLetter {
    let watched = pair.supervised != Supervised::No;
    CircleLetter::Ask { pair: pair.id, names: others(pair, PersonId(0)), watched, again }
}

/// The aliases of everybody in a pair but one.
fn others(pair: &Conversation, but: PersonId) -> String {
    let others = pair.active().filter(|member| member.person != but);
    others.map(|member| member.alias.as_str()).collect::<Vec<_>>().join(", ")
}

/// Who was asked into these running pairs is asked at a humane hour, reminded once, and not waited for for ever.
pub(in crate::handlers) async fn look(tx: &mut Tx, pairs: &[Conversation], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    let seats = tx.seats(&ids).await?;
    if seats.is_empty() {
        return Ok(());
    }
    let told = tx.told_in(&ids).await?;
    let people: Vec<PersonId> = seats.keys().map(|(_, person)| *person).collect();
    let people: HashMap<_, _> = tx.persons(&people).await?.into_iter().map(|it| (it.id, it)).collect();
    let zones = asking::zones(tx, pairs).await?;
    let mut errands = Errands::default();
    let mut over = Vec::new();
    for pair in pairs {
        let zone = zones.get(&pair.programme).copied().unwrap_or_default();
        for member in pair.members.iter().filter(|member| member.state == MemberState::Asked) {
            let Some(since) = seats.get(&(pair.id, member.person)) else { continue };
            let person = people.get(&member.person).filter(|person| pairable(person));
            let standing = Settings::default().standing(&[Reply::Open], *since, zone, now);
            match (person, standing) {
                (Some(person), Standing::Open { expires_at }) => {
                    seat(&mut errands, (pair, member, person), (&told, *since), (expires_at, now));
                }
                _ => over.push((pair, member.person)),
            }
        }
    }
    asking::carry_out(tx, errands, now).await?;
    for (pair, who) in over {
        tell(tx, pair, who, now, |pair, who| CircleLetter::ToldSilent { pair, who }).await?;
        call_off(tx, pair, Some(who), now).await?;
    }
    Ok(())
}

/// What there is to do about one who has not answered.
fn seat(
    errands: &mut Errands,
    (pair, member, person): (&Conversation, &Member, &Person),
    (told, since): (&Told, DateTime<Utc>),
    (expires_at, now): (DateTime<Utc>, DateTime<Utc>),
) {
    let (asked, letter) = asking::asked_with(told, pair.id, member.person);
    let wake = match Settings::default().next(asked, since, person.zone, now) {
        Next::Ask(later) => {
            errands.put((pair, member), question(pair, false), ("asked", expires_at));
            later.min(expires_at)
        }
        Next::Remind => {
            errands.clear(member, letter);
            errands.put((pair, member), question(pair, true), ("reminded", expires_at));
            expires_at
        }
        Next::Wait(until) => until.min(expires_at),
        Next::Nothing => expires_at,
    };
    errands.wakes(pair.id, wake);
}

/// Who is asked into a pair, or one of them, need not answer any more: she is free, and what she was asked is over.
pub(in crate::handlers) async fn call_off(
    tx: &mut Tx,
    pair: &Conversation,
    only: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let told = tx.told_in(&[pair.id]).await?;
    let asked = |member: &&Member| {
        member.state == MemberState::Asked && only.is_none_or(|only| member.person == only)
    };
    let mut posts = Vec::new();
    for member in pair.members.iter().filter(asked) {
        tx.member_is(pair.id, member.person, MemberState::Ended).await?;
        // Who was not asked yet hears nothing.
        if let (_, Some(of)) = asking::asked_with(&told, pair.id, member.person) {
            posts.push(Post::op(member, Rank::Announcement, Op::Clear { of }));
            posts.push(Post::ranked(member, Rank::Announcement, CircleLetter::Over));
        }
        tx.tell(&[(pair.id, member.person)], None).await?;
    }
    morning::post(tx, posts, now).await
}

/// The live pair that asks somebody in.
async fn asks(tx: &mut Tx, me: &Person, id: ConversationId) -> Result<Option<Conversation>> {
    let asked = |member: &Member| member.person == me.id && member.state == MemberState::Asked;
    let pair = tx.conversation(id).await?.filter(|pair| pair.phase.is_live());
    Ok(pair.filter(|pair| pair.members.iter().any(asked)))
}

/// She wants to come in.
pub(super) async fn accept(
    tx: &mut Tx,
    press: &Press,
    (id, watched): (ConversationId, bool),
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let Some(mut pair) = asks(tx, me, id).await? else { return Ok(Some(stale())) };
    if hindered(tx, &pair, me).await?.is_some() {
        tell(tx, &pair, me.id, now, |pair, who| CircleLetter::ToldSilent { pair, who }).await?;
        tx.member_is(id, me.id, MemberState::Ended).await?;
        return rewrite(tx, press, CircleLetter::Over).await;
    }
    if pair.supervised != Supervised::No && !watched {
        // The team reads along since she was asked: she did not know what she agrees to.
        return rewrite(tx, press, question(&pair, false)).await;
    }
    for member in pair.members.iter_mut().filter(|member| member.person == me.id) {
        member.state = MemberState::Active;
    }
    tx.member_is(id, me.id, MemberState::Active).await?;
    tx.name_anew(id).await?;
    tx.tell(&[(id, me.id)], None).await?;
    rewrite(tx, press, CircleLetter::Welcome { pair: id, names: others(&pair, me.id) }).await?;
    announce(tx, (&pair, me.id), joined, now).await?;
    tx.wake(Alarm::Pulse, me.id.0, now).await?;
    if let Some(coordinator) = pair.coordinator {
        tx.look_after(&[me.id], coordinator).await?;
    }
    supervised::joins(tx, &mut pair, me.id, now).await?;
    let chats: Vec<ChatId> = pair.active().map(|member| member.chat).collect();
    switch::refresh(tx, &chats, now).await?;
    tx.audit(Some(me.id.0), "joined the pair", Some(id.0), now).await?;
    tell(tx, &pair, me.id, now, |pair, who| CircleLetter::ToldJoined { pair, who }).await?;
    Ok(None)
}

/// She does not want to. Nobody in the pair learns of it.
pub(super) async fn decline(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let Some(pair) = asks(tx, me, id).await? else { return Ok(Some(stale())) };
    tx.member_is(id, me.id, MemberState::Declined).await?;
    tx.tell(&[(id, me.id)], None).await?;
    tx.audit(Some(me.id.0), "declined to join the pair", Some(id.0), now).await?;
    tell(tx, &pair, me.id, now, |pair, who| CircleLetter::ToldNo { pair, who }).await?;
    rewrite(tx, press, CircleLetter::Declined).await
}

/// Whoever looks after the pair hears what came of asking somebody.
async fn tell(
    tx: &mut Tx,
    pair: &Conversation,
    who: PersonId,
    now: DateTime<Utc>,
    letter: impl Fn(PairLine, Who) -> CircleLetter,
) -> Result<()> {
    let Some(person) = tx.person(who).await? else { return Ok(()) };
    let staff = tx.staff(pair.programme).await?;
    let Some(coordinator) = proposal::coordinator(&staff, pair) else { return Ok(()) };
    let letter = letter(PairLine::of(pair, now), Who::from(&person));
    morning::post(tx, vec![Post::ranked(coordinator, Rank::Announcement, letter)], now).await
}

fn joined(pair: &Conversation, who: &Member) -> CircleLetter {
    let (alias, side) = (who.alias.clone(), who.side);
    CircleLetter::Joined { pair: pair.id, alias, side, mark: who.person.0 }
}

fn left(pair: &Conversation, who: &Member) -> CircleLetter {
    let (alias, side) = (who.alias.clone(), who.side);
    CircleLetter::Left { pair: pair.id, alias, side, mark: who.person.0 }
}

/// A line among the messages of a pair, for everybody but the one it is about.
async fn announce(
    tx: &mut Tx,
    (pair, who): (&Conversation, PersonId),
    says: fn(&Conversation, &Member) -> CircleLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(about) = pair.members.iter().find(|member| member.person == who) else { return Ok(()) };
    let line = |reader: &Member| Post {
        held: pair.phase != Phase::Active || reader.reach != Reach::Reachable,
        ..Post::ranked(reader, Rank::Relay, says(pair, about)).within(pair.id)
    };
    let posts: Vec<Post> = pair.active().filter(|reader| reader.person != who).map(line).collect();
    tx.post_all(&posts, now).await.map(drop)
}

/// Somebody goes out of a pair that goes on without her, of her own accord.
pub(in crate::handlers) async fn leaves(
    tx: &mut Tx,
    pair: &mut Conversation,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<()> {
    out(tx, pair, (person.id, MemberState::Left), now).await
}

/// The coordinator takes her out: what she wrote and nobody has yet stays with her.
pub(super) async fn taken_out(
    tx: &mut Tx,
    pair: &mut Conversation,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.withdraw_from(pair.id, person.id, now).await?;
    out(tx, pair, (person.id, MemberState::Ended), now).await?;
    let held = person.reach != Reach::Reachable;
    let told = Post { held, ..Post::ranked(person, Rank::Relay, CircleLetter::Out) };
    tx.post(told, now).await.map(drop)
}

/// She is not in it any more: what waits for her is withdrawn, what she was asked about it is over, the others read it.
async fn out(
    tx: &mut Tx,
    pair: &mut Conversation,
    (who, state): (PersonId, MemberState),
    now: DateTime<Utc>,
) -> Result<()> {
    let chats: Vec<ChatId> = pair.active().map(|member| member.chat).collect();
    let gone = pair.members.iter().find(|member| member.person == who).cloned();
    checkin::cancel_for(tx, (pair, who), now).await?;
    tx.withdraw_to(pair.id, who, now).await?;
    tx.member_is(pair.id, who, state).await?;
    for member in pair.members.iter_mut().filter(|member| member.person == who) {
        member.state = state;
    }
    announce(tx, (pair, who), left, now).await?;
    if pair.active().count() < 3 {
        tx.unmute_all(pair.id).await?;
    }
    supervised::leaves(tx, (pair.id, who), now).await?;
    if let Some(gone) = gone {
        lifecycle::without(tx, &gone).await?;
    }
    switch::refresh(tx, &chats, now).await
}
