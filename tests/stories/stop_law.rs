//! The law of stops, over random histories: 🆘 with every answer, pauses of the team, cases that are taken, called about,
//! closed with every choice or half closed, other pairs decided about or not, somebody out of reach and back, days and
//! weeks. However it goes:
//! - no stopped pair opens or ends but by the team, or by her first "no";
//! - no case about safety is over whose pair is not decided about, or before somebody has talked with her;
//! - a case that was unfounded names nobody, and once no pair is stopped no pair either;
//! - on every working morning each stopped pair stands in its coordinator's digest, from the seventh day on in the lead's,
//!   and there at once while no coordinator reads it: she is out of reach, or named.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

use crate::dice::{Dice, histories};
use crate::her_phone::named;
use crate::lists::{digests, mornings};
use crate::world::{Friend, World};
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
const SOS: &str = "🆘 أحتاج إلى مساعدة";
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
    /// Who of the team is out of reach, or named by Amina: nobody but the lead reads of Vera's stops then.
    unread: Unread,
    /// Cases of hers that were closed, stops that were seen in a digest, looks at unfounded cases, and stops that the lead
    /// alone read of.
    seen: [usize; 4],
}

/// Why the coordinator does not read of the stops of her pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unread {
    /// She does.
    Nothing,
    /// Her chat takes nothing.
    Away,
    /// Amina has named her.
    Named,
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
            dice: Dice::of(seed),
            amina,
            tomas,
            vera,
            lea,
            pairs: [first, other],
            log: Vec::new(),
            unread: Unread::Nothing,
            seen: [0; 4],
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
        self.presses(staff, &["👤 I’m on it"]).await;
    }

    async fn calls(&mut self, staff: &Friend) {
        self.card(staff).await;
        self.presses(staff, &["More"]).await;
        self.presses(staff, &["📞 Call done"]).await;
        self.presses(staff, &["✅ All settled, close case", "💬 We spoke, not settled", "📵 No answer"])
            .await;
        self.presses(staff, &["📞 Call", "🚶 In person", "💬 Message"]).await;
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
        for label in ["More", "📞 Call done", "💬 We spoke, not settled", "🚶 In person", "15 minutes"]
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
        // Whoever writes is in reach again.
        let vera = self.dice.below(2) == 0 && self.unread != Unread::Away;
        let staff = if vera { self.vera.clone() } else { self.lea.clone() };
        match self.dice.below(12) {
            0 | 1 => {
                self.log.push("🆘".to_owned());
                amina.says(SOS).await;
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
                self.presses(&staff, &["⏸ Stop"]).await;
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
            9 if self.dice.below(2) == 0 => self.vera_does_not_read().await,
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

    /// Vera is out of reach, or back; or Amina says that it is about her.
    async fn vera_does_not_read(&mut self) -> Who {
        self.unread = match (self.unread, self.dice.below(3)) {
            (Unread::Away, _) => {
                self.vera.unblocks().await;
                self.vera.says("/start").await;
                Unread::Nothing
            }
            (Unread::Nothing, 0) => {
                self.amina.says(SOS).await;
                self.amina.presses("🧭 الأمر يتعلق بالفريق").await;
                self.amina.presses("🧭 شخص في الفريق").await;
                self.amina.presses(&named("👤", "Vera")).await;
                Unread::Named
            }
            (Unread::Nothing, _) => {
                self.vera.blocks().await;
                Unread::Away
            }
            (Unread::Named, _) => Unread::Named,
        };
        self.log.push(format!("of Vera: {:?}", self.unread));
        Who::Staff
    }

    /// Days pass: each stopped pair stands in the digests of all working mornings, of its coordinator, from the seventh
    /// day on of the lead, and of the lead at once where no coordinator reads it.
    async fn days_pass(&mut self, days: i64) {
        let programme = self.world.programme();
        let claims = self.world.changes(async |tx, _| tx.claims(programme).await.unwrap()).await;
        // Once she was named she has what no case keeps from her, of a pair without Amina at least: somebody reads it.
        let reads = |pair: &Conversation| match self.unread {
            Unread::Nothing => Some(true),
            Unread::Away => Some(false),
            Unread::Named => Some(false).filter(|_| pair.id == self.pairs[0] && !claims.is_empty()),
        };
        let (before, from) = (self.pairs().await, self.world.now());
        let listed = |friend: &Friend, pair: &Conversation| digests(&friend.phone.history(), pair.id);
        let counts: Vec<_> =
            before.iter().map(|pair| (listed(&self.vera, pair), listed(&self.lea, pair))).collect();
        self.world.days_pass(days).await;
        let mornings = mornings(from, self.world.now());
        let mut seen = self.seen;
        for (pair, (hers, leads)) in before.iter().zip(counts) {
            if !pair.is_stopped() {
                continue;
            }
            let since = wall::date(MADRID, pair.stopped_at.unwrap());
            let late = mornings.iter().filter(|day| (**day - since).num_days() >= LEAD_DAYS).count();
            let found = (listed(&self.vera, pair) - hers, listed(&self.lea, pair) - leads);
            let (right, which) = match reads(pair) {
                Some(true) => (found == (mornings.len(), late), 1),
                Some(false) => (found.1 == mornings.len(), 3),
                None => (found.0.max(found.1) == mornings.len(), 1),
            };
            let what = format!("of {} {late} late mornings; Vera: {:?}", mornings.len(), self.unread);
            if !right {
                self.fails(&format!("{} is in {found:?} digests {what}", pair.id));
            }
            seen[which] += mornings.len();
        }
        self.seen = seen;
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
            self.seen[2] += 1;
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
            self.seen[0] += 1;
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

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_is_on_a_list_until_the_team_has_decided_and_nothing_opens_by_itself() {
    let (mut seen, mut log, mut enough) = ([0; 4], Vec::new(), 0);
    for seed in histories(HISTORIES) {
        let mut history = History::begins(seed).await;
        for _ in 0..STEPS {
            let (before, cases) = (history.pairs().await, history.open().await);
            let who = history.step().await;
            history.holds(who, &before, &cases).await;
        }
        for (all, more) in seen.iter_mut().zip(history.seen) {
            *all += more;
        }
        log = history.log;
        enough += 1;
    }
    let [closed, listed, unfounded, unread] = seen;
    assert!(closed * 2 >= enough && listed >= enough, "closed, and seen in digests: {seen:?}, {log:#?}");
    // Two histories, as in the second pass of CI, need not come to all of it.
    let whole = u64::try_from(histories(HISTORIES).count()).unwrap() >= HISTORIES;
    assert!(
        !whole || unfounded > 0 && unread > 0,
        "unfounded, and read by the lead alone: {seen:?}, {log:#?}"
    );
}
