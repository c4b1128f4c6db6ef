//! Whether words show a phone number, however it is written.

use super::cues::{self, Cue};
use super::lookalikes;
use super::plain::{Plain, is_letter};

/// Digits of a phone number with its country's code (E.164), at most.
const MOST: usize = 15;
/// Digits of a number without it, at least; shorter ones need a word that says so.
const USUAL: usize = 9;
/// Most signs between two parts of a number.
const GAP: usize = 12;

/// A run of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The index of its first digit.
    pub(super) from: usize,
    /// The index after its last.
    pub(super) to: usize,
}

impl Group {
    pub(super) fn len(self) -> usize {
        self.to - self.from
    }

    /// Its digits.
    pub(super) fn digits(self, plain: &Plain) -> String {
        plain.chars.get(self.from..self.to).unwrap_or_default().iter().collect()
    }

    /// Its value; of a longer one than eighteen digits nobody needs it.
    pub(super) fn value(self, plain: &Plain) -> u64 {
        self.digits(plain).parse().unwrap_or(u64::MAX)
    }
}

/// Whether there is a phone number in it.
pub(super) fn has_phone(plain: &Plain, hidden: &[bool]) -> bool {
    let groups = groups(plain, hidden);
    let innocent = lookalikes::innocent(plain, &groups);
    let left: Vec<Group> =
        groups.iter().zip(&innocent).filter(|(_, it)| !**it).map(|(group, _)| *group).collect();
    let alone = plain.has_no_letters();
    left.chunk_by(|a, b| belong(plain, &groups, *a, *b)).any(|run| {
        let number = Number { plain, alone };
        number.is_in(run)
            || lines(plain, run).len() > 1 && lines(plain, run).iter().any(|line| number.is_in(line))
    })
}

/// Every run of digits outside links.
fn groups(plain: &Plain, hidden: &[bool]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, c) in plain.chars.iter().enumerate() {
        if !c.is_ascii_digit() || hidden.get(index) == Some(&true) {
            continue;
        }
        match groups.last_mut() {
            Some(last) if last.to == index => last.to += 1,
            _ => groups.push(Group { from: index, to: index + 1 }),
        }
    }
    groups
}

/// Whether two runs of digits can be parts of one number: nothing but signs between them, and nothing that parts a list.
fn belong(plain: &Plain, all: &[Group], a: Group, b: Group) -> bool {
    let neighbours = all.iter().position(|it| *it == a).and_then(|at| all.get(at + 1)) == Some(&b);
    let gap = plain.chars.get(a.to..b.from).unwrap_or_default();
    let signs = gap.len() <= GAP
        && !gap.iter().any(|c| is_letter(*c) || matches!(c, ';' | '!' | '?' | '=' | '%' | '°' | '+'));
    let listed = gap.starts_with(&[',', ' ']) && a.len().max(b.len()) > 1;
    let introduced = gap.starts_with(&[':', ' ']);
    let numbered = gap.starts_with(&[')', ' ']) && a.len() < 3 && opening(plain, a) != Some('(');
    neighbours && signs && !listed && !introduced && !numbered && !gap.iter().any(|c| is_currency(*c))
}

fn opening(plain: &Plain, group: Group) -> Option<char> {
    plain.before(group.from).filter(|c| *c != '+').or_else(|| plain.before(group.from.checked_sub(1)?))
}

/// Signs of money.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '¤' | '֏' | '؋' | '৳' | '฿' | '\u{20A0}'..='\u{20CF}' | '\u{FDFC}')
}

/// The parts of a run that stand on lines of their own, or on both sides of a spaced dash, slash or bar.
fn lines<'a>(plain: &Plain, run: &'a [Group]) -> Vec<&'a [Group]> {
    let together = |a: &Group, b: &Group| {
        let gap: String = plain.chars.get(a.to..b.from).unwrap_or_default().iter().collect();
        !gap.contains('\n') && !matches!(gap.trim(), "-" | "/" | "|" | ".") || gap.len() == 1 && gap != "\n"
    };
    run.chunk_by(together).collect()
}

/// Judges runs of digits that nothing else explains.
struct Number<'a> {
    plain: &'a Plain,
    alone: bool,
}

impl Number<'_> {
    fn is_in(&self, run: &[Group]) -> bool {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
        let sizes: Vec<usize> = run.iter().map(|group| group.len()).collect();
        let count: usize = sizes.iter().sum();
        if count < 7 {
            return false;
        }
        let digits: String = run.iter().map(|group| group.digits(self.plain)).collect();
        let cue = cues::about(self.plain, first.from, last.to);
        if self.is_international(*first) && (8..=MOST).contains(&count) {
            return true;
        }
        if digits.starts_with("00") && !digits.starts_with("000") && (11..=MOST + 2).contains(&count) {
            return cue != Cue::Other;
        }
        match count {
            7 => cue == Cue::Phone && matches!(sizes.as_slice(), [7] | [3, 4] | [3, 2, 2]),
            8 => match sizes.as_slice() {
                [2, 2, 2, 2] => cue != Cue::Other && self.is_even(run),
                [8] => (cue == Cue::Phone || self.alone && cue == Cue::Silent) && !is_day(&digits),
                [4, 4] | [3, 3, 2] | [3, 2, 3] | [2, 3, 3] | [2, 6] | [1, 7] | [3, 5] | [2, 2, 4] => {
                    cue == Cue::Phone
                }
                _ => false,
            },
            USUAL..=13 => {
                let made_up = sizes.iter().all(|size| *size == 1 || *size == count) && is_made_up(&digits);
                // In France numbers are written in no other way, and nothing else in this way.
                let pairs = count == 10 && digits.starts_with('0') && sizes.iter().all(|size| *size == 2);
                let drawn = digits.starts_with('0') && count > 11 && sizes.iter().all(|size| *size == 2);
                pairs || cue != Cue::Other && !made_up && !drawn && !self.is_a_list(run)
            }
            // Two numbers side by side, or something longer that is none.
            _ => {
                run.len() > 1
                    && run.iter().any(|group| (USUAL..=13).contains(&group.len()) && self.is_in(&[*group]))
            }
        }
    }

    /// A plus before it, perhaps in brackets: "+34", "(+34)", "+ (34)".
    fn is_international(&self, first: Group) -> bool {
        let start = self.plain.chars.get(..first.from).unwrap_or_default();
        let mut signs = start.iter().rev().skip_while(|c| matches!(**c, ' ' | '('));
        signs.next() == Some(&'+') && !signs.next().is_some_and(char::is_ascii_digit)
    }

    /// The same sign between all parts.
    fn is_even(&self, run: &[Group]) -> bool {
        let mut gaps = run.windows(2).filter_map(|pair| match pair {
            [a, b] => self.plain.chars.get(a.to..b.from),
            _ => None,
        });
        let first = gaps.next();
        gaps.all(|gap| Some(gap) == first)
    }

    /// Numbers one after another that rise, count, or go in pairs: pages, bus lines, scores, hours. A phone number that
    /// begins with a zero does none of that.
    fn is_a_list(&self, run: &[Group]) -> bool {
        let values: Vec<u64> = run.iter().map(|group| group.value(self.plain)).collect();
        let rises = values.is_sorted_by(|a, b| a < b);
        let steps: Vec<Option<u64>> =
            values.windows(2).map(|pair| pair.last()?.checked_sub(*pair.first()?)).collect();
        let counts = steps.iter().all(|step| step.is_some() && Some(step) == steps.first());
        let short = run.iter().all(|group| group.len() < 4);
        let zero = self.plain.at(run.first().map_or(0, |group| group.from)) == Some('0');
        let years =
            run.iter().all(|group| group.len() == 4) && values.iter().all(|year| (1900..2100).contains(year));
        years || run.len() > 2 && counts || run.len() > 3 && rises && short && !zero || self.is_in_pairs(run)
    }

    /// "21-15 18-21 15-13", "9-14 16-19": two by two.
    fn is_in_pairs(&self, run: &[Group]) -> bool {
        let small = run.iter().all(|group| group.len() < 3);
        let gap = |pair: &[Group]| match pair {
            [a, b] => self.plain.chars.get(a.to..b.from).map(|gap| gap.iter().collect::<String>()),
            _ => None,
        };
        let gaps: Vec<String> = run.windows(2).filter_map(gap).collect();
        let inner =
            gaps.iter().step_by(2).all(|gap| matches!(gap.as_str(), "-" | "." | "/" | ":" | "," | " - "));
        let outer = gaps.iter().skip(1).step_by(2).all(|gap| gap.contains([' ', '\n', ',']) && gap != " - ");
        small && run.len() > 3 && run.len().is_multiple_of(2) && inner && outer
    }
}

/// 20250414, 14042025.
fn is_day(digits: &str) -> bool {
    let part = |from: usize, to: usize| {
        digits.get(from..to).and_then(|part| part.parse::<u64>().ok()).unwrap_or_default()
    };
    let day =
        |year, month, day| lookalikes::is_year(year) && (1..13).contains(&month) && (1..32).contains(&day);
    day(part(0, 4), part(4, 6), part(6, 8)) || day(part(4, 8), part(2, 4), part(0, 2))
}

/// 123456789, 999999999, 1200000000 in one piece: an example or a round number.
fn is_made_up(digits: &str) -> bool {
    let digit = |c: char| c.to_digit(10).unwrap_or_default();
    let steps = |step: u32| {
        digits.chars().zip(digits.chars().skip(1)).all(|(a, b)| (digit(a) + step) % 10 == digit(b))
    };
    let round = digits.starts_with(['1', '2', '3', '4', '5'])
        && digits.trim_end_matches('0').len() + 6 <= digits.len();
    steps(0) || steps(1) || steps(9) || round
}
