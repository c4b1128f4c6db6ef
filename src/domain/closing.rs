//! Why a pair was closed. The partner never reads it.

stored! {
    /// The reasons of the spec's "Ending": the only list, wherever a pair is ended from. Buttons of earlier versions call some
    /// of them otherwise.
    pub enum ClosingReason {
        /// A planned end, or the goals are reached.
        #[serde(alias = "planned")]
        Goals = "goals",
        /// No contact: the mentee did not write.
        #[serde(alias = "mentee_silent")]
        NoContactMentee = "no_contact_mentee",
        /// No contact: the mentor did not write.
        #[serde(alias = "mentor_silent")]
        NoContactMentor = "no_contact_mentor",
        /// No contact: neither side wrote.
        NoContactBoth = "no_contact_both",
        /// No time, or not the same times.
        Time = "time",
        /// They do not fit, or have no language together.
        Fit = "fit",
        /// Moved away, no phone, no data.
        Moved = "moved",
        /// Another kind of help is needed.
        OtherHelp = "other_help",
        /// Conduct or safety. Never shown to the partner.
        Conduct = "conduct",
        /// Anything else.
        Other = "other",
    }
}

impl ClosingReason {
    /// What "no contact" may mean.
    pub const NO_CONTACT: [Self; 3] = [Self::NoContactMentee, Self::NoContactMentor, Self::NoContactBoth];
}

stored! {
    /// What is said before a pair ends for conduct: whoever it ends for is heard by a person first, unless an authority asks
    /// otherwise (spec programme, safeguarding 1).
    pub enum Heard {
        /// Somebody of the team has talked with them about it.
        Yes = "heard",
        /// An authority asks the team not to.
        Authority = "authority",
    }
}

impl Heard {
    /// What the audit log says.
    pub const fn fact(self) -> &'static str {
        match self {
            Self::Yes => "heard before an end for conduct",
            Self::Authority => "not heard before an end for conduct: an authority asks so",
        }
    }
}

/// Why the team ends a pair, once everything is said that must be said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The reason.
    pub reason: ClosingReason,
    /// Of an end for conduct, and of no other.
    pub heard: Option<Heard>,
}

impl Ending {
    /// An end for this reason; `None` if it must be asked first whether they were heard.
    pub fn of(reason: ClosingReason, heard: Option<Heard>) -> Option<Self> {
        let conduct = reason == ClosingReason::Conduct;
        let heard = heard.filter(|_| conduct);
        (!conduct || heard.is_some()).then_some(Self { reason, heard })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_end_for_conduct_is_asked_about_and_none_comes_without_the_answer() {
        for reason in ClosingReason::ALL.iter().copied() {
            let conduct = reason == ClosingReason::Conduct;
            assert_eq!(Ending::of(reason, None).is_none(), conduct, "{reason:?}");
            for heard in Heard::ALL.iter().copied() {
                let ending = Ending::of(reason, Some(heard));
                assert_eq!(ending, Some(Ending { reason, heard: conduct.then_some(heard) }), "{reason:?}");
            }
        }
    }

    #[test]
    fn a_button_of_an_earlier_version_still_means_its_reason() {
        for (old, reason) in [
            ("planned", ClosingReason::Goals),
            ("mentee_silent", ClosingReason::NoContactMentee),
            ("mentor_silent", ClosingReason::NoContactMentor),
            ("other_help", ClosingReason::OtherHelp),
        ] {
            let read: Result<ClosingReason, _> = serde_json::from_str(&format!("\"{old}\""));
            assert_eq!(read.ok(), Some(reason), "{old}");
        }
    }
}
