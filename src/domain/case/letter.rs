//! What the bot says about cases: cards, the list, the digest, and what it says in the coordinators' group.

use super::buttons::Tap;
use super::{Becomes, Call, Called, CaseKind, Channel, Outcome, Severity, Stopped};
use crate::domain::conversation::Side;
use crate::domain::id::{CaseId, ConversationId, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseLetter {
    /// A case's card.
    Card(Box<Card>),
    /// One page of the open cases.
    List {
        /// This page, from 0.
        page: usize,
        /// How many there are.
        pages: usize,
        /// How many cases are open.
        total: i64,
        /// Those on this page.
        lines: Vec<Line>,
    },
    /// A coordinator's morning.
    Digest {
        /// Routine cases nobody has taken.
        fresh: i64,
        /// Cases for attention nobody has taken.
        waiting: i64,
        /// Talks that are late.
        overdue: i64,
        /// Cases nobody could be told of.
        #[serde(default)]
        untold: i64,
        /// Pairs that grow quiet: their names.
        quiet: Vec<String>,
        /// So many more of them.
        more: i64,
        /// For the lead, on a week's first working day: whom nobody else of the team has decided about with her.
        #[serde(default)]
        alone: Vec<String>,
        /// Whose mail to the team has had no answer for a working day: alias and file number.
        #[serde(default)]
        mail: Vec<String>,
        /// The same: so many cases that somebody closed who was alone with them, though nobody was reached.
        #[serde(default)]
        unreached: i64,
        /// Pairs that are stopped for safety: their numbers, and for how many days if that is known.
        #[serde(default)]
        stopped: Vec<(ConversationId, Option<i64>)>,
        /// Pairs that the team has paused: their numbers, and until when.
        #[serde(default)]
        paused: Vec<(ConversationId, Option<DateTime<Utc>>)>,
        /// For the lead: whether contacts and numbers still hold was asked a week ago, and not answered.
        #[serde(default)]
        asks: bool,
    },
    /// For a mentee or mentor: somebody would like to hear from her.
    Nudge {
        /// The partner's alias; in a circle none.
        partner: Option<String>,
    },
    /// A short word after a press.
    Toast(CaseToast),
    /// The bot is in a group that is not linked.
    Hello,
    /// The group is linked.
    Linked,
    /// The group cannot be linked, or does not work any more: this is missing.
    CannotLink(Vec<Missing>),
    /// Nothing is known about the bot's place in this group: it must be removed and added again.
    UnknownGroup,
    /// Only the lead links a group.
    OnlyLead,
    /// The set-up must be finished first.
    SetUpFirst,
    /// The group belongs to another programme.
    OtherProgramme,
    /// Whoever wrote in the group is nobody in Lazo.
    WhoAreYou,
    /// The bot is no longer in the group: cases come to private chats.
    GroupLost,
    /// A mistake in the program has kept something from being done.
    Mistake,
    /// Somebody pressed 🆘, and no case could be opened: she must be looked after all the same.
    LookAfter {
        /// Her alias.
        alias: String,
    },
    /// A group does not take what it should: what is wrong, and what to do.
    GroupRefuses {
        /// It is the safeguarding group.
        safe: bool,
        /// What is wrong.
        why: Hitch,
    },
    /// In a group that refused: it does not any more.
    GroupBack,
    /// The same for the lead.
    GroupWorks {
        /// It is the safeguarding group.
        safe: bool,
    },
    /// Somebody a case or reading along is about is a member of a group, or may be.
    GroupHolds {
        /// It is the safeguarding group.
        safe: bool,
        /// Telegram says so; otherwise it does not say who is in the group.
        sure: bool,
    },
    /// Somebody of the team cannot be reached.
    StaffAway {
        /// Who.
        alias: String,
    },
}

/// A short word after a press.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseToast {
    /// Somebody else is on it.
    TakenBy(String),
    /// The case is closed.
    Closed,
    /// She may not know of it, or not work on it.
    NotYours,
    /// The card with details is in her private chat.
    Shown,
    /// Both sides are asked to write; at night in the morning.
    Nudged,
    /// They were, less than a day ago.
    NudgedBefore,
    /// That cannot be done to this pair now.
    NotNow,
    /// The lead must decide about other pairs first.
    DecideFirst,
    /// The bot cannot write to whoever pressed: what she would have to read does not reach her.
    Unreached,
    /// Somebody must talk with her first.
    TalkFirst,
    /// It must be tried on two days first.
    TryFirst,
    /// A lead or an urgent contact must say it.
    SecondFirst,
    /// She is asked again on the next working day.
    AskedAgain,
}

/// Something a group lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Topics are off, or it is no supergroup.
    Topics,
    /// The bot is no administrator who may manage topics.
    Right,
}

/// What is wrong with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hitch {
    /// The bot may not write there.
    Rights,
    /// Topics vanish or are closed.
    Topics,
    /// Telegram makes the bot wait for long.
    Slow,
    /// Telegram does not say.
    Unknown,
}

/// A case on the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its number.
    pub case: CaseId,
    /// How much it matters.
    pub severity: Severity,
    /// Why.
    pub kind: CaseKind,
    /// Whole days since it was opened.
    pub days: i64,
    /// Who is on it.
    pub owner: Option<String>,
    /// Nobody could be told of it.
    #[serde(default)]
    pub untold: bool,
}

/// A case's card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its number.
    pub case: CaseId,
    /// How much it matters.
    pub severity: Severity,
    /// Why.
    pub kind: CaseKind,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Who is on it, or how it ended.
    pub state: State,
    /// Why it is shown now.
    pub note: Note,
    /// What only those read who may: never in the group.
    pub details: Option<Details>,
    /// What its buttons ask.
    pub step: Step,
    /// What can be done about it now.
    pub possible: Vec<Tap>,
}

/// Where a case stands, in names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has taken it.
    Open,
    /// It waits for her to take it.
    For(String),
    /// She is on it.
    Taken(String),
    /// She lets it rest until then.
    Resting(String, DateTime<Utc>),
    /// It is closed, by her or by itself.
    Resolved(Outcome, Option<String>),
}

/// Why a card is shown now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// It is new, or she asked for it.
    Plain,
    /// Nobody has taken it so far.
    NobodyTookIt,
    /// Nobody has for so long that it goes to the lead.
    Climbed,
    /// The same happened again.
    Again,
    /// The person it is about has said something that must be known before anybody calls.
    Said,
    /// It has rested.
    Back,
    /// She was alone with it: was anybody reached since?
    Unreached,
    /// Somebody hands it over.
    HandedOver(String),
}

/// What only those read who may.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Details {
    /// Who is in danger, asks for something, or is not reached: whom it is about.
    pub about: Option<Party>,
    /// The others of the pair, or of all that she is in and that are stopped.
    pub pair: Vec<Party>,
    /// Those of them whom she has named.
    #[serde(default)]
    pub named: Vec<Party>,
    /// Who reported a message of hers.
    #[serde(default)]
    pub by: Vec<Party>,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried: names of steps.
    pub tried: Vec<String>,
    /// The last talks about it.
    #[serde(default)]
    pub calls: Vec<Called>,
    /// Whom to ring up now.
    pub ring: Vec<String>,
    /// Whom of the team it names.
    #[serde(default)]
    pub meant: Vec<MeantLine>,
    /// For whoever leads: where else those sit whom it is about.
    #[serde(default)]
    pub seats: Vec<Seat>,
}

/// Another conversation of somebody whom a case is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    /// Who is in it, or asked into it.
    pub members: Vec<String>,
    /// She is asked, and not in it yet.
    pub asked: bool,
}

/// Whom of the team a case names, in names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeantLine {
    /// This member of the team.
    Somebody(String),
    /// Whoever leads.
    Lead,
    /// It is not said.
    Unsaid,
}

/// Somebody, as coordinators know her.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// The alias.
    pub alias: String,
    /// Her part.
    pub side: Side,
    /// The NGO's own reference.
    pub file_number: Option<String>,
    /// Her wish is to be written to, and not called.
    #[serde(default)]
    pub write_only: bool,
}

impl Step {
    /// The same for a chat in which nobody's name may stand.
    #[must_use]
    pub fn nameless(self) -> Self {
        match self {
            Self::Stopped(it, asks) => Self::Stopped(Stopped { members: Vec::new(), ..it }, asks),
            Self::Main
            | Self::More(_)
            | Self::Snooze
            | Self::Call
            | Self::Channel(_)
            | Self::Minutes(..)
            | Self::Resolve
            | Self::ResolveMore
            | Self::HandOver(..)
            | Self::Close(_)
            | Self::Heard => self,
        }
    }
}

/// What a card's buttons ask. At most four at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Will you take it?
    Main,
    /// What do you want to do? From 0.
    More(usize),
    /// For how long?
    Snooze,
    /// How did it go?
    Call,
    /// How did they speak?
    Channel(Call),
    /// For how long?
    Minutes(Call, Channel),
    /// How did it end?
    Resolve,
    /// The same: what is rare.
    ResolveMore,
    /// What becomes of a stopped pair?
    Stopped(Stopped, Becomes),
    /// To whom? These.
    HandOver(usize, Vec<(PersonId, String)>),
    /// Why does the pair end? From 0.
    Close(usize),
    /// It ends for conduct: were they heard?
    Heard,
}
