//! Callback data: an opaque id of the letter that offered the button, and which of its buttons it was.

use crate::domain::id::LetterId;

/// The data of a letter's button; at most 26 of Telegram's 64 bytes.
pub fn data(letter: LetterId, index: usize) -> String {
    format!("{}:{index}", letter.0)
}

/// The button behind some data; `None` when it is not ours.
pub fn parse(data: &str) -> Option<(LetterId, usize)> {
    let (letter, index) = data.split_once(':')?;
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !plain(letter) || !plain(index) {
        return None;
    }
    Some((LetterId(letter.parse().ok()?), index.parse().ok()?))
}
