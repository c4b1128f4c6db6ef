//! What *Clear here* takes along: every letter that tells the one it is for, or whoever holds her phone, of her own 🆘.

use super::help::{HelpLetter, Task};
use super::letter::{Letter, Op, Rank};
use super::mail::MailLetter;
use super::opening::OpeningLetter;
use super::relay::RelayLetter;
use super::safety::SafetyLetter;

impl Letter {
    /// Whether it tells of a case of its reader's. Whoever adds a letter about a case decides here.
    pub fn tells(&self) -> bool {
        match self {
            Self::Safety(letter) => safety(letter),
            Self::Opening(letter) => opening(letter),
            Self::Mail(MailLetter::Sealed(letter)) => letter.tells(),
            Self::Relay(RelayLetter::WritesTo { in_danger, .. }) => *in_danger,
            Self::Help(HelpLetter::Which { task, .. }) => matches!(task, Task::Call(_) | Task::AboutTeam),
            // A message that the team took back may be anybody's case, and in a pair that is read along none.
            Self::Removal(_)
            // What is said of messages is the same in every stop, and of mail to the team on every day.
            | Self::Relay(_)
            // For the team.
            | Self::Case(_)
            | Self::Desk(_)
            | Self::Departure(_)
            | Self::Setup(_)
            | Self::Supervised(_)
            // What everybody reads.
            | Self::Help(_)
            | Self::Join(_)
            | Self::Pairing(_)
            | Self::Checkin(_)
            | Self::Missed(_)
            | Self::Guardian(_)
            | Self::Readiness(_)
            | Self::Invites(_)
            | Self::Find(_)
            | Self::Leak(_)
            | Self::Settings(_)
            | Self::Circle(_) => false,
        }
    }
}

impl Letter {
    /// Whether it waits for a reader who is out of reach: mail about what was decided, and so about whom her words go to.
    /// How it stands meanwhile she reads when she opens it.
    pub fn waits_for_its_reader(&self) -> bool {
        let Self::Mail(MailLetter::Sealed(mail)) = self else { return false };
        let decided =
            |said: &SafetyLetter| matches!(said.inner(), SafetyLetter::GoesOn { .. } | SafetyLetter::Over);
        matches!(&**mail, Self::Opening(OpeningLetter::Hers { .. }))
            || matches!(&**mail, Self::Safety(said) if decided(said))
    }
}

impl Op {
    /// The rank of what is to be said: what tells of a case is a matter of safety, and what is, *Clear here* finds.
    pub(super) fn ranked(&self, rank: Rank) -> Rank {
        match self {
            Self::Write(letter) | Self::Rewrite { with: letter, .. } if letter.tells() => Rank::Safety,
            Self::Write(_)
            | Self::Rewrite { .. }
            | Self::Clear { .. }
            | Self::Copy(_)
            | Self::Album { .. }
            | Self::Edit { .. }
            | Self::React { .. }
            | Self::Delete(_)
            | Self::Toast { .. }
            | Self::Topic
            | Self::Room(_)
            | Self::Commands
            | Self::Look { .. }
            | Self::Leave => rank,
        }
    }
}

fn safety(letter: &SafetyLetter) -> bool {
    match letter.inner() {
        // For the team, about somebody else's.
        SafetyLetter::Follows { .. }
        | SafetyLetter::Deleted { .. }
        | SafetyLetter::OtherPair { .. }
        | SafetyLetter::Decided { .. }
        | SafetyLetter::Report { .. }
        // The same for any mail on any evening.
        | SafetyLetter::MailLater(_) => false,
        SafetyLetter::Menu { .. }
        | SafetyLetter::Mistake
        | SafetyLetter::MistakeNoted
        | SafetyLetter::Stopped { .. }
        | SafetyLetter::StoppedAll(_)
        | SafetyLetter::WhoIsFine { .. }
        | SafetyLetter::WhoInCircle { .. }
        | SafetyLetter::Next { .. }
        | SafetyLetter::Noted { .. }
        | SafetyLetter::TeamReads
        | SafetyLetter::Worried
        | SafetyLetter::WhomOfTeam
        | SafetyLetter::WhichOfTeam(_)
        | SafetyLetter::TeamTold { .. }
        | SafetyLetter::Call { .. }
        | SafetyLetter::TeamCalls { .. }
        | SafetyLetter::OnlyTeam { .. }
        | SafetyLetter::SomebodyHasIt
        | SafetyLetter::NobodyYet
        | SafetyLetter::Over
        | SafetyLetter::GoesOn { .. }
        | SafetyLetter::Cleared
        | SafetyLetter::ClearedLater
        | SafetyLetter::ClearedLately
        | SafetyLetter::ClearedOne
        | SafetyLetter::Reported { .. }
        | SafetyLetter::ReportedStaff { .. }
        | SafetyLetter::NothingToReport
        | SafetyLetter::Beside { .. }
        | SafetyLetter::Unheard(_) => true,
    }
}

fn opening(letter: &OpeningLetter) -> bool {
    match letter {
        OpeningLetter::Hers { .. } | OpeningLetter::Goes(_) | OpeningLetter::Stays | OpeningLetter::Late => {
            true
        }
        // For whoever opens; that a change did not arrive, everybody reads.
        OpeningLetter::Ask(_)
        | OpeningLetter::Opened(_)
        | OpeningLetter::Kept
        | OpeningLetter::Over
        | OpeningLetter::Unchanged(_) => false,
    }
}
