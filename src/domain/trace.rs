//! A relayed message and its copies: what may still follow it, and what can be taken back.

use super::conversation::{Phase, Sort};
use super::heard::Kind;
use super::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, RoomId, SourceId};
use super::person::Reach;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What leads from a message to its copies is kept for so many days (programme, data protection).
pub const KEPT_DAYS: i64 = 90;

/// Bots can delete messages for this long (Telegram).
pub const DELETABLE: TimeDelta = TimeDelta::hours(48);

/// At least this long lies between two corrections of the same copy (spec relay §4).
const BETWEEN_EDITS: TimeDelta = TimeDelta::seconds(3);

/// Telegram dates changes in whole seconds by its own clock. A copy that arrived by ours so shortly before a change may
/// hold it.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::seconds(2);

/// A relayed message, and where its copies are.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// The ledger's row.
    pub source: SourceId,
    /// Who wrote it.
    pub author: PersonId,
    /// Where.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// The conversation it went to.
    pub conversation: ConversationId,
    /// What sort of conversation.
    pub sort: Sort,
    /// Where that stands.
    pub phase: Phase,
    /// The team reads along in it.
    pub supervised: bool,
    /// Its author is in the conversation now; in a talk with the team, she has not left that.
    pub author_in: bool,
    /// Until when its author is on a break, if she is.
    pub author_until: Option<DateTime<Utc>>,
    /// How many are in it now.
    pub members: i64,
    /// When it was written.
    pub heard_at: DateTime<Utc>,
    /// When it was last changed, by Telegram's date.
    pub edited_at: Option<DateTime<Utc>>,
    /// Its author took it back.
    pub gone: bool,
    /// The letter that tells its author who reacted.
    pub line: Option<LetterId>,
    /// Its copies, oldest first.
    pub copies: Vec<Traced>,
}

/// One copy.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Traced {
    /// The letter that is the copy.
    pub letter: LetterId,
    /// The chat it is in or goes to.
    pub lane: ChatId,
    /// Who reads it.
    pub reader: Option<PersonId>,
    /// Whether it is there.
    pub state: State,
    /// Its number there, if it is known.
    pub message: Option<MessageId>,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
    /// When it arrived.
    pub carried_at: Option<DateTime<Utc>>,
    /// A try of it may have arrived although no answer did.
    pub perhaps: bool,
    /// Where it is read along.
    pub room: Option<RoomId>,
    /// Its reader is in the conversation now.
    pub reader_in: bool,
    /// Whether its reader can be reached.
    pub reach: Reach,
    /// Until when its reader is on a break, if she is.
    pub until: Option<DateTime<Utc>>,
    /// A correction of it waits already.
    pub edit_waits: bool,
    /// Its reader cannot pass it on.
    pub protect: bool,
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// So many have it.
    pub reached: usize,
    /// Of so many.
    pub of: usize,
    /// A chat for which it still waits.
    pub waits: Option<ChatId>,
    /// Whoever does not have it cannot be reached.
    pub only_away: bool,
}

/// Where a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits for its turn.
    Queued,
    /// It is on its way.
    Sending,
    /// It arrived.
    Sent,
    /// It waits because somebody or the conversation is away.
    Held,
    /// It never left, or does not count any more.
    Withdrawn,
    /// It was refused.
    Failed,
}

impl Trace {
    /// The pair it belongs to is stopped for safety.
    pub fn is_stopped(&self) -> bool {
        self.phase == Phase::Held
    }

    /// Whether what its author does with it now still concerns others.
    pub fn is_open(&self) -> bool {
        let live = match self.sort {
            Sort::Pair => self.phase.is_live() && self.author_in,
            Sort::Team => self.author_in,
        };
        live && !self.gone
    }

    /// The copies that a correction must reach, each with whether the correction waits first. What has not left needs
    /// nothing: it is copied by reference, as it is then.
    pub fn to_correct(&self) -> Vec<(Traced, bool)> {
        if !self.is_open() {
            return Vec::new();
        }
        let left = self.copies.iter().filter(|copy| matches!(copy.state, State::Sending | State::Sent));
        left.filter(|copy| copy.reader_in && !copy.edit_waits).map(|copy| (*copy, self.keeps(copy))).collect()
    }

    /// Whether what follows a copy waits.
    pub fn keeps(&self, copy: &Traced) -> bool {
        let pair = self.sort == Sort::Pair;
        copy.reach != Reach::Reachable
            || (pair && (self.phase != Phase::Active || self.author_until.or(copy.until).is_some()))
    }

    /// What a correction follows as a message of its own, because nothing that arrived is replaced: of each reader's copies
    /// the newest, if it has left. One that has not left goes as it is then.
    pub fn to_follow(&self) -> Vec<(Traced, bool)> {
        let mut newest: BTreeMap<ChatId, Traced> = BTreeMap::new();
        let open = |copy: &&Traced| !matches!(copy.state, State::Withdrawn | State::Failed);
        newest.extend(self.copies.iter().filter(open).map(|copy| (copy.lane, *copy)));
        let last = |copy: Traced| newest.get(&copy.lane).is_some_and(|last| last.letter == copy.letter);
        self.to_correct().into_iter().filter(|(copy, _)| last(*copy)).collect()
    }

    /// Whether nothing is known of a change after a copy of it was posted.
    pub fn is_as_posted(&self, copy: &Traced) -> bool {
        self.edited_at.is_none_or(|at| at + CLOCKS_DIFFER < copy.posted_at)
    }

    /// Whether a chat's owner can be shown a reaction now.
    pub fn shows_reactions(&self, chat: ChatId) -> bool {
        let active = self.is_open() && (self.sort == Sort::Team || self.phase == Phase::Active);
        let copy = self.copies.iter().find(|copy| copy.lane == chat);
        let away = self.sort == Sort::Pair && self.author_until.is_some();
        active && !away && (chat == self.chat || copy.is_some_and(|copy| copy.reader_in && !self.keeps(copy)))
    }

    /// How many of the readers who are in the conversation now have it.
    pub fn reached(&self) -> Reached {
        let mut readers: BTreeMap<ChatId, (bool, bool)> = BTreeMap::new();
        // Whoever is on a break will have it, and that she is on one is hers to tell.
        let on_break = |copy: &Traced| copy.until.is_some() && copy.state == State::Held;
        let counts = self.copies.iter().filter(|copy| copy.reader_in && copy.state != State::Withdrawn);
        let counts = counts.filter(|copy| !on_break(copy));
        for copy in counts {
            let (has, waits) = readers.entry(copy.lane).or_default();
            *has |= copy.state == State::Sent;
            *waits |= matches!(copy.state, State::Queued | State::Sending | State::Held);
        }
        let without = readers.iter().filter(|(_, (has, _))| !has);
        let away = |lane| {
            let mut copies = self.copies.iter().filter(|copy| copy.lane == lane);
            copies.all(|copy| copy.state == State::Held && copy.reach != Reach::Reachable)
        };
        Reached {
            reached: readers.values().filter(|(has, _)| *has).count(),
            of: readers.len(),
            waits: without.clone().find(|(_, (_, waits))| *waits).map(|(lane, _)| *lane),
            only_away: without.clone().count() > 0 && without.clone().all(|(lane, _)| away(*lane)),
        }
    }

    /// Whether a copy of it arrived, or may have, or still can.
    pub fn has_left(&self) -> bool {
        let left = |copy: &Traced| copy.perhaps || matches!(copy.state, State::Sending | State::Sent);
        self.copies.iter().any(left)
    }

    /// More than two are in it.
    pub fn in_circle(&self) -> bool {
        self.sort == Sort::Pair && self.members > 2
    }

    /// Whether a copy of it left and cannot be deleted any more.
    pub fn is_beyond_reach(&self, now: DateTime<Utc>) -> bool {
        let left = self.copies.iter().filter(|copy| copy.state == State::Sent);
        left.filter_map(|copy| copy.carried_at).any(|at| !deletable(at, now))
    }
}

impl Traced {
    /// Whether it may hold a change that its message's author made then. A copy by reference takes the newest words at the
    /// moment in which Telegram makes it, so only one that arrived before is certain; without a date none is.
    pub fn may_hold(&self, changed_at: Option<DateTime<Utc>>) -> bool {
        let since = |at: DateTime<Utc>| changed_at.is_none_or(|changed| at + CLOCKS_DIFFER >= changed);
        match (self.state, self.carried_at) {
            (State::Sending, _) => true,
            (State::Sent, arrived) => arrived.is_none_or(since),
            // It arrived, and was replaced or deleted since: somebody may have read it.
            (State::Withdrawn, arrived) if self.message.is_some() => {
                self.perhaps || arrived.is_none_or(since)
            }
            (State::Queued | State::Held | State::Withdrawn | State::Failed, _) => self.perhaps,
        }
    }
}

/// Whether a message that was sent then can still be deleted by the bot.
pub fn deletable(sent: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - sent < DELETABLE
}

/// When the next correction may be posted: the last edit wins, and they keep their distance.
pub fn next_correction(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    last.map_or(now, |last| (last + BETWEEN_EDITS).max(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trace(copies: &[(i64, State, Reach, bool)]) -> Trace {
        let copy = |(lane, state, reach, reader_in): &(i64, State, Reach, bool)| Traced {
            letter: LetterId(*lane),
            lane: ChatId(*lane),
            reader: Some(PersonId(*lane)),
            state: *state,
            message: None,
            posted_at: DateTime::UNIX_EPOCH,
            carried_at: None,
            perhaps: false,
            room: None,
            reader_in: *reader_in,
            reach: *reach,
            until: None,
            edit_waits: false,
            protect: false,
        };
        Trace {
            source: SourceId(1),
            author: PersonId(0),
            chat: ChatId(0),
            message: MessageId(1),
            kind: Kind::Text,
            conversation: ConversationId(1),
            sort: Sort::Pair,
            phase: Phase::Active,
            supervised: false,
            author_in: true,
            author_until: None,
            members: 5,
            heard_at: DateTime::UNIX_EPOCH,
            edited_at: None,
            gone: false,
            line: None,
            copies: copies.iter().map(copy).collect(),
        }
    }

    #[test]
    fn who_is_in_the_circle_counts_once_however_many_copies_there_are() {
        let here = Reach::Reachable;
        let it = trace(&[
            (1, State::Sent, here, true),
            (1, State::Sent, here, true),
            (2, State::Withdrawn, here, true),
            (2, State::Sent, here, true),
            (3, State::Held, Reach::Blocked, true),
            (4, State::Sent, here, false),
            (5, State::Withdrawn, here, true),
        ]);
        let expected = Reached { reached: 2, of: 3, waits: Some(ChatId(3)), only_away: true };
        assert_eq!(it.reached(), expected);
    }

    #[test]
    fn a_copy_is_certain_only_if_it_arrived_well_before_the_change() {
        let second = |n| DateTime::UNIX_EPOCH + TimeDelta::seconds(n);
        let copy = |state, carried_at| Traced {
            state,
            carried_at,
            ..trace(&[(1, State::Sent, Reach::Reachable, true)]).copies[0]
        };
        let changed = Some(second(100));
        assert!(!copy(State::Sent, Some(second(97))).may_hold(changed));
        for at in [98, 100, 500] {
            assert!(copy(State::Sent, Some(second(at))).may_hold(changed), "{at}");
        }
        assert!(copy(State::Sent, Some(second(1))).may_hold(None), "nobody knows when it was changed");
        assert!(copy(State::Sending, None).may_hold(changed));
        for state in [State::Queued, State::Held, State::Withdrawn, State::Failed] {
            assert!(!copy(state, None).may_hold(changed), "{state:?}: it never left");
            let perhaps = Traced { perhaps: true, ..copy(state, None) };
            assert!(perhaps.may_hold(changed), "{state:?}: an answer was lost");
        }
        for (at, may) in [(97, false), (98, true), (500, true)] {
            let replaced = Traced { message: Some(MessageId(3)), ..copy(State::Withdrawn, Some(second(at))) };
            assert_eq!(replaced.may_hold(changed), may, "it was there, {at}");
        }
    }

    #[test]
    fn a_correction_follows_the_newest_copy_that_has_left_and_waits_for_one_that_has_not() {
        let here = Reach::Reachable;
        let mut it = trace(&[(1, State::Sent, here, true), (2, State::Sent, here, true)]);
        let follows = |it: &Trace| it.to_follow().iter().map(|(copy, _)| copy.letter.0).collect::<Vec<_>>();
        assert_eq!(follows(&it), [1, 2]);
        let fresh = |state| Traced { letter: LetterId(9), state, ..it.copies[0] };
        let (sent, queued, gone) = (fresh(State::Sent), fresh(State::Queued), fresh(State::Withdrawn));
        it.copies.push(sent);
        assert_eq!(follows(&it), [2, 9]);
        it.copies[2] = queued;
        assert_eq!(follows(&it), [2]);
        it.copies[2] = gone;
        assert_eq!(follows(&it), [1, 2]);
    }

    #[test]
    fn only_who_cannot_be_reached_makes_an_episode() {
        let with = |state, reach| {
            trace(&[(1, State::Sent, Reach::Reachable, true), (2, state, reach, true)]).reached()
        };
        assert!(with(State::Held, Reach::Gone).only_away);
        for (state, reach) in [
            (State::Failed, Reach::Reachable),
            (State::Queued, Reach::Reachable),
            (State::Held, Reach::Reachable),
            (State::Sent, Reach::Reachable),
        ] {
            assert!(!with(state, reach).only_away, "{state:?}");
        }
        assert_eq!(with(State::Failed, Reach::Reachable).waits, None);
    }
}
