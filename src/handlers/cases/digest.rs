//! A coordinator's morning: at 09:00 on working days, and only if there is something.

use super::room::Room;
use super::stops;
use crate::domain::case::{CaseFile, CaseLetter, Severity};
use crate::domain::conversation::Conversation;
use crate::domain::id::PersonId;
use crate::domain::letter::{Post, Rank};
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::domain::silence::{Health, Settings};
use crate::domain::wall;
use crate::handlers::{known, unanswered};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// How many quiet pairs are named; of the rest only the number.
const NAMED: usize = 10;

/// Sets a coordinator's next digest. Setting it again changes nothing.
pub async fn arm_digest(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let holidays: BTreeSet<_> = tx.programme(person.programme).await?.holidays.into_iter().collect();
    let next = wall::next_working_digest(person.zone, now, &holidays);
    tx.wake(Alarm::Digest, person.id.0, next).await
}

/// Coordinators whose digest is due. Whoever works no more gets no other.
pub async fn digest(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        if !person.role.is_staff() || person.standing != Standing::Ready {
            continue;
        }
        let letter = morning(tx, &person, now).await?;
        if let Some(letter) = letter {
            tx.post(Post::ranked(&person, Rank::Prompt, letter), now).await?;
        }
        arm_digest(tx, &person, now).await?;
    }
    Ok(())
}

async fn morning(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<Option<CaseLetter>> {
    let leads = person.role == Role::Lead;
    let open = tx.open_cases(person.programme).await?;
    let room = Room::of(tx, &open).await?;
    let away: Vec<PersonId> = if leads { away(tx, person).await? } else { Vec::new() };
    // What lies on the desk of somebody who cannot be reached is the lead's to see.
    let on_desk = |case: &CaseFile| {
        case.is_on_desk_of(person.id, leads) || away.iter().any(|it| case.is_on_desk_of(*it, false))
    };
    let hers = |case: &&CaseFile| {
        let knows = room.programme(case).is_some_and(|(_, team)| team.is_listed_for(person.id, case));
        knows && on_desk(case)
    };
    let cases: Vec<&CaseFile> = room.cases.iter().filter(hers).collect();
    let count = |wanted: &dyn Fn(&CaseFile) -> bool| -> i64 {
        i64::try_from(cases.iter().copied().filter(|case| wanted(case)).count()).unwrap_or(i64::MAX)
    };
    let untaken = |severity| count(&|case| case.severity == severity && case.acknowledged_at.is_none());
    let (fresh, waiting) = (untaken(Severity::Routine), untaken(Severity::Attention));
    let overdue = count(&|case| case.is_overdue(now));
    let nobody = if leads { tx.untold(person.programme).await? } else { Vec::new() };
    let untold = count(&|case| nobody.contains(&case.id));
    let caseload = tx.live_pairs(person.programme, person.id, leads).await?;
    let pairs = tx.conversations(&caseload).await?.into_iter().map(|pair| known::as_known(person, pair));
    let mut quiet: Vec<String> = pairs.filter(|pair| is_amber(pair, now)).map(|pair| names(&pair)).collect();
    let more = i64::try_from(quiet.len().saturating_sub(NAMED)).unwrap_or_default();
    quiet.truncate(NAMED);
    let alone = if leads { alone(tx, person, now).await? } else { Vec::new() };
    let mail = unanswered::listed(tx, person, now).await?;
    let (stopped, paused) = stops::listed(tx, person, now).await?;
    let unreached = if begins_week(tx, person, now).await? {
        tx.closed_alone(person.programme, now - TimeDelta::weeks(1)).await?
    } else {
        0
    };
    let asks = leads && tx.programme(person.programme).await?.is_unanswered(now);
    let counts = fresh + waiting + overdue + untold + unreached;
    let something = counts > 0 || !quiet.is_empty() || !alone.is_empty() || !stopped.is_empty();
    let something = something || !paused.is_empty() || !mail.is_empty() || asks;
    let digest = CaseLetter::Digest {
        fresh,
        waiting,
        overdue,
        untold,
        quiet,
        more,
        alone,
        mail,
        unreached,
        stopped,
        paused,
        asks,
    };
    Ok(something.then_some(digest))
}

/// Who of the team cannot be reached.
async fn away(tx: &mut Tx, person: &Person) -> Result<Vec<PersonId>> {
    let staff = tx.staff(person.programme).await?.into_iter();
    Ok(staff.filter(|it| it.reach != Reach::Reachable && it.id != person.id).map(|it| it.id).collect())
}

/// About whom the lead alone has decided, on the first working day of a week.
async fn alone(tx: &mut Tx, lead: &Person, now: DateTime<Utc>) -> Result<Vec<String>> {
    if !begins_week(tx, lead, now).await? {
        return Ok(Vec::new());
    }
    let people = tx.without_paper(lead.programme).await?;
    Ok(people.iter().filter(|it| it.is_decided_alone()).map(|it| it.called().to_owned()).collect())
}

/// Whether it is a week's first working day.
async fn begins_week(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<bool> {
    let holidays: BTreeSet<_> = tx.programme(person.programme).await?.holidays.into_iter().collect();
    Ok(wall::begins_week(wall::date(person.zone, now), &holidays))
}

/// Quiet for longer than usual, but nobody is asked yet.
fn is_amber(pair: &Conversation, now: DateTime<Utc>) -> bool {
    pair.silence_facts()
        .is_some_and(|facts| Settings::default().look(&facts, &[], now).health == Health::Amber)
}

fn names(pair: &Conversation) -> String {
    pair.active().map(|member| member.alias.as_str()).collect::<Vec<_>>().join(" · ")
}
