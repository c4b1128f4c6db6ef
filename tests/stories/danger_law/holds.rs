//! What must hold after every step.

use super::written::{Fate, Mine};
use super::{Apart, History, Scene, Stands, Who};
use crate::lists::{digests, mornings};
use crate::world::Friend;
use chrono::TimeDelta;
use lazo::demo::{GroupChat, Seen};
use lazo::domain::case::{Call, Called, CaseFile, CaseKind, Channel, is_to_decide};
use lazo::domain::conversation::{Conversation, Phase};
use lazo::domain::id::ChatId;
use lazo::domain::person::{Reach, Standing};

/// What tells somebody of the team that a person does not feel safe, and what is in a card alone.
const TELLS: [&str; 3] = ["does not feel safe", "Case S", CARD];
const CARD: &str = "In danger";

/// What a phone has shown, letter by letter.
fn lines(shown: &[Seen]) -> Vec<String> {
    let labels = |seen: &Seen| -> Vec<String> {
        seen.buttons.iter().flatten().map(|button| button.text.clone()).collect()
    };
    let line = |seen: &Seen| format!("{} {:?} {:?} {}", seen.id, seen.text, labels(seen), seen.deleted);
    shown.iter().map(line).collect()
}

/// How many messages tell of it; of one that she knew, cards.
pub(super) fn tells(shown: &[Seen], knew: bool) -> usize {
    let words: &[&str] = if knew { &[CARD] } else { &TELLS };
    shown.iter().filter(|seen| seen.from_bot && words.iter().any(|it| seen.text.contains(it))).count()
}

impl History {
    pub(super) async fn stands(&self) -> Stands {
        let cases = self.open_cases().await;
        let mut pairs = self.world.changes(async |tx, _| tx.conversations(&self.pairs).await.unwrap()).await;
        pairs.sort_by_key(|pair| pair.id);
        let others = self.others.iter().map(|other| &other.friend);
        let team = self.staff.iter().chain(self.apart.iter().map(|it| &it.friend));
        let shown = others.chain(team).map(|it| (it.phone.id(), it.phone.history())).collect();
        Stands { at: self.world.now(), case: cases.last().cloned(), cases, pairs, shown }
    }

    /// Her open cases.
    async fn open_cases(&self) -> Vec<CaseFile> {
        let cases = self.world.changes(async |tx, _| {
            let mut about = Vec::new();
            for part in &self.parts {
                about.extend(tx.cases_about(None, Some(*part)).await.unwrap());
            }
            tx.cases(&about).await.unwrap()
        });
        let mut open = cases.await;
        open.retain(|it| it.kind == CaseKind::Unsafe && it.resolved_at.is_none());
        open
    }

    pub(super) async fn holds(&mut self, who: Who, before: &Stands) -> Stands {
        let after = self.stands().await;
        if self.world.aside().await > 0 {
            self.fails("something could not be worked on and was set aside");
        }
        if who == Who::Amina {
            self.opened_by_her(before, &after);
        }
        self.nothing_is_elsewhere(&after);
        self.nobody_apart_knows(&after);
        self.nothing_changes_for_them(who, before, &after);
        self.nothing_opens_by_itself(who, before, &after);
        self.every_stop_is_listed(before, &after);
        if let (Some(case), None) = (&before.case, &after.case) {
            self.was_closed_rightly(who, case, &after).await;
        }
        for case in &after.cases {
            self.is_in_hands(case, &after).await;
        }
        if after.case.is_none() && !after.any_held() {
            self.pressed = false;
        }
        if after.case.is_none() {
            for it in &mut self.apart {
                (it.knew, it.told) = (false, tells(after.on(&it.friend), false));
            }
        }
        after
    }

    /// Her first "no" opened something: what waited there goes on.
    pub(super) fn opened_by_her(&mut self, before: &Stands, after: &Stands) {
        for pair in 0..self.pairs.len() {
            if before.is_held(pair) && after.pairs[pair].phase == Phase::Active {
                let members = self.members(pair);
                self.lets(&members, |_| true);
            }
        }
    }

    fn nothing_is_elsewhere(&self, after: &Stands) {
        let others = self.others.iter().map(|other| &other.friend);
        for friend in others.chain(self.apart.iter().map(|it| &it.friend)) {
            let (chat, shown) = (friend.phone.id(), after.on(friend));
            for mine in self.written.iter().filter(|mine| !mine.may.contains(&chat)) {
                if let Some(seen) = mine.at(shown) {
                    self.fails(&format!(
                        "{:?} {:?} was at {:?}'s: {mine:?}",
                        seen.kind, seen.text, friend.id
                    ));
                }
            }
        }
        // In the team's group are cards, and no words of anybody.
        let words =
            |seen: &Seen| self.written.iter().find(|mine| mine.at(std::slice::from_ref(seen)).is_some());
        if let Some(seen) =
            self.groups.first().and_then(|team| team.screen(None).into_iter().find(|it| words(it).is_some()))
        {
            self.fails(&format!("{seen:?} was in the team's group"));
        }
    }

    fn nobody_apart_knows(&self, after: &Stands) {
        for Apart { friend, knew, told } in &self.apart {
            if tells(after.on(friend), *knew) > *told {
                self.fails(&format!("{:?} knows of it: {:#?}", friend.id, friend.reads()));
            }
        }
        let shows = |team: &&GroupChat| {
            team.screen(None).iter().any(|seen| TELLS.iter().any(|it| seen.text.contains(it)))
        };
        if self.scene == Scene::OfTheTeam && self.groups.first().as_ref().is_some_and(shows) {
            self.fails("it is in a group in which her partner is");
        }
    }

    /// In the first hour, where it is still stopped.
    fn nothing_changes_for_them(&self, who: Who, before: &Stands, after: &Stands) {
        let since = after.case.as_ref().or(before.case.as_ref()).map(|case| case.opened_at);
        let young = since.is_some_and(|since| self.world.now() - since <= TimeDelta::minutes(60));
        if who != Who::Amina || !young {
            return;
        }
        for other in &self.others {
            // Only her own "no" opens it; a pair that has ended for them has changed, too.
            let opened = after.pairs[other.pair].phase == Phase::Active;
            let stays = after.is_held(other.pair) || before.is_held(other.pair) && !opened;
            if !stays {
                continue;
            }
            let (was, is) = (lines(before.on(&other.friend)), lines(after.on(&other.friend)));
            if was != is {
                let new: Vec<_> = is.iter().filter(|line| !was.contains(line)).collect();
                self.fails(&format!("something changed for {:?} because of her: {new:#?}", other.friend.id));
            }
        }
    }

    fn nothing_opens_by_itself(&self, who: Who, before: &Stands, after: &Stands) {
        for (was, is) in before.pairs.iter().zip(&after.pairs) {
            let opens = was.is_stopped() && !is.is_stopped();
            if opens && matches!(who, Who::Time | Who::Others) {
                self.fails("a stopped pair opened or ended by itself");
            }
        }
    }

    /// A case is open that it belongs to, or it stands in the digest of every working morning.
    fn every_stop_is_listed(&self, before: &Stands, after: &Stands) {
        let passed = mornings(before.at, after.at).len();
        for (at, pair) in after.pairs.iter().enumerate() {
            if !pair.is_stopped() || !before.pairs[at].is_stopped() || self.refused {
                continue;
            }
            let listed = |stands: &Stands| -> usize {
                self.staff.iter().map(|friend| digests(stands.on(friend), pair.id)).sum()
            };
            let found = listed(after) - listed(before);
            if found < passed {
                self.fails(&format!("{} stands in {found} digests, and {passed} mornings passed", pair.id));
            }
        }
    }

    async fn was_closed_rightly(&self, who: Who, case: &CaseFile, after: &Stands) {
        if who != Who::Staff {
            self.fails("a case was closed by nobody of the team");
        }
        let undecided = |pair: &&Conversation| is_to_decide(pair, self.world.now());
        if let Some(pair) = after.pairs.iter().find(undecided) {
            self.fails(&format!("a case was closed, and nobody said what becomes of {}", pair.id));
        }
        let mut calls = self.talks_of(case).await;
        calls.extend(self.calls.iter().cloned());
        let spoken = |call: Channel| matches!(call, Channel::Voice | Channel::InPerson);
        let talk = calls.iter().any(|call| call.outcome != Call::NoAnswer && spoken(call.channel));
        let tries = calls.iter().filter(|call| call.outcome == Call::NoAnswer).count();
        if !talk && tries < 2 && self.talked != (true, true) {
            self.fails("a case was closed, and nobody had talked with her");
        }
    }

    async fn talks_of(&self, case: &CaseFile) -> Vec<Called> {
        let calls = self.world.changes(async |tx, _| tx.calls(&[case.id]).await.unwrap()).await;
        calls.into_iter().map(|(_, call)| call).collect()
    }

    /// Notes what was written down with her open case.
    pub(super) async fn reads_calls(&mut self) {
        if let Some(case) = self.open_cases().await.pop() {
            self.calls = self.talks_of(&case).await;
        }
    }

    async fn is_in_hands(&self, case: &CaseFile, after: &Stands) {
        let ids: Vec<_> = self.staff.iter().map(|friend| friend.id).collect();
        let programme = case.programme;
        let (cards, people, untold) = self
            .world
            .changes(async |tx, _| {
                (
                    tx.cards(&[case.id]).await.unwrap(),
                    tx.persons(&ids).await.unwrap(),
                    tx.untold(programme).await.unwrap(),
                )
            })
            .await;
        let works = |friend: &Friend| {
            let mut people = people.iter().filter(|it| it.id == friend.id);
            people.any(|it| it.reach == Reach::Reachable && it.standing == Standing::Ready)
        };
        let hangs = |friend: &Friend| cards.iter().any(|(_, chat, _)| *chat == ChatId(friend.phone.id()));
        let held = self.staff.iter().any(|friend| works(friend) && hangs(friend));
        // Whoever cannot be reached in private reads it where it stands before all of the team.
        let number = format!("Case {}", case.id);
        let stands = |group: &GroupChat| {
            let topics = group.topics().into_iter().map(|(topic, ..)| Some(topic)).chain([None]);
            let mut shown = topics.flat_map(|topic| group.screen(topic));
            shown.any(|seen| seen.from_bot && !seen.deleted && seen.text.contains(&number))
        };
        let hung = |group: &GroupChat| cards.iter().any(|(_, chat, _)| *chat == ChatId(group.id()));
        let before_all = self.groups.iter().any(|group| hung(group) && stands(group));
        if !held && !before_all && !untold.contains(&case.id) {
            self.fails("her case is in nobody's hands, and on no list of such cases");
        }
        let owner = case.owner.filter(|_| case.acknowledged_at.is_some());
        let Some(reader) = self.staff.iter().find(|friend| Some(friend.id) == owner) else {
            if owner.is_some() {
                self.fails("who has her case is not one of those who may");
            }
            return;
        };
        if !works(reader) {
            self.fails("who has her case cannot be reached");
        }
        let shown = after.on(reader);
        // In its words or as it is: a copy of a text may be either. Nobody takes it back from there.
        let has = |id| self.written.iter().any(|it| it.id == id && it.stands_on(shown));
        let owed = |it: &&Mine| it.fate == Fate::Owed && it.since >= case.opened_at;
        if let Some(mine) = self.written.iter().filter(owed).find(|it| !has(it.id)) {
            let read = reader.reads().split_off(reader.reads().len().saturating_sub(12));
            self.fails(&format!("{:?} has her case and has not had {mine:?}: {read:#?}", reader.id));
        }
    }
}
