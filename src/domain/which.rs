//! Which conversation a message goes to when its writer is in several, and how she tells them apart (spec relay §3).

use super::id::ConversationId;
use super::label::{is_unseen, meaning, seen};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// How long a choice holds.
pub const CHOSEN_MINUTES: i64 = 30;
/// After that long, whose message the next one is is said again.
pub(super) const HEADER_MINUTES: i64 = 10;
/// Longest name of a conversation, in UTF-16 units: a placeholder takes 64, "To: " included.
const NAME_UNITS: usize = 40;
/// Stands before the conversation that is written to.
pub const CURRENT: char = '➤';
/// Stands before the others.
pub const OTHER: char = '👤';
/// Longest text that is held against the labels. They are short, but marks that nobody sees may stand between their letters.
const LONGEST: usize = 1_000;

/// The conversation somebody chose by an explicit act: a tap, a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Current {
    /// Which.
    pub conversation: ConversationId,
    /// When she chose it.
    pub at: DateTime<Utc>,
    /// When a message from another conversation last came to her.
    pub other_at: Option<DateTime<Utc>>,
}

impl Current {
    /// Whether the choice still counts: it was made at most half an hour ago, and nothing has come from another
    /// conversation since.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.at <= now
            && now - self.at <= TimeDelta::minutes(CHOSEN_MINUTES)
            && self.other_at.is_none_or(|other| other < self.at)
    }
}

/// Where a message goes that says nothing about it itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whither {
    /// There.
    To(ConversationId),
    /// Its writer is asked: never guessed.
    Ask,
    /// There is no conversation.
    Nowhere,
}

/// To the only live conversation; of several to the one its writer chose at most half an hour ago, if nothing has come
/// from another since; otherwise she is asked.
pub fn whither(live: &[ConversationId], current: Option<Current>, now: DateTime<Utc>) -> Whither {
    let fresh = |current: &Current| live.contains(&current.conversation) && current.holds(now);
    match (live, current.filter(fresh)) {
        ([], _) => Whither::Nowhere,
        ([only], _) => Whither::To(*only),
        (_, Some(current)) => Whither::To(current.conversation),
        (_, None) => Whither::Ask,
    }
}

/// Whether a line says whose message the next one is: if it is another conversation's than the last, or after a while.
pub fn needs_header(
    last: Option<(ConversationId, DateTime<Utc>)>,
    next: ConversationId,
    now: DateTime<Utc>,
) -> bool {
    last.is_none_or(|(last, at)| last != next || now - at >= TimeDelta::minutes(HEADER_MINUTES))
}

/// What stands on the keyboard of an account with several conversations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switcher {
    /// The conversations and what they are called.
    pub names: Vec<(ConversationId, String)>,
    /// The one that was chosen last.
    pub current: Option<ConversationId>,
}

impl Switcher {
    /// What a conversation is called.
    pub fn name(&self, conversation: ConversationId) -> Option<&str> {
        self.names.iter().find(|(id, _)| *id == conversation).map(|(_, name)| name.as_str())
    }

    /// The conversation of that name; if it is written like no name, the one it means.
    pub fn find(&self, name: &str) -> Option<ConversationId> {
        let written = self.names.iter().find(|(_, it)| it == name);
        let meant = || {
            let mut like = self.names.iter().filter(|(_, it)| means(it, name));
            // Of two that mean the same, neither is guessed.
            like.next().filter(|_| like.next().is_none())
        };
        written.or_else(meant).map(|(id, _)| *id)
    }

    /// The keyboard's labels, in their order.
    pub fn labels(&self) -> impl Iterator<Item = String> {
        self.names
            .iter()
            .map(|(id, name)| format!("{} {name}", if Some(*id) == self.current { CURRENT } else { OTHER }))
    }
}

/// Whether two names are the same but for what nobody sees.
pub fn means(name: &str, typed: &str) -> bool {
    meaning(name) == meaning(typed)
}

/// The name on a label, if a text looks like one.
pub fn named(typed: &str) -> Option<&str> {
    if typed.len() > LONGEST {
        return None;
    }
    let name = seen(typed).strip_prefix([CURRENT, OTHER])?;
    Some(name.trim_start_matches(is_unseen)).filter(|name| !name.is_empty())
}

/// Names that tell conversations apart: short enough, and of two that mean the same the later one is numbered.
pub fn apart(names: impl IntoIterator<Item = (ConversationId, String)>) -> Vec<(ConversationId, String)> {
    let mut told: Vec<(ConversationId, String)> = Vec::new();
    for (id, name) in names {
        let name = cut(&name);
        let taken = |wanted: &str| told.iter().any(|(_, it)| means(it, wanted));
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|wanted| !taken(wanted));
        told.push((id, free.unwrap_or(name)));
    }
    told
}

fn cut(name: &str) -> String {
    let units = |text: &str| text.encode_utf16().count();
    if units(name) <= NAME_UNITS {
        return name.to_owned();
    }
    let mut short = String::new();
    for part in name.graphemes(true) {
        if units(&short) + units(part) >= NAME_UNITS {
            break;
        }
        short.push_str(part);
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ids: &[i64]) -> Vec<ConversationId> {
        ids.iter().map(|id| ConversationId(*id)).collect()
    }

    #[test]
    fn two_of_the_same_name_are_told_apart_whatever_they_are_called() {
        let names = ["Amina", "Ali", "Amina", "Amina (2)", "Amina"].map(str::to_owned);
        let told = apart(ids(&[1, 2, 3, 4, 5]).into_iter().zip(names));
        let told: Vec<&str> = told.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(told, ["Amina", "Ali", "Amina (2)", "Amina (2) (2)", "Amina (3)"]);
    }

    #[test]
    fn a_long_name_is_cut_between_characters_and_fits_a_placeholder() {
        let family = "👨‍👩‍👧‍👦";
        let told = apart([(ConversationId(1), family.repeat(9)), (ConversationId(2), "é".repeat(41))]);
        assert_eq!(told[0].1, format!("{}…", family.repeat(3)));
        assert_eq!(told[1].1, format!("{}…", "é".repeat(39)));
    }

    #[test]
    fn every_label_names_its_conversation_and_nothing_else_does() {
        let names = apart(ids(&[1, 2]).into_iter().zip(["Amina".to_owned(), "➤ Ali".to_owned()]));
        let switcher = Switcher { names, current: Some(ConversationId(2)) };
        let labels: Vec<String> = switcher.labels().collect();
        assert_eq!(labels, ["👤 Amina", "➤ ➤ Ali"]);
        for (label, id) in labels.iter().zip(ids(&[1, 2])) {
            assert_eq!(named(label).and_then(|name| switcher.find(name)), Some(id));
        }
        for other in ["Amina", "👤", "Hola 👤 Amina", "", "➤ \u{200F}"] {
            assert_eq!(named(other), None, "{other}");
        }
        assert_eq!(named("👤 Amina, come!").and_then(|name| switcher.find(name)), None);
    }
}
