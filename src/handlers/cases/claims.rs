//! Open cases about the team, as they stand in one programme. Who is named is an account: what she is elsewhere is named, too.

use crate::domain::case::{Claim, Meant};
use crate::domain::id::{ChatId, ProgrammeId};
use crate::domain::person::Person;
use crate::handlers::upkeep;
use crate::store::{Result, Tx};

/// Those that concern a programme. One of another's names here whoever works, or is called, here as well.
pub(super) async fn in_programme(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Claim>> {
    let mut claims = tx.claims(programme).await?;
    if claims.iter().all(|claim| claim.programme == programme) {
        return Ok(claims);
    }
    let staff = tx.staff(programme).await?;
    let (_, mut here) = upkeep::contacts(tx, programme).await?;
    here.retain(|contact| !staff.iter().any(|it| it.id == contact.id));
    here.extend(staff.iter().cloned());
    for claim in claims.iter_mut().filter(|claim| claim.programme != programme) {
        let named = outright(tx, claim).await?;
        let mut meant: Vec<Meant> =
            here.iter().filter(|it| named.contains(&it.chat)).map(|it| Meant::Somebody(it.id)).collect();
        // Anybody of that team may be meant: one who works in both.
        if claim.meant.contains(&Meant::Unsaid) && works_in(tx, claim.programme, &staff).await? {
            meant.push(Meant::Unsaid);
        }
        claim.meant = meant;
    }
    claims.retain(|claim| claim.programme == programme || !claim.meant.is_empty());
    Ok(claims)
}

/// The accounts that it names.
pub(super) async fn outright(tx: &mut Tx, claim: &Claim) -> Result<Vec<ChatId>> {
    let mut named: Vec<ChatId> = Vec::new();
    for meant in &claim.meant {
        let people = match meant {
            Meant::Somebody(id) => tx.persons(&[*id]).await?,
            Meant::Lead => tx.leads(claim.programme).await?,
            Meant::Unsaid => Vec::new(),
        };
        named.extend(people.iter().map(|person| person.chat));
    }
    Ok(named)
}

async fn works_in(tx: &mut Tx, programme: ProgrammeId, people: &[Person]) -> Result<bool> {
    let staff = tx.staff(programme).await?;
    Ok(staff.iter().any(|it| people.iter().any(|person| person.chat == it.chat)))
}
