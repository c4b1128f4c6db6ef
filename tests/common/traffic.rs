//! People in pairs who write to each other, and the account of what arrived: lost, twice, out of order, astray.

use lazo::demo::{Content, Person, Telegram};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Whose turn it is in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Mentee,
    Mentor,
}

/// The private chat of somebody in a seeded pair, counted from 0.
pub fn chat(pair: i64, who: Who) -> i64 {
    1_000_000_001 + 2 * pair + i64::from(who == Who::Mentor)
}

/// A message that somebody wrote.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// Which content it is.
    pub content: u64,
    /// The chat it has to arrive in.
    pub to: i64,
    /// When it was written.
    pub at: Instant,
}

/// Pairs 0 to `pairs` on an emulated Telegram. Clones are the same people.
#[derive(Clone)]
pub struct Traffic {
    pub telegram: Telegram,
    pub pairs: i64,
    sent: Arc<Mutex<Vec<Sent>>>,
}

/// What became of what was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Written.
    pub sent: usize,
    /// Never arrived.
    pub lost: usize,
    /// Arrived once more, counted each time.
    pub twice: usize,
    /// Arrived after something that was written later, in the same chat.
    pub out_of_order: usize,
    /// Arrived in a chat it was not for.
    pub astray: usize,
}

impl Traffic {
    /// Everybody in these pairs has a phone and has started the bot once.
    pub fn new(telegram: &Telegram, pairs: i64) -> Self {
        for pair in 0..pairs {
            for (who, name, language) in [(Who::Mentee, "Amina", "ar"), (Who::Mentor, "Tomás", "es")] {
                telegram.acquaintance(Person::named(chat(pair, who), name).with_app_in(language));
            }
        }
        Self { telegram: telegram.clone(), pairs, sent: Arc::default() }
    }

    /// Somebody writes. Gives the message's number in her chat.
    pub fn says(&self, pair: i64, who: Who, content: impl Into<Content>, reply_to: Option<i64>) -> i64 {
        let to = chat(pair, if who == Who::Mentee { Who::Mentor } else { Who::Mentee });
        let mut sent = self.sent();
        let (message, content) = self.telegram.writes(chat(pair, who), content, reply_to);
        sent.push(Sent { content, to, at: Instant::now() });
        message
    }

    /// The `n`th message of a conversation that goes round all pairs, both ways.
    pub fn next(&self, n: i64) -> i64 {
        self.says(n % self.pairs, turn(n / self.pairs), format!("message {n}"), None)
    }

    /// So many messages at once, round all pairs.
    pub fn backlog(&self, messages: i64) {
        for n in 0..messages {
            self.next(n);
        }
    }

    /// Writes so many messages a second until it is dropped or aborted.
    pub async fn flows(self, per_second: f64) {
        let mut beat = tokio::time::interval(Duration::from_secs_f64(1.0 / per_second));
        for n in 0.. {
            beat.tick().await;
            self.next(n);
        }
    }

    /// Everything that was written so far.
    pub fn written(&self) -> Vec<Sent> {
        self.sent().clone()
    }

    fn sent(&self) -> std::sync::MutexGuard<'_, Vec<Sent>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until everything has arrived, or nothing more did for `patience`. True if everything has.
    pub async fn arrives(&self, patience: Duration) -> bool {
        let (mut seen, mut since) = (0, Instant::now());
        loop {
            let delivered = self.telegram.delivered();
            if delivered != seen {
                (seen, since) = (delivered, Instant::now());
            }
            if delivered >= self.sent().len() && self.tally().lost == 0 {
                return true;
            }
            if since.elapsed() > patience {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until so many of the bot's messages have arrived in all; gives up after `patience`.
    pub async fn delivered(&self, messages: usize, patience: Duration) -> bool {
        let begun = Instant::now();
        while self.telegram.delivered() < messages {
            if begun.elapsed() > patience {
                return false;
            }
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
        true
    }

    /// The account, as it stands.
    pub fn tally(&self) -> Tally {
        let sent = self.written();
        let places: HashMap<u64, (usize, i64)> =
            sent.iter().enumerate().map(|(place, it)| (it.content, (place, it.to))).collect();
        let mut tally = Tally { sent: sent.len(), ..Tally::default() };
        let mut arrived = HashSet::new();
        let mut last: HashMap<i64, usize> = HashMap::new();
        for delivery in self.telegram.deliveries().iter().filter(|it| it.copied) {
            match places.get(&delivery.content) {
                Some((place, to)) if *to == delivery.chat => {
                    if arrived.insert(delivery.content) {
                        let before = last.insert(delivery.chat, *place);
                        tally.out_of_order += usize::from(before.is_some_and(|before| before > *place));
                    } else {
                        tally.twice += 1;
                    }
                }
                Some(_) | None => tally.astray += 1,
            }
        }
        tally.lost = sent.len() - arrived.len();
        tally
    }
}

fn turn(round: i64) -> Who {
    if round % 2 == 0 { Who::Mentee } else { Who::Mentor }
}
