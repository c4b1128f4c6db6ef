//! The two kinds of finished words: `Html` for messages, `Plain` for buttons, toasts and command descriptions.

use std::fmt;

use super::direction::is_control;

/// Between a screen and its original.
const ORIGINAL: &str = "\n\n———\n";

/// A message in Telegram's HTML. Everything people wrote is escaped in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Html {
    text: String,
    solemn: bool,
}

/// Words without markup, for places where Telegram shows text as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plain(pub(super) String);

impl Html {
    /// Words that need no original below them.
    pub(super) fn new(text: String) -> Self {
        Self { text, solemn: false }
    }

    /// Words about consent or safety.
    pub(super) fn solemn(text: String) -> Self {
        Self { text, solemn: true }
    }

    /// Whether anything in it is about consent or safety.
    pub(super) fn is_solemn(&self) -> bool {
        self.solemn
    }

    /// The text to send with `parse_mode: HTML`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// This message with another below it, an empty line between them.
    #[must_use]
    pub fn then(self, next: &Html) -> Html {
        self.joined("\n\n", next)
    }

    /// This message with another on the next line.
    #[must_use]
    pub fn line(self, next: &Html) -> Html {
        self.joined("\n", next)
    }

    /// This message, and below a line the same in the language that people have read.
    #[must_use]
    pub(super) fn above(self, original: &Html) -> Html {
        self.joined(ORIGINAL, original)
    }

    fn joined(mut self, by: &str, next: &Html) -> Html {
        self.text.push_str(by);
        self.text.push_str(&next.text);
        self.solemn |= next.solemn;
        self
    }
}

impl Plain {
    /// The text as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a typed text is a tap on this button of a keyboard: marks that only steer direction do not count.
    pub fn is_tapped_by(&self, typed: &str) -> bool {
        let letters = |text: &str| text.trim().chars().filter(|&c| !is_control(c)).collect::<String>();
        letters(&self.0) == letters(typed)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Html> for String {
    fn from(html: Html) -> String {
        html.text
    }
}

impl From<Plain> for String {
    fn from(text: Plain) -> String {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tap_is_known_with_and_without_direction_marks() {
        let button = Plain("\u{200F}🆘 أحتاج إلى مساعدة".to_owned());
        assert!(button.is_tapped_by("🆘 أحتاج إلى مساعدة"));
        assert!(button.is_tapped_by("\u{200F}🆘 أحتاج إلى مساعدة"));
        assert!(!button.is_tapped_by("🆘 أحتاج إلى مساعدة الآن"));
    }
}
