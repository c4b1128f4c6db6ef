//! Who of the team answers in somebody's talk with it, and the button *Answer*: her next message goes there.

use super::said::Said;
use super::team::{TEAM_MINUTES, with_team};
use super::{bundle, cases, checkin};
use crate::domain::dialogue::Dialogue;
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::letter::{Letter, Post};
use crate::domain::person::{Person, Standing};
use crate::domain::relay::{RelayLetter, carried};
use crate::store::{Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Somebody of the team taps *Answer*: her next message goes to whoever wrote (spec relay §3, 7 b).
pub(super) async fn announced(
    tx: &mut Tx,
    staff: &Person,
    of: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    let Some(participant) = tx.person(of).await? else { return Ok(Some(HelpLetter::Stale.into())) };
    if who(tx, std::slice::from_ref(staff), &participant).await?.is_none() {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    for part in tx.parts(staff.chat).await? {
        bundle::put_down(tx, &part, now).await?;
    }
    let until = (now + TimeDelta::minutes(TEAM_MINUTES)).timestamp_millis();
    tx.await_from(staff.id, Some(&Dialogue::Answer { of, until })).await?;
    let in_danger =
        tx.danger(participant.chat).await?.is_some() && !cases::parts(tx, &participant, staff.chat).await?;
    let prompt = RelayLetter::AnswerPrompt { alias: participant.called().to_owned(), in_danger };
    tx.post(Post::answer(staff, prompt), now).await?;
    Ok(None)
}

/// Whether her next message is the answer she announced: she did so lately, and after her tap if she has pressed 🆘.
pub(super) fn is_to_answer(dialogue: &Dialogue, danger: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let Dialogue::Answer { until, .. } = dialogue else { return false };
    let tapped = until - TimeDelta::minutes(TEAM_MINUTES).num_milliseconds();
    now.timestamp_millis() <= *until && danger.is_none_or(|danger| danger.timestamp_millis() <= tapped)
}

/// The message she announced, to whoever wrote to the team.
pub(super) async fn comes(tx: &mut Tx, it: &Said<'_>, of: PersonId, now: DateTime<Utc>) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let waiting = checkin::waiting(tx, it.person, None).await?;
    tx.await_from(it.person.id, waiting.as_ref()).await?;
    let said = if with_team(tx, it, of, None, now).await? {
        let participant = tx.person(of).await?;
        RelayLetter::SentOn { partner: participant.map(|participant| participant.alias) }
    } else {
        RelayLetter::NotSent
    };
    tx.post(Post::answer(it.person, said), now).await.map(drop)
}

/// The one of these parts who answers in a participant's talk with the team: who works in it, or has her case about it.
pub(super) async fn who<'a>(
    tx: &mut Tx,
    parts: &'a [Person],
    participant: &Person,
) -> Result<Option<&'a Person>> {
    let works = parts.iter().find(|part| is_here(part, participant) && part.role.is_staff());
    if works.is_some() {
        return Ok(works);
    }
    let has = cases::hears(tx, participant).await?.unwrap_or_default();
    let reads = |part: &&Person| has.iter().any(|reader| reader.id == part.id);
    let hears = parts.iter().filter(|part| is_here(part, participant)).find(reads);
    if hears.is_some() {
        return Ok(hears);
    }
    // After 🆘 her words reach the teams of all her programmes: whoever has her case answers, wherever she works.
    let danger = tx.danger(participant.chat).await?.map(|danger| danger.cases).unwrap_or_default();
    let rung = cases::readers(tx, &danger).await?;
    let reads = |part: &&Person| rung.iter().any(|reader| reader.id == part.id);
    Ok(parts.iter().filter(|part| part.standing == Standing::Ready).find(reads))
}

fn is_here(part: &Person, participant: &Person) -> bool {
    part.standing == Standing::Ready && part.programme == participant.programme
}

/// Whether one of these parts may answer in somebody's talk with the team.
pub(super) async fn answers(tx: &mut Tx, it: &Said<'_>, of: PersonId) -> Result<bool> {
    let Some(participant) = tx.person(of).await? else { return Ok(false) };
    Ok(who(tx, it.parts, &participant).await?.is_some())
}
