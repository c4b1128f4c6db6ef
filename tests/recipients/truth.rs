//! What a history should have led to, kept by hand, by the rule as it is written down (spec relay §3).

use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::conversation::Phase;
use lazo::domain::id::ConversationId;
use std::collections::{BTreeMap, HashMap, HashSet};

/// An account, by a number of its own.
pub type Account = i64;
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

#[derive(Default)]
pub struct Truth {
    /// Live conversations, by id, and the accounts in each.
    pub pairs: BTreeMap<ConversationId, HashSet<Account>>,
    pub phases: HashMap<ConversationId, Phase>,
    pub blocked: HashSet<Account>,
    /// Copies that must arrive unless their conversation is closed first.
    pub owed: HashMap<Message, (ConversationId, HashSet<Account>)>,
    /// Messages whose writers were asked for whom they are.
    pub bundles: HashMap<Account, Vec<i64>>,
    choices: HashMap<Account, Choice>,
}

impl Truth {
    /// An account's live conversations.
    pub fn live(&self, who: Account) -> Vec<ConversationId> {
        self.pairs.iter().filter(|(_, members)| members.contains(&who)).map(|(id, _)| *id).collect()
    }

    pub fn begins(&mut self, id: ConversationId, members: HashSet<Account>) {
        self.pairs.insert(id, members);
        self.phases.insert(id, Phase::Active);
    }

    pub fn ends(&mut self, id: ConversationId) {
        self.pairs.remove(&id);
        self.owed.retain(|_, (pair, _)| *pair != id);
    }

    /// A circle goes on without her: what waits for her in it is not hers any more.
    pub fn leaves(&mut self, id: ConversationId, who: Account) {
        if let Some(members) = self.pairs.get_mut(&id) {
            members.remove(&who);
        }
        self.owed.retain(|_, (pair, readers)| {
            let waits = *pair == id && readers.remove(&who);
            !(waits && readers.is_empty())
        });
    }

    /// An explicit act: it counts for whoever has several.
    pub fn chose(&mut self, who: Account, conversation: ConversationId, at: DateTime<Utc>) {
        if self.live(who).len() > 1 {
            self.choices.insert(who, Choice { conversation, at, disturbed: false });
        }
    }

    /// A copy is on its way to somebody.
    pub fn reaches(&mut self, reader: Account, from: ConversationId) {
        if let Some(choice) = self.choices.get_mut(&reader) {
            choice.disturbed |= choice.conversation != from;
        }
    }

    fn owe(&mut self, (who, message): Message, conversation: ConversationId) {
        let readers: HashSet<Account> =
            self.pairs[&conversation].iter().copied().filter(|it| *it != who).collect();
        if !readers.is_empty() {
            self.owed.insert((who, message), (conversation, readers));
        }
    }

    /// Somebody writes, and says nothing about where.
    pub fn writes(&mut self, who: Account, message: i64, now: DateTime<Utc>) -> Goes {
        if let Some(bundle) = self.bundles.get_mut(&who) {
            bundle.push(message);
            return Goes::Asked;
        }
        let live = self.live(who);
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
            Goes::To(conversation) => self.owe((who, message), conversation),
            Goes::Asked => drop(self.bundles.insert(who, vec![message])),
            Goes::Nowhere => {}
        }
        goes
    }

    /// Somebody replies to a message of a conversation; of one she is not in any more, that says nothing.
    pub fn replies(
        &mut self,
        who: Account,
        message: i64,
        conversation: ConversationId,
        now: DateTime<Utc>,
    ) -> Goes {
        if !self.pairs.get(&conversation).is_some_and(|members| members.contains(&who)) {
            return self.writes(who, message, now);
        }
        self.owe((who, message), conversation);
        self.chose(who, conversation, now);
        Goes::To(conversation)
    }

    /// Somebody says for whom the held messages are; if that one is over, she is asked again.
    pub fn answers(&mut self, who: Account, conversation: ConversationId, now: DateTime<Utc>) -> bool {
        if !self.pairs.get(&conversation).is_some_and(|members| members.contains(&who)) {
            return false;
        }
        for message in self.bundles.remove(&who).unwrap_or_default() {
            self.owe((who, message), conversation);
        }
        self.chose(who, conversation, now);
        true
    }
}
