//! Numbers that are no phone by their shape or by what stands beside them: days, hours, money, measures, verses,
//! places on a map, books, accounts, papers.

use super::cues::is_phone;
use super::numbers::Group;
use super::plain::{Plain, is_letter};

/// What a group of digits can be, if it is no phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// Nothing.
    None,
    /// A book, a paper, a place on a map, a sum: so it looks, and a word for a phone beside it says more.
    Likely,
    /// A part of a word, as in X1234567L.
    Word,
    /// A day, an hour, a round sum, an account: it is that whatever stands beside it.
    Certain,
}

/// What explains each group.
pub(super) fn readings(plain: &Plain, groups: &[Group]) -> Vec<Reading> {
    let look = Look { plain, groups };
    let mut readings = vec![Reading::None; groups.len()];
    let mut index = 0;
    while index < groups.len() {
        // The longest explanation counts: a day and month may begin a range, a price a price list.
        let longest = |all: &[usize]| all.iter().copied().max().unwrap_or_default();
        let certain =
            longest(&[look.account(index), look.plain_amount(index), look.day(index), look.hours(index)]);
        let likely = longest(&[
            look.amount(index),
            look.place(index),
            look.book(index),
            look.paper(index),
            look.address(index),
            look.verse(index),
            look.years(index),
        ]);
        let word = usize::from(look.is_part_of_a_word(index));
        let found = [(certain, Reading::Certain), (word, Reading::Word), (likely, Reading::Likely)];
        let (taken, reading) =
            found.into_iter().rev().max_by_key(|(taken, _)| *taken).unwrap_or((0, Reading::None));
        for mark in readings.iter_mut().skip(index).take(taken) {
            *mark = reading;
        }
        index += taken.max(1);
    }
    readings
}

/// A year people speak of, in the Gregorian or the Iranian calendar.
pub(super) fn is_year(value: u64) -> bool {
    (1900..2100).contains(&value) || (1300..1500).contains(&value)
}

/// A day and a month, in either order.
pub(super) fn is_day_and_month(a: u64, b: u64) -> bool {
    let month = |value: u64| (1..13).contains(&value);
    let date = |value: u64| (1..32).contains(&value);
    date(a) && month(b) || month(a) && date(b)
}

/// A year in the number of a paper, in the Gregorian or the Iranian calendar.
fn is_recent(value: u64) -> bool {
    (1980..2080).contains(&value) || (1390..1420).contains(&value)
}

/// Each of its questions: how many groups from this one on are such a thing; 0 if none is.
pub(super) struct Look<'a> {
    pub(super) plain: &'a Plain,
    groups: &'a [Group],
}

impl Look<'_> {
    pub(super) fn group(&self, index: usize) -> Option<Group> {
        self.groups.get(index).copied()
    }

    pub(super) fn len(&self, index: usize) -> usize {
        self.group(index).map_or(0, Group::len)
    }

    pub(super) fn value(&self, index: usize) -> Option<u64> {
        self.group(index).map(|group| group.value(self.plain))
    }

    /// What stands between a group and the next.
    pub(super) fn gap(&self, index: usize) -> Option<&[char]> {
        self.plain.chars.get(self.group(index)?.to..self.group(index + 1)?.from)
    }

    /// The one sign between a group and the next.
    pub(super) fn sign(&self, index: usize) -> Option<char> {
        match self.gap(index)? {
            [sign] => Some(*sign),
            _ => None,
        }
    }

    /// The one sign between a group and the one before.
    fn sign_before(&self, index: usize) -> Option<char> {
        self.sign(index.checked_sub(1)?)
    }

    /// Other digits stand directly before it, with a space or a bracket between.
    fn is_within(&self, index: usize) -> bool {
        let gap = index.checked_sub(1).and_then(|before| self.gap(before));
        matches!(gap, Some([' ' | ')' | '-' | '.'] | [')', ' ']))
    }

    /// A chain of groups with the same sign between them stands alone: neither side goes on with that sign.
    fn ends_with(&self, first: usize, last: usize, sign: char) -> bool {
        self.sign_before(first) != Some(sign) && self.sign(last) != Some(sign)
    }

    /// X1234567L, RR123456789ES, 12345678Z, 3rd, N-400.
    fn is_part_of_a_word(&self, index: usize) -> bool {
        let Some(group) = self.group(index) else { return false };
        let before =
            self.plain.before(group.from).filter(|c| *c == '-').map_or(group.from, |_| group.from - 1);
        let word = self.plain.word_before(before);
        let start = before - word.chars().count();
        let capitals =
            self.plain.chars.get(start..before).unwrap_or_default().iter().all(|c| c.is_uppercase());
        let leads =
            !word.is_empty() && !is_phone(&word) && (capitals || word.chars().count() < 3 && group.len() < 9);
        let leads = leads && (before == group.from || capitals && word.chars().count() < 4);
        let next = self.plain.at(group.to).filter(|c| *c == '-').map_or(group.to, |_| group.to + 1);
        let word = self.plain.word_from(next);
        let capital = self.plain.at(next).is_some_and(char::is_uppercase) && word.chars().count() == 1;
        let trails = (1..3).contains(&word.chars().count()) && next == group.to && group.len() < 7;
        leads || trails || capital && group.len() < 10
    }

    /// ES91 2100 0418 4502 0005 1332, with its country's letters.
    fn account(&self, index: usize) -> usize {
        let Some(group) = self.group(index) else { return 0 };
        let word = self.plain.word_before(group.from);
        let capitals = self.plain.chars.get(group.from.saturating_sub(2)..group.from).unwrap_or_default();
        if word.chars().count() != 2 || !capitals.iter().all(char::is_ascii_uppercase) {
            return 0;
        }
        let joined = |next: &usize| matches!(self.gap(*next), Some([' ' | '-'])) && self.len(next + 1) <= 4;
        let more = (index..self.groups.len()).take_while(joined).count();
        let digits: usize = (index..=index + more).map(|it| self.len(it)).sum();
        if digits >= 12 { more + 1 } else { 0 }
    }

    /// 14.04.2025, 2025-04-14, 14/04/25, 04/2025.
    fn day(&self, index: usize) -> usize {
        match self.date(index) {
            0 => self.month(index),
            taken => taken,
        }
    }

    fn month(&self, index: usize) -> usize {
        let month = self.len(index) < 3 && self.value(index).is_some_and(|month| (1..13).contains(&month));
        let year = self.len(index + 1) == 4 && self.value(index + 1).is_some_and(is_year);
        let sign = self.sign(index).filter(|sign| matches!(sign, '.' | '/' | '-'));
        if month && year && sign.is_some_and(|sign| self.ends_with(index, index + 1, sign)) { 2 } else { 0 }
    }

    fn date(&self, index: usize) -> usize {
        let (Some(a), Some(b), Some(c)) = (self.value(index), self.value(index + 1), self.value(index + 2))
        else {
            return 0;
        };
        let Some(sign) = self.sign(index).filter(|sign| matches!(sign, '.' | '/' | '-')) else { return 0 };
        let chain = self.sign(index + 1) == Some(sign) && self.ends_with(index, index + 2, sign);
        let month = |value: u64| (1..13).contains(&value);
        let date = |value: u64| (1..32).contains(&value);
        let two = |index: usize| self.len(index) < 3;
        let forward = is_day_and_month(a, b);
        let european = two(index) && two(index + 1) && forward && self.len(index + 2) == 4 && is_year(c);
        let iso =
            self.len(index) == 4 && is_year(a) && two(index + 1) && two(index + 2) && month(b) && date(c);
        let follows =
            matches!(self.gap(index + 2), Some([' ' | '.' | '-' | '/'])) && self.len(index + 3) == 2;
        let short = two(index)
            && two(index + 1)
            && forward
            && self.len(index + 2) == 2
            && !follows
            && !self.is_within(index);
        if chain && (european || iso || short) { 3 } else { 0 }
    }

    /// 18:30, 18:30:15, 9.30-11.15, 8h30 has letters.
    fn hours(&self, index: usize) -> usize {
        let clock = |index: usize, sign: char| {
            let hour = self.len(index) < 3 && self.value(index).is_some_and(|hour| hour < 25);
            let minute = self.len(index + 1) == 2 && self.value(index + 1).is_some_and(|minute| minute < 60);
            hour && minute && self.sign(index) == Some(sign)
        };
        if clock(index, ':') {
            let seconds = self.sign(index + 1) == Some(':')
                && self.len(index + 2) == 2
                && self.value(index + 2) < Some(60);
            let last = index + 1 + usize::from(seconds);
            return if self.ends_with(index, last, ':') { last + 1 - index } else { 0 };
        }
        let range = |sign| clock(index, sign) && self.is_range(index + 1) && clock(index + 2, sign);
        let alone = self.ends_with(index, index + 3, '.') && self.sign(index + 3) != Some('-');
        if range('.') && alone { 4 } else { 0 }
    }

    /// 3:16-21, 2:255, 119:105, and results: 15:3.
    fn verse(&self, index: usize) -> usize {
        let short = |index: usize| (1..4).contains(&self.len(index));
        let is = self.sign(index) == Some(':') && short(index) && short(index + 1);
        if !is || !self.ends_with(index, index + 1, ':') {
            return 0;
        }
        let on = self.sign(index + 1) == Some('-')
            && short(index + 2)
            && !matches!(self.sign(index + 2), Some(':' | '-'));
        2 + usize::from(on)
    }

    /// 41.3851, 2.1734.
    fn place(&self, index: usize) -> usize {
        let decimal = |index: usize, most: u64| {
            let whole = self.len(index) < 4 && self.value(index).is_some_and(|value| value <= most);
            whole && self.sign(index) == Some('.') && self.len(index + 1) > 2
        };
        let gap: String = self.gap(index + 1).unwrap_or_default().iter().collect();
        let both = decimal(index, 90)
            && decimal(index + 2, 180)
            && matches!(gap.trim(), "," | "" | ", -" | ",-" | "-" | ";");
        let decimals = self.len(index + 1) > 3 || self.len(index + 3) > 3;
        match (both && decimals, decimal(index, 180) && self.len(index + 1) > 4) {
            (true, _) => 4,
            (false, true) => 2,
            (false, false) => 0,
        }
    }

    /// 978-84-376-0494-7: thirteen digits that begin as a book's do. Nobody can be called at 978 and 979.
    fn book(&self, index: usize) -> usize {
        let joined = |next: &usize| matches!(self.gap(*next), Some(['-' | ' ']));
        let more = (index..).take_while(joined).take(4).count();
        let is = |last: &usize| {
            let digits: String =
                (index..=*last).filter_map(|it| self.group(it)).map(|it| it.digits(self.plain)).collect();
            digits.len() == 13 && (digits.starts_with("978") || digits.starts_with("979"))
        };
        (index..=index + more).rev().find(is).map_or(0, |last| last + 1 - index)
    }

    /// 2025-0047713, 47713/2025, 08/2023/001234, 28/12345678/40: numbers of papers, with a year or between slashes.
    fn paper(&self, index: usize) -> usize {
        let Some(sign) = self.sign(index).filter(|sign| matches!(sign, '/' | '-')) else { return 0 };
        let more = (index..).take_while(|next| self.sign(*next) == Some(sign)).take(5).count();
        let parts = index..=index + more;
        if self.sign_before(index) == Some(sign) {
            return 0;
        }
        let year = |it: usize| self.len(it) == 4 && self.value(it).is_some_and(is_recent);
        // "010-2054-8633" is a phone in Korea.
        let least = if more > 1 && sign == '-' { 5 } else { 4 };
        let dated = parts.clone().any(year)
            && parts.clone().any(|it| !year(it) && self.len(it) >= least)
            && !self.is_within(index);
        let middle = sign == '/' && more == 2 && self.len(index + 1) > 5;
        if dated || middle { more + 1 } else { 0 }
    }

    /// 1998-2004.
    fn years(&self, index: usize) -> usize {
        let year = |index: usize| self.len(index) == 4 && self.value(index).is_some_and(is_year);
        let gap = matches!(self.sign(index), Some('-' | '/')) || self.is_range(index);
        if year(index) && year(index + 1) && gap { 2 } else { 0 }
    }

    /// Of a computer at home, and a postcode with its four digits more: CA 94110-1234.
    fn address(&self, index: usize) -> usize {
        let home = matches!(
            (self.value(index), self.value(index + 1)),
            (Some(192), Some(168)) | (Some(10 | 127), Some(0))
        );
        let dots = (index..)
            .take_while(|next| self.sign(*next) == Some('.') && self.len(next + 1) < 4)
            .take(3)
            .count();
        if home && dots == 3 {
            return 4;
        }
        let state = self.group(index).is_some_and(|group| {
            let end = self.plain.skip_spaces_back(group.from);
            let letters = self.plain.chars.get(end.saturating_sub(2)..end).unwrap_or_default();
            letters.len() == 2
                && letters.iter().all(char::is_ascii_uppercase)
                && !self.plain.before(end - 2).is_some_and(is_letter)
        });
        if state && self.len(index) == 5 && self.len(index + 1) == 4 && self.sign(index) == Some('-') {
            2
        } else {
            0
        }
    }
}
