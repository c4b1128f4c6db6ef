//! Who may know of a case, and who is told at each rung.

use super::CaseFile;
use crate::domain::clocks::Rung;
use crate::domain::id::{CaseId, ChatId, PersonId};
use crate::domain::person::{Person, Reach, Role};
use crate::domain::programme::Contact;
use chrono_tz::Tz;

/// Everyone in a programme who could be told of a case.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// Coordinators and leads who work, leads first.
    pub staff: Vec<Person>,
    /// The programme's contacts by position: 0 outside the team, 1 and 2 urgent.
    pub contacts: Vec<(i64, Contact)>,
    /// Those of the contacts who are in Lazo.
    pub contact_people: Vec<Person>,
    /// Staff whom open cases are about, also those who work no more.
    pub accused: Vec<Person>,
    /// The accounts that cases are about: whoever is in the pair, or the person. An account may also be staff.
    pub inside: Vec<(CaseId, ChatId)>,
}

impl Team {
    /// Somebody of the team by her chat.
    pub fn in_chat(&self, chat: ChatId) -> Option<&Person> {
        self.staff.iter().chain(&self.contact_people).find(|person| person.chat == chat)
    }

    /// Somebody of the team.
    pub fn member(&self, id: PersonId) -> Option<&Person> {
        self.staff.iter().chain(&self.contact_people).find(|person| person.id == id)
    }

    /// The role of the member of staff a case is about.
    fn about_staff(&self, case: &CaseFile) -> Option<Role> {
        self.accused.iter().find(|person| Some(person.id) == case.person).map(|person| person.role)
    }

    /// Whether only some of the staff may know of it, so that it is never shown in the group.
    pub fn is_secret(&self, case: &CaseFile) -> bool {
        self.about_staff(case).is_some()
    }

    /// Whether a case is about somebody's own account, or about a pair she is in.
    fn is_inside(&self, case: &CaseFile, person: &Person) -> bool {
        self.inside.contains(&(case.id, person.chat))
    }

    /// Everyone who may know of a case: all staff who are not in the pair themselves; of a case about a coordinator the lead only; of one about the lead
    /// the contact outside the team only. If that is nobody in Lazo, the urgent contacts who are, and last the others.
    pub fn circle(&self, case: &CaseFile) -> Vec<&Person> {
        let other = |person: &&Person| Some(person.id) != case.person && !self.is_inside(case, person);
        let staff: Vec<&Person> = self.staff.iter().filter(other).collect();
        match self.about_staff(case) {
            None if !staff.is_empty() => staff,
            None | Some(Role::Lead) => {
                let outside: Vec<_> = self.contact(0).into_iter().filter(other).collect();
                let urgent: Vec<_> =
                    [1, 2].into_iter().filter_map(|n| self.contact(n)).filter(other).collect();
                let rest: Vec<_> = self.staff.iter().filter(other).collect();
                [outside, urgent, rest].into_iter().find(|some| !some.is_empty()).unwrap_or_default()
            }
            Some(Role::Coordinator | Role::Mentor | Role::Mentee) => {
                self.staff.iter().filter(|person| person.role == Role::Lead).filter(other).collect()
            }
        }
    }

    /// Whether someone may see and work on a case.
    pub fn may_know(&self, person: PersonId, case: &CaseFile) -> bool {
        self.circle(case).iter().any(|it| it.id == person)
            || (!self.is_secret(case)
                && case.severity == super::Severity::Urgent
                && (1..=2)
                    .any(|n| self.contact(n).is_some_and(|it| it.id == person && !self.is_inside(case, it))))
    }

    /// Who is told first: its owner, or who looks after the pair; if she cannot be reached the leads; then anyone.
    pub fn responsible(&self, case: &CaseFile) -> Vec<&Person> {
        let circle = self.circle(case);
        let reachable = |person: &&Person| person.reach == Reach::Reachable;
        let coordinator = case.coordinator.filter(|_| !case.kind.is_leads());
        for wanted in [case.owner, coordinator].into_iter().flatten() {
            if let Some(person) =
                circle.iter().copied().find(|person| person.id == wanted && reachable(person))
            {
                return vec![person];
            }
        }
        let leads: Vec<_> =
            circle.iter().copied().filter(reachable).filter(|person| person.role == Role::Lead).collect();
        if leads.is_empty() { circle } else { leads }
    }

    /// Whom a rung tells in their private chats. A contact who is only a number is named to the responsible ones.
    pub fn told(&self, case: &CaseFile, rung: Rung) -> Vec<&Person> {
        match rung {
            Rung::Digest | Rung::Everyone => Vec::new(),
            Rung::Coordinator | Rung::Overdue => self.responsible(case),
            Rung::Lead => {
                let circle = self.circle(case);
                let leads: Vec<_> =
                    circle.iter().copied().filter(|person| person.role == Role::Lead).collect();
                if leads.is_empty() { circle } else { leads }
            }
            Rung::UrgentContact(n) => {
                let known = self.contact(i64::from(n) + 1).filter(|person| self.may_know(person.id, case));
                known.map_or_else(|| self.responsible(case), |person| vec![person])
            }
        }
    }

    /// The zones of those whom a rung tells.
    pub fn zones(&self, case: &CaseFile, rung: Rung) -> Vec<Tz> {
        self.told(case, rung).into_iter().map(|person| person.zone).collect()
    }

    /// The contacts who can only be rung up: of the first `rungs` urgent ones, and of a case about the lead first the one
    /// outside the team.
    pub fn to_ring(&self, case: &CaseFile, rungs: i64) -> Vec<String> {
        let first = i64::from(self.about_staff(case) != Some(Role::Lead));
        let due = self.contacts.iter().filter(|(position, _)| (first..=rungs).contains(position));
        due.filter_map(|(_, contact)| match contact {
            Contact::Words(words) => Some(words.clone()),
            Contact::Person(_) => None,
        })
        .collect()
    }

    /// How many urgent contacts there are.
    pub fn urgent_contacts(&self) -> u32 {
        let urgent = self.contacts.iter().filter(|(position, _)| *position > 0).count();
        u32::try_from(urgent).unwrap_or_default()
    }

    fn contact(&self, position: i64) -> Option<&Person> {
        let id = self.contacts.iter().find_map(|(at, contact)| match contact {
            Contact::Person(id) if *at == position => Some(*id),
            Contact::Person(_) | Contact::Words(_) => None,
        })?;
        self.contact_people.iter().find(|person| person.id == id)
    }
}
