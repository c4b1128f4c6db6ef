//! What each step of the tour does, in whatever state a visitor has left the world.

use super::cast::{AMINA, TOMAS, VERA};
use super::goals::{Joined, Stand, is_reached};
use super::script::{self, Guest, invites};
use super::world::{Trouble, World};
use crate::demo::Content;
use crate::domain::person::Role;
use chrono::TimeDelta;

/// Days that are waited for what comes by itself, at most.
const DAYS: usize = 14;

impl World {
    /// Sees to it that the result of a step is there, whoever brings it about. `false` if it cannot be had any more.
    pub(super) async fn brings_about(&self, step: usize) -> Result<bool, Trouble> {
        for clear in [false, true] {
            if is_reached(self, step).await? {
                return Ok(true);
            }
            self.clears(clear).await?;
            match plays(self, step).await {
                // A visitor may have taken a button away, or does so now.
                Ok(()) | Err(Trouble::Missing(_) | Trouble::Lost(_)) => {}
                Err(why) => return Err(why),
            }
        }
        is_reached(self, step).await
    }

    /// Nobody of the three blocks the bot, and if `all`, the bot waits for nothing from them.
    async fn clears(&self, all: bool) -> Result<(), Trouble> {
        for place in [AMINA, TOMAS, VERA] {
            let actor = self.actor(place)?;
            if actor.phone.is_blocking() {
                actor.phone.unblocks();
                actor.says("/start").await?;
            }
            if all && actor.phone.has_started() {
                actor.says(if place == VERA { "/help" } else { "/menu" }).await?;
            }
        }
        Ok(())
    }
}

async fn plays(world: &World, step: usize) -> Result<(), Trouble> {
    match step {
        0 => invites(&world.actor(VERA)?, "🌱", "F-17").await.map(drop),
        1 => comes(world, &Guest::of(AMINA)).await,
        2 => comes(world, &Guest::of(TOMAS)).await,
        3 => pairs(world).await,
        4 => agree(world).await,
        5 => talk(world).await,
        7 => waits(world, 7).await,
        8 => waits(world, 8).await,
        9 => answers(world).await,
        10 => {
            let amina = world.actor(AMINA)?;
            amina.presses("🆘").await?;
            amina.presses("🛟").await
        }
        11 => world.actor(VERA)?.presses_below("🆘", "👤").await,
        _ => Ok(()),
    }
}

/// Somebody joins: by the invitation there is, or another if that one is used; or goes on where she was left.
async fn comes(world: &World, guest: &Guest) -> Result<(), Trouble> {
    let link = match Joined::of(world, guest.place, guest.role).await? {
        Joined::Nowhere => {
            let vera = world.actor(VERA)?;
            let standing = script::standing(&vera, guest.role).await?;
            let (icon, file) = if guest.role == Role::Mentee { ("🌱", "F-17") } else { ("🤝", "M-04") };
            Some(if let Some(link) = standing { link } else { invites(&vera, icon, file).await? })
        }
        Joined::Halfway | Joined::Ready => None,
    };
    script::answers(world, guest, link.as_deref()).await
}

/// Vera finds that the two fit, and both are asked. What was recorded of a mentor once is not recorded again.
async fn pairs(world: &World) -> Result<(), Trouble> {
    let stand = Stand::of(world).await?;
    let ready = stand.tomas.map(|tomas| tomas.profile.ready).unwrap_or_default();
    let vera = world.actor(VERA)?;
    vera.says("/pair").await?;
    vera.presses_all(&["Amina", "Tomás"]).await?;
    // Background check, training and quiz, each of today.
    for (sign, recorded) in [("📜", ready.check), ("🏫", ready.training), ("📝", ready.quiz)] {
        if recorded.is_none() {
            vera.presses_all(&[sign, "📅"]).await?;
        }
    }
    vera.presses("📨").await
}

/// Both say yes; if one has said no, or it was too late, they are asked once more.
async fn agree(world: &World) -> Result<(), Trouble> {
    if !Stand::of(world).await?.asked {
        pairs(world).await?;
    }
    for place in [TOMAS, AMINA] {
        if !Stand::of(world).await?.has_agreed(world, place)? {
            world.actor(place)?.presses("✅").await?;
        }
    }
    Ok(())
}

async fn talk(world: &World) -> Result<(), Trouble> {
    let (amina, tomas) = (world.actor(AMINA)?, world.actor(TOMAS)?);
    tomas.says("¡Hola, Amina! Soy Tomás. ¿Qué tal tu semana?").await?;
    let greeting = amina.newest_copy()?.id;
    amina.phone.replies(greeting, "Hola Tomás 🙂 أهلا وسهلا");
    amina.phone.reacts(greeting, "❤");
    world.rests().await?;
    amina.phone.sends(Content::Photo { caption: None });
    world.rests().await?;
    tomas.says("¡Qué bonito!").await.map(drop)
}

/// Amina asks, unless she waits already, and days pass until it is noticed.
async fn waits(world: &World, step: usize) -> Result<(), Trouble> {
    if !Stand::of(world).await?.mentee_waits() {
        world.actor(AMINA)?.says("متى نلتقي؟").await?;
    }
    for _ in 0..DAYS {
        if is_reached(world, step).await? || !Stand::of(world).await?.mentee_waits() {
            break;
        }
        world.passes(TimeDelta::days(1)).await?;
    }
    Ok(())
}

/// Vera takes the case, unless she has it, and has both reminded; Tomás answers.
async fn answers(world: &World) -> Result<(), Trouble> {
    let vera = world.actor(VERA)?;
    if Stand::of(world).await?.is_waiting_for_a_hand() {
        vera.presses("👤").await?;
    }
    // Whether they were reminded already or not: it is his answer that counts.
    match vera.presses_all(&["➕", "🔔"]).await {
        Ok(()) | Err(Trouble::Missing(_)) => {}
        Err(why) => return Err(why),
    }
    world.actor(TOMAS)?.says("¡Perdona! ¿El martes a las seis?").await.map(drop)
}
