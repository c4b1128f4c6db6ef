//! Whether the team may speak with whoever is responsible for somebody of 16 or 17: she is asked first, and without her
//! yes nobody is contacted.

use super::tell;
use crate::domain::case::{CaseKind, NewCase};
use crate::domain::guardian::{DAYS_TO_SPEAK, GuardianLetter, Speak};
use crate::domain::id::CaseId;
use crate::domain::listed::Who;
use crate::domain::person::{Person, Role};
use crate::domain::wall;
use crate::handlers::answerable::coordinator_of;
use crate::handlers::{cases, stop};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// She was asked. If she does not answer, the lead hears of it.
pub(in crate::handlers) async fn asked(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.profile.speak_asked {
        return Ok(());
    }
    let mut person = person.clone();
    person.profile.speak_asked = true;
    tx.save(&person).await?;
    let due = wall::days_later(person.zone, now, DAYS_TO_SPEAK, wall::DIGEST_HOUR);
    tx.wake(Alarm::Paper, person.id.0, due).await
}

/// She answered. She may change it as long as she waits.
pub(super) async fn said(tx: &mut Tx, me: &Person, speak: Speak, now: DateTime<Utc>) -> Result<()> {
    let mut person = me.clone();
    person.profile.speak = Some(speak);
    tx.save(&person).await?;
    tx.audit(Some(me.id.0), &format!("talk with a guardian: {}", speak.as_str()), None, now).await?;
    tx.let_sleep(Alarm::Paper, me.id.0).await?;
    match speak {
        Speak::Yes => {
            cases::decided(tx, (me.id, CaseKind::Guardian), None, now).await?;
            told(tx, &person, false, now).await
        }
        Speak::No | Speak::Talk => without_yes(tx, &person, now).await,
    }
}

/// Without her yes nobody is contacted, and the lead has a case.
pub(super) async fn without_yes(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let case = open_case(tx, person, now).await?;
    let fact = |speak: &Speak| format!("speak_{}", speak.as_str());
    if let Some(speak) = &person.profile.speak {
        let known: Vec<String> = Speak::ALL.iter().map(fact).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        stop::note(tx, case, &known, &fact(speak)).await?;
        cases::learned(tx, case, false, now).await?;
    }
    told(tx, person, true, now).await
}

/// The lead's case about her.
pub(super) async fn open_case(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<CaseId> {
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Guardian,
        conversation: None,
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await
}

/// Whoever looks after her reads her answer, and the lead reads a no.
async fn told(tx: &mut Tx, person: &Person, leads: bool, now: DateTime<Utc>) -> Result<()> {
    let coordinator = coordinator_of(tx, person).await?;
    let mut team = tx.persons(coordinator.as_slice()).await?;
    let others = if leads { tx.leads(person.programme).await? } else { Vec::new() };
    team.extend(others.into_iter().filter(|it| Some(it.id) != coordinator && it.chat != person.chat));
    let said = |it: &Person| GuardianLetter::Said {
        who: Who::from(person),
        speak: person.profile.speak,
        lead: it.role == Role::Lead,
    };
    tell(tx, &team, said, now).await
}
