//! The one choke point every argument of every message passes on its way into a text.
//! Markup and direction are fixed per function because Fluent takes plain function pointers.

use fluent_bundle::FluentValue;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::direction::{FSI, PDI, has_right_to_left, is_control};
use super::numbers::Digits;

/// How a bundle turns an argument into text.
pub(super) type Hook = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// The hook for messages (`tags`) or for plain words, in a locale that runs from right to left or not.
pub(super) fn hook(tags: bool, rtl: bool) -> Hook {
    match (tags, rtl) {
        (true, true) => |value, memo| pass::<true, true>(value, memo),
        (true, false) => |value, memo| pass::<true, false>(value, memo),
        (false, true) => |value, memo| pass::<false, true>(value, memo),
        (false, false) => |value, memo| pass::<false, false>(value, memo),
    }
}

fn pass<const TAGS: bool, const RTL: bool>(
    value: &FluentValue<'_>,
    memo: &IntlLangMemoizer,
) -> Option<String> {
    match value {
        FluentValue::String(text) => Some(inert(text, TAGS, RTL)),
        FluentValue::Number(number) => {
            let text = memo.with_try_get::<Memo, _, _>((), |memo| memo.0.print(number.value)).ok()?;
            Some(if RTL { isolate(&text) } else { text })
        }
        FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

/// A text that can neither add markup nor change the direction of its surroundings.
fn inert(text: &str, tags: bool, rtl: bool) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars().filter(|&c| !is_control(c)) {
        match c {
            '&' if tags => safe.push_str("&amp;"),
            '<' if tags => safe.push_str("&lt;"),
            '>' if tags => safe.push_str("&gt;"),
            '"' if tags => safe.push_str("&quot;"),
            '\n' => safe.push('\n'),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    if rtl || has_right_to_left(&safe) { isolate(&safe) } else { safe }
}

/// Isolates each line by itself: an isolate that is open at a line's end leaves both halves unbalanced.
fn isolate(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| format!("{FSI}{line}{PDI}")).collect();
    lines.join("\n")
}

/// The digits of a bundle's language, made once per bundle.
struct Memo(Digits);

impl Memoizable for Memo {
    type Args = ();
    type Error = super::LoadError;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        Digits::of(&lang.to_string()).map(Memo)
    }
}
