//! Typed words that mean a button: its label, its icon, or its number, in any of a person's languages and scripts.

use super::{Page, label};
use crate::domain::digits;
use crate::domain::label::{letters, meaning, seen, signs};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::zone::Tz;
use crate::store::Reader;
use crate::words::Words;

impl Words {
    /// Which of a letter's answers a typed text names: exactly its label's words in one of these languages, whatever the
    /// case, accents, spaces, signs and invisible marks; or its icon alone; or its number, counted from 1.
    pub fn named(&self, letter: &Letter, langs: &[Lang], typed: &str) -> Option<usize> {
        // Labels are short; longer texts need not be looked at.
        if typed.len() > 400 {
            return None;
        }
        let answers = letter.offer();
        if let Ok(number) = digits::plain(&meaning(typed)).parse::<usize>() {
            return number.checked_sub(1).filter(|index| *index < answers.len());
        }
        let (words, signs) = (letters(typed), signs(typed));
        langs.iter().find_map(|lang| {
            let labels = self.labels(letter, lang);
            labels.iter().position(|label| {
                if words.is_empty() {
                    !signs.is_empty() && icon(label) == signs
                } else {
                    letters(label) == words
                }
            })
        })
    }

    fn labels(&self, letter: &Letter, lang: &Lang) -> Vec<String> {
        let reader = Reader {
            lang: lang.clone(),
            fallback: lang.clone(),
            zone: Tz::UTC,
            role: None,
            standing: None,
            programme: String::new(),
            both_sides: false,
            switcher: None,
        };
        let voice = self.voice(lang, lang, Tz::UTC);
        let page = Page { voice, words: self, reader: &reader, now: chrono::DateTime::UNIX_EPOCH };
        letter.offer().iter().map(|answer| label(&page, letter, answer).into()).collect()
    }
}

fn icon(label: &str) -> String {
    let first = seen(label).split_whitespace().next().unwrap_or_default();
    signs(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::Question;
    use crate::domain::checkin::{Ask, CheckinLetter, Turn};
    use crate::domain::id::CheckinId;
    use crate::domain::talk::Side;

    fn named(question: Question, typed: &str) -> Option<usize> {
        let ask = Ask {
            checkin: CheckinId(1),
            side: Side::Mentee,
            question,
            partner: None,
            since: chrono::DateTime::UNIX_EPOCH,
            silent: false,
            turn: Turn::Next,
        };
        let langs = ["ar", "es", "en"].map(Lang::new);
        Words::load().unwrap().named(&CheckinLetter::Ask(ask).into(), &langs, typed)
    }

    #[test]
    fn a_label_is_known_in_every_language_however_it_is_typed() {
        for yes in ["نعم", "\u{200F}✅ نعم", "نَعَم", "Sí", "si", "SI!", "yes", " Yes. "] {
            assert_eq!(named(Question::Talked, yes), Some(0), "{yes}");
        }
        assert_eq!(named(Question::Talked, "yes but not here"), Some(2));
        assert_eq!(named(Question::Talked, "نعم لكن ليس هنا"), Some(2));
        assert_eq!(named(Question::Mood, "ليس جيدا"), Some(2));
    }

    #[test]
    fn an_icon_and_a_number_in_any_script_are_answers_too() {
        assert_eq!(named(Question::Mood, "🙁"), Some(2));
        assert_eq!(named(Question::Call, "📞"), Some(2));
        assert_eq!(named(Question::Mood, "٢"), Some(1));
        assert_eq!(named(Question::Mood, " 3 "), Some(2));
    }

    #[test]
    fn anything_else_is_no_answer() {
        for other in ["", " ", "4", "0", "-1", "yes I did", "👍", "no no", "...", "\u{200F}", "نعم نعم"]
        {
            assert_eq!(named(Question::Talked, other), None, "{other}");
        }
    }
}
