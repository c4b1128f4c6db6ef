//! What happens to conversations: who is with whom, and when they are away.

use crate::carrying::OnTheWay;
use crate::circles::{Account, Part};
use crate::history::History;
use crate::people::{chat, proposal};
use chrono::TimeDelta;
use lazo::domain::circle::CircleAnswer;
use lazo::domain::conversation::{MemberState, Phase};
use lazo::domain::dialogue::Dialogue;
use lazo::domain::help::HelpAnswer;
use lazo::domain::id::{ConversationId, LetterId};
use lazo::domain::person::{Reach, Standing};
use lazo::handlers::press::Press;
use lazo::handlers::{asking, circle, delivery, help, lifecycle};
use lazo::store::Tx;

/// Conversations an account is in at most when it gets one more.
const MOST: usize = 4;

impl History {
    pub async fn somebody_is_paired(&mut self) {
        let mut tx = self.db.begin().await.unwrap();
        self.pairs_up(&mut tx).await;
        let _ = tx.commit().await.unwrap();
    }

    /// A part that has room for one more conversation, and fits.
    fn somebody(&mut self, fits: impl Fn(&Part) -> bool) -> Option<Part> {
        let parts = self.parts.clone();
        let mut tries = (0..60).filter_map(|_| self.one_of(&parts));
        let mut found = None;
        while let (None, Some(part)) = (found, tries.next()) {
            found = Some(part).filter(&fits);
        }
        drop(tries);
        found.filter(|part| self.truth.circles.of(part.account).len() < MOST)
    }

    /// A mentee and a mentor of a programme, and up to two more; who has left comes back for it.
    async fn pairs_up(&mut self, tx: &mut Tx) {
        let Some(first) = self.somebody(|_| true) else { return };
        let across = self.somebody(|part| {
            part.programme == first.programme && part.side != first.side && part.account != first.account
        });
        let Some(across) = across else { return };
        let mut members = vec![first, across];
        for _ in 0..self.dice.below(3) {
            let other = self.somebody(|part| {
                part.programme == first.programme && members.iter().all(|it| it.account != part.account)
            });
            members.extend(other);
        }
        let mut people = Vec::new();
        for part in &members {
            let mut person = tx.person(part.id).await.unwrap().unwrap();
            if self.truth.circles.gone.remove(&part.id) {
                person.standing = Standing::Ready;
                tx.save(&person).await.unwrap();
            }
            people.push(person);
        }
        let coordinator = self.staff[&first.programme].person.id;
        let proposal = proposal(first.programme, &people, coordinator);
        let id = tx.propose(&proposal, self.now).await.unwrap();
        let mut pair = tx.conversation(id).await.unwrap().unwrap();
        lifecycle::introduce(tx, &mut pair, self.now).await.unwrap();
        self.truth.begins(id, members);
    }

    /// One change of who is with whom, or of when.
    pub async fn something_happens(&mut self) {
        // Much of it at once, some of it after a while.
        self.now += TimeDelta::seconds(if self.dice.below(4) == 0 { 240 } else { 20 });
        let mut tx = self.db.begin().await.unwrap();
        self.morning_comes(&mut tx).await;
        let who = self.someone();
        let live = self.truth.circles.of(who);
        match (self.one_of(&live), self.dice.below(20)) {
            (None, _) | (Some(_), 0 | 1) => self.pairs_up(&mut tx).await,
            (Some(id), 2..=6) => self.stops_or_goes_on(&mut tx, id).await,
            (Some(_), 7) => {
                self.truth.blocked.insert(who);
                delivery::away(&mut tx, chat(who), Reach::Blocked, self.now).await.unwrap();
            }
            (Some(_), 8 | 9) => {
                self.truth.blocked.remove(&who);
                delivery::back(&mut tx, chat(who), self.now).await.unwrap();
            }
            (Some(_), 10) => self.leaves(&mut tx, who).await,
            (Some(id), 11 | 12) => self.is_taken_out(&mut tx, (id, who)).await,
            (Some(_), 13) => self.is_not_waited_for(&mut tx).await,
            (Some(id), _) => self.asks_in(&mut tx, id).await,
        }
        self.notes_who_is_asked(&mut tx).await;
        self.seats_are_held_against_the_truth(&mut tx).await;
        let _ = tx.commit().await.unwrap();
    }

    /// Closed, paused, held, or going on again.
    async fn stops_or_goes_on(&mut self, tx: &mut Tx, id: ConversationId) {
        let (mut pair, now) = (tx.conversation(id).await.unwrap().unwrap(), self.now);
        match self.dice.below(5) {
            0 => {
                lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, None, now)
                    .await
                    .unwrap();
                return self.truth.ends(id);
            }
            1 => lifecycle::pause(tx, &mut pair, (now + TimeDelta::days(3), None), now).await.unwrap(),
            2 => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
            _ => lifecycle::resume(tx, &mut pair, now).await.unwrap(),
        }
        self.truth.is(id, pair.phase);
        // As the alarm does that a conversation sets when it opens again.
        asking::look(tx, &[id.0], now).await.unwrap();
        self.whoever_comes_in(id);
    }

    /// Who was to be asked at night is asked in the morning.
    async fn morning_comes(&mut self, tx: &mut Tx) {
        let pairs: Vec<i64> = self.truth.circles.live.keys().map(|id| id.0).collect();
        asking::look(tx, &pairs, self.now).await.unwrap();
        self.notes_who_is_asked(tx).await;
        self.nobody_is_waited_for_too_long(tx).await;
    }

    /// The coordinator ends what would end by itself soon.
    async fn nobody_is_waited_for_too_long(&mut self, tx: &mut Tx) {
        for (id, part) in self.truth.circles.asked() {
            let since = self.truth.circles.seat(id, part.id).map(|seat| seat.since);
            if since.is_some_and(|since| self.now - since > TimeDelta::days(4)) {
                self.coordinator_presses(tx, id, CircleAnswer::SureRemove(id, part.id)).await;
                self.truth.circles.asked_no_more(id, part.id);
            }
        }
    }

    /// One part of an account leaves: circles go on without it, pairs end. Its other part stays.
    async fn leaves(&mut self, tx: &mut Tx, who: Account) {
        let parts: Vec<Part> = self.parts.iter().filter(|part| part.account == who).copied().collect();
        let Some(part) = self.one_of(&parts) else { return };
        // What is stopped for safety stays as it is when she leaves, until the team opens it: stories hold that.
        let live = &self.truth.circles.live;
        if self.truth.circles.of_part(part.id).iter().any(|id| live[id].phase == Phase::Held) {
            return;
        }
        let person = tx.person(part.id).await.unwrap().unwrap();
        // What a part that leaves held is for nobody any more.
        if matches!(person.dialogue, Some(Dialogue::Bundle { .. })) {
            self.truth.bundles.remove(&who);
        }
        let press = Press { person, chat: chat(who), root: LetterId(0), posted_at: self.now, now: self.now };
        help::answer(tx, &self.house, &press, HelpAnswer::Leave).await.unwrap();
        let circles = self.truth.circles.of_part(part.id);
        self.truth.leaves(part);
        for id in circles {
            self.whoever_comes_in(id);
        }
        self.seen.left += 1;
    }

    /// The coordinator presses a button of a pair's card.
    async fn coordinator_presses(&mut self, tx: &mut Tx, id: ConversationId, answer: CircleAnswer) {
        let coordinator = &self.staff[&self.truth.circles.live[&id].members[0].programme];
        let person = coordinator.person.clone();
        let press =
            Press { chat: person.chat, person, root: coordinator.desk, posted_at: self.now, now: self.now };
        circle::answer(tx, &self.house, &press, answer).await.unwrap();
    }

    /// The coordinator asks somebody into a pair, whether she can come in or not; often somebody who was in it before.
    async fn asks_in(&mut self, tx: &mut Tx, id: ConversationId) {
        let live = self.truth.circles.live.iter();
        let left: Vec<_> = live.filter(|(_, circle)| !circle.former.is_empty()).map(|(id, _)| *id).collect();
        let id = self.one_of(&left).filter(|_| self.dice.below(2) == 0).unwrap_or(id);
        let circle = &self.truth.circles.live[&id];
        let known: Vec<Part> = circle.seats.iter().map(|seat| seat.who).collect();
        let programme = circle.members[0].programme;
        let (former, mut parts) = (circle.former.clone(), self.parts.clone());
        let anybody = self.dice.below(4) == 0;
        parts.retain(|part| anybody || part.programme == programme);
        let former = self.one_of(&former).filter(|_| self.dice.below(4) > 0);
        let Some(part) = former.or_else(|| self.one_of(&parts)) else { return };
        let asked = self.truth.circles.asks(id, part, self.now);
        self.coordinator_presses(tx, id, CircleAnswer::Ask(id, part.id)).await;
        let pair = tx.conversation(id).await.unwrap().unwrap();
        let waits = |state| matches!(state, MemberState::Asked | MemberState::Accepted);
        let mut seats = pair.members.iter().filter(|it| waits(it.state));
        let is_asked = seats.any(|it| it.person == part.id);
        assert_eq!(
            is_asked,
            asked || known.contains(&part),
            "{part:?} is asked into {id} if she can come in"
        );
        self.seen.cannot_be_asked += usize::from(!asked);
    }

    /// The coordinator does not wait any more for whoever was asked into a pair.
    async fn is_not_waited_for(&mut self, tx: &mut Tx) {
        let asked = self.truth.circles.asked();
        let Some((id, part)) = self.one_of(&asked) else { return };
        self.coordinator_presses(tx, id, CircleAnswer::SureRemove(id, part.id)).await;
        self.truth.circles.asked_no_more(id, part.id);
        self.seen.called_off += 1;
    }

    /// The coordinator takes somebody out of a pair, unless it would be none without her: often one whose words, or
    /// words for whom, are still on their way.
    async fn is_taken_out(&mut self, tx: &mut Tx, anybody: (ConversationId, Account)) {
        let flying: Vec<_> = self.on_the_way.iter().filter_map(OnTheWay::between).flatten().collect();
        let unread: Vec<_> =
            self.truth.owed.iter().map(|((who, _), owed)| (owed.conversation, *who)).collect();
        let chosen = self.one_of(&flying).or_else(|| self.one_of(&unread));
        let (id, who) = chosen.filter(|_| self.dice.below(4) > 0).unwrap_or(anybody);
        let Some(part) = self.truth.circles.inside(id, who) else { return };
        self.coordinator_presses(tx, id, CircleAnswer::SureRemove(id, part.id)).await;
        if self.truth.circles.goes_on_without(id, part.id) {
            let before = self.truth.waiting_in(id);
            self.truth.is_taken_out(id, part);
            self.whoever_comes_in(id);
            self.seen.taken_out += 1;
            self.seen.stopped_by_taking_out += before - self.truth.waiting_in(id);
        }
    }
}
