//! What people do in a storm: they write, send albums, edit, react and press.

use crate::Outcome;
use crate::figures::random;
use lazo::demo::{Content, Phone};
use std::collections::HashMap;

/// Parts of each album.
const PARTS: usize = 3;

/// What the languages are called on their buttons, and their codes.
const LANGUAGES: [(&str, &str); 3] = [("English", "en"), ("Español", "es"), ("العربية", "ar")];

/// Something somebody wrote, as everybody else should see it in the end.
pub(super) struct Word {
    pub(super) author: i64,
    pub(super) to: Vec<i64>,
    pub(super) message: i64,
    pub(super) text: String,
    pub(super) edited: bool,
}

/// People who know each other, and what they did.
pub(super) struct Storm {
    pub(super) circles: Vec<Vec<Phone>>,
    pub(super) words: Vec<Word>,
    /// The language somebody pressed last.
    pub(super) chosen: HashMap<i64, &'static str>,
    /// Buttons pressed, by whom: the message they hang under, and the question they answer.
    pub(super) pressed: HashMap<i64, Vec<(i64, String)>>,
    /// Reactions: the message in her chat that somebody reacted to.
    pub(super) reacted: Vec<(i64, i64)>,
}

impl Storm {
    pub(super) fn of(circles: Vec<Vec<Phone>>) -> Self {
        let (words, reacted) = (Vec::new(), Vec::new());
        Self { circles, words, chosen: HashMap::new(), pressed: HashMap::new(), reacted }
    }

    /// One thing that somebody does.
    pub(super) fn happens(&mut self) -> Outcome {
        let circle = self.circles.get(below(self.circles.len())?).ok_or("nobody is there")?.clone();
        let author = circle.get(below(circle.len())?).ok_or("nobody is there")?;
        let to: Vec<i64> = circle.iter().map(Phone::id).filter(|id| *id != author.id()).collect();
        match random(100) {
            0..72 => self.writes(author, &to, Content::Text),
            72..80 => {
                let album = format!("album {}", self.words.len());
                for _ in 0..PARTS {
                    self.writes(author, &to, |caption| Content::AlbumPhoto {
                        album: album.clone(),
                        caption: Some(caption),
                    });
                }
            }
            80..88 => self.edits(author),
            88..94 => {
                if let Some(last) = author.last().filter(|last| last.copied) {
                    author.reacts(last.id, "👍");
                    self.reacted.push((author.id(), last.id));
                }
            }
            _ => self.presses(author)?,
        }
        Ok(())
    }

    fn writes(&mut self, author: &Phone, to: &[i64], content: impl FnOnce(String) -> Content) {
        let text = format!("word {}", self.words.len());
        let message = author.sends(content(text.clone()));
        self.words.push(Word { author: author.id(), to: to.to_vec(), message, text, edited: false });
    }

    /// The last thing she wrote turns into something else.
    fn edits(&mut self, author: &Phone) {
        let Some(word) = self.words.iter_mut().rev().take(2_000).find(|word| word.author == author.id())
        else {
            return;
        };
        word.text =
            format!("{} changed", word.text.trim_end_matches(" changed twice").trim_end_matches(" changed"));
        if word.edited {
            word.text.push_str(" twice");
        }
        word.edited = true;
        author.edits(word.message, &word.text);
    }

    /// Presses a language where she was asked for one and has not pressed yet; else she asks for the choice. A question
    /// that stands there twice, because its answer was lost, counts once: its second copy only says so.
    fn presses(&mut self, author: &Phone) -> Outcome {
        let (label, code) = LANGUAGES.get(below(LANGUAGES.len())?).ok_or("no language")?;
        let done = self.pressed.entry(author.id()).or_default();
        let screen = author.screen();
        let open =
            screen.iter().rev().filter(|seen| done.iter().all(|(id, _)| *id != seen.id)).find_map(|seen| {
                let mut buttons = seen.buttons.iter().flatten();
                let button = buttons.find(|button| button.text.contains(label))?;
                Some((seen.id, button.text.clone(), question(button.data.as_deref()?)))
            });
        let Some((message, button, question)) = open else {
            author.says("/language");
            return Ok(());
        };
        author.presses_on(message, &button).map_err(|why| why.to_string())?;
        if done.iter().all(|(_, answered)| *answered != question) {
            self.chosen.insert(author.id(), code);
        }
        done.push((message, question));
        Ok(())
    }
}

/// The question that a button answers: what its data has in common with those beside it.
fn question(data: &str) -> String {
    data.split(':').next().unwrap_or_default().to_owned()
}

/// Which word this is, if it is one.
pub(super) fn place(text: &str) -> Option<usize> {
    text.strip_prefix("word ")?.split(' ').next()?.parse().ok()
}

fn below(n: usize) -> Outcome<usize> {
    Ok(usize::try_from(random(u64::try_from(n)?))?)
}
