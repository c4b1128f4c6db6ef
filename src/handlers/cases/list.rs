//! `/cases`: what is open on someone's desk, page by page; the lead sees every desk.

use super::card::Cards;
use super::room::Room;
use crate::domain::case::{CaseFile, CaseLetter, CaseToast, Line, Note};
use crate::domain::id::CaseId;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::handlers::House;
use crate::handlers::press::Press;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Cases on one page, each with a button.
const ON_PAGE: usize = 6;

/// `/cases`.
pub async fn command(tx: &mut Tx, _house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let list = page(tx, person, 0, now).await?;
    tx.post(Post::answer(person, list), now).await.map(drop)
}

/// The list as a new message: the digest it was asked from stays as it is.
pub(super) async fn ask(tx: &mut Tx, press: &Press) -> Result<Option<Letter>> {
    if !works(&press.person) {
        return Ok(Some(CaseLetter::Toast(CaseToast::NotYours).into()));
    }
    let list = page(tx, &press.person, 0, press.now).await?;
    tx.post(Post::answer(&press.person, list), press.now).await?;
    Ok(None)
}

/// Another page, in place.
pub(super) async fn turn(tx: &mut Tx, press: &Press, wanted: usize) -> Result<Option<Letter>> {
    if !works(&press.person) {
        return Ok(Some(CaseLetter::Toast(CaseToast::NotYours).into()));
    }
    let with = page(tx, &press.person, wanted, press.now).await?.into();
    let rewrite = Op::Rewrite { of: press.root, with };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

/// The card of a case on the list.
pub(super) async fn choose(tx: &mut Tx, press: &Press, case: CaseId) -> Result<Option<Letter>> {
    let room = Room::of(tx, &[case]).await?;
    let case = room.cases.first().filter(|case| {
        let knows = room.programme(case).is_some_and(|(_, team)| team.may_know(press.person.id, case));
        knows && works(&press.person) && case.programme == press.person.programme
    });
    let Some(case) = case else { return Ok(Some(CaseLetter::Toast(CaseToast::NotYours).into())) };
    let mut cards = Cards::at(press.now);
    cards.post(&room, case, press.person.chat, Note::Plain);
    cards.write(tx).await?;
    tx.audit(Some(press.person.id.0), "case shown", Some(case.id.0), press.now).await?;
    Ok(None)
}

pub(super) fn works(person: &Person) -> bool {
    person.role.is_staff() && person.standing == Standing::Ready
}

async fn page(tx: &mut Tx, person: &Person, wanted: usize, now: DateTime<Utc>) -> Result<CaseLetter> {
    let open = tx.open_cases(person.programme).await?;
    let room = Room::of(tx, &open).await?;
    let leads = person.role == Role::Lead;
    let hers = |case: &&CaseFile| {
        let knows = room.programme(case).is_some_and(|(_, team)| team.is_listed_for(person.id, case));
        knows && (leads || case.is_on_desk_of(person.id, leads))
    };
    let cases: Vec<&CaseFile> = room.cases.iter().filter(hers).collect();
    let nobody = tx.untold(person.programme).await?;
    let pages = cases.len().div_ceil(ON_PAGE).max(1);
    let page = wanted.min(pages - 1);
    let lines = cases
        .iter()
        .skip(page * ON_PAGE)
        .take(ON_PAGE)
        .map(|case| Line { untold: nobody.contains(&case.id), ..line(&room, case, now) })
        .collect();
    Ok(CaseLetter::List { page, pages, total: i64::try_from(cases.len()).unwrap_or(i64::MAX), lines })
}

fn line(room: &Room, case: &CaseFile, now: DateTime<Utc>) -> Line {
    Line {
        case: case.id,
        severity: case.severity,
        kind: case.kind,
        days: (now - case.opened_at).num_days(),
        owner: room.alias(case.owner),
        untold: false,
    }
}
