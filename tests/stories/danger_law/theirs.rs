//! What the others do, the team, and the world.

use super::moves::buttons;
use super::written::{Fate, Mark, Mine};
use super::{History, Stands, Who};
use crate::world::Friend;
use chrono::TimeDelta;
use lazo::demo::{Fault, GroupChat, Rule, Seen};
use std::collections::BTreeSet;

/// Refusals: of groups that do not let the bot write, of chats that are gone, and in words that nobody knows.
const REFUSALS: [(u16, &str); 10] = [
    (400, "Bad Request: not enough rights to send text messages to the chat"),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
    (400, "Bad Request: TOPIC_CLOSED"),
    (400, "Bad Request: message thread not found"),
    (400, "Bad Request: SOMETHING_NEW"),
    (402, "Payment Required"),
    (403, "Forbidden: bot was kicked from the supergroup chat"),
    (403, "Forbidden: something new"),
    (418, "I'm a teapot"),
    (451, "whatever"),
];

/// The team has a pair rest until a day.
const PAUSES: [&[&str]; 4] = [&["/pairs"], &["1 · ", "2 · "], &["⏸ Stop"], &["⏸ one week"]];
/// A stopped pair is opened, from its own card.
const OPENS: [&[&str]; 7] = [
    &["/pairs"],
    &["1 · ", "2 · "],
    &["▶ Let them write again"],
    &["✅ Let them arrive"],
    &["✅ Let them arrive", "🗑 Drop them"],
    &["✅ Let them arrive"],
    &["▶ Open"],
];
/// Somebody takes a case and talks with whom it is about.
const SETTLES: [&[&str]; 8] = [
    &["/cases"],
    &["🔎 1", "🔎 2"],
    &["👤 I’m on it"],
    &["More"],
    &["📞 Call done"],
    &["💬 We spoke, not settled", "📵 No answer"],
    &["🚶 In person", "📞 Call", "💬 Message"],
    &["15 minutes"],
];
/// The case on top of the list is closed, and it is said what becomes of its pair.
const CLOSES: [&[&str]; 10] = [
    &["/cases"],
    &["🔎 1", "🔎 2"],
    &["👤 I’m on it"],
    &["✅ Close case"],
    &["✅ Solved", "💨 False alarm"],
    &["▶ Open it again", "⏸ It stays stopped"],
    &["⏸ one week", "✅ Let them arrive"],
    &["✅ Let them arrive"],
    &["▶ Open"],
    &["✅ Solved"],
];
/// The numbers of supergroups are below this.
const SUPERGROUPS: i64 = -1_000_000_000_000;

impl History {
    async fn taps(&mut self, friend: &Friend, among: usize) {
        let newest: Vec<_> = buttons(&friend.phone.screen()).into_iter().rev().take(among).collect();
        if let Some((id, label)) = self.dice.one(&newest) {
            self.log.push(format!("{:?} taps {label}", friend.id));
            let _ = friend.phone.presses_on(id, &label);
            self.world.settles().await;
            self.reads_calls().await;
        }
    }

    async fn taps_in(&mut self, group: &GroupChat, friend: &Friend) {
        let newest: Vec<_> = buttons(&group.screen(None)).into_iter().rev().take(8).collect();
        if let Some((id, label)) = self.dice.one(&newest) {
            self.log.push(format!("{:?} taps {label} in a group", friend.id));
            let _ = group.presses_on_as(&friend.phone, id, &label);
            self.world.settles().await;
            self.reads_calls().await;
        }
    }

    /// Somebody who may know nothing of it: whom she talks with, or who is kept away.
    pub(super) async fn somebody_else(&mut self) -> Who {
        let kept = self.apart.iter().map(|it| it.friend.clone());
        let there: Vec<Friend> = self.others.iter().map(|it| it.friend.clone()).chain(kept).collect();
        let friend = self.dice.one(&there).unwrap();
        let works = self.apart.iter().any(|it| it.friend.id == friend.id);
        match self.dice.below(7) {
            0 => self.changes_one(&friend),
            1 => {
                friend.says("/pause").await;
                self.taps(&friend, 3).await;
                self.taps(&friend, 3).await;
            }
            2 => self.taps(&friend, 8).await,
            3 | 4 if works => self.works_at_her_desk(&friend).await,
            3 => {
                let copies: Vec<Seen> = friend.copies();
                let words = self.token("t");
                if let Some(to) = self.dice.one(&copies) {
                    self.log.push(format!("{:?} replies {words}", friend.id));
                    friend.replies(to.id, words).await;
                }
            }
            _ => {
                let words = self.token("t");
                let content = self.any_kind(&words);
                self.log.push(format!("{:?} writes {content:?}", friend.id));
                friend.sends(content).await;
            }
        }
        self.world.settles().await;
        Who::Others
    }

    fn changes_one(&mut self, friend: &Friend) {
        let own: Vec<_> = friend.phone.screen().into_iter().filter(|seen| !seen.from_bot).collect();
        let words = self.token("t");
        if let Some(of) = self.dice.one(&own) {
            self.log.push(format!("{:?} corrects {:?} to {words}", friend.id, of.text));
            friend.phone.edits(of.id, &words);
        }
    }

    async fn works_at_her_desk(&mut self, friend: &Friend) {
        let list = ["/cases", "/pairs", "/pairs", "/people", "/menu"][self.dice.below(5)];
        self.log.push(format!("{:?} asks for {list}", friend.id));
        friend.says(list).await;
        for _ in 0..3 {
            self.taps(friend, 6).await;
        }
    }

    pub(super) async fn staff_works(&mut self) -> Who {
        let staff = self.dice.one(&self.staff).unwrap();
        match self.dice.below(12) {
            0 => self.works_at_her_desk(&staff).await,
            7 => self.works_through(&staff, &PAUSES).await,
            8 | 9 => self.works_through(&staff, &OPENS).await,
            10 => self.works_through(&staff, &SETTLES).await,
            11 => self.works_through(&staff, &CLOSES).await,
            2 => self.writes_to_her(&staff).await,
            3 if !self.groups.is_empty() => {
                let group = self.dice.one(&self.groups).unwrap();
                self.taps_in(&group, &staff).await;
            }
            // One after another on the card that lies on top.
            3..=5 => {
                for _ in 0..4 {
                    self.taps(&staff, 4).await;
                }
            }
            _ => self.taps(&staff, 12).await,
        }
        Who::Staff
    }

    /// One button after another, where it is there.
    async fn works_through(&mut self, staff: &Friend, labels: &[&[&str]]) {
        for choices in labels {
            let label = choices[self.dice.below(choices.len())];
            if label.starts_with('/') {
                staff.says(label).await;
            } else if staff.phone.presses(label).is_ok() {
                self.log.push(format!("{:?} taps {label}", staff.id));
                self.world.settles().await;
                self.reads_calls().await;
            }
        }
    }

    /// Mail to her: nobody else has it.
    async fn writes_to_her(&mut self, staff: &Friend) {
        let hers = |seen: &Seen| self.written.iter().any(|mine| mine.mark == Mark::Content(seen.original));
        let copies: Vec<Seen> =
            staff.phone.screen().into_iter().filter(|it| it.from_bot && hers(it)).collect();
        let Some(to) = self.dice.one(&copies) else { return };
        let words = self.token("s");
        self.log.push(format!("{:?} writes {words} to her", staff.id));
        // What she wrote before is no answer.
        self.world.passes(TimeDelta::seconds(1)).await;
        staff.replies(to.id, words.as_str()).await;
        self.talked.0 = true;
        let (mark, since) = (Mark::Words(words), self.world.now());
        self.written.push(Mine { mark, id: 0, may: BTreeSet::new(), fate: Fate::Free, since });
    }

    pub(super) async fn time_passes(&mut self) -> Who {
        let minutes = [1, 7, 31, 200, 1500, 11_520, 11_520][self.dice.below(7)];
        self.log.push(format!("{minutes} minutes pass"));
        self.world.minutes_pass(minutes).await;
        Who::Time
    }

    /// The bot restarts, or a chat or a group refuses, or works again.
    pub(super) async fn something_breaks(&mut self) -> Who {
        let private: Vec<i64> = self.staff.iter().map(|friend| friend.phone.id()).collect();
        let groups: Vec<i64> = self.groups.iter().map(GroupChat::id).collect();
        match self.dice.below(7) {
            0 | 1 => {
                self.log.push("restart".to_owned());
                self.world.restarts().await;
                self.world.settles().await;
            }
            2 if !groups.is_empty() => self.kicks_or_asks_in().await,
            3 | 4 if !groups.is_empty() => self.refuses(&groups),
            3 if private.len() > 1 => self.refuses(&private[..1]),
            4 if self.refused => self.refuses(&private),
            _ => {
                self.log.push("every chat takes everything again".to_owned());
                self.world.telegram.clear_faults();
                self.refused = false;
                self.world.minutes_pass(31).await;
                // Who was out of reach is not, once she is heard.
                for staff in self.staff.clone() {
                    staff.unblocks().await;
                    staff.says("/cases").await;
                }
            }
        }
        Who::Time
    }

    /// Whoever has her case blocks the bot, which finds out with the next word.
    pub(super) async fn whoever_has_it_is_gone(&mut self, before: &Stands) -> Who {
        let owner = before.case.as_ref().and_then(|case| case.owner);
        if let Some(friend) = self.staff.iter().find(|friend| Some(friend.id) == owner).cloned() {
            self.log.push(format!("{:?}, who has her case, blocks the bot", friend.id));
            friend.blocks().await;
            self.world.minutes_pass(31).await;
            if self.dice.below(2) == 0 {
                friend.unblocks().await;
                friend.says("/cases").await;
            } else {
                self.refused = true;
            }
        }
        Who::Time
    }

    /// The day comes until which the team lets a stopped pair rest.
    pub(super) async fn a_pause_of_the_teams_is_over(&mut self, before: &Stands) -> Who {
        let paused = before.pairs.iter().filter(|pair| pair.is_stopped()).filter_map(|it| it.paused_until);
        if let Some(until) = paused.max() {
            self.log.push(format!("it is {until}"));
            let minutes = (until - self.world.now()).num_minutes() + 31;
            self.world.minutes_pass(minutes.max(1)).await;
        }
        Who::Time
    }

    fn refuses(&mut self, chats: &[i64]) {
        let chat = self.dice.one(chats).unwrap();
        let (code, words) = REFUSALS[self.dice.below(REFUSALS.len())];
        self.log.push(format!("{chat} refuses: {code} {words}"));
        let fault = Fault::Refuse { code, description: words.to_owned(), parameters: None };
        let rule = Rule::new(fault).in_chat(chat);
        let rule = match self.dice.below(3) {
            0 => rule.on("sendMessage").times(1),
            1 => rule.on("editMessageText"),
            _ => rule.on("sendMessage").on("copyMessage").on("copyMessages").on("editMessageText"),
        };
        self.refused = true;
        self.world.telegram.fault(rule);
    }

    async fn kicks_or_asks_in(&mut self) {
        let lea = self.world.clone();
        let by = self.staff.last().unwrap().phone.clone();
        let at = self.dice.below(self.groups.len());
        let group = self.groups[at].clone();
        match self.dice.below(3) {
            0 => {
                self.log.push("the bot is taken out of a group".to_owned());
                group.removes_bot(&by);
            }
            // Only a basic group becomes another.
            1 if group.id() > SUPERGROUPS => {
                self.log.push("a group is upgraded".to_owned());
                self.groups[at] = group.migrates(&by);
                self.groups[at].has_topics(true);
            }
            _ => {
                self.log.push("the bot is asked into a group again".to_owned());
                group.adds_bot(&by);
                lea.settles().await;
                let link = if at == 0 { "/linkgroup" } else { "/linksafeguarding" };
                group.says_as(&by, link, None);
            }
        }
        self.world.settles().await;
    }
}
