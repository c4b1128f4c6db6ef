//! What is done on her phone, by her or by whoever holds it.

use super::written::{Fate, is_carried};
use super::{History, SOS, Scene, Stands, UNSAFE, Who};
use crate::albums::part;
use crate::her_phone::named;
use crate::world::Friend;
use chrono::TimeDelta;
use lazo::demo::{Content, Seen};
use std::collections::BTreeSet;

/// "For Tomás", "For my group": her yes to what she was asked about.
const FOR_THEM: [&str; 2] = ["👤 إلى", "👥 إلى"];
/// "Write to": her choice of a conversation.
const WRITE_TO: &str = "👤 الكتابة إلى";
/// Her yes to what the guard asked her about.
const SEND: &str = "📨 إرسال";
/// "I feel safe with", one of several.
const SAFE_WITH: &str = "◀ أشعر بالأمان مع";
/// "No, it is about nobody here".
const NOBODY_HERE: &str = "✖️ لا، لا يخص أحدًا هنا";
/// "Who is this message for?"
const FOR_WHOM: &str = "❓ لمن هذه الرسالة؟";
/// "Nothing, by mistake".
const MISTAKE: &str = "✖️ لا شيء، ضغطت بالخطأ";
/// Her yes to what she wrote before the tap.
const LET_ARRIVE: &str = "✅ نعم، لتصل";
/// Names somebody of the team, which is a move of its own.
const ABOUT_TEAM: [&str; 2] = ["🧭", "🔑"];

/// The buttons on a screen, oldest first.
pub(super) fn buttons(screen: &[Seen]) -> Vec<(i64, String)> {
    let of = |seen: &Seen| {
        let labels = seen.buttons.iter().flatten().filter(|button| button.data.is_some());
        labels.map(|button| (seen.id, button.text.clone())).collect::<Vec<_>>()
    };
    screen.iter().flat_map(of).collect()
}

/// A label without the marks that keep its direction.
fn bare(label: &str) -> &str {
    label.trim_start_matches(['\u{200f}', '\u{200e}'])
}

impl History {
    /// One step.
    pub(super) async fn something_happens(&mut self, before: &Stands) -> Who {
        match self.dice.below(30) {
            0 | 1 | 24 => self.presses_sos().await,
            26 => self.presses_by_mistake().await,
            27 => self.chooses_then_presses(before).await,
            28 => return self.whoever_has_it_is_gone(before).await,
            29 => return self.a_pause_of_the_teams_is_over(before).await,
            2..=9 => self.writes(before).await,
            10..=12 => self.somebody_taps(before, 12).await,
            13 => self.takes_a_break(before).await,
            14 | 25 => self.chooses_or_names(before).await,
            15..=16 => return self.somebody_else().await,
            17..=20 => return self.staff_works().await,
            21 => return self.time_passes().await,
            22 => return self.something_breaks().await,
            _ => {
                self.log.push("she blocks the bot and comes back".to_owned());
                self.amina.blocks().await;
                self.amina.unblocks().await;
            }
        }
        Who::Amina
    }

    pub(super) async fn presses_sos(&mut self) {
        self.log.push("🆘".to_owned());
        self.amina.says(SOS).await;
        self.amina.presses(UNSAFE).await;
        let after = self.stands().await;
        self.keeps_back(&after);
        if !self.pressed {
            self.talked = (false, false);
        }
        // What she chose before this tap is no choice after it.
        (self.pressed, self.chosen) = (true, None);
    }

    /// 🆘, and then that it was nothing: that takes nothing back.
    async fn presses_by_mistake(&mut self) {
        self.log.push("🆘, by mistake".to_owned());
        self.amina.says(SOS).await;
        self.amina.presses(MISTAKE).await;
    }

    /// She has chosen whom to write to, presses 🆘, says that she is safe with somebody, and writes on.
    pub(super) async fn chooses_then_presses(&mut self, before: &Stands) {
        self.chooses().await;
        self.world.minutes_pass(1).await;
        self.presses_sos().await;
        // Whom it is about, and then with whom she is safe; or that it is about nobody here.
        let answers: &[&str] = if self.dice.below(2) == 0 { &["👤", SAFE_WITH] } else { &[NOBODY_HERE] };
        for starts in answers {
            let labels = buttons(&self.amina.phone.screen()).into_iter();
            let labels: Vec<_> = labels.filter(|(_, label)| bare(label).starts_with(*starts)).collect();
            if let Some((id, label)) = self.dice.one(&labels) {
                self.log.push(format!("on her phone: {label}"));
                let _ = self.amina.phone.presses_on(id, &label);
                self.world.settles().await;
            }
        }
        let after = self.stands().await;
        self.opened_by_her(before, &after);
        for _ in 0..3 {
            self.writes(&after).await;
        }
    }

    async fn writes(&mut self, before: &Stands) {
        match self.dice.below(12) {
            0 | 1 => self.replies(before).await,
            2 | 3 => self.corrects(before),
            4 => {
                let theirs = self.theirs();
                if let Some(of) = self.dice.one(&theirs) {
                    self.amina.phone.reacts(of.id, "👍");
                }
            }
            5 => self.takes_back().await,
            6 => {
                let album = self.token("a");
                self.log.push(format!("sends album {album}"));
                let (may, fate) = self.plain(before, &Content::Voice);
                for _ in 0..2 {
                    let words = self.token("w");
                    let id = self.amina.phone.sends(part(&album, &words));
                    self.notes(id, words, &may, fate);
                }
                self.world.settles().await;
                self.world.passes(TimeDelta::seconds(9)).await;
            }
            _ => {
                let words = self.token("w");
                let content = self.any_kind(&words);
                self.log.push(format!("writes {content:?}"));
                let (may, fate) = self.plain(before, &content);
                let id = self.amina.phone.sends(content);
                self.log.push(format!("  {id}, {fate:?}, may be at {may:?}"));
                self.world.settles().await;
                self.notes(id, words, &may, fate);
            }
        }
        self.world.settles().await;
    }

    /// What of others stands on her screen.
    fn theirs(&self) -> Vec<Seen> {
        self.amina.phone.screen().into_iter().filter(|seen| seen.from_bot && seen.copied).collect()
    }

    fn own(&self) -> Vec<Seen> {
        self.amina.phone.screen().into_iter().filter(|seen| !seen.from_bot).collect()
    }

    /// In which of her conversations somebody wrote what she has a copy of.
    fn comes_from(&self, copy: &Seen) -> Option<usize> {
        let wrote = |friend: &Friend| {
            friend.phone.history().iter().any(|seen| !seen.from_bot && seen.original == copy.original)
        };
        self.others.iter().find(|other| wrote(&other.friend)).map(|other| other.pair)
    }

    async fn replies(&mut self, before: &Stands) {
        let theirs = self.theirs();
        let Some(to) = self.dice.one(&theirs) else { return };
        let words = self.token("w");
        let content = self.any_kind(&words);
        let pair = self.comes_from(&to);
        self.log.push(format!("replies to {:?} of {pair:?} with {content:?}", to.text));
        let (may, fate) = match pair {
            Some(pair) if self.pressed && before.is_held(pair) => (BTreeSet::new(), Fate::Asked),
            Some(pair) => (self.members(pair), Fate::Free),
            // To the team.
            None => {
                let (_, fate) = self.plain(before, &content);
                (BTreeSet::new(), fate)
            }
        };
        self.seen += usize::from(self.pressed);
        // After the tap a reply is for itself alone, and ends the choice of another.
        self.chosen = self.chosen.filter(|(chosen, _)| !self.pressed || Some(*chosen) == pair);
        let is_asked = fate == Fate::Asked && is_carried(&content);
        let id = self.amina.replies(to.id, content).await;
        self.notes(id, words, &may, fate);
        // The question about an earlier one takes it in as long as it stands.
        let asks = |seen: &Seen| {
            let about = seen.reply_to == Some(id) || seen.text.contains(FOR_WHOM);
            seen.from_bot && about && !seen.buttons.is_empty()
        };
        if is_asked && !self.amina.phone.screen().iter().any(asks) {
            self.fails("a reply into what is stopped: nobody asked her whom it is for");
        }
    }

    fn corrects(&mut self, before: &Stands) {
        let own = self.own();
        let Some(of) = self.dice.one(&own) else { return };
        let words = self.token("w");
        let exchanged = of.kind == "photo" && self.dice.below(2) == 0;
        let changed = if exchanged {
            self.amina.phone.exchanges(of.id, Content::photo(&words))
        } else {
            self.amina.phone.edits(of.id, &words)
        };
        let Some(last) = self.written.iter().rev().find(|mine| mine.id == of.id) else { return };
        let (mut may, mut fate) = (last.may.clone(), last.fate);
        if !changed {
            return;
        }
        self.log.push(format!("corrects {:?} to {words}", of.text));
        self.seen += usize::from(self.pressed);
        if self.pressed {
            let stopped = self.stopped(before);
            may.retain(|chat| !stopped.contains(chat));
        }
        if fate == Fate::Owed {
            fate = Fate::Free;
        }
        self.notes(of.id, words, &may, fate);
    }

    /// By a command, or by deleting it in her own chat: what the team has it keeps.
    async fn takes_back(&mut self) {
        let own = self.own();
        let Some(of) = self.dice.one(&own) else { return };
        self.log.push(format!("takes {:?} back", of.text));
        if self.dice.below(2) == 0 {
            self.amina.replies(of.id, "/undo").await;
            return;
        }
        let staff: Vec<_> = self.staff.iter().map(|friend| friend.phone.history()).collect();
        for mine in self.written.iter_mut().filter(|it| it.id == of.id && it.fate == Fate::Owed) {
            if staff.iter().all(|history| mine.at(history).is_none()) {
                mine.fate = Fate::Free;
            }
        }
        self.amina.phone.deletes(of.id);
    }

    /// Whoever holds her phone taps one of the newest buttons.
    async fn somebody_taps(&mut self, before: &Stands, among: usize) {
        let screen = self.amina.phone.screen();
        let mut labels = buttons(&screen);
        labels.retain(|(_, label)| !ABOUT_TEAM.iter().any(|it| label.contains(it)));
        let newest: Vec<_> = labels.into_iter().rev().take(among).collect();
        let Some((id, label)) = self.dice.one(&newest) else { return };
        let question = screen.iter().find(|seen| seen.id == id).and_then(|seen| seen.reply_to);
        self.log.push(format!("on her phone: {label}"));
        if label.contains(LET_ARRIVE) {
            let everybody = self.everybody();
            self.lets(&everybody, |_| true);
        } else if label.contains(SEND) {
            let open = &self.everybody() - &self.stopped(before);
            self.lets(&open, |mine| Some(mine.id) == question);
        } else if label.contains(WRITE_TO) {
            self.chosen = self.names(&label).map(|pair| (pair, self.world.now()));
        } else if FOR_THEM.iter().any(|it| label.contains(it))
            && let (Some(message), Some(pair)) = (question, self.names(&label))
        {
            self.says_whom(message, pair, before);
        }
        let _ = self.amina.phone.presses_on(id, &label);
        self.world.settles().await;
    }

    /// The conversation that a label names.
    fn names(&self, label: &str) -> Option<usize> {
        let named = |name: &str| label.contains(name);
        let circle = if self.scene == Scene::Circle { 0 } else { self.pairs.len() - 1 };
        match () {
            () if ["Tomás", "Zoe"].into_iter().any(named) && self.scene != Scene::Circle => Some(0),
            () if ["Bo", "Marta", "Tomás", "مجموعتي"].into_iter().any(named) => Some(circle),
            () => None,
        }
    }

    async fn takes_a_break(&mut self, before: &Stands) {
        self.log.push("she asks for a break, or to end it".to_owned());
        self.amina.says("/pause").await;
        for _ in 0..2 {
            self.somebody_taps(before, 3).await;
        }
    }

    /// A name on her keyboard; or, where she does one day, somebody of the team.
    async fn chooses_or_names(&mut self, before: &Stands) {
        if self.scene == Scene::Named && self.apart.is_empty() {
            return self.names_somebody(before.case.is_some()).await;
        }
        if !self.chooses().await {
            self.somebody_taps(before, 12).await;
        }
    }

    async fn chooses(&mut self) -> bool {
        let rows = self.amina.phone.keyboard().unwrap_or_default().concat();
        let labels: Vec<String> = rows.into_iter().filter(|label| self.names(label).is_some()).collect();
        let Some(label) = self.dice.one(&labels) else { return false };
        self.log.push(format!("her keyboard: {label}"));
        self.chosen = self.names(&label).map(|pair| (pair, self.world.now()));
        self.amina.says(&label).await;
        true
    }

    async fn names_somebody(&mut self, knew: bool) {
        self.amina.says(SOS).await;
        self.amina.presses("🧭 الأمر يتعلق بالفريق").await;
        let at = self.dice.below(2);
        if at == 0 {
            self.amina.presses("🧭 شخص في الفريق").await;
            self.amina.presses(&named("👤", "Vera")).await;
        } else {
            self.amina.presses("🔑 من يقود البرنامج").await;
        }
        self.log.push(format!("she names {}", ["Vera", "the lead"][at]));
        self.is_kept_away(at, knew);
    }

    /// At last somebody says on her phone that she leaves.
    pub(super) async fn leaves(&mut self) {
        self.log.push("she leaves".to_owned());
        self.amina.says("/leave").await;
        if self.amina.phone.presses("🚪 نعم، سأغادر").is_ok() {
            self.world.settles().await;
        }
    }
}
