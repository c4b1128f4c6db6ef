//! Circles: people are brought into a running pair, with everybody's yes, and taken out of it, everybody in it is told,
//! messages say whose they are, and who wants has it quiet.

mod agreeing;
mod growing;
mod joining;
mod mute;
mod names;
mod seats;

pub(super) use growing::look;
pub(super) use joining::{call_off, leaves};
pub(super) use mute::{command, has_circle, today, unmute_command};
pub(super) use names::Names;
pub(super) use seats::{about, looked};

use super::press::Press;
use super::{House, desk, team};
use crate::domain::circle::CircleAnswer;
use crate::domain::help::HelpLetter;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::store::{Result, Tx};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: CircleAnswer,
) -> Result<Option<Letter>> {
    match answer {
        CircleAnswer::Card(pair) => desk::show(tx, house, press, pair).await,
        CircleAnswer::Members(pair)
        | CircleAnswer::Whom(pair, ..)
        | CircleAnswer::Choose(pair, _)
        | CircleAnswer::Ready(pair, _)
        | CircleAnswer::Ask(pair, _)
        | CircleAnswer::Remove(pair, _)
        | CircleAnswer::SureRemove(pair, _) => seats::answer(tx, press, (pair, &answer)).await,
        CircleAnswer::Agree(pair, newcomer, yes) => agreeing::answer(tx, press, (pair, newcomer, yes)).await,
        CircleAnswer::Accept(pair, watched) => joining::accept(tx, press, (pair, watched)).await,
        CircleAnswer::Decline(pair) => joining::decline(tx, press, pair).await,
        CircleAnswer::Team => team::write_to_team(tx, &press.person, press.now).await.map(|()| None),
        CircleAnswer::Mute(pair) | CircleAnswer::Unmute(pair) | CircleAnswer::Daily(pair, _) => {
            mute::answer(tx, press, (pair, &answer)).await
        }
    }
}

/// Presses that come too late, or are not hers.
fn stale() -> Letter {
    HelpLetter::Stale.into()
}

async fn rewrite(tx: &mut Tx, press: &Press, with: impl Into<Letter>) -> Result<Option<Letter>> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}
