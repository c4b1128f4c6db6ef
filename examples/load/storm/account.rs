//! What became of what people did in a storm: every copy is looked at, and every one too many is explained or counted.

use super::people::{Storm, Word, place};
use crate::figures::{at_most, count, say};
use lazo::demo::{Phone, Seen, Telegram};
use std::collections::{HashMap, HashSet};

/// What is known of the sends that went wrong.
pub(super) struct Mishaps {
    /// Messages of the bot whose number it was never told: chat and number.
    unanswered: HashSet<(i64, i64)>,
    /// How often a word was on its way into a chat when the bot was killed: chat, author's chat, her message's number.
    pub(super) killed: HashMap<(i64, i64, i64), usize>,
}

impl Mishaps {
    pub(super) fn none() -> Self {
        Self { unanswered: HashSet::new(), killed: HashMap::new() }
    }

    /// Adds what Telegram knows.
    pub(super) fn tell(&mut self, telegram: &Telegram) {
        let deliveries = telegram.deliveries();
        let unanswered = deliveries.iter().filter(|one| !one.answered);
        self.unanswered = unanswered.map(|one| (one.chat, one.message)).collect();
    }

    /// How many copies of a word too many are explained: one for each whose number the bot was never told (it may send
    /// another, and can take back none), and one for each time it was on its way when the bot was killed.
    fn explain(&self, reader: i64, word: &Word, copies: &[&Seen]) -> usize {
        let untold = copies.iter().filter(|seen| self.unanswered.contains(&(reader, seen.id))).count();
        untold + self.killed.get(&(reader, word.author, word.message)).copied().unwrap_or_default()
    }
}

/// The account.
#[derive(Default)]
pub(super) struct Tally {
    places: usize,
    pub(super) lost: usize,
    pub(super) unchanged: usize,
    twice: usize,
    unexplained: usize,
    astray: usize,
    out_of_order: usize,
    reactions: usize,
    reactions_astray: usize,
    /// What is not as it should be, in words.
    doubts: Vec<String>,
}

impl Tally {
    pub(super) fn of(storm: &Storm, mishaps: &Mishaps) -> Self {
        let places = storm.words.iter().map(|word| word.to.len()).sum();
        let mut tally = Self { places, ..Self::default() };
        let histories: HashMap<i64, Vec<Seen>> =
            storm.circles.iter().flatten().map(|phone: &Phone| (phone.id(), phone.history())).collect();
        for (reader, history) in &histories {
            tally.read(&storm.words, *reader, history, mishaps);
        }
        tally.reactions(storm, &histories);
        tally
    }

    /// Reads one person's chat.
    fn read(&mut self, words: &[Word], reader: i64, history: &[Seen], mishaps: &Mishaps) {
        let copies = history.iter().filter(|seen| seen.from_bot);
        let mut found: HashMap<usize, Vec<&Seen>> = HashMap::new();
        let mut last = 0;
        for (place, seen) in copies.filter_map(|seen| Some((place(&seen.text)?, seen))) {
            if !words.get(place).is_some_and(|word| word.to.contains(&reader)) {
                self.astray += 1;
                continue;
            }
            let before = found.entry(place).or_default();
            if before.is_empty() {
                self.out_of_order += usize::from(place < last);
                last = last.max(place);
            }
            before.push(seen);
        }
        for (place, word) in words.iter().enumerate().filter(|(_, word)| word.to.contains(&reader)) {
            let copies = found.remove(&place).unwrap_or_default();
            // A fresh copy that corrects an older one has taken its place: the older one is deleted.
            let there: Vec<&Seen> = copies.into_iter().filter(|seen| !seen.deleted).collect();
            let too_many = there.len().saturating_sub(1);
            self.lost += usize::from(there.is_empty());
            if !there.is_empty() && !there.iter().any(|seen| seen.text == word.text) {
                self.unchanged += 1;
                let texts: Vec<_> = there.iter().map(|seen| (seen.id, &seen.text)).collect();
                self.doubts.push(format!(
                    "{reader} should read {:?} of {}/{}, and reads {texts:?}",
                    word.text, word.author, word.message
                ));
            }
            self.twice += too_many;
            self.unexplained += too_many.saturating_sub(mishaps.explain(reader, word, &there));
        }
    }

    /// A reaction stands only under what somebody else reacted to.
    fn reactions(&mut self, storm: &Storm, histories: &HashMap<i64, Vec<Seen>>) {
        let text = |(chat, message): &(i64, i64)| {
            let history = histories.get(chat)?;
            let at = history.binary_search_by_key(message, |seen| seen.id).ok()?;
            place(&history.get(at)?.text)
        };
        let given: HashSet<usize> = storm.reacted.iter().filter_map(text).collect();
        for (reader, history) in histories {
            for seen in history.iter().filter(|seen| !seen.from_bot && seen.reaction.is_some()) {
                let place = place(&seen.text).filter(|place| given.contains(place));
                let own = place.and_then(|place| storm.words.get(place));
                let right = own.is_some_and(|word| word.author == *reader && word.message == seen.id);
                self.reactions += usize::from(right);
                self.reactions_astray += usize::from(!right);
            }
        }
    }

    pub(super) fn says(&self, storm: &Storm) {
        self.doubts.iter().for_each(|doubt| say("storm.doubt", doubt, ""));
        say("storm.written", storm.words.len(), "messages");
        say("storm.edited", storm.words.iter().filter(|word| word.edited).count(), "messages");
        say("storm.to_arrive", self.places, "copies");
        at_most("storm.lost", count(self.lost), 0.0, "copies");
        at_most("storm.edits_lost", count(self.unchanged), 0.0, "copies");
        at_most("storm.astray", count(self.astray), 0.0, "copies");
        at_most("storm.out_of_order", count(self.out_of_order), 0.0, "copies");
        say("storm.duplicates", self.twice, "copies");
        at_most("storm.duplicates_unexplained", count(self.unexplained), 0.0, "copies");
        say("storm.reactions", format!("{} of {}", self.reactions, storm.reacted.len()), "");
        at_most("storm.reactions_astray", count(self.reactions_astray), 0.0, "messages");
    }
}
