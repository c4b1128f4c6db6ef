//! Letters and answers about supervised pairs and the safeguarding group: who reads along, and that everybody knows.

use super::conversation::Supervised;
use super::heard::Kind;
use super::id::{CaseId, ConversationId, RoomId, SourceId};
use super::leak::Shown;
use super::listed::PairLine;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Copies nobody marked as read for so long open a case: unread copies are a liability (programme, safeguarding 4).
pub const UNREAD: TimeDelta = TimeDelta::days(7);

/// A topic of the safeguarding group is deleted so long after its report was resolved, or nobody reads along in its pair
/// any more (programme, coordinator's desk).
pub const KEPT: TimeDelta = TimeDelta::days(90);

/// So many refusals of the leak guard within [`LATELY`] are for the lead, if an adult caused them (programme,
/// safeguarding 4).
pub const REFUSALS: i64 = 2;

/// The time in which refusals are counted.
pub const LATELY: TimeDelta = TimeDelta::days(28);

/// Something about a message that whoever reads along must know, although it is not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Where it is read.
    pub room: RoomId,
    /// The mentees' aliases.
    pub mentees: String,
    /// The mentors' aliases.
    pub mentors: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the bot says about supervised pairs and the safeguarding group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisedLetter {
    /// Above a supervised copy: which pair, and who wrote it.
    Copy {
        /// Where it is read.
        room: RoomId,
        /// The mentees' aliases.
        mentees: String,
        /// The mentors' aliases.
        mentors: String,
        /// Who wrote it.
        author: String,
        /// It stands in for an earlier copy.
        corrected: bool,
        /// The message.
        #[serde(default)]
        source: Option<SourceId>,
        /// Its author takes it back, while a case about her is open.
        #[serde(default)]
        taken_back: bool,
    },
    /// A message of this kind could not be copied as it may have arrived: somebody must ask.
    Missed(Told, Kind),
    /// A message of this kind was deleted or taken back before it arrived.
    NotArrived(Told, Kind),
    /// The leak guard refused a message that shows this.
    Refused(Told, Shown),
    /// For the lead: a pair with somebody under 18 waits for a safeguarding group, or her word that she reads in private.
    GroupFirst,
    /// She reads in private.
    Privately,
    /// The name of a pair's topic.
    PairTopic {
        /// The mentees' aliases.
        mentees: String,
        /// The mentors' aliases.
        mentors: String,
    },
    /// The name of a report's topic.
    ReportTopic(CaseId),
    /// A toast: read up to here.
    Read,
    /// For a member: may the team read along?
    Ask {
        /// The pair.
        pair: ConversationId,
        /// The other's alias; in a circle none.
        partner: Option<String>,
    },
    /// She agreed; others have not answered yet.
    Agreed,
    /// She did not agree: nothing changes.
    Declined,
    /// Pinned in each member's chat.
    Pinned(ConversationId),
    /// The team does not read along any more.
    Over(ConversationId),
    /// For the lead: what can be done about a pair's supervision.
    About {
        /// The pair.
        pair: PairLine,
        /// Whether the team reads along now.
        supervised: Supervised,
        /// Somebody in it is under 18: it stays supervised.
        minor: bool,
    },
    /// For the lead: the members are asked.
    Asking(PairLine),
    /// For the lead: they are asked when the pair is open again.
    AsksLater(PairLine),
    /// For the lead: all have agreed.
    Began(PairLine),
    /// For the lead: somebody did not agree.
    NotAgreed(PairLine),
    /// For the lead: it ended, or is not asked any more.
    Ended(PairLine),
    /// Nobody could read the copies.
    NoReader,
    /// The group is linked.
    Linked,
    /// The bot may not make topics in this group.
    NoTopics,
    /// This topic is over, but the bot may not delete it.
    CannotDelete,
    /// Nothing is known about the bot's place in this group.
    UnknownGroup,
    /// A coordinators' group is no safeguarding group, and the other way round.
    SameGroup,
    /// The bot is no longer in the group: reports and copies come to the lead.
    GroupLost,
}

/// What people answer about supervised pairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisedAnswer {
    /// Everything up to here is read.
    Read(RoomId),
    /// This message shall go.
    Remove(SourceId),
    /// A member agrees.
    Agree(ConversationId),
    /// She does not.
    Decline(ConversationId),
    /// The lead wants the team to read along.
    Start(ConversationId),
    /// The lead ends it.
    End(ConversationId),
    /// Back to the pair's card.
    Back(ConversationId),
    /// The lead will read copies in her private chat.
    Privately,
}

impl SupervisedLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SupervisedAnswer> {
        match self {
            Self::Copy { room, source, .. } => {
                let remove = source.map(SupervisedAnswer::Remove);
                [SupervisedAnswer::Read(*room)].into_iter().chain(remove).collect()
            }
            Self::Missed(it, _) | Self::NotArrived(it, _) | Self::Refused(it, _) => {
                vec![SupervisedAnswer::Read(it.room)]
            }
            Self::GroupFirst => vec![SupervisedAnswer::Privately],
            Self::Ask { pair, .. } => vec![SupervisedAnswer::Agree(*pair), SupervisedAnswer::Decline(*pair)],
            Self::About { pair, supervised, minor } => {
                let act = match (supervised, minor) {
                    (Supervised::No, _) => Some(SupervisedAnswer::Start(pair.id)),
                    (Supervised::Asked | Supervised::Yes, false) => Some(SupervisedAnswer::End(pair.id)),
                    (Supervised::Asked | Supervised::Yes, true) => None,
                };
                act.into_iter().chain([SupervisedAnswer::Back(pair.id)]).collect()
            }
            Self::Asking(pair) | Self::AsksLater(pair) | Self::Ended(pair) => {
                vec![SupervisedAnswer::Back(pair.id)]
            }
            Self::PairTopic { .. }
            | Self::ReportTopic(_)
            | Self::Privately
            | Self::Read
            | Self::Agreed
            | Self::Declined
            | Self::Pinned(_)
            | Self::Over(_)
            | Self::Began(_)
            | Self::NotAgreed(_)
            | Self::NoReader
            | Self::Linked
            | Self::NoTopics
            | Self::CannotDelete
            | Self::UnknownGroup
            | Self::SameGroup
            | Self::GroupLost => Vec::new(),
        }
    }
}

impl SupervisedAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Remove(_) => true,
            Self::Read(_)
            | Self::Agree(_)
            | Self::Decline(_)
            | Self::Start(_)
            | Self::End(_)
            | Self::Back(_)
            | Self::Privately => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::listed::Sign;

    #[test]
    fn a_pair_with_somebody_under_18_can_be_supervised_but_not_stay_without() {
        let id = ConversationId(1);
        let (mentees, mentors) = (Vec::new(), Vec::new());
        let pair = PairLine { id, mentees, mentors, sign: Sign::Green, days: None, rhythm: 7 };
        for supervised in [Supervised::No, Supervised::Asked, Supervised::Yes] {
            let letter = SupervisedLetter::About { pair: pair.clone(), supervised, minor: true };
            assert!(!letter.offer().contains(&SupervisedAnswer::End(id)));
            let letter = SupervisedLetter::About { pair: pair.clone(), supervised, minor: false };
            assert_eq!(letter.offer().contains(&SupervisedAnswer::End(id)), supervised != Supervised::No);
        }
    }
}
