//! Turns (spec relay §6): in every lane the best rank goes first; letters of one conversation and rank keep their order;
//! no conversation waits for more than two messages of each other one; and nothing comes between a line and the message
//! it stands above. Random floods, holds, refusals and albums.

use crate::room::{Cast, at, on_both, someone};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::album::Gathered;
use lazo::domain::id::{ChatId, ConversationId, LetterId, MessageId, SourceId};
use lazo::domain::letter::{Copied, Op, Post, Rank};
use lazo::domain::person::Role;
use lazo::domain::relay::RelayLetter;
use lazo::store::{Carried, Errand, SignOff, Tried, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// Conversations of a history; the last letters of every batch are the bot's own.
const TALKS: i64 = 5;
const LANES: i64 = 2;
const RANKS: [Rank; 5] = [Rank::Relay, Rank::Relay, Rank::Safety, Rank::Answer, Rank::Prompt];

/// A small generator: the histories are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 >> 33).unwrap() % most
    }
}

/// A letter as the law sees it: whose turn it is in is its conversation, where its rank has turns.
#[derive(Clone, Debug)]
struct Waiting {
    rank: Rank,
    of: Option<ConversationId>,
    line: bool,
    held: bool,
    ready_at: DateTime<Utc>,
}

/// What waits in one lane, and how often each conversation had to stand back behind each other.
#[derive(Default)]
struct Lane {
    waiting: BTreeMap<LetterId, Waiting>,
    stood_back: BTreeMap<(Rank, Option<ConversationId>), BTreeMap<Option<ConversationId>, i64>>,
    below: Option<(Rank, Option<ConversationId>)>,
    leaves: Option<LetterId>,
}

impl Lane {
    /// The first letter of each conversation and rank that may go now.
    fn heads(&self, now: DateTime<Utc>) -> BTreeMap<(Rank, Option<ConversationId>), LetterId> {
        let mut heads = BTreeMap::new();
        let mut blocked = BTreeSet::new();
        for (id, it) in self.waiting.iter().filter(|(_, it)| !it.held) {
            let (key, body) = ((it.rank, it.of), self.body(*id, it));
            if body.is_none_or(|ready| ready <= now) && !blocked.contains(&key) {
                heads.entry(key).or_insert(*id);
            } else if !heads.contains_key(&key) {
                blocked.insert(key);
            }
        }
        heads
    }

    /// When what a letter is or stands above is ready.
    fn body(&self, id: LetterId, it: &Waiting) -> Option<DateTime<Utc>> {
        let same = |other: &Waiting| {
            (other.rank, other.of, other.held, other.line) == (it.rank, it.of, false, false)
        };
        let mut bodies = self.waiting.range(id..).filter(|(_, other)| same(other));
        bodies.next().map(|(_, body)| body.ready_at)
    }

    fn leaves(&mut self, id: LetterId, now: DateTime<Utc>) {
        let heads = self.heads(now);
        let it = self.waiting[&id].clone();
        let key = (it.rank, it.of);
        assert_eq!(heads.get(&key), Some(&id), "{it:?} is not the first of its conversation");
        let tied = self.below.take().filter(|below| heads.contains_key(below));
        if let Some(below) = tied {
            assert_eq!(key, below, "something came between a line and its message");
        } else {
            let best = self.waiting.values().filter(|it| !it.held).map(|it| it.rank).min();
            assert_eq!(Some(it.rank), best, "a better rank waits");
        }
        self.stood_back.retain(|key, _| heads.contains_key(key));
        self.stood_back.remove(&key);
        if it.line {
            self.below = Some(key);
        } else {
            for (rank, of) in heads.keys().filter(|(rank, of)| *rank == it.rank && *of != it.of) {
                let behind = self.stood_back.entry((*rank, *of)).or_default().entry(it.of).or_default();
                *behind += 1;
                assert!(*behind <= 2, "{of:?} waits for more than two of {:?}", it.of);
            }
        }
        self.leaves = Some(id);
    }
}

/// One history: its lanes and what has happened in them.
struct History {
    dice: Dice,
    first: i64,
    lanes: BTreeMap<ChatId, Lane>,
    now: DateTime<Utc>,
    message: i64,
    left: usize,
}

impl History {
    async fn begins(tx: &mut Tx, cast: &Cast, n: i64) -> Self {
        let first = 1_000 + n * 10;
        let mut lanes = BTreeMap::new();
        for chat in (0..LANES).map(|lane| ChatId(first + lane)) {
            tx.admit(&someone(cast.programme, chat, "Tomás", Role::Mentor)).await.unwrap();
            lanes.insert(chat, Lane::default());
        }
        let dice =
            Dice(0x9E37_79B9_7F4A_7C15 ^ (u64::try_from(n).unwrap() + 1).wrapping_mul(0xD129_0D3D_2C53_7A31));
        Self { dice, first, lanes, now: at(n), message: 0, left: 0 }
    }

    fn talk(&mut self) -> Option<ConversationId> {
        let n = self.dice.below(TALKS + 1);
        (n < TALKS).then_some(ConversationId(self.first + n))
    }

    /// Somebody writes once, or very much, perhaps below lines; perhaps an album.
    async fn writes(&mut self, tx: &mut Tx) {
        let many = if self.dice.below(4) == 0 { 5 + self.dice.below(15) } else { 1 + self.dice.below(3) };
        let chat = ChatId(self.first + self.dice.below(LANES));
        let rank = RANKS[usize::try_from(self.dice.below(5)).unwrap()];
        let of = self.talk().filter(|_| rank != Rank::Prompt);
        let lines = self.dice.below(2) == 0 && matches!(rank, Rank::Relay | Rank::Safety);
        let album = (rank == Rank::Relay && self.dice.below(6) == 0)
            .then(|| Gathered { parts: vec![MessageId(1)], ready_at: self.now + TimeDelta::seconds(3) });
        let mut posts = Vec::new();
        for _ in 0..many {
            self.message += 1;
            let (source, chat_of, message) = (SourceId(self.message), ChatId(1), MessageId(self.message));
            if lines {
                let line = RelayLetter::TeamFrom { alias: "Amina".to_owned(), of: None, file_number: None };
                posts.push((Post::ranked(chat, rank, line), true));
            }
            let copied = Copied { source: None, chat: chat_of, message, reply_to: None, protect: false };
            let body = match &album {
                Some(parts) => {
                    Post::op(chat, rank, Op::Album { source, chat: chat_of, protect: false }).gathering(parts)
                }
                None => Post::op(chat, rank, Op::Copy(copied)),
            };
            posts.push((body, false));
        }
        let within = |post: Post| Post { conversation: of, ..post };
        let (posts, lines): (Vec<Post>, Vec<bool>) =
            posts.into_iter().map(|(post, line)| (within(post), line)).unzip();
        let ids = tx.post_all(&posts, self.now).await.unwrap();
        // In ranks in which the bot alone speaks there are no turns.
        let of = of.filter(|_| matches!(rank, Rank::Relay | Rank::Safety));
        let lane = self.lanes.get_mut(&chat).unwrap();
        for ((id, line), post) in ids.into_iter().zip(lines).zip(posts) {
            let ready_at = post.gathers.map_or(self.now, |album| album.ready_at);
            lane.waiting.insert(id, Waiting { rank, of, line, held: false, ready_at });
        }
    }

    /// A conversation is put on hold, or goes on.
    async fn holds(&mut self, tx: &mut Tx) {
        let Some(of) = self.talk() else { return };
        let hold = self.dice.below(2) == 0;
        if hold {
            tx.hold(of).await.map(drop).unwrap();
        } else {
            tx.release(&[of]).await.map(drop).unwrap();
        }
        for lane in self.lanes.values_mut() {
            let leaves = lane.leaves;
            let others = lane.waiting.iter_mut().filter(|(id, _)| Some(**id) != leaves);
            for (_, it) in others.filter(|(_, it)| it.of == Some(of) && it.rank == Rank::Relay) {
                it.held = hold;
            }
        }
    }

    async fn leave(&mut self, tx: &mut Tx) -> bool {
        self.now += TimeDelta::seconds(1);
        let errands = tx.lease(10, self.now).await.unwrap();
        for errand in &errands {
            self.lanes.get_mut(&errand.lane).unwrap().leaves(errand.id, self.now);
            self.left += 1;
        }
        self.come_back(tx, &errands).await;
        !errands.is_empty()
    }

    async fn come_back(&mut self, tx: &mut Tx, errands: &[Errand]) {
        let mut done = Vec::new();
        for errand in errands {
            let lane = self.lanes.get_mut(&errand.lane).unwrap();
            self.message += 1;
            let carried = match self.dice.below(8) {
                0 => Carried::Later(self.now, Tried::InVain),
                1 => Carried::Failed("refused"),
                _ => Carried::Sent(Some(MessageId(self.message))),
            };
            if !matches!(carried, Carried::Sent(_)) {
                lane.below = None;
            }
            if !matches!(carried, Carried::Later(..)) {
                lane.waiting.remove(&errand.id);
            }
            lane.leaves = None;
            done.push(SignOff { id: errand.id, lane: errand.lane, carried, not_before: self.now });
        }
        tx.sign_off(&done, self.now).await.unwrap();
    }

    /// Everything that is held is let go, and all of it leaves.
    async fn ends(&mut self, tx: &mut Tx) {
        let talks: Vec<_> = (0..TALKS).map(|n| ConversationId(self.first + n)).collect();
        tx.release(&talks).await.unwrap();
        self.lanes.values_mut().flat_map(|lane| lane.waiting.values_mut()).for_each(|it| it.held = false);
        for _ in 0..20_000 {
            let none = self.lanes.values().all(|lane| lane.waiting.is_empty());
            if none {
                return;
            }
            self.leave(tx).await;
        }
        panic!("something never left");
    }
}

#[tokio::test]
async fn over_random_floods_no_conversation_waits_for_more_than_two_of_another_and_all_keep_their_order() {
    on_both(async |tx| {
        let cast = Cast::enter(tx).await;
        let mut left = 0;
        for n in 0..36 {
            let mut history = History::begins(tx, &cast, n).await;
            for _ in 0..40 {
                match history.dice.below(8) {
                    0..3 => history.writes(tx).await,
                    3 => history.holds(tx).await,
                    _ => drop(history.leave(tx).await),
                }
            }
            history.ends(tx).await;
            left += history.left;
        }
        assert!(left > 3_000, "only {left}: the histories are too quiet");
    })
    .await;
}
