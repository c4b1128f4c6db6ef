//! The law of 🆘, over random histories. She has a pair, a circle, or both, in one part or in two; her partner may be of the team; the lead may be
//! alone, or she may name somebody of the team; there may be groups that refuse. She writes in all kinds, replies, corrects,
//! takes back, reacts, takes breaks, gives her yes to one thing or another, blocks the bot and comes back, and somebody taps
//! on her phone whatever there is to tap. The others do the same; the team taps every button of its cards, lists and groups,
//! writes to her, pauses, opens and ends; time passes, the bot restarts, chats refuse. However it goes:
//! - nothing she wrote since the tap is at the other side without her yes, and with it exactly what it was about;
//! - nothing on their screens changes in the first hour because of her, no word and no button, not even if she leaves;
//! - who of the team is her partner, or is named, has no card, list, desk or word of it;
//! - no tap of hers closes her case, and no moment does; none is closed without a talk with her, or before all its pairs
//!   are decided about;
//! - nothing fails and is set aside;
//! - no stopped pair opens by itself;
//! - each stop is a case's, or stands in somebody's digest on every working morning;
//! - her open case is in the hands of somebody who can be reached, or on the list of those that are in nobody's, and
//!   whoever has it has all her words.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

mod holds;
mod moves;
mod scene;
mod theirs;
mod written;

use crate::dice::{Dice, histories};
use crate::world::{Friend, World};
use chrono::{DateTime, Utc};
use lazo::demo::{GroupChat, Seen};
use lazo::domain::case::{Called, CaseFile};
use lazo::domain::conversation::{Conversation, Phase};
use lazo::domain::id::{ConversationId, PersonId};
use scene::Scene;
use std::collections::{BTreeMap, BTreeSet};
use written::Mine;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
/// Histories of a run that nobody asked more of: one of each scene. And the steps of one.
const HISTORIES: u64 = 8;
const STEPS: usize = 40;

/// Somebody she talks with, and in which of her conversations.
#[derive(Clone)]
struct Other {
    friend: Friend,
    pair: usize,
}

/// Somebody of the team who is kept from it.
struct Apart {
    friend: Friend,
    /// Her case was open before she was kept from it: it stays on her list, so that nothing tells.
    knew: bool,
    /// How much of it she had.
    told: usize,
}

struct History {
    world: World,
    dice: Dice,
    scene: Scene,
    amina: Friend,
    /// Her parts.
    parts: Vec<PersonId>,
    others: Vec<Other>,
    pairs: Vec<ConversationId>,
    /// Whoever of the team may have her words.
    staff: Vec<Friend>,
    /// Whoever of the team may not.
    apart: Vec<Apart>,
    groups: Vec<GroupChat>,
    written: Vec<Mine>,
    /// She pressed 🆘, and her case is open or a pair stopped since.
    pressed: bool,
    /// The conversation she chose to write to since, and when.
    chosen: Option<(usize, DateTime<Utc>)>,
    /// The team has written to her since the tap, and she has answered.
    talked: (bool, bool),
    /// The talks that were written down with her open case; one that was unfounded keeps none.
    calls: Vec<Called>,
    /// Some chat refuses what the bot sends.
    refused: bool,
    /// What was done, for whoever reads a failure.
    log: Vec<String>,
    count: usize,
    /// How often something was written after a tap.
    seen: usize,
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Amina,
    /// Whoever may know nothing of it.
    Others,
    Staff,
    Time,
}

/// How it stands before and after a step.
struct Stands {
    at: DateTime<Utc>,
    /// Her open cases, one of each team's; and the last of them.
    cases: Vec<CaseFile>,
    case: Option<CaseFile>,
    pairs: Vec<Conversation>,
    /// Everything that each chat of the others and of the team has shown.
    shown: BTreeMap<i64, Vec<Seen>>,
}

impl Stands {
    fn on(&self, friend: &Friend) -> &[Seen] {
        self.shown.get(&friend.phone.id()).map_or(&[], Vec::as_slice)
    }

    fn is_held(&self, pair: usize) -> bool {
        self.pairs[pair].phase == Phase::Held
    }

    fn any_held(&self) -> bool {
        (0..self.pairs.len()).any(|pair| self.is_held(pair))
    }
}

/// Whatever it fails at, what was done before is told.
impl Drop for History {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.log.join("\n"));
        }
    }
}

impl History {
    fn fails(&self, why: &str) -> ! {
        panic!("{:?}: {why}", self.scene)
    }

    /// The chats of those she talks with.
    fn everybody(&self) -> BTreeSet<i64> {
        self.others.iter().map(|it| it.friend.phone.id()).collect()
    }

    /// The chats of those she talks with in one conversation.
    fn members(&self, pair: usize) -> BTreeSet<i64> {
        self.others.iter().filter(|it| it.pair == pair).map(|it| it.friend.phone.id()).collect()
    }

    /// The chats of those whose conversation with her is stopped.
    fn stopped(&self, stands: &Stands) -> BTreeSet<i64> {
        let held = self.others.iter().filter(|it| stands.is_held(it.pair));
        held.map(|it| it.friend.phone.id()).collect()
    }

    async fn plays(&mut self) {
        let mut before = self.stands().await;
        if matches!(self.scene, Scene::Both | Scene::Two | Scene::Parts) && self.dice.below(2) == 0 {
            // Before any other tap, or a choice of hers may be of after it.
            self.chooses_then_presses(&before).await;
            before = self.holds(Who::Amina, &before).await;
        }
        for _ in 0..STEPS {
            let who = self.something_happens(&before).await;
            before = self.holds(who, &before).await;
        }
        self.leaves().await;
        self.holds(Who::Amina, &before).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_after_the_tap_her_words_are_the_teams_alone() {
    let (mut written, mut played) = (0, 0);
    for seed in histories(HISTORIES) {
        let mut history = History::begins(seed).await;
        history.plays().await;
        written += history.seen;
        played += 1;
    }
    assert!(written >= played * 3, "only {written} messages were written after a tap");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_right_after_the_tap_changes_nothing_for_the_others() {
    for seed in 0..2 {
        let mut history = History::begins(seed).await;
        history.presses_sos().await;
        let before = history.stands().await;
        assert!(before.is_held(0) && before.case.is_some(), "the tap stops it");
        history.leaves().await;
        history.holds(Who::Amina, &before).await;
    }
}
