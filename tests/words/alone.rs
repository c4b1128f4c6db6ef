//! L11: a name, a day or a moment stands alone on its line, behind "·" or ": ", never within a sentence: half of all
//! languages would have to bend it. L13: what the source marks as about safety is what the code holds for solemn.

use std::collections::BTreeMap;

use lazo::words::{Entry, File, Kind, Shape, embedded};

use crate::shelf::{Line, complains, lines, none, planted, whole_registry};

/// What stands between `open` and `close` taken out, with them.
fn without(text: &str, open: char, close: char) -> String {
    let mut inside = false;
    text.chars()
        .filter(|c| {
            let taken = inside || *c == open;
            inside = (inside || *c == open) && *c != close;
            !taken
        })
        .collect()
}

/// Whether nothing of a sentence stands there.
fn is_apart(text: &str, ends: impl Fn(&str) -> bool) -> bool {
    let text = without(&without(text, '<', '>'), '{', '}');
    !text.contains(char::is_alphanumeric) || ends(text.trim())
}

fn check(files: &[File], table: &[Entry]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        for Line { id, attr, said, .. } in lines(&file.ftl) {
            let entry = table.iter().find(|it| it.id == id && it.attr == attr);
            for (name, kind) in entry.map_or(&[][..], |it| it.args) {
                let mark = format!("{{ ${name} }}");
                let alone = matches!(kind, Kind::Name | Kind::Day | Kind::Dated | Kind::When);
                for (at, _) in said.match_indices(&mark).filter(|_| alone) {
                    let before = is_apart(&said[..at], |it| it.ends_with(['·', ':', '–', '—']));
                    let after = is_apart(&said[at + mark.len()..], |it| it.starts_with(['·', '–', '—']));
                    if !before || !after {
                        complaints.push(format!("{} {id}: within a sentence: {said}", file.tag));
                    }
                }
            }
        }
    }
    complaints
}

/// Messages for people that are marked and not solemn, or solemn and not marked.
fn unlike(files: &[File], table: &[Entry]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| file.tag == "en") {
        let mut marked = false;
        for line in file.ftl.lines() {
            match line.split_once(" =") {
                _ if line == "# SAFETY" => marked = true,
                Some((id, _)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    let entry = table.iter().find(|it| it.id == id && it.attr.is_none());
                    let said = entry.filter(|it| it.shape.is_html() && !id.contains("-coord-"));
                    if said.is_some_and(|it| (it.shape == Shape::Solemn) != marked) {
                        complaints.push(format!("{id}: marked {marked}, and the code says otherwise"));
                    }
                    marked = false;
                }
                _ if line.is_empty() => marked = false,
                _ => {}
            }
        }
    }
    complaints
}

/// What was written and waits, or went to nobody; and that somebody will call.
const HELD: [&str; 3] = ["relay-any-waiting", "relay-any-dropped", "checkin-any-thanks-call"];

/// Messages for people that are about safety and not marked: all of the guard, of guardians and of reading along, what names
/// 112 or 🆘, what was held, and each question whose answer calls somebody.
fn unmarked(files: &[File], table: &[Entry]) -> Vec<String> {
    let mut texts: BTreeMap<(String, String), (String, bool)> = BTreeMap::new();
    for file in files.iter().filter(|file| file.tag == "en") {
        for Line { id, attr, said, .. } in lines(&file.ftl) {
            let (text, calls) = texts.entry((file.name.to_string(), id.to_owned())).or_default();
            *calls |= attr.is_some() && (said.contains('📞') || said.to_lowercase().contains("call me"));
            text.push_str(said);
        }
    }
    let calls = |file: &str, id: &str| {
        let base = id.strip_suffix("-group").unwrap_or(id);
        [id, base].iter().any(|id| texts.get(&(file.to_owned(), (*id).to_owned())).is_some_and(|it| it.1))
    };
    let mut complaints = Vec::new();
    for ((file, id), (text, _)) in &texts {
        let entry = table.iter().find(|it| it.id == id && it.attr.is_none());
        let Some(entry) = entry.filter(|it| it.shape.is_html() && !id.contains("-coord-")) else { continue };
        let whole = ["leak.ftl", "guardian.ftl", "supervised.ftl"].contains(&file.as_str());
        let names = ["112", "🆘"].iter().any(|it| text.contains(it));
        if (whole || names || HELD.contains(&id.as_str()) || calls(file, id)) && entry.shape != Shape::Solemn
        {
            complaints.push(format!("{id}: is about safety and not marked"));
        }
    }
    complaints
}

#[test]
fn no_name_and_no_day_stands_within_a_sentence() {
    none(&check(&embedded(), &whole_registry()));
}

#[test]
fn a_name_or_a_day_within_a_sentence_is_noticed() {
    let table = whole_registry();
    let name = planted(
        "es",
        "checkin.ftl",
        "🔒 Esta persona no verá esto:\n    <b>{ $name }</b>",
        "🔒 <b>{ $name }</b> no verá esto.",
    );
    complains(&check(&name, &table), "es checkin-any-footer");
    let day = planted("en", "desk.ftl", "⏸ On a break until: { $until }", "⏸ Away until { $until }");
    complains(&check(&day, &table), "en desk-coord-away");
}

#[test]
fn what_is_marked_as_about_safety_is_solemn_and_nothing_else() {
    none(&unlike(&embedded(), &whole_registry()));
}

#[test]
fn a_mark_that_is_missing_or_too_much_is_noticed() {
    let table = whole_registry();
    let gone = planted(
        "en",
        "relay.ftl",
        "# SAFETY\n# $name (String): the partner",
        "# $name (String): the partner",
    );
    complains(&unlike(&gone, &table), "relay-any-team: marked false");
    let more = planted("en", "help.ftl", "# After choosing to stay.", "# After choosing to stay.\n# SAFETY");
    complains(&unlike(&more, &table), "help-any-stayed: marked true");
}

#[test]
fn what_is_about_safety_is_marked() {
    none(&unmarked(&embedded(), &whole_registry()));
}

#[test]
fn what_is_about_safety_and_not_marked_is_noticed() {
    let table = whole_registry();
    let numbers = planted("en", "help.ftl", "help-any-stayed =", "help-any-stayed = 112");
    complains(&unmarked(&numbers, &table), "help-any-stayed: is about safety");
}
