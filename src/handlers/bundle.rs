//! Messages nobody said whom they are for: held, asked about, asked about once more, dropped with a notice.

use super::relay::Marks;
use super::talk::{Said, to_pair};
use super::team::to_team;
use super::{House, checkin};
use crate::domain::dialogue::{Dialogue, Waiting};
use crate::domain::heard::{Heard, Kind, Written};
use crate::domain::help::HelpLetter;
use crate::domain::id::{CheckinId, LetterId, MessageId, PersonId};
use crate::domain::leak::shown;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::Person;
use crate::domain::quiet::QuietHours;
use crate::domain::relay::{RelayAnswer, RelayLetter, carried};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a held message waits for its address before it is asked about again, and then dropped.
const BUNDLE_HOURS: i64 = 24;

/// Holds a message until its writer says whom it is for.
pub(super) async fn hold(
    tx: &mut Tx,
    it: &Said<'_>,
    checkin: Option<CheckinId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person.chat, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    let question = for_whom(tx, it.person, false).await?;
    let question = tx.post(Post::answer(it.person.chat, question), now).await?;
    let bundle = Dialogue::Bundle { question, messages: vec![waiting(it)], checkin, asked: 1 };
    tx.await_from(it.person.id, Some(&bundle)).await?;
    tx.wake(Alarm::Bundle, it.person.id.0, now + TimeDelta::hours(BUNDLE_HOURS)).await
}

fn waiting(it: &Said<'_>) -> Waiting {
    let album = it.marks.album.map(str::to_owned);
    Waiting { message: it.message, kind: it.kind, album, forwarded: it.marks.forwarded, shows: it.shows }
}

/// A message that may wait for its address was changed: it is sent as it is then, so what it shows now counts.
pub(super) async fn edited(tx: &mut Tx, heard: &Heard, written: &Written) -> Result<()> {
    let Some(person) = tx.person_in(heard.chat).await? else { return Ok(()) };
    let Some(mut bundle) = person.dialogue else { return Ok(()) };
    if let Dialogue::Bundle { messages, .. } = &mut bundle
        && let Some(it) = messages.iter_mut().find(|it| it.message == written.message)
    {
        it.shows = shown(written.kind, &written.content);
        tx.await_from(person.id, Some(&bundle)).await?;
    }
    Ok(())
}

/// One more message while others are held: it joins them, unless its words name one of the buttons.
pub(super) async fn join(
    tx: &mut Tx,
    house: &House,
    it: &Said<'_>,
    (written, bundle): (&Written, Dialogue),
    now: DateTime<Utc>,
) -> Result<()> {
    let Dialogue::Bundle { question, mut messages, checkin, asked } = bundle else { return Ok(()) };
    if let Some(answer) = named(tx, house, it.person, written).await? {
        tx.post(Post::op(it.person.chat, Rank::Answer, Op::Clear { of: question }), now).await?;
        if let Some(said) = send(tx, it.person, (&messages, checkin), &answer, now).await? {
            tx.post(Post::answer(it.person.chat, said), now).await?;
        }
        return Ok(());
    }
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person.chat, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    messages.push(waiting(it));
    tx.await_from(it.person.id, Some(&Dialogue::Bundle { question, messages, checkin, asked })).await
}

async fn named(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    written: &Written,
) -> Result<Option<RelayAnswer>> {
    let (Kind::Text, Some(text)) = (written.kind, &written.text) else { return Ok(None) };
    // A lone number or smiley rather answers the check-in above than says whom something is for.
    if !text.chars().any(char::is_alphabetic) {
        return Ok(None);
    }
    let question = for_whom(tx, person, false).await?;
    let langs = checkin::languages(tx, person).await?;
    let index = house.words.named(&question.clone().into(), &langs, text);
    Ok(index.and_then(|index| question.offer().get(index).cloned()))
}

async fn for_whom(tx: &mut Tx, person: &Person, again: bool) -> Result<RelayLetter> {
    let pair = tx.pair_of(person.id).await?;
    let partner = pair.map(|pair| pair.partner(person.id).map(str::to_owned).unwrap_or_default());
    Ok(RelayLetter::ForWhom { partner, again })
}

/// Nobody said whom a message is for: it is asked once more, then dropped with a notice.
pub(super) async fn forgotten(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        let Some(Dialogue::Bundle { messages, checkin, asked, question }) = person.dialogue.clone() else {
            continue;
        };
        let open = QuietHours::default().next_open(person.zone, now);
        if open > now {
            tx.wake(Alarm::Bundle, person.id.0, open).await?;
            continue;
        }
        if asked > 1 {
            give_up(tx, &person, (question, checkin), now).await?;
            continue;
        }
        tx.post(Post::op(person.chat, Rank::Answer, Op::Clear { of: question }), now).await?;
        let question = for_whom(tx, &person, true).await?;
        let question = tx.post(Post::answer(person.chat, question), now).await?;
        let bundle = Dialogue::Bundle { question, messages, checkin, asked: asked + 1 };
        tx.await_from(person.id, Some(&bundle)).await?;
        tx.wake(Alarm::Bundle, person.id.0, now + TimeDelta::hours(BUNDLE_HOURS)).await?;
    }
    Ok(())
}

/// Whether a message of hers waits for its address.
pub(super) fn holds(person: &Person, message: MessageId) -> bool {
    matches!(&person.dialogue, Some(Dialogue::Bundle { messages, .. })
        if messages.iter().any(|it| it.message == message))
}

/// Takes a message back that waits for its address, with its whole album; `false` if it does not wait.
pub(super) async fn forget(
    tx: &mut Tx,
    person: &Person,
    message: MessageId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(Dialogue::Bundle { question, mut messages, checkin, asked }) = person.dialogue.clone() else {
        return Ok(false);
    };
    let Some(gone) = messages.iter().find(|it| it.message == message).cloned() else { return Ok(false) };
    messages.retain(|it| it.message != message && (it.album.is_none() || it.album != gone.album));
    if messages.is_empty() {
        tx.post(Post::op(person.chat, Rank::Answer, Op::Clear { of: question }), now).await?;
        free(tx, person, checkin).await?;
    } else {
        let bundle = Dialogue::Bundle { question, messages, checkin, asked };
        tx.await_from(person.id, Some(&bundle)).await?;
    }
    Ok(true)
}

/// Nobody gets the held messages, and their writer is told.
pub(super) async fn give_up(
    tx: &mut Tx,
    person: &Person,
    (question, checkin): (LetterId, Option<CheckinId>),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.post(Post::op(person.chat, Rank::Answer, Op::Clear { of: question }), now).await?;
    tx.post(Post::answer(person.chat, RelayLetter::Dropped), now).await?;
    free(tx, person, checkin).await
}

/// "For them", "for the team" or "for nobody": the question says in place what became of it.
pub(super) async fn answer(
    tx: &mut Tx,
    (person, root): (&Person, LetterId),
    answer: &RelayAnswer,
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    let Some(Dialogue::Bundle { question, messages, checkin, .. }) = person.dialogue.clone() else {
        return Ok(Some(HelpLetter::Stale.into()));
    };
    // An older question's button must not decide about newer messages.
    if question != root {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    if let Some(said) = send(tx, person, (&messages, checkin), answer, now).await? {
        let rewrite = Op::Rewrite { of: root, with: said.into() };
        tx.post(Post::op(person.chat, Rank::Answer, rewrite), now).await?;
    }
    Ok(None)
}

/// Sends the held messages where their writer says; gives what she is told, unless the leak guard told her.
async fn send(
    tx: &mut Tx,
    person: &Person,
    (messages, checkin): (&[Waiting], Option<CheckinId>),
    answer: &RelayAnswer,
    now: DateTime<Utc>,
) -> Result<Option<RelayLetter>> {
    free(tx, person, checkin).await?;
    let said: Vec<Said<'_>> = messages
        .iter()
        .map(|it| {
            let marks = Marks { album: it.album.as_deref(), forwarded: it.forwarded, ..Marks::default() };
            Said { person, message: it.message, kind: it.kind, shows: it.shows, marks, beat: None }
        })
        .collect();
    match answer {
        RelayAnswer::ForPartner => {
            let Some(pair) = tx.pair_of(person.id).await? else { return Ok(Some(RelayLetter::Alone)) };
            let mut went = false;
            for it in &said {
                went |= to_pair(tx, it, &pair, None, now).await?;
            }
            Ok(went.then(|| RelayLetter::SentOn { partner: pair.partner(person.id).map(str::to_owned) }))
        }
        RelayAnswer::ForTeam => {
            let header = RelayLetter::TeamFrom { alias: person.alias.clone() };
            let sent = to_team(tx, &said, header.into(), None, now).await?;
            Ok(Some(if sent { RelayLetter::TeamSent } else { RelayLetter::TeamNobody }))
        }
        RelayAnswer::ForNobody | RelayAnswer::WriteToTeam | RelayAnswer::CancelTeam => {
            Ok(Some(RelayLetter::NotSent))
        }
    }
}

/// Nothing is held any more; a check-in that is still open goes on waiting.
async fn free(tx: &mut Tx, person: &Person, asked: Option<CheckinId>) -> Result<()> {
    let waiting = checkin::waiting(tx, person, asked).await?;
    tx.await_from(person.id, waiting.as_ref()).await?;
    tx.let_sleep(Alarm::Bundle, person.id.0).await
}
