//! Letters and answers about messages: for their writers, what became of them and whom they are for; for their readers,
//! whose they are.

use crate::domain::conversation::Side;
use crate::domain::heard::Kind;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::reaction::Emoji;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about messages that are relayed or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelayLetter {
    /// This kind is not carried.
    NotCarried(Kind),
    /// This correction cannot be carried.
    NotCorrected,
    /// She writes more at once than anybody can read.
    SlowDown,
    /// The recipient does not take voice messages.
    NoVoice {
        /// Her alias.
        partner: String,
    },
    /// Another one that does not arrive.
    NoVoiceAgain,
    /// At the moment it cannot be delivered; the coordinator knows. Never why.
    CannotDeliver,
    /// It could not be delivered at all.
    NotDelivered,
    /// It is on its way, and late.
    Late,
    /// It was late and has arrived.
    ArrivedLate,
    /// It was late and was taken back before it arrived.
    WithdrawnLate,
    /// The conversation rests: the same words for every stop, letter by letter.
    #[serde(alias = "paused")]
    Rests,
    /// It goes on.
    Unpaused,
    /// So many of her messages waited, and will not be passed on.
    Lost {
        /// How many.
        count: i64,
        /// In a circle: some of the others have them, or will.
        some: bool,
    },
    /// The conversation has ended: one neutral sentence.
    Ended,
    /// There is nobody to write to yet.
    Alone,
    /// Said once, after the first message: silence means delivered.
    FirstDelivered,
    /// So many messages became too old while the reader was away.
    TooOld {
        /// How many.
        count: i64,
    },
    /// Lazo was away so long that what was written then is lost.
    Gap {
        /// From then.
        from: DateTime<Utc>,
        /// Until then.
        until: DateTime<Utc>,
    },
    /// Whose message the next one is, in a circle.
    From {
        /// Her alias.
        alias: String,
        /// Her side.
        side: Side,
        /// Chooses her colour mark; stable.
        mark: i64,
    },
    /// "For whom is this?"
    ForWhom {
        /// Whom it may be for.
        choices: Vec<Choice>,
        /// How many of them stand before those that are shown.
        from: usize,
        /// It is asked again.
        again: bool,
        /// There are conversations that rest: nothing is sent into them from here.
        #[serde(default)]
        other: bool,
    },
    /// Whose message the next one is, for somebody with several conversations.
    Header {
        /// What the conversation is called.
        name: String,
    },
    /// The name of a topic in a private chat.
    Topic {
        /// What the conversation is called.
        name: String,
    },
    /// She has several conversations now: the keyboard below chooses.
    Several,
    /// From now on she writes there.
    WritesTo {
        /// What the conversation is called.
        name: String,
        /// She pressed 🆘: it ends, and then her words are her team's again.
        #[serde(default)]
        in_danger: bool,
    },
    /// She has one conversation again, or none.
    NotSeveral {
        /// What the one is called.
        name: Option<String>,
    },
    /// The conversation she chose is not open any more.
    NotOpen,
    /// Nobody got the message that nobody said whom it was for.
    Dropped,
    /// It was not sent, as asked.
    NotSent,
    /// It goes to the partner, as asked.
    SentOn {
        /// Her alias; in a circle none.
        partner: Option<String>,
    },
    /// "Write your message now. It goes to the team."
    TeamPrompt {
        /// The partner it does not go to.
        partner: Option<String>,
    },
    /// It went to the team.
    TeamSent,
    /// There is no coordinator to get it.
    TeamNobody,
    /// For the coordinator: who writes to the team.
    TeamFrom {
        /// Her alias.
        alias: String,
        /// Who, to be answered; letters of earlier versions do not know it.
        #[serde(default)]
        of: Option<PersonId>,
        /// The number under which the organisation knows her.
        #[serde(default)]
        file_number: Option<String>,
    },
    /// "Write your answer now. It goes to her."
    AnswerPrompt {
        /// Her alias.
        alias: String,
        /// She pressed 🆘: somebody else may see her phone.
        #[serde(default)]
        in_danger: bool,
    },
    /// For staff: to answer someone, reply to her message.
    ReplyToAnswer,
    /// For staff: what was to be typed was asked too long ago, so nobody has this.
    AskedLongAgo,
    /// A line above an album: it answers the message this is a reply to.
    AlbumAnswers {
        /// How many parts it has.
        count: i64,
    },
    /// Of an album only so much arrived, and nobody knows which.
    InPart {
        /// How many of its parts arrived.
        arrived: i64,
        /// How many it has.
        of: i64,
    },
    /// A line above a message that was forwarded.
    Forwarded,
    /// A line above a message that answers something in another chat.
    AnswersElsewhere,
    /// A line above a message that stands in for an earlier copy.
    Corrected,
    /// Who reacted to a message in a circle, for its author.
    Reactions(Vec<(Emoji, Vec<String>)>),
    /// How a message is taken back.
    UndoHow,
    /// It was taken back.
    Undone,
    /// It is too old to be taken back.
    UndoTooOld,
    /// Telegram did not delete it everywhere.
    UndoFailed,
    /// It is not hers, so she cannot take it back.
    UndoNotYours,
    /// Nobody got it, so there is nothing to take back.
    UndoNothing,
}

/// Whom a message may be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// The others of a pair or circle.
    Pair(ConversationId),
    /// The team that looks after this part of hers.
    Team(PersonId),
    /// Somebody who wrote to the team, which she is of.
    Talk(ConversationId),
}

/// Somebody a message may be for, and what she is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Who.
    pub to: Addressee,
    /// The conversation's name, empty for an only circle; the team's programme, empty for an only team.
    pub name: String,
}

/// Choices shown at once.
const CHOICES: usize = 6;

/// What people answer about a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelayAnswer {
    /// It is for them.
    For(Addressee),
    /// Shows the choices from this one on.
    More(usize),
    /// It is for somebody else, whose conversation rests.
    ForOther,
    /// It is for nobody.
    ForNobody,
    /// She wants to write to the team.
    WriteToTeam,
    /// Her next message answers this person, who wrote to the team.
    Answer(PersonId),
    /// She does not want to write to the team, or to answer, after all.
    CancelTeam,
}

impl RelayLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<RelayAnswer> {
        match self {
            Self::ForWhom { choices, from, other, .. } => {
                let shown = choices.iter().skip(*from).take(CHOICES).map(|it| RelayAnswer::For(it.to));
                let next = if from + CHOICES < choices.len() { from + CHOICES } else { 0 };
                let more = (choices.len() > CHOICES).then_some(RelayAnswer::More(next));
                let other = other.then_some(RelayAnswer::ForOther);
                shown.chain(more).chain(other).chain([RelayAnswer::ForNobody]).collect()
            }
            Self::TeamPrompt { .. } | Self::AnswerPrompt { .. } => vec![RelayAnswer::CancelTeam],
            Self::TeamFrom { of, .. } => of.map(RelayAnswer::Answer).into_iter().collect(),
            Self::From { side: Side::Team, .. } => vec![RelayAnswer::WriteToTeam],
            Self::Alone
            | Self::CannotDeliver
            | Self::Rests
            | Self::Lost { .. }
            | Self::TeamSent
            | Self::NotDelivered
            | Self::Ended => {
                vec![RelayAnswer::WriteToTeam]
            }
            Self::NotCarried(_)
            | Self::NotCorrected
            | Self::SlowDown
            | Self::NoVoice { .. }
            | Self::Unpaused
            | Self::Late
            | Self::ArrivedLate
            | Self::WithdrawnLate
            | Self::TeamNobody
            | Self::FirstDelivered
            | Self::TooOld { .. }
            | Self::Gap { .. }
            | Self::From { .. }
            | Self::Header { .. }
            | Self::Topic { .. }
            | Self::Several
            | Self::WritesTo { .. }
            | Self::NotSeveral { .. }
            | Self::NotOpen
            | Self::Dropped
            | Self::NotSent
            | Self::SentOn { .. }
            | Self::NoVoiceAgain
            | Self::AlbumAnswers { .. }
            | Self::InPart { .. }
            | Self::Forwarded
            | Self::AnswersElsewhere
            | Self::Corrected
            | Self::Reactions(_)
            | Self::UndoHow
            | Self::Undone
            | Self::UndoTooOld
            | Self::UndoFailed
            | Self::UndoNotYours
            | Self::UndoNothing
            | Self::ReplyToAnswer
            | Self::AskedLongAgo => Vec::new(),
        }
    }

    /// Whether it comes without a sound: it only says whose the messages around it are.
    pub fn is_silent(&self) -> bool {
        matches!(
            self,
            Self::From { .. } | Self::Header { .. } | Self::WritesTo { .. } | Self::NotSeveral { .. }
        )
    }
}

impl RelayAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::WriteToTeam | Self::Answer(_) => true,
            Self::For(_) | Self::More(_) | Self::ForOther | Self::ForNobody | Self::CancelTeam => false,
        }
    }
}
