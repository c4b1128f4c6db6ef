//! The law of 🆘, over random histories of a pair and of a circle: she writes in all kinds, replies, corrects, reacts, and
//! somebody taps on her phone whatever there is to tap; the others write, correct and react; the team taps every button of
//! its cards; time passes, the bot restarts, she blocks it and comes back. However it goes:
//! - nothing she wrote since the tap is at the others' without her yes;
//! - nothing on their screens changes in the first hour because of her, no word and no button, not even if she leaves;
//! - no tap of hers closes her case, and no moment does;
//! - her open case hangs in somebody's own chat, and whoever has it has all her words;
//! - no case is closed whose pair is not decided about, and none without a talk with her;
//! - no stopped pair opens by itself.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

use crate::dice::Dice;
use crate::world::{Friend, World};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::demo::{Content, Seen};
use lazo::domain::case::{Call, CaseFile, CaseKind, is_to_decide};
use lazo::domain::conversation::{Conversation, Phase, Side};
use lazo::domain::id::ChatId;
use lazo::domain::person::Role;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
/// Histories of a run that nobody asked more of, and the steps of one.
const HISTORIES: u64 = 5;
const STEPS: usize = 45;
/// "For Tomás": her own yes, which the histories never give.
const FOR_THEM: [&str; 3] = ["👤 إلى", "👥 إلى", "👤 الكتابة إلى"];

struct History {
    world: World,
    dice: Dice,
    amina: Friend,
    others: Vec<Friend>,
    staff: Vec<Friend>,
    /// Words that nobody but the team may ever have.
    secret: Vec<String>,
    /// Those of them that she wrote without a reply since the tap of the open case.
    owed: Vec<String>,
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
    Others,
    Staff,
    Time,
}

/// How it stands before and after a step.
struct Stands {
    case: Option<CaseFile>,
    pair: Option<Conversation>,
    held: bool,
    others: Vec<Vec<String>>,
}

/// Everything a phone has shown, letter by letter, as it stands now.
fn screen(friend: &Friend) -> Vec<String> {
    let labels = |seen: &Seen| -> Vec<String> {
        seen.buttons.iter().flatten().map(|button| button.text.clone()).collect()
    };
    let line = |seen: &Seen| format!("{} {:?} {:?} {}", seen.id, seen.text, labels(seen), seen.deleted);
    friend.phone.history().iter().map(line).collect()
}

impl History {
    async fn begins(seed: u64) -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let vera = world.joined("Vera", Role::Coordinator).await;
        let amina = world.joined("Amina", Role::Mentee).await;
        let tomas = world.joined("Tomás", Role::Mentor).await;
        let mut others = vec![tomas];
        if seed % 2 == 1 {
            others.push(world.joined("Bo", Role::Mentee).await);
            others.push(world.joined("Marta", Role::Mentor).await);
        }
        let sides = [Side::Mentor, Side::Mentee, Side::Mentor];
        let mut people = vec![(&amina, Side::Mentee)];
        people.extend(others.iter().zip(sides));
        world.introduce(&people, &vera).await;
        // Until everybody has been asked how it goes, and has not answered.
        world.days_pass(15).await;
        Self {
            world,
            dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            amina,
            others,
            staff: vec![vera, lea],
            secret: Vec::new(),
            owed: Vec::new(),
            log: Vec::new(),
            count: 0,
            seen: 0,
        }
    }

    async fn stands(&self) -> Stands {
        let id = self.amina.id;
        let (case, pair) = self
            .world
            .changes(async |tx, _| {
                let pair = tx.pair_of(id).await.unwrap();
                let about = tx.cases_about(pair.as_ref().map(|pair| pair.id), Some(id)).await.unwrap();
                let mut cases = tx.cases(&about).await.unwrap().into_iter();
                let case = cases.find(|it| it.kind == CaseKind::Unsafe && it.person == Some(id));
                (case, pair)
            })
            .await;
        let others = self.others.iter().map(screen).collect();
        let held = pair.as_ref().is_some_and(|pair| pair.phase == Phase::Held);
        Stands { case: case.filter(|case| case.resolved_at.is_none()), pair, held, others }
    }

    fn token(&mut self, name: &str) -> String {
        self.count += 1;
        format!("{name}{:04}", self.count)
    }

    /// What Amina writes, in one of all the ways.
    async fn amina_writes(&mut self, before: &Stands) {
        let danger = before.case.is_some();
        let words = self.token("w");
        let (own, theirs): (Vec<_>, Vec<_>) = self
            .amina
            .phone
            .screen()
            .into_iter()
            .filter(|it| !it.from_bot || it.copied)
            .partition(|it| !it.from_bot);
        let closed = danger && before.held;
        self.seen += usize::from(danger);
        match self.dice.below(6) {
            0 => {
                let Some(to) = self.dice.one(&theirs) else { return };
                self.log.push(format!("replies {words}"));
                self.secret.extend(closed.then(|| words.clone()));
                self.amina.replies(to.id, words.as_str()).await;
            }
            1 => {
                let Some(of) = self.dice.one(&own) else { return };
                self.log.push(format!("corrects {:?} to {words}", of.text));
                self.secret.extend(closed.then(|| words.clone()));
                self.owed.retain(|it| !of.text.contains(it.as_str()));
                self.amina.phone.edits(of.id, &words);
            }
            2 => {
                let Some(of) = self.dice.one(&theirs) else { return };
                self.amina.phone.reacts(of.id, "👍");
            }
            3 => {
                self.log.push(format!("sends {words}"));
                self.secret.extend(danger.then(|| words.clone()));
                self.amina.sends(Content::Photo { caption: Some(words) }).await;
            }
            4 if danger => {
                self.log.push("sends her place".to_owned());
                self.amina.sends(Content::Location { live: self.dice.below(2) == 0 }).await;
            }
            _ => {
                self.log.push(format!("writes {words}"));
                self.secret.extend(danger.then(|| words.clone()));
                self.owed.extend(danger.then(|| words.clone()));
                self.amina.says(&words).await;
            }
        }
        self.world.settles().await;
    }

    async fn taps(&mut self, friend: &Friend, among: usize) {
        let screen = friend.phone.screen();
        let labels: Vec<(i64, String)> = screen
            .iter()
            .flat_map(|seen| seen.buttons.iter().flatten().map(move |button| (seen.id, button)))
            .filter(|(_, button)| button.data.is_some())
            .map(|(id, button)| (id, button.text.clone()))
            .filter(|(_, label)| !FOR_THEM.iter().any(|it| label.contains(it)))
            .collect();
        let newest: Vec<_> = labels.iter().rev().take(among).cloned().collect();
        if let Some((id, label)) = self.dice.one(&newest) {
            self.log.push(format!("{:?} taps {label}", friend.id));
            let _ = friend.phone.presses_on(id, &label);
            self.world.settles().await;
        }
    }

    /// At last somebody says on her phone that she leaves.
    async fn leaves(&mut self) {
        self.log.push("she leaves".to_owned());
        self.amina.says("/leave").await;
        if self.amina.phone.presses("🚪 نعم، المغادرة").is_ok() {
            self.world.settles().await;
        }
    }

    async fn something_happens(&mut self, before: &Stands) -> Who {
        match self.dice.below(20) {
            0 | 1 => {
                self.log.push("🆘".to_owned());
                self.amina.says(SOS).await;
                self.amina.presses(UNSAFE).await;
                if before.case.is_none() {
                    self.owed.clear();
                }
                Who::Amina
            }
            2..=8 => {
                self.amina_writes(before).await;
                Who::Amina
            }
            9..=11 => {
                let amina = self.amina.clone();
                self.taps(&amina, 12).await;
                Who::Amina
            }
            12..=13 => {
                self.somebody_else_writes().await;
                Who::Others
            }
            14..=16 => {
                let staff = self.dice.one(&self.staff).unwrap();
                // Anything there is, or one after another on the card that lies on top.
                let (taps, among) = if self.dice.below(2) == 0 { (1, 12) } else { (4, 4) };
                for _ in 0..taps {
                    self.taps(&staff, among).await;
                }
                Who::Staff
            }
            17 => {
                let minutes = [1, 7, 31, 200, 1500][self.dice.below(5)];
                self.log.push(format!("{minutes} minutes pass"));
                self.world.minutes_pass(minutes).await;
                Who::Time
            }
            18 => {
                self.log.push("restart".to_owned());
                self.world.restarts().await;
                self.world.settles().await;
                Who::Time
            }
            _ => {
                self.log.push("she blocks the bot and comes back".to_owned());
                self.amina.blocks().await;
                self.amina.unblocks().await;
                Who::Amina
            }
        }
    }

    async fn somebody_else_writes(&mut self) {
        let other = self.dice.one(&self.others).unwrap();
        let words = self.token("t");
        self.log.push(format!("{:?} writes {words}", other.id));
        match self.dice.below(3) {
            0 => drop(other.sends(Content::Voice).await),
            1 => {
                let own: Vec<_> = other.phone.screen().into_iter().filter(|it| !it.from_bot).collect();
                if let Some(of) = self.dice.one(&own) {
                    other.phone.edits(of.id, &words);
                }
            }
            _ => drop(other.says(&words).await),
        }
        self.world.settles().await;
    }

    fn fails(&self, why: &str) -> ! {
        panic!("{why}\n{}", self.log.join("\n"))
    }

    async fn holds(&mut self, who: Who, before: &Stands, since: Option<DateTime<Utc>>) {
        let after = self.stands().await;
        for other in &self.others {
            for seen in other.phone.history().iter().filter(|seen| seen.from_bot) {
                if self.secret.iter().any(|words| seen.text.contains(words.as_str())) {
                    self.fails(&format!("{:?} was at {:?}'s", seen.text, other.id));
                }
                if seen.kind == "location" {
                    self.fails("her place was at the others'");
                }
            }
        }
        let first_hour = since.is_some_and(|since| self.world.now() - since <= TimeDelta::minutes(60));
        // Only her own "no" opens it; a pair that has ended for them has changed, too.
        let opened = after.pair.as_ref().is_some_and(|pair| pair.phase == Phase::Active);
        let stays = after.held || before.held && !opened;
        if stays && first_hour && who == Who::Amina && before.others != after.others {
            let (before, after) = (before.others.concat(), after.others.concat());
            let new: Vec<_> = after.iter().filter(|line| !before.contains(line)).collect();
            self.fails(&format!("something changed for them because of her: {new:#?}"));
        }
        if before.case.is_some() && after.case.is_none() && who != Who::Staff {
            self.fails("a case was closed by nobody of the team");
        }
        let stopped = |stands: &Stands| stands.pair.as_ref().is_some_and(Conversation::is_stopped);
        let opens = stopped(before) && after.pair.as_ref().is_some_and(|pair| pair.phase == Phase::Active);
        if opens && matches!(who, Who::Time | Who::Others) {
            self.fails("a stopped pair opened by itself");
        }
        if let (Some(case), None) = (&before.case, &after.case) {
            let undecided = after.pair.as_ref().is_some_and(|pair| is_to_decide(pair, self.world.now()));
            if undecided {
                self.fails("a case was closed, and nobody said what becomes of its pair");
            }
            let calls = self.world.changes(async |tx, _| tx.calls(&[case.id]).await.unwrap()).await;
            let talk = calls.iter().any(|(_, call)| call.outcome != Call::NoAnswer);
            let tries = calls.iter().filter(|(_, call)| call.outcome == Call::NoAnswer).count();
            // The team writes nothing in these histories, so she answers nothing.
            if !talk && tries < 2 {
                self.fails("a case was closed, and nobody had talked with her");
            }
        }
        if let Some(case) = &after.case {
            let (id, owner) = (case.id, case.owner.filter(|_| case.acknowledged_at.is_some()));
            let cards = self.world.changes(async |tx, _| tx.cards(&[id]).await.unwrap()).await;
            let hangs =
                |friend: &&Friend| cards.iter().any(|(_, chat, _)| *chat == ChatId(friend.phone.id()));
            if !self.staff.iter().any(|friend| hangs(&friend)) {
                self.fails("her case is in nobody's hands");
            }
            let Some(reader) = self.staff.iter().find(|friend| Some(friend.id) == owner) else { return };
            let read: Vec<String> = reader.phone.history().into_iter().map(|seen| seen.text).collect();
            if let Some(words) =
                self.owed.iter().find(|words| !read.iter().any(|it| it.contains(words.as_str())))
            {
                let words = words.clone();
                self.fails(&format!("who has her case has not had {words}"));
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "how long it runs is asked for in the environment")]
#[tokio::test(flavor = "multi_thread")]
async fn whatever_happens_after_the_tap_her_words_are_the_teams_alone() {
    let histories = std::env::var("LAZO_HISTORIES").ok().and_then(|it| it.parse().ok()).unwrap_or(HISTORIES);
    let mut written = 0;
    for seed in 0..histories {
        let mut history = History::begins(seed).await;
        let mut since = None;
        for _ in 0..STEPS {
            let before = history.stands().await;
            let who = history.something_happens(&before).await;
            let opened = history.stands().await.case.map(|case| case.opened_at);
            if opened != since {
                since = opened;
            }
            history.holds(who, &before, since).await;
        }
        let before = history.stands().await;
        history.leaves().await;
        history.holds(Who::Amina, &before, since).await;
        written += history.seen;
    }
    // In a pair and in a circle she, or who holds her phone, leaves right after the tap.
    for seed in 0..2 {
        let mut history = History::begins(seed).await;
        history.amina.says(SOS).await;
        history.amina.presses(UNSAFE).await;
        let before = history.stands().await;
        let since = before.case.as_ref().map(|case| case.opened_at);
        assert!(before.held && since.is_some(), "the tap stops it");
        history.leaves().await;
        history.holds(Who::Amina, &before, since).await;
    }
    let enough = usize::try_from(histories).unwrap() * 4;
    assert!(written >= enough, "only {written} messages were written after a tap");
}
