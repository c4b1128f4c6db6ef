//! When a letter does not arrive, and when someone who was away is back.

use super::follows::{Follows, follows};
use super::{
    cases, edit, late, missed, morning, passing, patience, privacy, refused, stop, supervised, topics, undo,
};
use crate::domain::case::{CaseKind, CaseLetter, Hitch, Severity};
use crate::domain::circle::REACHED;
use crate::domain::conversation::Conversation;
use crate::domain::id::ChatId;
use crate::domain::join::JoinLetter;
use crate::domain::letter::{Letter, Op, Post, Rank, To};
use crate::domain::pause::Notice;
use crate::domain::person::{Person, Reach};
use crate::domain::presence::Presence;
use crate::domain::relay::RelayLetter;
use crate::store::{Alarm, Carried, Errand, Leased, NewCase, Result, Tx};
use crate::telegram::Refused;
use crate::telegram::refusal::Never;
use chrono::{DateTime, TimeDelta, Utc};

/// A letter came back: what follows from the refusal, in the transaction that signs it off.
pub async fn refused(
    tx: &mut Tx,
    errand: &Errand,
    why: &Refused,
    carried: &Carried,
    now: DateTime<Utc>,
) -> Result<()> {
    if matches!(carried, Carried::Later(..) | Carried::Held) {
        tx.withdraw_taken_back(errand.id).await?;
    }
    if matches!(carried, Carried::Later(..)) && errand.lane.0 > 0 {
        late::put_off(tx, errand, now).await?;
        // What was told after ten minutes is not told again at each later try.
        let first = errand.attempts <= 1 || now < errand.queued_at + REACHED;
        if let Some((_, source)) = errand.message().filter(|_| first)
            && in_circle(tx, errand).await?
        {
            late::not_everybody(tx, (source, errand.queued_at), false, now).await?;
        }
    }
    match follows(errand, why, carried) {
        Follows::Again => refused::slow(tx, errand, why, now).await,
        Follows::Nothing => {
            tracing::debug!(letter = errand.id.0, "an ornament was refused");
            Ok(())
        }
        Follows::Moved(to) => cases::moved(tx, errand.lane, to, now).await,
        Follows::GroupLost => cases::group_lost(tx, errand.lane, now).await,
        Follows::OutOfReach(reach) => out_of_reach(tx, errand, reach, now).await,
        Follows::FreshCopy => edit::afresh(tx, errand, now).await,
        Follows::NotCorrected => edit::given_up(tx, errand, now).await,
        Follows::NotTakenBack => undo::failed(tx, errand, now).await,
        Follows::NobodyKnows => nobody_knows(tx, errand, now).await,
        Follows::PrivateTopic => topics::refused(tx, errand, now).await,
        Follows::RoomTopic => supervised::topic_refused(tx, errand, now).await,
        Follows::CaseTopic => cases::no_topic(tx, errand, class_of(why), now).await,
        Follows::TopicAgain => cases::topic_gone(tx, errand, now).await,
        Follows::CardAgain => cases::card_gone(tx, errand, now).await,
        Follows::ForGood(class) => refused::for_good(tx, errand, (class, carried), now).await,
        Follows::GivenUp => {
            tracing::warn!(letter = errand.id.0, "a letter was given up");
            tell_author(tx, errand, RelayLetter::NotDelivered, now).await?;
            if errand.lane.0 < 0 {
                return cases::refuses(tx, errand.lane, Hitch::Slow, now).await;
            }
            cases::not_taken(tx, errand, now).await
        }
    }
}

fn class_of(why: &Refused) -> Never {
    if let Refused::Never(class) = why { *class } else { Never::Other }
}

/// Telegram does not say whether an account is in a group.
async fn nobody_knows(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let Leased::Look(account) = errand.what else { return Ok(()) };
    cases::looked(tx, (errand.lane, account), Presence::Unknown, now).await
}

/// Whether something follows from the arrival of a letter: it was sent to find out whether it would, or came in part.
pub fn tells(errand: &Errand, carried: &Carried) -> bool {
    left_out(errand, carried).is_some() || finds_out(errand) || is_news(errand)
}

fn is_news(errand: &Errand) -> bool {
    matches!(errand.what, Leased::Write(Letter::Join(JoinLetter::News)))
}

fn finds_out(errand: &Errand) -> bool {
    errand.lane.0 < 0
        && matches!(errand.what, Leased::Write(Letter::Case(CaseLetter::GroupBack)) | Leased::Look(_))
}

/// Of an album that Telegram copied in part: how much arrived, and how much there was.
fn left_out(errand: &Errand, carried: &Carried) -> Option<(usize, usize)> {
    match (&errand.what, carried) {
        (Leased::Album { parts, .. }, Carried::Album(copies)) if copies.len() < parts.len() => {
            Some((copies.len(), parts.len()))
        }
        _ => None,
    }
}

/// A letter arrived: what follows, in the transaction that signs it off.
pub async fn arrived(tx: &mut Tx, errand: &Errand, carried: &Carried, now: DateTime<Utc>) -> Result<()> {
    match (&errand.what, carried) {
        (Leased::Look(account), Carried::Looked(presence)) => {
            cases::looked(tx, (errand.lane, *account), *presence, now).await
        }
        (_, Carried::Sent(_)) if is_news(errand) => privacy::arrived(tx, errand.lane).await,
        (_, Carried::Sent(_)) if finds_out(errand) => cases::works(tx, errand.lane, now).await,
        _ => match left_out(errand, carried) {
            Some(some) => refused::in_part(tx, errand, some, now).await,
            None => Ok(()),
        },
    }
}

/// A private chat is out of reach: what it was to be told about a case goes to whoever is next.
pub(super) async fn out_of_reach(
    tx: &mut Tx,
    errand: &Errand,
    reach: Reach,
    now: DateTime<Utc>,
) -> Result<()> {
    away(tx, errand.lane, reach, now).await?;
    cases::not_taken(tx, errand, now).await
}

/// A notice about messages that answers nothing its reader just did: like a message it is never late, and silent at
/// night.
pub(super) fn unasked(to: impl Into<To>, notice: impl Into<Letter>) -> Post {
    Post::ranked(to, Rank::Relay, notice)
}

/// The reader takes no voice messages. Her name is said once to each writer, later ones only that it did not arrive.
pub(super) async fn voiceless(tx: &mut Tx, errand: &Errand) -> Result<RelayLetter> {
    let Leased::Copy { from, .. } = errand.what else { return Ok(RelayLetter::NoVoiceAgain) };
    if !tx.tell_voiceless(from, errand.lane).await? {
        return Ok(RelayLetter::NoVoiceAgain);
    }
    let reader = tx.persons(errand.person.as_slice()).await?.pop();
    Ok(RelayLetter::NoVoice { partner: reader.map(|reader| reader.alias).unwrap_or_default() })
}

/// The one who wrote what did not arrive hears it, in neutral words.
pub(super) async fn tell_author(
    tx: &mut Tx,
    errand: &Errand,
    notice: RelayLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some((_, source)) = errand.message() else { return Ok(()) };
    // What is copied from another reader's copy is still its author's.
    let Some((chat, person)) = tx.written_by(source).await? else { return Ok(()) };
    // In a circle others have it, or will.
    if in_circle(tx, errand).await? {
        return late::not_everybody(tx, (source, errand.queued_at), true, now).await;
    }
    let to = To { chat, person: Some(person) };
    // Of several readers of a talk with the team one is enough; the last that fails is told.
    if tx.has_another_reader(source, errand.id).await? {
        return Ok(());
    }
    let post = match tx.over_about(chat, source).await? {
        Some(of) => Post::op(to, Rank::Relay, Op::Rewrite { of, with: notice.into() }),
        None => Post { among: errand.conversation, ..unasked(to, notice).answering(Some(source)) },
    };
    tx.post(post, now).await.map(drop)
}

async fn in_circle(tx: &mut Tx, errand: &Errand) -> Result<bool> {
    match errand.conversation {
        Some(conversation) => tx.is_circle(conversation).await,
        None => Ok(false),
    }
}

/// Someone cannot be reached: her messages are held in order, her writers hear neutral words, her coordinator the
/// reason. Once an episode.
pub async fn away(tx: &mut Tx, chat: ChatId, reach: Reach, now: DateTime<Utc>) -> Result<()> {
    if !tx.reach(chat, reach, now).await? {
        // What was on its way meanwhile waits with the rest, and no longer.
        tx.hold_lane(chat).await?;
        return patience::watch(tx, &[chat]).await;
    }
    let waiting = tx.writers_waiting(chat).await?;
    for source in tx.waiting_in_circles(chat).await? {
        late::not_everybody(tx, (source, now), false, now).await?;
    }
    tx.hold_lane(chat).await?;
    patience::watch(tx, &[chat]).await?;
    stop::lost(tx, chat, now).await?;
    for person in tx.parts(chat).await? {
        let pairs = tx.pairs_of(&[person.id]).await?;
        for pair in &pairs {
            tell_writers(tx, pair, &waiting, now).await?;
            missed::clock(tx, pair.clone(), now).await?;
        }
        if !person.role.is_staff() {
            unreachable(tx, &person, (&pairs, reach), now).await?;
        }
        cases::out_of_reach(tx, &person, now).await?;
    }
    supervised::elsewhere(tx, chat, now).await
}

/// The coordinator hears that someone cannot be reached, and the real reason.
async fn unreachable(
    tx: &mut Tx,
    person: &Person,
    (pairs, reach): (&[Conversation], Reach),
    now: DateTime<Utc>,
) -> Result<()> {
    let only = if let [pair] = pairs { Some(pair.id) } else { None };
    let case = NewCase {
        programme: person.programme,
        kind: CaseKind::Unreachable,
        conversation: only,
        person: Some(person.id),
        since: Some(now),
        due: None,
        tried: match reach {
            Reach::Reachable => Vec::new(),
            Reach::Blocked => vec!["blocked".to_owned()],
            Reach::Gone => vec!["gone".to_owned()],
        },
    };
    let case = cases::open(tx, &case, now).await?;
    // Who has asked for help now and cannot be reached any more may be in danger.
    if tx.has_urgent_case(person.id).await? {
        cases::rise(tx, case, Severity::Urgent, now).await?;
    }
    Ok(())
}

async fn tell_writers(
    tx: &mut Tx,
    pair: &Conversation,
    waiting: &[ChatId],
    now: DateTime<Utc>,
) -> Result<()> {
    // In a circle the others are still reached: nothing is to be said yet. In a stop nothing is to be seen of it.
    if pair.active().count() > 2 {
        return Ok(());
    }
    let told: Vec<_> = pair
        .active()
        .filter(|member| waiting.contains(&member.chat) && !pair.rests_for(member.person))
        .map(|member| (pair.id, member.person))
        .collect();
    for member in pair.active().filter(|member| told.contains(&(pair.id, member.person))) {
        tx.post(unasked(member, RelayLetter::CannotDeliver).among(pair.id), now).await?;
    }
    tx.tell(&told, Some(Notice::Unreachable.as_str())).await
}

/// Somebody acts in her own chat: whatever a letter to it was told, she is there.
pub(super) async fn is_there(tx: &mut Tx, parts: &[Person], now: DateTime<Utc>) -> Result<()> {
    match parts.iter().find(|part| part.reach != Reach::Reachable) {
        Some(part) => back(tx, part.chat, now).await,
        None => Ok(()),
    }
}

/// Someone is back: what was held goes out in order, what became too old is counted for her.
pub async fn back(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let piles = tx.held_for(&[chat]).await?;
    if !tx.reach(chat, Reach::Reachable, now).await? {
        return Ok(());
    }
    let old = patience::expire(tx, &piles, now).await?;
    if old > 0 {
        tx.post(Post::answer(chat, RelayLetter::TooOld { count: old }), now).await?;
    }
    let released = tx.release_lane(chat).await?;
    passing::arrive(tx, &released, now).await?;
    patience::watch(tx, &[chat]).await?;
    let parts = tx.parts(chat).await?;
    privacy::back(tx, &parts, now).await?;
    for person in parts {
        // A link that moves her was for as long as she was away: whoever made it moves nobody who is here.
        tx.revoke_moves(person.id, now).await?;
        cases::reachable_again(tx, &person, now).await?;
        for pair in tx.pairs_of(&[person.id]).await? {
            reached_again(tx, &pair).await?;
            missed::clock(tx, pair, now).await?;
        }
    }
    Ok(())
}

/// Whoever was told that somebody cannot be reached may be told again the next time.
async fn reached_again(tx: &mut Tx, pair: &Conversation) -> Result<()> {
    let told = tx.told_in(&[pair.id]).await?;
    let stops = [Notice::Rests, Notice::Break, Notice::Own].map(Notice::as_str);
    let over = told.into_iter().filter(|(_, told)| !stops.contains(&told.as_str()));
    tx.tell(&over.map(|(member, _)| member).collect::<Vec<_>>(), None).await
}

/// The first sweep is set at start; every sweep sets the next.
pub async fn sweep(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    tx.forget_old(now).await?;
    tx.wake(Alarm::Sweep, 0, now + TimeDelta::hours(24)).await
}

/// So long Telegram keeps a tap for whoever asks for it.
pub const TAPS_LAST: TimeDelta = TimeDelta::seconds(150);

/// Lazo was away from the first of these moments to the second. Taps are lost after 150 s and everything else after 24 h
/// (Telegram's queues): open check-ins are offered again, and after a day everybody in a live pair hears which time was
/// lost.
pub async fn after_gap(
    tx: &mut Tx,
    (last, until): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<()> {
    let away = until - last;
    if away > TAPS_LAST {
        tracing::warn!(since = %last, "Lazo was away; open check-ins are offered again");
        super::checkin::reoffer(tx, now).await?;
    }
    if away > TimeDelta::hours(24) {
        tracing::error!(since = %last, "Lazo was away for more than a day; what was written first is lost");
        let lost = RelayLetter::Gap { from: last, until: until - TimeDelta::hours(24) };
        let readers = tx.everyone_concerned().await?;
        let posts: Vec<Post> = readers
            .into_iter()
            .map(|chat| {
                Post::ranked(chat, Rank::Announcement, lost.clone()).until(now + TimeDelta::hours(24))
            })
            .collect();
        morning::post(tx, posts, now).await?;
    }
    Ok(())
}
