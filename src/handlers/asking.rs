//! Asking the members of proposed pairs: at a humane hour, reminded once, and ended when nobody answers in time.

use super::proposal::{coordinator, mentee_of, names, on_side};
use super::{circle, morning, team};
use crate::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Supervised};
use crate::domain::id::{ConversationId, LetterId, PersonId, ProgrammeId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::pairing::{self, Offer, PairingLetter};
use crate::domain::person::Person;
use crate::domain::proposal::{Asked, Next, Reply, Settings, Standing};
use crate::domain::zone::Tz;
use crate::store::{Alarm, Assent, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// While an open case is about somebody nobody is asked into a conversation with her; it is looked at again after so long.
pub(super) const LATER: TimeDelta = TimeDelta::days(1);

/// What members were last told.
pub(super) type Told = HashMap<(ConversationId, PersonId), String>;

/// The letter somebody was asked with, and whether it was the reminder, as it is noted.
fn noted(told: &str) -> Option<(Asked, LetterId)> {
    let (word, letter) = told.split_once(':')?;
    let asked = if word == "reminded" { Asked::Again } else { Asked::Once };
    Some((asked, LetterId(letter.parse().ok()?)))
}

fn letter_of(told: &Told, pair: ConversationId, person: PersonId) -> Option<(Asked, LetterId)> {
    noted(told.get(&(pair, person))?)
}

/// What a member was asked with, if she was.
pub(super) fn asked_with(told: &Told, pair: ConversationId, person: PersonId) -> (Asked, Option<LetterId>) {
    asked_so(told.get(&(pair, person)).map(String::as_str))
}

/// The same, from what is noted about her.
pub(super) fn asked_so(told: Option<&str>) -> (Asked, Option<LetterId>) {
    match told.and_then(noted) {
        Some((asked, letter)) => (asked, Some(letter)),
        None => (Asked::NotYet, None),
    }
}

/// One neutral sentence for who was asked or said yes, and no buttons any more. Who was not asked yet hears nothing.
pub(super) fn not_this_time(pair: &Conversation, member: &Member, told: &Told) -> Vec<Post> {
    let Some((_, letter)) = letter_of(told, pair.id, member.person) else { return Vec::new() };
    let clear = Post::op(member, Rank::Announcement, Op::Clear { of: letter });
    let clear = (member.state == MemberState::Asked).then_some(clear);
    let say = Post::ranked(member, Rank::Announcement, PairingLetter::NotThisTime);
    clear.into_iter().chain([say]).collect()
}

/// Whose answer is waited for.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    /// Whether she wants to be in this pair.
    Herself(ConversationId, PersonId),
    /// Whether it is all right for her that somebody comes in.
    Assent(Assent),
}

impl Answer {
    fn pair(self) -> ConversationId {
        match self {
            Self::Herself(pair, _) | Self::Assent(Assent { pair, .. }) => pair,
        }
    }

    fn person(self) -> PersonId {
        match self {
            Self::Herself(_, person) | Self::Assent(Assent { member: person, .. }) => person,
        }
    }
}

/// What looking at many proposals comes to.
#[derive(Default)]
pub(super) struct Errands {
    posts: Vec<Post>,
    /// Which of the posts asks for whose answer, and how it is noted.
    asks: Vec<(usize, Answer, &'static str)>,
    alarms: Vec<(Alarm, i64, DateTime<Utc>)>,
}

/// Looks at proposals, and at running pairs that ask somebody in: asks who was asleep, reminds, ends what nobody answered.
pub async fn look(tx: &mut Tx, conversations: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<_> = conversations.iter().map(|id| ConversationId(*id)).collect();
    let (live, mut pairs) =
        tx.conversations(&ids).await?.into_iter().partition::<Vec<_>, _>(|it| it.phase.is_live());
    circle::look(tx, &live, now).await?;
    pairs.retain(|pair| pair.phase == Phase::Proposed);
    if pairs.is_empty() {
        return Ok(());
    }
    let members: Vec<_> = pairs.iter().flat_map(|pair| pair.members.iter().map(|it| it.person)).collect();
    let people: HashMap<_, _> = tx.persons(&members).await?.into_iter().map(|it| (it.id, it)).collect();
    let named = tx.named_now(&members).await?;
    let told = tx.told_in(&ids).await?;
    let zones = zones(tx, &pairs).await?;
    let mut errands = Errands::default();
    let mut over = Vec::new();
    for pair in pairs {
        let zone = zones.get(&pair.programme).copied().unwrap_or(Tz::UTC);
        let standing = Settings::default().standing(&replies(&pair), begun(&pair), zone, now);
        let here = pair.members.iter().all(|it| people.get(&it.person).is_some_and(pairing::pairable));
        let waits = pair.members.iter().any(|it| named.contains(&it.person));
        match standing {
            // Nothing of it shows on anybody's screen before its time is over.
            Standing::Open { expires_at } if here && waits => {
                errands.wakes(pair.id, expires_at.min(now + LATER));
            }
            Standing::Open { expires_at } if here => errands.of(&pair, &people, &told, (expires_at, now)),
            Standing::Open { .. } | Standing::Expired | Standing::Accepted | Standing::Declined => {
                over.push(pair);
            }
        }
    }
    carry_out(tx, errands, now).await?;
    expire(tx, over, None, now).await
}

pub(super) async fn zones(tx: &mut Tx, pairs: &[Conversation]) -> Result<HashMap<ProgrammeId, Tz>> {
    let mut zones = HashMap::new();
    for pair in pairs {
        if let Entry::Vacant(unknown) = zones.entry(pair.programme) {
            unknown.insert(tx.programme(pair.programme).await?.zone);
        }
    }
    Ok(zones)
}

fn begun(pair: &Conversation) -> DateTime<Utc> {
    pair.proposed_at.unwrap_or_default()
}

fn replies(pair: &Conversation) -> Vec<Reply> {
    let reply = |member: &Member| match member.state {
        MemberState::Asked => Reply::Open,
        MemberState::Accepted | MemberState::Active => Reply::Accepted,
        MemberState::Declined | MemberState::Left | MemberState::Ended => Reply::Declined,
    };
    pair.members.iter().map(reply).collect()
}

impl Errands {
    fn of(
        &mut self,
        pair: &Conversation,
        people: &HashMap<PersonId, Person>,
        told: &Told,
        (expires_at, now): (DateTime<Utc>, DateTime<Utc>),
    ) {
        let mut wake = expires_at;
        for member in pair.members.iter().filter(|member| member.state == MemberState::Asked) {
            let Some(person) = people.get(&member.person) else { continue };
            let (asked, letter) = asked_with(told, pair.id, member.person);
            match Settings::default().next(asked, begun(pair), person.zone, now) {
                Next::Ask(later) => {
                    self.ask(pair, member, people, ("asked", expires_at));
                    wake = wake.min(later);
                }
                Next::Remind => {
                    self.clear(member, letter);
                    self.ask(pair, member, people, ("reminded", expires_at));
                }
                Next::Wait(until) => wake = wake.min(until),
                Next::Nothing => {}
            }
        }
        self.wakes(pair.id, wake);
    }

    /// Takes the buttons off what a member was asked with before.
    pub(super) fn clear(&mut self, member: &Member, letter: Option<LetterId>) {
        self.posts.extend(letter.map(|of| Post::op(member, Rank::Prompt, Op::Clear { of })));
    }

    /// Asks a member.
    pub(super) fn put(
        &mut self,
        (answer, member): (Answer, &Member),
        letter: impl Into<Letter>,
        (word, until): (&'static str, DateTime<Utc>),
    ) {
        self.asks.push((self.posts.len(), answer, word));
        self.posts.push(Post::ranked(member, Rank::Prompt, letter).within(answer.pair()).until(until));
    }

    /// Looks at a pair again then, or earlier if something else in it is due before.
    pub(super) fn wakes(&mut self, pair: ConversationId, at: DateTime<Utc>) {
        match self.alarms.iter_mut().find(|(_, subject, _)| *subject == pair.0) {
            Some((.., due)) => *due = at.min(*due),
            None => self.alarms.push((Alarm::Proposal, pair.0, at)),
        }
    }

    fn ask(
        &mut self,
        pair: &Conversation,
        member: &Member,
        people: &HashMap<PersonId, Person>,
        (word, until): (&'static str, DateTime<Utc>),
    ) {
        let across = pair.members.iter().find(|other| other.side != member.side);
        let both = people.get(&member.person).zip(across.and_then(|other| people.get(&other.person)));
        let (languages, topics) = both.map(|(one, other)| pairing::common(one, other)).unwrap_or_default();
        let partner = if member.side == Side::Mentee { Side::Mentor } else { Side::Mentee };
        let again = word == "reminded";
        let supervised = pair.supervised != Supervised::No;
        let offer =
            Offer { pair: pair.id, partner: names(pair, partner), languages, topics, again, supervised };
        let letter = match member.side {
            Side::Mentee => PairingLetter::MentorFound(offer),
            Side::Mentor | Side::Team => PairingLetter::MenteeFound(offer),
        };
        self.put((Answer::Herself(pair.id, member.person), member), letter, (word, until));
    }
}

/// Asks. Words that come before an answer are nobody's unasked.
pub(super) async fn carry_out(tx: &mut Tx, errands: Errands, now: DateTime<Utc>) -> Result<()> {
    let letters = tx.post_all(&errands.posts, now).await?;
    let (mut told, mut assents) = (Vec::new(), Vec::new());
    for (post, answer, word) in &errands.asks {
        let Some(letter) = letters.get(*post) else { continue };
        let how = format!("{word}:{letter}");
        match answer {
            Answer::Herself(pair, person) => told.push((*pair, *person, how)),
            Answer::Assent(assent) => assents.push((*assent, how)),
        }
    }
    tx.tell_each(&told).await?;
    tx.asked_members(&assents).await?;
    let asked: Vec<_> = errands.asks.iter().map(|(_, answer, _)| answer.person()).collect();
    team::asked(tx, &asked).await?;
    tx.wake_all(&errands.alarms).await
}

/// Proposals that came to nothing: everybody is free again, and the coordinator learns who did not answer.
pub(super) async fn expire(
    tx: &mut Tx,
    mut pairs: Vec<Conversation>,
    knows: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if pairs.is_empty() {
        return Ok(());
    }
    for pair in &mut pairs {
        pair.phase = Phase::Expired;
    }
    tx.save_conversations(&pairs).await?;
    let ids: Vec<_> = pairs.iter().map(|pair| pair.id).collect();
    let told = tx.told_in(&ids).await?;
    let mentees: Vec<_> = pairs.iter().flat_map(|pair| on_side(pair, Side::Mentee)).collect();
    let mentees = tx.persons(&mentees).await?;
    let mut staff = HashMap::new();
    let mut posts = Vec::new();
    for pair in &pairs {
        if let Entry::Vacant(unknown) = staff.entry(pair.programme) {
            unknown.insert(tx.staff(pair.programme).await?);
        }
        let others = pair.members.iter().filter(|member| Some(member.person) != knows);
        posts.extend(others.flat_map(|member| not_this_time(pair, member, &told)));
        let silent = pair.members.iter().filter(|member| member.state == MemberState::Asked);
        let silent = silent.map(|member| member.alias.clone()).collect();
        let mentee = mentee_of(pair, &mentees);
        if let Some(coordinator) = staff.get(&pair.programme).and_then(|staff| coordinator(staff, pair)) {
            let letter = PairingLetter::ToldExpired { silent, mentee };
            posts.push(Post::ranked(coordinator, Rank::Announcement, letter));
        }
        tx.audit(None, "proposal expired", Some(pair.id.0), now).await?;
    }
    tx.proposals_end(&ids).await?;
    morning::post(tx, posts, now).await
}
