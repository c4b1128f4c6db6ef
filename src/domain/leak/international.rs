//! Numbers with their country's code: a plus or two zeros before them outweigh whatever else they could be.

use super::numbers::{GAP, Group, LEAST, is_currency};
use super::plain::{Plain, is_letter};

/// Digits of a number with its country's code (E.164), at most.
const MOST: usize = 15;

/// Countries whose numbers are all of one length: of North America and of Russia and Kazakhstan, code included.
const FIXED: [(char, usize); 2] = [('1', 11), ('7', 11)];

/// Whether one of the runs of digits begins such a number, with whatever signs between its parts.
pub(super) fn is_international(plain: &Plain, groups: &[Group]) -> bool {
    groups.iter().enumerate().any(|(index, group)| {
        let zeros =
            group.len() > 1 && is_zeros(plain, *group) && !is_hour(plain, *group) && begins(plain, *group);
        (zeros || has_plus(plain, *group)) && {
            let digits = run(plain, groups.get(index..).unwrap_or_default());
            if zeros { is_dialled(&digits) } else { digits.len() >= LEAST }
        }
    })
}

/// A plus before it, perhaps in brackets: "+34", "(+34)", "+ (34)", and no sum: "2+34", "3500 + 1200".
fn has_plus(plain: &Plain, group: Group) -> bool {
    let start = plain.chars.get(..group.from).unwrap_or_default();
    let apart = start.last() == Some(&' ');
    let mut signs = start.iter().rev().skip_while(|c| " (.-[{".contains(**c));
    signs.next() == Some(&'+') && !signs.find(|c| !apart || **c != ' ').is_some_and(char::is_ascii_digit)
}

fn is_zeros(plain: &Plain, group: Group) -> bool {
    let digits = group.digits(plain);
    digits.starts_with("00") && !digits.starts_with("000")
}

/// No other digits stand directly before it, as in "2077 0024 00 3102575766".
fn begins(plain: &Plain, group: Group) -> bool {
    let digit =
        |index: Option<usize>| index.and_then(|index| plain.at(index)).is_some_and(|c| c.is_ascii_digit());
    !digit(group.from.checked_sub(1)) && !digit(group.from.checked_sub(2))
}

/// 00:30, 00.30.
fn is_hour(plain: &Plain, group: Group) -> bool {
    let minute = |index| plain.at(index).is_some_and(|c| c.is_ascii_digit());
    let sign = matches!(plain.at(group.to), Some(':' | '.'));
    group.len() == 2 && sign && minute(group.to + 1) && minute(group.to + 2) && !minute(group.to + 3)
}

/// The digits from the first group on, as far as nothing but signs stands between them.
fn run(plain: &Plain, groups: &[Group]) -> String {
    let mut digits = String::new();
    let mut end = None;
    for group in groups {
        let gap = end.map_or(&[][..], |end| plain.chars.get(end..group.from).unwrap_or_default());
        if gap.len() > GAP
            || gap.iter().any(|c| is_letter(*c) || matches!(c, '+' | '='))
            || is_measured(gap)
            || digits.len() > MOST
        {
            break;
        }
        digits.push_str(&group.digits(plain));
        end = Some(group.to);
    }
    digits
}

/// "5 % 3", "12 € 50": a measure or a price ends there.
fn is_measured(gap: &[char]) -> bool {
    gap.len() > 1 && gap.iter().any(|c| is_currency(*c) || "%°‰".contains(*c))
}

/// Two zeros, a country's code, and as many digits as a number there can have.
fn is_dialled(digits: &str) -> bool {
    let number = digits.trim_start_matches('0');
    match FIXED.iter().find(|(code, _)| number.starts_with(*code)) {
        Some((_, length)) => number.len() == *length,
        None => (LEAST..=MOST).contains(&number.len()),
    }
}
