//! What happened before the curtain opens: everything by chat, through the bot itself.

use super::cast::{AMINA, Actor, TOMAS, VERA};
use super::world::{Trouble, World};
use crate::handlers::invite::first_link;

/// How much has happened when a world opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The programme is set up; a mentee and a mentor have joined and were introduced.
    Paired,
    /// The programme is set up, and the tour shows the rest.
    Tour,
    /// Nothing.
    Empty,
}

pub(super) async fn plays(world: &World, opening: Opening) -> Result<(), Trouble> {
    match opening {
        Opening::Empty => Ok(()),
        Opening::Tour => sets_up(world).await,
        Opening::Paired => {
            sets_up(world).await?;
            joins(world, AMINA, "🌱").await?;
            joins(world, TOMAS, "🤝").await?;
            pairs(world).await?;
            agree(world).await
        }
    }
}

/// Vera opens the link of the first start and answers what a new programme is asked.
async fn sets_up(world: &World) -> Result<(), Trouble> {
    let mut tx = world.db.begin().await?;
    let token = first_link(&mut tx, world.now()).await?.ok_or(Trouble::Lost("the first link"))?;
    let _ = tx.commit().await?;
    let vera = world.actor(VERA)?;
    vera.opens(&token.link(&world.telegram.bot_username())).await?;
    vera.presses_all(&["English", "✅ I agree"]).await?;
    for answer in ["Vera", "Madrid", "Casa Ana"] {
        vera.says(answer).await?;
    }
    vera.presses_all(&["English", "Español", "✅ Yes", "العربية", "✅ Yes", "✅ Done", "English"]).await?;
    vera.presses_all(&["· Madrid", "📅 Every week", "🙋 Me"]).await?;
    vera.says("Eva, +34 600 000 002").await?;
    vera.says("The board, +34 600 000 003").await?;
    vera.presses("✖️ We have none").await
}

// From here on by icons and names alone: a visitor may have set the phones to any language.

/// Vera makes an invitation; gives its link.
pub(super) async fn invites(vera: &Actor<'_>, role: &str, file: &str) -> Result<String, Trouble> {
    vera.says("/invite").await?;
    vera.presses(role).await?;
    vera.says(file).await?;
    invitation(vera)
}

/// The link of the newest invitation on Vera's phone.
pub(super) fn invitation(vera: &Actor<'_>) -> Result<String, Trouble> {
    let text = vera.sees(ADDRESS)?.text;
    let link = text.find(ADDRESS).and_then(|at| text.get(at..));
    // In Arabic a mark that only steers direction follows.
    let link = link.and_then(|link| link.split(|it: char| !it.is_ascii_graphic()).next());
    link.map(str::to_owned).ok_or(Trouble::Lost("an invitation link"))
}

/// How a link to the bot begins.
const ADDRESS: &str = "https://t.me/";

/// Somebody is invited and answers everything she is asked.
async fn joins(world: &World, who: usize, role: &str) -> Result<(), Trouble> {
    let file = if who == AMINA { "F-17" } else { "M-04" };
    let link = invites(&world.actor(VERA)?, role, file).await?;
    answers(world, who, &link).await
}

/// Somebody opens her link and answers everything she is asked.
pub(super) async fn answers(world: &World, who: usize, link: &str) -> Result<(), Trouble> {
    let actor = world.actor(who)?;
    let (language, alias) = if who == AMINA { ("العربية", "Amina") } else { ("Español", "Tomás") };
    actor.opens(link).await?;
    actor.presses(language).await?;
    // I agree.
    actor.taps(0).await?;
    actor.says(alias).await?;
    // I am 18 or older.
    actor.taps(2).await?;
    // The middle one of three hours is the programme's own.
    actor.taps(1).await?;
    actor.presses("Español").await?;
    actor.taps(LAST).await?;
    for topic in [0, 0] {
        actor.taps(topic).await?;
        actor.taps(LAST).await?;
    }
    Ok(())
}

/// The last button, however many there are.
const LAST: usize = usize::MAX;

/// Vera pairs the two, and both are asked.
pub(super) async fn pairs(world: &World) -> Result<(), Trouble> {
    let vera = world.actor(VERA)?;
    vera.says("/pair").await?;
    vera.presses_all(&["Amina", "Tomás", "✅", "📨"]).await
}

/// Both say yes.
pub(super) async fn agree(world: &World) -> Result<(), Trouble> {
    world.actor(TOMAS)?.presses("✅").await?;
    world.actor(AMINA)?.presses("✅").await
}
