//! A message that needs more than passing on: an awaited answer, a reply to the team, a message nobody said whom it
//! is for. The order of the rules is that of spec relay §3.

use super::delivery;
use super::press::Press;
use super::relay::Line;
use super::said::{Said, to_pair};
use super::{House, answering, bundle, checkin, early, join, setup, switch, team, whom};
use crate::domain::dialogue::{Asks, Dialogue};
use crate::domain::heard::{Kind, Written};
use crate::domain::id::{ChatId, ConversationId, PersonId, SourceId};
use crate::domain::letter::{Letter, Post};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::relay::{RelayAnswer, RelayLetter};
use crate::domain::route::{Facts, Reply, Route, Topic, elsewhere, route};
use crate::domain::which::Current;
use crate::store::{Replied, Result, Tx};
use chrono::{DateTime, Utc};

/// What the bot waits for, and from which part of an account.
type Open<'a> = Option<(&'a Person, Dialogue)>;

/// A private message, alone.
pub async fn message(tx: &mut Tx, house: &House, line: &Line<'_>, now: DateTime<Utc>) -> Result<()> {
    let Line { heard, written, marks, shows } = *line;
    if written.kind == Kind::Service {
        return Ok(());
    }
    let parts = setup::parts(tx, heard.chat, now).await?;
    if parts.is_empty() {
        return join::stranger(tx, house, heard, now).await;
    }
    if parts.iter().any(|part| part.reach != Reach::Reachable) {
        delivery::back(tx, heard.chat, now).await?;
    }
    let live = tx.live_in(&[heard.chat]).await?;
    let main = main(&parts, &live);
    let danger = tx.danger(heard.chat).await?;
    let joining = parts.iter().find(|part| part.standing == Standing::Joining);
    let asked = open_dialogue(&parts);
    match (main.filter(|part| part.standing == Standing::Ready), joining) {
        // What she writes after 🆘 is for her team, however far she has come.
        _ if danger.is_some() => {}
        (None, joining) => {
            let Some(person) = joining.or(main) else { return Ok(()) };
            let (message, kind, beat) = (written.message, written.kind, Some(line.beat(now)));
            let it = Said { parts: &parts, person, message, kind, shows, marks, beat };
            return early::heard(tx, house, &it, (written, asked), now).await;
        }
        // Whoever is in a conversation answers what joining asks with its buttons, or in reply to it: anything else
        // may be meant for somebody.
        (Some(_), Some(joining)) if live.is_empty() && asked.is_none() => {
            return join::typed(tx, house, joining, written, now).await;
        }
        (Some(_), _) => {}
    }
    let Some(person) = main else { return Ok(()) };
    let (message, kind, beat) = (written.message, written.kind, Some(line.beat(now)));
    let it = Said { parts: &parts, person, message, kind, shows, marks, beat };
    goes(tx, house, &it, (written, asked, danger.map(|danger| danger.since)), now).await
}

/// Where the words of somebody who has joined, or is in danger since a moment, go.
async fn goes(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, asked, danger): (&Written, Open<'_>, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<()> {
    if written.kind == Kind::Timer {
        let letter = RelayLetter::NotCarried(written.kind);
        return tx.post(Post::answer(it.person, letter), now).await.map(drop);
    }
    let says = says(tx, it, written).await?;
    let it = says.by.and_then(|part| it.by(part)).unwrap_or(Said { ..*it });
    let to_team = matches!(says.reply, Reply::Talk { .. });
    if it.person.standing == Standing::Joining && danger.is_none() && !to_team {
        return join::typed(tx, house, it.person, written, now).await;
    }
    let answers = asked.as_ref().is_some_and(|(_, dialogue)| answering::is_to_answer(dialogue, danger, now));
    let found = Found { danger, answers, ..find(tx, &it, written).await? };
    let mut facts = found.facts(&says, asked.is_some());
    if let Route::Question(Asks::Checkin(checkin)) = route(&facts, now) {
        if checkin::replied(tx, house, it.person, (checkin, written), now).await? {
            return Ok(());
        }
        facts.reply = says.stands_in;
    }
    let goes = route(&facts, now);
    match (goes, asked) {
        (Route::Dialogue, Some((part, dialogue))) => {
            let it = Said { person: part, ..it };
            in_dialogue(tx, house, &it, (written, &facts, dialogue), now).await
        }
        (Route::Ask | Route::Question(_), Some((part, bundle @ Dialogue::Bundle { .. }))) => {
            let it = Said { person: part, ..it };
            bundle::join(tx, house, &it, (written, bundle), now).await
        }
        (goes, _) => {
            to(tx, &it, (goes, says.source), now).await?;
            match goes {
                Route::Pair(id) if facts.names(id) => switch::act(tx, it.person.chat, id, now).await,
                Route::Pair(_)
                | Route::Talk(_)
                | Route::Danger
                | Route::Ask
                | Route::Question(_)
                | Route::Dialogue
                | Route::Ended
                | Route::Nowhere => Ok(()),
            }
        }
    }
}

/// What a message says itself about where it goes.
struct Says {
    /// What it answers.
    reply: Reply,
    /// The same, where a question it answers is over.
    stands_in: Reply,
    /// The relayed message it answers.
    source: Option<SourceId>,
    /// The part of the account that the answered letter was for.
    by: Option<PersonId>,
}

async fn says(tx: &mut Tx, it: &Said<'_>, written: &Written) -> Result<Says> {
    let place = written.reply_to.map(|reply| (it.person.chat, reply));
    let replied = tx.answered_messages(place.as_slice()).await?;
    let (letter, mut says) = match (place, place.and_then(|place| replied.get(&place).copied())) {
        (None, _) => return Ok(Says { reply: Reply::No, stands_in: Reply::No, source: None, by: None }),
        (Some(_), None) => {
            return Ok(Says { reply: Reply::Unknown, stands_in: Reply::Unknown, source: None, by: None });
        }
        (Some(_), Some(Replied::Relayed(conversation, source))) => {
            let reply = belongs(tx, it, conversation).await?;
            // What belonged to a conversation that is over is no reply in another.
            let source = Some(source).filter(|_| reply != Reply::Unknown);
            return Ok(Says { reply, stands_in: reply, source, by: None });
        }
        (Some((chat, message)), Some(Replied::Letter(letter))) => {
            let known = tx.known(chat, message).await?;
            let by = known.and_then(|known| known.person);
            let it = by.and_then(|part| it.by(part)).unwrap_or(*it);
            let stands_in = match known.and_then(|known| known.conversation) {
                Some(conversation) => belongs(tx, &it, conversation).await?,
                None => Reply::Bot,
            };
            (letter, Says { reply: stands_in, stands_in, source: None, by })
        }
    };
    if let Some(asks) = tx.offered(letter).await?.and_then(|offered| Asks::of(&offered.offer)) {
        says.reply = Reply::Question(asks);
    }
    Ok(says)
}

/// The pair or talk a message belongs to; unknown, if its reader is not in it (any more).
async fn belongs(tx: &mut Tx, it: &Said<'_>, conversation: ConversationId) -> Result<Reply> {
    let Some(of) = tx.team_of(conversation).await? else {
        let own: Vec<PersonId> = it.parts.iter().map(|part| part.id).collect();
        let inside = tx.pairs_of(&own).await?.iter().any(|pair| pair.id == conversation);
        return Ok(if inside { Reply::Pair(conversation) } else { Reply::Unknown });
    };
    let own = it.parts.iter().any(|part| part.id == of);
    let known = own || answering::answers(tx, it, of).await?;
    Ok(if known { Reply::Talk { id: conversation, own } } else { Reply::Unknown })
}

/// What answers a talk with a team, or is part of an album that went there; `false` if it is neither.
pub(super) async fn in_talk(
    tx: &mut Tx,
    it: &Said<'_>,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<bool> {
    let (says, found) = (says(tx, it, written).await?, find(tx, it, written).await?);
    let goes = route(&found.facts(&says, false), now);
    let talks = matches!(goes, Route::Talk(_));
    if talks {
        to(tx, it, (goes, says.source), now).await?;
    }
    Ok(talks)
}

/// What else decides where a message goes.
struct Found {
    album: Option<Reply>,
    topic: Topic,
    danger: Option<DateTime<Utc>>,
    answers: bool,
    live: Vec<(ConversationId, bool)>,
    current: Option<Current>,
}

impl Found {
    fn facts(&self, says: &Says, waits: bool) -> Facts<'_> {
        let Self { album, topic, danger, answers, current, .. } = *self;
        Facts { album, reply: says.reply, topic, danger, waits, answers, live: &self.live, current }
    }
}

async fn find(tx: &mut Tx, it: &Said<'_>, written: &Written) -> Result<Found> {
    let chat = it.person.chat;
    let own: Vec<PersonId> = it.parts.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&own).await?;
    let live: Vec<_> = pairs.iter().map(|pair| (pair.id, whom::is_stopped(pair, &own))).collect();
    let key = written.album.as_ref().map(|key| (chat, key.clone()));
    let album = match tx.album_homes(key.as_slice()).await?.into_values().next() {
        Some(home) => Some(belongs(tx, it, home).await?).filter(|home| *home != Reply::Unknown),
        None => None,
    };
    let thread = written.thread.map(|thread| (chat, thread));
    let topic = match (thread, tx.conversations_in_topics(thread.as_slice()).await?.into_values().next()) {
        (None, _) => Topic::No,
        (Some(_), Some(id)) => Topic::Of(id),
        (Some(_), None) => Topic::Hers,
    };
    // After 🆘 she chooses even her only one.
    let current = tx.account(chat).await?.and_then(|account| account.current);
    Ok(Found { album, topic, danger: None, answers: false, live, current })
}

/// Where the rule says.
async fn to(
    tx: &mut Tx,
    it: &Said<'_>,
    (goes, answers): (Route, Option<SourceId>),
    now: DateTime<Utc>,
) -> Result<()> {
    match goes {
        Route::Pair(id) => into(tx, it, id, answers, now).await,
        Route::Talk(id) => match tx.team_of(id).await? {
            Some(of) => team::with_team(tx, it, of, answers, now).await.map(drop),
            None => Ok(()),
        },
        Route::Danger => team::danger(tx, it, answers, now).await,
        Route::Ask | Route::Question(_) => bundle::hold(tx, it, None, now).await,
        Route::Ended => tx.post(Post::answer(it.person, RelayLetter::NotOpen), now).await.map(drop),
        // What waited for this is over.
        Route::Dialogue => Ok(()),
        Route::Nowhere if it.person.role.is_staff() => {
            tx.post(Post::answer(it.person, RelayLetter::ReplyToAnswer), now).await.map(drop)
        }
        Route::Nowhere => tx.post(Post::answer(it.person, RelayLetter::Alone), now).await.map(drop),
    }
}

/// Into a pair she is part of.
async fn into(
    tx: &mut Tx,
    it: &Said<'_>,
    conversation: ConversationId,
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(pair) = tx.conversation(conversation).await? else { return Ok(()) };
    to_pair(tx, &it.within(&pair), &pair, reply_to, now).await.map(drop)
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
fn open_dialogue(parts: &[Person]) -> Open<'_> {
    let open = parts.iter().filter_map(|part| Some((part, part.dialogue.clone()?)));
    // Whoever has not finished joining can announce a message to the team, and nothing else.
    let open = open.filter(|(part, dialogue)| {
        part.standing == Standing::Ready || matches!(dialogue, Dialogue::Team { .. })
    });
    open.min_by_key(|(_, dialogue)| match dialogue {
        Dialogue::Bundle { .. } => 0,
        Dialogue::Team { .. } | Dialogue::Answer { .. } => 1,
        Dialogue::Join | Dialogue::Setup | Dialogue::Reason { .. } => 2,
        Dialogue::Checkin { asked: false, .. } => 3,
        Dialogue::Talked | Dialogue::TeamWrote => 4,
        Dialogue::Checkin { asked: true, .. } => 5,
    })
}

async fn in_dialogue(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, facts, dialogue): (&Written, &Facts<'_>, Dialogue),
    now: DateTime<Utc>,
) -> Result<()> {
    match dialogue {
        Dialogue::Join => join::typed(tx, house, it.person, written, now).await,
        Dialogue::Setup => setup::typed(tx, house, it.person, written, now).await,
        Dialogue::Reason { what } => super::reason(tx, house, it.person, (&what, written), now).await,
        Dialogue::Team { until } if now.timestamp_millis() <= until => team::write_down(tx, it, now).await,
        Dialogue::Answer { of, until } if now.timestamp_millis() <= until => {
            answering::comes(tx, it, of, now).await
        }
        // She was asked or told something else, or wanted to write to the team, long ago: whom this is for is not to be
        // guessed.
        Dialogue::Talked | Dialogue::TeamWrote | Dialogue::Team { .. } | Dialogue::Answer { .. } => {
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
            if facts.reply == Reply::Bot
                || checkin::reads_like(tx, house, it.person, checkin, written).await?
            {
                return bundle::hold(tx, it, Some(checkin), now).await;
            }
            to(tx, it, (elsewhere(facts, now), None), now).await
        }
        bundle @ Dialogue::Bundle { .. } => bundle::join(tx, house, it, (written, bundle), now).await,
    }
}

/// "For them", "for the team", "for nobody", or the wish to write to the team.
pub async fn answer(tx: &mut Tx, press: &Press, answer: &RelayAnswer) -> Result<Option<Letter>> {
    let person = &press.person;
    match answer {
        RelayAnswer::WriteToTeam => team::write_to_team(tx, person, press.now).await.map(|()| None),
        RelayAnswer::Answer(of) => answering::announced(tx, person, *of, press.now).await,
        RelayAnswer::CancelTeam => {
            if matches!(person.dialogue, Some(Dialogue::Team { .. } | Dialogue::Answer { .. })) {
                let waiting = checkin::waiting(tx, person, None).await?;
                tx.await_from(person.id, waiting.as_ref()).await?;
            }
            Ok(None)
        }
        RelayAnswer::For(_) | RelayAnswer::More(_) | RelayAnswer::ForOther | RelayAnswer::ForNobody => {
            bundle::answer(tx, (person, press.root), answer, press.now).await
        }
    }
}
