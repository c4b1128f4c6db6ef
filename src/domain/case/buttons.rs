//! What coordinators answer about cases: the buttons of cards and lists.

use super::letter::{Card, CaseLetter, State, Step};
use super::{Becomes, Call, CaseKind, Channel, MINUTES, Outcome, Stopped};
use crate::domain::closing::{ClosingReason, Heard};
use crate::domain::id::{CaseId, ConversationId, PersonId};
use serde::{Deserialize, Serialize};

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
    /// A stopped pair in the digest.
    Stopped(ConversationId),
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
    /// So; ask how they spoke.
    Called(Call),
    /// So; ask for how long.
    By(Call, Channel),
    /// So many minutes.
    Lasted(Call, Channel, i64),
    /// Ask how it ended.
    Resolve,
    /// What is rare.
    ResolveMore,
    /// So.
    Resolved(Outcome),
    /// Of the stopped pair, when the case ends so.
    Stopped(Outcome, ConversationId, Becomes),
    /// Ask to whom, from this page on.
    HandOver(usize),
    /// To her.
    HandTo(PersonId, String),
    /// A link to a new account of hers.
    Move,
    /// Open the stopped pair again; first it is asked what becomes of what waits.
    Release,
    /// Ask why the pair ends, from this page on.
    Close(usize),
    /// For this reason.
    CloseFor(ClosingReason),
    /// For conduct, and so it is about their being heard.
    CloseHeard(Heard),
}

/// So many stopped pairs have a button in the digest.
const STOPPED: usize = 6;

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
            Self::Digest { fresh, waiting, overdue, untold, stopped, paused, .. } => {
                let list = (fresh + waiting + overdue + untold > 0).then_some(CaseAnswer::List);
                let pairs = stopped.iter().map(|(pair, _)| *pair).chain(paused.iter().map(|(pair, _)| *pair));
                list.into_iter().chain(pairs.take(STOPPED).map(CaseAnswer::Stopped)).collect()
            }
            Self::Nudge { .. }
            | Self::Toast(_)
            | Self::Hello
            | Self::Linked
            | Self::CannotLink(_)
            | Self::UnknownGroup
            | Self::OnlyLead
            | Self::SetUpFirst
            | Self::OtherProgramme
            | Self::WhoAreYou
            | Self::GroupLost
            | Self::Mistake
            | Self::LookAfter { .. }
            | Self::GroupRefuses { .. }
            | Self::GroupBack
            | Self::GroupWorks { .. }
            | Self::GroupHolds { .. }
            | Self::StaffAway { .. } => Vec::new(),
        }
    }
}

impl CaseAnswer {
    /// Whether the buttons stay after this one was pressed. A card's buttons always mean what they say: what is done
    /// depends on where the case stands by then.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Card(..) | Self::List | Self::Page(_) | Self::Choose(_) | Self::Stopped(_) => true,
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
            Step::Channel(call) => {
                let channels = Channel::ALL.iter().map(|channel| Tap::By(*call, *channel));
                channels.chain([Tap::Back]).collect()
            }
            Step::Minutes(call, channel) => {
                MINUTES.map(|minutes| Tap::Lasted(*call, *channel, minutes)).to_vec()
            }
            Step::Resolve => {
                let ends = [Outcome::Solved, Outcome::Elsewhere, Outcome::FalseAlarm].map(Tap::Resolved);
                let last = if rare(self.kind).is_empty() { Tap::Back } else { Tap::ResolveMore };
                ends.into_iter().chain([last]).collect()
            }
            Step::ResolveMore => rare(self.kind).into_iter().map(Tap::Resolved).chain([Tap::Back]).collect(),
            Step::Stopped(stopped, asks) => becomes(stopped, *asks),
            Step::HandOver(page, to) => {
                let to = to.iter().map(|(id, alias)| Tap::HandTo(*id, alias.clone())).collect();
                paged(to, *page, Tap::HandOver, Tap::Back)
            }
            Step::Heard => Heard::ALL.iter().copied().map(Tap::CloseHeard).chain([Tap::Back]).collect(),
            Step::Close(page) => {
                let reasons = ClosingReason::ALL.iter().copied().map(Tap::CloseFor).collect();
                paged(reasons, *page, Tap::Close, Tap::Back)
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

/// How a case of this kind can also end.
fn rare(kind: CaseKind) -> Vec<Outcome> {
    let unfounded = kind.may_be_unfounded().then_some(Outcome::Unfounded);
    let unreached = (kind == CaseKind::Unsafe).then_some(Outcome::NotReached);
    unfounded.into_iter().chain(unreached).collect()
}

/// What is answered about a stopped pair.
fn becomes(it: &Stopped, asks: Becomes) -> Vec<Tap> {
    let tap = |becomes| Tap::Stopped(it.outcome, it.pair, becomes);
    let page = if let Becomes::Why(page) = asks { page } else { 0 };
    paged(asks.answers().into_iter().map(tap).collect(), page, |page| tap(Becomes::Why(page)), Tap::Back)
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
