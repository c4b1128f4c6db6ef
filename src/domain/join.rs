//! Letters and answers about joining a programme: the link, the first questions, and what the team hears about it.

use super::age::Age;
use super::alias::Refusal;
use super::choice::Choice;
use super::guardian::Speak;
use super::id::{InviteId, PersonId};
use super::lang::Lang;
use super::person::{Person, Role};
use super::privacy::About;
use super::steps::{Many, Step, is_open, step};
use super::whereabouts::{Clocks, Tapped};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about joining.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinLetter {
    /// She has opened her link: what helps her stands below from now on.
    Greeting,
    /// Which of these languages?
    Language(Vec<Lang>),
    /// A part of a role's consent text.
    Consent {
        /// Hers.
        role: Role,
        /// A lead's new programme has no name yet.
        new: bool,
        /// Which part, from 0 on.
        #[serde(default)]
        part: usize,
        /// She has agreed before, and only reads.
        #[serde(default)]
        reads: bool,
    },
    /// The consent text says more than the one she agreed to.
    News,
    /// A part of `/privacy`.
    Privacy {
        /// The programmes she is in, and who is responsible in each.
        programmes: Vec<Responsible>,
        /// A stranger's language, as her app says.
        lang: Option<Lang>,
        /// She can write to a team here.
        team: bool,
        /// The parts she reads; none is the first alone.
        #[serde(default)]
        about: Vec<About>,
        /// Which of them, from 0 on.
        #[serde(default)]
        part: usize,
    },
    /// She did not agree.
    Refused,
    /// She came back in the middle.
    Resumed,
    /// How old?
    Age,
    /// Under 16.
    Young,
    /// 16 or 17: she can take part, and what happens now.
    Guardian,
    /// 16 or 17: she has answered whether the team may speak with somebody, and waits.
    Waits(Speak),
    /// She gave two answers about her age, and the team asks her about it.
    Doubted,
    /// Which name, perhaps this one?
    Alias(Option<String>),
    /// That name cannot be taken.
    NoAlias(Refusal),
    /// What time is it?
    Clock(Clocks),
    /// That is no time and no place we know.
    NoTime,
    /// Which of these?
    Choose {
        /// The question.
        what: Many,
        /// Of this role.
        role: Role,
        /// What can be chosen, and what is.
        from: Vec<Choice>,
        /// It is answered.
        done: bool,
        /// Which page of a long list, from 0 on.
        #[serde(default)]
        page: usize,
    },
    /// She speaks a language that is not in the list: what is it called?
    WhichLanguage,
    /// A toast: at least one.
    ChooseOne,
    /// Everything is told.
    Ready(Role),
    /// What came of a link. The language is a stranger's, as her app says.
    Link(Link, Option<Lang>),
    /// A link is good, and whoever opened it is here already: is it for her?
    ForYou {
        /// The invitation.
        invite: InviteId,
        /// As what.
        role: Role,
        /// Into this programme; `None` for a new one.
        programme: Option<String>,
    },
    /// It is for somebody else: the link is as good as before.
    ForAnother,
    /// For staff: how somebody's joining went.
    Told {
        /// What happened.
        news: News,
        /// Her alias, or what came with the invitation.
        who: Option<String>,
        /// Her role.
        role: Role,
        /// Herself.
        #[serde(default)]
        person: Option<PersonId>,
    },
    /// Whom to invite?
    Invite(Vec<Role>),
    /// Is there a file number?
    FileNumber(Role),
    /// In which of these languages is she invited?
    InviteLanguage {
        /// As what.
        role: Role,
        /// The NGO's reference; `None` for one that is given, or for none.
        file_number: Option<String>,
        /// The programme's.
        languages: Vec<Lang>,
    },
    /// The invitation is ready; it follows.
    Invited {
        /// As what.
        role: Role,
        /// The NGO's reference.
        file_number: Option<String>,
        /// Lazo gave it: it is not in the NGO's own file yet.
        #[serde(default)]
        given: bool,
        /// How long it works.
        until: DateTime<Utc>,
    },
    /// The link to a new account is ready; it follows.
    Moving {
        /// Whose.
        who: String,
        /// How long it works.
        until: DateTime<Utc>,
    },
    /// She is here now, with a new account.
    Moved,
    /// The invitation, to be passed on. The store forgets it as soon as it is carried.
    Invitation {
        /// The link.
        link: String,
        /// Into this programme.
        programme: String,
        /// The language of whoever is invited; without it the reader's.
        #[serde(default)]
        lang: Option<Lang>,
    },
}

/// What came of a link, if she was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// There was none.
    None,
    /// Somebody used it.
    Used,
    /// It does not work.
    Wrong,
    /// There were too many wrong ones.
    Wait,
    /// She is in already.
    Member,
}

/// What staff are told about somebody who joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// She told everything.
    Ready,
    /// She did not agree.
    Refused,
    /// She is under 16.
    Young,
    /// She is 16 or 17.
    Guardian,
}

/// What people answer while joining, and staff while inviting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinAnswer {
    /// This language.
    Language(Lang),
    /// Agreed to a text of before its parts: she reads what it is now.
    Accept,
    /// Agreed.
    Agree,
    /// Shows this part of the consent text.
    Read(usize),
    /// Shows this part of `/privacy`. Everybody can press it, also who is nobody here.
    Privacy(usize),
    /// Not agreed.
    Refuse,
    /// Shows the consent text once more.
    ReadAgain,
    /// She who waits wants to write to the team.
    Team,
    /// So old.
    Age(Age),
    /// She who waits wants to say it anew.
    AgeAgain,
    /// The suggested name.
    TakeAlias,
    /// About the clocks.
    Clock(Tapped),
    /// This is chosen, or not.
    Pick {
        /// In which question.
        what: Many,
        /// Which.
        tag: String,
        /// Chosen.
        on: bool,
    },
    /// These are all.
    Picked(Many),
    /// This page of the languages.
    More(usize),
    /// Her language is not in the list.
    Another,
    /// Someone for this role.
    Invite(Role),
    /// No file number for her.
    NoFileNumber(Role),
    /// She is invited in this language.
    InviteIn {
        /// As what.
        role: Role,
        /// The NGO's reference; `None` for one that is given, or for none.
        file_number: Option<String>,
        /// The language.
        lang: Lang,
    },
    /// Finds somebody's mentor.
    Pair,
    /// A guardian's consent for her is to be recorded.
    Guardian(PersonId),
    /// This mentor's readiness is to be recorded.
    Readiness(PersonId),
    /// The link is for her.
    Open(InviteId),
    /// It is for somebody else.
    Leave,
}

impl JoinLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<JoinAnswer> {
        match self {
            Self::Language(languages) => languages.iter().cloned().map(JoinAnswer::Language).collect(),
            Self::Consent { role, part, reads, .. } => consent(*role, *part, *reads),
            Self::News => vec![JoinAnswer::Read(0)],
            Self::Privacy { team, about, part, .. } => privacy(about.len(), *part, *team),
            Self::Refused => vec![JoinAnswer::ReadAgain, JoinAnswer::Team],
            Self::Young | Self::Waits(_) | Self::Doubted => vec![JoinAnswer::Team, JoinAnswer::AgeAgain],
            Self::Age => Age::ALL.iter().copied().map(JoinAnswer::Age).collect(),
            Self::Alias(Some(_)) => vec![JoinAnswer::TakeAlias],
            Self::Clock(clocks) => clocks.offer().into_iter().map(JoinAnswer::Clock).collect(),
            Self::Choose { what, from, done: false, page, .. } => choices(*what, from, *page),
            Self::Invite(roles) => roles.iter().copied().map(JoinAnswer::Invite).collect(),
            Self::FileNumber(role) => vec![JoinAnswer::NoFileNumber(*role)],
            Self::InviteLanguage { role, file_number, languages } => {
                let one = |lang: &Lang| {
                    let (file_number, lang) = (file_number.clone(), lang.clone());
                    JoinAnswer::InviteIn { role: *role, file_number, lang }
                };
                languages.iter().map(one).collect()
            }
            Self::Told { news: News::Ready, role: Role::Mentee, .. } => vec![JoinAnswer::Pair],
            Self::Told { news: News::Ready, role: Role::Mentor, person: Some(mentor), .. } => {
                vec![JoinAnswer::Readiness(*mentor)]
            }
            Self::Told { news: News::Guardian, person: Some(young), .. } => {
                vec![JoinAnswer::Guardian(*young)]
            }
            Self::ForYou { invite, .. } => vec![JoinAnswer::Open(*invite), JoinAnswer::Leave],
            Self::Greeting
            | Self::Resumed
            | Self::ForAnother
            | Self::Guardian
            | Self::Alias(None)
            | Self::NoAlias(_)
            | Self::NoTime
            | Self::Choose { done: true, .. }
            | Self::ChooseOne
            | Self::WhichLanguage
            | Self::Ready(_)
            | Self::Link(..)
            | Self::Told { .. }
            | Self::Invited { .. }
            | Self::Moving { .. }
            | Self::Moved
            | Self::Invitation { .. } => Vec::new(),
        }
    }
}

/// Who is responsible for the data in a programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Responsible {
    /// The programme.
    pub programme: String,
    /// Who, and how to write to them, as the lead has said it; `None` if she has not.
    pub who: Option<String>,
}

/// How many parts a role's consent text has.
pub fn parts(role: Role) -> usize {
    if role.is_staff() { 3 } else { 5 }
}

/// The way on and back through a consent text, and the question below its last part.
fn consent(role: Role, part: usize, reads: bool) -> Vec<JoinAnswer> {
    let back = part.checked_sub(1).map(JoinAnswer::Read);
    let on = match part + 1 {
        next if next < parts(role) => vec![JoinAnswer::Read(next)],
        _ if reads => Vec::new(),
        _ => vec![JoinAnswer::Agree, JoinAnswer::Refuse],
    };
    on.into_iter().chain(back).collect()
}

/// The way on and back through `/privacy`, and to the team of whoever has one.
fn privacy(parts: usize, part: usize, team: bool) -> Vec<JoinAnswer> {
    let on = Some(part + 1).filter(|next| *next < parts);
    let turns = on.into_iter().chain(part.checked_sub(1)).map(JoinAnswer::Privacy);
    turns.chain(team.then_some(JoinAnswer::Team)).collect()
}

/// So many languages stand on a page.
pub const LANGUAGES: usize = 8;

/// What can be chosen on a page, the way to others, and to a language that is not there.
fn choices(what: Many, from: &[Choice], page: usize) -> Vec<JoinAnswer> {
    let pick = |it: &Choice| JoinAnswer::Pick { what, tag: it.tag.clone(), on: !it.on };
    if what != Many::Spoken {
        return from.iter().map(pick).chain([JoinAnswer::Picked(what)]).collect();
    }
    let before = page.checked_sub(1).map(JoinAnswer::More);
    let after = (from.len() > (page + 1) * LANGUAGES).then_some(JoinAnswer::More(page + 1));
    let shown = from.iter().skip(page * LANGUAGES).take(LANGUAGES).map(pick);
    let ends = [JoinAnswer::Another, JoinAnswer::Picked(what)];
    shown.chain(before).chain(after).chain(ends).collect()
}

/// Whether she waits for what follows from her age, and may still say that it is another.
fn waits(person: &Person) -> bool {
    matches!(step(person), Step::Young | Step::Doubted | Step::Speak | Step::Guardian)
}

impl JoinAnswer {
    /// Whether it answers what this person is asked; anything else was answered already, or is too late.
    pub fn fits(&self, person: &Person) -> bool {
        let asked = |step| is_open(person, step);
        match self {
            Self::Language(_) => asked(Step::Language),
            Self::Accept | Self::Agree | Self::Refuse => asked(Step::Consent) || asked(Step::Refused),
            Self::Read(_) => person.profile.consent.is_some() || asked(Step::Consent) || asked(Step::Refused),
            Self::ReadAgain => asked(Step::Refused),
            Self::Team => person.standing.has_team(),
            Self::Age(_) => asked(Step::Age) || waits(person),
            Self::AgeAgain => waits(person),
            Self::TakeAlias => asked(Step::Alias),
            Self::Clock(_) => asked(Step::Clock),
            Self::Pick { what, .. } | Self::Picked(what) => asked(Step::Many(*what)),
            Self::More(_) | Self::Another => asked(Step::Many(Many::Spoken)),
            Self::Invite(_)
            | Self::NoFileNumber(_)
            | Self::InviteIn { .. }
            | Self::Pair
            | Self::Guardian(_)
            | Self::Readiness(_) => asked(Step::Done),
            Self::Privacy(_) | Self::Open(_) | Self::Leave => true,
        }
    }

    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Pick { .. }
            | Self::Picked(_)
            | Self::More(_)
            | Self::Another
            | Self::Clock(Tapped::Page(_))
            | Self::Read(_)
            | Self::Privacy(_)
            | Self::Team
            | Self::AgeAgain
            | Self::Pair
            | Self::Guardian(_)
            | Self::Readiness(_) => true,
            Self::Language(_)
            | Self::Accept
            | Self::Agree
            | Self::Refuse
            | Self::ReadAgain
            | Self::Age(_)
            | Self::TakeAlias
            | Self::Clock(Tapped::Zone(_))
            | Self::Invite(_)
            | Self::NoFileNumber(_)
            | Self::InviteIn { .. }
            | Self::Open(_)
            | Self::Leave => false,
        }
    }
}
