//! Reactions: which one is mirrored, and what an author in a circle reads about those to her message.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The emoji that bots may react with (Bot API, `ReactionTypeEmoji`).
const FIXED: [&str; 73] = [
    "❤",
    "👍",
    "👎",
    "🔥",
    "🥰",
    "👏",
    "😁",
    "🤔",
    "🤯",
    "😱",
    "🤬",
    "😢",
    "🎉",
    "🤩",
    "🤮",
    "💩",
    "🙏",
    "👌",
    "🕊",
    "🤡",
    "🥱",
    "🥴",
    "😍",
    "🐳",
    "❤‍🔥",
    "🌚",
    "🌭",
    "💯",
    "🤣",
    "⚡",
    "🍌",
    "🏆",
    "💔",
    "🤨",
    "😐",
    "🍓",
    "🍾",
    "💋",
    "🖕",
    "😈",
    "😴",
    "😭",
    "🤓",
    "👻",
    "👨‍💻",
    "👀",
    "🎃",
    "🙈",
    "😇",
    "😨",
    "🤝",
    "✍",
    "🤗",
    "🫡",
    "🎅",
    "🎄",
    "☃",
    "💅",
    "🤪",
    "🗿",
    "🆒",
    "💘",
    "🙉",
    "🦄",
    "😘",
    "💊",
    "🙊",
    "😎",
    "👾",
    "🤷‍♂",
    "🤷",
    "🤷‍♀",
    "😡",
];

/// How long a reaction to an unknown message waits for it (spec relay §2: it may overtake its message).
pub const PARKED: TimeDelta = TimeDelta::seconds(60);

/// One of the emoji that bots may react with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Emoji(&'static str);

impl Emoji {
    /// Finds it in the fixed list, whether or not it asks for colours.
    pub fn new(text: &str) -> Option<Self> {
        let bare: String = text.chars().filter(|&char| char != '\u{FE0F}').collect();
        FIXED.iter().find(|known| **known == bare).map(|known| Self(known))
    }

    /// As Telegram writes it.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl<'de> Deserialize<'de> for Emoji {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::new(&text).ok_or_else(|| serde::de::Error::custom("not an emoji of the fixed list"))
    }
}

/// What somebody's reaction to a message is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reacted {
    /// Her emoji, in her order; others than emoji are left out.
    pub emoji: Vec<String>,
    /// She has one of any kind.
    pub any: bool,
}

/// What is mirrored of a reaction: an emoji, its end (`Some(None)`), or nothing at all, because bots may not show it.
pub fn mirrored(reacted: &Reacted) -> Option<Option<Emoji>> {
    let first = reacted.emoji.iter().find_map(|emoji| Emoji::new(emoji));
    (first.is_some() || !reacted.any).then_some(first)
}

/// One person's reaction to a message in a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Her alias.
    pub alias: String,
    /// Her emoji; `None` when she took it away.
    pub emoji: Option<Emoji>,
    /// Telegram's date of it.
    pub at: DateTime<Utc>,
}

/// The one reaction a bot can show: the latest that still stands.
pub fn latest(given: &[Given]) -> Option<Emoji> {
    given.iter().filter(|one| one.emoji.is_some()).max_by_key(|one| one.at)?.emoji
}

/// Who reacted with what, each emoji once, in the order in which they came.
pub fn line(given: &[Given]) -> Vec<(Emoji, Vec<String>)> {
    let mut standing: Vec<&Given> = given.iter().filter(|one| one.emoji.is_some()).collect();
    standing.sort_by_key(|one| one.at);
    let mut line: Vec<(Emoji, Vec<String>)> = Vec::new();
    for (emoji, alias) in standing.iter().filter_map(|one| Some((one.emoji?, one.alias.clone()))) {
        match line.iter_mut().find(|(known, _)| *known == emoji) {
            Some((_, names)) => names.push(alias),
            None => line.push((emoji, vec![alias])),
        }
    }
    line
}
