//! Topics in private chats, for accounts with several conversations, where the bot has them switched on. They only show
//! what belongs together: without them, or if one is lost, everything works as it does without.

use crate::domain::id::{ChatId, ConversationId};
use crate::domain::letter::{Op, Post, Rank, To};
use crate::domain::relay::RelayLetter;
use crate::store::{Errand, Leased, Result, Tx};
use crate::telegram::api::Never;
use chrono::{DateTime, Utc};

/// The bot starts, with topics or without. Gives the accounts that have had several conversations for long: they
/// [get theirs](of_account) now.
pub async fn at_start(tx: &mut Tx, on: bool) -> Result<Vec<ChatId>> {
    tx.use_topics(on).await?;
    if on { tx.with_several().await } else { Ok(Vec::new()) }
}

/// Has topics made for an account's conversations, where it lacks some.
pub async fn of_account(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    let Some(account) = tx.account(chat).await? else { return Ok(()) };
    make(tx, chat.into(), &account.switcher.names, now).await
}

/// Has topics made for an account's conversations, if it has several and the bot uses them.
pub(super) async fn make(
    tx: &mut Tx,
    to: To,
    names: &[(ConversationId, String)],
    now: DateTime<Utc>,
) -> Result<()> {
    if names.len() < 2 || !tx.uses_topics().await? {
        return Ok(());
    }
    let ids: Vec<ConversationId> = names.iter().map(|(id, _)| *id).collect();
    let missing = tx.ask_for_topics(to.chat, &ids, now).await?;
    let named = names.iter().filter(|(id, _)| missing.contains(id));
    let topic = |(id, name): &(ConversationId, String)| {
        let name = RelayLetter::Topic { name: name.clone() };
        Post::op(to, Rank::Answer, Op::Room(name.into())).within(*id)
    };
    tx.post_all(&named.map(topic).collect::<Vec<_>>(), now).await.map(drop)
}

/// Whether Telegram's refusal is about a topic in a private chat.
pub(super) fn is_about_one(errand: &Errand, class: Never) -> bool {
    let lost = errand.thread.is_some() && matches!(class, Never::TopicGone | Never::NoForum);
    errand.lane.0 > 0 && errand.room.is_none() && (lost || matches!(errand.what, Leased::Room(_)))
}

/// A topic could not be made: there is none. One is gone: its message is sent without, and a new one is made, once a day.
pub(super) async fn refused(tx: &mut Tx, errand: &Errand, now: DateTime<Utc>) -> Result<()> {
    let (lane, Some(conversation)) = (errand.lane, errand.conversation) else { return Ok(()) };
    if matches!(errand.what, Leased::Room(_)) {
        tracing::info!(chat = lane.0, "a topic could not be made");
        return Ok(());
    }
    tx.topic_lost(lane, conversation).await?;
    of_account(tx, lane, now).await
}
