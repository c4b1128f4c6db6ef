//! A programme's settings, as its lead sees and changes them: one list, and one screen for each.

use super::heard::Kind;
use super::leak::Policy;
use super::on_call::{CHOICES, OnCall};
use super::programme::{Programme, Question};
use super::setup::{Answered, Given};
use serde::{Deserialize, Serialize};

/// How many days after an answer a lead is asked again whether contacts and numbers still hold: 26 weeks.
pub const HOLDS_DAYS: u64 = 182;

/// What can be set, as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// What happens to contacts in messages.
    pub contacts: Policy,
    /// Kinds of messages whose copies their readers cannot pass on.
    #[serde(default)]
    pub protect: Vec<Kind>,
    /// The hours in which somebody is on call, if any are set.
    #[serde(default)]
    pub on_call: Option<OnCall>,
    /// What the set-up asked, with its answers.
    #[serde(default)]
    pub answers: Vec<Answered>,
    /// Whether contacts and numbers still hold was asked, and is not answered.
    #[serde(default)]
    pub asked: bool,
}

stored! {
    /// Kinds of messages that are protected together.
    pub enum Guarded {
        /// Texts.
        Texts = "texts",
        /// Photos and videos.
        Pictures = "pictures",
        /// Voices and round videos.
        Voices = "voices",
        /// Files and music.
        Files = "files",
    }
}

impl Guarded {
    /// The kinds, the telling one first.
    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Texts => &[Kind::Text],
            Self::Pictures => &[Kind::Photo, Kind::Video, Kind::Animation],
            Self::Voices => &[Kind::Voice, Kind::VideoNote],
            Self::Files => &[Kind::Document, Kind::Audio],
        }
    }

    /// Whether they are protected.
    pub fn is_on(self, protect: &[Kind]) -> bool {
        self.kinds().first().is_some_and(|kind| protect.contains(kind))
    }

    /// With these protected, or not any more; everything else stays as it is.
    #[must_use]
    pub fn set(self, on: bool, protect: &[Kind]) -> Vec<Kind> {
        let others = protect.iter().copied().filter(|kind| !self.kinds().contains(kind));
        others.chain(self.kinds().iter().copied().filter(|_| on)).collect()
    }
}

impl Settings {
    /// A programme's.
    pub fn of(programme: &Programme, answers: Vec<Answered>) -> Self {
        let (contacts, protect) = (programme.contacts, programme.protect.clone());
        Self { contacts, protect, on_call: programme.on_call, answers, asked: programme.asked_at.is_some() }
    }
}

/// Of all answers those that a lead is asked about twice a year: whom to call, when, which numbers, and what is open.
pub fn held(mut answers: Vec<Answered>) -> Vec<Answered> {
    answers.retain(|it| {
        let lasts = matches!(
            it.question,
            Question::First
                | Question::Second
                | Question::Outside
                | Question::OnCall
                | Question::Country
                | Question::Helplines
        );
        lasts || it.given == Given::Nothing
    });
    answers
}

/// Whether nothing is open.
pub fn is_whole(answers: &[Answered]) -> bool {
    answers.iter().all(|it| it.given != Given::Nothing)
}

/// What the bot says about settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsLetter {
    /// All of them.
    List(Settings),
    /// What shall happen to contacts?
    Contacts(Policy),
    /// What shall readers not pass on?
    Protect(Vec<Kind>),
    /// When is somebody on call?
    OnCall(Option<OnCall>),
    /// Only the lead can see and change them.
    LeadOnly,
    /// Do contacts and numbers still hold?
    Holds(Vec<Answered>),
    /// They do.
    Held,
    /// A contact is gone: who is it now?
    Gone {
        /// The question of that place.
        question: Question,
        /// Who is gone.
        alias: String,
    },
    /// How the alarm is tried.
    Trial,
    /// It rings.
    Ringing,
    /// Somebody took it.
    Tried {
        /// Who; `None` for the reader herself.
        alias: Option<String>,
        /// After how many minutes.
        minutes: i64,
    },
}

/// What the lead answers about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingsAnswer {
    /// Back to all of them.
    List,
    /// About what the set-up asked.
    Change(Question),
    /// Contacts and numbers still hold.
    Holds,
    /// About the alarm.
    TryAlarm,
    /// The alarm shall ring.
    Ring,
    /// Not now.
    Later,
    /// About contacts.
    Contacts,
    /// That shall happen to contacts.
    SetContacts(Policy),
    /// About what readers cannot pass on.
    Protect,
    /// They cannot pass these on, or can.
    SetProtect(Guarded, bool),
    /// About the hours on call.
    OnCall,
    /// Somebody is on call then, or never.
    SetOnCall(Option<OnCall>),
}

impl SettingsLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<SettingsAnswer> {
        match self {
            Self::List(settings) => {
                let asked = settings.answers.iter().map(|it| SettingsAnswer::Change(it.question));
                let holds = settings.asked && is_whole(&settings.answers);
                let holds = holds.then_some(SettingsAnswer::Holds);
                let own = [SettingsAnswer::Contacts, SettingsAnswer::Protect, SettingsAnswer::TryAlarm];
                asked.chain(own).chain(holds).collect()
            }
            Self::Contacts(_) => {
                let policies = Policy::ALL.iter().copied().map(SettingsAnswer::SetContacts);
                policies.chain([SettingsAnswer::List]).collect()
            }
            Self::Protect(now) => {
                let kinds = Guarded::ALL.iter();
                let kinds = kinds.map(|kinds| SettingsAnswer::SetProtect(*kinds, !kinds.is_on(now)));
                kinds.chain([SettingsAnswer::List]).collect()
            }
            Self::OnCall(_) => {
                let hours = CHOICES.into_iter().map(Some).chain([None]).map(SettingsAnswer::SetOnCall);
                hours.chain([SettingsAnswer::List]).collect()
            }
            Self::Holds(answers) => {
                let holds = is_whole(answers).then_some(SettingsAnswer::Holds);
                holds.into_iter().chain([SettingsAnswer::List]).collect()
            }
            Self::Held => vec![SettingsAnswer::TryAlarm],
            Self::Gone { question, .. } => vec![SettingsAnswer::Change(*question)],
            Self::Trial => vec![SettingsAnswer::Ring, SettingsAnswer::Later],
            Self::LeadOnly | Self::Ringing | Self::Tried { .. } => Vec::new(),
        }
    }
}

impl SettingsAnswer {
    /// Whether the buttons stay after this one was pressed: each replaces the screen, but for what ends it.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::List
            | Self::Change(_)
            | Self::Holds
            | Self::TryAlarm
            | Self::Ring
            | Self::Contacts
            | Self::SetContacts(_)
            | Self::Protect
            | Self::SetProtect(..)
            | Self::OnCall
            | Self::SetOnCall(_) => true,
            Self::Later => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::relay::PROTECTED;

    #[test]
    fn pictures_and_voices_are_protected_until_the_lead_says_otherwise_but_no_texts_and_files() {
        let on: Vec<_> = Guarded::ALL.iter().filter(|it| it.is_on(&PROTECTED)).collect();
        assert_eq!(on, [&Guarded::Pictures, &Guarded::Voices]);
    }

    #[test]
    fn each_is_set_and_taken_off_without_touching_the_others() {
        for one in Guarded::ALL {
            for before in [Vec::new(), PROTECTED.to_vec()] {
                let with = one.set(true, &before);
                let without = one.set(false, &with);
                assert!(one.is_on(&with) && !one.is_on(&without));
                for other in Guarded::ALL.iter().filter(|other| *other != one) {
                    assert_eq!(other.is_on(&without), other.is_on(&before), "{one:?}, {other:?}");
                }
            }
        }
    }
}
