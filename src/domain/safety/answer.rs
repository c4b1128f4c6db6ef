//! What people answer about the 🆘 button: what each letter offers, and what becomes of its buttons.

use super::{About, Call, Heard, Reached, SafetyLetter, Too};
use crate::domain::case::Meant;
use crate::domain::helplines::Lines;
use crate::domain::id::{CaseId, ConversationId, MessageId, PersonId, SourceId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What people answer about the 🆘 button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafetyAnswer {
    /// "I don't feel safe."
    Unsafe,
    /// Report this message, or the last one.
    Report(Option<MessageId>),
    /// Whether the conversation a reported message stands in shall stop too.
    StopToo {
        /// The case.
        case: CaseId,
        /// The conversation.
        conversation: ConversationId,
        /// It shall.
        stop: bool,
    },
    /// For whoever reads reports: this message shall go.
    Remove(SourceId),
    /// "Call me."
    CallMe,
    /// "It is about the team."
    AboutTeam,
    /// About somebody of it.
    AboutSomebody,
    /// About this one.
    Means(Meant),
    /// A mentor worries about somebody she accompanies.
    Worry {
        /// Whom.
        person: PersonId,
        /// Their conversation.
        pair: ConversationId,
    },
    /// What she writes next is for this conversation of hers, not for the team.
    WriteTo(ConversationId),
    /// Pressed by mistake.
    Mistake,
    /// Back to "What do you need?".
    Back,
    /// Is it about the partner?
    About {
        /// The case.
        case: CaseId,
        /// Her answer.
        about: About,
        /// The pause to go back to.
        paused_until: Option<DateTime<Utc>>,
    },
    /// Of several conversations, it is about this one.
    AboutOne(ConversationId),
    /// It is about none of them.
    AboutNone,
    /// She does not know whether it is about one of them.
    AboutUnknown,
    /// This one is fine and goes on.
    Fine {
        /// The one it is about.
        about: ConversationId,
        /// The one that is fine.
        conversation: ConversationId,
    },
    /// No other goes on.
    NobodyElse,
    /// Is it safe to call?
    Reach {
        /// The case.
        case: CaseId,
        /// Her answer.
        how: Reached,
    },
    /// Call her then.
    Call(Call),
    /// She wants to write to the team.
    Write,
    /// It is about this member of her circle, too.
    Names {
        /// The case.
        case: CaseId,
        /// Who.
        person: PersonId,
    },
    /// She has named everybody it is about; nobody, if she does not know or it is somebody else.
    Named {
        /// The case.
        case: CaseId,
        /// Somebody else, if nobody was named.
        other: bool,
    },
    /// Deletes from her chat what tells of her case.
    Clear(CaseId),
    /// What whoever reads her words writes next is for her.
    Answer(PersonId),
    /// Another pair of somebody a case is about is stopped too, or goes on.
    Decide {
        /// The case.
        case: CaseId,
        /// The pair.
        pair: ConversationId,
        /// It is stopped.
        held: bool,
    },
}

impl SafetyLetter {
    /// The answers it offers as buttons, in reading order.
    #[expect(clippy::too_many_lines, reason = "a table: each letter with its buttons")]
    pub fn offer(&self) -> Vec<SafetyAnswer> {
        match self {
            Self::Menu { about, mentees } => {
                let always = [SafetyAnswer::Unsafe, SafetyAnswer::Report(*about), SafetyAnswer::CallMe];
                let worry = mentees.iter().map(|it| SafetyAnswer::Worry { person: it.person, pair: it.pair });
                let rest = [SafetyAnswer::AboutTeam, SafetyAnswer::Mistake];
                always.into_iter().chain(worry).chain(rest).collect()
            }
            Self::WhomOfTeam => vec![
                SafetyAnswer::AboutSomebody,
                SafetyAnswer::Means(Meant::Lead),
                SafetyAnswer::Means(Meant::Unsaid),
                SafetyAnswer::Back,
            ],
            Self::WhichOfTeam(people) => {
                let people = people.iter().map(|(id, _)| SafetyAnswer::Means(Meant::Somebody(*id)));
                people.chain([SafetyAnswer::Means(Meant::Unsaid), SafetyAnswer::Back]).collect()
            }
            Self::TeamTold { by: Heard::Lead | Heard::Outside, joined: true, .. } => {
                vec![SafetyAnswer::Write]
            }
            Self::TeamTold { .. } => Vec::new(),
            Self::Stopped { case, paused_until, .. } => [About::Partner, About::Other, About::Unknown]
                .map(|about| SafetyAnswer::About { case: *case, about, paused_until: *paused_until })
                .to_vec(),
            Self::StoppedAll(stopped) => {
                let ones = stopped.iter().map(|it| SafetyAnswer::AboutOne(it.conversation));
                ones.chain([SafetyAnswer::AboutNone, SafetyAnswer::AboutUnknown]).collect()
            }
            Self::WhoIsFine { about, others } => {
                let fine = others
                    .iter()
                    .map(|it| SafetyAnswer::Fine { about: *about, conversation: it.conversation });
                fine.chain([SafetyAnswer::NobodyElse]).collect()
            }
            Self::Next { case, open, .. } => [Reached::Call, Reached::Write, Reached::NotNow]
                .map(|how| SafetyAnswer::Reach { case: *case, how })
                .into_iter()
                .chain(open.iter().map(|(id, _)| SafetyAnswer::WriteTo(*id)))
                .collect(),
            Self::Call { joined } => {
                let mut offer = vec![SafetyAnswer::Call(Call::Today), SafetyAnswer::Call(Call::ThisWeek)];
                offer.extend(joined.then_some(SafetyAnswer::Write));
                offer.push(SafetyAnswer::Back);
                offer
            }
            // Who worries about somebody is in a pair, and so has a team.
            Self::Worried | Self::TeamCalls { joined: true, .. } => {
                vec![SafetyAnswer::Write, SafetyAnswer::Back]
            }
            Self::WhoInCircle { case, members } => {
                let named = members.iter().any(|member| member.named);
                let rest = members.iter().filter(|member| !member.named);
                let rest = rest.map(|member| SafetyAnswer::Names { case: *case, person: member.person });
                let done = SafetyAnswer::Named { case: *case, other: false };
                let other = SafetyAnswer::Named { case: *case, other: true };
                rest.chain((!named).then_some(other)).chain([done]).collect()
            }
            Self::OnlyTeam { case } => vec![SafetyAnswer::Clear(*case)],
            Self::OtherPair { case, pair, .. } => {
                [true, false].map(|held| SafetyAnswer::Decide { case: *case, pair: *pair, held }).to_vec()
            }
            Self::Noted { case: Some(case), how, joined, open, .. } => {
                let others = [Reached::Call, Reached::Write, Reached::NotNow].into_iter();
                let others = others.filter(|other| other != how);
                let others = others.map(|how| SafetyAnswer::Reach { case: *case, how });
                let write = joined.then_some(SafetyAnswer::Write);
                let open = open.iter().map(|(id, _)| SafetyAnswer::WriteTo(*id));
                others.chain(open).chain(write).chain([SafetyAnswer::Clear(*case)]).collect()
            }
            Self::Beside { letter, .. } => letter.offer(),
            Self::Unheard(letter) => {
                let mut offer = letter.offer();
                offer.retain(|answer| !matches!(answer, SafetyAnswer::Reach { .. } | SafetyAnswer::Write));
                offer
            }
            Self::NothingToReport => vec![SafetyAnswer::Unsafe, SafetyAnswer::CallMe],
            Self::Reported { too: Too::Asks { case, conversation }, .. }
            | Self::ReportedStaff { too: Too::Asks { case, conversation }, .. } => [true, false]
                .map(|stop| SafetyAnswer::StopToo { case: *case, conversation: *conversation, stop })
                .to_vec(),
            Self::Noted { joined: true, .. } | Self::Reported { joined: true, .. } => {
                vec![SafetyAnswer::Write]
            }
            Self::Mistake
            | Self::MistakeNoted
            | Self::MailLater(_)
            | Self::SomebodyHasIt
            | Self::NobodyYet
            | Self::Over
            | Self::GoesOn { .. }
            | Self::TeamReads
            | Self::Deleted { .. }
            | Self::Decided { .. }
            | Self::Cleared
            | Self::ClearedLater
            | Self::ClearedLately
            | Self::ClearedOne
            | Self::Noted { joined: false, .. }
            | Self::TeamCalls { joined: false, .. }
            | Self::Reported { joined: false, .. }
            | Self::ReportedStaff { .. } => Vec::new(),
            Self::Follows { of, .. } => of.map(SafetyAnswer::Answer).into_iter().collect(),
            Self::Report { source, .. } => source.map(SafetyAnswer::Remove).into_iter().collect(),
        }
    }

    /// The same with the host country's numbers and the programme's own help lines, if help numbers belong to it.
    #[must_use]
    pub fn beside(self, lines: Lines) -> Self {
        let has = matches!(self, Self::Beside { .. });
        let Lines { country, own: helplines, write } = lines;
        let shows = self.shows_numbers() && (country.is_some() || !helplines.is_empty()) && !has;
        if shows { Self::Beside { country, helplines, write, letter: Box::new(self) } } else { self }
    }

    /// The same where nobody may know of her case: whatever speaks of the team says so.
    #[must_use]
    pub fn unheard(self) -> Self {
        let of_team = match self {
            Self::Stopped { .. }
            | Self::StoppedAll(_)
            | Self::WhoIsFine { .. }
            | Self::WhoInCircle { .. }
            | Self::Next { .. }
            | Self::Noted { .. }
            | Self::TeamReads
            | Self::Worried
            | Self::OnlyTeam { .. }
            | Self::MistakeNoted
            | Self::NobodyYet
            | Self::TeamCalls { .. }
            | Self::Reported { .. }
            | Self::ReportedStaff { .. } => true,
            Self::Menu { .. }
            | Self::Mistake
            | Self::MailLater(_)
            | Self::WhomOfTeam
            | Self::WhichOfTeam(_)
            | Self::TeamTold { .. }
            | Self::Call { .. }
            | Self::SomebodyHasIt
            | Self::Over
            | Self::GoesOn { .. }
            | Self::Follows { .. }
            | Self::Deleted { .. }
            | Self::OtherPair { .. }
            | Self::Decided { .. }
            | Self::Cleared
            | Self::ClearedLater
            | Self::ClearedLately
            | Self::ClearedOne
            | Self::NothingToReport
            | Self::Beside { .. }
            | Self::Unheard(_)
            | Self::Report { .. } => false,
        };
        if of_team { Self::Unheard(Box::new(self)) } else { self }
    }

    /// What is said, without what stands around it.
    pub fn inner(&self) -> &Self {
        if let Self::Beside { letter, .. } | Self::Unheard(letter) = self { letter.inner() } else { self }
    }

    /// Whether the help numbers stand under it, to be copied.
    pub fn shows_numbers(&self) -> bool {
        match self {
            Self::Menu { .. }
            | Self::Stopped { .. }
            | Self::StoppedAll(_)
            | Self::WhoIsFine { .. }
            | Self::WhoInCircle { .. }
            | Self::Next { .. }
            | Self::Noted { .. }
            | Self::WhomOfTeam
            | Self::WhichOfTeam(_)
            | Self::TeamTold { .. }
            | Self::Call { .. }
            | Self::TeamCalls { .. }
            | Self::MistakeNoted
            | Self::MailLater(_)
            | Self::NobodyYet
            | Self::Worried
            | Self::Unheard(_)
            | Self::Beside { .. } => true,
            Self::Mistake
            | Self::OnlyTeam { .. }
            | Self::TeamReads
            | Self::SomebodyHasIt
            | Self::Over
            | Self::GoesOn { .. }
            | Self::Follows { .. }
            | Self::Deleted { .. }
            | Self::OtherPair { .. }
            | Self::Decided { .. }
            | Self::Cleared
            | Self::ClearedLater
            | Self::ClearedLately
            | Self::ClearedOne
            | Self::Reported { .. }
            | Self::ReportedStaff { .. }
            | Self::NothingToReport
            | Self::Report { .. } => false,
        }
    }
}

impl SafetyAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Write | Self::Remove(_) | Self::Clear(_) | Self::WriteTo(_) | Self::Answer(_) => true,
            Self::Unsafe
            | Self::Report(_)
            | Self::StopToo { .. }
            | Self::CallMe
            | Self::AboutTeam
            | Self::AboutSomebody
            | Self::Means(_)
            | Self::Worry { .. }
            | Self::Mistake
            | Self::Back
            | Self::About { .. }
            | Self::AboutOne(_)
            | Self::AboutNone
            | Self::AboutUnknown
            | Self::Fine { .. }
            | Self::NobodyElse
            | Self::Reach { .. }
            | Self::Names { .. }
            | Self::Named { .. }
            | Self::Decide { .. }
            | Self::Call(_) => false,
        }
    }
}
