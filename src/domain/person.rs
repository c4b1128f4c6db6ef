//! Who someone is in a programme: her role, where she stands, whether she can be reached.

use super::age::{Age, Said};
use super::dialogue::Dialogue;
use super::guardian::{Guardian, Of18, Second, Speak, Without};
use super::id::{ChatId, PersonId, ProgrammeId};
use super::lang::Lang;
use super::readiness::Readiness;
use crate::domain::zone::Tz;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What someone does in her programme. It lives in the database only: being a group's admin makes nobody a coordinator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A coordinator who also sees every case and the configuration.
    Lead,
    /// Staff who look after pairs.
    Coordinator,
    /// The volunteer.
    Mentor,
    /// The person the programme is for.
    Mentee,
}

impl Role {
    /// Coordinators and leads.
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Lead | Self::Coordinator)
    }
}

/// How far someone has come (spec: participant lifecycle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Answering the first questions; each can be left and resumed.
    Joining,
    /// 16 or 17: waits until supervised mode admits her.
    AwaitingGuardian,
    /// Can be paired (participants) or works (staff).
    Ready,
    /// Under 16, or did not consent.
    Refused,
    /// Left of her own accord.
    Left,
}

impl Standing {
    /// Whether a participant can turn to her team here: from the first tap on a link until she leaves.
    pub fn has_team(self) -> bool {
        self != Self::Left
    }
}

/// Whether Telegram lets the bot write to someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// As far as we know, yes.
    Reachable,
    /// She has blocked the bot: her letters are held.
    Blocked,
    /// Her account is deactivated.
    Gone,
}

/// Somebody is on a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Until then.
    pub until: DateTime<Utc>,
    /// The others of her pairs know it.
    pub told: bool,
}

/// The part somebody has in a programme. An account may have several, one a programme and role: its chat is the same.
/// No phone number, username or last name: they are never stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Hers.
    pub id: PersonId,
    /// The programme she is in.
    pub programme: ProgrammeId,
    /// What she does there.
    pub role: Role,
    /// Her private chat with the bot.
    pub chat: ChatId,
    /// How far she has come.
    pub standing: Standing,
    /// Whether she can be written to.
    pub reach: Reach,
    /// The language she chose, or until then the best guess from her app.
    pub lang: Lang,
    /// The first name or alias she chose; empty until she did.
    pub alias: String,
    /// Her zone, or until she told it the programme's.
    pub zone: Tz,
    /// The coordinator who looks after her.
    pub coordinator: Option<PersonId>,
    /// The NGO's own reference for her.
    pub file_number: Option<String>,
    /// What the bot waits for from her, if anything.
    pub dialogue: Option<Dialogue>,
    /// What she told while joining.
    pub profile: Profile,
    /// Away until then.
    pub paused_until: Option<DateTime<Utc>>,
    /// When she opened her invitation.
    pub joined_at: DateTime<Utc>,
}

impl Person {
    /// She said that she is under 18.
    pub fn is_minor(&self) -> bool {
        self.profile.adult == Some(false)
    }

    /// What is taken for her age; `None` before she told it.
    pub fn age(&self) -> Option<Age> {
        let young = self.standing == Standing::Refused && self.profile.consent.is_some();
        self.profile.adult.map(|adult| match adult {
            true => Age::Adult,
            false if young => Age::Under16,
            false => Age::Minor,
        })
    }

    /// The youngest she ever said she is, also to a version that kept only the last.
    pub fn youngest(&self) -> Option<Age> {
        let known = [self.profile.ages.youngest, self.age()];
        known.into_iter().flatten().min()
    }

    /// Staff must still say how old she is: she has given two answers.
    pub fn is_doubted(&self) -> bool {
        self.profile.ages.open.is_some()
    }

    /// Under 18, but nothing has to be waited for: the paper is there, or two of the team have decided without one.
    pub fn is_admitted(&self) -> bool {
        self.profile.guardian.is_some() || self.profile.without.as_ref().is_some_and(|it| it.goes_on)
    }

    /// She goes on without a paper, and nobody else of the team has decided that with the lead.
    pub fn is_decided_alone(&self) -> bool {
        let alone = |it: &Without| matches!(it.second, Second::Alone { .. });
        self.profile.without.as_ref().is_some_and(alone)
    }

    /// What staff call her: her name here, or until she told it what came with her invitation; empty if nothing did.
    pub fn called(&self) -> &str {
        let own = Some(self.alias.as_str()).filter(|alias| !alias.is_empty());
        own.or(self.profile.suggested.as_deref()).or(self.file_number.as_deref()).unwrap_or_default()
    }

    /// What she told in another part need not be told again; her name there is offered here.
    pub fn take_over(&mut self, known: &Person) {
        let told = &known.profile;
        self.lang = known.lang.clone();
        self.zone = known.zone;
        self.profile = Profile {
            language_chosen: told.language_chosen,
            suggested: self
                .profile
                .suggested
                .take()
                .or(Some(known.alias.clone()).filter(|it| !it.is_empty())),
            adult: told.adult.filter(|adult| *adult),
            ages: self.profile.ages.clone(),
            zone_told: told.zone_told,
            spoken: told.spoken.clone(),
            topics: told.topics.clone(),
            availability: told.availability.clone(),
            calls: told.calls,
            ..Profile::default()
        };
    }
}

/// What someone tells while joining, and what staff record about her readiness. All of it optional: steps can be left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The language was chosen by her, not guessed.
    pub language_chosen: bool,
    /// A name that came with her invitation, to be taken with one tap.
    pub suggested: Option<String>,
    /// The version of the consent text she accepted.
    pub consent: Option<u32>,
    /// She said she is 18 or older.
    pub adult: Option<bool>,
    /// What she has said about her age.
    pub ages: Said,
    /// Under 18: whether the team may speak with whoever is responsible for her; `None` until she answered.
    pub speak: Option<Speak>,
    /// She was asked that, and the lead hears of it if she does not answer.
    pub speak_asked: bool,
    /// What the team has recorded of a guardian's consent for somebody under 18.
    pub guardian: Option<Guardian>,
    /// What the team has decided about somebody under 18 without a paper.
    pub without: Option<Without>,
    /// The month in which she turns 18: its first day.
    pub eighteen: Option<NaiveDate>,
    /// How she was asked for her own consent at 18; `None` before.
    pub of_18: Option<Of18>,
    /// What is chosen so far in the question that takes several answers and is still open.
    pub picking: Vec<String>,
    /// She told what time it is where she is.
    pub zone_told: bool,
    /// Language tags she speaks; `None` until the step is done.
    pub spoken: Option<Vec<String>>,
    /// Topic pillars she is interested in, as `matching::Topic` values.
    pub topics: Option<Vec<String>>,
    /// When she has time, as `matching::Slot` values.
    pub availability: Option<Vec<String>>,
    /// Whether the team may call her.
    pub calls: Calls,
    /// What staff have recorded of a mentor's background check, training and quiz.
    #[serde(rename = "ready_recorded")]
    pub ready: Readiness,
    /// A lead let this mentor be paired without a record, for this reason.
    pub ready_override: Option<String>,
    /// How many pairs she has room for; `None` until that is settled.
    pub capacity: Option<i64>,
}

/// Her standing wish about calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calls {
    /// The team may call her.
    #[default]
    Welcome,
    /// "Write, don't call me."
    Unwanted,
}

impl Profile {
    /// Her wish is to be written to, and not called.
    pub fn write_only(&self) -> bool {
        self.calls == Calls::Unwanted
    }

    /// How many pairs she has room for at the same time: one, if nothing else was settled.
    pub fn places(&self) -> i64 {
        self.capacity.unwrap_or(1)
    }
}
