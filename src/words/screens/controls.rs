//! The labels of the keyboard, in every language, known however they are typed.

use crate::domain::label::{self, meaning};
use crate::domain::lang::Lang;
use crate::words::{Words, common};
use std::collections::HashMap;

/// Longest text that is held against the labels. They are short, but marks that nobody sees may stand between their letters.
const LONGEST: usize = 400;

/// What a label of the keyboard asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// 🆘.
    Safety,
    /// The menu.
    Menu,
    /// The team, for whoever has not finished joining.
    Team,
    /// Taking a message back, as a reply to it. It is on no keyboard: people type it.
    Undo,
}

/// Every keyboard label in every language: a keyboard may be older than its owner's choice of language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Controls(HashMap<String, Control>);

impl Controls {
    /// What a typed text asks for, if it means a label: in whatever case, with whatever spaces and invisible marks, with a
    /// mark of exclamation at its end, or the label's sign alone, once or more often. With a word more it is a message.
    pub fn find(&self, typed: &str) -> Option<Control> {
        if typed.len() > LONGEST {
            return None;
        }
        let meant = meaning(typed);
        let meant = meant.trim_end_matches(ends);
        self.0.get(meant).or_else(|| self.0.get(once(meant)?)).copied()
    }

    fn knows(&mut self, label: &str, control: Control) {
        let meant = meaning(label);
        if let Some(sign) = meant.chars().next() {
            self.0.insert(sign.to_string(), control);
        }
        self.0.insert(meant, control);
    }
}

/// What people put after a label when it is urgent.
fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '۔' | '،' | ',')
}

/// A sign that stands there several times, and nothing else.
fn once(meant: &str) -> Option<&str> {
    let first = meant.chars().next()?;
    meant.chars().all(|c| c == first).then(|| meant.get(..first.len_utf8()))?
}

impl Words {
    /// Every keyboard label in every language.
    pub fn controls(&self) -> Controls {
        let mut controls = Controls::default();
        for language in self.languages() {
            let voice = self.voice(&language.lang, &Lang::source(), crate::domain::zone::Tz::UTC);
            controls.knows(common::sos(&voice).as_str(), Control::Safety);
            controls.knows(common::menu(&voice).as_str(), Control::Menu);
            // Its sign alone may be anything.
            controls.0.insert(meaning(common::team(&voice).as_str()), Control::Team);
            let undo = common::undo(&voice);
            controls.knows(undo.as_str(), Control::Undo);
            // It is typed: without its icon, too.
            controls.0.insert(label::letters(undo.as_str()), Control::Undo);
        }
        controls
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_begins_with_a_sign_so_that_plain_words_need_not_be_looked_at() {
        let words = Words::load().unwrap();
        for (meant, control) in &words.controls().0 {
            let sign = meant.chars().next().is_some_and(|c| !c.is_alphanumeric());
            assert!(sign || *control == Control::Undo, "{meant}");
        }
    }
}
