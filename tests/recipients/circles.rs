//! Who is with whom, kept by hand, by the rules as they are written down (spec programme, "Words" and "Joining and
//! matching"; spec relay §5).

use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::{ConversationId, PersonId, ProgrammeId};
use std::collections::{BTreeMap, HashSet};

/// An account, by a number of its own.
pub type Account = i64;

/// Most people in a circle, those who are asked included.
const MOST: usize = 12;
/// How many pairs each part has room for.
pub const PLACES: i64 = 3;

/// What somebody does in one programme. An account may have several parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: PersonId,
    pub account: Account,
    pub programme: ProgrammeId,
    pub side: Side,
}

/// A live pair or circle.
#[derive(Debug)]
pub struct Circle {
    pub phase: Phase,
    pub members: Vec<Part>,
    pub asked: Vec<Part>,
    /// Who was in it and is not any more.
    pub former: Vec<Part>,
}

/// All live pairs and circles, and who is in none any more.
#[derive(Default)]
pub struct Circles {
    pub live: BTreeMap<ConversationId, Circle>,
    pub gone: HashSet<PersonId>,
}

impl Circles {
    /// An account's conversations.
    pub fn of(&self, who: Account) -> Vec<ConversationId> {
        self.with(|part| part.account == who)
    }

    /// One part's conversations.
    pub fn of_part(&self, who: PersonId) -> Vec<ConversationId> {
        self.with(|part| part.id == who)
    }

    fn with(&self, is: impl Fn(&Part) -> bool) -> Vec<ConversationId> {
        self.live.iter().filter(|(_, circle)| circle.members.iter().any(&is)).map(|(id, _)| *id).collect()
    }

    /// Which part of an account is in a conversation.
    pub fn inside(&self, id: ConversationId, who: Account) -> Option<Part> {
        self.live.get(&id)?.members.iter().find(|part| part.account == who).copied()
    }

    /// Everybody who was asked to come in somewhere and has not answered.
    pub fn asked(&self) -> Vec<(ConversationId, Part)> {
        self.live.iter().flat_map(|(id, circle)| circle.asked.iter().map(|part| (*id, *part))).collect()
    }

    /// A pair is at least one mentee and one mentor: whether both sides have somebody without her.
    pub fn goes_on_without(&self, id: ConversationId, who: PersonId) -> bool {
        let stays = |side| self.live[&id].members.iter().any(|part| part.id != who && part.side == side);
        stays(Side::Mentee) && stays(Side::Mentor)
    }

    /// Whether somebody may come into a pair: one of its programme who has not left and has room for one more, not
    /// twice, not with two parts of an account, and never as the thirteenth.
    pub fn may_come_in(&self, id: ConversationId, who: Part) -> bool {
        let Some(circle) = self.live.get(&id) else { return false };
        let seated = || circle.members.iter().chain(&circle.asked);
        let elsewhere = self.of_part(who.id).len()
            + self.asked().iter().filter(|(there, part)| part.id == who.id && *there != id).count();
        // All members are of one programme.
        circle.members.iter().all(|part| part.programme == who.programme)
            && !self.gone.contains(&who.id)
            && seated().all(|part| part.account != who.account)
            && i64::try_from(elsewhere).unwrap() < PLACES
            && seated().count() < MOST
    }

    /// The team asks somebody in; `false` if she cannot come in.
    pub fn asks(&mut self, id: ConversationId, who: Part) -> bool {
        let may = self.may_come_in(id, who);
        if let Some(circle) = self.live.get_mut(&id).filter(|_| may) {
            circle.asked.push(who);
        }
        may
    }

    /// She is not asked any more, whatever she said; `false` if she was not.
    pub fn asked_no_more(&mut self, id: ConversationId, who: PersonId) -> bool {
        let Some(circle) = self.live.get_mut(&id) else { return false };
        let before = circle.asked.len();
        circle.asked.retain(|part| part.id != who);
        circle.asked.len() < before
    }

    /// She wants to come in: she is in from now on, unless she was not asked, or cannot any more.
    pub fn comes_in(&mut self, id: ConversationId, who: Part) -> bool {
        let may = self.asked_no_more(id, who.id) && self.may_come_in(id, who);
        if let Some(circle) = self.live.get_mut(&id).filter(|_| may) {
            circle.former.retain(|part| part.id != who.id);
            circle.members.push(who);
        }
        may
    }

    /// She is not in it any more, and it goes on.
    pub fn goes_out(&mut self, id: ConversationId, who: PersonId) {
        if let Some(circle) = self.live.get_mut(&id) {
            circle.former.extend(circle.members.extract_if(.., |part| part.id == who));
        }
    }
}
