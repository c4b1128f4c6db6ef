//! Opening a conversation again that staff or safety stopped: what waits in it, of whom and since when, what whoever opens
//! decides about each writer's, and what is not in her hands because its writer pressed 🆘 (programme, breaks and stops 5,
//! safeguarding 1).

use super::case::CaseFile;
use super::id::{CaseId, ConversationId, PersonId, SourceId};
use super::safety::{Fact, Fine, Touched};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where somebody of the team wants to open from, and is led back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whence {
    /// A case's card.
    Case(CaseId),
    /// The pair's card.
    Desk,
}

/// What becomes of one writer's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// They arrive.
    Let,
    /// Nobody gets them; their writer is told.
    Drop,
}

/// What waits of one writer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pile {
    /// Whose.
    pub person: PersonId,
    /// Her name.
    pub alias: String,
    /// So many messages.
    pub count: i64,
    /// Since then.
    pub since: Option<DateTime<Utc>>,
    /// The newest of them: with the others it tells whether these are still the same.
    pub newest: Option<SourceId>,
    /// She pressed 🆘 after she had written them: only her own yes lets them go.
    pub hers: bool,
}

/// A press of 🆘 that stopped the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressed {
    /// Whose.
    pub person: PersonId,
    /// The case.
    pub case: CaseId,
    /// When it last rang: each press rings anew.
    pub rung: Option<DateTime<Utc>>,
}

/// A stopped conversation as it stands: what whoever opens it has seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stands {
    /// Which.
    pub pair: ConversationId,
    /// Since when it is stopped.
    pub stopped_at: Option<DateTime<Utc>>,
    /// The team decides again then.
    pub until: Option<DateTime<Utc>>,
    /// What waits: somebody of whom nothing does has an empty pile.
    pub piles: Vec<Pile>,
    /// Who pressed 🆘.
    pub pressed: Vec<Pressed>,
}

/// The question, and what was answered so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Where it was asked from.
    pub from: Whence,
    /// What is shown.
    pub stands: Stands,
    /// What was chosen.
    pub chosen: Vec<(PersonId, Choice)>,
    /// It was asked before, and has changed meanwhile.
    pub again: bool,
}

/// What to do about a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Show this.
    Ask(Opening),
    /// Open, without what these wrote.
    Open(Vec<PersonId>),
}

impl Opening {
    /// The first question.
    pub fn new(from: Whence, stands: Stands) -> Self {
        Self { from, stands, chosen: Vec::new(), again: false }
    }

    /// What was chosen about a writer's messages.
    pub fn chosen(&self, person: PersonId) -> Option<Choice> {
        self.chosen.iter().find(|(of, _)| *of == person).map(|(_, choice)| *choice)
    }

    /// The next writer whose messages are to be decided about: what waits for a yes of its writer's own never is.
    pub fn asks(&self) -> Option<&Pile> {
        let open = |pile: &&Pile| pile.count > 0 && !pile.hers && self.chosen(pile.person).is_none();
        self.stands.piles.iter().find(open)
    }

    /// A press: `choice` about whoever was asked about, or none for *Open*. If anything is not as it was shown, nothing is
    /// done and the question comes anew; nothing opens before everything was decided.
    pub fn pressed(&self, choice: Option<Choice>, now: Stands) -> Step {
        if now != self.stands {
            return Step::Ask(Self { again: true, ..Self::new(self.from, now) });
        }
        let mut next = Self { again: false, ..self.clone() };
        match (self.asks().map(|pile| pile.person), choice) {
            (Some(person), Some(choice)) => next.chosen.push((person, choice)),
            (None, None) => return Step::Open(self.dropped().collect()),
            (Some(_), None) | (None, Some(_)) => {}
        }
        Step::Ask(next)
    }

    fn dropped(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.chosen.iter().filter(|(_, choice)| *choice == Choice::Drop).map(|(person, _)| *person)
    }
}

/// Whether a case is about 🆘 pressed by its person in the stop of a conversation that began then: one that she has called fine,
/// or that was open since, is stopped by something that is not hers to know.
pub fn stopped(case: &CaseFile, pair: ConversationId, stopped_at: Option<DateTime<Utc>>) -> bool {
    let held = |fact: &String| Fact::read(fact).is_some_and(|fact| fact.conversation == pair);
    let touched = case.tried.iter().any(|fact| Touched::read(fact) == Some(Touched(pair)));
    let here = case.conversation == Some(pair) || touched || case.tried.iter().any(held);
    // Of a stop of before it was noted, nobody knows since when: it counts as hers.
    let over = case.resolved_at.is_some_and(|over| stopped_at.is_some_and(|stopped| over < stopped));
    let fine = case.tried.contains(&Fine(pair).fact());
    here && !over && !fine
}

/// What the bot says about opening.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningLetter {
    /// "These would arrive. Open?"
    Ask(Box<Opening>),
    /// It is open, and this became of what waited.
    Opened(Box<Opening>),
    /// It stays stopped.
    Kept,
    /// It is not stopped any more, or not hers to open.
    Over,
    /// For who pressed 🆘, before anybody else hears of it: the conversation is open again.
    Hers {
        /// Which.
        conversation: ConversationId,
        /// With whom; in a circle none.
        partner: Option<String>,
        /// What she wrote before, how many and since when: may it go?
        waits: Option<(i64, DateTime<Utc>)>,
        /// Her case is open: what she writes goes to her team as before.
        #[serde(default)]
        to_team: bool,
        /// What the conversation is called for her, on the button that leads there.
        #[serde(default)]
        called: String,
    },
    /// She said yes; `true` if it goes now.
    Goes(bool),
    /// She said no.
    Stays,
    /// What she was asked about does not wait any more.
    Late,
    /// So many changes of somebody's messages waited and will not arrive.
    Unchanged(i64),
}

/// What is answered about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningAnswer {
    /// This about the messages of whoever is asked about.
    Choose(Box<Opening>, Choice),
    /// Open.
    Open(Box<Opening>),
    /// Leave it stopped.
    Back(Whence, ConversationId),
    /// What she wrote before may go: her own yes.
    Yes(ConversationId),
    /// It may not.
    No(ConversationId),
    /// What she writes next goes there, not to her team.
    WriteTo(ConversationId),
}

impl OpeningLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<OpeningAnswer> {
        match self {
            Self::Ask(opening) => {
                let choose = |choice| OpeningAnswer::Choose(opening.clone(), choice);
                let mut offer = match opening.asks() {
                    Some(_) => [Choice::Let, Choice::Drop].map(choose).to_vec(),
                    None => vec![OpeningAnswer::Open(opening.clone())],
                };
                offer.push(OpeningAnswer::Back(opening.from, opening.stands.pair));
                offer
            }
            Self::Hers { conversation, waits, called, .. } => {
                let asks = [OpeningAnswer::Yes(*conversation), OpeningAnswer::No(*conversation)];
                let asks = asks.into_iter().filter(|_| waits.is_some());
                asks.chain((!called.is_empty()).then_some(OpeningAnswer::WriteTo(*conversation))).collect()
            }
            Self::Opened(_)
            | Self::Kept
            | Self::Over
            | Self::Goes(_)
            | Self::Stays
            | Self::Late
            | Self::Unchanged(_) => Vec::new(),
        }
    }
}

impl OpeningAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::WriteTo(_) => true,
            Self::Choose(..) | Self::Open(_) | Self::Back(..) | Self::Yes(_) | Self::No(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pile() -> impl Strategy<Value = Pile> {
        (1..6_i64, 0..4_i64, any::<bool>()).prop_map(|(person, count, hers)| Pile {
            person: PersonId(person),
            alias: "A".to_owned(),
            count,
            since: (count > 0).then_some(DateTime::UNIX_EPOCH),
            newest: (count > 0).then_some(SourceId(count)),
            hers,
        })
    }

    fn stands() -> impl Strategy<Value = Stands> {
        let piles = proptest::collection::vec(pile(), 0..7);
        (piles, 0..3_i64).prop_map(|(mut piles, rung)| {
            piles.sort_by_key(|pile| (pile.person, pile.hers));
            piles.dedup_by_key(|pile| (pile.person, pile.hers));
            let rung = DateTime::from_timestamp(rung, 0);
            let pressed = vec![Pressed { person: PersonId(1), case: CaseId(1), rung }];
            Stands { pair: ConversationId(1), stopped_at: None, until: None, piles, pressed }
        })
    }

    proptest! {
        #[test]
        fn it_opens_only_as_it_was_shown_and_decided_and_drops_only_what_was_said(
            first in stands(),
            presses in proptest::collection::vec((0..3_usize, proptest::option::weighted(0.2, stands())), 1..20),
        ) {
            let choices = [None, Some(Choice::Let), Some(Choice::Drop)];
            let (mut now, mut opening) = (first.clone(), Opening::new(Whence::Desk, first));
            for (choice, meanwhile) in presses {
                now = meanwhile.unwrap_or(now);
                let choice = choices[choice];
                match opening.pressed(choice, now.clone()) {
                    Step::Open(dropped) => {
                        prop_assert_eq!(choice, None);
                        prop_assert_eq!(&opening.stands, &now, "it had changed");
                        for pile in now.piles.iter().filter(|pile| !pile.hers) {
                            let said = opening.chosen(pile.person);
                            prop_assert!(pile.count == 0 || said.is_some());
                            prop_assert_eq!(dropped.contains(&pile.person), said == Some(Choice::Drop));
                        }
                        let staffs = |id| now.piles.iter().any(|it| it.person == id && !it.hers && it.count > 0);
                        prop_assert!(dropped.into_iter().all(staffs), "not in her hands");
                        return Ok(());
                    }
                    Step::Ask(next) => {
                        prop_assert_eq!(&next.stands, &now);
                        prop_assert_eq!(next.again, opening.stands != now);
                        prop_assert!(!next.again || next.chosen.is_empty());
                        opening = next;
                    }
                }
            }
        }
    }
}
