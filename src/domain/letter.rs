//! A letter is anything the bot owes a chat, still without words. Letters are written in the transaction that decided
//! them and carried later.

use super::case::{CaseAnswer, CaseLetter};
use super::checkin::{CheckinAnswer, CheckinLetter};
use super::conversation::{Member, Recipient};
use super::desk::{DeskAnswer, DeskLetter};
use super::help::{HelpAnswer, HelpLetter};
use super::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use super::join::{JoinAnswer, JoinLetter};
use super::missed::{MissedAnswer, MissedLetter};
use super::pairing::{PairingAnswer, PairingLetter};
use super::person::Person;
use super::relay::{RelayAnswer, RelayLetter};
use super::safety::{SafetyAnswer, SafetyLetter};
use super::setup::{SetupAnswer, SetupLetter};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Who goes first, inside a chat and across chats (spec relay §6): safety before relay before answers before prompts
/// before announcements. The numbers are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i64)]
pub enum Rank {
    /// Somebody may be in danger.
    Safety = 0,
    /// One person's message to another.
    Relay = 1,
    /// What the bot says because this person just did something.
    Answer = 2,
    /// A check-in, a question, a reminder.
    Prompt = 3,
    /// Everything that can wait.
    Announcement = 4,
}

/// What is to be done in the chat.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// Say something new.
    Write(Letter),
    /// Say it in place of an earlier letter of the bot's own.
    Rewrite {
        /// The letter whose message is replaced.
        of: LetterId,
        /// What it says now.
        with: Letter,
    },
    /// Take the buttons off an earlier letter.
    Clear {
        /// That letter.
        of: LetterId,
    },
    /// Relay a message by reference.
    Copy(Copied),
    /// End a button's waiting, with a short word or without.
    Toast {
        /// Telegram's id of the press.
        query: String,
        /// What to show.
        text: Option<Letter>,
    },
    /// Make the topic of the letter's case in the coordinators' group.
    Topic,
    /// Show the commands of a role in the chat, in the chat's language.
    Commands,
    /// Take an earlier letter's message away.
    Delete {
        /// That letter.
        of: LetterId,
    },
}

/// A message to be copied: ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The ledger's row, if the message is relayed inside a conversation.
    pub source: Option<SourceId>,
    /// Where it was written.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
    /// The message it answers; its counterpart in the recipient's chat is looked up when the copy is carried.
    pub reply_to: Option<SourceId>,
    /// Telegram shall keep the recipient from passing it on.
    pub protect: bool,
}

/// Whom a letter is for. A chat may be several people: mentor in one programme, mentee in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct To {
    /// The lane: the recipient's chat.
    pub chat: ChatId,
    /// Who of the account; `None` for groups, strangers, and what concerns the whole account.
    pub person: Option<PersonId>,
}

impl From<ChatId> for To {
    fn from(chat: ChatId) -> Self {
        Self { chat, person: None }
    }
}

impl From<(ChatId, PersonId)> for To {
    fn from((chat, person): (ChatId, PersonId)) -> Self {
        Self { chat, person: Some(person) }
    }
}

impl From<&Person> for To {
    fn from(person: &Person) -> Self {
        (person.chat, person.id).into()
    }
}

impl From<&Member> for To {
    fn from(member: &Member) -> Self {
        (member.chat, member.person).into()
    }
}

impl From<&Recipient> for To {
    fn from(recipient: &Recipient) -> Self {
        (recipient.chat, recipient.person).into()
    }
}

/// Something the bot owes a chat.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Whom it is for.
    pub to: To,
    /// How soon.
    pub rank: Rank,
    /// What.
    pub op: Op,
    /// The conversation it belongs to: held and withdrawn with it.
    pub conversation: Option<ConversationId>,
    /// After that it is not sent any more.
    pub until: Option<DateTime<Utc>>,
    /// The case it is about; in the coordinators' group it goes to that case's topic.
    pub case: Option<CaseId>,
    /// It waits until the conversation or the recipient is back.
    pub held: bool,
}

impl Post {
    /// A letter that answers something this chat's owner just did.
    pub fn answer(to: impl Into<To>, letter: impl Into<Letter>) -> Self {
        Self::ranked(to, Rank::Answer, letter)
    }

    /// A letter of a given rank.
    pub fn ranked(to: impl Into<To>, rank: Rank, letter: impl Into<Letter>) -> Self {
        Self::op(to, rank, Op::Write(letter.into()))
    }

    /// Any other errand.
    pub fn op(to: impl Into<To>, rank: Rank, op: Op) -> Self {
        Self { to: to.into(), rank, op, conversation: None, until: None, case: None, held: false }
    }

    /// The same, dropped if it could not be sent by then.
    #[must_use]
    pub fn until(self, until: DateTime<Utc>) -> Self {
        Self { until: Some(until), ..self }
    }

    /// The same, about a case.
    #[must_use]
    pub fn about(self, case: CaseId) -> Self {
        Self { case: Some(case), ..self }
    }

    /// The same, as part of a conversation.
    #[must_use]
    pub fn within(self, conversation: ConversationId) -> Self {
        Self { conversation: Some(conversation), ..self }
    }
}

macro_rules! features {
    ($($feature:ident($letter:ident, $answer:ident)),+ $(,)?) => {
        /// What a letter of the bot's own says: which words, which facts. Each feature has its own.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is the feature of its name")]
        pub enum Letter { $($feature($letter)),+ }

        /// What a button means. It is stored with the letter that offered it; Telegram only carries an opaque id.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is the feature of its name")]
        pub enum Answer { $($feature($answer)),+ }

        impl Letter {
            /// The answers it offers as buttons, in reading order.
            pub fn offer(&self) -> Vec<Answer> {
                match self { $(Self::$feature(letter) => letter.offer().into_iter().map(Answer::$feature).collect()),+ }
            }
        }

        impl Answer {
            /// Whether the buttons stay after this one was pressed; otherwise the first press counts and the rest
            /// are stale.
            pub fn keeps_buttons(&self) -> bool {
                match self { $(Self::$feature(answer) => answer.keeps_buttons()),+ }
            }
        }

        $(
            impl From<$letter> for Letter {
                fn from(letter: $letter) -> Self { Self::$feature(letter) }
            }
            impl From<$answer> for Answer {
                fn from(answer: $answer) -> Self { Self::$feature(answer) }
            }
        )+
    };
}

features! {
    Join(JoinLetter, JoinAnswer),
    Setup(SetupLetter, SetupAnswer),
    Help(HelpLetter, HelpAnswer),
    Pairing(PairingLetter, PairingAnswer),
    Relay(RelayLetter, RelayAnswer),
    Checkin(CheckinLetter, CheckinAnswer),
    Missed(MissedLetter, MissedAnswer),
    Case(CaseLetter, CaseAnswer),
    Safety(SafetyLetter, SafetyAnswer),
    Desk(DeskLetter, DeskAnswer),
}
