//! The leak guard at work: a message that shows how to reach its writer is held by its id, and its writer decides, or
//! everybody, or nobody, as the programme says. Nothing of what it says is kept.

use super::passing::Marks;
use super::press::Press;
use super::said::{self, Said};
use super::{House, Memory, edit, guard_word, passing, supervised, swap, team, whom};
use crate::domain::conversation::{Conversation, Sort};
use crate::domain::heard::Written;
use crate::domain::id::{ChatId, ConversationId, LetterId, PersonId, SourceId};
use crate::domain::leak::{LeakAnswer, LeakLetter, Shown, Verdict, Waiting, shown, verdict};
use crate::domain::letter::{Answer, Letter, Op, Post, Rank, To};
use crate::domain::relay::{RelayLetter, carried};
use crate::domain::trace::{State, Trace, Traced};
use crate::store::{Alarm, Result, Taking, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// How long a message waits for its writer's word.
const WAITS_HOURS: i64 = 24;

/// Whether a message to a pair must not go, or not yet; its writer is told or asked. Later messages go on meanwhile.
pub(super) async fn holds_back(
    tx: &mut Tx,
    it: &Said<'_>,
    (pair, shown): (&Conversation, Shown),
    reply_to: Option<SourceId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    // What could not go anyway is refused for what it is.
    if !carried(it.kind) || !pair.phase.is_live() {
        return Ok(false);
    }
    let waiting = Waiting {
        reply_to,
        album: it.marks.album.map(str::to_owned),
        forwarded: it.marks.forwarded,
        elsewhere: it.marks.elsewhere,
        poses: it.marks.poses,
        ..Waiting::of(it.message, it.kind, shown, pair.id)
    };
    stops(tx, it.person.id, pair, waiting, now).await
}

/// Somebody changed what she is asked about: the rule decides anew. `false` if nothing was said: the conversation rests, is
/// over, or anything may go there.
pub(super) async fn asks(tx: &mut Tx, to: To, waiting: Waiting, now: DateTime<Utc>) -> Result<bool> {
    let Some(writer) = to.person else { return Ok(false) };
    let pair = tx.live_pair(waiting.conversation, writer).await?;
    let Some(pair) = pair.filter(|pair| !rests(pair, writer)) else { return Ok(false) };
    stops(tx, writer, &pair, waiting, now).await
}

/// Asks the rule, tells the writer, and gives whether the message stays.
async fn stops(
    tx: &mut Tx,
    writer: PersonId,
    pair: &Conversation,
    waiting: Waiting,
    now: DateTime<Utc>,
) -> Result<bool> {
    let agreement = tx.agreement(pair.id).await?;
    let decided = verdict(agreement.terms());
    note(tx, writer, &waiting, decision(decided), now).await?;
    if agreement.supervised && decided == Verdict::Refuse {
        for writer in tx.persons(&[writer]).await? {
            supervised::refused(tx, (pair.id, &writer), waiting.shown, now).await?;
        }
    }
    let Some(member) = pair.active().find(|member| member.person == writer) else { return Ok(true) };
    let message = waiting.message;
    match decided {
        Verdict::Pass => return Ok(false),
        Verdict::Ask => {
            let source = waiting.waits;
            let ask = Post::answer(member, LeakLetter::Ask(waiting)).in_reply_to(message);
            let question = tx.post(ask, now).await?;
            if let Some(source) = source {
                tx.asked_about(source, question).await?;
            }
            tx.wake(Alarm::Leak, question.0, now + TimeDelta::hours(WAITS_HOURS)).await?;
        }
        Verdict::NotYet => {
            let letter = swap::not_yet(tx, writer, &waiting, &agreement, now).await?;
            tx.post(Post::answer(member, letter).in_reply_to(message), now).await?;
        }
        Verdict::Refuse => {
            let says = if waiting.reached { LeakLetter::Reached } else { LeakLetter::Refused };
            let refused = Post::answer(member, says(waiting.shown)).in_reply_to(message);
            tx.post(refused, now).await?;
        }
    }
    Ok(true)
}

fn decision(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "went",
        Verdict::Ask => "asked",
        Verdict::NotYet => "not yet",
        Verdict::Refuse => "refused",
    }
}

/// The fact, for the audit log: what was shown and what became of it.
async fn note(
    tx: &mut Tx,
    writer: PersonId,
    waiting: &Waiting,
    became: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.audit(Some(writer.0), &fact(waiting, became), Some(waiting.conversation.0), now).await
}

fn fact(waiting: &Waiting, became: &str) -> String {
    format!("contact in a message, {}: {became}", waiting.shown.as_str())
}

/// A relayed message that was changed. `true` if what it shows now may not go, or not yet: its writer is told or asked,
/// what has not left of it stays, and the change must not be carried. A copy by reference takes the newest version, so
/// this comes before anything else that is done about a change, and what may have taken this one along goes.
pub(super) async fn edited(
    tx: &mut Tx,
    house: &House,
    (source, changed_at): (SourceId, Option<DateTime<Utc>>),
    written: &Written,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(shown) = shown(written.kind, &written.content) else {
        guard_word::moot(tx, source, now).await?;
        return shows_no_more(tx, source, now).await.map(|()| false);
    };
    let Some(it) = tx.traces(&[source]).await?.pop() else { return Ok(false) };
    if it.sort != Sort::Pair || !it.is_open() {
        return Ok(false);
    }
    let Some(pair) = tx.conversation(it.conversation).await? else { return Ok(false) };
    if verdict(tx.agreement(pair.id).await?.terms()) == Verdict::Pass {
        return Ok(false);
    }
    let waiting =
        Waiting { corrects: Some(source), ..Waiting::of(it.message, written.kind, shown, it.conversation) };
    let uncertain = uncertain(&it, &house.memory, changed_at);
    // In a stop nobody is asked: it waits, and is looked at when the conversation is open again.
    if rests(&pair, it.author) {
        goes(tx, &it, (&uncertain, &[]), now).await?;
        tx.keep_shown(it.chat, it.message, shown).await?;
        return Ok(false);
    }
    tx.shows_nothing(source).await?;
    guard_word::moot(tx, source, now).await?;
    // What has not left of the message stays, and what may have taken its change along goes.
    let albums = tx.keep_back(source, it.message, now).await?;
    goes(tx, &it, (&uncertain, &albums), now).await?;
    // Earlier changes that waited for their turn would now take this one along.
    tx.let_sleep(Alarm::Edit, source.0).await?;
    let reached = !uncertain.is_empty() || !albums.is_empty();
    stops(tx, it.author, &pair, Waiting { reached, ..waiting }, now).await
}

/// The copies that may have taken a change along.
fn uncertain<'a>(it: &'a Trace, memory: &Memory, changed_at: Option<DateTime<Utc>>) -> Vec<&'a Traced> {
    let may = |copy: &&Traced| copy.may_hold(changed_at) && !memory.went(copy.letter).is_judged();
    it.copies.iter().filter(may).collect()
}

/// Copies that may have taken a change along are deleted.
async fn goes(
    tx: &mut Tx,
    it: &Trace,
    (uncertain, albums): (&[&Traced], &[(ChatId, LetterId)]),
    now: DateTime<Utc>,
) -> Result<()> {
    // While a case about its writer is open the team has it before it goes.
    let case = supervised::case_about_author(tx, it).await?;
    let there = uncertain.iter().filter(|copy| matches!(copy.state, State::Sending | State::Sent));
    let goes = there.map(|copy| (copy.lane, copy.letter)).chain(albums.iter().copied());
    let taking = |(lane, letter)| Taking {
        source: it.source,
        lane,
        letter: Some(letter),
        author: None,
        case,
        asked_at: now,
    };
    let goes: BTreeSet<_> = goes.collect();
    supervised::take(tx, &goes.into_iter().map(taking).collect::<Vec<_>>(), now).await
}

/// A message that waited because of what it showed shows nothing any more.
async fn shows_no_more(tx: &mut Tx, source: SourceId, now: DateTime<Utc>) -> Result<()> {
    if tx.shows_nothing(source).await?
        && let Some(it) = tx.traces(&[source]).await?.pop()
    {
        let released = tx.release(&[it.conversation]).await?;
        passing::arrive(tx, &released, now).await?;
    }
    Ok(())
}

/// Whether what somebody writes into a pair waits, so that she is not asked about it now.
pub(super) fn rests(pair: &Conversation, writer: PersonId) -> bool {
    let own = pair.active().find(|member| member.person == writer);
    pair.rests_for(writer) || own.is_some_and(|member| member.away.is_some())
}

/// These conversations are open again: who wrote something that shows a contact is asked now, or told what the rule says.
pub(super) async fn ask_now(tx: &mut Tx, conversations: &[ConversationId], now: DateTime<Utc>) -> Result<()> {
    for it in tx.to_ask(conversations).await? {
        let of = Waiting::of(it.message, it.kind, it.shows, it.conversation);
        let waiting = Waiting { waits: Some(it.source), ..of };
        let Some(pair) = tx.conversation(it.conversation).await? else { continue };
        let agreement = tx.agreement(pair.id).await?;
        let asks = verdict(agreement.terms()) == Verdict::Ask;
        if !stops(tx, it.author, &pair, waiting, now).await? {
            shows_no_more(tx, it.source, now).await?;
        } else if !asks {
            tx.withdraw_held(&[it.source]).await?;
        }
    }
    Ok(())
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, press: &Press, answer: LeakAnswer) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    match answer {
        LeakAnswer::Team => team::write_to_team(tx, person, now).await?,
        LeakAnswer::Agree(conversation) => swap::answer(tx, press, conversation, true).await?,
        LeakAnswer::Decline(conversation) => swap::answer(tx, press, conversation, false).await?,
        LeakAnswer::Keep(waiting) => {
            tx.let_sleep(Alarm::Leak, press.root.0).await?;
            note(tx, person.id, &waiting, "kept", now).await?;
            drop_waiting(tx, &waiting).await?;
            rewrite(tx, press, kept(&waiting)).await?;
        }
        LeakAnswer::Send(waiting) => {
            tx.let_sleep(Alarm::Leak, press.root.0).await?;
            let said = send(tx, press, &waiting).await?;
            rewrite(tx, press, said).await?;
        }
    }
    Ok(None)
}

pub(super) async fn rewrite(tx: &mut Tx, press: &Press, with: impl Into<Letter>) -> Result<()> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(drop)
}

/// A message is kept by what its writer made of it.
pub(super) async fn stays(tx: &mut Tx, to: To, waiting: &Waiting, now: DateTime<Utc>) -> Result<()> {
    let fact = fact(waiting, "kept");
    tx.audit(to.person.map(|id| id.0), &fact, Some(waiting.conversation.0), now).await?;
    drop_waiting(tx, waiting).await
}

/// It was not sent, unless it may have arrived before it was stopped.
pub(super) fn kept(waiting: &Waiting) -> Letter {
    if waiting.reached { LeakLetter::Kept.into() } else { RelayLetter::NotSent.into() }
}

/// Nobody gets it: what has waited since a stop waits no more.
async fn drop_waiting(tx: &mut Tx, waiting: &Waiting) -> Result<()> {
    let Some(source) = waiting.waits else { return Ok(()) };
    tx.withdraw_held(&[source]).await?;
    tx.shows_nothing(source).await.map(drop)
}

/// Sends that very message by reference, if it may still go; gives what she is told.
async fn send(tx: &mut Tx, press: &Press, waiting: &Waiting) -> Result<Letter> {
    let (person, now) = (&press.person, press.now);
    let Some(pair) = tx.live_pair(waiting.conversation, person.id).await? else {
        return Ok(RelayLetter::Alone.into());
    };
    // Into what she stopped herself nothing goes, and nothing waits for it.
    if waiting.waits.is_none()
        && whom::is_stopped(&pair, &[person.id])
        && tx.danger(person.chat).await?.is_some()
    {
        return Ok(kept(waiting));
    }
    let agreement = tx.agreement(pair.id).await?;
    match verdict(agreement.terms()) {
        Verdict::Pass | Verdict::Ask => {
            if !go(tx, press, &pair, waiting).await? {
                return Ok(kept(waiting));
            }
            note(tx, person.id, waiting, "sent", now).await?;
            if rests(&pair, person.id) {
                return Ok(RelayLetter::Rests.into());
            }
            Ok(RelayLetter::SentOn { partner: pair.partner(person.id).map(str::to_owned) }.into())
        }
        Verdict::NotYet => swap::not_yet(tx, person.id, waiting, &agreement, now).await.map(Letter::from),
        Verdict::Refuse => {
            let says = if waiting.reached { LeakLetter::Reached } else { LeakLetter::Refused };
            Ok(says(waiting.shown).into())
        }
    }
}

/// It goes, in place of its earlier version if there is one; `false` if that was taken back.
async fn go(tx: &mut Tx, press: &Press, pair: &Conversation, waiting: &Waiting) -> Result<bool> {
    let (person, now) = (&press.person, press.now);
    if let Some(source) = waiting.waits {
        // The team may have dropped it meanwhile.
        let held = |it: &Trace| it.copies.iter().any(|copy| copy.state == State::Held);
        let waits = tx.traces(&[source]).await?.pop().is_some_and(|it| it.is_open() && held(&it));
        shows_no_more(tx, source, now).await?;
        return Ok(waits);
    }
    if let Some(source) = waiting.corrects {
        let Some(earlier) = tx.traces(&[source]).await?.pop().filter(Trace::is_open) else {
            return Ok(false);
        };
        return edit::again(tx, &earlier, (pair, waiting.kind), now).await.map(|()| true);
    }
    let Waiting { forwarded, elsewhere, poses, .. } = *waiting;
    let marks = Marks { album: waiting.album.as_deref(), forwarded, elsewhere, poses, ..Marks::default() };
    let (message, kind, shows) = (waiting.message, waiting.kind, Some(waiting.shown));
    let it = Said { parts: &[], person, message, kind, shows, beat: None, marks };
    said::send(tx, &it, pair, waiting.reply_to, now).await.map(|()| true)
}

/// Nobody said that these messages shall go: nobody gets them, and their writers are told.
pub(super) async fn forgotten(tx: &mut Tx, letters: &[i64], now: DateTime<Utc>) -> Result<()> {
    let letters: Vec<LetterId> = letters.iter().map(|id| LetterId(*id)).collect();
    let mut posts = Vec::new();
    for open in tx.give_up_waiting(&letters, now).await? {
        posts.push(Post::op(open.to, Rank::Answer, Op::Clear { of: open.letter }));
        for answer in &open.offer {
            if let Answer::Leak(LeakAnswer::Keep(waiting)) = answer {
                drop_waiting(tx, waiting).await?;
                let dropped =
                    if waiting.reached { LeakLetter::Kept.into() } else { RelayLetter::Dropped.into() };
                let dropped: Letter = dropped;
                posts.push(Post::answer(open.to, dropped).in_reply_to(waiting.message));
                let fact = fact(waiting, "dropped");
                tx.audit(None, &fact, Some(waiting.conversation.0), now).await?;
            }
        }
    }
    tx.post_all(&posts, now).await.map(drop)
}
