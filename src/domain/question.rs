//! Which of the bot's letters ask what can be answered in words as well as with their buttons.

use super::find::FindLetter;
use super::guardian::GuardianLetter;
use super::invites::InvitesLetter;
use super::join::JoinLetter;
use super::letter::Letter;
use super::pairing::PairingLetter;
use super::readiness::ReadinessLetter;
use super::relay::RelayLetter;
use super::setup::SetupLetter;

impl Letter {
    /// Whether the words of whoever reads it are an answer to it, or have it asked anew: then its buttons go.
    pub fn takes_words(&self) -> bool {
        let joins = matches!(
            self,
            Self::Join(
                JoinLetter::Language(_)
                    | JoinLetter::Consent { reads: false, .. }
                    | JoinLetter::Age
                    | JoinLetter::Alias(Some(_))
                    | JoinLetter::Clock(_)
                    | JoinLetter::Choose { done: false, .. }
            ) | Self::Guardian(GuardianLetter::When { .. } | GuardianLetter::May)
        );
        let announced =
            matches!(self, Self::Relay(RelayLetter::TeamPrompt { .. } | RelayLetter::AnswerPrompt { .. }));
        let asks_staff = matches!(
            self,
            Self::Join(JoinLetter::FileNumber(_))
                | Self::Invites(InvitesLetter::InUse { .. } | InvitesLetter::Number(_))
                | Self::Guardian(GuardianLetter::Role(_) | GuardianLetter::Day { .. })
                | Self::Readiness(ReadinessLetter::Day { .. })
                | Self::Find(FindLetter::Ask)
                | Self::Pairing(PairingLetter::WhyReady(_) | PairingLetter::NeedsWords)
        );
        let sets_up = if let Self::Setup(asked) = self {
            !matches!(asked, SetupLetter::Summary(_)) && !asked.offer().is_empty()
        } else {
            false
        };
        joins || announced || asks_staff || sets_up
    }
}
