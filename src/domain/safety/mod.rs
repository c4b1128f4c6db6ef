//! Letters and answers about the 🆘 button.

mod answer;
mod facts;

pub use answer::SafetyAnswer;
pub use facts::{AGAIN, AWAY, About, Fact, Fine, HELD, MISTAKE, NO_LATER, Reached, Touched, concerned};

use crate::domain::answers;
use crate::domain::case::CaseKind;
use crate::domain::country::{self, Country};
use crate::domain::id::{CaseId, ConversationId, MessageId, PersonId, SourceId};
use crate::domain::on_call::Promise;
use crate::domain::wall;
use crate::domain::zone::Tz;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// What the bot says about the 🆘 button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafetyLetter {
    /// "What do you need?"
    Menu {
        /// The message she pressed 🆘 as a reply to, in her own chat.
        about: Option<MessageId>,
        /// Those she accompanies, about whom she may worry.
        #[serde(default)]
        mentees: Vec<Mentee>,
    },
    /// She pressed by mistake.
    Mistake,
    /// Everything is stopped; is it about the partner?
    Stopped {
        /// The case.
        case: CaseId,
        /// The partner's alias, or in a circle none: "your group".
        partner: Option<String>,
        /// The conversation was paused anyway, until then.
        paused_until: Option<DateTime<Utc>>,
    },
    /// All her conversations are stopped; is it about one of them?
    StoppedAll(Vec<Stopped>),
    /// It is about one; which of the others go on?
    WhoIsFine {
        /// The one it is about.
        about: ConversationId,
        /// The others that are stopped.
        others: Vec<Stopped>,
    },
    /// Who of a circle is it about? Several may be named.
    WhoInCircle {
        /// The case.
        case: CaseId,
        /// The others.
        members: Vec<InCircle>,
    },
    /// What became of her conversation and when the team calls; is it safe to call her?
    Next {
        /// The case.
        case: CaseId,
        /// What became of her conversation.
        conversation: Stands,
        /// When the team calls.
        #[serde(alias = "by")]
        promise: Promise,
        /// She has finished joining, so the team can write to her.
        joined: bool,
        /// Her conversations that she can choose to write to, and what they are called.
        #[serde(default)]
        open: Vec<(ConversationId, String)>,
    },
    /// What happens now.
    Noted {
        /// The case; letters of earlier versions do not know it.
        #[serde(default)]
        case: Option<CaseId>,
        /// How she wants to be reached.
        how: Reached,
        /// When the team calls, or writes.
        #[serde(alias = "by")]
        promise: Promise,
        /// She can write to the team from here.
        joined: bool,
        /// Her conversations that she can choose to write to, and what they are called.
        #[serde(default)]
        open: Vec<(ConversationId, String)>,
    },
    /// She asked for a conversation that is stopped: only her team reads what she writes.
    TeamReads,
    /// A mentor is seriously worried: the team knows, and what she can do herself.
    Worried,
    /// "It is about the team": about whom?
    WhomOfTeam,
    /// About which of these?
    WhichOfTeam(Vec<(PersonId, String)>),
    /// Who has it now.
    TeamTold {
        /// Who.
        by: Heard,
        /// Whom to turn to outside the team, as a name and a number.
        outside: Option<String>,
        /// She can write to whoever has it from here.
        joined: bool,
        /// Whoever has her case after 🆘 reads it as well.
        #[serde(default)]
        also: bool,
    },
    /// "When shall we call you?"
    Call {
        /// She can write to the team instead.
        joined: bool,
    },
    /// The team calls by then.
    TeamCalls {
        /// Today or this week.
        when: Call,
        /// At the latest.
        #[serde(alias = "by")]
        promise: Promise,
        /// She can write to the team from here.
        #[serde(default)]
        joined: bool,
    },
    /// Said once after the tap: whom her words go to now, and that others may see this phone.
    OnlyTeam {
        /// The case.
        case: CaseId,
    },
    /// "By mistake", in an open case: the team reads it, and the case stays.
    MistakeNoted,
    /// Her mail to the team is sent, and nobody is on call now: when somebody is, and the numbers until then.
    MailLater(Promise),
    /// Somebody of the team has her case.
    SomebodyHasIt,
    /// Nobody has taken her case yet.
    NobodyYet,
    /// Her case is over: what she writes does not go to her team alone any more.
    Over,
    /// How her conversation goes on, as the team has decided.
    GoesOn {
        /// The partner's alias; in a circle none.
        name: Option<String>,
        /// How.
        fate: Fate,
        /// Which; what was written before it was noted does not say.
        #[serde(default)]
        conversation: Option<ConversationId>,
    },
    /// For whoever reads now what she writes: what she wrote since the tap follows, and others may see her phone.
    Follows {
        /// The case.
        case: CaseId,
        /// Whose words they are; a version before did not say.
        #[serde(default)]
        of: Option<PersonId>,
    },
    /// For the team: something she wrote was deleted before it could be copied.
    Deleted {
        /// Her alias.
        alias: String,
    },
    /// For the lead: another pair of somebody a case is about. Stop it too?
    OtherPair {
        /// The case.
        case: CaseId,
        /// The pair.
        pair: ConversationId,
        /// Who is in it.
        members: Vec<String>,
    },
    /// What was decided about that pair.
    Decided {
        /// Who is in it.
        members: Vec<String>,
        /// It was stopped too.
        held: bool,
    },
    /// As a short word: what could be deleted from her chat is.
    Cleared,
    /// The same, but some of her messages go only once the team has them.
    ClearedLater,
    /// One message was deleted from her chat; her team keeps it.
    ClearedOne,
    /// The same, but some of it is older than what Telegram lets bots delete.
    ClearedLately,
    /// The team got a copy of the message.
    Reported {
        /// Whether the conversation shall stop too.
        #[serde(default)]
        too: Too,
        /// She can write to the team from here.
        joined: bool,
    },
    /// What somebody of the team wrote was reported: it goes to others.
    ReportedStaff {
        /// Whether the conversation shall stop too.
        #[serde(default)]
        too: Too,
        /// Whom to turn to outside the team, as a name and a number.
        outside: Option<String>,
    },
    /// There is no message that could be reported.
    NothingToReport,
    /// The same with the numbers of the host country and the programme's own help lines.
    Beside {
        /// The country.
        #[serde(default, deserialize_with = "country::known")]
        country: Option<Country>,
        /// The help lines.
        helplines: Vec<String>,
        /// What is reached in writing comes first.
        #[serde(default)]
        write: bool,
        /// What is said.
        letter: Box<SafetyLetter>,
    },
    /// The same where nobody may know of her case, for everybody who works here may be whom it is about: in words that
    /// promise nobody, and say whom to ring.
    Unheard(Box<SafetyLetter>),
    /// For whoever reads reports: the next message was reported.
    Report {
        /// The case.
        case: CaseId,
        /// Who reported it.
        alias: String,
        /// The message, while it is in the ledger.
        #[serde(default)]
        source: Option<SourceId>,
    },
}

/// Somebody whom a mentor accompanies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentee {
    /// Who.
    pub person: PersonId,
    /// Their conversation.
    pub pair: ConversationId,
    /// Her alias.
    pub alias: String,
}

/// Who has a case about the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heard {
    /// The lead alone.
    Lead,
    /// Somebody who does not work in the team.
    Outside,
    /// Nobody in Lazo.
    Nobody,
}

/// Whether the conversation of a reported message stops too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Too {
    /// It goes on, or there is nothing to stop.
    #[default]
    Nothing,
    /// Shall it?
    Asks {
        /// The case.
        case: CaseId,
        /// The conversation.
        conversation: ConversationId,
    },
    /// It does.
    Stopped,
}

/// A conversation that was stopped, one of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// Which.
    pub conversation: ConversationId,
    /// What she knows it by.
    pub name: String,
}

/// Somebody in her circle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InCircle {
    /// Who.
    pub person: PersonId,
    /// Her alias.
    pub alias: String,
    /// She was named.
    pub named: bool,
}

/// How a stopped conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It stays stopped for now, and what she writes goes to her team alone.
    Stays,
    /// It stays as the team had stopped it: that says nothing about whom she writes to.
    Rests,
    /// It has ended.
    Ends,
}

/// What became of her conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// She has none.
    Alone,
    /// It stays stopped.
    Stopped,
    /// It goes on.
    Open,
}

/// When she wants to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Today.
    Today,
    /// This week.
    ThisWeek,
}

impl Call {
    /// The case it opens.
    pub fn kind(self) -> CaseKind {
        match self {
            Self::Today => CaseKind::CallToday,
            Self::ThisWeek => CaseKind::CallSoon,
        }
    }

    /// When she expects to have been called: what she is told and the card shows.
    pub fn by(self, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Today => answers::call_today_by(zone, now),
            Self::ThisWeek => wall::days_later(zone, now, 7, wall::PROMPT_HOUR),
        }
    }
}

/// When she reads that nobody has taken her case yet: minutes after it opened, then hourly for three hours
/// (`programme.md`, safeguarding 1).
pub const NOBODY_YET_MINUTES: [i64; 4] = [30, 90, 150, 210];

/// When she reads it next, if she is to read it again.
pub fn nobody_yet(since: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    NOBODY_YET_MINUTES.into_iter().map(|minutes| since + TimeDelta::minutes(minutes)).find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::helplines::Lines;

    #[test]
    fn only_no_it_is_not_about_the_partner_can_open_the_conversation_again() {
        let stopped = SafetyLetter::Stopped { case: CaseId(1), partner: None, paused_until: None };
        let opens: Vec<SafetyAnswer> = stopped
            .offer()
            .into_iter()
            .filter(|answer| matches!(answer, SafetyAnswer::About { about: About::Other, .. }))
            .collect();
        assert_eq!((opens.len(), stopped.offer().len()), (1, 3));
    }

    #[test]
    fn help_numbers_stand_under_every_letter_to_someone_who_does_not_feel_safe() {
        let (promise, case) = (Promise::None, CaseId(1));
        let letters = [
            SafetyLetter::Menu { about: None, mentees: Vec::new() },
            SafetyLetter::Worried,
            SafetyLetter::Stopped { case, partner: None, paused_until: None },
            SafetyLetter::Next {
                case,
                conversation: Stands::Stopped,
                promise,
                joined: true,
                open: Vec::new(),
            },
            SafetyLetter::Noted {
                case: Some(case),
                how: Reached::NotNow,
                promise,
                joined: true,
                open: Vec::new(),
            },
            SafetyLetter::NobodyYet,
        ];
        let own = || Lines {
            country: Country::find("it"),
            own: vec!["Casa Ana: 600 000 000".to_owned()],
            write: true,
        };
        for letter in letters {
            let offer = letter.offer();
            assert!(letter.shows_numbers());
            let beside = letter.beside(own());
            let SafetyLetter::Beside { country, helplines, .. } = &beside else { panic!("{beside:?}") };
            assert_eq!((*country, helplines), (own().country, &own().own));
            assert_eq!(beside.offer(), offer);
            let alone = || SafetyLetter::Menu { about: None, mentees: Vec::new() };
            for write in [false, true] {
                let none = Lines { write, ..Lines::default() };
                assert_eq!(alone().beside(none), alone(), "112 alone needs no words");
            }
        }
        let stored = r#"{"beside":{"helplines":["a 016"],"letter":"nobody_yet"}}"#;
        let before: SafetyLetter = serde_json::from_str(stored).unwrap();
        assert!(matches!(before, SafetyLetter::Beside { country: None, .. }), "of an earlier version");
        let later = stored.replace(r#""helplines""#, r#""country":"xx","helplines""#);
        assert_eq!(serde_json::from_str::<SafetyLetter>(&later).unwrap(), before, "a row that is gone");
        assert_eq!(SafetyLetter::Mistake.beside(own()), SafetyLetter::Mistake);
    }
}
