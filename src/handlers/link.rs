//! Links and `/start`: who is let in, and what everybody else reads.

use super::House;
use super::join::{ask, foremost, greet, languages, resume};
use super::press::Press;
use super::{delivery, named};
use crate::domain::age::{Age, Said};
use crate::domain::heard::{Heard, What, Written};
use crate::domain::id::{ChatId, InviteId, PersonId};
use crate::domain::invite::{Invite, Patience, Token, Verdict, is_asked, judge, patience, same_part};
use crate::domain::join::{JoinLetter, Link};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Post};
use crate::domain::pasted::{self, Pasted};
use crate::domain::person::{Person, Profile, Reach, Standing};
use crate::domain::steps::{Step, step};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Someone who is not in Lazo writes: what she wrote may be her invitation, in whatever form she has it.
pub async fn stranger(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let found = found(heard);
    if !found.tokens.is_empty() {
        return opened(tx, house, heard, (&[], found.tokens), now).await;
    }
    let link = match patience(tx.guesses(heard.chat, now).await?) {
        Patience::Looks => Link::None,
        Patience::Says | Patience::Silent => Link::Wait,
    };
    let letter = JoinLetter::Link(link, Some(guess(house, heard)));
    tx.post(Post::answer(heard.chat, letter), now).await.map(drop)
}

/// What in a message may be an invitation.
pub(super) fn found(heard: &Heard) -> Pasted {
    if let What::Wrote(written) = &heard.what { pasted::pasted(&written.content) } else { Pasted::default() }
}

/// Her app's language, or English.
pub(super) fn guess(house: &House, heard: &Heard) -> Lang {
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
    delivery::is_there(tx, &parts, now).await?;
    if !payload.is_empty() {
        let found = found(heard).tokens;
        let tokens = if found.is_empty() { vec![Token::opened(payload)] } else { found };
        return opened(tx, house, heard, (&parts, tokens), now).await;
    }
    let joins = parts.iter().any(|part| part.standing == Standing::Joining);
    match foremost(&parts) {
        None => stranger(tx, house, heard, now).await,
        Some(person) if joins || parts.len() < 2 => resume(tx, house, person, now).await,
        Some(_) => super::parts::at_home(tx, house, &parts, now).await,
    }
}

/// Somebody of Lazo wrote what may be an invitation; `false` if it is a message like any other. Whoever talks with somebody
/// here may write about a link that does not work; a good one is never passed on to a partner, whatever it answers and
/// however many wrong ones came before: whom it lets in is the team's to say, and what is written to a team goes there.
pub async fn pasted(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (parts, written): (&[Person], &Written),
    now: DateTime<Utc>,
) -> Result<bool> {
    let chat = heard.chat;
    let Pasted { tokens, linked } =
        if pasted::is_likely(&written.content) { found(heard) } else { Pasted::default() };
    if tokens.is_empty() || is_for_team(tx, chat, written).await? {
        return Ok(false);
    }
    let looks = patience(tx.guesses(chat, now).await?) == Patience::Looks;
    let talks = !tx.live_in(&[chat]).await?.is_empty();
    let good = is_good(tx, (parts, &tokens), now).await?;
    if good && !looks {
        tx.post(Post::answer(chat, JoinLetter::Link(Link::Wait, None)), now).await?;
        return Ok(true);
    }
    if good || looks && linked && !talks && written.reply_to.is_none() {
        return opened(tx, house, heard, (parts, tokens), now).await.map(|()| true);
    }
    if looks && best(tx, (parts, &tokens), now).await?.0 == Verdict::Wrong {
        tx.guessed(chat, now).await?;
    }
    Ok(false)
}

/// Whether a message, as it was changed, lets somebody in: that is passed on no more than one that was written so.
pub async fn lets_in(tx: &mut Tx, chat: ChatId, written: &Written, now: DateTime<Utc>) -> Result<bool> {
    if !pasted::is_likely(&written.content) {
        return Ok(false);
    }
    let (parts, tokens) = (tx.parts(chat).await?, pasted::pasted(&written.content).tokens);
    is_good(tx, (&parts, &tokens), now).await
}

/// Whether one of these tokens lets somebody in; also where it does not work now, because of a case.
async fn is_good(tx: &mut Tx, (parts, tokens): (&[Person], &[Token]), now: DateTime<Utc>) -> Result<bool> {
    for token in tokens {
        let invite = tx.invited(&token.hash()).await?;
        if matches!(judge(invite.as_ref(), parts, now), Verdict::Welcome | Verdict::Promoted) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a message goes to a team: it answers one of a talk with it, or its writer pressed 🆘 and it answers nothing.
async fn is_for_team(tx: &mut Tx, chat: ChatId, written: &Written) -> Result<bool> {
    let Some(reply) = written.reply_to else { return Ok(tx.danger(chat).await?.is_some()) };
    match tx.known(chat, reply).await?.and_then(|known| known.conversation) {
        Some(conversation) => Ok(tx.team_of(conversation).await?.is_some()),
        None => Ok(false),
    }
}

/// A link was opened, or pasted. However many tokens there may be in it, it is one guess.
async fn opened(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (parts, tokens): (&[Person], Vec<Token>),
    now: DateTime<Utc>,
) -> Result<()> {
    let chat = heard.chat;
    let lang = parts.is_empty().then(|| guess(house, heard));
    let refused = |link| Post::answer(chat, JoinLetter::Link(link, lang));
    match patience(tx.guesses(chat, now).await?) {
        Patience::Looks => {}
        Patience::Says => {
            tx.told_to_wait(chat, now).await?;
            return tx.post(refused(Link::Wait), now).await.map(drop);
        }
        Patience::Silent => return Ok(()),
    }
    let link = match best(tx, (parts, &tokens), now).await? {
        (verdict @ (Verdict::Welcome | Verdict::Promoted), Some(invite)) => {
            if is_asked(verdict, parts) {
                return ask_first(tx, chat, &invite, now).await;
            }
            let guess = guess(house, heard);
            return let_in(tx, house, (chat, guess), (parts, verdict, invite), now).await;
        }
        (Verdict::Member, invite) => {
            tx.post(refused(Link::Member), now).await?;
            return go_on(tx, house, parts, invite, now).await;
        }
        (Verdict::Used, _) => Link::Used,
        (Verdict::Wrong | Verdict::Welcome | Verdict::Promoted, _) => Link::Wrong,
    };
    tx.guessed(chat, now).await?;
    tx.post(refused(link), now).await.map(drop)
}

/// What becomes of an invitation here. An account that an open case is about is let in nowhere new meanwhile: the link goes
/// on being good, and says no more than one that does not work.
async fn judged(
    tx: &mut Tx,
    (invite, parts): (Option<&Invite>, &[Person]),
    now: DateTime<Utc>,
) -> Result<Verdict> {
    let verdict = judge(invite, parts, now);
    let people: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
    let opens = matches!(verdict, Verdict::Welcome | Verdict::Promoted);
    Ok(if opens && named::any(tx, &people).await? { Verdict::Wrong } else { verdict })
}

/// Of several tokens the one that leads somewhere.
async fn best(
    tx: &mut Tx,
    (parts, tokens): (&[Person], &[Token]),
    now: DateTime<Utc>,
) -> Result<(Verdict, Option<Invite>)> {
    let mut best = (Verdict::Wrong, None);
    for token in tokens {
        let invite = tx.invited(&token.hash()).await?;
        let verdict = judged(tx, (invite.as_ref(), parts), now).await?;
        if matches!(verdict, Verdict::Welcome | Verdict::Promoted) {
            return Ok((verdict, invite));
        }
        if best.0 == Verdict::Wrong {
            best = (verdict, invite);
        }
    }
    Ok(best)
}

/// She is in by that link, or another one: it goes on where she is.
async fn go_on(
    tx: &mut Tx,
    house: &House,
    parts: &[Person],
    invite: Option<Invite>,
    now: DateTime<Utc>,
) -> Result<()> {
    let same = invite.as_ref().and_then(|invite| same_part(&invite.what, parts));
    let user = invite.as_ref().and_then(|invite| invite.used_by);
    let part = parts.iter().find(|it| Some(it.id) == user).or(same);
    match part.filter(|part| step(part) != Step::Done) {
        Some(part) => ask(tx, house, part, now).await,
        None => Ok(()),
    }
}

/// Whoever is here already says first that a link is for her.
async fn ask_first(tx: &mut Tx, chat: ChatId, invite: &Invite, now: DateTime<Utc>) -> Result<()> {
    let programme = match invite.what.programme {
        Some(id) => Some(tx.programme(id).await?.name),
        None => None,
    };
    let letter = JoinLetter::ForYou { invite: invite.id, role: invite.what.role, programme };
    tx.post(Post::answer(chat, letter), now).await.map(drop)
}

/// The link is for her, she says.
pub(super) async fn taken(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    invite: InviteId,
) -> Result<Option<Letter>> {
    let (chat, now) = (press.chat, press.now);
    let parts = tx.parts(chat).await?;
    let invite = tx.invitation(invite).await?;
    let verdict = judged(tx, (invite.as_ref(), &parts), now).await?;
    let link = match (verdict, invite) {
        (verdict @ (Verdict::Welcome | Verdict::Promoted), Some(invite)) => {
            let who = (chat, press.person.lang.clone());
            return let_in(tx, house, who, (&parts, verdict, invite), now).await.map(|()| None);
        }
        (Verdict::Member, _) => Link::Member,
        (Verdict::Used, _) => Link::Used,
        (Verdict::Wrong | Verdict::Welcome | Verdict::Promoted, _) => Link::Wrong,
    };
    tx.post(Post::answer(chat, JoinLetter::Link(link, None)), now).await.map(|_| None)
}

/// A good link is used.
async fn let_in(
    tx: &mut Tx,
    house: &House,
    (chat, guess): (ChatId, Lang),
    (parts, verdict, invite): (&[Person], Verdict, Invite),
    now: DateTime<Utc>,
) -> Result<()> {
    let part = same_part(&invite.what, parts).cloned();
    match (invite.moves, part) {
        (Some(who), _) => super::moving::moved(tx, (&invite, who), chat, now).await,
        (None, Some(part)) if verdict == Verdict::Promoted => {
            tx.use_up(invite.id, part.id, now).await?;
            super::setup::promoted(tx, house, part, now).await
        }
        (None, part) => welcome(tx, house, (chat, guess), (parts, part, invite), now).await,
    }
}

/// Lets her in; whoever had left or was refused begins anew. What she told in another part need not be told again:
/// language, zone, what she speaks and likes. Her name is offered, and consent is asked for each programme.
async fn welcome(
    tx: &mut Tx,
    house: &House,
    (chat, guess): (ChatId, Lang),
    (parts, before, invite): (&[Person], Option<Person>, Invite),
    now: DateTime<Utc>,
) -> Result<()> {
    let programme = match invite.what.programme {
        Some(id) => id,
        None => tx.found(now).await?,
    };
    let programme = tx.programme(programme).await?;
    let languages = languages(house, &programme);
    // What she once said about her age is not forgotten with the rest.
    let ages = before.as_ref().map(|part| Said { youngest: part.youngest(), ..part.profile.ages.clone() });
    let youngest = parts.iter().filter_map(Person::youngest).min();
    let before = before.map(|part| part.id);
    let known = parts.iter().filter(|part| Some(part.id) != before).find(|part| step(part) == Step::Done);
    let poses = house.words.poses();
    let suggested = invite.what.alias.and_then(|name| poses.alias(&name, &programme.name).ok());
    let mut person = Person {
        id: before.unwrap_or(PersonId(0)),
        programme: programme.id,
        role: invite.what.role,
        chat,
        standing: Standing::Joining,
        reach: Reach::Reachable,
        lang: languages.iter().find(|it| **it == guess).or(languages.first()).cloned().unwrap_or(guess),
        alias: String::new(),
        zone: programme.zone,
        coordinator: invite.what.invited_by,
        file_number: invite.what.file_number,
        dialogue: None,
        profile: Profile { suggested, ages: ages.unwrap_or_default(), ..Profile::default() },
        paused_until: None,
        joined_at: now,
    };
    if let Some(known) = known {
        person.take_over(known);
        person.profile.adult = person.profile.adult.filter(|_| youngest == Some(Age::Adult));
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
