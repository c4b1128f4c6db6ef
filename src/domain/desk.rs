//! Letters and answers about the coordinator's lists.

use super::case::STAYS_WEEKS;
use super::closing::{ClosingReason, Heard};
use super::guardian::GuardianAnswer;
use super::id::{ConversationId, PersonId};
use super::listed::{Absence, PairCard, PairLine, PersonCard, PersonLine, Place, Sign};
use super::paging::{Sheet, Turn};
use super::person::Role;
use serde::{Deserialize, Serialize};

/// What the bot says about the coordinator's lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskLetter {
    /// A page of pairs, by their number.
    Pairs(Sheet<PairLine>),
    /// A page of pairs, those first who need somebody most.
    Needs(Sheet<PairLine>),
    /// There is no pair yet.
    NoPairs,
    /// One pair.
    Pair(Box<PairCard>),
    /// "For how long does it pause?"
    HowLong(PairLine),
    /// "Why does it end?"
    Why {
        /// Which.
        pair: PairLine,
        /// The second half of the reasons.
        more: bool,
    },
    /// "Who did not write?"
    WhichSide(PairLine),
    /// "Close it?"
    SureClose {
        /// Which.
        pair: PairLine,
        /// Why.
        reason: ClosingReason,
    },
    /// "Has somebody talked with them?", before an end for conduct.
    Heard(PairLine),
    /// It is closed.
    Closed {
        /// Which.
        pair: PairLine,
        /// Why.
        reason: ClosingReason,
        /// So many cases about its silence are closed with it: contact cannot resume.
        #[serde(default)]
        closed: i64,
        /// So many other cases about it stay open.
        #[serde(default)]
        open: i64,
    },
    /// "Whom do you want to see?"
    Roles,
    /// A page of people.
    People {
        /// Of this role.
        role: Role,
        /// The page.
        sheet: Sheet<PersonLine>,
    },
    /// There is nobody of this role yet.
    Nobody(Role),
    /// One person.
    Person(Box<PersonCard>),
    /// Another program receives what is written to this bot.
    Rival,
}

/// What coordinators answer about their lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskAnswer {
    /// Another page of pairs.
    Pairs(Turn),
    /// This pair.
    Pair(ConversationId),
    /// Open it again; first it is asked what becomes of what waits.
    Release(ConversationId),
    /// The same, on a screen of before.
    SureRelease(ConversationId),
    /// Pause it; how long is asked.
    Pause(ConversationId),
    /// For so many weeks.
    PauseFor(ConversationId, i64),
    /// Close it.
    Close(ConversationId),
    /// More reasons.
    MoreReasons(ConversationId),
    /// No contact; which side is asked.
    NoContact(ConversationId),
    /// For this reason.
    Reason(ConversationId, ClosingReason),
    /// Yes, close it for this reason.
    SureClose(ConversationId, ClosingReason),
    /// Yes, close it for conduct: so it is about their being heard.
    Heard(ConversationId, Heard),
    /// She looks for somebody.
    Find,
    /// The choice of roles.
    Roles,
    /// A page of people.
    People(Role, Turn),
    /// This person.
    Person(PersonId),
    /// A mentor for this mentee.
    Match(PersonId),
    /// This person's file number.
    Number(PersonId),
    /// So many pairs at once for this mentor.
    Places(PersonId, i64),
    /// A guardian's consent for this person is to be recorded.
    Guardian(PersonId),
    /// What is recorded of this mentor's readiness.
    Readiness(PersonId),
    /// Something about somebody under 18.
    Young(GuardianAnswer),
    /// This person comes back with a new account.
    Move(PersonId),
    /// Whether the team reads along in this pair.
    Supervision(ConversationId),
    /// Who is in this pair.
    Members(ConversationId),
    /// This person is to be taken out of the team.
    TakeOut(PersonId),
}

/// Most pairs a mentor can be in at once.
pub const MOST_PLACES: i64 = 4;

/// The first reasons for closing that are shown; "no contact" stands between them.
const FIRST_REASONS: [ClosingReason; 3] = [ClosingReason::Goals, ClosingReason::Time, ClosingReason::Fit];
/// The others.
const MORE_REASONS: [ClosingReason; 4] =
    [ClosingReason::Moved, ClosingReason::OtherHelp, ClosingReason::Conduct, ClosingReason::Other];

impl DeskLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<DeskAnswer> {
        match self {
            Self::Pairs(sheet) | Self::Needs(sheet) => {
                let pairs = sheet.lines.iter().map(|pair| DeskAnswer::Pair(pair.id));
                let find = sheet.turns().next().map(|_| DeskAnswer::Find);
                pairs.chain(sheet.turns().map(DeskAnswer::Pairs)).chain(find).collect()
            }
            Self::Pair(card) => card_offer(card),
            Self::HowLong(pair) => {
                let weeks = STAYS_WEEKS.iter().map(|weeks| DeskAnswer::PauseFor(pair.id, *weeks));
                weeks.chain([DeskAnswer::Pair(pair.id)]).collect()
            }
            Self::Why { pair, more: false } => {
                let mut offer: Vec<_> =
                    FIRST_REASONS.map(|reason| DeskAnswer::Reason(pair.id, reason)).into();
                offer.insert(1, DeskAnswer::NoContact(pair.id));
                offer.extend([DeskAnswer::MoreReasons(pair.id), DeskAnswer::Pair(pair.id)]);
                offer
            }
            Self::Why { pair, more: true } => reasons(pair, &MORE_REASONS),
            Self::WhichSide(pair) => reasons(pair, &ClosingReason::NO_CONTACT),
            Self::SureClose { pair, reason } => {
                vec![DeskAnswer::SureClose(pair.id, *reason), DeskAnswer::Pair(pair.id)]
            }
            Self::Heard(pair) => {
                let heard = Heard::ALL.iter().map(|heard| DeskAnswer::Heard(pair.id, *heard));
                heard.chain([DeskAnswer::Pair(pair.id)]).collect()
            }
            Self::Closed { .. } => vec![DeskAnswer::Pairs(Turn::First)],
            Self::Roles => {
                let roles = [Role::Mentee, Role::Mentor, Role::Coordinator, Role::Lead];
                roles.map(|role| DeskAnswer::People(role, Turn::First)).into()
            }
            Self::People { role, sheet } => {
                let people = sheet.lines.iter().map(|line| DeskAnswer::Person(line.who.id));
                let turns = sheet.turns().map(|turn| DeskAnswer::People(*role, turn));
                let find = sheet.turns().next().map(|_| DeskAnswer::Find);
                people.chain(turns).chain(find).chain([DeskAnswer::Roles]).collect()
            }
            Self::Nobody(_) => vec![DeskAnswer::Roles],
            Self::Person(card) => person_offer(card),
            Self::NoPairs | Self::Rival => Vec::new(),
        }
    }
}

fn card_offer(card: &PairCard) -> Vec<DeskAnswer> {
    let pair = card.line.id;
    let stopped = matches!(card.line.sign, Sign::Held | Sign::Stopped);
    if card.inside {
        return vec![DeskAnswer::Members(pair), DeskAnswer::Pairs(Turn::at(pair.0))];
    }
    let first = if stopped { DeskAnswer::Release(pair) } else { DeskAnswer::Pause(pair) };
    let supervision = card.lead.then_some(DeskAnswer::Supervision(pair));
    let first = [first, DeskAnswer::Members(pair)].into_iter().chain(supervision);
    first.chain([DeskAnswer::Close(pair), DeskAnswer::Pairs(Turn::at(pair.0))]).collect()
}

fn person_offer(card: &PersonCard) -> Vec<DeskAnswer> {
    let who = card.line.who.id;
    let matched = matches!(card.line.place, Place::Waiting(_) | Place::Paired);
    let pair = (card.role == Role::Mentee && matched).then_some(DeskAnswer::Match(who));
    let places = card.places.map(|now| DeskAnswer::Places(who, now % MOST_PLACES + 1));
    let young = card.young.iter().flat_map(|young| young.offer(who)).map(DeskAnswer::Young);
    let lost = card.line.absence == Some(Absence::Unreachable) && !card.role.is_staff();
    let moved = (lost && card.line.place != Place::Left).then_some(DeskAnswer::Move(who));
    let out = card.takes_out.then_some(DeskAnswer::TakeOut(who));
    let ready = card.readiness.map(|_| DeskAnswer::Readiness(who));
    let takes_part = !card.role.is_staff() && !matches!(card.line.place, Place::Left | Place::Refused);
    let number = takes_part.then_some(DeskAnswer::Number(who));
    let first =
        pair.into_iter().chain(ready).chain(places).chain(young).chain(number).chain(moved).chain(out);
    first.chain([DeskAnswer::People(card.role, Turn::at(who.0))]).collect()
}

fn reasons(pair: &PairLine, reasons: &[ClosingReason]) -> Vec<DeskAnswer> {
    let reasons = reasons.iter().map(|reason| DeskAnswer::Reason(pair.id, *reason));
    reasons.chain([DeskAnswer::Close(pair.id)]).collect()
}

impl DeskAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            // The question comes in a letter of its own.
            Self::Find => true,
            Self::Pairs(_)
            | Self::Pair(_)
            | Self::Release(_)
            | Self::SureRelease(_)
            | Self::Pause(_)
            | Self::PauseFor(..)
            | Self::Close(_)
            | Self::MoreReasons(_)
            | Self::NoContact(_)
            | Self::Reason(..)
            | Self::SureClose(..)
            | Self::Heard(..)
            | Self::Roles
            | Self::People(..)
            | Self::Person(_)
            | Self::Match(_)
            | Self::Number(_)
            | Self::Places(..)
            | Self::Guardian(_)
            | Self::Readiness(_)
            | Self::Young(_)
            | Self::Move(_)
            | Self::Supervision(_)
            | Self::Members(_)
            | Self::TakeOut(_) => false,
        }
    }
}
