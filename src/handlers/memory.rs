//! What people wrote, for as long as something must still be done with it: in memory only, never much, and gone with the
//! process. What is not there any more is copied by reference instead.

use crate::domain::heard::{Correction, Quote};
use crate::domain::id::{ChatId, LetterId, MessageId};
use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher, Hash, RandomState};
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
    corrections: Shelf<Place, Correction>,
    judged: Shelf<Place, Correction>,
    quotes: Shelf<Place, Quote>,
    went: Shelf<LetterId, Went>,
    hasher: RandomState,
}

/// How a letter's copy went, in all its tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// In the words that were judged, which have this hash.
    AsJudged(u64),
    /// In words that were judged, but not in the same each time.
    InSeveral,
    /// At least once by reference; so it is with what is not remembered.
    ByReference,
}

impl Went {
    /// Whether the copy certainly says what was judged, and no later change.
    pub fn is_judged(self) -> bool {
        matches!(self, Self::AsJudged(_) | Self::InSeveral)
    }
}

/// Newest things by what they belong to.
struct Shelf<K, T> {
    things: HashMap<K, T>,
    order: VecDeque<K>,
}

impl<K, T> Default for Shelf<K, T> {
    fn default() -> Self {
        Self { things: HashMap::new(), order: VecDeque::new() }
    }
}

impl<K: Copy + Eq + Hash, T> Shelf<K, T> {
    fn put(&mut self, place: K, thing: T) {
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

    /// Remembers the words of a message that were judged: in these it goes, whatever becomes of it in its author's chat
    /// meanwhile.
    pub fn judge(&self, chat: ChatId, message: MessageId, words: Correction) {
        let judged = &mut self.inner().judged;
        if words.has_words_of_its_own() {
            judged.put((chat, message), words);
        } else {
            judged.things.remove(&(chat, message));
        }
    }

    /// The words of a message that were judged last, if they are remembered.
    pub fn judged(&self, chat: ChatId, message: MessageId) -> Option<Correction> {
        self.inner().judged.things.get(&(chat, message)).cloned()
    }

    /// A copy leaves: in words that were judged, or by reference. `first` says that it was not tried before.
    pub fn leaves(&self, letter: LetterId, words: Option<&Correction>, first: bool) {
        let mut inner = self.inner();
        let hash = words.map(|it| inner.hasher.hash_one((&it.content.words, &it.content.marks)));
        let before = inner.went.things.get(&letter).copied();
        let went = match (hash, before) {
            (Some(hash), None) if first => Went::AsJudged(hash),
            (Some(hash), Some(Went::AsJudged(known))) if hash == known => Went::AsJudged(hash),
            (Some(_), Some(Went::AsJudged(_) | Went::InSeveral)) => Went::InSeveral,
            // What an earlier process did with it nobody knows.
            (None, None | Some(_)) | (Some(_), None | Some(Went::ByReference)) => Went::ByReference,
        };
        if went.is_judged() || before.is_some() {
            inner.went.put(letter, went);
        }
    }

    /// How a copy went.
    pub fn went(&self, letter: LetterId) -> Went {
        self.inner().went.things.get(&letter).copied().unwrap_or(Went::ByReference)
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
    fn a_copy_is_certain_only_if_every_try_of_it_went_in_words_that_were_judged() {
        let memory = Memory::default();
        let went = |letter: i64, tries: &[(Option<&str>, bool)]| {
            for (words, first) in tries {
                let words = words.map(|words| correction(words, false));
                memory.leaves(LetterId(letter), words.as_ref(), *first);
            }
            memory.went(LetterId(letter))
        };
        let (one, two) = (went(1, &[(Some("a"), true)]), went(2, &[(Some("a"), true), (Some("a"), false)]));
        assert!(one == two && one.is_judged());
        assert_ne!(went(3, &[(Some("b"), true)]), one);
        assert_eq!(went(4, &[(Some("a"), true), (Some("b"), false)]), Went::InSeveral);
        let by_reference: [&[(Option<&str>, bool)]; 4] = [
            &[(None, true)],
            &[(Some("a"), true), (None, false)],
            &[(Some("a"), true), (None, false), (Some("a"), false)],
            // Its first try was another process's.
            &[(Some("a"), false)],
        ];
        for (letter, tries) in (5..).zip(by_reference) {
            assert_eq!(went(letter, tries), Went::ByReference, "{tries:?}");
        }
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
