//! Who may know of a case, and who is told at each rung.

use super::{CaseFile, Claim, Meant, Review};
use crate::domain::clocks::Rung;
use crate::domain::id::{CaseId, ChatId, PersonId};
use crate::domain::person::{Person, Reach, Role};
use crate::domain::programme::Contact;
use crate::domain::zone::Tz;

/// Everyone in a programme who could be told of a case.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// Coordinators and leads who work, leads first.
    pub staff: Vec<Person>,
    /// The programme's contacts by position: 0 outside the team, 1 and 2 urgent.
    pub contacts: Vec<(i64, Contact)>,
    /// Those of the contacts who are in Lazo.
    pub contact_people: Vec<Person>,
    /// Staff whom cases are about or name, also those who work no more.
    pub accused: Vec<Person>,
    /// The accounts of the people that cases are about.
    pub by: Vec<(CaseId, ChatId)>,
    /// The programme's open cases about the team.
    pub claims: Vec<Claim>,
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

    /// Whom of the team a case names; a case whose person works in the team is about her.
    fn meant(&self, case: &CaseFile) -> Vec<Meant> {
        let about = case.person.filter(|id| self.accused.iter().any(|person| person.id == *id));
        case.meant.iter().copied().chain(about.map(Meant::Somebody)).collect()
    }

    /// Whether this account is one of those that are named.
    fn names(&self, meant: Meant, person: &Person) -> bool {
        let leads = |it: &&Person| it.role == Role::Lead;
        let mut staff = self.staff.iter();
        match meant {
            Meant::Somebody(id) => {
                person.id == id || self.accused.iter().any(|it| it.id == id && it.chat == person.chat)
            }
            Meant::Lead => leads(&person) || staff.filter(leads).any(|it| it.chat == person.chat),
            Meant::Unsaid => person.role.is_staff() || staff.any(|it| it.chat == person.chat),
        }
    }

    /// Whether somebody of the team is one of those a case names, or may be.
    pub fn is_named(&self, person: &Person, case: &CaseFile) -> bool {
        self.meant(case).into_iter().any(|meant| self.names(meant, person))
    }

    /// Whether she is said to be.
    pub fn is_named_outright(&self, person: &Person, case: &CaseFile) -> bool {
        self.meant(case).into_iter().any(|meant| meant != Meant::Unsaid && self.names(meant, person))
    }

    /// Who looks at a case that names somebody of the team; `None` if it does not.
    fn review(&self, case: &CaseFile) -> Option<Review> {
        let led = |id| self.accused.iter().any(|it| it.id == id && it.role == Role::Lead);
        let beyond_lead = |meant: &Meant| match meant {
            Meant::Somebody(id) => led(*id),
            Meant::Lead | Meant::Unsaid => true,
        };
        let meant = self.meant(case);
        let outside = meant.iter().any(beyond_lead);
        (!meant.is_empty()).then_some(if outside { Review::Outside } else { Review::Lead })
    }

    /// Those of the team who knew of it, and are named by who is in it since: what she does now they do not learn.
    fn barred(&self, case: &CaseFile) -> impl Iterator<Item = Meant> {
        let by = self.teller(case);
        let since = self.claims.iter().filter(move |claim| claim.came_after(case, by));
        // Who does not say whom she means would have nobody left.
        let new = |meant: &Meant| *meant != Meant::Unsaid && !case.meant.contains(meant);
        since.flat_map(|claim| claim.meant.iter().copied()).filter(new)
    }

    /// Whether only some of the staff may know of it, so that it is never shown in the group.
    pub fn is_secret(&self, case: &CaseFile) -> bool {
        self.review(case).is_some() || self.barred(case).next().is_some()
    }

    /// Whether a case is about somebody's own account, or about a pair she is in.
    fn is_inside(&self, case: &CaseFile, person: &Person) -> bool {
        self.inside.contains(&(case.id, person.chat))
    }

    /// Whether this member of the team looks after nobody's new cases, because she is named in one that is open.
    pub fn is_set_aside(&self, person: PersonId, case: &CaseFile) -> bool {
        let by = self.teller(case);
        self.claims.iter().any(|claim| claim.sets_aside(person, case, by))
    }

    /// The account of the person a case is about.
    fn teller(&self, case: &CaseFile) -> Option<ChatId> {
        self.by.iter().find(|(id, _)| *id == case.id).map(|(_, chat)| *chat)
    }

    /// Everyone who may know of a case: all staff who are not in the pair themselves; of a case that names a coordinator the
    /// lead only; of one that names the lead, or does not say whom it means, the contact outside the team, and if she is
    /// not in Lazo the urgent contacts who do not work in the team. If that is nobody, a case about the team is nobody's;
    /// any other goes to those of the team who are not named.
    pub fn circle(&self, case: &CaseFile) -> Vec<&Person> {
        let meant: Vec<Meant> = self.meant(case).into_iter().chain(self.barred(case)).collect();
        let other = |person: &&Person| {
            let about = Some(person.id) == case.person || self.is_inside(case, person);
            !about && !meant.iter().any(|it| self.names(*it, person))
        };
        let staff: Vec<&Person> = self.staff.iter().filter(other).collect();
        let leads = || staff.iter().copied().filter(|person| person.role == Role::Lead).collect::<Vec<_>>();
        let ladder = match self.review(case) {
            None => [staff.clone(), self.outside(other), self.urgent(other)],
            Some(Review::Lead) => [leads(), self.outside(other), self.urgent(other)],
            Some(Review::Outside) => [self.outside(other), self.urgent(other), Vec::new()],
        };
        let found = ladder.into_iter().find(|some| !some.is_empty());
        match found {
            Some(found) => found,
            None if case.kind.is_about_team() => Vec::new(),
            None => self.last(case),
        }
    }

    /// Nobody else is there for somebody who needs help: those of the team who are neither in the pair nor named.
    fn last(&self, case: &CaseFile) -> Vec<&Person> {
        let other = |person: &&Person| {
            let about = Some(person.id) == case.person || self.is_inside(case, person);
            let barred = self.barred(case).any(|meant| self.names(meant, person));
            !about && !barred && !self.is_named_outright(person, case)
        };
        self.staff.iter().filter(other).collect()
    }

    fn outside(&self, may: impl Fn(&&Person) -> bool) -> Vec<&Person> {
        self.contact(0).into_iter().filter(may).collect()
    }

    /// The urgent contacts who do not work in the team.
    fn urgent(&self, may: impl Fn(&&Person) -> bool) -> Vec<&Person> {
        let urgent = [1, 2].into_iter().filter_map(|n| self.contact(n));
        urgent.filter(|person| !self.names(Meant::Unsaid, person)).filter(may).collect()
    }

    /// Whether someone may see and work on a case.
    pub fn may_know(&self, person: PersonId, case: &CaseFile) -> bool {
        self.circle(case).iter().any(|it| it.id == person)
            || (!self.is_secret(case)
                && case.severity == super::Severity::Urgent
                && (1..=2)
                    .any(|n| self.contact(n).is_some_and(|it| it.id == person && !self.is_inside(case, it))))
    }

    /// Whether a case stands in somebody's list and is counted there: one that she knew before she was named in another
    /// stays, so that no count of hers tells.
    pub fn is_listed_for(&self, person: PersonId, case: &CaseFile) -> bool {
        let knew = |it: &Person| self.barred(case).any(|meant| self.names(meant, it));
        self.may_know(person, case) || self.staff.iter().any(|it| it.id == person && knew(it))
    }

    /// Who is told first: its owner, or who looks after the pair; if she cannot be reached the leads; then anyone.
    pub fn responsible(&self, case: &CaseFile) -> Vec<&Person> {
        let circle = self.circle(case);
        let reachable = |person: &&Person| person.reach == Reach::Reachable;
        let coordinator = case.coordinator.filter(|_| !case.kind.is_leads());
        let coordinator = coordinator.filter(|id| !self.is_set_aside(*id, case));
        for wanted in [case.owner, coordinator].into_iter().flatten() {
            if let Some(person) =
                circle.iter().copied().find(|person| person.id == wanted && reachable(person))
            {
                return vec![person];
            }
        }
        Self::heads(circle)
    }

    /// The leads among these who can be reached; if there is none, all of them.
    fn heads(circle: Vec<&Person>) -> Vec<&Person> {
        let heads = |it: &&Person| it.role == Role::Lead && it.reach == Reach::Reachable;
        let leads: Vec<_> = circle.iter().copied().filter(heads).collect();
        if leads.is_empty() { circle } else { leads }
    }

    /// Everybody who may read of a case, in the order in which they are turned to when somebody before them cannot be
    /// reached: whoever is told first, the leads, the contacts in theirs, then the others.
    pub fn order(&self, case: &CaseFile) -> Vec<&Person> {
        let circle = self.circle(case);
        let leads = circle.iter().copied().filter(|person| person.role == Role::Lead);
        let contacts = [1, 2, 0].into_iter().filter_map(|n| self.contact(n));
        let contacts = contacts.filter(|person| self.may_know(person.id, case));
        let mut order: Vec<&Person> = Vec::new();
        for person in self.responsible(case).into_iter().chain(leads).chain(contacts).chain(circle.clone()) {
            if !order.iter().any(|known| known.chat == person.chat) {
                order.push(person);
            }
        }
        order
    }

    /// Who is turned to next, after those chats that do not take it: somebody who can be reached.
    pub fn next(&self, case: &CaseFile, tried: &[ChatId]) -> Option<&Person> {
        let open = |person: &&Person| person.reach == Reach::Reachable && !tried.contains(&person.chat);
        self.order(case).into_iter().find(open)
    }

    /// Whom a rung tells in their private chats. A contact who is only a number is named to the responsible ones.
    pub fn told(&self, case: &CaseFile, rung: Rung) -> Vec<&Person> {
        match rung {
            Rung::Digest | Rung::Everyone => Vec::new(),
            Rung::Coordinator | Rung::Overdue => self.responsible(case),
            Rung::Lead => Self::heads(self.circle(case)),
            Rung::UrgentContact(n) => {
                let known = self.urgent_contact(n).filter(|person| self.may_know(person.id, case));
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
        let outside = self.contacts.iter().filter(|(position, _)| *position == 0);
        let outside = outside.filter(|_| self.review(case) == Some(Review::Outside));
        let due = outside.chain(self.urgent_places().take(usize::try_from(rungs).unwrap_or_default()));
        due.filter_map(|(_, contact)| match contact {
            Contact::Words(words) => Some(words.clone()),
            Contact::Person(_) => None,
        })
        .collect()
    }

    /// The urgent contacts in their order; the place of who is gone may be empty.
    fn urgent_places(&self) -> impl Iterator<Item = &(i64, Contact)> {
        self.contacts.iter().filter(|(position, _)| *position > 0)
    }

    /// How many urgent contacts there are.
    pub fn urgent_contacts(&self) -> u32 {
        u32::try_from(self.urgent_places().count()).unwrap_or_default()
    }

    /// The urgent contact who is told after so many others, if she is in Lazo.
    fn urgent_contact(&self, before: u32) -> Option<&Person> {
        let (position, _) = self.urgent_places().nth(usize::try_from(before).ok()?)?;
        self.contact(*position)
    }

    /// Whether she is one of the urgent contacts.
    pub fn is_urgent_contact(&self, person: PersonId) -> bool {
        (1..=2).any(|n| self.contact(n).is_some_and(|it| it.id == person))
    }

    fn contact(&self, position: i64) -> Option<&Person> {
        let id = self.contacts.iter().find_map(|(at, contact)| match contact {
            Contact::Person(id) if *at == position => Some(*id),
            Contact::Person(_) | Contact::Words(_) => None,
        })?;
        self.contact_people.iter().find(|person| person.id == id)
    }
}
