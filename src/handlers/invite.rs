//! Making invitations: by staff in the chat, and from the terminal.

use super::press::Press;
use super::{House, invites, join, link};
use crate::domain::alias;
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::invite::{DAYS, FILE_NUMBER, NewInvite, Token, invitable};
use crate::domain::join::{JoinAnswer, JoinLetter};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Post};
use crate::domain::person::{Person, Role};
use crate::store::{Error, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

/// Makes an invitation that works once, for 14 days. The token is not stored: what is not passed on is lost.
pub async fn new_invite(tx: &mut Tx, what: &NewInvite, now: DateTime<Utc>) -> Result<Token> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)
        .map_err(|why| Error::unreadable("draw a token", std::io::Error::other(why.to_string())))?;
    let token = Token::new(random);
    let id = tx.invite(what, &token.hash(), now + TimeDelta::days(DAYS), now).await?;
    tx.audit(what.invited_by.map(|id| id.0), "made an invitation", Some(id.0), now).await?;
    Ok(token)
}

/// The link that founds the first programme, as long as there is none. A new one each time, since the token is not
/// stored; the one before stops working.
pub async fn first_link(tx: &mut Tx, now: DateTime<Utc>) -> Result<Option<Token>> {
    if !tx.programmes().await?.is_empty() {
        return Ok(None);
    }
    tx.revoke(None, now).await?;
    let founder =
        NewInvite { programme: None, role: Role::Lead, alias: None, file_number: None, invited_by: None };
    new_invite(tx, &founder, now).await.map(Some)
}

/// `/invite`. Before the programme is set up it says what is missing and goes on with that.
pub async fn command(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(person.programme).await?;
    if programme.set_up {
        let letter = JoinLetter::Invite(invitable(person.role).to_vec());
        return tx.post(Post::answer(person, letter), now).await.map(drop);
    }
    super::setup::unfinished(tx, house, person, &programme, now).await
}

/// Presses about inviting, and whether a link is for whoever opened it.
pub(super) async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: &JoinAnswer,
) -> Result<Option<Letter>> {
    let (person, now) = (&press.person, press.now);
    match answer {
        JoinAnswer::Invite(role) if invitable(person.role).contains(role) => {
            asks(tx, person, *role, now).await?;
        }
        JoinAnswer::NoFileNumber(role) if invitable(person.role).contains(role) => {
            goes_on(tx, house, person, (*role, None), now).await?;
        }
        JoinAnswer::InviteIn { role, file_number, lang } if invitable(person.role).contains(role) => {
            make(tx, house, person, (*role, file_number.clone(), Some(lang.clone())), now).await?;
        }
        JoinAnswer::Pair if person.role.is_staff() => {
            super::pairing::command(tx, house, person, now).await?;
        }
        JoinAnswer::Open(invite) => return link::taken(tx, house, press, *invite).await,
        JoinAnswer::Leave => join::rewrite(tx, press, JoinLetter::ForAnother).await?,
        JoinAnswer::Invite(_)
        | JoinAnswer::NoFileNumber(_)
        | JoinAnswer::InviteIn { .. }
        | JoinAnswer::Pair
        | JoinAnswer::Guardian(_)
        | JoinAnswer::Readiness(_)
        | JoinAnswer::Language(_)
        | JoinAnswer::Accept
        | JoinAnswer::Agree
        | JoinAnswer::Read(_)
        | JoinAnswer::Privacy(_)
        | JoinAnswer::More(_)
        | JoinAnswer::Another
        | JoinAnswer::Refuse
        | JoinAnswer::ReadAgain
        | JoinAnswer::Team
        | JoinAnswer::AgeAgain
        | JoinAnswer::Age(_)
        | JoinAnswer::TakeAlias
        | JoinAnswer::Clock(_)
        | JoinAnswer::Pick { .. }
        | JoinAnswer::Picked(_) => return Ok(Some(HelpLetter::Stale.into())),
    }
    Ok(None)
}

/// Which file number? What she types next is an answer, for half an hour.
async fn asks(tx: &mut Tx, person: &Person, role: Role, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, JoinLetter::FileNumber(role)), now).await?;
    let what = format!("join:{}", name(role));
    tx.await_from(person.id, Some(&Dialogue::typed(what, now))).await
}

/// The typed file number. The key says for which role.
pub(super) async fn reason(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (key, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(role) = read(key) else {
        tx.await_from(person.id, None).await?;
        return super::help::at_home(tx, house, person, now).await;
    };
    let typed = written.text.as_deref().map(|text| alias::named(text, FILE_NUMBER));
    let Some(Ok(number)) = typed else { return asks(tx, person, role, now).await };
    let Some(warning) = invites::in_use(tx, person, (role, &number), now).await? else {
        return goes_on(tx, house, person, (role, Some(number)), now).await;
    };
    tx.post(Post::answer(person, warning), now).await.map(drop)
}

/// All is known but the language of whoever is invited: where the programme has several, it is asked.
pub(super) async fn goes_on(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (role, file_number): (Role, Option<String>),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.await_from(person.id, None).await?;
    let languages = tx.programme(person.programme).await?.languages;
    if languages.len() < 2 {
        return make(tx, house, person, (role, file_number, languages.into_iter().next()), now).await;
    }
    let question = JoinLetter::InviteLanguage { role, file_number, languages };
    tx.post(Post::answer(person, question), now).await.map(drop)
}

/// The invitation: what it is in one letter, and in the next what is to be passed on. Who has no file number is given one.
async fn make(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (role, typed, lang): (Role, Option<String>, Option<Lang>),
    now: DateTime<Utc>,
) -> Result<()> {
    let given = typed.is_none();
    let file_number = if given { invites::given(tx, person.programme, role, now).await? } else { typed };
    let what = NewInvite {
        programme: Some(person.programme),
        role,
        alias: None,
        file_number: file_number.clone(),
        invited_by: Some(person.id),
    };
    let link = new_invite(tx, &what, now).await?.link(&house.bot_name);
    let programme = tx.programme(person.programme).await?.name;
    let until = now + TimeDelta::days(DAYS);
    let posts = [
        Post::answer(person, JoinLetter::Invited { role, file_number, given, until }),
        Post::answer(person, JoinLetter::Invitation { link, programme, lang }).until(until),
    ];
    tx.post_all(&posts, now).await.map(drop)
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Coordinator => "coordinator",
        Role::Mentor => "mentor",
        Role::Mentee => "mentee",
    }
}

fn read(named: &str) -> Option<Role> {
    [Role::Coordinator, Role::Mentor, Role::Mentee].into_iter().find(|role| name(*role) == named)
}
