//! Whether words show a phone number, however it is written.

use super::cues::{self, Cue};
use super::international::is_international;
use super::joined::is_joined;
use super::lookalikes::{self, Reading};
use super::plain::{Plain, is_letter};
use super::spoken;

/// Digits of the shortest number that is looked for.
pub(super) const LEAST: usize = 7;
/// Digits of a number without its country's code, at least; shorter ones need a word or a form that says so.
const USUAL: usize = 9;
/// Most signs between two parts of a number.
pub(super) const GAP: usize = 12;

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
    count(&groups) >= LEAST && has_written(plain, &groups) || spoken::has_number(plain, &groups)
}

fn has_written(plain: &Plain, groups: &[Group]) -> bool {
    if is_international(plain, groups) {
        return true;
    }
    let readings = lookalikes::readings(plain, groups);
    let left = |most: Reading| -> Vec<Group> {
        groups.iter().zip(&readings).filter(|(_, it)| **it <= most).map(|(group, _)| *group).collect()
    };
    let number = Number { plain, groups, alone: plain.has_no_letters() };
    // A word for a phone outweighs what only looks like something else.
    let cued = left(Reading::Likely);
    cued.chunk_by(|a, b| number.follow(*a, *b)).any(|run| number.is_cued(run))
        || left(Reading::None).chunk_by(|a, b| number.belong(*a, *b)).any(|run| number.is_in_any(run))
        || is_joined(plain, groups, &readings)
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

/// Their digits together.
pub(super) fn count(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.len()).sum()
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

/// Judges runs of digits.
struct Number<'a> {
    plain: &'a Plain,
    groups: &'a [Group],
    /// The words have no letters.
    alone: bool,
}

impl Number<'_> {
    /// Whether the second of two runs of digits comes next, with nothing but signs between.
    fn follow(&self, a: Group, b: Group) -> bool {
        let next = self.groups.partition_point(|it| it.from <= a.from);
        let gap = self.gap(a, b);
        let signs = gap.len() <= GAP && !gap.iter().any(|c| is_letter(*c) || is_currency(*c) || *c == '+');
        self.groups.get(next) == Some(&b) && signs
    }

    fn gap(&self, a: Group, b: Group) -> &[char] {
        self.plain.chars.get(a.to..b.from).unwrap_or_default()
    }

    /// Whether two runs of digits can be parts of one number: nothing parts a list between them.
    fn belong(&self, a: Group, b: Group) -> bool {
        let gap = self.gap(a, b);
        let parted = gap.iter().any(|c| matches!(c, ';' | '!' | '?' | '=' | '%' | '°'));
        let listed = gap.starts_with(&[',', ' ']) && a.len().max(b.len()) > 1;
        let introduced = gap.starts_with(&[':', ' ']);
        let numbered = gap.starts_with(&[')', ' ']) && a.len() < 3 && !self.is_opened(a);
        self.follow(a, b) && !parted && !listed && !introduced && !numbered
    }

    /// A bracket was opened before it: "(8 12) 34-56-78".
    fn is_opened(&self, group: Group) -> bool {
        let start = self.plain.chars.get(..group.from).unwrap_or_default();
        start.iter().rev().find(|c| !(c.is_ascii_digit() || matches!(c, ' ' | '+' | '-'))) == Some(&'(')
    }

    fn cue(&self, run: &[Group]) -> Cue {
        let ends = run.first().zip(run.last());
        ends.map_or(Cue::Silent, |(first, last)| cues::about(self.plain, first.from, last.to))
    }

    /// Seven digits and more beside a word for a phone.
    fn is_cued(&self, run: &[Group]) -> bool {
        count(run) >= LEAST
            && run.iter().any(|group| group.len() < 16)
            && match self.cue(run) {
                Cue::Phone => true,
                Cue::Call => run
                    .chunk_by(|a, b| self.belong(*a, *b))
                    .any(|run| count(run) >= LEAST && !self.is_a_list(run)),
                Cue::Other | Cue::Silent => false,
            }
    }

    /// In a run, or in one of its lines.
    fn is_in_any(&self, run: &[Group]) -> bool {
        let lines = lines(self.plain, run);
        self.is_in(run) || lines.len() > 1 && lines.iter().any(|line| self.is_in(line))
    }

    /// A number that no word says anything about.
    fn is_in(&self, run: &[Group]) -> bool {
        let sizes: Vec<usize> = run.iter().map(|group| group.len()).collect();
        let digits: String = run.iter().map(|group| group.digits(self.plain)).collect();
        // In France numbers are written in no other way, and nothing else in this way.
        let pairs = digits.len() == 10 && digits.starts_with('0') && sizes.iter().all(|size| *size == 2);
        if digits.len() < LEAST || !pairs && self.cue(run) == Cue::Other {
            return false;
        }
        match digits.len() {
            8 if sizes == [8] => self.alone && !is_day(&digits),
            LEAST | 8 => self.is_grouped(run, &sizes),
            USUAL..=13 => {
                let made_up =
                    sizes.iter().all(|size| *size == 1 || *size == digits.len()) && is_made_up(&digits);
                let drawn =
                    digits.starts_with('0') && digits.len() > 11 && sizes.iter().all(|size| *size == 2);
                pairs || !made_up && !drawn && !self.is_a_list(run)
            }
            // Two numbers side by side, or something longer that is none.
            _ => run.len() > 1 && run.iter().any(|it| (USUAL..=13).contains(&it.len()) && self.is_in(&[*it])),
        }
    }

    /// Seven or eight digits in parts, as many countries write them, and no day, no range, no list.
    fn is_grouped(&self, run: &[Group], sizes: &[usize]) -> bool {
        let gaps = |pair: &[Group]| match pair {
            [a, b] => self.gap(*a, *b).iter().all(|c| matches!(c, ' ' | '-' | '.' | '/' | '(' | ')')),
            _ => false,
        };
        let values: Vec<u64> = run.iter().map(|group| group.value(self.plain)).collect();
        let dash = |a: &Group, b: &Group| self.gap(*a, *b).contains(&'-') && b.len() - 1 <= a.len();
        let range = matches!((values.as_slice(), run), ([a, b], [c, d]) if a < b && a % 10 == 0 && b % 10 == 0 && dash(c, d));
        let day = matches!(sizes, [1 | 2, 1 | 2, 4])
            && matches!(values.as_slice(), [a, b, year] if lookalikes::is_day_and_month(*a, *b) && lookalikes::is_year(*year));
        let zero = self.begins_with_zero(run);
        let parts =
            sizes.iter().any(|size| *size > 2) || sizes == [2, 2, 2, 2] && (zero || self.is_even(run));
        let round = sizes.iter().skip(1).all(|size| *size == 3) && values.last() == Some(&0);
        run.len() > 1 && parts && run.windows(2).all(gaps) && !range && !day && !round && !self.is_a_list(run)
    }

    /// The same sign between all parts.
    fn is_even(&self, run: &[Group]) -> bool {
        let mut gaps = run.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(self.gap(*a, *b)),
            _ => None,
        });
        let first = gaps.next();
        gaps.all(|gap| Some(gap) == first)
    }

    /// Numbers one after another that rise, count, or go in pairs: pages, bus lines, scores, hours. A phone number that
    /// begins with a zero does none of that.
    fn is_a_list(&self, run: &[Group]) -> bool {
        let values: Vec<u64> = run.iter().map(|group| group.value(self.plain)).collect();
        let rises = values.is_sorted_by(|a, b| a < b) && self.is_even(run);
        let short = run.iter().all(|group| group.len() < 4);
        let pairs = run.len() == 4 && run.iter().all(|group| group.len() == 2);
        let zero = self.begins_with_zero(run);
        let years =
            run.iter().all(|group| group.len() == 4) && values.iter().all(|year| (1900..2100).contains(year));
        years
            || run.len() > 2 && is_counting(&values)
            || run.len() > 3 && rises && short && !zero && !pairs
            || self.is_in_pairs(run)
            || self.is_from_to(run, &values)
    }

    /// "03.09-19.12", "23 500-25 000": from one to another.
    fn is_from_to(&self, run: &[Group], values: &[u64]) -> bool {
        let (&[a, b, c, d], &[from, _, to, _]) = (run, values) else { return false };
        let [first, between, second] = [self.gap(a, b), self.gap(b, c), self.gap(c, d)];
        let days = run.iter().all(|group| group.len() < 3);
        let sums = b.len() == 3 && d.len() == 3 && from <= to;
        between.contains(&'-') && first == second && first != between && (days || sums)
    }

    fn begins_with_zero(&self, run: &[Group]) -> bool {
        run.first().is_some_and(|group| self.plain.at(group.from) == Some('0'))
    }

    /// "21-15 18-21 15-13", "9-14 16-19": two by two.
    fn is_in_pairs(&self, run: &[Group]) -> bool {
        let small = run.iter().all(|group| group.len() < 3);
        let gap = |pair: &[Group]| match pair {
            [a, b] => Some(self.gap(*a, *b).iter().collect::<String>()),
            _ => None,
        };
        let gaps: Vec<String> = run.windows(2).filter_map(gap).collect();
        let inner =
            gaps.iter().step_by(2).all(|gap| matches!(gap.as_str(), "-" | "." | "/" | ":" | "," | " - "));
        let outer = gaps.iter().skip(1).step_by(2).all(|gap| gap.contains([' ', '\n', ',']) && gap != " - ");
        small && run.len() > 3 && run.len().is_multiple_of(2) && inner && outer
    }
}

/// The same small or round step from each to the next.
pub(super) fn is_counting(values: &[u64]) -> bool {
    let steps: Vec<Option<u64>> =
        values.windows(2).map(|pair| pair.last()?.checked_sub(*pair.first()?)).collect();
    let small = |step: u64| step < 11 || values.iter().all(|value| value.is_multiple_of(step));
    steps.iter().all(|step| step.is_some_and(small) && Some(step) == steps.first())
}

/// 20250414, 14042025.
pub(super) fn is_day(digits: &str) -> bool {
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
