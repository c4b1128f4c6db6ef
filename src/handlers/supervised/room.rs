//! Rooms: where reports and supervised copies are read.

use super::elsewhere;
use crate::domain::case::{CaseKind, Claim, Meant, NewCase};
use crate::domain::conversation::{Conversation, Side};
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, ChatId, ConversationId, MessageId, PersonId, ProgrammeId, RoomId};
use crate::domain::letter::{Copied, Letter, Op, Post, Rank, To};
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::domain::presence::Present;
use crate::domain::safety::SafetyLetter;
use crate::domain::supervised::{SupervisedLetter, UNREAD};
use crate::handlers::press::Press;
use crate::handlers::proposal::names;
use crate::handlers::{answerable, cases, upkeep};
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
    /// Those of its contacts who do not work in the team.
    contacts: Vec<Person>,
    claims: Vec<Claim>,
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
        let staff = tx.staff(programme).await?;
        let (_, mut contacts) = upkeep::contacts(tx, programme).await?;
        contacts.retain(|contact| !staff.iter().any(|it| it.chat == contact.chat));
        let (leads, others) = staff.into_iter().partition(|it| it.role == Role::Lead);
        Ok(Self { group, present, leads, others, contacts, claims: tx.claims(programme).await? })
    }

    /// The safeguarding group, if none of these accounts is in it; without one, somebody's own chat.
    pub(super) fn place(&self, inside: &[ChatId], looks_after: Option<PersonId>) -> Option<Place> {
        let group = self.group.filter(|_| !self.present.any(inside));
        group.or_else(|| self.reader(inside, looks_after).map(Place::in_private))
    }

    /// Who reads it in her own chat: a lead, whoever looks after them, somebody else of the team, a contact; of them the
    /// first who can be reached. Nobody whose own account is one of these, and no coordinator whom one of these has named.
    fn reader(&self, inside: &[ChatId], looks_after: Option<PersonId>) -> Option<&Person> {
        let names = |claim: &&Claim| inside.contains(&claim.by);
        let named: Vec<Meant> =
            self.claims.iter().filter(names).flat_map(|claim| claim.meant.iter().copied()).collect();
        let hers = self.others.iter().filter(|person| Some(person.id) == looks_after);
        let others = hers.chain(&self.others).filter(|person| !named.contains(&Meant::Somebody(person.id)));
        let all = self.leads.iter().chain(others).chain(&self.contacts);
        let all: Vec<&Person> = all.filter(|person| !inside.contains(&person.chat)).collect();
        let reached = all.iter().find(|person| person.reach == Reach::Reachable);
        reached.or(all.first()).copied()
    }

    /// Whether one of these accounts works in the team, and nobody has asked yet whether it is in the group.
    fn may_be_inside(&self, inside: &[ChatId]) -> bool {
        let unasked = inside.iter().filter(|chat| !self.present.0.contains_key(chat));
        let works = |chat: &ChatId| self.leads.iter().chain(&self.others).any(|person| person.chat == *chat);
        unasked.into_iter().any(works)
    }

    /// The questions whether these accounts are in the group, ahead of whatever is to be read there.
    pub(super) fn asks(&self, inside: &[ChatId], now: DateTime<Utc>) -> Vec<Post> {
        let Some(group) = self.group else { return Vec::new() };
        let unasked = self.present.unasked(inside, now).into_iter();
        unasked.map(|account| Post::op(group.chat, Rank::Safety, Op::Look { account })).collect()
    }
}

impl Place {
    fn in_private(reader: &Person) -> Self {
        Self { chat: reader.chat, topics: false }
    }
}

/// Where what is kept for a case is read, but in none of these chats: what some must not know of, where the next of those
/// reads who may.
pub(super) async fn place_for(
    tx: &mut Tx,
    (case, inside): (CaseId, &[ChatId]),
    (readers, looks_after): (&Readers, Option<PersonId>),
    not: &[ChatId],
) -> Result<Option<Place>> {
    if Box::pin(cases::is_secret(tx, case)).await? {
        return Ok(Box::pin(cases::next_reader(tx, case, not)).await?.as_ref().map(Place::in_private));
    }
    Ok(readers.place(inside, looks_after))
}

/// The room for what is kept for a case before its author takes it back, and what goes ahead of that: in the safeguarding
/// group, or privately; `None` if nobody could read it.
pub(super) async fn room_for(
    tx: &mut Tx,
    case: CaseId,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<Option<(Room, Vec<Post>)>> {
    let mut inside = elsewhere::accounts(tx, case).await?;
    inside.extend(chats(pair));
    let readers = Readers::of(tx, pair.programme).await?;
    let place = place_for(tx, (case, &inside), (&readers, pair.coordinator), &[]).await?;
    let Some(place) = place else { return Ok(None) };
    let room = tx.room_of_report(case, place.chat).await?;
    let asks = if place.chat.0 < 0 { readers.asks(&inside, now) } else { Vec::new() };
    let mut posts: Vec<Post> = asks.into_iter().map(|post| post.inside(room.id)).collect();
    if place.topics && !room.has_topic {
        tx.topics_asked(&[room.id], true).await?;
        posts.push(topic(&room, SupervisedLetter::ReportTopic(case), Rank::Safety));
    }
    Ok(Some((room, posts)))
}

/// Whether anybody can read along with these accounts, who is none of them, where there is a lead or a safeguarding group.
/// Without, no minor is admitted. Who works in the team is taken to be in its group until it was asked.
pub(in crate::handlers) async fn has_reader(
    tx: &mut Tx,
    programme: ProgrammeId,
    inside: &[ChatId],
) -> Result<bool> {
    let mut readers = Readers::of(tx, programme).await?;
    let begins = readers.group.is_some() || !readers.leads.is_empty();
    if readers.may_be_inside(inside) {
        readers.group = None;
    }
    Ok(begins && readers.place(inside, None).is_some())
}

/// Nobody can read along in a pair: a case, whose clock finds whoever can one day. What is to be read waits.
pub(super) async fn nobody_reads(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let case = Box::pin(cases::open(tx, &unread_case(pair, now), now)).await?;
    tx.wake_by(&[(Alarm::Reader, case.0, now + elsewhere::AGAIN)]).await
}

fn unread_case(pair: &Conversation, since: DateTime<Utc>) -> NewCase {
    NewCase {
        programme: pair.programme,
        kind: CaseKind::Unread,
        conversation: Some(pair.id),
        person: None,
        since: Some(since),
        due: None,
        tried: Vec::new(),
    }
}

pub(super) fn chats(pair: &Conversation) -> Vec<ChatId> {
    pair.active().map(|member| member.chat).collect()
}

/// The pairs' rooms, and the posts that make their topics. Where nobody can read along that is a case, and what is to be
/// read waits nowhere until somebody can.
pub(super) async fn rooms(
    tx: &mut Tx,
    pairs: &[Conversation],
    now: DateTime<Utc>,
) -> Result<(HashMap<ConversationId, Room>, Vec<Post>)> {
    let programmes: BTreeSet<ProgrammeId> = pairs.iter().map(|pair| pair.programme).collect();
    let mut readers = HashMap::new();
    for programme in programmes {
        readers.insert(programme, Readers::of(tx, programme).await?);
    }
    let place = |pair: &Conversation| readers.get(&pair.programme)?.place(&chats(pair), pair.coordinator);
    let of = |pair: &Conversation| (pair.id, place(pair).map_or(ChatId::NOWHERE, |place| place.chat));
    let rooms = tx.rooms_of_pairs(&pairs.iter().map(of).collect::<Vec<_>>()).await?;
    for pair in pairs.iter().filter(|pair| place(pair).is_none()) {
        nobody_reads(tx, pair, now).await?;
    }
    if rooms.iter().any(|room| room.chat != ChatId::NOWHERE) {
        tx.follow_rooms(ChatId::NOWHERE).await?;
    }
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
    let found = readers.place(&inside, answerable::coordinator_of(tx, person).await?);
    let Some(place) = found.filter(|place| place.chat.0 < 0) else {
        let Some(to) = found.map(|place| To::from(place.chat)) else { return Ok(()) };
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
    // A contact who does not work in the team reads what stands in her own chat.
    let room = tx.rooms(&[id]).await?.pop().filter(|room| works || room.chat == press.person.chat);
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
        cases::open(tx, &unread_case(&pair, since), now).await?;
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
