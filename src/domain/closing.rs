//! Why a pair was closed. The partner never reads it.

stored! {
    /// The reasons of the spec's "Closing".
    pub enum ClosingReason {
        /// A planned end, or the goals are reached.
        Goals = "goals",
        /// No contact: the mentee did not write.
        NoContactMentee = "no_contact_mentee",
        /// No contact: the mentor did not write.
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
