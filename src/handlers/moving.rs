//! Somebody comes back with a new account: a coordinator makes a link that moves her there. Nobody else notices.

use super::invite::new_invite;
use super::{cases, delivery, opening, switch};
use crate::domain::dialogue::Dialogue;
use crate::domain::id::{ChatId, PersonId};
use crate::domain::invite::{DAYS, Invite, NewInvite};
use crate::domain::join::JoinLetter;
use crate::domain::letter::{Op, Post, Rank, To};
use crate::domain::person::{Person, Reach};
use crate::domain::relay::RelayLetter;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Makes the link, if she cannot be reached where she was: it works once, and the one before stops working.
pub(super) async fn link(
    tx: &mut Tx,
    by: &Person,
    who: PersonId,
    bot_name: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(person) = tx.person(who).await?.filter(|it| it.reach != Reach::Reachable) else {
        return Ok(false);
    };
    // Who is in a pair with her, or named in a case of hers, moves her nowhere.
    let parts: Vec<PersonId> = tx.parts(person.chat).await?.iter().map(|part| part.id).collect();
    let pairs = tx.pairs_of(&parts).await?;
    let inside = pairs.iter().any(|pair| pair.has_chat(by.chat));
    if inside || cases::parts(tx, &person, by.chat).await? {
        return Ok(false);
    }
    tx.revoke_moves(who, now).await?;
    let what = NewInvite {
        programme: Some(person.programme),
        role: person.role,
        alias: None,
        file_number: person.file_number.clone(),
        invited_by: Some(by.id),
    };
    let token = new_invite(tx, &what, now).await?;
    tx.moves(&token.hash(), who).await?;
    let programme = tx.programme(person.programme).await?.name;
    let until = now + TimeDelta::days(DAYS);
    let link = token.link(bot_name);
    let lang = Some(person.lang);
    let posts = [
        Post::answer(by, JoinLetter::Moving { who: person.alias, until }),
        Post::answer(by, JoinLetter::Invitation { link, programme, lang }).until(until),
    ];
    tx.post_all(&posts, now).await?;
    Ok(true)
}

/// The link was opened from an account nobody has: she is there now, in all that she does as a participant of this
/// programme. What she is elsewhere, or works as, is not this link's to move. Her old chat stays in the ledger and is no
/// address of hers any more; what waited for her follows.
pub(super) async fn moved(
    tx: &mut Tx,
    (invite, who): (&Invite, PersonId),
    to: ChatId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(person) = tx.person(who).await? else { return Ok(()) };
    tx.use_up(invite.id, who, now).await?;
    let parts = tx.parts(person.chat).await?;
    let along = |part: &&Person| part.programme == person.programme && !part.role.is_staff();
    let along: Vec<PersonId> =
        parts.iter().filter(|part| part.id == who || along(part)).map(|part| part.id).collect();
    tx.move_chat(person.chat, to, &along).await?;
    let mut asked = false;
    for part in parts.iter().filter(|part| along.contains(&part.id)) {
        asked |= matches!(part.dialogue, Some(Dialogue::Bundle { .. }));
        tx.await_from(part.id, None).await?;
    }
    if along.len() == parts.len() {
        tx.let_sleep(Alarm::Held, person.chat.0).await?;
    }
    tx.audit(invite.what.invited_by.map(|id| id.0), "moved to a new account", Some(who.0), now).await?;
    let her = To { chat: to, person: Some(who) };
    tx.post(Post::answer(her, JoinLetter::Moved), now).await?;
    if asked {
        // What she was asked about there has gone nowhere.
        tx.post(Post::answer(her, RelayLetter::Dropped), now).await?;
    }
    tx.post(Post::op(her, Rank::Answer, Op::Commands), now).await?;
    delivery::back(tx, to, now).await?;
    opening::asks_anew(tx, &along, now).await?;
    switch::refresh(tx, &[person.chat, to], now).await
}
