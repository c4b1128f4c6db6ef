//! An update that cannot be worked on is set aside and keeps nothing else waiting. Whoever did it reads what became of it,
//! whoever leads reads that something failed, and a 🆘 comes into somebody's hands.

use super::cry::{self, Told};
use super::heard::{House, guarded, place};
use super::mistake;
use super::mistake::Failed;
use crate::domain::heard::{Heard, What};
use crate::domain::help::HelpLetter;
use crate::domain::id::ChatId;
use crate::domain::letter::{Op, Post, Rank};
use crate::store::{About, Db, Error, News, Result, Tx};
use chrono::{DateTime, Utc};

/// Sets an update aside that failed for this reason. Fails only if the store stumbles.
pub(super) async fn set_aside(
    db: &Db,
    house: &House,
    heard: &Heard,
    why: &Error,
    now: DateTime<Utc>,
) -> Result<News> {
    let update = heard.update;
    tracing::error!(%why, update, "an update could not be worked on and was set aside");
    let mut news = News::default();
    let told = match cry::heard(db, house, heard).await? {
        Some(cry) => Some(cry::hand_over(db, heard.chat, &cry, (&mut news, now)).await?),
        None => None,
    };
    noted(db, heard, (why, told), (&mut news, now)).await?;
    match mistake::tell(db, Failed::Of(whose(heard)), now).await {
        Ok(committed) => news.add(committed),
        Err(why) if why.about() == About::Store => return Err(why),
        Err(why) => tracing::error!(%why, "nobody could be told that something failed"),
    }
    Ok(news)
}

/// Notes it with less and less, if that fails too: the next page must not wait for this update. What nothing at all can be
/// noted about stays with Telegram: confirmed, it would be gone.
async fn noted(
    db: &Db,
    heard: &Heard,
    (why, told): (&Error, Option<Told>),
    (news, now): (&mut News, DateTime<Utc>),
) -> Result<()> {
    let (mut says, update) = (true, heard.update);
    loop {
        let mut tx = db.begin().await?;
        let done = guarded(note(&mut tx, heard, (why, told.filter(|_| says), says), now)).await;
        match tx.commit_if(done).await {
            Ok(committed) => {
                news.add(committed);
                return Ok(());
            }
            Err(why) if !says || why.about() == About::Store => return Err(why),
            Err(why) => tracing::error!(%why, update, "that it was set aside could not be said"),
        }
        says = false;
    }
}

/// The chat whose programme it concerns: a group, or the account of whoever did it.
fn whose(heard: &Heard) -> ChatId {
    match heard.what {
        What::InGroup(_) | What::GroupPlace(_) | What::Moved { .. } => heard.chat,
        What::Wrote(_)
        | What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::Blocked(_)
        | What::InChannel
        | What::Nothing => ChatId(heard.user),
    }
}

/// Notes that it was set aside, and says so to whoever did it.
async fn note(
    tx: &mut Tx,
    heard: &Heard,
    (why, told, says): (&Error, Option<Told>, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.see(&[heard.update], now).await?;
    tx.note_messages(place(heard).as_slice(), now).await?;
    tx.set_aside(heard.update, &why.to_string(), now).await?;
    if says { say(tx, heard, told, now).await } else { Ok(()) }
}

/// What became of what she did, in words of its own for each. What nobody waits for needs none.
async fn say(tx: &mut Tx, heard: &Heard, told: Option<Told>, now: DateTime<Utc>) -> Result<()> {
    let safety = match told {
        Some(Told::All) => return ends(tx, heard, now).await,
        Some(Told::Team) => Some(HelpLetter::SorrySafety { told: true }),
        Some(Told::Nobody) => Some(HelpLetter::SorrySafety { told: false }),
        None => None,
    };
    let rank = if safety.is_some() { Rank::Safety } else { Rank::Answer };
    match &heard.what {
        What::Wrote(written) => {
            let sorry = safety.unwrap_or(HelpLetter::Sorry);
            let post = Post::ranked(heard.chat, rank, sorry).in_reply_to(written.message);
            tx.post(post, now).await.map(drop)
        }
        What::Edited(written) => {
            let post = Post::answer(heard.chat, HelpLetter::SorryChange).in_reply_to(written.message);
            tx.post(post, now).await.map(drop)
        }
        What::Pressed { .. } => {
            ends(tx, heard, now).await?;
            let sorry = safety.unwrap_or(HelpLetter::SorryPress);
            // Whoever pressed in a group reads it in her own chat; a stranger there has none.
            if heard.chat.0 < 0 && tx.parts(ChatId(heard.user)).await?.is_empty() {
                return Ok(());
            }
            tx.post(Post::ranked(ChatId(heard.user), rank, sorry), now).await.map(drop)
        }
        What::InGroup(_) => {
            // Only commands of the team's are looked at there.
            if tx.parts(ChatId(heard.user)).await?.is_empty() {
                return Ok(());
            }
            tx.post(Post::answer(ChatId(heard.user), HelpLetter::Sorry), now).await.map(drop)
        }
        What::Reacted { .. }
        | What::Blocked(_)
        | What::GroupPlace(_)
        | What::InChannel
        | What::Moved { .. }
        | What::Nothing => Ok(()),
    }
}

/// Ends a button's waiting.
async fn ends(tx: &mut Tx, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let What::Pressed { query, .. } = &heard.what else { return Ok(()) };
    let toast = Op::Toast { query: query.clone(), text: None };
    tx.post(Post::op(ChatId(heard.user), Rank::Answer, toast), now).await.map(drop)
}
