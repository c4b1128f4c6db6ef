//! What a history should have led to, kept by hand, by the rule as it is written down (spec relay §3 and §5).

use crate::circles::{Account, Circle, Circles, Part};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::conversation::Phase;
use lazo::domain::id::{ConversationId, PersonId};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A message, by its writer and its number in her chat.
pub type Message = (Account, i64);

/// Whom somebody chose to write to.
#[derive(Clone, Copy, Debug)]
struct Choice {
    conversation: ConversationId,
    at: DateTime<Utc>,
    disturbed: bool,
}

/// Where a message was to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    To(ConversationId),
    Asked,
    Nowhere,
}

/// Copies that must arrive unless something ends that first.
#[derive(Debug)]
pub struct Owed {
    pub conversation: ConversationId,
    /// Who of its writer's account wrote it.
    pub by: PersonId,
    pub readers: HashSet<Account>,
    /// It was written to several: whose it is must be said.
    pub named: bool,
    /// What it answers.
    pub answers: Option<Message>,
}

#[derive(Default)]
pub struct Truth {
    pub circles: Circles,
    pub blocked: HashSet<Account>,
    pub owed: BTreeMap<Message, Owed>,
    /// Messages whose writers were asked for whom they are.
    pub bundles: HashMap<Account, Vec<i64>>,
    /// Whom the team has asked something with buttons: her first message is nobody's unasked.
    pub asked_by_team: HashSet<PersonId>,
    choices: HashMap<Account, Choice>,
}

impl Truth {
    pub fn begins(&mut self, id: ConversationId, members: Vec<Part>) {
        let circle = Circle { phase: Phase::Active, members, seats: Vec::new(), former: Vec::new() };
        self.circles.live.insert(id, circle);
    }

    pub fn is(&mut self, id: ConversationId, phase: Phase) {
        // Nobody is told of a stop, so it changes nothing about whom somebody had chosen: what is written there waits.
        self.circles.live.entry(id).and_modify(|circle| circle.phase = phase);
    }

    pub fn ends(&mut self, id: ConversationId) {
        let ended = self.circles.live.remove(&id);
        self.owed.retain(|_, owed| owed.conversation != id);
        for part in ended.into_iter().flat_map(|circle| circle.members) {
            self.is_in_one_less(part);
        }
    }

    /// What somebody without any conversation writes can be for nobody in one.
    fn is_in_one_less(&mut self, part: Part) {
        if self.circles.of(part.account).is_empty() {
            self.asked_by_team.remove(&part.id);
        }
    }

    /// She leaves her programme: circles go on without her, pairs end, and nobody waits for her answer.
    pub fn leaves(&mut self, who: Part) {
        for (id, part) in self.circles.asked() {
            if part == who {
                self.circles.asked_no_more(id, who.id);
            }
        }
        for id in self.circles.of_part(who.id) {
            if self.circles.goes_on_without(id, who.id) {
                self.goes_out(id, who);
            } else {
                self.ends(id);
            }
        }
        self.asked_by_team.remove(&who.id);
        self.circles.gone.insert(who.id);
    }

    /// The team takes her out: what she wrote and nobody has yet stays with her.
    pub fn is_taken_out(&mut self, id: ConversationId, who: Part) {
        self.goes_out(id, who);
        self.owed.retain(|_, owed| (owed.conversation, owed.by) != (id, who.id));
    }

    /// It goes on without her: what waits for her in it is not hers any more.
    fn goes_out(&mut self, id: ConversationId, who: Part) {
        self.circles.goes_out(id, who.id);
        self.owed.retain(|_, owed| {
            let waits = owed.conversation == id && owed.readers.remove(&who.account);
            !(waits && owed.readers.is_empty())
        });
        self.is_in_one_less(who);
    }

    /// How many copies still wait in a conversation.
    pub fn waiting_in(&self, id: ConversationId) -> usize {
        self.owed.values().filter(|owed| owed.conversation == id).map(|owed| owed.readers.len()).sum()
    }

    /// An explicit act: it counts for whoever has several.
    /// Of one that rests she learns that it does, and nothing is chosen.
    pub fn chose(&mut self, who: Account, conversation: ConversationId, at: DateTime<Utc>) {
        if self.circles.live.get(&conversation).is_some_and(|circle| circle.phase != Phase::Active) {
            self.choices.remove(&who);
        } else if self.circles.of(who).len() > 1 {
            self.choices.insert(who, Choice { conversation, at, disturbed: false });
        }
    }

    /// Something of a conversation is on its way to somebody.
    pub fn reaches(&mut self, reader: Account, from: ConversationId) {
        if let Some(choice) = self.choices.get_mut(&reader) {
            choice.disturbed |= choice.conversation != from;
        }
    }

    fn owe(&mut self, (who, message): Message, conversation: ConversationId, answers: Option<Message>) {
        let Some(by) = self.circles.inside(conversation, who).map(|part| part.id) else { return };
        let members = self.circles.live[&conversation].members.iter().map(|part| part.account);
        let readers: HashSet<Account> = members.filter(|reader| *reader != who).collect();
        let named = readers.len() > 1;
        self.owed.insert((who, message), Owed { conversation, by, readers, named, answers });
    }

    /// Somebody writes, and says nothing about where.
    pub fn writes(&mut self, (who, message): Message, parts: &[Part], now: DateTime<Utc>) -> Goes {
        if let Some(bundle) = self.bundles.get_mut(&who) {
            bundle.push(message);
            return Goes::Asked;
        }
        let mut own = parts.iter().filter(|part| part.account == who).map(|part| part.id);
        if let Some(asked) = own.find(|part| self.asked_by_team.contains(part)) {
            self.asked_by_team.remove(&asked);
            self.bundles.insert(who, vec![message]);
            return Goes::Asked;
        }
        let live = self.circles.of(who);
        let fresh = |it: &&Choice| {
            !it.disturbed && now - it.at <= TimeDelta::minutes(30) && live.contains(&it.conversation)
        };
        let goes = match (live.as_slice(), self.choices.get(&who).filter(fresh)) {
            ([], _) => Goes::Nowhere,
            ([only], _) => Goes::To(*only),
            (_, Some(choice)) => Goes::To(choice.conversation),
            (_, None) => Goes::Asked,
        };
        match goes {
            Goes::To(conversation) => self.owe((who, message), conversation, None),
            Goes::Asked => drop(self.bundles.insert(who, vec![message])),
            Goes::Nowhere => {}
        }
        goes
    }

    /// Somebody replies to a message of a conversation; of one she is not in any more, that says nothing.
    pub fn replies(
        &mut self,
        (who, message): Message,
        (conversation, to): (ConversationId, Message),
        parts: &[Part],
        now: DateTime<Utc>,
    ) -> Goes {
        if self.circles.inside(conversation, who).is_none() {
            return self.writes((who, message), parts, now);
        }
        self.owe((who, message), conversation, Some(to));
        self.chose(who, conversation, now);
        Goes::To(conversation)
    }

    /// Somebody says for whom the held messages are; if that one is over, she is asked again. They are written to
    /// whoever is in it then.
    pub fn answers(&mut self, who: Account, conversation: ConversationId, now: DateTime<Utc>) -> bool {
        if self.circles.inside(conversation, who).is_none() {
            return false;
        }
        for message in self.bundles.remove(&who).unwrap_or_default() {
            self.owe((who, message), conversation, None);
        }
        self.chose(who, conversation, now);
        true
    }
}
