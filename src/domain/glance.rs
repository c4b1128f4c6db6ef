//! What a locked screen shows of a letter. Telegram puts its first words there, for whoever holds the phone, so nothing
//! that the bot sends of its own accord about a case may tell of it (programme, safeguarding 1).

use super::case::CaseLetter;
use super::letter::Letter;
use super::mail::MailLetter;
use super::opening::OpeningLetter;
use super::relay::RelayLetter;
use super::removal::RemovalLetter;
use super::safety::SafetyLetter;

/// So many characters of a message stand on a locked screen.
pub const GLANCE: usize = 80;

/// What may be read by whoever glances at its reader's phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glance {
    /// Anything: it is about no case, or only ever answers what its reader has just done.
    Anything,
    /// It comes unasked and may be about a case: its first [`GLANCE`] characters tell of none.
    Nothing,
    /// For the team: that there is a case and how it stands, and nobody's name.
    Nobody,
    /// It would tell. As a new message it is mail, whose words are behind a button; in place of an earlier message, which
    /// wakes no screen, it stands openly.
    Sealed,
}

impl Letter {
    /// What a locked screen may show of it. Whoever adds a letter about a case decides here.
    pub fn glance(&self) -> Glance {
        match self {
            Self::Case(letter) => case(letter),
            Self::Safety(letter) => safety(letter),
            Self::Relay(letter) => relay(letter),
            Self::Removal(letter) => removal(letter),
            Self::Opening(letter) => opening(letter),
            Self::Mail(MailLetter::Sealed(_)) => Glance::Nothing,
            Self::Join(_)
            | Self::Setup(_)
            | Self::Help(_)
            | Self::Pairing(_)
            | Self::Checkin(_)
            | Self::Missed(_)
            | Self::Desk(_)
            | Self::Supervised(_)
            | Self::Guardian(_)
            | Self::Readiness(_)
            | Self::Invites(_)
            | Self::Find(_)
            | Self::Leak(_)
            | Self::Settings(_)
            | Self::Circle(_)
            | Self::Departure(_) => Glance::Anything,
        }
    }

    /// As it is sent as a new message.
    #[must_use]
    pub fn as_new(&self) -> Self {
        match self.glance() {
            Glance::Sealed => self.sealed(),
            Glance::Anything | Glance::Nothing | Glance::Nobody => self.clone(),
        }
    }

    /// As it is sent in place of a message that its reader has deleted: what tells of a case of hers is mail then, for who
    /// deletes such a message is not alone any more.
    #[must_use]
    pub fn as_new_for_deleted(&self) -> Self {
        if self.tells() && self.glance() == Glance::Anything { self.sealed() } else { self.as_new() }
    }

    fn sealed(&self) -> Self {
        MailLetter::Sealed(Box::new(self.clone())).into()
    }
}

fn case(letter: &CaseLetter) -> Glance {
    match letter {
        CaseLetter::Card(_)
        | CaseLetter::Digest { .. }
        | CaseLetter::GroupLost
        | CaseLetter::Mistake
        | CaseLetter::LookAfter { .. }
        | CaseLetter::GroupRefuses { .. }
        | CaseLetter::GroupWorks { .. }
        | CaseLetter::GroupHolds { .. }
        | CaseLetter::StaffAway { .. } => Glance::Nobody,
        CaseLetter::Nudge { .. } => Glance::Nothing,
        CaseLetter::List { .. }
        | CaseLetter::Toast(_)
        | CaseLetter::Hello
        | CaseLetter::Linked
        | CaseLetter::CannotLink(_)
        | CaseLetter::UnknownGroup
        | CaseLetter::OnlyLead
        | CaseLetter::SetUpFirst
        | CaseLetter::OtherProgramme
        | CaseLetter::WhoAreYou
        | CaseLetter::GroupBack => Glance::Anything,
    }
}

fn safety(letter: &SafetyLetter) -> Glance {
    match letter {
        SafetyLetter::Beside { letter, .. } | SafetyLetter::Unheard(letter) => safety(letter),
        SafetyLetter::Report { .. } | SafetyLetter::Follows { .. } | SafetyLetter::OtherPair { .. } => {
            Glance::Nobody
        }
        // Whose it was stands in its second line, as above any message to the team.
        SafetyLetter::Deleted { .. } => Glance::Anything,
        SafetyLetter::SomebodyHasIt
        | SafetyLetter::NobodyYet
        | SafetyLetter::Over
        | SafetyLetter::GoesOn { .. } => Glance::Sealed,
        SafetyLetter::Menu { .. }
        | SafetyLetter::Mistake
        | SafetyLetter::Stopped { .. }
        | SafetyLetter::StoppedAll(_)
        | SafetyLetter::WhoIsFine { .. }
        | SafetyLetter::WhoInCircle { .. }
        | SafetyLetter::OnlyTeam { .. }
        | SafetyLetter::MistakeNoted
        | SafetyLetter::MailLater(_)
        | SafetyLetter::Decided { .. }
        | SafetyLetter::Cleared
        | SafetyLetter::ClearedLater
        | SafetyLetter::ClearedLately
        | SafetyLetter::ClearedOne
        | SafetyLetter::Next { .. }
        | SafetyLetter::Noted { .. }
        | SafetyLetter::TeamReads
        | SafetyLetter::Worried
        | SafetyLetter::Call { .. }
        | SafetyLetter::TeamCalls { .. }
        | SafetyLetter::Reported { .. }
        | SafetyLetter::ReportedStaff { .. }
        | SafetyLetter::WhomOfTeam
        | SafetyLetter::WhichOfTeam(_)
        | SafetyLetter::TeamTold { .. }
        | SafetyLetter::NothingToReport => Glance::Anything,
    }
}

fn removal(letter: &RemovalLetter) -> Glance {
    match letter {
        RemovalLetter::Yours(_) | RemovalLetter::Here => Glance::Sealed,
        RemovalLetter::Ask { .. }
        | RemovalLetter::Kept
        | RemovalLetter::Removed { .. }
        | RemovalLetter::Nothing => Glance::Anything,
    }
}

/// What comes of its own accord may be a case's doing; all else answers a press.
fn opening(letter: &OpeningLetter) -> Glance {
    match letter {
        OpeningLetter::Hers { .. } => Glance::Sealed,
        OpeningLetter::Unchanged(_) => Glance::Nothing,
        OpeningLetter::Ask(_)
        | OpeningLetter::Opened(_)
        | OpeningLetter::Kept
        | OpeningLetter::Over
        | OpeningLetter::Goes(_)
        | OpeningLetter::Stays
        | OpeningLetter::Late => Glance::Anything,
    }
}

/// What becomes of messages may be a case's doing: a stop, an end, a copy that the team took back.
fn relay(letter: &RelayLetter) -> Glance {
    match letter {
        RelayLetter::CannotDeliver
        | RelayLetter::NotDelivered
        | RelayLetter::Late
        | RelayLetter::Rests
        | RelayLetter::Lost { .. }
        | RelayLetter::Unpaused
        | RelayLetter::Ended
        | RelayLetter::From { .. } => Glance::Nothing,
        RelayLetter::TeamFrom { .. } | RelayLetter::AnswerPrompt { .. } => Glance::Anything,
        RelayLetter::NotCarried(_)
        | RelayLetter::NotCorrected
        | RelayLetter::SlowDown
        | RelayLetter::NoVoice { .. }
        | RelayLetter::NoVoiceAgain
        | RelayLetter::ArrivedLate
        | RelayLetter::WithdrawnLate
        | RelayLetter::Alone
        | RelayLetter::FirstDelivered
        | RelayLetter::TooOld { .. }
        | RelayLetter::Gap { .. }
        | RelayLetter::ForWhom { .. }
        | RelayLetter::Header { .. }
        | RelayLetter::Topic { .. }
        | RelayLetter::Several
        | RelayLetter::WritesTo { .. }
        | RelayLetter::NotSeveral { .. }
        | RelayLetter::NotOpen
        | RelayLetter::Dropped
        | RelayLetter::NotSent
        | RelayLetter::SentOn { .. }
        | RelayLetter::TeamPrompt { .. }
        | RelayLetter::TeamSent
        | RelayLetter::TeamNobody
        | RelayLetter::ReplyToAnswer
        | RelayLetter::AskedLongAgo
        | RelayLetter::AlbumAnswers { .. }
        | RelayLetter::InPart { .. }
        | RelayLetter::Forwarded
        | RelayLetter::AnswersElsewhere
        | RelayLetter::Corrected
        | RelayLetter::Reactions(_)
        | RelayLetter::UndoHow
        | RelayLetter::Undone
        | RelayLetter::UndoTooOld
        | RelayLetter::UndoFailed
        | RelayLetter::UndoNotYours
        | RelayLetter::UndoNothing => Glance::Anything,
    }
}
