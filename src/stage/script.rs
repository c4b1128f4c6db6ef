//! What happened before the curtain opens: everything by chat, through the bot itself.

use super::cast::{AMINA, Actor, TOMAS, VERA};
use super::tour::STEPS;
use super::world::{Trouble, World};
use crate::demo::Seen;
use crate::domain::id::ChatId;
use crate::domain::invite::{Invite, Token};
use crate::domain::person::Role;
use crate::domain::steps::{Many, Step, step};
use crate::handlers::invite::first_link;

/// How much has happened when a world opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The programme is set up; a mentee and a mentor have joined and were introduced.
    Paired,
    /// The programme is set up, and the tour shows the rest.
    Tour,
    /// The tour again, with so many steps behind it.
    TourAfter(usize),
    /// Nothing.
    Empty,
}

pub(super) async fn plays(world: &World, opening: Opening) -> Result<(), Trouble> {
    match opening {
        Opening::Empty => Ok(()),
        Opening::Tour => sets_up(world).await,
        Opening::TourAfter(steps) => {
            sets_up(world).await?;
            for step in 0..steps.min(STEPS) {
                if !world.brings_about(step).await? {
                    return Err(Trouble::Lost("a step of the tour"));
                }
            }
            Ok(())
        }
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
    vera.presses_all(&["English", "Next", "Next", "✅ I agree"]).await?;
    for answer in ["Vera", "Madrid", "Casa Ana"] {
        vera.says(answer).await?;
    }
    vera.presses_all(&["English", "Español", "✅ Yes", "العربية", "✅ Yes", "✅ Done", "English"]).await?;
    vera.presses_all(&["· Madrid", "España", "✅ They are right", "📅 Every week", "👤 Me"]).await?;
    vera.says("Eva, +34 600 000 002").await?;
    vera.says("Nora, +34 600 000 003").await?;
    vera.presses("Day and night").await?;
    vera.says("Casa Ana, +34 600 000 004").await?;
    vera.presses_all(&["✖️ We have none", "✅ All right", "🕐 Later"]).await
}

// From here on by icons and names alone: a visitor may have set the phones to any language.

/// Vera makes an invitation; gives its link.
pub(super) async fn invites(vera: &Actor<'_>, role: &str, file: &str) -> Result<String, Trouble> {
    vera.says("/invite").await?;
    vera.presses(role).await?;
    vera.says(file).await?;
    // Whoever has opened the one of before has this number.
    let same = |seen: Seen| seen.buttons.concat().iter().any(|button| button.text.starts_with("✅"));
    if vera.phone.last().is_some_and(same) {
        vera.presses("✅").await?;
    }
    in_language(vera, role).await?;
    invitation(vera)
}

/// Where the programme has several languages, the invitation is in that of whoever is invited.
async fn in_language(vera: &Actor<'_>, role: &str) -> Result<(), Trouble> {
    let asks = |seen: &Seen| seen.from_bot && seen.text.contains('🌍');
    let Some(question) = vera.phone.last().filter(asks) else { return Ok(()) };
    let hers = if role.starts_with('🌱') {
        "العربية"
    } else if role.starts_with('🤝') {
        "Español"
    } else {
        "English"
    };
    let labels: Vec<String> = question.buttons.concat().into_iter().map(|button| button.text).collect();
    match labels.iter().find(|label| label.contains(hers)).or(labels.first()) {
        Some(label) => vera.presses(label).await,
        None => Ok(()),
    }
}

/// The same, of somebody without a file number.
pub(super) async fn invites_nameless(vera: &Actor<'_>, role: &str) -> Result<(), Trouble> {
    vera.says("/invite").await?;
    vera.presses_all(&[role, "⏭"]).await?;
    in_language(vera, role).await
}

/// The link of the newest invitation on Vera's phone.
fn invitation(vera: &Actor<'_>) -> Result<String, Trouble> {
    address(&vera.sees(ADDRESS)?.text).ok_or(Trouble::Lost("an invitation link"))
}

/// The link to the bot in a text.
fn address(text: &str) -> Option<String> {
    let link = text.find(ADDRESS).and_then(|at| text.get(at..));
    // In Arabic a mark that only steers direction follows.
    let link = link.and_then(|link| link.split(|it: char| !it.is_ascii_graphic()).next());
    link.map(str::to_owned)
}

/// How a link to the bot begins.
const ADDRESS: &str = "https://t.me/";

/// Somebody who comes into the programme, and what she answers.
pub(super) struct Guest {
    pub(super) place: usize,
    pub(super) role: Role,
    language: &'static str,
    alias: &'static str,
}

impl Guest {
    /// Whose phone it is, as she comes in the script: Amina as a mentee, Tomás as a mentor.
    pub(super) fn of(place: usize) -> Self {
        let (role, language, alias) = match place {
            AMINA => (Role::Mentee, "العربية", "Amina"),
            _ => (Role::Mentor, "Español", "Tomás"),
        };
        Self { place, role, language, alias }
    }

    /// Whoever has this phone comes as a second coordinator.
    pub(super) fn beside_vera(place: usize, alias: &'static str) -> Self {
        Self { place, role: Role::Coordinator, language: "English", alias }
    }
}

/// Somebody is invited and answers everything she is asked.
async fn joins(world: &World, who: usize, role: &str) -> Result<(), Trouble> {
    let file = if who == AMINA { "F-17" } else { "M-04" };
    let link = invites(&world.actor(VERA)?, role, file).await?;
    answers(world, &Guest::of(who), Some(&link)).await
}

/// An invitation for this role on Vera's phone that nobody has used.
pub(super) async fn standing(vera: &Actor<'_>, role: Role) -> Result<Option<String>, Trouble> {
    let mut tx = vera.world.db.begin().await?;
    for seen in vera.phone.screen().iter().rev().filter(|seen| seen.from_bot) {
        let Some(link) = address(&seen.text) else { continue };
        let token = link.split_once("?start=").map(|(_, token)| Token::opened(token));
        let Some(token) = token else { continue };
        let invite = tx.invited(&token.hash()).await?;
        let works = |it: &Invite| it.what.role == role && it.used_by.is_none() && it.moves.is_none();
        if invite.is_some_and(|it| works(&it) && it.expires_at > vera.world.now()) {
            return Ok(Some(link));
        }
    }
    Ok(None)
}

/// Questions somebody is asked while she joins, at most; each is answered again if the answer did not count.
const QUESTIONS: usize = 24;

/// Somebody opens her link, or goes on where she was left, and answers everything she is asked.
pub(super) async fn answers(world: &World, guest: &Guest, link: Option<&str>) -> Result<(), Trouble> {
    let actor = world.actor(guest.place)?;
    match link {
        Some(link) => actor.opens(link).await?,
        // What is asked is asked again.
        None => drop(actor.says("/start").await?),
    }
    for _ in 0..QUESTIONS {
        let parts = world.db.begin().await?.parts(ChatId(actor.phone.id())).await?;
        let part = parts.iter().find(|part| part.role == guest.role);
        match part.map(step).ok_or(Trouble::Lost("an invitation that works"))? {
            Step::Language => actor.presses(guest.language).await?,
            // I agree.
            Step::Consent | Step::Refused => actor.taps(0).await?,
            Step::Alias => drop(actor.says(guest.alias).await?),
            // I am 18 or older.
            Step::Age => actor.taps(2).await?,
            // The middle one of three hours is the programme's own.
            Step::Clock => actor.taps(1).await?,
            Step::Many(Many::Spoken) => {
                actor.presses("Español").await?;
                actor.taps(LAST).await?;
            }
            Step::Many(_) => {
                actor.taps(0).await?;
                actor.taps(LAST).await?;
            }
            Step::Done => return Ok(()),
            Step::Young | Step::Doubted | Step::Speak | Step::Guardian | Step::Eighteen | Step::Left => break,
        }
    }
    Err(Trouble::Lost("somebody who has joined"))
}

/// The last button, however many there are.
const LAST: usize = usize::MAX;

/// Vera pairs the two, and both are asked.
async fn pairs(world: &World) -> Result<(), Trouble> {
    let vera = world.actor(VERA)?;
    vera.says("/pair").await?;
    vera.presses_all(&["Amina", "Tomás"]).await?;
    // Background check, training and quiz, each of today.
    vera.presses_all(&["📜", "📅", "🏫", "📅", "📝", "📅", "📨"]).await
}

/// Both say yes.
async fn agree(world: &World) -> Result<(), Trouble> {
    world.actor(TOMAS)?.presses("✅").await?;
    world.actor(AMINA)?.presses("✅").await
}
