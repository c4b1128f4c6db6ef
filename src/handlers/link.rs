//! Links and `/start`: who is let in, and what everybody else reads.

use super::House;
use super::delivery;
use super::join::{ask, foremost, greet, languages, resume};
use crate::domain::alias;
use crate::domain::heard::Heard;
use crate::domain::id::PersonId;
use crate::domain::invite::{Invite, Token, Verdict, WRONG_LINKS, judge, same_part};
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
    let parts = tx.parts(heard.chat).await?;
    if parts.iter().any(|part| part.reach != Reach::Reachable) {
        delivery::back(tx, heard.chat, now).await?;
    }
    if !payload.is_empty() {
        return opened(tx, house, heard, (&parts, payload), now).await;
    }
    let joins = parts.iter().any(|part| part.standing == Standing::Joining);
    match foremost(&parts) {
        None => stranger(tx, house, heard, now).await,
        Some(person) if joins || parts.len() < 2 => resume(tx, house, person, now).await,
        Some(_) => super::parts::at_home(tx, house, &parts, now).await,
    }
}

/// A link was opened.
async fn opened(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (parts, payload): (&[Person], &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let chat = heard.chat;
    let lang = parts.is_empty().then(|| guess(house, heard));
    let refused = |link| Post::answer(chat, JoinLetter::Link(link, lang));
    if tx.guesses(chat, now).await? >= WRONG_LINKS {
        return tx.post(refused(Link::Wait), now).await.map(drop);
    }
    let invite = tx.invited(&Token::opened(payload).hash()).await?;
    let part = invite.as_ref().and_then(|invite| same_part(&invite.what, parts)).cloned();
    let link = match (judge(invite.as_ref(), parts, now), invite, part) {
        (Verdict::Welcome, Some(invite @ Invite { moves: Some(who), .. }), _) => {
            return super::moving::moved(tx, (&invite, who), chat, now).await;
        }
        (Verdict::Welcome, Some(invite), part) => {
            return welcome(tx, house, heard, (parts, part, invite), now).await;
        }
        (Verdict::Promoted, Some(invite), Some(part)) => {
            tx.use_up(invite.id, part.id, now).await?;
            return super::setup::promoted(tx, house, part, now).await;
        }
        (Verdict::Member, invite, part) => {
            tx.post(refused(Link::Member), now).await?;
            let user = invite.and_then(|invite| invite.used_by);
            let part = parts.iter().find(|it| Some(it.id) == user).or(part.as_ref());
            let joins = part.filter(|part| step(part) != Step::Done);
            return if let Some(part) = joins { ask(tx, house, part, now).await } else { Ok(()) };
        }
        (Verdict::Used, ..) => Link::Used,
        (Verdict::Wrong | Verdict::Welcome | Verdict::Promoted, ..) => Link::Wrong,
    };
    tx.guessed(chat, now).await?;
    tx.post(refused(link), now).await.map(drop)
}

/// Lets her in; whoever had left or was refused begins anew. What she told in another part need not be told again:
/// language, zone, what she speaks and likes. Her name is offered, and consent is asked for each programme.
async fn welcome(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (parts, before, invite): (&[Person], Option<Person>, Invite),
    now: DateTime<Utc>,
) -> Result<()> {
    let programme = match invite.what.programme {
        Some(id) => id,
        None => tx.found(now).await?,
    };
    let programme = tx.programme(programme).await?;
    let languages = languages(house, &programme);
    let guess = guess(house, heard);
    let before = before.map(|part| part.id);
    let known = parts.iter().filter(|part| Some(part.id) != before).find(|part| step(part) == Step::Done);
    let suggested = invite.what.alias.and_then(|name| alias::clean(&name).ok());
    let mut person = Person {
        id: before.unwrap_or(PersonId(0)),
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
    if let Some(known) = known {
        person.take_over(known);
    }
    match before {
        Some(_) => tx.save(&person).await?,
        None => person.id = tx.admit(&person).await?,
    }
    tx.use_up(invite.id, person.id, now).await?;
    tx.audit(Some(person.id.0), "opened an invitation", Some(invite.id.0), now).await?;
    if !parts.iter().any(|part| !part.role.is_staff() && part.standing.has_team()) {
        greet(tx, &person, now).await?;
    }
    ask(tx, house, &person, now).await
}
