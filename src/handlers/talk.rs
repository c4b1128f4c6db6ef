//! A message that needs more than passing on: an awaited answer, a reply to the team, a message nobody said whom it
//! is for. The order of the rules is that of spec relay §3.

use super::delivery;
use super::press::Press;
use super::relay::Line;
use super::said::{Said, answered, to_pair};
use super::{House, bundle, checkin, join, setup, switch, team, topics};
use crate::domain::dialogue::{Asks, Dialogue};
use crate::domain::heard::{Kind, Written};
use crate::domain::id::{ChatId, ConversationId, MessageId, PersonId, SourceId};
use crate::domain::letter::{Letter, Post};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::relay::{RelayAnswer, RelayLetter};
use crate::domain::which::{Whither, whither};
use crate::store::{Replied, Result, Tx};
use chrono::{DateTime, Utc};

/// A private message, alone.
pub async fn message(tx: &mut Tx, house: &House, line: &Line<'_>, now: DateTime<Utc>) -> Result<()> {
    let Line { heard, written, marks, shows } = *line;
    if written.kind == Kind::Service {
        return Ok(());
    }
    let parts = tx.parts(heard.chat).await?;
    if parts.is_empty() {
        return join::stranger(tx, house, heard, now).await;
    }
    if parts.iter().any(|part| part.reach != Reach::Reachable) {
        delivery::back(tx, heard.chat, now).await?;
    }
    let live = tx.live_in(&[heard.chat]).await?;
    let main = main(&parts, &live);
    let joining = parts.iter().find(|part| part.standing == Standing::Joining);
    let asked = open_dialogue(&parts);
    match (main.filter(|part| part.standing == Standing::Ready), joining) {
        (None, joining) => {
            let Some(person) = joining.or(main) else { return Ok(()) };
            return join::typed(tx, house, person, written, now).await;
        }
        // Whoever is in a conversation answers what joining asks with its buttons, or in reply to it: anything else
        // may be meant for somebody.
        (Some(_), Some(joining)) if live.is_empty() && asked.is_none() => {
            return join::typed(tx, house, joining, written, now).await;
        }
        (Some(_), _) => {}
    }
    let Some(person) = main else { return Ok(()) };
    if written.kind == Kind::Timer {
        let letter = RelayLetter::NotCarried(written.kind);
        return tx.post(Post::answer(person, letter), now).await.map(drop);
    }
    let (message, kind, beat) = (written.message, written.kind, Some(line.beat(now)));
    let it = Said { parts: &parts, person, message, kind, shows, marks, beat };
    if into_its_album(tx, &it, written, now).await? {
        return Ok(());
    }
    let went = match written.reply_to {
        Some(reply) => replied(tx, house, &it, (written, reply), now).await?,
        None => Went::Nowhere,
    };
    match (went, asked) {
        (Went::There, _) => Ok(()),
        (went @ (Went::Nowhere | Went::ToTheBot), Some((part, dialogue))) => {
            let it = Said { person: part, ..it };
            in_dialogue(tx, house, &it, (written, went, dialogue), now).await
        }
        (Went::ToTheBot, None) if !live.is_empty() => bundle::hold(tx, &it, None, now).await,
        (Went::Nowhere | Went::ToTheBot, None) => elsewhere(tx, &it, written.thread, now).await,
    }
}

/// Part of an album goes where the others went, whatever is being waited for now.
async fn into_its_album(tx: &mut Tx, it: &Said<'_>, written: &Written, now: DateTime<Utc>) -> Result<bool> {
    let Some(key) = &written.album else { return Ok(false) };
    let homes = tx.album_homes(&[(it.person.chat, key.clone())]).await?;
    for home in homes.into_values() {
        let reply = answered(tx, it, written).await?;
        if into(tx, it, home, reply, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The part that speaks for an account: one in a conversation, or else one that is ready, participants first.
fn main<'a>(parts: &'a [Person], live: &[(ChatId, PersonId, ConversationId)]) -> Option<&'a Person> {
    parts.iter().min_by_key(|part| {
        let inside = live.iter().any(|(_, person, _)| *person == part.id);
        (part.standing != Standing::Ready, !inside, part.role.is_staff(), part.id)
    })
}

/// What an account's next words may answer, in whichever of its parts: first what is held, then what was announced,
/// then what was asked.
fn open_dialogue(parts: &[Person]) -> Option<(&Person, Dialogue)> {
    let ready = parts.iter().filter(|part| part.standing == Standing::Ready);
    let open = ready.filter_map(|part| Some((part, part.dialogue.clone()?)));
    open.min_by_key(|(_, dialogue)| match dialogue {
        Dialogue::Bundle { .. } => 0,
        Dialogue::Team { .. } => 1,
        Dialogue::Join | Dialogue::Setup | Dialogue::Reason { .. } => 2,
        Dialogue::Checkin { asked: false, .. } => 3,
        Dialogue::Talked | Dialogue::TeamWrote => 4,
        Dialogue::Checkin { asked: true, .. } => 5,
    })
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

/// No reply, no dialogue: to the only conversation or the chosen one; otherwise she is asked, or told what to do.
async fn elsewhere(tx: &mut Tx, it: &Said<'_>, thread: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    let own: Vec<PersonId> = it.parts.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&own).await?;
    let live: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    if topics::takes(tx, it, (thread, &pairs), now).await? {
        return Ok(());
    }
    let current = if live.len() > 1 { tx.account(it.person.chat).await? } else { None };
    let current = current.and_then(|account| account.current);
    match whither(&live, current, now) {
        // A topic we did not make says that she meant something, not what.
        Whither::To(_) if thread.is_some() && live.len() > 1 => bundle::hold(tx, it, None, now).await,
        Whither::To(id) => match pairs.iter().find(|pair| pair.id == id) {
            Some(pair) => to_pair(tx, &it.within(pair), pair, None, now).await.map(drop),
            None => Ok(()),
        },
        Whither::Ask => bundle::hold(tx, it, None, now).await,
        Whither::Nowhere if it.person.role.is_staff() => {
            tx.post(Post::answer(it.person, RelayLetter::ReplyToAnswer), now).await.map(drop)
        }
        Whither::Nowhere => tx.post(Post::answer(it.person, RelayLetter::Alone), now).await.map(drop),
    }
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
            let known = tx.known(it.person.chat, reply).await?;
            let it = known.and_then(|known| it.by(known.person?)).unwrap_or(*it);
            if it.person.standing == Standing::Joining {
                return join::typed(tx, house, it.person, written, now).await.map(|()| Went::There);
            }
            let asks = tx.offered(letter).await?.and_then(|offered| Asks::of(&offered.offer));
            if let Some(Asks::Checkin(checkin)) = asks
                && checkin::replied(tx, house, it.person, (checkin, written), now).await?
            {
                return Ok(Went::There);
            }
            let held = matches!(open_dialogue(it.parts), Some((_, Dialogue::Bundle { .. })));
            if !held && asks == Some(Asks::Talked) {
                return bundle::hold(tx, &it, None, now).await.map(|()| Went::There);
            }
            match known.and_then(|known| known.conversation) {
                Some(conversation) => into(tx, &it, conversation, None, now).await.map(Went::there),
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
    let it = it.within(&pair);
    let inside = pair.phase.is_live() && pair.active().any(|member| member.person == it.person.id);
    if inside {
        to_pair(tx, &it, &pair, reply_to, now).await?;
        switch::act(tx, it.person.chat, conversation, now).await?;
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
        // She was asked or told something else, or wanted to write to the team, long ago: whom this is for is not to be
        // guessed.
        Dialogue::Talked | Dialogue::TeamWrote | Dialogue::Team { .. } => {
            bundle::hold(tx, it, None, now).await
        }
        Dialogue::Checkin { checkin, asked: false } => {
            // With two open, words do not say which they answer.
            let one = tx.checkins_open_in(it.person.chat).await? < 2;
            if one && checkin::typed(tx, house, it.person, (checkin, written), now).await? {
                return Ok(());
            }
            bundle::hold(tx, it, Some(checkin), now).await
        }
        Dialogue::Checkin { checkin, asked: true } => {
            let to_the_bot = matches!(went, Went::ToTheBot);
            if to_the_bot || checkin::reads_like(tx, house, it.person, checkin, written).await? {
                return bundle::hold(tx, it, Some(checkin), now).await;
            }
            elsewhere(tx, it, written.thread, now).await
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
        RelayAnswer::For(_) | RelayAnswer::More(_) | RelayAnswer::ForNobody => {
            bundle::answer(tx, (person, press.root), answer, press.now).await
        }
    }
}
