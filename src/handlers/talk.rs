//! A message that needs more than passing on: an awaited answer, a reply to the team, a message nobody said whom it
//! is for. The order of the rules is that of spec relay §3.

use super::delivery::{self, coordinator_of};
use super::press::Press;
use super::relay::{Passed, pass_one};
use super::{House, bundle, checkin, join, missed, setup};
use crate::domain::checkin::CheckinLetter;
use crate::domain::conversation::{Conversation, Side};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Heard, Kind, Written};
use crate::domain::id::{ConversationId, MessageId, PersonId, SourceId};
use crate::domain::letter::{Copied, Letter, Op, Post, Rank};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::relay::{RelayAnswer, RelayLetter, carried, protected};
use crate::store::{Kept, Replied, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// How long "your next message goes to the team" holds.
const TEAM_MINUTES: i64 = 30;

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
    let went = match written.reply_to {
        Some(reply) => replied(tx, house, &it, (written, reply), now).await?,
        None => Went::Nowhere,
    };
    match (went, person.dialogue.clone()) {
        (Went::There, _) => Ok(()),
        (went @ (Went::Nowhere | Went::ToTheBot), Some(dialogue)) => {
            in_dialogue(tx, house, &it, (written, went), dialogue, now).await
        }
        (Went::ToTheBot, None) if !person.role.is_staff() && tx.pair_of(person.id).await?.is_some() => {
            bundle::hold(tx, &it, None, now).await
        }
        (Went::Nowhere | Went::ToTheBot, None) => elsewhere(tx, &it, now).await,
    }
}

/// Where a reply went.
enum Went {
    /// Where the message it answers belongs.
    There,
    /// It answers something the bot itself said, which belongs nowhere: whom it is for is not to be guessed.
    ToTheBot,
    /// What it answers is not known.
    Nowhere,
}

impl Went {
    fn there(went: bool) -> Self {
        if went { Self::There } else { Self::Nowhere }
    }
}

/// A message and its writer.
pub(super) struct Said<'a> {
    /// Who wrote it.
    pub(super) person: &'a Person,
    /// Its number in her chat.
    pub(super) message: MessageId,
    /// What it holds.
    pub(super) kind: Kind,
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

/// To the others of her pair.
pub(super) async fn to_pair(
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

/// A reply goes where the message it answers belongs.
async fn replied(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, reply): (&Written, MessageId),
    now: DateTime<Utc>,
) -> Result<Went> {
    let found = tx.answered_messages(&[(it.person.chat, reply)]).await?;
    match found.get(&(it.person.chat, reply)).copied() {
        Some(Replied::Relayed(conversation, source)) => {
            into(tx, it, conversation, Some(source), now).await.map(Went::there)
        }
        Some(Replied::Letter(letter)) => {
            if checkin::replied(tx, house, it.person, (written, letter), now).await? {
                return Ok(Went::There);
            }
            let held = matches!(it.person.dialogue, Some(Dialogue::Bundle { .. }));
            if !held && missed::asked(tx, letter).await? {
                return bundle::hold(tx, it, None, now).await.map(|()| true);
            }
            match tx.known(it.person.chat, reply).await?.and_then(|known| known.conversation) {
                Some(conversation) => into(tx, it, conversation, None, now).await.map(Went::there),
                None => Ok(Went::ToTheBot),
            }
        }
        None => Ok(Went::Nowhere),
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
    let it = Said { person, message: written.message, kind: written.kind };
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
    let kept = Kept { conversation, author: it.person.id, chat, message, kind: it.kind };
    let Some(source) = tx.keep(&[kept], now).await?.remove(&(chat, message)) else { return Ok(()) };
    let held = reader.reach != Reach::Reachable;
    let copied = Copied { source: Some(source), chat, message, reply_to, protect: protected(it.kind) };
    let copy = Post { held, ..Post::op(reader.chat, Rank::Relay, Op::Copy(copied)).within(conversation) };
    let header = header
        .map(|header| Post { held, ..Post::ranked(reader.chat, Rank::Relay, header).within(conversation) });
    let posts: Vec<Post> = header.into_iter().chain([copy]).collect();
    tx.post_all(&posts, now).await.map(drop)
}

async fn in_dialogue(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, went): (&Written, Went),
    dialogue: Dialogue,
    now: DateTime<Utc>,
) -> Result<()> {
    match dialogue {
        Dialogue::Join => join::typed(tx, house, it.person, written, now).await,
        Dialogue::Setup => setup::typed(tx, house, it.person, written, now).await,
        Dialogue::Reason { what } => super::reason(tx, house, it.person, (&what, written), now).await,
        Dialogue::Team { until } if now.timestamp_millis() <= until => write_down(tx, it, now).await,
        // She was asked to write to the team, long ago: whom this is for is not to be guessed.
        Dialogue::Team { .. } => bundle::hold(tx, it, None, now).await,
        Dialogue::Checkin { checkin, asked: false } => {
            if checkin::typed(tx, house, it.person, checkin, written, now).await? {
                return Ok(());
            }
            bundle::hold(tx, it, Some(checkin), now).await
        }
        Dialogue::Checkin { checkin, asked: true } => {
            let to_the_bot = matches!(went, Went::ToTheBot);
            if to_the_bot || checkin::reads_like(tx, house, it.person, checkin, written).await?.is_some() {
                return bundle::hold(tx, it, Some(checkin), now).await;
            }
            elsewhere(tx, it, now).await
        }
        Dialogue::Talked => bundle::hold(tx, it, None, now).await,
        bundle @ Dialogue::Bundle { .. } => bundle::join(tx, house, it, (written, bundle), now).await,
    }
}

/// The message she announced, to the team.
async fn write_down(tx: &mut Tx, it: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
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

/// "For them", "for the team", "for nobody", or the wish to write to the team.
pub async fn answer(tx: &mut Tx, press: &Press, answer: &RelayAnswer) -> Result<Option<Letter>> {
    let person = &press.person;
    match answer {
        RelayAnswer::WriteToTeam => write_to_team(tx, person, press.now).await.map(|()| None),
        RelayAnswer::CancelTeam => {
            if matches!(person.dialogue, Some(Dialogue::Team { .. })) {
                let waiting = checkin::waiting(tx, person, None).await?;
                tx.await_from(person.id, waiting.as_ref()).await?;
            }
            Ok(None)
        }
        RelayAnswer::ForPartner | RelayAnswer::ForTeam | RelayAnswer::ForNobody => {
            bundle::answer(tx, (person, press.root), answer, press.now).await
        }
    }
}

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
