//! What people wrote, for as long as something must still be done with it: in memory only, never much, and gone with the
//! process. What is not there any more is copied by reference instead.

use crate::domain::heard::{Correction, Quote};
use crate::domain::id::{ChatId, MessageId};
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many corrections and how many quotes are remembered at most: the oldest go. A text has 4,096 characters at most.
const MOST: usize = 1_000;

type Place = (ChatId, MessageId);

/// The memory that handlers write and the courier reads.
#[derive(Default)]
pub struct Memory {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    corrections: Shelf<Correction>,
    quotes: Shelf<Quote>,
}

/// Newest things by the message they belong to.
struct Shelf<T> {
    things: HashMap<Place, T>,
    order: VecDeque<Place>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { things: HashMap::new(), order: VecDeque::new() }
    }
}

impl<T> Shelf<T> {
    fn put(&mut self, place: Place, thing: T) {
        if self.things.insert(place, thing).is_none() {
            self.order.push_back(place);
        }
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.things.remove(&oldest);
        }
    }
}

impl Memory {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what a message says now. A file that was exchanged stays so: an earlier change may not have left.
    pub fn correct(&self, chat: ChatId, message: MessageId, mut correction: Correction) {
        let shelf = &mut self.inner().corrections;
        let before = shelf.things.get(&(chat, message));
        correction.new_file |= before.is_some_and(|before| before.new_file);
        shelf.put((chat, message), correction);
    }

    /// What a message says now, if it is remembered.
    pub fn correction(&self, chat: ChatId, message: MessageId) -> Option<Correction> {
        self.inner().corrections.things.get(&(chat, message)).cloned()
    }

    /// Remembers what a message quotes.
    pub fn note_quote(&self, chat: ChatId, message: MessageId, quote: &Quote) {
        self.inner().quotes.put((chat, message), quote.clone());
    }

    /// What a message quotes, if it is remembered.
    pub fn quote(&self, chat: ChatId, message: MessageId) -> Option<Quote> {
        self.inner().quotes.things.get(&(chat, message)).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::heard::{Content, Kind};

    fn correction(words: &str, new_file: bool) -> Correction {
        let content = Content { words: words.to_owned(), ..Content::default() };
        Correction { kind: Kind::Photo, content, new_file }
    }

    #[test]
    fn the_last_correction_counts_and_an_exchanged_file_is_not_forgotten() {
        let (memory, chat) = (Memory::default(), ChatId(1));
        memory.correct(chat, MessageId(7), correction("one", true));
        memory.correct(chat, MessageId(7), correction("two", false));
        let now = memory.correction(chat, MessageId(7)).unwrap();
        assert_eq!((now.content.words.as_str(), now.new_file), ("two", true));
        assert!(memory.correction(ChatId(2), MessageId(7)).is_none(), "never another chat's");
    }

    #[test]
    fn it_never_grows_beyond_its_bounds() {
        let memory = Memory::default();
        for n in 0..=1_000 {
            memory.correct(ChatId(1), MessageId(n), correction("x", false));
        }
        assert!(memory.correction(ChatId(1), MessageId(0)).is_none());
        assert!(memory.correction(ChatId(1), MessageId(1)).is_some());
        assert_eq!(memory.inner().corrections.things.len(), 1_000);
    }
}
