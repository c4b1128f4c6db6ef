//! Letters and answers about circles: for the team, who brings people in and takes them out, and for the members.

use super::{MOST, Obstacle};
use crate::domain::conversation::Side;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::listed::{PairLine, Who};
use crate::domain::paging::{Sheet, Turn};
use crate::domain::pairing::Waiting;
use serde::{Deserialize, Serialize};

/// Somebody in a pair, as its coordinator sees her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// What the others call her.
    pub alias: String,
    /// On which side.
    pub side: Side,
    /// She is to come in, and is not in it yet.
    pub asked: bool,
    /// Whose answer that waits for.
    #[serde(default)]
    pub waits: Waits,
}

/// Whose answer it waits for that somebody comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// Hers.
    #[default]
    Newcomer,
    /// That of who is in it.
    Members,
}

/// What the bot says about circles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircleLetter {
    /// Who is in a pair.
    Members {
        /// The pair.
        pair: PairLine,
        /// Everybody in it, and who is asked.
        seats: Vec<Seat>,
        /// The reader is in it herself: somebody else brings people in or takes them out.
        #[serde(default)]
        inside: bool,
    },
    /// Who shall come in?
    Whom {
        /// The pair.
        pair: PairLine,
        /// On this side.
        side: Side,
        /// Who is free.
        sheet: Sheet<Waiting>,
    },
    /// Nobody is free.
    Nobody(PairLine),
    /// She cannot come in.
    Cannot {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
        /// Why.
        why: Obstacle,
    },
    /// "Ask her?"
    SureAsk {
        /// The pair.
        pair: PairLine,
        /// Whom.
        who: Who,
    },
    /// She is asked.
    Asking {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
    },
    /// "Take her out?"
    SureRemove {
        /// The pair.
        pair: PairLine,
        /// Whom.
        who: Who,
    },
    /// Without her nobody would be left on her side.
    LastOne {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
    },
    /// For the coordinator: she is in.
    ToldJoined {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
    },
    /// For the coordinator: she said no.
    ToldNo {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
    },
    /// For the coordinator, and nobody else: somebody who is in it said no to her.
    ToldRefused {
        /// The pair.
        pair: PairLine,
        /// Who was to come in.
        who: Who,
        /// Who said no.
        by: Who,
    },
    /// For the coordinator, and nobody else: some who are in it did not say whether it is all right.
    ToldUnanswered {
        /// The pair.
        pair: PairLine,
        /// Who was to come in.
        who: Who,
        /// Who did not answer.
        by: Vec<Who>,
    },
    /// For the coordinator: she did not answer in time, or cannot come in any more.
    ToldSilent {
        /// The pair.
        pair: PairLine,
        /// Who.
        who: Who,
    },
    /// For a member: "Is it all right if one more person joins?"
    Agree {
        /// The pair.
        pair: ConversationId,
        /// Who may join.
        newcomer: PersonId,
        /// Her alias.
        alias: String,
        /// Her side.
        side: Side,
        /// It is asked again.
        again: bool,
    },
    /// It is. What the others say, or she who may join, a member never reads.
    Agreed,
    /// "Do you want to join this group?"
    Ask {
        /// The pair.
        pair: ConversationId,
        /// Who is in it.
        names: String,
        /// The team reads along in it: a yes is a yes to that too.
        watched: bool,
        /// It is asked again.
        again: bool,
    },
    /// She said no.
    Declined,
    /// She said yes, and others have to answer.
    Waits,
    /// Her answer is not needed any more.
    Over,
    /// She is in.
    Welcome {
        /// The pair.
        pair: ConversationId,
        /// Who else is in it.
        names: String,
    },
    /// For the others: somebody is in now.
    Joined {
        /// The pair.
        pair: ConversationId,
        /// Her alias.
        alias: String,
        /// Her side.
        side: Side,
        /// Chooses her colour mark.
        mark: i64,
    },
    /// For the others: somebody is not in any more, whoever's wish that was.
    Left {
        /// The pair.
        pair: ConversationId,
        /// Her alias.
        alias: String,
        /// Her side.
        side: Side,
        /// Chooses her colour mark.
        mark: i64,
    },
    /// The team took her out.
    Out,
    /// A message reached only some of the others. Never whom, nor why.
    Reached {
        /// So many have it.
        reached: i64,
        /// Of so many.
        of: i64,
    },
    /// Which circle shall be quiet?
    MuteWhich(Vec<(ConversationId, String)>),
    /// It is quiet.
    Muted {
        /// The circle.
        pair: ConversationId,
        /// She reads once a day how many messages came.
        daily: bool,
    },
    /// It has its sound again.
    Unmuted(ConversationId),
    /// She has no circle.
    NoCircle,
    /// So many messages came in a quiet circle.
    Today {
        /// The circle.
        pair: ConversationId,
        /// How many.
        count: i64,
    },
}

/// What people answer about circles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CircleAnswer {
    /// The pair's card.
    Card(ConversationId),
    /// Who is in it.
    Members(ConversationId),
    /// Who could come in on this side.
    Whom(ConversationId, Side, Turn),
    /// This person shall.
    Choose(ConversationId, PersonId),
    /// A button of before: all three were to be recorded with one tap. Now it shows what is missing.
    Ready(ConversationId, PersonId),
    /// Yes, ask her.
    Ask(ConversationId, PersonId),
    /// This person shall go out.
    Remove(ConversationId, PersonId),
    /// Yes, take her out.
    SureRemove(ConversationId, PersonId),
    /// It is all right for a member that this person joins, or it is not.
    Agree(ConversationId, PersonId, bool),
    /// She wants to come in; whether she was told that the team reads along.
    Accept(ConversationId, bool),
    /// She does not.
    Decline(ConversationId),
    /// She wants to write to the team.
    Team,
    /// It shall be quiet.
    Mute(ConversationId),
    /// It shall have its sound again.
    Unmute(ConversationId),
    /// She wants to read once a day how many messages came, or not.
    Daily(ConversationId, bool),
}

impl CircleLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CircleAnswer> {
        match self {
            Self::Members { pair, inside: true, .. } => vec![CircleAnswer::Card(pair.id)],
            Self::Members { pair, seats, inside: false } => members(pair.id, seats),
            Self::Whom { pair, side, sheet } => {
                let people = sheet.lines.iter().map(|line| CircleAnswer::Choose(pair.id, line.who.id));
                let turns = sheet.turns().map(|turn| CircleAnswer::Whom(pair.id, *side, turn));
                people.chain(turns).chain([CircleAnswer::Members(pair.id)]).collect()
            }
            Self::SureAsk { pair, who } => {
                vec![CircleAnswer::Ask(pair.id, who.id), CircleAnswer::Members(pair.id)]
            }
            Self::SureRemove { pair, who } => {
                vec![CircleAnswer::SureRemove(pair.id, who.id), CircleAnswer::Members(pair.id)]
            }
            Self::Nobody(pair)
            | Self::Cannot { pair, .. }
            | Self::Asking { pair, .. }
            | Self::LastOne { pair, .. }
            | Self::ToldJoined { pair, .. }
            | Self::ToldNo { pair, .. }
            | Self::ToldRefused { pair, .. }
            | Self::ToldUnanswered { pair, .. }
            | Self::ToldSilent { pair, .. } => vec![CircleAnswer::Members(pair.id)],
            Self::Agree { pair, newcomer, .. } => {
                [true, false].map(|yes| CircleAnswer::Agree(*pair, *newcomer, yes)).to_vec()
            }
            Self::Ask { pair, watched, .. } => {
                vec![CircleAnswer::Accept(*pair, *watched), CircleAnswer::Decline(*pair)]
            }
            Self::MuteWhich(circles) => circles.iter().map(|(id, _)| CircleAnswer::Mute(*id)).collect(),
            Self::Muted { pair, daily } => {
                vec![CircleAnswer::Unmute(*pair), CircleAnswer::Daily(*pair, !daily)]
            }
            Self::Unmuted(pair) => vec![CircleAnswer::Mute(*pair)],
            Self::Today { pair, .. } => vec![CircleAnswer::Unmute(*pair)],
            Self::Out => vec![CircleAnswer::Team],
            Self::Declined
            | Self::Agreed
            | Self::Waits
            | Self::Over
            | Self::Welcome { .. }
            | Self::Joined { .. }
            | Self::Left { .. }
            | Self::Reached { .. }
            | Self::NoCircle => Vec::new(),
        }
    }
}

/// One button for each member, and two to bring somebody in while there is room.
fn members(pair: ConversationId, seats: &[Seat]) -> Vec<CircleAnswer> {
    let remove = seats.iter().map(|seat| CircleAnswer::Remove(pair, seat.person));
    let sides = [Side::Mentee, Side::Mentor].into_iter().filter(|_| seats.len() < MOST);
    let add = sides.map(|side| CircleAnswer::Whom(pair, side, Turn::First));
    add.chain(remove).chain([CircleAnswer::Card(pair)]).collect()
}

impl CircleAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Team => true,
            Self::Card(_)
            | Self::Members(_)
            | Self::Whom(..)
            | Self::Choose(..)
            | Self::Ready(..)
            | Self::Ask(..)
            | Self::Remove(..)
            | Self::SureRemove(..)
            | Self::Agree(..)
            | Self::Accept(..)
            | Self::Decline(_)
            | Self::Mute(_)
            | Self::Unmute(_)
            | Self::Daily(..) => false,
        }
    }
}
