//! The tour: each step does itself, and says in a sentence what to look at.

use super::cast::{AMINA, TOMAS, VERA};
use super::script::{self, invitation, invites};
use super::world::{Trouble, World};
use chrono::TimeDelta;
use serde::Serialize;
use std::sync::PoisonError;

/// A step, as the page shows it once it is done.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Step {
    title: &'static str,
    look: &'static str,
    /// The phones to look at.
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
        &[AMINA, TOMAS, VERA],
    ),
    step(
        "Both say yes",
        "They are introduced, each by the name they chose and nothing else.",
        &[AMINA, TOMAS, VERA],
    ),
    step(
        "They talk",
        "Words, a reply, a heart and a photo cross over, and neither phone shows the other’s number or username.",
        &[AMINA, TOMAS],
    ),
    Step {
        title: "What the bot keeps",
        look: "These are its own tables: who wrote to whom and when, as numbers. Search for a word they wrote, such as “Hola”: it is not there.",
        phones: &[],
        rows: true,
    },
    step(
        "The mentor goes quiet",
        "Amina asked something four days ago, and Tomás got a friendly reminder, in the evening and never at night.",
        &[AMINA, TOMAS],
    ),
    step(
        "The coordinator hears of it",
        "A week without an answer opens a case: it came to Vera’s phone, and says what was tried before.",
        &[VERA],
    ),
    step(
        "The case closes itself",
        "Vera took the case and had both reminded; Tomás has answered, so nothing is left to do.",
        &[TOMAS, VERA],
    ),
    step(
        "“I don’t feel safe”",
        "Amina pressed 🆘: the talk stops for both at once, she reads whom she can call, and Vera is called whatever the hour.",
        &[AMINA, VERA],
    ),
    step(
        "Somebody is there",
        "Vera has taken it. Tomás sees nothing; if he writes, he reads only that the talk rests. From here on it is yours: write, press, move time.",
        &[AMINA, TOMAS, VERA],
    ),
];

/// Where the tour is.
#[derive(Serialize)]
pub(super) struct Progress {
    /// Steps that are done.
    done: usize,
    of: usize,
    /// The last one that is done.
    step: Option<Step>,
}

impl World {
    /// Where the tour is, if one is on.
    pub(super) fn progress(&self) -> Option<Progress> {
        let done = (*self.tour.lock().unwrap_or_else(PoisonError::into_inner))?;
        let step = done.checked_sub(1).and_then(|last| TOUR.get(last)).copied();
        Some(Progress { done, of: STEPS, step })
    }

    /// Does the next step of the tour, if one is on. `false` if there is none.
    pub async fn next_step(&self) -> Result<bool, Trouble> {
        let _turn = self.turn.lock().await;
        let next = *self.tour.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(next) = next.filter(|next| *next < STEPS) else { return Ok(false) };
        plays(self, next).await?;
        // Whoever left meanwhile has left.
        if let Some(done) = self.tour.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            *done = next + 1;
        }
        self.tells();
        Ok(true)
    }

    /// Ends the tour; the world goes on.
    pub(super) fn leaves_tour(&self) {
        *self.tour.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.tells();
    }

    /// Whoever watches looks again, though nothing happened on a phone.
    fn tells(&self) {
        self.telegram.advance(TimeDelta::zero());
    }
}

async fn plays(world: &World, step: usize) -> Result<(), Trouble> {
    match step {
        0 => invites(&world.actor(VERA)?, "🌱", "F-17").await.map(drop),
        1 => {
            let link = invitation(&world.actor(VERA)?)?;
            script::answers(world, AMINA, &link).await
        }
        2 => {
            let link = invites(&world.actor(VERA)?, "🤝", "M-04").await?;
            script::answers(world, TOMAS, &link).await
        }
        3 => script::pairs(world).await,
        4 => script::agree(world).await,
        5 => talk(world).await,
        7 => {
            world.actor(AMINA)?.says("متى نلتقي؟").await?;
            world.passes(TimeDelta::days(4)).await
        }
        8 => world.passes(TimeDelta::days(4)).await,
        9 => {
            let vera = world.actor(VERA)?;
            vera.presses_all(&["🙋", "➕", "👋"]).await?;
            world.actor(TOMAS)?.says("¡Perdona! ¿El martes a las seis?").await.map(drop)
        }
        10 => {
            let amina = world.actor(AMINA)?;
            amina.presses("🆘").await?;
            amina.presses("🛟").await
        }
        11 => world.actor(VERA)?.presses("🙋").await,
        _ => Ok(()),
    }
}

async fn talk(world: &World) -> Result<(), Trouble> {
    let (amina, tomas) = (world.actor(AMINA)?, world.actor(TOMAS)?);
    tomas.says("¡Hola, Amina! Soy Tomás. ¿Qué tal tu semana?").await?;
    let greeting = amina.newest_copy()?.id;
    amina.phone.replies(greeting, "Hola Tomás 🙂 أهلا وسهلا");
    amina.phone.reacts(greeting, "❤");
    world.rests().await?;
    amina.phone.sends(crate::demo::Content::Photo { caption: None });
    world.rests().await?;
    tomas.says("¡Qué bonito!").await.map(drop)
}
