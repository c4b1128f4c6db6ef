//! Breaks and stops: who is away, for whom a conversation rests, and how long what was written waits (`programme.md`,
//! breaks and stops).

use super::conversation::{Circle, Conversation, Member, Phase, Recipient, Side};
use super::id::{ChatId, PersonId};
use super::person::{Away, Reach};
use chrono::{DateTime, TimeDelta, Utc};

/// What is written in a stop waits at most so long: as long as the longest break that is offered.
pub const RESTS_DAYS: i64 = 28;

/// How many weeks a break can last.
pub const WEEKS: [i64; 3] = [1, 2, RESTS_DAYS / 7];

/// What waits for somebody who cannot be reached waits at most so long (spec relay §6).
pub const HELD_DAYS: i64 = 7;

stored! {
    /// What a writer is told with her copies, once an episode: its name is kept in the ledger.
    pub enum Notice {
        /// Silence means delivered.
        First = "first",
        /// At the moment it cannot be delivered.
        Unreachable = "unreachable",
        /// The conversation rests: whatever stops it.
        Rests = "rests",
        /// The other takes a break, as she was told, and until when.
        Break = "break",
        /// She is on a break of her own.
        Own = "own",
    }
}

/// Messages of one writer that wait for one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// When the first of them was written.
    pub oldest: DateTime<Utc>,
    /// The reader cannot be reached, since then.
    pub unreachable: Option<DateTime<Utc>>,
    /// Nothing but a break keeps them: its reader's, or its writer's own.
    pub on_break: bool,
}

impl Held {
    /// When the first of them becomes too old; what only a break keeps never does, for the break ends.
    pub fn until(&self) -> Option<DateTime<Utc>> {
        let longest = self.oldest + TimeDelta::days(RESTS_DAYS);
        match self.unreachable {
            Some(since) => Some(longest.min(self.oldest.max(since) + TimeDelta::days(HELD_DAYS))),
            None if self.on_break => None,
            None => Some(longest),
        }
    }

    /// What was written then or before is too old by now.
    pub fn too_old(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        match self.unreachable {
            Some(since) if since + TimeDelta::days(HELD_DAYS) <= now => now - TimeDelta::days(HELD_DAYS),
            Some(_) | None => now - TimeDelta::days(RESTS_DAYS),
        }
    }
}

impl Circle {
    /// Whether it rests for the one who writes: it is stopped, or everybody else is on a break.
    pub fn rests(&self) -> bool {
        self.phase != Phase::Active || away(&self.others).count() == self.others.len()
    }

    /// Until when all the others are on a break she knows of: what is for the first of them to come back arrives then.
    pub fn told_until(&self) -> Option<DateTime<Utc>> {
        let told = away(&self.others).filter(|away| away.told);
        let all = told.clone().count() == self.others.len();
        told.map(|away| away.until).min().filter(|_| all)
    }

    /// Whether a copy for one of them waits.
    pub fn keeps(&self, reader: &Recipient) -> bool {
        self.phase != Phase::Active
            || self.on_break
            || reader.away.is_some()
            || reader.reach != Reach::Reachable
    }
}

/// What a writer is told about a message she wrote just now; `None` if it arrives as ever. Whatever stops a conversation,
/// it is the same, unless she knows of a break. Of her own break she reads only where its end would let the message go.
pub fn notice(circle: &Circle, heard_before: bool) -> Option<Notice> {
    let out_of_reach = |other: &Recipient| other.reach != Reach::Reachable;
    let gone = circle.others.iter().all(|other| other.away.is_some() || out_of_reach(other));
    if circle.on_break && !circle.rests() {
        Some(Notice::Own)
    } else if circle.told_until().is_some() {
        Some(Notice::Break)
    } else if circle.rests() {
        Some(Notice::Rests)
    } else if circle.others.iter().all(out_of_reach) {
        Some(Notice::Unreachable)
    } else if gone {
        Some(Notice::Rests)
    } else {
        (!heard_before).then_some(Notice::First)
    }
}

impl Away {
    /// As somebody in a conversation knows it, who was told of a break or not: in a stop nobody is told of one that begins.
    #[must_use]
    pub fn known(self, phase: Phase, was_told: bool) -> Self {
        Self { told: self.told && (phase == Phase::Active || was_told), ..self }
    }
}

fn away(others: &[Recipient]) -> impl Iterator<Item = Away> + Clone {
    others.iter().filter_map(|other| other.away)
}

impl Conversation {
    /// Whether it rests for one of its members: it is stopped, or everybody else is on a break.
    pub fn rests_for(&self, member: PersonId) -> bool {
        let mut others = self.active().filter(|it| it.person != member).peekable();
        self.phase != Phase::Active || (others.peek().is_some() && others.all(|it| it.away.is_some()))
    }

    /// Whether a line for one of its members waits.
    pub fn keeps_from(&self, reader: &Member) -> bool {
        self.phase != Phase::Active || reader.away.is_some() || reader.reach != Reach::Reachable
    }

    /// Until when a side of it is on a break, if one is as a whole.
    pub fn break_until(&self) -> Option<DateTime<Utc>> {
        let back = |side| {
            let members = self.active().filter(|member| member.side == side);
            members.map(|member| Some(member.away?.until)).collect::<Option<Vec<_>>>()?.into_iter().min()
        };
        back(Side::Mentee).max(back(Side::Mentor))
    }

    /// Whether whoever has this chat, who is in it, may know of a member's break: it is her own, or one the others were told of.
    /// In a stop nobody is.
    pub fn knows_break_of(&self, member: &Member, chat: ChatId) -> bool {
        let was_told = || self.active().any(|it| it.chat == chat && it.knows_break);
        member.chat == chat || member.away.is_some_and(|away| away.known(self.phase, was_told()).told)
    }

    /// The conversation as whoever has this chat may know it, who is in it: neither that it is stopped, nor a break she was not
    /// told of, nor that the clock of silence stands still for either.
    #[must_use]
    pub fn as_known_in(mut self, chat: ChatId) -> Self {
        let known: Vec<bool> = self.members.iter().map(|member| self.knows_break_of(member, chat)).collect();
        for (member, known) in self.members.iter_mut().zip(known) {
            member.away = member.away.filter(|_| known);
        }
        if self.phase.is_stopped() {
            self.phase = Phase::Active;
        }
        Self { paused_until: None, stopped_at: None, stops: Vec::new(), ..self }
    }

    /// Keeps the clock of silence: it stands still while the pair is stopped, or nobody of a side is there.
    pub fn keep_clock(&mut self, now: DateTime<Utc>) {
        let gone = |side| {
            let mut members = self.active().filter(|member| member.side == side).peekable();
            members.peek().is_some()
                && members.all(|member| member.away.is_some() || member.reach != Reach::Reachable)
        };
        let stopped = self.phase != Phase::Active || gone(Side::Mentee) || gone(Side::Mentor);
        let stands = self.stops.iter().any(|(_, until)| until.is_none());
        if stopped && !stands {
            self.stops.push((now.timestamp_millis(), None));
        } else if !stopped {
            let open = self.stops.iter_mut().filter(|(_, until)| until.is_none());
            open.for_each(|(_, until)| *until = Some(now.timestamp_millis()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ConversationId;
    use crate::domain::talk::{Side as TalkSide, Talk};

    fn circle(phase: Phase, on_break: bool, others: &[(Option<bool>, Reach)]) -> Circle {
        let others = others.iter().zip(1..).map(|((away, reach), id)| Recipient {
            person: PersonId(id),
            chat: ChatId(id),
            reach: *reach,
            away: away.map(|told| Away { until: DateTime::UNIX_EPOCH + TimeDelta::days(id), told }),
        });
        Circle {
            id: ConversationId(1),
            phase,
            side: TalkSide::Mentee,
            on_break,
            talk: Talk::default(),
            others: others.collect(),
            silence_case: false,
            supervised: false,
            protect: Vec::new(),
        }
    }

    #[test]
    fn whatever_keeps_it_besides_comes_before_a_break_of_her_own_and_a_stop_reads_as_a_break_nobody_told_of()
    {
        let reach = [Reach::Reachable, Reach::Blocked];
        let one =
            [None, Some(false), Some(true)].into_iter().flat_map(|away| reach.map(|reach| (away, reach)));
        let one: Vec<_> = one.collect();
        for phase in [Phase::Active, Phase::Paused, Phase::Held] {
            for others in one.iter().flat_map(|a| one.iter().map(move |b| [*a, *b])) {
                for others in [&others[..1], &others] {
                    let open = circle(phase, false, others);
                    let away = circle(phase, true, others);
                    let says = notice(&away, true);
                    let gone = others.iter().all(|(away, _)| away.is_some());
                    if phase == Phase::Active && !gone {
                        assert_eq!(says, Some(Notice::Own), "her end lets it go");
                    } else {
                        assert_eq!(says, notice(&open, true), "{others:?}");
                        assert!(matches!(says, Some(Notice::Rests | Notice::Break)), "{says:?}");
                    }
                }
            }
        }
    }
}
