//! Numbers that are no phone by their shape or by what stands beside them: days, hours, money, measures, verses,
//! places on a map, books, accounts, papers.

use super::cues::is_phone;
use super::numbers::{Group, is_currency};
use super::plain::{Plain, is_letter};

/// Words of money and measures, as they stand beside an amount.
const UNITS: &[&str] = &[
    // Money
    "eur", "euro", "euros", "euro's", "cent", "cents", "céntimos", "usd", "dollar", "dollars", "dólares", "gbp", "pound", "pounds", "quid", "libras",
    "chf", "sek", "nok", "dkk", "kr", "kron", "pln", "zł", "zl", "huf", "czk", "ron", "lei", "leu", "uah", "rub", "mad", "dh", "dhs", "dirham",
    "dirhams", "dírhams", "syp", "lbp", "egp", "try", "tl", "lira", "liras", "livres", "irr", "irt", "toman", "tomans", "rial", "rials", "afn", "pkr",
    "inr", "rs", "rupees", "bdt", "tk", "taka", "birr", "etb", "xof", "fcfa", "cfa", "naira", "ngn", "cop", "mxn", "ars", "pesos", "soles", "bolívares",
    "francs", "francos", "k", "mil", "mill", "millones", "million", "millions", "millón", "billion",
    "грн", "гривень", "гривні", "гривен", "гривня", "руб", "рублей", "рубля", "рубль", "р", "коп", "євро", "евро", "долл", "доларів", "долларов", "тыс", "тис", "млн", "тенге", "тг",
    "يورو", "دولار", "درهم", "دراهم", "دينار", "ليره", "ليرات", "ريال", "جنيه", "فلس", "مليون", "الف", "ل", "د",
    "تومان", "تومن", "ميليون", "هزار", "افغاني", "টাকা", "रुपये", "रुपए", "ብር",
    // Measures
    "g", "gr", "kg", "mg", "mcg", "µg", "ug", "ml", "cl", "dl", "l", "litre", "litres", "litros", "m", "km", "cm", "mm", "m2", "m3", "km2", "mi", "miles", "ft",
    "kcal", "cal", "kj", "kwh", "kw", "w", "mb", "gb", "tb", "mah", "hz", "ui", "iu", "ha", "px", "rpm", "bpm",
    "г", "гр", "кг", "мг", "мл", "л", "м", "км", "см", "мм", "ккал", "квт", "غرام", "غ", "كغ", "كيلو", "ملغ", "مل", "متر", "كم", "لتر", "سم", "گرم", "كيلوگرم", "كيلومتر", "ليتر", "ميلي",
    "people", "persons", "inhabitants", "personas", "habitantes", "hab", "habitants", "personnes", "людей", "человек", "чел", "осіб", "نسمه", "شخص", "نفر", "users", "visitas", "views",
    "steps", "pasos", "pas", "points", "puntos", "pts", "pages", "páginas", "words", "palabras", "mots", "hours", "horas", "heures", "days", "días", "jours", "years", "años", "ans",
    "кроків", "шагов", "خطوه", "قدم", "likes", "followers", "votes", "votos", "voix",
];

/// Marks each group that something innocent explains.
pub(super) fn innocent(plain: &Plain, groups: &[Group]) -> Vec<bool> {
    let look = Look { plain, groups };
    let mut innocent = vec![false; groups.len()];
    let mut index = 0;
    while index < groups.len() {
        // The longest explanation counts: a day and month may begin a range, a price a price list.
        let taken = [
            look.account(index),
            look.amount(index),
            look.day(index),
            look.place(index),
            look.book(index),
            look.paper(index),
            look.address(index),
            look.hours(index),
            look.verse(index),
            look.years(index),
            usize::from(look.is_part_of_a_word(index)),
        ];
        let taken = taken.into_iter().max().unwrap_or_default();
        for mark in innocent.iter_mut().skip(index).take(taken) {
            *mark = true;
        }
        index += taken.max(1);
    }
    innocent
}

/// A year people speak of, in the Gregorian or the Iranian calendar.
pub(super) fn is_year(value: u64) -> bool {
    (1900..2100).contains(&value) || (1300..1500).contains(&value)
}

/// Each of its questions: how many groups from this one on are such a thing; 0 if none is.
struct Look<'a> {
    plain: &'a Plain,
    groups: &'a [Group],
}

impl Look<'_> {
    fn group(&self, index: usize) -> Option<Group> {
        self.groups.get(index).copied()
    }

    fn len(&self, index: usize) -> usize {
        self.group(index).map_or(0, Group::len)
    }

    fn value(&self, index: usize) -> Option<u64> {
        self.group(index).map(|group| group.value(self.plain))
    }

    /// What stands between a group and the next.
    fn gap(&self, index: usize) -> Option<&[char]> {
        self.plain.chars.get(self.group(index)?.to..self.group(index + 1)?.from)
    }

    /// The one sign between a group and the next.
    fn sign(&self, index: usize) -> Option<char> {
        match self.gap(index)? {
            [sign] => Some(*sign),
            _ => None,
        }
    }

    /// The one sign between a group and the one before.
    fn sign_before(&self, index: usize) -> Option<char> {
        self.sign(index.checked_sub(1)?)
    }

    /// A chain of groups with the same sign between them stands alone: neither side goes on with that sign.
    fn ends_with(&self, first: usize, last: usize, sign: char) -> bool {
        self.sign_before(first) != Some(sign) && self.sign(last) != Some(sign)
    }

    /// X1234567L, RR123456789ES, 12345678Z, 3rd, N-400.
    fn is_part_of_a_word(&self, index: usize) -> bool {
        let Some(group) = self.group(index) else { return false };
        let before = self.plain.before(group.from).filter(|c| *c == '-').map_or(group.from, |_| group.from - 1);
        let word = self.plain.word_before(before);
        let start = before - word.chars().count();
        let capitals = self.plain.chars.get(start..before).unwrap_or_default().iter().all(|c| c.is_uppercase());
        let leads = !word.is_empty() && !is_phone(&word) && (capitals || word.chars().count() < 3 && group.len() < 9);
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
        let more = (index..).take_while(joined).count();
        let digits: usize = (index..=index + more).map(|it| self.len(it)).sum();
        if digits >= 12 { more + 1 } else { 0 }
    }

    /// 1.250,00 € · $12 000 · 250 ml · 10.000-15.000 lei. Without a word for what it is only 12.500.000 and 2.300,00.
    fn amount(&self, index: usize) -> usize {
        let (last, thousands, cents) = self.figure(index);
        let end = self.group(last).map_or(0, |group| group.to);
        let long = (index..=last).any(|it| self.len(it) > 8 && !self.round(it));
        if long {
            return 0;
        }
        if self.money_before(index) || self.unit_from(end) {
            return last + 1 - index;
        }
        if self.is_range(last) {
            let (other, ..) = self.figure(last + 1);
            let end = self.group(other).map_or(0, |group| group.to);
            let short = (last + 1..=other).all(|it| self.len(it) < 9 || self.round(it));
            if short && self.unit_from(end) {
                return other + 1 - index;
            }
        }
        let zeros = (index + 1..=last).all(|it| self.group(it).is_some_and(|it| it.value(self.plain) == 0));
        if thousands > 1 && zeros && self.len(index) < 3 {
            return last + 1 - index;
        }
        let written = thousands > 0 && (cents || self.len(index) < 3) && self.sign(index) != Some(' ');
        if written && self.sign(last).is_none_or(|sign| sign == ' ') { last + 1 - index } else { 0 }
    }

    fn round(&self, index: usize) -> bool {
        self.group(index).is_some_and(|group| group.digits(self.plain).ends_with("000"))
    }

    /// The last group of the figure that begins here, its groups of thousands, and whether it has cents.
    fn figure(&self, index: usize) -> (usize, usize, bool) {
        let mut last = index;
        let first = self.sign(index).filter(|sign| matches!(sign, '.' | ',' | '\'' | ' '));
        while self.len(index) < 4 && first.is_some() && self.sign(last) == first && self.len(last + 1) == 3 {
            last += 1;
        }
        let thousands = last - index;
        let point = self.sign(last).filter(|sign| matches!(sign, '.' | ',') && (thousands == 0 || first != Some(*sign)));
        let cents = point.is_some() && (1..3).contains(&self.len(last + 1)) && self.sign(last + 1) != point;
        if cents { (last + 1, thousands, true) } else { (last, thousands, false) }
    }

    /// A dash, spaced or not, between this group and the next.
    fn is_range(&self, index: usize) -> bool {
        matches!(self.gap(index), Some(['-'] | [' ', '-', ' ']))
    }

    /// "€12", "EUR 12": and the sign does not belong to a figure before it.
    fn money_before(&self, index: usize) -> bool {
        let Some(group) = self.group(index) else { return false };
        let end = self.plain.skip_spaces_back(group.from);
        let sign = self.plain.before(end).filter(|c| is_currency(*c)).map(|_| end - 1);
        let word = self.plain.word_before(end);
        let start = sign.or_else(|| {
            let known = ["eur", "usd", "gbp", "chf", "mad", "rs", "tk", "kr", "lei", "rm", "us", "euros", "egp", "syp", "pln", "try"];
            known.contains(&word.as_str()).then(|| end - word.chars().count())
        });
        start.is_some_and(|start| !self.plain.before(self.plain.skip_spaces_back(start)).is_some_and(|c| c.is_ascii_digit()))
    }

    fn unit_from(&self, end: usize) -> bool {
        let next = self.plain.skip_spaces(end);
        let sign = self.plain.at(next).is_some_and(|c| is_currency(c) || matches!(c, '%' | '°' | '‰'));
        let word = self.plain.word_from(next);
        sign || UNITS.contains(&word.as_str())
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
        let (Some(a), Some(b), Some(c)) = (self.value(index), self.value(index + 1), self.value(index + 2)) else {
            return 0;
        };
        let Some(sign) = self.sign(index).filter(|sign| matches!(sign, '.' | '/' | '-')) else { return 0 };
        let chain = self.sign(index + 1) == Some(sign) && self.ends_with(index, index + 2, sign);
        let month = |value: u64| (1..13).contains(&value);
        let date = |value: u64| (1..32).contains(&value);
        let two = |index: usize| self.len(index) < 3;
        let forward = date(a) && month(b) || month(a) && date(b);
        let european = two(index) && two(index + 1) && forward && self.len(index + 2) == 4 && is_year(c);
        let iso = self.len(index) == 4 && is_year(a) && two(index + 1) && two(index + 2) && month(b) && date(c);
        let follows = matches!(self.gap(index + 2), Some([' ' | '.' | '-' | '/'])) && self.len(index + 3) == 2;
        let short = two(index) && two(index + 1) && forward && self.len(index + 2) == 2 && !follows;
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
            let seconds = self.sign(index + 1) == Some(':') && self.len(index + 2) == 2 && self.value(index + 2) < Some(60);
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
        let on = self.sign(index + 1) == Some('-') && short(index + 2) && !matches!(self.sign(index + 2), Some(':' | '-'));
        2 + usize::from(on)
    }

    /// 41.3851, 2.1734.
    fn place(&self, index: usize) -> usize {
        let decimal = |index: usize, most: u64| {
            let whole = self.len(index) < 4 && self.value(index).is_some_and(|value| value <= most);
            whole && self.sign(index) == Some('.') && self.len(index + 1) > 2
        };
        let gap: String = self.gap(index + 1).unwrap_or_default().iter().collect();
        let both = decimal(index, 90) && decimal(index + 2, 180) && matches!(gap.trim(), "," | "" | ", -" | ",-" | "-" | ";");
        let decimals = self.len(index + 1) > 3 || self.len(index + 3) > 3;
        match (both && decimals, decimal(index, 180) && self.len(index + 1) > 4) {
            (true, _) => 4,
            (false, true) => 2,
            (false, false) => 0,
        }
    }

    /// 978-84-376-0494-7: thirteen digits whose last one is right.
    fn book(&self, index: usize) -> usize {
        let joined = |next: &usize| matches!(self.gap(*next), Some(['-' | ' ']));
        let more = (index..).take_while(joined).take(4).count();
        (index..=index + more).rev().find(|last| self.is_book(index, *last)).map_or(0, |last| last + 1 - index)
    }

    fn is_book(&self, from: usize, to: usize) -> bool {
        let digits: String = (from..=to).filter_map(|it| self.group(it)).map(|it| it.digits(self.plain)).collect();
        let weigh = |(at, c): (usize, char)| c.to_digit(10).unwrap_or_default() * if at % 2 == 0 { 1 } else { 3 };
        let sum: u32 = digits.chars().enumerate().map(weigh).sum();
        digits.len() == 13 && sum.is_multiple_of(10) && (from == to || digits.starts_with("978") || digits.starts_with("979"))
    }

    /// 2025-0047713, 47713/2025, 08/2023/001234, 28/12345678/40: numbers of papers, with a year or between slashes.
    fn paper(&self, index: usize) -> usize {
        let Some(sign) = self.sign(index).filter(|sign| matches!(sign, '/' | '-')) else { return 0 };
        let more = (index..).take_while(|next| self.sign(*next) == Some(sign)).take(5).count();
        let parts = index..=index + more;
        if self.sign_before(index) == Some(sign) {
            return 0;
        }
        let year = |it: usize| self.len(it) == 4 && self.value(it).is_some_and(is_year);
        let dated = parts.clone().any(year) && parts.clone().any(|it| !year(it) && self.len(it) > 3);
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
        let home = matches!((self.value(index), self.value(index + 1)), (Some(192), Some(168)) | (Some(10), Some(0)));
        let dots = (index..).take_while(|next| self.sign(*next) == Some('.') && self.len(next + 1) < 4).take(3).count();
        if home && dots == 3 {
            return 4;
        }
        let state = self.group(index).is_some_and(|group| {
            let end = self.plain.skip_spaces_back(group.from);
            let letters = self.plain.chars.get(end.saturating_sub(2)..end).unwrap_or_default();
            letters.len() == 2 && letters.iter().all(char::is_ascii_uppercase) && !self.plain.before(end - 2).is_some_and(is_letter)
        });
        if state && self.len(index) == 5 && self.len(index + 1) == 4 && self.sign(index) == Some('-') { 2 } else { 0 }
    }
}
