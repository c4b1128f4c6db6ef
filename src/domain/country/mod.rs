//! Help numbers by host country: a table of data (`numbers.txt`), in which each number has its source and the day it was read.

use serde::{Deserialize, Deserializer, Serialize};
use std::sync::LazyLock;

stored! {
    /// Whom a help number reaches, and how, in the order in which they are read.
    pub enum Line {
        /// The emergency services by voice, beside 112.
        Emergency = "emergency",
        /// The emergency services, in writing.
        Text = "text",
        /// A line for children and young people.
        Child = "child",
        /// A line about violence at home, or against women.
        Violence = "violence",
        /// The same, in writing.
        ViolenceText = "violence_text",
        /// A line for whoever thinks of suicide, or despairs.
        Crisis = "crisis",
    }
}

impl Line {
    /// Whether it is reached in writing.
    pub fn is_written(self) -> bool {
        match self {
            Self::Text | Self::ViolenceText => true,
            Self::Emergency | Self::Child | Self::Violence | Self::Crisis => false,
        }
    }
}

/// What every country should have; of what is missing the lead is asked for a line of the programme's own.
pub const WANTED: [Line; 4] = [Line::Text, Line::Child, Line::Violence, Line::Crisis];

/// A help number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Whom it reaches.
    pub line: Line,
    /// As it is written where it stands.
    pub number: &'static str,
    /// The day its source was read, as year, month and day.
    pub read: &'static str,
    /// The day the source itself says, if it says one: a year at least.
    pub dated: Option<&'static str>,
    /// The page where it stands.
    pub source: &'static str,
}

/// A country that has a row, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Country(&'static str);

struct Row {
    code: &'static str,
    name: &'static str,
    numbers: Vec<Number>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = Vec::new();
    for line in include_str!("numbers.txt").lines() {
        let country = line.strip_prefix("country ").and_then(|rest| rest.split_once(' '));
        if let Some((code, name)) = country {
            rows.push(Row { code, name, numbers: Vec::new() });
        } else if let (Some(row), Some(number)) = (rows.last_mut(), read(line)) {
            row.numbers.push(number);
        }
    }
    rows
});

/// A line of the table; `None` if it is none.
fn read(line: &'static str) -> Option<Number> {
    let mut cells = line.splitn(4, " | ");
    let (line, number) = cells.next()?.split_once(' ')?;
    let (read, dated, source) = (cells.next()?, cells.next()?, cells.next()?);
    let dated = Some(dated).filter(|it| *it != "-");
    Some(Number { line: Line::parse(line)?, number, read, dated, source })
}

impl Country {
    /// The country with this code, if it has a row.
    pub fn find(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code == code).map(|row| Self(row.code))
    }

    /// All that have a row, by their own names.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| Self(row.code))
    }

    /// Its code, of two letters.
    pub fn code(self) -> &'static str {
        self.0
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.code == self.0)
    }

    /// Its own name, in its own languages.
    pub fn name(self) -> &'static str {
        self.row().map_or(self.0, |row| row.name)
    }

    /// Its numbers, in the order in which they are read.
    pub fn numbers(self) -> &'static [Number] {
        self.row().map_or(&[], |row| row.numbers.as_slice())
    }

    /// What it has no number for.
    pub fn lacks(self) -> Vec<Line> {
        let has = |line: &Line| self.numbers().iter().any(|number| number.line == *line);
        WANTED.into_iter().filter(|line| !has(line)).collect()
    }
}

/// A country of a later version has no row here, and reads as none.
pub fn known<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Country>, D::Error> {
    let code = Option::<String>::deserialize(from)?;
    Ok(code.as_deref().and_then(Country::find))
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Self::find(&code).ok_or_else(|| serde::de::Error::custom("no such country"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::helplines::number;
    use chrono::NaiveDate;

    fn is_day(day: &str) -> bool {
        NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok()
    }

    /// A day, a month, or a year at least.
    fn is_dated(day: &str) -> bool {
        is_day(day) || is_day(&format!("{day}-01")) || is_day(&format!("{day}-01-01"))
    }

    #[test]
    fn every_number_can_be_dialled_and_names_its_source_and_the_day_it_was_read() {
        let cells: Vec<_> =
            Country::all().flat_map(|it| it.numbers().iter().map(move |cell| (it, cell))).collect();
        assert!(cells.len() > 45, "{}", cells.len());
        for (country, cell) in cells {
            assert!(is_day(cell.read), "{country:?}: {cell:?}");
            assert!(cell.dated.is_none_or(is_dated), "{country:?}: {cell:?}");
            let host = cell.source.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap());
            assert!(cell.source.starts_with("http") && host.is_some_and(|it| it.contains('.')), "{cell:?}");
            let dialled = number(cell.number);
            assert!(dialled.len() >= 3 && dialled.chars().all(|c| c.is_ascii_digit()), "{cell:?}");
            assert_ne!(dialled, "112", "112 is shown everywhere");
        }
    }

    #[test]
    fn every_line_of_the_table_is_read_and_no_country_or_number_stands_twice() {
        let lines = include_str!("numbers.txt").lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
        let (countries, cells): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with("country "));
        assert_eq!(countries.len(), Country::all().count());
        assert_eq!(cells.len(), Country::all().map(|it| it.numbers().len()).sum::<usize>());
        let codes: std::collections::BTreeSet<_> = Country::all().map(Country::code).collect();
        assert_eq!(codes.len(), countries.len());
        for country in Country::all() {
            assert!(country.code().len() == 2 && !country.numbers().is_empty(), "{country:?}");
            let lines: Vec<_> = country.numbers().iter().map(|it| it.line).collect();
            assert!(lines.is_sorted(), "{country:?}: {lines:?}");
            let numbers: std::collections::BTreeSet<_> =
                country.numbers().iter().map(|it| it.number).collect();
            assert_eq!(numbers.len(), lines.len(), "{country:?}");
        }
    }

    #[test]
    fn italy_and_france_have_lines_of_their_own_and_never_116_111() {
        let child = |code| {
            let numbers = Country::find(code).unwrap().numbers();
            numbers.iter().filter(|it| it.line == Line::Child).map(|it| it.number).collect::<Vec<_>>()
        };
        assert_eq!((child("it"), child("fr")), (vec!["1 96 96"], vec!["119"]));
        assert_eq!(child("at"), ["147"]);
        assert_eq!(Country::find("at").unwrap().lacks(), [Line::Text, Line::Violence]);
        assert_eq!(Country::find("xx"), None);
    }

    #[test]
    fn a_country_is_stored_by_its_code() {
        let stored = serde_json::to_string(&Country::find("it")).unwrap();
        assert_eq!(stored, "\"it\"");
        assert_eq!(serde_json::from_str::<Option<Country>>(&stored).unwrap(), Country::find("it"));
        assert!(serde_json::from_str::<Country>("\"xx\"").is_err());
    }
}
