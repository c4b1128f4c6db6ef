//! Fingerprints of what people write: enough to notice that an edit changed nothing, and of no other use.

use super::heard::Content;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// This installation's key. Without it a fingerprint cannot even be compared with a guess.
#[derive(Clone)]
pub struct Seal([u8; 32]);

/// The fingerprints of one message: HMAC-SHA-256, its first 16 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// Of its words, their markup and its file; `None` if nobody looked.
    pub content: Option<u128>,
    /// Of its file alone; `None` if it has none.
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
        let file = content.medium.as_ref().map(|medium| medium.unique.as_str());
        let marks = content.marks.as_deref().unwrap_or_default();
        let other = content.other.as_deref().unwrap_or_default();
        let whole = [content.words.as_str(), marks, file.unwrap_or_default(), other];
        Print { content: Some(self.seal(&whole)), file: file.map(|file| self.seal(&[file])) }
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
    use crate::domain::heard::Medium;

    fn photo(words: &str, file: &str) -> Content {
        let medium = Medium { unique: file.to_owned(), file: "other".to_owned() };
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
