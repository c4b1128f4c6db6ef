//! Digits as words: "six one two, double four, thirty-one", in the languages people write in.

use super::cues::{self, Cue};
use super::numbers::{Group, LEAST, is_counting};
use super::plain::{Plain, is_letter};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words for numbers, as they are after hamza and accents of letters were evened out (`Plain::lower`).
#[rustfmt::skip]
const VALUES: &[(u64, &str)] = &[
    (0, "zero oh nought cero zéro нуль ноль صفر null"),
    (1, "one uno una un une один одна одне واحد واحده وحده يك eins"),
    (2, "two dos deux два дві две اثنان اثنين اتنين تنين دو zwei"),
    (3, "three tres trois три ثلاثه تلاته ثلاث سه drei"),
    (4, "four cuatro quatre чотири четыре اربعه اربع چهار vier"),
    (5, "five cinco cinq пять пʼять п'ять خمسه خمس پنج fünf"),
    (6, "six seis шість шесть سته ست شش sechs"),
    (7, "seven siete sept сім семь سبعه سبع هفت sieben"),
    (8, "eight ocho huit вісім восемь ثمانيه تمانيه ثمان هشت acht"),
    (9, "nine nueve neuf девʼять дев'ять девять تسعه تسع نه neun"),
    (10, "ten diez dix десять عشره عشر ده"),
    (11, "eleven once onze одинадцять одиннадцать احدعش يازده"),
    (12, "twelve doce douze дванадцять двенадцать اتناعش دوازده"),
    (13, "thirteen trece treize тринадцять тринадцать سيزده"),
    (14, "fourteen catorce quatorze чотирнадцять четырнадцать چهارده"),
    (15, "fifteen quince quinze пʼятнадцять п'ятнадцять пятнадцать پانزده"),
    (16, "sixteen dieciséis dieciseis seize шістнадцять шестнадцать شانزده"),
    (17, "seventeen diecisiete сімнадцять семнадцать هفده"),
    (18, "eighteen dieciocho вісімнадцять восемнадцать هجده"),
    (19, "nineteen diecinueve девʼятнадцять дев'ятнадцять девятнадцать نوزده"),
    (20, "twenty veinte vingt vingts двадцять двадцать عشرون عشرين بيست"),
    (21, "veintiuno"), (22, "veintidós veintidos"), (23, "veintitrés veintitres"), (24, "veinticuatro"), (25, "veinticinco"),
    (26, "veintiséis veintiseis"), (27, "veintisiete"), (28, "veintiocho"), (29, "veintinueve"),
    (30, "thirty treinta trente тридцять тридцать ثلاثون ثلاثين تلاتين سي"),
    (40, "forty cuarenta quarante сорок اربعون اربعين چهل"),
    (50, "fifty cincuenta cinquante пʼятдесят п'ятдесят пятьдесят خمسون خمسين پنجاه"),
    (60, "sixty sesenta soixante шістдесят шестьдесят ستون ستين شصت"),
    (70, "seventy setenta septante сімдесят семьдесят سبعون سبعين هفتاد"),
    (80, "eighty ochenta huitante вісімдесят восемьдесят ثمانون ثمانين تمانين هشتاد"),
    (90, "ninety noventa nonante девʼяносто дев'яносто девяносто تسعون تسعين نود"),
    (100, "cien ciento сто مئه ميه صد"), (200, "doscientos двісті двести مئتان ميتين دويست"),
    (300, "trescientos триста سيصد"), (400, "cuatrocientos чотириста четыреста چهارصد"),
    (500, "quinientos пʼятсот п'ятсот пятьсот پانصد"), (600, "seiscientos шістсот шестьсот ششصد"),
    (700, "setecientos сімсот семьсот هفتصد"), (800, "ochocientos вісімсот восемьсот هشتصد"),
    (900, "novecientos девʼятсот дев'ятсот девятьсот نهصد"),
];

/// Words that repeat the next digit, and how often more.
const TIMES: [(&str, usize); 6] =
    [("double", 1), ("doble", 1), ("triple", 2), ("двічі", 1), ("дважды", 1), ("دوبل", 1)];

/// Words within one number: "cuarenta y siete", "vingt et un".
const AND: [&str; 6] = ["y", "et", "and", "i", "و", "и"];

/// What stands in a run of numbers.
#[derive(Clone, Copy)]
enum Part {
    Word(u64),
    Times(usize),
    Figure(usize, u64),
}

static BY_WORD: LazyLock<HashMap<&str, u64>> = LazyLock::new(|| {
    let words = VALUES.iter().flat_map(|(value, words)| words.split(' ').map(|word| (word, *value)));
    words.collect()
});

/// The value of a word for a number.
fn value(word: &str) -> Option<u64> {
    let known = |word: &str| BY_WORD.get(word).copied();
    known(word).or_else(|| known(word.strip_prefix('و')?))
}

/// All words for numbers, and those that may stand among them.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let values = VALUES.iter().flat_map(|(_, words)| words.split(' '));
    values.chain(TIMES.iter().map(|(word, _)| *word))
}

/// Words that stand within one number.
pub(super) fn links() -> impl Iterator<Item = &'static str> {
    AND.into_iter()
}

/// Whether digits are said that make a phone number: nine, or seven beside a word for a phone.
pub(super) fn has_number(plain: &Plain, groups: &[Group]) -> bool {
    runs(plain, groups).iter().any(|run| {
        let least = match cues::about(plain, run.from, run.to) {
            Cue::Phone | Cue::Call => LEAST,
            Cue::Silent if run.words() > LEAST => LEAST,
            Cue::Silent => LEAST + 2,
            Cue::Other => return false,
        };
        run.words() > 2 && run.digits() >= least && !run.is_a_list()
    })
}

/// Most digits that stand or are said one after another, for names: there, fewer than a phone's are too many.
pub(super) fn most_digits(plain: &Plain) -> usize {
    let figures = plain.chars.iter().filter(|c| c.is_ascii_digit()).count();
    let groups: Vec<Group> = (0..plain.chars.len())
        .filter(|at| plain.at(*at).is_some_and(|c| c.is_ascii_digit()))
        .map(|at| Group { from: at, to: at + 1 })
        .collect();
    let said = runs(plain, &groups).iter().map(Run::digits).max().unwrap_or_default();
    figures.max(said)
}

/// Numbers with nothing but signs between.
struct Run {
    from: usize,
    to: usize,
    parts: Vec<Part>,
}

impl Run {
    fn words(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, Part::Word(_))).count()
    }

    /// "Thirty" and "thirty-one" have two digits each.
    fn digits(&self) -> usize {
        let mut digits = 0;
        let mut before = 0;
        for part in &self.parts {
            match part {
                Part::Word(value) => {
                    let within = before >= 100 && *value < 100
                        || before >= 20 && before % 10 == 0 && *value < 20 && *value > 0;
                    digits += if within { 0 } else { value.to_string().len() };
                    before = if within && before >= 100 && *value >= 20 {
                        *value
                    } else if within {
                        0
                    } else {
                        *value
                    };
                }
                Part::Times(more) => digits += more,
                Part::Figure(len, _) => {
                    digits += len;
                    before = 0;
                }
            }
        }
        digits
    }

    /// One, two, three; or the same again and again: the words, and the figures too.
    fn is_a_list(&self) -> bool {
        let words: Vec<u64> = self
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Word(value) => Some(*value),
                Part::Times(_) | Part::Figure(..) => None,
            })
            .collect();
        let figures: Vec<u64> = self
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Figure(_, value) => Some(*value),
                Part::Times(_) | Part::Word(_) => None,
            })
            .collect();
        let back: Vec<u64> = words.iter().rev().copied().collect();
        (is_counting(&words) || is_counting(&back))
            && (figures.is_empty() || figures.len() > 2 && is_counting(&figures))
    }
}

fn runs(plain: &Plain, groups: &[Group]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    let mut at = 0;
    let mut groups = groups.iter().peekable();
    while let Some(c) = plain.at(at) {
        while groups.next_if(|group| group.from < at).is_some() {}
        if let Some(group) = groups.next_if(|group| group.from == at) {
            push(&mut runs, open, (at, group.to), Part::Figure(group.len(), group.value(plain)));
            (open, at) = (true, group.to);
        } else if is_letter(c) {
            let word = said_from(plain, at);
            let end = at + word.chars().count();
            let times = TIMES.iter().find(|(name, _)| *name == word).map(|(_, more)| Part::Times(*more));
            match value(&word).map(Part::Word).or(times) {
                Some(part) => {
                    push(&mut runs, open, (at, end), part);
                    open = true;
                }
                None => open &= AND.contains(&word.as_str()),
            }
            at = end;
        } else {
            open &= matches!(c, ' ' | '\n' | ',' | '.' | '-' | '/' | '\'');
            at += 1;
        }
    }
    runs.retain(|run| run.words() > 0);
    runs
}

/// The word from an index on, an apostrophe within it included: "п'ять".
fn said_from(plain: &Plain, at: usize) -> String {
    let rest = plain.lower.get(at..).unwrap_or_default();
    let within = |index: usize, c: char| {
        c == '\'' && rest.get(index + 1).is_some_and(|c| is_letter(*c)) && rest.first() == Some(&'п')
    };
    rest.iter()
        .enumerate()
        .take_while(|(index, c)| is_letter(**c) || within(*index, **c))
        .map(|(_, c)| *c)
        .collect()
}

fn push(runs: &mut Vec<Run>, open: bool, (from, to): (usize, usize), part: Part) {
    match runs.last_mut().filter(|_| open) {
        Some(run) => {
            run.parts.push(part);
            run.to = to;
        }
        None => runs.push(Run { from, to, parts: vec![part] }),
    }
}
