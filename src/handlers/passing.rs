//! Passing messages on, each to exactly the other members of its conversation: the ledger, the copies with what stands
//! above them, and what follows.

use super::album::{Albums, Going};
use super::circle::Names;
use super::{House, missed, supervised};
use crate::domain::circle::{REACHED, misses_somebody};
use crate::domain::conversation::{Circle, Phase, Recipient, Sort};
use crate::domain::flow::{Beat, Flow};
use crate::domain::heard::{Kind, Written};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, ConversationId, MessageId, PersonId, RoomId, SourceId};
use crate::domain::letter::{Letter, Post};
use crate::domain::pause::{HELD_DAYS, Notice, RESTS_DAYS, notice};
use crate::domain::person::Reach;
use crate::domain::relay::{Passing, RelayLetter, pass_on, protected};
use crate::domain::seal::Print;
use crate::domain::talk::Talk;
use crate::store::{Alarm, Kept, Released, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What else is to be known about a message on its way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// The album it belongs to.
    pub album: Option<&'a str>,
    /// It was forwarded from somewhere.
    pub forwarded: bool,
    /// It answers something in another chat.
    pub elsewhere: bool,
    /// It could be taken for the bot's own words.
    pub poses: bool,
    /// Its fingerprints.
    pub print: Print,
}

impl<'a> Marks<'a> {
    /// Those of a message that was just heard.
    pub fn of(house: &House, written: &'a Written) -> Self {
        let print = house.seal.print(&written.content);
        let poses = house.words.poses().message(&written.content);
        let Written { forwarded, elsewhere, .. } = *written;
        Self { album: written.album.as_deref(), forwarded, elsewhere, poses, print }
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
    let posing = messages.iter().filter(|it| it.marks.poses);
    let posing: Vec<_> = posing.filter_map(|it| sources.get(&(it.chat, it.message)).copied()).collect();
    tx.pose(&posing).await?;
    let mut names = Names::load(tx, messages, now).await?;
    let mut albums = Albums::load(tx, messages.iter().map(|it| (it.chat, it.marks.album))).await?;
    let watched: BTreeSet<_> =
        messages.iter().filter(|it| it.circle.supervised).map(|it| it.circle.id).collect();
    let rooms = supervised::rooms_of(tx, &watched, now).await?;
    let mut out = Out::default();
    for (it, passing) in passing {
        match (passing, sources.get(&(it.chat, it.message))) {
            (Passing::Refused(letter), _) => out.refuse(it, letter),
            (Passing::Copies(copies), Some(source)) => {
                let waits = copies.iter().all(|(_, held)| *held);
                out.watch(&copies, now);
                out.partly.extend(misses_somebody(&copies, it.told).then_some((
                    Alarm::Partly,
                    source.0,
                    now + REACHED,
                )));
                for (reader, held) in copies {
                    let going = going(it, *source, (&reader, held), &rooms);
                    if !albums.is_under_way(&going) {
                        // What could be taken for the bot's own gets its name when it leaves.
                        let above = names.above(it, &reader).filter(|_| !it.marks.poses);
                        out.posts.extend(above.map(|post| Post { held, ..post }));
                    }
                    albums.post(&going, &mut out.posts, now);
                }
                out.follow(it, waits, now);
            }
            // Already in the ledger: it was passed on before.
            (Passing::Copies(_), None) => {}
        }
    }
    out.write(tx, now).await?;
    albums.write(tx).await?;
    names.write(tx).await
}

/// One message into a conversation, outside a run.
pub async fn pass_one(tx: &mut Tx, message: Passed<'_>, now: DateTime<Utc>) -> Result<()> {
    pass(tx, std::slice::from_ref(&message), now).await?;
    if message.circle.silence_case && message.circle.phase == Phase::Active {
        missed::contact(tx, message.circle.id, now).await?;
    }
    Ok(())
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

fn going<'a>(
    it: &Passed<'a>,
    source: SourceId,
    (to, held): (&Recipient, bool),
    rooms: &HashMap<ConversationId, RoomId>,
) -> Going<'a> {
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
        room: rooms.get(&it.circle.id).copied(),
    }
}

/// What a notice says.
fn words(notice: Notice, circle: &Circle) -> Letter {
    match (notice, circle.told_until()) {
        (Notice::First, _) => RelayLetter::FirstDelivered.into(),
        (Notice::Unreachable, _) => RelayLetter::CannotDeliver.into(),
        (Notice::Own, _) => HelpLetter::WhileAway.into(),
        (Notice::Break, Some(until)) => HelpLetter::PartnerAway { name: None, until }.into(),
        (Notice::Break, None) | (Notice::Rests, _) => RelayLetter::Rests.into(),
    }
}

/// Messages that waited go now: from here on they count as contact.
pub(super) async fn arrive(tx: &mut Tx, released: &[Released], now: DateTime<Utc>) -> Result<()> {
    let ids: BTreeSet<ConversationId> = released.iter().map(|it| it.conversation).collect();
    let pairs = tx.conversations(&ids.into_iter().collect::<Vec<_>>()).await?;
    let mut talks = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.sort == Sort::Pair) {
        let theirs = released.iter().filter(|it| it.conversation == pair.id);
        let talk = theirs.fold(pair.talk, |talk, it| talk.heard(pair.circle(it.author).side, now));
        talks.push((pair.id, talk));
    }
    tx.save_talks(&talks).await?;
    for pair in pairs.iter().filter(|pair| pair.silence_case.is_some()) {
        missed::contact(tx, pair.id, now).await?;
    }
    Ok(())
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
    held: Vec<(Alarm, i64, DateTime<Utc>)>,
}

impl Out {
    /// Its writer hears why not; of an album, once.
    fn refuse(&mut self, it: &Passed<'_>, letter: RelayLetter) {
        let again = it.marks.album.is_some_and(|key| !self.refused.insert((it.chat, key.to_owned())));
        if !again {
            self.posts.push(Post::answer((it.chat, it.author), letter));
        }
    }

    fn follow(&mut self, it: &Passed<'_>, waits: bool, now: DateTime<Utc>) {
        let member = (it.circle.id, it.author);
        self.flows(member, it);
        // What has not arrived is no contact.
        if !waits {
            let talk = self.talks.entry(it.circle.id).or_insert(it.circle.talk);
            *talk = talk.heard(it.circle.side, now);
        }
        let notice = notice(it.circle, it.heard_before).filter(|it_is| it.told != Some(it_is.as_str()));
        if let Some(notice) = notice
            && self.noticed.insert(member)
        {
            self.told.entry(notice.as_str()).or_default().push(member);
            self.posts.push(Post::answer((it.chat, it.author), words(notice, it.circle)));
        }
    }

    /// What is held for somebody is looked at again when it may have become too old.
    fn watch(&mut self, copies: &[(Recipient, bool)], now: DateTime<Utc>) {
        for (reader, _) in copies.iter().filter(|(_, held)| *held) {
            let days = if reader.reach == Reach::Reachable { RESTS_DAYS } else { HELD_DAYS };
            self.held.push((Alarm::Held, reader.chat.0, now + TimeDelta::days(days)));
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
        let (heard, talks): (Vec<_>, Vec<_>) =
            (self.heard.into_iter().collect(), self.talks.into_iter().collect());
        tx.hear(&heard, &talks, now).await?;
        tx.wake_all(&self.partly).await?;
        tx.wake_by(&self.held).await?;
        for (name, members) in self.told {
            tx.tell(&members, Some(name)).await?;
        }
        Ok(())
    }
}
