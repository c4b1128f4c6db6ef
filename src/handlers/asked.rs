//! A question stands once on a screen: when it is answered in words, or asked anew, the buttons of before go.

use super::relay::Line;
use super::{House, talk};
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::person::Person;
use crate::domain::steps::step;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// A private message, alone; it may be an answer.
pub(super) async fn message(tx: &mut Tx, house: &House, line: &Line<'_>, now: DateTime<Utc>) -> Result<()> {
    let chat = line.heard.chat;
    let stood = tx.questions(chat).await?;
    if stood.is_empty() {
        return talk::message(tx, house, line, now).await;
    }
    let before = tx.parts(chat).await?;
    talk::message(tx, house, line, now).await?;
    let (stands, after) = (tx.questions(chat).await?, tx.parts(chat).await?);
    for (person, of) in stood {
        // Without one that stands its buttons have gone already.
        let Some((_, next)) = stands.iter().find(|(asked, _)| *asked == person) else { continue };
        let of_hers = |part: &&Person| part.id == person;
        let Some((was, is)) = before.iter().find(of_hers).zip(after.iter().find(of_hers)) else { continue };
        let taken = was.dialogue != is.dialogue || step(was) != step(is);
        if (*next != of || taken) && !tx.rewrote(of) {
            tx.post(Post::op(is, Rank::Answer, Op::Clear { of }), now).await?;
        }
    }
    Ok(())
}
