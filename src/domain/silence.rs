//! The silence clock of one pair: how its contact stands, what is due about it now, when to look again.
//! Ask before alarming: amber is only shown, orange asks both sides, red opens a case.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    ladder::{Ladder, Rung},
    stops::Stops,
    talk::{Side, Talk, Turn},
    wall,
};

stored! {
    /// How often a pair agreed to be in contact: T (programme, words).
    pub enum Rhythm {
        /// Every 7 days, the default (DUO for a JOB, Punt de Referència, AFEV).
        Weekly = "weekly",
        /// Every 14 days.
        Fortnightly = "fortnightly",
        /// Every 30 days.
        Monthly = "monthly",
    }
}

impl Rhythm {
    /// T in days.
    pub const fn days(self) -> i64 {
        match self {
            Self::Weekly => 7,
            Self::Fortnightly => 14,
            Self::Monthly => 30,
        }
    }
}

stored! {
    /// How a pair's contact stands. Computed, never stored; worse is greater.
    pub enum Health {
        /// In touch.
        Green = "green",
        /// Only the digest shows it.
        Amber = "amber",
        /// Both sides are asked.
        Orange = "orange",
        /// A coordinator has a case.
        Red = "red",
    }
}

/// The kinds of silence, and which side it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Silence {
    /// Nobody writes.
    Both,
    /// That side wrote and nobody answers.
    Waits(Side),
    /// Someone of that side cannot be reached. Not counted as silence.
    Unreachable(Side),
    /// Someone said that they talk elsewhere, less than 30 days ago.
    Elsewhere,
}

stored! {
    /// What is done about a silence. Each at most once per silence.
    pub enum Step {
        /// Nobody has written yet: the first nudge to both.
        KickOffNudge = "kick_off_nudge",
        /// The second nudge to both.
        KickOffAgain = "kick_off_again",
        /// A case: nobody ever wrote.
        KickOffCase = "kick_off_case",
        /// The decision card: re-introduce, rematch or close.
        DecisionCard = "decision_card",
        /// Both sides are asked "Did you talk?".
        AskBoth = "ask_both",
        /// A case: the pair has fallen silent. Its kind is the look's.
        SilenceCase = "silence_case",
        /// The mentee waits: the mentor is nudged.
        NudgeMentor = "nudge_mentor",
        /// The mentee waits: the coordinator is told.
        MenteeWaitsCase = "mentee_waits_case",
        /// The mentor waits: the mentee is nudged.
        NudgeMentee = "nudge_mentee",
        /// The mentor waits: the coordinator is told.
        MentorWaitsCase = "mentor_waits_case",
        /// A case: someone cannot be reached.
        UnreachableCase = "unreachable_case",
    }
}

/// A step about the silence that began at `since`. The pair and this value together are its key: what was done once is not
/// done again, and contact, which begins a new silence, makes every step possible again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// What to do.
    pub step: Step,
    /// When the silence it is about began.
    pub since: DateTime<Utc>,
}

/// What the clock reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// When the pair was introduced.
    pub introduced_at: DateTime<Utc>,
    /// How often they agreed to be in contact.
    pub rhythm: Rhythm,
    /// How they have been in touch.
    pub talk: Talk,
    /// Pauses of either side, programme holidays, holds, and past times in which a side could not be reached.
    pub stops: Stops,
    /// Who cannot be reached, since when.
    pub unreachable: Option<(Side, DateTime<Utc>)>,
}

/// What the clock shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// How contact stands.
    pub health: Health,
    /// What kind of silence it is; `None` while nothing is amiss.
    pub silence: Option<Silence>,
    /// Since when there has been no two-way contact.
    pub since: DateTime<Utc>,
    /// What is to be done now, in order; nothing of it is in `done`. Questions and nudges still wait for a humane hour and the
    /// prompt budget; a question that a later step has overtaken is not due any more.
    pub due: Vec<Due>,
    /// When to look again if nothing but messages happens meanwhile: the next moment at which any of this can change, at most
    /// the shortest wait of one side (3 days) ahead, so a message that arrives meanwhile cannot make a step late. Everything
    /// else (a pause or its end, a change of rhythm, unreachable, reachable) asks for a look at once.
    pub next_look: DateTime<Utc>,
}

/// The programme's patience, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Without a message from anyone: first nudge, second nudge, case, decision card: 3, 7, 14, 21 (Little World; EEPM).
    pub kick_off: [i64; 4],
    /// A silence that begins in a pair's first 28 days is asked about at 1.5 T and red at 2 T (*our synthesis*).
    pub early: i64,
    /// Red never later than 90 days (*our synthesis*).
    pub red_at_most: i64,
    /// The mentee waits: mentor nudged at 3, coordinator told at 7 (Exercism).
    pub mentee_waits: [i64; 2],
    /// The mentor waits: mentee nudged at 5, coordinator told at 10 (*ours*).
    pub mentor_waits: [i64; 2],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            kick_off: [3, 7, 14, 21],
            early: 28,
            red_at_most: 90,
            mentee_waits: [3, 7],
            mentor_waits: [5, 10],
        }
    }
}

impl Settings {
    /// Days without contact until amber, orange and red: 10/14/21 weekly, 21/28/42 fortnightly, 45/60/90 monthly; early in a
    /// pair's life orange comes with amber and red at orange's time.
    pub fn thresholds(&self, rhythm: Rhythm, early: bool) -> [i64; 3] {
        let t = rhythm.days();
        let (amber, orange, red) =
            if early { (t * 3 / 2, t * 3 / 2, t * 2) } else { (t * 3 / 2, t * 2, t * 3) };
        [amber, orange, red].map(|days| days.min(self.red_at_most))
    }

    /// The shortest wait of one side, and so the longest time between two looks.
    pub fn longest_sleep(&self) -> TimeDelta {
        let [mentee, mentor] = [self.mentee_waits, self.mentor_waits].map(|[nudge, case]| nudge.min(case));
        TimeDelta::days(mentee.min(mentor).max(1))
    }

    /// Reads the clock.
    pub fn look(&self, facts: &Facts, done: &[Due], now: DateTime<Utc>) -> Look {
        let contact = self.contact_ladder(facts);
        let wait = facts.talk.turn.map(|turn| self.wait_ladder(facts, turn));
        let believed = facts.talk.elsewhere_until().filter(|until| now < *until);
        let ladders = [Some(&contact), wait.as_ref()];
        let health = match (facts.unreachable, believed) {
            (Some(_), _) => Health::Red,
            (None, Some(_)) => Health::Green,
            (None, None) => contact.health(&facts.stops, now),
        };
        let due = if let Some((_, since)) = facts.unreachable {
            vec![Due { step: Step::UnreachableCase, since }]
        } else if believed.is_some() || facts.stops.stopped(now) {
            Vec::new()
        } else {
            ladders.into_iter().flatten().flat_map(|ladder| ladder.due(&facts.stops, now)).collect()
        };
        let moments = ladders.into_iter().flatten().flat_map(|ladder| ladder.moments(&facts.stops));
        let next_look = moments
            .chain(believed)
            .chain(facts.talk.turn.and_then(|turn| facts.stops.reached(turn.last, self.amber(facts))))
            .chain(facts.stops.ends(now))
            .filter(|at| *at > now)
            .fold(wall::plus(now, self.longest_sleep()), DateTime::min);
        Look {
            health,
            silence: self.kind(facts, health, wait.as_ref(), now),
            since: contact.since,
            due: due.into_iter().filter(|due| !done.contains(due)).collect(),
            next_look,
        }
    }

    fn kind(
        &self,
        facts: &Facts,
        health: Health,
        wait: Option<&Ladder>,
        now: DateTime<Utc>,
    ) -> Option<Silence> {
        if let Some((side, _)) = facts.unreachable {
            return Some(Silence::Unreachable(side));
        }
        if facts.talk.elsewhere_until().is_some_and(|until| now < until) {
            return Some(Silence::Elsewhere);
        }
        if health == Health::Green && !wait.is_some_and(|wait| wait.has_begun(&facts.stops, now)) {
            return None;
        }
        // Who has not written for longer than amber herself has stopped waiting.
        let [amber, ..] = self.thresholds(facts.rhythm, false);
        let waits =
            facts.talk.turn.filter(|turn| facts.stops.elapsed(turn.last, now) < TimeDelta::days(amber));
        Some(waits.map_or(Silence::Both, |turn| Silence::Waits(turn.by)))
    }

    /// The ladder of the whole pair: kick-off until anything happens, then the time since the last two-way contact.
    fn contact_ladder(&self, facts: &Facts) -> Ladder {
        if !facts.talk.has_begun() {
            let [nudge, again, case, card] = self.kick_off;
            let rungs = vec![
                Rung::question(nudge, Health::Amber, Step::KickOffNudge),
                Rung::question(again, Health::Orange, Step::KickOffAgain),
                Rung::case(case, Health::Red, Step::KickOffCase),
                Rung::case(card, Health::Red, Step::DecisionCard),
            ];
            return Ladder { since: facts.introduced_at, start: facts.introduced_at, rungs };
        }
        let spoken = facts.talk.contact_at.or(facts.talk.turn.map(|turn| turn.since));
        let Some((said, until)) = facts.talk.elsewhere_at.zip(facts.talk.elsewhere_until()) else {
            let since = spoken.unwrap_or(facts.introduced_at);
            return self.silence_ladder(facts, since, since, 0);
        };
        // When a talk elsewhere is believed no longer, both are asked at once: the clock then stands at orange, unless they
        // have been in touch here more lately than that.
        let [_, orange, _] = self.thresholds(facts.rhythm, self.is_early(facts, said));
        match facts.talk.contact_at {
            Some(at) if facts.stops.elapsed(at, until) < TimeDelta::days(orange) => {
                self.silence_ladder(facts, at, at, 0)
            }
            _ => self.silence_ladder(facts, said, until, orange),
        }
    }

    fn silence_ladder(
        &self,
        facts: &Facts,
        since: DateTime<Utc>,
        start: DateTime<Utc>,
        passed: i64,
    ) -> Ladder {
        let [amber, orange, red] =
            self.thresholds(facts.rhythm, self.is_early(facts, since)).map(|days| (days - passed).max(0));
        let rungs = vec![
            Rung { days: amber, health: Health::Amber, step: None, is_question: true },
            Rung::question(orange, Health::Orange, Step::AskBoth),
            Rung::case(red, Health::Red, Step::SilenceCase),
        ];
        Ladder { since, start, rungs }
    }

    fn wait_ladder(&self, facts: &Facts, turn: Turn) -> Ladder {
        let ([nudge, case], nudged, told) = match turn.by {
            Side::Mentee => (self.mentee_waits, Step::NudgeMentor, Step::MenteeWaitsCase),
            Side::Mentor => (self.mentor_waits, Step::NudgeMentee, Step::MentorWaitsCase),
        };
        let rungs = vec![Rung::question(nudge, Health::Green, nudged), Rung::case(case, Health::Green, told)];
        let start = facts.talk.elsewhere_until().map_or(turn.since, |until| until.max(turn.since));
        Ladder { since: turn.since, start, rungs }
    }

    fn amber(&self, facts: &Facts) -> TimeDelta {
        let [amber, ..] = self.thresholds(facts.rhythm, false);
        TimeDelta::days(amber)
    }

    fn is_early(&self, facts: &Facts, since: DateTime<Utc>) -> bool {
        since < wall::plus(facts.introduced_at, TimeDelta::days(self.early))
    }
}
