//! What follows from a refusal, whatever was asked for and whatever the words: the one table of it. What becomes of the letter
//! itself, `courier::verdict` says.

use super::topics;
use crate::domain::id::ChatId;
use crate::domain::person::Reach;
use crate::store::{Carried, Errand, Leased};
use crate::telegram::Refused;
use crate::telegram::refusal::{Concerns, Never};

/// What follows. Each has somebody who hears of it, but [`Follows::Again`], which is not over, and [`Follows::Nothing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// It is tried again. A writer reads after a minute that her message is late; what is about a case goes to somebody else
    /// too after ten, or after an hour if nothing is said at all.
    Again,
    /// Nobody waits for it: an ornament, the end of a button's waiting, a list of commands, a chat that is left.
    Nothing,
    /// The group has a new id, which takes the place of the old one.
    Moved(ChatId),
    /// The bot is not in the group: its cases go to private chats, and the team reads so.
    GroupLost,
    /// The chat is out of reach: its letters wait, who writes to her reads so, her coordinator has a case.
    OutOfReach(Reach),
    /// A copy cannot be changed: a fresh one takes its place.
    FreshCopy,
    /// A change was given up: its writer reads that it does not arrive.
    NotCorrected,
    /// It was not deleted: whoever took it back reads so.
    NotTakenBack,
    /// Nobody knows who is in the group: what is about that account goes to the lead, who reads why.
    NobodyKnows,
    /// A topic in a private chat is a hint: the message goes without.
    PrivateTopic,
    /// The topic of what is read along: everything stands in the group itself, or the topic is made anew.
    RoomTopic,
    /// A case's topic could not be made: its card stands in the group itself.
    CaseTopic,
    /// A case's topic is gone: it is made anew, with the card.
    TopicAgain,
    /// A card in a group cannot be changed: it is posted anew, and if that is refused the group is.
    CardAgain,
    /// A message or words are refused for good: the writer reads so; whoever is next gets what is about a case; and if it is
    /// the chat's doing, that is out of reach, or its group is not used.
    ForGood(Never),
    /// It was tried for a day: as for good, and a group that does not answer for a day is not used.
    GivenUp,
}

/// What follows for a letter, once it is said what becomes of it.
pub fn follows(errand: &Errand, why: &Refused, carried: &Carried) -> Follows {
    match why {
        Refused::Never(class) => for_good(errand, *class),
        Refused::Blocked | Refused::Gone | Refused::Closed if errand.lane.0 < 0 => Follows::GroupLost,
        Refused::Blocked | Refused::Closed => Follows::OutOfReach(Reach::Blocked),
        Refused::Gone => Follows::OutOfReach(Reach::Gone),
        Refused::Moved(to) => Follows::Moved(*to),
        Refused::Later(_)
        | Refused::Configuration(_)
        | Refused::Transient
        | Refused::Perhaps
        | Refused::Unread => match carried {
            Carried::Failed(_) => given_up(errand, why),
            Carried::Later(..)
            | Carried::Sent(_)
            | Carried::Album(_)
            | Carried::Topic(_)
            | Carried::Looked(_)
            | Carried::Held
            | Carried::Withdrawn => Follows::Again,
        },
    }
}

fn for_good(errand: &Errand, class: Never) -> Follows {
    match &errand.what {
        Leased::Edit { .. } => Follows::FreshCopy,
        Leased::Delete(..) => Follows::NotTakenBack,
        Leased::Look(_) => Follows::NobodyKnows,
        _ if topics::is_about_one(errand, class) => Follows::PrivateTopic,
        _ if is_about_rooms_topic(errand, class) => Follows::RoomTopic,
        Leased::Topic => Follows::CaseTopic,
        _ if is_about_its_topic(errand, class) && errand.case.is_some() => Follows::TopicAgain,
        Leased::Rewrite(..) if errand.lane.0 < 0 && errand.case.is_some() && class != Never::AlreadySo => {
            Follows::CardAgain
        }
        Leased::Write(_)
        | Leased::Rewrite(..)
        | Leased::Copy { .. }
        | Leased::Album { .. }
        | Leased::Room(_) => Follows::ForGood(class),
        Leased::Clear(_)
        | Leased::React(..)
        | Leased::Toast(..)
        | Leased::Commands
        | Leased::Leave
        | Leased::Nothing => Follows::Nothing,
    }
}

fn given_up(errand: &Errand, why: &Refused) -> Follows {
    // It may be there, and nobody knows its number.
    let in_doubt = matches!(why, Refused::Perhaps | Refused::Unread);
    match &errand.what {
        Leased::Edit { .. } => Follows::NotCorrected,
        Leased::Delete(..) => Follows::NotTakenBack,
        Leased::Look(_) => Follows::NobodyKnows,
        Leased::Topic if errand.room.is_some() => Follows::RoomTopic,
        Leased::Room(_) if errand.lane.0 > 0 && errand.room.is_none() => Follows::PrivateTopic,
        Leased::Room(_) if in_doubt => Follows::RoomTopic,
        Leased::Topic if in_doubt && errand.thread.is_none() => Follows::CaseTopic,
        Leased::Topic
        | Leased::Room(_)
        | Leased::Write(_)
        | Leased::Rewrite(..)
        | Leased::Copy { .. }
        | Leased::Album { .. } => Follows::GivenUp,
        Leased::Clear(_)
        | Leased::React(..)
        | Leased::Toast(..)
        | Leased::Commands
        | Leased::Leave
        | Leased::Nothing => Follows::Nothing,
    }
}

/// The topic of what is read in a room was not made, not deleted, or is gone.
fn is_about_rooms_topic(errand: &Errand, class: Never) -> bool {
    let topic = matches!(errand.what, Leased::Topic | Leased::Room(_));
    errand.room.is_some() && (topic || is_about_its_topic(errand, class))
}

/// The topic of a group it was to stand in is gone, or the group has none any more.
fn is_about_its_topic(errand: &Errand, class: Never) -> bool {
    let lost = class.concerns(&errand.what, errand.thread.is_some()) == Concerns::Topic;
    errand.lane.0 < 0 && errand.thread.is_some() && (lost || class == Never::TopicGone)
}
