//! A message that needs more than passing on: an awaited answer, a reply to the team, a message nobody said whom it
//! is for. The order of the rules is that of spec relay §3.

use super::delivery;
use super::press::Press;
use super::relay::{Marks, Passed, beat, pass_one};
use super::{House, bundle, checkin, join, leak, missed, setup, team};
use crate::domain::conversation::Conversation;
use crate::domain::dialogue::Dialogue;
use crate::domain::flow::Beat;
use crate::domain::heard::{Heard, Kind, Written};
use crate::domain::id::{ConversationId, MessageId, SourceId};
use crate::domain::leak::{Shown, shown};
use crate::domain::letter::{Letter, Post};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::relay::{RelayAnswer, RelayLetter};
use crate::store::{Replied, Result, Tx};
use chrono::{DateTime, Utc};

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
    if written.kind == Kind::Timer {
        let letter = RelayLetter::NotCarried(written.kind);
        return tx.post(Post::answer(person.chat, letter), now).await.map(drop);
    }
    let (marks, beat) = (Marks::of(house, written), Some(beat(heard, written, now)));
    let shows = shown(written.kind, &written.content);
    let it = Said { person: &person, message: written.message, kind: written.kind, shows, marks, beat };
    // Part of an album goes where the others went, whatever is being waited for now.
    if let Some(key) = &written.album {
        let homes = tx.album_homes(&[(person.chat, key.clone())]).await?;
        for home in homes.into_values() {
            let reply = answered(tx, &it, written).await?;
            if into(tx, &it, home, reply, now).await? {
                return Ok(());
            }
        }
    }
    let went = match written.reply_to {
        Some(reply) => replied(tx, house, &it, (written, reply), now).await?,
        None => Went::Nowhere,
    };
    match (went, person.dialogue.clone()) {
        (Went::There, _) => Ok(()),
        (went @ (Went::Nowhere | Went::ToTheBot), Some(dialogue)) => {
            in_dialogue(tx, house, &it, (written, went, dialogue), now).await
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
    /// What it shows that leads to her.
    pub(super) shows: Option<Shown>,
    /// Its part in her flow, if it was written just now.
    pub(super) beat: Option<Beat>,
    /// What else is known about it.
    pub(super) marks: Marks<'a>,
}

/// The relayed message it answers.
async fn answered(tx: &mut Tx, it: &Said<'_>, written: &Written) -> Result<Option<SourceId>> {
    let Some(reply) = written.reply_to else { return Ok(None) };
    let place = (it.person.chat, reply);
    Ok(match tx.answered_messages(&[place]).await?.get(&place) {
        Some(Replied::Relayed(_, source)) => Some(*source),
        Some(Replied::Letter(_)) | None => None,
    })
}

/// No reply, no dialogue: her pair, or the hint what to do.
async fn elsewhere(tx: &mut Tx, it: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
    if it.person.role.is_staff() {
        tx.post(Post::answer(it.person.chat, RelayLetter::ReplyToAnswer), now).await?;
        return Ok(());
    }
    match tx.pair_of(it.person.id).await? {
        Some(pair) => to_pair(tx, it, &pair, None, now).await.map(drop),
        None => tx.post(Post::answer(it.person.chat, RelayLetter::Alone), now).await.map(drop),
    }
}

/// To the others of her pair, unless it shows what may not go, or not yet. Gives whether it went.
pub(super) async fn to_pair(
    tx: &mut Tx,
    it: &Said<'_>,
    pair: &Conversation,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if let Some(shown) = it.shows
        && leak::holds_back(tx, it, (pair, shown), reply_to, now).await?
    {
        return Ok(false);
    }
    send(tx, it, pair, reply_to, now).await.map(|()| true)
}

/// To the others of her pair.
pub(super) async fn send(
    tx: &mut Tx,
    it: &Said<'_>,
    pair: &Conversation,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let (told, flow) = tx.told(pair.id, it.person.id).await?;
    let member = pair.active().find(|member| member.person == it.person.id);
    let passed = Passed {
        author: it.person.id,
        chat: it.person.chat,
        message: it.message,
        kind: it.kind,
        marks: it.marks,
        reply_to,
        circle: &pair.circle(it.person.id),
        heard_before: member.is_some_and(|member| member.heard_at.is_some()),
        told: told.as_deref(),
        flow,
        beat: it.beat,
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
                return bundle::hold(tx, it, None, now).await.map(|()| Went::There);
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
        return team::with_team(tx, it, of, reply_to, now).await;
    }
    let Some(pair) = tx.conversation(conversation).await? else { return Ok(false) };
    let inside = pair.phase.is_live() && pair.active().any(|member| member.person == it.person.id);
    if inside {
        to_pair(tx, it, &pair, reply_to, now).await?;
    }
    Ok(inside)
}

async fn in_dialogue(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, went, dialogue): (&Written, Went, Dialogue),
    now: DateTime<Utc>,
) -> Result<()> {
    match dialogue {
        Dialogue::Join => join::typed(tx, house, it.person, written, now).await,
        Dialogue::Setup => setup::typed(tx, house, it.person, written, now).await,
        Dialogue::Reason { what } => super::reason(tx, house, it.person, (&what, written), now).await,
        Dialogue::Team { until } if now.timestamp_millis() <= until => team::write_down(tx, it, now).await,
        // She was asked something else, or to write to the team, long ago: whom this is for is not to be guessed.
        Dialogue::Talked | Dialogue::Team { .. } => bundle::hold(tx, it, None, now).await,
        Dialogue::Checkin { checkin, asked: false } => {
            if checkin::typed(tx, house, it.person, (checkin, written), now).await? {
                return Ok(());
            }
            bundle::hold(tx, it, Some(checkin), now).await
        }
        Dialogue::Checkin { checkin, asked: true } => {
            let to_the_bot = matches!(went, Went::ToTheBot);
            if to_the_bot || checkin::reads_like(tx, house, it.person, checkin, written).await? {
                return bundle::hold(tx, it, Some(checkin), now).await;
            }
            elsewhere(tx, it, now).await
        }
        bundle @ Dialogue::Bundle { .. } => bundle::join(tx, house, it, (written, bundle), now).await,
    }
}

/// "For them", "for the team", "for nobody", or the wish to write to the team.
pub async fn answer(tx: &mut Tx, press: &Press, answer: &RelayAnswer) -> Result<Option<Letter>> {
    let person = &press.person;
    match answer {
        RelayAnswer::WriteToTeam => team::write_to_team(tx, person, press.now).await.map(|()| None),
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
