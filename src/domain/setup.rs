//! Setting a programme up, and a new lead: what the lead is asked, one thing at a time.

use super::alias::Refusal;
use super::choice::Choice;
use super::id::PersonId;
use super::lang::Lang;
use super::programme::{Contact, Question};
use super::whereabouts::{Clocks, Tapped};
use serde::{Deserialize, Serialize};

/// Longest name of a programme, in characters.
pub const NAME: usize = 60;
/// Longest contact in words, in characters.
pub const CONTACT: usize = 120;
/// The days between contacts a programme can choose from.
pub const RHYTHMS: [i64; 3] = [7, 14, 30];

/// Somebody in Lazo who could be a contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Somebody {
    /// Who.
    pub person: PersonId,
    /// Her name in Lazo; `None` for the reader herself.
    pub alias: Option<String>,
}

/// Where a contact stands among a programme's contacts: 1 and 2 are called in this order, 0 is outside the team.
pub fn position(question: Question) -> Option<i64> {
    match question {
        Question::First => Some(1),
        Question::Second => Some(2),
        Question::Outside => Some(0),
        Question::Name
        | Question::Languages
        | Question::Language
        | Question::Zone
        | Question::Rhythm
        | Question::Helplines => None,
    }
}

/// Whether somebody has a place already: the second call must reach somebody else than the first, and the one outside
/// the team somebody who is neither.
pub fn is_taken(contacts: &[(i64, Contact)], position: i64, contact: &Contact) -> bool {
    contacts.iter().any(|(other, it)| *other != position && it == contact)
}

/// What the bot says about setting a programme up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetupLetter {
    /// You lead a new programme.
    Welcome,
    /// What is its name?
    Name,
    /// That name cannot be taken.
    NoName(Refusal),
    /// Which languages?
    Languages {
        /// What can be chosen, and what is.
        from: Vec<Choice>,
        /// It is answered.
        done: bool,
    },
    /// Has somebody read this language's consent and safety texts?
    Beta(Lang),
    /// Which of these is the team's own?
    Language(Vec<Lang>),
    /// What time is it at the office?
    Clock(Clocks),
    /// How often is a pair in contact?
    Rhythm,
    /// Who is called, or turned to?
    Contact {
        /// In which place.
        question: Question,
        /// Who could be tapped.
        people: Vec<Somebody>,
    },
    /// She has a place already.
    Same,
    /// There is no phone number in it.
    NoPhone,
    /// Which help lines of its own can people call? These stand now.
    Helplines(Vec<String>),
    /// What was typed are no help lines.
    NoHelplines,
    /// These stand from now on.
    HelplinesAre(Vec<String>),
    /// Everything is answered.
    Ready,
    /// Nobody can be invited yet: so many questions are open.
    Unfinished(i64),
    /// You lead this programme now.
    Lead,
    /// Somebody else leads it now.
    Replaced(String),
}

/// What the lead answers about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetupAnswer {
    /// This language is chosen, or not.
    Pick {
        /// Which.
        lang: Lang,
        /// Chosen.
        on: bool,
    },
    /// These are all.
    Picked,
    /// Somebody has read this language's consent and safety texts.
    Read(Lang),
    /// Nobody has.
    NotRead,
    /// The team's own.
    Language(Lang),
    /// About the clocks.
    Clock(Tapped),
    /// Every so many days.
    Rhythm(i64),
    /// This person.
    Contact {
        /// In which place.
        question: Question,
        /// Who.
        person: PersonId,
    },
    /// The help lines stay as they are.
    KeepHelplines,
    /// No help line of the programme's own.
    DropHelplines,
}

impl SetupLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SetupAnswer> {
        match self {
            Self::Languages { from, done: false } => {
                let pick = |it: &Choice| SetupAnswer::Pick { lang: Lang::new(&it.tag), on: !it.on };
                from.iter().map(pick).chain([SetupAnswer::Picked]).collect()
            }
            Self::Beta(lang) => vec![SetupAnswer::Read(lang.clone()), SetupAnswer::NotRead],
            Self::Language(languages) => languages.iter().cloned().map(SetupAnswer::Language).collect(),
            Self::Clock(clocks) => clocks.offer().into_iter().map(SetupAnswer::Clock).collect(),
            Self::Rhythm => RHYTHMS.map(SetupAnswer::Rhythm).to_vec(),
            Self::Contact { question, people } => {
                let contact = |it: &Somebody| SetupAnswer::Contact { question: *question, person: it.person };
                people.iter().map(contact).collect()
            }
            Self::Helplines(lines) => {
                let drop = (!lines.is_empty()).then_some(SetupAnswer::DropHelplines);
                [SetupAnswer::KeepHelplines].into_iter().chain(drop).collect()
            }
            Self::Welcome
            | Self::Name
            | Self::NoName(_)
            | Self::Languages { done: true, .. }
            | Self::Same
            | Self::NoPhone
            | Self::NoHelplines
            | Self::HelplinesAre(_)
            | Self::Ready
            | Self::Unfinished(_)
            | Self::Lead
            | Self::Replaced(_) => Vec::new(),
        }
    }
}

impl SetupAnswer {
    /// The question it answers.
    pub fn question(&self) -> Question {
        match self {
            Self::Pick { .. } | Self::Picked | Self::Read(_) | Self::NotRead => Question::Languages,
            Self::Language(_) => Question::Language,
            Self::Clock(_) => Question::Zone,
            Self::Rhythm(_) => Question::Rhythm,
            Self::Contact { question, .. } => *question,
            Self::KeepHelplines | Self::DropHelplines => Question::Helplines,
        }
    }

    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            // A contact may turn out to have a place already.
            Self::Pick { .. }
            | Self::Picked
            | Self::Read(_)
            | Self::NotRead
            | Self::Clock(Tapped::Page(_))
            | Self::Contact { .. } => true,
            Self::Language(_)
            | Self::Clock(Tapped::Zone(_))
            | Self::Rhythm(_)
            | Self::KeepHelplines
            | Self::DropHelplines => false,
        }
    }
}
