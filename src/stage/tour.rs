//! The tour: each step says in a sentence what to look at, and does itself, unless somebody has done it already.

use super::cast::{AMINA, TOMAS, VERA};
use super::world::{Trouble, World};
use chrono::TimeDelta;
use serde::Serialize;
use std::sync::PoisonError;

/// A step, as the page shows it once it is done.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Step {
    title: &'static str,
    look: &'static str,
    /// The phones to look at, two at most; on a narrow page the first one is in front.
    phones: &'static [usize],
    /// Whether the rows are to be looked at.
    rows: bool,
}

/// How many steps there are.
pub const STEPS: usize = TOUR.len();

const fn step(title: &'static str, look: &'static str, phones: &'static [usize]) -> Step {
    Step { title, look, phones, rows: false }
}

const TOUR: [Step; 12] = [
    step(
        "An invitation",
        "Vera coordinates a mentoring programme, and has just invited a mentee: the link on her phone works once, and the picture holds the same link.",
        &[VERA],
    ),
    step(
        "Somebody joins",
        "Amina opened it and answers in Arabic: what happens with her data comes first, and then nearly every question is one tap.",
        &[AMINA],
    ),
    step("A mentor joins", "Tomás joined in Spanish, and Vera reads that both are ready.", &[TOMAS, VERA]),
    step(
        "Vera brings them together",
        "The bot said who fits and why, Vera decided, and now both are asked: nobody is paired without a yes.",
        &[VERA, TOMAS],
    ),
    step(
        "Both say yes",
        "They are introduced, each by the name they chose and nothing else.",
        &[TOMAS, AMINA],
    ),
    step(
        "They talk",
        "Words, a reply, a heart and a photo cross over, and neither phone shows the other’s number or username.",
        &[AMINA, TOMAS],
    ),
    Step {
        title: "What the bot keeps",
        look: "People, talks, questions and cases, as numbers and dates. A word that was written is typed in already: search for it, and it is nowhere.",
        phones: &[],
        rows: true,
    },
    step(
        "The mentor goes quiet",
        "Amina asked something four days ago, and Tomás got a friendly reminder, in the evening and never at night.",
        &[TOMAS, AMINA],
    ),
    step(
        "The coordinator hears of it",
        "A week without an answer opens a case: it came to Vera’s phone, and says what was tried before.",
        &[VERA],
    ),
    step(
        "The case closes itself",
        "Vera took the case and had both reminded; Tomás has answered, so nothing is left to do.",
        &[VERA, TOMAS],
    ),
    step(
        "“I don’t feel safe”",
        "Amina pressed 🆘: the talk stops for both at once, she reads whom she can call, and Vera is called whatever the hour.",
        &[VERA, AMINA],
    ),
    step(
        "Somebody is there",
        "Vera has taken it. Tomás sees nothing; if he writes, he reads only that the talk rests. From here on it is yours: write, press, move time.",
        &[VERA, TOMAS],
    ),
];

/// How far the tour of a world is.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    done: usize,
    stuck: bool,
}

impl Walk {
    /// With so many steps behind it.
    pub(super) fn after(done: usize) -> Self {
        Self { done: done.min(STEPS), stuck: false }
    }
}

/// Where the tour is.
#[derive(Serialize)]
pub(super) struct Progress {
    /// Steps that are done.
    done: usize,
    of: usize,
    /// The last one that is done.
    step: Option<Step>,
    /// The next one cannot be shown here: something that was done before stands in its way. In a fresh world it can.
    stuck: bool,
    /// What the next one is called.
    next: Option<&'static str>,
}

/// What came of going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// The next step is done.
    Done,
    /// It cannot be done in this world any more.
    Stuck,
    /// There is none, or no tour is on.
    Over,
}

impl World {
    /// Where the tour is, if one is on.
    pub(super) fn progress(&self) -> Option<Progress> {
        let walk = (*self.tour.lock().unwrap_or_else(PoisonError::into_inner))?;
        let step = walk.done.checked_sub(1).and_then(|last| TOUR.get(last)).copied();
        let next = TOUR.get(walk.done).map(|next| next.title);
        Some(Progress { done: walk.done, of: STEPS, step, stuck: walk.stuck, next })
    }

    /// Does the next step of the tour, if one is on.
    ///
    /// # Errors
    /// When something is amiss that no visitor can bring about.
    pub async fn next_step(&self) -> Result<Stride, Trouble> {
        let _turn = self.turn.lock().await;
        let walk = *self.tour.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(next) = walk.map(|walk| walk.done).filter(|done| *done < STEPS) else {
            return Ok(Stride::Over);
        };
        let done = self.brings_about(next).await?;
        // Whoever left meanwhile has left.
        if let Some(walk) = self.tour.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            *walk = Walk { done: if done { next + 1 } else { next }, stuck: !done };
        }
        self.tells();
        Ok(if done { Stride::Done } else { Stride::Stuck })
    }

    /// Ends the tour; the world goes on.
    pub(super) fn leaves_tour(&self) {
        *self.tour.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.tells();
    }

    /// Whoever watches looks again, though nothing happened on a phone.
    pub(super) fn tells(&self) {
        self.telegram.advance(TimeDelta::zero());
    }
}
