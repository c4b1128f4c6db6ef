//! Cases that some of the team must not know of: who tells one, whom it names, who has it, and what her other cases and her
//! words do meanwhile (spec programme, safeguarding 6).

use super::card::Cards;
use super::room::Room;
use super::{claims, climb, found_again};
use crate::domain::case::{CaseKind, Claim, Meant, NewCase, Note};
use crate::domain::conversation::Conversation;
use crate::domain::id::{CaseId, ChatId};
use crate::domain::person::{Person, Role};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The open cases about this team that an account has told.
async fn told_by(tx: &mut Tx, person: &Person) -> Result<Vec<Claim>> {
    let mut claims = tx.claims(person.programme).await?;
    claims.retain(|claim| claim.by == person.chat && claim.programme == person.programme);
    Ok(claims)
}

/// Whom of this team an account has named, here or elsewhere.
async fn named_by(tx: &mut Tx, person: &Person) -> Result<Vec<Meant>> {
    let claims = claims::in_programme(tx, person.programme).await?.into_iter();
    Ok(claims.filter(|claim| claim.by == person.chat).flat_map(|claim| claim.meant).collect())
}

/// Whom of the team a new case names: whoever it is about, whoever she has named before and is not through with, and a
/// partner who works in the team, if she may mean him.
pub(super) async fn meant(tx: &mut Tx, new: &NewCase) -> Result<Vec<Meant>> {
    let Some(id) = new.person else { return Ok(Vec::new()) };
    let Some(person) = tx.person(id).await? else { return Ok(Vec::new()) };
    if person.role.is_staff() {
        return Ok(vec![Meant::Somebody(person.id)]);
    }
    // Mail with a clock was written before she named anybody: whoever looked after it then still does.
    let mut meant = if new.kind == CaseKind::Mail { Vec::new() } else { named_by(tx, &person).await? };
    if new.kind.may_name_partner() {
        let pairs = tx.pairs_of(&[person.id]).await?;
        let partners: Vec<ChatId> =
            pairs.iter().flat_map(Conversation::active).map(|member| member.chat).collect();
        let staff = tx.staff(new.programme).await?;
        let inside = staff.iter().filter(|it| it.chat != person.chat && partners.contains(&it.chat));
        meant.extend(inside.map(|it| Meant::Somebody(it.id)));
    }
    let mut once = Vec::new();
    for one in meant {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    Ok(once)
}

/// Puts a case on file that names somebody of the team, and tells who may know.
pub(super) async fn file(tx: &mut Tx, new: &NewCase, meant: &[Meant], now: DateTime<Utc>) -> Result<CaseId> {
    let case = tx.file_secret(new, meant, now).await?;
    climb(tx, &[case.0], now).await?;
    Ok(case)
}

/// "It is about the team": who has it now, if anybody has.
pub(in crate::handlers) async fn about_team(
    tx: &mut Tx,
    person: &Person,
    meant: Meant,
    now: DateTime<Utc>,
) -> Result<Vec<Person>> {
    let new = NewCase {
        programme: person.programme,
        kind: CaseKind::Team,
        conversation: None,
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: Vec::new(),
    };
    let claims = told_by(tx, person).await?;
    let known = claims.iter().find(|claim| claim.meant == [meant]).map(|claim| claim.case);
    let case = match tx.cases(known.as_slice()).await?.pop() {
        Some(mut case) => {
            found_again(tx, &mut case, &new, now).await?;
            case.id
        }
        None => file(tx, &new, &[meant], now).await?,
    };
    tx.audit(Some(person.id.0), "said that it is about the team", Some(case.0), now).await?;
    show_the_others(tx, (person, case), now).await?;
    super::responsible(tx, case).await
}

/// When a member of the team was kept from what somebody wrote to it, because a case of hers named him: from a moment up to
/// another, or still.
pub(in crate::handlers) async fn apart(
    tx: &mut Tx,
    person: &Person,
    reader: &Person,
) -> Result<Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>> {
    let staff: Vec<Person> =
        tx.parts(reader.chat).await?.into_iter().filter(|part| part.role.is_staff()).collect();
    let named = |claim: &Claim| {
        let mut there = staff.iter().filter(|part| part.programme == claim.programme).peekable();
        let works = there.peek().is_some();
        let leads = there.any(|part| part.role == Role::Lead);
        let one = |meant: &Meant| match meant {
            Meant::Somebody(id) => staff.iter().any(|part| part.id == *id),
            Meant::Lead => leads,
            Meant::Unsaid => works,
        };
        // Whom one named that was unfounded nobody knows any more: it may have been anybody.
        claim.meant.iter().any(one) || (claim.meant.is_empty() && works)
    };
    let ever = tx.claims_ever(person.chat).await?.into_iter();
    Ok(ever.filter(|(claim, _)| named(claim)).map(|(claim, to)| (claim.since, to)).collect())
}

/// Who of the team had a case of hers and may not know of it any more has it no longer: somebody else takes it.
async fn taken_anew(tx: &mut Tx, cases: &[CaseId], now: DateTime<Utc>) -> Result<()> {
    let mut room = Room::of(tx, cases).await?;
    let mut files = std::mem::take(&mut room.cases);
    files.retain_mut(|case| {
        let Some((_, team)) = room.programme(case) else { return false };
        let lost = case.owner.filter(|_| case.acknowledged_at.is_some());
        let lost = lost.is_some_and(|owner| team.is_secret(case) && !team.may_know(owner, case));
        if lost {
            case.let_go(now);
        }
        lost
    });
    tx.save_cases(&files).await?;
    climb(tx, &files.iter().map(|case| case.id.0).collect::<Vec<_>>(), now).await
}

/// Who has it sees what else she has asked for: who is named does not work on that any more.
async fn show_the_others(tx: &mut Tx, (person, case): (&Person, CaseId), now: DateTime<Utc>) -> Result<()> {
    let mut ids = vec![case];
    for part in tx.parts(person.chat).await? {
        ids.extend(tx.cases_about(None, Some(part.id)).await?);
    }
    taken_anew(tx, &ids, now).await?;
    let room = Room::of(tx, &ids).await?;
    let Some((told, others)) = room.cases.split_first() else { return Ok(()) };
    let Some((_, team)) = room.programme(told) else { return Ok(()) };
    let mut cards = Cards::at(now);
    for reader in team.responsible(told) {
        for other in others.iter().filter(|it| it.id != case && it.programme == person.programme) {
            if team.may_know(reader.id, other) && !room.hung(other.id).any(|(chat, _)| chat == reader.chat) {
                cards.post(&room, other, reader.chat, Note::Plain);
            }
        }
    }
    cards.write(tx).await
}

/// Who reads what somebody writes to the team while a case of hers about it is open: who has that, and nobody who is named.
/// Where she would not say whom she means and nobody has it, as she was told, nobody reads it: it could be anyone. `None`
/// if none is open.
pub(in crate::handlers) async fn hears(tx: &mut Tx, person: &Person) -> Result<Option<Vec<Person>>> {
    let claims: Vec<CaseId> = told_by(tx, person).await?.iter().map(|claim| claim.case).collect();
    if claims.is_empty() {
        return Ok(None);
    }
    let room = Room::of(tx, &claims).await?;
    let mut readers: Vec<Person> = Vec::new();
    for case in room.cases.iter().rev() {
        let Some((_, team)) = room.programme(case) else { continue };
        let has = team.responsible(case).into_iter();
        readers.extend(has.filter(|it| !room.cases.iter().any(|of| team.is_named(it, of))).cloned());
    }
    let unsaid = room.cases.iter().any(|case| case.meant.contains(&Meant::Unsaid));
    if let (true, false, Some(case)) = (readers.is_empty(), unsaid, room.cases.first()) {
        let Some((_, team)) = room.programme(case) else { return Ok(Some(readers)) };
        let meant = |it: &Person| room.cases.iter().any(|of| team.is_named_outright(it, of));
        let inside = |it: &Person| it.chat == person.chat;
        readers = team.staff.iter().filter(|it| !meant(it) && !inside(it)).cloned().collect();
        readers.sort_by_key(|it| Some(it.id) != person.coordinator);
    }
    // Nor whoever another case of hers names.
    let mut open = Vec::new();
    for reader in readers {
        if !parts(tx, person, reader.chat).await? {
            open.push(reader);
        }
    }
    Ok(Some(open))
}

/// Whether a member of the team is named in an open case of somebody's: nothing goes between the two.
pub(in crate::handlers) async fn parts(tx: &mut Tx, person: &Person, chat: ChatId) -> Result<bool> {
    if let Some(danger) = tx.danger(person.chat).await? {
        let named: Vec<_> = tx.named(&danger.cases).await?.into_iter().map(|(_, named)| named).collect();
        if tx.persons(&named).await?.iter().any(|named| named.chat == chat) {
            return Ok(true);
        }
    }
    for claim in tx.claims(person.programme).await?.iter().filter(|claim| claim.by == person.chat) {
        if claims::outright(tx, claim).await?.contains(&chat) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a case is kept from some of the team.
pub(in crate::handlers) async fn is_secret(tx: &mut Tx, case: CaseId) -> Result<bool> {
    let room = Room::of(tx, &[case]).await?;
    Ok(room.cases.iter().any(|case| room.programme(case).is_some_and(|(_, team)| team.is_secret(case))))
}

/// Whether a member of the team is named in an open case, so that she changes nothing about this pair: it is one of who
/// named her. With all others she works on as before, so that nothing tells her.
pub(in crate::handlers) async fn is_set_aside(
    tx: &mut Tx,
    me: &Person,
    pair: Option<&Conversation>,
) -> Result<bool> {
    let claims = claims::in_programme(tx, me.programme).await?;
    Ok(claims.iter().any(|claim| {
        let hers = || pair.is_some_and(|pair| pair.has_chat(claim.by));
        claim.meant.iter().any(|meant| match meant {
            Meant::Somebody(id) => *id == me.id && (pair.is_none() || hers()),
            Meant::Lead => me.role == Role::Lead && hers(),
            Meant::Unsaid => false,
        })
    }))
}

/// Those of the team who look after somebody's pairs while who does is named in an open case that counts, by when it was told.
pub(in crate::handlers) async fn without_set_aside(
    tx: &mut Tx,
    mut staff: Vec<Person>,
    counts: impl Fn(DateTime<Utc>) -> bool,
) -> Result<Vec<Person>> {
    let Some(first) = staff.first() else { return Ok(staff) };
    let mut claims = claims::in_programme(tx, first.programme).await?;
    claims.retain(|claim| counts(claim.since));
    let named = |person: &Person| claims.iter().any(|it| it.meant.contains(&Meant::Somebody(person.id)));
    if staff.iter().any(|person| !named(person)) {
        staff.retain(|person| !named(person));
    }
    Ok(staff)
}
