//! Who is in a pair: its coordinator asks somebody in, or takes somebody out.

use super::{agreeing, joining, rewrite, stale};
use crate::domain::circle::{
    CircleAnswer, CircleLetter, Obstacle, Seat, Waits, is_newcomer, obstacle, seated, side_of,
};
use crate::domain::conversation::{Conversation, MemberState, Side, Supervised};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::Letter;
use crate::domain::listed::{PairLine, Who};
use crate::domain::paging::{LINES, Sheet, Turn};
use crate::domain::pairing::{Waiting, may_pair};
use crate::domain::person::{Person, Role};
use crate::domain::readiness::Via;
use crate::handlers::press::Press;
use crate::handlers::{asking, cases, desk, known, named, pairing, readiness, supervised};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The members of a pair, in place of the letter whose button was pressed.
pub(in crate::handlers) async fn about(
    tx: &mut Tx,
    press: &Press,
    pair: ConversationId,
) -> Result<Option<Letter>> {
    answer(tx, press, (pair, &CircleAnswer::Members(pair))).await
}

/// What the coordinator answered about a pair's members.
pub(super) async fn answer(
    tx: &mut Tx,
    press: &Press,
    (pair, answer): (ConversationId, &CircleAnswer),
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    if !pairing::works(me) {
        return Ok(Some(stale()));
    }
    let Some(mut pair) = desk::hers(tx, me, pair).await? else { return Ok(Some(stale())) };
    let changes = matches!(answer, CircleAnswer::Ask(..) | CircleAnswer::SureRemove(..));
    // Somebody else of the team says who comes into a pair that she is in herself, or goes out.
    if pair.has_chat(me.chat) || (changes && cases::is_set_aside(tx, me, Some(&pair)).await?) {
        let letter = members(tx, me, &pair, now).await?;
        return rewrite(tx, press, letter).await;
    }
    let letter: Letter = match answer {
        CircleAnswer::Whom(_, side, turn) => whom(tx, me, &pair, (*side, *turn), now).await?.into(),
        CircleAnswer::Choose(_, who) | CircleAnswer::Ready(_, who) => {
            chosen(tx, me, (&pair, *who), now).await?
        }
        CircleAnswer::Ask(_, who) => ask(tx, me, (&pair, *who), now).await?,
        CircleAnswer::Remove(_, who) => sure(tx, me, (&pair, *who), now).await?.into(),
        CircleAnswer::SureRemove(_, who) => remove(tx, me, (&mut pair, *who), now).await?.into(),
        CircleAnswer::Members(_)
        | CircleAnswer::Card(_)
        | CircleAnswer::Agree(..)
        | CircleAnswer::Accept(..)
        | CircleAnswer::Decline(_)
        | CircleAnswer::Team
        | CircleAnswer::Mute(_)
        | CircleAnswer::Unmute(_)
        | CircleAnswer::Daily(..) => members(tx, me, &pair, now).await?.into(),
    };
    rewrite(tx, press, letter).await
}

async fn members(tx: &mut Tx, me: &Person, pair: &Conversation, now: DateTime<Utc>) -> Result<CircleLetter> {
    let mut seats = Vec::new();
    for member in seated(pair) {
        let asked = is_newcomer(member);
        let open = if asked { agreeing::open(tx, pair, member.person, now).await? } else { 0 };
        seats.push(Seat {
            person: member.person,
            alias: member.alias.clone(),
            side: member.side,
            asked,
            waits: if open > 0 { Waits::Members } else { Waits::Newcomer },
        });
    }
    let inside = pair.has_chat(me.chat);
    Ok(CircleLetter::Members { pair: PairLine::of(pair, now), seats, inside })
}

async fn whom(
    tx: &mut Tx,
    me: &Person,
    pair: &Conversation,
    (side, turn): (Side, Turn),
    now: DateTime<Utc>,
) -> Result<CircleLetter> {
    let role = if side == Side::Mentor { Role::Mentor } else { Role::Mentee };
    let mut turns = vec![Turn::First, turn];
    while let Some(turn) = turns.pop() {
        let rows = tx.waiting(pair.programme, role, turn, LINES + 1).await?;
        let rows = known::people(tx, me, rows).await?;
        let mut sheet = Sheet::cut(rows, turn, |person| person.id.0);
        sheet.lines.retain(|person| seated(pair).all(|member| member.person != person.id));
        if !sheet.lines.is_empty() {
            let sheet = sheet.map(|person| Waiting::of(&person, now));
            return Ok(CircleLetter::Whom { pair: PairLine::of(pair, now), side, sheet });
        }
        // Everybody on this page may be in already.
        turns.extend(sheet.next);
    }
    Ok(CircleLetter::Nobody(PairLine::of(pair, now)))
}

/// What keeps somebody of the programme from coming into a pair, if anything does.
pub(super) async fn hindered(tx: &mut Tx, pair: &Conversation, person: &Person) -> Result<Option<Obstacle>> {
    let engaged = tx.engaged(&[person.id]).await?;
    let elsewhere = engaged.iter().filter(|(_, id, _)| *id != pair.id).count();
    if let Some(why) = obstacle(pair, person, elsewhere) {
        return Ok(Some(why));
    }
    let people: Vec<PersonId> = pair.active().map(|member| member.person).chain([person.id]).collect();
    if named::any(tx, &people).await? {
        return Ok(Some(Obstacle::NotNow));
    }
    let chats: Vec<_> = pair.active().map(|member| member.chat).chain([person.chat]).collect();
    let read =
        pair.supervised == Supervised::No || supervised::has_reader(tx, pair.programme, &chats).await?;
    Ok((!read).then_some(Obstacle::NoReader))
}

async fn participant(tx: &mut Tx, me: &Person, who: PersonId) -> Result<Option<Person>> {
    let may = |person: &Person| person.programme == me.programme && !person.role.is_staff();
    Ok(tx.person(who).await?.filter(may))
}

/// The same for a pair of hers by its number; `None` if it is not hers, or not live.
pub(in crate::handlers) async fn looked(
    tx: &mut Tx,
    me: &Person,
    (pair, who): (ConversationId, PersonId),
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    match desk::hers(tx, me, pair).await? {
        Some(pair) => chosen(tx, me, (&pair, who), now).await.map(Some),
        None => Ok(None),
    }
}

/// The last look before she is asked, or what is missing for it.
async fn chosen(
    tx: &mut Tx,
    me: &Person,
    (pair, who): (&Conversation, PersonId),
    now: DateTime<Utc>,
) -> Result<Letter> {
    let Some(person) = participant(tx, me, who).await? else {
        return members(tx, me, pair, now).await.map(Letter::from);
    };
    let (line, who) = (PairLine::of(pair, now), Who::from(&person));
    if let Some(why) = hindered(tx, pair, &person).await? {
        return Ok(CircleLetter::Cannot { pair: line, who, why }.into());
    }
    if person.is_minor() && supervised::asks_first(tx, pair.programme, now).await? {
        return Ok(CircleLetter::Cannot { pair: line, who, why: Obstacle::GroupFirst }.into());
    }
    if person.role == Role::Mentor && !may_pair(me.role, &person.profile, now) {
        return Ok(readiness::card(me, &person, Via::Circle(pair.id)).into());
    }
    Ok(CircleLetter::SureAsk { pair: line, who }.into())
}

async fn ask(
    tx: &mut Tx,
    me: &Person,
    (pair, who): (&Conversation, PersonId),
    now: DateTime<Utc>,
) -> Result<Letter> {
    let letter = chosen(tx, me, (pair, who), now).await?;
    let Letter::Circle(CircleLetter::SureAsk { pair: line, who }) = letter else { return Ok(letter) };
    let Some(person) = participant(tx, me, who.id).await? else {
        return members(tx, me, pair, now).await.map(Letter::from);
    };
    let asked = seated(pair).any(|member| member.person == person.id);
    if !asked {
        tx.seat(pair.id, (person.id, side_of(&person)), now).await?;
        tx.agreed_no_more(pair.id, person.id).await?;
        let present: Vec<PersonId> = pair.active().map(|member| member.person).collect();
        tx.ask_members((pair.id, person.id), &present, now).await?;
        tx.audit(Some(me.id.0), &format!("asked into the pair: {}", person.id), Some(pair.id.0), now).await?;
        asking::look(tx, &[pair.id.0], now).await?;
    }
    Ok(CircleLetter::Asking { pair: line, who }.into())
}

/// Somebody in the pair, as staff know her.
async fn seat(tx: &mut Tx, pair: &Conversation, who: PersonId) -> Result<Option<(Person, MemberState)>> {
    let Some(state) = seated(pair).find(|member| member.person == who).map(|member| member.state) else {
        return Ok(None);
    };
    Ok(tx.person(who).await?.map(|person| (person, state)))
}

async fn sure(
    tx: &mut Tx,
    me: &Person,
    (pair, who): (&Conversation, PersonId),
    now: DateTime<Utc>,
) -> Result<CircleLetter> {
    let Some((person, state)) = seat(tx, pair, who).await? else { return members(tx, me, pair, now).await };
    let (line, who) = (PairLine::of(pair, now), Who::from(&person));
    if state.is_active() && !pair.goes_on_without(person.id) {
        return Ok(CircleLetter::LastOne { pair: line, who });
    }
    Ok(CircleLetter::SureRemove { pair: line, who })
}

/// The coordinator takes somebody out, or does not wait for her answer any more.
async fn remove(
    tx: &mut Tx,
    me: &Person,
    (pair, who): (&mut Conversation, PersonId),
    now: DateTime<Utc>,
) -> Result<CircleLetter> {
    let Some((person, state)) = seat(tx, pair, who).await? else { return members(tx, me, pair, now).await };
    if state.is_active() && !pair.goes_on_without(who) {
        return sure(tx, me, (pair, who), now).await;
    }
    tx.audit(Some(me.id.0), &format!("taken out of the pair: {who}"), Some(pair.id.0), now).await?;
    if state.is_active() {
        joining::taken_out(tx, pair, &person, now).await?;
    } else {
        joining::call_off(tx, pair, Some(who), now).await?;
    }
    match tx.conversation(pair.id).await? {
        Some(pair) => members(tx, me, &pair, now).await,
        None => members(tx, me, pair, now).await,
    }
}
