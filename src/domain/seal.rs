//! Fingerprints of what people write: enough to notice that an edit changed nothing, and of no other use.

use super::heard::{Content, Medium};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// This installation's key. Without it a fingerprint cannot even be compared with a guess.
#[derive(Clone)]
pub struct Seal([u8; 32]);

/// The fingerprints of one message: HMAC-SHA-256, its first 16 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// Of its words, their markup, its file, and how all that is shown; `None` if nobody looked.
    pub content: Option<u128>,
    /// Of its file, and how that is shown; `None` if it has none.
    pub file: Option<u128>,
}

impl Seal {
    /// Takes the key.
    pub fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// Reads a key as it is stored: 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let halves = (text.get(..32)?, text.get(32..)?);
        let [high, low] = [halves.0, halves.1].map(|half| u128::from_str_radix(half, 16).ok());
        let mut key = [0; 32];
        let (first, second) = key.split_at_mut(16);
        first.copy_from_slice(&high?.to_be_bytes());
        second.copy_from_slice(&low?.to_be_bytes());
        Some(Self(key))
    }

    /// The key as it is stored.
    pub fn written(&self) -> String {
        let (first, second) = self.0.split_at(16);
        let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | u128::from(*byte));
        format!("{:032x}{:032x}", number(first), number(second))
    }

    /// What a message says and shows, as two numbers.
    pub fn print(&self, content: &Content) -> Print {
        let medium = content.medium.as_ref();
        let file = medium.map_or("", |medium| medium.file.unique.as_str());
        let manner = medium.map(Medium::manner).unwrap_or_default();
        let marks = content.marks.as_deref().unwrap_or_default();
        let other = content.other.as_deref().unwrap_or_default();
        let preview = content.preview.as_deref().unwrap_or_default();
        let above = if content.above { "above" } else { "" };
        let whole = [content.words.as_str(), marks, file, other, preview, above, manner.as_str()];
        // What is shown as ever has the fingerprint it had before there were other ways.
        let ever = preview.is_empty() && above.is_empty() && manner.is_empty();
        let whole = if ever { whole.get(..4).unwrap_or(&whole) } else { &whole };
        let shown = if manner.is_empty() { vec![file] } else { vec![file, manner.as_str()] };
        Print { content: Some(self.seal(whole)), file: medium.map(|_| self.seal(&shown)) }
    }

    fn seal(&self, parts: &[&str]) -> u128 {
        // A key of 32 bytes is always taken.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return 0 };
        for part in parts {
            // Its length first, so that words cannot pass for markup.
            mac.update(&part.len().to_be_bytes());
            mac.update(part.as_bytes());
        }
        let bytes = mac.finalize().into_bytes();
        bytes.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
    }
}

/// A fingerprint as it is stored.
pub fn written(print: Option<u128>) -> Option<String> {
    print.map(|print| format!("{print:032x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::heard::File;

    fn photo(words: &str, file: &str) -> Content {
        let file = File { unique: file.to_owned(), id: "other".to_owned() };
        let medium = Medium { file, ..Medium::default() };
        Content { words: words.to_owned(), medium: Some(medium), ..Content::default() }
    }

    #[test]
    fn a_key_is_read_as_it_was_written_and_nothing_else_is() {
        let seal = Seal::new(std::array::from_fn(|n| u8::try_from(n * 8).unwrap()));
        let again = Seal::parse(&seal.written()).unwrap();
        assert_eq!(again.print(&photo("a", "f")), seal.print(&photo("a", "f")));
        for wrong in ["", "00", &"g".repeat(64), &"é".repeat(32)] {
            assert!(Seal::parse(wrong).is_none(), "{wrong}");
        }
    }

    /// Else every message from before this version would count as changed once.
    #[test]
    fn what_is_shown_as_ever_has_the_fingerprint_of_before() {
        let seal = Seal::new([1; 32]);
        let print = seal.print(&photo("a", "f"));
        assert_eq!(print.content, Some(seal.seal(&["a", "", "f", ""])));
        assert_eq!(print.file, Some(seal.seal(&["f"])));
    }

    #[test]
    fn how_a_message_is_shown_is_part_of_it_and_how_its_file_is_of_that() {
        let seal = Seal::new([1; 32]);
        let plain = photo("a", "f");
        let medium = plain.medium.clone().unwrap();
        let with = |medium: Medium| Content { medium: Some(medium), ..plain.clone() };
        let prints = [
            plain.clone(),
            Content { above: true, ..plain.clone() },
            Content { preview: Some("above".to_owned()), ..plain.clone() },
            with(Medium { spoiler: true, ..medium.clone() }),
            with(Medium { starts: Some(7), ..medium.clone() }),
            with(Medium { cover: Some(File { unique: "7".to_owned(), id: String::new() }), ..medium }),
        ]
        .map(|content| seal.print(&content));
        for (n, one) in prints.iter().enumerate() {
            for (m, other) in prints.iter().enumerate().skip(n + 1) {
                assert_ne!(one.content, other.content, "{n} {m}");
                assert_eq!(one.file == other.file, m < 3, "{n} {m}");
            }
        }
    }

    #[test]
    fn words_markup_and_file_each_change_it_and_another_key_does_too() {
        let (seal, other) = (Seal::new([1; 32]), Seal::new([2; 32]));
        let print = seal.print(&photo("a", "f"));
        assert_eq!(print, seal.print(&photo("a", "f")), "the same file under another file_id is the same");
        let marked = Content { marks: Some("[]".to_owned()), ..photo("a", "f") };
        for changed in [photo("b", "f"), photo("a", "g"), marked, photo("af", ""), Content::default()] {
            assert_ne!(seal.print(&changed).content, print.content);
        }
        assert_ne!(other.print(&photo("a", "f")).content, print.content);
        assert_eq!(seal.print(&photo("b", "f")).file, print.file);
        assert_eq!(seal.print(&Content::default()).file, None);
    }
}
