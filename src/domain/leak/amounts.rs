//! Figures of money and measures: what stands beside them says what they are.

use super::lookalikes::Look;
use super::numbers::is_currency;
use super::plain::Plain;

/// Words of money and measures, as they stand beside an amount.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    // Money
    "eur", "euro", "euros", "euro's", "cent", "cents", "céntimos", "usd", "dollar", "dollars", "dólares", "gbp",
    "pound", "pounds", "quid", "libras",
    "chf", "sek", "nok", "dkk", "kr", "kron", "pln", "zł", "zl", "huf", "czk", "ron", "lei", "leu", "uah", "rub",
    "mad", "dh", "dhs", "dirham",
    "dirhams", "dírhams", "syp", "lbp", "egp", "try", "tl", "lira", "liras", "livres", "irr", "irt", "toman",
    "tomans", "rial", "rials", "afn", "pkr",
    "inr", "rs", "rupees", "bdt", "tk", "taka", "birr", "etb", "xof", "fcfa", "cfa", "naira", "ngn", "cop", "mxn",
    "ars", "pesos", "soles", "bolívares",
    "francs", "francos", "k", "mil", "mill", "millones", "million", "millions", "millón", "billion",
    "грн", "гривень", "гривні", "гривен", "гривня", "руб", "рублей", "рубля", "рубль", "р", "коп", "євро", "евро",
    "долл", "доларів", "долларов", "тыс", "тис", "млн", "тенге", "тг",
    "يورو", "دولار", "درهم", "دراهم", "دينار", "ليره", "ليرات", "ريال", "جنيه", "فلس", "مليون", "الف", "ل", "د",
    "تومان", "تومن", "ميليون", "هزار", "افغاني", "টাকা", "रुपये", "रुपए", "ብር",
    // Measures
    "g", "gr", "kg", "mg", "mcg", "µg", "ug", "ml", "cl", "dl", "l", "litre", "litres", "litros", "m", "km", "cm",
    "mm", "m2", "m3", "km2", "mi", "miles", "ft",
    "kcal", "cal", "kj", "kwh", "kw", "w", "mb", "gb", "tb", "mah", "hz", "ui", "iu", "ha", "px", "rpm", "bpm",
    "г", "гр", "кг", "мг", "мл", "л", "м", "км", "см", "мм", "ккал", "квт", "غرام", "غ", "كغ", "كيلو", "ملغ", "مل",
    "متر", "كم", "لتر", "سم", "گرم", "كيلوگرم", "كيلومتر", "ليتر", "ميلي",
    "people", "persons", "inhabitants", "personas", "habitantes", "hab", "habitants", "personnes", "людей",
    "человек", "чел", "осіб", "نسمه", "شخص", "نفر", "users", "visitas", "views",
    "steps", "pasos", "pas", "points", "puntos", "pts", "pages", "páginas", "words", "palabras", "mots", "hours",
    "horas", "heures", "days", "días", "jours", "years", "años", "ans",
    "кроків", "шагов", "خطوه", "قدم", "likes", "followers", "votes", "votos", "voix",
];

impl Look<'_> {
    /// 1.250,00 € · $12 000 · 250 ml · 10.000-15.000 lei. Without a word for what it is only 12.500.000 and 2.300,00.
    pub(super) fn amount(&self, index: usize) -> usize {
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
        let point = self
            .sign(last)
            .filter(|sign| matches!(sign, '.' | ',') && (thousands == 0 || first != Some(*sign)));
        let cents = point.is_some() && (1..3).contains(&self.len(last + 1)) && self.sign(last + 1) != point;
        if cents { (last + 1, thousands, true) } else { (last, thousands, false) }
    }

    /// A dash, spaced or not, between this group and the next.
    pub(super) fn is_range(&self, index: usize) -> bool {
        matches!(self.gap(index), Some(['-'] | [' ', '-', ' ']))
    }

    /// "€12", "EUR 12": and the sign does not belong to a figure before it.
    fn money_before(&self, index: usize) -> bool {
        let Some(group) = self.group(index) else { return false };
        let end = self.plain.skip_spaces_back(group.from);
        let sign = self.plain.before(end).filter(|c| is_currency(*c)).map(|_| end - 1);
        let word = self.plain.word_before(end);
        let start = sign.or_else(|| {
            let known = [
                "eur", "usd", "gbp", "chf", "mad", "rs", "tk", "kr", "lei", "rm", "us", "euros", "egp",
                "syp", "pln", "try",
            ];
            known.contains(&word.as_str()).then(|| end - word.chars().count())
        });
        start.is_some_and(|start| {
            !self.plain.before(self.plain.skip_spaces_back(start)).is_some_and(|c| c.is_ascii_digit())
        })
    }

    fn unit_from(&self, end: usize) -> bool {
        is_unit(self.plain, end)
    }

    /// An amount with what it is an amount of, that is round, has cents or is small: no word for a phone makes it one.
    pub(super) fn plain_amount(&self, index: usize) -> usize {
        let taken = self.amount(index);
        let last = (index + taken).saturating_sub(1);
        let end = self.group(last).map_or(0, |group| group.to);
        if !self.money_before(index) && !self.unit_from(end) {
            return 0;
        }
        let digits: usize = (index..index + taken).map(|it| self.len(it)).sum();
        let (_, thousands, cents) = self.figure(index);
        let round = self.value(last) == Some(0) && thousands > 0 || self.round(last);
        if digits < 7 || round || cents && digits < 9 { taken } else { 0 }
    }
}

/// Whether a unit of money or measure stands here.
pub(super) fn is_unit(plain: &Plain, end: usize) -> bool {
    let next = plain.skip_spaces(end);
    let sign = plain.at(next).is_some_and(|c| is_currency(c) || matches!(c, '%' | '°' | '‰'));
    sign || UNITS.contains(&plain.word_from(next).as_str())
}
