//! A message is changed while its writer is asked whether it shall go although it shows a contact: what she is asked about is
//! what it says now.

use super::{House, control, leak};
use crate::domain::heard::{Correction, Heard, Written};
use crate::domain::id::{ChatId, MessageId, SourceId};
use crate::domain::leak::{LeakAnswer, LeakLetter, Waiting, shown};
use crate::domain::letter::{Answer, Op, Post, Rank};
use crate::store::{Alarm, Result, Tx, Unanswered};
use chrono::{DateTime, Utc};

/// A message that is in nobody's hands yet was changed. If it may not go as it is now, its question ends so; if it shows
/// something else, it is asked about anew; otherwise its buttons are about what it is now.
pub(super) async fn changed(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let place = (heard.chat, written.message);
    let open = tx.asked_of(heard.chat, written.message).await?;
    if open.is_empty() {
        return Ok(());
    }
    if control::is_label(tx, house, heard.chat, written, now).await? {
        return ends(tx, place, now).await;
    }
    let words = Correction { kind: written.kind, content: written.content.clone(), new_file: false };
    house.memory.judge(heard.chat, written.message, words);
    let (poses, shows) =
        (house.words.poses().message(&written.content), shown(written.kind, &written.content));
    for it in open {
        let Some(waiting) = waiting(&it) else { continue };
        let (before, shown) = (waiting.shown, shows.unwrap_or(waiting.shown));
        let now_is = Waiting { poses: waiting.poses | poses, shown, ..waiting };
        if shown != before && leak::asks(tx, it.to, now_is.clone(), now).await? {
            over(tx, &it, Op::Clear { of: it.letter }, now).await?;
        } else {
            let offer = LeakLetter::Ask(now_is).offer();
            let offer: Vec<Answer> = offer.into_iter().map(Answer::Leak).collect();
            tx.offer_anew(it.letter, &offer).await?;
        }
    }
    Ok(())
}

/// What a message says now goes to nobody: who was asked about it reads that.
pub(super) async fn ends(
    tx: &mut Tx,
    (chat, message): (ChatId, MessageId),
    now: DateTime<Utc>,
) -> Result<()> {
    for it in tx.asked_of(chat, message).await? {
        let Some(waiting) = waiting(&it) else { continue };
        over(tx, &it, Op::Rewrite { of: it.letter, with: leak::kept(&waiting) }, now).await?;
        leak::stays(tx, it.to, &waiting, now).await?;
    }
    Ok(())
}

/// What was asked about an earlier version of a message is no question any more.
pub(super) async fn moot(tx: &mut Tx, source: SourceId, now: DateTime<Utc>) -> Result<()> {
    for it in tx.traces(&[source]).await? {
        for open in tx.asked_of(it.chat, it.message).await? {
            over(tx, &open, Op::Clear { of: open.letter }, now).await?;
        }
    }
    Ok(())
}

/// A question ends: a press on it is stale, and it is not given up later.
async fn over(tx: &mut Tx, it: &Unanswered, op: Op, now: DateTime<Utc>) -> Result<()> {
    tx.let_sleep(Alarm::Leak, it.letter.0).await?;
    tx.answered(it.letter, now).await?;
    tx.post(Post::op(it.to, Rank::Answer, op), now).await.map(drop)
}

/// What somebody is asked about.
fn waiting(it: &Unanswered) -> Option<Waiting> {
    it.offer.iter().find_map(|answer| {
        if let Answer::Leak(LeakAnswer::Keep(waiting)) = answer { Some(waiting.clone()) } else { None }
    })
}
