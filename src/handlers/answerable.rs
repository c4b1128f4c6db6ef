//! Who of the team answers for somebody: to whom goes what is written, asked or told about her.

use super::cases;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ChatId, PersonId, ProgrammeId};
use crate::domain::person::{Person, Reach};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The person a letter about someone goes to: her coordinator, or the first of the staff. Never to her own account, nor
/// to one she talks with in a pair: what she tells her team is not for her partner.
pub(super) async fn coordinator_of(tx: &mut Tx, person: &Person) -> Result<Option<PersonId>> {
    coordinator_if(tx, person, |_| true).await
}

/// The same where only some of the cases about the team count, by when they were told.
pub(super) async fn coordinator_if(
    tx: &mut Tx,
    person: &Person,
    counts: impl Fn(DateTime<Utc>) -> bool,
) -> Result<Option<PersonId>> {
    let reader = looks_after(tx, person.chat, (person.programme, person.coordinator), counts).await?;
    Ok(reader.map(|it| it.id))
}

/// The same for whoever has this chat, whatever of her cannot be read.
pub(super) async fn looks_after(
    tx: &mut Tx,
    chat: ChatId,
    (programme, coordinator): (ProgrammeId, Option<PersonId>),
    counts: impl Fn(DateTime<Utc>) -> bool,
) -> Result<Option<Person>> {
    let parts: Vec<PersonId> = tx.marks(chat).await?.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&parts).await?;
    let inside: Vec<ChatId> = pairs.iter().flat_map(Conversation::active).map(|member| member.chat).collect();
    let mut staff = tx.staff(programme).await?;
    staff.retain(|it| it.chat != chat && !inside.contains(&it.chat));
    let staff = cases::without_set_aside(tx, staff, counts).await?;
    // What nobody can read is better with somebody else of the team.
    let open = |it: &&Person| it.reach == Reach::Reachable;
    let hers = || staff.iter().find(|it| Some(it.id) == coordinator);
    let reads = hers().filter(open).or_else(|| staff.iter().find(open));
    Ok(reads.or_else(hers).or(staff.first()).cloned())
}
