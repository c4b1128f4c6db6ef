//! Everything that is needed to tell of a set of cases: the cases, who may know, the pairs and people they are about.

use super::claims;
use crate::domain::case::{
    Called, Card, CaseFile, Details, Meant, MeantLine, Note, Outcome, Party, ReportedBy, Seat, State, Step,
    Team,
};
use crate::domain::circle::seated;
use crate::domain::clocks::Rung;
use crate::domain::conversation::{Conversation, Member, Side};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, PersonId, ProgrammeId};
use crate::domain::letter::To;
use crate::domain::person::{Person, Role};
use crate::domain::presence::Present;
use crate::domain::programme::Programme;
use crate::domain::safety::{Reached, concerned};
use crate::handlers::upkeep;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

/// So many of the last talks about a case stand on its card.
const CALLS: usize = 3;

/// Cases and all they refer to.
#[derive(Default)]
pub(super) struct Room {
    /// The cases, in the order asked for.
    pub(super) cases: Vec<CaseFile>,
    /// Where their cards hang.
    pub(super) cards: Vec<(CaseId, ChatId, LetterId)>,
    programmes: HashMap<ProgrammeId, (Programme, Team)>,
    pairs: HashMap<ConversationId, Conversation>,
    people: HashMap<PersonId, Person>,
    calls: Vec<(CaseId, Called)>,
    named: Vec<(CaseId, PersonId)>,
    seats: Vec<(CaseId, Seat)>,
    present: HashMap<ChatId, Present>,
}

impl Room {
    /// Reads cases and all they refer to.
    pub(super) async fn of(tx: &mut Tx, ids: &[CaseId]) -> Result<Self> {
        let (cases, cards, calls) = (tx.cases(ids).await?, tx.cards(ids).await?, tx.calls(ids).await?);
        let named = tx.named(ids).await?;
        let seats = seats(tx, &named, ids).await?;
        let mut room = Self { cases, cards, calls, named, seats, ..Self::default() };
        let pairs = distinct(room.cases.iter().flat_map(concerned));
        for pair in tx.conversations(&pairs).await? {
            room.pairs.insert(pair.id, pair);
        }
        let members = room.pairs.values().flat_map(|pair| pair.members.iter().map(|member| member.person));
        let named = room.cases.iter().flat_map(|case| [case.person, case.owner, case.resolved_by]);
        let reporters = room.cases.iter().flat_map(reported_by);
        let accused = room.cases.iter().flat_map(|case| case.meant.iter().filter_map(|it| somebody(*it)));
        let people = distinct(members.chain(named.flatten()).chain(reporters).chain(accused));
        for person in tx.persons(&people).await? {
            room.people.insert(person.id, person);
        }
        for id in distinct(room.cases.iter().map(|case| case.programme)) {
            let team = room.team_of(tx, id).await?;
            let mut programme = tx.programme(id).await?;
            if let Some(group) = programme.group {
                room.present.insert(group, tx.present(group).await?);
                // While it does not take what it should, or somebody who has left the team is in it, it is as if there were none.
                if tx.is_refusing(group).await? || tx.holds_former(group).await? {
                    programme.group = None;
                }
            }
            room.programmes.insert(id, (programme, team));
        }
        room.keep_secrets();
        Ok(room)
    }

    /// Cards of what some must not know of change only where somebody reads them who may; who is set aside has nothing new
    /// on her desk.
    fn keep_secrets(&mut self) {
        let Self { cases, cards, programmes, .. } = self;
        for case in cases {
            let Some((_, team)) = programmes.get(&case.programme) else { continue };
            if team.is_secret(case) {
                let knows = |chat| team.in_chat(chat).is_some_and(|it| team.may_know(it.id, case));
                cards.retain(|(of, chat, _)| *of != case.id || knows(*chat));
            }
            let aside = case.coordinator.is_some_and(|id| team.is_set_aside(id, case));
            case.coordinator = case.coordinator.filter(|_| !aside);
        }
    }

    /// The accounts a case is about.
    pub(super) fn accounts(&self, case: &CaseFile) -> Vec<ChatId> {
        let team = self.programme(case).map(|(_, team)| team);
        let inside = team.into_iter().flat_map(|team| &team.inside);
        inside.filter(|(of, _)| *of == case.id).map(|(_, chat)| *chat).collect()
    }

    /// The group in which a case hangs: one that takes it, whose members may all know of it, and of which nobody it is
    /// about is a member.
    pub(super) fn group(&self, case: &CaseFile) -> Option<ChatId> {
        let (programme, team) = self.programme(case)?;
        let group = programme.group.filter(|_| !team.is_secret(case))?;
        Some(group).filter(|_| !self.is_among_them(case))
    }

    /// Whether somebody a case is about is, or may be, in the programme's group.
    pub(super) fn is_among_them(&self, case: &CaseFile) -> bool {
        let group = self.programme(case).and_then(|(programme, _)| programme.group);
        let present = group.and_then(|group| self.present.get(&group));
        present.is_some_and(|present| present.any(&self.accounts(case)))
    }

    /// The accounts about which the group must be asked before a case's card hangs there.
    pub(super) fn unasked(&self, case: &CaseFile, group: ChatId, now: DateTime<Utc>) -> Vec<ChatId> {
        self.present.get(&group).map(|present| present.unasked(&self.accounts(case), now)).unwrap_or_default()
    }

    async fn team_of(&self, tx: &mut Tx, programme: ProgrammeId) -> Result<Team> {
        let (contacts, contact_people) = upkeep::contacts(tx, programme).await?;
        let named = |case: &CaseFile| {
            let named = case.meant.iter().filter_map(|meant| somebody(*meant));
            named.chain(case.person).collect::<Vec<_>>()
        };
        let accused = distinct(self.cases.iter().flat_map(named));
        let accused = accused.into_iter().filter_map(|id| self.people.get(&id));
        let by = |case: &CaseFile| Some((case.id, self.people.get(&case.person?)?.chat));
        let mut inside: Vec<(CaseId, ChatId)> = Vec::new();
        for case in &self.cases {
            inside.extend(self.members(case).map(|member| (case.id, member.chat)));
            let person = case.person.and_then(|id| self.people.get(&id));
            inside.extend(person.map(|person| (case.id, person.chat)));
        }
        let staff = tx.staff(programme).await?;
        inside.extend(self.partners(tx, &staff).await?);
        Ok(Team {
            inside,
            by: self.cases.iter().filter_map(by).collect(),
            claims: claims::in_programme(tx, programme).await?,
            staff,
            contact_people,
            accused: accused.filter(|person| person.role.is_staff()).cloned().collect(),
            contacts,
        })
    }

    /// Who of the team is in a pair with whoever a case is about, where it names no pair.
    async fn partners(&self, tx: &mut Tx, staff: &[Person]) -> Result<Vec<(CaseId, ChatId)>> {
        let alone = self.cases.iter().filter(|case| case.conversation.is_none());
        let chat = |case: &CaseFile| Some((case.id, self.people.get(&case.person?)?.chat));
        let alone: Vec<(CaseId, ChatId)> = alone.filter_map(chat).collect();
        if alone.is_empty() {
            return Ok(Vec::new());
        }
        let live = tx.live_in(&distinct(alone.iter().map(|(_, chat)| *chat))).await?;
        let pairs = tx.conversations(&distinct(live.iter().map(|(.., pair)| *pair))).await?;
        let works = |chat: ChatId| staff.iter().any(|it| it.chat == chat);
        let mut inside = Vec::new();
        for (case, own) in alone {
            let hers = |pair: &&Conversation| live.iter().any(|(chat, _, id)| *chat == own && *id == pair.id);
            let others = pairs.iter().filter(hers).flat_map(Conversation::active).map(|member| member.chat);
            inside.extend(others.filter(|chat| *chat != own && works(*chat)).map(|chat| (case, chat)));
        }
        Ok(inside)
    }

    /// The programme of a case, and who may know of it.
    pub(super) fn programme(&self, case: &CaseFile) -> Option<&(Programme, Team)> {
        self.programmes.get(&case.programme)
    }

    /// The pair a case is about.
    pub(super) fn pair(&self, case: &CaseFile) -> Option<&Conversation> {
        self.pairs.get(&case.conversation?)
    }

    /// Whoever is in the pairs a case is about.
    fn members(&self, case: &CaseFile) -> impl Iterator<Item = &Member> {
        concerned(case).into_iter().filter_map(|id| self.pairs.get(&id)).flat_map(|pair| &pair.members)
    }

    /// The same without those whom it only touched: she said that they are fine, and their pair is open.
    fn others(&self, case: &CaseFile) -> impl Iterator<Item = &Member> {
        let about = |pair: &&Conversation| Some(pair.id) == case.conversation || pair.phase.is_stopped();
        let pairs = concerned(case).into_iter().filter_map(|id| self.pairs.get(&id)).filter(about);
        pairs.flat_map(|pair| &pair.members)
    }

    /// Somebody who has just become part of it.
    pub(super) fn know(&mut self, person: &Person) {
        self.people.insert(person.id, person.clone());
    }

    /// A talk that was just written down.
    pub(super) fn called(&mut self, case: CaseId, call: Called) {
        self.calls.push((case, call));
    }

    /// Somebody's name.
    pub(super) fn alias(&self, id: Option<PersonId>) -> Option<String> {
        self.people.get(&id?).map(|person| person.alias.clone())
    }

    /// Whom a letter about a case is for in a chat: whoever of the team it is, or the group.
    pub(super) fn to(&self, case: &CaseFile, chat: ChatId) -> To {
        let person = self.programme(case).and_then(|(_, team)| team.in_chat(chat));
        person.map_or_else(|| chat.into(), To::from)
    }

    /// The chats in which a case has a card.
    pub(super) fn hung(&self, case: CaseId) -> impl Iterator<Item = (ChatId, LetterId)> + '_ {
        self.cards.iter().filter(move |(of, ..)| *of == case).map(|(_, chat, letter)| (*chat, *letter))
    }

    /// Who reads what the person writes whose case it is.
    pub(super) fn readers(&self, case: &CaseFile) -> Vec<&Person> {
        let Some((_, team)) = self.programme(case) else { return Vec::new() };
        let owner = case.owner.filter(|_| case.acknowledged_at.is_some());
        let knows = |person: &&Person| team.may_know(person.id, case);
        if let Some(owner) = owner.and_then(|owner| team.member(owner)).filter(knows) {
            return vec![owner];
        }
        let rung = self.hung(case.id).filter_map(|(chat, _)| team.in_chat(chat));
        let rung: Vec<&Person> = rung.filter(|person| team.may_know(person.id, case)).collect();
        if rung.is_empty() { team.responsible(case) } else { rung }
    }

    /// A case's card as it looks in a chat: in the group without names, details only for those who may know.
    pub(super) fn card(
        &self,
        case: &CaseFile,
        to: ChatId,
        (note, step): (Note, Step),
        now: DateTime<Utc>,
    ) -> Card {
        // Of one that was unfounded nobody reads any more whom it was about.
        let tells = case.outcome != Some(Outcome::Unfounded) && self.reads_details(case, to);
        let mut details = tells.then(|| self.details(case, now));
        let led = |(_, team): &(Programme, Team)| team.told(case, Rung::Lead).iter().any(|it| it.chat == to);
        if let Some(details) = details.as_mut().filter(|_| self.programme(case).is_some_and(led)) {
            let here = self.seats.iter().filter(|(of, _)| *of == case.id);
            details.seats = here.map(|(_, seat)| seat.clone()).collect();
        }
        let step = if details.is_some() { step } else { step.nameless() };
        Card {
            case: case.id,
            severity: case.severity,
            kind: case.kind,
            opened_at: case.opened_at,
            state: self.state(case),
            note,
            details,
            step,
            possible: case.possible(self.pair(case).map(|pair| pair.phase)),
        }
    }

    /// Staff and, for a case about the lead, the contact outside the team.
    fn reads_details(&self, case: &CaseFile, to: ChatId) -> bool {
        let reader = self.programme(case).and_then(|(_, team)| {
            team.in_chat(to).filter(|reader| team.circle(case).iter().any(|it| it.id == reader.id))
        });
        reader.is_some()
    }

    fn state(&self, case: &CaseFile) -> State {
        let owner = || self.alias(case.owner).unwrap_or_default();
        match (case.outcome, case.acknowledged_at, case.snoozed_until) {
            (Some(outcome), _, _) => State::Resolved(outcome, self.alias(case.resolved_by)),
            (None, _, Some(until)) => State::Resting(owner(), until),
            (None, Some(_), None) => State::Taken(owner()),
            (None, None, None) => self.alias(case.owner).map_or(State::Open, State::For),
        }
    }

    fn meant(&self, meant: Meant) -> MeantLine {
        match meant {
            Meant::Somebody(id) => MeantLine::Somebody(self.alias(Some(id)).unwrap_or_default()),
            Meant::Lead => MeantLine::Lead,
            Meant::Unsaid => MeantLine::Unsaid,
        }
    }

    fn details(&self, case: &CaseFile, now: DateTime<Utc>) -> Details {
        let team = self.programme(case).map(|(_, team)| team);
        let person = case.person.and_then(|id| self.people.get(&id));
        let inside = |member: &&Member| person.is_some_and(|person| person.chat == member.chat);
        let calls: Vec<&Called> =
            self.calls.iter().filter(|(of, _)| *of == case.id).map(|(_, call)| call).collect();
        let seated = |member: &Member| {
            let person = self.people.get(&member.person)?;
            Some(Party { side: member.side, ..party(person) })
        };
        let hers = self.members(case).find(|member| Some(member.person) == case.person);
        // What she has said in this case comes before what she wishes on every day.
        let said = |it: Party| {
            let of_call = case.tried.iter().any(|fact| Reached::FACTS.contains(&fact.as_str()));
            Party { write_only: it.write_only && !of_call, ..it }
        };
        Details {
            about: hers.and_then(seated).or(person.map(party)).map(said),
            pair: self.others(case).filter(|member| !inside(member)).filter_map(seated).collect(),
            named: self
                .others(case)
                .filter(|it| self.named.contains(&(case.id, it.person)))
                .filter_map(seated)
                .collect(),
            by: reported_by(case).filter_map(|id| self.people.get(&id)).map(party).collect(),
            since: case.since,
            due: case.due,
            tried: case.tried.clone(),
            calls: calls.into_iter().rev().take(CALLS).rev().cloned().collect(),
            ring: team.map(|team| team.to_ring(case, case.contacts_due(now))).unwrap_or_default(),
            meant: case.meant.iter().map(|meant| self.meant(*meant)).collect(),
            seats: Vec::new(),
        }
    }
}

/// Where else those sit whom cases are about.
async fn seats(tx: &mut Tx, named: &[(CaseId, PersonId)], ids: &[CaseId]) -> Result<Vec<(CaseId, Seat)>> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let found = tx.seats_of_named(ids).await?;
    let pairs = tx.conversations(&distinct(found.iter().map(|(_, pair, _)| *pair))).await?;
    let seat = |(case, pair, asked): &(CaseId, ConversationId, bool)| {
        let pair = pairs.iter().find(|it| it.id == *pair)?;
        Some((*case, Seat { members: seated(pair).map(|it| it.alias.clone()).collect(), asked: *asked }))
    };
    Ok(found.iter().filter_map(seat).collect())
}

fn somebody(meant: Meant) -> Option<PersonId> {
    match meant {
        Meant::Somebody(id) => Some(id),
        Meant::Lead | Meant::Unsaid => None,
    }
}

fn party(person: &Person) -> Party {
    let side = match person.role {
        Role::Mentee => Side::Mentee,
        Role::Mentor => Side::Mentor,
        Role::Coordinator | Role::Lead => Side::Team,
    };
    let write_only = person.profile.write_only();
    Party { alias: person.alias.clone(), side, file_number: person.file_number.clone(), write_only }
}

fn reported_by(case: &CaseFile) -> impl Iterator<Item = PersonId> + '_ {
    case.tried.iter().filter_map(|fact| ReportedBy::read(fact)).map(|by| by.0)
}

fn distinct<T: Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<HashSet<_>>().into_iter().collect()
}
