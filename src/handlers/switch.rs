//! The keyboard of somebody with several conversations: whom she writes to, said in one silent line at each change.

use super::press::Press;
use super::{bundle, topics, whom};
use crate::domain::conversation::Conversation;
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::letter::{Gone, Letter, Op, Post, Rank};
use crate::domain::person::Person;
use crate::domain::relay::RelayLetter;
use crate::domain::which::{self, apart};
use crate::store::{Account, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

/// The alias of the other, if it is one person; these are the reader's own parts.
pub(super) fn partner<'a>(pair: &'a Conversation, own: &[PersonId]) -> Option<&'a str> {
    let mut others = pair.active().filter(|member| !own.contains(&member.person));
    match (others.next(), others.next()) {
        (Some(one), None) => Some(one.alias.as_str()),
        _ => None,
    }
}

/// What each conversation is called for a reader with these parts: by the aliases of the others, told apart.
pub(super) fn names(pairs: &[Conversation], own: &[PersonId]) -> Vec<(ConversationId, String)> {
    let name = |pair: &Conversation| {
        let others = pair.active().filter(|member| !own.contains(&member.person));
        others.map(|member| member.alias.as_str()).collect::<Vec<_>>().join(", ")
    };
    apart(pairs.iter().map(|pair| (pair.id, name(pair))))
}

/// A label of the keyboard was pressed; `false` if it is none, and never was.
pub(super) async fn pressed(tx: &mut Tx, parts: &[Person], typed: &str, now: DateTime<Utc>) -> Result<bool> {
    let (Some(name), Some(first)) = (which::named(typed), parts.first()) else { return Ok(false) };
    let Some(account) = tx.account(first.chat).await? else { return Ok(false) };
    let person = shown_to(tx, parts, first).await?;
    if let Some(conversation) = account.switcher.find(name) {
        // What was held waits there now, and says so itself.
        let said = bundle::chosen(tx, parts, conversation, now).await?;
        let said = said && tx.danger(person.chat).await?.is_none();
        if is_stopped(tx, person.chat, conversation).await? {
            tx.chose_none(person.chat).await?;
            if !said {
                whom::nobody_now(tx, person, now).await?;
            }
            return Ok(true);
        }
        chose(tx, person, (&account, conversation), true, now).await?;
        return Ok(true);
    }
    if account.switcher.names.iter().any(|(_, it)| which::means(it, name)) {
        return line(tx, person, (RelayLetter::Several, Some(&account)), now).await.map(|()| true);
    }
    let known = account.offered(name);
    if known {
        tx.post(Post::answer(person, RelayLetter::NotOpen), now).await?;
    }
    Ok(known)
}

/// The part the keyboard belongs to: one that is in a pair.
async fn shown_to<'a>(tx: &mut Tx, parts: &'a [Person], first: &'a Person) -> Result<&'a Person> {
    let live = tx.live_in(&[first.chat]).await?;
    let inside = parts.iter().find(|part| live.iter().any(|(_, person, _)| *person == part.id));
    Ok(inside.unwrap_or(first))
}

async fn is_stopped(tx: &mut Tx, chat: ChatId, conversation: ConversationId) -> Result<bool> {
    let own: Vec<PersonId> = tx.parts(chat).await?.iter().map(|part| part.id).collect();
    let in_danger = tx.danger(chat).await?.is_some();
    let rests = if in_danger { whom::is_stopped } else { whom::rests_untold };
    Ok(tx.conversation(conversation).await?.is_some_and(|pair| rests(&pair, &own)))
}

/// After 🆘 she chooses to write to somebody, and be it her only one: until that ends, what she writes goes there.
pub(super) async fn write_to(
    tx: &mut Tx,
    press: &Press,
    conversation: ConversationId,
) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    let open = whom::open_in_danger(tx, person.chat).await?;
    let Some((_, name)) = open.into_iter().find(|(id, _)| *id == conversation) else {
        if tx.danger(person.chat).await?.is_none() {
            return Ok(Some(HelpLetter::Stale.into()));
        }
        return whom::nobody_now(tx, person, now).await.map(|()| None);
    };
    let before = tx.account(person.chat).await?;
    if before.is_none() {
        tx.set_keyboard(person.chat, None, &[]).await?;
    }
    tx.chose(&[(person.chat, conversation)], now).await?;
    line(tx, person, (RelayLetter::WritesTo { name, in_danger: true }, before.as_ref()), now).await?;
    Ok(None)
}

/// She did something in a conversation on purpose: what she writes next goes there, if she has several and it does not rest.
/// After 🆘 a reply carries itself alone, and ends a choice of another.
pub(super) async fn act(
    tx: &mut Tx,
    chat: ChatId,
    conversation: ConversationId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(account) = tx.account(chat).await? else { return Ok(()) };
    if account.switcher.name(conversation).is_none() {
        return Ok(());
    }
    // What she chose before was not this: whom the next is for is asked.
    if is_stopped(tx, chat, conversation).await? {
        return tx.chose_none(chat).await;
    }
    if tx.danger(chat).await?.is_some() {
        return if account.switcher.current == Some(conversation) {
            Ok(())
        } else {
            tx.chose_none(chat).await
        };
    }
    let parts = tx.parts(chat).await?;
    let Some(first) = parts.first() else { return Ok(()) };
    let person = shown_to(tx, &parts, first).await?;
    chose(tx, person, (&account, conversation), false, now).await
}

/// Notes a choice; it is said if it changes something, or was asked for.
async fn chose(
    tx: &mut Tx,
    person: &Person,
    (account, conversation): (&Account, ConversationId),
    aloud: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.chose(&[(person.chat, conversation)], now).await?;
    let Some(name) = account.switcher.name(conversation) else { return Ok(()) };
    if !aloud && account.switcher.current == Some(conversation) {
        return Ok(());
    }
    let in_danger = tx.danger(person.chat).await?.is_some();
    line(tx, person, (RelayLetter::WritesTo { name: name.to_owned(), in_danger }, Some(account)), now).await
}

/// Says a change in a line that brings the keyboard, and takes the line before it away.
async fn line(
    tx: &mut Tx,
    person: &Person,
    (says, before): (RelayLetter, Option<&Account>),
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = tx.post(Post::answer(person, says), now).await?;
    if let Some(of) = before.and_then(|before| before.line) {
        tx.post(Post::op(person, Rank::Answer, Op::Delete(Gone::Letter(of))), now).await?;
    }
    tx.keyboard_came_with(person.chat, letter).await
}

/// Who is with whom has changed: the keyboards of these accounts follow.
pub(super) async fn refresh(tx: &mut Tx, chats: &[ChatId], now: DateTime<Utc>) -> Result<()> {
    let live = tx.live_in(chats).await?;
    let chats: HashSet<ChatId> = chats.iter().copied().collect();
    let mut chats: Vec<ChatId> = chats.into_iter().collect();
    chats.sort_unstable();
    for chat in chats {
        let here = live.iter().filter(|(it, ..)| *it == chat);
        let ids: Vec<ConversationId> = here.map(|(_, _, conversation)| *conversation).collect();
        let account = tx.account(chat).await?;
        let had_several = account.as_ref().is_some_and(|account| !account.switcher.names.is_empty());
        if ids.len() > 1 || had_several {
            changed(tx, chat, (&ids, account.as_ref()), now).await?;
        }
    }
    Ok(())
}

async fn changed(
    tx: &mut Tx,
    chat: ChatId,
    (live, account): (&[ConversationId], Option<&Account>),
    now: DateTime<Utc>,
) -> Result<()> {
    let parts = tx.parts(chat).await?;
    let own: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
    let names = names(&tx.conversations(live).await?, &own);
    let before = account.map(|account| account.switcher.names.as_slice()).unwrap_or_default();
    if names == before {
        return Ok(());
    }
    let says = match names.as_slice() {
        [] => RelayLetter::NotSeveral { name: None },
        [(_, name)] => RelayLetter::NotSeveral { name: Some(name.clone()) },
        _ => RelayLetter::Several,
    };
    tx.set_keyboard(chat, account, if names.len() > 1 { &names } else { &[] }).await?;
    let Some(first) = parts.first() else { return Ok(()) };
    let person = shown_to(tx, &parts, first).await?.clone();
    line(tx, &person, (says, account), now).await?;
    topics::make(tx, (&person).into(), &names, now).await
}
