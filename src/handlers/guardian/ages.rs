//! Somebody tells her age. An account that once said it is younger is believed to be older only after staff have
//! confirmed it.

use super::{looks_after, next, tell};
use crate::domain::age::{Age, Belief, Confirmed};
use crate::domain::case::{CaseKind, NewCase};
use crate::domain::guardian::GuardianLetter;
use crate::domain::id::PersonId;
use crate::domain::join::{JoinLetter, News};
use crate::domain::listed::Who;
use crate::domain::person::{Person, Standing};
use crate::domain::steps::{self, Step, step};
use crate::domain::wall;
use crate::handlers::answerable::coordinator_of;
use crate::handlers::press::Press;
use crate::handlers::{House, cases, join};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// She told her age. Nobody waits without a name: whoever was asked in another order gives it first.
pub(in crate::handlers) async fn told(
    tx: &mut Tx,
    person: &mut Person,
    said: Age,
    now: DateTime<Utc>,
) -> Result<()> {
    let parts = tx.parts(person.chat).await?;
    let belief = steps::tell_age(person, said, &parts);
    person.profile.speak = None;
    person.profile.speak_asked = false;
    tx.save(person).await?;
    tx.audit(Some(person.id.0), &format!("said: {}", said.as_str()), None, now).await?;
    for mut part in parts.into_iter().filter(|part| part.id != person.id) {
        let asks = steps::doubt_age(&mut part, said);
        tx.save(&part).await?;
        if asks {
            doubted(tx, &part, now).await?;
        }
    }
    if belief == Belief::Taken {
        cases::decided(tx, (person.id, CaseKind::Age), None, now).await?;
    }
    match (belief, said) {
        // She is asked for her name, and told of with it.
        _ if step(person) == Step::Alias => Ok(()),
        (Belief::Doubted(_), _) => doubted(tx, person, now).await,
        (Belief::Taken, Age::Under16) => {
            cases::decided(tx, (person.id, CaseKind::Guardian), None, now).await?;
            join::tell(tx, person, News::Young, now).await
        }
        (Belief::Taken, Age::Minor) => join::tell(tx, person, News::Guardian, now).await,
        (Belief::Taken, Age::Adult) => Ok(()),
    }
}

/// Her team must say which of two answers is right.
pub(in crate::handlers) async fn doubted(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Age,
        conversation: None,
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    cases::open(tx, &case, now).await?;
    let coordinator = coordinator_of(tx, person).await?;
    let team = tx.persons(coordinator.as_slice()).await?;
    let Some((before, now_says)) = answers(person) else { return Ok(()) };
    let two = |_: &Person| GuardianLetter::TwoAges { who: Who::from(person), before, now: now_says };
    tell(tx, &team, two, now).await
}

/// The youngest she said, and what she says now, while nobody has said which is right.
fn answers(person: &Person) -> Option<(Age, Age)> {
    person.profile.ages.youngest.zip(person.profile.ages.open)
}

/// Staff say how old she is, in all her parts in their programme.
pub(super) async fn confirm(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (id, age): (PersonId, Age),
) -> Result<Option<GuardianLetter>> {
    let (me, now) = (&press.person, press.now);
    let Some(person) = tx.person(id).await?.filter(|it| looks_after(me, it) && it.is_doubted()) else {
        return Ok(None);
    };
    let today = wall::date(tx.programme(me.programme).await?.zone, now);
    for mut part in tx.parts(person.chat).await? {
        if part.programme != me.programme || !part.is_doubted() {
            continue;
        }
        let waited = part.standing == Standing::AwaitingGuardian;
        steps::confirm_age(&mut part, Confirmed { age, by: me.id, on: today });
        tx.save(&part).await?;
        let what = format!("age confirmed: {}", age.as_str());
        tx.audit(Some(me.id.0), &what, Some(part.id.0), now).await?;
        cases::decided(tx, (part.id, CaseKind::Age), Some(me.id), now).await?;
        if waited {
            let hello = (part.standing == Standing::Joining).then(|| JoinLetter::Resumed.into());
            next(tx, house, (&part, hello), now).await?;
        }
    }
    Ok(Some(GuardianLetter::AgeIs { who: Who::from(&person), age }))
}
