//! A letter is anything the bot owes a chat, still without words. Letters are written in the transaction that decided
//! them and carried later.

use super::album::Gathered;
use super::case::{CaseAnswer, CaseLetter};
use super::checkin::{CheckinAnswer, CheckinLetter};
use super::circle::{CircleAnswer, CircleLetter};
use super::conversation::{Member, Recipient};
use super::departure::{DepartureAnswer, DepartureLetter};
use super::desk::{DeskAnswer, DeskLetter};
use super::find::{FindAnswer, FindLetter};
use super::guardian::{GuardianAnswer, GuardianLetter};
use super::help::{HelpAnswer, HelpLetter};
use super::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, RoomId, SourceId};
use super::invites::{InvitesAnswer, InvitesLetter};
use super::join::{JoinAnswer, JoinLetter};
use super::lang::Lang;
use super::leak::{LeakAnswer, LeakLetter};
use super::mail::{MailAnswer, MailLetter};
use super::missed::{MissedAnswer, MissedLetter};
use super::opening::{OpeningAnswer, OpeningLetter};
use super::pairing::{PairingAnswer, PairingLetter};
use super::person::Person;
use super::reaction::Emoji;
use super::readiness::{ReadinessAnswer, ReadinessLetter};
use super::relay::{RelayAnswer, RelayLetter};
use super::removal::{RemovalAnswer, RemovalLetter};
use super::safety::{SafetyAnswer, SafetyLetter};
use super::settings::{SettingsAnswer, SettingsLetter};
use super::setup::{SetupAnswer, SetupLetter};
use super::supervised::{SupervisedAnswer, SupervisedLetter};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Who goes first, inside a chat and across chats (spec relay §6): safety before answers before relay before prompts
/// before announcements. The numbers are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i64)]
pub enum Rank {
    /// Somebody may be in danger.
    Safety = -1,
    /// What the bot says because this person just did something: nobody else's messages keep her own screens waiting.
    Answer = 0,
    /// One person's message to another, what stands among such messages, and their copies for whoever reads along.
    Relay = 1,
    /// A check-in, a question, a reminder.
    Prompt = 3,
    /// Everything that can wait.
    Announcement = 4,
}

impl Rank {
    /// After how long a letter that says nothing else about it is not sent any more (spec relay §6): announcements are of
    /// their day. Prompts bring the window of what they ask. Messages wait as long as `domain::pause` says and their writers
    /// are told, so nothing of theirs is dropped here; nor is what somebody asked for, or safety.
    pub fn oldest(self) -> Option<TimeDelta> {
        match self {
            Self::Announcement => Some(TimeDelta::hours(24)),
            Self::Safety | Self::Relay | Self::Answer | Self::Prompt => None,
        }
    }
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
    /// Relay an album by reference: the parts gathered in the post.
    Album {
        /// The ledger's row of its first part.
        source: SourceId,
        /// Where it was written.
        chat: ChatId,
        /// Telegram shall keep the recipient from passing it on.
        protect: bool,
    },
    /// Make an earlier copy say what its message says now.
    Edit {
        /// The letter that is the copy.
        of: LetterId,
        /// The chat its message was written in.
        chat: ChatId,
        /// The message's number there.
        message: MessageId,
    },
    /// Show a reaction at a relayed message, in this chat's own form of it; without an emoji, none.
    React {
        /// The message.
        to: SourceId,
        /// The reaction.
        emoji: Option<Emoji>,
    },
    /// Delete from this chat what is younger than 48 h.
    Delete(Gone),
    /// End a button's waiting, with a short word or without.
    Toast {
        /// Telegram's id of the press.
        query: String,
        /// What to show.
        text: Option<Letter>,
    },
    /// Make the topic of the letter's case in the coordinators' group; if it has one, the case is over, and it is closed. Of
    /// a letter's room: what was read there is over, and its topic is deleted.
    Topic,
    /// Make the topic of the letter's room, with this name.
    Room(Letter),
    /// Show the commands of a role in the chat, in the chat's language.
    Commands,
    /// Look whether an account is in this group. What follows in the lane waits for the answer.
    Look {
        /// The account.
        account: ChatId,
    },
    /// Leave this chat.
    Leave,
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

/// What is to be deleted from a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The message of one letter.
    Letter(LetterId),
    /// Everything of a relayed message: it or its copies, the whole album, and the lines that go with them.
    Source {
        /// The message.
        source: SourceId,
        /// The chat of whoever takes it back, where it is told if that fails.
        chat: ChatId,
    },
    /// A message the chat's owner wrote there, whether it was relayed or not.
    Own(MessageId),
    /// The copies of one part of an album that was on its way; the whole album if Telegram's answer does not say which they
    /// are.
    Part(SourceId),
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
    /// The conversation among whose messages it has its place, whatever becomes of that.
    pub among: Option<ConversationId>,
    /// After that it is not sent any more.
    pub until: Option<DateTime<Utc>>,
    /// The case it is about; in the coordinators' group it goes to that case's topic.
    pub case: Option<CaseId>,
    /// It waits until the conversation or the recipient is back.
    pub held: bool,
    /// The relayed message it belongs to, and with which it is taken back; copies name it themselves.
    pub source: Option<SourceId>,
    /// The relayed message it is shown as an answer to; copies name it themselves.
    pub answers: Option<SourceId>,
    /// The recipient's own message it is shown as an answer to, whether that was relayed or not; only for what says
    /// something new.
    pub to_message: Option<MessageId>,
    /// The letter it is shown as an answer to.
    pub below: Option<LetterId>,
    /// The room it is read in; in a group with topics it goes to that room's.
    pub room: Option<RoomId>,
    /// The album it waits for.
    pub gathers: Option<Gathered>,
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

    /// Any other errand. What tells of a case of its reader's has the rank of safety, whoever says it.
    pub fn op(to: impl Into<To>, rank: Rank, op: Op) -> Self {
        Self {
            to: to.into(),
            rank: op.ranked(rank),
            op,
            conversation: None,
            among: None,
            until: None,
            case: None,
            held: false,
            source: None,
            answers: None,
            to_message: None,
            below: None,
            room: None,
            gathers: None,
        }
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

    /// The same, read in a room.
    #[must_use]
    pub fn inside(self, room: RoomId) -> Self {
        Self { room: Some(room), ..self }
    }

    /// The same, as an answer to a message the recipient wrote.
    #[must_use]
    pub fn in_reply_to(self, message: MessageId) -> Self {
        Self { to_message: Some(message), ..self }
    }

    /// The same, about a relayed message, with which it is taken back.
    #[must_use]
    pub fn of(self, source: SourceId) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The same, shown as an answer to a relayed message.
    #[must_use]
    pub fn answering(self, source: Option<SourceId>) -> Self {
        Self { answers: source, ..self }
    }

    /// The same, shown as an answer to what another letter became.
    #[must_use]
    pub fn below(self, letter: Option<LetterId>) -> Self {
        Self { below: letter, ..self }
    }

    /// The same, waiting for an album's other parts.
    #[must_use]
    pub fn gathering(self, parts: &Gathered) -> Self {
        Self { gathers: Some(parts.clone()), ..self }
    }

    /// The same, as part of a conversation.
    #[must_use]
    pub fn within(self, conversation: ConversationId) -> Self {
        Self { conversation: Some(conversation), ..self }
    }

    /// The same, in its place among a conversation's messages: it is neither held nor withdrawn with them.
    #[must_use]
    pub fn among(self, conversation: ConversationId) -> Self {
        Self { among: Some(conversation), ..self }
    }
}

impl Letter {
    /// The language of whoever reads it and is nobody here, as her app says.
    pub fn stranger(&self) -> Option<&Lang> {
        if let Self::Join(JoinLetter::Link(_, lang) | JoinLetter::Privacy { lang, .. }) = self {
            lang.as_ref()
        } else {
            None
        }
    }

    /// The same, above an album of so many parts.
    #[must_use]
    pub fn counting(self, parts: usize) -> Self {
        if let Self::Relay(RelayLetter::AlbumAnswers { .. }) = self {
            RelayLetter::AlbumAnswers { count: i64::try_from(parts).unwrap_or(i64::MAX) }.into()
        } else {
            self
        }
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
    Supervised(SupervisedLetter, SupervisedAnswer),
    Guardian(GuardianLetter, GuardianAnswer),
    Readiness(ReadinessLetter, ReadinessAnswer),
    Invites(InvitesLetter, InvitesAnswer),
    Find(FindLetter, FindAnswer),
    Leak(LeakLetter, LeakAnswer),
    Settings(SettingsLetter, SettingsAnswer),
    Circle(CircleLetter, CircleAnswer),
    Removal(RemovalLetter, RemovalAnswer),
    Departure(DepartureLetter, DepartureAnswer),
    Mail(MailLetter, MailAnswer),
    Opening(OpeningLetter, OpeningAnswer),
}
