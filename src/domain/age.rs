//! Who may take part: Telegram's terms ask 16+, and 16–17 need a guardian's record and supervised mode.

stored! {
    /// The answer to "How old are you?". The age itself is not kept.
    pub enum Age {
        /// Under 16.
        Under16 = "under_16",
        /// 16 or 17; asked again at 18.
        Minor = "minor",
        /// 18 or more.
        Adult = "adult",
    }
}

impl Age {
    /// From full years.
    pub const fn of_years(years: u8) -> Self {
        match years {
            0..=15 => Self::Under16,
            16..=17 => Self::Minor,
            18.. => Self::Adult,
        }
    }
}

/// What follows from it (programme, lifecycles).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Goes on, may be paired.
    Admitted,
    /// Goes on only under supervised mode, which both sides see and accept.
    Supervised,
    /// Waits and cannot be paired: the guardian's consent is not recorded, or the programme has no supervised mode.
    AwaitsGuardian,
    /// Refused kindly; the coordinator who invited is told.
    Refused,
}

/// Whether someone of that age may take part.
pub const fn admit(age: Age, has_guardian_record: bool, is_supervision_offered: bool) -> Admission {
    match age {
        Age::Under16 => Admission::Refused,
        Age::Minor if has_guardian_record && is_supervision_offered => Admission::Supervised,
        Age::Minor => Admission::AwaitsGuardian,
        Age::Adult => Admission::Admitted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_16_is_refused_whatever_is_recorded() {
        assert_eq!(admit(Age::of_years(15), true, true), Admission::Refused);
    }

    #[test]
    fn at_16_and_17_a_guardian_and_supervision_are_needed() {
        for years in [16, 17] {
            let age = Age::of_years(years);
            assert_eq!(admit(age, true, true), Admission::Supervised);
            assert_eq!(admit(age, false, true), Admission::AwaitsGuardian);
            assert_eq!(admit(age, true, false), Admission::AwaitsGuardian);
        }
    }

    #[test]
    fn an_adult_needs_nobody() {
        assert_eq!(admit(Age::of_years(18), false, false), Admission::Admitted);
    }
}
