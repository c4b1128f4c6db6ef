//! Keyboards that fit a small phone: how wide a label is, how many stand in a row, which way a row runs.

use unicode_segmentation::UnicodeSegmentation;

use super::direction::is_control;

/// No label may be wider (dp); a phone of 320 dp cuts it off.
pub const WIDEST: u32 = 280;
const KEYBOARD: u32 = 305;
const GAP: u32 = 5;
const BORDER: u32 = 2;
const PADDING: u32 = 16;

/// The estimated width of a label in dp, rounded up: Latin and Arabic 7 a character, Cyrillic and Greek 8.2,
/// Ethiopic 9, Georgian 9.5, Bengali 11.3, emoji 15 (measured: Noto and Roboto Medium at 15 px).
pub fn width(label: &str) -> u32 {
    let tenths: u32 =
        label.graphemes(true).map(|cluster| cluster.chars().map(tenths).max().unwrap_or(0)).sum();
    tenths.div_ceil(10)
}

/// How many of these labels stand in one row: 1, 2 or 3.
pub fn columns<'a>(labels: impl IntoIterator<Item = &'a str>) -> usize {
    let widest = labels.into_iter().map(width).max().unwrap_or(0) + PADDING;
    let fits = |n: u32| widest * n + GAP * (n - 1) + BORDER <= KEYBOARD;
    if fits(3) {
        3
    } else if fits(2) {
        2
    } else {
        1
    }
}

/// Splits buttons into rows of `columns`. With `reversed`, each row runs from right to left: ask for it where the
/// order carries meaning (back and next, 1 to 5) and the reader's language runs that way.
pub fn rows<T>(buttons: Vec<T>, columns: usize, reversed: bool) -> Vec<Vec<T>> {
    let mut rows: Vec<Vec<T>> = Vec::new();
    for button in buttons {
        match rows.last_mut() {
            Some(row) if row.len() < columns => row.push(button),
            _ => rows.push(vec![button]),
        }
    }
    if reversed {
        for row in &mut rows {
            row.reverse();
        }
    }
    rows
}

/// The beginning of a text that is at most this wide (dp), with "…" where something was left out.
pub(super) fn clip(text: &str, room: u32) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut clipped = String::new();
    for cluster in text.graphemes(true) {
        if width(&clipped) + width(cluster) + width("…") > room {
            break;
        }
        clipped.push_str(cluster);
    }
    clipped.push('…');
    clipped
}

fn tenths(c: char) -> u32 {
    match c {
        c if is_control(c) => 0,
        '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{0370}'..='\u{052F}' => 82,
        '\u{0980}'..='\u{09FF}' => 113,
        '\u{10A0}'..='\u{10FF}' | '\u{1C90}'..='\u{1CBF}' => 95,
        '\u{1200}'..='\u{139F}' => 90,
        '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' => 150,
        c if c >= '\u{1F000}' => 150,
        _ => 70,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_differ_in_width_and_an_emoji_family_counts_once() {
        assert_eq!(width("abc"), 21);
        assert_eq!(width("абв"), 25);
        assert_eq!(width("ሰላም"), 27);
        assert_eq!(width("საშინლად"), 76);
        assert_eq!(width("আমি"), 23);
        assert_eq!(width("👩‍👩‍👧"), 15);
        assert_eq!(width("❤️"), 15);
    }

    #[test]
    fn short_labels_share_a_row_and_a_long_one_stands_alone() {
        assert_eq!(columns(["Yes", "No", "Maybe"]), 3);
        assert_eq!(columns(["a".repeat(11).as_str()]), 3);
        assert_eq!(columns(["a".repeat(12).as_str()]), 2);
        assert_eq!(columns(["a".repeat(19).as_str()]), 2);
        assert_eq!(columns(["a".repeat(20).as_str(), "No"]), 1);
    }

    #[test]
    fn a_row_is_reversed_only_when_its_order_means_something() {
        assert_eq!(rows(vec![1, 2, 3, 4], 3, true), [vec![3, 2, 1], vec![4]]);
        assert_eq!(rows(vec![1, 2, 3, 4], 2, false), [vec![1, 2], vec![3, 4]]);
    }

    #[test]
    fn a_label_is_cut_between_characters_as_people_see_them() {
        assert_eq!(clip("Marta", 130), "Marta");
        assert_eq!(clip(&"👩‍👩‍👧".repeat(9), 60), "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…");
    }
}
