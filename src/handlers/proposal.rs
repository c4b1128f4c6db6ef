//! A proposal: both are asked, a yes from all introduces them, a no ends it in neutral words.

use super::asking::{self, expire, not_this_time};
use super::press::Press;
use super::{lifecycle, morning, named, supervised, team};
use crate::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::pairing::{self, PairingLetter};
use crate::domain::person::Person;
use crate::domain::talk::Talk;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// Asks both. Somebody under 18 is only in pairs in which the team reads along.
pub(super) async fn propose(
    tx: &mut Tx,
    me: &Person,
    (two, watched): (&[Person; 2], bool),
    now: DateTime<Utc>,
) -> Result<PairingLetter> {
    let [mentee, mentor] = two;
    let minor = mentee.is_minor() || mentor.is_minor();
    let watched = watched || minor;
    if watched && !supervised::has_reader(tx, me.programme, &[mentee.chat, mentor.chat]).await? {
        return Ok(PairingLetter::NoReader);
    }
    if minor && supervised::asks_first(tx, me.programme, now).await? {
        return Ok(PairingLetter::GroupFirst);
    }
    let pair = Conversation {
        id: ConversationId(0),
        programme: me.programme,
        sort: Sort::Pair,
        phase: Phase::Proposed,
        coordinator: Some(me.id),
        rhythm: tx.programme(me.programme).await?.rhythm,
        proposed_at: Some(now),
        introduced_at: None,
        paused_until: None,
        stopped_at: None,
        talk: Talk::default(),
        stops: Vec::new(),
        done: Vec::new(),
        silence_case: None,
        supervised: if watched { Supervised::Asked } else { Supervised::No },
        protect: Vec::new(),
        members: vec![asked(mentee, Side::Mentee), asked(mentor, Side::Mentor)],
    };
    let id = tx.propose(&pair, now).await?;
    tx.audit(Some(me.id.0), "pair proposed", Some(id.0), now).await?;
    asking::look(tx, &[id.0], now).await?;
    Ok(PairingLetter::Sent { mentee: mentee.alias.clone(), mentor: mentor.alias.clone() })
}

fn asked(person: &Person, side: Side) -> Member {
    Member {
        person: person.id,
        side,
        state: MemberState::Asked,
        heard_at: None,
        chat: person.chat,
        reach: person.reach,
        away: None,
        knows_break: false,
        alias: person.alias.clone(),
    }
}

/// Someone says yes.
pub async fn accept(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let Some(mut pair) = open(tx, press, id).await? else { return Ok(Some(HelpLetter::Stale.into())) };
    team::answered(tx, &press.person).await?;
    tx.member_is(id, press.person.id, MemberState::Accepted).await?;
    for member in pair.members.iter_mut().filter(|member| member.person == press.person.id) {
        member.state = MemberState::Accepted;
    }
    if pair.members.iter().any(|member| member.state == MemberState::Asked) {
        rewrite(tx, press, PairingLetter::Agreed).await?;
    } else if all_free(tx, &pair).await? {
        introduce(tx, press, &mut pair).await?;
    } else {
        rewrite(tx, press, PairingLetter::NotThisTime).await?;
        tx.let_sleep(Alarm::Proposal, id.0).await?;
        expire(tx, vec![pair], Some(press.person.id), press.now).await?;
    }
    Ok(None)
}

/// Someone says no. She need not say why, and only the coordinator learns who it was.
pub async fn refuse(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let Some(mut pair) = open(tx, press, id).await? else { return Ok(Some(HelpLetter::Stale.into())) };
    let me = &press.person;
    team::answered(tx, me).await?;
    tx.member_is(id, me.id, MemberState::Declined).await?;
    pair.phase = Phase::Declined;
    tx.save_conversation(&pair).await?;
    rewrite(tx, press, PairingLetter::Refused).await?;
    let told = tx.told_in(&[id]).await?;
    let others = pair.members.iter().filter(|member| member.person != me.id);
    let posts: Vec<_> = others.flat_map(|member| not_this_time(&pair, member, &told)).collect();
    morning::post(tx, posts, press.now).await?;
    tx.proposals_end(&[id]).await?;
    tx.let_sleep(Alarm::Proposal, id.0).await?;
    tx.audit(Some(me.id.0), "proposal declined", Some(id.0), press.now).await?;
    let mentees: Vec<_> = on_side(&pair, Side::Mentee).collect();
    let mentee = mentee_of(&pair, &tx.persons(&mentees).await?);
    if let Some(coordinator) = coordinator(&tx.staff(pair.programme).await?, &pair) {
        let letter = PairingLetter::ToldRefused { who: Who::from(me), mentee };
        let told = Post::ranked(coordinator, Rank::Announcement, letter);
        morning::post(tx, vec![told], press.now).await?;
    }
    Ok(None)
}

/// The proposal, if it still waits for the one who pressed.
async fn open(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Conversation>> {
    let asked = |member: &Member| member.person == press.person.id && member.state == MemberState::Asked;
    let pair = tx.conversation(id).await?.filter(|pair| pair.phase == Phase::Proposed);
    Ok(pair.filter(|pair| pair.members.iter().any(asked) && pairing::pairable(&press.person)))
}

async fn rewrite(tx: &mut Tx, press: &Press, with: PairingLetter) -> Result<()> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(drop)
}

/// Nobody has left meanwhile, everybody has room for one more pair than she has, and no open case is about one of them.
async fn all_free(tx: &mut Tx, pair: &Conversation) -> Result<bool> {
    let ids: Vec<_> = pair.members.iter().map(|member| member.person).collect();
    let people = tx.persons(&ids).await?;
    let elsewhere = tx.engaged(&ids).await?;
    let has_room = |person: &Person| {
        let pairs = elsewhere
            .iter()
            .filter(|(who, id, state)| (*who, *id != pair.id, state.is_active()) == (person.id, true, true));
        pairs.count() < usize::try_from(person.profile.places()).unwrap_or_default()
    };
    let fit = people.iter().all(|person| pairing::pairable(person) && has_room(person));
    Ok(people.len() == ids.len() && fit && !named::any(tx, &ids).await?)
}

async fn introduce(tx: &mut Tx, press: &Press, pair: &mut Conversation) -> Result<()> {
    let now = press.now;
    let staff = tx.staff(pair.programme).await?;
    let coordinator = coordinator(&staff, pair);
    pair.coordinator = coordinator.map(|it| it.id);
    lifecycle::introduce(tx, pair, now).await?;
    tx.let_sleep(Alarm::Proposal, pair.id.0).await?;
    if pair.supervised == Supervised::Asked {
        // They said yes to a proposal that told them so.
        supervised::begin(tx, pair, now).await?;
    }
    let members: Vec<_> = pair.members.iter().map(|member| (pair.id, member.person)).collect();
    tx.tell(&members, None).await?;
    let posts: Vec<_> = pair
        .active()
        .map(|member| {
            let letter = match member.side {
                Side::Mentee => PairingLetter::MeetMentor(names(pair, Side::Mentor)),
                Side::Mentor | Side::Team => PairingLetter::MeetMentee(names(pair, Side::Mentee)),
            };
            // Only who just said the last yes is awake for sure; the others read it silently at night.
            let rank = if member.person == press.person.id { Rank::Answer } else { Rank::Relay };
            Post::ranked(member, rank, letter).within(pair.id)
        })
        .collect();
    if let Some(coordinator) = coordinator {
        let people: Vec<_> = members.iter().map(|(_, person)| *person).collect();
        tx.look_after(&people, coordinator.id).await?;
        let letter = PairingLetter::ToldIntroduced {
            mentee: names(pair, Side::Mentee),
            mentor: names(pair, Side::Mentor),
        };
        morning::post(tx, vec![Post::ranked(coordinator, Rank::Announcement, letter)], now).await?;
    }
    tx.post_all(&posts, now).await?;
    tx.audit(None, "pair introduced", Some(pair.id.0), now).await
}

/// The aliases of one side.
pub(super) fn names(pair: &Conversation, side: Side) -> String {
    let names: Vec<_> =
        pair.members.iter().filter(|it| it.side == side).map(|it| it.alias.as_str()).collect();
    names.join(", ")
}

/// The members on one side.
pub(super) fn on_side(pair: &Conversation, side: Side) -> impl Iterator<Item = PersonId> {
    pair.members.iter().filter(move |member| member.side == side).map(|member| member.person)
}

/// Of a programme's staff, who proposed it, or if she has left, the first.
pub(super) fn coordinator<'a>(staff: &'a [Person], pair: &Conversation) -> Option<&'a Person> {
    staff.iter().find(|it| Some(it.id) == pair.coordinator).or(staff.first())
}

/// Whom a mentor was sought for, among these people.
pub(super) fn mentee_of(pair: &Conversation, people: &[Person]) -> Who {
    let id = on_side(pair, Side::Mentee).next().unwrap_or(PersonId(0));
    let unknown = || Who { id, alias: names(pair, Side::Mentee), file: None };
    people.iter().find(|person| person.id == id).map_or_else(unknown, Who::from)
}
