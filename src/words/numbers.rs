//! Numbers in the digits CLDR gives as a language's default.
//! That is 012 for `ar` (٠١٢ only with a country such as `ar-EG`) and ۰۱۲ for `fa`.
//! The words in `locales/ar` therefore write 16, not ١٦.

use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;

use super::LoadError;

/// The first number that is shown as "99+" instead of itself: plural rules above it are not to be trusted.
pub(super) const MANY: i64 = 100;

/// A language's digits.
pub(super) struct Digits(DecimalFormatter);

impl Digits {
    /// The default digits of a language tag.
    pub(super) fn of(tag: &str) -> Result<Self, LoadError> {
        let locale: Locale = tag.parse().map_err(|_| LoadError::Tag(tag.to_owned()))?;
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Never);
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), options)
            .map(Self)
            .map_err(|_| LoadError::Tag(tag.to_owned()))
    }

    /// A whole number, at most "99+".
    #[expect(
        clippy::cast_possible_truncation,
        reason = "Fluent holds every number as f64; ours are small and whole"
    )]
    pub(super) fn print(&self, number: f64) -> String {
        let number = number as i64;
        if number >= MANY {
            format!("{}+", self.0.format(&Decimal::from(MANY - 1)))
        } else {
            self.0.format(&Decimal::from(number)).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_counts_in_the_digits_cldr_gives_it() {
        assert_eq!(Digits::of("ar").unwrap().print(42.0), "42");
        assert_eq!(Digits::of("ar-EG").unwrap().print(42.0), "٤٢");
        assert_eq!(Digits::of("fa").unwrap().print(42.0), "۴۲");
        assert_eq!(Digits::of("es").unwrap().print(42.0), "42");
    }

    #[test]
    fn a_hundred_is_shown_as_more_than_ninety_nine() {
        assert_eq!(Digits::of("en").unwrap().print(99.0), "99");
        assert_eq!(Digits::of("en").unwrap().print(100.0), "99+");
    }
}
