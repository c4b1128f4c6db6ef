//! A participant's talk with her team: a conversation like any other, with whoever looks after her.

use super::album::{Albums, Going};
use super::delivery::coordinator_of;
use super::relay::Marks;
use super::talk::Said;
use super::{bundle, checkin};
use crate::domain::checkin::CheckinLetter;
use crate::domain::conversation::Side;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::id::{ConversationId, PersonId, SourceId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::person::{Person, Reach};
use crate::domain::relay::{RelayLetter, carried, protected};
use crate::store::{Kept, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// How long "your next message goes to the team" holds.
const TEAM_MINUTES: i64 = 30;

/// Her next message goes to the team.
pub async fn write_to_team(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if let Some(Dialogue::Bundle { question, checkin, .. }) = &person.dialogue {
        bundle::give_up(tx, person, (*question, *checkin), now).await?;
    }
    let partner = tx.pair_of(person.id).await?.and_then(|pair| pair.partner(person.id).map(str::to_owned));
    let until = (now + TimeDelta::minutes(TEAM_MINUTES)).timestamp_millis();
    tx.await_from(person.id, Some(&Dialogue::Team { until })).await?;
    tx.post(Post::answer(person.chat, RelayLetter::TeamPrompt { partner }), now).await.map(drop)
}

/// A talk with the team, in either direction. Staff may answer anyone of their programme.
pub(super) async fn with_team(
    tx: &mut Tx,
    it: &Said<'_>,
    of: PersonId,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if of == it.person.id {
        let header = RelayLetter::TeamFrom { alias: it.person.alias.clone() };
        if !to_team(tx, std::slice::from_ref(it), header.into(), reply_to, now).await? {
            tx.post(Post::answer(it.person.chat, RelayLetter::TeamNobody), now).await?;
        }
        return Ok(true);
    }
    let Some(participant) = tx.person(of).await? else { return Ok(false) };
    let allowed = it.person.role.is_staff() && it.person.programme == participant.programme;
    if allowed {
        let conversation = tx.team_talk(&participant, it.person.id, now).await?;
        let header =
            RelayLetter::From { alias: it.person.alias.clone(), side: Side::Team, mark: it.person.id.0 };
        carry(tx, it, conversation, (&participant, Some(header.into())), (reply_to, now)).await?;
    }
    Ok(allowed)
}

/// To whoever looks after her; `false` if there is nobody.
pub(super) async fn to_team(
    tx: &mut Tx,
    messages: &[Said<'_>],
    header: Letter,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(first) = messages.first() else { return Ok(true) };
    let coordinator = coordinator_of(tx, first.person).await?;
    let Some(coordinator) = tx.persons(coordinator.as_slice()).await?.pop() else { return Ok(false) };
    let conversation = tx.team_talk(first.person, coordinator.id, now).await?;
    let mut header = Some(header);
    for it in messages {
        carry(tx, it, conversation, (&coordinator, header.take()), (reply_to, now)).await?;
    }
    Ok(true)
}

/// An answer to a check-in that is no button's: copied to the coordinator, privately. `false` if that cannot be.
pub(super) async fn only_team(
    tx: &mut Tx,
    person: &Person,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<bool> {
    let marks = Marks { album: written.album.as_deref(), forwarded: written.forwarded, ..Marks::default() };
    let it = Said { person, message: written.message, kind: written.kind, shows: None, marks, beat: None };
    if !carried(it.kind) {
        tx.post(Post::answer(person.chat, RelayLetter::NotCarried(it.kind)), now).await?;
        return Ok(false);
    }
    let header = CheckinLetter::From { alias: person.alias.clone() };
    let sent = to_team(tx, &[it], header.into(), None, now).await?;
    if !sent {
        tx.post(Post::answer(person.chat, RelayLetter::TeamNobody), now).await?;
    }
    Ok(sent)
}

/// One message, after its header if it has one, to one reader.
async fn carry(
    tx: &mut Tx,
    it: &Said<'_>,
    conversation: ConversationId,
    (reader, header): (&Person, Option<Letter>),
    (reply_to, now): (Option<SourceId>, DateTime<Utc>),
) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person.chat, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let (chat, message) = (it.person.chat, it.message);
    let kept = Kept {
        conversation,
        author: it.person.id,
        chat,
        message,
        kind: it.kind,
        album: it.marks.album,
        print: it.marks.print,
    };
    let Some(source) = tx.keep(&[kept], now).await?.remove(&(chat, message)) else { return Ok(()) };
    let held = reader.reach != Reach::Reachable;
    let going = Going {
        source,
        chat,
        message,
        marks: it.marks,
        reply_to,
        conversation,
        protect: protected(it.kind, &tx.programme(it.person.programme).await?.protect),
        to: reader.chat,
        held,
    };
    let mut albums = Albums::load(tx, [(chat, it.marks.album)].into_iter()).await?;
    let header = header.filter(|_| !albums.is_under_way(&going));
    let header = header
        .map(|header| Post { held, ..Post::ranked(reader.chat, Rank::Relay, header).within(conversation) });
    let mut posts: Vec<Post> = header.into_iter().collect();
    albums.post(&going, &mut posts, now);
    tx.post_all(&posts, now).await?;
    albums.write(tx).await
}

/// The message she announced, to the team.
pub(super) async fn write_down(tx: &mut Tx, it: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person.chat, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let waiting = checkin::waiting(tx, it.person, None).await?;
    tx.await_from(it.person.id, waiting.as_ref()).await?;
    let header = RelayLetter::TeamFrom { alias: it.person.alias.clone() };
    let sent = to_team(tx, std::slice::from_ref(it), header.into(), None, now).await?;
    let said = if sent { RelayLetter::TeamSent } else { RelayLetter::TeamNobody };
    tx.post(Post::answer(it.person.chat, said), now).await.map(drop)
}
