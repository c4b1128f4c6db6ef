//! Right to left: which way a text runs, and how each line is kept running that way.
//! Telegram deletes U+202A–202E, so only isolates (FSI…PDI) and single RLMs are used.

use unicode_bidi::{BidiClass, bidi_class};

pub(super) const FSI: char = '\u{2068}';
pub(super) const PDI: char = '\u{2069}';
const RLM: char = '\u{200F}';

/// Whether the first strong character runs from right to left.
pub(super) fn runs_right_to_left(text: &str) -> bool {
    text.chars().find_map(strong) == Some(true)
}

/// Whether any character runs from right to left.
pub(super) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| strong(c) == Some(true))
}

/// Whether a character is one of the invisible ones that change the direction of what follows.
pub(super) fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Starts each line that would run from left to right (a lone name, a link, a number, 🆘 whose letters count as Latin)
/// with one RLM.
/// With `tags`, what stands between `<` and `>` and the letters of `&amp;` and its kin are not looked at.
pub(super) fn anchor(text: &str, tags: bool) -> String {
    let mut anchored = String::with_capacity(text.len() + 8);
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            anchored.push('\n');
        }
        if !line.trim().is_empty() && !runs_well(line, tags) {
            anchored.push(RLM);
        }
        anchored.push_str(line);
    }
    anchored
}

/// Isolates every command, Latin word and number of a text that runs from right to left, also where its file says it: the
/// slash of a command would stand on its other side, and of two numbers beside each other the second first.
/// What is isolated already stays as it is; with `tags`, so do tags and `&amp;` and its kin.
pub(super) fn isolate_latin(text: &str, tags: bool) -> String {
    let mut isolated = String::with_capacity(text.len() + 16);
    let (mut until, mut depth, mut rest) = (None, 0_usize, text);
    while let Some(c) = rest.chars().next() {
        let run = if until.is_none() && depth == 0 { latin(rest) } else { 0 };
        if let (1.., Some((word, after))) = (run, rest.split_at_checked(run)) {
            isolated.push(FSI);
            isolated.push_str(word);
            isolated.push(PDI);
            rest = after;
            continue;
        }
        match (until, c) {
            (Some(end), _) if end == c => until = None,
            (None, '<') if tags => until = Some('>'),
            (None, '&') if tags => until = Some(';'),
            (None, FSI) => depth += 1,
            (None, PDI) => depth = depth.saturating_sub(1),
            (Some(_) | None, _) => {}
        }
        isolated.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    isolated
}

/// How many bytes of the beginning of a text are Latin words, commands and numbers with what stands between them.
fn latin(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() || matches!(c, '\u{C0}'..='\u{24F}') {
            end = at + c.len_utf8();
        } else if !matches!(c, ' ' | '/' | '@' | '.' | ':' | '-' | '–' | '_' | '+' | '\'')
            || (at == 0 && !matches!(c, '/' | '@' | '+'))
        {
            break;
        }
    }
    end
}

/// Whether a line runs from right to left both on screens that look inside isolates and on those that skip them.
fn runs_well(line: &str, tags: bool) -> bool {
    let (mut until, mut isolates) = (None, 0_usize);
    let (mut first, mut first_outside) = (None, None);
    for c in line.chars() {
        match (until, c) {
            (Some(end), _) if end == c => until = None,
            (Some(_), _) => {}
            (None, '<') if tags => until = Some('>'),
            (None, '&') if tags => until = Some(';'),
            (None, FSI) => isolates += 1,
            (None, PDI) => isolates = isolates.saturating_sub(1),
            (None, _) => {
                first = first.or(strong(c));
                first_outside = first_outside.or(strong(c).filter(|_| isolates == 0));
            }
        }
    }
    first == Some(true) && first_outside == Some(true)
}

fn strong(c: char) -> Option<bool> {
    let class = bidi_class(c);
    if class == BidiClass::R || class == BidiClass::AL {
        Some(true)
    } else if class == BidiClass::L {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_latin_name_gets_one_mark_and_keeps_its_place() {
        assert_eq!(anchor("\u{2068}Marta\u{2069}\nمرحبا", false), "\u{200F}\u{2068}Marta\u{2069}\nمرحبا");
    }

    #[test]
    fn a_line_that_starts_with_its_own_script_is_left_alone() {
        assert_eq!(anchor("<b>مرحبا</b> Marta\n\n🎉 شكرا", true), "<b>مرحبا</b> Marta\n\n🎉 شكرا");
    }

    #[test]
    fn commands_words_and_numbers_are_isolated_once() {
        let says = |text: &str| isolate_latin(text, true).replace(FSI, "[").replace(PDI, "]");
        assert_eq!(says("بالأمر /menu."), "بالأمر [/menu].");
        assert_eq!(says("<b>116 111</b> أو 112 & <i>"), "<b>[116 111]</b> أو [112] & <i>");
        assert_eq!(says("عند @BotFather (token)"), "عند [@BotFather] ([token])");
        assert_eq!(says("\u{2068}Marta\u{2069} 18:05 &amp; مرحبا"), "[Marta] [18:05] &amp; مرحبا");
        assert_eq!(says("9–18"), "[9–18]");
    }

    #[test]
    fn tags_and_entities_do_not_count_as_latin_letters() {
        assert_eq!(anchor("&lt; <b>مرحبا</b>", true), "&lt; <b>مرحبا</b>");
        assert_eq!(anchor("&lt; <b>Ana</b>", true), "\u{200F}&lt; <b>Ana</b>");
    }
}
