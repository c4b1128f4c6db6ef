//! How Lazo speaks to one person: her language, her programme's language, her zone.

use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};
use fluent_bundle::FluentValue;

use super::args::{Argument, Count, Dated, Day, Hour, Name, Raw, When};
use super::common;
use super::library::Words;
use super::locale::Locale;
use super::negotiate;
use super::status::Review;
use super::table::{Entry, Kind, Shape};
use super::text::Plain;
use crate::domain::lang::Lang;

/// Whom the words are for. Every message function takes one.
#[derive(Clone)]
pub struct Voice<'w> {
    words: &'w Words,
    chain: [Option<&'w Locale>; 3],
    programme: Option<&'w Locale>,
    zone: Tz,
}

/// What the checks fill a message's variables with: every name and ready-made word, every number, every moment.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// For every name and ready-made word.
    pub text: &'a str,
    /// For every number.
    pub count: i64,
    /// For every moment, day and hour.
    pub at: DateTime<Utc>,
}

impl<'w> Voice<'w> {
    pub(super) fn new(words: &'w Words, lang: &Lang, programme: &Lang, zone: Tz) -> Self {
        let chain = negotiate::chain(lang, programme).map(|lang| words.locale(&lang));
        Self { words, chain, programme: words.locale(programme), zone }
    }

    /// Whether the person's language runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.own().is_some_and(|own| own.rtl)
    }

    /// The person's zone.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// "Tuesday 5 March, 18:05" in the person's zone.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        common::moment(self, Raw(&self.day(at)), Raw(&self.hour(at))).into()
    }

    /// "Tuesday 5 March" in the person's zone.
    pub fn day(&self, at: DateTime<Utc>) -> String {
        self.own().map(|own| own.formats.day(at, self.zone)).unwrap_or_default()
    }

    /// "Tuesday 5 March 2024" in the person's zone.
    pub fn dated(&self, at: DateTime<Utc>) -> String {
        self.own().map(|own| own.formats.dated(at, self.zone)).unwrap_or_default()
    }

    /// "18:05" in the person's zone.
    pub fn hour(&self, at: DateTime<Utc>) -> String {
        self.own().map(|own| own.formats.hour(at, self.zone)).unwrap_or_default()
    }

    /// "18:05 · Athens": what a clock in a zone shows, for the question "what time is it where you are?".
    pub fn clock(&self, at: DateTime<Utc>, zone: Tz) -> Plain {
        let label = |own: &Locale| format!("{} · {}", own.formats.hour(at, zone), own.formats.city(zone));
        Plain(self.own().map(label).unwrap_or_default())
    }

    /// "a, b and c" as the person's language writes it.
    pub fn list(&self, items: &[&str]) -> String {
        self.own().map(|own| own.formats.list(items)).unwrap_or_default()
    }

    /// Any entry of the registry, for the checks that look at all of them.
    pub fn render(&self, entry: &Entry, filling: Filling<'_>) -> String {
        let fill = |kind| match kind {
            Kind::Name => Name(filling.text).value(self, entry.shape),
            Kind::Raw => Raw(filling.text).value(self, entry.shape),
            Kind::Count => Count(filling.count).value(self, entry.shape),
            Kind::When => When(filling.at).value(self, entry.shape),
            Kind::Day => Day(filling.at).value(self, entry.shape),
            Kind::Dated => Dated(filling.at).value(self, entry.shape),
            Kind::Hour => Hour(filling.at).value(self, entry.shape),
        };
        let args: Vec<_> = entry.args.iter().map(|&(name, kind)| (name, fill(kind))).collect();
        self.say(entry.id, entry.attr, entry.shape, &args)
    }

    /// The message in the first language of the chain that has it and writes it without an error.
    pub(super) fn say(
        &self,
        id: &'static str,
        attr: Option<&'static str>,
        shape: Shape,
        args: &[(&'static str, FluentValue<'static>)],
    ) -> String {
        let mut said = None;
        for locale in self.chain.into_iter().flatten() {
            said = locale.render(id, attr, shape, args);
            if said.is_some() {
                break;
            }
            self.words.count_error(id, &locale.lang);
        }
        said.unwrap_or_else(|| "…".to_owned())
    }

    /// How Lazo speaks the language in which what is about consent or safety follows where no person has reviewed the
    /// reader's own: the programme's if somebody has reviewed that, else the source. The whole screen follows, never a
    /// line among lines, with dates and direction of its own.
    pub(super) fn original(&self) -> Option<Self> {
        let own = self.own().filter(|own| own.review == Review::Machine)?;
        let source = self.words.locale(&Lang::source());
        let read = |it: &&Locale| it.review != Review::Machine && it.lang != own.lang;
        let original = [self.programme, source].into_iter().flatten().find(read)?;
        Some(Self::new(self.words, &original.lang, &original.lang, self.zone))
    }

    fn own(&self) -> Option<&'w Locale> {
        self.chain.into_iter().flatten().next()
    }
}
