//! What a message can be told: names, counts, moments and ready-made words.

use chrono::{DateTime, Utc};
use fluent_bundle::FluentValue;
use unicode_segmentation::UnicodeSegmentation;

use super::layout;
use super::numbers::MANY;
use super::table::{Kind, Shape};
use super::voice::Voice;

/// Most characters (as people see them) and most UTF-16 units of a name in a message.
const NAME: (usize, usize) = (64, 128);
/// Most UTF-16 units of ready-made words in a message.
const RAW: usize = 1000;
/// How much of a button a name may take, in dp.
const NAME_ON_BUTTON: u32 = 130;
/// The same for ready-made words.
const RAW_ON_BUTTON: u32 = layout::WIDEST - 40;

/// What a person or a programme calls itself. Shown on one line and cut when absurdly long.
#[derive(Clone, Copy)]
pub struct Name<'a>(pub &'a str);

/// How many. Shown as at most "99+"; below zero counts as none.
#[derive(Clone, Copy)]
pub struct Count(pub i64);

/// A moment, shown as weekday, day, month and hour in the reader's zone.
#[derive(Clone, Copy)]
pub struct When(pub DateTime<Utc>);

/// A day, shown as weekday, day and month in the reader's zone.
#[derive(Clone, Copy)]
pub struct Day(pub DateTime<Utc>);

/// A day of any year, shown as weekday, day, month and year in the reader's zone.
#[derive(Clone, Copy)]
pub struct Dated(pub DateTime<Utc>);

/// An hour, shown as hours and minutes in the reader's zone.
#[derive(Clone, Copy)]
pub struct Hour(pub DateTime<Utc>);

/// Words that are ready: a link, a number to call, a case number, a list made by [`Voice::list`].
/// Still escaped like everything else.
#[derive(Clone, Copy)]
pub struct Raw<'a>(pub &'a str);

/// Something a message can be told.
pub(super) trait Argument {
    /// What the table calls it.
    const KIND: Kind;

    /// What Fluent is given for it.
    fn value(self, voice: &Voice<'_>, shape: Shape) -> FluentValue<'static>;
}

impl Argument for Name<'_> {
    const KIND: Kind = Kind::Name;

    fn value(self, _: &Voice<'_>, shape: Shape) -> FluentValue<'static> {
        let line = self.0.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if shape.is_html() { cut(&line, NAME) } else { layout::clip(&line, NAME_ON_BUTTON) };
        FluentValue::String(name.into())
    }
}

impl Argument for Raw<'_> {
    const KIND: Kind = Kind::Raw;

    fn value(self, _: &Voice<'_>, shape: Shape) -> FluentValue<'static> {
        let words =
            if shape.is_html() { cut(self.0, (RAW, RAW)) } else { layout::clip(self.0, RAW_ON_BUTTON) };
        FluentValue::String(words.into())
    }
}

impl Argument for Count {
    const KIND: Kind = Kind::Count;

    fn value(self, _: &Voice<'_>, _: Shape) -> FluentValue<'static> {
        FluentValue::from(self.0.clamp(0, MANY))
    }
}

impl Argument for When {
    const KIND: Kind = Kind::When;

    fn value(self, voice: &Voice<'_>, _: Shape) -> FluentValue<'static> {
        FluentValue::String(voice.moment(self.0).into())
    }
}

impl Argument for Day {
    const KIND: Kind = Kind::Day;

    fn value(self, voice: &Voice<'_>, _: Shape) -> FluentValue<'static> {
        FluentValue::String(voice.day(self.0).into())
    }
}

impl Argument for Dated {
    const KIND: Kind = Kind::Dated;

    fn value(self, voice: &Voice<'_>, _: Shape) -> FluentValue<'static> {
        FluentValue::String(voice.dated(self.0).into())
    }
}

impl Argument for Hour {
    const KIND: Kind = Kind::Hour;

    fn value(self, voice: &Voice<'_>, _: Shape) -> FluentValue<'static> {
        FluentValue::String(voice.hour(self.0).into())
    }
}

/// The beginning of a text, with "…" where something was left out.
fn cut(text: &str, (clusters, units): (usize, usize)) -> String {
    let mut room = units;
    let mut kept = 0;
    for cluster in text.graphemes(true).take(clusters) {
        let size = cluster.encode_utf16().count();
        if size > room {
            break;
        }
        room -= size;
        kept += cluster.len();
    }
    match text.get(..kept) {
        Some(start) if kept < text.len() => format!("{start}…"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_characters_and_never_grows_a_message() {
        assert_eq!(cut("Marta", NAME), "Marta");
        assert_eq!(cut(&"é".repeat(70), NAME), format!("{}…", "é".repeat(64)));
        assert!(cut(&"👩‍👩‍👧".repeat(64), NAME).encode_utf16().count() <= 129);
        assert_eq!(cut(&format!("a{}", "\u{301}".repeat(500)), NAME), "…");
    }
}
