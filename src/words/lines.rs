//! The lines of all texts as their files have them, to know what the bot's own words begin with.

use super::library::File;

/// Each line of each message and button, without markup: what it says up to where something is put in, whether people in
/// the programme may read it, and whether something is put in.
pub(super) fn lines(files: &[File]) -> impl Iterator<Item = (String, bool, bool)> {
    files.iter().flat_map(|file| in_file(&file.ftl))
}

fn in_file(ftl: &str) -> impl Iterator<Item = (String, bool, bool)> {
    let mut person = false;
    ftl.lines().filter_map(move |line| {
        let said = if line.starts_with(' ') {
            within(line.trim_start())
        } else {
            let (id, said) = line.split_once(" =").filter(|_| !line.starts_with(['#', '-']))?;
            person =
                id.split('-').nth(1).is_some_and(|audience| ["any", "mentee", "mentor"].contains(&audience));
            said.trim()
        };
        let bare = without_tags(said);
        let (bare, cut) = bare.split_once('{').map_or((bare.as_str(), false), |(before, _)| (before, true));
        (!bare.trim().is_empty()).then(|| (bare.trim().to_owned(), person, cut))
    })
}

/// What a line says: behind the key of a variant, or the name of a button.
fn within(line: &str) -> &str {
    let variant = line.strip_prefix('*').unwrap_or(line);
    let behind = match (variant.strip_prefix('['), line.strip_prefix('.')) {
        (Some(rest), _) => rest.split_once("] "),
        (None, Some(rest)) => rest.split_once(" = "),
        (None, None) => None,
    };
    behind.map_or(line, |(_, said)| said).trim()
}

fn without_tags(text: &str) -> String {
    let mut inside = false;
    let outside = |c: &char| {
        let tag = inside || *c == '<';
        inside = tag && *c != '>';
        !tag
    };
    text.chars().filter(outside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn a_file_gives_what_its_texts_say_line_by_line() {
        let ftl = "# Comment.\nx-any-a = 🤝 <b>Please { $name }</b>\n    .yes = ✅ Yes\nx-coord-b =\n    { $n ->\n        [one] One\n       *[other] { $n } more\n    }\n    Last.\n";
        let file = File { tag: "en".into(), name: "x.ftl".into(), ftl: Cow::Borrowed(ftl) };
        let said: Vec<_> = lines(&[file]).collect();
        let said: Vec<_> = said.iter().map(|(text, person, cut)| (text.as_str(), *person, *cut)).collect();
        let expected = [
            ("🤝 Please", true, true),
            ("✅ Yes", true, false),
            ("One", false, false),
            ("}", false, false),
            ("Last.", false, false),
        ];
        assert_eq!(said, expected);
    }
}
