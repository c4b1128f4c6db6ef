//! Setting a programme up, and a new lead: what the lead is asked, one thing at a time.

use super::alias::Refusal;
use super::choice::Choice;
use super::country::Country;
use super::id::PersonId;
use super::lang::Lang;
use super::on_call::{CHOICES, OnCall};
use super::programme::{Contact, Question};
use super::whereabouts::{Clocks, Tapped};
use super::zone::Tz;
use serde::{Deserialize, Serialize};

/// Longest name of a programme, in characters.
pub const NAME: usize = 60;
/// Longest contact in words, in characters.
pub const CONTACT: usize = 120;
/// Longest line about who is responsible for the data, in characters.
pub const RESPONSIBLE: usize = 160;
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
        | Question::Country
        | Question::Rhythm
        | Question::OnCall
        | Question::Responsible
        | Question::Helplines => None,
    }
}

/// Which question asks for this place.
pub fn question_at(place: i64) -> Option<Question> {
    Question::ALL.iter().copied().find(|question| position(*question) == Some(place))
}

/// Whether somebody has a place already: the second call must reach somebody else than the first, and the one outside
/// the team somebody who is neither.
pub fn is_taken(contacts: &[(i64, Contact)], position: i64, contact: &Contact) -> bool {
    contacts.iter().any(|(other, it)| *other != position && it == contact)
}

/// Whether somebody can be written to by what a lead typed: an address, a number, a street.
pub fn says_how_to_write(text: &str) -> bool {
    text.contains('@') || text.chars().any(char::is_numeric)
}

/// What stands as the answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Nothing yet.
    Nothing,
    /// Words, as they were typed.
    Words(String),
    /// Languages.
    Languages(Vec<Lang>),
    /// A zone.
    Zone(Tz),
    /// A country; `None` for one that has no row.
    Country(Option<Country>),
    /// Every so many days.
    Days(i64),
    /// Somebody in Lazo.
    Somebody(Somebody),
    /// Hours on call.
    Hours(Option<OnCall>, Tz),
    /// Lines, each of its own.
    Lines(Vec<String>),
}

/// A question with its answer, as a summary shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// The question.
    pub question: Question,
    /// Its answer.
    pub given: Given,
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
    /// In which country does it work?
    Country,
    /// Are these numbers of the country right?
    Numbers(Country),
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
    /// When is somebody on call? That is chosen now, if anything is.
    OnCall(Option<OnCall>),
    /// On which days are these typed hours?
    Days {
        /// From this hour.
        from: u32,
        /// Up to that one.
        to: u32,
    },
    /// What was typed are no hours.
    NoHours,
    /// Who is responsible for the data, and how can people write to them?
    Responsible,
    /// It does not say how to write to them.
    NoAddress,
    /// Which help lines of its own can people call? These stand now.
    Helplines(Vec<String>),
    /// What was typed are no help lines.
    NoHelplines,
    /// These stand from now on.
    HelplinesAre(Vec<String>),
    /// A question with a way back: to the one before it, or to where it was chosen.
    Asked {
        /// Which question.
        question: Question,
        /// How it is asked.
        letter: Box<SetupLetter>,
    },
    /// Everything is answered, and can be corrected.
    Summary(Vec<Answered>),
    /// Everything is answered and confirmed.
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
    /// There; `None` for a country that is not in the list, or whose numbers are wrong.
    Country(Option<Country>),
    /// The numbers of this country are right.
    Confirm(Country),
    /// Back to the countries.
    Countries,
    /// Every so many days.
    Rhythm(i64),
    /// Somebody is on call then, or never.
    OnCall(Option<OnCall>),
    /// Back from this question.
    Back(Question),
    /// This answer shall be another.
    Change(Question),
    /// All of it is right.
    Ready,
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
            Self::Country => {
                let known = Country::all().map(|it| SetupAnswer::Country(Some(it)));
                known.chain([SetupAnswer::Country(None)]).collect()
            }
            Self::Numbers(country) => {
                vec![SetupAnswer::Confirm(*country), SetupAnswer::Country(None), SetupAnswer::Countries]
            }
            Self::Rhythm => RHYTHMS.map(SetupAnswer::Rhythm).to_vec(),
            Self::OnCall(now) => {
                let own = now.filter(|now| !CHOICES.contains(now));
                let hours = CHOICES.into_iter().chain(own).map(Some);
                hours.chain([None]).map(SetupAnswer::OnCall).collect()
            }
            Self::Days { from, to } => [false, true]
                .map(|weekends| SetupAnswer::OnCall(Some(OnCall { weekends, from: *from, to: *to })))
                .to_vec(),
            Self::Asked { question, letter } => {
                letter.offer().into_iter().chain([SetupAnswer::Back(*question)]).collect()
            }
            Self::Summary(all) => {
                let change = |it: &Answered| SetupAnswer::Change(it.question);
                all.iter().map(change).chain([SetupAnswer::Ready]).collect()
            }
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
            | Self::Responsible
            | Self::NoAddress
            | Self::NoHours
            | Self::NoHelplines
            | Self::HelplinesAre(_)
            | Self::Ready
            | Self::Unfinished(_)
            | Self::Lead
            | Self::Replaced(_) => Vec::new(),
        }
    }
}

impl SetupLetter {
    /// What is asked, without the way back.
    pub fn inner(&self) -> &Self {
        if let Self::Asked { letter, .. } = self { letter } else { self }
    }
}

impl SetupAnswer {
    /// The question it answers; `None` for what answers none.
    pub fn question(&self) -> Option<Question> {
        let question = match self {
            Self::Pick { .. } | Self::Picked | Self::Read(_) | Self::NotRead => Question::Languages,
            Self::Language(_) => Question::Language,
            Self::Clock(_) => Question::Zone,
            Self::Country(_) | Self::Confirm(_) | Self::Countries => Question::Country,
            Self::Rhythm(_) => Question::Rhythm,
            Self::OnCall(_) => Question::OnCall,
            Self::Contact { question, .. } | Self::Back(question) => *question,
            Self::KeepHelplines | Self::DropHelplines => Question::Helplines,
            Self::Change(_) | Self::Ready => return None,
        };
        Some(question)
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
            | Self::Country(_)
            | Self::Confirm(_)
            | Self::Countries
            | Self::Back(_)
            | Self::Change(_)
            | Self::Ready
            | Self::Contact { .. } => true,
            Self::Language(_)
            | Self::Clock(Tapped::Zone(_))
            | Self::Rhythm(_)
            | Self::OnCall(_)
            | Self::KeepHelplines
            | Self::DropHelplines => false,
        }
    }
}
