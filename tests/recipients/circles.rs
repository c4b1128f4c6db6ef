//! Who is with whom, kept by hand, by the rules as they are written down (spec programme, "Words" and "Joining"; spec
//! relay §5).

use chrono::{DateTime, Utc};
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

/// Somebody who is to come into a pair: first everybody in it is asked, then she; she comes in with everybody's yes.
#[derive(Debug)]
pub struct Seat {
    pub who: Part,
    pub since: DateTime<Utc>,
    /// Members who have not said that it is all right.
    pub open: HashSet<PersonId>,
    /// She has said yes.
    pub willing: bool,
}

/// A live pair or circle.
#[derive(Debug)]
pub struct Circle {
    pub phase: Phase,
    pub members: Vec<Part>,
    pub seats: Vec<Seat>,
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

    /// Everybody who is to come in somewhere, and has not.
    pub fn asked(&self) -> Vec<(ConversationId, Part)> {
        self.live.iter().flat_map(|(id, circle)| circle.seats.iter().map(|seat| (*id, seat.who))).collect()
    }

    /// Somebody's seat in a pair she is to come into.
    pub fn seat(&self, id: ConversationId, who: PersonId) -> Option<&Seat> {
        self.live.get(&id)?.seats.iter().find(|seat| seat.who.id == who)
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
        let seated = || circle.members.iter().chain(circle.seats.iter().map(|seat| &seat.who));
        let elsewhere = self.of_part(who.id).len()
            + self.asked().iter().filter(|(there, part)| part.id == who.id && *there != id).count();
        // All members are of one programme. While a conversation rests, nobody is asked anything.
        circle.phase == Phase::Active
            && circle.members.iter().all(|part| part.programme == who.programme)
            && !self.gone.contains(&who.id)
            && seated().all(|part| part.account != who.account)
            && i64::try_from(elsewhere).unwrap() < PLACES
            && seated().count() < MOST
    }

    /// The team wants somebody in; `false` if she cannot come in.
    pub fn asks(&mut self, id: ConversationId, who: Part, since: DateTime<Utc>) -> bool {
        let may = self.may_come_in(id, who);
        if let Some(circle) = self.live.get_mut(&id).filter(|_| may) {
            let open = circle.members.iter().map(|part| part.id).collect();
            circle.seats.push(Seat { who, since, open, willing: false });
        }
        may
    }

    /// She is not to come in any more, whatever she said; `false` if she was not.
    pub fn asked_no_more(&mut self, id: ConversationId, who: PersonId) -> bool {
        let Some(circle) = self.live.get_mut(&id) else { return false };
        let before = circle.seats.len();
        circle.seats.retain(|seat| seat.who.id != who);
        circle.seats.len() < before
    }

    /// It is all right for a member that somebody comes in.
    pub fn agrees(&mut self, id: ConversationId, who: PersonId, member: PersonId) {
        for seat in self.live.get_mut(&id).into_iter().flat_map(|circle| &mut circle.seats) {
            if seat.who.id == who {
                seat.open.remove(&member);
            }
        }
    }

    /// She wants to come in.
    pub fn is_willing(&mut self, id: ConversationId, who: PersonId) {
        for seat in self.live.get_mut(&id).into_iter().flat_map(|circle| &mut circle.seats) {
            seat.willing |= seat.who.id == who;
        }
    }

    /// Who comes into a pair now: everybody has said yes, and she still can. Each comes with whether she was in it before.
    pub fn come_in(&mut self, id: ConversationId) -> Vec<(Part, bool)> {
        let mut came = Vec::new();
        while let Some(who) = self.next_in(id) {
            self.asked_no_more(id, who.id);
            let may = self.may_come_in(id, who);
            let Some(circle) = self.live.get_mut(&id).filter(|_| may) else { continue };
            came.push((who, circle.former.contains(&who)));
            circle.former.retain(|part| part.id != who.id);
            circle.members.push(who);
            // Who comes in first is asked about the others.
            for seat in &mut circle.seats {
                seat.open.insert(who.id);
            }
        }
        came
    }

    fn next_in(&self, id: ConversationId) -> Option<Part> {
        let circle = self.live.get(&id).filter(|circle| circle.phase == Phase::Active)?;
        let ready = circle.seats.iter().filter(|seat| seat.willing && seat.open.is_empty());
        ready.map(|seat| seat.who).min_by_key(|part| (part.side == Side::Mentor, part.id))
    }

    /// She is not in it any more, and it goes on. Nobody waits for her yes.
    pub fn goes_out(&mut self, id: ConversationId, who: PersonId) {
        if let Some(circle) = self.live.get_mut(&id) {
            circle.former.extend(circle.members.extract_if(.., |part| part.id == who));
            for seat in &mut circle.seats {
                seat.open.remove(&who);
            }
        }
    }
}
