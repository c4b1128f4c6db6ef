//! What the coordinator's lists and cards show of pairs and people, and how it is found. Facts, never words people wrote.

use super::age::Age;
use super::conversation::{Conversation, MemberState, Phase, Side, Supervised};
use super::guardian::{Ground, GuardianAnswer, Second, Speak};
use super::id::{ConversationId, PersonId};
use super::matching::{Slot, Topic};
use super::person::{Person, Reach, Role, Standing};
use super::readiness::Readiness;
use super::silence::{Health, Settings, Silence};
use super::talk;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Someone as staff know her.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Who {
    /// Who.
    pub id: PersonId,
    /// The name she chose; empty until she did.
    pub alias: String,
    /// The NGO's own reference.
    pub file: Option<String>,
}

impl From<&Person> for Who {
    fn from(person: &Person) -> Self {
        Self { id: person.id, alias: person.alias.clone(), file: person.file_number.clone() }
    }
}

/// Why someone does not answer at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// She takes a break until then.
    Until(DateTime<Utc>),
    /// Telegram does not let us write to her.
    Unreachable,
}

/// Whether someone is away now.
pub fn absence(person: &Person, now: DateTime<Utc>) -> Option<Absence> {
    match person.reach {
        Reach::Blocked | Reach::Gone => Some(Absence::Unreachable),
        Reach::Reachable => person.paused_until.filter(|until| now < *until).map(Absence::Until),
    }
}

/// How a pair is, as an icon and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Introduced lately: they were never in touch.
    New,
    /// In touch.
    Green,
    /// In touch, but not here.
    Elsewhere,
    /// Quiet for a while.
    Amber,
    /// Both sides are being asked.
    Orange,
    /// Nobody writes.
    Silent,
    /// The mentee waits for an answer.
    MenteeWaits,
    /// The mentor waits for an answer.
    MentorWaits,
    /// Someone cannot be reached.
    Unreachable,
    /// Nobody of a side is there: a break.
    Paused,
    /// Stopped by the team until a date.
    Stopped,
    /// Stopped for safety.
    Held,
}

/// How a live pair is, read from its silence clock.
pub fn sign(pair: &Conversation, now: DateTime<Utc>) -> Sign {
    match pair.phase {
        Phase::Paused => return Sign::Stopped,
        Phase::Held => return Sign::Held,
        Phase::Active if pair.break_until().is_some() => return Sign::Paused,
        Phase::Active | Phase::Proposed | Phase::Declined | Phase::Expired | Phase::Closed => {}
    }
    let Some(facts) = pair.silence_facts() else { return Sign::Green };
    let look = Settings::default().look(&facts, &[], now);
    match (look.silence, look.health) {
        (Some(Silence::Unreachable(_)), _) => Sign::Unreachable,
        (Some(Silence::Elsewhere), _) => Sign::Elsewhere,
        (_, Health::Green) if last_contact(pair).is_none() => Sign::New,
        (_, Health::Green) => Sign::Green,
        (_, Health::Amber) => Sign::Amber,
        (_, Health::Orange) => Sign::Orange,
        (Some(Silence::Waits(talk::Side::Mentee)), Health::Red) => Sign::MenteeWaits,
        (Some(Silence::Waits(talk::Side::Mentor)), Health::Red) => Sign::MentorWaits,
        (Some(Silence::Both) | None, Health::Red) => Sign::Silent,
    }
}

/// How much a live pair needs somebody, the most first: how it is, and then for how long. Equal ones keep their order.
pub fn need(pair: &Conversation, sign: Sign, now: DateTime<Utc>) -> (u8, i64) {
    let rank = match sign {
        Sign::Held => 0,
        Sign::Unreachable => 1,
        Sign::MenteeWaits | Sign::MentorWaits => 2,
        Sign::Silent => 3,
        Sign::Orange => 4,
        Sign::Amber => 5,
        // The next one that is decided about again comes first.
        Sign::Stopped => return (6, pair.paused_until.map_or(0, |until| (until - now).num_days())),
        Sign::Paused => 7,
        Sign::New | Sign::Green | Sign::Elsewhere => 8,
    };
    let since = last_contact(pair).or(pair.introduced_at);
    (rank, since.map_or(0, |since| (since - now).num_days()))
}

/// A pair as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairLine {
    /// Which.
    pub id: ConversationId,
    /// The mentees' aliases.
    pub mentees: Vec<String>,
    /// The mentors' aliases.
    pub mentors: Vec<String>,
    /// How it is.
    pub sign: Sign,
    /// Days since both were in touch, if they ever were.
    pub days: Option<i64>,
    /// Days between contacts they agreed to.
    pub rhythm: i64,
}

impl PairLine {
    /// A pair as it is now.
    pub fn of(pair: &Conversation, now: DateTime<Utc>) -> Self {
        let side = |side| {
            pair.active().filter(|member| member.side == side).map(|member| member.alias.clone()).collect()
        };
        Self {
            id: pair.id,
            mentees: side(Side::Mentee),
            mentors: side(Side::Mentor),
            sign: sign(pair, now),
            days: last_contact(pair).map(|at| (now - at).num_days()),
            rhythm: pair.rhythm,
        }
    }
}

/// When a pair was last in touch, here or elsewhere.
pub fn last_contact(pair: &Conversation) -> Option<DateTime<Utc>> {
    pair.talk.contact_at.max(pair.talk.elsewhere_at)
}

/// A pair as its card shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairCard {
    /// As in the list.
    pub line: PairLine,
    /// When they were introduced.
    pub since: Option<DateTime<Utc>>,
    /// When they were last in touch.
    pub contact: Option<DateTime<Utc>>,
    /// When its break ends, or the team decides anew about its stop.
    pub until: Option<DateTime<Utc>>,
    /// Open cases about it.
    pub cases: i64,
    /// Whether the team reads along.
    #[serde(default)]
    pub supervised: Supervised,
    /// The reader leads the programme.
    #[serde(default)]
    pub lead: bool,
    /// The reader is in it herself.
    #[serde(default)]
    pub inside: bool,
    /// She is, and nobody else of the team is outside it.
    #[serde(default)]
    pub nobody_else: bool,
}

/// Where someone stands, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Answers the first questions.
    Joining,
    /// 16 or 17: waits until supervised mode admits her.
    AwaitingGuardian,
    /// Waits for a pair, so many days.
    Waiting(i64),
    /// A proposal is open.
    Asked,
    /// Is in a pair.
    Paired,
    /// Works in the team.
    Staff,
    /// Under 16, or did not consent.
    Refused,
    /// Left of her own accord.
    Left,
}

/// Someone as a list shows her.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonLine {
    /// Who.
    pub who: Who,
    /// Where she stands.
    pub place: Place,
    /// Why she does not answer at the moment.
    pub absence: Option<Absence>,
}

/// What a card shows of somebody under 18, or of two answers about an age.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Young {
    /// Whether the team may speak with whoever is responsible for her: her own answer.
    pub speak: Option<Speak>,
    /// Who has signed, and the date on the paper.
    pub paper: Option<(String, NaiveDate)>,
    /// Why it goes without a paper, and since when.
    pub without: Option<(Ground, NaiveDate)>,
    /// A second of the team has not confirmed that yet, and the reader can.
    pub confirms: Option<bool>,
    /// The month in which she will be 18, as she says.
    pub eighteen: Option<NaiveDate>,
    /// The youngest she said, and what she says now: staff must say which is right.
    pub ages: Option<(Age, Age)>,
    /// A paper can be recorded.
    pub open: bool,
    /// The reader leads the programme.
    pub lead: bool,
}

impl Young {
    /// What is known of her, for a member of her team; `None` for whoever was always of age.
    pub fn of(person: &Person, reader: &Person) -> Option<Self> {
        let profile = &person.profile;
        if !person.is_minor() && profile.guardian.is_none() && profile.without.is_none() {
            return None;
        }
        let asked = profile.without.as_ref().filter(|it| it.second == Second::Asked);
        let waits = person.standing == Standing::AwaitingGuardian || profile.without.is_some();
        Some(Self {
            speak: profile.speak,
            paper: profile.guardian.as_ref().map(|it| (it.role.clone(), it.on)),
            without: profile.without.as_ref().map(|it| (it.ground, it.on)),
            confirms: asked.map(|it| it.by != reader.id),
            eighteen: profile.eighteen,
            ages: profile.ages.youngest.zip(profile.ages.open),
            open: waits && person.is_minor() && profile.guardian.is_none() && !person.is_doubted(),
            lead: reader.role == Role::Lead,
        })
    }

    /// What the reader can do about it.
    pub fn offer(&self, who: PersonId) -> Vec<GuardianAnswer> {
        let ages = self.ages.into_iter().flat_map(|(before, now)| [now, before]);
        let ages = ages.map(|age| GuardianAnswer::Age(who, age));
        let second = (self.open && self.confirms == Some(true))
            .then_some([true, false].map(|agreed| GuardianAnswer::Second(who, agreed)));
        let record = self.open.then_some(GuardianAnswer::Record(who));
        // As long as no second is asked it can be decided, also anew.
        let without =
            (self.open && self.lead && self.confirms.is_none()).then_some(GuardianAnswer::Without(who));
        ages.chain(second.into_iter().flatten()).chain(record).chain(without).collect()
    }
}

/// Someone as her card shows her: facts only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonCard {
    /// As in the list.
    pub line: PersonLine,
    /// What she does.
    pub role: Role,
    /// When she opened her invitation.
    pub joined: DateTime<Utc>,
    /// Tags of the languages she speaks.
    pub languages: Vec<String>,
    /// What she wants to talk about.
    pub topics: Vec<Topic>,
    /// When she has time.
    pub slots: Vec<Slot>,
    /// Her partners' aliases.
    pub partners: Vec<String>,
    /// Who looks after her.
    pub coordinator: Option<String>,
    /// What is recorded of a mentor's readiness; `None` for others.
    #[serde(default)]
    pub readiness: Option<Readiness>,
    /// How many pairs someone of the team looks after.
    pub caseload: Option<i64>,
    /// How many pairs a mentor has room for; `None` for others.
    #[serde(default)]
    pub places: Option<i64>,
    /// What is known of somebody under 18.
    #[serde(default)]
    pub young: Option<Young>,
    /// Its reader may take her out of the team.
    #[serde(default)]
    pub takes_out: bool,
}

impl PersonLine {
    /// Someone as she stands now; `state` is hers in a pair or open proposal, if there is one.
    pub fn of(person: &Person, state: Option<MemberState>, now: DateTime<Utc>) -> Self {
        let free = Place::Waiting((now - person.joined_at).num_days());
        let place = match (person.standing, state) {
            (Standing::Joining, _) => Place::Joining,
            (Standing::AwaitingGuardian, _) => Place::AwaitingGuardian,
            (Standing::Refused, _) => Place::Refused,
            (Standing::Left, _) => Place::Left,
            (Standing::Ready, _) if person.role.is_staff() => Place::Staff,
            (Standing::Ready, Some(MemberState::Active)) => Place::Paired,
            (Standing::Ready, Some(MemberState::Asked | MemberState::Accepted)) => Place::Asked,
            (
                Standing::Ready,
                Some(MemberState::Declined | MemberState::Left | MemberState::Ended) | None,
            ) => free,
        };
        Self { who: Who::from(person), place, absence: absence(person, now) }
    }
}

impl PersonCard {
    /// What is known about someone herself.
    pub fn of(person: &Person, line: PersonLine, partners: Vec<String>) -> Self {
        let told = |list: &Option<Vec<String>>| list.clone().unwrap_or_default();
        let profile = &person.profile;
        Self {
            line,
            role: person.role,
            joined: person.joined_at,
            languages: told(&profile.spoken),
            topics: told(&profile.topics).iter().filter_map(|it| Topic::parse(it)).collect(),
            slots: told(&profile.availability).iter().filter_map(|it| Slot::parse(it)).collect(),
            partners,
            coordinator: None,
            readiness: (person.role == Role::Mentor).then_some(profile.ready),
            caseload: None,
            places: (person.role == Role::Mentor && person.standing == Standing::Ready)
                .then(|| profile.places()),
            young: None,
            takes_out: false,
        }
    }
}
