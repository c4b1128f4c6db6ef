//! A letter that Telegram refuses for good, whatever the words: a chat that does so is out of reach, and nothing about a case
//! ends without a reader.

use super::delivery::{out_of_reach, tell_author, unasked, voiceless};
use super::{cases, catch_up, undo};
use crate::domain::case::{CaseLetter, Hitch};
use crate::domain::heard::Kind;
use crate::domain::id::ChatId;
use crate::domain::letter::{Letter, Post, Rank, To};
use crate::domain::person::Reach;
use crate::domain::relay::RelayLetter;
use crate::domain::trace::State;
use crate::store::{Carried, Errand, Leased, Result, Tx};
use crate::telegram::Refused;
use crate::telegram::refusal::{Concerns, Never};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// A refusal in words that nobody knows, twice within this time and nothing arriving in between, is the chat's.
const AGAIN: TimeDelta = TimeDelta::days(7);
/// How long something about a case waits for a chat that puts it off, until somebody else gets it too.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);
/// The same where nothing is said at all: it may be all of Telegram, and then nobody else gets it either.
const SILENT: TimeDelta = TimeDelta::hours(1);

/// What follows from a final refusal.
pub(super) async fn for_good(
    tx: &mut Tx,
    errand: &Errand,
    (class, carried): (Never, &Carried),
    now: DateTime<Utc>,
) -> Result<()> {
    let concerns = class.concerns(&errand.what, errand.thread.is_some());
    match concerns {
        Concerns::Chat if errand.lane.0 < 0 => {
            return cases::refuses(tx, errand.lane, cases::hitch(class), now).await;
        }
        Concerns::Message => {
            if let Leased::Rewrite(_, letter) = &errand.what {
                return instead(tx, errand, (letter, class), now).await;
            }
        }
        Concerns::Nothing | Concerns::Topic | Concerns::Chat => {}
    }
    not_delivered(tx, errand, class, carried, now).await?;
    if concerns != Concerns::Chat {
        return Ok(());
    }
    if class == Never::Forbidden
        || matters(errand)
        || tx.refused_before((errand.lane, errand.id), now - AGAIN).await?
    {
        return out_of_reach(tx, errand, Reach::Blocked, now).await;
    }
    cases::not_taken(tx, errand, now).await
}

/// Whether somebody must read it, so that one refusal is enough: words about a case, for whoever works on it or is in it. A
/// copy may be refused for what it holds.
fn matters(errand: &Errand) -> bool {
    let about = |letter: &Letter| matches!(letter, Letter::Case(CaseLetter::Digest { .. }));
    match &errand.what {
        Leased::Write(letter) => {
            errand.rank == Rank::Safety as i64
                || errand.case.is_some()
                || errand.room.is_some()
                || about(letter)
        }
        Leased::Rewrite(..)
        | Leased::Clear(_)
        | Leased::Copy { .. }
        | Leased::Album { .. }
        | Leased::Edit { .. }
        | Leased::React(..)
        | Leased::Delete(..)
        | Leased::Toast(..)
        | Leased::Topic
        | Leased::Room(_)
        | Leased::Commands
        | Leased::Look(_)
        | Leased::Leave
        | Leased::Nothing => false,
    }
}

/// What stands there cannot be changed: what it was to say about a case is said in a new message.
async fn instead(
    tx: &mut Tx,
    errand: &Errand,
    (letter, class): (&Letter, Never),
    now: DateTime<Utc>,
) -> Result<()> {
    match (letter, errand.case) {
        // Who deleted her card has read it.
        (Letter::Case(CaseLetter::Card(_)), Some(_))
            if class == Never::TargetGone && errand.rank != Rank::Safety as i64 =>
        {
            Ok(())
        }
        (Letter::Case(CaseLetter::Card(_)), Some(case)) => cases::anew(tx, case, errand.lane, now).await,
        (letter, case) => {
            // Who deleted it waits for nothing there; what somebody just asked for, or must read, comes all the same.
            let asked = errand.rank == Rank::Answer as i64 && class != Never::TargetGone;
            let rank = if asked { Rank::Answer } else { Rank::Safety };
            if !asked && errand.rank != Rank::Safety as i64 {
                return Ok(());
            }
            let to = To { chat: errand.lane, person: errand.person };
            let gone = class == Never::TargetGone;
            let letter = if gone { letter.as_new_for_deleted() } else { letter.clone() };
            let post = Post::ranked(to, rank, letter);
            tx.post(Post { case, ..post }, now).await.map(drop)
        }
    }
}

/// Telegram copied an album in part and does not say which: its writer reads so, once for readers who came back at once.
pub(super) async fn in_part(
    tx: &mut Tx,
    errand: &Errand,
    (arrived, of): (usize, usize),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some((_, source)) = errand.message() else { return Ok(()) };
    let Some((chat, person)) = tx.written_by(source).await? else { return Ok(()) };
    let whole = tx.whole(source).await?;
    let mut others: BTreeMap<ChatId, usize> = BTreeMap::new();
    for copy in tx.traces(&whole).await?.iter().flat_map(|trace| &trace.copies) {
        if copy.state == State::Sent && copy.lane < errand.lane {
            *others.entry(copy.lane).or_default() += 1;
        }
    }
    if others.values().any(|parts| *parts < of) {
        return Ok(());
    }
    let count = |n| i64::try_from(n).unwrap_or(i64::MAX);
    let letter = RelayLetter::InPart { arrived: count(arrived), of: count(of) };
    let notice = unasked(To { chat, person: Some(person) }, letter).answering(Some(source));
    tx.post(Post { among: errand.conversation, ..notice }, now).await.map(drop)
}

/// Something about a case is put off again and again: by now somebody else must have it too.
pub(super) async fn slow(tx: &mut Tx, errand: &Errand, why: &Refused, now: DateTime<Utc>) -> Result<()> {
    let patience = match why {
        Refused::Later(_) | Refused::Configuration(_) => PATIENCE,
        Refused::Transient | Refused::Perhaps | Refused::Unread => SILENT,
        Refused::Moved(_) | Refused::Blocked | Refused::Gone | Refused::Closed | Refused::Never(_) => {
            return Ok(());
        }
    };
    let for_readers = errand.case.is_some() || (errand.room.is_some() && errand.message().is_none());
    if !for_readers || now - errand.queued_at < patience {
        return Ok(());
    }
    if errand.lane.0 < 0 {
        return cases::refuses(tx, errand.lane, Hitch::Slow, now).await;
    }
    cases::not_taken(tx, errand, now).await
}

async fn not_delivered(
    tx: &mut Tx,
    errand: &Errand,
    class: Never,
    carried: &Carried,
    now: DateTime<Utc>,
) -> Result<()> {
    if matches!(carried, Carried::Withdrawn) {
        if catch_up::deleted(tx, errand, now).await? {
            return Ok(());
        }
        catch_up::report_gone(tx, errand, now).await?;
        return undo::deleted(tx, errand, now).await;
    }
    if !matches!(carried, Carried::Failed(_)) {
        return Ok(());
    }
    tracing::warn!(letter = errand.id.0, class = class.as_str(), "a letter was refused for good");
    let notice = match class {
        Never::VoiceForbidden => voiceless(tx, errand).await?,
        Never::Uncopyable => RelayLetter::NotCarried(Kind::Unknown),
        Never::AlreadySo
        | Never::Over
        | Never::SourceGone
        | Never::TargetGone
        | Never::TopicGone
        | Never::NoForum
        | Never::ReplyRefused
        | Never::QuoteRefused
        | Never::NotEditable
        | Never::NotDeletable
        | Never::NoRights
        | Never::NoMember
        | Never::Forbidden
        | Never::Other => RelayLetter::NotDelivered,
    };
    tell_author(tx, errand, notice, now).await
}
