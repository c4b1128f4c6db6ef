//! How a pair has been in touch, in four facts: the last two-way contact, an unanswered turn, a talk elsewhere.
//! Relayed messages of both sides, "we met" and "we talk elsewhere" go in; the silence clock reads the result.

use chrono::{DateTime, TimeDelta, Utc};

use super::wall;

/// "We talk elsewhere" is believed for 30 days, then asked again (programme, what the silence clock counts).
pub const ELSEWHERE_HOLDS: TimeDelta = TimeDelta::days(30);

stored! {
    /// The two sides of a pair; in a circle each side is several people who count as one.
    pub enum Side {
        /// Who is accompanied.
        Mentee = "mentee",
        /// Who accompanies.
        Mentor = "mentor",
    }
}

impl Side {
    /// The side across.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Mentee => Self::Mentor,
            Self::Mentor => Self::Mentee,
        }
    }
}

/// Messages of one side that the other has not answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Who wrote.
    pub by: Side,
    /// The first unanswered message: a side that writes again does not start to wait anew.
    pub since: DateTime<Utc>,
    /// The latest one.
    pub last: DateTime<Utc>,
}

/// What is known about a pair's contact. Starts empty at the introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Talk {
    /// The last two-way contact: a message that answered the other side, or "we met".
    pub contact_at: Option<DateTime<Utc>>,
    /// When someone last said that they talk elsewhere.
    pub elsewhere_at: Option<DateTime<Utc>>,
    /// What is unanswered.
    pub turn: Option<Turn>,
}

impl Talk {
    /// A relayed message of that side. Returns what is known afterwards; a late report never moves time back.
    #[must_use]
    pub fn heard(self, by: Side, at: DateTime<Utc>) -> Self {
        match self.turn {
            Some(turn) if turn.by == by => Self {
                turn: Some(Turn { since: turn.since.min(at), last: turn.last.max(at), ..turn }),
                ..self
            },
            Some(turn) => {
                let at = at.max(turn.last);
                Self {
                    contact_at: self.contact_at.max(Some(at)),
                    turn: Some(Turn { by, since: at, last: at }),
                    ..self
                }
            }
            None => Self { turn: Some(Turn { by, since: at, last: at }), ..self },
        }
    }

    /// Someone said that they talked or met. Nobody waits after that.
    #[must_use]
    pub fn met(self, at: DateTime<Utc>) -> Self {
        Self { contact_at: self.contact_at.max(Some(at)), turn: None, ..self }
    }

    /// Someone said that they talk elsewhere. Nobody waits after that.
    #[must_use]
    pub fn elsewhere(self, at: DateTime<Utc>) -> Self {
        Self { elsewhere_at: self.elsewhere_at.max(Some(at)), turn: None, ..self }
    }

    /// The side that was waited for says that there is nothing to answer: their talk had come to its end. Nobody waits
    /// after that; the last contact stays when it was. The first message of all always wants an answer.
    #[must_use]
    pub fn said_all(self) -> Self {
        Self { turn: self.turn.filter(|_| self.contact_at.is_none()), ..self }
    }

    /// Whether anything at all has happened since the introduction.
    pub fn has_begun(self) -> bool {
        self.turn.is_some() || self.contact_at.is_some() || self.elsewhere_at.is_some()
    }

    /// Until when a talk elsewhere is believed.
    pub fn elsewhere_until(self) -> Option<DateTime<Utc>> {
        self.elsewhere_at.map(|at| wall::plus(at, ELSEWHERE_HOLDS))
    }

    /// Whether contact has resumed since `since`, so that a silence case of any kind closes itself: for both silent, and for
    /// a kick-off nobody answered, both sides have been heard, the second in answer to the first; for one side waiting, the
    /// silent one has written; and in every kind someone said that they talked or talk elsewhere. One message alone is not yet
    /// contact: it turns "both silent" into "one waits". Someone unreachable is back when she is reachable, whatever was said.
    pub fn resumed(self, since: DateTime<Utc>) -> bool {
        self.contact_at > Some(since) || self.elsewhere_at > Some(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(n)
    }

    #[test]
    fn one_message_is_not_contact_and_an_answer_is() {
        let asked = Talk::default().heard(Side::Mentee, day(1));
        assert!(!asked.resumed(day(0)));
        assert!(asked.heard(Side::Mentor, day(2)).resumed(day(0)));
    }

    #[test]
    fn who_writes_again_has_waited_since_her_first_message() {
        let talk = Talk::default().heard(Side::Mentee, day(1)).heard(Side::Mentee, day(3));
        assert_eq!(talk.turn, Some(Turn { by: Side::Mentee, since: day(1), last: day(3) }));
    }

    #[test]
    fn nobody_waits_after_a_meeting_or_a_talk_elsewhere() {
        let asked = Talk::default().heard(Side::Mentee, day(1));
        assert_eq!(asked.met(day(2)).turn, None);
        assert_eq!(asked.elsewhere(day(2)).turn, None);
        assert!(asked.met(day(2)).resumed(day(1)) && asked.elsewhere(day(2)).resumed(day(1)));
    }

    #[test]
    fn a_talk_that_had_come_to_its_end_wants_no_answer_but_a_first_message_does() {
        let first = Talk::default().heard(Side::Mentee, day(1));
        assert_eq!(first.said_all(), first);
        let thanked = first.heard(Side::Mentor, day(2)).heard(Side::Mentee, day(3));
        assert_eq!(thanked.said_all(), Talk { turn: None, ..thanked });
    }

    #[test]
    fn contact_before_the_case_does_not_close_it() {
        let talk = Talk::default().met(day(5));
        assert!(!talk.resumed(day(5)));
        assert!(talk.resumed(day(4)));
    }

    #[test]
    fn a_late_report_never_moves_contact_back() {
        let talk = Talk::default().met(day(9)).elsewhere(day(8));
        assert_eq!(talk.met(day(3)).contact_at, Some(day(9)));
        assert_eq!(talk.elsewhere(day(3)).elsewhere_at, Some(day(8)));
    }
}
