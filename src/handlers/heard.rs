//! A page of updates: one transaction, or if anything in it fails, one transaction each.

use super::control::{control, is_control};
use super::relay::Line;
use super::{Memory, aside, delivery, edit, press, reaction, relay};
use crate::domain::heard::{GroupPlace, Heard, What};
use crate::domain::id::{ChatId, MessageId};
use crate::domain::person::Reach;
use crate::domain::seal::Seal;
use crate::store::{About, Db, Error, News, Result, Tx};
use crate::words::{Controls, Words};
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What handlers know about this installation.
pub struct House {
    /// The words: which languages there are.
    pub words: Arc<Words>,
    /// The keyboard's labels in all of them.
    pub controls: Controls,
    /// The bot's username, for links. Without the @.
    pub bot_name: String,
    /// What makes fingerprints of what people write.
    pub seal: Seal,
    /// What was changed or quoted lately.
    pub memory: Arc<Memory>,
}

/// Takes in a page: notes its updates as seen and works on the new ones, in the order of their numbers. After it returns,
/// all of it is durable. If the store stumbles it fails, and the page is to come again: some of it may be done by then.
pub async fn page(db: &Db, house: &House, heard: &[Heard], now: DateTime<Utc>) -> Result<News> {
    let mut ordered: Vec<&Heard> = heard.iter().collect();
    ordered.sort_by_key(|heard| heard.update);
    // In another envelope a message is the same message; another message in the same one is another.
    let mut met = HashSet::new();
    ordered.retain(|heard| {
        let place = place(heard);
        met.insert((place, place.is_none().then_some(heard.update)))
    });
    match together(db, house, &ordered, now).await {
        Err(why) if why.about() == About::Work => {
            let updates = ordered.len();
            tracing::warn!(%why, updates, "a page failed; its updates are worked on one by one");
            one_by_one(db, house, &ordered, now).await
        }
        done => done,
    }
}

async fn together(db: &Db, house: &House, heard: &[&Heard], now: DateTime<Utc>) -> Result<News> {
    // Whoever else writes need not wait for what takes no database.
    let mut read = sound(|| heard.iter().map(|heard| Told::read(house, heard)).collect::<Vec<_>>())?;
    let updates: Vec<_> = heard.iter().map(|heard| (heard.update, place(heard))).collect();
    let mut tx = db.begin().await?;
    let new = tx.take_in(&updates, now).await?;
    let mut is_new = new.into_iter();
    read.retain(|_| is_new.next().unwrap_or(false));
    guarded(work(&mut tx, house, &read, now)).await?;
    tx.commit().await
}

/// The second try finds the culprit and sets it aside, so that it never blocks the next one.
async fn one_by_one(db: &Db, house: &House, heard: &[&Heard], now: DateTime<Utc>) -> Result<News> {
    let mut news = News::default();
    for one in heard {
        let committed = match together(db, house, std::slice::from_ref(one), now).await {
            Ok(committed) => committed,
            Err(why) if why.about() == About::Store => return Err(why),
            Err(why) => Box::pin(aside::set_aside(db, house, one, &why, now)).await?,
        };
        news.add(committed);
    }
    Ok(news)
}

/// The message that was written, by its chat and its number there.
pub(super) fn place(heard: &Heard) -> Option<(ChatId, MessageId)> {
    match &heard.what {
        What::Wrote(written) | What::InGroup(written) => Some((heard.chat, written.message)),
        What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::Blocked(_)
        | What::GroupPlace(_)
        | What::InChannel
        | What::Moved { .. }
        | What::Nothing => None,
    }
}

/// A panic in a handler fails what it worked on and nothing else.
pub async fn guarded(work: impl Future<Output = Result<()>>) -> Result<()> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(Error::panicked()))
}

/// The same for what does not wait.
fn sound<T>(work: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Error::panicked())
}

/// An update, and its message if that is a private one that is neither a command nor a keyboard's label, nor looks like
/// one.
struct Told<'a> {
    heard: &'a Heard,
    line: Option<Line<'a>>,
}

impl<'a> Told<'a> {
    fn read(house: &House, heard: &'a Heard) -> Self {
        let line = match &heard.what {
            What::Wrote(written) if !is_control(house, written) => Some(Line::read(house, heard, written)),
            What::Wrote(_)
            | What::Edited(_)
            | What::Reacted { .. }
            | What::Pressed { .. }
            | What::Blocked(_)
            | What::InGroup(_)
            | What::GroupPlace(_)
            | What::InChannel
            | What::Moved { .. }
            | What::Nothing => None,
        };
        Self { heard, line }
    }
}

/// Works in order, but gathers runs of plain messages, which the relay passes on as sets.
async fn work(tx: &mut Tx, house: &House, page: &[Told<'_>], now: DateTime<Utc>) -> Result<()> {
    for run in page.chunk_by(|a, b| a.line.is_some() && b.line.is_some()) {
        match run {
            // Apart, so that the common case of plain messages does not carry the room of all features.
            [Told { heard, line: None }] => Box::pin(event(tx, house, heard, now)).await?,
            messages => {
                let lines: Vec<_> = messages.iter().filter_map(|told| told.line.as_ref()).collect();
                relay::messages(tx, house, &lines, now).await?;
            }
        }
    }
    Ok(())
}

async fn event(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    tx.note_messages(place(heard).as_slice(), now).await?;
    // What a chat was some time ago, told again or late, is nothing to go by.
    if let (Some(state), Some(at)) = (state(&heard.what), heard.at)
        && !tx.is_news(heard.chat, at, state).await?
    {
        return Ok(());
    }
    match &heard.what {
        // Boxed: what a command may come to is large, and every page would carry room for it.
        What::Wrote(written) => Box::pin(control(tx, house, heard, written, now)).await,
        What::Edited(written) => edit::edited(tx, house, heard, written, now).await,
        What::Reacted { message, reacted } => reaction::reacted(tx, heard, (*message, reacted), now).await,
        What::Pressed { query, button, .. } => {
            Box::pin(press::pressed(tx, house, heard, (query, *button), now)).await
        }
        What::Blocked(true) => delivery::away(tx, heard.chat, Reach::Blocked, now).await,
        What::Blocked(false) => delivery::back(tx, heard.chat, now).await,
        What::InGroup(_) | What::GroupPlace(_) | What::InChannel | What::Moved { .. } => {
            super::cases::in_group(tx, house, heard, now).await
        }
        What::Nothing => Ok(()),
    }
}

/// What a chat is now, as a number for each such state.
fn state(what: &What) -> Option<i64> {
    match what {
        What::Blocked(away) => Some(i64::from(*away)),
        What::GroupPlace(GroupPlace { inside, topics, pin, delete, forum }) => {
            let bits = [inside, topics, pin, delete, forum];
            Some(bits.into_iter().fold(0, |all, bit| 2 * all + i64::from(*bit)))
        }
        What::Wrote(_)
        | What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::InGroup(_)
        | What::InChannel
        | What::Moved { .. }
        | What::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_a_page_is_read_fails_that_page_and_nothing_else() {
        assert!(sound(|| [1].iter().map(|one| assert_eq!(*one, 2, "a mistake")).count()).is_err());
        assert_eq!(sound(|| 7).ok(), Some(7));
    }
}
