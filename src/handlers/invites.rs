//! `/invites`: what nobody has used yet is listed and withdrawn. And file numbers: Lazo gives one to whoever has none, and
//! one that is in use is warned about before a link is made.

use super::press::Press;
use super::{House, invite, join, pairing};
use crate::domain::help::HelpLetter;
use crate::domain::id::{InviteId, ProgrammeId};
use crate::domain::invite::{Invite, invitable};
use crate::domain::invites::{
    Holder, InvitesAnswer, InvitesLetter, OpenInvite, holders, may_see, next_number,
};
use crate::domain::join::JoinAnswer;
use crate::domain::letter::{Letter, Post};
use crate::domain::listed::Who;
use crate::domain::paging::{LINES, Sheet, Turn};
use crate::domain::person::{Person, Role};
use crate::domain::wall;
use crate::store::{Result, Tx};
use chrono::{DateTime, Datelike, Utc};

/// `/invites`.
pub(super) async fn command(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let letter = list(tx, person, Turn::First, now).await?;
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: InvitesAnswer,
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let stale = Ok(Some(HelpLetter::Stale.into()));
    if !pairing::works(me) {
        return stale;
    }
    let letter = match answer {
        InvitesAnswer::List(turn) => list(tx, me, turn, now).await?,
        InvitesAnswer::One(id) => match open(tx, me, id, now).await? {
            Some(invite) => InvitesLetter::Sure(shown(tx, &invite).await?),
            None => return stale,
        },
        InvitesAnswer::Withdraw(id) => {
            let Some(invite) = open(tx, me, id, now).await? else { return stale };
            tx.withdraw_invite(id, now).await?;
            tx.audit(Some(me.id.0), "withdrew an invitation", Some(id.0), now).await?;
            InvitesLetter::Withdrawn(shown(tx, &invite).await?)
        }
        InvitesAnswer::Same(role, number) if invitable(me.role).contains(&role) => {
            return invite::make(tx, house, me, (role, Some(number), false), now).await.map(|()| None);
        }
        InvitesAnswer::Other(role) => {
            return invite::answer(tx, house, press, &JoinAnswer::Invite(role)).await;
        }
        InvitesAnswer::Same(..) => return stale,
    };
    join::rewrite(tx, press, letter).await.map(|()| None)
}

/// An open invitation that she may see.
async fn open(tx: &mut Tx, me: &Person, id: InviteId, now: DateTime<Utc>) -> Result<Option<Invite>> {
    let is_open = |it: &Invite| it.used_by.is_none() && it.moves.is_none() && it.expires_at > now;
    Ok(tx.invitation(id).await?.filter(|it| is_open(it) && may_see(me, &it.what)))
}

async fn shown(tx: &mut Tx, invite: &Invite) -> Result<OpenInvite> {
    let by = tx.persons(invite.what.invited_by.as_slice()).await?.pop().map(|it| it.alias);
    let (role, file) = (invite.what.role, invite.what.file_number.clone());
    Ok(OpenInvite { id: invite.id, role, file, by, until: invite.expires_at })
}

async fn list(tx: &mut Tx, me: &Person, turn: Turn, now: DateTime<Utc>) -> Result<InvitesLetter> {
    let of = (me.role != Role::Lead).then_some(me.id);
    for turn in [turn, Turn::First] {
        let rows = tx.open_invites((me.programme, of), turn, LINES + 1, now).await?;
        let sheet = Sheet::cut(rows, turn, |invite| invite.id.0);
        let mut lines = Vec::new();
        for invite in &sheet.lines {
            lines.push(shown(tx, invite).await?);
        }
        if !lines.is_empty() {
            return Ok(InvitesLetter::List(Sheet { lines, previous: sheet.previous, next: sheet.next }));
        }
    }
    Ok(InvitesLetter::None)
}

/// The file number that Lazo gives to a mentee or mentor; staff need none.
pub async fn given(
    tx: &mut Tx,
    programme: ProgrammeId,
    role: Role,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    if role.is_staff() {
        return Ok(None);
    }
    let year = wall::date(tx.programme(programme).await?.zone, now).year();
    Ok(Some(next_number(year, &tx.file_numbers(programme).await?)))
}

/// What is said before a link is made with a number that somebody has; `None` if nobody has it.
pub(super) async fn in_use(
    tx: &mut Tx,
    me: &Person,
    (role, number): (Role, &str),
    now: DateTime<Utc>,
) -> Result<Option<InvitesLetter>> {
    let (people, invites) = tx.numbered(me.programme, now).await?;
    let people = tx.persons(&holders(number, people)).await?;
    let people = people.iter().map(|it| Holder::Person(Who::from(it), it.role));
    let by: Vec<_> = people.chain(holders(number, invites).into_iter().map(Holder::Invite)).collect();
    let number = number.to_owned();
    Ok((!by.is_empty()).then_some(InvitesLetter::InUse { role, number, by }))
}
