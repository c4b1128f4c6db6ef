//! Lists in pages. A page is found by the ids at its ends, so it costs what it shows, however long the list is.

use serde::{Deserialize, Serialize};

/// Lines on a page.
pub const LINES: usize = 6;

/// Which page of a list to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The beginning.
    First,
    /// What comes after this id.
    After(i64),
    /// What comes before this id.
    Before(i64),
}

impl Turn {
    /// The page that begins with this id.
    pub fn at(id: i64) -> Self {
        Self::After(id.saturating_sub(1))
    }
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet<T> {
    /// What it shows, in order.
    pub lines: Vec<T>,
    /// The page before it.
    pub previous: Option<Turn>,
    /// The page after it.
    pub next: Option<Turn>,
}

impl<T> Sheet<T> {
    /// Makes a page of rows as they were read from the turn on, nearest first, up to one more than a page holds.
    pub fn cut(mut rows: Vec<T>, turn: Turn, id: impl Fn(&T) -> i64) -> Self {
        let more = rows.len() > LINES;
        rows.truncate(LINES);
        if let Turn::Before(_) = turn {
            rows.reverse();
        }
        let (earlier, later) = match turn {
            Turn::First => (false, more),
            Turn::After(_) => (true, more),
            Turn::Before(_) => (more, true),
        };
        let previous = rows.first().filter(|_| earlier).map(|first| Turn::Before(id(first)));
        let next = rows.last().filter(|_| later).map(|last| Turn::After(id(last)));
        Self { lines: rows, previous, next }
    }

    /// The page that holds the line a turn leads to, of a list that is in an order of its own; the first page if that line
    /// is gone.
    pub fn holding(lines: Vec<T>, turn: Turn, id: impl Fn(&T) -> i64) -> Self {
        let at = |line: &T| Turn::at(id(line));
        let place = lines.iter().position(|line| at(line) == turn).unwrap_or_default();
        let first = place - place % LINES;
        let previous = first.checked_sub(LINES).and_then(|before| lines.get(before)).map(at);
        let next = lines.get(first + LINES).map(at);
        let lines = lines.into_iter().skip(first).take(LINES).collect();
        Self { lines, previous, next }
    }

    /// The same page, each line made into something else.
    pub fn map<U>(self, line: impl FnMut(T) -> U) -> Sheet<U> {
        Sheet { lines: self.lines.into_iter().map(line).collect(), previous: self.previous, next: self.next }
    }

    /// The pages around this one.
    pub fn turns(&self) -> impl Iterator<Item = Turn> {
        [self.previous, self.next].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a store would read of 1..=`last`, from a turn on.
    fn read(last: i64, turn: Turn) -> Sheet<i64> {
        let rows: Vec<i64> = match turn {
            Turn::First => (1..=last).take(LINES + 1).collect(),
            Turn::After(id) => (id + 1..=last).take(LINES + 1).collect(),
            Turn::Before(id) => (1..id).rev().take(LINES + 1).collect(),
        };
        Sheet::cut(rows, turn, |id| *id)
    }

    #[test]
    fn turning_forth_shows_everything_once_and_turning_back_the_same_pages() {
        let mut pages = vec![read(25, Turn::First)];
        while let Some(next) = pages.last().and_then(|page| page.next) {
            pages.push(read(25, next));
        }
        let shown: Vec<i64> = pages.iter().flat_map(|page| page.lines.clone()).collect();
        assert_eq!(shown, (1..=25).collect::<Vec<_>>());
        for pair in pages.windows(2) {
            assert_eq!(read(25, pair[1].previous.unwrap()).lines, pair[0].lines);
        }
    }

    #[test]
    fn in_an_order_of_its_own_a_list_is_turned_forth_and_back_and_a_line_leads_to_its_page() {
        let all: Vec<i64> = (1..=25).rev().collect();
        let at = |turn| Sheet::holding(all.clone(), turn, |id| *id);
        let mut pages = vec![at(Turn::First)];
        while let Some(next) = pages.last().and_then(|page| page.next) {
            pages.push(at(next));
        }
        let shown: Vec<i64> = pages.iter().flat_map(|page| page.lines.clone()).collect();
        assert_eq!(shown, all);
        for pair in pages.windows(2) {
            assert_eq!(at(pair[1].previous.unwrap()).lines, pair[0].lines);
        }
        assert!(pages[0].previous.is_none());
        for id in &all {
            assert!(at(Turn::at(*id)).lines.contains(id), "{id}");
        }
        for gone in [Turn::at(99), Turn::Before(7), Turn::After(i64::MAX)] {
            assert_eq!(at(gone).lines, pages[0].lines, "{gone:?}");
        }
        assert!(Sheet::holding(Vec::new(), Turn::First, |id| *id).lines.is_empty());
    }

    #[test]
    fn a_short_list_has_one_page() {
        assert_eq!(read(6, Turn::First).turns().count(), 0);
        assert_eq!(read(0, Turn::First).turns().count(), 0);
        assert_eq!(read(7, Turn::First).turns().count(), 1);
    }
}
