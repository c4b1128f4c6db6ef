//! What passes for the bot, or for the team: names that speak for them, and messages that look like the bot's own. What
//! the bot says is given, so that no list can fall behind.

use super::alias::{self, Refusal};
use super::heard::{Content, Seen};
use super::label::is_unseen;
use super::skeleton::{Reading, letters, words};
use std::collections::HashSet;
use std::sync::LazyLock;

/// So many letters of a text make it known again.
const KNOWN: usize = 18;
/// A text or line of fewer letters than these is anybody's.
const FEWEST: usize = 12;
/// So far into a line whoever speaks is named.
const NAMED_WITHIN: usize = 40;
/// Words that only stand beside those for a team or a bot.
const BESIDE: [&str; 12] =
    ["the", "your", "our", "my", "el", "tu", "il", "notre", "votre", "dein", "unser", "of"];
/// Signs that look like some of the bot's, or that it puts before names.
const LIKE_ITS_OWN: &str = "❌❎✗✘✕☑✔🗹⛑🚨🛑⭕📲☏⛔🚫🗨🗯❕‼⁉❔🟥🟧🟨🟩🟦🟪🟫🔷🔶🔵🟣🤖👮🚓🚑";
/// Signs that people are drawn with, and their own faces: whoever they stand beside speaks for nobody.
const PEOPLE: &str = "👩👨🧑🧒👧👦👶🙂😐🙁😕";

static RESERVED: LazyLock<Reserved> = LazyLock::new(Reserved::read);

/// Reserved words as they look.
struct Reserved {
    /// Words.
    words: HashSet<String>,
    /// Several words that only together say it, as one.
    phrases: HashSet<String>,
    /// What only stands beside them.
    beside: HashSet<String>,
}

impl Reserved {
    fn read() -> Self {
        let lines =
            include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (mut single, mut phrases) = (HashSet::new(), HashSet::new());
        for line in lines {
            for form in [line.to_owned(), line.to_uppercase()] {
                for reading in [Reading::Plain, Reading::Shaped] {
                    let looks = words(&form, reading);
                    let list = if looks.len() > 1 { &mut phrases } else { &mut single };
                    list.insert(looks.concat());
                }
            }
        }
        let beside = BESIDE.iter().map(|it| words(it, Reading::Shaped).concat()).collect();
        Self { words: single, phrases, beside }
    }

    /// Whether a word is made of reserved ones, with nothing else but what stands beside them.
    fn makes(&self, word: &str) -> bool {
        let chars: Vec<char> = word.chars().collect();
        // For each place in it: whether it is reached, and with a reserved word.
        let mut reached = vec![(false, false); chars.len() + 1];
        if let Some(first) = reached.first_mut() {
            first.0 = true;
        }
        for from in 0..chars.len() {
            let Some((true, with)) = reached.get(from).copied() else { continue };
            for to in from + 2..=chars.len() {
                let part: String = chars.get(from..to).unwrap_or_default().iter().collect();
                let reserved = self.words.contains(&part);
                if let Some(place) = reached.get_mut(to).filter(|_| reserved || self.beside.contains(&part)) {
                    *place = (true, place.1 || with || reserved);
                }
            }
        }
        reached.last() == Some(&(true, true))
    }
}

/// Whether a name speaks for the programme, the team, the bot, Telegram, or for whoever is called in an emergency,
/// whatever script, case, figures, spaces or marks it is written with.
pub fn speaks_for_others(name: &str) -> bool {
    Reading::ALL.into_iter().any(|reading| speaks(&words(name, reading)))
}

fn speaks(words: &[String]) -> bool {
    let several = |from: usize| {
        (from + 1..=words.len().min(from + 4))
            .any(|to| RESERVED.phrases.contains(&words.get(from..to).unwrap_or_default().concat()))
    };
    // "Lea D." and "Tea M." are people: a letter that stands alone is no part of a word.
    let initial = words.last().is_some_and(|word| word.chars().count() == 1);
    words.iter().any(|word| RESERVED.makes(word))
        || (0..words.len()).any(several)
        || !initial && RESERVED.makes(&words.concat())
}

/// Whether a name is, or holds, the programme's own.
fn is_the_programmes(name: &str, programme: &str) -> bool {
    let [name, programme] = [name, programme].map(|text| words(text, Reading::Shaped));
    let whole = !programme.is_empty() && name == programme;
    whole || programme.len() > 1 && name.windows(programme.len()).any(|part| part == programme)
}

/// What the bot's own words begin with, in every language.
#[derive(Debug, Default)]
pub struct Poses {
    signs: Vec<char>,
    /// Beginnings of texts and lines, mixed together, in order.
    beginnings: Vec<u64>,
    /// Whole lines that are short, and reserved words.
    lines: Vec<u64>,
}

impl Poses {
    /// From the lines of all texts; `person` says that people in the programme may read it. A line ends where something
    /// is put in, which the flag says.
    pub fn of<'a>(lines: impl Iterator<Item = (&'a str, bool, bool)>) -> Self {
        let reserved = RESERVED.words.iter().chain(&RESERVED.phrases).filter_map(|word| mixed(word).last());
        let mut poses =
            Self { signs: LIKE_ITS_OWN.chars().collect(), lines: reserved.collect(), ..Self::default() };
        for (line, person, cut) in lines {
            poses.signs.extend(line.chars().find(|c| !is_unseen(*c)).filter(|c| is_sign(*c)));
            if !person {
                continue;
            }
            let marks: Vec<u64> = mixed(line).take(KNOWN).collect();
            match (marks.last(), marks.len()) {
                (Some(mark), KNOWN..) => poses.beginnings.push(*mark),
                (Some(mark), FEWEST..) if cut => poses.beginnings.push(*mark),
                (Some(mark), FEWEST..) => poses.lines.push(*mark),
                _ => {}
            }
        }
        for list in [&mut poses.beginnings, &mut poses.lines] {
            list.sort_unstable();
            list.dedup();
        }
        poses.signs.retain(|c| !PEOPLE.contains(*c));
        poses.signs.sort_unstable();
        poses.signs.dedup();
        poses
    }

    /// The signs that are the bot's own.
    pub fn signs(&self) -> &[char] {
        &self.signs
    }

    /// A name as others will see it, if it is a person's: without a way to reach her, and none that speaks for somebody
    /// else in a programme of this name.
    pub fn alias(&self, typed: &str, programme: &str) -> Result<String, Refusal> {
        let alias = alias::clean(typed)?;
        let speaks = |name: &str| {
            let sign = name.chars().any(|c| self.is_ours(c));
            sign || speaks_for_others(name) || is_the_programmes(name, programme)
        };
        if speaks(typed) || speaks(&alias) { Err(Refusal::Speaks) } else { Ok(alias) }
    }

    /// Whether a message could be taken for the bot's own: it, or a part of it behind an empty line, begins like one. So
    /// does whatever else of it is read.
    pub fn message(&self, content: &Content) -> bool {
        let beside = content.seen.iter().any(|seen| match seen {
            Seen::Words(words) | Seen::File(words) => self.text(words),
            Seen::Link(_) | Seen::Phone | Seen::Profile | Seen::Place | Seen::Card => false,
        });
        self.text(&content.words) || beside
    }

    fn text(&self, text: &str) -> bool {
        let mut begins = true;
        for line in text.lines() {
            let seen = line.chars().any(|c| !is_unseen(c));
            if seen && begins && self.line(line, text) {
                return true;
            }
            // A line of signs alone belongs to what follows.
            begins = !line.chars().any(char::is_alphanumeric);
        }
        false
    }

    fn line(&self, line: &str, text: &str) -> bool {
        let ours = line.chars().take_while(|c| !c.is_alphanumeric()).any(|c| self.is_ours(c));
        // A sign alone says nothing.
        if ours && letters(text).nth(1).is_some() {
            return true;
        }
        self.is_known(line) || is_a_name_line(line) || names_others(line)
    }

    fn is_ours(&self, c: char) -> bool {
        !c.is_ascii() && self.signs.binary_search(&c).is_ok()
    }

    fn is_known(&self, line: &str) -> bool {
        let mut last = None;
        for (mark, count) in mixed(line).take(KNOWN + 1).zip(1..) {
            if (FEWEST..=KNOWN).contains(&count) && self.beginnings.binary_search(&mark).is_ok() {
                return true;
            }
            last = Some(mark);
        }
        last.is_some_and(|mark| self.lines.binary_search(&mark).is_ok())
    }
}

/// "— Tomás —": as names stand above messages.
fn is_a_name_line(line: &str) -> bool {
    let line = line.trim_matches(is_unseen);
    let dash = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}'))
    };
    dash(line.chars().next()) && dash(line.chars().next_back()) && line.chars().any(char::is_alphanumeric)
}

/// "Your team: …", "Lazo · …": a line that says first who speaks.
fn names_others(line: &str) -> bool {
    let ends =
        |c: char| matches!(c, ':' | '\u{FF1A}' | '\u{B7}' | '|' | '\u{2014}' | '\u{2013}' | '\u{2022}');
    let head = line.char_indices().take(NAMED_WITHIN).find(|(_, c)| ends(*c));
    let head = head.and_then(|(at, _)| line.get(..at)).filter(|head| head.split_whitespace().count() < 6);
    head.is_some_and(speaks_for_others)
}

/// A sign as the bot puts before what it says.
fn is_sign(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !matches!(c, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{206F}')
}

/// The letters of a line as they look, each mixed with all before it.
fn mixed(line: &str) -> impl Iterator<Item = u64> {
    letters(line).scan(0xCBF2_9CE4_8422_2325_u64, |mixed, c| {
        *mixed = (*mixed ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01B3);
        Some(*mixed)
    })
}
