//! Help numbers: those of every country, and the programme's own, a name and a number each, as the lead types them.

use super::alias;
use super::country::Country;
use super::digits;
use super::person::Person;

/// The emergency number of every country of the European Union: the only help number that is shown everywhere. Others stand
/// in a table by country (`country/numbers.txt`).
pub const EVERYWHERE: &str = "112";
/// Most help lines: more are not read by somebody who is afraid.
pub const MOST: usize = 3;
/// Longest help line, in characters.
pub const LENGTH: usize = 60;
/// The shortest help numbers have three digits, such as 112 and 016.
const DIGITS: usize = 3;

/// What stands below a letter to somebody who may be in danger, beside 112.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The host country, whose numbers come first; `None` where nobody has confirmed any.
    pub country: Option<Country>,
    /// The programme's own help lines, a name and a number each.
    pub own: Vec<String>,
    /// What is reached in writing comes first: she does not want to call.
    pub write: bool,
}

impl Lines {
    /// As this person reads them.
    #[must_use]
    pub fn read_by(self, person: &Person) -> Self {
        Self { write: person.profile.write_only(), ..self }
    }
}

/// Typed lines as help lines: a name and its number, in one line or the number in the next. `None` if one has no number or
/// is too long, or if there are none or too many.
pub fn read(typed: &str) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let has_name = line.chars().any(char::is_alphabetic);
        match lines.last_mut().filter(|last| number(last).is_empty() && !has_name) {
            Some(name) => *name = format!("{name} {line}"),
            None => lines.push(line.to_owned()),
        }
    }
    let good = |line: &String| alias::line(line, LENGTH).ok().filter(|line| !number(line).is_empty());
    let lines: Vec<String> = lines.iter().map(good).collect::<Option<_>>()?;
    (1..=MOST).contains(&lines.len()).then_some(lines)
}

/// The number in a help line, as a phone dials it: the longest there is. Empty if there is none.
pub fn number(line: &str) -> String {
    let plain = digits::plain(line);
    let separates = |c: char| !c.is_ascii_digit() && !matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')');
    let dialled = |run: &str| run.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let numbers = plain.split(separates).map(dialled).filter(|number| number.len() >= DIGITS);
    numbers.max_by_key(String::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_help_line_is_a_name_and_a_number_on_a_line_of_its_own() {
        assert_eq!(read("Casa Ana: 600 000 000"), Some(vec!["Casa Ana: 600 000 000".to_owned()]));
        assert_eq!(
            read("Casa Ana\n600 000 000\nNoche\n016"),
            Some(vec!["Casa Ana 600 000 000".to_owned(), "Noche 016".to_owned()])
        );
        assert_eq!(read(" Noche  016 \n\nDía 900 1").map(|lines| lines.len()), Some(2));
        for wrong in ["", "\n", "Casa Ana", "Casa Ana 12", "Ana 600000000\nEva", "a 111\nb 222\nc 333\nd 444"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(read(&format!("{} 112", "a".repeat(60))), None);
    }

    #[test]
    fn its_number_is_what_a_phone_dials() {
        for (line, dials) in [
            ("Casa Ana: +34 600-000.000 (noche)", "+34600000000"),
            ("Mujeres 24h 016", "016"),
            ("خط المساعدة ٠١٦", "016"),
            ("Tel. (0034) 91/123 45", "00349112345"),
            ("nobody", ""),
        ] {
            assert_eq!(number(line), dials, "{line}");
        }
    }
}
