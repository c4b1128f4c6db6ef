//! Somebody who is 16 or 17: she is asked herself, a paper is recorded or two of the team decide without one, and at 18
//! she is asked again.

mod ages;
mod eighteen;
mod may;
mod paper;
mod without;

pub(super) use ages::{doubted, told};
pub use eighteen::of_age;
pub(super) use eighteen::{reads_month, typed_when, when};
pub(super) use may::asked;
pub(super) use paper::{record, typed};
pub use without::look;

use super::press::Press;
use super::{House, join, morning, supervised};
use crate::domain::guardian::{GuardianAnswer, GuardianLetter};
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::join::JoinLetter;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Standing};
use crate::domain::steps::{Step, is_open, step};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: GuardianAnswer,
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let letter = match answer {
        GuardianAnswer::Role(id, _) | GuardianAnswer::Day(id, ..) | GuardianAnswer::Paper(id, _) => {
            paper::answer(tx, house, press, (id, answer)).await?.map(Letter::from)
        }
        GuardianAnswer::Record(id) => return record(tx, press, id).await,
        GuardianAnswer::Without(id) => return without::why(tx, press, id).await,
        GuardianAnswer::Ground(id, ground) => {
            without::decide(tx, house, press, (id, ground)).await?.map(Letter::from)
        }
        GuardianAnswer::Second(id, agreed) => {
            without::second(tx, house, press, (id, agreed)).await?.map(Letter::from)
        }
        GuardianAnswer::Still(id) => without::still(tx, house, press, id).await?.map(Letter::from),
        GuardianAnswer::Age(id, age) => ages::confirm(tx, house, press, (id, age)).await?.map(Letter::from),
        GuardianAnswer::Cancel => {
            paper::forget(tx, me).await?;
            Some(GuardianLetter::Cancelled.into())
        }
        GuardianAnswer::Speak(speak) if matches!(step(me), Step::Speak | Step::Guardian) => {
            may::said(tx, me, speak, now).await?;
            Some(JoinLetter::Waits(speak).into())
        }
        GuardianAnswer::Page(page) if is_open(me, Step::Eighteen) => {
            Some(eighteen::page(me, page, now).into())
        }
        GuardianAnswer::Month(month) if is_open(me, Step::Eighteen) => {
            return eighteen::turns(tx, house, me, month, now).await.map(|()| None);
        }
        GuardianAnswer::Own(agreed) => eighteen::own(tx, me, agreed, now).await?.map(Letter::from),
        GuardianAnswer::Along(agreed) => eighteen::along(tx, me, agreed, now).await?.map(Letter::from),
        GuardianAnswer::Supervision(pair) => return supervised::about(tx, press, pair).await,
        GuardianAnswer::Speak(_) | GuardianAnswer::Page(_) | GuardianAnswer::Month(_) => None,
    };
    let Some(with) = letter else { return Ok(Some(stale())) };
    tx.post(Post::op(press.to(), Rank::Answer, Op::Rewrite { of: press.root, with }), now).await?;
    Ok(None)
}

fn stale() -> Letter {
    HelpLetter::Stale.into()
}

/// Whether somebody works in the team of a person's programme. Nobody decides about her own account.
fn looks_after(me: &Person, person: &Person) -> bool {
    let works = me.role.is_staff() && me.standing == Standing::Ready;
    works && me.programme == person.programme && me.chat != person.chat
}

/// Somebody of 16 or 17 whom nobody has signed for: she waits, or goes on by a decision.
async fn lacks_paper(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<Person>> {
    let lacks = |it: &Person| {
        let here = match it.standing {
            Standing::AwaitingGuardian => true,
            Standing::Joining | Standing::Ready => it.is_admitted(),
            Standing::Refused | Standing::Left => false,
        };
        here && it.is_minor() && !it.is_doubted() && it.profile.guardian.is_none()
    };
    Ok(tx.person(id).await?.filter(|it| looks_after(me, it) && lacks(it)))
}

/// She can go on. What she must know comes before what she is asked.
async fn goes_on(tx: &mut Tx, house: &House, young: &Person, now: DateTime<Utc>) -> Result<()> {
    next(tx, house, (young, Some(GuardianLetter::GoOn.into())), now).await
}

/// What she is asked next, after a decision of the team's, in the morning where she is.
async fn next(
    tx: &mut Tx,
    house: &House,
    (person, first): (&Person, Option<Letter>),
    now: DateTime<Utc>,
) -> Result<()> {
    let questions = join::questions(tx, house, person, now).await?;
    let letters = first.into_iter().chain(questions);
    let posts = letters.map(|letter| Post::ranked(person, Rank::Prompt, letter));
    morning::post(tx, posts.collect(), now).await?;
    join::was_asked(tx, person, now).await
}

/// Each of these of the team reads a letter, in the morning where she is.
async fn tell(
    tx: &mut Tx,
    team: &[Person],
    letter: impl Fn(&Person) -> GuardianLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let posts = team.iter().map(|it| Post::ranked(it, Rank::Prompt, letter(it)));
    morning::post(tx, posts.collect(), now).await
}
