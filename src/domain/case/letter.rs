//! What the bot says about cases: cards, the list, the digest, and what it says in the coordinators' group.

use super::{CaseKind, Closing, Outcome, Severity};
use crate::domain::conversation::Side;
use crate::domain::id::{CaseId, PersonId};
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
        /// Pairs that grow quiet: their names.
        quiet: Vec<String>,
        /// So many more of them.
        more: i64,
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
    /// The same happened again.
    Again,
    /// It has rested.
    Back,
    /// Somebody hands it over.
    HandedOver(String),
}

/// What only those read who may.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Details {
    /// Whom it is about.
    pub about: Option<Party>,
    /// The pair, as far as it is not `about`.
    pub pair: Vec<Party>,
    /// Since when it has been so.
    pub since: Option<DateTime<Utc>>,
    /// By when something is due.
    pub due: Option<DateTime<Utc>>,
    /// What was tried: names of steps.
    pub tried: Vec<String>,
    /// Whom to ring up now.
    pub ring: Vec<String>,
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
    /// How did the call go?
    Call,
    /// How did it end?
    Resolve,
    /// To whom? These.
    HandOver(usize, Vec<(PersonId, String)>),
    /// Why does the pair end? From 0.
    Close(usize),
}

/// How a call went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// They spoke, and that settles it.
    Settled,
    /// They spoke; the case stays.
    Spoke,
    /// Nobody answered.
    NoAnswer,
}

/// What coordinators answer about cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseAnswer {
    /// Something on a card.
    Card(CaseId, Tap),
    /// The list of open cases.
    List,
    /// Another page of it.
    Page(usize),
    /// A case on the list.
    Choose(CaseId),
}

/// Something pressed on a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tap {
    /// "I'm on it."
    Take,
    /// "Show."
    Show,
    /// Back to the first buttons.
    Back,
    /// More buttons, from this page on.
    More(usize),
    /// Ask both sides to write.
    Nudge,
    /// Ask for how long.
    Snooze,
    /// So many days.
    SnoozeFor(i64),
    /// Ask how the call went.
    Call,
    /// So.
    Called(Call),
    /// Ask how it ended.
    Resolve,
    /// So.
    Resolved(Outcome),
    /// Ask to whom, from this page on.
    HandOver(usize),
    /// To her.
    HandTo(PersonId, String),
    /// End the hold.
    Release,
    /// Ask why the pair ends, from this page on.
    Close(usize),
    /// For this reason.
    CloseFor(Closing),
}

/// Buttons of a longer choice on one page, beside "back" or "more".
const ON_PAGE: usize = 3;

impl CaseLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<CaseAnswer> {
        match self {
            Self::Card(card) => card.taps().into_iter().map(|tap| CaseAnswer::Card(card.case, tap)).collect(),
            Self::List { page, pages, lines, .. } => {
                let mut answers: Vec<_> = lines.iter().map(|line| CaseAnswer::Choose(line.case)).collect();
                answers.extend(page.checked_sub(1).map(CaseAnswer::Page));
                answers.extend((page + 1 < *pages).then_some(CaseAnswer::Page(page + 1)));
                answers
            }
            Self::Digest { fresh, waiting, overdue, .. } if fresh + waiting + overdue > 0 => {
                vec![CaseAnswer::List]
            }
            Self::Digest { .. }
            | Self::Nudge { .. }
            | Self::Toast(_)
            | Self::Hello
            | Self::Linked
            | Self::CannotLink(_)
            | Self::UnknownGroup
            | Self::OnlyLead
            | Self::SetUpFirst
            | Self::OtherProgramme
            | Self::WhoAreYou
            | Self::GroupLost => Vec::new(),
        }
    }
}

impl CaseAnswer {
    /// Whether the buttons stay after this one was pressed. A card's buttons always mean what they say: what is done
    /// depends on where the case stands by then.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Card(..) | Self::List | Self::Page(_) | Self::Choose(_) => true,
        }
    }
}

impl Card {
    fn taps(&self) -> Vec<Tap> {
        if matches!(self.state, State::Resolved(..)) {
            return Vec::new();
        }
        match &self.step {
            Step::Main => self.main(),
            Step::More(page) => paged(self.possible.clone(), *page, Tap::More, Tap::Back),
            Step::Snooze => vec![Tap::SnoozeFor(1), Tap::SnoozeFor(3), Tap::Back],
            Step::Call => {
                let calls = [Call::Settled, Call::Spoke, Call::NoAnswer].map(Tap::Called);
                calls.into_iter().chain([Tap::Back]).collect()
            }
            Step::Resolve => {
                let ends = [Outcome::Solved, Outcome::Elsewhere, Outcome::FalseAlarm].map(Tap::Resolved);
                ends.into_iter().chain([Tap::Back]).collect()
            }
            Step::HandOver(page, to) => {
                let to = to.iter().map(|(id, alias)| Tap::HandTo(*id, alias.clone())).collect();
                paged(to, *page, Tap::HandOver, Tap::Back)
            }
            Step::Close(page) => {
                paged(Closing::ALL.iter().copied().map(Tap::CloseFor).collect(), *page, Tap::Close, Tap::Back)
            }
        }
    }

    /// First who takes it, then what she does.
    fn main(&self) -> Vec<Tap> {
        let first = match self.state {
            State::Open | State::For(_) => Tap::Take,
            State::Taken(_) | State::Resting(..) | State::Resolved(..) => Tap::Resolve,
        };
        let show = self.details.is_none().then_some(Tap::Show);
        [Some(first), show, Some(Tap::More(0))].into_iter().flatten().collect()
    }
}

/// One page of a longer choice; the last page leads back.
fn paged(mut taps: Vec<Tap>, page: usize, more: impl Fn(usize) -> Tap, back: Tap) -> Vec<Tap> {
    let start = (page * ON_PAGE).min(taps.len());
    let mut shown = taps.split_off(start);
    let last = shown.len() <= ON_PAGE;
    shown.truncate(ON_PAGE);
    shown.push(if last { back } else { more(page + 1) });
    shown
}
