//! Answers to check-ins: tapped, typed, or said in reply. None of them ever reaches the partner.

use super::press::Press;
use super::pulse::{ask, hours, questions};
use super::{House, answering, cases, missed, promise, team};
use crate::domain::answers::Answer;
use crate::domain::case::{CaseKind, Talked};
use crate::domain::checkin::{CheckinAnswer, CheckinLetter, Turn, case, contact};
use crate::domain::conversation::Conversation;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::{Kind, Written};
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, CheckinId, LetterId};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::on_call;
use crate::domain::person::Person;
use crate::domain::pulse::{Event, Settings, State};
use crate::domain::safety::{Call, SafetyLetter};
use crate::domain::silence::{Due, Step};
use crate::store::{Alarm, Checkin, NewCase, Result, Tx};
use chrono::{DateTime, Utc};

pub use super::pulse::{cancel, cancel_for, cancel_unseen, pulses, remind, reoffer};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    _house: &House,
    press: &Press,
    answer: CheckinAnswer,
) -> Result<Option<Letter>> {
    let checkin = match answer {
        CheckinAnswer::Gives(checkin, _) | CheckinAnswer::Later(checkin) => checkin,
        CheckinAnswer::Answer(of) => return answering::announced(tx, &press.person, of, press.now).await,
    };
    let Some(it) = hers(tx, &press.person, checkin).await? else { return Ok(Some(HelpLetter::Stale.into())) };
    let counted = said(tx, it, answer, Some(press.root), press.now).await?;
    Ok((!counted).then(|| HelpLetter::Stale.into()))
}

/// Words in reply to a question of a check-in; `false` if that is not hers. An answer in words counts; anything else goes
/// to the coordinator who looks after her.
pub async fn replied(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (checkin, written): (CheckinId, &Written),
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(it) = hers(tx, person, checkin).await? else { return Ok(false) };
    let partner = it.partner.clone();
    let open = (!it.state.is_over()).then_some(it);
    if let Some(it) = &open
        && let Some(answer) = named(tx, house, person, it, written).await?
    {
        return said(tx, it.clone(), answer, None, now).await;
    }
    if !team::only_team(tx, person, written, now).await? {
        return Ok(true);
    }
    tx.post(Post::answer(person, CheckinLetter::OnlyTeam { partner }), now).await?;
    // She has answered in her own way: no reminder, and it is not missed.
    if let Some(it) = open
        && let Some(state) = it.state.after(Event::Answer { last: false })
    {
        tx.checkins_are(&[(it.id, state)], now).await?;
    }
    Ok(true)
}

/// Words while a check-in is open; `true` if they are an answer to it.
pub async fn typed(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (checkin, written): (CheckinId, &Written),
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(it) = hers(tx, person, checkin).await?.filter(|it| !it.state.is_over()) else {
        return Ok(false);
    };
    match named(tx, house, person, &it, written).await? {
        Some(answer) => said(tx, it, answer, None, now).await,
        None => Ok(false),
    }
}

/// Whether words read like an answer to any question of an open check-in. Then they are not passed on unasked.
pub(super) async fn reads_like(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    checkin: CheckinId,
    written: &Written,
) -> Result<bool> {
    let Some(it) = hers(tx, person, checkin).await?.filter(|it| !it.state.is_over()) else {
        return Ok(false);
    };
    let langs = languages(tx, person).await?;
    let like = |text| questions(&it).any(|letter| house.words.named(&letter.into(), &langs, text).is_some());
    Ok(written.kind == Kind::Text && written.text.as_deref().is_some_and(like))
}

/// What her next words answer when nothing else is open: a check-in nobody has asked her about, or nothing.
pub(super) async fn waiting(
    tx: &mut Tx,
    person: &Person,
    asked: Option<CheckinId>,
) -> Result<Option<Dialogue>> {
    let open = tx.checkin_open_for(person.id).await?;
    Ok(open.map(|checkin| Dialogue::Checkin { checkin, asked: asked == Some(checkin) }))
}

/// A check-in, if it is hers.
async fn hers(tx: &mut Tx, person: &Person, checkin: CheckinId) -> Result<Option<Checkin>> {
    Ok(tx.checkin(checkin).await?.filter(|it| it.person == person.id))
}

/// The answer that words name: its label in her language, the programme's or English, its icon, or its number.
async fn named(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    it: &Checkin,
    written: &Written,
) -> Result<Option<CheckinAnswer>> {
    let turn = if it.state == State::Sent { Turn::First } else { Turn::Next };
    let (Kind::Text, Some(text), Some(letter)) = (written.kind, &written.text, ask(it, turn)) else {
        return Ok(None);
    };
    let langs = languages(tx, person).await?;
    let offer = letter.offer();
    let index = house.words.named(&letter.into(), &langs, text);
    Ok(index.and_then(|index| offer.get(index).cloned()))
}

/// The languages in which somebody may answer: hers, the programme's, English.
pub(super) async fn languages(tx: &mut Tx, person: &Person) -> Result<Vec<Lang>> {
    let programme = tx.programme(person.programme).await?;
    Ok([person.lang.clone()]
        .into_iter()
        .chain(programme.languages.into_iter().next())
        .chain([Lang::source()])
        .collect())
}

/// What she said to a question; `false` if it came too late.
async fn said(
    tx: &mut Tx,
    it: Checkin,
    answer: CheckinAnswer,
    root: Option<LetterId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    match answer {
        CheckinAnswer::Gives(_, answer) => given(tx, it, answer, root, now).await,
        CheckinAnswer::Later(_) => later(tx, it, root, now).await,
        CheckinAnswer::Answer(_) => Ok(false),
    }
}

/// "Later": asked again the next day, once. Until then nothing she writes is taken for an answer.
async fn later(tx: &mut Tx, it: Checkin, root: Option<LetterId>, now: DateTime<Utc>) -> Result<bool> {
    let Some(state) = it.state.after(Event::Snooze) else { return Ok(false) };
    let until = Settings::default().asks_again_at(hours(it.zone, it.person), now);
    tx.checkins_are(&[(it.id, state)], now).await?;
    tx.snooze_checkin(it.id, until).await?;
    tx.stop_waiting(&[(it.id, it.person)]).await?;
    tx.wake(Alarm::Checkin, it.id.0, until).await?;
    show(tx, &it, root, CheckinLetter::Later { at: until }, now).await?;
    Ok(true)
}

/// One more answer; `false` if it came too late. A tap changes the question in place (`root`); after typed words the next
/// question stands below them.
async fn given(
    tx: &mut Tx,
    mut it: Checkin,
    answer: Answer,
    root: Option<LetterId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some((answers, state)) = it.answers.given(it.side, it.state, answer, now) else { return Ok(false) };
    tx.save_answers(it.id, &answers, state, now).await?;
    it.answers = answers;
    it.state = state;
    let opened = follow(tx, &it, answer, now).await?;
    let guidance = answer == Answer::SeriousWorry;
    if let (Some(case), Some(person)) = (opened, tx.person(it.person).await?) {
        if guidance {
            let letter = promise::spoken(tx, &person, (SafetyLetter::Worried, &[case])).await?;
            show(tx, &it, root, letter, now).await?;
            it.letter = None;
        } else if !cases::is_heard(tx, &[case]).await? {
            let calls =
                SafetyLetter::TeamCalls { when: Call::Today, promise: on_call::Promise::None, joined: false };
            let letter = promise::unheard(tx, &person, calls).await?;
            tx.post(Post::ranked(&person, Rank::Safety, letter), now).await?;
        }
    }
    let place = root.filter(|_| !guidance);
    if let Some(question) = ask(&it, Turn::Next) {
        let letter = show(tx, &it, place, question, now).await?;
        tx.asked(&[(it.id, it.person, letter)]).await?;
    } else {
        let programme = tx.programme(it.programme).await?;
        let open = tx.cases_about(Some(it.conversation), Some(it.person)).await?;
        let heard = open.is_empty() || cases::is_heard(tx, &open).await?;
        let promise = it.answers.promise(it.zone).filter(|_| heard);
        let asked = promise.is_some();
        let promise = promise.map(|promise| promise.kept(&programme, now));
        show(tx, &it, place, CheckinLetter::Thanks { partner: it.partner.clone(), promise }, now).await?;
        if it.answers.want_tips() {
            tx.post(Post::answer((it.chat, it.person), CheckinLetter::Tips), now).await?;
        }
        tx.stop_waiting(&[(it.id, it.person)]).await?;
        tx.let_sleep(Alarm::Checkin, it.id.0).await?;
        // What she writes next may belong to what she asked for.
        if let Some(person) = tx.person(it.person).await?.filter(|_| asked || !heard) {
            team::team_wrote(tx, &person).await?;
        }
    }
    Ok(true)
}

/// Says it in place of the question, or below, with the question's buttons gone. Gives the letter whose message it is.
async fn show(
    tx: &mut Tx,
    it: &Checkin,
    place: Option<LetterId>,
    letter: impl Into<Letter>,
    now: DateTime<Utc>,
) -> Result<LetterId> {
    // Only one message shows the question: another one loses its buttons, or is not sent at all.
    if let Some(of) = it.letter.filter(|of| place != Some(*of) && !tx.rewrote(*of)) {
        tx.withdraw_questions(&[of]).await?;
        tx.post(Post::op((it.chat, it.person), Rank::Answer, Op::Clear { of }), now).await?;
    }
    if let Some(of) = place {
        tx.post(Post::op((it.chat, it.person), Rank::Answer, Op::Rewrite { of, with: letter.into() }), now)
            .await?;
        return Ok(of);
    }
    tx.post(Post::answer((it.chat, it.person), letter), now).await
}

/// The fact on the card of somebody who is not well with it.
fn talked(it: &Checkin, pair: &Conversation) -> String {
    let talk = pair.talk;
    let asked = |due: &Due| due.step == Step::AskBoth && talk.contact_at.is_none_or(|at| due.since >= at);
    let in_vain = pair.steps_done().iter().any(asked);
    Talked::of(it.answers.all(), (talk, in_vain), it.since).as_str().to_owned()
}

/// What an answer sets in motion, at once: a later question left open must not hold up a call.
/// Gives the case that it opened.
pub(super) async fn follow(
    tx: &mut Tx,
    it: &Checkin,
    answer: Answer,
    now: DateTime<Utc>,
) -> Result<Option<CaseId>> {
    let pair = tx.conversation(it.conversation).await?;
    if let Some(pair) = &pair
        && let Some(talk) = contact(answer, pair.talk, it.zone, now)
    {
        tx.save_talks(&[(pair.id, talk)]).await?;
        if pair.silence_case.is_some() {
            missed::contact(tx, pair.id, now).await?;
        }
    }
    if let Some((kind, due)) = case(answer, it.zone, now) {
        let case = NewCase {
            programme: it.programme,
            kind,
            conversation: Some(it.conversation),
            person: Some(it.person),
            since: Some(now),
            due,
            tried: pair
                .filter(|_| kind == CaseKind::LowMood)
                .map(|pair| talked(it, &pair))
                .into_iter()
                .collect(),
        };
        return cases::open(tx, &case, now).await.map(Some);
    }
    Ok(None)
}
