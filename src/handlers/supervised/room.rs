//! Rooms: where reports and supervised copies are read.

use crate::domain::case::{CaseKind, NewCase};
use crate::domain::conversation::{Conversation, Side};
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, ChatId, ConversationId, MessageId, ProgrammeId, RoomId};
use crate::domain::letter::{Copied, Letter, Op, Post, Rank, To};
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::domain::presence::Present;
use crate::domain::safety::SafetyLetter;
use crate::domain::supervised::{SupervisedLetter, UNREAD};
use crate::handlers::press::Press;
use crate::handlers::proposal::names;
use crate::handlers::{answerable, cases};
use crate::store::{Alarm, Result, Room, Tx};
use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashMap};

/// Where reports and copies of a programme are read.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) chat: ChatId,
    topics: bool,
}

/// Who reads reports and copies of a programme.
pub(super) struct Readers {
    group: Option<Place>,
    present: Present,
    leads: Vec<Person>,
    others: Vec<Person>,
}

impl Readers {
    pub(super) async fn of(tx: &mut Tx, programme: ProgrammeId) -> Result<Self> {
        let (mut group, mut present) = (None, Present::default());
        if let Some(chat) = tx.programme(programme).await?.safe_group {
            present = tx.present(chat).await?;
            // While it does not take what it should, or somebody who has left the team is in it, it is as if there were none.
            if !tx.is_refusing(chat).await? && !tx.holds_former(chat).await? {
                let known = tx.group_place(chat).await?.unwrap_or_default();
                group = Some(Place { chat, topics: known.forum && known.topics });
            }
        }
        let staff = tx.staff(programme).await?.into_iter();
        let (leads, others) = staff.partition(|it| it.role == Role::Lead);
        Ok(Self { group, present, leads, others })
    }

    /// The safeguarding group, if none of these accounts is in it; without one, a lead who can be reached and whose own
    /// account is not one of these, or else somebody of the team.
    pub(super) fn place(&self, inside: &[ChatId]) -> Option<Place> {
        let group = self.group.filter(|_| !self.present.any(inside));
        let other = |person: &&Person| !inside.contains(&person.chat);
        let reached = |person: &&Person| person.reach == Reach::Reachable;
        let leads = || self.leads.iter().filter(other);
        let any = leads().chain(self.others.iter().filter(other)).find(reached);
        let reader = any.filter(|_| leads().next().is_some()).or_else(|| leads().next());
        group.or(reader.map(|reader| Place { chat: reader.chat, topics: false }))
    }

    /// The questions whether these accounts are in the group, ahead of whatever is to be read there.
    pub(super) fn asks(&self, inside: &[ChatId], now: DateTime<Utc>) -> Vec<Post> {
        let Some(group) = self.group else { return Vec::new() };
        let unasked = self.present.unasked(inside, now).into_iter();
        unasked.map(|account| Post::op(group.chat, Rank::Safety, Op::Look { account })).collect()
    }
}

/// The room for what is kept for a case before its author takes it back: in the safeguarding group, or privately with a
/// lead; `None` if nobody could read it.
pub(super) async fn room_for(
    tx: &mut Tx,
    case: CaseId,
    pair: &Conversation,
) -> Result<Option<(Room, Vec<Post>)>> {
    let Some(place) = Readers::of(tx, pair.programme).await?.place(&chats(pair)) else { return Ok(None) };
    let room = tx.room_of_report(case, place.chat).await?;
    let mut posts = Vec::new();
    if place.topics && !room.has_topic {
        tx.topics_asked(&[room.id], true).await?;
        posts.push(topic(&room, SupervisedLetter::ReportTopic(case), Rank::Safety));
    }
    Ok(Some((room, posts)))
}

/// Whether anybody can read along with these accounts: the safeguarding group, or a lead who is none of them. Without,
/// no minor is admitted.
pub(in crate::handlers) async fn has_reader(
    tx: &mut Tx,
    programme: ProgrammeId,
    inside: &[ChatId],
) -> Result<bool> {
    Ok(Readers::of(tx, programme).await?.place(inside).is_some())
}

pub(super) fn chats(pair: &Conversation) -> Vec<ChatId> {
    pair.active().map(|member| member.chat).collect()
}

/// The pairs' rooms, and the posts that make their topics.
pub(super) async fn rooms(
    tx: &mut Tx,
    pairs: &[Conversation],
) -> Result<(HashMap<ConversationId, Room>, Vec<Post>)> {
    let programmes: BTreeSet<ProgrammeId> = pairs.iter().map(|pair| pair.programme).collect();
    let mut readers = HashMap::new();
    for programme in programmes {
        readers.insert(programme, Readers::of(tx, programme).await?);
    }
    let place = |pair: &Conversation| readers.get(&pair.programme)?.place(&chats(pair));
    let of = |pair: &Conversation| Some((pair.id, place(pair)?.chat));
    let rooms = tx.rooms_of_pairs(&pairs.iter().filter_map(of).collect::<Vec<_>>()).await?;
    let rooms: HashMap<_, _> =
        rooms.into_iter().filter_map(|room| Some((room.conversation?, room))).collect();
    let (mut posts, mut asked) = (Vec::new(), Vec::new());
    for pair in pairs {
        let topics = place(pair).is_some_and(|place| place.topics);
        if let Some(room) = rooms.get(&pair.id).filter(|room| topics && !room.has_topic) {
            posts.push(topic(room, pair_topic(pair), Rank::Relay));
            asked.push(room.id);
        }
    }
    if !asked.is_empty() {
        tx.topics_asked(&asked, true).await?;
    }
    Ok((rooms, posts))
}

fn pair_topic(pair: &Conversation) -> SupervisedLetter {
    SupervisedLetter::PairTopic { mentees: names(pair, Side::Mentee), mentors: names(pair, Side::Mentor) }
}

fn topic(room: &Room, name: SupervisedLetter, rank: Rank) -> Post {
    Post::op(room.chat, rank, Op::Room(name.into())).inside(room.id)
}

/// A reported message, to whoever reads reports: in the safeguarding group, or privately to the lead; without a lead to
/// whoever looks after who reports.
pub(in crate::handlers) async fn report(
    tx: &mut Tx,
    person: &Person,
    (case, conversation, copied): (CaseId, ConversationId, Copied),
    now: DateTime<Utc>,
) -> Result<()> {
    let both = report_posts(tx, (case, person.alias.clone()), (copied.chat, copied.message)).await?;
    let members = tx.conversation(conversation).await?.map(|it| it.members).unwrap_or_default();
    let inside: Vec<ChatId> = members.iter().map(|member| member.chat).collect();
    let readers = Readers::of(tx, person.programme).await?;
    let group = readers.place(&inside);
    let Some(place) = group.filter(|place| place.chat.0 < 0) else {
        let other = match (group, answerable::coordinator_of(tx, person).await?) {
            (None, Some(other)) => tx.person(other).await?,
            (None | Some(_), _) => None,
        };
        let to = group.map(|place| place.chat.into()).or(other.as_ref().map(To::from));
        let Some(to) = to else { return Ok(()) };
        let posts = both.map(|op| Post::op(to, Rank::Safety, op).about(case));
        return tx.post_all(&posts, now).await.map(drop);
    };
    let room = tx.room_of_report(case, place.chat).await?;
    // In the room's own turn, so that nothing of it goes before the answer.
    let asks = readers.asks(&inside, now).into_iter();
    let mut posts: Vec<Post> = asks.map(|post| post.inside(room.id)).collect();
    if place.topics && !room.has_topic {
        tx.topics_asked(&[room.id], true).await?;
        posts.push(topic(&room, SupervisedLetter::ReportTopic(case), Rank::Safety));
    }
    posts.extend(both.map(|op| Post::op(place.chat, Rank::Safety, op).inside(room.id)));
    tx.post_all(&posts, now).await.map(drop)
}

/// The line above a reported message, and the message by reference.
pub(super) async fn report_posts(
    tx: &mut Tx,
    (case, alias): (CaseId, String),
    (chat, message): (ChatId, MessageId),
) -> Result<[Op; 2]> {
    let source = tx.copied_from(chat, message).await?.map(|(_, source)| source);
    let header = SafetyLetter::Report { case, alias, source };
    let copied = Copied { source: None, chat, message, reply_to: None, protect: true };
    Ok([Op::Write(header.into()), Op::Copy(copied)])
}

/// Somebody who may read a room has read it up to the pressed line.
pub(super) async fn read(tx: &mut Tx, press: &Press, id: RoomId) -> Result<Option<Letter>> {
    let works = |part: &Person| part.role.is_staff() && part.standing == Standing::Ready;
    let works = tx.parts(press.person.chat).await?.iter().any(works);
    let room = tx.rooms(&[id]).await?.pop().filter(|_| works);
    let Some(room) = room else { return Ok(Some(HelpLetter::Stale.into())) };
    match tx.read_up_to(room.id, press.root).await? {
        Some(since) => tx.wake(Alarm::Unread, id.0, since + UNREAD).await?,
        None => tx.let_sleep(Alarm::Unread, id.0).await?,
    }
    tx.audit(Some(press.person.id.0), "copies read", Some(id.0), press.now).await?;
    Ok(Some(SupervisedLetter::Read.into()))
}

/// Copies that nobody marked as read for a week: a case for the lead, and another look in a week.
pub(in crate::handlers) async fn unread(tx: &mut Tx, rooms: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<RoomId> = rooms.iter().map(|id| RoomId(*id)).collect();
    for room in tx.rooms(&ids).await? {
        let Some((since, id)) = room.unread_since.zip(room.conversation) else { continue };
        if since + UNREAD > now {
            tx.wake(Alarm::Unread, room.id.0, since + UNREAD).await?;
            continue;
        }
        let Some(pair) = tx.conversation(id).await? else { continue };
        let case = NewCase {
            programme: pair.programme,
            kind: CaseKind::Unread,
            conversation: Some(id),
            person: None,
            since: Some(since),
            due: None,
            tried: Vec::new(),
        };
        cases::open(tx, &case, now).await?;
        tx.wake(Alarm::Unread, room.id.0, now + UNREAD).await?;
    }
    Ok(())
}

/// A room's topic is made anew, with its name of now.
pub(super) async fn topic_again(tx: &mut Tx, id: RoomId, now: DateTime<Utc>) -> Result<()> {
    let Some(room) = tx.rooms(&[id]).await?.pop() else { return Ok(()) };
    let name = match (room.conversation, room.case) {
        (Some(pair), _) => tx.conversation(pair).await?.map(|pair| pair_topic(&pair)),
        (None, case) => case.map(SupervisedLetter::ReportTopic),
    };
    let Some(name) = name else { return Ok(()) };
    tx.topics_asked(&[id], true).await?;
    tx.post(topic(&room, name, Rank::Safety), now).await.map(drop)
}
