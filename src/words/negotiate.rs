//! Which of the languages we have is the one somebody asked for, and what stands in for a missing message.

use crate::domain::lang::Lang;

/// Names that people, phones and other tables use for a language we call otherwise.
const ALIASES: [(&str, &str); 7] = [
    ("prs", "fa-AF"),
    ("dari", "fa-AF"),
    ("pes", "fa"),
    ("kmr", "ku"),
    ("sorani", "ckb"),
    ("iw", "he"),
    ("pt", "pt-PT"),
];

/// Languages whose speakers read another one: (reader's, the one read). Never uk → ru, ckb → ar or ti → am.
const ALSO_READ: [(&str, &str); 2] = [("fa-AF", "fa"), ("ca", "es")];

/// Exact, then alias, then the primary subtag, then the programme's language, then English.
pub(super) fn negotiate(wanted: &str, programme: &Lang, have: &[Lang]) -> Lang {
    let find = |tag: &str| have.iter().find(|lang| lang.as_str().eq_ignore_ascii_case(tag));
    let alias = |tag: &str| {
        ALIASES.iter().find(|(name, _)| tag.eq_ignore_ascii_case(name)).and_then(|(_, to)| find(to))
    };
    let wanted = wanted.replace('_', "-");
    let primary = wanted.split('-').next().unwrap_or_default();
    find(&wanted)
        .or_else(|| alias(&wanted))
        .or_else(|| find(primary))
        .or_else(|| alias(primary))
        .or_else(|| find(programme.as_str()))
        .cloned()
        .unwrap_or_else(Lang::source)
}

/// The languages a message is looked for in, the reader's own first and English last.
pub(super) fn chain(lang: &Lang, programme: &Lang) -> [Lang; 3] {
    let second = match ALSO_READ.iter().find(|(from, _)| *from == lang.as_str()) {
        Some((_, read)) => Lang::new(read),
        None => programme.clone(),
    };
    [lang.clone(), second, Lang::source()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn have() -> Vec<Lang> {
        ["en", "fa", "fa-AF", "ku", "uk", "es", "pt-PT"].map(Lang::new).to_vec()
    }

    #[test]
    fn a_tag_finds_its_language_by_itself_by_alias_or_by_its_first_part() {
        let greek = Lang::new("el");
        for (wanted, got) in [
            ("fa-af", "fa-AF"),
            ("prs", "fa-AF"),
            ("dari", "fa-AF"),
            ("pes", "fa"),
            ("kmr", "ku"),
            ("es-MX", "es"),
            ("es_AR", "es"),
            ("pt-BR", "pt-PT"),
            ("uk-UA", "uk"),
        ] {
            assert_eq!(negotiate(wanted, &greek, &have()).as_str(), got, "{wanted}");
        }
    }

    #[test]
    fn an_unknown_language_becomes_the_programmes_and_then_english() {
        assert_eq!(negotiate("ru", &Lang::new("uk"), &have()).as_str(), "uk");
        assert_eq!(negotiate("", &Lang::new("el"), &have()).as_str(), "en");
    }

    #[test]
    fn dari_falls_back_to_persian_and_ukrainian_never_to_russian() {
        let greek = Lang::new("el");
        assert_eq!(chain(&Lang::new("fa-AF"), &greek).map(|l| l.to_string()), ["fa-AF", "fa", "en"]);
        assert_eq!(chain(&Lang::new("ca"), &greek).map(|l| l.to_string()), ["ca", "es", "en"]);
        assert_eq!(chain(&Lang::new("uk"), &greek).map(|l| l.to_string()), ["uk", "el", "en"]);
    }
}
