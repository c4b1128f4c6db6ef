//! `/find`, and the button below long lists: somebody of the programme by her name or file number, and her pairs.

use super::press::Press;
use super::{House, desk, join, known, pairing};
use crate::domain::dialogue::Dialogue;
use crate::domain::find::{FindAnswer, FindLetter, Hit, MOST, fit, wanted};
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Letter, Post};
use crate::domain::listed::{PairLine, PersonLine};
use crate::domain::pairing::PairingLetter;
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// What she is about to type is looked for.
const KEY: &str = "find:";

/// `/find`, with what is looked for, or without.
pub(super) async fn command(tx: &mut Tx, me: &Person, typed: &str, now: DateTime<Utc>) -> Result<()> {
    let letter = if typed.is_empty() { ask(tx, me, now).await? } else { search(tx, me, typed, now).await? };
    tx.post(Post::answer(me, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: FindAnswer) -> Result<Option<Letter>> {
    if !pairing::works(&press.person) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    match answer {
        FindAnswer::Ask => command(tx, &press.person, "", press.now).await.map(|()| None),
        FindAnswer::Person(id) => desk::shows(tx, house, press, id).await,
        FindAnswer::Pair(id) => desk::show(tx, house, press, id).await,
        FindAnswer::Cancel => {
            if let Some(Dialogue::Reason { what, .. }) = &press.person.dialogue
                && what == KEY
            {
                tx.await_from(press.person.id, None).await?;
            }
            join::rewrite(tx, press, PairingLetter::Cancelled).await.map(|()| None)
        }
    }
}

async fn ask(tx: &mut Tx, me: &Person, now: DateTime<Utc>) -> Result<FindLetter> {
    tx.await_from(me.id, Some(&Dialogue::typed(KEY, now))).await?;
    Ok(FindLetter::Ask)
}

/// What was typed.
pub(super) async fn typed(tx: &mut Tx, me: &Person, written: &Written, now: DateTime<Utc>) -> Result<()> {
    tx.await_from(me.id, None).await?;
    if !pairing::works(me) {
        return tx.post(Post::answer(me, PairingLetter::Cancelled), now).await.map(drop);
    }
    let letter = search(tx, me, written.text.as_deref().unwrap_or_default(), now).await?;
    tx.post(Post::answer(me, letter), now).await.map(drop)
}

async fn search(tx: &mut Tx, me: &Person, typed: &str, now: DateTime<Utc>) -> Result<FindLetter> {
    let Some(wanted) = wanted(typed) else { return ask(tx, me, now).await };
    let named = tx.names_in(me.programme).await?.into_iter();
    let fitting = named.filter_map(|(id, alias, file)| Some((fit(&wanted, &alias, file.as_deref())?, id)));
    let mut fitting: Vec<(u8, PersonId)> = fitting.collect();
    fitting.sort_unstable();
    let ids: Vec<PersonId> = fitting.into_iter().map(|(_, id)| id).take(MOST + 1).collect();
    let mut hits = hits(tx, me, &ids, now).await?;
    let more = hits.len() > MOST;
    hits.truncate(MOST);
    Ok(if hits.is_empty() { FindLetter::Nobody } else { FindLetter::Found { hits, more } })
}

/// Each of these people, and below her the pairs of hers that the reader looks after.
async fn hits(tx: &mut Tx, me: &Person, ids: &[PersonId], now: DateTime<Utc>) -> Result<Vec<Hit>> {
    let engaged = tx.engaged(ids).await?;
    let pairs = tx.pairs_of(ids).await?;
    let mut shown: Vec<ConversationId> = Vec::new();
    let mut hits = Vec::new();
    let people = tx.persons(ids).await?;
    for person in known::people(tx, me, people).await? {
        let state = engaged.iter().rev().find(|(id, ..)| *id == person.id).map(|(.., state)| *state);
        hits.push(Hit::Person(PersonLine::of(&person, state, now)));
        for pair in pairs.iter().filter(|pair| pair.has(person.id)) {
            if desk::is_hers(me, pair) && !shown.contains(&pair.id) {
                shown.push(pair.id);
                hits.push(Hit::Pair(PairLine::of(&known::as_known(me, pair.clone()), now)));
            }
        }
    }
    Ok(hits)
}
