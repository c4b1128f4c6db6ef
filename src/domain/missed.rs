//! Letters and answers about a pair that falls silent, and whom each step of the silence clock speaks to, and when.

use super::budget::Budget;
use super::case::CaseKind;
use super::conversation::Conversation;
use super::id::ConversationId;
use super::pulse::Hours;
use super::silence::{Due, Silence, Step};
use super::talk::Side;
use super::wall;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about a pair that falls silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedLetter {
    /// Nobody has written yet: a short hello is enough.
    Hello {
        /// The partner's alias, or in a circle none: "your group".
        partner: Option<String>,
        /// The reader's side.
        side: Side,
    },
    /// Still nobody has written.
    HelloAgain {
        /// Whom it is about.
        pair: ConversationId,
        /// The partner's alias, or in a circle none.
        partner: Option<String>,
    },
    /// "Did you talk?"
    DidYouTalk {
        /// Whom it is about.
        pair: ConversationId,
        /// The partner's alias, or in a circle none.
        partner: Option<String>,
        /// Since then.
        since: DateTime<Utc>,
    },
    /// The other side has written and waits for an answer.
    Waits {
        /// The partner's alias, or in a circle none.
        partner: Option<String>,
        /// The pair, if they have been in contact before: then their talk may just have come to its end.
        #[serde(default)]
        pair: Option<ConversationId>,
        /// The reader's side.
        side: Side,
        /// Since then.
        since: DateTime<Utc>,
    },
    /// There was nothing to answer.
    SaidAll,
    /// They talked.
    GoodToHear,
    /// They talk elsewhere: believed until then.
    Elsewhere {
        /// Then it is asked again.
        until: DateTime<Utc>,
    },
    /// Not yet: a gentle word.
    NotYet,
    /// The team calls by then.
    TeamCalls {
        /// At the latest.
        by: Option<DateTime<Utc>>,
    },
}

/// What people answer about a pair that falls silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedAnswer {
    /// Yes, here.
    Here(ConversationId),
    /// Yes, elsewhere.
    Elsewhere(ConversationId),
    /// Not yet.
    NotYet(ConversationId),
    /// I need help.
    Help(ConversationId),
    /// There is nothing to answer.
    SaidAll(ConversationId),
}

impl MissedLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<MissedAnswer> {
        match self {
            Self::DidYouTalk { pair, .. } => vec![
                MissedAnswer::Here(*pair),
                MissedAnswer::Elsewhere(*pair),
                MissedAnswer::NotYet(*pair),
                MissedAnswer::Help(*pair),
            ],
            Self::HelloAgain { pair, .. } => vec![MissedAnswer::Elsewhere(*pair), MissedAnswer::Help(*pair)],
            Self::Waits { pair: Some(pair), .. } => vec![MissedAnswer::SaidAll(*pair)],
            Self::Hello { .. }
            | Self::Waits { pair: None, .. }
            | Self::SaidAll
            | Self::GoodToHear
            | Self::Elsewhere { .. }
            | Self::NotYet
            | Self::TeamCalls { .. } => Vec::new(),
        }
    }
}

impl MissedAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Here(_) | Self::Elsewhere(_) | Self::NotYet(_) | Self::Help(_) | Self::SaidAll(_) => false,
        }
    }

    /// The pair it is about.
    pub fn pair(self) -> ConversationId {
        match self {
            Self::Here(pair)
            | Self::Elsewhere(pair)
            | Self::NotYet(pair)
            | Self::Help(pair)
            | Self::SaidAll(pair) => pair,
        }
    }
}

/// What a step of the silence clock means in the bot's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A question or nudge to everybody on these sides.
    Say(&'static [Side]),
    /// A case of this kind.
    Open(CaseKind),
    /// Nothing: who cannot be reached has a case since the moment that was noticed.
    Known,
}

/// What that step means, given what kind of silence it is.
pub fn work(step: Step, silence: Option<Silence>) -> Work {
    match step {
        Step::KickOffNudge | Step::KickOffAgain | Step::AskBoth => Work::Say(Side::ALL),
        Step::NudgeMentor => Work::Say(&[Side::Mentor]),
        Step::NudgeMentee => Work::Say(&[Side::Mentee]),
        Step::KickOffCase => Work::Open(CaseKind::NoKickoff),
        Step::DecisionCard => Work::Open(CaseKind::Decide),
        Step::MenteeWaitsCase => Work::Open(CaseKind::MenteeWaits),
        Step::MentorWaitsCase => Work::Open(CaseKind::MentorWaits),
        Step::SilenceCase => Work::Open(match silence {
            Some(Silence::Waits(Side::Mentee)) => CaseKind::MenteeWaits,
            Some(Silence::Waits(Side::Mentor)) => CaseKind::MentorWaits,
            Some(Silence::Both | Silence::Unreachable(_) | Silence::Elsewhere) | None => CaseKind::SilentBoth,
        }),
        Step::UnreachableCase => Work::Known,
    }
}

/// What a step says to someone on that side of a pair that has been in contact before or not.
pub fn says(
    due: Due,
    (pair, met): (ConversationId, bool),
    partner: Option<String>,
    side: Side,
) -> Option<MissedLetter> {
    let since = due.since;
    match due.step {
        Step::KickOffNudge => Some(MissedLetter::Hello { partner, side }),
        Step::KickOffAgain => Some(MissedLetter::HelloAgain { pair, partner }),
        Step::AskBoth => Some(MissedLetter::DidYouTalk { pair, partner, since }),
        Step::NudgeMentor | Step::NudgeMentee => {
            let pair = met.then_some(pair);
            Some(MissedLetter::Waits { partner, pair, side, since })
        }
        Step::KickOffCase
        | Step::DecisionCard
        | Step::SilenceCase
        | Step::MenteeWaitsCase
        | Step::MentorWaitsCase
        | Step::UnreachableCase => None,
    }
}

/// The earliest moment, from `now` on, at which someone of that side may be asked or nudged who got prompts at `sent`:
/// from her prompt hour until her quiet hours begin, on the first day on which her budget has room.
pub fn earliest(hours: Hours, side: Side, sent: &[DateTime<Utc>], now: DateTime<Utc>) -> DateTime<Utc> {
    let today = wall::date(hours.zone, now);
    let opens = hours.sends_at(today);
    let wanted = if now < opens {
        opens
    } else if hours.quiet.is_quiet(hours.zone, now) {
        hours.sends_at(wall::plus_days(today, 1))
    } else {
        now
    };
    match Budget::of(side).earliest(hours.zone, sent, wanted) {
        Some(free) if free > wanted => hours.sends_at(wall::date(hours.zone, free)),
        Some(_) | None => wanted,
    }
}

/// When a prompt sent now is not to arrive any more: her quiet hours begin.
pub fn lapses(hours: Hours, now: DateTime<Utc>) -> DateTime<Utc> {
    wall::next_daily(hours.zone, hours.quiet.from, now)
}

/// What is stored about a step that was done for one person of a pair.
pub fn key(step: Step, person: impl std::fmt::Display) -> String {
    format!("{}:{person}", step.as_str())
}

impl Conversation {
    /// The steps that are wholly done, as the silence clock reads them.
    pub fn steps_done(&self) -> Vec<Due> {
        let moment = |ms: i64| DateTime::from_timestamp_millis(ms).unwrap_or_default();
        self.done
            .iter()
            .filter_map(|(name, since)| Some(Due { step: Step::parse(name)?, since: moment(*since) }))
            .collect()
    }

    /// The questions and nudges that went out about the silence since then, in order: what was tried.
    pub fn tried(&self, since: DateTime<Utc>) -> Vec<String> {
        let mut tried: Vec<String> = Vec::new();
        for (name, from) in &self.done {
            let name = name.split(':').next().unwrap_or_default();
            let spoken = Step::parse(name).is_some_and(|step| matches!(work(step, None), Work::Say(_)));
            if spoken && *from >= since.timestamp_millis() && !tried.iter().any(|known| known == name) {
                tried.push(name.to_owned());
            }
        }
        tried
    }

    /// Forgets what was done about silences that are over: none of it can become due again.
    pub fn forget_done(&mut self, contact: DateTime<Utc>) {
        let since = self.talk.turn.map_or(contact, |turn| turn.since.min(contact)).timestamp_millis();
        self.done.retain(|(_, from)| *from >= since);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quiet::QuietHours;
    use crate::domain::zone::Tz;

    const MADRID: Tz = Tz::known("Europe/Madrid");

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn hours() -> Hours {
        Hours { zone: MADRID, quiet: QuietHours::default(), seed: 7 }
    }

    #[test]
    fn a_nudge_waits_for_the_prompt_hour_and_never_goes_out_at_night() {
        let six = hours().sends_at(utc("2026-03-04T12:00:00Z").date_naive());
        assert_eq!(earliest(hours(), Side::Mentor, &[], utc("2026-03-04T09:00:00Z")), six);
        assert_eq!(earliest(hours(), Side::Mentor, &[], six), six);
        let evening = utc("2026-03-04T19:00:00Z");
        assert_eq!(earliest(hours(), Side::Mentor, &[], evening), evening, "20:00 is still a humane hour");
        let tomorrow = hours().sends_at(utc("2026-03-05T12:00:00Z").date_naive());
        assert_eq!(earliest(hours(), Side::Mentor, &[], utc("2026-03-04T20:30:00Z")), tomorrow);
        assert_eq!(earliest(hours(), Side::Mentor, &[], utc("2026-03-05T01:30:00Z")), tomorrow);
    }

    #[test]
    fn a_nudge_waits_for_room_in_the_budget() {
        let sent = [utc("2026-03-03T17:00:00Z")];
        let next = hours().sends_at(utc("2026-03-10T12:00:00Z").date_naive());
        assert_eq!(earliest(hours(), Side::Mentee, &sent, utc("2026-03-04T18:30:00Z")), next);
    }

    #[test]
    fn a_prompt_that_could_not_leave_lapses_when_the_night_begins() {
        assert_eq!(lapses(hours(), utc("2026-03-04T17:00:00Z")), utc("2026-03-04T20:00:00Z"));
    }

    #[test]
    fn every_step_either_speaks_or_opens_a_case_or_is_known() {
        for step in Step::ALL {
            let due = Due { step: *step, since: DateTime::UNIX_EPOCH };
            let speaks = says(due, (ConversationId(1), true), None, Side::Mentee).is_some();
            assert_eq!(speaks, matches!(work(*step, None), Work::Say(_)), "{step:?}");
        }
    }
}
