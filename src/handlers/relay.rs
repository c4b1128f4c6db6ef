//! Passing messages on. A run of plain messages is read, decided and written as sets; whatever needs more than that
//! goes to `talk`, one by one.

use super::album::{Albums, Going};
use super::supervised::{self, Seen};
use super::{House, missed, talk};
use crate::domain::circle::{REACHED, misses_somebody};
use crate::domain::conversation::{Circle, Phase, Recipient, Side};
use crate::domain::flow::{Beat, Flow};
use crate::domain::heard::{Heard, Kind, What, Written};
use crate::domain::id::{ChatId, ConversationId, MessageId, PersonId, SourceId};
use crate::domain::leak::shown;
use crate::domain::letter::{Post, Rank};
use crate::domain::relay::{Passing, RelayLetter, notice, pass_on, protected};
use crate::domain::seal::Print;
use crate::domain::talk::Talk;
use crate::domain::which::{Whither, whither};
use crate::store::{Alarm, AlbumKey, Kept, Replied, Result, Speaker, Topics, Tx};
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

/// What else is to be known about a message on its way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// The album it belongs to.
    pub album: Option<&'a str>,
    /// It was forwarded from somewhere.
    pub forwarded: bool,
    /// Its fingerprints.
    pub print: Print,
}

impl<'a> Marks<'a> {
    /// Those of a message that was just heard.
    pub fn of(house: &House, written: &'a Written) -> Self {
        let print = house.seal.print(&written.content);
        Self { album: written.album.as_deref(), forwarded: written.forwarded, print }
    }
}

/// One message on its way into a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Passed<'a> {
    /// Who wrote it.
    pub author: PersonId,
    /// Where.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// What else is known about it.
    pub marks: Marks<'a>,
    /// What it answers.
    pub reply_to: Option<SourceId>,
    /// The conversation it goes to.
    pub circle: &'a Circle,
    /// She has been heard in it before.
    pub heard_before: bool,
    /// The notice she was last given about it.
    pub told: Option<&'a str>,
    /// How fast she has been writing.
    pub flow: Flow,
    /// When this was written; `None` if it has waited since, and says nothing about how fast she writes.
    pub beat: Option<Beat>,
}

/// A run of private messages that are neither commands nor labels.
pub async fn messages(tx: &mut Tx, house: &House, run: &[&Heard], now: DateTime<Utc>) -> Result<()> {
    let run: Vec<(&Heard, &Written)> =
        run.iter().filter_map(|heard| Some((*heard, written(heard)?))).collect();
    let chats: Vec<ChatId> =
        run.iter().map(|(heard, _)| heard.chat).collect::<HashSet<_>>().into_iter().collect();
    let speakers = tx.speakers(&chats).await?;
    let replies: Vec<_> = run.iter().filter_map(|(heard, it)| Some((heard.chat, it.reply_to?))).collect();
    let replies = tx.answered_messages(&replies).await?;
    let albums: Vec<AlbumKey> =
        run.iter().filter_map(|(heard, it)| Some((heard.chat, it.album.clone()?))).collect();
    let homes = tx.album_homes(&albums).await?;
    let threads: Vec<_> = run.iter().filter_map(|(heard, it)| Some((heard.chat, it.thread?))).collect();
    let topics = tx.conversations_in_topics(&threads).await?;
    let mut passed = Vec::with_capacity(run.len());
    let mut others = Vec::new();
    // What follows a message that is looked at alone may depend on what comes of it.
    let mut alone: HashSet<ChatId> = HashSet::new();
    for (heard, written) in run {
        let reply = written.reply_to.and_then(|message| replies.get(&(heard.chat, message)).copied());
        if let Some(quote) = &written.quote {
            house.memory.note_quote(heard.chat, written.message, quote);
        }
        let home = written.album.clone().and_then(|key| homes.get(&(heard.chat, key)).copied());
        let marks = Marks::of(house, written);
        let speaker = speakers.get(&heard.chat).filter(|_| !alone.contains(&heard.chat));
        // What answers a message of this run is known once that one is kept.
        let speaker = speaker.filter(|_| reply.is_some() || !answers_one(&passed, heard.chat, written));
        let plain =
            speaker.and_then(|speaker| plain(speaker, heard, (written, marks, now), (reply, home, &topics)));
        if let Some(message) = plain {
            passed.push(message);
        } else {
            alone.insert(heard.chat);
            others.push((heard, written));
        }
    }
    tx.chose(&chosen(&speakers, &passed), now).await?;
    pass(tx, &passed, now).await?;
    for (heard, written) in others {
        // Boxed: a run of plain messages need not carry what a single one may set in motion.
        Box::pin(talk::message(tx, house, heard, written, now)).await?;
    }
    Ok(())
}

/// Whether a message answers one of these.
fn answers_one(passed: &[Passed<'_>], chat: ChatId, written: &Written) -> bool {
    let answered = |to| passed.iter().any(|it| it.chat == chat && it.message == to);
    written.reply_to.is_some_and(answered)
}

fn written(heard: &Heard) -> Option<&Written> {
    match &heard.what {
        What::Wrote(written) => Some(written),
        What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::Blocked(_)
        | What::InGroup(_)
        | What::GroupPlace(_)
        | What::Moved { .. }
        | What::Nothing => None,
    }
}

/// A message that needs no question: it is clear which of its writer's live conversations it goes to, nothing is open
/// between her and the bot, neither what it answers nor the album it belongs to is outside that conversation, and it
/// shows nothing that leads to her.
fn plain<'a>(
    speaker: &'a Speaker,
    heard: &Heard,
    (written, marks, now): (&Written, Marks<'a>, DateTime<Utc>),
    (reply, home, topics): (Option<Replied>, Option<ConversationId>, &Topics),
) -> Option<Passed<'a>> {
    let live: Vec<ConversationId> = speaker.places.iter().map(|place| place.circle.id).collect();
    let chosen = speaker.current.map(|current| current.conversation);
    // A topic of the bot's says where a message goes; one of hers says nothing.
    let fits =
        |to| written.thread.is_none_or(|thread| topics.get(&(heard.chat, thread)).copied() == Some(to));
    let (to, reply_to) = match (reply, whither(&live, speaker.current, now)) {
        (None, Whither::To(id)) if fits(id) => (id, None),
        (None, Whither::To(_)) => return None,
        // A reply into another conversation than the chosen one chooses it, which is more than passing on.
        (Some(Replied::Relayed(id, source)), _) if live.len() == 1 || chosen == Some(id) => {
            (id, Some(source))
        }
        (None | Some(Replied::Relayed(..) | Replied::Letter(_)), _) => return None,
    };
    let at_home = home.is_none_or(|home| home == to);
    let place = speaker.places.iter().find(|place| place.circle.id == to).filter(|_| at_home)?;
    let plain = written.kind != Kind::Service && shown(written.kind, &written.content).is_none();
    (speaker.quiet && !place.circle.silence_case && plain && fits(to)).then_some(Passed {
        author: place.person,
        chat: heard.chat,
        message: written.message,
        kind: written.kind,
        marks,
        reply_to,
        circle: &place.circle,
        heard_before: place.heard_before,
        told: place.told.as_deref(),
        flow: place.flow,
        beat: Some(beat(heard, written, now)),
    })
}

/// Replies of accounts with several conversations: each keeps its choice going.
fn chosen(speakers: &HashMap<ChatId, Speaker>, passed: &[Passed<'_>]) -> Vec<(ChatId, ConversationId)> {
    let several = |it: &&Passed<'_>| speakers.get(&it.chat).is_some_and(|speaker| speaker.places.len() > 1);
    let replies = passed.iter().filter(|it| it.reply_to.is_some()).filter(several);
    replies.map(|it| (it.chat, it.circle.id)).collect()
}

/// A message as part of its writer's flow.
pub(super) fn beat(heard: &Heard, written: &Written, now: DateTime<Utc>) -> Beat {
    Beat { at: heard.at.unwrap_or(now), in_album: written.album.is_some() }
}

/// Passes messages on, in order, each to exactly the other members of its conversation.
pub async fn pass(tx: &mut Tx, messages: &[Passed<'_>], now: DateTime<Utc>) -> Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let passing: Vec<_> = messages.iter().map(|it| (it, pass_on(it.kind, Some(it.circle)))).collect();
    let kept: Vec<Kept<'_>> = passing
        .iter()
        .filter(|(_, passing)| matches!(passing, Passing::Copies(_)))
        .map(|(it, _)| kept(it))
        .collect();
    let sources = tx.keep(&kept, now).await?;
    let mut headers = Headers::load(tx, messages, now).await?;
    let mut albums = Albums::load(tx, messages.iter().map(|it| (it.chat, it.marks.album))).await?;
    let (mut out, mut seen) = (Out::default(), Vec::new());
    for (it, passing) in passing {
        match (passing, sources.get(&(it.chat, it.message))) {
            (Passing::Refused(letter), _) => out.refuse(it, letter),
            (Passing::Copies(copies), Some(source)) => {
                out.partly.extend(misses_somebody(&copies, it.told).then_some((
                    Alarm::Partly,
                    source.0,
                    now + REACHED,
                )));
                for (reader, held) in copies {
                    let going = going(it, *source, (&reader, held));
                    if !albums.is_under_way(&going) {
                        out.posts.extend(headers.before(it, &reader).map(|post| Post { held, ..post }));
                    }
                    albums.post(&going, &mut out.posts, now);
                }
                seen.extend(
                    it.circle.supervised.then(|| seen_by_team(it, *source, albums.begins(it, *source))),
                );
                out.follow(it, now);
            }
            // Already in the ledger: it was passed on before.
            (Passing::Copies(_), None) => {}
        }
    }
    out.write(tx, now).await?;
    albums.write(tx).await?;
    headers.write(tx, now).await?;
    supervised::watch(tx, &seen, now).await
}

/// What whoever reads along sees of a message.
fn seen_by_team(it: &Passed<'_>, source: SourceId, named: bool) -> Seen {
    let (pair, author) = (it.circle.id, it.author);
    Seen { pair, author, chat: it.chat, message: it.message, source, named, corrected: false }
}

fn kept<'a>(it: &Passed<'a>) -> Kept<'a> {
    Kept {
        conversation: it.circle.id,
        author: it.author,
        chat: it.chat,
        message: it.message,
        kind: it.kind,
        album: it.marks.album,
        print: it.marks.print,
    }
}

fn going<'a>(it: &Passed<'a>, source: SourceId, (to, held): (&Recipient, bool)) -> Going<'a> {
    Going {
        source,
        chat: it.chat,
        message: it.message,
        marks: it.marks,
        reply_to: it.reply_to,
        conversation: it.circle.id,
        protect: protected(it.kind, &it.circle.protect),
        to: to.into(),
        held,
    }
}

/// What follows from a run, gathered to be written as sets.
#[derive(Default)]
struct Out {
    posts: Vec<Post>,
    heard: HashMap<(ConversationId, PersonId), Flow>,
    talks: HashMap<ConversationId, Talk>,
    told: HashMap<&'static str, Vec<(ConversationId, PersonId)>>,
    noticed: HashSet<(ConversationId, PersonId)>,
    refused: HashSet<(ChatId, String)>,
    partly: Vec<(Alarm, i64, DateTime<Utc>)>,
}

impl Out {
    /// Its writer hears why not; of an album, once.
    fn refuse(&mut self, it: &Passed<'_>, letter: RelayLetter) {
        let again = it.marks.album.is_some_and(|key| !self.refused.insert((it.chat, key.to_owned())));
        if !again {
            self.posts.push(Post::answer((it.chat, it.author), letter));
        }
    }

    fn follow(&mut self, it: &Passed<'_>, now: DateTime<Utc>) {
        let member = (it.circle.id, it.author);
        // A message that waits is no contact yet, but the clock is stopped then anyway.
        self.flows(member, it);
        let talk = self.talks.entry(it.circle.id).or_insert(it.circle.talk);
        *talk = talk.heard(it.circle.side, now);
        if !self.noticed.contains(&member)
            && let Some((name, letter)) = notice(it.circle, it.heard_before, it.told)
        {
            self.noticed.insert(member);
            self.told.entry(name).or_default().push(member);
            self.posts.push(Post::answer((it.chat, it.author), letter));
        }
    }

    /// A flood is asked to slow down; all of it goes on as ever.
    fn flows(&mut self, member: (ConversationId, PersonId), it: &Passed<'_>) {
        let flow = self.heard.entry(member).or_insert(it.flow);
        let Some((after, slow)) = it.beat.map(|beat| flow.after(beat)) else { return };
        *flow = after;
        self.posts.extend(slow.then(|| Post::answer((it.chat, it.author), RelayLetter::SlowDown)));
    }

    async fn write(self, tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
        tx.post_all(&self.posts, now).await?;
        tx.hear(&self.heard.into_iter().collect::<Vec<_>>(), now).await?;
        let talks: Vec<_> = self.talks.into_iter().collect();
        tx.save_talks(&talks).await?;
        tx.wake_all(&self.partly).await?;
        for (name, members) in self.told {
            tx.tell(&members, Some(name)).await?;
        }
        Ok(())
    }
}

/// Names before messages, in circles only: when the author changes, or after five minutes (spec relay §5).
struct Headers {
    last: HashMap<(ConversationId, PersonId), (PersonId, i64)>,
    names: HashMap<PersonId, (String, Side)>,
    now: DateTime<Utc>,
    /// Whom each reader heard last in this run: of several, the last.
    new: HashMap<(ConversationId, PersonId), PersonId>,
}

impl Headers {
    async fn load(tx: &mut Tx, messages: &[Passed<'_>], now: DateTime<Utc>) -> Result<Self> {
        let circles: HashSet<ConversationId> =
            messages.iter().filter(|it| it.circle.others.len() > 1).map(|it| it.circle.id).collect();
        let circles: Vec<_> = circles.into_iter().collect();
        Ok(Self {
            last: tx.last_authors(&circles).await?,
            names: tx.names(&circles).await?,
            now,
            new: HashMap::new(),
        })
    }

    fn before(&mut self, it: &Passed<'_>, to: &Recipient) -> Option<Post> {
        let reader = to.person;
        // Whoever is in a circle of this run may write to somebody alone, too.
        let (alias, side) = self.names.get(&it.author).filter(|_| it.circle.others.len() > 1)?.clone();
        let at = self.now.timestamp_millis();
        let (circle, author) = (it.circle.id, it.author);
        let before = self.last.insert((circle, reader), (author, at));
        if before.is_some_and(|(last, since)| last == author && at - since < 5 * 60_000) {
            return None;
        }
        self.new.insert((circle, reader), author);
        let header = RelayLetter::From { alias, side, mark: author.0 };
        Some(Post::ranked(to, Rank::Relay, header).within(circle))
    }

    async fn write(self, tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
        let heard: Vec<_> =
            self.new.into_iter().map(|((circle, reader), author)| (circle, reader, author)).collect();
        tx.heard_from(&heard, now).await
    }
}

/// One message into a conversation, outside a run.
pub async fn pass_one(tx: &mut Tx, message: Passed<'_>, now: DateTime<Utc>) -> Result<()> {
    pass(tx, std::slice::from_ref(&message), now).await?;
    if message.circle.silence_case && message.circle.phase == Phase::Active {
        missed::contact(tx, message.circle.id, now).await?;
    }
    Ok(())
}
