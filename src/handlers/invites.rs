//! `/invites`: what nobody has used yet is listed and withdrawn. And file numbers: Lazo gives one to whoever has none, and
//! one that is in use is warned about before a link is made.

use super::press::Press;
use super::{House, desk, invite, join, pairing};
use crate::domain::alias;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::{InviteId, PersonId, ProgrammeId};
use crate::domain::invite::{FILE_NUMBER, Invite, invitable};
use crate::domain::invites::{
    Holder, InvitesAnswer, InvitesLetter, OpenInvite, holders, may_see, next_number,
};
use crate::domain::join::JoinAnswer;
use crate::domain::letter::{Letter, Post};
use crate::domain::listed::Who;
use crate::domain::paging::{LINES, Sheet, Turn};
use crate::domain::pairing::PairingLetter;
use crate::domain::person::{Person, Role, Standing};
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
            return invite::goes_on(tx, house, me, (role, Some(number)), now).await.map(|()| None);
        }
        InvitesAnswer::Other(role) => {
            return invite::answer(tx, house, press, &JoinAnswer::Invite(role)).await;
        }
        InvitesAnswer::Ask(id)
        | InvitesAnswer::Give(id)
        | InvitesAnswer::Keep(id, _)
        | InvitesAnswer::Card(id) => {
            let Some(person) = takes_part(tx, me, id).await? else { return stale };
            return about(tx, house, press, (person, answer)).await;
        }
        InvitesAnswer::Same(..) => return stale,
    };
    join::rewrite(tx, press, letter).await.map(|()| None)
}

/// Somebody of this member of the team's programme who has, or is to have, a file number.
async fn takes_part(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<Person>> {
    let here = |it: &Person| !matches!(it.standing, Standing::Left | Standing::Refused);
    let may = |it: &Person| it.programme == me.programme && !it.role.is_staff() && here(it);
    Ok(tx.person(id).await?.filter(|it| pairing::works(me) && may(it)))
}

/// About the number of somebody who is here.
async fn about(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (person, answer): (Person, InvitesAnswer),
) -> Result<Option<Letter>> {
    let (me, now, id) = (&press.person, press.now, person.id);
    match answer {
        InvitesAnswer::Ask(_) => {
            let question = InvitesLetter::Number(Who::from(&person));
            asks(tx, me, id, now).await?;
            return join::rewrite(tx, press, question).await.map(|()| None);
        }
        InvitesAnswer::Give(_) => {
            let number = given(tx, person.programme, person.role, now).await?;
            set(tx, me, (person, number), now).await?;
        }
        InvitesAnswer::Keep(_, number) => set(tx, me, (person, Some(number)), now).await?,
        InvitesAnswer::Card(_)
        | InvitesAnswer::List(_)
        | InvitesAnswer::One(_)
        | InvitesAnswer::Withdraw(_)
        | InvitesAnswer::Same(..)
        | InvitesAnswer::Other(_) => tx.await_from(me.id, None).await?,
    }
    desk::shows(tx, house, press, id).await
}

/// Which number? What she types next is an answer, for half an hour.
async fn asks(tx: &mut Tx, me: &Person, of: PersonId, now: DateTime<Utc>) -> Result<()> {
    tx.await_from(me.id, Some(&Dialogue::typed(format!("number:{of}"), now))).await
}

/// Somebody has this number from now on.
async fn set(
    tx: &mut Tx,
    me: &Person,
    (person, number): (Person, Option<String>),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.await_from(me.id, None).await?;
    let id = person.id;
    tx.save(&Person { file_number: number, ..person }).await?;
    tx.audit(Some(me.id.0), "changed a file number", Some(id.0), now).await
}

/// The typed number. The key says whose it is.
pub(super) async fn typed(
    tx: &mut Tx,
    me: &Person,
    (key, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let found = match key.parse() {
        Ok(id) => takes_part(tx, me, PersonId(id)).await?,
        Err(_) => None,
    };
    let Some(person) = found else {
        tx.await_from(me.id, None).await?;
        return tx.post(Post::answer(me, PairingLetter::Cancelled), now).await.map(drop);
    };
    let (id, programme) = (person.id, person.programme);
    let Some(Ok(number)) = written.text.as_deref().map(|text| alias::named(text, FILE_NUMBER)) else {
        tx.post(Post::answer(me, InvitesLetter::Number(Who::from(&person))), now).await?;
        return asks(tx, me, id, now).await;
    };
    let by = holders_of(tx, (programme, Some(id)), &number, now).await?;
    let letter = if by.is_empty() {
        set(tx, me, (person, Some(number)), now).await?;
        desk::person(tx, me, id, now).await?.map(Letter::from)
    } else {
        tx.await_from(me.id, None).await?;
        Some(InvitesLetter::Taken { who: id, number, by }.into())
    };
    let posts: Vec<Post> = letter.into_iter().map(|it| Post::answer(me, it)).collect();
    tx.post_all(&posts, now).await.map(drop)
}

/// Everybody who takes part and was here before file numbers were given gets one. Looked at when the bot wakes.
pub async fn wakes(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    for id in tx.without_number().await? {
        let Some(person) = tx.person(id).await? else { continue };
        let number = given(tx, person.programme, person.role, now).await?;
        tx.audit(None, "gave a file number", Some(id.0), now).await?;
        tx.save(&Person { file_number: number, ..person }).await?;
    }
    Ok(())
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
    let by = holders_of(tx, (me.programme, None), number, now).await?;
    let number = number.to_owned();
    Ok((!by.is_empty()).then_some(InvitesLetter::InUse { role, number, by }))
}

/// Who has a number in a programme, but for one of them.
pub async fn holders_of(
    tx: &mut Tx,
    (programme, but): (ProgrammeId, Option<PersonId>),
    number: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Holder>> {
    let (mut people, invites) = tx.numbered(programme, now).await?;
    people.retain(|(_, id)| Some(*id) != but);
    let people = tx.persons(&holders(number, people)).await?;
    let people = people.iter().map(|it| Holder::Person(Who::from(it), it.role));
    Ok(people.chain(holders(number, invites).into_iter().map(Holder::Invite)).collect())
}
