//! A conversation: a pair or circle, or one participant's talk with her team.

use super::heard::Kind;
use super::id::{CaseId, ChatId, ConversationId, PersonId, ProgrammeId};
use super::person::{Away, Reach};
use super::silence::{Facts, Rhythm};
use super::stops::{Stop, Stops};
use super::talk::{self, Talk};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What holds a conversation together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Mentees and mentors.
    Pair,
    /// One participant and the coordinator who looks after her.
    Team,
}

/// Where a conversation stands (spec: pair lifecycle). Health is computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Waits for everybody's yes.
    Proposed,
    /// Somebody said no.
    Declined,
    /// Nobody answered in time.
    Expired,
    /// Introduced: the relay is open.
    Active,
    /// Stopped by the team until it decides: what is written waits.
    Paused,
    /// Stopped for safety: what is written waits until a coordinator decides.
    Held,
    /// Ended by a human.
    Closed,
}

impl Phase {
    /// The conversation exists for its members: open, or open again soon.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Active | Self::Paused | Self::Held)
    }

    /// Staff or safety stopped it: what is written waits.
    pub fn is_stopped(self) -> bool {
        matches!(self, Self::Paused | Self::Held)
    }
}

/// Whether the team reads along (spec: supervised mode).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Supervised {
    /// It does not.
    #[default]
    No,
    /// The members are asked whether it may.
    Asked,
    /// All have agreed: whoever reads reports gets a copy of everything.
    Yes,
}

/// A member's part in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The mentee's side.
    Mentee,
    /// The mentor's side.
    Mentor,
    /// The coordinator in a talk with the team.
    Team,
}

/// Somebody a message goes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub chat: ChatId,
    /// Whether Telegram lets us.
    pub reach: Reach,
    /// She is on a break.
    pub away: Option<Away>,
}

/// A conversation as one of its members meets it when she writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// Which.
    pub id: ConversationId,
    /// Where it stands.
    pub phase: Phase,
    /// The writer's side.
    pub side: talk::Side,
    /// The writer is on a break of her own.
    pub on_break: bool,
    /// How its members have been in touch.
    pub talk: Talk,
    /// Everybody else who is in it now.
    pub others: Vec<Recipient>,
    /// An open case about its silence: contact closes it.
    pub silence_case: bool,
    /// The team reads along.
    pub supervised: bool,
    /// Kinds of messages its readers cannot pass on.
    pub protect: Vec<Kind>,
}

/// Where a member stands in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberState {
    /// A proposal waits for her.
    Asked,
    /// She said yes.
    Accepted,
    /// She said no; nobody but the coordinator sees that.
    Declined,
    /// In it.
    Active,
    /// Left of her own accord.
    Left,
    /// The conversation ended, or never began.
    Ended,
}

impl MemberState {
    /// She writes and reads in it.
    pub fn is_active(self) -> bool {
        self == Self::Active
    }
}

/// Somebody in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// On which side.
    pub side: Side,
    /// Where she stands.
    pub state: MemberState,
    /// When a message of hers was last relayed.
    pub heard_at: Option<DateTime<Utc>>,
    /// Her chat.
    pub chat: ChatId,
    /// Whether Telegram lets us write there.
    pub reach: Reach,
    /// She is on a break.
    pub away: Option<Away>,
    /// She was told of a break of somebody else's.
    pub knows_break: bool,
    /// The name the others know.
    pub alias: String,
}

/// A conversation, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// What holds it together.
    pub sort: Sort,
    /// Where it stands.
    pub phase: Phase,
    /// Who looks after it.
    pub coordinator: Option<PersonId>,
    /// Days between contacts that were agreed (T).
    pub rhythm: i64,
    /// When it was proposed.
    pub proposed_at: Option<DateTime<Utc>>,
    /// When everybody had accepted.
    pub introduced_at: Option<DateTime<Utc>>,
    /// When the team is asked again what becomes of a stopped pair.
    pub paused_until: Option<DateTime<Utc>>,
    /// Since when it is stopped.
    pub stopped_at: Option<DateTime<Utc>>,
    /// How its members have been in touch.
    pub talk: Talk,
    /// Times that do not count for the silence clock, epoch ms from and until; the last may be open.
    pub stops: Vec<(i64, Option<i64>)>,
    /// What was already done about its silences: a step's name and the beginning of its silence, epoch ms.
    pub done: Vec<(String, i64)>,
    /// The open case about its silence.
    pub silence_case: Option<CaseId>,
    /// Whether the team reads along.
    pub supervised: Supervised,
    /// Kinds of messages its readers cannot pass on: as its programme has chosen.
    pub protect: Vec<Kind>,
    /// Everybody who is or was in it.
    pub members: Vec<Member>,
}

impl Conversation {
    /// Everybody active, in the stored order.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.state.is_active())
    }

    /// Whether somebody is in it now.
    pub fn has(&self, person: PersonId) -> bool {
        self.active().any(|member| member.person == person)
    }

    /// Whether whoever has this chat is in it now, with whatever part of hers.
    pub fn has_chat(&self, chat: ChatId) -> bool {
        self.active().any(|member| member.chat == chat)
    }

    /// The alias by which `reader` knows the other side: a name if it is one person, `None` in a circle.
    pub fn partner(&self, reader: PersonId) -> Option<&str> {
        let mut others = self.active().filter(|member| member.person != reader);
        match (others.next(), others.next()) {
            (Some(one), None) => Some(one.alias.as_str()),
            _ => None,
        }
    }
}

impl Conversation {
    /// Whether the team or somebody's safety stops it.
    pub fn is_stopped(&self) -> bool {
        self.phase.is_stopped()
    }

    /// Whether both sides still have somebody when she is gone, as in a circle.
    pub fn goes_on_without(&self, person: PersonId) -> bool {
        let has = |side| self.active().any(|member| member.side == side && member.person != person);
        has(Side::Mentee) && has(Side::Mentor)
    }

    /// The conversation as one of its members meets it.
    pub fn circle(&self, writer: PersonId) -> Circle {
        let others = self.members.iter().filter(|member| member.state.is_active() && member.person != writer);
        let own = self.members.iter().find(|member| member.person == writer);
        let mentor = own.is_some_and(|member| member.side == Side::Mentor);
        Circle {
            id: self.id,
            phase: self.phase,
            side: if mentor { talk::Side::Mentor } else { talk::Side::Mentee },
            talk: self.talk,
            on_break: own.is_some_and(|member| member.away.is_some()),
            others: others
                .map(|member| Recipient {
                    person: member.person,
                    chat: member.chat,
                    reach: member.reach,
                    away: member
                        .away
                        .map(|away| away.known(self.phase, own.is_some_and(|own| own.knows_break))),
                })
                .collect(),
            silence_case: self.silence_case.is_some(),
            supervised: self.supervised == Supervised::Yes,
            protect: self.protect.clone(),
        }
    }
}

impl Conversation {
    /// What the silence clock reads about it; `None` before its introduction.
    pub fn silence_facts(&self) -> Option<Facts> {
        let introduced_at = self.introduced_at?;
        let moment = |ms: i64| DateTime::from_timestamp_millis(ms).unwrap_or_default();
        let stop = |&(from, until): &(i64, Option<i64>)| Stop {
            from: moment(from),
            until: until.map_or(DateTime::<Utc>::MAX_UTC, moment),
        };
        Some(Facts {
            introduced_at,
            rhythm: match self.rhythm {
                ..=10 => Rhythm::Weekly,
                11..=21 => Rhythm::Fortnightly,
                22.. => Rhythm::Monthly,
            },
            talk: self.talk,
            stops: Stops::new(self.stops.iter().map(stop).collect()),
            unreachable: self.unreachable(introduced_at),
        })
    }

    /// A side of which nobody can be reached; as far as is known here, since it was last heard.
    fn unreachable(&self, introduced_at: DateTime<Utc>) -> Option<(talk::Side, DateTime<Utc>)> {
        [(Side::Mentee, talk::Side::Mentee), (Side::Mentor, talk::Side::Mentor)].into_iter().find_map(
            |(side, of)| {
                let members: Vec<&Member> = self.active().filter(|member| member.side == side).collect();
                let away = members.iter().all(|member| member.reach != Reach::Reachable);
                let heard = members.iter().filter_map(|member| member.heard_at).max();
                (away && !members.is_empty()).then(|| (of, heard.unwrap_or(introduced_at)))
            },
        )
    }
}
