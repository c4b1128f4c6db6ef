//! What becomes of people's data: the consent text part by part, what is new in it, and `/privacy`.

use super::press::Press;
use super::{House, join, link, morning};
use crate::domain::heard::Heard;
use crate::domain::id::{ChatId, LetterId, PersonId};
use crate::domain::join::{JoinAnswer, JoinLetter, Responsible};
use crate::domain::letter::{Op, Post, Rank, To};
use crate::domain::person::{Person, Reach, Standing};
use crate::domain::privacy::parts;
use crate::domain::programme::Programme;
use crate::domain::steps::CONSENT;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// The fact that says which consent text everybody has been told of.
const TOLD: &str = "consent";

/// How many people are looked at in one go.
const AT_ONCE: usize = 500;

/// A part of the consent text that is hers.
pub(super) async fn consent(tx: &mut Tx, person: &Person, part: usize) -> Result<JoinLetter> {
    let new = tx.programme(person.programme).await?.name.is_empty();
    let reads = person.profile.consent.is_some();
    Ok(JoinLetter::Consent { role: person.role, new, part, reads })
}

/// Shows a part in place of another, or the text from its beginning.
pub(super) async fn answer(tx: &mut Tx, press: &Press, answer: &JoinAnswer) -> Result<()> {
    if let JoinAnswer::Read(part) = answer {
        let letter = consent(tx, &press.person, *part).await?;
        return join::rewrite(tx, press, letter).await;
    }
    let letter = consent(tx, &press.person, 0).await?;
    tx.post(Post::answer(&press.person, letter), press.now).await.map(drop)
}

/// `/privacy`: everybody is answered, also before she has agreed to anything, after she has left, and strangers.
pub(super) async fn command(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let (to, letter) = said(tx, house, heard, 0).await?;
    tx.post(Post::answer(to, letter), now).await.map(drop)
}

/// Another part of it in the place of one, for whoever pressed: to a stranger no part of anybody's belongs.
pub(super) async fn turns(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (root, part): (LetterId, usize),
    now: DateTime<Utc>,
) -> Result<()> {
    let (to, letter) = said(tx, house, heard, part).await?;
    let rewrite = Op::Rewrite { of: root, with: letter.into() };
    tx.post(Post::op(to, Rank::Answer, rewrite), now).await.map(drop)
}

/// A part of it, as it concerns this account now.
async fn said(tx: &mut Tx, house: &House, heard: &Heard, part: usize) -> Result<(To, JoinLetter)> {
    let own = tx.parts(heard.chat).await?;
    let lang = own.is_empty().then(|| link::guess(house, heard));
    let mut programmes = Vec::new();
    for it in &own {
        let Programme { name: programme, responsible: who, .. } = tx.programme(it.programme).await?;
        let responsible = Responsible { programme, who };
        if !responsible.programme.is_empty() && !programmes.contains(&responsible) {
            programmes.push(responsible);
        }
    }
    let team = own.iter().any(|it| it.standing.has_team() && !it.role.is_staff());
    let about = parts(own.iter().any(|it| !it.role.is_staff()), own.iter().any(|it| it.role.is_staff()));
    let part = part.min(about.len().saturating_sub(1));
    let to = own.first().map_or(heard.chat.into(), To::from);
    Ok((to, JoinLetter::Privacy { programmes, lang, team, about, part }))
}

/// Whoever agreed to an older consent text goes on, and reads once that it says more now. Looked at when the bot wakes;
/// who is out of reach reads it when she is back.
pub async fn wakes(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    let newest = CONSENT.to_string();
    if tx.fact(TOLD).await?.is_none_or(|told| told != newest) {
        tx.note(TOLD, &newest).await?;
        let (mut accounts, mut last) = (BTreeSet::new(), None);
        loop {
            let mut older = tx.everybody(last, AT_ONCE).await?;
            let Some(person) = older.last() else { break };
            last = Some(person.id);
            older.retain(|person| is_older(person) && accounts.insert(person.chat));
            tx.owe_news(&older.iter().map(|person| person.id).collect::<Vec<_>>()).await?;
        }
    }
    let owed = tx.owed_news().await?;
    says(tx, &owed, now).await
}

/// She is back: what she was to read meanwhile she reads now.
pub(super) async fn back(tx: &mut Tx, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    let mut owed = Vec::new();
    for part in parts {
        if tx.fact(&owed_to(part.id)).await?.is_some() {
            owed.push(part.id);
        }
    }
    says(tx, &owed, now).await
}

/// It has arrived.
pub(super) async fn arrived(tx: &mut Tx, chat: ChatId) -> Result<()> {
    for part in tx.parts(chat).await? {
        tx.forget(&owed_to(part.id)).await?;
    }
    Ok(())
}

fn owed_to(person: PersonId) -> String {
    format!("news:{person}")
}

fn is_older(person: &Person) -> bool {
    let here = !matches!(person.standing, Standing::Left | Standing::Refused);
    here && person.profile.consent.is_some_and(|agreed| agreed < CONSENT)
}

/// Says it to those of them who can be reached, unless it is on its way.
async fn says(tx: &mut Tx, owed: &[PersonId], now: DateTime<Utc>) -> Result<()> {
    if owed.is_empty() {
        return Ok(());
    }
    let on_its_way = tx.news_waits(owed).await?;
    let mut readers = tx.persons(owed).await?;
    readers.retain(|it| is_older(it) && it.reach == Reach::Reachable && !on_its_way.contains(&it.id));
    let news = |it: &Person| Post::ranked(it, Rank::Announcement, JoinLetter::News);
    morning::post(tx, readers.iter().map(news).collect(), now).await
}
