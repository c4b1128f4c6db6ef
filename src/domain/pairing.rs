//! Letters and answers about pairing a mentee with a mentor, and who can be paired.

use super::id::{ConversationId, PersonId};
use super::listed::{Absence, Who, absence};
use super::matching::{self, Reason, Slot, Topic};
use super::paging::{Sheet, Turn};
use super::person::{Person, Profile, Role, Standing};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Mentors shown at once.
pub const AT_ONCE: usize = 4;

/// Whether someone can be in a pair at all: joined, of age or with a guardian's consent on record, a mentee or mentor.
/// Whether she is free is another question.
pub fn pairable(person: &Person) -> bool {
    let may = !person.is_doubted() && (!person.is_minor() || person.is_admitted());
    person.standing == Standing::Ready && !person.role.is_staff() && may
}

/// Whether this member of the team may pair that mentor: background check, training and quiz are recorded and good, or a
/// lead has said why it goes without and is the one who pairs.
pub fn may_pair(role: Role, mentor: &Profile, now: DateTime<Utc>) -> bool {
    mentor.ready.is_ready(now.date_naive()) || (role == Role::Lead && mentor.ready_override.is_some())
}

/// What matching reads of someone.
pub fn profile(person: &Person) -> matching::Profile {
    let told = |list: &Option<Vec<String>>| list.iter().flatten().cloned().collect::<Vec<_>>();
    matching::Profile {
        languages: told(&person.profile.spoken).into_iter().collect(),
        availability: told(&person.profile.availability).iter().filter_map(|it| Slot::parse(it)).collect(),
        topics: told(&person.profile.topics).iter().filter_map(|it| Topic::parse(it)).collect(),
        waiting_since: person.joined_at,
    }
}

/// Mentors with room for a mentee, best first. Nobody is matched with herself: an account may be both.
pub fn rank(mentee: &Person, mentors: &[Person], now: DateTime<Utc>) -> Vec<Candidate> {
    let free: Vec<_> = mentors
        .iter()
        .filter(|mentor| pairable(mentor) && mentor.chat != mentee.chat)
        .map(|mentor| matching::Mentor { key: mentor.id, profile: profile(mentor), open_places: 1 })
        .collect();
    let people: HashMap<PersonId, &Person> = mentors.iter().map(|mentor| (mentor.id, mentor)).collect();
    let ranked = matching::rank(&profile(mentee), &free).into_iter();
    ranked
        .filter_map(|found| {
            let mentor = people.get(&found.key)?;
            Some(Candidate {
                who: Who::from(*mentor),
                reasons: found.reasons,
                ready: mentor.profile.ready.is_ready(now.date_naive()),
                absence: absence(mentor, now),
            })
        })
        .collect()
}

/// Languages and topics a mentee and a mentor have in common.
pub fn common(mentee: &Person, mentor: &Person) -> (Vec<String>, Vec<Topic>) {
    let (one, other) = (profile(mentee), profile(mentor));
    let languages = one.languages.intersection(&other.languages).cloned().collect();
    (languages, one.topics.intersection(&other.topics).copied().collect())
}

/// A mentee in the waiting list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// Who.
    pub who: Who,
    /// How many days.
    pub days: i64,
    /// Why she does not answer at the moment.
    pub absence: Option<Absence>,
}

impl Waiting {
    /// Someone who waits.
    pub fn of(person: &Person, now: DateTime<Utc>) -> Self {
        Self {
            who: Who::from(person),
            days: (now - person.joined_at).num_days(),
            absence: absence(person, now),
        }
    }
}

/// A mentor who could be paired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub who: Who,
    /// Why she stands where she stands.
    pub reasons: Vec<Reason>,
    /// Her background check, training and quiz are recorded.
    pub ready: bool,
    /// Why she does not answer at the moment.
    pub absence: Option<Absence>,
}

/// What a member of a proposed pair reads about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The pair.
    pub pair: ConversationId,
    /// The other's name.
    pub partner: String,
    /// Tags of languages both speak.
    pub languages: Vec<String>,
    /// Topics both chose.
    pub topics: Vec<Topic>,
    /// It is asked again.
    pub again: bool,
    /// The team reads along in it: a yes is a yes to that too.
    #[serde(default)]
    pub supervised: bool,
}

/// What the bot says about pairing a mentee with a mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairingLetter {
    /// A page of mentees who wait.
    Mentees(Sheet<Waiting>),
    /// No mentee waits.
    NobodyWaits,
    /// Mentors for a mentee, best first.
    Mentors {
        /// For whom.
        mentee: Who,
        /// Some of them.
        page: Vec<Candidate>,
        /// How many stand before these.
        from: usize,
        /// There are more.
        more: bool,
    },
    /// No mentor is free.
    NoMentor(Who),
    /// "Why without?" The answer is typed.
    WhyReady(Who),
    /// The reason has to be words.
    NeedsWords,
    /// "Ask both?"
    Confirm {
        /// The mentee.
        mentee: Who,
        /// The mentor.
        mentor: Candidate,
        /// One of them is under 18: the team reads along.
        #[serde(default)]
        minor: bool,
        /// The reader leads the programme and may have the team read along.
        #[serde(default)]
        lead: bool,
    },
    /// Nobody could read along, so nobody under 18 can be paired.
    NoReader,
    /// Somebody is under 18, and the lead must say first where copies are read.
    GroupFirst,
    /// Both are asked.
    Sent {
        /// The mentee's alias.
        mentee: String,
        /// The mentor's alias.
        mentor: String,
    },
    /// Someone is not free any more.
    Taken(Who),
    /// A mentee is in a pair, or asked: shall she have one more?
    OneMore(Who),
    /// The mentee and the mentor are the same account.
    SameAccount(Who),
    /// Nothing was changed.
    Cancelled,
    /// For a mentee: a mentor was found.
    MentorFound(Offer),
    /// For a mentor: a mentee was found.
    MenteeFound(Offer),
    /// She said yes; the other has not answered yet.
    Agreed,
    /// She said no.
    Refused,
    /// It did not come about, whoever's answer that was.
    NotThisTime,
    /// For a mentee: the relay is open.
    MeetMentor(String),
    /// For a mentor: the relay is open.
    MeetMentee(String),
    /// For the coordinator: someone said no.
    ToldRefused {
        /// Who.
        who: Who,
        /// The mentee.
        mentee: Who,
    },
    /// For the coordinator: not everybody answered in time.
    ToldExpired {
        /// Who did not answer.
        silent: Vec<String>,
        /// The mentee.
        mentee: Who,
    },
    /// For the coordinator: both said yes.
    ToldIntroduced {
        /// The mentee's alias.
        mentee: String,
        /// The mentor's alias.
        mentor: String,
    },
}

/// What people answer about pairing a mentee with a mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairingAnswer {
    /// Another page of mentees.
    Mentees(Turn),
    /// Mentors for this mentee, after so many.
    Mentors(PersonId, usize),
    /// This mentor for this mentee.
    Mentor(PersonId, PersonId),
    /// A button of before: all three were to be recorded with one tap. Now it shows what is missing.
    Ready(PersonId, PersonId),
    /// The lead pairs them anyway.
    Anyway(PersonId, PersonId),
    /// One more pair for this mentee.
    OneMore(PersonId),
    /// Ask both.
    Propose(PersonId, PersonId),
    /// Ask both for a pair in which the team reads along.
    Watched(PersonId, PersonId),
    /// Leave it.
    Cancel,
    /// Find another mentor for this mentee, in a letter of its own.
    Again(PersonId),
    /// Yes to a proposal.
    Accept(ConversationId),
    /// No to a proposal.
    Refuse(ConversationId),
}

impl PairingLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<PairingAnswer> {
        match self {
            Self::Mentees(sheet) => {
                let people = sheet.lines.iter().map(|line| PairingAnswer::Mentors(line.who.id, 0));
                people.chain(sheet.turns().map(PairingAnswer::Mentees)).collect()
            }
            Self::Mentors { mentee, page, from, more } => {
                let mentors = page.iter().map(|it| PairingAnswer::Mentor(mentee.id, it.who.id));
                let before = from.checked_sub(AT_ONCE).map(|at| PairingAnswer::Mentors(mentee.id, at));
                let after = more.then(|| PairingAnswer::Mentors(mentee.id, from + AT_ONCE));
                let list = PairingAnswer::Mentees(Turn::at(mentee.id.0));
                mentors.chain(before).chain(after).chain([list]).collect()
            }
            Self::NoMentor(mentee) => vec![PairingAnswer::Mentees(Turn::at(mentee.id.0))],
            Self::Confirm { mentee, mentor, minor, lead } => {
                let watched = PairingAnswer::Watched(mentee.id, mentor.who.id);
                let first = [PairingAnswer::Propose(mentee.id, mentor.who.id)].into_iter();
                let first = first.chain((*lead && !minor).then_some(watched));
                first.chain([PairingAnswer::Mentors(mentee.id, 0), PairingAnswer::Cancel]).collect()
            }
            Self::WhyReady(_) | Self::NeedsWords => vec![PairingAnswer::Cancel],
            Self::Taken(_) => vec![PairingAnswer::Mentees(Turn::First)],
            Self::OneMore(mentee) => vec![PairingAnswer::OneMore(mentee.id), PairingAnswer::Cancel],
            Self::SameAccount(mentee) => vec![PairingAnswer::Mentors(mentee.id, 0)],
            Self::MentorFound(offer) | Self::MenteeFound(offer) => {
                vec![PairingAnswer::Accept(offer.pair), PairingAnswer::Refuse(offer.pair)]
            }
            Self::ToldRefused { mentee, .. } | Self::ToldExpired { mentee, .. } => {
                vec![PairingAnswer::Again(mentee.id)]
            }
            Self::NobodyWaits
            | Self::NoReader
            | Self::GroupFirst
            | Self::Sent { .. }
            | Self::Cancelled
            | Self::Agreed
            | Self::Refused
            | Self::NotThisTime
            | Self::MeetMentor(_)
            | Self::MeetMentee(_)
            | Self::ToldIntroduced { .. } => Vec::new(),
        }
    }
}

impl PairingAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Again(_) => true,
            Self::Mentees(_)
            | Self::Mentors(..)
            | Self::Mentor(..)
            | Self::Ready(..)
            | Self::Anyway(..)
            | Self::OneMore(_)
            | Self::Propose(..)
            | Self::Watched(..)
            | Self::Cancel
            | Self::Accept(_)
            | Self::Refuse(_) => false,
        }
    }
}
