//! L6: the plural form Fluent chooses is the one CLDR gives, in every locale.

use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use lazo::words::{Kind, Shape};

use crate::shelf::{complains, filling, none, planted_entry, reader, tags, with_message, words};

const FORMS: &str = "planted = { $n ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}";

/// What Fluent chooses in `tag` for 0 to 99, where it is not what CLDR gives for `rules`.
fn check(tag: &str, rules: &str) -> Vec<String> {
    let words = words(&with_message(tag, FORMS));
    let voice = reader(&words, tag);
    let entry = planted_entry(Shape::Toast, &[("n", Kind::Count)]);
    let locale: icu_locale_core::Locale = rules.parse().unwrap();
    let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
    (0..=99_u32)
        .filter_map(|n| {
            let wanted = match rules.category_for(n) {
                PluralCategory::Zero => "zero",
                PluralCategory::One => "one",
                PluralCategory::Two => "two",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            };
            let got = voice.render(&entry, filling("", n.into()));
            (!got.trim_end_matches('\u{2069}').ends_with(wanted))
                .then(|| format!("{tag} {n}: {got} instead of {wanted}"))
        })
        .collect()
}

#[test]
fn the_plural_form_is_the_one_the_language_has() {
    for tag in tags() {
        none(&check(&tag, &tag));
    }
}

#[test]
fn another_languages_plural_rules_are_noticed() {
    complains(&check("ar", "en"), "ar 2: ");
    complains(&check("en", "ar"), "en 0: ");
}
