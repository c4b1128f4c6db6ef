//! What somebody of the team may know of a pair that she is in herself: no more than any member, and she changes nothing of
//! it from her desk.

use crate::domain::conversation::Conversation;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::store::{Result, Tx};

/// A pair as somebody of the team may know it.
pub(super) fn as_known(me: &Person, pair: Conversation) -> Conversation {
    if pair.has_chat(me.chat) { pair.as_known_in(me.chat) } else { pair }
}

/// People as somebody of the team may know them: of a partner's break only what she was told. They are to be shown, and
/// never saved.
pub(super) async fn people(tx: &mut Tx, me: &Person, mut people: Vec<Person>) -> Result<Vec<Person>> {
    if people.iter().all(|person| person.paused_until.is_none()) {
        return Ok(people);
    }
    let parts: Vec<PersonId> = tx.parts(me.chat).await?.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&parts).await?;
    let untold = |person: &Person| {
        let members = pairs.iter().flat_map(|pair| pair.active().map(move |member| (pair, member)));
        let mut shared = members.filter(|(_, it)| it.person == person.id).peekable();
        shared.peek().is_some() && !shared.any(|(pair, it)| pair.knows_break_of(it, me.chat))
    };
    people.iter_mut().filter(|person| untold(person)).for_each(|person| person.paused_until = None);
    Ok(people)
}
