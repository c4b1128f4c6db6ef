//! Running pairs grow: everybody who is in one is asked first, then who is to come in, and nobody is asked before it is her
//! turn.

use crate::circles::Part;
use crate::history::History;
use crate::people::pressed;
use lazo::domain::circle::CircleAnswer;
use lazo::domain::conversation::{MemberState, Phase};
use lazo::domain::dialogue::Dialogue;
use lazo::domain::heard::Heard;
use lazo::domain::id::{ConversationId, LetterId};
use lazo::domain::letter::Answer;
use lazo::store::{Agreement, Tx};

fn letter(told: &str) -> Option<LetterId> {
    Some(LetterId(told.split_once(':')?.1.parse().ok()?))
}

impl History {
    /// Notes who was asked something just now: it was her turn, and her next words are nobody's unasked.
    pub async fn notes_who_is_asked(&mut self, tx: &mut Tx) {
        let live: Vec<ConversationId> = self.truth.circles.live.keys().copied().collect();
        let told = tx.told_in(&live).await.unwrap();
        for (id, part) in self.truth.circles.asked() {
            let Some(told) = told.get(&(id, part.id)) else { continue };
            if self.asked.insert((id, part.id, told.clone())) {
                let seat = self.truth.circles.seat(id, part.id).unwrap();
                assert!(seat.open.is_empty(), "{part:?} was asked into {id} before {:?}", seat.open);
                self.is_asked(tx, id, part).await;
            }
        }
        for Agreement { of, told, .. } in tx.agreements(&live, self.now).await.unwrap() {
            let Some(told) = told else { continue };
            if self.asked.insert((of.pair, of.member, told)) {
                let members = &self.truth.circles.live[&of.pair].members;
                let member = members.iter().find(|part| part.id == of.member).copied();
                self.is_asked(tx, of.pair, member.unwrap()).await;
            }
        }
    }

    async fn is_asked(&mut self, tx: &mut Tx, id: ConversationId, part: Part) {
        let phase = self.truth.circles.live[&id].phase;
        assert_eq!(phase, Phase::Active, "{part:?} was asked something in {id}, which rests");
        let dialogue = tx.person(part.id).await.unwrap().unwrap().dialogue;
        let holds = matches!(dialogue, Some(Dialogue::Bundle { .. }));
        if !holds && !self.truth.circles.of(part.account).is_empty() {
            self.truth.asked_by_team.insert(part.id);
        }
    }

    /// Somebody answers whether she wants to come in, or whether it is all right that somebody does; `false` if nobody
    /// is asked. At night nobody has the question.
    pub async fn somebody_answers_about_coming_in(&mut self, heard: &mut Vec<Heard>) -> bool {
        self.page(heard).await;
        let Some(press) = (if self.dice.below(3) == 0 {
            self.newcomer_answers(heard).await
        } else {
            self.member_answers(heard).await
        }) else {
            return false;
        };
        heard.push(press);
        self.page(heard).await;
        let mut tx = self.db.begin().await.unwrap();
        self.notes_who_is_asked(&mut tx).await;
        let _ = tx.commit().await.unwrap();
        true
    }

    async fn newcomer_answers(&mut self, heard: &mut Vec<Heard>) -> Option<Heard> {
        let asked = self.truth.circles.asked();
        let (id, part) = self.one_of(&asked)?;
        if self.truth.circles.seat(id, part.id)?.willing {
            return None;
        }
        let mut tx = self.db.begin().await.unwrap();
        let question = letter(tx.told_in(&[id]).await.unwrap().get(&(id, part.id))?)?;
        let offered = tx.offered(question).await.unwrap()?;
        let _ = tx.commit().await.unwrap();
        let yes = self.dice.below(4) > 0;
        let meant = |answer: &Answer| {
            let Answer::Circle(answer) = answer else { return false };
            matches!((answer, yes), (CircleAnswer::Accept(..), true) | (CircleAnswer::Decline(_), false))
        };
        let index = offered.offer.iter().position(meant).unwrap();
        self.answers_the_team(part, heard);
        if yes {
            self.truth.circles.is_willing(id, part.id);
            self.whoever_comes_in(id);
        } else {
            self.truth.circles.asked_no_more(id, part.id);
            self.seen.not_joined += 1;
        }
        Some(pressed(part.account, self.number(), (question, index)))
    }

    async fn member_answers(&mut self, heard: &mut Vec<Heard>) -> Option<Heard> {
        let live: Vec<ConversationId> = self.truth.circles.live.keys().copied().collect();
        let mut tx = self.db.begin().await.unwrap();
        let open = tx.agreements(&live, self.now).await.unwrap().into_iter();
        let open: Vec<_> = open.filter_map(|it| Some((it.of, letter(it.told.as_deref()?)?))).collect();
        let (of, question) = self.one_of(&open)?;
        let offered = tx.offered(question).await.unwrap()?;
        let _ = tx.commit().await.unwrap();
        let yes = self.dice.below(8) > 0;
        let meant =
            |answer: &Answer| matches!(answer, Answer::Circle(CircleAnswer::Agree(_, _, it)) if *it == yes);
        let index = offered.offer.iter().position(meant).unwrap();
        let members = &self.truth.circles.live[&of.pair].members;
        let member = *members.iter().find(|part| part.id == of.member)?;
        self.answers_the_team(member, heard);
        self.seen.agreed += usize::from(yes);
        if yes {
            self.truth.circles.agrees(of.pair, of.newcomer, of.member);
            self.whoever_comes_in(of.pair);
        } else if self.truth.circles.asked_no_more(of.pair, of.newcomer) {
            self.seen.refused += 1;
        } else {
            self.seen.answered_in_vain += 1;
        }
        Some(pressed(member.account, self.number(), (question, index)))
    }

    fn answers_the_team(&mut self, part: Part, heard: &mut Vec<Heard>) {
        self.truth.asked_by_team.remove(&part.id);
        self.is_here(part.account, heard);
    }

    /// Everybody has said yes to somebody now, or it goes on with those who have.
    pub fn whoever_comes_in(&mut self, id: ConversationId) {
        for (part, back) in self.truth.circles.come_in(id) {
            self.seen.joined += 1;
            self.seen.came_back += usize::from(back);
            self.seen.before_they_joined += self.truth.waiting_in(id);
            self.joined.insert((id, part.account));
        }
    }

    /// Who is to come in somewhere has a seat there, and nobody else has.
    pub async fn seats_are_held_against_the_truth(&mut self, tx: &mut Tx) {
        for (id, part) in self.truth.circles.asked() {
            let pair = tx.conversation(id).await.unwrap().unwrap();
            let waits = |state| matches!(state, MemberState::Asked | MemberState::Accepted);
            let here = pair.members.iter().any(|it| it.person == part.id && waits(it.state));
            assert!(here, "{part:?} is to come into {id}");
        }
    }
}
