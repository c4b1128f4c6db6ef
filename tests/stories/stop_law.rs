//! The law of stops, over random histories: 🆘 with every answer, pauses of the team, cases that are taken, called about,
//! closed with every choice or half closed, other pairs decided about or not, somebody out of reach and back, days and
//! weeks. However it goes:
//! - no stopped pair opens or ends but by the team, or by her first "no";
//! - no case about safety is over whose pair is not decided about, or before somebody has talked with her;
//! - a case that was unfounded names nobody, and once no pair is stopped no pair either;
//! - on every working morning each stopped pair stands in its coordinator's digest, from the seventh day on in the lead's.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

use crate::dice::Dice;
use crate::world::{Friend, World};
use chrono::{Datelike, TimeDelta, Weekday};
use lazo::domain::case::{Call, CaseKind, LEAD_DAYS, is_to_decide};
use lazo::domain::conversation::{Conversation, Phase, Side};
use lazo::domain::id::{CaseId, ConversationId};
use lazo::domain::person::Role;
use lazo::domain::wall;
use lazo::domain::zone::Tz;
use std::collections::HashMap;

const MADRID: Tz = Tz::known("Europe/Madrid");

const HISTORIES: u64 = 6;
const STEPS: usize = 30;
const UNFOUNDED: &str = "⚖️ Unfounded, dates stay";

struct History {
    world: World,
    dice: Dice,
    amina: Friend,
    tomas: Friend,
    vera: Friend,
    lea: Friend,
    pairs: [ConversationId; 2],
    log: Vec<String>,
    /// Cases of hers that were closed, stops that were seen in a digest, and looks at unfounded cases.
    seen: (usize, usize, usize),
}

/// Who did a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Amina,
    Tomas,
    Staff,
    Time,
}

impl History {
    async fn begins(seed: u64) -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let bo = world.joined("Bo", Role::Mentee).await;
        let first = world.pair_of(&amina).await.unwrap().id;
        let other = world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
        Self {
            world,
            dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            amina,
            tomas,
            vera,
            lea,
            pairs: [first, other],
            log: Vec::new(),
            seen: (0, 0, 0),
        }
    }

    fn fails(&self, why: &str) -> ! {
        panic!("{why}\n{}", self.log.join("\n"))
    }

    async fn pairs(&self) -> Vec<Conversation> {
        self.world.changes(async |tx, _| tx.conversations(&self.pairs).await.unwrap()).await
    }

    /// Her open cases about safety.
    async fn open(&self) -> Vec<CaseId> {
        let programme = self.world.programme();
        self.world
            .changes(async |tx, _| {
                let open = tx.open_cases(programme).await.unwrap();
                let cases = tx.cases(&open).await.unwrap();
                cases.iter().filter(|case| case.kind == CaseKind::Unsafe).map(|case| case.id).collect()
            })
            .await
    }

    /// Presses one of these, if it is there.
    async fn presses(&mut self, staff: &Friend, labels: &[&str]) {
        let label = labels[self.dice.below(labels.len())];
        let there = staff.phone.presses(label).is_ok();
        self.log.push(format!("{:?} presses {label}: {there}", staff.id));
        self.world.settles().await;
    }

    /// The card of an open case, on top.
    async fn card(&mut self, staff: &Friend) {
        staff.says("/cases").await;
        self.presses(staff, &["🔎 1", "🔎 2", "🔎 3", "🔎 4"]).await;
        self.presses(staff, &["🙋 I’m on it"]).await;
    }

    async fn calls(&mut self, staff: &Friend) {
        self.card(staff).await;
        self.presses(staff, &["More"]).await;
        self.presses(staff, &["📞 Call done"]).await;
        self.presses(staff, &["✅ All settled, close case", "💬 We spoke, not settled", "📵 No answer"])
            .await;
        self.presses(staff, &["📞 Call", "🤝 In person", "💬 Message"]).await;
        self.presses(staff, &["15 minutes"]).await;
    }

    async fn closes(&mut self, staff: &Friend) {
        self.card(staff).await;
        self.presses(staff, &["✅ Close case"]).await;
        self.presses(staff, &["✅ Solved", "💨 False alarm", "➕ More", "➕ More"]).await;
        self.presses(staff, &[UNFOUNDED]).await;
        self.becomes(staff).await;
        self.becomes(staff).await;
    }

    async fn becomes(&mut self, staff: &Friend) {
        self.presses(staff, &["▶ Open it again", "⏸ It stays stopped", "⏸ It stays stopped", "Back"]).await;
        self.presses(staff, &["⏸ one week", "⏸ 4 weeks", "⏸ 8 weeks", "Back"]).await;
        for _ in 0..3 {
            self.presses(staff, &["✅ Let them arrive", "🗑 Drop them", "▶ Open"]).await;
        }
    }

    /// All that closing takes: a talk with her, what the lead decides, and what becomes of the pair.
    async fn settles(&mut self, staff: &Friend) {
        let lea = self.lea.clone();
        self.card(staff).await;
        for label in ["More", "📞 Call done", "💬 We spoke, not settled", "🤝 In person", "15 minutes"]
        {
            self.presses(staff, &[label]).await;
        }
        for _ in 0..2 {
            self.presses(&lea, &["⏸ Stop it", "▶ Leave it open"]).await;
        }
        self.closes(staff).await;
        self.presses(staff, &["✅ Close case"]).await;
        self.presses(staff, &["✅ Solved", "➕ More"]).await;
        self.presses(staff, &[UNFOUNDED]).await;
    }

    async fn closes_or_settles(&mut self, staff: &Friend) {
        if self.dice.below(2) == 0 {
            self.closes(staff).await;
        } else {
            self.settles(staff).await;
        }
    }

    async fn step(&mut self) -> Who {
        let [amina, tomas] = [self.amina.clone(), self.tomas.clone()];
        let staff = if self.dice.below(2) == 0 { self.vera.clone() } else { self.lea.clone() };
        match self.dice.below(12) {
            0 | 1 => {
                self.log.push("🆘".to_owned());
                amina.says("🆘 أحتاج إلى مساعدة").await;
                self.presses(&amina, &["🛟 لا أشعر بالأمان"]).await;
                self.presses(&amina, &["✅ نعم", "✅ نعم", "🤷 لا أعرف", "✖️ لا"]).await;
                Who::Amina
            }
            2 => {
                tomas.blocks().await;
                self.world.hours_pass(3).await;
                tomas.unblocks().await;
                tomas.says("/start").await;
                self.log.push("he is away and comes back".to_owned());
                Who::Tomas
            }
            3 => {
                staff.says("/pairs").await;
                self.presses(&staff, &["1 · Amina", "2 · Bo"]).await;
                self.presses(&staff, &["⏸ Pause"]).await;
                self.presses(&staff, &["⏸ one week", "⏸ one week", "⏸ 4 weeks"]).await;
                Who::Staff
            }
            4 | 5 => {
                self.calls(&staff).await;
                Who::Staff
            }
            6 | 7 => {
                self.closes_or_settles(&staff).await;
                Who::Staff
            }
            8 => {
                let lea = self.lea.clone();
                self.presses(&lea, &["⏸ Stop it", "▶ Leave it open"]).await;
                Who::Staff
            }
            9 => {
                self.presses(&staff, &["⏸ No. 1", "⏸ No. 2"]).await;
                self.closes(&staff).await;
                Who::Staff
            }
            _ => {
                let days = [1, 1, 3, 9][self.dice.below(4)];
                self.log.push(format!("{days} days pass"));
                self.days_pass(days).await;
                Who::Time
            }
        }
    }

    /// Days pass: each stopped pair stands in the digests of all working mornings.
    async fn days_pass(&mut self, days: i64) {
        let (before, from) = (self.pairs().await, self.world.now());
        let listed = |friend: &Friend, pair: &Conversation| {
            let number = format!("• No. {} ", pair.id);
            let digest = |text: &str| text.contains("Good morning") && text.contains(&number);
            friend
                .phone
                .history()
                .iter()
                .filter(|seen| digest(&format!("{} ", seen.text.replace('\n', " \n"))))
                .count()
        };
        let counts: Vec<_> =
            before.iter().map(|pair| (listed(&self.vera, pair), listed(&self.lea, pair))).collect();
        self.world.days_pass(days).await;
        let mornings: Vec<_> = (0..=days + 1)
            .map(|day| wall::date(MADRID, from) + TimeDelta::days(day))
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .filter(|day| {
                let nine = wall::instant(MADRID, day.and_time(wall::DIGEST_HOUR));
                nine > from && nine <= self.world.now()
            })
            .collect();
        for (pair, (hers, leads)) in before.iter().zip(counts) {
            if !pair.is_stopped() {
                continue;
            }
            let since = wall::date(MADRID, pair.stopped_at.unwrap());
            let late = mornings.iter().filter(|day| (**day - since).num_days() >= LEAD_DAYS).count();
            let found = (listed(&self.vera, pair) - hers, listed(&self.lea, pair) - leads);
            if found != (mornings.len(), late) {
                self.fails(&format!(
                    "{}: in {found:?} digests, not in {:?}",
                    pair.id,
                    (mornings.len(), late)
                ));
            }
            self.seen.1 += mornings.len();
        }
    }

    /// Of an unfounded case nothing says whom it named, and once no pair is stopped not which pair it was about.
    async fn keeps_no_mark(&mut self, after: &[Conversation]) {
        let unfounded: Vec<_> = self.table("case_file").await;
        let unfounded = unfounded.iter().filter(|row| row["outcome"].as_deref() == Some("unfounded"));
        for case in unfounded.collect::<Vec<_>>() {
            for table in ["named", "named_pair"] {
                if self.table(table).await.iter().any(|row| row["case_id"] == case["id"]) {
                    self.fails("an unfounded case names somebody");
                }
            }
            let about = case["conversation_id"].is_some() || case["facts"].as_deref() != Some("[]");
            if about && !after.iter().any(Conversation::is_stopped) {
                self.fails("an unfounded case is about a pair that is not stopped");
            }
            self.seen.2 += 1;
        }
    }

    async fn table(&self, name: &str) -> Vec<HashMap<String, Option<String>>> {
        let found = self.world.changes(async |tx, _| tx.rows(name, 1_000, 0).await.unwrap().unwrap()).await;
        found.rows.into_iter().map(|row| found.columns.iter().cloned().zip(row).collect()).collect()
    }

    async fn holds(&mut self, who: Who, before: &[Conversation], cases: &[CaseId]) {
        let (after, open) = (self.pairs().await, self.open().await);
        self.keeps_no_mark(&after).await;
        for (was, is) in before.iter().zip(&after) {
            let changed = was.is_stopped() && !is.is_stopped();
            if changed && matches!(who, Who::Time | Who::Tomas) {
                self.fails("a stopped pair opened or ended by itself");
            }
        }
        for case in cases.iter().filter(|case| !open.contains(case)) {
            self.seen.0 += 1;
            if who != Who::Staff {
                self.fails("a case was closed by nobody of the team");
            }
            let (calls, undecided) = self
                .world
                .changes(async |tx, _| {
                    (tx.calls(&[*case]).await.unwrap(), tx.undecided(&[*case]).await.unwrap())
                })
                .await;
            if !calls.iter().any(|(_, call)| call.outcome != Call::NoAnswer) {
                self.fails("a case was closed, and nobody has talked with her");
            }
            if !undecided.is_empty() || is_to_decide(&after[0], self.world.now()) {
                self.fails("a case was closed, and what it asks for is not decided");
            }
        }
        for pair in after.iter().filter(|pair| pair.is_stopped()) {
            let waits = pair.phase == Phase::Held || pair.phase == Phase::Paused;
            if !waits || pair.stopped_at.is_none() {
                self.fails("nobody knows since when it is stopped");
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "how long it runs is asked for in the environment")]
#[tokio::test(flavor = "multi_thread")]
async fn every_stop_is_on_a_list_until_the_team_has_decided_and_nothing_opens_by_itself() {
    let histories = std::env::var("LAZO_HISTORIES").ok().and_then(|it| it.parse().ok()).unwrap_or(HISTORIES);
    let (mut seen, mut log) = ((0, 0, 0), Vec::new());
    for seed in 0..histories {
        let mut history = History::begins(seed).await;
        for _ in 0..STEPS {
            let (before, cases) = (history.pairs().await, history.open().await);
            let who = history.step().await;
            history.holds(who, &before, &cases).await;
        }
        seen = (seen.0 + history.seen.0, seen.1 + history.seen.1, seen.2 + history.seen.2);
        log = history.log;
    }
    let enough = usize::try_from(histories).unwrap();
    assert!(seen.0 * 2 >= enough && seen.1 >= enough, "closed, and seen in digests: {seen:?}, {log:#?}");
    assert!(seen.2 > 0, "unfounded: {seen:?}, {log:#?}");
}
