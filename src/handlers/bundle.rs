//! Messages nobody said whom they are for: held, asked about, asked about once more, dropped with a notice.

use super::passing::Marks;
use super::said::{Said, to_pair};
use super::team::{says_as, tells_team, with_team};
use super::{House, checkin, switch, whom};
use crate::domain::conversation::Conversation;
use crate::domain::dialogue::{Dialogue, Waiting};
use crate::domain::heard::{Kind, Written};
use crate::domain::help::HelpLetter;
use crate::domain::id::{CheckinId, ConversationId, LetterId, MessageId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::pause::Notice;
use crate::domain::person::Person;
use crate::domain::quiet::QuietHours;
use crate::domain::relay::{Addressee, RelayAnswer, RelayLetter, carried};
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
        return tx.post(Post::answer(it.person, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    ask(tx, it.person, (vec![waiting(it)], checkin, 1), now).await
}

/// Asks whom held messages are for.
async fn ask(
    tx: &mut Tx,
    person: &Person,
    (messages, checkin, asked): (Vec<Waiting>, Option<CheckinId>, u8),
    now: DateTime<Utc>,
) -> Result<()> {
    let rank = says_as(tx, person).await?;
    let question = Post::ranked(person, rank, whom::question(tx, person.chat, asked > 1, now).await?);
    let first = messages.first().map(|it| it.message);
    let question = first.into_iter().fold(question, Post::in_reply_to);
    let question = tx.post(question, now).await?;
    let bundle = Dialogue::Bundle { question, messages, checkin, asked };
    tx.await_from(person.id, Some(&bundle)).await?;
    tx.wake(Alarm::Bundle, person.id.0, now + TimeDelta::hours(BUNDLE_HOURS)).await
}

fn waiting(it: &Said<'_>) -> Waiting {
    let album = it.marks.album.map(str::to_owned);
    Waiting {
        message: it.message,
        kind: it.kind,
        album,
        forwarded: it.marks.forwarded,
        elsewhere: it.marks.elsewhere,
        shows: it.shows,
        poses: it.marks.poses,
    }
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
    if let Some(answer) = named(tx, house, it.person, written, now).await? {
        tx.post(Post::op(it.person, Rank::Answer, Op::Clear { of: question }), now).await?;
        if let Some(said) = send(tx, it.person, (messages, checkin), &answer, now).await? {
            let rank = says_as(tx, it.person).await?;
            tx.post(Post::ranked(it.person, rank, said), now).await?;
        }
        return Ok(());
    }
    if !carried(it.kind) {
        return tx.post(Post::answer(it.person, RelayLetter::NotCarried(it.kind)), now).await.map(drop);
    }
    messages.push(waiting(it));
    tx.await_from(it.person.id, Some(&Dialogue::Bundle { question, messages, checkin, asked })).await
}

async fn named(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<Option<RelayAnswer>> {
    let (Kind::Text, Some(text)) = (written.kind, &written.text) else { return Ok(None) };
    // A lone number or smiley rather answers the check-in above than says whom something is for.
    if !text.chars().any(char::is_alphabetic) {
        return Ok(None);
    }
    let question = whom::question(tx, person.chat, false, now).await?;
    let langs = checkin::languages(tx, person).await?;
    let index = house.words.named(&question.clone().into(), &langs, text);
    let answer = index.and_then(|index| question.offer().get(index).cloned());
    Ok(answer.filter(|answer| !matches!(answer, RelayAnswer::More(_))))
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
        tx.post(Post::op(&person, Rank::Answer, Op::Clear { of: question }), now).await?;
        ask(tx, &person, (messages, checkin, asked + 1), now).await?;
    }
    Ok(())
}

/// She does something else: nobody gets what she holds, if she does.
pub(super) async fn put_down(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match &person.dialogue {
        Some(Dialogue::Bundle { question, checkin, .. }) => {
            give_up(tx, person, (*question, *checkin), now).await
        }
        Some(
            Dialogue::Join
            | Dialogue::Setup
            | Dialogue::Team { .. }
            | Dialogue::Checkin { .. }
            | Dialogue::Talked
            | Dialogue::TeamWrote
            | Dialogue::Answer { .. }
            | Dialogue::Reason { .. },
        )
        | None => Ok(()),
    }
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
        tx.post(Post::op(person, Rank::Answer, Op::Clear { of: question }), now).await?;
        free(tx, person, checkin).await?;
    } else {
        let bundle = Dialogue::Bundle { question, messages, checkin, asked };
        tx.await_from(person.id, Some(&bundle)).await?;
    }
    Ok(true)
}

/// Nobody gets the held messages, and their writer is told.
async fn give_up(
    tx: &mut Tx,
    person: &Person,
    (question, checkin): (LetterId, Option<CheckinId>),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.post(Post::op(person, Rank::Answer, Op::Clear { of: question }), now).await?;
    tx.post(Post::answer(person, RelayLetter::Dropped), now).await?;
    free(tx, person, checkin).await
}

/// "For them", "for the team" or "for nobody": the question says in place what became of it.
pub(super) async fn answer(
    tx: &mut Tx,
    (person, root): (&Person, LetterId),
    answer: &RelayAnswer,
    now: DateTime<Utc>,
) -> Result<Option<Letter>> {
    let Some(Dialogue::Bundle { question, messages, checkin, asked }) = person.dialogue.clone() else {
        return Ok(Some(HelpLetter::Stale.into()));
    };
    // An older question's button must not decide about newer messages.
    if question != root {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let said = if let RelayAnswer::More(from) = answer {
        let (choices, other) = whom::choices(tx, person.chat, now).await?;
        Some(RelayLetter::ForWhom { choices, from: *from, again: asked > 1, other })
    } else {
        send(tx, person, (messages, checkin), answer, now).await?
    };
    if let Some(said) = said {
        let rank = says_as(tx, person).await?;
        let rewrite = Op::Rewrite { of: root, with: said.into() };
        tx.post(Post::op(person, rank, rewrite), now).await?;
    }
    Ok(None)
}

/// She chose a conversation on her keyboard: what is held goes there. `false` if nothing is.
pub(super) async fn chosen(
    tx: &mut Tx,
    parts: &[Person],
    conversation: ConversationId,
    now: DateTime<Utc>,
) -> Result<bool> {
    for person in parts {
        let Some(Dialogue::Bundle { question, messages, checkin, .. }) = person.dialogue.clone() else {
            continue;
        };
        tx.post(Post::op(person, Rank::Answer, Op::Clear { of: question }), now).await?;
        let answer = RelayAnswer::For(Addressee::Pair(conversation));
        if let Some(rests) = send(tx, person, (messages, checkin), &answer, now).await?
            && rests == RelayLetter::Rests
        {
            tx.post(Post::answer(person, rests), now).await?;
        }
        return Ok(true);
    }
    Ok(false)
}

/// Sends the held messages where their writer says; gives what she is told, unless the leak guard told her. What was
/// chosen may be over meanwhile: then it is asked anew, and nothing is lost.
async fn send(
    tx: &mut Tx,
    holder: &Person,
    (messages, checkin): (Vec<Waiting>, Option<CheckinId>),
    answer: &RelayAnswer,
    now: DateTime<Utc>,
) -> Result<Option<RelayLetter>> {
    free(tx, holder, checkin).await?;
    if *answer == RelayAnswer::ForOther {
        tx.post(Post::answer(holder, RelayLetter::Rests), now).await?;
    }
    let RelayAnswer::For(to) = answer else { return Ok(Some(RelayLetter::NotSent)) };
    let parts = tx.parts(holder.chat).await?;
    let (found, _) = whom::choices(tx, holder.chat, now).await?;
    let found = found.into_iter().find(|choice| choice.to == *to);
    if let (Addressee::Pair(id), None) = (to, &found)
        && let Some((pair, part)) = pair(tx, &parts, *id).await?
        && (!whom::is_stopped(&pair, &[part.id]) || tx.danger(holder.chat).await?.is_none())
    {
        return into_resting(tx, &said(&messages, &parts, part).collect::<Vec<_>>(), &pair, now).await;
    }
    match (to, found) {
        (Addressee::Pair(id), Some(choice)) => {
            let Some((pair, part)) = pair(tx, &parts, *id).await? else { return Ok(None) };
            let mut went = false;
            for it in said(&messages, &parts, part) {
                went |= to_pair(tx, &it, &pair, None, now).await?;
            }
            switch::act(tx, holder.chat, *id, now).await?;
            let partner = Some(choice.name).filter(|name| !name.is_empty());
            Ok(went.then_some(RelayLetter::SentOn { partner }))
        }
        (Addressee::Team(id), Some(_)) => {
            let Some(part) = parts.iter().find(|part| part.id == *id) else { return Ok(None) };
            let said: Vec<Said<'_>> = said(&messages, &parts, part).collect();
            tells_team(tx, part, &said, now).await.map(Some)
        }
        (Addressee::Talk(id), Some(choice)) => {
            let Some(of) = tx.team_of(*id).await? else { return Ok(None) };
            let mut went = true;
            for it in said(&messages, &parts, holder) {
                went &= with_team(tx, &it, of, None, now).await?;
            }
            let on = RelayLetter::SentOn { partner: Some(choice.name) };
            Ok(Some(if went { on } else { RelayLetter::NotSent }))
        }
        (_, None) => ask(tx, holder, (messages, checkin, 1), now).await.map(|()| None),
    }
}

/// She chose a conversation that rests, on purpose or since she was asked: what she wrote waits there.
async fn into_resting(
    tx: &mut Tx,
    said: &[Said<'_>],
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<Option<RelayLetter>> {
    let Some(first) = said.first() else { return Ok(None) };
    let (told, _) = tx.told(pair.id, first.person.id).await?;
    for it in said {
        to_pair(tx, it, pair, None, now).await?;
    }
    switch::act(tx, first.person.chat, pair.id, now).await?;
    Ok(told.filter(|told| told == Notice::Rests.as_str()).map(|_| RelayLetter::Rests))
}

/// Held messages, as said by this part of the account.
fn said<'a>(
    messages: &'a [Waiting],
    parts: &'a [Person],
    person: &'a Person,
) -> impl Iterator<Item = Said<'a>> {
    messages.iter().map(move |it| {
        let Waiting { forwarded, elsewhere, poses, .. } = *it;
        let marks = Marks { album: it.album.as_deref(), forwarded, elsewhere, poses, ..Marks::default() };
        Said { parts, person, message: it.message, kind: it.kind, shows: it.shows, marks, beat: None }
    })
}

/// A live conversation of an account, and which of its parts is in it.
async fn pair<'a>(
    tx: &mut Tx,
    parts: &'a [Person],
    id: ConversationId,
) -> Result<Option<(Conversation, &'a Person)>> {
    let Some(pair) = tx.conversation(id).await?.filter(|pair| pair.phase.is_live()) else { return Ok(None) };
    let part = parts.iter().find(|part| pair.has(part.id));
    Ok(part.map(|part| (pair, part)))
}

/// Nothing is held any more; a check-in that is still open goes on waiting.
async fn free(tx: &mut Tx, person: &Person, asked: Option<CheckinId>) -> Result<()> {
    let waiting = checkin::waiting(tx, person, asked).await?;
    tx.await_from(person.id, waiting.as_ref()).await?;
    tx.let_sleep(Alarm::Bundle, person.id.0).await
}
