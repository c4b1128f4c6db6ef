//! Somebody leaves the team, by herself, taken out, or because somebody else leads: from that moment nothing reaches her
//! and nothing works from her chat, and all she looked after is somebody else's. All of it in one transaction.

use super::press::Press;
use super::{House, bundle, cases, desk, patience, setup, supervised, team, upkeep};
use crate::domain::departure::{Colleague, DepartureAnswer, DepartureLetter};
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::letter::{Copied, Letter, Op, Post, Rank};
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::store::{Alarm, Lost, Result, Tx, Unread};
use chrono::{DateTime, Utc};

/// Her rights end, and all she looked after is `heir`'s: people, pairs, mail, invitations, cases, which must be taken anew.
pub(super) async fn goes(tx: &mut Tx, who: &Person, heir: &Person, now: DateTime<Utc>) -> Result<()> {
    bundle::put_down(tx, who, now).await?;
    let unread = tx.unread_mail(who).await?;
    let parts = tx.parts(who.chat).await?;
    let whole = !parts.iter().any(|part| part.id != who.id && part.standing != Standing::Left);
    tx.hand_over(who.id, heir.id, now).await?;
    tx.silence(who, whole, now).await?;
    tx.let_sleep(Alarm::Digest, who.id.0).await?;
    tx.let_sleep(Alarm::Break, who.id.0).await?;
    tx.save(&Person { standing: Standing::Left, dialogue: None, paused_until: None, ..who.clone() }).await?;
    cases::looks_for(tx, who, now).await?;
    cases::passes_on(tx, who, heir, now).await?;
    supervised::elsewhere(tx, who.chat, now).await?;
    hand_on(tx, &unread, now).await?;
    cases::arm_digest(tx, heir, now).await
}

/// Mail that had not arrived where it was to be read: whoever reads it now gets it by reference to what was written. What
/// somebody has read stays with her, and none of it is shown again. Where nobody may read it, its writer hears that it did
/// not arrive, unless it waits for whoever takes her case.
async fn hand_on(tx: &mut Tx, unread: &[Unread], now: DateTime<Utc>) -> Result<()> {
    let (mut lost, mut waits) = (Lost::default(), Vec::new());
    for mail in unread {
        let Some(author) = tx.person(mail.author).await? else { continue };
        let Some(reader) = team::readers(tx, &author).await?.into_iter().next() else {
            if !team::has_case(tx, &author).await? {
                lost.messages.push(mail.source);
            }
            continue;
        };
        // Whoever was rung for her case, or took it, has it by now.
        if tx.is_there(mail.source, reader.chat).await? {
            continue;
        }
        let talk = tx.team_talk(&author, reader.id, now).await?;
        let copied = Copied {
            source: Some(mail.source),
            chat: mail.chat,
            message: mail.message,
            reply_to: None,
            protect: true,
        };
        let posts = [
            Post::ranked(&reader, Rank::Relay, team::team_from(&author)),
            Post::op(&reader, Rank::Relay, Op::Copy(copied)),
        ];
        let held = reader.reach != Reach::Reachable;
        tx.post_all(&posts.map(|post| Post { held, ..post.within(talk) }), now).await?;
        team::team_wrote(tx, &reader).await?;
        waits.extend(held.then_some(reader.chat));
    }
    patience::tell_lost(tx, &lost, now).await?;
    patience::watch(tx, &waits).await
}

/// What the account of somebody who went still is elsewhere has its own commands.
pub(super) async fn commands(tx: &mut Tx, who: &Person, now: DateTime<Utc>) -> Result<()> {
    let parts = tx.parts(who.chat).await?;
    match parts.iter().find(|part| part.id != who.id && part.standing == Standing::Ready) {
        Some(other) => tx.post(Post::op(other, Rank::Answer, Op::Commands), now).await.map(drop),
        None => Ok(()),
    }
}

/// The same for a member of the team whom nobody takes the place of: who leads reads what is empty now, and who took over
/// what is hers.
pub(super) async fn parts(tx: &mut Tx, who: &Person, heir: &Person, now: DateTime<Utc>) -> Result<()> {
    let load = tx.load_of(who.id, now).await?;
    let empty = tx.leave_places(who.id).await?;
    let places = empty.clone();
    goes(tx, who, heir, now).await?;
    let programme = tx.programme(who.programme).await?;
    let groups = programme.group.is_some() || programme.safe_group.is_some();
    let out = DepartureLetter::Out { who: who.alias.clone(), heir: heir.alias.clone(), empty, groups };
    let took = DepartureLetter::TookOver { who: who.alias.clone(), load };
    let mut posts = Vec::new();
    for lead in tx.leads(who.programme).await?.iter().filter(|lead| lead.id != who.id) {
        posts.push(Post::ranked(lead, Rank::Answer, out.clone()));
    }
    posts.push(Post::ranked(heir, Rank::Answer, took));
    tx.post_all(&posts, now).await?;
    upkeep::places_empty(tx, who, &places, now).await
}

/// Somebody is taken out of the team: by whoever leads it, or by whoever runs the server. `false` if she cannot be: she does
/// not work there, or leads, or `heir` does not work there.
pub async fn take_out(
    tx: &mut Tx,
    (who, heir): (&Person, &Person),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if !may_go(who) || !may_follow(who, heir) {
        return Ok(false);
    }
    parts(tx, who, heir, now).await?;
    tx.audit(by.map(|id| id.0), "taken out of the team", Some(who.id.0), now).await?;
    commands(tx, who, now).await?;
    let programme = tx.programme(who.programme).await?.name;
    tx.post(Post::answer(who, DepartureLetter::Gone { programme }), now).await?;
    Ok(true)
}

/// Whether she can be taken out: who leads cannot, before somebody else does.
pub fn may_go(who: &Person) -> bool {
    who.role == Role::Coordinator && who.standing != Standing::Left
}

/// Whether somebody can take over from her.
pub fn may_follow(who: &Person, heir: &Person) -> bool {
    heir.id != who.id
        && heir.chat != who.chat
        && heir.programme == who.programme
        && heir.role.is_staff()
        && heir.standing == Standing::Ready
}

/// Who takes over from somebody who leaves by herself: whoever leads, or else anybody of the team.
pub(super) async fn next(tx: &mut Tx, who: &Person) -> Result<Option<Person>> {
    Ok(tx.staff(who.programme).await?.into_iter().find(|heir| may_follow(who, heir)))
}

/// Those who can take over from her.
async fn heirs(tx: &mut Tx, who: &Person) -> Result<Vec<Colleague>> {
    let staff = tx.staff(who.programme).await?;
    Ok(staff.iter().filter(|heir| may_follow(who, heir)).map(colleague).collect())
}

fn colleague(person: &Person) -> Colleague {
    Colleague { person: person.id, alias: person.alias.clone() }
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: DepartureAnswer,
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    if me.role != Role::Lead || me.standing != Standing::Ready {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let letter = match answer {
        DepartureAnswer::Card(id) => return desk::shows(tx, house, press, id).await,
        DepartureAnswer::Choose(id) => asks(tx, me, id).await?,
        DepartureAnswer::To { who, heir } => match both(tx, me, (who, heir)).await? {
            Some((who, heir)) => {
                let load = tx.load_of(who.id, now).await?;
                Some(DepartureLetter::Sure { who: colleague(&who), heir: colleague(&heir), load })
            }
            None => None,
        },
        DepartureAnswer::TakeOut { who, heir } => {
            let Some((who, heir)) = both(tx, me, (who, heir)).await? else {
                return Ok(Some(HelpLetter::Stale.into()));
            };
            let done = take_out(tx, (&who, &heir), Some(me.id), now).await?;
            return Ok((!done).then(|| HelpLetter::Stale.into()));
        }
        DepartureAnswer::Leads(id) => {
            let heir = tx.person(id).await?.filter(|heir| may_follow(me, heir));
            let Some(heir) = heir else { return Ok(Some(HelpLetter::Stale.into())) };
            return setup::promoted(tx, house, heir, now).await.map(|()| None);
        }
        DepartureAnswer::Stay => {
            tx.post(Post::answer(me, HelpLetter::Stayed), now).await?;
            return Ok(None);
        }
    };
    let Some(letter) = letter else { return Ok(Some(HelpLetter::Stale.into())) };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), now).await?;
    Ok(None)
}

/// "Who takes over?", if she can be taken out of this lead's team.
pub(super) async fn asks(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<DepartureLetter>> {
    let who = tx.person(id).await?.filter(|who| may_go(who) && who.programme == me.programme);
    let Some(who) = who.filter(|_| me.role == Role::Lead) else { return Ok(None) };
    Ok(Some(DepartureLetter::WhoTakesOver { heirs: heirs(tx, &who).await?, who: colleague(&who) }))
}

async fn both(
    tx: &mut Tx,
    me: &Person,
    (who, heir): (PersonId, PersonId),
) -> Result<Option<(Person, Person)>> {
    let (who, heir) = (tx.person(who).await?, tx.person(heir).await?);
    let both = who.zip(heir).filter(|(who, _)| who.programme == me.programme);
    Ok(both.filter(|(who, heir)| may_go(who) && may_follow(who, heir)))
}

/// The lead wants to leave: somebody else must lead first.
pub(super) async fn lead_leaves(tx: &mut Tx, lead: &Person, now: DateTime<Utc>) -> Result<()> {
    let heirs = heirs(tx, lead).await?;
    let letter: Letter =
        if heirs.is_empty() { HelpLetter::LeadStays.into() } else { DepartureLetter::WhoLeads(heirs).into() };
    tx.post(Post::answer(lead, letter), now).await.map(drop)
}
