//! What was said at set-up holds on: twice a year the lead is asked whether contacts and numbers still do, about a contact who
//! is gone at once, and the alarm can be tried whenever she wants.

use super::press::Press;
use super::{cases, morning, setup};
use crate::domain::case::{CaseFile, CaseKind, NewCase, Outcome};
use crate::domain::id::{PersonId, ProgrammeId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Contact, Programme, Question};
use crate::domain::settings::{HOLDS_DAYS, SettingsLetter, held, is_whole};
use crate::domain::setup::question_at;
use crate::domain::wall;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Without a lead who could be asked it is tried again so many days later.
const WITHOUT: TimeDelta = TimeDelta::days(7);

/// From now on it is half a year until the lead is asked again.
pub(super) async fn holds_from(tx: &mut Tx, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let next = wall::days_later(programme.zone, now, HOLDS_DAYS, wall::DIGEST_HOUR);
    tx.wake(Alarm::Holds, programme.id.0, next).await
}

/// Programmes whose leads are asked whether contacts and numbers still hold.
pub(super) async fn look(tx: &mut Tx, programmes: &[i64], now: DateTime<Utc>) -> Result<()> {
    for id in programmes {
        let mut programme = tx.programme(ProgrammeId(*id)).await?;
        let leads = working(tx, &programme).await?;
        if leads.is_empty() || !programme.set_up {
            tx.wake(Alarm::Holds, *id, now + WITHOUT).await?;
            continue;
        }
        programme.asked_at = programme.asked_at.or(Some(now));
        tx.save_programme(&programme, now).await?;
        let mut posts = Vec::new();
        for lead in &leads {
            let answers = held(setup::answers(tx, lead, &programme).await?);
            posts.push(Post::ranked(lead, Rank::Prompt, SettingsLetter::Holds(answers)));
            cases::arm_digest(tx, lead, now).await?;
        }
        morning::post(tx, posts, now).await?;
    }
    Ok(())
}

async fn working(tx: &mut Tx, programme: &Programme) -> Result<Vec<Person>> {
    let mut leads = tx.leads(programme.id).await?;
    leads.retain(|lead| lead.standing == Standing::Ready);
    Ok(leads)
}

/// The lead says that all of it still holds. Where something of it does not any more, she sees how it stands.
pub(super) async fn holds(tx: &mut Tx, press: &Press, mut programme: Programme) -> Result<SettingsLetter> {
    if !is_whole(&setup::answers(tx, &press.person, &programme).await?) {
        return setup::settings(tx, &press.person, &programme).await;
    }
    programme.asked_at = None;
    tx.save_programme(&programme, press.now).await?;
    holds_from(tx, &programme, press.now).await?;
    let (by, what) = (Some(press.person.id.0), "confirmed contacts and numbers");
    tx.audit(by, what, Some(programme.id.0), press.now).await?;
    Ok(SettingsLetter::Held)
}

/// A programme's contacts, and those of them who are in Lazo. Who has left is no contact any more.
pub(super) async fn contacts(
    tx: &mut Tx,
    programme: ProgrammeId,
) -> Result<(Vec<(i64, Contact)>, Vec<Person>)> {
    let mut contacts = tx.contacts(programme).await?;
    let somebody = |contact: &Contact| match contact {
        Contact::Person(id) => Some(*id),
        Contact::Words(_) => None,
    };
    let ids: Vec<PersonId> = contacts.iter().filter_map(|(_, contact)| somebody(contact)).collect();
    let mut people = tx.persons(&ids).await?;
    people.retain(|person| person.standing == Standing::Ready);
    let here = |id: PersonId| people.iter().any(|person| person.id == id);
    contacts.retain(|(_, contact)| somebody(contact).is_none_or(here));
    Ok((contacts, people))
}

/// Somebody cannot be reached: if she is a contact of her programme's, its lead is asked for another at once.
pub(super) async fn contact_gone(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let contacts = tx.contacts(person.programme).await?;
    let hers = contacts.iter().filter(|(_, contact)| *contact == Contact::Person(person.id));
    let places: Vec<i64> = hers.map(|(position, _)| *position).collect();
    places_empty(tx, person, &places, now).await
}

/// The same of these places of hers.
pub(super) async fn places_empty(
    tx: &mut Tx,
    who: &Person,
    places: &[i64],
    now: DateTime<Utc>,
) -> Result<()> {
    let programme = tx.programme(who.programme).await?;
    let leads = working(tx, &programme).await?;
    let gone = |question: Question| SettingsLetter::Gone { question, alias: who.alias.clone() };
    let letters: Vec<SettingsLetter> = places.iter().filter_map(|it| question_at(*it)).map(gone).collect();
    let others = leads.iter().filter(|lead| lead.id != who.id);
    let posts = others
        .flat_map(|lead| letters.iter().map(move |letter| Post::ranked(lead, Rank::Prompt, letter.clone())));
    tx.post_all(&posts.collect::<Vec<_>>(), now).await.map(drop)
}

/// A case that is marked as a trial, and climbs its clock like any other that is urgent. One at a time.
pub(super) async fn ring(tx: &mut Tx, press: &Press) -> Result<SettingsLetter> {
    let programme = press.person.programme;
    let open = tx.open_cases(programme).await?;
    if !tx.cases(&open).await?.iter().any(|case| case.kind == CaseKind::Trial) {
        let case = NewCase {
            programme,
            kind: CaseKind::Trial,
            conversation: None,
            person: None,
            since: None,
            due: None,
            tried: Vec::new(),
        };
        let id = cases::open(tx, &case, press.now).await?;
        tx.audit(Some(press.person.id.0), "tried the alarm", Some(id.0), press.now).await?;
    }
    Ok(SettingsLetter::Ringing)
}

/// Somebody has taken a trial: it is over, and the lead reads who it was, after how many minutes.
pub(super) async fn taken(tx: &mut Tx, case: &mut CaseFile, by: &Person, now: DateTime<Utc>) -> Result<()> {
    if case.kind != CaseKind::Trial || case.has() != Some(by.id) || case.resolved_at.is_some() {
        return Ok(());
    }
    case.resolve(Outcome::Solved, Some(by.id), now);
    let minutes = (now - case.opened_at).num_minutes();
    for lead in tx.leads(case.programme).await? {
        let alias = (lead.id != by.id).then(|| by.alias.clone());
        tx.post(Post::ranked(&lead, Rank::Prompt, SettingsLetter::Tried { alias, minutes }), now).await?;
    }
    Ok(())
}

/// What the lead reads about a trial before anybody hears of it.
pub(super) async fn offer(tx: &mut Tx, lead: &Person, now: DateTime<Utc>) -> Result<()> {
    if lead.role != Role::Lead {
        return Ok(());
    }
    tx.post(Post::answer(lead, Letter::from(SettingsLetter::Trial)), now).await.map(drop)
}
