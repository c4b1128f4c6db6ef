//! Cases: opened by any feature, told until someone takes them, closed by a human or, when a silence ends, by themselves.

mod act;
mod card;
mod claims;
mod climb;
mod close;
mod digest;
mod ends;
mod group;
mod leaving;
mod list;
mod nudge;
mod reader;
mod refusing;
mod room;
mod secret;
mod stopped;
mod stops;
mod unfounded;

pub use climb::climb;
pub use digest::{arm_digest, digest};
pub(super) use ends::stop_decided;
pub use ends::{decided, pair_closed, reachable_again, resolve_by_contact};
pub use group::{card_gone, group_lost, in_group, link_as, moved, no_topic, topic_gone};
pub use leaving::{is_replaced, lets_go, looks_for, passes_on};
pub use list::command;
pub use nudge::nudge;
pub(super) use reader::tell_heads;
pub use reader::{anew, next_reader, not_taken, out_of_reach, reporter, wanted};
pub use refusing::{hitch, is_stubborn, look_around, looked, probe, refuses, watch_groups, works};
pub(super) use secret::{about_team, apart, hears, is_secret, is_set_aside, parts, without_set_aside};
pub(super) use stopped::{opened, to_open};
pub(super) use stops::ask_about;

use super::House;
use super::press::Press;
use crate::domain::case::{Again, CaseAnswer, CaseFile, NewCase, Note};
use crate::domain::clocks::{Rung, Severity};
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::domain::quiet::QuietHours;
use crate::store::{Alarm, Error, Result, Tx};
use card::Cards;
use chrono::{DateTime, Utc};
use room::Room;
use std::collections::BTreeSet;

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: CaseAnswer) -> Result<Option<Letter>> {
    match answer {
        CaseAnswer::Card(case, tap) => act::tapped(tx, press, (case, tap), &house.bot_name).await,
        CaseAnswer::List => list::ask(tx, press).await,
        CaseAnswer::Page(page) => list::turn(tx, press, page).await,
        CaseAnswer::Choose(case) => list::choose(tx, press, case).await,
        CaseAnswer::Stopped(pair) => stops::choose(tx, press, pair).await,
    }
}

/// Opens a case, or finds the one that is open for the same reason; its severity only rises. What names somebody of the
/// team is a case of its own.
pub async fn open(tx: &mut Tx, new: &NewCase, now: DateTime<Utc>) -> Result<CaseId> {
    open_as(tx, new, Severity::Routine, now).await
}

/// The same, urgent whatever its kind.
pub async fn open_urgent(tx: &mut Tx, new: &NewCase, now: DateTime<Utc>) -> Result<CaseId> {
    open_as(tx, new, Severity::Urgent, now).await
}

async fn open_as(tx: &mut Tx, new: &NewCase, least: Severity, now: DateTime<Utc>) -> Result<CaseId> {
    let meant = secret::meant(tx, new).await?;
    let known = tx.cases_about(new.conversation, new.person).await?;
    for mut case in tx.cases(&known).await? {
        if case.programme == new.programme && case.meant == meant && case.covers(new) {
            let id = case.id;
            found_again(tx, &mut case, new, now).await?;
            rise(tx, id, least, now).await?;
            return Ok(id);
        }
    }
    if !meant.is_empty() {
        let id = secret::file(tx, new, &meant, now).await?;
        rise(tx, id, least, now).await?;
        return Ok(id);
    }
    let ids = file(tx, std::slice::from_ref(new), least, now).await?;
    ids.first().copied().ok_or_else(|| Error::missing("open a case"))
}

/// A case matters more than its kind says: its clock begins anew.
pub async fn rise(tx: &mut Tx, case: CaseId, to: Severity, now: DateTime<Utc>) -> Result<()> {
    for mut case in tx.cases(&[case]).await? {
        if case.rise(to, now) {
            tx.save_cases(std::slice::from_ref(&case)).await?;
            climb(tx, &[case.id.0], now).await?;
        }
    }
    Ok(())
}

/// Opens cases about pairs' silences, or raises those that are open; their ids in this order. A hundred new ones cost as
/// many statements as one.
pub async fn open_silences(tx: &mut Tx, new: &[NewCase], now: DateTime<Utc>) -> Result<Vec<CaseId>> {
    let pairs: Vec<ConversationId> = new.iter().filter_map(|case| case.conversation).collect();
    let mut known = tx.pairs_with_silence_case(&pairs).await?;
    // Of two new ones about a pair, the second raises the first.
    let is_first: Vec<bool> =
        new.iter().map(|case| case.conversation.is_some_and(|pair| known.insert(pair))).collect();
    let first: Vec<NewCase> =
        new.iter().zip(&is_first).filter(|(_, first)| **first).map(|(case, _)| case.clone()).collect();
    let mut filed = file(tx, &first, Severity::Routine, now).await?.into_iter();
    let mut ids = Vec::with_capacity(new.len());
    for (case, is_first) in new.iter().zip(is_first) {
        let filed = if is_first { filed.next() } else { None };
        ids.push(match filed {
            Some(id) => id,
            None => open(tx, case, now).await?,
        });
    }
    Ok(ids)
}

/// Puts new cases on file and tells whoever must hear of them first.
async fn file(tx: &mut Tx, new: &[NewCase], least: Severity, now: DateTime<Utc>) -> Result<Vec<CaseId>> {
    let filed = tx.file_cases(new, now).await?;
    if least > Severity::Routine {
        let mut files = tx.cases(&filed).await?;
        files.retain_mut(|case| case.rise(least, now));
        tx.save_cases(&files).await?;
    }
    for programme in new.iter().map(|case| case.programme).collect::<BTreeSet<_>>() {
        watch_groups(tx, programme, now).await?;
    }
    climb(tx, &filed.iter().map(|id| id.0).collect::<Vec<_>>(), now).await?;
    for programme in new.iter().map(|case| case.programme).collect::<BTreeSet<_>>() {
        for person in tx.staff(programme).await? {
            arm_digest(tx, &person, now).await?;
        }
    }
    Ok(filed)
}

/// Everyone who is told of a case first.
pub async fn responsible(tx: &mut Tx, case: CaseId) -> Result<Vec<Person>> {
    let room = Room::of(tx, &[case]).await?;
    let told = room.cases.first().and_then(|case| Some(room.programme(case)?.1.responsible(case)));
    Ok(told.into_iter().flatten().cloned().collect())
}

/// Whether anybody who may know of one of these cases can be reached, in her own chat or in the team's group.
pub async fn is_heard(tx: &mut Tx, cases: &[CaseId]) -> Result<bool> {
    let room = Room::of(tx, cases).await?;
    let reached =
        |case: &CaseFile| room.programme(case).is_some_and(|(_, team)| team.next(case, &[]).is_some());
    let heard = |case: &CaseFile| room.group(case).is_some() || reached(case);
    Ok(room.cases.iter().any(heard))
}

/// Who decides for the programme of a case: its leads, or whoever may know of it in their place.
pub async fn leads(tx: &mut Tx, case: CaseId) -> Result<Vec<Person>> {
    let room = Room::of(tx, &[case]).await?;
    let told = room.cases.first().and_then(|case| Some(room.programme(case)?.1.told(case, Rung::Lead)));
    Ok(told.into_iter().flatten().cloned().collect())
}

/// A case rings from the start, as if nobody had heard of it.
pub async fn ring_anew(tx: &mut Tx, case: CaseId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut file) = tx.cases(&[case]).await?.pop().filter(|case| case.resolved_at.is_none()) else {
        return Ok(());
    };
    file.ring_anew(now);
    tx.save_cases(std::slice::from_ref(&file)).await?;
    climb(tx, &[case.0], now).await
}

/// Who reads what somebody writes whose cases these are: whoever has taken one, and of those that nobody has taken
/// everybody whose own chat has its card.
pub async fn readers(tx: &mut Tx, cases: &[CaseId]) -> Result<Vec<Person>> {
    let room = Room::of(tx, cases).await?;
    let mut readers: Vec<Person> = Vec::new();
    for case in &room.cases {
        for reader in room.readers(case) {
            if !readers.iter().any(|known| known.id == reader.id) {
                readers.push(reader.clone());
            }
        }
    }
    Ok(readers)
}

/// More is known about a case: its cards show it. What nobody may overlook comes as a new card to whoever is on it.
pub async fn learned(tx: &mut Tx, case: CaseId, aloud: bool, now: DateTime<Utc>) -> Result<()> {
    let room = Room::of(tx, &[case]).await?;
    let Some(case) = room.cases.first().filter(|case| case.resolved_at.is_none()) else { return Ok(()) };
    let mut cards = Cards::at(now);
    if let Some((_, team)) = room.programme(case).filter(|_| aloud) {
        for person in team.responsible(case) {
            cards.post(&room, case, person.chat, Note::Said);
        }
    }
    cards.rewrite(&room, case);
    cards.write(tx).await
}

/// Whoever is on it hears what is new; if nobody is, the clock tells.
async fn found_again(tx: &mut Tx, case: &mut CaseFile, new: &NewCase, now: DateTime<Utc>) -> Result<()> {
    let news = case.again(new, now);
    let starts = case.told_until.is_none();
    if news == Again::News && !starts {
        case.told_until = Some(now);
    }
    tx.save_cases(std::slice::from_ref(case)).await?;
    if news == Again::Known {
        return Ok(());
    }
    if starts {
        return climb(tx, &[case.id.0], now).await;
    }
    let room = Room::of(tx, &[case.id]).await?;
    let Some((_, team)) = room.programme(case) else { return Ok(()) };
    let zones = team.zones(case, Rung::Coordinator);
    let open = match case.severity {
        Severity::Urgent => now,
        Severity::Attention | Severity::Routine => QuietHours::default().next_open_in(&zones, now),
    };
    let mut cards = Cards::at(now);
    if open > now {
        tx.wake(Alarm::Again, case.id.0, open).await?;
    } else {
        tell_again(&mut cards, &room, case);
    }
    cards.rewrite(&room, case);
    cards.write(tx).await
}

fn tell_again(cards: &mut Cards, room: &Room, case: &CaseFile) {
    let team = room.programme(case).map(|(_, team)| team);
    for person in team.into_iter().flat_map(|team| team.responsible(case)) {
        cards.post(room, case, person.chat, Note::Again);
    }
}

/// It is morning: whoever is on these cases hears what grew worse at night, if nobody has worked on it since.
pub async fn again(tx: &mut Tx, cases: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CaseId> = cases.iter().map(|id| CaseId(*id)).collect();
    let room = Room::of(tx, &ids).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        tell_again(&mut cards, &room, case);
    }
    cards.write(tx).await
}

/// Whoever is alone with these cases is asked again whether anybody was reached.
pub async fn alone(tx: &mut Tx, cases: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CaseId> = cases.iter().map(|id| CaseId(*id)).collect();
    let room = Room::of(tx, &ids).await?;
    let mut cards = Cards::at(now);
    for case in room.cases.iter().filter(|case| case.resolved_at.is_none()) {
        let team = room.programme(case).map(|(_, team)| team);
        for person in team.into_iter().flat_map(|team| team.responsible(case)) {
            cards.post(&room, case, person.chat, Note::Unreached);
        }
    }
    cards.write(tx).await
}
