//! The coordinator's lists, `/pairs` and `/people`: pages, cards, and what can be done with a pair.

use super::pairing::works;
use super::press::Press;
use super::{
    House, cases, circle, departure, find, guardian, invites, known, lifecycle, moving, opening, pairing,
    readiness, supervised,
};
use crate::domain::case::stays_until;
use crate::domain::closing::{ClosingReason, Ending, Heard};
use crate::domain::conversation::{Conversation, MemberState, Phase, Sort};
use crate::domain::desk::{DeskAnswer, DeskLetter, MOST_PLACES};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::invites::InvitesAnswer;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::{PairCard, PairLine, PersonCard, PersonLine, Young, last_contact, need};
use crate::domain::opening::Whence;
use crate::domain::paging::{LINES, Sheet, Turn};
use crate::domain::person::{Person, Role, Standing};
use crate::store::{Result, Scope, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// `/pairs`.
pub(super) async fn pairs_command(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let letter = pairs(tx, person, Turn::First, now).await?;
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// `/people`.
pub(super) async fn people_command(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, DeskLetter::Roles), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: DeskAnswer) -> Result<Option<Letter>> {
    let me = &press.person;
    let stale = Ok(Some(HelpLetter::Stale.into()));
    if !works(me) {
        return stale;
    }
    let letter = match answer {
        DeskAnswer::Pairs(turn) => Some(pairs(tx, me, turn, press.now).await?),
        DeskAnswer::Find => return find::command(tx, me, "", press.now).await.map(|()| None),
        DeskAnswer::Roles => Some(DeskLetter::Roles),
        DeskAnswer::People(role, turn) => Some(people(tx, me, role, turn, press.now).await?),
        DeskAnswer::Person(id) => person(tx, me, id, press.now).await?,
        DeskAnswer::Places(id, places) => set_places(tx, me, (id, places), press.now).await?,
        DeskAnswer::Move(id) => move_her(tx, me, (id, &house.bot_name), press.now).await?,
        DeskAnswer::Guardian(young) => return guardian::record(tx, press, young).await,
        DeskAnswer::Readiness(id) => {
            let Some(card) = readiness::of(tx, me, id).await? else { return stale };
            return rewrite(tx, press, card).await.map(|()| None);
        }
        DeskAnswer::Number(id) => {
            return invites::answer(tx, house, press, InvitesAnswer::Ask(id)).await;
        }
        DeskAnswer::Young(answer) => return Box::pin(guardian::answer(tx, house, press, answer)).await,
        DeskAnswer::Supervision(pair) => return supervised::about(tx, press, pair).await,
        DeskAnswer::Members(pair) => return circle::about(tx, press, pair).await,
        DeskAnswer::Match(mentee) => return pairing::choose(tx, me, mentee, press.now).await.map(|()| None),
        DeskAnswer::Release(id) | DeskAnswer::SureRelease(id) => {
            let Some(question) = opening::question(tx, me, (Whence::Desk, id)).await? else {
                return Box::pin(show(tx, house, press, id)).await;
            };
            let rewrite = Op::Rewrite { of: press.root, with: question.into() };
            return tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(|_| None);
        }
        DeskAnswer::TakeOut(id) => {
            let Some(asks) = departure::asks(tx, me, id).await? else { return stale };
            return rewrite(tx, press, asks).await.map(|()| None);
        }
        DeskAnswer::Pair(id)
        | DeskAnswer::Pause(id)
        | DeskAnswer::PauseFor(id, _)
        | DeskAnswer::Close(id)
        | DeskAnswer::MoreReasons(id)
        | DeskAnswer::NoContact(id)
        | DeskAnswer::Reason(id, _)
        | DeskAnswer::SureClose(id, _)
        | DeskAnswer::Heard(id, _) => match hers(tx, me, id).await? {
            Some(mut pair) => Some(about(tx, press, &mut pair, &answer).await?),
            None => None,
        },
    };
    let Some(letter) = letter else { return stale };
    rewrite(tx, press, letter).await.map(|()| None)
}

async fn rewrite(tx: &mut Tx, press: &Press, letter: impl Into<Letter>) -> Result<()> {
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(drop)
}

/// Somebody's card, in place of the letter whose button was pressed.
pub(super) async fn shows(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    who: PersonId,
) -> Result<Option<Letter>> {
    Box::pin(answer(tx, house, press, DeskAnswer::Person(who))).await
}

/// A pair's card, in place of the letter whose button was pressed.
pub(super) async fn show(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    pair: ConversationId,
) -> Result<Option<Letter>> {
    answer(tx, house, press, DeskAnswer::Pair(pair)).await
}

/// A live pair this member of the team looks after; a lead looks after all of her programme.
pub(super) async fn hers(tx: &mut Tx, me: &Person, id: ConversationId) -> Result<Option<Conversation>> {
    Ok(tx.conversation(id).await?.filter(|pair| is_hers(me, pair)))
}

/// The same of a pair that was read.
pub(super) fn is_hers(me: &Person, pair: &Conversation) -> bool {
    let own = me.role == Role::Lead || pair.coordinator == Some(me.id);
    own && pair.programme == me.programme && pair.sort == Sort::Pair && pair.phase.is_live()
}

/// So many live pairs are put in the order in which they need somebody; where there are more, they stand by their number.
const ORDERED: usize = 5_000;

async fn pairs(tx: &mut Tx, me: &Person, turn: Turn, now: DateTime<Utc>) -> Result<DeskLetter> {
    let lead = me.role == Role::Lead;
    let scope = if lead { Scope::Programme(me.programme) } else { Scope::Coordinator(me.id) };
    let ids = tx.pair_ids(scope, Turn::First, ORDERED + 1).await?;
    if ids.is_empty() {
        return Ok(DeskLetter::NoPairs);
    }
    if ids.len() <= ORDERED {
        let pairs = tx.conversations(&ids).await?.into_iter().map(|pair| known::as_known(me, pair));
        let lines = pairs.map(|pair| (PairLine::of(&pair, now), pair));
        let mut lines: Vec<_> = lines.map(|(line, pair)| (need(&pair, line.sign, now), line)).collect();
        lines.sort_by_key(|(need, line)| (*need, line.id));
        let lines = lines.into_iter().map(|(_, line)| line).collect();
        return Ok(DeskLetter::Needs(Sheet::holding(lines, turn, |line| line.id.0)));
    }
    for turn in [turn, Turn::First] {
        let sheet = Sheet::cut(tx.pairs(scope, turn, LINES + 1).await?, turn, |pair| pair.id.0);
        if !sheet.lines.is_empty() {
            return Ok(DeskLetter::Pairs(sheet.map(|pair| PairLine::of(&known::as_known(me, pair), now))));
        }
    }
    Ok(DeskLetter::NoPairs)
}

/// What was answered about one pair.
async fn about(
    tx: &mut Tx,
    press: &Press,
    pair: &mut Conversation,
    answer: &DeskAnswer,
) -> Result<DeskLetter> {
    let (me, now) = (press.person.id, press.now);
    let line = PairLine::of(&known::as_known(&press.person, pair.clone()), now);
    let changes =
        matches!(answer, DeskAnswer::SureClose(..) | DeskAnswer::Heard(..) | DeskAnswer::PauseFor(..));
    // Whoever is in it leaves it or takes a break as a member, not from her desk.
    let inside = pair.has_chat(press.person.chat);
    if inside || (changes && cases::is_set_aside(tx, &press.person, Some(pair)).await?) {
        return card(tx, &press.person, pair, now).await;
    }
    Ok(match answer {
        DeskAnswer::Pause(_) if pair.phase == Phase::Active => DeskLetter::HowLong(line),
        DeskAnswer::PauseFor(_, weeks) => {
            let until = stays_until(*weeks, press.person.zone, now);
            lifecycle::pause(tx, pair, (until, Some(me)), now).await?;
            card(tx, &press.person, pair, now).await?
        }
        DeskAnswer::Close(_) => DeskLetter::Why { pair: line, more: false },
        DeskAnswer::MoreReasons(_) => DeskLetter::Why { pair: line, more: true },
        DeskAnswer::NoContact(_) => DeskLetter::WhichSide(line),
        DeskAnswer::Reason(_, reason) => DeskLetter::SureClose { pair: line, reason: *reason },
        DeskAnswer::SureClose(_, reason) => close(tx, me, pair, (*reason, None), now).await?,
        DeskAnswer::Heard(_, heard) => {
            close(tx, me, pair, (ClosingReason::Conduct, Some(*heard)), now).await?
        }
        DeskAnswer::Pause(_)
        | DeskAnswer::Release(_)
        | DeskAnswer::SureRelease(_)
        | DeskAnswer::Pair(_)
        | DeskAnswer::Pairs(_)
        | DeskAnswer::Find
        | DeskAnswer::Roles
        | DeskAnswer::People(..)
        | DeskAnswer::Person(_)
        | DeskAnswer::Match(_)
        | DeskAnswer::Number(_)
        | DeskAnswer::Places(..)
        | DeskAnswer::Guardian(_)
        | DeskAnswer::Readiness(_)
        | DeskAnswer::Young(_)
        | DeskAnswer::Move(_)
        | DeskAnswer::Supervision(_)
        | DeskAnswer::Members(_)
        | DeskAnswer::TakeOut(_) => card(tx, &press.person, pair, now).await?,
    })
}

async fn close(
    tx: &mut Tx,
    me: PersonId,
    pair: &mut Conversation,
    (reason, heard): (ClosingReason, Option<Heard>),
    now: DateTime<Utc>,
) -> Result<DeskLetter> {
    let line = PairLine::of(pair, now);
    let Some(ending) = Ending::of(reason, heard) else { return Ok(DeskLetter::Heard(line)) };
    let before = tx.open_cases_about(pair.id).await?;
    lifecycle::end(tx, pair, (ending, me), now).await?;
    let open = tx.open_cases_about(pair.id).await?;
    Ok(DeskLetter::Closed { pair: line, reason, closed: before - open, open })
}

async fn card(tx: &mut Tx, me: &Person, pair: &Conversation, now: DateTime<Utc>) -> Result<DeskLetter> {
    let inside = pair.has_chat(me.chat);
    let cases = if inside { 0 } else { tx.open_cases_about(pair.id).await? };
    // Whatever the state of her pair is: that nobody else could end it tells nothing of it.
    let nobody_else = inside && tx.staff(me.programme).await?.iter().all(|staff| pair.has_chat(staff.chat));
    let pair = known::as_known(me, pair.clone());
    Ok(DeskLetter::Pair(Box::new(PairCard {
        line: PairLine::of(&pair, now),
        since: pair.introduced_at,
        contact: last_contact(&pair),
        until: pair.paused_until.or(pair.break_until()),
        cases,
        supervised: pair.supervised,
        lead: me.role == Role::Lead,
        inside,
        nobody_else,
    })))
}

async fn people(tx: &mut Tx, me: &Person, role: Role, turn: Turn, now: DateTime<Utc>) -> Result<DeskLetter> {
    for turn in [turn, Turn::First] {
        let rows = tx.people(me.programme, role, turn, LINES + 1).await?;
        let rows = known::people(tx, me, rows).await?;
        let sheet = Sheet::cut(rows, turn, |person| person.id.0);
        if sheet.lines.is_empty() {
            continue;
        }
        let ids: Vec<_> = sheet.lines.iter().map(|person| person.id).collect();
        let engaged = tx.engaged(&ids).await?;
        let states: HashMap<PersonId, MemberState> =
            engaged.into_iter().map(|(person, _, state)| (person, state)).collect();
        let sheet = sheet.map(|person| PersonLine::of(&person, states.get(&person.id).copied(), now));
        return Ok(DeskLetter::People { role, sheet });
    }
    Ok(DeskLetter::Nobody(role))
}

/// A mentor has room for so many pairs at once.
async fn set_places(
    tx: &mut Tx,
    me: &Person,
    (id, places): (PersonId, i64),
    now: DateTime<Utc>,
) -> Result<Option<DeskLetter>> {
    let found = tx.person(id).await?.filter(|it| it.programme == me.programme && it.role == Role::Mentor);
    let Some(mut mentor) = found else { return Ok(None) };
    mentor.profile.capacity = Some(places.clamp(1, MOST_PLACES));
    tx.save(&mentor).await?;
    tx.audit(Some(me.id.0), "places set", Some(id.0), now).await?;
    person(tx, me, id, now).await
}

/// A link for a new account of somebody who cannot be reached where she was, in the reader's own chat.
async fn move_her(
    tx: &mut Tx,
    me: &Person,
    (id, bot_name): (PersonId, &str),
    now: DateTime<Utc>,
) -> Result<Option<DeskLetter>> {
    let hers =
        |it: &Person| it.programme == me.programme && !it.role.is_staff() && it.standing != Standing::Left;
    let may = tx.person(id).await?.as_ref().is_some_and(hers) && !cases::is_set_aside(tx, me, None).await?;
    if may && moving::link(tx, me, id, bot_name, now).await? {
        tx.audit(Some(me.id.0), "link to a new account", Some(id.0), now).await?;
    }
    person(tx, me, id, now).await
}

/// Somebody's card.
pub(super) async fn person(
    tx: &mut Tx,
    me: &Person,
    id: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<DeskLetter>> {
    let found = tx.person(id).await?.filter(|it| it.programme == me.programme);
    let Some(person) = known::people(tx, me, found.into_iter().collect()).await?.pop() else {
        return Ok(None);
    };
    let state = tx.engaged(&[id]).await?.first().map(|(_, _, state)| *state);
    let pairs = tx.pairs_of(&[id]).await?;
    let others = pairs.iter().flat_map(Conversation::active).filter(|member| member.person != id);
    let partners = others.map(|member| member.alias.clone()).collect();
    let after = match person.coordinator {
        Some(coordinator) if !person.role.is_staff() => tx.person(coordinator).await?,
        Some(_) | None => None,
    };
    let caseload = if person.role.is_staff() { Some(tx.caseload(id).await?) } else { None };
    let line = PersonLine::of(&person, state, now);
    let card = PersonCard::of(&person, line, partners);
    let card =
        PersonCard { coordinator: after.map(|it| it.alias), caseload, young: Young::of(&person, me), ..card };
    let takes_out = me.role == Role::Lead && departure::may_go(&person);
    let card = PersonCard { takes_out, ..card };
    Ok(Some(DeskLetter::Person(Box::new(card))))
}
