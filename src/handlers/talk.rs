//! A message that needs more than passing on: an awaited answer, a reply to the team, a message nobody said whom it
//! is for. The order of the rules is that of spec relay §3.

use super::delivery::{self, coordinator_of};
use super::press::Press;
use super::relay::{Passed, pass_one};
use super::{House, checkin, join, setup};
use crate::domain::conversation::{Conversation, Side};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Heard, Kind, Written};
use crate::domain::id::{CheckinId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::letter::{Copied, Letter, Op, Post, Rank};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::relay::{RelayAnswer, RelayLetter, carried, protected};
use crate::store::{Alarm, Kept, Replied, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// How long "your next message goes to the team" holds.
const TEAM_MINUTES: i64 = 30;
/// How long a held message waits for its address before it is asked about again, and then dropped.
const BUNDLE_HOURS: i64 = 24;

/// A private message, alone.
pub async fn message(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    if written.kind == Kind::Service {
        return Ok(());
    }
    let Some(person) = tx.person_in(heard.chat).await? else {
        return join::stranger(tx, house, heard, now).await;
    };
    if person.reach != Reach::Reachable {
        delivery::back(tx, person.chat, now).await?;
    }
    if person.standing != Standing::Ready {
        return join::typed(tx, house, &person, written, now).await;
    }
    let it = Said { person: &person, message: written.message, kind: written.kind };
    if let Some(reply) = written.reply_to
        && replied(tx, &it, written, reply, now).await?
    {
        return Ok(());
    }
    if let Some(dialogue) = person.dialogue.clone() {
        return in_dialogue(tx, house, &it, written, dialogue, now).await;
    }
    elsewhere(tx, &it, now).await
}

/// A message and its writer.
struct Said<'a> {
    person: &'a Person,
    message: MessageId,
    kind: Kind,
}

/// No reply, no dialogue: her pair, or the hint what to do.
async fn elsewhere(tx: &mut Tx, it: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
    if it.person.role.is_staff() {
        tx.post(Post::answer(it.person.chat, RelayLetter::ReplyToAnswer), now).await?;
        return Ok(());
    }
    match tx.pair_of(it.person.id).await? {
        Some(pair) => to_pair(tx, it, &pair, None, now).await,
        None => tx.post(Post::answer(it.person.chat, RelayLetter::Alone), now).await.map(drop),
    }
}

async fn to_pair(
    tx: &mut Tx,
    it: &Said<'_>,
    pair: &Conversation,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let told = tx.told(pair.id, it.person.id).await?;
    let member = pair.active().find(|member| member.person == it.person.id);
    let passed = Passed {
        author: it.person.id,
        chat: it.person.chat,
        message: it.message,
        kind: it.kind,
        reply_to,
        circle: &pair.circle(it.person.id),
        heard_before: member.is_some_and(|member| member.heard_at.is_some()),
        told: told.as_deref(),
    };
    pass_one(tx, passed, now).await
}

/// A reply goes where the message it answers belongs. `false` if that is nowhere in particular.
async fn replied(
    tx: &mut Tx,
    it: &Said<'_>,
    written: &Written,
    reply: MessageId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let found = tx.answered_messages(&[(it.person.chat, reply)]).await?;
    match found.get(&(it.person.chat, reply)).copied() {
        Some(Replied::Relayed(conversation, source)) => into(tx, it, conversation, Some(source), now).await,
        Some(Replied::Letter(letter)) => {
            if checkin::replied(tx, it.person, written, letter, now).await? {
                return Ok(true);
            }
            match tx.known(it.person.chat, reply).await?.and_then(|known| known.conversation) {
                Some(conversation) => into(tx, it, conversation, None, now).await,
                None => Ok(false),
            }
        }
        None => Ok(false),
    }
}

/// Into a conversation she is part of; `false` if she is not (any more).
async fn into(
    tx: &mut Tx,
    it: &Said<'_>,
    conversation: ConversationId,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if let Some(of) = tx.team_of(conversation).await? {
        return with_team(tx, it, of, reply_to, now).await;
    }
    let Some(pair) = tx.conversation(conversation).await? else { return Ok(false) };
    let inside = pair.phase.is_live() && pair.active().any(|member| member.person == it.person.id);
    if inside {
        to_pair(tx, it, &pair, reply_to, now).await?;
    }
    Ok(inside)
}

/// A talk with the team, in either direction. Staff may answer anyone of their programme.
async fn with_team(
    tx: &mut Tx,
    it: &Said<'_>,
    of: PersonId,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if of == it.person.id {
        to_team(tx, it, reply_to, now).await?;
        return Ok(true);
    }
    let Some(participant) = tx.person(of).await? else { return Ok(false) };
    let allowed = it.person.role.is_staff() && it.person.programme == participant.programme;
    if allowed {
        let conversation = tx.team_talk(&participant, it.person.id, now).await?;
        let header =
            RelayLetter::From { alias: it.person.alias.clone(), side: Side::Team, mark: it.person.id.0 };
        carry(tx, it, conversation, (&participant, header), reply_to, now).await?;
    }
    Ok(allowed)
}

/// To whoever looks after her.
async fn to_team(tx: &mut Tx, it: &Said<'_>, reply_to: Option<SourceId>, now: DateTime<Utc>) -> Result<()> {
    let coordinator = coordinator_of(tx, it.person).await?;
    let Some(coordinator) = tx.persons(coordinator.as_slice()).await?.pop() else {
        return tx.post(Post::answer(it.person.chat, RelayLetter::TeamNobody), now).await.map(drop);
    };
    let conversation = tx.team_talk(it.person, coordinator.id, now).await?;
    let header = RelayLetter::TeamFrom { alias: it.person.alias.clone() };
    carry(tx, it, conversation, (&coordinator, header), reply_to, now).await
}

/// One message with its header, to one reader.
async fn carry(
    tx: &mut Tx,
    it: &Said<'_>,
    conversation: ConversationId,
    (reader, header): (&Person, RelayLetter),
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person.chat, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let (chat, message) = (it.person.chat, it.message);
    let kept = Kept { conversation, author: it.person.id, chat, message, kind: it.kind };
    let Some(source) = tx.keep(&[kept], now).await?.remove(&(chat, message)) else { return Ok(()) };
    let held = reader.reach != Reach::Reachable;
    let copied = Copied { source: Some(source), chat, message, reply_to, protect: protected(it.kind) };
    let posts = [
        Post { held, ..Post::ranked(reader.chat, Rank::Relay, header).within(conversation) },
        Post { held, ..Post::op(reader.chat, Rank::Relay, Op::Copy(copied)).within(conversation) },
    ];
    tx.post_all(&posts, now).await.map(drop)
}

async fn in_dialogue(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    written: &Written,
    dialogue: Dialogue,
    now: DateTime<Utc>,
) -> Result<()> {
    match dialogue {
        Dialogue::Join => join::typed(tx, house, it.person, written, now).await,
        Dialogue::Setup => setup::typed(tx, house, it.person, written, now).await,
        Dialogue::Reason { what } => super::reason(tx, it.person, &what, written, now).await,
        Dialogue::Team { until } if now.timestamp_millis() <= until => {
            tx.await_from(it.person.id, None).await?;
            to_team(tx, it, None, now).await?;
            if carried(it.kind) {
                tx.post(Post::answer(it.person.chat, RelayLetter::TeamSent), now).await?;
            }
            Ok(())
        }
        // She was asked to write to the team, long ago: whom this is for is not to be guessed.
        Dialogue::Team { .. } => hold(tx, it, None, now).await,
        Dialogue::Checkin { checkin } => {
            if checkin::typed(tx, house, it.person, checkin, written, now).await? {
                return Ok(());
            }
            hold(tx, it, Some(checkin), now).await
        }
        Dialogue::Talked => hold(tx, it, None, now).await,
        Dialogue::Bundle { question, mut messages, checkin, asked } => {
            messages.push(it.message.0);
            tx.await_from(it.person.id, Some(&Dialogue::Bundle { question, messages, checkin, asked })).await
        }
    }
}

/// Holds a message until its writer says whom it is for.
async fn hold(tx: &mut Tx, it: &Said<'_>, checkin: Option<CheckinId>, now: DateTime<Utc>) -> Result<()> {
    let question = ask(tx, it.person, false, now).await?;
    let bundle = Dialogue::Bundle { question, messages: vec![it.message.0], checkin, asked: 1 };
    tx.await_from(it.person.id, Some(&bundle)).await?;
    tx.wake(Alarm::Bundle, it.person.id.0, now + TimeDelta::hours(BUNDLE_HOURS)).await
}

async fn ask(tx: &mut Tx, person: &Person, again: bool, now: DateTime<Utc>) -> Result<LetterId> {
    let pair = tx.pair_of(person.id).await?;
    let partner = pair.as_ref().map(|pair| pair.partner(person.id).map(str::to_owned).unwrap_or_default());
    tx.post(Post::answer(person.chat, RelayLetter::ForWhom { partner, again }), now).await
}

/// Nobody said whom a message is for: it is asked once more, then dropped with a notice.
pub async fn forgotten(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        let Some(Dialogue::Bundle { messages, checkin, asked, .. }) = person.dialogue.clone() else {
            continue;
        };
        if asked > 1 {
            tx.await_from(person.id, None).await?;
            tx.post(Post::answer(person.chat, RelayLetter::Dropped), now).await?;
            continue;
        }
        let question = ask(tx, &person, true, now).await?;
        let bundle = Dialogue::Bundle { question, messages, checkin, asked: asked + 1 };
        tx.await_from(person.id, Some(&bundle)).await?;
        tx.wake(Alarm::Bundle, person.id.0, now + TimeDelta::hours(BUNDLE_HOURS)).await?;
    }
    Ok(())
}

/// "For them", "for the team", "for nobody", or the wish to write to the team.
pub async fn answer(tx: &mut Tx, press: &Press, answer: &RelayAnswer) -> Result<Option<Letter>> {
    if *answer == RelayAnswer::WriteToTeam {
        return write_to_team(tx, &press.person, press.now).await.map(|()| None);
    }
    if *answer == RelayAnswer::CancelTeam {
        if matches!(press.person.dialogue, Some(Dialogue::Team { .. })) {
            tx.await_from(press.person.id, None).await?;
        }
        return Ok(None);
    }
    let Some(Dialogue::Bundle { messages, .. }) = press.person.dialogue.clone() else { return Ok(None) };
    tx.await_from(press.person.id, None).await?;
    tx.let_sleep(Alarm::Bundle, press.person.id.0).await?;
    let pair = tx.pair_of(press.person.id).await?;
    for message in messages {
        // What it holds was not kept: an unnamed kind is passed on by reference like any other.
        let it = Said { person: &press.person, message: MessageId(message), kind: Kind::Unknown };
        match (answer, &pair) {
            (RelayAnswer::ForPartner, Some(pair)) => to_pair(tx, &it, pair, None, press.now).await?,
            (RelayAnswer::ForTeam, _) => to_team(tx, &it, None, press.now).await?,
            (
                RelayAnswer::ForPartner
                | RelayAnswer::ForNobody
                | RelayAnswer::WriteToTeam
                | RelayAnswer::CancelTeam,
                _,
            ) => {}
        }
    }
    if *answer == RelayAnswer::ForNobody {
        tx.post(Post::answer(press.chat, RelayLetter::NotSent), press.now).await?;
    }
    Ok(None)
}

/// Her next message goes to the team.
pub async fn write_to_team(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let partner = tx.pair_of(person.id).await?.and_then(|pair| pair.partner(person.id).map(str::to_owned));
    let until = (now + TimeDelta::minutes(TEAM_MINUTES)).timestamp_millis();
    tx.await_from(person.id, Some(&Dialogue::Team { until })).await?;
    tx.post(Post::answer(person.chat, RelayLetter::TeamPrompt { partner }), now).await.map(drop)
}
