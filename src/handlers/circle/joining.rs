//! Coming into a running pair and going out of it. The others read who is in and who is not any more; never why.

use super::seats::hindered;
use super::{agreeing, growing, rewrite, stale};
use crate::domain::circle::{CircleLetter, Obstacle, Step, is_newcomer, step};
use crate::domain::conversation::{Conversation, Member, MemberState, Supervised};
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::{PairLine, Who};
use crate::domain::person::{Person, Reach};
use crate::handlers::press::Press;
use crate::handlers::{asking, checkin, lifecycle, morning, proposal, supervised, switch, team};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// The aliases of everybody in a pair but one.
pub(super) fn others(pair: &Conversation, but: PersonId) -> String {
    let others = pair.active().filter(|member| member.person != but);
    others.map(|member| member.alias.as_str()).collect::<Vec<_>>().join(", ")
}

/// Nobody waits any more for who is to come into a pair, or for one of them: what she and the members were asked is over.
pub(in crate::handlers) async fn call_off(
    tx: &mut Tx,
    pair: &Conversation,
    only: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    free(tx, pair, only, now).await?;
    agreeing::over(tx, pair, only, now).await
}

/// Who is to come into a pair, or one of them, is free again. Who was not asked yet hears nothing.
pub(super) async fn free(
    tx: &mut Tx,
    pair: &Conversation,
    only: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let told = tx.told_in(&[pair.id]).await?;
    let which = |member: &&Member| is_newcomer(member) && only.is_none_or(|only| member.person == only);
    let mut posts = Vec::new();
    for member in pair.members.iter().filter(which) {
        tx.member_is(pair.id, member.person, MemberState::Ended).await?;
        tx.agreed_no_more(pair.id, member.person).await?;
        if let (_, Some(of)) = asking::asked_with(&told, pair.id, member.person) {
            if member.state == MemberState::Asked {
                posts.push(Post::op(member, Rank::Announcement, Op::Clear { of }));
            }
            posts.push(Post::ranked(member, Rank::Announcement, CircleLetter::Over));
        }
        tx.tell(&[(pair.id, member.person)], None).await?;
    }
    morning::post(tx, posts, now).await
}

/// The live pair that has asked somebody in.
async fn asks(tx: &mut Tx, me: &Person, id: ConversationId) -> Result<Option<Conversation>> {
    let asked = |member: &Member| member.person == me.id && member.state == MemberState::Asked;
    let pair = tx.conversation(id).await?.filter(|pair| pair.phase.is_live());
    let told = tx.told_in(&[id]).await?.contains_key(&(id, me.id));
    Ok(pair.filter(|pair| told && pair.members.iter().any(asked)))
}

/// She wants to come in. She does if everybody in it has said yes; she may be asked before, by an earlier version or
/// because others came in meanwhile.
pub(super) async fn accept(
    tx: &mut Tx,
    press: &Press,
    (id, watched): (ConversationId, bool),
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let Some(mut pair) = asks(tx, me, id).await? else { return Ok(Some(stale())) };
    team::answered(tx, me).await?;
    if !matches!(hindered(tx, &pair, me).await?, None | Some(Obstacle::Rests)) {
        cannot(tx, &pair, me.id, now).await?;
        return rewrite(tx, press, CircleLetter::Over).await;
    }
    if pair.supervised != Supervised::No && !watched {
        // The team reads along since she was asked: she did not know what she agrees to.
        return rewrite(tx, press, growing::question(&pair, false)).await;
    }
    tx.member_is(id, me.id, MemberState::Accepted).await?;
    let open = agreeing::open(tx, &pair, me.id, now).await?;
    match step(pair.phase, MemberState::Accepted, open) {
        Step::Rests | Step::Members | Step::Newcomer => rewrite(tx, press, CircleLetter::Waits).await,
        Step::Enters => {
            rewrite(tx, press, CircleLetter::Welcome { pair: id, names: others(&pair, me.id) }).await?;
            is_in(tx, &mut pair, me.id, now).await.map(|()| None)
        }
    }
}

/// Everybody has said yes to somebody who did before: she comes in, if she still can.
pub(super) async fn enters(
    tx: &mut Tx,
    (id, who): (ConversationId, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(mut pair) = tx.conversation(id).await?.filter(|pair| pair.phase.is_live()) else {
        return Ok(());
    };
    let Some(person) = tx.person(who).await? else { return Ok(()) };
    let open = agreeing::open(tx, &pair, who, now).await?;
    if step(pair.phase, MemberState::Accepted, open) != Step::Enters {
        // Somebody who came in just before her is asked first.
        return Ok(());
    }
    if hindered(tx, &pair, &person).await?.is_some() {
        cannot(tx, &pair, who, now).await?;
        return morning::post(tx, vec![Post::ranked(&person, Rank::Announcement, CircleLetter::Over)], now)
            .await;
    }
    let welcome = CircleLetter::Welcome { pair: id, names: others(&pair, who) };
    tx.post(Post::ranked(&person, Rank::Relay, welcome), now).await?;
    is_in(tx, &mut pair, who, now).await
}

/// She wanted to come in and cannot any more.
async fn cannot(tx: &mut Tx, pair: &Conversation, who: PersonId, now: DateTime<Utc>) -> Result<()> {
    tell(tx, pair, who, now, |pair, who| CircleLetter::ToldSilent { pair, who }).await?;
    tx.member_is(pair.id, who, MemberState::Ended).await?;
    tx.agreed_no_more(pair.id, who).await?;
    tx.tell(&[(pair.id, who)], None).await
}

/// She is a member from now on, and everybody in it reads so.
async fn is_in(tx: &mut Tx, pair: &mut Conversation, who: PersonId, now: DateTime<Utc>) -> Result<()> {
    let id = pair.id;
    for member in pair.members.iter_mut().filter(|member| member.person == who) {
        member.state = MemberState::Active;
    }
    tx.member_is(id, who, MemberState::Active).await?;
    tx.agreed_no_more(id, who).await?;
    tx.name_anew(id).await?;
    tx.tell(&[(id, who)], None).await?;
    announce(tx, (pair, who), joined, now).await?;
    tx.wake(Alarm::Pulse, who.0, now).await?;
    if let Some(coordinator) = pair.coordinator {
        tx.look_after(&[who], coordinator).await?;
    }
    supervised::joins(tx, pair, who, now).await?;
    let chats: Vec<ChatId> = pair.active().map(|member| member.chat).collect();
    switch::refresh(tx, &chats, now).await?;
    // Whoever is still to come in meets one member more.
    for newcomer in pair.members.iter().filter(|member| is_newcomer(member)) {
        tx.ask_members((id, newcomer.person), &[who], now).await?;
        tx.wake(Alarm::Proposal, id.0, now).await?;
    }
    tx.audit(Some(who.0), "joined the pair", Some(id.0), now).await?;
    tell(tx, pair, who, now, |pair, who| CircleLetter::ToldJoined { pair, who }).await
}

/// She does not want to. Nobody in the pair learns of it.
pub(super) async fn decline(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let Some(pair) = asks(tx, me, id).await? else { return Ok(Some(stale())) };
    team::answered(tx, me).await?;
    tx.member_is(id, me.id, MemberState::Declined).await?;
    tx.agreed_no_more(id, me.id).await?;
    tx.tell(&[(id, me.id)], None).await?;
    tx.audit(Some(me.id.0), "declined to join the pair", Some(id.0), now).await?;
    tell(tx, &pair, me.id, now, |pair, who| CircleLetter::ToldNo { pair, who }).await?;
    rewrite(tx, press, CircleLetter::Declined).await
}

/// Whoever looks after the pair hears what came of asking somebody.
pub(super) async fn tell(
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
        held: pair.keeps_from(reader),
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
    let told = Post { held, ..Post::ranked(person, Rank::Relay, CircleLetter::Out).among(pair.id) };
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
    agreeing::leaves(tx, pair, who, now).await?;
    if let Some(gone) = gone {
        lifecycle::without(tx, &gone).await?;
    }
    switch::refresh(tx, &chats, now).await
}
