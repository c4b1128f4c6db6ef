//! What is pressed on a card. Who presses is checked each time, and every act is in the audit log.

use super::card::Cards;
use super::climb::next_rung;
use super::room::Room;
use super::{is_set_aside, nudge};
use crate::domain::case::{
    Call, Called, CaseFile, CaseLetter, CaseToast, Channel, NUDGED, Note, Outcome, Step, Tap,
};
use crate::domain::closing::{ClosingReason, Ending, Heard};
use crate::domain::conversation::Phase;
use crate::domain::id::{CaseId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Post};
use crate::domain::opening::Whence;
use crate::domain::person::{Reach, Standing};
use crate::domain::safety::SafetyLetter;
use crate::domain::wall;
use crate::handlers::press::Press;
use crate::handlers::{catch_up, lifecycle, moving, opening, promise, upkeep};
use crate::store::{Alarm, Result, Tx};

/// A press that is allowed, and all it is about.
pub(super) struct Act<'a> {
    pub(super) tx: &'a mut Tx,
    pub(super) press: &'a Press,
    pub(super) room: Room,
    pub(super) case: CaseFile,
    cards: Cards,
    /// Who had it before.
    had: Option<PersonId>,
}

/// The toast's text, if there is one.
pub(super) type Toast = Result<Option<Letter>>;

pub(super) fn says(toast: CaseToast) -> Letter {
    CaseLetter::Toast(toast).into()
}

/// Works on a press, if she may; gives the toast's text, if it has one.
pub(super) async fn tapped(tx: &mut Tx, press: &Press, (case, tap): (CaseId, Tap), bot_name: &str) -> Toast {
    let mut room = Room::of(tx, &[case]).await?;
    room.know(&press.person);
    let Some(case) = room.cases.first().cloned() else { return Ok(Some(says(CaseToast::NotYours))) };
    let knows = room.programme(&case).is_some_and(|(_, team)| team.may_know(press.person.id, &case));
    let here = press.person.programme == case.programme && press.person.standing == Standing::Ready;
    let knew = room.programme(&case).is_some_and(|(_, team)| team.is_listed_for(press.person.id, &case));
    if here && knew && !knows {
        // She learns nothing more of it, not even that.
        return Ok(Some(says(CaseToast::NotNow)));
    }
    if !knows || !here {
        return Ok(Some(says(CaseToast::NotYours)));
    }
    if press.person.reach != Reach::Reachable {
        // Nothing of it would reach her: it stays with those it can ring for.
        return Ok(Some(says(CaseToast::Unreached)));
    }
    let had = case.has();
    let act = Act { tx, press, room, case, cards: Cards::at(press.now), had };
    if act.case.resolved_at.is_some() {
        act.turn(Step::Main).await?;
        return Ok(Some(says(CaseToast::Closed)));
    }
    match tap {
        Tap::Back => act.turn(Step::Main).await,
        Tap::More(page) => act.turn(Step::More(page)).await,
        Tap::Snooze => act.turn(Step::Snooze).await,
        Tap::Call => act.turn(Step::Call).await,
        Tap::Resolve => act.asks_how().await,
        Tap::ResolveMore => act.turn(Step::ResolveMore).await,
        Tap::Close(page) => act.turn(Step::Close(page)).await,
        Tap::HandOver(page) => act.offer_others(page).await,
        Tap::Take => act.take().await,
        Tap::Show => act.show().await,
        Tap::Nudge => act.nudge().await,
        Tap::SnoozeFor(days) => act.snooze(days).await,
        Tap::Called(call) => act.turn(Step::Channel(call)).await,
        Tap::By(Call::NoAnswer, channel) => act.called(Call::NoAnswer, channel, 0).await,
        Tap::By(call, channel) => act.turn(Step::Minutes(call, channel)).await,
        Tap::Lasted(call, channel, minutes) => act.called(call, channel, minutes).await,
        Tap::Resolved(outcome) => act.resolved(outcome, None).await,
        Tap::Stopped(outcome, pair, becomes) => act.becomes((outcome, pair), becomes).await,
        Tap::HandTo(to, _) => act.hand_to(to).await,
        Tap::Move => act.move_her(bot_name).await,
        Tap::Release => {
            let pair = act.case.conversation;
            act.open(pair).await
        }
        Tap::CloseFor(reason) => act.close(reason, None).await,
        Tap::CloseHeard(heard) => act.close(ClosingReason::Conduct, Some(heard)).await,
    }
}

impl Act<'_> {
    /// The pressed card at another step.
    pub(super) async fn turn(mut self, step: Step) -> Toast {
        self.cards.turn(&self.room, &self.case, (self.press.chat, self.press.root), step);
        self.cards.write(self.tx).await?;
        Ok(None)
    }

    /// A question on the pressed card; whoever nobody was on it before is now.
    pub(super) async fn asks(mut self, step: Step) -> Toast {
        if self.case.acknowledged_at.is_none() {
            self.is_on_it();
            self.keep("case taken").await?;
            self.cards.rewrite(&self.room, &self.case);
        }
        self.turn(step).await
    }

    /// Writes the case back, with a line in the audit log. She whose it is reads that somebody has it.
    async fn keep(&mut self, what: &str) -> Result<()> {
        let Self { tx, press, case, .. } = self;
        upkeep::taken(tx, case, &press.person, press.now).await?;
        tx.audit(Some(press.person.id.0), what, Some(case.id.0), press.now).await?;
        tx.save_cases(std::slice::from_ref(case)).await?;
        if case.has().is_some() && case.has() != self.had {
            promise::unasked(tx, case, SafetyLetter::SomebodyHasIt, press.now).await?;
        }
        // She has read how it stands.
        tx.let_sleep(Alarm::Again, case.id.0).await?;
        if case.acknowledged_at.is_some() && case.snoozed_until.is_none() {
            tx.let_sleep(Alarm::Case, case.id.0).await?;
        }
        // Who has it gets all that she wrote since the tap, also if it was never rung for her.
        let owner = tx.persons(case.owner.as_slice()).await?.pop();
        let has = owner.filter(|_| case.acknowledged_at.is_some()).map(|owner| (case.id, owner.chat));
        catch_up::all(tx, has.as_slice(), press.now).await
    }

    /// The same, with all its cards.
    pub(super) async fn done(mut self, what: &str) -> Toast {
        self.keep(what).await?;
        let Self { tx, press, room, case, mut cards, .. } = self;
        cards.rewrite(&room, &case);
        if !room.hung(case.id).any(|(_, letter)| letter == press.root) {
            cards.turn(&room, &case, (press.chat, press.root), Step::Main);
        }
        cards.write(tx).await?;
        Ok(None)
    }

    /// Whoever does something about a case nobody has taken is on it.
    pub(super) fn is_on_it(&mut self) {
        if self.case.acknowledged_at.is_none() {
            self.case.take(self.press.person.id, self.press.now);
        }
    }

    async fn take(mut self) -> Toast {
        let me = self.press.person.id;
        if self.case.acknowledged_at.is_some() && self.case.owner != Some(me) {
            let owner = self.room.alias(self.case.owner).unwrap_or_default();
            self.turn(Step::Main).await?;
            return Ok(Some(says(CaseToast::TakenBy(owner))));
        }
        self.case.take(me, self.press.now);
        self.done("case taken").await
    }

    /// The details, in her own chat.
    async fn show(mut self) -> Toast {
        self.cards.post(&self.room, &self.case, self.press.person.chat, Note::Plain);
        self.cards.write(self.tx).await?;
        let who = Some(self.press.person.id.0);
        self.tx.audit(who, "case shown", Some(self.case.id.0), self.press.now).await?;
        Ok(Some(says(CaseToast::Shown)))
    }

    async fn nudge(mut self) -> Toast {
        let now = self.press.now;
        let Some(pair) = self.room.pair(&self.case).filter(|pair| pair.phase == Phase::Active) else {
            return Ok(Some(says(CaseToast::NotNow)));
        };
        if self.case.nudged_at.is_some_and(|at| now < at + NUDGED) {
            return Ok(Some(says(CaseToast::NudgedBefore)));
        }
        nudge::both(self.tx, pair, now).await?;
        self.case.nudged_at = Some(now);
        self.is_on_it();
        self.done("case nudged").await?;
        Ok(Some(says(CaseToast::Nudged)))
    }

    async fn snooze(mut self, days: i64) -> Toast {
        let now = self.press.now;
        let days = u64::try_from(days.clamp(1, 14)).unwrap_or(1);
        let until = wall::days_later(self.press.person.zone, now, days, wall::DIGEST_HOUR);
        self.case.snooze(self.press.person.id, until, now);
        if self.case.snoozed_until != Some(until) {
            return Ok(Some(says(CaseToast::NotNow)));
        }
        self.tx.wake(Alarm::Case, self.case.id.0, until).await?;
        self.done("case snoozed").await
    }

    /// Writes a talk down: date, channel, minutes and outcome only.
    async fn called(mut self, outcome: Call, channel: Channel, minutes: i64) -> Toast {
        let call = Called { at: self.press.now, channel, minutes, outcome };
        self.tx.log_call(self.case.id, self.press.person.id, &call).await?;
        self.room.called(self.case.id, call);
        let what = match outcome {
            Call::Settled => {
                self.audit("case call settled").await?;
                return self.resolved(Outcome::Solved, None).await;
            }
            Call::Spoke => "case call held",
            Call::NoAnswer => "case call unanswered",
        };
        if outcome == Call::Spoke {
            self.case.due = None;
        }
        self.is_on_it();
        self.done(what).await
    }

    async fn audit(&mut self, what: &str) -> Result<()> {
        self.tx.audit(Some(self.press.person.id.0), what, Some(self.case.id.0), self.press.now).await
    }

    /// The others who may take it.
    async fn offer_others(self, page: usize) -> Toast {
        let team = self.room.programme(&self.case).map(|(_, team)| team.circle(&self.case));
        let busy = self.case.owner.filter(|_| self.case.acknowledged_at.is_some());
        let others = team.into_iter().flatten().filter(|it| Some(it.id) != busy);
        let others = others.map(|it| (it.id, it.alias.clone())).collect();
        self.turn(Step::HandOver(page, others)).await
    }

    async fn hand_to(mut self, to: PersonId) -> Toast {
        let now = self.press.now;
        let Some((_, team)) = self.room.programme(&self.case) else {
            return Ok(Some(says(CaseToast::NotNow)));
        };
        let Some(to) = team.circle(&self.case).into_iter().find(|it| it.id == to).cloned() else {
            return Ok(Some(says(CaseToast::NotNow)));
        };
        if to.id == self.press.person.id {
            self.case.take(to.id, now);
            return self.done("case taken").await;
        }
        self.case.hand_over(to.id, now);
        let next = next_rung(&self.case, &self.room, now);
        self.room.know(&to);
        let note = Note::HandedOver(self.press.person.alias.clone());
        self.cards.post(&self.room, &self.case, to.chat, note);
        if let Some(next) = next {
            self.tx.wake(Alarm::Case, self.case.id.0, next).await?;
        }
        promise::nobody_again(self.tx, std::slice::from_ref(&self.case), now).await?;
        self.done("case handed over").await
    }

    /// A link for a new account of hers, in the presser's own chat.
    async fn move_her(mut self, bot_name: &str) -> Toast {
        let Some(who) = self.case.person else { return Ok(Some(says(CaseToast::NotNow))) };
        if is_set_aside(self.tx, &self.press.person, None).await? {
            return Ok(Some(says(CaseToast::NotNow)));
        }
        if !moving::link(self.tx, &self.press.person, who, bot_name, self.press.now).await? {
            return Ok(Some(says(CaseToast::NotNow)));
        }
        self.is_on_it();
        self.done("case link to a new account").await?;
        Ok(Some(says(CaseToast::Shown)))
    }

    /// What waits in a stopped pair, and whether to open it: in the presser's own chat, for it names people.
    pub(super) async fn open(self, pair: Option<ConversationId>) -> Toast {
        let (me, case) = (&self.press.person, self.case.id);
        let Some(pair) = pair else { return Ok(Some(says(CaseToast::NotNow))) };
        let Some(question) = opening::question(self.tx, me, (Whence::Case(case), pair)).await? else {
            return Ok(Some(says(CaseToast::NotNow)));
        };
        self.tx.post(Post::answer(me, question), self.press.now).await?;
        Ok((self.press.chat != me.chat).then(|| says(CaseToast::Shown)))
    }

    async fn close(mut self, reason: ClosingReason, heard: Option<Heard>) -> Toast {
        let Some(mut pair) = self.room.pair(&self.case).filter(|pair| pair.phase.is_live()).cloned() else {
            return Ok(Some(says(CaseToast::NotNow)));
        };
        if is_set_aside(self.tx, &self.press.person, Some(&pair)).await? {
            return Ok(Some(says(CaseToast::NotNow)));
        }
        if let Some(toast) = self.barred(Outcome::PairClosed).await? {
            self.is_on_it();
            self.done("case cannot be closed yet").await?;
            return Ok(Some(says(toast)));
        }
        let Some(ending) = Ending::of(reason, heard) else { return self.turn(Step::Heard).await };
        lifecycle::end(self.tx, &mut pair, (ending, self.press.person.id), self.press.now).await?;
        self.resolved(Outcome::PairClosed, None).await
    }
}
