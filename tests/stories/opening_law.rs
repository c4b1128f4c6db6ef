//! The law of opening again, over random histories of a pair and of a circle: breaks, told and untold, stops by the team
//! and by 🆘, everybody writes, the team opens from the case and from the pair's card with every choice, the bot restarts.
//! However it goes:
//! - what the screen says waits is what waits, of whom;
//! - what was let is at everybody's, in order, once;
//! - what was dropped is at nobody's it was not at before, and its writer is told, once, how many;
//! - what waited of who pressed 🆘 goes only with her yes;
//! - a press on what is not true any more opens nothing.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

use crate::dice::{Dice, histories};
use crate::world::{Friend, World};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::pause::RESTS_DAYS;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;
use std::collections::{BTreeMap, BTreeSet};

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم، لتصل";
const NO: &str = "✖️ لا";
const LET: &str = "✅ Let them arrive";
const DROP: &str = "🗑 Drop them";
const OPEN: &str = "▶ Open";
/// Histories of a run that nobody asked more of, and the steps of one.
const HISTORIES: u64 = 6;
const STEPS: usize = 40;

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It goes as soon as nothing keeps it.
    Goes,
    /// Only its writer's yes lets it go.
    Hers,
    /// It waited for that, and she said yes: from then on it goes, later than what she wrote meanwhile.
    Said,
    /// Nobody gets it any more.
    Dropped,
    /// She said no, or it is for the team alone.
    Never,
}

struct Message {
    words: String,
    author: usize,
    fate: Fate,
    /// Who had it when it was dropped, or when only her yes could let it go.
    had: BTreeSet<usize>,
}

struct History {
    world: World,
    dice: Dice,
    /// Amina is the first.
    people: Vec<Friend>,
    names: Vec<&'static str>,
    vera: Friend,
    written: Vec<Message>,
    /// Who is on a break.
    away: BTreeSet<usize>,
    pressed: bool,
    /// Amina is asked about what she wrote before.
    asked: bool,
    /// How many messages of each were dropped.
    dropped: BTreeMap<usize, usize>,
    log: Vec<String>,
    opened: usize,
}

impl History {
    async fn begins(seed: u64) -> Self {
        let world = World::new().await;
        let vera = world.joined("Vera", Role::Coordinator).await;
        let mut people =
            vec![world.joined("Amina", Role::Mentee).await, world.joined("Tomás", Role::Mentor).await];
        let mut names = vec!["Amina", "Tomás"];
        if seed % 2 == 1 {
            people.push(world.joined("Marta", Role::Mentor).await);
            names.push("Marta");
        }
        let sides = [Side::Mentee, Side::Mentor, Side::Mentor];
        world.introduce(&people.iter().zip(sides).collect::<Vec<_>>(), &vera).await;
        Self {
            world,
            dice: Dice::of(seed),
            people,
            names,
            vera,
            written: Vec::new(),
            away: BTreeSet::new(),
            pressed: false,
            asked: false,
            dropped: BTreeMap::new(),
            log: Vec::new(),
            opened: 0,
        }
    }

    fn fails(&self, why: &str) -> ! {
        panic!("{why}\n{}", self.log.join("\n"))
    }

    async fn phase(&self) -> Phase {
        self.world.pair_of(&self.people[0]).await.unwrap().phase
    }

    fn others(&self, author: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.people.len()).filter(move |other| *other != author)
    }

    /// Who has a message.
    fn has(&self, message: &Message) -> BTreeSet<usize> {
        let there = |who: &usize| self.people[*who].copies().iter().any(|it| it.text == message.words);
        self.others(message.author).filter(there).collect()
    }

    /// Messages of somebody that wait for anybody, with this fate.
    fn waiting(&self, author: usize, fate: impl Fn(Fate) -> bool) -> Vec<usize> {
        let all = self.people.len() - 1;
        let waits = |it: &Message| it.author == author && fate(it.fate) && self.has(it).len() < all;
        (0..self.written.len()).filter(|at| waits(&self.written[*at])).collect()
    }

    fn ordinary(&self, author: usize) -> Vec<usize> {
        self.waiting(author, |fate| matches!(fate, Fate::Goes | Fate::Said))
    }

    fn becomes(&mut self, messages: &[usize], fate: Fate) {
        for at in messages {
            self.written[*at].had = self.has(&self.written[*at]);
            self.written[*at].fate = fate;
        }
    }

    async fn writes(&mut self, who: usize) {
        let words = format!("m{:04}", self.written.len());
        self.log.push(format!("{} writes {words}", self.names[who]));
        let secret = who == 0 && self.pressed;
        self.people[who].says(&words).await;
        let fate = if secret { Fate::Never } else { Fate::Goes };
        self.written.push(Message { words, author: who, fate, had: BTreeSet::new() });
    }

    async fn stops(&mut self, days: Option<i64>) {
        self.log.push(format!("the team stops it: {days:?}"));
        let id = self.people[0].id;
        self.world
            .changes(async |tx, now| {
                let mut pair = tx.pair_of(id).await.unwrap().unwrap();
                match days {
                    None => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                    Some(days) => {
                        let until = now + chrono::TimeDelta::days(days);
                        lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap();
                    }
                }
            })
            .await;
        self.world.settles().await;
    }

    /// Amina presses 🆘: what of hers has not arrived is hers alone from then on.
    async fn presses(&mut self) {
        self.log.push("🆘".to_owned());
        // Each press is known by its moment.
        self.world.minutes_pass(1).await;
        let waits = self.ordinary(0);
        self.becomes(&waits, Fate::Hers);
        self.people[0].says(SOS).await;
        self.people[0].presses(UNSAFE).await;
        if !self.pressed {
            // Or it would ring every hour, for weeks.
            self.vera.presses("👤 I’m on it").await;
        }
        (self.pressed, self.asked) = (true, false);
    }

    async fn takes_or_ends_a_break(&mut self, who: usize) {
        let friend = self.people[who].clone();
        if self.away.contains(&who) {
            self.log.push(format!("{} is back", self.names[who]));
            friend.says("/pause").await;
            friend.presses(if who == 0 { "إنهاء الاستراحة" } else { "Terminar" }).await;
            self.away.remove(&who);
        } else if self.phase().await == Phase::Active {
            let told = self.dice.below(2) == 0;
            self.log.push(format!("{} takes a break, told: {told}", self.names[who]));
            friend.says("/pause").await;
            friend.presses(if who == 0 { "⏸ 4 أسابيع" } else { "⏸ 4 semanas" }).await;
            let answer = match (who, told) {
                (0, true) => "✅ نعم، يمكن",
                (0, false) => NO,
                (_, true) => "✅ Sí, puede saberse",
                (_, false) => "✖️ No",
            };
            friend.presses(answer).await;
            self.away.insert(who);
        }
    }

    /// What the screen says of each, against what waits.
    fn reads(&self) {
        let text = self.vera.hears("Open this chat again?").text;
        for (who, name) in self.names.iter().enumerate() {
            let (ordinary, hers) = (self.ordinary(who).len(), self.waiting(who, |it| it == Fate::Hers).len());
            let mut says = BTreeMap::from([(false, 0), (true, 0)]);
            for line in text.lines().filter(|line| line.contains(&format!("· {name}"))) {
                let count: usize = line.split(' ').next().unwrap().parse().unwrap();
                *says.entry(line.contains("will be asked")).or_default() += count;
            }
            if says != BTreeMap::from([(false, ordinary), (true, hers)]) {
                self.fails(&format!("of {name} {ordinary} and {hers} wait: {text}"));
            }
        }
    }

    async fn asks(&mut self) {
        let from_case = self.pressed && self.dice.below(2) == 0;
        let cards: Vec<_> = self.vera.phone.screen();
        let case = cards.iter().rev().find(|seen| seen.text.contains("Case") && seen.has_button("➕ More"));
        if let (true, Some(card)) = (from_case, case) {
            self.vera.phone.presses_on(card.id, "More").unwrap();
            self.world.settles().await;
            self.vera.presses("Open the chat again").await;
        } else {
            self.vera.says("/pairs").await;
            self.vera.presses("1 · ").await;
            self.vera.presses("▶ Let them write again").await;
        }
        self.reads();
    }

    /// The team opens; perhaps something happens while it looks.
    async fn opens(&mut self) {
        self.log.push("the team opens".to_owned());
        self.asks().await;
        if self.dice.below(3) == 0 {
            let who = self.dice.below(self.people.len());
            if who == 0 {
                self.presses().await;
            } else {
                self.writes(who).await;
            }
            let label = if self.vera.hears("Open this chat again?").has_button(OPEN) { OPEN } else { DROP };
            self.vera.presses(label).await;
            self.vera.hears("Something has changed");
            if self.phase().await == Phase::Active {
                self.fails("it opened as it was not shown");
            }
            self.reads();
        }
        let mut chosen = Vec::new();
        loop {
            let screen = self.vera.hears("Open this chat again?");
            if screen.has_button(OPEN) {
                break;
            }
            let name = screen.text.lines().last().unwrap().to_owned();
            let who = self.names.iter().position(|it| *it == name).unwrap();
            let drop = self.dice.below(2) == 0;
            self.log.push(format!("  of {name}: {}", if drop { "drop" } else { "let" }));
            self.vera.presses(if drop { DROP } else { LET }).await;
            chosen.extend(drop.then_some(who));
            if self.dice.below(8) == 0 {
                self.world.restarts().await;
            }
        }
        for who in chosen {
            let messages = self.ordinary(who);
            *self.dropped.entry(who).or_default() += messages.len();
            self.becomes(&messages, Fate::Dropped);
        }
        self.vera.presses(OPEN).await;
        if self.phase().await != Phase::Active {
            self.fails("it did not open");
        }
        self.asked = !self.waiting(0, |fate| fate == Fate::Hers).is_empty();
        self.opened += 1;
    }

    async fn answers(&mut self) {
        let amina = self.people[0].clone();
        let yes = self.dice.below(2) == 0;
        self.log.push(format!("Amina says {}", if yes { "yes" } else { "no" }));
        while amina.phone.screen().iter().any(|it| it.has_button("📖 قراءة")) {
            amina.opens_mail().await;
        }
        let question = amina.phone.screen().into_iter().rev().find(|it| it.has_button(YES)).unwrap();
        let hers = self.waiting(0, |fate| fate == Fate::Hers);
        self.becomes(&hers, if yes { Fate::Said } else { Fate::Never });
        amina.phone.presses_on(question.id, if yes { YES } else { NO }).unwrap();
        if self.dice.below(2) == 0 {
            let _ = amina.phone.presses_on(question.id, if yes { NO } else { YES });
        }
        self.world.settles().await;
        self.asked = false;
    }

    async fn step(&mut self) {
        match self.dice.below(16) {
            0..=5 => {
                let who = self.dice.below(self.people.len());
                self.writes(who).await;
            }
            6 => {
                let days = [None, Some(60)][self.dice.below(2)];
                if self.phase().await == Phase::Active {
                    self.stops(days).await;
                }
            }
            7 => self.presses().await,
            8 | 9 => {
                let who = self.dice.below(2);
                self.takes_or_ends_a_break(who).await;
            }
            10..=12 if self.phase().await != Phase::Active => self.opens().await,
            13 if self.asked => self.answers().await,
            14 => self.world.restarts().await,
            _ => self.world.minutes_pass(7).await,
        }
    }

    /// How many messages somebody read did not arrive.
    fn told(&self, who: usize) -> usize {
        let words: [&str; 2] =
            if who == 0 { ["لم يمكن إيصال", "لم تصل"] } else { ["no pud", "no lleg"] };
        let reads = self.people[who].reads().into_iter();
        let lost = reads.filter(|it| it.starts_with("⚠️") && words.iter().any(|word| it.contains(word)));
        let count = |text: String| {
            let digits: String = text.chars().filter(|c| c.is_numeric()).collect();
            let two = text.contains("رسالتان");
            digits.parse().unwrap_or(if two { 2 } else { 1 })
        };
        lost.map(count).sum()
    }

    fn holds(&self) {
        for (who, friend) in self.people.iter().enumerate() {
            let read: Vec<String> = friend.copies().into_iter().map(|it| it.text).collect();
            for message in &self.written {
                let count = read.iter().filter(|it| **it == message.words).count();
                let mine = message.author == who;
                if count > 1 || (mine && count > 0) {
                    self.fails(&format!("{} is {count} times at {}'s", message.words, self.names[who]));
                }
                let bound = matches!(message.fate, Fate::Dropped | Fate::Never | Fate::Hers);
                if bound && count > 0 && !message.had.contains(&who) {
                    self.fails(&format!("{} is at {}'s: {:?}", message.words, self.names[who], message.fate));
                }
            }
            for author in self.others(who) {
                let usual = |words: &String| {
                    self.written
                        .iter()
                        .any(|it| it.author == author && it.fate == Fate::Goes && it.words == *words)
                };
                let order: Vec<&String> = read.iter().filter(|words| usual(words)).collect();
                if !order.is_sorted() {
                    self.fails(&format!("{order:?} at {}'s", self.names[who]));
                }
            }
            let dropped = self.dropped.get(&who).copied().unwrap_or_default();
            if self.told(who) != dropped {
                self.fails(&format!("{} was told of {}, not {dropped}", self.names[who], self.told(who)));
            }
        }
    }

    /// Everything is open at last: what was let is everywhere, what still needed her yes lapses.
    async fn ends(&mut self) {
        if self.phase().await != Phase::Active {
            self.opens().await;
        }
        for who in self.away.clone() {
            self.takes_or_ends_a_break(who).await;
        }
        self.holds();
        for message in &self.written {
            let all = self.others(message.author).count();
            let goes = matches!(message.fate, Fate::Goes | Fate::Said);
            if goes && self.has(message).len() != all {
                self.fails(&format!("{} has not arrived everywhere: {:?}", message.words, message.fate));
            }
        }
        let lapses = self.waiting(0, |fate| fate == Fate::Hers);
        self.log.push("28 days pass".to_owned());
        self.world.days_pass(RESTS_DAYS + 1).await;
        self.becomes(&lapses, Fate::Dropped);
        *self.dropped.entry(0).or_default() += lapses.len();
        self.holds();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_delivered_is_what_was_let_what_was_dropped_is_told_and_hers_goes_only_with_her_yes() {
    let (mut opened, mut enough) = (0, 0);
    for seed in histories(HISTORIES) {
        let mut history = History::begins(seed).await;
        for _ in 0..STEPS {
            history.step().await;
            history.holds();
        }
        history.ends().await;
        opened += history.opened;
        enough += 1;
    }
    assert!(opened >= enough, "only {opened} openings");
}
