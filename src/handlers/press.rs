//! A button was pressed: whoever presses must be allowed to, and each offer counts once.

use super::{House, privacy};
use crate::domain::heard::Heard;
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, LetterId};
use crate::domain::join::JoinAnswer;
use crate::domain::letter::{Answer, Letter, Op, Post, Rank, To};
use crate::domain::mail::MailAnswer;
use crate::domain::person::{Person, Standing};
use crate::store::{Offered, Result, Tx};
use chrono::{DateTime, Utc};

/// A press that was allowed.
pub struct Press {
    /// Who pressed.
    pub person: Person,
    /// The chat the button hangs in: hers, or a group of the team's.
    pub chat: ChatId,
    /// The letter whose message shows the button; rewrite this one.
    pub root: LetterId,
    /// When the buttons were posted.
    pub posted_at: DateTime<Utc>,
    /// When.
    pub now: DateTime<Utc>,
}

impl Press {
    /// Whom a letter in the place of the pressed one is for.
    pub fn to(&self) -> To {
        if self.chat == self.person.chat { (&self.person).into() } else { self.chat.into() }
    }
}

/// Works on a press and ends the button's waiting, whatever came of it.
pub async fn pressed(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (query, button): (&str, Option<(LetterId, usize)>),
    now: DateTime<Utc>,
) -> Result<()> {
    // Whoever presses in her own chat is there, whatever a letter to it was told.
    if heard.chat == ChatId(heard.user) {
        let parts = tx.parts(heard.chat).await?;
        super::delivery::is_there(tx, &parts, now).await?;
    }
    let text = match offered(tx, heard, button).await? {
        // Answers everybody, also who is nobody here.
        Some((_, offered, Answer::Join(JoinAnswer::Privacy(part)))) => {
            privacy::turns(tx, house, heard, (offered.root, part), now).await?;
            None
        }
        Some(offered) => match allowed(tx, heard, offered, now).await? {
            Some((press, answer)) => route(tx, house, &press, answer).await?,
            None => Some(HelpLetter::Stale.into()),
        },
        None => Some(HelpLetter::Stale.into()),
    };
    let toast = Op::Toast { query: query.to_owned(), text };
    tx.post(Post::op(ChatId(heard.user), Rank::Answer, toast), now).await?;
    Ok(())
}

/// The button, if it was offered in this chat and not answered yet: its letter, and what it means.
async fn offered(
    tx: &mut Tx,
    heard: &Heard,
    button: Option<(LetterId, usize)>,
) -> Result<Option<(LetterId, Offered, Answer)>> {
    let Some((letter, index)) = button else { return Ok(None) };
    let Some(offered) = tx.offered(letter).await? else { return Ok(None) };
    let Some(answer) = offered.offer.get(index).cloned() else { return Ok(None) };
    let stale = offered.answered_at.is_some() && !answer.keeps_buttons();
    Ok((offered.lane == heard.chat && !stale).then_some((letter, offered, answer)))
}

/// The press, if the button was offered to this person or her staff.
async fn allowed(
    tx: &mut Tx,
    heard: &Heard,
    (letter, offered, answer): (LetterId, Offered, Answer),
    now: DateTime<Utc>,
) -> Result<Option<(Press, Answer)>> {
    let Some(person) = who(tx, ChatId(heard.user), &offered).await? else { return Ok(None) };
    // Whoever is staff no more, or not yet, can only join, change her language and leave.
    let staff = person.role.is_staff() && person.standing != Standing::Ready;
    if staff && !matches!(answer, Answer::Join(_) | Answer::Help(_)) {
        return Ok(None);
    }
    if !answer.keeps_buttons() {
        tx.answered(letter, now).await?;
    }
    let (root, posted_at) = (offered.root, offered.posted_at);
    let press = Press { person, chat: offered.lane, root, posted_at, now };
    Ok(Some((press, answer)))
}

/// Whoever the button was for, if it is her account that pressed; in a group, the account's part in the programme's
/// team. Group membership makes nobody a coordinator: the database does.
async fn who(tx: &mut Tx, presser: ChatId, offered: &Offered) -> Result<Option<Person>> {
    let parts = tx.parts(presser).await?;
    if offered.lane == presser {
        // What is for an account as a whole is for its first part.
        let meant = |part: &Person| offered.person.is_none_or(|person| part.id == person);
        return Ok(parts.into_iter().find(meant));
    }
    let programme = match tx.programme_of_group(offered.lane).await? {
        Some(programme) => Some(programme),
        None => tx.programme_of_safe_group(offered.lane).await?,
    };
    let works = |part: &Person| {
        let here = programme.as_ref().is_some_and(|programme| programme.id == part.programme);
        here && part.role.is_staff() && part.standing == Standing::Ready
    };
    Ok(parts.into_iter().find(works))
}

async fn route(tx: &mut Tx, house: &House, press: &Press, answer: Answer) -> Result<Option<Letter>> {
    let keeps = answer.keeps_buttons();
    let toast = feature(tx, house, press, answer).await?;
    if !keeps && !tx.rewrote(press.root) {
        tx.post(Post::op(press.to(), Rank::Answer, Op::Clear { of: press.root }), press.now).await?;
    }
    Ok(toast)
}

async fn feature(tx: &mut Tx, house: &House, press: &Press, answer: Answer) -> Result<Option<Letter>> {
    match answer {
        Answer::Relay(answer) => super::talk::answer(tx, press, &answer).await,
        Answer::Join(answer) => super::join::answer(tx, house, press, answer).await,
        Answer::Setup(answer) => super::setup::answer(tx, house, press, answer).await,
        Answer::Help(answer) => super::help::answer(tx, house, press, answer).await,
        Answer::Pairing(answer) => super::pairing::answer(tx, house, press, answer).await,
        Answer::Checkin(answer) => super::checkin::answer(tx, house, press, answer).await,
        Answer::Missed(answer) => super::missed::answer(tx, house, press, answer).await,
        Answer::Case(answer) => super::cases::answer(tx, house, press, answer).await,
        Answer::Safety(answer) => super::safety::answer(tx, house, press, answer).await,
        Answer::Desk(answer) => super::desk::answer(tx, house, press, answer).await,
        Answer::Guardian(answer) => super::guardian::answer(tx, house, press, answer).await,
        Answer::Find(answer) => super::find::answer(tx, house, press, answer).await,
        Answer::Invites(answer) => super::invites::answer(tx, house, press, answer).await,
        Answer::Readiness(answer) => super::readiness::answer(tx, house, press, answer).await,
        Answer::Supervised(answer) => super::supervised::answer(tx, house, press, answer).await,
        Answer::Leak(answer) => super::leak::answer(tx, press, answer).await,
        Answer::Settings(answer) => super::settings::answer(tx, house, press, answer).await,
        Answer::Removal(answer) => super::removal::answer(tx, press, answer).await,
        Answer::Departure(answer) => super::departure::answer(tx, house, press, answer).await,
        Answer::Circle(answer) => super::circle::answer(tx, house, press, answer).await,
        Answer::Opening(answer) => super::opening::answer(tx, house, press, answer).await,
        Answer::Mail(MailAnswer::Read(letter)) => super::mail::read(tx, press, *letter).await,
    }
}
