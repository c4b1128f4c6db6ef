//! What the bot waits for from a person: her next words are an answer to it, never a message to her partner.

use super::checkin::CheckinAnswer;
use super::circle::CircleAnswer;
use super::heard::Kind;
use super::id::{CheckinId, LetterId, MessageId, PersonId};
use super::leak::Shown;
use super::letter::Answer;
use super::missed::MissedAnswer;
use super::pairing::PairingAnswer;
use super::supervised::SupervisedAnswer;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long what somebody is asked to type is taken for the answer: what comes later may be meant for somebody else.
pub const TYPED: TimeDelta = TimeDelta::minutes(30);

/// A message that waits for its address: ids only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Waiting {
    /// Its number in its writer's own chat.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// The album it belongs to.
    pub album: Option<String>,
    /// It was forwarded from somewhere.
    pub forwarded: bool,
    /// It answers something in another chat.
    pub elsewhere: bool,
    /// What it shows that leads to its writer.
    pub shows: Option<Shown>,
    /// It could be taken for the bot's own words.
    pub poses: bool,
}

/// As this version stores it, and as earlier ones did.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Whole {
        message: MessageId,
        kind: Kind,
        album: Option<String>,
        forwarded: bool,
        #[serde(default)]
        elsewhere: bool,
        #[serde(default)]
        shows: Option<Shown>,
        #[serde(default)]
        poses: bool,
    },
    Pair(MessageId, Kind),
}

impl From<Stored> for Waiting {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Whole { message, kind, album, forwarded, elsewhere, shows, poses } => {
                Self { message, kind, album, forwarded, elsewhere, shows, poses }
            }
            Stored::Pair(message, kind) => Self {
                message,
                kind,
                album: None,
                forwarded: false,
                elsewhere: false,
                shows: None,
                poses: false,
            },
        }
    }
}

/// An open question. While one is open, what the person writes does not go to her partner unasked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "waits_for")]
pub enum Dialogue {
    /// She who joins was asked for her name.
    Join,
    /// The step of setting the programme up that waits for typed words.
    Setup,
    /// The next message goes to the team (`programme.md`: write to the team), if it comes before `until` (epoch ms).
    Team {
        /// Epoch ms.
        until: i64,
    },
    /// Somebody of the team tapped *Answer*: her next message goes to whoever wrote, if it comes before `until`.
    Answer {
        /// Who wrote to the team.
        of: PersonId,
        /// Epoch ms.
        until: i64,
    },
    /// A check-in question is open: the first message that is neither a reply nor an answer is held and asked about.
    Checkin {
        /// Which check-in.
        checkin: CheckinId,
        /// One was asked about already: what follows goes to the partner, unless it reads like an answer.
        asked: bool,
    },
    /// She was asked whether they talked: the first message that is not a reply is held and asked about.
    Talked,
    /// The team wrote to her: the first message that is not a reply is held and asked about.
    TeamWrote,
    /// Messages are held until their writer says whom they are for.
    Bundle {
        /// The question with the buttons.
        question: LetterId,
        /// The messages, oldest first.
        messages: Vec<Waiting>,
        /// The check-in that was open when the first came.
        checkin: Option<CheckinId>,
        /// How often it was asked.
        asked: u8,
    },
    /// A coordinator gives her reason for something in words.
    Reason {
        /// What for: an opaque key its feature understands.
        what: String,
        /// Until when what she types is the answer, in seconds since 1970. What versions before left does not say it, and
        /// is over.
        #[serde(default)]
        until: i64,
    },
}

impl Dialogue {
    /// From now on what she types is for this feature.
    pub fn typed(what: impl Into<String>, now: DateTime<Utc>) -> Self {
        Self::Reason { what: what.into(), until: (now + TYPED).timestamp() }
    }

    /// Which of several an account's next words may answer comes first: what is held, then what was announced, then what was
    /// asked, and last what was asked long ago.
    pub fn turn(&self, now: DateTime<Utc>) -> u8 {
        match self {
            Self::Bundle { .. } => 0,
            Self::Team { .. } | Self::Answer { .. } => 1,
            Self::Reason { .. } if self.is_over(now) => 4,
            Self::Join | Self::Setup | Self::Reason { .. } => 2,
            Self::Checkin { asked: false, .. } => 3,
            Self::Talked | Self::TeamWrote => 4,
            Self::Checkin { asked: true, .. } => 5,
        }
    }

    /// Whether the time is over in which what she types is an answer to it.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        if let Self::Reason { until, .. } = self { *until < now.timestamp() } else { false }
    }
}

/// What one of the bot's letters asks, so that words in reply to it are an answer, and not for her partner unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A question of this check-in.
    Checkin(CheckinId),
    /// Whether they talked.
    Talked,
    /// Whether somebody wants to be in a pair, or has somebody else in hers, or has the team read along.
    Pair,
}

impl Asks {
    /// What a letter asks, by the buttons it offers; they are known when its words are forgotten.
    pub fn of(offer: &[Answer]) -> Option<Self> {
        offer.iter().find_map(|answer| {
            if let Answer::Checkin(CheckinAnswer::Gives(checkin, _)) = answer {
                return Some(Self::Checkin(*checkin));
            }
            let pair = matches!(
                answer,
                Answer::Pairing(PairingAnswer::Accept(_))
                    | Answer::Circle(CircleAnswer::Accept(..) | CircleAnswer::Agree(..))
                    | Answer::Supervised(SupervisedAnswer::Agree(_))
            );
            let talked = matches!(answer, Answer::Missed(MissedAnswer::Here(_)));
            if pair { Some(Self::Pair) } else { talked.then_some(Self::Talked) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers;
    use crate::domain::id::ConversationId;
    use crate::domain::letter::Letter;
    use crate::domain::missed::MissedLetter;
    use crate::domain::relay::RelayLetter;
    use chrono::DateTime;

    #[test]
    fn a_letter_asks_what_it_has_buttons_for_and_most_ask_nothing() {
        let (pair, since) = (ConversationId(3), DateTime::UNIX_EPOCH);
        let asks = |letter: Letter| Asks::of(&letter.offer());
        assert_eq!(asks(MissedLetter::DidYouTalk { pair, partner: None, since }.into()), Some(Asks::Talked));
        let given = CheckinAnswer::Gives(CheckinId(7), answers::Answer::TalkedHere);
        let offer = [Answer::Checkin(CheckinAnswer::Later(CheckinId(7))), Answer::Checkin(given)];
        assert_eq!(Asks::of(&offer), Some(Asks::Checkin(CheckinId(7))));
        assert_eq!(asks(MissedLetter::HelloAgain { pair, partner: None }.into()), None);
        assert_eq!(asks(RelayLetter::Rests.into()), None);
    }

    #[test]
    fn bundles_of_earlier_versions_are_still_read() {
        let whole = r#"{"message":7,"kind":"text","album":null,"forwarded":false}"#;
        let waiting: Waiting = Stored::Pair(MessageId(7), Kind::Text).into();
        for stored in [r#"[7,"text"]"#, whole] {
            let stored = format!(
                r#"{{"waits_for":"bundle","question":4,"messages":[{stored}],"checkin":null,"asked":1}}"#
            );
            let Dialogue::Bundle { messages, .. } = serde_json::from_str(&stored).unwrap() else {
                panic!("no bundle")
            };
            assert_eq!(messages.first(), Some(&waiting));
        }
        let waiting = Waiting { shows: Some(Shown::Phone), poses: true, ..waiting };
        let again: Waiting = serde_json::from_str(&serde_json::to_string(&waiting).unwrap()).unwrap();
        assert_eq!(again, waiting);
    }
}
