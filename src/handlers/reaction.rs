//! Reactions: between two, each sees the other's; in a circle only the author learns of those to her message.

use super::{catch_up, team};
use crate::domain::heard::Heard;
use crate::domain::id::{ChatId, MessageId};
use crate::domain::letter::{Gone, Op, Post, Rank};
use crate::domain::reaction::{Emoji, PARKED, Reacted, latest, line, mirrored};
use crate::domain::relay::RelayLetter;
use crate::domain::trace::Trace;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// A reaction that was parked is tried again after this long at the earliest.
const AGAIN: TimeDelta = TimeDelta::seconds(3);

/// Somebody reacted to a message.
pub(super) async fn reacted(
    tx: &mut Tx,
    heard: &Heard,
    (message, reacted): (MessageId, &Reacted),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(emoji) = mirrored(reacted) else { return Ok(()) };
    if tx.person_in(heard.chat).await?.is_none() {
        return Ok(());
    }
    let reaction = (emoji, heard.at.unwrap_or(now));
    if show(tx, heard.chat, message, reaction, now).await? {
        return Ok(());
    }
    tx.park(heard.chat, message, reaction, now).await?;
    tx.wake(Alarm::Reaction, heard.chat.0, now + AGAIN).await
}

/// Reactions that came before their message: tried again for a minute, then dropped.
pub(super) async fn due(tx: &mut Tx, chats: &[i64], now: DateTime<Utc>) -> Result<()> {
    for chat in chats.iter().map(|chat| ChatId(*chat)) {
        for (message, emoji, at, since) in tx.unpark(chat).await? {
            if show(tx, chat, message, (emoji, at), now).await? || now - since >= PARKED {
                continue;
            }
            tx.park(chat, message, (emoji, at), since).await?;
            // Ever more seldom, and a last time when the minute is over.
            let next = (now + AGAIN.max(now - since)).min(since + PARKED);
            tx.wake(Alarm::Reaction, chat.0, next).await?;
        }
    }
    Ok(())
}

/// Shows a reaction to whom it concerns; `false` if nothing is known of the message.
async fn show(
    tx: &mut Tx,
    chat: ChatId,
    message: MessageId,
    (emoji, at): (Option<Emoji>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(known) = tx.known(chat, message).await? else { return Ok(false) };
    // What the bot says itself is nobody's.
    let Some(source) = known.source else { return Ok(true) };
    let Some(trace) = tx.traces(&[source]).await?.pop() else { return Ok(true) };
    // Which part of the account it was shown to, or wrote it.
    let live = tx.live_in(&[chat]).await?.into_iter();
    let inside = live.filter(|(.., conversation)| *conversation == trace.conversation);
    let Some(person) = known.person.or(inside.map(|(_, person, _)| person).next()) else { return Ok(true) };
    // After 🆘 a reaction in what is stopped goes nowhere, now and later.
    if catch_up::swallows(tx, chat, source).await? || !tx.react(source, person, emoji, at).await? {
        return Ok(true);
    }
    let own = chat == trace.chat;
    // Whoever is not in it any more has nothing to say there.
    if !own && !trace.copies.iter().any(|copy| copy.lane == chat && copy.reader_in) {
        return Ok(true);
    }
    if trace.in_circle() {
        if !own {
            tell(tx, &trace, now).await?;
        }
        return Ok(true);
    }
    let others: BTreeSet<ChatId> =
        if own { trace.copies.iter().map(|copy| copy.lane).collect() } else { [trace.chat].into() };
    let between: Vec<ChatId> = others.iter().copied().chain([chat]).collect();
    let parted = team::parted(tx, trace.conversation, &between).await?;
    let posts: Vec<Post> = others
        .into_iter()
        .filter(|_| parted.is_empty())
        .filter(|chat| trace.shows_reactions(*chat))
        .map(|chat| mirror(&trace, chat, emoji))
        .collect();
    tx.post_all(&posts, now).await?;
    Ok(true)
}

fn mirror(trace: &Trace, chat: ChatId, emoji: Option<Emoji>) -> Post {
    let react = Op::React { to: trace.source, emoji };
    Post::op(chat, Rank::Relay, react).within(trace.conversation).of(trace.source)
}

/// A bot has one reaction to give: the author sees the latest at her message, and all of them in one line below it.
async fn tell(tx: &mut Tx, trace: &Trace, now: DateTime<Utc>) -> Result<()> {
    if !trace.shows_reactions(trace.chat) {
        return Ok(());
    }
    let given = tx.reactions(trace.source).await?;
    tx.post(mirror(trace, trace.chat, latest(&given)), now).await?;
    let who = line(&given);
    let letter = RelayLetter::Reactions(who.clone());
    match trace.line {
        None if who.is_empty() => Ok(()),
        None => {
            let below = Post::ranked(trace.chat, Rank::Relay, letter).answering(Some(trace.source));
            let below = tx.post(below.within(trace.conversation).of(trace.source), now).await?;
            tx.tells_reactions(trace.source, Some(below)).await
        }
        Some(of) if who.is_empty() => {
            let gone = Post::op(trace.chat, Rank::Relay, Op::Delete(Gone::Letter(of)));
            tx.post(gone.among(trace.conversation), now).await?;
            tx.tells_reactions(trace.source, None).await
        }
        Some(of) => {
            let rewrite = Op::Rewrite { of, with: letter.into() };
            let again = Post::op(trace.chat, Rank::Relay, rewrite);
            tx.post(again.among(trace.conversation), now).await.map(drop)
        }
    }
}
