//! Links and `/start`: who is let in, and what everybody else reads.

use super::House;
use super::delivery;
use super::join::{ask, languages, resume};
use crate::domain::alias;
use crate::domain::heard::Heard;
use crate::domain::id::PersonId;
use crate::domain::invite::{Invite, Token, Verdict, WRONG_LINKS, judge};
use crate::domain::join::{JoinLetter, Link};
use crate::domain::lang::Lang;
use crate::domain::letter::Post;
use crate::domain::person::{Person, Profile, Reach, Standing};
use crate::domain::steps::{Step, step};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Someone who is not in Lazo writes.
pub async fn stranger(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let letter = JoinLetter::Link(Link::None, Some(guess(house, heard)));
    tx.post(Post::answer(heard.chat, letter), now).await.map(drop)
}

/// Her app's language, or English.
fn guess(house: &House, heard: &Heard) -> Lang {
    house.words.negotiate(heard.app_language.as_deref().unwrap_or_default(), &Lang::source())
}

/// `/start`, with or without an invitation's token. It never starts anything over: it goes on where she is.
pub async fn start(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    payload: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let person = tx.person_in(heard.chat).await?;
    if person.as_ref().is_some_and(|person| person.reach != Reach::Reachable) {
        delivery::back(tx, heard.chat, now).await?;
    }
    if !payload.is_empty() {
        return opened(tx, house, heard, (person, payload), now).await;
    }
    match person {
        Some(person) => resume(tx, house, &person, now).await,
        None => stranger(tx, house, heard, now).await,
    }
}

/// A link was opened.
async fn opened(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (person, payload): (Option<Person>, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let chat = heard.chat;
    let lang = person.is_none().then(|| guess(house, heard));
    let refused = |link| Post::answer(chat, JoinLetter::Link(link, lang));
    if tx.guesses(chat, now).await? >= WRONG_LINKS {
        return tx.post(refused(Link::Wait), now).await.map(drop);
    }
    let invite = tx.invited(&Token::opened(payload).hash()).await?;
    let link = match (judge(invite.as_ref(), person.as_ref(), now), invite, person) {
        (Verdict::Welcome, Some(invite @ Invite { moves: Some(who), .. }), None) => {
            return super::moving::moved(tx, (&invite, who), chat, now).await;
        }
        (Verdict::Welcome, Some(invite), person) => {
            return welcome(tx, house, heard, (person, invite), now).await;
        }
        (Verdict::Promoted, Some(invite), Some(person)) => {
            tx.use_up(invite.id, person.id, now).await?;
            return super::setup::promoted(tx, house, person, now).await;
        }
        (Verdict::Member, _, Some(person)) => {
            tx.post(refused(Link::Member), now).await?;
            return if step(&person) == Step::Done { Ok(()) } else { ask(tx, house, &person, now).await };
        }
        (Verdict::OtherRole, ..) => Link::Role,
        (Verdict::Used, ..) => Link::Used,
        (Verdict::Wrong | Verdict::Welcome | Verdict::Promoted | Verdict::Member, ..) => Link::Wrong,
    };
    if link != Link::Role {
        tx.guessed(chat, now).await?;
    }
    tx.post(refused(link), now).await.map(drop)
}

/// Lets her in; whoever had left or was refused begins anew.
async fn welcome(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (before, invite): (Option<Person>, Invite),
    now: DateTime<Utc>,
) -> Result<()> {
    let programme = match invite.what.programme {
        Some(id) => id,
        None => tx.found(now).await?,
    };
    let programme = tx.programme(programme).await?;
    let languages = languages(house, &programme);
    let guess = guess(house, heard);
    let suggested = invite.what.alias.and_then(|name| alias::clean(&name).ok());
    let mut person = Person {
        id: before.as_ref().map_or(PersonId(0), |person| person.id),
        programme: programme.id,
        role: invite.what.role,
        chat: heard.chat,
        standing: Standing::Joining,
        reach: Reach::Reachable,
        lang: languages.iter().find(|it| **it == guess).or(languages.first()).cloned().unwrap_or(guess),
        alias: String::new(),
        zone: programme.zone,
        coordinator: invite.what.invited_by,
        file_number: invite.what.file_number,
        dialogue: None,
        profile: Profile { suggested, ..Profile::default() },
        paused_until: None,
        joined_at: now,
    };
    match before {
        Some(_) => tx.save(&person).await?,
        None => person.id = tx.admit(&person).await?,
    }
    tx.use_up(invite.id, person.id, now).await?;
    tx.audit(Some(person.id.0), "opened an invitation", Some(invite.id.0), now).await?;
    ask(tx, house, &person, now).await
}
