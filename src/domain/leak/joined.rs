//! Digits that letters or words hold together: "691y284y705", "691 (no spaces) 284 (no spaces) 705".

use super::amounts::is_unit;
use super::lookalikes::Reading;
use super::numbers::{Group, is_counting};
use super::plain::{Plain, is_letter};

/// Digits of such a number, at least and at most.
const FEWEST: usize = 9;
const MOST: usize = 13;
/// Most characters between two of its parts.
const JOINT: usize = 24;

/// Whether the same word stands between the parts of what would be a phone number.
pub(super) fn is_joined(plain: &Plain, groups: &[Group], readings: &[Reading]) -> bool {
    let pairs: Vec<(Group, &Reading)> = groups.iter().copied().zip(readings).collect();
    let same = |a: &(Group, &Reading), b: &(Group, &Reading)| joint(plain, a.0, b.0).is_some();
    pairs.chunk_by(same).any(|run| {
        let parts: Vec<Group> = run.iter().map(|(group, _)| *group).collect();
        let joints: Vec<String> =
            parts.windows(2).filter_map(|pair| joint(plain, *pair.first()?, *pair.last()?)).collect();
        let read = run.iter().any(|(_, reading)| **reading == Reading::Certain);
        let alike = joints.windows(2).all(|pair| pair.first() == pair.last());
        !read && alike && is_number(plain, &parts)
    })
}

/// What stands between two parts: a word or two, or words in brackets.
fn joint(plain: &Plain, a: Group, b: Group) -> Option<String> {
    let gap = plain.lower.get(a.to..b.from).filter(|gap| gap.len() <= JOINT)?;
    let words = gap.iter().filter(|c| is_letter(**c) || **c == ' ').count();
    let signs = gap
        .iter()
        .all(|c| is_letter(*c) || matches!(c, ' ' | '(' | ')' | '[' | ']' | '*' | '-' | '/' | '\''));
    let text: String = gap.iter().collect();
    let single = text.split_whitespace().count() < 3 || gap.contains(&'(') || gap.contains(&'[');
    (words > 0 && gap.iter().any(|c| is_letter(*c)) && signs && single).then(|| text.trim().to_owned())
}

/// As many digits as a number has, and no list, no sizes of a box, no doses.
fn is_number(plain: &Plain, parts: &[Group]) -> bool {
    let digits: usize = parts.iter().map(|part| part.len()).sum();
    let values: Vec<u64> = parts.iter().map(|part| part.value(plain)).collect();
    let zero = parts.first().is_some_and(|part| plain.at(part.from) == Some('0'));
    let round = values.iter().all(|value| value.is_multiple_of(10));
    let list = is_counting(&values) || !zero && values.is_sorted_by(|a, b| a < b);
    let end = parts.last().map_or(0, |part| part.to);
    let unit = is_unit(plain, end);
    let enough = parts.len() > 2 || zero && parts.iter().all(|part| part.len() > 2);
    (FEWEST..=MOST).contains(&digits) && enough && !round && !list && !unit
}
