//! `lazo health`: for a container's health check, so it is quick and changes nothing.

use super::Stopped;
use crate::clock::Clock;
use crate::config::Settings;
use crate::store::{Db, Tables};
use chrono::TimeDelta;

/// A poll is held open for up to 25 s and tried again at once; twice that and some patience is too long a silence.
const SILENT_SECONDS: i64 = 90;

/// The first poll comes back after 25 s at the latest if all is well; for so long after it began, silence says nothing.
const STARTING_SECONDS: i64 = 60;

/// Why a bot that runs hears nothing, whatever it heard a moment ago.
const DEAF: &str =
    "Telegram refuses the token, so Lazo hears nothing: copy the token from @BotFather, then restart Lazo.";

/// Whether the running bot has heard from Telegram lately, or has only begun to listen.
pub(super) async fn look(settings: &Settings) -> Result<(), Stopped> {
    let unwell = |why: String| Err(Stopped { why, code: 1 });
    let never = "Telegram was never heard: is the bot running?";
    let Some(db) = Db::look(&settings.database).await? else { return unwell(never.to_owned()) };
    if db.tables().await? == Tables::Missing {
        return unwell(never.to_owned());
    }
    if db.deaf_since().await?.is_some() {
        return unwell(DEAF.to_owned());
    }
    let (now, last) = (Clock::default().now(), db.last_heard().await?);
    let silent = last.map(|last| now - last);
    if let Some(silent) = silent.filter(|silent| *silent < TimeDelta::seconds(SILENT_SECONDS)) {
        println!("Well: Telegram was heard {} s ago.", silent.num_seconds());
        return Ok(());
    }
    // Whoever was heard since then, and no more, is not starting.
    let began = db.last_began().await?.filter(|began| last.is_none_or(|last| last < *began));
    let young = began.map(|began| now - began).filter(|age| *age < TimeDelta::seconds(STARTING_SECONDS));
    if let Some(age) = young {
        println!("Starting: Lazo began to listen {} s ago.", age.num_seconds());
        return Ok(());
    }
    let Some(silent) = silent else { return unwell(never.to_owned()) };
    unwell(format!(
        "Telegram was last heard {} s ago: is the bot running, and what does its log say?",
        silent.num_seconds()
    ))
}
