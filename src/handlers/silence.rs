//! The silence clock of pairs that are due: who is asked or nudged, at her hour, and what a coordinator must look at.

use super::cases;
use crate::domain::case::NewCase;
use crate::domain::conversation::{self, Conversation, Phase};
use crate::domain::dialogue::{Asks, Dialogue};
use crate::domain::id::{ConversationId, PersonId, ProgrammeId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::missed::{self, Work};
use crate::domain::person::{Person, Reach};
use crate::domain::pulse::Hours;
use crate::domain::quiet::QuietHours;
use crate::domain::silence::{Due, Look, Settings};
use crate::domain::talk::Side;
use crate::domain::wall;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// Pairs whose silence is to be looked at. Read and written as sets: a hundred pairs cost as many statements as one.
pub async fn look(tx: &mut Tx, conversations: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<ConversationId> = conversations.iter().map(|id| ConversationId(*id)).collect();
    // Whoever ends a pause or a hold asks for a look at once.
    let mut pairs = tx.conversations(&ids).await?;
    pairs.retain(|pair| pair.phase == Phase::Active);
    let theirs: HashSet<ProgrammeId> = pairs.iter().map(|pair| pair.programme).collect();
    let programmes = tx.programmes_among(&theirs.into_iter().collect::<Vec<_>>()).await?;
    let programmes: HashMap<_, _> =
        programmes.into_iter().map(|programme| (programme.id, programme)).collect();
    let looks: Vec<(Conversation, Look)> = pairs
        .into_iter()
        .filter_map(|pair| {
            let mut facts = pair.silence_facts()?;
            if let Some(programme) = programmes.get(&pair.programme) {
                facts.stops = facts.stops.and(programme.days_off());
            }
            let look = Settings::default().look(&facts, &pair.steps_done(), now);
            Some((pair, look))
        })
        .collect();
    let mut round = Round::load(tx, &looks, now).await?;
    for (pair, look) in looks {
        round.work(pair, &look);
    }
    round.write(tx).await
}

/// What follows from a set of looks, gathered to be written as sets.
struct Round {
    now: DateTime<Utc>,
    people: HashMap<PersonId, Person>,
    sent: HashMap<PersonId, Vec<DateTime<Utc>>>,
    posts: Vec<Post>,
    prompted: Vec<PersonId>,
    asked: Vec<PersonId>,
    changed: Vec<Conversation>,
    cases: Vec<(usize, NewCase)>,
    alarms: Vec<(Alarm, i64, DateTime<Utc>)>,
}

impl Round {
    /// Reads about everybody who may have to be asked or nudged.
    async fn load(tx: &mut Tx, looks: &[(Conversation, Look)], now: DateTime<Utc>) -> Result<Self> {
        let members =
            looks.iter().filter(|(_, look)| !look.due.is_empty()).flat_map(|(pair, _)| pair.active());
        let ids: Vec<PersonId> = members.map(|member| member.person).collect();
        let people = if ids.is_empty() { Vec::new() } else { tx.persons(&ids).await? };
        Ok(Self {
            now,
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            sent: tx.prompts(&ids, wall::plus(now, TimeDelta::days(-8))).await?,
            posts: Vec::new(),
            prompted: Vec::new(),
            asked: Vec::new(),
            changed: Vec::new(),
            cases: Vec::new(),
            alarms: Vec::new(),
        })
    }

    fn work(&mut self, mut pair: Conversation, look: &Look) {
        let before = pair.done.clone();
        pair.forget_done(look.since);
        let mut next = look.next_look;
        let mut opened = Vec::new();
        for due in &look.due {
            match missed::work(due.step, look.silence) {
                Work::Say(sides) => next = next.min(self.say(&mut pair, *due, sides)),
                Work::Open(kind) => {
                    pair.done.push((due.step.as_str().to_owned(), due.since.timestamp_millis()));
                    opened.push(NewCase {
                        programme: pair.programme,
                        kind,
                        conversation: Some(pair.id),
                        person: None,
                        since: Some(due.since),
                        due: None,
                        tried: pair.tried(due.since),
                    });
                }
                Work::Known => {}
            }
        }
        // Never the moment that is being worked on: an alarm for it would go off in the same round for ever.
        self.alarms.push((Alarm::Silence, pair.id.0, next.max(self.now + TimeDelta::seconds(1))));
        if pair.done != before {
            let index = self.changed.len();
            self.cases.extend(opened.into_iter().map(|case| (index, case)));
            self.changed.push(pair);
        }
    }

    /// Says a step to everybody on these sides for whom it is the hour; gives the next moment at which it is somebody's.
    fn say(&mut self, pair: &mut Conversation, due: Due, sides: &[Side]) -> DateTime<Utc> {
        let since = due.since.timestamp_millis();
        let mut next = DateTime::<Utc>::MAX_UTC;
        for (id, side) in listeners(pair, sides) {
            let key = (missed::key(due.step, id), since);
            if pair.done.contains(&key) {
                continue;
            }
            let at = self.tell(pair, due, (id, side));
            match at {
                Some(at) => next = next.min(at),
                None => pair.done.push(key),
            }
        }
        if next == DateTime::<Utc>::MAX_UTC {
            pair.done.push((due.step.as_str().to_owned(), since));
        }
        next
    }

    /// Posts a step's letter to one person, or gives the moment at which it may be.
    fn tell(&mut self, pair: &Conversation, due: Due, (id, side): (PersonId, Side)) -> Option<DateTime<Utc>> {
        let person = self.people.get(&id)?;
        let hours =
            Hours { zone: person.zone, quiet: QuietHours::default(), seed: person.id.0.unsigned_abs() };
        let sent = self.sent.entry(id).or_default();
        let at = missed::earliest(hours, side, sent, self.now);
        if at > self.now {
            return Some(at);
        }
        let partner = pair.partner(id).map(str::to_owned);
        let letter: Letter =
            missed::says(due, (pair.id, pair.talk.contact_at.is_some()), partner, side)?.into();
        sent.push(self.now);
        self.prompted.push(id);
        self.asked.extend(Asks::of(&letter.offer()).map(|_| id));
        let post = Post::ranked(person, Rank::Prompt, letter);
        self.posts.push(post.until(missed::lapses(hours, self.now)));
        None
    }

    async fn write(mut self, tx: &mut Tx) -> Result<()> {
        let now = self.now;
        tx.post_all(&self.posts, now).await?;
        tx.prompted(&self.prompted, now).await?;
        tx.await_from_all(&self.asked, &Dialogue::Talked).await?;
        let (pairs, new): (Vec<usize>, Vec<NewCase>) = self.cases.into_iter().unzip();
        for (pair, case) in pairs.into_iter().zip(cases::open_silences(tx, &new, now).await?) {
            if let Some(pair) = self.changed.get_mut(pair) {
                pair.silence_case = Some(case);
            }
        }
        tx.save_conversations(&self.changed).await?;
        tx.wake_all(&self.alarms).await
    }
}

/// Everybody active on these sides who can be reached.
fn listeners(pair: &Conversation, sides: &[Side]) -> Vec<(PersonId, Side)> {
    pair.active()
        .filter(|member| member.reach == Reach::Reachable)
        .filter_map(|member| Some((member.person, side_of(member.side)?)))
        .filter(|(_, side)| sides.contains(side))
        .collect()
}

fn side_of(side: conversation::Side) -> Option<Side> {
    match side {
        conversation::Side::Mentee => Some(Side::Mentee),
        conversation::Side::Mentor => Some(Side::Mentor),
        conversation::Side::Team => None,
    }
}
