//! "It is about the team": about whom, and who has it then. Nothing of it reaches who is named.

use super::said::Said;
use super::{cases, promise, team, unanswered};
use crate::domain::case::Meant;
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::person::{Person, Reach, Role};
use crate::domain::programme::Contact;
use crate::domain::relay::RelayLetter;
use crate::domain::safety::{Heard, SafetyLetter};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// About whom, of this team?
pub(super) async fn asks(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let letter = promise::says(tx, person, SafetyLetter::WhomOfTeam).await?;
    tx.post(Post::ranked(person, Rank::Safety, letter), now).await.map(drop)
}

/// About which of the team? The coordinators, and whoever looks after her; she comes first.
pub(super) async fn which(tx: &mut Tx, person: &Person) -> Result<SafetyLetter> {
    let mut staff = tx.staff(person.programme).await?;
    let hers = |it: &Person| Some(it.id) == person.coordinator;
    staff.retain(|it| it.chat != person.chat && (it.role == Role::Coordinator || hers(it)));
    staff.sort_by_key(|it| !hers(it));
    if staff.is_empty() {
        return Ok(SafetyLetter::WhomOfTeam);
    }
    Ok(SafetyLetter::WhichOfTeam(staff.into_iter().map(|it| (it.id, it.alias)).collect()))
}

/// She has said whom she means: she reads who has it.
pub(super) async fn tell(
    tx: &mut Tx,
    person: &Person,
    meant: Meant,
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let readers = cases::about_team(tx, person, meant, now).await?;
    team::team_wrote(tx, person).await?;
    told(tx, person, (meant, &readers)).await
}

async fn told(tx: &mut Tx, person: &Person, (meant, readers): (Meant, &[Person])) -> Result<SafetyLetter> {
    let mut reached = readers.iter().filter(|reader| reader.reach == Reach::Reachable);
    let by = match reached.next() {
        None => Heard::Nobody,
        Some(first) if first.role == Role::Lead => Heard::Lead,
        Some(_) => Heard::Outside,
    };
    let of_lead = match meant {
        Meant::Somebody(id) => tx.person(id).await?.is_some_and(|it| it.role == Role::Lead),
        Meant::Lead | Meant::Unsaid => true,
    };
    let outside = if of_lead || by == Heard::Nobody { outside(tx, person).await? } else { None };
    let reads = team::readers(tx, person).await?;
    let mut reads = reads.iter().filter(|reader| reader.reach == Reach::Reachable);
    let also = reads.any(|reader| !readers.iter().any(|it| it.id == reader.id));
    let mut lines = tx.programme(person.programme).await?.lines().read_by(person);
    // Where nobody has it, the number to ring is one to be copied.
    let (outside, ring) = if by == Heard::Nobody { (None, outside) } else { (outside, None) };
    lines.own.extend(ring);
    Ok(SafetyLetter::TeamTold { by, outside, joined: person.standing.has_team(), also }.beside(lines))
}

/// Nobody reads what she writes to her team: the team cannot be reached, or, as she was told, nobody has what she said about
/// it; then she reads again whom she can ring.
pub(super) async fn nobody(tx: &mut Tx, person: &Person) -> Result<Letter> {
    let danger = tx.danger(person.chat).await?;
    if let Some(case) = danger.and_then(|danger| danger.cases.first().copied()) {
        return promise::unheard(tx, person, SafetyLetter::OnlyTeam { case }).await.map(Letter::from);
    }
    if cases::hears(tx, person).await?.is_none() {
        return Ok(RelayLetter::TeamNobody.into());
    }
    told(tx, person, (Meant::Unsaid, &[])).await.map(Letter::from)
}

/// Nobody reads what she wanted to send to her team: in place of the question she reads so, and below it whom to ring, where
/// there is more to say about it.
pub(super) async fn unread(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<RelayLetter> {
    let said = nobody(tx, person).await?;
    if said == Letter::from(RelayLetter::TeamNobody) {
        return Ok(RelayLetter::TeamNobody);
    }
    tx.post(Post::answer(person, said), now).await?;
    Ok(RelayLetter::NotSent)
}

/// What a member of the team writes to somebody who has named her: she learns nothing by it. It is taken as on any other
/// day, and goes to nobody.
pub(super) async fn taken(
    tx: &mut Tx,
    it: &Said<'_>,
    participant: &Person,
    now: DateTime<Utc>,
) -> Result<()> {
    let talk = match tx.talk_of(participant.id).await? {
        Some(talk) => talk,
        None => tx.team_talk(participant, it.person.id, now).await?,
    };
    team::carry(tx, it, talk, (&[], None), (None, now)).await?;
    unanswered::over(tx, participant.id, it.person.id, now).await?;
    team::answered(tx, it.person).await
}

/// The contact outside the team, if it is only a name and a number.
pub(super) async fn outside(tx: &mut Tx, person: &Person) -> Result<Option<String>> {
    Ok(tx.contacts(person.programme).await?.into_iter().find_map(|(position, contact)| match contact {
        Contact::Words(words) if position == 0 => Some(words),
        Contact::Words(_) | Contact::Person(_) => None,
    }))
}
